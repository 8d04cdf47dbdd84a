//! One sheet: its headings, then a record a row.

use std::collections::{BTreeMap, btree_map::Entry};

use cairn_domain::{SheetCell, fingerprint};
use calamine::Dimensions;
use serde_json::Value;
use uuid::Uuid;

use super::{
    ROWS_MAX,
    cell::Cell,
    columns::{Column, SheetForm, Sort, bare},
    currency::Shown,
    formats::Told,
    hidden::Kept,
    open::OpenWorkbook,
};
use crate::{Content, ParsedField, ParsedFile, Place, Row, RowError, Wording};

/// Columns to the right of this are not looked at.
const COLUMNS_MAX: u32 = 200;
/// Most cells that are read of a sheet.
const CELLS_MAX: usize = 2_000_000;
/// What a sheet has at most.
const MAX_COLUMNS: u32 = 16_384;
const MAX_ROWS: u32 = 1_048_576;

/// A row of cells that holds something.
#[derive(Debug, Default)]
pub(crate) struct Line {
    /// Counted from 1.
    pub(crate) number: u32,
    pub(crate) cells: BTreeMap<u32, Cell>,
    /// Columns whose cell is a formula.
    pub(crate) formulas: Vec<u32>,
    /// The currency that a cell is shown with.
    pub(crate) currencies: BTreeMap<u32, Shown>,
    /// Columns whose cell is that of a row above.
    pub(crate) merged: Vec<u32>,
}

impl Line {
    /// The cell of a column, counted from 0.
    pub(super) fn cell(&self, column: u32) -> &Cell {
        self.cells.get(&column).unwrap_or(&Cell::Empty)
    }
}

/// Why a sheet cannot be read.
#[derive(Clone, Copy, Debug)]
pub(crate) enum SheetFault {
    Broken,
    TooLong,
    TooFull,
}

impl SheetFault {
    /// In a sentence about the sheet.
    pub(crate) fn said(self) -> String {
        match self {
            Self::Broken => "This sheet cannot be read.".into(),
            Self::TooLong => {
                format!("This sheet has more than {ROWS_MAX} rows; that is too many to take in.")
            }
            Self::TooFull => {
                format!("This sheet has more than {CELLS_MAX} cells; that is too many to take in.")
            }
        }
    }
}

/// A place in a sheet.
pub(super) fn place(sheet: &str, row: Option<u32>) -> Place {
    Place { sheet: Some(sheet.to_owned()), row }
}

/// The rows that hold something, one cell at a time from the file: a sheet of a million rows costs no more than the
/// limit. A merged cell holds in every row that it covers.
pub(crate) fn lines(book: &mut OpenWorkbook<'_>, name: &str) -> Result<Vec<Line>, SheetFault> {
    let told = book.formats.cells(name);
    let mut reader = book.file.worksheet_cells_reader(name).map_err(|_| SheetFault::Broken)?;
    let mut lines: Vec<Line> = Vec::new();
    let mut count = 0;
    while let Some(record) = reader.next_cell_with_formula_metadata().map_err(|_| SheetFault::Broken)? {
        let (row, column) = record.pos;
        // Beyond what any sheet has the reader has miscounted.
        if column >= MAX_COLUMNS || row >= MAX_ROWS {
            return Err(SheetFault::Broken);
        }
        count += 1;
        if count > CELLS_MAX {
            return Err(SheetFault::TooFull);
        }
        let (cell, currency) = match (Cell::of(&record.value), told.get(&record.pos)) {
            (Cell::Number(number), Some(Told::Zeros(zeros))) => {
                (zeros.show(number).map_or(Cell::Number(number), Cell::Text), None)
            }
            (cell @ Cell::Number(_), Some(Told::Currency(currency))) => (cell, Some(currency.clone())),
            (cell, _) => (cell, None),
        };
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
            line.currencies.extend(currency.map(|currency| (column, currency)));
            line.cells.insert(column, cell);
        }
    }
    drop(reader);
    for merged in book.file.merge_cells_by_sheet_name(name).unwrap_or_default() {
        fill(&mut lines, &merged);
    }
    Ok(lines)
}

/// Says a merged cell in each row that it covers and that holds something. Its further columns stay empty: two headings
/// of one name would be one column.
fn fill(lines: &mut [Line], merged: &Dimensions) {
    let (first, column) = merged.start;
    let (last, _) = merged.end;
    let from = lines.partition_point(|line| line.number <= first);
    let to = lines.partition_point(|line| line.number <= last.saturating_add(1));
    let Some((top, rest)) = lines.get_mut(from..to).and_then(<[Line]>::split_first_mut) else { return };
    let Some(cell) = top.cells.get(&column).filter(|_| top.number == first + 1) else { return };
    let formula = top.formulas.contains(&column);
    let currency = top.currencies.get(&column);
    for line in rest {
        line.currencies.extend(currency.map(|currency| (column, currency.clone())));
        if let Entry::Vacant(free) = line.cells.entry(column) {
            free.insert(cell.clone());
            line.merged.push(column);
        }
        if formula {
            line.formulas.push(column);
        }
    }
}

