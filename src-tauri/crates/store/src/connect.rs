//! Connections: one writer, some readers, each with the settings that keep a laptop's file safe; and how a transaction
//! of the writer begins and ends.

pub(crate) mod same;
pub(crate) mod wal;

use std::{
    future::Future,
    ops::Deref,
    path::Path,
    pin::Pin,
    sync::{
        Arc,
        atomic::{AtomicU64, Ordering},
    },
    time::Duration,
};

use sea_orm::{
    ConnectOptions, ConnectionTrait, Database, DatabaseConnection, DatabaseTransaction,
    SqliteTransactionMode, TransactionOptions, TransactionTrait,
    sqlx::{
        self, Connection as _, Sqlite,
        pool::{PoolConnectionMetadata, PoolOptions},
        sqlite::{
            SqliteConnectOptions, SqliteConnection, SqliteJournalMode, SqliteLockingMode, SqliteSynchronous,
        },
    },
};
use tokio::sync::Notify;

use wal::Names;

use crate::{
    error::{Result, StoreError},
    place::Place,
    raw,
    scalar::scalar,
};

/// How long a writer waits for another program's transaction.
pub(crate) const BUSY: Duration = Duration::from_secs(10);
/// Rows that are read ahead: the thread that reads would wait for each beyond them.
const ROWS: usize = 1_000;

type Options = SqliteConnectOptions;
type Later<'c, T> = Pin<Box<dyn Future<Output = sqlx::Result<T>> + Send + 'c>>;

/// The commits that SQLite itself counted, and a bell for each.
#[derive(Debug, Default)]
pub(crate) struct Commits {
    count: AtomicU64,
    bell: Notify,
    /// Connections that were opened.
    opened: AtomicU64,
}

impl Commits {
    /// Until the next one.
    pub(crate) async fn next(&self) {
        self.bell.notified().await;
    }
}

/// The one connection that writes.
#[derive(Debug)]
pub(crate) struct Writer {
    connection: DatabaseConnection,
    commits: Arc<Commits>,
    /// None for a file that has no name yet.
    place: Option<Arc<Place>>,
}

impl Writer {
    /// WAL with FULL: a laptop loses power, and what was committed must stand. The log is folded into the file by
    /// `keep` alone, which knows when.
    pub(crate) async fn of(place: Arc<Place>) -> Result<Self> {
        let settings =
            |options: Options| options.journal_mode(SqliteJournalMode::Wal).pragma("wal_autocheckpoint", "0");
        Ok(Self { place: Some(place.clone()), ..Self::open(place.path(), settings).await? })
    }

    /// For a file that nobody else knows and that goes where something fails: without a log beside it, which would
    /// stay where the program is killed.
    pub(crate) async fn of_blank(path: &Path) -> Result<Self> {
        Self::open(path, |options| options.journal_mode(SqliteJournalMode::Memory)).await
    }

    async fn open(path: &Path, set: fn(Options) -> Options) -> Result<Self> {
        let commits = Arc::<Commits>::default();
        let counted = Arc::clone(&commits);
        let settings = move |options: Options| {
            set(options)
                .synchronous(SqliteSynchronous::Full)
                .foreign_keys(true)
                // INSERT OR REPLACE would otherwise skip the delete triggers, and so the journal.
                .pragma("recursive_triggers", "ON")
                .pragma("trusted_schema", "OFF")
        };
        let pool = move |pool: PoolOptions<Sqlite>| {
            let commits = Arc::clone(&counted);
            pool.after_connect(move |connection, _| count_commits(connection, Arc::clone(&commits)))
                .before_acquire(at_rest)
                .after_release(at_rest)
        };
        let connection = connect(path, 1, settings, pool).await?;
        Ok(Self { connection, commits, place: None })
    }

    pub(crate) fn connection(&self) -> &DatabaseConnection {
        &self.connection
    }

    pub(crate) fn commits(&self) -> &Arc<Commits> {
        &self.commits
    }

    /// A transaction that holds the write lock from its first statement.
    pub(crate) async fn begin(&self) -> Result<Begun> {
        self.still_writes_it().await?;
        let options = TransactionOptions {
            sqlite_transaction_mode: Some(SqliteTransactionMode::Immediate),
            ..Default::default()
        };
        let tx = self.connection.begin_with_options(options).await?;
        let commits = Arc::clone(&self.commits);
        let mut begun = Begun { tx, commits, place: self.place.clone(), named: None };
        begun.name_log().await?;
        Ok(begun)
    }

