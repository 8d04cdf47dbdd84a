//! Files that are read as they lie there, beside SQLite, which may have the same file open.
//!
//! POSIX drops every lock that a program has on a file as soon as the program closes that file anywhere. SQLite's locks
//! tell other programs that a workspace is in use, and without them the last of those folds the log in and removes it.
//! So what was opened here of a file that is open as a workspace is kept until that is closed, and read again.
//! Owns who has which file open; does not own what is in it.

use std::{
    fs::{File, Metadata},
    io::{self, Read, Seek as _},
    path::{Path, PathBuf},
    sync::{Mutex, MutexGuard, PoisonError},
};

use crate::beside::beside;

/// What tells a file from every other one while it is open: none where the system lets nobody replace an open file.
pub(crate) type Identity = Option<(u64, u64)>;

#[cfg(unix)]
pub(crate) fn identity(meta: &Metadata) -> Identity {
    use std::os::unix::fs::MetadataExt as _;
    Some((meta.dev(), meta.ino()))
}

/// Windows does not let an open file be moved, removed or replaced, and its locks are of a handle.
#[cfg(not(unix))]
pub(crate) fn identity(_: &Metadata) -> Identity {
    None
}

/// The workspaces that this program has open, and what must not be closed before they are.
struct Open {
    /// The file of each and where it stands, once for each time it is open.
    workspaces: Vec<(Identity, PathBuf)>,
    /// Files that nobody reads any more.
    kept: Vec<(Identity, File)>,
}

static OPEN: Mutex<Open> = Mutex::new(Open { workspaces: Vec::new(), kept: Vec::new() });

fn open() -> MutexGuard<'static, Open> {
    OPEN.lock().unwrap_or_else(PoisonError::into_inner)
}

impl Open {
    /// Whether SQLite may hold locks on a file: an open workspace, or the memory that its connections share.
    #[expect(clippy::disallowed_methods, reason = "the store owns what stands beside a workspace")]
    fn locks(&self, file: Identity) -> bool {
        let memory =
            |real: &Path| std::fs::metadata(beside(real, "-shm")).ok().and_then(|meta| identity(&meta));
        file.is_some() && self.workspaces.iter().any(|(open, real)| *open == file || memory(real) == file)
    }
}

/// From here on a file is open as a workspace, until this is dropped.
#[derive(Debug)]
pub(crate) struct InUse(Identity);

impl InUse {
    pub(crate) fn of(file: Identity, real: &Path) -> Self {
        open().workspaces.push((file, real.to_owned()));
        Self(file)
    }
}

impl Drop for InUse {
    fn drop(&mut self) {
        let mut open = open();
        if let Some(at) = open.workspaces.iter().position(|(file, _)| *file == self.0) {
            open.workspaces.swap_remove(at);
        }
        let kept = std::mem::take(&mut open.kept);
        open.kept = kept.into_iter().filter(|(file, _)| open.locks(*file)).collect();
    }
}

/// A file that is read from its beginning, whoever else has it open.
#[derive(Debug)]
pub struct ReadFile(Option<File>);

impl ReadFile {
    /// Opens it.
    ///
    /// # Errors
    /// What the system says.
    #[expect(clippy::disallowed_methods, reason = "the one place that reads what may be an open workspace")]
    pub fn open(path: &Path) -> io::Result<Self> {
        let id = identity(&std::fs::metadata(path)?);
        let kept = {
            let mut open = open();
            let at = open.kept.iter().position(|(file, _)| *file == id);
            at.map(|at| open.kept.swap_remove(at).1)
        };
        let file = match kept {
            Some(mut kept) => {
                kept.rewind()?;
                kept
            }
            None => File::open(path)?,
        };
        Ok(Self(Some(file)))
    }
}

impl Read for ReadFile {
    fn read(&mut self, bytes: &mut [u8]) -> io::Result<usize> {
        self.0.as_mut().map_or(Ok(0), |file| file.read(bytes))
    }
}

impl Drop for ReadFile {
    fn drop(&mut self) {
        let Some(file) = self.0.take() else { return };
        let id = file.metadata().ok().and_then(|meta| identity(&meta));
        let mut open = open();
        if open.locks(id) {
            open.kept.push((id, file));
        }
    }
}

/// A new file for its owner alone: it holds what is known of customers.
///
/// # Errors
/// What the system says; also where something stands there.
#[expect(clippy::disallowed_methods, reason = "the store owns the workspace file and its copies")]
pub(crate) fn own_file(path: &Path) -> io::Result<File> {
    let mut options = std::fs::OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    options.open(path)
}
