//! Files of the user: read as a whole up to a limit, and written so that they appear under their name as a whole.

use std::{
    io::{Read as _, Write as _},
    path::Path,
};

use cairn_domain::{Problem, Reason};

use crate::error::{AppError, Result};

/// Reads a file of at most `most` bytes.
#[expect(clippy::disallowed_methods, reason = "the one place that reads a file a user picked")]
pub(crate) fn read(path: &Path, most: usize) -> Result<Vec<u8>> {
    let unread = |error| AppError::read(path, error);
    let refused = |why: String| Problem::new("path", Reason::BadFile { why });
    let file = std::fs::File::open(path).map_err(unread)?;
    if file.metadata().map_err(unread)?.is_dir() {
        return Err(refused("it is a folder".into()).into());
    }
    let mut bytes = Vec::new();
    // One byte more than fits: a file may grow while it is read.
    file.take(most as u64 + 1).read_to_end(&mut bytes).map_err(unread)?;
    if bytes.is_empty() {
        return Err(refused("it is empty".into()).into());
    }
    if bytes.len() > most {
        return Err(refused(format!("it is larger than {} MB", most / 1_000_000)).into());
    }
    Ok(bytes)
}

/// Writes beside the place and renames, so that no half file ever stands there.
#[expect(clippy::disallowed_methods, reason = "the one place that writes files for the user")]
pub(crate) fn place(path: &Path, bytes: &[u8]) -> Result<()> {
    let refused = |error| AppError::write(path, error);
    if path.is_dir() {
        return Err(refused(std::io::ErrorKind::IsADirectory.into()));
    }
    if std::fs::metadata(path).is_ok_and(|meta| meta.permissions().readonly()) {
        return Err(refused(std::io::ErrorKind::PermissionDenied.into()));
    }
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let mut partial = new_file().tempfile_in(folder).map_err(refused)?;
    partial.write_all(bytes).and_then(|()| partial.as_file().sync_all()).map_err(refused)?;
    partial.persist(path).map_err(|error| refused(error.error)).map(drop)
}

/// A file with the rights of any new file, where a temporary one would be its owner's alone.
fn new_file() -> tempfile::Builder<'static, 'static> {
    #[cfg_attr(not(unix), expect(unused_mut, reason = "rights are a matter of Unix"))]
    let mut builder = tempfile::Builder::new();
    #[cfg(unix)]
    builder.permissions(std::os::unix::fs::PermissionsExt::from_mode(0o666));
    builder
}
