//! The cascade, by example and by property.
#![allow(clippy::unwrap_used, clippy::expect_used)]

use cairn_domain::{
    Bar, Calendars, Cascade, RecordId, Side, TaskId, TaskLink, Weekday, Wish, WorkingCalendar, cascade,
    closed_loop, date_conflicts,
};
use chrono::{Days, NaiveDate};
use proptest::prelude::*;

fn task(number: u128) -> TaskId {
    TaskId::from_uuid(uuid::Uuid::from_u128(number))
}

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn bar(number: u128, start: &str, due: &str) -> Bar {
    let (start, due) = (Some(day(start)), Some(day(due)));
    Bar { id: task(number), start, due, side: Side::Ours, fixed: false, closed: false }
}

fn link(predecessor: u128, successor: u128, lag_days: u32) -> TaskLink {
    TaskLink { predecessor: task(predecessor), successor: task(successor), lag_days }
}

fn start(number: u128, date: &str) -> Wish {
    Wish { id: task(number), start: Some(day(date)), due: None }
}

fn spans(cascade: &Cascade) -> Vec<(TaskId, String, String)> {
    let text = |date: Option<NaiveDate>| date.map(|date| date.to_string()).unwrap_or_default();
    cascade.shifts.iter().map(|shift| (shift.id, text(shift.start), text(shift.due))).collect()
}

#[test]
fn a_new_start_keeps_the_length_in_working_days_and_pushes_what_follows() {
    // Monday to Wednesday, then Thursday and Friday.
    let bars = [bar(1, "2026-11-23", "2026-11-25"), bar(2, "2026-11-26", "2026-11-27")];
    let found = cascade(&bars, &[link(1, 2, 0)], start(1, "2026-11-26"), &Calendars::default()).unwrap();
    assert_eq!(
        spans(&found),
        [
            (task(1), "2026-11-26".into(), "2026-11-30".into()),
            (task(2), "2026-12-01".into(), "2026-12-02".into()),
        ],
        "three working days over the weekend, and two after them"
    );
}

#[test]
fn what_has_room_does_not_move_and_nothing_moves_earlier() {
    let bars = [bar(1, "2026-11-23", "2026-11-25"), bar(2, "2026-12-21", "2026-12-22")];
    let found = cascade(&bars, &[link(1, 2, 0)], start(1, "2026-11-30"), &Calendars::default()).unwrap();
    assert_eq!(found.shifts.len(), 1, "the link still holds");
    let found = cascade(&bars, &[link(1, 2, 0)], start(1, "2026-11-02"), &Calendars::default()).unwrap();
    assert_eq!(found.shifts.len(), 1, "what follows does not come after it");
}

#[test]
fn a_lag_is_counted_in_working_days() {
    let bars = [bar(1, "2026-11-23", "2026-11-25"), bar(2, "2026-11-26", "2026-11-26")];
    let wish = Wish { id: task(1), start: None, due: Some(day("2026-11-27")) };
    let found = cascade(&bars, &[link(1, 2, 2)], wish, &Calendars::default()).unwrap();
    assert_eq!(spans(&found)[1].1, "2026-12-02", "Monday would be next; two working days more are Wednesday");
}

#[test]
fn work_on_a_weekend_stays_on_weekends_and_pushes_nobody_without_need() {
    // Saturday to Sunday; the next on Monday.
    let bars = [bar(1, "2026-11-28", "2026-11-29"), bar(2, "2026-12-07", "2026-12-08")];
    let found = cascade(&bars, &[link(1, 2, 0)], start(1, "2026-12-05"), &Calendars::default()).unwrap();
    assert_eq!(
        spans(&found),
        [(task(1), "2026-12-05".into(), "2026-12-06".into())],
        "it ends on Sunday, and Monday needs no move"
    );
    let one = [bar(1, "2026-11-29", "2026-11-29")];
    let found = cascade(&one, &[], start(1, "2026-12-06"), &Calendars::default()).unwrap();
    assert_eq!(spans(&found)[0].2, "2026-12-06", "one Sunday is one Sunday");
    let wish = Wish { id: task(1), start: None, due: Some(day("2026-12-05")) };
    let found = cascade(&bars, &[link(1, 2, 0)], wish, &Calendars::default()).unwrap();
    assert_eq!(
        spans(&found),
        [(task(1), "2026-11-28".into(), "2026-12-05".into())],
        "a resize is as it was drawn"
    );
}

#[test]
fn a_bar_that_is_put_on_a_weekend_does_not_grow() {
    let mut bars = [bar(1, "2027-01-08", "2027-01-08")];
    for to in ["2027-01-09", "2027-01-10", "2027-01-11", "2027-01-08"] {
        let found = cascade(&bars, &[], start(1, to), &Calendars::default()).unwrap();
        assert_eq!(spans(&found), [(task(1), to.into(), to.into())], "one day is one day");
        bars = [bar(1, to, to)];
    }
    let week = [bar(1, "2027-01-04", "2027-01-08")];
    let found = cascade(&week, &[], start(1, "2027-01-09"), &Calendars::default()).unwrap();
    assert_eq!(spans(&found)[0].2, "2027-01-13", "five days from Saturday on, as they were drawn");
}

