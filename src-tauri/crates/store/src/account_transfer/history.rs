//! What happened to the records that travel. It stays readable where they arrive, and is never undone there.
//!
//! Operations and journal entries of other workspaces are numbered below zero: before all that happened here. Whose
//! order they have among themselves and among ours, the hybrid logical clock says.

use std::collections::{HashMap, HashSet};

use sea_orm::{ConnectionTrait, Statement};
use serde_json::{Value, json};

use super::{Fields, SHIPPED, fields::fields};
use crate::{error::Result, rows::Rows, scalar::scalar, tx::Tx};

/// Rows in one statement.
const CHUNK: usize = 500;

/// As far as another laptop's clock may be ahead of this one's, in milliseconds.
const AHEAD: i64 = 30 * 24 * 60 * 60 * 1000;

/// A clock that runs ahead, or was set to the end of time, is not followed: everything that happens here is later.
fn no_later(mut op: Fields, latest: i64) -> Fields {
    let clock = op.get("hlc").and_then(Value::as_i64).unwrap_or(0);
    op.insert("hlc".into(), clock.clamp(0, latest).into());
    op
}

/// The entries about some records, and the operations they belong to, oldest first.
#[derive(Clone, Debug, Default)]
pub(super) struct History {
    ops: Vec<Fields>,
    entries: Vec<Fields>,
}

impl History {
    pub(super) fn entries(&self) -> &[Fields] {
        &self.entries
    }

    /// Of a record that stays behind.
    pub(super) fn forget(&mut self, id: &str) {
        self.entries.retain(|entry| entry.get("row_id").and_then(Value::as_str) != Some(id));
    }
}

impl Rows<'_> {
    /// What happened to some records. The results of the operations stay: they may tell of other records.
    pub(super) async fn history_of(self, ids: Vec<String>) -> Result<History> {
        let ids = json!(ids).to_string();
        let ops =
            "SELECT json_object('n', n, 'id', id, 'name', name, 'at', at, 'actor', actor, 'source', source,
                       'device', device, 'hlc', hlc, 'undoes', undoes, 'depth', depth)
                   FROM op WHERE name <> ?2 AND n IN (
                       SELECT op FROM journal WHERE row_id IN (SELECT value FROM json_each(?1))) ORDER BY n";
        let any = |column: &str| {
            format!("iif(typeof({column}) = 'real', json(format('%!.17g', {column})), {column})")
        };
        let entries = format!(
            "SELECT json_object('op', op, 'tbl', tbl, 'row_id', row_id, 'kind', kind, 'col', col, 'old', {}, 'new', {})
             FROM journal WHERE row_id IN (SELECT value FROM json_each(?1))
             AND op NOT IN (SELECT n FROM op WHERE name = ?2) ORDER BY n",
            any("old"),
            any("new"),
        );
        Ok(History { ops: self.listed(ops, &ids).await?, entries: self.listed(&entries, &ids).await? })
    }

    async fn listed(self, sql: &str, ids: &str) -> Result<Vec<Fields>> {
        let db = self.db();
        let values = [ids.into(), SHIPPED.into()];
        let rows =
            db.query_all_raw(Statement::from_sql_and_values(db.get_database_backend(), sql, values)).await?;
        rows.iter().map(|row| fields(row, 0)).collect()
    }
}

impl Tx {
    /// Adds what happened elsewhere, but for what is here already: a record that comes home, or comes twice.
    pub(super) async fn add_history(&self, History { ops, entries }: History) -> Result<()> {
        let ours: Option<i64> = scalar(self.db(), "SELECT op FROM ctl", []).await?;
        let latest = self.stamp().0.timestamp_millis().saturating_add(AHEAD).saturating_mul(1 << 16);
        let ops = ops.into_iter().map(|op| no_later(op, latest)).collect();
        let numbers = self.add_operations(ops).await?;
        let here = self.entries_here(&entries).await?;
        let mut rows: Vec<Fields> = Vec::with_capacity(entries.len());
        for mut entry in entries {
            let number = entry.get("op").and_then(Value::as_i64).and_then(|op| numbers.get(&op));
            let row = entry.get("row_id").and_then(Value::as_str).unwrap_or_default();
            // An operation of our own has all its entries.
            let Some(&number) =
                number.filter(|&&number| number < 0 && !here.contains(&(number, row.to_owned())))
            else {
                continue;
            };
            entry.insert("op".into(), number.into());
            rows.push(entry);
        }
        self.add_below("journal", rows).await?;
        // Adding operations opened each of them; what is written from here on is ours again, and later than all of them.
        let again = "UPDATE ctl SET op = ?1";
        let later = "UPDATE op SET hlc = max(hlc, coalesce((SELECT max(hlc) FROM op WHERE n < 0), 0) + 1) WHERE n = ?1";
        for sql in [again, later] {
            self.run(sql, [ours.into()]).await?;
        }
        Ok(())
    }

