//! The history of one record: which operation changed which field, from what to what.

use cairn_domain::Holds;
use chrono::{DateTime, Utc};
use sea_orm::{ConnectionTrait, QueryResult, Statement};
use serde_json::Value;

use crate::{
    error::Result,
    rows::Rows,
    tables::{Table, UNJOURNALED, table_of},
};

/// One operation that touched a record.
#[derive(Clone, Debug, PartialEq)]
pub struct JournalEntry {
    /// The operation's number.
    pub op: i64,
    /// The command.
    pub name: String,
    /// When.
    pub at: DateTime<Utc>,
    /// Who, by name.
    pub by: String,
    /// Through which door.
    pub source: String,
    /// The operation it took back.
    pub undoes: Option<i64>,
    /// What it changed.
    pub changes: Vec<JournalChange>,
}

/// One changed field.
#[derive(Clone, Debug, PartialEq)]
pub struct JournalChange {
    /// The field, or the part of an amount, such as `arr.minor`.
    pub field: String,
    /// Before.
    pub old: Value,
    /// After.
    pub new: Value,
}

impl Rows<'_> {
    /// Every operation that touched the record, here or where it came from, oldest first; empty where no record ever
    /// had this id.
    ///
    /// # Errors
    /// Only where the workspace cannot be read.
    pub async fn history(self, id: &str) -> Result<Vec<JournalEntry>> {
        let sql = "SELECT o.n, o.name, o.at, o.actor, o.source, o.undoes, j.col, j.old, j.new, j.tbl, j.kind
                   FROM journal AS j JOIN op AS o ON o.n = j.op WHERE j.row_id = ?
                   ORDER BY o.hlc, j.n";
        let db = self.db();
        let rows = db
            .query_all_raw(Statement::from_sql_and_values(db.get_database_backend(), sql, [id.into()]))
            .await?;
        let name = rows.first().map(|row| row.try_get_by_index::<String>(9)).transpose()?.unwrap_or_default();
        let Ok(table) = name.parse().map(table_of) else { return Ok(Vec::new()) };
        let mut entries: Vec<JournalEntry> = Vec::new();
        let mut there = false;
        for row in rows {
            let op = row.try_get_by_index(0)?;
            let kind: String = row.try_get_by_index(10)?;
            // A record that came from another workspace was made there, and arrived as it was.
            let changes = if there && kind == "insert" { Vec::new() } else { changes(table, &row)? };
            there = kind != "delete";
            match entries.last_mut() {
                Some(entry) if entry.op == op => entry.changes.extend(changes),
                _ => entries.push(JournalEntry {
                    op,
                    name: row.try_get_by_index(1)?,
                    at: row.try_get_by_index(2)?,
                    by: row.try_get_by_index(3)?,
                    source: row.try_get_by_index(4)?,
                    undoes: row.try_get_by_index(5)?,
                    changes,
                }),
            }
        }
        Ok(entries)
    }
}

/// One field of an update; every field that has a value of a row made or removed.
fn changes(table: &Table, row: &QueryResult) -> Result<Vec<JournalChange>> {
    let column: Option<String> = row.try_get_by_index(6)?;
    let (old, new) = (value(row, 7)?, value(row, 8)?);
    if let Some(column) = column {
        let (old, new) = (unpacked(table, &column, old), unpacked(table, &column, new));
        return Ok(vec![JournalChange { field: table.field(&column), old, new }]);
    }
    let fields = |json: &Value| match json.as_str().map(serde_json::from_str) {
        Some(Ok(Value::Object(fields))) => fields,
        _ => serde_json::Map::new(),
    };
    let of_header =
        |column: &str| column == "id" || column.starts_with("created_") || UNJOURNALED.contains(&column);
    let entries = |json: &Value| {
        fields(json).into_iter().filter(|(column, _)| !of_header(column)).map(|(column, value)| {
            let value = unpacked(table, &column, value);
            (table.field(&column), value)
        })
    };
    let made = entries(&new).map(|(field, new)| JournalChange { field, old: Value::Null, new });
    let removed = entries(&old).map(|(field, old)| JournalChange { field, old, new: Value::Null });
    Ok(made.chain(removed).filter(|change| change.old != change.new).collect())
}

/// A column that holds a list or an object has it as text.
pub(crate) fn unpacked(table: &Table, column: &str, value: Value) -> Value {
    match value.as_str() {
        Some(text) if table.column(column).is_some_and(|column| column.holds == Holds::Json) => {
            serde_json::from_str(text).unwrap_or(value)
        }
        _ => value,
    }
}

/// A value of a column that holds any type.
fn value(row: &QueryResult, index: usize) -> Result<Value> {
    if let Ok(whole) = row.try_get_by_index::<Option<i64>>(index) {
        return Ok(whole.map_or(Value::Null, Value::from));
    }
    if let Ok(real) = row.try_get_by_index::<Option<f64>>(index) {
        return Ok(real.map_or(Value::Null, Value::from));
    }
    Ok(row.try_get_by_index::<Option<String>>(index)?.map_or(Value::Null, Value::from))
}
