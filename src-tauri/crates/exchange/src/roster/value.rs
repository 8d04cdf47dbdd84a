//! What one cell of a list means in its column.

use cairn_domain::{Country, DateOrder};
use serde_json::{Value, json};

use super::{
    amount,
    columns::{Column, Sort, bare, with_currency},
    dates,
};
use crate::workbook::cell::Cell;

/// What systems write for nothing.
const NOTHING: [&str; 6] = ["-", "–", "n/a", "null", "none", "#n/a"];

/// What a cell means, as the wire or the field's composer takes it; none where it says nothing.
///
/// # Errors
/// A sentence, where it means nothing there.
pub(super) fn meaning(
    cell: &Cell,
    column: &Column,
    heading: &str,
    order: Option<DateOrder>,
) -> Result<Option<Value>, String> {
    if let Cell::Error(error) = cell {
        return Err(format!("The cell holds the error {error}."));
    }
    let told = cell.told();
    let text = told.trim();
    if text.is_empty() {
        return Ok(None);
    }
    let is_text = matches!(column.sort, Sort::Text);
    if !is_text && NOTHING.contains(&text.to_lowercase().as_str()) {
        return Ok(None);
    }
    let none = |what: &str| format!("“{text}” is {what}.");
    let value = match column.sort {
        Sort::Text => json!(text),
        Sort::Id => json!({ "system": system(heading), "id": text }),
        Sort::Day => match cell {
            Cell::Date(day) => json!(day),
            Cell::Number(_) => return Err(none("no date; format the cell as a date")),
            _ => match dates::day(text, order)? {
                Some(day) => json!(day),
                None => return Ok(None),
            },
        },
        Sort::Whole => {
            let number = match cell {
                Cell::Number(number) => Some(*number),
                _ => amount::number(text),
            };
            let whole = number.filter(|number| number.fract() == 0.0 && number.abs() < 1e15);
            json!(whole.ok_or_else(|| none("no whole number"))? as i64)
        }
        Sort::Amount => {
            let read = match cell {
                Cell::Number(number) => Some(amount::Amount { number: *number, currency: None }),
                _ => amount::amount(text),
            };
            let amount::Amount { number, currency } = read.ok_or_else(|| none("no amount"))?;
            let currency = currency.or_else(|| with_currency(heading).map(|(_, currency)| currency));
            json!({ "amount": number, "currency": currency })
        }
        Sort::Currency => {
            let letters = text.split([' ', '-']).next().unwrap_or_default().to_uppercase();
            json!(amount::currency(&letters).ok_or_else(|| none("no currency such as EUR"))?)
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
        Sort::Month => json!(month(text).ok_or_else(|| none("no month, such as 2 or February"))?),
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

fn month(text: &str) -> Option<u8> {
    if let Ok(number) = text.parse::<u8>() {
        return Some(number);
    }
    let month: chrono::Month = text.parse().ok()?;
    u8::try_from(month.number_from_month()).ok()
}
