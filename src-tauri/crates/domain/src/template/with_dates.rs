//! From working days to dates: whose days count, and what waits for what.

use std::collections::{BTreeMap, VecDeque};

use chrono::{Days, NaiveDate};
use serde_json::Value;

use super::parts::{Fields, Part};
use crate::{
    calendar::WorkingCalendar,
    cascade::{Calendars, kept_until},
    kind::Kind,
    words::Side,
};

/// The parts with dates in the place of days, for a plan that starts on `start`. Ours follow our days, the
/// customer's tasks theirs; what both sides answer for (objectives, criteria, initiatives) the days of both. Where
/// the two calendars would let a task begin before what it waits for is over, it begins on the next working day
/// after that and its lag, as long as it was; nothing begins earlier than its day says.
#[must_use]
pub fn with_dates(parts: &[Part], start: NaiveDate, calendars: &Calendars) -> Vec<Part> {
    let both = calendars.ours.both(&calendars.customer);
    let mut settled: Vec<Part> = parts.to_vec();
    for part in &mut settled {
        if part.kind == Kind::Plan {
            period(&mut part.fields, start);
            continue;
        }
        let calendar = if part.kind == Kind::Task { calendars.of(side(part)) } else { &both };
        // A template's days are numbered from the first that is worked.
        let first = calendar.on_or_after(start);
        for (day, date) in [("start_day", "start"), ("due_day", "due"), ("target_day", "target_date")] {
            let Some(days) = part.fields.remove(day) else { continue };
            let days = days.as_u64().and_then(|days| u32::try_from(days).ok());
            let value = days.map(|days| calendar.plus(first, days).to_string());
            part.fields.insert(date.to_owned(), value.map_or(Value::Null, Value::String));
        }
    }
    keep_order(&mut settled, calendars);
    stretch(&mut settled);
    settled
}

/// The plan's period: whole weeks from the start on.
fn period(fields: &mut Fields, start: NaiveDate) {
    let weeks = fields.remove("weeks").and_then(|weeks| weeks.as_u64()).unwrap_or(1);
    let last = Days::new((weeks * 7).saturating_sub(1));
    let end = start.checked_add_days(last).unwrap_or(start);
    fields.insert("period_start".into(), start.to_string().into());
    fields.insert("period_end".into(), end.to_string().into());
}

/// Holidays and leave push the last work out; the period goes as far as the work does.
fn stretch(parts: &mut [Part]) {
    let last = parts.iter().filter_map(|part| date(part, "due").max(date(part, "target_date"))).max();
    for plan in parts.iter_mut().filter(|part| part.kind == Kind::Plan) {
        if let Some(last) = last.filter(|last| date(plan, "period_end").is_some_and(|end| end < *last)) {
            plan.fields.insert("period_end".into(), last.to_string().into());
        }
    }
}

fn side(part: &Part) -> Side {
    part.text("owner_side").parse().unwrap_or_default()
}

fn date(part: &Part, field: &str) -> Option<NaiveDate> {
    part.text(field).parse().ok()
}

/// Moves tasks behind what they wait for, predecessors before successors. A loop stays as it is.
fn keep_order(parts: &mut [Part], calendars: &Calendars) {
    let of_key = |key: &str| (Kind::Task, key.to_owned());
    let index: BTreeMap<_, _> = parts.iter().enumerate().map(|(at, part)| (part.id(), at)).collect();
    let mut waits = vec![0_usize; parts.len()];
    let mut after: Vec<Vec<(usize, u32)>> = vec![Vec::new(); parts.len()];
    for link in parts.iter().filter(|part| part.kind == Kind::Dependency) {
        let ends = [link.text("predecessor"), link.text("successor")].map(|key| index.get(&of_key(key)));
        if let [Some(&first), Some(&second)] = ends {
            let lag = link.fields.get("lag_days").and_then(Value::as_u64).unwrap_or_default();
            after[first].push((second, u32::try_from(lag).unwrap_or_default()));
            waits[second] += 1;
        }
    }
    let mut ready: VecDeque<usize> = (0..parts.len()).filter(|at| waits[*at] == 0).collect();
    while let Some(at) = ready.pop_front() {
        let end = date(&parts[at], "due");
        for &(behind, lag) in &after[at] {
            if let Some(end) = end {
                push(&mut parts[behind], end, lag, calendars);
            }
            waits[behind] -= 1;
            if waits[behind] == 0 {
                ready.push_back(behind);
            }
        }
    }
}

/// Puts a task on the first working day after `end` and the lag, if it begins before that.
fn push(task: &mut Part, end: NaiveDate, lag: u32, calendars: &Calendars) {
    let calendar: &WorkingCalendar = calendars.of(side(task));
    let until = kept_until(end, lag, calendar);
    let earliest = calendar.plus(until, 1);
    let (start, due) = (date(task, "start"), date(task, "due"));
    let Some(begin) = start.or(due).filter(|begin| *begin <= until) else { return };
    if start.is_some() {
        task.fields.insert("start".into(), earliest.to_string().into());
    }
    if let Some(due) = due {
        task.fields.insert("due".into(), calendar.end_from(begin, due, earliest).to_string().into());
    }
}
