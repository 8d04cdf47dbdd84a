//! The write-ahead log beside a file: whether it belongs to it, and folding it in.
//!
//! A log holds pages without a word on the file they are of, and SQLite plays whatever stands under the name. So each
//! log has a name, which its first transaction writes into the file's `ctl` together with the name before it
//! (`connect::Begun`): a log goes with a file that has, without the log, one of the two.
//! docs/decisions/0030-one-whole-file.md says what else was thought of.

use std::{
    io::Read as _,
    path::{Path, PathBuf},
    time::Duration,
};

use sea_orm::{
    ConnectionTrait, DatabaseConnection, Statement,
    sqlx::{self, Row as _},
};

use crate::{
    beside::beside,
    connect::{self, BUSY, Writer, has_log_names},
    error::{Result, StoreError},
    place::{Place, set_aside},
    read_file::ReadFile,
    scalar::scalar,
};

/// What the ending of a log becomes where it is set aside.
const ASIDE: &str = ".set-aside";
/// How long somebody who reads is waited for: whoever writes waits as long.
const SHORT: Duration = Duration::from_millis(100);

/// Puts in order what stands beside a file before it is opened. A log of its own, left by a program that was killed, is
/// folded in; one of another file is set aside. Answers what was set aside.
///
/// # Errors
/// [`StoreError::Unreadable`] where the file is damaged with its log and without.
pub(crate) async fn put_in_order(place: &Place) -> Result<Vec<PathBuf>> {
    let mut aside = put_journal_away(place);
    aside.extend(fold_in_log(place).await?);
    Ok(aside)
}

/// A workspace that writes a log has no rollback journal: SQLite would play one of another file into it. Where it cannot
/// be set aside the file is read as SQLite can.
fn put_journal_away(place: &Place) -> Vec<PathBuf> {
    let journal = beside(place.real(), "-journal");
    if journal.symlink_metadata().is_err() || !writes_a_log(place.real()) {
        return Vec::new();
    }
    put_both_away(&[journal]).unwrap_or_else(|error| {
        log::warn!("What stands beside the workspace could not be set aside: {error}");
        Vec::new()
    })
}

/// SQLite's file format, section 1.3: how the file is written and read, at 18 and 19.
fn writes_a_log(file: &Path) -> bool {
    let mut head = [0; 20];
    let read = ReadFile::open(file).and_then(|mut file| file.read_exact(&mut head));
    read.is_ok() && head.ends_with(&[2, 2])
}

async fn fold_in_log(place: &Place) -> Result<Vec<PathBuf>> {
    if place.log_size() == 0 {
        return Ok(Vec::new());
    }
    // What cannot be opened is told by who opens it.
    let Ok(alone) = connect::alone(place.path(), Duration::ZERO).await else { return Ok(Vec::new()) };
    let settled = match scalar::<i64>(&alone, "PRAGMA user_version", []).await {
        // Somebody has it open, and the log is theirs; or nothing can be changed here.
        Err(
            StoreError::Locked | StoreError::ReadOnly { .. } | StoreError::Io { .. } | StoreError::DiskFull,
        ) => Ok(Vec::new()),
        _ if belongs(place, &alone).await? => {
            // Without room it is played from where it stands, as SQLite does.
            if let Err(error) = scalar::<i64>(&alone, "PRAGMA wal_checkpoint(TRUNCATE)", []).await {
                log::warn!("The log beside the workspace could not be folded in: {error}");
            }
            Ok(Vec::new())
        }
        // While nobody else can open the file.
        _ => put_away(place),
    };
    alone.close().await?;
    settled
}

/// Whether the log goes with the file. What cannot be told by their names is told by the pages: with a log of another
/// file they are not whole.
async fn belongs(place: &Place, with: &DatabaseConnection) -> Result<bool> {
    // Where a log was folded in by half, the file alone cannot even be connected to.
    let without = connect::copier(place.path(), true).await.ok();
    let file = match &without {
        Some(without) => names(without).await.ok(),
        None => None,
    };
    let goes = match (names(with).await, file) {
        (Ok(Some((log, before))), Some(Some((file, _)))) => file == log || file == before,
        (Ok(None), Some(Some(_))) | (Err(_), _) => false,
        (Ok(Some(_) | None), _) => true,
    };
    let whole = goes && is_whole(with).await;
    let mut without_is_whole = false;
    if let Some(without) = without {
        without_is_whole = !whole && is_whole(&without).await;
        without.close().await?;
    }
    if !whole && !without_is_whole {
        let path = place.path().display().to_string();
        return Err(StoreError::Unreadable { path, why: "it is damaged".into() });
    }
    Ok(whole)
}

/// The name of a log and the one before.
pub(crate) type Names = (String, String);

/// The names that a file has, with its log or without; none in a file of an older schema.
pub(crate) async fn names(db: &impl ConnectionTrait) -> Result<Option<Names>> {
    if !has_log_names(db).await? {
        return Ok(None);
    }
    let sql = "SELECT log_name, log_before FROM ctl";
    let row = db.query_one_raw(Statement::from_string(db.get_database_backend(), sql)).await?;
    row.map(|row| Ok((row.try_get_by_index(0)?, row.try_get_by_index(1)?))).transpose()
}

async fn is_whole(db: &DatabaseConnection) -> bool {
    let found: Result<Option<String>> = scalar(db, "PRAGMA quick_check(1)", []).await;
    found.is_ok_and(|found| found.as_deref() == Some("ok"))
}

/// Renames the log, and the memory that goes with it. Nothing of anybody's is removed.
pub(crate) fn put_away(place: &Place) -> Result<Vec<PathBuf>> {
    put_both_away(&[place.log(), place.shared_memory()])
}

/// The same where the file itself is not there yet. What is empty holds nothing of anybody's, and goes.
#[expect(clippy::disallowed_methods, reason = "the store owns what stands beside a workspace")]
pub(crate) fn put_both_away(both: &[PathBuf]) -> Result<Vec<PathBuf>> {
    let mut aside = Vec::new();
    for stray in both {
        let Ok(meta) = stray.symlink_metadata() else { continue };
        if meta.is_file() && meta.len() == 0 {
            std::fs::remove_file(stray).map_err(|error| StoreError::of_file(stray, error))?;
            continue;
        }
        let name = set_aside(stray, ASIDE)?;
        log::warn!("{} was left by another file and was set aside as {}.", stray.display(), name.display());
        aside.push(name);
    }
    Ok(aside)
}

/// Folds the log into the file, so that the file alone holds everything; false where somebody reads an older state of
/// it, and it has to be tried again.
pub(crate) async fn fold(writer: &Writer) -> Result<bool> {
    let pool = writer.connection().get_sqlite_connection_pool();
    let mut connection = pool.acquire().await?;
    let wait = |time: Duration| sqlx::AssertSqlSafe(format!("PRAGMA busy_timeout = {}", time.as_millis()));
    sqlx::raw_sql(wait(SHORT)).execute(&mut *connection).await?;
    let folded = sqlx::query("PRAGMA wal_checkpoint(TRUNCATE)").fetch_one(&mut *connection).await;
    sqlx::raw_sql(wait(BUSY)).execute(&mut *connection).await?;
    let busy: i64 = folded?.try_get(0)?;
    Ok(busy == 0)
}
