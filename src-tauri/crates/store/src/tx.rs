//! One operation: one immediate write transaction, whose every change the journal's triggers record.

use std::collections::BTreeSet;

use cairn_domain::{Kind, Position, RecordId, Stored};
use chrono::{DateTime, Utc};
use sea_orm::{ConnectionTrait, DatabaseTransaction, EntityTrait, Statement};
use serde::Serialize;
use uuid::Uuid;

use crate::{
    connect,
    error::{Result, StoreError},
    ids::{Ids, Moment},
    many::row,
    open::Store,
    rows::{Rows, column, parent_field},
    search::{self, Words},
    tables::{Row, Table, tables},
};

/// What is known of an operation before it runs.
#[derive(Clone, Debug)]
pub struct OpHead {
    /// The command's name.
    pub name: &'static str,
    /// The request's id, if the client made one: the operation's id, so that it is done once.
    pub request_id: Option<String>,
    /// Who asks, by name.
    pub actor: String,
    /// Through which door.
    pub source: &'static str,
    /// When.
    pub moment: Moment,
}

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

/// An open operation. Dropped without [`Tx::commit`], nothing of it stays.
#[derive(Debug)]
pub struct Tx {
    tx: DatabaseTransaction,
    ids: Ids,
    at: DateTime<Utc>,
    actor: String,
    touched: BTreeSet<Kind>,
    words: Words,
}

impl Store {
    /// Opens an operation.
    ///
    /// # Errors
    /// [`StoreError::Repeated`] with the earlier result where the request was done before,
    /// [`StoreError::RequestIdTaken`], [`StoreError::Locked`], [`StoreError::ReadOnly`].
    pub async fn begin(&self, head: OpHead) -> Result<Tx> {
        let tx = self.immediate(&head).await?;
        Tx::open(tx, head, None).await
    }

    /// A write transaction, unless the request was done before.
    pub(crate) async fn immediate(&self, head: &OpHead) -> Result<DatabaseTransaction> {
        let tx = connect::immediate(self.writer().await?).await?;
        if let Some(id) = &head.request_id {
            refuse_repeated(&tx, id, head.name).await?;
        }
        Ok(tx)
    }
}

/// Answers a request that was done before with its first result.
async fn refuse_repeated(tx: &DatabaseTransaction, id: &str, name: &str) -> Result<()> {
    let sql = "SELECT name, result FROM op WHERE id = ?";
    let row =
        tx.query_one_raw(Statement::from_sql_and_values(tx.get_database_backend(), sql, [id.into()])).await?;
    let Some(row) = row else {
        return Ok(());
    };
    let (found, result): (String, Option<String>) = (row.try_get_by_index(0)?, row.try_get_by_index(1)?);
    if found != name {
        return Err(StoreError::RequestIdTaken { name: found });
    }
    let result = result.and_then(|text| serde_json::from_str(&text).ok()).unwrap_or_default();
    Err(StoreError::Repeated(result))
}

impl Tx {
    /// Writes the operation's row, which opens it for the journal's triggers.
    pub(crate) async fn open(
        tx: DatabaseTransaction,
        head: OpHead,
        undoes: Option<(i64, i64)>,
    ) -> Result<Self> {
        let OpHead { name, request_id, actor, source, moment } = head;
        let n: i64 = scalar(&tx, "SELECT coalesce(max(n), 0) + 1 FROM op", []).await?.unwrap_or(1);
        let mut ids = Ids::new(moment, n);
        let id = request_id.unwrap_or_else(|| ids.next().to_string());
        let (undoes, depth) = undoes.map_or((None, 0), |(op, depth)| (Some(op), depth));
        // The hybrid logical clock: milliseconds and a counter of 16 bits, always ahead of the last one.
        let hlc = moment.at.timestamp_millis() << 16;
        let sql =
            "INSERT INTO op (n, id, name, at, actor, source, hlc, undoes, depth) VALUES (?, ?, ?, ?, ?, ?,
                   max(?, coalesce((SELECT hlc FROM op ORDER BY n DESC LIMIT 1), 0) + 1), ?, ?)";
        let values = [
            n.into(),
            id.into(),
            name.into(),
            moment.at.into(),
            actor.clone().into(),
            source.into(),
            hlc.into(),
            undoes.into(),
            depth.into(),
        ];
        tx.execute_raw(Statement::from_sql_and_values(tx.get_database_backend(), sql, values)).await?;
        Ok(Self { tx, ids, at: moment.at, actor, touched: BTreeSet::new(), words: Words::default() })
    }
}

