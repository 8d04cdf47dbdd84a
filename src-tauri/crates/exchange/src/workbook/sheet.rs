//! One sheet: its headings, then a record a row.

use std::collections::BTreeMap;

use cairn_domain::fingerprint;
use serde_json::Value;
use uuid::Uuid;

use super::{
    ROWS_MAX,
    cell::Cell,
    columns::{Column, SheetForm, Sort, bare},
    hidden::Kept,
    open::Book,
};
use crate::{Content, Findings, Place, Row, Said, Trouble};

/// Columns to the right of this are not looked at.
const COLUMNS_MAX: u32 = 200;

/// A row of cells that holds something.
#[derive(Debug, Default)]
pub(crate) struct Line {
    /// Counted from 1.
    pub(crate) number: u32,
    pub(crate) cells: BTreeMap<u32, Cell>,
    /// Columns whose cell is a formula.
    pub(crate) formulas: Vec<u32>,
}

impl Line {
    /// The cell of a column, counted from 0.
    pub(super) fn cell(&self, column: u32) -> &Cell {
        self.cells.get(&column).unwrap_or(&Cell::Empty)
    }
}

/// Why a sheet cannot be read.
pub(crate) enum SheetFault {
    Broken,
    TooLong,
}

/// A place in a sheet.
pub(super) fn place(sheet: &str, row: Option<u32>) -> Place {
    Place { sheet: Some(sheet.to_owned()), row }
}

/// The rows that hold something, one cell at a time from the file: a sheet of a million rows costs no more than the
/// limit.
pub(crate) fn lines(book: &mut Book<'_>, name: &str) -> Result<Vec<Line>, SheetFault> {
    let mut reader = book.worksheet_cells_reader(name).map_err(|_| SheetFault::Broken)?;
    let mut lines: Vec<Line> = Vec::new();
    while let Some(record) = reader.next_cell_with_formula_metadata().map_err(|_| SheetFault::Broken)? {
        let (row, column) = record.pos;
        let cell = Cell::of(&record.value);
        let holds = cell != Cell::Empty || record.formula.is_some();
        if column >= COLUMNS_MAX || !holds {
            continue;
        }
        if lines.last().is_none_or(|line| line.number != row + 1) {
            // One more than the records, for the headings.
            if lines.len() > ROWS_MAX {
                return Err(SheetFault::TooLong);
            }
            lines.push(Line { number: row + 1, ..Line::default() });
        }
        if let Some(line) = lines.last_mut() {
            if record.formula.is_some() {
                line.formulas.push(column);
            }
            line.cells.insert(column, cell);
        }
    }
    Ok(lines)
}

/// Reads a sheet into the findings.
pub(super) fn read(
    book: &mut Book<'_>,
    name: &str,
    form: &SheetForm,
    kept: &Kept,
    names: &BTreeMap<String, String>,
    findings: &mut Findings,
) {
    let lines = match lines(book, name) {
        Ok(lines) => lines,
        Err(fault) => {
            let message = match fault {
                SheetFault::Broken => "This sheet cannot be read.".to_owned(),
                SheetFault::TooLong => {
                    format!("This sheet has more than {ROWS_MAX} rows; that is too many to take in.")
                }
            };
            findings.troubles.push(Trouble::at(&place(name, None), None, message));
            return;
        }
    };
    let mut lines = lines.into_iter();
    let Some(heads) = lines.next() else { return };
    let columns = columns(&heads, name, form, kept, names, findings);
    for line in lines {
        let reading = Reading { sheet: name, form, kept, columns: &columns };
        reading.row(&line, findings);
    }
}

/// A column of the file that means something here.
struct Known {
    at: u32,
    column: &'static Column,
}

