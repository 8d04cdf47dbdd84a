//! A checklist as a workbook: a row a step, typed, with its External Id.

use cairn_domain::{Audience, Kind, StepSide, StepState};
use rust_xlsxwriter::Workbook;

use super::{
    cell::Cell,
    columns::{Column, DATE, NAME, PROSE, SHORT, Sheet, TITLE, column},
    finish,
    hidden::Hidden,
    paper::Paper,
    readme::{self, Readme},
};
use crate::{
    DocumentError,
    onboarding::{Checklist, Phase, Step, StepInternal},
    words::Words,
};

/// A step in its phase.
struct OfStep<'a> {
    phase: &'a str,
    it: &'a Step,
}

/// Writes the workbook.
///
/// # Errors
/// Only for a fault of the program itself.
pub fn checklist(input: &Checklist) -> Result<Vec<u8>, DocumentError> {
    let Checklist { frame, run } = input;
    let words = Words::new(frame.language, &frame.labels);
    let mut paper = Paper::new(words, frame.internal, frame.classification.as_deref());
    let mut book = Workbook::new();
    let mut hidden = Hidden::new(Kind::Checklist, run.id.to_string());
    if frame.redacted {
        hidden.redacted();
    }
    if frame.sealed {
        hidden.sealed(frame.today);
    }
    let readme = Readme {
        title: &frame.title,
        account: &frame.account,
        internal: frame.internal,
        today: frame.today,
        classification: frame.classification.as_deref(),
        rules: &[
            "workbook_readme_edit_steps",
            "workbook_readme_tick",
            "workbook_readme_new_step",
            "workbook_readme_delete",
            "workbook_readme_id",
            "workbook_readme_formula",
            "workbook_readme_return_checklist",
        ],
    };
    readme::write(&mut book, &mut hidden, words, &readme)?;
    let of_phase = |phase: &'_ Phase| phase.steps.len();
    let mut rows = Vec::with_capacity(run.phases.iter().map(of_phase).sum());
    for phase in &run.phases {
        rows.extend(phase.steps.iter().map(|it| OfStep { phase: &phase.title, it }));
    }
    paper.sheet(&mut book, &mut hidden, &steps(), &rows)?;
    finish(book, hidden, words, (&frame.title, &frame.account), frame.today)
}

fn internal(row: &OfStep<'_>, text: fn(&StepInternal) -> &String) -> Cell {
    row.it.internal.as_ref().map_or(Cell::Empty, |internal| Cell::text(text(internal)))
}

fn steps<'a>() -> Sheet<OfStep<'a>> {
    let columns: Vec<Column<OfStep<'a>>> = vec![
        column("phase", NAME, |row: &OfStep<'_>| Cell::text(row.phase)),
        column("group_title", NAME, |row: &OfStep<'_>| Cell::text(&row.it.group)),
        column("title", TITLE, |row: &OfStep<'_>| Cell::text(&row.it.title)),
        column("owner_side", SHORT, |row: &OfStep<'_>| Cell::word("side", row.it.owner_side))
            .words::<StepSide>("side"),
        column("role", NAME, |row: &OfStep<'_>| Cell::text(&row.it.role)),
        column("assignee", NAME, |row: &OfStep<'_>| Cell::text(&row.it.assignee)),
        column("required", SHORT, |row: &OfStep<'_>| Cell::Flag(row.it.required)).flag(),
        column("due", DATE, |row: &OfStep<'_>| Cell::date(row.it.due)),
        column("provisional", SHORT, |row: &OfStep<'_>| Cell::Flag(row.it.provisional)).flag(),
        column("state", SHORT, |row: &OfStep<'_>| Cell::word("step_state", row.it.state))
            .words::<StepState>("step_state"),
        column("done_on", DATE, |row: &OfStep<'_>| Cell::date(row.it.done_on)),
        column("evidence_wanted", PROSE, |row: &OfStep<'_>| Cell::text(&row.it.evidence_wanted)),
        column("evidence", PROSE, |row: &OfStep<'_>| Cell::text(&row.it.evidence)),
        column("reason", PROSE, |row: &OfStep<'_>| internal(row, |it| &it.reason)).ours(),
        column("note", PROSE, |row: &OfStep<'_>| internal(row, |it| &it.note)).ours(),
        column("visibility", SHORT, |row: &OfStep<'_>| {
            Cell::maybe("audience", row.it.internal.as_ref().map(|internal| internal.visibility))
        })
        .words::<Audience>("audience")
        .ours(),
    ];
    Sheet {
        kind: Kind::ChecklistStep,
        name: "workbook_sheet_checklist",
        id: |row| row.it.id.to_string(),
        columns,
    }
}
