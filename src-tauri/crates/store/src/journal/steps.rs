//! Undo and redo: each a new operation that takes back another, computed from the journal.
//!
//! An operation that no other takes back is a head. A head of even depth is in force and can be undone; a head
//! of odd depth is an undo that can be redone, unless something new was done since. What is held (`held`) is passed
//! over, and undo goes on with what was done before it.

use std::str::FromStr;

use cairn_domain::Kind;
use chrono::{DateTime, Utc};
use sea_orm::{ConnectionTrait, Statement};
use serde_json::Value;

use super::{held::hold, triggers::journaled};
use crate::{
    error::{Result, StoreError},
    home::RowValue,
    open::Store,
    rows::Rows,
    scalar::scalar,
    tables::{Table, table_of, tables},
    tx::{OpHead, Tx},
};

/// A step that undo or redo would take, or took.
#[derive(Clone, Debug)]
pub struct JournalStep {
    /// The operation's number.
    pub op: i64,
    /// The command that was done first, however often it was undone since.
    pub name: String,
    /// When this operation ran.
    pub at: DateTime<Utc>,
    /// Through which door it came.
    pub source: String,
    /// How often it was undone and redone.
    pub depth: i64,
    /// The record that it changed first.
    pub subject: Option<(Kind, String)>,
    /// That record's name or title.
    pub title: String,
    /// That record and those above it: kind, id, name.
    pub place: Vec<(Kind, String, String)>,
    /// True where something later is held: then what it leaves is not a state that was there before.
    pub around: bool,
}

/// What was done in another workspace is numbered below zero and is never taken back here.
const UNDO: &str = "depth % 2 = 0 AND n > 0 AND held = 0";
const REDO: &str = "depth % 2 = 1 AND n > (SELECT coalesce(max(n), 0) FROM op WHERE depth = 0)";

impl Rows<'_> {
    /// What undo would take back.
    ///
    /// # Errors
    /// Only where the workspace cannot be read.
    pub async fn undo_step(self) -> Result<Option<JournalStep>> {
        self.head(UNDO).await
    }

    /// What redo would bring back.
    ///
    /// # Errors
    /// Only where the workspace cannot be read.
    pub async fn redo_step(self) -> Result<Option<JournalStep>> {
        self.head(REDO).await
    }

    /// How many steps can be undone.
    ///
    /// # Errors
    /// Only where the workspace cannot be read.
    pub async fn undo_count(self) -> Result<u64> {
        let sql = format!(
            "SELECT count(*) FROM op AS o WHERE {UNDO} AND NOT EXISTS (SELECT 1 FROM op WHERE undoes = o.n)"
        );
        let count: Option<i64> = scalar(&self.db(), &sql, []).await?;
        Ok(count.unwrap_or(0).unsigned_abs())
    }

    /// The number of the newest operation, 0 in a new workspace.
    ///
    /// # Errors
    /// Only where the workspace cannot be read.
    pub async fn last_op(self) -> Result<i64> {
        Ok(scalar(&self.db(), "SELECT max(n) FROM op", []).await?.unwrap_or(0))
    }

    /// The id of the first operation, which no other workspace has; empty in a new one.
    ///
    /// # Errors
    /// Only where the workspace cannot be read.
    pub async fn first_op(self) -> Result<String> {
        let first = scalar(&self.db(), "SELECT id FROM op WHERE n > 0 ORDER BY n LIMIT 1", []).await?;
        Ok(first.unwrap_or_default())
    }

    async fn head(self, which: &str) -> Result<Option<JournalStep>> {
        let sql = format!(
            "SELECT n, name, at, source, depth, EXISTS (SELECT 1 FROM op WHERE held = 1 AND n > o.n) FROM op AS o
             WHERE {which} AND NOT EXISTS (SELECT 1 FROM op WHERE undoes = o.n) ORDER BY n DESC LIMIT 1"
        );
        let db = self.db();
        let row = db.query_one_raw(Statement::from_string(db.get_database_backend(), sql)).await?;
        let Some(row) = row else {
            return Ok(None);
        };
        let op = row.try_get_by_index(0)?;
        let depth: i64 = row.try_get_by_index(4)?;
        let name = if depth == 0 { row.try_get_by_index(1)? } else { self.first_name(op).await? };
        let (subject, title, place) = self.subject(op).await?;
        let (at, source, around) =
            (row.try_get_by_index(2)?, row.try_get_by_index(3)?, row.try_get_by_index(5)?);
        Ok(Some(JournalStep { op, name, at, source, depth, subject, title, place, around }))
    }

    /// The command at the beginning of a chain of undo and redo.
    async fn first_name(self, op: i64) -> Result<String> {
        let sql = "WITH RECURSIVE chain (n, undoes, name) AS (
                       SELECT n, undoes, name FROM op WHERE n = ?
                       UNION ALL SELECT op.n, op.undoes, op.name FROM op JOIN chain ON op.n = chain.undoes
                   ) SELECT name FROM chain WHERE undoes IS NULL";
        Ok(scalar(&self.db(), sql, [op.into()]).await?.unwrap_or_default())
    }

    /// The record that an operation changed first, its name, and where it hangs. A row that is no longer there
    /// (its making was undone) is read from the journal.
    async fn subject(self, op: i64) -> Result<(Option<(Kind, String)>, String, Vec<(Kind, String, String)>)> {
        let sql = "SELECT tbl, row_id, coalesce(new, old), kind FROM journal WHERE op = ? ORDER BY n LIMIT 1";
        let db = self.db();
        let row = db
            .query_one_raw(Statement::from_sql_and_values(db.get_database_backend(), sql, [op.into()]))
            .await?;
        let Some(row) = row else {
            return Ok((None, String::new(), Vec::new()));
        };
        let (table, id, kind): (String, String, String) =
            (row.try_get_by_index(0)?, row.try_get_by_index(1)?, row.try_get_by_index(3)?);
        let Ok(record) = Kind::from_str(&table) else {
            return Ok((None, String::new(), Vec::new()));
        };
        let mut place = Vec::new();
        let mut next = Some((record, id.clone()));
        if kind != "update" && self.label(record, &id).await?.is_none() {
            let json: String = row.try_get_by_index(2)?;
            let fields: Value = serde_json::from_str(&json).unwrap_or_default();
            let table = table_of(record);
            let text = |column: &str| fields.get(column).and_then(Value::as_str).map(str::to_owned);
            let label = table.label.and_then(text).unwrap_or_default();
            place.push((record, id.clone(), label));
            next = table.parents.iter().find_map(|parent| Some((parent.kind, text(parent.field)?)));
        }
        while let Some((kind, id)) = next {
            let Some((label, parent)) = self.label(kind, &id).await? else { break };
            place.push((kind, id, label));
            next = parent;
        }
        let title = place.first().map(|(_, _, label)| label.clone()).unwrap_or_default();
        Ok((Some((record, id)), title, place))
    }
}

