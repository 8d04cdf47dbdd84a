//! Opening, making and closing a workspace.

use std::{
    path::{Path, PathBuf},
    sync::Arc,
};

use cairn_migrations::{APPLICATION_ID, latest};
use sea_orm::{ConnectionTrait, DatabaseConnection, DbErr, Statement};
use tokio::sync::OnceCell;

use crate::{
    blank::Blank,
    connect::{self, Writer},
    error::{Result, StoreError},
    keep::Keeper,
    leftover,
    place::Place,
    rows::Rows,
    upgrade, wal,
};

/// An open workspace.
#[derive(Debug)]
pub struct Store {
    place: Arc<Place>,
    barrier: Option<Barrier>,
    readers: DatabaseConnection,
    writing: OnceCell<Writing>,
    /// Files of others that stood beside it and were renamed.
    aside: Vec<PathBuf>,
}

/// The connection that writes, and who keeps the file whole behind it.
#[derive(Debug)]
struct Writing {
    writer: Arc<Writer>,
    keeper: Keeper,
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
    /// Opens a workspace; an older one is brought up to date first, after a copy was put beside it. A log that a killed
    /// program left beside it is folded in, one of another file is set aside.
    ///
    /// # Errors
    /// [`StoreError::Missing`], [`StoreError::Unreadable`], [`StoreError::Newer`], [`StoreError::Forbidden`],
    /// [`StoreError::OldAndReadOnly`], [`StoreError::LogAndReadOnly`].
    pub async fn open(path: &Path) -> Result<Self> {
        let place = Arc::new(Place::of(path)?);
        if let Some(folder) = path.parent() {
            leftover::sweep(folder);
        }
        let aside = wal::settle(&place).await?;
        let (readers, found, barrier) = read(&place).await?;
        match barrier {
            Some(Barrier::Rights) if found < latest() => {
                return Err(StoreError::OldAndReadOnly { path: path.display().to_string() });
            }
            Some(Barrier::Room) if found < latest() => return Err(StoreError::DiskFull),
            _ => {}
        }
        connect::touch(&readers).await?;
        // While it was being opened, somebody may have put another file there.
        place.stands()?;
        let store = Self { place, barrier, readers, writing: OnceCell::new(), aside };
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
        let aside = Blank::at(path).await?.place().await?;
        let mut store = Self::open(path).await?;
        store.aside.extend(aside);
        Ok(store)
    }

    /// Where the file is.
    #[must_use]
    pub fn path(&self) -> &Path {
        self.place.path()
    }

    /// True where the file cannot be written, or is not there any more.
    #[must_use]
    pub fn is_read_only(&self) -> bool {
        self.barrier.is_some() || self.is_moved()
    }

    /// Nobody can write it, and nothing stands beside it.
    pub(crate) fn is_immutable(&self) -> bool {
        self.barrier.is_some() && self.place.log_size() == 0
    }

    /// True once the open file was moved, removed or replaced: what is open can be read and copied, and nothing more.
    #[must_use]
    pub fn is_moved(&self) -> bool {
        self.place.stands().is_err()
    }

    /// Before something else than the connections that are open reads the file by its name.
    ///
    /// # Errors
    /// [`StoreError::Moved`].
    pub(crate) fn stands(&self) -> Result<()> {
        self.place.stands()
    }

    /// What stood beside it and belonged to another file, under the names that it was given.
    #[must_use]
    pub fn set_aside(&self) -> &[PathBuf] {
        &self.aside
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
    pub(crate) async fn writer(&self) -> Result<&Writer> {
        match self.barrier {
            Some(Barrier::Rights) => {
                return Err(StoreError::ReadOnly { path: self.path().display().to_string() });
            }
            Some(Barrier::Room) => return Err(StoreError::DiskFull),
            None => self.place.stands()?,
        }
        let open = async || {
            let writer = Arc::new(Writer::of(Arc::clone(&self.place)).await?);
            connect::touch(&self.readers).await?;
            let keeper = Keeper::of(Arc::clone(&writer), Arc::clone(&self.place));
            Ok::<_, StoreError>(Writing { writer, keeper })
        };
        Ok(&self.writing.get_or_try_init(open).await?.writer)
    }

    /// Closes all connections; the write-ahead log is folded into the file.
    pub async fn close(self) {
        let Self { place, readers, writing, .. } = self;
        let closed = |outcome: Result<()>| {
            if let Err(error) = outcome {
                log::warn!("closing the workspace: {error}");
            }
        };
        let writing = writing.into_inner();
        // Another program may have it open, and then the last connection of this one folds nothing.
        if let Some(Writing { writer, keeper }) = &writing {
            keeper.stop();
            // What stands under the name now may be another file, and its log the one that is there.
            match place.stands() {
                Ok(()) => closed(wal::fold(writer).await.map(drop)),
                Err(_) => closed(writer.leave_log().await),
            }
        }
        // The writer last: only a connection that can write folds the log, and only where no other is open.
        closed(readers.close().await.map_err(Into::into));
        if let Some(Writing { writer, .. }) = writing {
            closed(writer.close().await);
        }
    }
}

/// Connections that read, the file's schema number, and what is in the way of a change.
async fn read(place: &Place) -> Result<(DatabaseConnection, i64, Option<Barrier>)> {
    let path = place.path();
    let read = async |immutable| {
        let readers = connect::readers(path, immutable).await.map_err(|error| named(path, error))?;
        let found = schema_of(path, &readers).await?;
        Ok::<_, StoreError>((readers, found))
    };
    // A log beside the file may hold what the file does not have yet.
    let whole = place.log_size() == 0;
    if is_marked_read_only(path) && whole {
        let (readers, found) = read(true).await?;
        return Ok((readers, found, Some(Barrier::Rights)));
    }
    let barrier = match read(false).await {
        Ok((readers, found)) => {
            return Ok((readers, found, is_marked_read_only(path).then_some(Barrier::Rights)));
        }
        Err(StoreError::DiskFull) => Barrier::Room,
        Err(StoreError::Io { .. } | StoreError::ReadOnly { .. }) => Barrier::Rights,
        Err(error) => return Err(error),
    };
    may_be_read(path)?;
    if !whole {
        let path = path.display().to_string();
        let full = barrier == Barrier::Room;
        return Err(if full { StoreError::DiskFull } else { StoreError::LogAndReadOnly { path } });
    }
    // Nothing can be put beside it: it is read as a file that nobody changes.
    let (readers, found) = read(true).await?;
    Ok((readers, found, Some(barrier)))
}

#[expect(clippy::disallowed_methods, reason = "the store owns the workspace file")]
fn is_marked_read_only(path: &Path) -> bool {
    std::fs::metadata(path).is_ok_and(|meta| meta.permissions().readonly())
}

/// Only where SQLite could not open it: a file that is opened and closed here would lose the locks of one that is open.
#[expect(clippy::disallowed_methods, reason = "the store owns the workspace file")]
fn may_be_read(path: &Path) -> Result<()> {
    match std::fs::File::open(path) {
        Err(error) if error.kind() == std::io::ErrorKind::PermissionDenied => {
            Err(StoreError::Forbidden { path: path.display().to_string() })
        }
        _ => Ok(()),
    }
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