#[test]
fn work_that_begins_on_a_holiday_or_ends_on_leave_keeps_its_days() {
    let week = [Weekday::Monday, Weekday::Tuesday, Weekday::Wednesday, Weekday::Thursday, Weekday::Friday];
    let off = [day("2027-01-01"), day("2027-01-14"), day("2027-01-15")];
    let calendars = Calendars { ours: WorkingCalendar::new(&week, off), ..Calendars::default() };
    let bars = [bar(1, "2027-01-01", "2027-01-05")];
    let found = cascade(&bars, &[], start(1, "2027-01-08"), &calendars).unwrap();
    assert_eq!(spans(&found)[0].2, "2027-01-12", "from the holiday on it is five days long");
    let bars = [bar(1, "2027-01-11", "2027-01-15")];
    let found = cascade(&bars, &[], start(1, "2027-01-18"), &calendars).unwrap();
    assert_eq!(spans(&found)[0].2, "2027-01-22", "Monday to Friday, though the leave came later");
}

#[test]
fn what_was_put_on_a_weekend_behind_its_predecessor_stays_there() {
    // Friday; then a Sunday that somebody chose.
    let bars = [bar(1, "2026-11-26", "2026-11-26"), bar(2, "2026-11-29", "2026-11-29")];
    let wish = Wish { id: task(1), start: None, due: Some(day("2026-11-27")) };
    let found = cascade(&bars, &[link(1, 2, 0)], wish, &Calendars::default()).unwrap();
    assert_eq!(found.shifts.len(), 1, "Sunday is after Friday");
    let found = cascade(&bars, &[link(1, 2, 1)], wish, &Calendars::default()).unwrap();
    assert_eq!(spans(&found)[1].1, "2026-12-01", "a working day between is Monday");
}

#[test]
fn dates_that_contradict_a_link_are_listed() {
    let mut bars = [
        bar(1, "2026-11-23", "2026-11-27"),
        bar(2, "2026-11-25", "2026-11-26"),
        bar(3, "2026-11-30", "2026-11-30"),
    ];
    let links = [link(1, 2, 0), link(1, 3, 0), link(1, 3, 1)];
    let found = date_conflicts(&bars, &links, &Calendars::default());
    let told: Vec<_> = found.iter().map(|one| (one.link, one.earliest)).collect();
    assert_eq!(
        told,
        [(links[0], day("2026-11-30")), (links[2], day("2026-12-01"))],
        "one begins before, one leaves no working day between; Monday after Friday is fine"
    );
    bars[0].closed = true;
    assert!(
        date_conflicts(&bars, &links, &Calendars::default()).is_empty(),
        "what is over is in nobody's way"
    );
}

#[test]
fn a_milestone_stays_and_is_named_and_what_is_done_is_left_alone() {
    let mut bars = [
        bar(1, "2026-11-23", "2026-11-25"),
        bar(2, "2026-11-26", "2026-11-26"),
        bar(3, "2026-11-26", "2026-11-26"),
    ];
    bars[1].fixed = true;
    bars[2].closed = true;
    let links = [link(1, 2, 0), link(1, 3, 0)];
    let found = cascade(&bars, &links, start(1, "2026-12-07"), &Calendars::default()).unwrap();
    assert_eq!(found.shifts.len(), 1, "only the task itself");
    assert_eq!(
        found.held.iter().map(|held| held.id).collect::<Vec<_>>(),
        [task(2)],
        "the milestone is named"
    );
}

#[test]
fn what_is_over_pushes_nobody_wherever_its_dates_are_put() {
    let mut bars = [bar(1, "2026-11-23", "2026-11-25"), bar(2, "2026-11-26", "2026-11-27")];
    bars[0].closed = true;
    let found = cascade(&bars, &[link(1, 2, 0)], start(1, "2026-12-07"), &Calendars::default()).unwrap();
    assert_eq!(found.shifts.len(), 1, "it made room for what follows the day it was done");
}

#[test]
fn the_customers_work_follows_the_customers_days() {
    let mut bars = [bar(1, "2026-12-21", "2026-12-23"), bar(2, "2026-12-23", "2026-12-23")];
    bars[1].side = Side::Customer;
    let week = [Weekday::Sunday, Weekday::Monday, Weekday::Tuesday, Weekday::Wednesday, Weekday::Thursday];
    let calendars = Calendars {
        ours: WorkingCalendar::default(),
        customer: WorkingCalendar::new(&week, [day("2026-12-24")]),
    };
    let wish = Wish { id: task(1), start: None, due: Some(day("2026-12-23")) };
    let found = cascade(&bars, &[link(1, 2, 0)], wish, &calendars).unwrap();
    assert_eq!(
        spans(&found)[1].1,
        "2026-12-27",
        "the 24th is their holiday, Friday their weekend, Sunday they work"
    );
}