impl Tx {
    /// Reads inside this operation.
    #[must_use]
    pub fn rows(&self) -> Rows<'_> {
        Rows::within(&self.tx)
    }

    pub(crate) fn db(&self) -> &DatabaseTransaction {
        &self.tx
    }

    /// Runs a statement.
    pub(crate) async fn run(
        &self,
        sql: &str,
        values: impl IntoIterator<Item = sea_orm::Value>,
    ) -> Result<()> {
        let backend = self.tx.get_database_backend();
        self.tx.execute_raw(Statement::from_sql_and_values(backend, sql, values)).await?;
        Ok(())
    }

    pub(crate) fn stamp(&self) -> (DateTime<Utc>, &str) {
        (self.at, &self.actor)
    }

    /// A new record, under a new id where none is given.
    pub(crate) fn made<R: Row>(&mut self, id: Option<R::Id>, record: R) -> Stored<R> {
        let stored = Stored {
            id: id.unwrap_or_else(|| R::Id::from_uuid(self.ids.next())),
            version: 1,
            created_at: self.at,
            created_by: self.actor.clone(),
            updated_at: self.at,
            updated_by: self.actor.clone(),
            deleted_at: None,
            record,
        };
        self.words.made(&stored);
        stored
    }

    /// A record in its next version.
    pub(crate) fn changed<R: Row>(&mut self, current: &Stored<R>, record: R) -> Stored<R> {
        let stored = Stored {
            id: current.id,
            version: current.version + 1,
            created_at: current.created_at,
            created_by: current.created_by.clone(),
            updated_at: self.at,
            updated_by: self.actor.clone(),
            deleted_at: current.deleted_at,
            record,
        };
        self.words.changed(current, &stored);
        stored
    }

    /// The kinds of record that it changed so far.
    #[must_use]
    pub fn touched(&self) -> &BTreeSet<Kind> {
        &self.touched
    }

    pub(crate) fn touch(&mut self, kind: Kind) {
        self.touched.insert(kind);
    }

    /// A new id of this operation.
    pub fn new_id(&mut self) -> Uuid {
        self.ids.next()
    }

    /// Adds a record under a new id, or under `id` for the workspace's single records.
    ///
    /// # Errors
    /// [`StoreError::NotFound`] or [`StoreError::ParentDeleted`] about the parent.
    pub async fn insert<R: Row>(&mut self, id: Option<R::Id>, record: R) -> Result<Stored<R>> {
        self.require_parent(&record).await?;
        let stored = self.made(id, record);
        R::Entity::insert(row(&stored)).exec_without_returning(&self.tx).await?;
        self.touch(R::KIND);
        Ok(stored)
    }

    /// Adds a record under a new id, behind its last sibling.
    ///
    /// # Errors
    /// As [`Tx::insert`].
    pub async fn append<R: Row>(&mut self, mut record: R) -> Result<Stored<R>> {
        let last = self.last_position(&record).await?;
        if let Some(position) = record.position_mut() {
            *position = last;
        }
        self.insert(None, record).await
    }

    async fn last_position<R: Row>(&self, record: &R) -> Result<Position> {
        let (Some((kind, id)), Ok(_)) = (record.parent(), column::<R>("position")) else {
            return Ok(Position::default());
        };
        let Some(parent) = parent_field::<R>(kind) else {
            return Ok(Position::default());
        };
        // Deleted siblings count: a restored one must not find its place taken.
        let sql = format!("SELECT max(position) FROM {} WHERE {parent} = ?", R::KIND.word());
        let last: Option<String> = scalar(&self.tx, &sql, [id.to_string().into()]).await?;
        match last.map(Position::try_from) {
            None => Ok(Position::default()),
            Some(Ok(last)) => Ok(Position::after(&last)),
            Some(Err(why)) => Err(StoreError::Corrupt(why.to_string())),
        }
    }

    /// A record as it stands, if it is at `version` (where one is given) and not deleted.
    ///
    /// # Errors
    /// [`StoreError::NotFound`], [`StoreError::Deleted`], [`StoreError::Conflict`].
    pub async fn current<R: Row>(&self, id: R::Id, version: Option<i64>) -> Result<Stored<R>> {
        let stored = self.rows().get::<R>(id).await?;
        if stored.deleted_at.is_some() {
            return Err(StoreError::Deleted { kind: R::KIND });
        }
        match version {
            Some(version) if version != stored.version => {
                Err(StoreError::Conflict { kind: R::KIND, current: stored.version })
            }
            _ => Ok(stored),
        }
    }

    /// Writes a record over the one that [`Tx::current`] gave.
    ///
    /// # Errors
    /// Only where the workspace cannot be written.
    pub async fn update<R: Row>(&mut self, current: Stored<R>, record: R) -> Result<Stored<R>> {
        let stored = self.changed(&current, record);
        self.overwrite(&[(current, stored.clone())]).await?;
        Ok(stored)
    }

    /// Marks a record as deleted, and all that hangs under it.
    ///
    /// # Errors
    /// As [`Tx::current`].
    pub async fn delete<R: Row>(&mut self, id: R::Id, version: Option<i64>) -> Result<Stored<R>> {
        self.current::<R>(id, version).await?;
        let tables = tables();
        self.mark_tree(&tables, R::KIND, vec![id.to_string()], Mark::Delete).await?;
        self.rows().get(id).await
    }

    /// Takes back a deletion, with what was deleted along with it.
    ///
    /// # Errors
    /// [`StoreError::NotFound`], [`StoreError::NotDeleted`], [`StoreError::ParentDeleted`].
    pub async fn restore<R: Row>(&mut self, id: R::Id) -> Result<Stored<R>> {
        let stored = self.rows().get::<R>(id).await?;
        if stored.deleted_at.is_none() {
            return Err(StoreError::NotDeleted { kind: R::KIND });
        }
        self.require_parent(&stored.record).await?;
        let sql = "SELECT max(op) FROM journal WHERE row_id = ? AND col = 'deleted_at' AND new IS NOT NULL";
        let deletion: Option<i64> = scalar(&self.tx, sql, [id.to_string().into()]).await?;
        let tables = tables();
        self.mark_tree(&tables, R::KIND, vec![id.to_string()], Mark::Restore { deletion }).await?;
        self.rows().get(id).await
    }

    /// Marks rows as deleted, and all that hangs under them.
    pub(crate) async fn trash(&mut self, tables: &[Table], kind: Kind, ids: Vec<String>) -> Result<()> {
        self.mark_tree(tables, kind, ids, Mark::Delete).await
    }

    /// Marks rows as deleted or not and, level by level, what hangs under them.
    async fn mark_tree(&mut self, tables: &[Table], kind: Kind, ids: Vec<String>, mark: Mark) -> Result<()> {
        let (to, which, deletion) = match mark {
            Mark::Delete => (Some(self.at), "deleted_at IS NULL AND ?5 IS NULL", None),
            Mark::Restore { deletion } => (
                None,
                "deleted_at IS NOT NULL AND id IN (SELECT row_id FROM journal WHERE op = ?5 AND col = 'deleted_at')",
                deletion,
            ),
        };
        let mut level = vec![(kind, "id".to_owned(), ids)];
        while let Some((kind, column, ids)) = level.pop() {
            if ids.is_empty() {
                continue;
            }
            let sql = format!(
                "UPDATE {} SET deleted_at = ?1, version = version + 1, updated_at = ?2, updated_by = ?3
                 WHERE {column} IN (SELECT value FROM json_each(?4)) AND {which} RETURNING id",
                kind.word()
            );
            let list = serde_json::to_string(&ids).unwrap_or_default();
            let values = [to.into(), self.at.into(), self.actor.clone().into(), list.into(), deletion.into()];
            let marked = self
                .tx
                .query_all_raw(Statement::from_sql_and_values(self.tx.get_database_backend(), sql, values))
                .await?;
            let marked: Vec<String> =
                marked.iter().map(|row| row.try_get_by_index(0)).collect::<std::result::Result<_, _>>()?;
            for id in &marked {
                self.words.marked(id);
            }
            self.touch(kind);
            for table in tables {
                for (column, _) in table.parents.iter().filter(|(_, parent)| *parent == kind) {
                    level.push((table.kind, (*column).to_owned(), marked.clone()));
                }
            }
        }
        Ok(())
    }

    /// Refuses a record whose parent is not there, or deleted.
    ///
    /// # Errors
    /// [`StoreError::NotFound`] or [`StoreError::ParentDeleted`] about the parent.
    pub async fn require_parent<R: Row>(&self, record: &R) -> Result<()> {
        let Some((kind, id)) = record.parent() else {
            return Ok(());
        };
        let key = id.to_string();
        if self.words.has_made(&key) {
            return Ok(());
        }
        let sql = format!("SELECT deleted_at IS NULL FROM {} WHERE id = ?", kind.word());
        match scalar::<bool>(&self.tx, &sql, [key.into()]).await? {
            None => Err(StoreError::NotFound { kind, id }),
            Some(false) => Err(StoreError::ParentDeleted { kind }),
            Some(true) => Ok(()),
        }
    }

    /// Commits the operation with its result, and says which kinds of record it changed.
    ///
    /// # Errors
    /// Where the workspace cannot be written; then nothing of the operation stays.
    pub async fn commit(self, result: &impl Serialize) -> Result<BTreeSet<Kind>> {
        let result = serde_json::to_string(result).map_err(|error| StoreError::Corrupt(error.to_string()))?;
        search::index_changed(&self.tx, self.words).await?;
        // Writing the result closes the operation (`journal::install`).
        let sql = "UPDATE op SET result = ? WHERE n = (SELECT op FROM ctl)";
        let values = [result.into()];
        self.tx
            .execute_raw(Statement::from_sql_and_values(self.tx.get_database_backend(), sql, values))
            .await?;
        self.tx.commit().await?;
        Ok(self.touched)
    }
}

/// The first column of the first row, if there is a row with a value.
pub(crate) async fn scalar<T: sea_orm::TryGetable>(
    db: &impl ConnectionTrait,
    sql: &str,
    values: impl IntoIterator<Item = sea_orm::Value>,
) -> Result<Option<T>> {
    let row =
        db.query_one_raw(Statement::from_sql_and_values(db.get_database_backend(), sql, values)).await?;
    Ok(match row {
        Some(row) => row.try_get_by_index(0)?,
        None => None,
    })
}
