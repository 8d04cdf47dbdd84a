//! What an import found and did, as it is told.

use std::collections::BTreeSet;

use cairn_domain::{Kind, PlanId};
use cairn_exchange::{Row, RowError, RowPlace};
use cairn_wire::{Failure, ImportLeftOut, ImportLine, ImportProblem, ImportReport, ImportRow, ImportWhat};
use serde_json::{Map, Value};
use uuid::Uuid;

use super::left::at;

/// Most characters of a value that is said again.
const SHORT: usize = 80;

/// A report that is being written.
#[derive(Debug, Default)]
pub(super) struct Report {
    new: u32,
    changed: BTreeSet<Uuid>,
    seen: u32,
    missing: u32,
    lines: Vec<ImportLine>,
    problems: Vec<ImportProblem>,
    left_out: Vec<ImportLeftOut>,
}

/// A record that was made.
pub(super) struct Made<'a> {
    pub(super) kind: Kind,
    pub(super) place: &'a RowPlace,
    pub(super) title: String,
    /// What the file says of it.
    pub(super) fields: Map<String, Value>,
    /// A record that was here and is called nearly so.
    pub(super) near: Option<String>,
}

impl<'a> Made<'a> {
    /// A record of a place, of which nothing is told yet.
    pub(super) fn at(place: &'a RowPlace) -> Self {
        Self { kind: Kind::Account, place, title: String::new(), fields: Map::new(), near: None }
    }
}

impl Report {
    /// The report on a file that belongs to nothing here: what is wrong with the file, or else `message`.
    pub(super) fn nowhere(row_errors: Vec<RowError>, ignored: Vec<String>, message: &str) -> ImportReport {
        let mut report = Self::default();
        // Where the file itself cannot be read, that is what to report.
        if row_errors.is_empty() {
            report.row_error(RowError::of_file(message));
        }
        row_errors.into_iter().for_each(|row_error| report.row_error(row_error));
        report.into_report(None, ignored)
    }

    /// A record that the file holds and the workspace knows.
    pub(super) fn seen(&mut self) {
        self.seen += 1;
    }

    /// A new record.
    pub(super) fn made(&mut self, made: Made<'_>) {
        let Made { kind, place, title, fields, near } = made;
        self.new += 1;
        let to = if fields.is_empty() { Value::Null } else { Value::Object(fields) };
        self.lines.push(ImportLine { to, near, ..line(ImportWhat::New, kind, place, title) });
    }

    /// A field that gets another value, or would.
    pub(super) fn field(&mut self, id: Uuid, line: ImportLine) {
        if line.what == ImportWhat::Changed {
            self.changed.insert(id);
        }
        self.lines.push(line);
    }

    /// A record that is not in the file any more.
    pub(super) fn missing(&mut self, kind: Kind, title: String) {
        self.missing += 1;
        self.lines.push(line(ImportWhat::Missing, kind, &RowPlace::default(), title));
    }

    /// What could not be read.
    pub(super) fn row_error(&mut self, row_error: RowError) {
        let RowError { place: RowPlace { sheet, row }, field, message, value, words, first, doubt } =
            row_error;
        self.problem(ImportProblem { sheet, row, field, message, value, words, first, doubt });
    }

    /// What could not be read at all, before what was refused.
    pub(super) fn row_errors_first(&mut self, row_errors: Vec<RowError>) {
        let refused = std::mem::take(&mut self.problems);
        row_errors.into_iter().for_each(|row_error| self.row_error(row_error));
        refused.into_iter().for_each(|problem| self.problem(problem));
    }

    /// What a rule refused of a row, with what that says there.
    pub(super) fn refused_row(&mut self, row: &Row, mut failure: Failure) {
        let said = failure.field.as_deref().and_then(|field| row.plain(field)).and_then(short);
        if let Some(said) = said.filter(|said| !failure.message.contains(said.as_str())) {
            let refused = failure.message.trim_end_matches('.');
            failure.message = format!("{refused}: the file says “{said}”.");
        }
        self.refused(&row.place, failure);
    }

    /// What a rule refused.
    pub(super) fn refused(&mut self, place: &RowPlace, failure: Failure) {
        let Failure { message, field, .. } = failure;
        let RowPlace { sheet, row } = place.clone();
        self.problem(ImportProblem { sheet, row, field, message, ..ImportProblem::default() });
    }

    fn problem(&mut self, problem: ImportProblem) {
        self.problems.push(problem);
    }

    /// A row that belongs to one that is left out, and is left out with it.
    pub(super) fn hung(&mut self, place: &RowPlace, title: &str) {
        if let Some(ImportRow { sheet, row }) = at(place) {
            let why = "The row that it belongs to is left out.".to_owned();
            self.left_out.push(ImportLeftOut { sheet, row, words: title.to_owned(), why: Some(why) });
        }
    }

    /// The finished report, its lines and problems in the order of the file.
    pub(super) fn into_report(self, plan: Option<PlanId>, ignored: Vec<String>) -> ImportReport {
        let Self { new, changed, seen, missing, mut lines, mut problems, mut left_out } = self;
        // While there are problems, nobody knows yet what becomes of the rows that hang under others.
        if !problems.is_empty() {
            left_out.clear();
        }
        // Sheets in the order of their kinds, then rows; what has no row stands last.
        lines.sort_by_key(|line| {
            (line.sheet.is_none(), line.sheet.as_ref().map(|_| line.kind), line.row.is_none(), line.row)
        });
        // The encoding comes first: everything else depends on it.
        let is_first =
            |problem: &ImportProblem| problem.row.is_none() && problem.field.as_deref() == Some("encoding");
        problems.sort_by_key(|problem| (!is_first(problem), problem.row.is_none()));
        let changed = u32::try_from(changed.len()).unwrap_or(u32::MAX);
        let same = seen.saturating_sub(changed);
        ImportReport {
            new,
            changed,
            same,
            missing,
            plan_id: plan,
            lines,
            problems,
            left_out,
            ignored,
            ..ImportReport::default()
        }
    }
}

/// A value that fits into a sentence.
fn short(value: &Value) -> Option<String> {
    let text = match value {
        Value::String(text) => text.clone(),
        Value::Number(number) => number.to_string(),
        Value::Object(parts) => parts.get("text")?.as_str()?.to_owned(),
        Value::Null | Value::Bool(_) | Value::Array(_) => return None,
    };
    (!text.is_empty() && text.chars().count() <= SHORT).then_some(text)
}

/// A line about a whole record.
pub(super) fn line(what: ImportWhat, kind: Kind, place: &RowPlace, title: String) -> ImportLine {
    let RowPlace { sheet, row } = place.clone();
    ImportLine {
        what,
        kind,
        sheet,
        row,
        title,
        field: None,
        from: Value::Null,
        to: Value::Null,
        choice: None,
        near: None,
    }
}
