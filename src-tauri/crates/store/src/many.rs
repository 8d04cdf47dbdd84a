//! Many records of one kind in an operation: a statement for hundreds, where one each would take long.

use std::collections::BTreeSet;

use cairn_domain::{RecordId, Stored};
use sea_orm::{EntityTrait, IdenStatic, IntoActiveModel, Iterable, sea_query::OnConflict};

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
        let (at, by) = self.stamp();
        let by = by.to_owned();
        let mut all = Vec::with_capacity(records.len());
        for record in records {
            all.push(Stored {
                id: R::Id::from_uuid(self.new_id()),
                version: 1,
                created_at: at,
                created_by: by.clone(),
                updated_at: at,
                updated_by: by.clone(),
                deleted_at: None,
                record,
            });
        }
        for rows in all.chunks(CHUNK) {
            let models = rows.iter().map(|stored| R::into_model(stored.clone()).into_active_model());
            R::Entity::insert_many(models).exec_without_returning(self.db()).await?;
            self.touch(R::KIND);
        }
        for stored in &all {
            self.note_words(stored);
        }
        Ok(all)
    }

    /// Writes records over those that were read in this operation, in their order.
    ///
    /// # Errors
    /// Only where the workspace cannot be written.
    pub async fn update_many<R: Row>(&mut self, changes: Vec<(Stored<R>, R)>) -> Result<Vec<Stored<R>>> {
        let (at, by) = self.stamp();
        let by = by.to_owned();
        let changed = |(current, record): (Stored<R>, R)| Stored {
            version: current.version + 1,
            updated_at: at,
            updated_by: by.clone(),
            record,
            ..current
        };
        let all: Vec<Stored<R>> = changes.into_iter().map(changed).collect();
        // A row that is there is updated: SQLite then runs the triggers of an update, and none of an insertion.
        let id = column::<R>("id")?;
        let rest = <R::Entity as EntityTrait>::Column::iter().filter(|column| column.as_str() != id.as_str());
        let over = OnConflict::column(id).update_columns(rest).to_owned();
        for rows in all.chunks(CHUNK) {
            let models = rows.iter().map(|stored| R::into_model(stored.clone()).into_active_model());
            R::Entity::insert_many(models)
                .on_conflict(over.clone())
                .exec_without_returning(self.db())
                .await?;
            self.touch(R::KIND);
        }
        for stored in &all {
            self.note_words(stored);
        }
        Ok(all)
    }
}
