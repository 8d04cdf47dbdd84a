//! A checklist as a workbook: a row a step, typed, with its External Id.

use cairn_domain::{CHECKLIST_SHEETS, Kind};
use rust_xlsxwriter::Workbook;

use super::{
    finish,
    hidden::Hidden,
    paper::Paper,
    readme::{self, Readme},
    rows::{self, Names},
};
use crate::WriteError;
use cairn_documents::{Words, onboarding::Checklist};

/// Writes the workbook.
///
/// # Errors
/// Only for a fault of the program itself.
pub fn checklist(input: &Checklist) -> Result<Vec<u8>, WriteError> {
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
    for sheet in CHECKLIST_SHEETS {
        paper.sheet(&mut book, &mut hidden, sheet, &Names::default(), &rows::of_checklist(run)?)?;
    }
    finish(book, hidden, words, (&frame.title, &frame.account), frame.today)
}
