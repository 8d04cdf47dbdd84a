//! The dates of checklists by property: each counts from what it says, in any order, and a loop is always named.
#![allow(clippy::unwrap_used, clippy::expect_used)]

use std::collections::BTreeMap;

use cairn_domain::{Calendars, ChecklistStep, Reason, WorkingCalendar, hanging_on, step_dates};
use chrono::{Days, NaiveDate};
use proptest::prelude::*;
use serde_json::{Value, json};

fn contract() -> NaiveDate {
    "2026-11-02".parse().unwrap()
}

/// We are away for a week, the customer is not.
fn calendars() -> Calendars {
    use cairn_domain::Weekday::{Friday, Monday, Thursday, Tuesday, Wednesday};
    let away = "2026-12-07".parse::<NaiveDate>().unwrap().iter_days().take(5);
    let week = [Monday, Tuesday, Wednesday, Thursday, Friday];
    Calendars { ours: WorkingCalendar::new(&week, away), customer: WorkingCalendar::default() }
}

fn step(fields: &Value) -> ChecklistStep {
    let mut whole = json!({ "checklist_id": "0199f3a4-0000-7000-8000-000000000001", "title": fields["key"] });
    whole.as_object_mut().unwrap().extend(fields.as_object().unwrap().clone());
    serde_json::from_value(whole).unwrap()
}

/// Steps that count from the contract or from one with a smaller number: no loops.
fn steps() -> impl Strategy<Value = Vec<ChecklistStep>> {
    let one = (any::<prop::sample::Index>(), -20_i32..40, any::<bool>(), 0_u8..3, 0_u8..4, 0_u64..90);
    prop::collection::vec(one, 1..20).prop_map(|all| {
        let make = |(number, (base, days, working, from, state, done))| {
            let number: usize = number;
            let base: prop::sample::Index = base;
            let from = match (number, from) {
                (0, _) | (_, 0) => "anchor:contract".to_owned(),
                (_, 1) => format!("due:s{}", base.index(number)),
                _ => format!("done:s{}", base.index(number)),
            };
            let (state, done_on) = match state {
                0 => ("done", Some((contract() + Days::new(done)).to_string())),
                1 => ("skipped", None),
                _ => ("open", None),
            };
            step(&json!({ "key": format!("s{number}"), "offset_days": days, "offset_from": from, "state": state,
                "calendar": if working { "working" } else { "calendar" }, "done_on": done_on,
                "owner_side": if number.is_multiple_of(2) { "ours" } else { "customer" } }),
            )
        };
        all.into_iter().enumerate().map(make).collect()
    })
}

fn dated(steps: &[ChecklistStep]) -> Vec<(Option<NaiveDate>, bool)> {
    let anchors = BTreeMap::from([("contract".to_owned(), contract())]);
    let dates = step_dates(steps, &anchors, &calendars()).unwrap();
    dates.into_iter().map(|date| (date.due, date.provisional)).collect()
}

proptest! {
    #[test]
    fn every_date_counts_from_what_it_says(steps in steps()) {
        let dates = dated(&steps);
        for (at, one) in steps.iter().enumerate() {
            let from = String::from(one.offset_from.clone().unwrap());
            let (day, provisional) = match from.split_once(":s") {
                None => (Some(contract()), false),
                Some((what, number)) => {
                    let base: usize = number.parse().unwrap();
                    match (what, steps[base].done_on, steps[base].is_over()) {
                        ("done", Some(on), _) => (Some(on), false),
                        ("done", None, false) => (dates[base].0, true),
                        _ => dates[base],
                    }
                }
            };
            let calendars = calendars();
            let both = calendars.ours.both(&calendars.customer);
            let calendar = if at.is_multiple_of(2) { &both } else { &calendars.customer };
            prop_assert_eq!(dates[at], (Some(one.offset().of(day.unwrap(), calendar)), provisional));
        }
    }

    #[test]
    fn the_order_of_the_steps_changes_no_date(steps in steps(), turn in any::<prop::sample::Index>()) {
        let mut turned = steps.clone();
        turned.rotate_left(turn.index(steps.len()));
        turned.reverse();
        let (before, after) = (dated(&steps), dated(&turned));
        for (one, date) in steps.iter().zip(before) {
            let at = turned.iter().position(|other| other.key == one.key).unwrap();
            prop_assert_eq!(date, after[at]);
        }
    }

    #[test]
    fn a_later_tick_never_moves_a_date_earlier(steps in steps(), later in 0_u64..60) {
        let mut moved = steps.clone();
        for one in &mut moved {
            one.done_on = one.done_on.map(|day| day + Days::new(later));
        }
        for (before, after) in dated(&steps).into_iter().zip(dated(&moved)) {
            prop_assert!(after.0 >= before.0, "{:?} before {:?}", after, before);
        }
    }

    #[test]
    fn a_loop_is_named_by_its_titles(steps in steps(), length in 2_usize..6) {
        let mut looped = steps;
        for number in 0..length {
            let from = format!("due:l{}", (number + length - 1) % length);
            looped.push(step(&json!({ "key": format!("l{number}"), "offset_from": from })));
        }
        let refused = step_dates(&looped, &BTreeMap::new(), &calendars()).unwrap_err();
        let Reason::OffsetLoop { path } = refused.reason else { panic!("{refused}") };
        prop_assert_eq!(path.len(), length + 1);
        prop_assert_eq!(path.first(), path.last());
        for pair in path.windows(2) {
            let at = looped.iter().find(|one| one.title == pair[1]).unwrap();
            let from = String::from(at.offset_from.clone().unwrap());
            prop_assert_eq!(from, format!("due:{}", pair[0]));
        }
    }
}

#[test]
fn what_counts_from_nothing_that_is_there_keeps_its_date() {
    let own = step(&json!({ "key": "own", "due": "2026-11-20" }));
    let orphan =
        step(&json!({ "key": "orphan", "due": "2026-11-21", "offset_from": "due:gone", "offset_days": 5 }));
    let dates = dated(&[own, orphan]);
    assert_eq!(dates[0], (Some("2026-11-20".parse().unwrap()), false), "a date of its own");
    assert_eq!(dates[1], (Some("2026-11-21".parse().unwrap()), false), "its step was deleted");
}

#[test]
fn only_what_hangs_on_a_change_may_move() {
    let steps = [
        step(&json!({ "key": "a", "offset_from": "anchor:contract" })),
        step(&json!({ "key": "b", "offset_from": "done:a" })),
        step(&json!({ "key": "c", "offset_from": "anchor:contract" })),
        step(&json!({ "key": "own", "due": "2026-11-20" })),
    ];
    let hanging = |changed: [bool; 4], anchors| hanging_on(&steps, &changed, anchors).unwrap();
    assert_eq!(
        hanging([true, false, false, false], false),
        [true, true, false, false],
        "a, and what waits for it"
    );
    assert_eq!(hanging([false; 4], true), [true, true, true, false], "all that counts from an anchor");
    assert_eq!(hanging([false; 4], false), [false; 4], "a calendar that changed is no reason");
}
