//! Collecting what travels: the live records under an account, and what they name.

use std::collections::BTreeMap;

use cairn_domain::{Hash, Kind};
use sea_orm::{ConnectionTrait, Statement};
use serde_json::{Value, json};

use super::{Fields, NAMED, Shelf, Transfer, fields::fields, history::History};
use crate::{
    error::{Result, StoreError},
    journal::row_as_json,
    rows::Rows,
    tables::{Table, tables},
};

/// A column that names a row of another table, or of its own.
struct Key {
    column: String,
    to: Kind,
    may_be_empty: bool,
}

impl Rows<'_> {
    /// An account and all that hangs under it and is not in the trash; empty where it is not there.
    ///
    /// # Errors
    /// Only where the workspace cannot be read.
    pub(super) async fn transfer(self, account: &str) -> Result<Transfer> {
        let mut transfer =
            Transfer { shelves: Vec::new(), contents: Vec::new(), history: History::default() };
        for table in tables() {
            let rows = match table.kind {
                Kind::Account => self.live(table, "id = ?1", [json!(account)]).await?,
                _ if table.parents.is_empty() => BTreeMap::new(),
                _ => self.children(table, &transfer).await?,
            };
            transfer.shelves.push(Shelf { table, rows });
            self.let_go(&mut transfer).await?;
        }
        for kind in NAMED {
            self.add_named(&mut transfer, kind).await?;
        }
        transfer.contents = self.contents_of(&transfer).await?;
        transfer.history = self.history_of(transfer.ids()).await?;
        Ok(transfer)
    }

    /// The rows under what travels already.
    async fn children(self, table: &Table, transfer: &Transfer) -> Result<BTreeMap<String, Fields>> {
        let (mut which, mut values) = (Vec::new(), Vec::new());
        for (at, parent) in table.parents.iter().enumerate() {
            let above: Vec<&String> =
                transfer.shelf(parent.kind).into_iter().flat_map(|shelf| shelf.rows.keys()).collect();
            let listed = format!("SELECT value FROM json_each(?{})", at + 1);
            which.push(parent.is_among(table.name(), &listed));
            values.push(json!(above));
        }
        self.live(table, &which.join(" OR "), values).await
    }

    /// The rows of a table that are not in the trash and that `which` chooses, by their ids.
    async fn live(
        self,
        table: &Table,
        which: &str,
        values: impl IntoIterator<Item = Value>,
    ) -> Result<BTreeMap<String, Fields>> {
        let which = format!("deleted_at IS NULL AND ({which})");
        self.chosen(table, &which, values).await
    }

    /// The rows of a table that `which` chooses, deleted or not, by their ids.
    pub(super) async fn chosen(
        self,
        table: &Table,
        which: &str,
        values: impl IntoIterator<Item = Value>,
    ) -> Result<BTreeMap<String, Fields>> {
        let name = table.name();
        let sql = format!("SELECT id, {} FROM {name} WHERE {which}", row_as_json(table, name));
        let values = values.into_iter().map(|value| match value {
            Value::String(text) => text.into(),
            other => other.to_string().into(),
        });
        let db = self.db();
        let rows =
            db.query_all_raw(Statement::from_sql_and_values(db.get_database_backend(), sql, values)).await?;
        rows.iter().map(|row| Ok((row.try_get_by_index(0)?, fields(row, 1)?))).collect()
    }

    /// What the last rows name and does not travel is let go of: the reference is cleared where it may be empty, and
    /// where it may not, the row stays behind too.
    async fn let_go(self, transfer: &mut Transfer) -> Result<()> {
        let Some(table) = transfer.shelves.last().map(|shelf| shelf.table) else { return Ok(()) };
        for Key { column, to, may_be_empty } in self.keys(table).await? {
            let gone = |fields: &Fields| match fields.get(&column) {
                Some(Value::String(id)) => !transfer.holds(to, id),
                _ => false,
            };
            let rows = transfer.shelves.last().into_iter().flat_map(|shelf| &shelf.rows);
            let ids: Vec<String> =
                rows.filter(|(_, fields)| gone(fields)).map(|(id, _)| id.clone()).collect();
            let Some(shelf) = transfer.shelves.last_mut() else { continue };
            for id in ids {
                if !may_be_empty {
                    shelf.rows.remove(&id);
                } else if let Some(fields) = shelf.rows.get_mut(&id) {
                    fields.insert(column.clone(), Value::Null);
                }
            }
        }
        Ok(())
    }

    /// The keys that the schema itself holds.
    async fn keys(self, table: &Table) -> Result<Vec<Key>> {
        let sql = "SELECT k.\"from\", k.\"table\", NOT c.\"notnull\" FROM pragma_foreign_key_list(?1) AS k
                   JOIN pragma_table_info(?1) AS c ON c.name = k.\"from\"";
        let db = self.db();
        let values = [table.name().into()];
        let rows =
            db.query_all_raw(Statement::from_sql_and_values(db.get_database_backend(), sql, values)).await?;
        let mut keys = Vec::with_capacity(rows.len());
        for row in rows {
            let to: String = row.try_get_by_index(1)?;
            let to = to.parse().map_err(|_| StoreError::Corrupt(format!("{to} is no kind of record")))?;
            keys.push(Key { column: row.try_get_by_index(0)?, to, may_be_empty: row.try_get_by_index(2)? });
        }
        Ok(keys)
    }

    /// The rows of a kind of no account that something which travels names.
    async fn add_named(self, transfer: &mut Transfer, kind: Kind) -> Result<()> {
        let Some(table) = transfer.shelf(kind).map(|shelf| shelf.table) else { return Ok(()) };
        let mut rows = self.live(table, "TRUE", []).await?;
        let texts = transfer.texts();
        rows.retain(|id, _| texts.contains(id.as_str()));
        if let Some(shelf) = transfer.shelves.iter_mut().find(|shelf| shelf.table.kind == kind) {
            shelf.rows = rows;
        }
        Ok(())
    }

    /// The contents that something which travels names, in whatever column.
    async fn contents_of(self, transfer: &Transfer) -> Result<Vec<Hash>> {
        let db = self.db();
        let sql = "SELECT hash FROM blob ORDER BY hash";
        let rows = db.query_all_raw(Statement::from_string(db.get_database_backend(), sql)).await?;
        let texts = transfer.texts();
        let mut named = Vec::new();
        for row in rows {
            let hash: String = row.try_get_by_index(0)?;
            if texts.contains(hash.as_str()) {
                named.push(hash.try_into().map_err(|why| StoreError::Corrupt(format!("{why}")))?);
            }
        }
        Ok(named)
    }
}
