//! Days that somebody's calendar has otherwise than their country's table: days off added, holidays worked.
//!
//! Owns how both are joined. The table itself is the business of `holidays.rs`, leave that of `me.rs`.

use std::collections::{BTreeMap, BTreeSet};

use chrono::{Datelike, NaiveDate};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::{
    declared::Declared,
    holidays::{HOLIDAY_YEARS, holidays},
    place::Country,
    problem::{Problem, Reason},
    words::DayOffSource,
};

/// One day of one's own.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize, TS, Declared)]
#[field(part)]
pub struct OwnHoliday {
    /// The day.
    #[field(value)]
    pub date: NaiveDate,
    /// What it is.
    #[serde(default)]
    #[field(name)]
    pub name: String,
    /// True where it is worked, whatever the table says; false for a day off.
    #[serde(default)]
    #[field(value)]
    pub working: bool,
}

/// A day that is not as the week says.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize, TS)]
pub struct CalendarDay {
    /// The day.
    pub date: NaiveDate,
    /// What it is called; empty where nobody said.
    pub name: String,
    /// Where it comes from.
    pub source: DayOffSource,
    /// True for a holiday of the country that is worked.
    pub working: bool,
}

/// Each day is said once.
pub(crate) fn check_own(own: &[OwnHoliday]) -> Result<(), Problem> {
    const FIELD: &str = "holidays";
    let mut days = BTreeSet::new();
    for OwnHoliday { date, .. } in own {
        if !days.insert(*date) {
            return Err(Problem::new(FIELD, Reason::Twice { what: date.to_string() }));
        }
    }
    Ok(())
}

/// All days off that are known: the country's of every year that the table covers, less those that are worked, and
/// one's own of any year.
#[must_use]
pub fn days_off(country: Option<&Country>, subdivision: &str, own: &[OwnHoliday]) -> BTreeSet<NaiveDate> {
    let years = country.into_iter().flat_map(|country| HOLIDAY_YEARS.map(move |year| (country, year)));
    let mut days: BTreeSet<_> =
        years.flat_map(|(country, year)| holidays(country, subdivision, year).into_keys()).collect();
    for OwnHoliday { date, name: _, working } in own {
        if *working {
            days.remove(date);
        } else {
            days.insert(*date);
        }
    }
    days
}

/// The days of a year that are not as the week says, in order: the country's, and one's own over them.
#[must_use]
pub fn calendar_year(
    country: Option<&Country>,
    subdivision: &str,
    own: &[OwnHoliday],
    year: i32,
) -> Vec<CalendarDay> {
    let table = country.map(|country| holidays(country, subdivision, year)).unwrap_or_default();
    let day = |(date, name): (NaiveDate, &str)| {
        (date, CalendarDay { date, name: name.to_owned(), source: DayOffSource::Country, working: false })
    };
    let mut days: BTreeMap<NaiveDate, CalendarDay> = table.into_iter().map(day).collect();
    for OwnHoliday { date, name, working } in own.iter().filter(|own| own.date.year() == year) {
        let own =
            CalendarDay { date: *date, name: name.clone(), source: DayOffSource::Own, working: *working };
        days.insert(*date, own);
    }
    days.into_values().collect()
}
