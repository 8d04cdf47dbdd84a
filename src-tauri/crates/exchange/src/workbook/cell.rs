//! What one cell means in its column.

use cairn_domain::{
    SheetCell,
    read::{self, DateTerms},
};
use calamine::{DataRef, ExcelDateTime};
use chrono::NaiveDate;
use serde_json::{Value, json};
use uuid::Uuid;

use super::columns::{Sort, word_of, words_of};
use crate::Content;

/// A cell, taken from the sheet.
#[derive(Clone, PartialEq, Debug)]
pub(crate) enum Cell {
    Empty,
    Text(String),
    Number(f64),
    Flag(bool),
    Date(NaiveDate),
    /// An error such as `#REF!`.
    Error(String),
}

impl Cell {
    /// From what the reader found.
    pub(crate) fn of(value: &DataRef<'_>) -> Self {
        match value {
            DataRef::Empty => Self::Empty,
            DataRef::Int(number) => Self::Number(*number as f64),
            DataRef::Float(number) => Self::Number(*number),
            DataRef::String(text) => Self::text(text),
            DataRef::SharedString(text) => Self::text(text),
            DataRef::Bool(flag) => Self::Flag(*flag),
            DataRef::DateTime(instant) if instant.is_datetime() => Self::day(instant),
            DataRef::DateTime(span) => Self::Number(span.as_f64()),
            DataRef::DateTimeIso(text) => {
                let day = text.get(..10).and_then(|day| day.parse().ok());
                day.map_or_else(|| Self::text(text), Self::Date)
            }
            DataRef::DurationIso(text) => Self::text(text),
            DataRef::Error(error) => Self::Error(error.to_string()),
        }
    }

    fn text(text: &str) -> Self {
        if text.is_empty() { Self::Empty } else { Self::Text(text.to_owned()) }
    }

    fn day(instant: &ExcelDateTime) -> Self {
        let (year, month, day, ..) = instant.to_ymd_hms_milli();
        NaiveDate::from_ymd_opt(i32::from(year), u32::from(month), u32::from(day))
            .map_or(Self::Number(instant.as_f64()), Self::Date)
    }

    /// True for a number such as spreadsheets keep for a percentage: 0.3 for 30 %. Written as text it is meant.
    pub(super) fn is_fraction(&self) -> bool {
        matches!(self, Self::Number(number) if *number != 0.0 && number.abs() <= 1.0)
    }

    /// The cell as text, as it would be read aloud.
    pub(crate) fn told(&self) -> String {
        match self {
            Self::Empty => String::new(),
            Self::Text(text) | Self::Error(text) => text.clone(),
            Self::Number(number) => number.to_string(),
            Self::Flag(flag) => flag.to_string(),
            Self::Date(date) => date.to_string(),
        }
    }

    /// What it means in a column, or why it means nothing there.
    pub(super) fn meaning(&self, sort: Sort) -> Result<Content, String> {
        if let Self::Error(error) = self {
            return Err(format!("The cell holds the error {error}."));
        }
        let told = self.told();
        let trimmed = told.trim();
        Ok(Content::Plain(match sort {
            Sort::Field(SheetCell::Record(kind)) => return Ok(Content::Record(kind, trimmed.to_owned())),
            Sort::Field(SheetCell::Records(kind)) => {
                let lines = told.lines().map(str::trim).filter(|line| !line.is_empty());
                return Ok(Content::Records(kind, lines.map(str::to_owned).collect()));
            }
            Sort::Field(SheetCell::Title | SheetCell::Name | SheetCell::Prose) => told.into(),
            Sort::Field(SheetCell::Shown) => Value::Null,
            _ if trimmed.is_empty() => Value::Null,
            Sort::Id => trimmed.parse::<Uuid>().map(|id| json!(id)).map_err(|_| {
                format!("“{trimmed}” is no External Id; leave the cell empty for a new record.")
            })?,
            Sort::Field(SheetCell::Date) => self.date().map(|date| json!(date)).ok_or_else(|| {
                format!("“{trimmed}” is no date; write it as a date of the spreadsheet or as 2027-03-31.")
            })?,
            Sort::Field(SheetCell::Number | SheetCell::Measure) => {
                self.number().map(plain_number).ok_or_else(|| {
                    format!("“{trimmed}” is no number that can be read in one way only; write it as 1250.5.")
                })?
            }
            Sort::Field(SheetCell::Flag) => {
                self.flag().map(Value::Bool).ok_or_else(|| format!("“{trimmed}” is neither yes nor no."))?
            }
            Sort::Field(SheetCell::Word(list)) => word_of(list, trimmed)
                .map(Value::from)
                .ok_or_else(|| format!("“{trimmed}” is none of: {}.", words_of(list).join(", ")))?,
            Sort::Field(SheetCell::Interim) => interim(trimmed)?,
        }))
    }

