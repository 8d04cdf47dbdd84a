//! Recurring tasks, by example and by property.
#![allow(clippy::unwrap_used, clippy::expect_used)]

use cairn_domain::{Recurrence, RecurrenceUnit, Task, TaskStatus, Weekday, WorkingCalendar};
use chrono::{Datelike, Days, NaiveDate};
use proptest::prelude::*;
use serde_json::{Value, json};

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn task(fields: &Value) -> Task {
    let mut all = json!({ "account_id": uuid::Uuid::nil(), "title": "Review the queue" });
    all.as_object_mut().unwrap().extend(fields.as_object().unwrap().clone());
    serde_json::from_value(all).unwrap()
}

/// The due dates that follow, each done on its day.
fn dues(first: &Task, calendar: &WorkingCalendar, most: usize) -> Vec<String> {
    let mut dues = Vec::new();
    let mut task = first.clone();
    while dues.len() < most {
        let Some(next) = task.next(task.due.unwrap(), calendar) else { break };
        dues.push(next.due.unwrap().to_string());
        task = next;
    }
    dues
}

#[test]
fn every_month_end_is_a_month_end_again_after_a_short_month() {
    let monthly = json!({ "every": 1, "unit": "months", "working_days": false });
    let last = task(&json!({ "due": "2027-12-31", "recurrence": monthly }));
    assert_eq!(
        dues(&last, &WorkingCalendar::default(), 4),
        ["2028-01-31", "2028-02-29", "2028-03-31", "2028-04-30"],
        "2028 has a leap day, and what February lost comes back in March"
    );
    let yearly = json!({ "every": 12, "unit": "months", "working_days": false });
    let leap = task(&json!({ "due": "2028-02-29", "recurrence": yearly }));
    assert_eq!(
        dues(&leap, &WorkingCalendar::default(), 4),
        ["2029-02-28", "2030-02-28", "2031-02-28", "2032-02-29"],
        "the day of a leap year comes back with the next one"
    );
}

#[test]
fn a_day_off_moves_one_date_and_not_those_that_follow() {
    let week = [Weekday::Monday, Weekday::Tuesday, Weekday::Wednesday, Weekday::Thursday, Weekday::Friday];
    let calendar = WorkingCalendar::new(&week, [day("2026-12-25")]);
    let weekly = json!({ "every": 1, "unit": "weeks" });
    let friday = task(&json!({ "start": "2026-12-17", "due": "2026-12-18", "recurrence": weekly }));
    assert_eq!(
        dues(&friday, &calendar, 2),
        ["2026-12-28", "2027-01-01"],
        "Friday is Christmas, the next is not"
    );
    let next = friday.next(day("2026-12-18"), &calendar).unwrap();
    assert_eq!(
        next.start,
        Some(day("2026-12-24")),
        "two working days long, over the holiday and the weekend"
    );
    let daily = task(&json!({ "due": "2026-12-24", "recurrence": { "every": 2, "unit": "days" } }));
    assert_eq!(dues(&daily, &calendar, 2), ["2026-12-29", "2026-12-31"], "working days are counted");
}

#[test]
fn the_next_one_is_new_and_carries_the_series_on() {
    let twice = json!({ "every": 1, "unit": "weeks", "times": 2 });
    let done = task(&json!({
        "due": "2026-11-20", "status": "closed_success", "done_date": "2026-11-18", "owner": "Ana", "milestone": true,
        "recurrence": twice,
    }));
    let next = done.next(day("2026-11-23"), &WorkingCalendar::default()).unwrap();
    assert_eq!((next.status, next.done_date), (TaskStatus::New, None), "nobody has done it yet");
    assert_eq!((next.owner.as_str(), next.milestone), ("Ana", true), "all else is as it was");
    assert_eq!(next.due, Some(day("2026-11-27")), "counted from its date, not from the day it was done");
    let recurrence = next.recurrence.clone().unwrap();
    assert_eq!((recurrence.times, recurrence.from), (Some(1), Some(day("2026-11-20"))), "once more");
    assert_eq!(next.next(day("2026-11-27"), &WorkingCalendar::default()), None, "and then no more");
    assert_eq!(
        task(&json!({ "due": "2026-11-20" })).next(day("2026-11-20"), &WorkingCalendar::default()),
        None
    );
}

