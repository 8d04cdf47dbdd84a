//! The projection of a criterion, by example and by property.
#![allow(clippy::unwrap_used, clippy::expect_used)]

use cairn_domain::{Criterion, Latest, ObjectiveId, RecordId, next_interim, projected};
use chrono::{Days, NaiveDate};
use proptest::prelude::*;
use serde_json::{Value, json};

fn criterion(fields: &Value) -> Criterion {
    let objective = ObjectiveId::from_uuid(uuid::Uuid::nil());
    let mut all = json!({ "objective_id": objective, "name": "Lead time" });
    all.as_object_mut().unwrap().extend(fields.as_object().unwrap().clone());
    serde_json::from_value(all).unwrap()
}

/// From 20 down to 10.
fn falling() -> Criterion {
    criterion(&json!({ "direction": "lower_is_better", "baseline": 20.0, "target": 10.0 }))
}

fn origin() -> NaiveDate {
    "2026-01-05".parse().unwrap()
}

/// A day counted from the first reading's.
fn after(days: u64) -> NaiveDate {
    origin() + Days::new(days)
}

fn readings(values: &[(u64, f64)]) -> Vec<Latest> {
    values.iter().map(|&(days, value)| Latest { date: after(days), value }).collect()
}

#[test]
fn readings_on_a_line_arrive_where_the_line_does() {
    // A day less every ten days.
    let read = readings(&[(0, 20.0), (10, 19.0), (30, 17.0), (40, 16.0)]);
    assert_eq!(projected(&falling(), &read), Some(after(100)), "six more take sixty days");
    let range = criterion(&json!({ "direction": "in_range", "target_min": 5.0, "target_max": 10.0 }));
    assert_eq!(projected(&range, &read), Some(after(100)), "a range is reached at its nearer end");
}

#[test]
fn one_odd_reading_does_not_move_the_date() {
    let read = readings(&[(0, 20.0), (10, 19.0), (20, 35.0), (30, 17.0), (40, 16.0), (50, 15.0), (60, 14.0)]);
    assert_eq!(projected(&falling(), &read), Some(after(100)), "the median of the slopes is the line's");
}

#[test]
fn too_little_or_the_wrong_way_is_no_projection() {
    let none = |values: &[(u64, f64)], why: &str| {
        assert_eq!(projected(&falling(), &readings(values)), None, "{why}");
    };
    none(&[(0, 20.0), (30, 17.0)], "two readings are no trend");
    none(&[(0, 20.0), (5, 19.0), (13, 18.0)], "nor is a fortnight that is not full");
    none(&[(0, 20.0), (10, 21.0), (20, 22.0)], "it leads away");
    none(&[(0, 20.0), (10, 20.0), (20, 20.0)], "it stands still");
    none(&[(0, 12.0), (10, 11.0), (20, 9.5)], "it is reached");
    none(&[(0, 20.0), (100, 19.999), (200, 19.998)], "nobody knows what is in a hundred years");
    let aimless = criterion(&json!({ "direction": "lower_is_better", "baseline": 20.0 }));
    assert_eq!(projected(&aimless, &readings(&[(0, 20.0), (10, 19.0), (30, 17.0)])), None, "no target");
    let yes = criterion(&json!({ "kind": "yes_no", "target": 1.0 }));
    assert_eq!(projected(&yes, &readings(&[(0, 0.0), (10, 0.0), (30, 0.0)])), None, "yes has no pace");
}

#[test]
fn the_next_interim_target_is_the_first_that_the_newest_reading_does_not_lie_behind() {
    let mut measured = falling();
    measured.interim_targets = serde_json::from_value(json!([
        { "date": after(90), "value": 12.0 }, { "date": after(30), "value": 18.0 }, { "date": after(60), "value": 15.0 }
    ]))
    .unwrap();
    let next = |days: u64, value: f64| {
        let next = next_interim(&measured, Some(&Latest { date: after(days), value })).unwrap();
        (next.date, next.met)
    };
    assert_eq!(next_interim(&measured, None).unwrap().met, None, "nothing read, nothing met");
    assert_eq!(next(10, 19.0), (after(30), Some(false)));
    assert_eq!(next(30, 18.0), (after(30), Some(true)), "on its day it is the next still");
    assert_eq!(next(31, 16.0), (after(60), Some(false)));
    assert_eq!(
        next_interim(&measured, Some(&Latest { date: after(91), value: 9.0 })),
        None,
        "all lie behind"
    );
}

proptest! {
    #[test]
    fn the_projection_is_where_the_line_reaches_the_target_and_moves_with_its_days(
        steps in prop::collection::vec(1_u64..30, 3..12), slope in 1_i32..50, left in 1_i32..500, later in 0_u64..900,
    ) {
        let mut at = later;
        let line: Vec<(u64, f64)> = steps.iter().map(|step| {
            at += step;
            let days = u32::try_from(at - later).unwrap();
            (at, f64::from(slope) * f64::from(days))
        }).collect();
        let (first, (last, top)) = (line[0].0, *line.last().unwrap());
        let target = top + f64::from(left);
        let rising = criterion(&json!({ "target": target }));
        let expected = (last - first >= 14).then(|| {
            let days = (f64::from(left) / f64::from(slope)).ceil();
            #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "at most 500")]
            after(last + days as u64)
        });
        let found = projected(&rising, &readings(&line));
        match (found, expected) {
            // The division may fall a day to either side where the line arrives at midnight.
            (Some(found), Some(expected)) => prop_assert!((found - expected).num_days().abs() <= 1, "{found} {expected}"),
            (found, expected) => prop_assert_eq!(found, expected),
        }
        let mirrored: Vec<(u64, f64)> = line.iter().map(|&(day, value)| (day, -value)).collect();
        let falling = criterion(&json!({ "direction": "lower_is_better", "target": -target }));
        prop_assert_eq!(projected(&falling, &readings(&mirrored)), found, "down is up in a mirror");
    }

    #[test]
    fn a_projection_lies_after_the_newest_reading_and_within_ten_years(
        values in prop::collection::vec((0_u64..900, -100.0..100.0_f64), 0..40), target in -200.0..200.0_f64,
    ) {
        let mut values = values;
        values.sort_by_key(|(day, _)| *day);
        let read = readings(&values);
        if let Some(day) = projected(&criterion(&json!({ "target": target })), &read) {
            let newest = read.last().unwrap().date;
            prop_assert!(day > newest && (day - newest).num_days() <= 3_652, "{newest} {day}");
        }
    }
}
