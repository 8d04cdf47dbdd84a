//! Opening and making a workspace, and bringing an older one up to date.

use std::path::{Path, PathBuf};

use cairn_migrations::{APPLICATION_ID, Migrator, latest};
use sea_orm::{ConnectionTrait, DatabaseConnection, DbErr, Statement};
use sea_orm_migration::MigratorTrait;
use tokio::sync::OnceCell;

use crate::{
    connect,
    error::{Result, StoreError},
    journal,
    rows::Rows,
};

/// An open workspace.
#[derive(Debug)]
pub struct Store {
    path: PathBuf,
    read_only: bool,
    readers: DatabaseConnection,
    writer: OnceCell<DatabaseConnection>,
}

impl Store {
    /// Opens a workspace; an older one is brought up to date first, after a copy was put beside it.
    ///
    /// # Errors
    /// [`StoreError::Missing`], [`StoreError::Unreadable`], [`StoreError::Newer`], [`StoreError::ReadOnly`].
    pub async fn open(path: &Path) -> Result<Self> {
        let read_only = look_at(path)?;
        let immutable = read_only && !beside(path, "-wal").exists();
        let readers = connect::readers(path, immutable).await.map_err(|error| named(path, error))?;
        let found = schema_of(path, &readers).await?;
        let store = Self { path: path.to_owned(), read_only, readers, writer: OnceCell::new() };
        if found < latest() {
            store.upgrade(found).await?;
        }
        Ok(store)
    }

    /// Makes a workspace where nothing is. It appears under its name only when it is whole.
    ///
    /// # Errors
    /// [`StoreError::Exists`], [`StoreError::Missing`] if the folder is not there, [`StoreError::ReadOnly`].
    pub async fn create(path: &Path) -> Result<Self> {
        if path.exists() {
            return Err(StoreError::Exists { path: path.display().to_string() });
        }
        let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
        if !folder.is_dir() {
            return Err(StoreError::Missing { path: path.display().to_string() });
        }
        // Readable by its owner alone: it holds customers' data.
        let partial = tempfile::NamedTempFile::new_in(folder).map_err(|source| io_error(path, source))?;
        let writer = connect::writer(partial.path(), false).await?;
        migrate(&writer).await?;
        // Folds the write-ahead log into the file, so that the file alone can be renamed.
        writer.execute_unprepared("PRAGMA journal_mode = DELETE").await?;
        writer.close().await?;
        // Never over a workspace that somebody else made meanwhile.
        partial.persist_noclobber(path).map_err(|refused| io_error(path, refused.error))?;
        Self::open(path).await
    }

    /// Where the file is.
    #[must_use]
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// True where the file cannot be written.
    #[must_use]
    pub fn is_read_only(&self) -> bool {
        self.read_only
    }

    /// Reads outside of any operation.
    #[must_use]
    pub fn rows(&self) -> Rows<'_> {
        Rows::over(&self.readers)
    }

    /// The connection that writes, opened when it is first needed.
    pub(crate) async fn writer(&self) -> Result<&DatabaseConnection> {
        if self.read_only {
            return Err(StoreError::ReadOnly { path: self.path.display().to_string() });
        }
        self.writer.get_or_try_init(|| connect::writer(&self.path, false)).await
    }

    /// Closes all connections; the write-ahead log is folded into the file.
    pub async fn close(self) {
        for connection in [self.writer.into_inner(), Some(self.readers)].into_iter().flatten() {
            if let Err(error) = connection.close().await {
                log::warn!("closing the workspace: {error}");
            }
        }
    }

    async fn upgrade(&self, found: i64) -> Result<()> {
        let copy = beside(&self.path, &format!(".before-schema-{}", latest()));
        let writer = self.writer().await?;
        if found > 0 && !copy.exists() {
            let copy = copy.display().to_string();
            writer
                .execute_raw(Statement::from_sql_and_values(
                    writer.get_database_backend(),
                    "VACUUM INTO ?",
                    [copy.into()],
                ))
                .await?;
        }
        migrate(writer).await
    }
}

/// Runs what is missing, and makes the triggers anew.
async fn migrate(writer: &DatabaseConnection) -> Result<()> {
    Migrator::up(writer, None).await?;
    journal::install(writer).await?;
    let pragmas = format!("PRAGMA application_id = {APPLICATION_ID}; PRAGMA user_version = {};", latest());
    writer.execute_unprepared(&pragmas).await?;
    Ok(())
}

/// The file's schema number, once it is sure that the file is a workspace.
async fn schema_of(path: &Path, readers: &DatabaseConnection) -> Result<i64> {
    let number = async |pragma: &str| -> Result<i64> {
        let row = readers
            .query_one_raw(Statement::from_string(readers.get_database_backend(), format!("PRAGMA {pragma}")))
            .await
            .map_err(|error| unreadable(path, error))?;
        Ok(row.map_or(Ok(0), |row| row.try_get_by_index(0))?)
    };
    if number("application_id").await? != APPLICATION_ID {
        return Err(StoreError::Unreadable {
            path: path.display().to_string(),
            why: "it is a database of another program".into(),
        });
    }
    let found = number("user_version").await?;
    if found > latest() {
        return Err(StoreError::Newer { path: path.display().to_string(), found, known: latest() });
    }
    Ok(found)
}

/// Whether the file is read-only, once it is sure that a file is there and begins as SQLite's do.
#[expect(clippy::disallowed_methods, reason = "the store owns the workspace file")]
fn look_at(path: &Path) -> Result<bool> {
    use std::io::Read;
    let shown = || path.display().to_string();
    let meta = match std::fs::metadata(path) {
        Ok(meta) => meta,
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => {
            return Err(StoreError::Missing { path: shown() });
        }
        Err(error) => return Err(io_error(path, error)),
    };
    if meta.is_dir() {
        return Err(StoreError::Unreadable { path: shown(), why: "it is a folder".into() });
    }
    let mut head = [0_u8; 16];
    let read = std::fs::File::open(path).and_then(|mut file| file.read_exact(&mut head));
    if read.is_err() || &head != b"SQLite format 3\0" {
        return Err(StoreError::Unreadable { path: shown(), why: "it is not a database".into() });
    }
    Ok(meta.permissions().readonly())
}

fn io_error(path: &Path, source: std::io::Error) -> StoreError {
    let path = path.display().to_string();
    match source.kind() {
        std::io::ErrorKind::AlreadyExists => StoreError::Exists { path },
        std::io::ErrorKind::PermissionDenied | std::io::ErrorKind::ReadOnlyFilesystem => {
            StoreError::ReadOnly { path }
        }
        std::io::ErrorKind::StorageFull => StoreError::DiskFull,
        _ => StoreError::Io { path, source },
    }
}

/// A file beside another: its name with something at the end.
fn beside(path: &Path, end: &str) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push(end);
    name.into()
}

fn unreadable(path: &Path, error: DbErr) -> StoreError {
    named(path, error.into())
}

/// Puts the file's name where the database could not know it.
fn named(path: &Path, error: StoreError) -> StoreError {
    match error {
        StoreError::Unreadable { why, .. } => {
            StoreError::Unreadable { path: path.display().to_string(), why }
        }
        other => other,
    }
}
