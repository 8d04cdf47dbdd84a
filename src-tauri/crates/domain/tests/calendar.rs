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
        // As a spreadsheet's WORKDAY: from the day after on, whether or not the day itself is worked.
        let after = |days: u32| from.iter_days().skip(1).filter(worked).nth(usize::try_from(days).unwrap() - 1);
        let ahead = if days == 0 { from.iter_days().find(worked) } else { after(days) };
        prop_assert_eq!(calendar.plus(from, days), ahead.unwrap());
        prop_assert_eq!(calendar.on_or_after(from), from.iter_days().find(worked).unwrap());
        let back = std::iter::successors(Some(from), NaiveDate::pred_opt);
        let before = |days: u32| back.clone().skip(1).filter(worked).nth(usize::try_from(days).unwrap() - 1);
        let behind = if days == 0 { back.clone().find(worked) } else { before(days) };
        prop_assert_eq!(calendar.minus(from, days), behind.unwrap());
        prop_assert_eq!(calendar.on_or_before(from), back.clone().find(worked).unwrap());
        let to = from + Days::new(long);
        let between = from.iter_days().take_while(|day| *day <= to).filter(worked).count();
        prop_assert_eq!(usize::try_from(calendar.length(from, to)).unwrap(), between.max(1));
    }

    #[test]
    fn work_is_as_long_wherever_it_is_moved_and_comes_back(
        calendar in calendars(), offset in 0_u64..300, long in 0_u64..30, by in 1_u32..60,
    ) {
        let start = origin() + Days::new(offset);
        let due = start + Days::new(long);
        let begin = calendar.plus(start, by);
        let end = calendar.end_from(start, due, begin);
        let off = |day: NaiveDate| !calendar.is_working(day);
        if off(start) || off(due) {
            prop_assert_eq!(end - begin, due - start, "what was put on a day off by hand keeps its days");
        } else {
            let worked = |from: NaiveDate, to: NaiveDate| {
                from.iter_days().take_while(|day| *day <= to).filter(|day| calendar.is_working(*day)).count()
            };
            prop_assert_eq!(worked(begin, end), worked(start, due), "else it keeps its working days");
            prop_assert_eq!(calendar.begin_for(begin, end, due), start, "and the way back leads back");
        }
    }

    #[test]
    fn work_that_is_put_on_a_day_off_is_as_long_when_it_comes_back(
        calendar in calendars(), offset in 0_u64..300, long in 0_u64..30, by in 1_u64..60,
    ) {
        let start = origin() + Days::new(offset);
        let due = start + Days::new(long);
        let begin = start + Days::new(by);
        prop_assume!(!calendar.is_working(begin));
        let end = calendar.end_from(start, due, begin);
        prop_assert_eq!(end - begin, due - start, "its days as they come");
        prop_assert_eq!(calendar.end_from(begin, end, start), due, "there and back");
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

#[test]
fn working_days_from_a_day_off_count_as_a_spreadsheet_counts_them() {
    let calendar = WorkingCalendar::default();
    let day = |text: &str| text.parse::<NaiveDate>().unwrap();
    let saturday = day("2027-01-09");
    assert_eq!(calendar.plus(saturday, 1), day("2027-01-11"), "WORKDAY(+1) is Monday");
    assert_eq!(calendar.minus(saturday, 1), day("2027-01-08"), "WORKDAY(-1) is Friday");
    assert_eq!(calendar.plus(saturday, 10), day("2027-01-22"), "WORKDAY(+10) is the Friday after next");
    assert_eq!(calendar.plus(saturday, 0), day("2027-01-11"), "0 is the next day that is worked");
    assert_eq!(calendar.plus(day("2027-01-08"), 1), day("2027-01-11"), "from a working day it is as ever");
    let holiday = WorkingCalendar::new(&[], [day("2027-01-01"), day("2027-01-06")]);
    assert_eq!(holiday.plus(day("2027-01-01"), 1), day("2027-01-04"), "a holiday is a day off like another");
    assert_eq!(holiday.minus(day("2027-01-06"), 2), day("2027-01-04"), "and so backwards");
}
