//! A file that the program writes for the user: it appears under its name as a whole.

use std::{io::Write as _, path::Path};

use crate::error::{AppError, Result};

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
