//! Opening, making and closing a workspace.

use std::{
    path::{Path, PathBuf},
    sync::Arc,
};

use cairn_migrations::{APPLICATION_ID, latest};
use sea_orm::{ConnectionTrait, DatabaseConnection, DbErr, Statement};
use tokio::sync::OnceCell;

use crate::{
    access::{is_a_file, may_be_read},
    blank::Blank,
    connect::same,
    connect::wal,
    connect::{self, Writer},
    error::{Result, StoreError},
    keep::Keeper,
    leftover,
    place::{Known, Place},
    read_file::ReadFile,
    rows::Rows,
    upgrade,
};

/// An open workspace.
#[derive(Debug)]
pub struct Store {
    place: Arc<Place>,
    barrier: Option<Barrier>,
    readers: DatabaseConnection,
    /// Asked before anything is written whether others committed; none where nothing can be written.
    witness: Option<DatabaseConnection>,
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
        leftover::sweep_copies();
        let aside = wal::put_in_order(&place).await?;
        let (readers, found, barrier) = read(&place).await?;
        match barrier {
            Some(Barrier::Rights) if found < latest() => {
                return Err(StoreError::OldAndReadOnly { path: path.display().to_string() });
            }
            Some(Barrier::Room) if found < latest() => return Err(StoreError::DiskFull),
            _ => {}
        }
        connect::touch(&readers).await?;
        let witness = match barrier {
            None => Some(connect::witness(path).await?),
            Some(_) => None,
        };
        let seen = match &witness {
            Some(witness) => {
                // First: what is committed meanwhile is then found to be new.
                let version = connect::seen_by(witness).await;
                Some((wal::names(witness).await?, version))
            }
            None => None,
        };
        // While it was being opened, somebody may have put another file there.
        let print = place.stands()?;
        if let Some((names, version)) = seen {
            *place.known() = Known { print: Some(print), names, version };
        }
        let store = Self { place, barrier, readers, witness, writing: OnceCell::new(), aside };
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

    /// True once another program wrote over the open file: nothing whole is open here, and it has to be opened again.
    #[must_use]
    pub fn is_overwritten(&self) -> bool {
        self.place.is_overwritten()
    }

    /// Makes sure that the file is still the one that was opened, and that nobody wrote over it.
    ///
    /// # Errors
    /// [`StoreError::Moved`], [`StoreError::Overwritten`].
    pub async fn stands(&self) -> Result<()> {
        match (self.barrier, self.writing.get()) {
            (Some(_), _) => self.place.stands().map(drop),
            (None, Some(Writing { writer, .. })) => writer.still_writes_it().await,
            (None, None) => self.is_as_opened().await,
        }
    }

    /// The same before this program writes: who reads alone is not in the way of a file that says something else because
    /// others worked on it.
    async fn is_as_opened(&self) -> Result<()> {
        let print = self.place.stands()?;
        if self.place.known().print.as_ref() == Some(&print) {
            return Ok(());
        }
        let Some(witness) = &self.witness else { return Ok(()) };
        same::check(&self.place, witness, connect::seen_by(witness).await).await
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
            None => {
                self.place.stands()?;
            }
        }
        let open = async || {
            self.is_as_opened().await?;
            let writer = Arc::new(Writer::of(Arc::clone(&self.place)).await?);
            connect::touch(&self.readers).await?;
            // From here on it is this connection that is asked whether others committed.
            self.place.known().print = None;
            writer.still_writes_it().await?;
            let keeper = Keeper::of(Arc::clone(&writer), Arc::clone(&self.place));
            Ok::<_, StoreError>(Writing { writer, keeper })
        };
        Ok(&self.writing.get_or_try_init(open).await?.writer)
    }

    /// Closes all connections; the write-ahead log is folded into the file.
    pub async fn close(self) {
        let Self { readers, witness, writing, .. } = self;
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
            match writer.still_writes_it().await {
                Ok(()) => closed(wal::fold(writer).await.map(drop)),
                Err(_) => closed(writer.leave_log().await),
            }
        }
        // The writer last: only a connection that can write folds the log, and only where no other is open.
        for reader in witness.into_iter().chain([readers]) {
            closed(reader.close().await.map_err(Into::into));
        }
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
        let (readers, found) = match read(true).await {
            Err(error @ StoreError::Io { .. }) => return Err(may_be_read(path).err().unwrap_or(error)),
            read => read?,
        };
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

/// The same, and begins as SQLite's do.
pub(crate) fn look_at(path: &Path) -> Result<bool> {
    use std::io::{ErrorKind, Read};
    let read_only = is_a_file(path)?;
    let mut head = [0_u8; 16];
    let read = ReadFile::open(path).and_then(|mut file| file.read_exact(&mut head));
    let shown = path.display().to_string();
    match read {
        Ok(()) if &head == b"SQLite format 3\0" => Ok(read_only),
        Err(error) if error.kind() == ErrorKind::PermissionDenied => {
            Err(StoreError::Forbidden { path: shown })
        }
        Err(error) if error.kind() != ErrorKind::UnexpectedEof => Err(StoreError::of_file(path, error)),
        _ => Err(StoreError::Unreadable { path: shown, why: "it is not a database".into() }),
    }
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
