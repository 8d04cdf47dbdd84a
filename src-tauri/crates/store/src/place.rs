//! Where a workspace stands, and whether what stands there is still the file that was opened.
//!
//! Owns the names beside the file and the comparison before each write. Does not own what is in any of them.

use std::{
    fs::Metadata,
    io::Read as _,
    path::{Path, PathBuf},
    sync::{
        Mutex, MutexGuard, OnceLock, PoisonError,
        atomic::{AtomicBool, Ordering},
    },
    time::SystemTime,
};

use crate::{
    beside::beside,
    error::{Result, StoreError},
    read_file::{Identity, InUse, ReadFile, identity},
};

/// The place of an open file.
#[derive(Debug)]
pub(crate) struct Place {
    /// As it was named.
    path: PathBuf,
    /// Behind any links: SQLite puts its log beside this one.
    real: PathBuf,
    file: Identity,
    log: OnceLock<Identity>,
    /// Once something else stood there it is not written again, even where the file came back: meanwhile it may have
    /// been opened and changed elsewhere.
    lost: AtomicBool,
    /// It still stands there, and somebody wrote over what was in it.
    overwritten: AtomicBool,
    known: Mutex<Known>,
    _in_use: InUse,
}

/// What is known of the file since it was last looked into (`same`).
#[derive(Debug, Default)]
pub(crate) struct Known {
    /// What the last write left on it, so that it is looked into again only after another one.
    pub(crate) print: Option<Print>,
    /// The name of its log and the one before.
    pub(crate) names: Option<(String, String)>,
    /// The connection that was asked, and the state of the file that it knew: another one once somebody else committed.
    pub(crate) version: Option<(u64, i64)>,
}

impl Place {
    /// The place of the file that stands there now.
    ///
    /// # Errors
    /// [`StoreError::Missing`], [`StoreError::Unreadable`] where it is a folder.
    #[expect(clippy::disallowed_methods, reason = "the store owns the workspace file")]
    pub(crate) fn of(path: &Path) -> Result<Self> {
        let refused = |error: std::io::Error| match error.kind() {
            std::io::ErrorKind::NotFound => StoreError::Missing { path: path.display().to_string() },
            _ => StoreError::of_file(path, error),
        };
        let meta = std::fs::metadata(path).map_err(refused)?;
        // Before it is opened: a pipe would wait for somebody to write, and a device has no end.
        if !meta.is_file() {
            let why = if meta.is_dir() { "it is a folder" } else { "it is no file" };
            return Err(StoreError::Unreadable { path: path.display().to_string(), why: why.into() });
        }
        let real = std::fs::canonicalize(path).map_err(refused)?;
        Ok(Self {
            path: path.to_owned(),
            file: identity(&meta),
            log: OnceLock::new(),
            lost: AtomicBool::new(false),
            overwritten: AtomicBool::new(false),
            known: Mutex::default(),
            _in_use: InUse::of(identity(&meta), &real),
            real,
        })
    }

    pub(crate) fn path(&self) -> &Path {
        &self.path
    }

    /// Behind any links.
    pub(crate) fn real(&self) -> &Path {
        &self.real
    }

    /// The write-ahead log.
    pub(crate) fn log(&self) -> PathBuf {
        beside(&self.real, "-wal")
    }

    /// The memory that connections share.
    pub(crate) fn shared_memory(&self) -> PathBuf {
        beside(&self.real, "-shm")
    }

    /// How many bytes the log has; 0 where there is none.
    #[expect(clippy::disallowed_methods, reason = "the store owns the workspace file")]
    pub(crate) fn log_size(&self) -> u64 {
        std::fs::metadata(self.log()).map_or(0, |meta| meta.len())
    }

    /// Remembers the log that the open connections write.
    #[expect(clippy::disallowed_methods, reason = "the store owns the workspace file")]
    pub(crate) fn remember_log(&self) {
        if self.log.get().is_none()
            && let Ok(meta) = std::fs::metadata(self.log())
        {
            self.log.get_or_init(|| identity(&meta));
        }
    }

    /// Makes sure that the open file still stands under its name, and its log beside it: what is written would be lost
    /// with a file that nobody finds, and damage one that took its place. Answers what the last write left on it.
    ///
    /// # Errors
    /// [`StoreError::Moved`], [`StoreError::Overwritten`].
    #[expect(clippy::disallowed_methods, reason = "the store owns the workspace file")]
    pub(crate) fn stands(&self) -> Result<Print> {
        let meta = |path: &Path, known: Identity| {
            std::fs::metadata(path).ok().filter(|meta| identity(meta) == known)
        };
        let file = meta(&self.path, self.file);
        let log = self.log.get().is_none_or(|log| meta(&self.log(), *log).is_some());
        match file.filter(|_| log && !self.lost.load(Ordering::Relaxed)) {
            Some(meta) => Ok(print(&meta)),
            None => {
                if !self.lost.swap(true, Ordering::Relaxed) {
                    let path = self.path.display();
                    log::warn!("{path} was moved, removed or replaced: nothing more is written.");
                }
                Err(self.why_lost())
            }
        }
    }

    /// From here on nothing is written any more: somebody wrote over the file.
    pub(crate) fn give_up(&self) -> StoreError {
        self.overwritten.store(true, Ordering::Relaxed);
        if !self.lost.swap(true, Ordering::Relaxed) {
            log::warn!("{} was written over: nothing more is written.", self.path.display());
        }
        self.why_lost()
    }

    /// True once somebody wrote over it.
    pub(crate) fn is_overwritten(&self) -> bool {
        self.overwritten.load(Ordering::Relaxed)
    }

    fn why_lost(&self) -> StoreError {
        let path = self.path.display().to_string();
        if self.is_overwritten() { StoreError::Overwritten { path } } else { StoreError::Moved { path } }
    }

    /// How the file begins, without its log.
    pub(crate) fn head(&self) -> Option<[u8; 100]> {
        let mut head = [0; 100];
        ReadFile::open(&self.real).and_then(|mut file| file.read_exact(&mut head)).ok()?;
        Some(head)
    }

    /// What is known of it.
    pub(crate) fn known(&self) -> MutexGuard<'_, Known> {
        self.known.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// What a write leaves on a file: its size and two instants, of which `cp -p` sets one only.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(crate) struct Print(u64, Option<SystemTime>, Option<(i64, i64)>);

fn print(meta: &Metadata) -> Print {
    Print(meta.len(), meta.modified().ok(), changed(meta))
}

#[cfg(unix)]
fn changed(meta: &Metadata) -> Option<(i64, i64)> {
    use std::os::unix::fs::MetadataExt as _;
    Some((meta.ctime(), meta.ctime_nsec()))
}

#[cfg(not(unix))]
fn changed(_: &Metadata) -> Option<(i64, i64)> {
    None
}

/// Renames a file to its name with `end`, or with a number behind that where such a file is there already.
#[expect(clippy::disallowed_methods, reason = "the store owns the workspace file and what stands beside it")]
pub(crate) fn set_aside(path: &Path, end: &str) -> Result<PathBuf> {
    let numbered = |n: u32| beside(path, &if n == 0 { end.to_owned() } else { format!("{end}-{n}") });
    let aside = (0..).map(numbered).find(|aside| aside.symlink_metadata().is_err());
    let aside = aside.unwrap_or_else(|| beside(path, end));
    std::fs::rename(path, &aside).map_err(|error| StoreError::of_file(path, error))?;
    Ok(aside)
}