#[test]
fn being_late_skips_what_was_missed_and_an_end_ends_it() {
    let weekly = json!({ "every": 1, "unit": "weeks", "until": "2026-12-18" });
    let late = task(&json!({ "due": "2026-11-20", "recurrence": weekly }));
    let next = |on: &str| late.next(day(on), &WorkingCalendar::default()).and_then(|next| next.due);
    assert_eq!(next("2026-12-07"), Some(day("2026-12-11")), "two Fridays went by undone");
    assert_eq!(next("2026-12-11"), Some(day("2026-12-11")), "today's can still be done today");
    assert_eq!(next("2026-12-19"), None, "after its end it does not come again");
    let dateless = task(&json!({ "recurrence": { "every": 1, "unit": "weeks" } }));
    let next = dateless.next(day("2026-11-23"), &WorkingCalendar::default()).unwrap();
    assert_eq!(next.due, Some(day("2026-11-30")), "without dates it is counted from the day it was done");
}

#[test]
fn a_recurrence_that_says_nothing_is_refused() {
    let refused = |fields: Value| {
        let recurrence: Recurrence = serde_json::from_value(fields).unwrap();
        let mut task = task(&json!({}));
        task.recurrence = Some(recurrence);
        cairn_domain::Record::check(&task, day("2026-11-23")).unwrap_err().field
    };
    assert_eq!(refused(json!({ "every": 0, "unit": "days" })), "recurrence", "never moves on");
    assert_eq!(refused(json!({ "every": 1000, "unit": "days" })), "recurrence", "too rare to be one");
    assert_eq!(refused(json!({ "every": 1, "unit": "days", "times": 0 })), "recurrence", "is over");
}

fn series() -> impl Strategy<Value = (Recurrence, NaiveDate)> {
    let unit =
        prop_oneof![Just(RecurrenceUnit::Days), Just(RecurrenceUnit::Weeks), Just(RecurrenceUnit::Months)];
    (1_i64..40, unit, any::<bool>(), 0_u64..4_000).prop_map(|(every, unit, working_days, offset)| {
        let recurrence = Recurrence { every, unit, working_days, from: None, until: None, times: None };
        (recurrence, day("2024-01-01") + Days::new(offset))
    })
}

proptest! {
    #[test]
    fn the_next_day_is_later_and_worked_and_no_day_of_the_series_lies_between(
        (recurrence, from) in series(), later in 0_u64..800, off in prop::collection::vec(0_u64..5_000, 0..60),
    ) {
        let week = [Weekday::Monday, Weekday::Tuesday, Weekday::Thursday];
        let calendar = WorkingCalendar::new(&week, off.iter().map(|days| day("2024-01-01") + Days::new(*days)));
        let after = from + Days::new(later);
        let next = recurrence.next_after(from, after, &calendar).unwrap();
        prop_assert!(next > after, "it moves on");
        if recurrence.working_days {
            prop_assert!(calendar.is_working(next), "on a working day");
        }
        let before = next.pred_opt().unwrap();
        let again = recurrence.next_after(from, before.max(after), &calendar).unwrap();
        prop_assert_eq!(again, next, "it is the first");
        if recurrence.unit == RecurrenceUnit::Months && !recurrence.working_days {
            let last = |day: NaiveDate| day.num_days_in_month();
            prop_assert_eq!(next.day(), from.day().min(u32::from(last(next))), "the day, or the last of a short month");
        }
        if recurrence.unit == RecurrenceUnit::Weeks && !recurrence.working_days {
            prop_assert_eq!((next - from).num_days() % (7 * recurrence.every), 0, "whole weeks");
        }
    }

    #[test]
    fn a_series_keeps_its_length_in_working_days((recurrence, due) in series(), long in 0_u64..20) {
        let calendar = WorkingCalendar::default();
        let (start, due) = (due, due + Days::new(long));
        let mut done = task(&json!({ "start": start, "due": due }));
        done.recurrence = Some(recurrence.clone());
        let next = done.next(due, &calendar).unwrap();
        let (begin, end) = (next.start.unwrap(), next.due.unwrap());
        prop_assert!(begin <= end);
        if recurrence.working_days {
            prop_assert_eq!(calendar.length(begin, end), calendar.length(start, due));
        } else {
            prop_assert_eq!(end - begin, due - start, "in days where it does not keep to working days");
        }
    }
}
