//! The headings and rows of a list, whatever file it came in.

use std::collections::BTreeMap;

use crate::workbook::{cell::Cell, currency::Shown};

/// A heading.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) struct Head {
    /// Its column, counted from 0.
    pub(super) at: u32,
    pub(super) text: String,
}

/// A row that holds something.
#[derive(Clone, PartialEq, Debug, Default)]
pub(super) struct Line {
    /// The row or line of the file, counted from 1.
    pub(super) number: u32,
    pub(super) cells: BTreeMap<u32, Cell>,
    /// Columns whose cell is a formula.
    pub(super) formulas: Vec<u32>,
    /// True for a row of a text, whose cells are only told apart by separators.
    pub(super) is_text: bool,
    /// The currency that a cell of a spreadsheet is shown with.
    pub(super) currencies: BTreeMap<u32, Shown>,
    /// Columns whose cell is that of a row above.
    pub(super) merged: Vec<u32>,
}

impl Line {
    /// The cell of a column.
    pub(super) fn cell(&self, column: u32) -> &Cell {
        self.cells.get(&column).unwrap_or(&Cell::Empty)
    }
}
