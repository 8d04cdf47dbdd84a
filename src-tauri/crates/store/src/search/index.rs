//! What stands in the index: one row a record, with its label and its texts.

use cairn_domain::{Kind, Record};
use sea_orm::{ConnectionTrait, Statement};
use serde_json::json;

use super::words::{Entry, Known, Words};
use crate::{
    error::{Result, StoreError},
    rows::of_ids,
    scalar::scalar,
    tables::with_tables,
};

/// Records indexed by one statement.
const CHUNK: usize = 500;

/// The kinds that are not searched: the workspace's own, and what has no words.
pub(crate) const UNSEARCHED: [Kind; 4] = [Kind::Me, Kind::Brand, Kind::Dependency, Kind::TemplateUse];

/// Indexes what the open operation changed, by its journal: nothing that writes can forget to.
pub(crate) async fn index_changed(db: &impl ConnectionTrait, mut words: Words) -> Result<()> {
    // A row a table: every row that is fetched is handed from thread to thread.
    let sql = "SELECT tbl, json_group_array(DISTINCT row_id) FROM journal WHERE op = (SELECT op FROM ctl)
               GROUP BY tbl";
    let mut changes = Changes::default();
    for row in db.query_all_raw(Statement::from_string(db.get_database_backend(), sql)).await? {
        let (table, ids): (String, String) = (row.try_get_by_index(0)?, row.try_get_by_index(1)?);
        let Ok(kind) = table.parse() else { continue };
        let ids: Vec<String> =
            serde_json::from_str(&ids).map_err(|error| StoreError::Corrupt(error.to_string()))?;
        if UNSEARCHED.contains(&kind) {
            continue;
        }
        for ids in ids.chunks(CHUNK) {
            changes.add(db, kind, ids, &mut words).await?;
            if changes.entries.len() >= CHUNK {
                std::mem::take(&mut changes).write(db).await?;
            }
        }
    }
    changes.write(db).await
}

/// Makes the index anew.
pub(crate) async fn reindex(db: &impl ConnectionTrait) -> Result<()> {
    db.execute_unprepared("DELETE FROM search; DELETE FROM search_row;").await?;
    for table in crate::tables::tables() {
        if UNSEARCHED.contains(&table.kind) {
            continue;
        }
        let sql = format!("SELECT id FROM {}", table.name());
        let rows = db.query_all_raw(Statement::from_string(db.get_database_backend(), sql)).await?;
        let ids: Vec<String> =
            rows.iter().map(|row| row.try_get_by_index(0)).collect::<std::result::Result<_, _>>()?;
        for ids in ids.chunks(CHUNK) {
            let entries = read(db, table.kind, ids.iter().map(String::as_str).collect()).await?;
            Changes { stood: Vec::new(), entries }.write(db).await?;
        }
    }
    Ok(())
}

/// How many records are not in the index and should be, or the other way round. Counted by what both have, in one pass:
/// two differences of sets, a kind at a time, took as long as all else that a check does.
pub(crate) async fn stale(db: &impl ConnectionTrait) -> Result<i64> {
    let kinds = crate::tables::tables().into_iter().filter(|table| !UNSEARCHED.contains(&table.kind));
    let kinds: Vec<String> = kinds
        .map(|table| {
            let name = table.name();
            format!("SELECT '{name}' AS tbl, id FROM {name} WHERE deleted_at IS NULL")
        })
        .collect();
    let rows = kinds.join(" UNION ALL ");
    let count = async |from: &str| -> Result<i64> {
        Ok(scalar(db, &format!("SELECT count(*) FROM {from}"), []).await?.unwrap_or(0))
    };
    let records = count(&format!("({rows})")).await?;
    let indexed = count("search_row JOIN search ON search.rowid = n").await?;
    let both = format!(
        "({rows}) AS r JOIN search_row AS s ON s.row_id = r.id AND s.tbl = r.tbl JOIN search ON search.rowid = s.n"
    );
    Ok(records + indexed - 2 * count(&both).await?)
}

