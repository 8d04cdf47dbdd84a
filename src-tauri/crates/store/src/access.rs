//! Whether a workspace file is there, is a file, and may be read.

use std::path::Path;

use crate::{
    error::{Result, StoreError},
    read_file::ReadFile,
};

/// Whether the file is read-only, once it is sure that a file is there.
#[expect(clippy::disallowed_methods, reason = "the store owns the workspace file")]
pub(crate) fn is_a_file(path: &Path) -> Result<bool> {
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
    Ok(meta.permissions().readonly())
}

/// Only where SQLite could not open it.
pub(crate) fn may_be_read(path: &Path) -> Result<()> {
    match ReadFile::open(path) {
        Err(error) if error.kind() == std::io::ErrorKind::PermissionDenied => {
            Err(StoreError::Forbidden { path: path.display().to_string() })
        }
        _ => Ok(()),
    }
}
