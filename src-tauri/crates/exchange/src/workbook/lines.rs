//! The rows of a sheet as they stand in the file.

use std::collections::{BTreeMap, btree_map::Entry};

use calamine::Dimensions;

use super::{ROWS_MAX, cell::Cell, currency::Shown, formats::Told, open::OpenWorkbook};
use crate::RowPlace;

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
pub(super) fn place(sheet: &str, row: Option<u32>) -> RowPlace {
    RowPlace { sheet: Some(sheet.to_owned()), row }
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