/// Which column is which; one that means nothing is named.
fn columns(
    heads: &Line,
    sheet: &str,
    form: &SheetForm,
    kept: &Kept,
    names: &BTreeMap<String, String>,
    findings: &mut Findings,
) -> Vec<Known> {
    let mut known: Vec<Known> = Vec::new();
    for (at, cell) in &heads.cells {
        let heading = cell.told().trim().to_owned();
        let own =
            names.iter().find(|(name, _)| bare(name) == bare(&heading)).map(|(_, field)| field.as_str());
        let is_it = |column: &&Column| match own {
            Some(field) => column.is_called(field),
            None => kept.is_column(form.kind, &heading, column),
        };
        match form.columns.iter().find(is_it) {
            None => findings.ignored.push(format!("{sheet}: {heading}")),
            Some(column) if known.iter().any(|before| before.column.field == column.field) => {
                let message = format!("The column “{heading}” stands twice; take one out.");
                findings.troubles.push(Trouble::at(
                    &place(sheet, Some(heads.number)),
                    Some(column.field),
                    message,
                ));
            }
            Some(column) => known.push(Known { at: *at, column }),
        }
    }
    known
}

struct Reading<'a> {
    sheet: &'a str,
    form: &'a SheetForm,
    kept: &'a Kept,
    columns: &'a [Known],
}

impl Reading<'_> {
    fn row(&self, line: &Line, findings: &mut Findings) {
        let place = place(self.sheet, Some(line.number));
        let known = |at: &u32| self.columns.iter().any(|known| known.at == *at);
        if !line.cells.keys().any(known) {
            return;
        }
        let before = findings.troubles.len();
        let mut contents = Vec::new();
        for Known { at, column } in self.columns {
            let mut refuse = |message: String| {
                findings.troubles.push(Trouble::at(&place, Some(column.field), message));
            };
            if line.formulas.contains(at) {
                let name = format!("{}!{}{}", self.sheet, letters(*at), line.number);
                refuse(format!("{name} is a formula; put its value there instead."));
                continue;
            }
            let cell = line.cell(*at);
            match cell.meaning(column.sort) {
                Ok(content) => contents.push((*column, cell, content)),
                Err(message) => refuse(message),
            }
        }
        let id = contents.iter().find_map(|(column, _, content)| match (column.sort, content) {
            (Sort::Id, Content::Plain(Value::String(id))) => id.parse().ok(),
            _ => None,
        });
        let broken = findings.troubles.len() > before;
        contents.retain(|(column, _, content)| {
            // Without the hidden sheet nobody can tell a cell that was emptied from one that never showed its value.
            let shows = self.kept.is_known() || !is_empty(content);
            shows && !matches!(column.sort, Sort::Id | Sort::Shown)
        });
        let said = |(column, cell, content): (&Column, &Cell, Content)| self.said(column, cell, content, id);
        let fields = contents.into_iter().map(said).collect();
        findings.rows.push(Row { kind: self.form.kind, place, id, by_title: false, broken, fields });
    }

    fn said(&self, column: &Column, cell: &Cell, content: Content, id: Option<Uuid>) -> Said {
        let base = self.kept.base(self.form.kind, id, column.field);
        // What names other records is compared as it is written: a title may have changed meanwhile.
        let print = match &content {
            Content::Plain(value) => fingerprint(value),
            Content::Record(..) | Content::Records(..) | Content::Line(..) => {
                fingerprint(&cell.told().trim().into())
            }
        };
        let untouched = base.is_some_and(|base| *base == print);
        let plain = matches!(content, Content::Plain(_));
        let shrunk = matches!(column.sort, Sort::Number) && cell.is_fraction();
        let base = base.filter(|_| plain).cloned();
        Said { field: column.field.to_owned(), content, untouched, shrunk, base }
    }
}

/// True where a cell says nothing.
fn is_empty(content: &Content) -> bool {
    match content {
        Content::Plain(value) => value.is_null() || value.as_str() == Some(""),
        Content::Record(_, text) => text.is_empty(),
        Content::Records(_, texts) => texts.is_empty(),
        Content::Line(..) => false,
    }
}

/// A column as spreadsheets call it: A, B, ... Z, AA.
fn letters(column: u32) -> String {
    let mut name = String::new();
    let mut left = column + 1;
    while left > 0 {
        left -= 1;
        name.insert(0, char::from(b'A' + u8::try_from(left % 26).unwrap_or_default()));
        left /= 26;
    }
    name
}

#[cfg(test)]
mod tests {
    use super::letters;

    #[test]
    fn columns_are_called_as_spreadsheets_call_them() {
        assert_eq!([0, 25, 26, 701, 702].map(letters), ["A", "Z", "AA", "ZZ", "AAA"]);
    }
}
