//! Connections: one writer, some readers, each with the settings that keep a laptop's file safe.

use std::{path::Path, time::Duration};

use sea_orm::{
    ConnectOptions, Database, DatabaseConnection, DatabaseTransaction, SqliteTransactionMode,
    TransactionOptions, TransactionTrait,
    sqlx::sqlite::{SqliteConnectOptions, SqliteJournalMode, SqliteSynchronous},
};

use crate::error::Result;

/// How long a writer waits for another program's transaction.
const BUSY: Duration = Duration::from_secs(10);
/// Rows that are read ahead: the thread that reads would wait for each beyond them.
const ROWS: usize = 1_000;

/// The one connection that writes. WAL with FULL: a laptop loses power, and what was committed must stand.
pub(crate) async fn writer(path: &Path, create: bool) -> Result<DatabaseConnection> {
    connect(path, 1, move |options| {
        options
            .create_if_missing(create)
            .journal_mode(SqliteJournalMode::Wal)
            .synchronous(SqliteSynchronous::Full)
            .foreign_keys(true)
            // INSERT OR REPLACE would otherwise skip the delete triggers, and so the journal.
            .pragma("recursive_triggers", "ON")
            .pragma("trusted_schema", "OFF")
    })
    .await
}

/// Connections that cannot write, whatever SQL they are given. `immutable` is for a file that nobody can write.
pub(crate) async fn readers(path: &Path, immutable: bool) -> Result<DatabaseConnection> {
    connect(path, 3, move |options| {
        options
            .read_only(true)
            .immutable(immutable)
            .pragma("query_only", "ON")
            .pragma("trusted_schema", "OFF")
    })
    .await
}

/// One connection that can copy the file and cannot change it: SQLite counts `VACUUM INTO` as a write, so it is
/// the file that is opened for reading alone.
pub(crate) async fn copier(path: &Path) -> Result<DatabaseConnection> {
    connect(path, 1, |options| options.read_only(true).pragma("trusted_schema", "OFF")).await
}

/// One connection whose temporary tables can be written, in memory, and the file cannot. `immutable` is for a file that
/// nobody can write.
pub(crate) async fn trial(path: &Path, immutable: bool) -> Result<DatabaseConnection> {
    connect(path, 1, move |options| {
        options
            .read_only(true)
            .immutable(immutable)
            .foreign_keys(true)
            .pragma("temp_store", "MEMORY")
            .pragma("trusted_schema", "OFF")
    })
    .await
}

/// A transaction that holds the write lock from its first statement.
pub(crate) async fn immediate(writer: &DatabaseConnection) -> Result<DatabaseTransaction> {
    let options = TransactionOptions {
        sqlite_transaction_mode: Some(SqliteTransactionMode::Immediate),
        ..Default::default()
    };
    Ok(writer.begin_with_options(options).await?)
}

async fn connect(
    path: &Path,
    most: u32,
    set: impl Fn(SqliteConnectOptions) -> SqliteConnectOptions + Send + Sync + 'static,
) -> Result<DatabaseConnection> {
    let file = path.to_owned();
    let mut options = ConnectOptions::new("sqlite://workspace");
    options
        .max_connections(most)
        .min_connections(0)
        .idle_timeout(None)
        .max_lifetime(None)
        .test_before_acquire(false)
        .sqlx_logging(false)
        .map_sqlx_sqlite_opts(move |options| {
            set(options.filename(&file).busy_timeout(BUSY).row_buffer_size(ROWS))
        });
    Ok(Database::connect(options).await?)
}
