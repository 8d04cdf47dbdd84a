//! The timeline: the whole plan as rows of a table with bars over a linear axis of days.
//!
//! Owns the rows and the sentence over them. A plan of up to [`SHORT`] months is one sheet, which runs over as many
//! pages as its rows need; a longer one is split ([`quarters`]).

mod axis;
mod bar;
mod fold;
mod item;
mod quarters;

use chrono::NaiveDate;
use serde::Serialize;

use self::{
    axis::{Axis, Window},
    bar::{Bar, Legend, bar, legend},
    item::{Item, Level, items},
    quarters::split,
};
use super::SuccessPlan;
use crate::{
    parts::{Cell, Tone},
    text::TextFitter,
};

/// The longest period that is readable on one sheet, in months.
const SHORT: i32 = 27;
/// More rows than this are set close.
const ROOMY: usize = 40;
/// As many rows, set close, stand on two pages; beyond them steps are drawn together.
const CLOSE: usize = 78;

/// What the template draws.
#[derive(Serialize)]
pub(super) struct Timeline {
    heading: String,
    /// What it says, in a sentence; or that there are no dates.
    lead: String,
    columns: Vec<String>,
    legend: Vec<Legend>,
    /// Whether its rows are set close.
    dense: bool,
    sheets: Vec<TimelineSheet>,
}

/// One axis with its rows.
#[derive(Serialize)]
struct TimelineSheet {
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
pub(super) fn timeline(fitter: &mut TextFitter, plan: &SuccessPlan) -> Option<Timeline> {
    let words = fitter.words;
    let mut items = items(fitter, plan);
    if items.is_empty() {
        return None;
    }
    let heading = words.get("doc_timeline");
    let columns = ["doc_what", "doc_who", "doc_status", "doc_start", "doc_due", "doc_days"];
    let columns = columns.map(|key| words.get(key)).into();
    let spans = || items.iter().filter_map(|item| item.span);
    let ends = spans().map(|span| span.from).min().zip(spans().map(|span| span.to).max());
    let Some((first, last)) = ends else {
        let lead = words.get("doc_timeline_undated");
        return Some(Timeline {
            heading,
            lead,
            columns,
            legend: Vec::new(),
            dense: false,
            sheets: Vec::new(),
        });
    };
    let mut lead = finding(fitter, plan, &items, first, last);
    // What is overdue runs on to today.
    let late = items.iter().any(|item| item.late);
    if fold::fold(words, &mut items, CLOSE) {
        lead.push(' ');
        lead.push_str(&words.get("doc_timeline_folded"));
    }
    let whole = Window::holding(first, if late { last.max(plan.today) } else { last });
    let sheets = if whole.months() <= SHORT {
        let rows = items.iter().map(|item| row(fitter, plan, item, &whole)).collect();
        let alt = words.fill("doc_timeline_alt", &[("finding", &lead)]);
        vec![TimelineSheet { heading: None, alt, axis: whole.axis(words, plan.today), rows }]
    } else {
        split(fitter, plan, &items, &whole, &lead)
    };
    let legend = legend(words, &items, plan.today);
    Some(Timeline { heading, lead, columns, legend, dense: items.len() > ROOMY, sheets })
}

fn row(fitter: &TextFitter, plan: &SuccessPlan, item: &Item, window: &Window) -> Row {
    let words = fitter.words;
    let date =
        |date: Option<NaiveDate>| Cell::text(date.map(|date| words.short_date(date)).unwrap_or_default());
    let ended = date(item.end());
    let ended = if item.late { ended.with_sub(words.get("doc_overdue")).toned(Tone::Bad) } else { ended };
    let title = Cell::text(item.title.clone());
    Row {
        level: item.level,
        title: if item.level == Level::Task { title } else { title.strong() },
        cells: vec![
            Cell::text(item.who.clone()),
            item.state.clone(),
            date(item.start),
            ended,
            Cell::text(
                item.days(&plan.calendars).map(|days| words.number(f64::from(days))).unwrap_or_default(),
            ),
        ],
        bar: bar(item, window, plan.today),
    }
}

/// The sentence over the timeline: from when to when, how much of it is done, what is late or blocked, what is next.
fn finding(
    fitter: &TextFitter,
    plan: &SuccessPlan,
    items: &[Item],
    first: NaiveDate,
    last: NaiveDate,
) -> String {
    let words = fitter.words;
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
        let next = [("what", &*fitter.running(&item.title)), ("date", &*words.date(due))];
        said.push(' ');
        said.push_str(&words.fill("doc_timeline_next", &next));
    }
    said
}