macro_rules! by_kind {
    ($($record:ident),+) => {
        /// The entries of those records of a kind that are not deleted.
        async fn read(db: &impl ConnectionTrait, kind: Kind, ids: Vec<&str>) -> Result<Vec<Entry>> {
            match kind {
                $(Kind::$record => read_of::<cairn_domain::$record>(db, ids).await,)+
            }
        }
    };
}
with_tables!(by_kind);

async fn read_of<R: Record>(db: &impl ConnectionTrait, ids: Vec<&str>) -> Result<Vec<Entry>> {
    let stored = of_ids::<R>(db, ids).await?;
    Ok(stored.iter().filter(|stored| stored.deleted_at.is_none()).map(Entry::of).collect())
}

/// What is to be brought up to date.
#[derive(Default)]
struct Changes {
    /// The records that the index may know already.
    stood: Vec<String>,
    /// What is to stand in it.
    entries: Vec<Entry>,
}

impl Changes {
    async fn add(
        &mut self,
        db: &impl ConnectionTrait,
        kind: Kind,
        ids: &[String],
        words: &mut Words,
    ) -> Result<()> {
        let mut unread = Vec::new();
        for id in ids {
            match words.take(id) {
                Known::Same => continue,
                Known::New(entry) => {
                    self.entries.push(entry);
                    continue;
                }
                Known::Now(entry) => self.entries.push(entry),
                Known::Unread => unread.push(id.as_str()),
            }
            self.stood.push(id.clone());
        }
        if !unread.is_empty() {
            self.entries.extend(read(db, kind, unread).await?);
        }
        Ok(())
    }

    async fn write(self, db: &impl ConnectionTrait) -> Result<()> {
        let Self { stood, entries } = self;
        if stood.is_empty() && entries.is_empty() {
            return Ok(());
        }
        let entries =
            serde_json::to_string(&entries).map_err(|error| StoreError::Corrupt(error.to_string()))?;
        let statement = |sql: &str, values: Vec<sea_orm::Value>| {
            Statement::from_sql_and_values(db.get_database_backend(), sql, values)
        };
        if !stood.is_empty() {
            // What stands there with the words that it has stays: writing words costs more than comparing them.
            let gone = "WITH entry AS MATERIALIZED
                          (SELECT value ->> 'id' AS id, value ->> 'title' AS title, value ->> 'body' AS body
                           FROM json_each(?2))
                        SELECT json_group_array(n) FROM search_row JOIN search ON search.rowid = n
                        LEFT JOIN entry ON entry.id = row_id
                        WHERE row_id IN (SELECT value FROM json_each(?1))
                          AND (entry.id IS NULL OR entry.title IS NOT search.title OR entry.body IS NOT search.body)";
            let values = [json!(stood).to_string().into(), entries.clone().into()];
            let gone: String = scalar(db, gone, values).await?.unwrap_or_default();
            for sql in [
                "DELETE FROM search WHERE rowid IN (SELECT value FROM json_each(?1))",
                "DELETE FROM search_row WHERE n IN (SELECT value FROM json_each(?1))",
            ] {
                db.execute_raw(statement(sql, vec![gone.clone().into()])).await?;
            }
        }
        let last = scalar::<i64>(db, "SELECT max(n) FROM search_row", []).await?.unwrap_or(0);
        let rows = "INSERT OR IGNORE INTO search_row (row_id, tbl)
                    SELECT value ->> 'id', value ->> 'tbl' FROM json_each(?1)";
        db.execute_raw(statement(rows, vec![entries.clone().into()])).await?;
        let words = "INSERT INTO search (rowid, title, body) SELECT n, value ->> 'title', value ->> 'body'
                     FROM json_each(?1) JOIN search_row ON row_id = value ->> 'id' AND n > ?2";
        db.execute_raw(statement(words, vec![entries.into(), last.into()])).await?;
        Ok(())
    }
}
