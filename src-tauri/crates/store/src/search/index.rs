//! What stands in the index: one row a record, with its label and its texts.

use cairn_domain::{
    Account, Attachment, Brand, Checklist, ChecklistStep, ChecklistTemplate, CommandPlan, Contact, Criterion,
    Dependency, Initiative, Kind, Me, Objective, Plan, PlanVersion, Reading, SignOff, Stored, Task, Template,
    TemplateUse, Touchpoint, Workshop,
};
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, Statement};
use serde_json::json;

use super::fold::for_index;
use crate::{
    error::Result,
    rows::column,
    tables::{Row, with_tables},
    tx::scalar,
};

/// Records indexed by one statement.
const CHUNK: usize = 500;

/// The kinds that are not searched: the workspace's own, and what has no words.
pub(crate) const UNSEARCHED: [Kind; 4] = [Kind::Me, Kind::Brand, Kind::Dependency, Kind::TemplateUse];

/// Indexes what the open operation changed, by its journal: nothing that writes can forget to.
pub(crate) async fn index_changed(db: &impl ConnectionTrait) -> Result<()> {
    let sql = "SELECT DISTINCT tbl, row_id FROM journal WHERE op = (SELECT op FROM ctl) ORDER BY tbl, row_id";
    let rows = db.query_all_raw(Statement::from_string(db.get_database_backend(), sql)).await?;
    let mut changed: Vec<(String, String)> = Vec::with_capacity(rows.len());
    for row in rows {
        changed.push((row.try_get_by_index(0)?, row.try_get_by_index(1)?));
    }
    for group in changed.chunk_by(|(one, _), (other, _)| one == other) {
        let Some(kind) = group.first().and_then(|(table, _)| table.parse().ok()) else { continue };
        let ids: Vec<String> = group.iter().map(|(_, id)| id.clone()).collect();
        index_kind(db, kind, &ids).await?;
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
        index_kind(db, table.kind, &ids).await?;
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
        async fn index_kind(db: &impl ConnectionTrait, kind: Kind, ids: &[String]) -> Result<()> {
            if UNSEARCHED.contains(&kind) {
                return Ok(());
            }
            for ids in ids.chunks(CHUNK) {
                match kind {
                    $(Kind::$record => index::<$record>(db, ids).await?,)+
                }
            }
            Ok(())
        }
    };
}
with_tables!(by_kind);

async fn index<R: Row>(db: &impl ConnectionTrait, ids: &[String]) -> Result<()> {
    let select = R::Entity::find().filter(column::<R>("id")?.is_in(ids.iter().cloned()));
    let mut entries = Vec::new();
    for model in select.all(db).await? {
        let stored = R::from_model(model)?;
        if stored.deleted_at.is_none() {
            entries.push(entry(&stored));
        }
    }
    let run = async |sql: &str, json: String| -> Result<()> {
        let values = [json.into(), R::KIND.word().into()];
        db.execute_raw(Statement::from_sql_and_values(db.get_database_backend(), sql, values)).await?;
        Ok(())
    };
    let (ids, entries) = (json!(ids).to_string(), json!(entries).to_string());
    let gone = "SELECT n FROM search_row WHERE row_id IN (SELECT value FROM json_each(?1)) AND tbl = ?2";
    run(&format!("DELETE FROM search WHERE rowid IN ({gone})"), ids.clone()).await?;
    run(&format!("DELETE FROM search_row WHERE n IN ({gone})"), ids).await?;
    run("INSERT INTO search_row (row_id, tbl) SELECT value ->> 'id', ?2 FROM json_each(?1)", entries.clone())
        .await?;
    run(
        "INSERT INTO search (rowid, title, body) SELECT n, value ->> 'title', value ->> 'body'
         FROM json_each(?1) JOIN search_row ON row_id = value ->> 'id' AND tbl = ?2",
        entries,
    )
    .await
}

fn entry<R: Row>(stored: &Stored<R>) -> serde_json::Value {
    let texts = stored.record.texts();
    json!({
        "id": stored.id.to_string(),
        "title": for_index(&stored.record.label()),
        "body": for_index(&texts.join("\n")),
    })
}
