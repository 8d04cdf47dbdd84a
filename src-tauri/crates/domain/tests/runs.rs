//! All checklists at once, by example and by property.
#![allow(clippy::unwrap_used, clippy::expect_used)]

use cairn_domain::{
    Kind, MeasureFact, MeasureState, Measured,
    runs::{OpenOn, OpenSpan, burn_down, by_quarter},
};
use chrono::{Duration, NaiveDate};
use proptest::prelude::*;
use uuid::Uuid;

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

#[test]
fn open_steps_burn_down_week_by_week_to_those_that_are_open_today() {
    let span = |from: &str, to: Option<&str>| OpenSpan { from: day(from), to: to.map(day) };
    let spans = [
        span("2026-11-02", Some("2026-11-10")),
        span("2026-11-02", Some("2026-11-16")),
        span("2026-11-20", None),
    ];
    let on = |text: &str, open: u32| OpenOn { day: day(text), open };
    assert_eq!(
        burn_down(&spans, day("2026-11-23")),
        [on("2026-11-02", 2), on("2026-11-09", 2), on("2026-11-16", 0), on("2026-11-23", 1)],
        "what is over on a day is not open at its end"
    );
    assert_eq!(burn_down(&[], day("2026-11-23")), []);
}

#[test]
fn a_measure_stands_in_the_quarter_in_which_it_was_reached() {
    let fact = |date: &str| MeasureFact {
        date: day(date),
        kind: Kind::Account,
        id: Uuid::nil(),
        title: String::new(),
        field: String::new(),
    };
    let reached = |from: &str, to: &str, target| Measured {
        days: Some((day(to) - day(from)).num_days()),
        target,
        state: MeasureState::Met,
        forecast: None,
        from: vec![fact(from), fact(to)],
    };
    let open =
        Measured { days: None, from: vec![fact("2026-05-02")], ..reached("2026-05-02", "2026-05-02", 45) };
    let quarters = by_quarter(&[
        reached("2026-02-01", "2026-03-31", 45),
        reached("2026-04-01", "2026-04-21", 45),
        reached("2026-03-01", "2026-05-20", 45),
        open,
    ]);
    let own = by_quarter(&[reached("2026-02-01", "2026-03-31", 60)]);
    assert_eq!(own[0].in_time, 1, "58 days are in time where the tier's target is 60");
    let told: Vec<_> = quarters
        .iter()
        .map(|quarter| (quarter.from, quarter.accounts, quarter.median_days, quarter.in_time))
        .collect();
    assert_eq!(told, [(day("2026-01-01"), 1, 58, 0), (day("2026-04-01"), 2, 80, 1)]);
}

proptest! {
    #[test]
    fn the_last_point_counts_what_is_open_today(spans in prop::collection::vec((0_i64..400, prop::option::of(0_i64..400)), 1..40)) {
        let today = day("2026-11-23");
        let spans: Vec<OpenSpan> = spans
            .into_iter()
            .map(|(ago, long)| {
                let from = today - Duration::days(ago);
                OpenSpan { from, to: long.map(|days| from + Duration::days(days)) }
            })
            .collect();
        let points = burn_down(&spans, today);
        let open = spans.iter().filter(|span| span.to.is_none_or(|to| to > today)).count();
        prop_assert_eq!(points.last().map(|point| (point.day, usize::try_from(point.open).unwrap())), Some((today, open)));
        prop_assert!(points.len() <= 27 && points.windows(2).all(|pair| pair[1].day - pair[0].day == Duration::days(7)));
    }
}
