//! What a typed text means: a day, a number, an amount, a time. The window and scripts ask the reader that files are
//! read by.

use cairn_domain::{
    Currency, DateOrder, Money,
    read::{Mark, Way},
};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::body::plain_requests;

/// Which day does a text mean?
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize, TS)]
pub struct ReadDate {
    /// Such as `15 jan`, `fri`, `+2w`, `end of month`, `2027-01-15`.
    pub text: String,
    /// On which side of today a day without its year lies; ahead unless said.
    #[serde(default)]
    #[ts(optional, as = "Option<Way>")]
    pub way: Way,
    /// How 03/04/2026 is read; as the user writes dates unless said.
    #[serde(default)]
    #[ts(optional)]
    pub order: Option<DateOrder>,
}

/// The day that a text means.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize, TS)]
pub struct DateRead {
    /// The day.
    pub date: NaiveDate,
}

/// Which number does a text mean?
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize, TS)]
pub struct ReadNumber {
    /// Such as `1,805.5`, `30 %`, `1.2k`.
    pub text: String,
    /// The mark of fractions, where one before three digits could part thousands.
    #[serde(default)]
    #[ts(optional)]
    pub decimal: Option<Mark>,
}

/// The number that a text means.
#[derive(Clone, Copy, PartialEq, Debug, Serialize, Deserialize, TS)]
pub struct NumberRead {
    /// The number; of per cent 30 is 30 %.
    pub value: f64,
}

/// Which amount of money does a text mean?
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize, TS)]
pub struct ReadAmount {
    /// Such as `120k EUR`, `$1.2M`, `CHF 1'250.–`.
    pub text: String,
    /// The currency that is meant where the text names none, by its ISO 4217 code.
    #[serde(default)]
    #[ts(optional, type = "string")]
    pub currency: Option<Currency>,
    /// The mark of fractions, for currencies with three digits behind it.
    #[serde(default)]
    #[ts(optional)]
    pub decimal: Option<Mark>,
}

/// The amount that a text means.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize, TS)]
pub struct AmountRead {
    /// The amount.
    pub amount: Money,
}

/// Which time of day does a text mean?
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize, TS)]
pub struct ReadTime {
    /// Such as `9`, `14:30`, `1pm`.
    pub text: String,
}

/// The time that a text means.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize, TS)]
pub struct TimeRead {
    /// Hours and minutes, such as `13:00`.
    pub time: String,
}

plain_requests!(ReadDate["text"], ReadNumber["text"], ReadAmount["text"], ReadTime["text"]);
