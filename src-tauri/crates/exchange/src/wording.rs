//! What somebody said about the words of a file: what a heading means, and what a value means wherever it stands.

use std::collections::BTreeMap;

use cairn_domain::folded;

use crate::workbook::cell::Cell;

/// Names of columns and words of cells, as somebody explained them.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Wording {
    /// What the file calls a column, and the field that it is; nothing where it is to be passed over.
    pub columns: BTreeMap<String, String>,
    /// By field: what the file says, and what is meant by it; nothing where it is to be left out.
    pub values: BTreeMap<String, BTreeMap<String, String>>,
}

impl Wording {
    /// A wording of columns alone.
    #[must_use]
    pub fn of_columns(columns: BTreeMap<String, String>) -> Self {
        Self { columns, values: BTreeMap::new() }
    }

    /// The cell that is meant by a cell of a field, where somebody said so.
    pub(crate) fn meant(&self, field: &str, cell: &Cell) -> Option<Cell> {
        let said = self.values.get(field)?;
        let told = folded(&cell.told());
        let (_, meant) = said.iter().find(|(text, _)| folded(text) == told)?;
        Some(if meant.trim().is_empty() { Cell::Empty } else { Cell::Text(meant.clone()) })
    }
}
