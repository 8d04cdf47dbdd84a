//! Public holidays of countries and their regions, read from the committed table.
//!
//! Owns how the table is read. Its days come from the data set that docs/decisions/0010-holidays.md names;
//! days off of one's own, and which weekdays are worked, are no business of this file.

use std::collections::{BTreeSet, HashMap};
use std::ops::RangeInclusive;
use std::sync::LazyLock;

use chrono::NaiveDate;

use crate::place::Country;

const TABLE: &str = include_str!("../data/holidays.txt");

/// The years that the table covers. A star in it means each of these and no other.
pub const HOLIDAY_YEARS: RangeInclusive<i32> = 2020..=2040;

/// For each place its lines, split into the year and the days. What they say is read when it is asked for.
static PLACES: LazyLock<HashMap<&str, Vec<(&str, &str)>>> = LazyLock::new(|| {
    let mut places: HashMap<_, Vec<_>> = HashMap::new();
    for line in TABLE.lines().filter(|line| !line.starts_with('#')) {
        if let Some((place, rest)) = line.split_once(' ') {
            places.entry(place).or_default().extend(rest.split_once(' '));
        }
    }
    places
});

/// The public holidays of a country in a year, in order. The days observed in place of a holiday on a weekend
/// are among them, and so are holidays that fall on a weekend.
///
/// `subdivision` is the second half of an ISO 3166-2 code, such as `BY` of `DE-BY`: its own holidays are added, and
/// those it does not keep are left out. Empty or unknown, it is the whole country's list.
///
/// The table covers 2020 to 2040 (`data/holidays.txt`, from the data set `holidays`). Other years and countries
/// without an entry have no holidays, and neither have the years a country has not announced or that its calendar does
/// not reach: docs/decisions/0010-holidays.md lists them.
#[must_use]
pub fn holidays(country: &Country, subdivision: &str, year: i32) -> Vec<NaiveDate> {
    if !HOLIDAY_YEARS.contains(&year) {
        return Vec::new();
    }
    let code = country.code();
    let mut days = BTreeSet::new();
    for token in tokens(code, year).chain(tokens(&format!("{code}-{subdivision}"), year)) {
        match token.strip_prefix('-') {
            Some(gone) => day(year, gone).is_some_and(|day| days.remove(&day)),
            None => day(year, token).is_some_and(|day| days.insert(day)),
        };
    }
    days.into_iter().collect()
}

/// What the table says of a place in a year: a day each, after a minus where it is taken away.
fn tokens(place: &str, year: i32) -> impl Iterator<Item = &'static str> {
    let year = year.to_string();
    let lines = PLACES.get(place).into_iter().flatten();
    let valid = lines.filter(move |(when, _)| *when == "*" || *when == year);
    valid.flat_map(|(_, days)| days.split(' '))
}

/// A day of the year from its month and day, four digits.
fn day(year: i32, digits: &str) -> Option<NaiveDate> {
    let digits: u32 = digits.parse().ok()?;
    NaiveDate::from_ymd_opt(year, digits / 100, digits % 100)
}
