//! The calendar of a year.

use cairn_domain::{AccountId, CalendarDay};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::body::plain_requests;

/// Which days of a year are off, and why.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize, TS)]
pub struct CalendarYearRequest {
    /// Whose days: an account's; mine where it is not said.
    #[serde(default)]
    #[ts(optional)]
    pub account_id: Option<AccountId>,
    /// The year. The countries' holidays are known from 2020 to 2040.
    pub year: i32,
}

/// The days that are not as the week says. Leave is no part of them.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize, TS)]
pub struct CalendarYear {
    /// In order: the country's holidays, and the changes of somebody's own over them.
    pub days: Vec<CalendarDay>,
}

plain_requests!(CalendarYearRequest["year"]);