/// Which way through the journal.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Way {
    /// Take back the last operation that is in force.
    Undo,
    /// Bring back the last one that was undone.
    Redo,
}

impl Store {
    /// Opens an operation that takes back another, and takes it back. With `expected`, only if it is that one.
    ///
    /// # Errors
    /// [`StoreError::NoStep`], [`StoreError::OtherStep`], [`StoreError::StepBlocked`], and as [`Store::begin`].
    pub async fn take_back(
        &self,
        way: Way,
        head: OpHead,
        expected: Option<i64>,
    ) -> Result<(Tx, JournalStep)> {
        let tx = self.immediate(&head).await?;
        let rows = Rows::within(&tx);
        let (step, what) = match way {
            Way::Undo => (rows.undo_step().await?, "undo"),
            Way::Redo => (rows.redo_step().await?, "redo"),
        };
        let step = step.ok_or(StoreError::NoStep { what })?;
        if expected.is_some_and(|expected| expected != step.op) {
            return Err(StoreError::OtherStep);
        }
        let mut tx = Tx::open(tx, head, Some((step.op, step.depth + 1))).await?;
        reverse(&mut tx, step.op).await?;
        Ok((tx, step))
    }
}

impl Store {
    /// Takes a step out of the way of undo for good, with what it rests on.
    ///
    /// # Errors
    /// As [`Store::begin`].
    pub async fn pass_over(&self, op: i64) -> Result<()> {
        let tx = self.writer().await?.begin().await?;
        hold(&tx, op).await?;
        tx.commit().await?;
        Ok(())
    }
}

