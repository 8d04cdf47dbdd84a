//! The calendar of a year.

use cairn_domain::{AccountId, CalendarDay, Country};
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

/// A country.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize, TS)]
pub struct CalendarRegionsRequest {
    /// By its two letters of ISO 3166-1.
    pub country: Country,
}

/// The parts of a country whose holidays differ.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize, TS)]
pub struct CalendarRegions {
    /// By name; none where the whole country keeps the same days.
    pub regions: Vec<CalendarRegion>,
}

/// A part of a country.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize, TS)]
pub struct CalendarRegion {
    /// The second half of its code of ISO 3166-2, as `subdivision` of an account takes it.
    pub code: String,
    /// What it is called there.
    pub name: String,
    /// The codes of what lies in it and keeps its days.
    pub parts: Vec<String>,
}

plain_requests!(CalendarYearRequest["year"], CalendarRegionsRequest["country"]);
