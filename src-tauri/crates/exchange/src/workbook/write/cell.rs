//! One cell: a typed value, and how it is told to the hidden sheet.

use cairn_domain::{InterimTarget, WordList, fingerprint};
use chrono::{Datelike as _, NaiveDate};
use rust_xlsxwriter::ExcelDateTime;
use serde_json::{Value, json};

/// What stands in a cell.
#[derive(Clone, PartialEq, Debug)]
pub(super) enum Cell {
    Empty,
    Text(String),
    Date(NaiveDate),
    Number(f64),
    /// Percent 30 means 30 %.
    Percent(f64),
    Flag(bool),
    /// A word of a list, as it is on the wire.
    Word(WordList, String),
    /// The words by which other records are meant.
    Named(String),
    /// Dated values.
    Interim(Vec<InterimTarget>),
}

impl Cell {
    pub(super) fn text(text: &str) -> Self {
        if text.is_empty() { Self::Empty } else { Self::Text(text.to_owned()) }
    }

    /// The fingerprint of the value, which is the field's on the wire; of what names other records, as it is written.
    pub(super) fn print(&self) -> String {
        fingerprint(&match self {
            Self::Empty => Value::Null,
            Self::Text(text) | Self::Named(text) => json!(text),
            Self::Date(date) => json!(date),
            Self::Number(number) | Self::Percent(number) => json!(number),
            Self::Flag(flag) => json!(flag),
            Self::Word(_, word) => json!(word),
            Self::Interim(targets) => json!(targets),
        })
    }
}

/// Dated values as a text: `2027-03-31: 20; 2027-06-30: 10`.
pub(super) fn interim(targets: &[InterimTarget]) -> String {
    let told = targets.iter().map(|InterimTarget { date, value }| format!("{date}: {value}"));
    told.collect::<Vec<_>>().join("; ")
}

/// A date that a spreadsheet can count; before 1900 it cannot.
pub(super) fn excel_date(date: NaiveDate) -> Option<ExcelDateTime> {
    let year = u16::try_from(date.year()).ok().filter(|year| (1900..=9999).contains(year))?;
    ExcelDateTime::from_ymd(year, u8::try_from(date.month()).ok()?, u8::try_from(date.day()).ok()?).ok()
}
