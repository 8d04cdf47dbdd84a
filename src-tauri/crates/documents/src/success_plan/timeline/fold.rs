//! Fewer rows where a plan has too many: the steps of an initiative that are done are drawn together, and where that
//! is not enough those that have not begun. What is under way, blocked, late or a milestone keeps its own row.

use cairn_domain::TaskStatus;

use super::{
    super::states,
    item::{Fill, Item, Level, Span},
};
use crate::words::Words;

/// A kind of step that can be drawn together: its words, the state of the row, and which steps are of it.
type Foldable = (&'static str, TaskStatus, fn(&Item) -> bool);

/// Folds until there are no more than `most` rows or nothing is left to fold; whether anything was.
pub(super) fn fold(words: Words<'_>, items: &mut Vec<Item>, most: usize) -> bool {
    let before = items.len();
    let kinds: [Foldable; 2] = [
        ("doc_timeline_steps_done", TaskStatus::ClosedSuccess, |item| item.done),
        ("doc_timeline_steps_ahead", TaskStatus::New, |item| {
            item.open && !item.late && item.fill == Fill::Hollow
        }),
    ];
    for (key, status, of_kind) in kinds {
        if items.len() <= most {
            break;
        }
        let all = std::mem::take(items);
        let mut group: Option<usize> = None;
        let mut counts: Vec<(usize, usize)> = Vec::new();
        for item in all {
            if item.level != Level::Task {
                group = None;
                items.push(item);
            } else if item.milestone || !of_kind(&item) {
                items.push(item);
            } else if let Some(at) = group {
                if let Some(row) = items.get_mut(at) {
                    join(row, &item);
                }
                if let Some((_, count)) = counts.last_mut() {
                    *count += 1;
                }
            } else {
                group = Some(items.len());
                counts.push((items.len(), 1));
                items.push(item);
            }
        }
        for (at, count) in counts.into_iter().filter(|(_, count)| *count > 1) {
            if let Some(row) = items.get_mut(at) {
                row.title = words.fill(key, &[("n", &count.to_string())]);
                row.who = String::new();
                row.state = states::task(words, status);
            }
        }
    }
    items.len() < before
}

/// A row over the days of both.
fn join(row: &mut Item, item: &Item) {
    row.start = row.start.into_iter().chain(item.start).min();
    row.due = row.due.max(item.due);
    row.done_date = row.done_date.max(item.done_date);
    row.span = match (row.span, item.span) {
        (Some(one), Some(other)) => Some(Span { from: one.from.min(other.from), to: one.to.max(other.to) }),
        (one, other) => one.or(other),
    };
}
