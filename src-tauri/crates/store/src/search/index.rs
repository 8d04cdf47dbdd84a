//! What stands in the index: one row a record, with its label and its texts.

use std::collections::{BTreeSet, HashMap};

use cairn_domain::{
    Account, Attachment, Brand, Checklist, ChecklistStep, ChecklistTemplate, CommandPlan, Contact, Criterion,
    Dependency, Initiative, Kind, Me, Objective, Plan, PlanVersion, Reading, SignOff, Stored, Task, Template,
    TemplateUse, Touchpoint, Workshop,
};
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, Statement};
use serde_json::json;

use super::fold::for_index;
use crate::{
    error::{Result, StoreError},
    rows::column,
    tables::{Row, with_tables},
    tx::scalar,
};

/// Records indexed by one statement.
const CHUNK: usize = 500;

/// The kinds that are not searched: the workspace's own, and what has no words.
pub(crate) const UNSEARCHED: [Kind; 4] = [Kind::Me, Kind::Brand, Kind::Dependency, Kind::TemplateUse];

/// The words of records as an operation wrote them last, by their ids: what it knows need not be read back.
pub(crate) type Words = HashMap<String, serde_json::Value>;

/// Indexes what the open operation changed, by its journal: nothing that writes can forget to. What is not in `words` is
/// read.
pub(crate) async fn index_changed(db: &impl ConnectionTrait, mut words: Words) -> Result<()> {
    // A row a table: every row that is fetched is handed from thread to thread.
    let sql = "SELECT tbl, json_group_array(DISTINCT row_id) FROM journal WHERE op = (SELECT op FROM ctl)
               GROUP BY tbl";
    for row in db.query_all_raw(Statement::from_string(db.get_database_backend(), sql)).await? {
        let (table, ids): (String, String) = (row.try_get_by_index(0)?, row.try_get_by_index(1)?);
        let Ok(kind) = table.parse() else { continue };
        let ids: Vec<String> =
            serde_json::from_str(&ids).map_err(|error| StoreError::Corrupt(error.to_string()))?;
        index_kind(db, kind, &ids, &mut words).await?;
    }
    Ok(())
}

/// Makes the index anew.
pub(crate) async fn reindex(db: &impl ConnectionTrait) -> Result<()> {
    db.execute_unprepared("DELETE FROM search; DELETE FROM search_row;").await?;
    for table in crate::tables::tables() {
        let sql = format!("SELECT id FROM {}", table.name());
        let rows = db.query_all_raw(Statement::from_string(db.get_database_backend(), sql)).await?;
        let ids: Vec<String> =
            rows.iter().map(|row| row.try_get_by_index(0)).collect::<std::result::Result<_, _>>()?;
        index_kind(db, table.kind, &ids, &mut Words::new()).await?;
    }
    Ok(())
}

/// How many records are not in the index and should be, or the other way round.
pub(crate) async fn stale(db: &impl ConnectionTrait) -> Result<i64> {
    let mut stale = 0;
    for table in crate::tables::tables() {
        if UNSEARCHED.contains(&table.kind) {
            continue;
        }
        let name = table.name();
        let sql = format!(
            "SELECT count(*) FROM (SELECT id FROM {name} WHERE deleted_at IS NULL) AS t FULL JOIN
             (SELECT row_id FROM search_row JOIN search ON search.rowid = n WHERE tbl = '{name}') AS s
             ON s.row_id = t.id WHERE s.row_id IS NULL OR t.id IS NULL"
        );
        stale += scalar::<i64>(db, &sql, []).await?.unwrap_or(0);
    }
    Ok(stale)
}

macro_rules! by_kind {
    ($($record:ident),+) => {
        async fn index_kind(
            db: &impl ConnectionTrait,
            kind: Kind,
            ids: &[String],
            words: &mut Words,
        ) -> Result<()> {
            if UNSEARCHED.contains(&kind) {
                return Ok(());
            }
            for ids in ids.chunks(CHUNK) {
                match kind {
                    $(Kind::$record => index::<$record>(db, ids, words).await?,)+
                }
            }
            Ok(())
        }
    };
}
with_tables!(by_kind);

async fn index<R: Row>(db: &impl ConnectionTrait, ids: &[String], words: &mut Words) -> Result<()> {
    let mut entries: Vec<_> = ids.iter().filter_map(|id| words.remove(id)).collect();
    if entries.len() < ids.len() {
        let known: BTreeSet<&str> = entries.iter().filter_map(|entry| entry["id"].as_str()).collect();
        let unknown = ids.iter().filter(|id| !known.contains(id.as_str())).cloned();
        let select = R::Entity::find().filter(column::<R>("id")?.is_in(unknown));
        for model in select.all(db).await? {
            let stored = R::from_model(model)?;
            if stored.deleted_at.is_none() {
                entries.push(entry(&stored));
            }
        }
    }
    let (ids, entries, table) = (json!(ids).to_string(), json!(entries).to_string(), R::KIND.word());
    let statement = |sql: &str, values: Vec<sea_orm::Value>| {
        Statement::from_sql_and_values(db.get_database_backend(), sql, values)
    };
    // What stands there with the words that it has stays: writing words costs more than comparing them.
    let gone = "WITH entry AS MATERIALIZED
                  (SELECT value ->> 'id' AS id, value ->> 'title' AS title, value ->> 'body' AS body
                   FROM json_each(?3))
                SELECT json_group_array(n) FROM search_row JOIN search ON search.rowid = n
                LEFT JOIN entry ON entry.id = row_id
                WHERE tbl = ?2 AND row_id IN (SELECT value FROM json_each(?1))
                  AND (entry.id IS NULL OR entry.title IS NOT search.title OR entry.body IS NOT search.body)";
    let gone: String =
        scalar(db, gone, [ids.into(), table.into(), entries.clone().into()]).await?.unwrap_or_default();
    for sql in [
        "DELETE FROM search WHERE rowid IN (SELECT value FROM json_each(?1))",
        "DELETE FROM search_row WHERE n IN (SELECT value FROM json_each(?1))",
    ] {
        db.execute_raw(statement(sql, vec![gone.clone().into()])).await?;
    }
    let last = scalar::<i64>(db, "SELECT max(n) FROM search_row", []).await?.unwrap_or(0);
    let rows = "INSERT OR IGNORE INTO search_row (row_id, tbl) SELECT value ->> 'id', ?2 FROM json_each(?1)";
    db.execute_raw(statement(rows, vec![entries.clone().into(), table.into()])).await?;
    let words = "INSERT INTO search (rowid, title, body) SELECT n, value ->> 'title', value ->> 'body'
                 FROM json_each(?1) JOIN search_row ON row_id = value ->> 'id' AND n > ?2";
    db.execute_raw(statement(words, vec![entries.into(), last.into()])).await?;
    Ok(())
}

/// What stands in the index for a record.
pub(crate) fn entry<R: Row>(stored: &Stored<R>) -> serde_json::Value {
    let texts = stored.record.texts();
    json!({
        "id": stored.id.to_string(),
        "title": for_index(&stored.record.label()),
        "body": for_index(&texts.join("\n")),
    })
}
