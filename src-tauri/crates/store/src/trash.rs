//! Deleting a record with all that hangs under it, and bringing it back.
//!
//! Does not own whether a record may come back: the rules say that, over what the operation brought back.

use cairn_domain::{Kind, Record, Stored};
use sea_orm::{ConnectionTrait, Statement};

use crate::{
    error::{Result, StoreError},
    home::Parent,
    scalar::scalar,
    tables::{Table, table_of, tables},
    tx::Tx,
};

/// What happens to a record and all that hangs under it.
#[derive(Clone, Copy, Debug)]
enum Mark {
    /// What is not deleted yet is.
    Delete,
    /// What one operation deleted comes back; what was deleted before it stays so.
    Restore {
        /// That operation.
        deletion: Option<i64>,
    },
}

impl Tx {
    /// Marks a record as deleted, and all that hangs under it.
    ///
    /// # Errors
    /// As [`Tx::current`].
    pub async fn delete<R: Record>(&mut self, id: R::Id, version: Option<i64>) -> Result<Stored<R>> {
        self.current::<R>(id, version).await?;
        self.mark_tree(R::KIND, vec![id.to_string()], Mark::Delete).await?;
        self.rows().get(id).await
    }

    /// Takes back a deletion, with what was deleted along with it.
    ///
    /// # Errors
    /// [`StoreError::NotFound`], [`StoreError::NotDeleted`], [`StoreError::ParentDeleted`].
    pub async fn restore<R: Record>(&mut self, id: R::Id) -> Result<Stored<R>> {
        let stored = self.rows().get::<R>(id).await?;
        if stored.deleted_at.is_none() {
            return Err(StoreError::NotDeleted { kind: R::KIND });
        }
        self.require_parent(&stored.record).await?;
        let key = id.to_string();
        if let Some(kind) = self.deleted_parent(table_of(R::KIND), &key).await? {
            return Err(StoreError::ParentDeleted { kind });
        }
        let sql = "SELECT max(op) FROM journal WHERE row_id = ? AND col = 'deleted_at' AND new IS NOT NULL";
        let deletion: Option<i64> = scalar(self.db(), sql, [key.clone().into()]).await?;
        self.mark_tree(R::KIND, vec![key], Mark::Restore { deletion }).await?;
        self.rows().get(id).await
    }

    /// The kind of a parent that is deleted: a dependency has two.
    async fn deleted_parent(&self, table: &Table, id: &str) -> Result<Option<Kind>> {
        for parent in &table.parents {
            let (above, name, kind) = (parent.id("t"), table.name(), parent.kind);
            let sql = format!(
                "SELECT 1 FROM {} WHERE deleted_at IS NOT NULL AND id = (SELECT {above} FROM {name} AS t WHERE t.id = ?)",
                kind.word(),
            );
            if scalar::<i64>(self.db(), &sql, [id.into()]).await?.is_some() {
                return Ok(Some(kind));
            }
        }
        Ok(None)
    }

    /// Marks rows as deleted, and all that hangs under them.
    pub(crate) async fn trash(&mut self, kind: Kind, ids: Vec<String>) -> Result<()> {
        self.mark_tree(kind, ids, Mark::Delete).await
    }

    /// Marks rows as deleted or not and, level by level, what hangs under them.
    async fn mark_tree(&mut self, kind: Kind, ids: Vec<String>, mark: Mark) -> Result<()> {
        let (to, deletion) = match mark {
            Mark::Delete => (Some(self.stamp().0), None),
            Mark::Restore { deletion } => (None, deletion),
        };
        const LISTED: &str = "SELECT value FROM json_each(?4)";
        let mut level = vec![(kind, format!("id IN ({LISTED})"), ids)];
        while let Some((kind, listed, ids)) = level.pop() {
            if ids.is_empty() {
                continue;
            }
            let which = match mark {
                Mark::Delete => "deleted_at IS NULL AND ?5 IS NULL".to_owned(),
                Mark::Restore { .. } => comes_back(table_of(kind)),
            };
            let sql = format!(
                "UPDATE {} SET deleted_at = ?1, version = version + 1, updated_at = ?2, updated_by = ?3
                 WHERE {listed} AND {which} RETURNING id",
                kind.word()
            );
            let list = serde_json::to_string(&ids).unwrap_or_default();
            let (at, by) = (self.stamp().0, self.stamp().1.to_owned());
            let values = [to.into(), at.into(), by.into(), list.into(), deletion.into()];
            let db = self.db();
            let rows = db
                .query_all_raw(Statement::from_sql_and_values(db.get_database_backend(), sql, values))
                .await?;
            let marked: Vec<String> =
                rows.iter().map(|row| row.try_get_by_index(0)).collect::<std::result::Result<_, _>>()?;
            self.marked(kind, &marked);
            for table in tables() {
                for parent in table.parents.iter().filter(|parent| parent.kind == kind) {
                    level.push((table.kind, parent.is_among(table.name(), LISTED), marked.clone()));
                }
            }
        }
        Ok(())
    }
}

/// Which rows of a table come back: those of the deletion `?5`, unless something that they hang under stays deleted. What
/// was left behind for that, as a link is whose other task was deleted too, comes back with the last of them.
fn comes_back(table: &Table) -> String {
    let name = table.name();
    let gone = |parent: &Parent| {
        format!(
            "NOT EXISTS (SELECT 1 FROM {} AS p WHERE p.id = {} AND p.deleted_at IS NOT NULL)",
            parent.kind.word(),
            parent.id(name)
        )
    };
    let parents: Vec<String> = table.parents.iter().map(|parent| parent.id(name)).collect();
    let last = format!(
        "(SELECT max(op) FROM journal WHERE row_id = {name}.id AND col = 'deleted_at' AND new IS NOT NULL)"
    );
    let left_behind = format!(
        "EXISTS (SELECT 1 FROM journal WHERE op = {last} AND row_id IN ({}) AND col = 'deleted_at')",
        parents.join(", ")
    );
    let of_deletion = "id IN (SELECT row_id FROM journal WHERE op = ?5 AND col = 'deleted_at')".to_owned();
    let whose = if parents.len() > 1 { format!("({of_deletion} OR {left_behind})") } else { of_deletion };
    let mut which = vec!["deleted_at IS NOT NULL".to_owned(), whose];
    which.extend(table.parents.iter().map(gone));
    which.join(" AND ")
}
