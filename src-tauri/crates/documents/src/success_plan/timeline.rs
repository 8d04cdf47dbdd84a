//! The timeline: the whole plan as rows of a table with bars over a linear axis of days.
//!
//! Owns which rows stand on which sheet and the sentence over them. A plan of up to [`SHORT`] months is one sheet,
//! which runs over as many pages as its rows need; a longer one is an overview of its outcomes and a sheet for each
//! quarter in which something runs.

mod axis;
mod bar;
mod item;

use std::collections::BTreeSet;

use chrono::{Datelike, NaiveDate};
use serde::Serialize;

use self::{
    axis::{Axis, Window},
    bar::{Bar, Legend, bar, legend},
    item::{Item, Level, items},
};
use super::{SuccessPlan, cell::Cell};
use crate::text::Copyist;

/// The longest period that is readable on one sheet, in months.
const SHORT: i32 = 27;
/// As many sheets as anybody leafs through.
const SHEETS: usize = 24;
/// How far from today a quarter is still looked for, in quarters.
const NEAR: i32 = 400;

/// What the template draws.
#[derive(Serialize)]
pub(super) struct Timeline {
    heading: String,
    /// What it says, in a sentence; or that there are no dates.
    lead: String,
    columns: Vec<String>,
    legend: Vec<Legend>,
    sheets: Vec<Sheet>,
}

/// One axis with its rows.
#[derive(Serialize)]
struct Sheet {
    /// The quarter; nothing on the first sheet.
    heading: Option<String>,
    alt: String,
    axis: Axis,
    rows: Vec<Row>,
}

#[derive(Serialize)]
struct Row {
    level: Level,
    title: Cell,
    cells: Vec<Cell>,
    bar: Option<Bar>,
}

/// The timeline; `None` without an objective.
pub(super) fn timeline(copyist: &mut Copyist, plan: &SuccessPlan) -> Option<Timeline> {
    let words = copyist.words;
    let items = items(copyist, plan);
    if items.is_empty() {
        return None;
    }
    let heading = words.get("doc_timeline");
    let columns = ["doc_what", "doc_who", "doc_status", "doc_start", "doc_due", "doc_days"];
    let columns = columns.map(|key| words.get(key)).into();
    let spans = || items.iter().filter_map(|item| item.span);
    let Some((first, last)) = spans().map(|span| span.from).min().zip(spans().map(|span| span.to).max())
    else {
        let lead = words.get("doc_timeline_undated");
        return Some(Timeline { heading, lead, columns, legend: Vec::new(), sheets: Vec::new() });
    };
    // What is overdue runs on to today.
    let late = items.iter().any(|item| item.late);
    let last = if late { last.max(plan.today) } else { last };
    let lead = finding(copyist, plan, &items, first, last);
    let whole = Window::holding(first, last);
    let sheets = if whole.months() <= SHORT {
        let rows = items.iter().map(|item| row(copyist, item, &whole, plan.today)).collect();
        let alt = words.fill("doc_timeline_alt", &[("finding", &lead)]);
        vec![Sheet { heading: None, alt, axis: whole.axis(words, plan.today), rows }]
    } else {
        split(copyist, plan, &items, &whole, &lead)
    };
    let legend = legend(words, &items, plan.today);
    Some(Timeline { heading, lead, columns, legend, sheets })
}

/// The overview, and the quarters in which something runs.
fn split(
    copyist: &mut Copyist,
    plan: &SuccessPlan,
    items: &[Item],
    whole: &Window,
    lead: &str,
) -> Vec<Sheet> {
    let words = copyist.words;
    let outcomes = items.iter().filter(|item| item.level == Level::Outcome);
    let mut sheets = vec![Sheet {
        heading: None,
        alt: words.fill("doc_timeline_alt", &[("finding", lead)]),
        axis: whole.axis(words, plan.today),
        rows: outcomes.map(|item| row(copyist, item, whole, plan.today)).collect(),
    }];
    for quarter in quarters(copyist, plan, items) {
        let window = Window::quarter(quarter);
        let shown = of_quarter(items, &window);
        let numbers =
            [("n", (window.start.month0() / 3 + 1).to_string()), ("year", window.start.year().to_string())];
        let heading =
            words.fill("doc_quarter_of", &numbers.each_ref().map(|(name, value)| (*name, value.as_str())));
        let steps = shown.iter().filter(|item| item.level != Level::Outcome).count().to_string();
        let alt = words.fill("doc_timeline_quarter_alt", &[("quarter", &heading), ("n", &steps)]);
        let rows = shown.into_iter().map(|item| row(copyist, item, &window, plan.today)).collect();
        sheets.push(Sheet { heading: Some(heading), alt, axis: window.axis(words, plan.today), rows });
    }
    sheets
}

