//! Names of files beside a file.

use std::path::{Path, PathBuf};

/// A file beside another: its name with something at the end.
pub(crate) fn beside(path: &Path, end: &str) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push(end);
    name.into()
}
