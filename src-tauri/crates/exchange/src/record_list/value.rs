//! What one cell of a list means in its column.

use cairn_domain::{
    Country, DateOrder,
    read::{self, Mark},
};
use serde_json::{Value, json};

use super::{
    columns::{Column, Sort, bare, with_currency},
    dates,
};
use crate::workbook::{cell::Cell, currency::Shown};

/// What systems write for nothing.
const NOTHING: [&str; 6] = ["-", "–", "n/a", "null", "none", "#n/a"];

/// True where a text is what systems write for nothing.
pub(super) fn is_nothing(text: &str) -> bool {
    NOTHING.contains(&text.trim().to_lowercase().as_str())
}

/// What is known of a column beside its cells.
pub(super) struct Terms<'a> {
    pub(super) column: &'static Column,
    pub(super) heading: &'a str,
    /// How its days are read.
    pub(super) order: Option<DateOrder>,
    /// The mark of fractions in it.
    pub(super) decimal: Option<Mark>,
}

/// What a cell means, as the wire or the field's composer takes it; none where it says nothing. `shown` is the currency
/// that a cell of a spreadsheet is shown with.
///
/// # Errors
/// A sentence, where it means nothing there.
pub(super) fn meaning(
    cell: &Cell,
    terms: &Terms<'_>,
    shown: Option<&Shown>,
) -> Result<Option<Value>, String> {
    let Terms { column, heading, order, decimal } = *terms;
    if let Cell::Error(error) = cell {
        return Err(format!("The cell holds the error {error}."));
    }
    let told = cell.told();
    let text = told.trim();
    if text.is_empty() {
        return Ok(None);
    }
    let is_text = matches!(column.sort, Sort::Text);
    if !is_text && is_nothing(text) {
        return Ok(None);
    }
    let none = |what: &str| format!("“{text}” is {what}.");
    let value = match column.sort {
        Sort::Text => json!(text),
        Sort::Id => json!({ "system": system(heading), "id": text }),
        Sort::Day => match cell {
            Cell::Date(day) => json!(day),
            // No count of days has so many digits.
            Cell::Number(number) if !(1e7..1e8).contains(number) => {
                return Err(none("no date; format the cell as a date"));
            }
            _ => match dates::day(text, order)? {
                Some(day) => json!(day),
                None => return Ok(None),
            },
        },
        Sort::Whole => {
            let number = match cell {
                Cell::Number(number) => read::Number::of_cell(*number),
                _ => read::number(text),
            };
            // What is counted has no fraction, so that a mark before three digits parts thousands.
            let number = number.map(|number| number.decided(decimal).unwrap_or_else(|[grouped, _]| grouped));
            let whole =
                number.and_then(|number| number.minor(0)).filter(|whole| whole.abs() < 1_000_000_000_000_000);
            json!(whole.ok_or_else(|| none("no whole number, such as 1200"))?)
        }
        Sort::Amount => {
            let read = match cell {
                Cell::Number(number) => read::Amount::of_cell(*number),
                _ => read::amount(text),
            };
            if read.is_none() {
                return Err(none("no amount, such as 1200 or EUR 1,200.50"));
            }
            // Whose it is to be in minor units is known once the row's currency is.
            let number = if let Cell::Number(number) = cell { Some(*number) } else { None };
            let currency = with_currency(heading).map(|(_, currency)| currency);
            let mut amount =
                json!({ "text": text, "number": number, "decimal": decimal, "currency": currency });
            if let Some(Shown { sign, likely }) = shown {
                amount["shown"] = json!({ "sign": sign, "likely": likely });
            }
            amount
        }
        Sort::Currency => {
            let first = text.split([' ', '-']).next().unwrap_or_default();
            let currencies = read::currencies_called(text).or_else(|| read::currencies(first));
            let currencies = currencies.ok_or_else(|| none("no currency such as EUR"))?;
            json!(if let [one] = currencies.all() { one.code() } else { text })
        }
        Sort::Country => {
            let region =
                Country::with_region(text).map(|(country, region)| format!("{}-{region}", country.code()));
            let country = || Country::named(text).map(|country| country.code().to_owned());
            json!(region.or_else(country).ok_or_else(|| none("no country; write its two letters"))?)
        }
        Sort::Flag => match bare(text).as_str() {
            "yes" | "true" | "x" | "1" | "y" => json!(true),
            "no" | "false" | "0" | "n" => json!(false),
            _ => return Err(none("neither yes nor no")),
        },
        Sort::Month => json!(read::month(text).ok_or_else(|| none("no month, such as 2 or February"))?),
        Sort::Word(word, all) => json!(word(text).ok_or_else(|| {
            format!("“{text}” is none of: {}. Change it, or pass the column over.", all().join(", "))
        })?),
    };
    Ok(Some(value))
}

/// The system that an id is of, as its heading tells.
fn system(heading: &str) -> &'static str {
    if bare(heading) == "companyid" { "Gainsight" } else { "CRM" }
}