    /// Makes sure that the file is still the one that was opened, and that nobody wrote over it.
    ///
    /// # Errors
    /// [`StoreError::Moved`], [`StoreError::Overwritten`].
    pub(crate) async fn still_writes_it(&self) -> Result<()> {
        let Some(place) = &self.place else { return Ok(()) };
        let print = place.stands()?;
        if place.known().print.as_ref() == Some(&print) {
            return Ok(());
        }
        // There is one connection: nothing of this program is written meanwhile.
        let tx = self.connection.begin().await?;
        let opened = self.commits.opened.load(Ordering::Acquire);
        let version = same::version(&tx).await.map(|version| (opened, version));
        let checked = same::check(place, &tx, version).await;
        tx.rollback().await?;
        checked
    }

    /// What is under the log's name is not touched when this is closed.
    pub(crate) async fn leave_log(&self) -> Result<()> {
        let pool = self.connection.get_sqlite_connection_pool();
        Ok(leave_log(&mut *pool.acquire().await?).await?)
    }

    pub(crate) async fn close(&self) -> Result<()> {
        Ok(self.connection.close_by_ref().await?)
    }
}

/// An open write transaction. Dropped without [`Begun::commit`], nothing of it stays.
#[derive(Debug)]
pub(crate) struct Begun {
    tx: DatabaseTransaction,
    commits: Arc<Commits>,
    place: Option<Arc<Place>>,
    /// The names of the log that begins with it.
    named: Option<Names>,
}

impl Deref for Begun {
    type Target = DatabaseTransaction;

    fn deref(&self) -> &DatabaseTransaction {
        &self.tx
    }
}

impl Begun {
    /// One that is only tried: nobody counts its commit, so it cannot be committed.
    pub(crate) fn tried(tx: DatabaseTransaction) -> Self {
        Self { tx, commits: Arc::default(), place: None, named: None }
    }

    /// The first transaction of a log gives it a name of its own and says which one the file has that it stands beside:
    /// so that a log and a file that do not belong together are told apart (`log`).
    async fn name_log(&mut self) -> Result<()> {
        let Some(place) = &self.place else { return Ok(()) };
        // Now it stands there for sure.
        place.remember_log();
        let begins = place.log_size() == 0;
        if begins && has_log_names(&self.tx).await? {
            self.tx.execute_unprepared(NAME_LOG).await?;
            self.named = wal::names(&self.tx).await?;
        }
        Ok(())
    }

    /// Commits, and makes sure that SQLite did: it counts its commits itself.
    pub(crate) async fn commit(self) -> Result<()> {
        let Self { tx, commits, place, named } = self;
        if let Some(place) = &place {
            let print = place.stands()?;
            if place.known().print.as_ref() != Some(&print) {
                same::check_within(place, &tx).await?;
            }
        }
        let before = commits.count.load(Ordering::Acquire);
        tx.commit().await?;
        if commits.count.load(Ordering::Acquire) == before {
            return Err(StoreError::NotCommitted);
        }
        if let (Some(place), Some(named)) = (place, named) {
            place.known().names = Some(named);
        }
        Ok(())
    }
}

/// Names a file, or the log that begins beside it.
pub(crate) const NAME_LOG: &str =
    "UPDATE ctl SET log_before = log_name, log_name = lower(hex(randomblob(8)))";

/// False for a file of an older schema that is about to be brought up to date.
pub(crate) async fn has_log_names(db: &impl ConnectionTrait) -> Result<bool> {
    let sql = "SELECT 1 FROM pragma_table_info('ctl') WHERE name = 'log_name'";
    Ok(scalar::<i64>(db, sql, []).await?.is_some())
}

/// Connections that cannot write, whatever SQL they are given. All are opened at once: one that is opened later could
/// be of a file that took this one's place. `immutable` is for a file that nobody can write.
pub(crate) async fn readers(path: &Path, immutable: bool) -> Result<DatabaseConnection> {
    reading(path, immutable, 3).await
}

/// One connection that is asked nothing but what the file is called and whether others committed: one of several that
/// read would answer now for itself and then for another.
pub(crate) async fn witness(path: &Path) -> Result<DatabaseConnection> {
    reading(path, false, 1).await
}

/// The state of the file that the witness knows, another one once anybody committed.
pub(crate) async fn seen_by(witness: &DatabaseConnection) -> Option<(u64, i64)> {
    // Connections that write are counted from one.
    same::version(witness).await.map(|version| (0, version))
}

