//! One account on its way from a workspace to another: its records, their history and the contents they name.
//!
//! Owns what travels, the file it travels in, and how it arrives. What hangs under the account is found by the tables'
//! own parents, as a deletion finds it, so that a new kind travels by itself. Does not own what is asked before.

mod arrive;
mod clash;
mod collect;
mod difference;
mod fields;
mod file;
mod history;
mod inspect;
mod merge;
mod moved;
mod ship;

use std::collections::{BTreeMap, BTreeSet};

use cairn_domain::{Hash, Kind};
use serde_json::{Map, Value};

use crate::tables::Table;
use history::History;

pub use clash::Clash;
pub use difference::{Fate, FieldChange, KindCount, TransferDifference};
pub use file::TransferFile;
pub use merge::Chosen;
pub use moved::Moved;
pub use ship::Shipped;

/// The operation that writes such a file. It is no part of what happened to the records.
pub const SHIPPED: &str = "account.export";

/// The kinds of no account, which travel where a record that travels names them.
const NAMED: [Kind; 2] = [Kind::Template, Kind::ChecklistTemplate];

/// A row's columns and values.
type Fields = Map<String, Value>;

/// An account with all that hangs under it.
#[derive(Clone, Debug)]
pub struct Transfer {
    /// Every table in their order, parents before children, with the rows that travel by their ids.
    shelves: Vec<Shelf>,
    /// What those rows name of the contents.
    contents: Vec<Hash>,
    history: History,
}

/// The rows of one kind.
#[derive(Clone, Debug)]
struct Shelf {
    table: &'static Table,
    rows: BTreeMap<String, Fields>,
}

impl Transfer {
    fn shelf(&self, kind: Kind) -> Option<&Shelf> {
        self.shelves.iter().find(|shelf| shelf.table.kind == kind)
    }

    fn shelf_mut(&mut self, kind: Kind) -> Option<&mut Shelf> {
        self.shelves.iter_mut().find(|shelf| shelf.table.kind == kind)
    }

    fn holds(&self, kind: Kind, id: &str) -> bool {
        self.shelf(kind).is_some_and(|shelf| shelf.rows.contains_key(id))
    }

    fn ids(&self) -> Vec<String> {
        self.shelves.iter().flat_map(|shelf| shelf.rows.keys().cloned()).collect()
    }

    /// The contents that its records name.
    #[must_use]
    pub fn contents(&self) -> &[Hash] {
        &self.contents
    }

    /// How many records it holds of each kind that it holds some of.
    #[must_use]
    pub fn counts(&self) -> Vec<(Kind, u32)> {
        let count = |shelf: &Shelf| (shelf.table.kind, u32::try_from(shelf.rows.len()).unwrap_or(u32::MAX));
        self.shelves.iter().map(count).filter(|(_, rows)| *rows > 0).collect()
    }

    /// All values that are texts, whatever column they stand in.
    fn texts(&self) -> BTreeSet<&str> {
        let rows = self.shelves.iter().flat_map(|shelf| shelf.rows.values());
        rows.flat_map(Fields::values).filter_map(Value::as_str).collect()
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;
    use crate::tables::tables;

    /// The kinds that are of whoever works in a workspace, and stay there.
    const STAY: [Kind; 2] = [Kind::Me, Kind::Brand];

    #[test]
    fn every_kind_is_of_an_account_or_is_named_as_travelling_with_one_or_as_staying() {
        let mut under = BTreeSet::from([Kind::Account]);
        for table in tables() {
            let parents = table.parents.iter().filter(|parent| under.contains(&parent.kind)).count();
            let ways = [
                table.kind == Kind::Account,
                parents > 0,
                STAY.contains(&table.kind),
                NAMED.contains(&table.kind),
            ];
            assert_eq!(
                ways.iter().filter(|way| **way).count(),
                1,
                "{:?}: one pass over the tables has to meet it, or somebody has to say where it stays",
                table.kind
            );
            assert_eq!(parents, table.parents.len(), "{:?} stands behind all it can hang under", table.kind);
            if parents > 0 {
                under.insert(table.kind);
            }
        }
    }
}
