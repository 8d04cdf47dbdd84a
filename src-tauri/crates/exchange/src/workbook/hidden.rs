//! The hidden sheet that a workbook of ours keeps: which plan it is of, how its columns are called, and the fingerprint
//! of every value it was written from. Without it a workbook is read by its headings alone.

use std::collections::{BTreeMap, BTreeSet};

use cairn_domain::Kind;
use chrono::NaiveDate;
use uuid::Uuid;

use super::{
    columns::{Column, SheetForm, bare},
    lines::{lines, place},
    open::OpenWorkbook,
};
use crate::RowError;

/// The sheet's name.
pub(super) const NAME: &str = "_cairn";
/// The form of the workbook that this program reads.
const FORM: &str = "1";

/// What the hidden sheet tells.
#[derive(Debug, Default)]
pub(super) struct Kept {
    known: bool,
    /// What the workbook is of.
    pub(super) home: Option<(Kind, Uuid)>,
    /// True where names or hosts gave way to marks.
    pub(super) redacted: bool,
    /// The day of a copy whose ids are sealed.
    pub(super) sealed: Option<NaiveDate>,
    sheets: BTreeMap<String, String>,
    prose: BTreeSet<String>,
    headings: BTreeMap<(String, String), String>,
    pub(super) records: BTreeMap<(Kind, Uuid), BTreeMap<String, String>>,
}

impl Kept {
    /// True where the workbook has the sheet.
    pub(super) fn is_known(&self) -> bool {
        self.known
    }

    /// True where a sheet of this name holds those records.
    pub(super) fn is_sheet(&self, name: &str, form: &SheetForm) -> bool {
        match self.sheets.get(name) {
            Some(kind) => kind == form.kind.word(),
            None => form.names.iter().any(|known| bare(known) == bare(name)),
        }
    }

    /// True where a sheet is ours and holds no records.
    pub(super) fn is_prose(&self, name: &str) -> bool {
        self.prose.contains(name) || bare(name) == "readme"
    }

    /// True where a heading is this column's.
    pub(super) fn is_column(&self, kind: Kind, heading: &str, column: &Column) -> bool {
        match self.headings.get(&(kind.word().to_owned(), heading.to_owned())) {
            Some(field) => field == column.field,
            None => column.is_called(heading),
        }
    }

    /// The fingerprint of the value that a cell was written from.
    pub(super) fn base(&self, kind: Kind, id: Option<Uuid>, field: &str) -> Option<&String> {
        self.records.get(&(kind, id?)).and_then(|fields| fields.get(field))
    }
}

/// Reads the sheet, if there is one. A line that means nothing is passed over: newer programs may write more.
pub(super) fn read(book: &mut OpenWorkbook<'_>) -> Result<Kept, RowError> {
    let mut kept = Kept::default();
    let broken = || RowError::at(&place(NAME, None), None, "This sheet cannot be read; take it out.");
    if !super::open::sheets(book).iter().any(|sheet| sheet.name == NAME) {
        return Ok(kept);
    }
    let lines = lines(book, NAME).map_err(|_| broken())?;
    for line in lines {
        let text: Vec<String> = (0..5).map(|at| line.cell(at).told()).collect();
        let text: Vec<&str> = text.iter().map(String::as_str).collect();
        match text.as_slice() {
            ["form", form, ..] => {
                if *form != FORM {
                    return Err(RowError::of_file(
                        "A newer Cairn wrote this workbook; it cannot be read here.",
                    ));
                }
                kept.known = true;
            }
            ["plan", id, ..] => kept.home = id.parse().ok().map(|id| (Kind::Plan, id)),
            ["checklist", id, ..] => kept.home = id.parse().ok().map(|id| (Kind::Checklist, id)),
            ["redacted", ..] => kept.redacted = true,
            ["sealed", day, ..] => kept.sealed = day.parse().ok(),
            ["prose", name, ..] => {
                kept.prose.insert((*name).to_owned());
            }
            ["sheet", name, kind, ..] => {
                kept.sheets.insert((*name).to_owned(), (*kind).to_owned());
            }
            ["column", kind, heading, field, ..] => {
                kept.headings.insert(((*kind).to_owned(), (*heading).to_owned()), (*field).to_owned());
            }
            ["record", kind, id, fields, ..] => {
                if let (Ok(kind), Ok(id)) = (kind.parse(), id.parse()) {
                    let fields = fields.split(';').filter_map(|part| part.split_once('='));
                    let fields = fields.map(|(field, print)| (field.to_owned(), print.to_owned())).collect();
                    kept.records.insert((kind, id), fields);
                }
            }
            _ => {}
        }
    }
    Ok(kept)
}
