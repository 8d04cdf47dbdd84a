//! A file that somebody was handed is strange until it was looked at: it holds the tables of a workspace and nothing
//! that would run, and no number from which nothing can go on.
//!
//! Does not own whether its pages and its journal are sound (`check`), nor the rules of its records.

use std::{collections::BTreeSet, path::Path};

use cairn_domain::read::YEARS;
use chrono::Datelike as _;
use sea_orm::{ConnectionTrait, DatabaseConnection, Statement, prelude::ChronoDateTimeUtc};

use crate::{
    blank::Blank,
    connect::{self, Writer},
    error::{Result, StoreError},
    rows::Rows,
    scalar::scalar,
    tables::tables,
};

/// The highest version that a record can have come to; from here it can be changed for as long as anybody lives.
const VERSION_MAX: i64 = 1 << 52;

/// Before it is opened as a workspace, which may run statements over it to bring it up to date.
pub(super) async fn look(copy: &Path, is_current: impl Fn(i64) -> bool) -> Result<()> {
    let readers = connect::readers(copy, false).await?;
    let views: i64 =
        scalar(&readers, "SELECT count(*) FROM sqlite_schema WHERE type = 'view'", []).await?.unwrap_or(0);
    let schema: i64 = scalar(&readers, "PRAGMA user_version", []).await?.unwrap_or(0);
    let triggers = names(&readers, "SELECT name FROM sqlite_schema WHERE type = 'trigger'").await?;
    readers.close().await?;
    if views > 0 {
        return Err(strange("it holds a view"));
    }
    if is_current(schema) {
        return Ok(());
    }
    // Today's are made anew once it is up to date.
    let writer = Writer::of_blank(copy).await?;
    for name in triggers {
        writer
            .connection()
            .execute_unprepared(&format!("DROP TRIGGER \"{}\"", name.replace('"', "\"\"")))
            .await?;
    }
    writer.close().await?;
    Ok(())
}

/// Once it is up to date: it is made as a new workspace is, table by table.
pub(super) async fn compare_schema(file: &DatabaseConnection, folder: &Path) -> Result<()> {
    let blank = Blank::at(&folder.join("blank.cairn")).await?;
    let listed = "SELECT type || ' ' || name || ': ' || coalesce(sql, '') FROM sqlite_schema
                  WHERE name NOT LIKE 'sqlite\\_%' ESCAPE '\\'";
    let (found, wanted) = (names(file, listed).await?, names(blank.writer().connection(), listed).await?);
    match found.symmetric_difference(&wanted).next() {
        None => Ok(()),
        Some(other) => {
            let what = other.split(':').next().unwrap_or_default();
            log::warn!("a file that was handed over is made otherwise: {other}");
            Err(strange(&format!("it is not made as a workspace is ({what})")))
        }
    }
}

async fn names(db: &DatabaseConnection, sql: &str) -> Result<BTreeSet<String>> {
    let rows = db.query_all_raw(Statement::from_string(db.get_database_backend(), sql)).await?;
    rows.iter().map(|row| Ok(row.try_get_by_index(0)?)).collect()
}

impl Rows<'_> {
    /// Refuses versions, instants and journal entries that no workspace writes.
    pub(super) async fn refuse_impossible(self) -> Result<()> {
        let db = self.db();
        let count = async |sql: &str| scalar::<i64>(&db, sql, []).await.map(|count| count.unwrap_or(0));
        for table in tables() {
            let name = table.name();
            let beyond = format!("SELECT count(*) FROM {name} WHERE version NOT BETWEEN 1 AND {VERSION_MAX}");
            if count(&beyond).await? > 0 {
                return Err(strange(&format!("a version of its {name} records is none")));
            }
        }
        let instants = "SELECT at FROM op";
        for row in db.query_all_raw(Statement::from_string(db.get_database_backend(), instants)).await? {
            let at = row
                .try_get_by_index::<ChronoDateTimeUtc>(0)
                .map_err(|_| strange("an instant of its history is none"))?;
            let (from, to) = YEARS;
            if !(from..=to).contains(&at.year()) {
                return Err(strange(&format!(
                    "its history says {}, and an instant lies in the years {from} to {to}",
                    at.date_naive()
                )));
            }
        }
        let entries = "SELECT count(*) FROM journal WHERE kind NOT IN ('insert', 'update', 'delete')
                       OR (kind = 'insert' AND NOT json_valid(new)) OR (kind = 'delete' AND NOT json_valid(old))";
        let steps = "SELECT count(*) FROM op WHERE depth NOT BETWEEN 0 AND 1000000 OR undoes >= n";
        if count(entries).await? + count(steps).await? > 0 {
            return Err(strange("its history holds what no workspace writes"));
        }
        Ok(())
    }
}

fn strange(why: &str) -> StoreError {
    StoreError::Unreadable { path: String::new(), why: why.to_owned() }
}