    /// Adds operations under new numbers, and says which number of theirs became which here.
    async fn add_operations(&self, ops: Vec<Fields>) -> Result<HashMap<i64, i64>> {
        let ids: Vec<&Value> = ops.iter().filter_map(|op| op.get("id")).collect();
        let sql = "SELECT id, n FROM op WHERE id IN (SELECT value FROM json_each(?))";
        let db = self.db();
        let values = [json!(ids).to_string().into()];
        let rows =
            db.query_all_raw(Statement::from_sql_and_values(db.get_database_backend(), sql, values)).await?;
        let mut known: HashMap<String, i64> = HashMap::new();
        for row in rows {
            known.insert(row.try_get_by_index(0)?, row.try_get_by_index(1)?);
        }
        let known_of = |op: &Fields| known.get(op.get("id")?.as_str()?).copied();
        let unknown = ops.iter().filter(|op| known_of(op).is_none()).count();
        let mut next = self.below("op", unknown).await?;
        let mut numbers = HashMap::new();
        let mut added = Vec::with_capacity(unknown);
        for mut op in ops {
            let Some(theirs) = op.get("n").and_then(Value::as_i64) else { continue };
            if let Some(here) = known_of(&op) {
                numbers.insert(theirs, here);
                continue;
            }
            // Only what was there before: an operation that undoes itself would have no beginning.
            let undone = op.get("undoes").and_then(Value::as_i64).and_then(|undone| numbers.get(&undone));
            let undone = undone.map_or(Value::Null, |number| (*number).into());
            numbers.insert(theirs, next);
            next += 1;
            op.insert("undoes".into(), undone);
            op.shift_remove("n");
            added.push(op);
        }
        self.add_below("op", added).await?;
        Ok(numbers)
    }

    /// The entries of other workspaces that are here: operation and record.
    async fn entries_here(&self, entries: &[Fields]) -> Result<HashSet<(i64, String)>> {
        let ids: HashSet<&str> = entries.iter().filter_map(|entry| entry.get("row_id")?.as_str()).collect();
        let sql = "SELECT DISTINCT op, row_id FROM journal
                   WHERE op < 0 AND row_id IN (SELECT value FROM json_each(?))";
        let db = self.db();
        let values = [json!(ids).to_string().into()];
        let rows =
            db.query_all_raw(Statement::from_sql_and_values(db.get_database_backend(), sql, values)).await?;
        rows.iter().map(|row| Ok((row.try_get_by_index(0)?, row.try_get_by_index(1)?))).collect()
    }

    /// The first of `count` numbers that end below all that `table` has, and below zero.
    async fn below(&self, table: &str, count: usize) -> Result<i64> {
        let sql = format!("SELECT min(0, coalesce(min(n), 0)) FROM {table}");
        let lowest: i64 = scalar(self.db(), &sql, []).await?.unwrap_or(0);
        Ok(lowest - i64::try_from(count).unwrap_or(0))
    }

    /// Adds rows to a table that is numbered, in their order, below all that it has.
    async fn add_below(&self, table: &str, rows: Vec<Fields>) -> Result<()> {
        let mut next = self.below(table, rows.len()).await?;
        let Some(first) = rows.first() else { return Ok(()) };
        let columns: Vec<String> = first.keys().cloned().collect();
        let values: Vec<String> =
            columns.iter().map(|column| format!("json_extract(sent.value, '$.{column}')")).collect();
        let sql = format!(
            "INSERT INTO {table} (n, {}) SELECT ?2 + sent.key, {} FROM json_each(?1) AS sent",
            columns.join(", "),
            values.join(", ")
        );
        for rows in rows.chunks(CHUNK) {
            let db = self.db();
            let values = [json!(rows).to_string().into(), next.into()];
            db.execute_raw(Statement::from_sql_and_values(db.get_database_backend(), &sql, values)).await?;
            next += i64::try_from(rows.len()).unwrap_or(0);
        }
        Ok(())
    }
}
