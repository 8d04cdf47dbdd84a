//! The critical path, by example and by property: room is what a cascade says it is.
#![allow(clippy::unwrap_used, clippy::expect_used)]

use cairn_domain::{
    Bar, Calendars, RecordId, Side, Slack, TaskId, TaskLink, Weekday, Wish, WorkingCalendar, cascade,
    cascade_of, critical_path, wish_by,
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

fn days(bars: &[Bar], links: &[TaskLink]) -> Vec<Option<i64>> {
    let found = critical_path(bars, links, &Calendars::default()).unwrap();
    found.slack.iter().map(|slack| slack.days).collect()
}

#[test]
fn the_longest_way_to_the_end_has_no_room_and_the_others_say_how_much_they_have() {
    // Monday to Wednesday, Thursday to next Tuesday; beside them a task of a day, with the same successor.
    let bars = [
        bar(1, "2026-11-23", "2026-11-25"),
        bar(2, "2026-11-26", "2026-12-01"),
        bar(3, "2026-11-23", "2026-11-23"),
        bar(4, "2026-12-02", "2026-12-03"),
    ];
    let links = [link(1, 2, 0), link(2, 4, 0), link(3, 4, 1)];
    assert_eq!(
        days(&bars, &links),
        [Some(0), Some(0), Some(5), Some(0)],
        "the third may end on Monday the 30th: one day of lag, then Wednesday"
    );
    let found = critical_path(&bars, &links, &Calendars::default()).unwrap();
    assert_eq!(found.tight, [link(1, 2, 0), link(2, 4, 0)], "the links of that way, and no other");
    assert_eq!(found.end, Some(day("2026-12-03")), "the plan ends with its last task");
}

#[test]
fn a_milestone_is_a_deadline_for_what_it_waits_for_and_what_is_done_has_no_room_to_speak_of() {
    let mut bars = [
        bar(1, "2026-11-23", "2026-11-25"),
        bar(2, "2026-12-01", "2026-12-01"),
        bar(3, "2026-12-07", "2026-12-18"),
        bar(4, "2026-11-16", "2026-11-20"),
        bar(5, "2026-12-04", "2026-12-04"),
    ];
    bars[1].fixed = true;
    bars[3].closed = true;
    bars[4].fixed = true;
    let links = [link(1, 2, 0), link(4, 1, 0)];
    assert_eq!(
        days(&bars, &links),
        [Some(3), Some(3), Some(0), None, None],
        "three days are left before the milestone, though the plan ends later; nothing could push the other one"
    );
    bars[0].due = Some(day("2026-12-02"));
    assert_eq!(days(&bars, &links)[0], Some(-2), "Wednesday, where Monday was the last day that keeps it");
}

#[test]
fn a_loop_is_named() {
    let bars = [bar(1, "2026-11-23", "2026-11-25"), bar(2, "2026-11-26", "2026-11-27")];
    let path = critical_path(&bars, &[link(1, 2, 0), link(2, 1, 0)], &Calendars::default()).unwrap_err();
    assert_eq!(path.len(), 3, "both tasks, the first again at the end: {path:?}");
}

#[test]
fn several_tasks_move_by_working_days_of_their_own_side_and_push_each_other_where_those_differ() {
    let mut bars = [
        bar(1, "2026-11-23", "2026-11-24"),
        bar(2, "2026-11-25", "2026-11-25"),
        bar(3, "2026-11-26", "2026-11-26"),
    ];
    bars[0].side = Side::Customer;
    let calendars = Calendars {
        ours: WorkingCalendar::default(),
        customer: WorkingCalendar::new(&[], [day("2026-11-26"), day("2026-11-27")]),
    };
    let wishes = [wish_by(&bars[0], 2, &calendars).unwrap(), wish_by(&bars[1], 2, &calendars).unwrap()];
    let found = cascade_of(&bars, &[link(1, 2, 0), link(2, 3, 0)], &wishes, &calendars).unwrap();
    let moves: Vec<_> =
        found.shifts.iter().map(|shift| (shift.start.unwrap().to_string(), shift.pushed_by)).collect();
    assert_eq!(
        moves,
        [
            ("2026-11-25".into(), None),
            // Friday by its own days; but the first now ends on Monday.
            ("2026-12-01".into(), Some(task(1))),
            ("2026-12-02".into(), Some(task(2))),
        ]
    );
    let back = wish_by(&bars[1], -2, &calendars).unwrap();
    assert_eq!(back.start, Some(day("2026-11-23")), "two working days earlier");
}

/// Bars of both sides, some of them milestones or done, and links that hold.
fn plans() -> impl Strategy<Value = (Vec<Bar>, Vec<TaskLink>, Calendars)> {
    let spans = prop::collection::vec((0_u64..150, 0_u64..15, any::<bool>(), 0_u8..8), 2..20);
    let links = prop::collection::vec((0_usize..20, 0_usize..20, 0_u32..4), 0..60);
    let off = prop::collection::btree_set(0_u64..170, 0..20);
    (spans, links, off).prop_map(|(spans, links, off)| {
        let origin = day("2026-01-05");
        let week = [Weekday::Sunday, Weekday::Monday, Weekday::Tuesday, Weekday::Wednesday];
        let calendars = Calendars {
            ours: WorkingCalendar::default(),
            customer: WorkingCalendar::new(&week, off.into_iter().map(|days| origin + Days::new(days))),
        };
        let bars: Vec<Bar> = (0_u128..)
            .zip(&spans)
            .map(|(number, (offset, length, ours, kind))| {
                let start = origin + Days::new(*offset);
                Bar {
                    id: task(number),
                    start: (*kind != 0).then_some(start),
                    due: Some(if *kind == 0 { start } else { start + Days::new(*length) }),
                    side: if *ours { Side::Ours } else { Side::Customer },
                    fixed: *kind == 0,
                    closed: *kind == 1,
                }
            })
            .collect();
        let holds = |from: &Bar, to: &Bar, lag| {
            let calendar = if to.side == Side::Ours { &calendars.ours } else { &calendars.customer };
            let (end, begin) = (from.due.unwrap(), to.start.or(to.due).unwrap());
            let between = end.iter_days().skip(1).take_while(|day| *day < begin);
            begin > end && between.filter(|day| calendar.is_working(*day)).count() >= lag as usize
        };
        let links = links
            .into_iter()
            .filter(|(from, to, lag)| {
                from != to
                    && bars.get(*from).zip(bars.get(*to)).is_some_and(|(from, to)| holds(from, to, *lag))
            })
            .map(|(from, to, lag)| link(from as u128, to as u128, lag))
            .collect();
        (bars, links, calendars)
    })
}

/// True where the plan ends later, or a milestone would have to move.
fn is_felt(bars: &[Bar], links: &[TaskLink], slack: &Slack, due: NaiveDate, calendars: &Calendars) -> bool {
    let end = bars.iter().filter(|bar| !bar.closed).filter_map(|bar| bar.due).max();
    let wish = Wish { id: slack.id, start: None, due: Some(due) };
    let found = cascade(bars, links, wish, calendars).unwrap();
    !found.held.is_empty() || found.shifts.iter().any(|shift| shift.due > end)
}

proptest! {
    #[test]
    fn a_task_may_end_on_its_latest_day_and_nobody_feels_it_and_a_day_more_is_felt(
        (bars, links, calendars) in plans()
    ) {
        let found = critical_path(&bars, &links, &calendars).unwrap();
        for (bar, slack) in bars.iter().zip(&found.slack) {
            prop_assert_eq!(bar.id, slack.id, "one for each, in their order");
            let (Some(days), Some(latest)) = (slack.days, slack.latest) else { continue };
            prop_assert!(days >= 0, "every link holds, so nothing is late");
            if bar.fixed {
                continue;
            }
            prop_assert!(!is_felt(&bars, &links, slack, latest, &calendars), "{slack:?} is its room");
            prop_assert!(is_felt(&bars, &links, slack, latest.succ_opt().unwrap(), &calendars), "{slack:?} is all");
        }
    }

    #[test]
    fn what_has_no_room_hands_its_delay_on_over_a_tight_link_or_ends_the_plan((bars, links, calendars) in plans()) {
        let found = critical_path(&bars, &links, &calendars).unwrap();
        for (bar, slack) in bars.iter().zip(&found.slack).filter(|(bar, slack)| slack.is_critical() && !bar.fixed) {
            let last = slack.latest.unwrap();
            let on = found.tight.iter().any(|link| link.predecessor == bar.id);
            let calendar = if bar.side == Side::Ours { &calendars.ours } else { &calendars.customer };
            let ends = last == found.end.unwrap()
                || calendar.plus(last.succ_opt().unwrap(), 0) > found.end.unwrap();
            prop_assert!(on || ends, "{slack:?}");
        }
    }

    #[test]
    fn counting_days_back_is_counting_them_forward(offset in 0_u64..700, days in 0_u32..120) {
        let calendar = WorkingCalendar::default();
        let from = calendar.on_or_after(day("2026-01-01") + Days::new(offset));
        prop_assert_eq!(calendar.minus(calendar.plus(from, days), days), from);
    }
}
