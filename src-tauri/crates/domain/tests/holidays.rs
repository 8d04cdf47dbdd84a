//! The holiday table, by days that people know and by what has to hold for all of it.
#![allow(clippy::unwrap_used, clippy::expect_used)]

use std::collections::{BTreeMap, BTreeSet};

use cairn_domain::{Country, check_region, holiday_regions, holidays, parts_of};
use chrono::{Datelike, NaiveDate};
use proptest::prelude::*;

const TABLE: &str = include_str!("../data/holidays.txt");

/// The lines of the table that hold days.
fn lines() -> impl Iterator<Item = &'static str> {
    TABLE.lines().filter(|line| !line.starts_with(['#', '=']))
}

/// Every place of the table, as its country and its region; a country's own region is empty.
fn places() -> BTreeSet<(&'static str, &'static str)> {
    lines()
        .map(|line| line.split_once(' ').unwrap().0)
        .map(|key| key.split_once('-').unwrap_or((key, "")))
        .collect()
}

/// The holidays of a place with their names.
fn named(country: &str, region: &str, year: i32) -> BTreeMap<NaiveDate, &'static str> {
    holidays(&Country::try_from(country.to_owned()).unwrap(), region, year)
}

/// The holidays of a place.
fn of(country: &str, region: &str, year: i32) -> Vec<NaiveDate> {
    named(country, region, year).into_keys().collect()
}

/// The holidays of a place as month and day, between two of these, both included.
fn between(country: &str, year: i32, days: [&str; 2]) -> Vec<String> {
    let [first, last] = days;
    let shown = of(country, "", year).into_iter().map(|day| day.format("%m-%d").to_string());
    shown.filter(|day| (first..=last).contains(&day.as_str())).collect()
}