/// The quarters to show: those in which something runs, the nearest to today if there are too many.
fn quarters(copyist: &mut Copyist, plan: &SuccessPlan, items: &[Item]) -> BTreeSet<i32> {
    let now = axis::quarter_of(plan.today);
    let near = (now - NEAR)..=(now + NEAR);
    let mut found = BTreeSet::new();
    for span in items.iter().filter_map(|item| item.span) {
        let (from, to) = (axis::quarter_of(span.from), axis::quarter_of(span.to));
        found.extend([from, to]);
        found.extend(from.max(*near.start())..=to.min(*near.end()));
    }
    let mut found: Vec<i32> = found
        .into_iter()
        .filter(|quarter| !of_quarter(items, &Window::quarter(*quarter)).is_empty())
        .collect();
    found.sort_by_key(|quarter| (quarter - now).abs());
    if found.len() > SHEETS {
        found.truncate(SHEETS);
        copyist.left_out(copyist.words.fill("doc_timeline_far", &[("n", &SHEETS.to_string())]));
    }
    found.into_iter().collect()
}

/// The rows of a quarter: what runs in it, each under its outcome; an outcome alone only where it begins or ends.
fn of_quarter<'a>(items: &'a [Item], window: &Window) -> Vec<&'a Item> {
    let runs = |item: &Item| item.span.is_some_and(|span| window.meets(span.from, span.to));
    let mut shown = Vec::new();
    for outcome in items.chunk_by(|_, next| next.level != Level::Outcome) {
        let Some((head, steps)) = outcome.split_first() else { continue };
        let turns = head.span.is_some_and(|span| window.holds(span.from) || window.holds(span.to));
        let steps = within(steps, &runs);
        if turns || !steps.is_empty() {
            shown.push(head);
            shown.extend(steps);
        }
    }
    shown
}

/// The initiatives that run, or have a task that does, with those tasks.
fn within<'a>(steps: &'a [Item], runs: &impl Fn(&Item) -> bool) -> Vec<&'a Item> {
    let mut shown = Vec::new();
    for initiative in steps.chunk_by(|_, next| next.level != Level::Initiative) {
        let tasks: Vec<&Item> = initiative.iter().skip(1).filter(|task| runs(task)).collect();
        if initiative.first().is_some_and(|head| runs(head) || !tasks.is_empty()) {
            shown.extend(initiative.first());
            shown.extend(tasks);
        }
    }
    shown
}

fn row(copyist: &Copyist, item: &Item, window: &Window, today: NaiveDate) -> Row {
    let words = copyist.words;
    let date =
        |date: Option<NaiveDate>| Cell::text(date.map(|date| words.short_date(date)).unwrap_or_default());
    let ended = date(item.end());
    let ended = if item.late {
        ended.with_sub(words.get("doc_overdue")).toned(super::cell::Tone::Bad)
    } else {
        ended
    };
    let title = Cell::text(item.title.clone());
    Row {
        level: item.level,
        title: if item.level == Level::Task { title } else { title.strong() },
        cells: vec![
            Cell::text(item.who.clone()),
            item.state.clone(),
            date(item.start),
            ended,
            Cell::text(item.days().map(|days| words.number(days as f64)).unwrap_or_default()),
        ],
        bar: bar(item, window, today),
    }
}

/// The sentence over the timeline: from when to when, how much of it is done, what is late or blocked, what is next.
fn finding(
    copyist: &Copyist,
    plan: &SuccessPlan,
    items: &[Item],
    first: NaiveDate,
    last: NaiveDate,
) -> String {
    let words = copyist.words;
    let steps: Vec<&Item> = items.iter().filter(|item| item.step).collect();
    let count = |test: fn(&Item) -> bool| steps.iter().filter(|item| test(item)).count();
    let (start, end) = (words.date(first), words.date(last));
    let mut parts = vec![if first == last {
        start
    } else {
        words.fill("doc_period", &[("start", &start), ("end", &end)])
    }];
    if !steps.is_empty() {
        let (done, all) = (count(|item| item.done).to_string(), steps.len().to_string());
        parts.push(words.fill("doc_timeline_done", &[("n", &done), ("all", &all)]));
    }
    for (key, n) in [
        ("doc_timeline_overdue", count(|item| item.late)),
        ("doc_timeline_blocked", count(|item| item.blocked)),
    ] {
        if n > 0 {
            parts.push(words.fill(key, &[("n", &n.to_string())]));
        }
    }
    let mut said = words.fill("doc_sentence", &[("text", &parts.join(", "))]);
    let ahead = steps.iter().filter(|item| item.open).filter_map(|item| Some((item.due?, item)));
    if let Some((due, item)) = ahead.filter(|(due, _)| *due >= plan.today).min_by_key(|(due, _)| *due) {
        let next = [("what", &*copyist.running(&item.title)), ("date", &*words.date(due))];
        said.push(' ');
        said.push_str(&words.fill("doc_timeline_next", &next));
    }
    said
}