/// Writes the old values of an operation over the new ones, set by set: rows removed come back, changed fields
/// get the value before the first change, rows made go.
async fn reverse(tx: &mut Tx, op: i64) -> Result<()> {
    tx.db().execute_unprepared("PRAGMA defer_foreign_keys = ON").await?;
    for table in tables() {
        let name = table.name();
        let touched: Option<i64> = scalar(
            tx.db(),
            "SELECT 1 FROM journal WHERE op = ? AND tbl = ? LIMIT 1",
            [op.into(), name.into()],
        )
        .await?;
        if touched.is_none() {
            continue;
        }
        tx.touch(table.kind);
        bring_back_rows(tx, table, op).await?;
        // All of them before the first is written: the keys of a home stand in the same columns.
        for value in journaled(table) {
            refuse_changed(tx, name, value, op).await?;
        }
        for value in journaled(table) {
            put_back(tx, name, value, op).await?;
        }
        // Who works here stays, whatever was made along with it.
        if table.kind == Kind::Me {
            continue;
        }
        let gone = run(tx, &format!(
            "DELETE FROM {name} WHERE id IN (SELECT row_id FROM journal WHERE op = ?1 AND tbl = '{name}' AND kind = 'insert')"
        ), vec![op.into()]).await?;
        let made: Option<i64> = scalar(
            tx.db(),
            "SELECT count(*) FROM journal WHERE op = ? AND tbl = ? AND kind = 'insert'",
            [op.into(), name.into()],
        )
        .await?;
        if Some(gone) != made.map(i64::unsigned_abs) {
            return Err(StoreError::StepBlocked);
        }
    }
    Ok(())
}

/// Re-inserts the rows that the operation removed, one version on, so that what was read before is stale.
async fn bring_back_rows(tx: &mut Tx, table: &Table, op: i64) -> Result<()> {
    let (at, by) = (tx.stamp().0, tx.stamp().1.to_owned());
    let (columns, values): (Vec<_>, Vec<_>) = table
        .told(|value| match value {
            "version" => "json_extract(old, '$.version') + 1".into(),
            "updated_at" => "?2".into(),
            "updated_by" => "?3".into(),
            value => format!("json_extract(old, '$.{value}')"),
        })
        .into_iter()
        .unzip();
    let sql = format!(
        "INSERT INTO {name} ({}) SELECT {} FROM journal WHERE op = ?1 AND tbl = '{name}' AND kind = 'delete'",
        columns.join(", "),
        values.join(", "),
        name = table.name(),
    );
    run(tx, &sql, vec![op.into(), at.into(), by.into()]).await.map(drop)
}

/// Refuses where a value is no longer the one that the operation wrote.
async fn refuse_changed(tx: &Tx, table: &str, value: &RowValue, op: i64) -> Result<()> {
    let (column, now) = (&value.name, value.of("t"));
    let blocked = format!(
        "SELECT 1 FROM (SELECT row_id, new, max(n) FROM journal AS j WHERE op = ?1 AND tbl = '{table}' AND col = '{column}'
         AND kind = 'update' GROUP BY row_id) AS last JOIN {table} AS t ON t.id = last.row_id
         WHERE {now} IS NOT last.new LIMIT 1"
    );
    match scalar::<i64>(tx.db(), &blocked, [op.into()]).await? {
        Some(_) => Err(StoreError::StepBlocked),
        None => Ok(()),
    }
}

/// Puts the values back that were there before the operation.
async fn put_back(tx: &mut Tx, table: &str, value: &RowValue, op: i64) -> Result<()> {
    let column = &value.name;
    let changed = format!(
        "SELECT row_id, old, min(n) FROM journal AS j WHERE op = ?1 AND tbl = '{table}' AND col = '{column}' AND kind = 'update'
         AND NOT EXISTS (SELECT 1 FROM journal WHERE op = j.op AND row_id = j.row_id AND kind = 'insert') GROUP BY row_id"
    );
    let (set, which) = value.set("was.old");
    let (at, by) = (tx.stamp().0, tx.stamp().1.to_owned());
    let sql = format!(
        "UPDATE {table} SET {set}, version = version + 1, updated_at = ?2, updated_by = ?3
         FROM ({changed}) AS was WHERE {table}.id = was.row_id AND {which}"
    );
    run(tx, &sql, vec![op.into(), at.into(), by.into()]).await.map(drop)
}

async fn run(tx: &Tx, sql: &str, values: Vec<sea_orm::Value>) -> Result<u64> {
    let db = tx.db();
    Ok(db
        .execute_raw(Statement::from_sql_and_values(db.get_database_backend(), sql, values))
        .await?
        .rows_affected())
}
