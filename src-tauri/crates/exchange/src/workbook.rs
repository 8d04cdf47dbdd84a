//! A plan as a workbook (XLSX) that was edited elsewhere.
//!
//! Columns are known by their names in any order; what a workbook lacks is left as it is. Formulas are refused:
//! their value is whatever the last program made of them.

pub(crate) mod cell;
mod columns;
pub(crate) mod currency;
mod formats;
mod hidden;
pub(crate) mod lines;
pub(crate) mod open;
pub(crate) mod sheet;
mod write;

use std::collections::{BTreeMap, BTreeSet};

use crate::{ParsedFile, REDACTED, RowError, Wording};
use cairn_domain::Kind;
use columns::{SheetForm, of_checklist, of_plan};
use hidden::Kept;
use open::SheetName;
pub use write::{checklist as write_checklist, plan as write_plan};

/// Most rows that are read of a sheet: four times the largest plan there is.
pub const ROWS_MAX: usize = 20_000;

/// Reads a plan's workbook, with what somebody said of its words.
#[must_use]
pub fn read(bytes: &[u8], wording: &Wording) -> ParsedFile {
    read_as(Kind::Plan, of_plan(), bytes, wording)
}

/// Reads a checklist's workbook.
#[must_use]
pub(crate) fn read_checklist(bytes: &[u8], wording: &Wording) -> ParsedFile {
    read_as(Kind::Checklist, of_checklist(), bytes, wording)
}

/// What a workbook of Cairn's own says that it is of: a plan or a checklist.
#[must_use]
pub fn home(bytes: &[u8]) -> Option<Kind> {
    let mut book = open::open(bytes).ok()?;
    let kept = hidden::read(&mut book).ok()?;
    kept.home.map(|(kind, _)| kind)
}

/// What a workbook looks like by the names of its sheets: a plan or a checklist.
#[must_use]
pub fn looks_like(bytes: &[u8]) -> Option<Kind> {
    let book = open::open(bytes).ok()?;
    let kept = Kept::default();
    let names = open::sheets(&book);
    let has = |forms: &[SheetForm]| {
        names.iter().any(|sheet| forms.iter().any(|form| kept.is_sheet(&sheet.name, form)))
    };
    if has(of_plan()) {
        return Some(Kind::Plan);
    }
    has(of_checklist()).then_some(Kind::Checklist)
}

/// Reads a workbook with these sheets, which is of a record of this kind.
fn read_as(of: Kind, sheets: &'static [SheetForm], bytes: &[u8], wording: &Wording) -> ParsedFile {
    let mut book = match open::open(bytes) {
        Ok(book) => book,
        Err(message) => {
            return ParsedFile { row_errors: vec![RowError::of_file(message)], ..ParsedFile::default() };
        }
    };
    let mut parsed = ParsedFile::default();
    let kept = match hidden::read(&mut book) {
        Ok(kept) => kept,
        Err(row_error) => {
            parsed.row_errors.push(row_error);
            Kept::default()
        }
    };
    if kept.redacted {
        parsed.row_errors.push(RowError::of_file(REDACTED));
        return parsed;
    }
    let mut found = BTreeMap::new();
    for SheetName { name, hidden } in open::sheets(&book) {
        if name == hidden::NAME {
            continue;
        }
        match sheets.iter().position(|sheet| kept.is_sheet(&name, sheet)) {
            // What nobody sees does not stand against what everybody does.
            Some(at) if found.contains_key(&at) && hidden => parsed.ignored.push(name),
            Some(at) if found.contains_key(&at) => {
                let message = "Two sheets hold the same kind of record; take one out.".to_owned();
                parsed.row_errors.push(RowError::at(&lines::place(&name, None), None, message));
            }
            Some(at) => {
                found.insert(at, name);
            }
            None if kept.is_prose(&name) => {}
            None => parsed.ignored.push(name),
        }
    }
    if found.is_empty() {
        let known: Vec<&str> = sheets.iter().filter_map(|sheet| sheet.names.first().copied()).collect();
        let message = format!("This workbook has no sheet of a {}: {}.", of.word(), known.join(", "));
        parsed.row_errors.push(RowError::of_file(message));
    }
    for (at, name) in found {
        let Some(form) = sheets.get(at) else { continue };
        parsed.kinds.insert(form.kind);
        sheet::read(&mut book, &name, form, &kept, wording, &mut parsed);
    }
    parsed.home = kept.home.filter(|(kind, _)| *kind == of).map(|(_, id)| id);
    parsed.sealed = kept.sealed;
    parsed.written = kept.is_known().then(|| kept.records.keys().map(|(_, id)| *id).collect::<BTreeSet<_>>());
    parsed
}