/// Reads a sheet into the findings.
pub(super) fn read(
    book: &mut OpenWorkbook<'_>,
    name: &str,
    form: &SheetForm,
    kept: &Kept,
    wording: &Wording,
    parsed: &mut ParsedFile,
) {
    let lines = match lines(book, name) {
        Ok(lines) => lines,
        Err(fault) => {
            parsed.row_errors.push(RowError::at(&place(name, None), None, fault.said()));
            return;
        }
    };
    let mut lines = lines.into_iter();
    let Some(heads) = lines.next() else { return };
    let columns = columns(&heads, name, form, kept, &wording.columns, parsed);
    for line in lines {
        let reading = Reading { sheet: name, form, kept, columns: &columns, wording };
        reading.row(&line, parsed);
    }
}

/// A column of the file that means something here.
struct Known<'f> {
    at: u32,
    column: &'f Column,
}

/// Which column is which; one that means nothing is named.
fn columns<'f>(
    heads: &Line,
    sheet: &str,
    form: &'f SheetForm,
    kept: &Kept,
    names: &BTreeMap<String, String>,
    parsed: &mut ParsedFile,
) -> Vec<Known<'f>> {
    let mut known: Vec<Known<'f>> = Vec::new();
    for (at, cell) in &heads.cells {
        let heading = cell.told().trim().to_owned();
        let own =
            names.iter().find(|(name, _)| bare(name) == bare(&heading)).map(|(_, field)| field.as_str());
        let is_it = |column: &&Column| match own {
            Some(field) => column.is_called(field),
            None => kept.is_column(form.kind, &heading, column),
        };
        match form.columns.iter().find(is_it) {
            None => parsed.ignored.push(format!("{sheet}: {heading}")),
            Some(column) if known.iter().any(|before| before.column.field == column.field) => {
                let message = format!("The column “{heading}” stands twice; take one out.");
                parsed.row_errors.push(RowError::at(
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
    columns: &'a [Known<'a>],
    wording: &'a Wording,
}

impl Reading<'_> {
    fn row(&self, line: &Line, parsed: &mut ParsedFile) {
        let place = place(self.sheet, Some(line.number));
        let known = |at: &u32| self.columns.iter().any(|known| known.at == *at);
        if !line.cells.keys().any(known) {
            return;
        }
        let before = parsed.row_errors.len();
        let mut contents = Vec::new();
        for Known { at, column } in self.columns {
            let said = line.cell(*at);
            let meant = self.wording.meant(column.field, said);
            let cell = meant.as_ref().unwrap_or(said);
            let mut refuse = |message: String| {
                let row_error = RowError::at(&place, Some(column.field), message);
                parsed.row_errors.push(row_error.over(&said.told(), column.sort.words()));
            };
            if line.formulas.contains(at) {
                let name = format!("{}!{}{}", self.sheet, letters(*at), line.number);
                refuse(format!("{name} is a formula; put its value there instead."));
                continue;
            }
            match cell.meaning(column.sort) {
                Ok(content) => contents.push((*column, cell.clone(), content)),
                Err(message) => refuse(message),
            }
        }
        let id = contents.iter().find_map(|(column, _, content)| match (column.sort, content) {
            (Sort::Id, Content::Plain(Value::String(id))) => id.parse().ok(),
            _ => None,
        });
        let broken = parsed.row_errors.len() > before;
        contents.retain(|(column, _, content)| {
            // Without the hidden sheet nobody can tell a cell that was emptied from one that never showed its value.
            let shows = self.kept.is_known() || !is_empty(content);
            shows && !matches!(column.sort, Sort::Id | Sort::Field(SheetCell::Shown))
        });
        let said = |(column, cell, content): (&Column, Cell, Content)| self.said(column, &cell, content, id);
        let fields = contents.into_iter().map(said).collect();
        parsed.rows.push(Row { kind: self.form.kind, place, id, by_title: false, broken, fields });
    }

    fn said(&self, column: &Column, cell: &Cell, content: Content, id: Option<Uuid>) -> ParsedField {
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
        let shrunk =
            matches!(column.sort, Sort::Field(SheetCell::Number | SheetCell::Measure)) && cell.is_fraction();
        let base = base.filter(|_| plain).cloned();
        ParsedField { field: column.field.to_owned(), content, untouched, shrunk, base }
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
