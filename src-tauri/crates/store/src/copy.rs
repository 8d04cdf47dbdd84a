//! One copy of a database, by SQLite's own backup call: tried before it gets its name.

use std::path::Path;

use cairn_migrations::APPLICATION_ID;
use sea_orm::{ConnectionTrait, DatabaseConnection, Statement, sqlx};
use tempfile::NamedTempFile;
use tokio::{runtime::Handle, task::spawn_blocking};

use crate::{
    access::{is_a_file, may_be_read},
    beside::beside,
    connect::{self, NAME_LOG, Writer, has_log_names},
    error::{Result, StoreError},
    nameless::{named, nameless},
    raw,
    scalar::scalar,
};

/// Copies what a connection reads to a file where none is.
pub(crate) async fn of_connection(from: &DatabaseConnection, path: &Path) -> Result<()> {
    let (partial, _) = nameless(path)?;
    named(into(from, partial).await?, path)
}

/// The same of a file that nobody writes.
pub(crate) async fn of_file(from: &Path, path: &Path) -> Result<()> {
    let source = reading(from).await?;
    let copied = of_connection(&source, path).await;
    source.close().await?;
    copied
}

/// Reads a file as it lies there, with the log beside it where there is one.
pub(crate) async fn reading(file: &Path) -> Result<DatabaseConnection> {
    is_a_file(file)?;
    let whole = !beside(file, "-wal").metadata().is_ok_and(|log| log.len() > 0);
    connect::copier(file, whole).await.map_err(|error| match error {
        StoreError::Io { .. } => may_be_read(file).err().unwrap_or_else(|| of(file, error)),
        error => of(file, error),
    })
}

/// What is wrong with a copy is wrong with the file that it is of.
pub(crate) fn of(file: &Path, error: StoreError) -> StoreError {
    let path = file.display().to_string();
    match error {
        StoreError::Unreadable { why, .. } => StoreError::Unreadable { path, why },
        StoreError::Io { source, .. } => StoreError::Io { path, source },
        other => other,
    }
}

/// A copy in a file that has no name yet, tried.
pub(crate) async fn into(from: &DatabaseConnection, partial: NamedTempFile) -> Result<NamedTempFile> {
    let path = partial.path();
    let writer = Writer::of_blank(path).await?;
    // It is brought to the disk as a whole, before it gets a name.
    writer.connection().execute_unprepared("PRAGMA synchronous = OFF").await?;
    let source = from.get_sqlite_connection_pool().acquire().await?;
    let target = writer.connection().get_sqlite_connection_pool().acquire().await?;
    // The copy keeps its thread busy for as long as the disk takes.
    let runtime = Handle::current();
    let copied = spawn_blocking(move || runtime.block_on(copy(source, target))).await;
    let copied =
        copied.map_err(|error| StoreError::Io { path: path.display().to_string(), source: error.into() });
    let named = match copied {
        Ok(Ok(())) => name(&writer).await,
        Ok(Err(error)) | Err(error) => Err(error),
    };
    writer.close().await?;
    named?;
    let (tried, on_disk) = tokio::join!(try_it(path), synced(&partial));
    tried?;
    on_disk?;
    Ok(partial)
}

/// Brings a file to the disk, while others read it.
async fn synced(file: &NamedTempFile) -> Result<()> {
    let path = file.path();
    let failed = |source| StoreError::of_file(path, source);
    let again = file.reopen().map_err(failed)?;
    let done = spawn_blocking(move || again.sync_all()).await;
    done.map_err(|error| StoreError::Io { path: path.display().to_string(), source: error.into() })?
        .map_err(failed)
}

/// A name of its own: what is copied goes on, and a log that begins with it does not go with the copy.
async fn name(copy: &Writer) -> Result<()> {
    let db = copy.connection();
    if has_log_names(db).await? {
        db.execute_unprepared(NAME_LOG).await?;
    }
    Ok(())
}

type Connection = sqlx::pool::PoolConnection<sqlx::Sqlite>;

async fn copy(mut source: Connection, mut target: Connection) -> Result<()> {
    let mut from = source.lock_handle().await?;
    let mut to = target.lock_handle().await?;
    raw::copy(&mut from, &mut to).map_err(of_code)
}

fn of_code(code: i32) -> StoreError {
    let sentence = format!("the copy ended with SQLite's code {code}");
    StoreError::of_sqlite(code.unsigned_abs(), &sentence).unwrap_or(StoreError::Corrupt(sentence))
}

/// Opens a copy and looks whether it is a whole workspace: its pages and its keys, at the same time. The index of words is
/// left to the check of all of it, since it can be made anew.
///
/// # Errors
/// [`StoreError::Unreadable`].
pub(crate) async fn try_it(file: &Path) -> Result<()> {
    let refused =
        |why: &str| StoreError::Unreadable { path: file.display().to_string(), why: why.to_owned() };
    let (db, keys) = (connect::copier(file, true).await?, connect::copier(file, true).await?);
    let found = async {
        if scalar::<i64>(&db, "PRAGMA application_id", []).await? != Some(APPLICATION_ID) {
            return Ok(Some("it is a database of another program"));
        }
        let (pages, keys) = tokio::join!(pages(&db), orphans(&keys));
        let whole = pages? && !keys?;
        Ok((!whole).then_some("it is damaged"))
    };
    let found: Result<Option<&str>> = found.await;
    db.close().await?;
    keys.close().await?;
    match found {
        Ok(None) => Ok(()),
        Ok(Some(why)) => Err(refused(why)),
        Err(StoreError::Unreadable { why, .. }) => Err(refused(&why)),
        Err(error) => Err(error),
    }
}

/// Whether every page of tables and their indexes is as it should be.
async fn pages(db: &DatabaseConnection) -> Result<bool> {
    let mut connection = db.get_sqlite_connection_pool().acquire().await?;
    raw::without_modules(&mut connection.lock_handle().await?).map_err(of_code)?;
    drop(connection);
    let found: Option<String> = scalar(db, "PRAGMA integrity_check(1)", []).await?;
    Ok(found.as_deref() == Some("ok"))
}

/// Whether a row hangs under one that is not there.
async fn orphans(db: &DatabaseConnection) -> Result<bool> {
    let sql = Statement::from_string(db.get_database_backend(), "PRAGMA foreign_key_check");
    Ok(db.query_one_raw(sql).await?.is_some())
}
