//! What an import found and did, as it is told.

use std::collections::BTreeSet;

use cairn_domain::{Kind, PlanId};
use cairn_exchange::{Place, Trouble};
use cairn_wire::{Failure, ImportLine, ImportProblem, ImportReport, ImportWhat};
use serde_json::Value;
use uuid::Uuid;

/// Most problems that are told; the next one says that there are more.
const PROBLEMS_MAX: usize = 500;

/// A report that is being written.
#[derive(Debug, Default)]
pub(super) struct Report {
    new: u32,
    changed: BTreeSet<Uuid>,
    seen: u32,
    missing: u32,
    lines: Vec<ImportLine>,
    problems: Vec<ImportProblem>,
}

impl Report {
    /// About a file that belongs to nothing here: what was wrong with it, and where nothing was, `message`.
    pub(super) fn nowhere(troubles: Vec<Trouble>, ignored: Vec<String>, message: &str) -> ImportReport {
        let mut report = Self::default();
        // Where the file itself cannot be read, what it belongs to is not what is missing.
        if troubles.is_empty() {
            report.trouble(Trouble::of_file(message));
        }
        troubles.into_iter().for_each(|trouble| report.trouble(trouble));
        report.into_report(None, ignored)
    }

    /// A record that the file holds and the workspace knows.
    pub(super) fn seen(&mut self) {
        self.seen += 1;
    }

    /// A new record.
    pub(super) fn made(&mut self, kind: Kind, place: &Place, title: String) {
        self.new += 1;
        self.lines.push(line(ImportWhat::New, kind, place, title));
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
        self.lines.push(line(ImportWhat::Missing, kind, &Place::default(), title));
    }

    /// What could not be read.
    pub(super) fn trouble(&mut self, trouble: Trouble) {
        let Trouble { place: Place { sheet, row }, field, message } = trouble;
        self.problem(ImportProblem { sheet, row, field, message });
    }

    /// What could not be read at all, before what was refused.
    pub(super) fn troubles_first(&mut self, troubles: Vec<Trouble>) {
        let refused = std::mem::take(&mut self.problems);
        troubles.into_iter().for_each(|trouble| self.trouble(trouble));
        refused.into_iter().for_each(|problem| self.problem(problem));
    }

    /// What a rule refused.
    pub(super) fn refused(&mut self, place: &Place, failure: Failure) {
        let Failure { message, field, .. } = failure;
        let Place { sheet, row } = place.clone();
        self.problem(ImportProblem { sheet, row, field, message });
    }

    fn problem(&mut self, problem: ImportProblem) {
        if self.problems.len() < PROBLEMS_MAX {
            self.problems.push(problem);
        } else if self.problems.len() == PROBLEMS_MAX {
            let message = "There are more problems; these are the first.".to_owned();
            self.problems.push(ImportProblem { sheet: None, row: None, field: None, message });
        }
    }

    /// The finished report, its lines and problems in the order of the file.
    pub(super) fn into_report(self, plan: Option<PlanId>, ignored: Vec<String>) -> ImportReport {
        let Self { new, changed, seen, missing, mut lines, mut problems } = self;
        // Sheets in the order of their kinds, then rows; what has no row stands last.
        lines.sort_by_key(|line| {
            (line.sheet.is_none(), line.sheet.as_ref().map(|_| line.kind), line.row.is_none(), line.row)
        });
        problems.sort_by_key(|problem| problem.row.is_none());
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
            ignored,
            ..ImportReport::default()
        }
    }
}

/// A line about a whole record.
pub(super) fn line(what: ImportWhat, kind: Kind, place: &Place, title: String) -> ImportLine {
    let Place { sheet, row } = place.clone();
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
    }
}
