//! The working calendar against counting day by day.
#![allow(clippy::unwrap_used, clippy::expect_used)]

use cairn_domain::{Weekday, WorkingCalendar};
use chrono::{Days, NaiveDate};
use proptest::prelude::*;

fn origin() -> NaiveDate {
    "2026-01-01".parse().unwrap()
}

fn calendars() -> impl Strategy<Value = WorkingCalendar> {
    use Weekday::{Friday, Monday, Saturday, Sunday, Thursday, Tuesday, Wednesday};
    let week = prop::sample::subsequence(
        vec![Monday, Tuesday, Wednesday, Thursday, Friday, Saturday, Sunday],
        1..=7,
    );
    (week, prop::collection::vec(0_u64..500, 0..120)).prop_map(|(week, off)| {
        WorkingCalendar::new(&week, off.iter().map(|days| origin() + Days::new(*days)))
    })
}

proptest! {
    #[test]
    fn it_answers_as_counting_day_by_day_does(
        calendar in calendars(), offset in 0_u64..600, days in 0_u32..60, long in 0_u64..200,
    ) {
        let from = origin() + Days::new(offset);
        let worked = |day: &NaiveDate| calendar.is_working(*day);
        let ahead = from.iter_days().filter(worked).nth(days.try_into().unwrap()).unwrap();
        prop_assert_eq!(calendar.plus(from, days), ahead);
        prop_assert_eq!(calendar.on_or_after(from), from.iter_days().find(worked).unwrap());
        let back = std::iter::successors(Some(from), NaiveDate::pred_opt);
        prop_assert_eq!(calendar.minus(from, days), back.clone().filter(worked).nth(days.try_into().unwrap()).unwrap());
        prop_assert_eq!(calendar.on_or_before(from), back.clone().find(worked).unwrap());
        let to = from + Days::new(long);
        let between = from.iter_days().take_while(|day| *day <= to).filter(worked).count();
        prop_assert_eq!(usize::try_from(calendar.length(from, to)).unwrap(), between.max(1));
    }

    #[test]
    fn what_needs_both_is_worked_where_both_work(ours in calendars(), theirs in calendars(), offset in 0_u64..600) {
        let day = origin() + Days::new(offset);
        let both = ours.both(&theirs);
        if both.is_working(day) {
            prop_assert!(ours.is_working(day), "ours at least, also where the weeks share no day");
        }
        prop_assume!(origin().iter_days().take(700).any(|day| ours.is_working(day) && theirs.is_working(day)));
        prop_assert_eq!(both.is_working(day), ours.is_working(day) && theirs.is_working(day));
    }
}

#[test]
fn a_calendar_ends_where_days_do() {
    let calendar = WorkingCalendar::default();
    assert_eq!(calendar.plus(NaiveDate::MAX, 1_000), NaiveDate::MAX, "there is no day after the last");
    assert_eq!(calendar.minus(NaiveDate::MIN, 1_000), NaiveDate::MIN, "and none before the first");
}
