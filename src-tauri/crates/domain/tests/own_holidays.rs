//! Days off of one's own over the country's table.
#![allow(clippy::unwrap_used, clippy::expect_used)]

use cairn_domain::{Country, DayOffSource, OwnHoliday, calendar_year, days_off};
use chrono::{Datelike, NaiveDate};
use proptest::prelude::*;

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn germany() -> Country {
    Country::try_from("DE".to_owned()).unwrap()
}

fn own(date: &str, name: &str, working: bool) -> OwnHoliday {
    OwnHoliday { date: day(date), name: name.into(), working }
}

#[test]
fn a_holiday_that_is_worked_is_none_and_a_day_of_ones_own_is_one() {
    let changes = [own("2026-10-03", "Release weekend", true), own("2026-12-24", "Office closed", false)];
    let off = days_off(Some(&germany()), "", &changes);
    assert!(!off.contains(&day("2026-10-03")), "worked, whatever the table says");
    assert!(off.contains(&day("2026-12-24")), "off, whatever the table says");
    assert!(off.contains(&day("2026-12-25")), "all else is as the table says");
    let year = calendar_year(Some(&germany()), "", &changes, 2026);
    let of = |date: &str| year.iter().find(|one| one.date == day(date)).unwrap();
    assert_eq!(
        (of("2026-10-03").source, of("2026-10-03").working),
        (DayOffSource::Own, true),
        "it is marked"
    );
    assert_eq!(of("2026-12-24").name, "Office closed");
    assert_eq!(of("2026-12-25").source, DayOffSource::Country);
    assert_eq!(of("2026-12-25").name, "Christmas Day", "what the table says it is");
    assert!(calendar_year(None, "", &changes, 2027).is_empty(), "another year has none of them");
}

proptest! {
    #[test]
    fn what_a_year_lists_as_off_is_what_is_off(
        changes in prop::collection::btree_map(1_u32..366, any::<bool>(), 0..20), year in 2020..2041_i32,
    ) {
        let changes: Vec<OwnHoliday> = changes.into_iter().filter_map(|(ordinal, working)| {
            let date = NaiveDate::from_yo_opt(year, ordinal)?;
            Some(OwnHoliday { date, name: String::new(), working })
        }).collect();
        let listed: Vec<NaiveDate> = calendar_year(Some(&germany()), "BY", &changes, year)
            .into_iter().filter(|day| !day.working).map(|day| day.date).collect();
        let off: Vec<NaiveDate> =
            days_off(Some(&germany()), "BY", &changes).into_iter().filter(|day| day.year() == year).collect();
        prop_assert_eq!(listed, off);
    }
}
