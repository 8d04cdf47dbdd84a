//! The success plan as a workbook (XLSX) that can be edited and brought back: a sheet for each kind of record, a row a
//! record with its External Id.
//!
//! From the same input as the pages, so that the allow-list is one. Cells are typed and none is a formula: a text that
//! looks like one is a text. A hidden sheet keeps the fingerprint of every value, so that what comes back tells what
//! was edited. Same input, same bytes.

mod cell;
mod changes;
mod checklist;
mod hidden;
mod paper;
mod readme;
mod rows;

pub use checklist::checklist;

use cairn_domain::{Kind, PLAN_SHEETS};
use chrono::NaiveDate;
use rust_xlsxwriter::{DocProperties, ExcelDateTime, Workbook};

use crate::WriteError;
use cairn_documents::{
    Words,
    success_plan::{Reader, SuccessPlan},
};
use hidden::Hidden;
use paper::Paper;
use readme::Readme;
use rows::Names;

/// Writes the workbook.
///
/// # Errors
/// Only for a fault of the program itself.
pub fn plan(plan: &SuccessPlan) -> Result<Vec<u8>, WriteError> {
    let words = Words::new(plan.language, &plan.labels);
    let names = Names::of(plan);
    let ours = matches!(plan.reader, Reader::Internal(_));
    let mut paper = Paper::new(words, ours, plan.classification.as_deref());
    let mut book = Workbook::new();
    let mut hidden = Hidden::new(Kind::Plan, plan.plan_id.to_string());
    if plan.redacted {
        hidden.redacted();
    }
    if plan.sealed {
        hidden.sealed(plan.today);
    }
    let readme = Readme {
        title: &plan.title,
        account: &plan.account,
        internal: ours,
        today: plan.today,
        classification: plan.classification.as_deref(),
        rules: &[
            "workbook_readme_edit",
            "workbook_readme_new",
            "workbook_readme_delete",
            "workbook_readme_id",
            "workbook_readme_formula",
            "workbook_readme_return",
        ],
    };
    readme::write(&mut book, &mut hidden, words, &readme)?;
    let internal = match &plan.reader {
        Reader::Customer => None,
        Reader::Internal(internal) => Some(internal.as_ref()),
    };
    for sheet in PLAN_SHEETS {
        // What waits for what is ours.
        if sheet.kind != Kind::Dependency || ours {
            let rows = rows::of_plan(plan, sheet.kind, internal)?;
            paper.sheet(&mut book, &mut hidden, sheet, &names, &rows)?;
        }
    }
    changes::write(&mut book, &mut hidden, words, plan)?;
    finish(book, hidden, words, (&plan.title, &plan.account), plan.today)
}

/// The hidden sheet, the description, and the bytes.
fn finish(
    mut book: Workbook,
    hidden: Hidden,
    words: Words<'_>,
    (title, account): (&str, &str),
    today: NaiveDate,
) -> Result<Vec<u8>, WriteError> {
    hidden.write(&mut book)?;
    let made = cell::excel_date(today).map_or_else(|| ExcelDateTime::from_ymd(2000, 1, 1), Ok)?;
    let title = words.fill("doc_file_title", &[("title", title), ("account", account)]);
    // Longer titles than this a workbook does not keep.
    let title: String = title.chars().take(200).collect();
    book.set_properties(&DocProperties::new().set_title(title).set_creation_datetime(&made));
    Ok(book.save_to_buffer()?)
}
