//! Many records of one kind in an operation: a statement for hundreds, where one each would take long.

use std::collections::BTreeSet;

use cairn_domain::Stored;
use sea_orm::{ActiveModelTrait, EntityTrait, IdenStatic, IntoActiveModel, Iterable, Value};

use crate::{error::Result, rows::column, tables::Row, tx::Tx};

/// Rows in one statement: SQLite takes 32,766 parameters, and no table has 60 columns.
const CHUNK: usize = 500;

impl Tx {
    /// Adds records under new ids, in their order.
    ///
    /// # Errors
    /// As [`Tx::insert`].
    pub async fn insert_many<R: Row>(&mut self, records: Vec<R>) -> Result<Vec<Stored<R>>> {
        let mut parents = BTreeSet::new();
        for record in &records {
            if parents.insert(record.parent()) {
                self.require_parent(record).await?;
            }
        }
        let all: Vec<Stored<R>> = records.into_iter().map(|record| self.made(None, record)).collect();
        let columns: Vec<_> = Column::<R>::iter().collect();
        for made in all.chunks(CHUNK) {
            let (list, values) = listed::<R>(made.iter().map(row), &columns);
            let sql = format!("INSERT INTO {} ({}) VALUES {list}", R::KIND.word(), names::<R>(&columns));
            self.run(&sql, values).await?;
            self.touch(R::KIND);
        }
        Ok(all)
    }

    /// Writes records over those that were read in this operation, in their order.
    ///
    /// # Errors
    /// Only where the workspace cannot be written.
    pub async fn update_many<R: Row>(&mut self, changes: Vec<(Stored<R>, R)>) -> Result<Vec<Stored<R>>> {
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

    /// Writes the columns in which one of the records differs from what it was, in one statement.
    pub(crate) async fn overwrite<R: Row>(&mut self, pairs: &[(Stored<R>, Stored<R>)]) -> Result<()> {
        let rows: Vec<_> = pairs.iter().map(|(current, next)| (row(current), row(next))).collect();
        let id = column::<R>("id")?;
        let differs =
            |column: &Column<R>| rows.iter().any(|(current, next)| current.get(*column) != next.get(*column));
        let columns: Vec<_> = std::iter::once(id).chain(Column::<R>::iter().filter(differs)).collect();
        // SQLite names the columns of a list by their number.
        let set = columns.iter().enumerate().skip(1);
        let set = set.map(|(at, column)| format!("{} = listed.column{}", column.as_str(), at + 1));
        let set = set.collect::<Vec<_>>().join(", ");
        let (list, values) = listed::<R>(rows.into_iter().map(|(_, next)| next), &columns);
        let table = R::KIND.word();
        let sql =
            format!("UPDATE {table} SET {set} FROM (VALUES {list}) AS listed WHERE id = listed.column1");
        self.run(&sql, values).await?;
        self.touch(R::KIND);
        Ok(())
    }
}

type Column<R> = <<R as Row>::Entity as EntityTrait>::Column;
type Active<R> = <<R as Row>::Entity as EntityTrait>::ActiveModel;

/// The names of columns, as a statement lists them.
fn names<R: Row>(columns: &[Column<R>]) -> String {
    columns.iter().map(|column| column.as_str()).collect::<Vec<_>>().join(", ")
}

/// Some columns of rows as a list of values: its text, and what stands in it. The builder of statements would hold every
/// value of hundreds of rows three times over.
fn listed<R: Row>(
    rows: impl ExactSizeIterator<Item = Active<R>>,
    columns: &[Column<R>],
) -> (String, Vec<Value>) {
    let place = format!("({})", vec!["?"; columns.len()].join(", "));
    let mut places = Vec::with_capacity(rows.len());
    let mut values = Vec::with_capacity(rows.len() * columns.len());
    for mut row in rows {
        values.extend(columns.iter().filter_map(|column| row.take(*column).into_value()));
        places.push(place.as_str());
    }
    (places.join(", "), values)
}

/// The row of a record, as it is written.
pub(crate) fn row<R: Row>(stored: &Stored<R>) -> Active<R> {
    R::into_model(stored.clone()).into_active_model()
}
