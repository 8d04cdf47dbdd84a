//! The rows of a timeline before they are placed: outcomes, their initiatives, their tasks, each with its days.

use cairn_domain::{Calendars, InitiativeStatus, ObjectiveStatus, Side, State as _, TaskStatus};
use chrono::NaiveDate;
use serde::Serialize;

use super::super::{Initiative, Objective, SuccessPlan, Task, people, states};
use crate::{parts::Cell, text::TextFitter};

/// What a row stands for.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize)]
#[serde(rename_all = "snake_case")]
pub(super) enum Level {
    Outcome,
    Initiative,
    Task,
}

/// From a first day to a last, both included.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) struct Span {
    pub(super) from: NaiveDate,
    pub(super) to: NaiveDate,
}

/// How a bar is filled: the way to tell states apart without colour.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug, Serialize)]
#[serde(rename_all = "snake_case")]
pub(super) enum Fill {
    /// Done; it carries a tick too.
    Done,
    /// Under way.
    Solid,
    /// To be watched.
    Half,
    /// Blocked, or of concern.
    Hatched,
    /// Not begun.
    Hollow,
    /// Closed without more to it.
    Dashed,
}

/// A row.
pub(super) struct Item {
    pub(super) level: Level,
    pub(super) title: String,
    pub(super) who: String,
    /// Whose working days it follows.
    pub(super) side: Side,
    pub(super) state: Cell,
    pub(super) fill: Fill,
    pub(super) start: Option<NaiveDate>,
    pub(super) due: Option<NaiveDate>,
    /// The day it was done, if that is known.
    pub(super) done_date: Option<NaiveDate>,
    /// The days of its bar; without dates of its own, those of what it holds.
    pub(super) span: Option<Span>,
    pub(super) milestone: bool,
    /// Whether it counts as a step: a task, or an initiative without any.
    pub(super) step: bool,
    pub(super) open: bool,
    pub(super) late: bool,
    pub(super) done: bool,
    pub(super) blocked: bool,
}

impl Item {
    /// The last day to be named: the one it was done, else the one it is due.
    pub(super) fn end(&self) -> Option<NaiveDate> {
        self.done_date.or(self.due)
    }

    /// How many working days it takes in the calendar of who does it, the first and the last included; at least one.
    pub(super) fn days(&self, calendars: &Calendars) -> Option<u32> {
        let (start, end) = (self.start?, self.end()?);
        (start <= end).then(|| calendars.of(self.side).length(start, end))
    }
}

/// Every row in the plan's order.
pub(super) fn items(fitter: &mut TextFitter, plan: &SuccessPlan) -> Vec<Item> {
    let mut items = Vec::new();
    for (number, objective) in (1..).zip(&plan.objectives) {
        let head = items.len();
        items.push(outcome(fitter, plan, number, objective));
        for each in &objective.initiatives {
            let at = items.len();
            items.push(initiative(fitter, plan, each));
            items.extend(each.tasks.iter().map(|each| task(fitter, plan, each)));
            stretch(&mut items[at..]);
        }
        stretch(&mut items[head..]);
    }
    items
}

/// Gives a head without a first or last day of its own those of the rows under it.
fn stretch(items: &mut [Item]) {
    let Some((head, rows)) = items.split_first_mut() else { return };
    let spans = || rows.iter().filter_map(|row| row.span);
    let from = head.start.or_else(|| spans().map(|span| span.from).min());
    // What is closed ends with the last thing done in it.
    let done = rows.iter().filter_map(|row| row.done_date).max().filter(|_| head.done);
    let to = done.or(head.due).or_else(|| spans().map(|span| span.to).max());
    head.span = span(from, to);
}

fn outcome(fitter: &mut TextFitter, plan: &SuccessPlan, number: usize, objective: &Objective) -> Item {
    let words = fitter.words;
    let title = fitter.title_line(&objective.title);
    let open = objective.status.is_open();
    Item {
        level: Level::Outcome,
        title: words.fill("doc_numbered", &[("n", &number.to_string()), ("title", &title)]),
        who: people::objective(fitter, objective),
        side: Side::Ours,
        state: states::objective(words, objective.status),
        fill: Fill::Solid,
        start: objective.start,
        due: objective.due,
        done_date: None,
        span: span(objective.start, objective.due),
        milestone: false,
        step: false,
        open,
        late: open && objective.due.is_some_and(|due| due < plan.today),
        done: objective.status == ObjectiveStatus::ClosedSuccess,
        blocked: false,
    }
}

fn initiative(fitter: &mut TextFitter, plan: &SuccessPlan, initiative: &Initiative) -> Item {
    let open = initiative.status.is_open();
    Item {
        level: Level::Initiative,
        title: fitter.title_line(&initiative.title),
        who: people::initiative(fitter, initiative),
        side: Side::Ours,
        state: states::initiative(fitter.words, initiative.status),
        fill: match initiative.status {
            InitiativeStatus::NotStarted => Fill::Hollow,
            InitiativeStatus::OnTrack => Fill::Solid,
            InitiativeStatus::Watchpoint => Fill::Half,
            InitiativeStatus::Concern => Fill::Hatched,
            InitiativeStatus::ClosedSuccess => Fill::Done,
            InitiativeStatus::Closed => Fill::Dashed,
        },
        start: initiative.start,
        due: initiative.due,
        done_date: None,
        span: span(initiative.start, initiative.due),
        milestone: false,
        step: initiative.tasks.is_empty(),
        open,
        late: open && initiative.due.is_some_and(|due| due < plan.today),
        done: initiative.status == InitiativeStatus::ClosedSuccess,
        blocked: false,
    }
}

fn task(fitter: &mut TextFitter, plan: &SuccessPlan, task: &Task) -> Item {
    let open = task.status.is_open();
    // A day it was done says nothing about a task that is open again.
    let done_date = task.done_date.filter(|_| !open);
    let end = done_date.or(task.due);
    Item {
        level: Level::Task,
        title: fitter.title_line(&task.title),
        who: people::task(fitter, task, &plan.account),
        side: task.owner_side,
        state: states::task(fitter.words, task.status),
        fill: match task.status {
            TaskStatus::New => Fill::Hollow,
            TaskStatus::WorkInProgress => Fill::Solid,
            TaskStatus::Blocked => Fill::Hatched,
            TaskStatus::ClosedSuccess => Fill::Done,
            TaskStatus::Closed => Fill::Dashed,
        },
        start: task.start,
        due: task.due,
        done_date,
        span: if task.milestone { span(end, end) } else { span(task.start, end) },
        milestone: task.milestone,
        step: true,
        open,
        late: open && task.due.is_some_and(|due| due < plan.today),
        done: task.status == TaskStatus::ClosedSuccess,
        blocked: task.status == TaskStatus::Blocked,
    }
}

/// The days between two, whichever comes first; one alone is a span of one day.
fn span(from: Option<NaiveDate>, to: Option<NaiveDate>) -> Option<Span> {
    let (from, to) = (from.or(to)?, to.or(from)?);
    Some(Span { from: from.min(to), to: from.max(to) })
}
