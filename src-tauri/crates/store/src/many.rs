//! Many records of one kind in an operation: a statement for hundreds, where one each would take long.

use std::{collections::BTreeSet, iter, mem};

use cairn_domain::{Cell, Record, Stored};
use sea_orm::Value;

use crate::{
    error::Result,
    tables::{bound, row_of, table_of},
    tx::Tx,
};

/// Rows in one statement: SQLite takes 32,766 parameters, and no table has 60 columns.
const CHUNK: usize = 500;

impl Tx {
    /// Adds records under new ids, in their order.
    ///
    /// # Errors
    /// As [`Tx::insert`].
    pub async fn insert_many<R: Record>(&mut self, records: Vec<R>) -> Result<Vec<Stored<R>>> {
        let mut parents = BTreeSet::new();
        for record in &records {
            if parents.insert(record.parent()) {
                self.require_parent(record).await?;
            }
        }
        let all: Vec<Stored<R>> = records.into_iter().map(|record| self.made(None, record)).collect();
        for made in all.chunks(CHUNK) {
            self.add_rows(made).await?;
        }
        Ok(all)
    }

    /// Writes records over those that were read in this operation, in their order.
    ///
    /// # Errors
    /// Only where the workspace cannot be written.
    pub async fn update_many<R: Record>(&mut self, changes: Vec<(Stored<R>, R)>) -> Result<Vec<Stored<R>>> {
        let mut all = Vec::with_capacity(changes.len());
        for (current, record) in changes {
            let next = self.changed(&current, record);
            all.push((current, next));
        }
        for pairs in all.chunks(CHUNK) {
            self.overwrite(pairs).await?;
        }
        Ok(all.into_iter().map(|(_, next)| next).collect())
    }

    /// Adds the rows of new records, in one statement.
    pub(crate) async fn add_rows<R: Record>(&mut self, made: &[Stored<R>]) -> Result<()> {
        let table = table_of(R::KIND);
        let columns: Vec<usize> = (0..table.columns.len()).collect();
        let (list, values) = listed(made.iter().map(row_of), &columns);
        let names = table.columns.iter().map(|column| column.name.as_str()).collect::<Vec<_>>().join(", ");
        self.run(&format!("INSERT INTO {} ({names}) VALUES {list}", table.name()), values).await?;
        self.touch(R::KIND);
        Ok(())
    }

    /// Writes the columns in which one of the records differs from what it was, in one statement.
    pub(crate) async fn overwrite<R: Record>(&mut self, pairs: &[(Stored<R>, Stored<R>)]) -> Result<()> {
        let table = table_of(R::KIND);
        let rows: Vec<_> = pairs.iter().map(|(current, next)| (row_of(current), row_of(next))).collect();
        let differs = |column: &usize| rows.iter().any(|(current, next)| current[*column] != next[*column]);
        let changed: Vec<usize> = (1..table.columns.len()).filter(differs).collect();
        // SQLite names the columns of a list by their number, from 1.
        let set = changed
            .iter()
            .zip(2..)
            .map(|(column, at)| format!("{} = listed.column{at}", table.columns[*column].name));
        let set = set.collect::<Vec<_>>().join(", ");
        // The id first: by that the rows are found.
        let columns: Vec<usize> = iter::once(0).chain(changed).collect();
        let (list, values) = listed(rows.into_iter().map(|(_, next)| next), &columns);
        let name = table.name();
        let sql = format!("UPDATE {name} SET {set} FROM (VALUES {list}) AS listed WHERE id = listed.column1");
        self.run(&sql, values).await?;
        self.touch(R::KIND);
        Ok(())
    }
}

/// Some columns of rows as a list of values: its text, and what stands in it. The builder of statements would hold every
/// value of hundreds of rows three times over.
fn listed(rows: impl ExactSizeIterator<Item = Vec<Cell>>, columns: &[usize]) -> (String, Vec<Value>) {
    let place = format!("({})", vec!["?"; columns.len()].join(", "));
    let mut places = Vec::with_capacity(rows.len());
    let mut values = Vec::with_capacity(rows.len() * columns.len());
    for mut row in rows {
        values.extend(columns.iter().map(|column| bound(mem::take(&mut row[*column]))));
        places.push(place.as_str());
    }
    (places.join(", "), values)
}
