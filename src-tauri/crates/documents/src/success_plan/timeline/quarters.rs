//! A timeline too long for one sheet: an overview of its outcomes, and a sheet for each quarter with what runs in it.

use std::collections::BTreeSet;

use chrono::Datelike;

use super::{
    super::SuccessPlan,
    TimelineSheet,
    axis::{Window, quarter_of},
    item::{Item, Level},
    row,
};
use crate::text::TextFitter;

/// As many sheets as anybody leafs through.
const SHEETS: usize = 24;
/// How far from today a quarter is still looked for, in quarters.
const NEAR: i32 = 400;

/// The overview, and the quarters in which something runs.
pub(super) fn split(
    fitter: &mut TextFitter,
    plan: &SuccessPlan,
    items: &[Item],
    whole: &Window,
    lead: &str,
) -> Vec<TimelineSheet> {
    let words = fitter.words;
    let outcomes = items.iter().filter(|item| item.level == Level::Outcome);
    let mut sheets = vec![TimelineSheet {
        heading: None,
        alt: words.fill("doc_timeline_alt", &[("finding", lead)]),
        axis: whole.axis(words, plan.today),
        rows: outcomes.map(|item| row(fitter, plan, item, whole)).collect(),
    }];
    for quarter in quarters(fitter, plan, items) {
        let window = Window::quarter(quarter);
        let shown = of_quarter(items, &window);
        let numbers =
            [("n", (window.start.month0() / 3 + 1).to_string()), ("year", window.start.year().to_string())];
        let heading =
            words.fill("doc_quarter_of", &numbers.each_ref().map(|(name, value)| (*name, value.as_str())));
        let steps = shown.iter().filter(|item| item.level != Level::Outcome).count().to_string();
        let alt = words.fill("doc_timeline_quarter_alt", &[("quarter", &heading), ("n", &steps)]);
        let rows = shown.into_iter().map(|item| row(fitter, plan, item, &window)).collect();
        sheets.push(TimelineSheet {
            heading: Some(heading),
            alt,
            axis: window.axis(words, plan.today),
            rows,
        });
    }
    sheets
}

/// The quarters to show: those in which something runs, the nearest to today if there are too many.
fn quarters(fitter: &mut TextFitter, plan: &SuccessPlan, items: &[Item]) -> BTreeSet<i32> {
    let now = quarter_of(plan.today);
    let near = (now - NEAR)..=(now + NEAR);
    let mut found = BTreeSet::new();
    for span in items.iter().filter_map(|item| item.span) {
        let (from, to) = (quarter_of(span.from), quarter_of(span.to));
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
        fitter.left_out(fitter.words.fill("doc_timeline_far", &[("n", &SHEETS.to_string())]));
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