async fn reading(path: &Path, immutable: bool, connections: u32) -> Result<DatabaseConnection> {
    let settings = move |options: Options| {
        options
            .read_only(true)
            .immutable(immutable)
            .pragma("query_only", "ON")
            .pragma("trusted_schema", "OFF")
    };
    connect(path, connections, settings, move |pool| pool.min_connections(connections)).await
}

/// Lets each connection that is idle read something: it opens the log by its name then, and not at a time when another
/// file may stand there, or none.
pub(crate) async fn touch(readers: &DatabaseConnection) -> Result<()> {
    let pool = readers.get_sqlite_connection_pool();
    let mut idle: Vec<_> = std::iter::from_fn(|| pool.try_acquire()).collect();
    for connection in &mut idle {
        sqlx::query("PRAGMA data_version").fetch_one(&mut **connection).await?;
    }
    Ok(())
}

/// One connection that can copy the file and cannot change it: SQLite counts `VACUUM INTO` as a write, so it is
/// the file that is opened for reading alone.
pub(crate) async fn copier(path: &Path, immutable: bool) -> Result<DatabaseConnection> {
    let settings =
        move |options: Options| options.read_only(true).immutable(immutable).pragma("trusted_schema", "OFF");
    connect(path, 1, settings, |pool| pool).await
}

/// One connection whose temporary tables can be written, in memory, and the file cannot. `immutable` is for a file that
/// nobody can write.
pub(crate) async fn trial(path: &Path, immutable: bool) -> Result<DatabaseConnection> {
    let settings = move |options: Options| {
        options
            .read_only(true)
            .immutable(immutable)
            .foreign_keys(true)
            .pragma("temp_store", "MEMORY")
            .pragma("trusted_schema", "OFF")
    };
    connect(path, 1, settings, |pool| pool).await
}

/// One connection to a file that nobody else has open, and that nobody can open meanwhile: from its first statement,
/// which is refused as [`StoreError::Locked`] where somebody has. It leaves the log as it is when it is closed.
pub(crate) async fn alone(path: &Path, wait: Duration) -> Result<DatabaseConnection> {
    let settings = move |options: Options| {
        options
            .locking_mode(SqliteLockingMode::Exclusive)
            .busy_timeout(wait)
            .pragma("wal_autocheckpoint", "0")
            .pragma("trusted_schema", "OFF")
    };
    connect(path, 1, settings, |pool| pool.after_connect(|connection, _| leave_log(connection))).await
}

/// Whether the next transaction may begin on a connection: nothing is open on it, neither as the driver counts nor as
/// SQLite does. After a full disk SQLite may have rolled back by itself; the driver's own rollback then fails, and what
/// it would begin next is a savepoint that never commits. Such a connection is closed, and the next write opens one.
fn at_rest(connection: &mut SqliteConnection, _: PoolConnectionMetadata) -> Later<'_, bool> {
    Box::pin(async move {
        // Behind a rollback that may still be queued.
        let rests = raw::is_in_autocommit(&mut connection.lock_handle().await?);
        let rests = rests && !connection.is_in_transaction();
        if !rests {
            log::warn!("A connection was left inside of a transaction, and is opened anew.");
        }
        Ok(rests)
    })
}

fn count_commits(connection: &mut SqliteConnection, commits: Arc<Commits>) -> Later<'_, ()> {
    Box::pin(async move {
        commits.opened.fetch_add(1, Ordering::Release);
        connection.lock_handle().await?.set_commit_hook(move || {
            commits.count.fetch_add(1, Ordering::Release);
            commits.bell.notify_one();
            true
        });
        Ok(())
    })
}

fn leave_log(connection: &mut SqliteConnection) -> Later<'_, ()> {
    Box::pin(async move {
        let left = raw::leave_log_on_close(&mut connection.lock_handle().await?);
        left.then_some(()).ok_or(sqlx::Error::WorkerCrashed)
    })
}

async fn connect(
    path: &Path,
    most: u32,
    set: impl Fn(Options) -> Options + Send + Sync + 'static,
    pool: impl Fn(PoolOptions<Sqlite>) -> PoolOptions<Sqlite> + Send + Sync + 'static,
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
        })
        .map_sqlx_sqlite_pool_opts(pool);
    Ok(Database::connect(options).await?)
}
