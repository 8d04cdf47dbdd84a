//! What a change of dates costs on a large plan: the cascade, against a plain topological pass over the same tasks
//! and links in memory, in interleaved rounds of one run.
//!
//! Owns: the plan, the pass and the limit. The plan is the worst one of its size: one task pushes every other. Does not
//! own the reading of a plan from its file.

use std::collections::HashMap;
use std::hint::black_box;
use std::time::Instant;

use cairn_domain::{
    Bar, Calendars, Country, RecordId, Side, TaskId, TaskLink, Weekday, Wish, WorkingCalendar, cascade,
    days_off,
};
use chrono::{Days, NaiveDate};
use uuid::Uuid;

use crate::Outcome;
use crate::report::median;

/// Most of the pass's time that the cascade may take.
const LIMIT: f64 = 3.0;
/// Tasks of the plan.
const TASKS: usize = 5_000;
/// Dependencies between them.
const LINKS: usize = 6_000;
/// Rounds that count, after as many that warm up.
const ROUNDS: usize = 101;

/// Prints the figures; false when the limit is missed.
pub(crate) fn run() -> Outcome<bool> {
    let (bars, links) = (bars()?, links());
    let calendars = calendars()?;
    let start = bars.first().and_then(|bar| bar.start).ok_or("a plan without a first task")?;
    let wish = Wish { id: bars[0].id, start: Some(start + Days::new(14)), due: None };
    let (mut passes, mut cascades, mut ratios) = (Vec::new(), Vec::new(), Vec::new());
    for round in 0..2 * ROUNDS {
        let begun = Instant::now();
        let order = black_box(plain(black_box(&bars), black_box(&links)));
        let pass = begun.elapsed().as_secs_f64() * 1000.0;
        let begun = Instant::now();
        let moved = black_box(cascade(black_box(&bars), black_box(&links), wish, &calendars));
        let took = begun.elapsed().as_secs_f64() * 1000.0;
        let moved = moved.map_err(|_| "the plan has a loop")?.shifts.len();
        if (order, moved) != (TASKS, TASKS) {
            return Err(format!("{order} tasks in order and {moved} moved, of {TASKS}").into());
        }
        if round >= ROUNDS {
            passes.push(pass);
            cascades.push(took);
            ratios.push(took / pass);
        }
    }
    let ratio = median(&ratios);
    let holds = ratio <= LIMIT;
    let word = if holds { "holds" } else { "DOES NOT HOLD" };
    println!(
        "cascade, {TASKS} tasks, {LINKS} links: plain pass {:.3} ms, cascade {:.3} ms; ratio {ratio:.2}, limit {LIMIT:.1}: {word}",
        median(&passes),
        median(&cascades),
    );
    Ok(holds)
}

/// How many tasks a plain topological pass brings in order (Kahn 1962): the places of the ids, the links by places,
/// and one way through them.
fn plain(bars: &[Bar], links: &[TaskLink]) -> usize {
    let places: HashMap<TaskId, usize> =
        bars.iter().enumerate().map(|(place, bar)| (bar.id, place)).collect();
    let mut after = vec![Vec::new(); bars.len()];
    let mut waits = vec![0_u32; bars.len()];
    for link in links {
        if let (Some(&from), Some(&to)) = (places.get(&link.predecessor), places.get(&link.successor)) {
            after[from].push(to);
            waits[to] += 1;
        }
    }
    let mut order: Vec<usize> = (0..bars.len()).filter(|place| waits[*place] == 0).collect();
    let mut at = 0;
    while let Some(&from) = order.get(at) {
        at += 1;
        for &to in &after[from] {
            waits[to] -= 1;
            if waits[to] == 0 {
                order.push(to);
            }
        }
    }
    order.len()
}

/// One task after the other, each three days long.
fn bars() -> Outcome<Vec<Bar>> {
    let first = NaiveDate::from_ymd_opt(2026, 11, 23).ok_or("no such day")?;
    let calendar = WorkingCalendar::default();
    let mut start = first;
    let mut bars = Vec::with_capacity(TASKS);
    for number in 0..TASKS {
        let due = calendar.plus(start, 2);
        let side = if number % 3 == 0 { Side::Customer } else { Side::Ours };
        bars.push(Bar {
            id: id(number)?,
            start: Some(start),
            due: Some(due),
            side,
            fixed: false,
            closed: false,
        });
        start = calendar.plus(due + Days::new(1), 0);
    }
    Ok(bars)
}

/// An id as the workspace makes them: of one moment, and random behind it.
fn id(number: usize) -> Outcome<TaskId> {
    let number = u128::try_from(number)?;
    let random = number.wrapping_mul(0x9e37_79b9_7f4a_7c15_f39c_c060_5ced_c835) >> 50;
    Ok(TaskId::from_uuid(Uuid::from_u128(0x0199_f3a4_0000_7000_8000_0000_0000_0000 | random)))
}

/// Each task waits for the one before it, and every fifth for one further back too.
fn pairs() -> Vec<(usize, usize)> {
    let chain = (1..TASKS).map(|to| (to - 1, to));
    let jumps =
        (0..).map(|number| (number * 37 % (TASKS - 60), number * 37 % (TASKS - 60) + 7 + number % 50));
    chain.chain(jumps.take(LINKS - TASKS + 1)).collect()
}

fn links() -> Vec<TaskLink> {
    let id = |place| id(place).unwrap_or_else(|_| TaskId::from_uuid(Uuid::nil()));
    let link = |(from, to)| TaskLink { predecessor: id(from), successor: id(to), lag_days: 0 };
    pairs().into_iter().map(link).collect()
}

/// Holidays of two countries, as they are met.
fn calendars() -> Outcome<Calendars> {
    use Weekday::{Friday, Monday, Thursday, Tuesday, Wednesday};
    let week = [Monday, Tuesday, Wednesday, Thursday, Friday];
    let of = |code: &str| -> Outcome<WorkingCalendar> {
        let country = Country::try_from(code.to_owned()).map_err(|why| why.to_string())?;
        Ok(WorkingCalendar::new(&week, days_off(Some(&country), "", &[])))
    };
    Ok(Calendars { ours: of("DE")?, customer: of("JP")? })
}
