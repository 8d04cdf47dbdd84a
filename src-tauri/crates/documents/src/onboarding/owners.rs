//! Who does a step, and who has how much that is open.

use cairn_domain::StepSide;

use super::{Report, ShownChecklist, Step};
use crate::{
    frame::Frame,
    parts::{Cell, Table, Tone, due, table},
    text::TextFitter,
};

/// How many owners are named.
const MOST: usize = 12;

/// Who does a step: by name, else by role, else by side.
pub(super) fn who(fitter: &mut TextFitter<'_>, frame: &Frame, step: &Step) -> String {
    named(fitter, step).unwrap_or_else(|| side(fitter, frame, step.owner_side))
}

/// The same with the side on a line of its own, where the first does not tell it.
pub(super) fn who_and_side(fitter: &mut TextFitter<'_>, frame: &Frame, step: &Step) -> Cell {
    let side = side(fitter, frame, step.owner_side);
    match named(fitter, step) {
        Some(named) => Cell::text(named).with_sub(side),
        None => Cell::text(side),
    }
}

fn named(fitter: &mut TextFitter<'_>, step: &Step) -> Option<String> {
    let named = [fitter.cell(&step.assignee), fitter.cell(&step.role)];
    named.into_iter().find(|named| !named.is_empty())
}

fn side(fitter: &TextFitter<'_>, frame: &Frame, side: StepSide) -> String {
    match side {
        StepSide::Ours => fitter.words.get("doc_us"),
        StepSide::Customer => fitter.running(&frame.account),
        StepSide::Partner => fitter.words.word("side", side),
    }
}

/// Everybody with something open: how much, how much of it is late, and what is due first.
pub(super) fn owners(fitter: &mut TextFitter<'_>, input: &Report) -> Option<Table> {
    let (words, frame) = (fitter.words, &input.frame);
    let mut owners: Vec<(String, String, Vec<&Step>)> = Vec::new();
    for step in input.runs.iter().flat_map(ShownChecklist::steps).filter(|step| !step.is_over()) {
        let (who, side) = (who(fitter, frame, step), side(fitter, frame, step.owner_side));
        match owners.iter_mut().find(|(known, of, _)| *known == who && *of == side) {
            Some((_, _, steps)) => steps.push(step),
            None => owners.push((who, side, vec![step])),
        }
    }
    let late = |steps: &[&Step]| steps.iter().filter(|step| step.is_late(frame.today)).count();
    owners.sort_by_key(|(_, _, steps)| std::cmp::Reverse((late(steps), steps.len())));
    let more = owners.len().saturating_sub(MOST);
    let mut rows = Vec::new();
    for (who, side, steps) in owners.into_iter().take(MOST) {
        let first = steps.iter().filter_map(|step| step.due).min();
        let overdue = match late(&steps) {
            0 => Cell::text(words.get("doc_none")),
            late => Cell::text(late.to_string()).toned(Tone::Bad),
        };
        let side = if side == who { String::new() } else { side };
        rows.push(vec![
            Cell::text(who),
            Cell::text(side),
            Cell::text(steps.len().to_string()),
            overdue,
            due(fitter, first, false, frame.today),
        ]);
    }
    let columns = ["doc_who", "doc_side", "doc_owners_open", "doc_owners_late", "doc_owners_first"];
    let mut table = table(words, "doc_owners", &columns, rows)?;
    table.remark = (more > 0).then(|| words.fill("doc_owners_more", &[("n", &more.to_string())]));
    Some(table)
}
