//! A bar's place on its axis, as shares of the width, and what the shapes mean.

use chrono::NaiveDate;
use serde::Serialize;

use super::{
    axis::Window,
    item::{Fill, Item, Level},
};
use crate::words::Words;

/// The drawing in a row.
#[derive(Serialize)]
pub(super) struct Bar {
    shape: Shape,
    fill: Fill,
    from: f64,
    to: f64,
    /// Whether it begins before or ends after the axis.
    open: [bool; 2],
    /// From the day it was due to today, if it is overdue.
    tail: Option<[f64; 2]>,
}

/// The outline of a drawing.
#[derive(Clone, Copy, Serialize)]
#[serde(rename_all = "snake_case")]
enum Shape {
    /// The bracket of an outcome over what it holds.
    Bracket,
    /// A slim bar, of an initiative.
    Slim,
    /// A bar, of a task.
    Full,
    /// The diamond of a milestone.
    Diamond,
}

/// A shape and what it means.
#[derive(Serialize)]
pub(super) struct Legend {
    mark: Mark,
    words: String,
}

/// What the legend shows.
#[derive(Clone, Copy, Serialize)]
#[serde(rename_all = "snake_case")]
enum Mark {
    Fill(Fill),
    Diamond,
    Tail,
    Today,
}

/// The drawing of an item; `None` where it has no day on the axis.
pub(super) fn bar(item: &Item, window: &Window, today: NaiveDate) -> Option<Bar> {
    let span = item.span?;
    let tail = item.late.then(|| [window.after(span.to), window.after(today)].map(|x| x.clamp(0.0, 1.0)));
    let tail = tail.filter(|[from, to]| to > from);
    if !window.meets(span.from, span.to) && tail.is_none() {
        return None;
    }
    let (from, to) = (window.before(span.from), window.after(span.to));
    Some(Bar {
        shape: match item.level {
            Level::Outcome => Shape::Bracket,
            Level::Initiative => Shape::Slim,
            Level::Task if item.milestone => Shape::Diamond,
            Level::Task => Shape::Full,
        },
        fill: item.fill,
        from: from.clamp(0.0, 1.0),
        to: to.clamp(0.0, 1.0),
        open: [from < 0.0, to > 1.0],
        tail,
    })
}

/// What the shapes of these items mean; only those that occur.
pub(super) fn legend(words: Words<'_>, items: &[Item], today: NaiveDate) -> Vec<Legend> {
    let drawn = || items.iter().filter(|item| item.span.is_some());
    let fills = [
        (Fill::Done, "doc_legend_done"),
        (Fill::Solid, "doc_legend_running"),
        (Fill::Half, "doc_legend_watched"),
        (Fill::Hatched, "doc_legend_blocked"),
        (Fill::Hollow, "doc_legend_planned"),
        (Fill::Dashed, "doc_legend_closed"),
    ];
    let filled =
        |fill| drawn().any(|item| item.level != Level::Outcome && !item.milestone && item.fill == fill);
    let mut legend: Vec<Legend> = fills
        .into_iter()
        .filter(|(fill, _)| filled(*fill))
        .map(|(fill, key)| Legend { mark: Mark::Fill(fill), words: words.get(key) })
        .collect();
    if drawn().any(|item| item.milestone) {
        legend.push(Legend { mark: Mark::Diamond, words: words.get("doc_milestone") });
    }
    if drawn().any(|item| item.late) {
        legend.push(Legend { mark: Mark::Tail, words: words.get("doc_overdue") });
    }
    let today = words.fill("doc_legend_today", &[("date", &words.date(today))]);
    legend.push(Legend { mark: Mark::Today, words: today });
    legend
}
