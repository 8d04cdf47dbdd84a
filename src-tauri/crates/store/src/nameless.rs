//! Files on their way: without a name until they are whole.

use std::path::{Path, PathBuf};

use tempfile::NamedTempFile;

use crate::{
    beside::beside,
    connect::wal,
    error::{Result, StoreError},
    guard::place_for,
    leftover,
};

/// A file in the folder of `path`, where nothing is yet, which goes unless it is [`named`]; and under which names a log
/// was set aside that waited there for a file of this one's.
///
/// # Errors
/// [`StoreError::Exists`], and as [`nameless_beside`].
pub(crate) fn nameless(path: &Path) -> Result<(NamedTempFile, Vec<PathBuf>)> {
    if path.symlink_metadata().is_ok() {
        return Err(StoreError::Exists { path: path.display().to_string() });
    }
    // Nothing stands there, and yet it may be the name of another workspace's log.
    place_for(path, None)?;
    let partial = nameless_beside(path)?;
    let aside = wal::put_both_away(&["-wal", "-shm", "-journal"].map(|end| beside(path, end)))?;
    Ok((partial, aside))
}

/// A file in the folder of `path`, which goes unless it gets a name.
///
/// # Errors
/// [`StoreError::Missing`] if the folder is not there, [`StoreError::ReadOnly`].
#[expect(clippy::disallowed_methods, reason = "the store owns the workspace file and its copies")]
pub(crate) fn nameless_beside(path: &Path) -> Result<NamedTempFile> {
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    if !folder.is_dir() {
        return Err(StoreError::Missing { path: path.display().to_string() });
    }
    leftover::sweep(folder);
    // Readable by its owner alone: it holds customers' data.
    leftover::temporary().tempfile_in(folder).map_err(|source| StoreError::of_file(path, source))
}

/// Gives a whole file its name. Never over one that somebody else made meanwhile.
#[expect(clippy::disallowed_methods, reason = "the store owns the workspace file and its copies")]
pub(crate) fn named(partial: NamedTempFile, path: &Path) -> Result<()> {
    partial.as_file().sync_all().map_err(|source| StoreError::of_file(path, source))?;
    partial.persist_noclobber(path).map_err(|refused| StoreError::of_file(path, refused.error))?;
    Ok(())
}