    fn date(&self) -> Option<NaiveDate> {
        match self {
            Self::Date(date) => Some(*date),
            Self::Text(text) => read::date(text, &DateTerms::default()).ok(),
            Self::Empty | Self::Number(_) | Self::Flag(_) | Self::Error(_) => None,
        }
    }

    fn number(&self) -> Option<f64> {
        match self {
            Self::Number(number) => Some(*number),
            Self::Text(text) => number_of(text),
            Self::Empty | Self::Flag(_) | Self::Date(_) | Self::Error(_) => None,
        }
    }

    fn flag(&self) -> Option<bool> {
        match self {
            Self::Flag(flag) => Some(*flag),
            Self::Number(number) if *number == 0.0 => Some(false),
            Self::Number(number) if (*number - 1.0).abs() < f64::EPSILON => Some(true),
            Self::Text(text) => match text.trim().to_lowercase().as_str() {
                "yes" | "true" | "x" => Some(true),
                "no" | "false" => Some(false),
                _ => None,
            },
            Self::Empty | Self::Number(_) | Self::Date(_) | Self::Error(_) => None,
        }
    }
}

/// A number as text; none where a mark could part thousands or a fraction.
fn number_of(text: &str) -> Option<f64> {
    read::number(text)?.decided(None).ok().map(read::Decimal::value)
}

/// A whole number without a fraction, so that it can stand where only whole ones can.
fn plain_number(number: f64) -> Value {
    const WHOLE_MAX: f64 = 9_007_199_254_740_992.0;
    let whole = number.fract() == 0.0 && number.abs() < WHOLE_MAX;
    if whole { json!(number as i64) } else { json!(number) }
}

/// `2027-03-31: 20; 2027-06-30: 10`, also one a line.
fn interim(text: &str) -> Result<Value, String> {
    let one = |part: &str| {
        let (date, value) = part.split_once(':')?;
        let date = read::date(date, &DateTerms::default()).ok()?;
        Some(json!({ "date": date, "value": number_of(value)? }))
    };
    let parts = text.split([';', '\n']).map(str::trim).filter(|part| !part.is_empty());
    let wrong = |part: &str| format!("“{part}” is no dated value such as 2027-03-31: 20.");
    parts.map(|part| one(part).ok_or_else(|| wrong(part))).collect::<Result<Vec<_>, _>>().map(Value::from)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cell_means_what_its_column_holds() {
        let text = |text: &str| Cell::Text(text.into());
        let plain = |value: Value| Ok(Content::Plain(value));
        assert_eq!(
            text("30 %").meaning(Sort::Field(SheetCell::Number)),
            plain(json!(30)),
            "the sign is the unit"
        );
        assert_eq!(
            text("1,5").meaning(Sort::Field(SheetCell::Number)),
            plain(json!(1.5)),
            "as it is typed in Germany"
        );
        assert_eq!(
            text("15. Jan. 2027").meaning(Sort::Field(SheetCell::Date)),
            plain(json!("2027-01-15")),
            "as people write days"
        );
        assert_eq!(
            text("2027-03-31").meaning(Sort::Field(SheetCell::Date)),
            plain(json!("2027-03-31")),
            "ISO text is a date"
        );
        assert_eq!(
            Cell::Number(2027.0).meaning(Sort::Field(SheetCell::Name)),
            plain(json!("2027")),
            "a number is a title too"
        );
        assert_eq!(Cell::Empty.meaning(Sort::Field(SheetCell::Date)), plain(Value::Null), "nothing clears");
        assert_eq!(text("yes").meaning(Sort::Field(SheetCell::Flag)), plain(json!(true)));
        let dated = json!([{ "date": "2027-03-31", "value": 20.0 }, { "date": "2027-06-30", "value": 10.0 }]);
        assert_eq!(
            text("2027-03-31: 20; 2027-06-30:10").meaning(Sort::Field(SheetCell::Interim)),
            plain(dated)
        );
        for (cell, sort) in [
            (text("soon"), Sort::Field(SheetCell::Date)),
            (Cell::Number(45000.0), Sort::Field(SheetCell::Date)),
            (text("1,500"), Sort::Field(SheetCell::Number)),
            (text("15/01/0027"), Sort::Field(SheetCell::Date)),
            (text("inf"), Sort::Field(SheetCell::Number)),
            (text("maybe"), Sort::Field(SheetCell::Flag)),
            (text("12"), Sort::Id),
            (Cell::Error("#REF!".into()), Sort::Field(SheetCell::Name)),
        ] {
            assert!(cell.meaning(sort).is_err(), "{cell:?} must not pass as {sort:?}");
        }
    }
}
