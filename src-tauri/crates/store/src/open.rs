//! Opening, making and closing a workspace.

use std::path::{Path, PathBuf};

use cairn_migrations::{APPLICATION_ID, latest};
use sea_orm::{ConnectionTrait, DatabaseConnection, DbErr, Statement};
use tokio::sync::OnceCell;

use crate::{
    blank::Blank,
    connect,
    error::{Result, StoreError},
    rows::Rows,
    upgrade::{self, beside},
};

/// An open workspace.
#[derive(Debug)]
pub struct Store {
    path: PathBuf,
    barrier: Option<Barrier>,
    readers: DatabaseConnection,
    writer: OnceCell<DatabaseConnection>,
}

/// Why an open file takes no change.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Barrier {
    /// Its rights, or those of its folder.
    Rights,
    /// The disk has no room for the files that SQLite needs beside one that changes.
    Room,
}

impl Store {
    /// Opens a workspace; an older one is brought up to date first, after a copy was put beside it.
    ///
    /// # Errors
    /// [`StoreError::Missing`], [`StoreError::Unreadable`], [`StoreError::Newer`], [`StoreError::OldAndReadOnly`].
    pub async fn open(path: &Path) -> Result<Self> {
        let mut barrier = look_at(path)?.then_some(Barrier::Rights);
        // A log beside the file may hold what the file does not have yet.
        let whole = !beside(path, "-wal").metadata().is_ok_and(|log| log.len() > 0);
        let (readers, found) = match read(path, barrier.is_some() && whole).await {
            Err(StoreError::DiskFull) if whole => {
                barrier = Some(Barrier::Room);
                read(path, true).await?
            }
            outcome => outcome?,
        };
        match barrier {
            Some(Barrier::Rights) if found < latest() => {
                return Err(StoreError::OldAndReadOnly { path: path.display().to_string() });
            }
            Some(Barrier::Room) if found < latest() => return Err(StoreError::DiskFull),
            _ => {}
        }
        let store = Self { path: path.to_owned(), barrier, readers, writer: OnceCell::new() };
        if found < latest() {
            upgrade::run(path, store.writer().await?).await?;
        }
        Ok(store)
    }

    /// Makes a workspace where nothing is. It appears under its name only when it is whole.
    ///
    /// # Errors
    /// [`StoreError::Exists`], [`StoreError::Missing`] if the folder is not there, [`StoreError::ReadOnly`].
    pub async fn create(path: &Path) -> Result<Self> {
        Blank::at(path).await?.place().await?;
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
        self.barrier.is_some()
    }

    /// Reads outside of any operation.
    #[must_use]
    pub fn rows(&self) -> Rows<'_> {
        Rows::over(&self.readers)
    }

    /// The connections that read.
    pub(crate) fn readers(&self) -> &DatabaseConnection {
        &self.readers
    }

    /// The connection that writes, opened when it is first needed.
    pub(crate) async fn writer(&self) -> Result<&DatabaseConnection> {
        match self.barrier {
            Some(Barrier::Rights) => {
                return Err(StoreError::ReadOnly { path: self.path.display().to_string() });
            }
            Some(Barrier::Room) => return Err(StoreError::DiskFull),
            None => {}
        }
        self.writer.get_or_try_init(|| connect::writer(&self.path, false)).await
    }

    /// Closes all connections; the write-ahead log is folded into the file.
    pub async fn close(self) {
        // The writer last: only a connection that can write folds the log, and only where no other is open.
        for connection in [Some(self.readers), self.writer.into_inner()].into_iter().flatten() {
            if let Err(error) = connection.close().await {
                log::warn!("closing the workspace: {error}");
            }
        }
    }
}

/// Connections that read, and the file's schema number. `immutable` is for a file that nobody can write.
async fn read(path: &Path, immutable: bool) -> Result<(DatabaseConnection, i64)> {
    let readers = connect::readers(path, immutable).await.map_err(|error| named(path, error))?;
    let found = schema_of(path, &readers).await?;
    Ok((readers, found))
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
pub(crate) fn look_at(path: &Path) -> Result<bool> {
    use std::io::Read;
    let shown = || path.display().to_string();
    let meta = match std::fs::metadata(path) {
        Ok(meta) => meta,
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => {
            return Err(StoreError::Missing { path: shown() });
        }
        Err(error) => return Err(StoreError::of_file(path, error)),
    };
    // Before it is opened: a pipe would wait for somebody to write.
    if !meta.is_file() {
        let why = if meta.is_dir() { "it is a folder" } else { "it is no file" };
        return Err(StoreError::Unreadable { path: shown(), why: why.into() });
    }
    let mut head = [0_u8; 16];
    let read = std::fs::File::open(path).and_then(|mut file| file.read_exact(&mut head));
    if read.is_err() || &head != b"SQLite format 3\0" {
        return Err(StoreError::Unreadable { path: shown(), why: "it is not a database".into() });
    }
    Ok(meta.permissions().readonly())
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