fn date(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

#[test]
fn christmas_is_a_holiday_in_germany_in_every_year() {
    for year in 2020..=2040 {
        let christmas = NaiveDate::from_ymd_opt(year, 12, 25).unwrap();
        assert!(of("DE", "", year).contains(&christmas), "25 December {year}: the star holds for every year");
    }
}

#[test]
fn a_region_adds_its_own_days_to_those_of_the_country() {
    let epiphany = date("2026-01-06");
    assert!(of("DE", "BY", 2026).contains(&epiphany), "Bavaria keeps Epiphany");
    assert!(!of("DE", "BE", 2026).contains(&epiphany), "Berlin does not");
    assert!(!of("DE", "", 2026).contains(&epiphany), "and the country as a whole does not");
    assert!(of("DE", "BY", 2026).contains(&date("2026-10-03")), "the country's days stay");
}

#[test]
fn a_region_can_do_without_a_day_of_the_country() {
    let columbus = date("2026-10-12");
    assert!(of("US", "", 2026).contains(&columbus), "the second Monday of October is a federal holiday");
    assert!(!of("US", "TX", 2026).contains(&columbus), "Texas works on it");
    assert!(of("US", "NY", 2026).contains(&columbus), "New York does not");
}

#[test]
fn a_holiday_on_a_weekend_is_kept_beside_the_day_observed_for_it() {
    let july = between("US", 2026, ["07-01", "07-31"]);
    assert_eq!(july, ["07-03", "07-04"], "4 July 2026 is a Saturday, so the Friday before is free");
    let next = between("GB", 2027, ["12-20", "12-31"]);
    assert_eq!(
        next,
        ["12-25", "12-26", "12-27", "12-28"],
        "both days of Christmas 2027 move behind the weekend"
    );
}

#[test]
fn a_holiday_has_its_name_by_region_and_year() {
    let name = |country, region, day: &str| {
        let day = date(day);
        named(country, region, day.year()).get(&day).copied()
    };
    assert_eq!(name("GB", "ENG", "2027-03-29"), Some("Easter Monday"), "England keeps it");
    assert_eq!(name("GB", "", "2027-03-29"), None, "the kingdom as a whole does not");
    assert_eq!(name("GB", "SCT", "2027-11-30"), Some("Saint Andrew's Day"), "Scotland's own");
    assert_eq!(name("DE", "BY", "2027-01-06"), Some("Epiphany"), "in English, as all of the program");
    assert_eq!(
        name("US", "", "2026-07-03"),
        Some("Independence Day (observed)"),
        "the day in its place says so"
    );
    for place in places() {
        let unnamed = named(place.0, place.1, 2027).into_iter().find(|(_, name)| name.is_empty());
        assert_eq!(unnamed, None, "{place:?}: every day has a name");
    }
}

#[test]
fn a_country_whose_regions_differ_offers_them_and_no_other_level() {
    let regions = |code: &str| {
        let country = Country::try_from(code.to_owned()).unwrap();
        holiday_regions(&country).into_iter().map(|region| region.code).collect::<Vec<_>>()
    };
    assert_eq!(regions("GB"), ["ENG", "NIR", "SCT", "WLS"], "no counties, whose days are their country's");
    assert_eq!(regions("DE").len(), 16, "every Land, in the order of names");
    assert!(regions("US").contains(&"WY"), "also a state without days of its own");
    assert!(regions("FR").iter().all(|region| *region != "75"), "Paris is no region of its own days");
    assert!(regions("NL").is_empty(), "where all keep the same days there is nothing to ask");
}

#[test]
fn what_lies_in_a_region_keeps_its_days() {
    for (country, part, region) in [
        ("GB", "LND", "ENG"),
        ("GB", "BFS", "NIR"),
        ("ES", "B", "CT"),
        ("FR", "67", "6AE"),
        ("FR", "68", "6AE"),
    ] {
        assert_eq!(
            named(country, part, 2027),
            named(country, region, 2027),
            "{country}-{part} lies in {region}"
        );
        assert_ne!(of(country, part, 2027), of(country, "", 2027), "and the country has other days");
    }
    assert!(of("GB", "LND", 2027).contains(&date("2027-03-29")), "London keeps Easter Monday");
    assert!(of("FR", "68", 2027).contains(&date("2027-03-26")), "Colmar keeps Good Friday");
    assert_eq!(of("FR", "75", 2027), of("FR", "", 2027), "Paris lies in no region with days of its own");
    let gb = Country::try_from("GB".to_owned()).unwrap();
    assert!(parts_of(&gb, "ENG").contains(&"LND") && parts_of(&gb, "LND").is_empty());
}

#[test]
fn a_region_that_says_nothing_of_its_holidays_is_refused_with_what_would() {
    let said = |country: &str, region: &str| {
        let country = Country::try_from(country.to_owned()).unwrap();
        check_region(Some(&country), region).map_err(|problem| (problem.field.clone(), problem.to_string()))
    };
    for (country, region) in
        [("GB", ""), ("GB", "LND"), ("FR", "51"), ("NL", "ZH"), ("IT", "MI"), ("DE", "BY")]
    {
        assert_eq!(said(country, region), Ok(()), "{country}-{region}");
    }
    assert_eq!(check_region(None, "BY"), Ok(()), "without a country nothing hangs on it");
    let refused = |country, region| {
        let (field, sentence) = said(country, region).unwrap_err();
        assert_eq!(field, "subdivision");
        sentence
    };
    let other = refused("GB", "BY");
    assert_eq!(other, "subdivision is no region of GB by ISO 3166-2, such as ENG, NIR, SCT, WLS");
    assert!(refused("GB", "XXX").contains("ENG"), "nor is what is no code at all");
    assert_eq!(refused("VA", "X"), "subdivision is no region of VA by ISO 3166-2", "which has none");
    let mixed = refused("FR", "GES");
    assert_eq!(mixed, "subdivision has parts with holidays of their own: say the part, such as 57, 6AE");
    let own = refused("NL", "AW");
    assert_eq!(
        own, "subdivision has holidays of its own: say AW as the country",
        "Aruba's are not the Netherlands'"
    );
    for (country, region) in places().into_iter().filter(|(_, region)| !region.is_empty()) {
        assert_eq!(said(country, region), Ok(()), "{country}-{region} has days of its own in the table");
    }
    for country in places().into_iter().map(|(country, _)| country).collect::<BTreeSet<_>>() {
        let country = Country::try_from(country.to_owned()).unwrap();
        for region in holiday_regions(&country) {
            assert_eq!(
                check_region(Some(&country), region.code),
                Ok(()),
                "what is offered is taken: {region:?}"
            );
        }
    }
}

#[test]
fn moving_holidays_move() {
    assert!(of("US", "", 2026).contains(&date("2026-11-26")), "Thanksgiving is the fourth Thursday");
    assert!(of("DE", "", 2026).contains(&date("2026-04-03")), "Good Friday 2026");
    assert!(of("DE", "", 2027).contains(&date("2027-03-26")), "Good Friday 2027");
    assert!(!of("DE", "", 2027).contains(&date("2027-04-03")), "is another day of the year");
}

#[test]
fn golden_week_ends_with_its_substitute_day() {
    let week = between("JP", 2026, ["04-29", "05-06"]);
    let why = "3 May 2026 is a Sunday; its substitute comes behind the two holidays that follow";
    assert_eq!(week, ["04-29", "05-03", "05-04", "05-05", "05-06"], "{why}");
}

#[test]
fn a_year_or_place_that_the_table_does_not_know_adds_nothing() {
    assert_eq!(of("DE", "BY", 2019), [], "before the first year");
    assert_eq!(of("DE", "BY", 2041), [], "after the last year");
    assert_eq!(of("BV", "", 2026), [], "Bouvet Island has penguins and no holidays");
    assert_eq!(of("DE", "ZZ", 2026), of("DE", "", 2026), "an unknown region has the country's days");
}

#[test]
fn every_code_of_the_table_is_one_of_the_published_lists() {
    let unknown: Vec<_> = places()
        .into_iter()
        .filter(|(country, region)| match *region {
            "" => rust_iso3166::from_alpha2(country).is_none(),
            region => rust_iso3166::iso3166_2::from_code(&format!("{country}-{region}")).is_none(),
        })
        .collect();
    assert!(unknown.is_empty(), "nobody could ever ask for {unknown:?}");
    assert!(places().len() > 600, "a table cut short would pass for one without holidays");
}

#[test]
fn the_table_is_sorted_and_says_nothing_twice() {
    let all: Vec<_> = lines().collect();
    for pair in all.windows(2) {
        assert!(
            pair[0] < pair[1],
            "`{}` comes before `{}`: a new version has to show as a small change",
            pair[0],
            pair[1]
        );
    }
    for line in all {
        let day = |token: &'static str| &token.trim_start_matches('-')[..4];
        let days: Vec<_> = line.split(' ').skip(2).map(day).collect();
        assert!(days.is_sorted_by(|a, b| a < b), "`{line}`: each day once and in order");
    }
}

#[test]
fn every_entry_of_the_table_is_a_day_of_its_year() {
    for line in lines() {
        let words: Vec<_> = line.split(' ').collect();
        let year: i32 = if words[1] == "*" { 2020 } else { words[1].parse().unwrap() };
        assert!((2020..=2040).contains(&year), "`{line}`: a year nobody can ask for");
        let (country, region) = words[0].split_once('-').unwrap_or((words[0], ""));
        let found: BTreeSet<_> =
            of(country, region, year).iter().map(|day| day.format("%m%d").to_string()).collect();
        for token in &words[2..] {
            match token.strip_prefix('-') {
                Some(gone) => assert!(!found.contains(gone), "`{line}`: {gone} is taken away"),
                None => assert!(found.contains(&token[..4]), "`{line}`: {token} is read"),
            }
        }
    }
}

proptest! {
    #[test]
    fn a_list_of_holidays_has_no_day_twice_and_none_of_another_year(
        (country, region) in proptest::sample::select(places().into_iter().collect::<Vec<_>>()),
        year in prop_oneof![2015..2045, any::<i32>()],
    ) {
        let found = of(country, region, year);
        prop_assert!(found.is_sorted_by(|a, b| a < b), "in order, each day once: {found:?}");
        prop_assert!(found.iter().all(|day| day.year() == year), "only days of {year}: {found:?}");
        prop_assert!(found.is_empty() || (2020..=2040).contains(&year), "{year} is outside the table");
    }

    #[test]
    fn any_text_for_a_region_keeps_the_days_of_the_country(region in "\\PC{0,8}", year in 2020..=2040) {
        let known = places().contains(&("DE", region.as_str()));
        prop_assert!(known || of("DE", &region, year) == of("DE", "", year), "`{region}` is no region of Germany");
    }
}
