//! The appendix: every dated reading, by objective and criterion, oldest first, and where they lead.

use super::{
    Criterion, SuccessPlan,
    pages::{Readings, Register},
};
use crate::{
    finding::at_this_pace,
    letters::is_blank,
    parts::{Cell, Table, table},
    text::TextFitter,
};

/// The appendix; `None` if nothing was read.
pub(super) fn readings(fitter: &mut TextFitter, plan: &SuccessPlan) -> Option<Readings> {
    let words = fitter.words;
    let noted = plan.objectives.iter().flat_map(|objective| &objective.criteria).any(noted);
    let mut objectives = Vec::new();
    for (number, objective) in (1..).zip(&plan.objectives) {
        let criteria: Vec<Table> =
            objective.criteria.iter().filter_map(|criterion| register(fitter, criterion)).collect();
        if !criteria.is_empty() {
            let numbered = [("n", &*format!("{number}")), ("title", &*fitter.heading(&objective.title))];
            objectives.push(Register { heading: words.fill("doc_numbered", &numbered), criteria });
        }
    }
    (!objectives.is_empty()).then(|| Readings { heading: words.get("doc_readings"), noted, objectives })
}

/// Whether any of its readings has a note.
fn noted(criterion: &Criterion) -> bool {
    criterion.readings.iter().any(|reading| !is_blank(&reading.note))
}

/// A criterion's readings, with a column for notes if there are any.
fn register(fitter: &mut TextFitter, criterion: &Criterion) -> Option<Table> {
    let noted = noted(criterion);
    let words = fitter.words;
    let unit = fitter.cell(&criterion.unit);
    let rows: Vec<Vec<Cell>> = criterion
        .in_order()
        .into_iter()
        .map(|reading| {
            let value = words.measured(criterion.kind, reading.value, &unit);
            let note = noted.then(|| fitter.cell(&reading.note));
            [words.date(reading.date), value].into_iter().chain(note).map(Cell::text).collect()
        })
        .collect();
    let columns = ["doc_date_label", "doc_value", "doc_note"];
    let mut table = table(words, "", if noted { &columns } else { &columns[..2] }, rows)?;
    table.heading = fitter.heading(&criterion.name);
    table.remark = at_this_pace(words, &criterion.series());
    Some(table)
}
