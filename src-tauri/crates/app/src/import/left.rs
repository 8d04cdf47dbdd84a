//! Rows that are left out of a file: those that somebody chose, and those with a problem where the rest is wanted.

use std::collections::BTreeMap;

use cairn_domain::Kind;
use cairn_exchange::{ParsedFile, Row, RowPlace};
use cairn_wire::{ImportLeftOut, ImportProblem, ImportRow};

/// Rows that are left out, each with the problem that it has, if it has one.
#[derive(Clone, Debug, Default)]
pub(super) struct Left(BTreeMap<ImportRow, Option<String>>);

impl Left {
    /// The rows that somebody chose to leave out. `sheet` is the one of the file, if it has only one: then nobody has
    /// to name it.
    pub(super) fn chosen(rows: &[ImportRow], sheet: Option<&str>) -> Self {
        let whole = |row: &ImportRow| {
            let sheet = row.sheet.clone().or_else(|| sheet.map(str::to_owned));
            ImportRow { sheet, row: row.row }
        };
        Self(rows.iter().map(|row| (whole(row), None)).collect())
    }

    /// Leaves out every row that has a problem; false where there is none that was not out before.
    pub(super) fn add(&mut self, problems: &[ImportProblem]) -> bool {
        let before = self.0.len();
        for problem in problems {
            if let Some(row) = row_of(problem) {
                self.0.entry(row).or_insert_with(|| Some(problem.message.clone()));
            }
        }
        self.0.len() > before
    }

    /// True where the row of a place is left out.
    pub(super) fn has(&self, place: &RowPlace) -> bool {
        at(place).is_some_and(|row| self.0.contains_key(&row))
    }

    /// What a file says without these rows.
    pub(super) fn without(&self, mut parsed: ParsedFile) -> ParsedFile {
        if !self.0.is_empty() {
            let gone = parsed.rows.iter().filter(|row| self.has(&row.place)).filter_map(|row| row.id);
            parsed.left = gone.collect();
            // What a text says of the plan itself stands in no row and is never left out.
            parsed.rows.retain(|row| row.kind == Kind::Plan || !self.has(&row.place));
            parsed.row_errors.retain(|row_error| !self.has(&row_error.place));
        }
        parsed
    }

    /// The rows as they are reported, by the names that the file gives them.
    pub(super) fn told(&self, rows: &[Row]) -> Vec<ImportLeftOut> {
        let named: BTreeMap<ImportRow, &str> =
            rows.iter().filter_map(|row| Some((at(&row.place)?, row.title().unwrap_or_default()))).collect();
        let one = |(row, why): (&ImportRow, &Option<String>)| ImportLeftOut {
            sheet: row.sheet.clone(),
            row: row.row,
            words: named.get(row).map(|name| (*name).to_owned()).unwrap_or_default(),
            why: why.clone(),
        };
        self.0.iter().map(one).collect()
    }
}

/// The row of a place, if it has one.
pub(super) fn at(place: &RowPlace) -> Option<ImportRow> {
    place.row.map(|row| ImportRow { sheet: place.sheet.clone(), row })
}

/// The row of a problem, if it is of one.
pub(super) fn row_of(problem: &ImportProblem) -> Option<ImportRow> {
    problem.row.map(|row| ImportRow { sheet: problem.sheet.clone(), row })
}
