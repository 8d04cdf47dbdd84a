//! Public holidays of countries and their regions, read from the committed table.
//!
//! Owns how the table is read. Its days come from the data set that docs/decisions/0010-holidays.md names;
//! days off of one's own, and which weekdays are worked, are no business of this file.

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::ops::RangeInclusive;
use std::sync::LazyLock;

use chrono::NaiveDate;

use crate::{
    place::{Country, Region},
    problem::Problem,
    regions,
};

const TABLE: &str = include_str!("../data/holidays.txt");

/// The years that the table covers. A star in it means each of these and no other.
pub const HOLIDAY_YEARS: RangeInclusive<i32> = 2020..=2040;

/// What the table holds: its lines, taken apart. What they say is read when it is asked for.
#[derive(Default)]
struct Table {
    /// For each place its lines, split into the year and the days.
    places: HashMap<&'static str, Vec<(&'static str, &'static str)>>,
    /// What days are called, by the numbers that stand behind them.
    names: HashMap<&'static str, &'static str>,
}

static HOLIDAYS: LazyLock<Table> = LazyLock::new(|| {
    let mut table = Table::default();
    for line in TABLE.lines().filter(|line| !line.starts_with('#')) {
        let Some((key, rest)) = line.split_once(' ') else { continue };
        match key.strip_prefix('=') {
            Some(number) => drop(table.names.insert(number, rest)),
            None => table.places.entry(key).or_default().extend(rest.split_once(' ')),
        }
    }
    table
});

/// The public holidays of a country in a year, in order, with their names: in English where the data set has it, else as
/// they are called there. The days observed in place of a holiday on a weekend are among them, and so are holidays that
/// fall on a weekend.
///
/// `subdivision` is the second half of an ISO 3166-2 code, such as `BY` of `DE-BY`: its own holidays are added, and
/// those it does not keep are left out. What lies in such a region keeps its days. Empty or unknown, it is the whole
/// country's list.
///
/// The table covers 2020 to 2040 (`data/holidays.txt`, from the data set `holidays`). Other years and countries
/// without an entry have no holidays, and neither have the years a country has not announced or that its calendar does
/// not reach: docs/decisions/0010-holidays.md lists them.
#[must_use]
pub fn holidays(country: &Country, subdivision: &str, year: i32) -> BTreeMap<NaiveDate, &'static str> {
    let mut days = BTreeMap::new();
    if !HOLIDAY_YEARS.contains(&year) {
        return days;
    }
    let code = country.code();
    let region = regions::keeping(country, subdivision);
    for token in tokens(code, year).chain(tokens(&format!("{code}-{region}"), year)) {
        if let Some(gone) = token.strip_prefix('-') {
            day(year, gone).and_then(|day| days.remove(&day));
        } else if let Some((digits, number)) = token.split_at_checked(4) {
            let name = HOLIDAYS.names.get(number).copied().unwrap_or_default();
            days.extend(day(year, digits).map(|day| (day, name)));
        }
    }
    days
}

/// The regions that are worth asking for, because the answer changes the holidays: regions with holidays of their own,
/// and all others of the same sort (every state where one state differs). A region whose own parts differ is left out.
/// Empty where the whole country keeps the same days.
#[must_use]
pub fn holiday_regions(country: &Country) -> Vec<Region> {
    let code = |region: &Region| format!("{}-{}", country.code(), region.code);
    let all = country.regions();
    let sorts: BTreeSet<&str> = all
        .iter()
        .filter(|region| HOLIDAYS.places.contains_key(code(region).as_str()))
        .map(|region| region.sort)
        .collect();
    let offered = |region: &Region| sorts.contains(region.sort) && !regions::is_mixed(country, region.code);
    all.into_iter().filter(offered).collect()
}

/// Refuses a region that is no part of the country, or whose own parts keep different holidays.
///
/// # Errors
/// What would be accepted, about `subdivision`.
pub fn check_region(country: Option<&Country>, region: &str) -> Result<(), Problem> {
    let Some(country) = country.filter(|_| !region.is_empty()) else { return Ok(()) };
    let known: Vec<&str> = holiday_regions(country).iter().map(|region| region.code).collect();
    regions::check(country, region, &known)
}

/// The entries of the table for a place in a year: a day and the number of its name, or a minus and a day that the
/// region does not keep.
fn tokens(place: &str, year: i32) -> impl Iterator<Item = &'static str> {
    let year = year.to_string();
    let lines = HOLIDAYS.places.get(place).into_iter().flatten();
    let valid = lines.filter(move |(when, _)| *when == "*" || *when == year);
    valid.flat_map(|(_, days)| days.split(' '))
}

/// A day of the year from its month and day, four digits.
fn day(year: i32, digits: &str) -> Option<NaiveDate> {
    let digits: u32 = digits.parse().ok()?;
    NaiveDate::from_ymd_opt(year, digits / 100, digits % 100)
}
