//! One operation: one immediate write transaction, whose every change the journal's triggers record.

use std::collections::BTreeSet;

use cairn_domain::{Kind, Position, Record, RecordId, Stored};
use chrono::{DateTime, Utc};
use sea_orm::{ConnectionTrait, DatabaseTransaction, Statement};
use serde::Serialize;
use uuid::Uuid;

use crate::{
    connect::Begun,
    error::{Result, StoreError},
    ids::{Ids, Moment},
    journal,
    open::Store,
    rows::{Rows, column},
    scalar::scalar,
    search::{self, Words},
    tables::table_of,
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

/// An open operation. Dropped without [`Tx::commit`], nothing of it stays.
#[derive(Debug)]
pub struct Tx {
    tx: Begun,
    ids: Ids,
    at: DateTime<Utc>,
    actor: String,
    touched: BTreeSet<Kind>,
    words: Words,
    for_good: bool,
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
    pub(crate) async fn immediate(&self, head: &OpHead) -> Result<Begun> {
        let tx = self.writer().await?.begin().await?;
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
    pub(crate) async fn open(tx: Begun, head: OpHead, undoes: Option<(i64, i64)>) -> Result<Self> {
        let OpHead { name, request_id, actor, source, moment } = head;
        let n: i64 = scalar(&*tx, "SELECT coalesce(max(n), 0) + 1 FROM op", []).await?.unwrap_or(1);
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
        let for_good = journal::is_for_good(name);
        Ok(Self {
            tx,
            ids,
            at: moment.at,
            actor,
            touched: BTreeSet::new(),
            words: Words::default(),
            for_good,
        })
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
    pub(crate) fn made<R: Record>(&mut self, id: Option<R::Id>, record: R) -> Stored<R> {
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
    pub(crate) fn changed<R: Record>(&mut self, current: &Stored<R>, record: R) -> Stored<R> {
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

    /// Rows that went or came back: what is found by words changes with them.
    pub(crate) fn marked(&mut self, kind: Kind, ids: &[String]) {
        self.touch(kind);
        ids.iter().for_each(|id| self.words.marked(id));
    }

    /// A new id of this operation.
    pub fn new_id(&mut self) -> Uuid {
        self.ids.next()
    }

    /// Adds a record under a new id, or under `id` for the workspace's single records.
    ///
    /// # Errors
    /// [`StoreError::NotFound`] or [`StoreError::ParentDeleted`] about the parent.
    pub async fn insert<R: Record>(&mut self, id: Option<R::Id>, record: R) -> Result<Stored<R>> {
        self.require_parent(&record).await?;
        let stored = self.made(id, record);
        self.add_rows(std::slice::from_ref(&stored)).await?;
        Ok(stored)
    }

    /// Adds a record under a new id, behind its last sibling.
    ///
    /// # Errors
    /// As [`Tx::insert`].
    pub async fn append<R: Record>(&mut self, mut record: R) -> Result<Stored<R>> {
        let last = self.last_position(&record).await?;
        if let Some(position) = record.position_mut() {
            *position = last;
        }
        self.insert(None, record).await
    }

    async fn last_position<R: Record>(&self, record: &R) -> Result<Position> {
        let (Some((kind, id)), Ok(_)) = (record.parent(), column::<R>("position")) else {
            return Ok(Position::default());
        };
        let table = table_of(R::KIND);
        let Some(parent) = table.parent(kind) else {
            return Ok(Position::default());
        };
        // Deleted siblings count: a restored one must not find its place taken.
        let name = table.name();
        let sql = format!("SELECT max(position) FROM {name} WHERE {}", parent.is_among(name, "?"));
        let last: Option<String> = scalar(self.db(), &sql, [id.to_string().into()]).await?;
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
    pub async fn current<R: Record>(&self, id: R::Id, version: Option<i64>) -> Result<Stored<R>> {
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
    pub async fn update<R: Record>(&mut self, current: Stored<R>, record: R) -> Result<Stored<R>> {
        let stored = self.changed(&current, record);
        self.overwrite(&[(current, stored.clone())]).await?;
        Ok(stored)
    }

    /// Refuses a record whose parent is not there, or deleted.
    ///
    /// # Errors
    /// [`StoreError::NotFound`] or [`StoreError::ParentDeleted`] about the parent.
    pub async fn require_parent<R: Record>(&self, record: &R) -> Result<()> {
        let Some((kind, id)) = record.parent() else {
            return Ok(());
        };
        let key = id.to_string();
        if self.words.has_made(&key) {
            return Ok(());
        }
        let sql = format!("SELECT deleted_at IS NULL FROM {} WHERE id = ?", kind.word());
        match scalar::<bool>(self.db(), &sql, [key.into()]).await? {
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
        search::index_changed(&*self.tx, self.words).await?;
        if self.for_good
            && let Some(op) = scalar(&*self.tx, "SELECT op FROM ctl", []).await?
        {
            journal::hold_word(&self.tx, op).await?;
        }
        if self.touched.contains(&Kind::Me) {
            journal::hold_identity(&self.tx).await?;
        }
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
