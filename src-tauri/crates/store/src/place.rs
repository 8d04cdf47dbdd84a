//! Where a workspace stands, and whether what stands there is still the file that was opened.
//!
//! Owns the names beside the file and the comparison before each write. Does not own what is in any of them.

use std::{
    fs::Metadata,
    path::{Path, PathBuf},
    sync::{
        OnceLock,
        atomic::{AtomicBool, Ordering},
    },
};

use crate::error::{Result, StoreError};

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
        let (log, lost) = (OnceLock::new(), AtomicBool::new(false));
        Ok(Self { path: path.to_owned(), real, file: identity(&meta), log, lost })
    }

    pub(crate) fn path(&self) -> &Path {
        &self.path
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
    /// with a file that nobody finds, and damage one that took its place.
    ///
    /// # Errors
    /// [`StoreError::Moved`].
    #[expect(clippy::disallowed_methods, reason = "the store owns the workspace file")]
    pub(crate) fn stands(&self) -> Result<()> {
        let is =
            |path: &Path, known: Identity| std::fs::metadata(path).is_ok_and(|meta| identity(&meta) == known);
        let stands = is(&self.path, self.file) && self.log.get().is_none_or(|log| is(&self.log(), *log));
        if !stands && !self.lost.swap(true, Ordering::Relaxed) {
            log::warn!("{} was moved, removed or replaced: nothing more is written.", self.path.display());
        }
        if self.lost.load(Ordering::Relaxed) {
            return Err(StoreError::Moved { path: self.path.display().to_string() });
        }
        Ok(())
    }
}

/// What tells a file from every other one while it is open.
type Identity = Option<(u64, u64)>;

#[cfg(unix)]
fn identity(meta: &Metadata) -> Identity {
    use std::os::unix::fs::MetadataExt as _;
    Some((meta.dev(), meta.ino()))
}

/// Windows does not let an open file be moved, removed or replaced.
#[cfg(not(unix))]
fn identity(_: &Metadata) -> Identity {
    None
}

/// A file beside another: its name with something at the end.
pub(crate) fn beside(path: &Path, end: &str) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push(end);
    name.into()
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