#[test]
fn a_loop_is_named_before_it_is_closed() {
    let links = [link(1, 2, 0), link(2, 3, 0)];
    assert_eq!(
        closed_loop(&links, link(3, 1, 0)),
        Some(vec![task(3), task(1), task(2), task(3)]),
        "3 > 1 > 2 > 3"
    );
    assert_eq!(
        closed_loop(&links, link(1, 1, 0)),
        Some(vec![task(1), task(1)]),
        "a task that waits for itself"
    );
    assert_eq!(closed_loop(&links, link(1, 3, 0)), None, "a second way is no loop");
}

/// Bars in a row of days, and links that only lead forward.
fn plans() -> impl Strategy<Value = (Vec<Bar>, Vec<TaskLink>, i64)> {
    let spans = prop::collection::vec((0_u64..200, 0_u64..15), 2..25);
    let links = prop::collection::vec((0_usize..25, 0_usize..25, 0_u32..4), 0..50);
    (spans, links, -60_i64..60).prop_map(|(spans, links, by)| {
        let origin = day("2026-01-05");
        let bars: Vec<Bar> = (0_u128..)
            .zip(&spans)
            .map(|(number, (offset, length))| {
                let start = origin + Days::new(*offset);
                Bar {
                    id: task(number),
                    start: Some(start),
                    due: Some(start + Days::new(*length)),
                    side: if number % 3 == 0 { Side::Customer } else { Side::Ours },
                    fixed: false,
                    closed: false,
                }
            })
            .collect();
        let most = bars.len();
        let links = links
            .into_iter()
            .filter(|(from, to, _)| from < to && *to < most)
            .map(|(from, to, lag)| link(from as u128, to as u128, lag))
            .collect();
        (bars, links, by)
    })
}

fn after(bars: &[Bar], found: &Cascade) -> Vec<Bar> {
    let mut bars = bars.to_vec();
    for shift in &found.shifts {
        let bar = bars.iter_mut().find(|bar| bar.id == shift.id).unwrap();
        (bar.start, bar.due) = (shift.start, shift.due);
    }
    bars
}

proptest! {
    #[test]
    fn afterwards_no_link_behind_what_moved_is_broken_and_nothing_went_earlier((bars, links, by) in plans()) {
        let calendars = Calendars::default();
        let new = bars[0].start.unwrap().checked_add_signed(chrono::TimeDelta::days(by)).unwrap();
        let wish = Wish { id: bars[0].id, start: Some(new), due: None };
        let found = cascade(&bars, &links, wish, &calendars).unwrap();
        let moved: Vec<TaskId> = found.shifts.iter().map(|shift| shift.id).collect();
        let now = after(&bars, &found);
        let of = |id: TaskId| now.iter().find(|bar| bar.id == id).unwrap();
        for link in links.iter().filter(|link| moved.contains(&link.predecessor)) {
            let (end, begin) = (of(link.predecessor).due.unwrap(), of(link.successor).start.unwrap());
            prop_assert!(begin > end, "a successor starts after what it waits for");
            let between = end.iter_days().skip(1).take_while(|day| *day < begin);
            let worked = between.filter(|day| calendars.ours.is_working(*day)).count();
            prop_assert!(worked >= usize::try_from(link.lag_days).unwrap(), "and the lag lies between");
        }
        prop_assert!(
            date_conflicts(&now, &links, &calendars).iter().all(|found| !moved.contains(&found.link.predecessor)),
            "so nothing that moved is in conflict with what follows"
        );
        for (before, now) in bars.iter().zip(&now).skip(1) {
            prop_assert!(now.start >= before.start, "nothing that is pushed goes earlier");
            if before.start != now.start {
                let span = |bar: &Bar| (bar.start.unwrap(), bar.due.unwrap());
                let (start, due) = span(before);
                if calendars.ours.is_working(start) && calendars.ours.is_working(due) {
                    let length = |bar: &Bar| calendars.ours.length(span(bar).0, span(bar).1);
                    prop_assert_eq!(length(before), length(now), "what moves keeps its working days");
                } else {
                    prop_assert_eq!(due - start, span(now).1 - span(now).0, "or its days, where somebody chose days off");
                }
            }
        }
    }

    #[test]
    fn a_cascade_that_was_applied_moves_nothing_more((bars, links, by) in plans()) {
        let calendars = Calendars::default();
        let new = bars[0].start.unwrap().checked_add_signed(chrono::TimeDelta::days(by)).unwrap();
        let wish = Wish { id: bars[0].id, start: Some(new), due: None };
        let now = after(&bars, &cascade(&bars, &links, wish, &calendars).unwrap());
        let again = cascade(&now, &links, wish, &calendars).unwrap();
        prop_assert_eq!(again.shifts.len(), 1, "only the wish itself, which is granted already");
    }

    #[test]
    fn counting_days_forward_and_back_agrees(offset in 0_u64..700, days in 0_u32..120) {
        let calendar = WorkingCalendar::default();
        let from = calendar.on_or_after(day("2026-01-01") + Days::new(offset));
        let to = calendar.plus(from, days);
        prop_assert_eq!(calendar.length(from, to), days + 1, "both ends are counted");
    }
}
