//! What no writer may replace: a workspace, and the files that SQLite keeps beside one.
//!
//! Owns how both are recognised, whatever they are called: by their content, by their name beside a workspace, and by
//! being the very files of the open one. Does not own writing.

use std::{
    io::{self, ErrorKind, Read as _},
    path::{Path, PathBuf},
};

use cairn_migrations::APPLICATION_ID;

use crate::{
    beside::beside,
    error::{Result, StoreError},
    read_file::ReadFile,
};

/// What SQLite puts behind a database's name for the files beside it (its file format, sections 2, 3 and 4.1).
const ENDINGS: [&str; 3] = ["-wal", "-shm", "-journal"];
/// As many links are followed as Linux follows.
const LINKS: usize = 40;

/// Where a file that is written at `path` comes to stand, links followed. `open` is the workspace that is worked in.
///
/// # Errors
/// [`StoreError::Protected`] for a workspace, what belongs to one, and what cannot be told from one;
/// [`StoreError::Io`] where links lead nowhere.
pub fn place_for(path: &Path, open: Option<&Path>) -> Result<PathBuf> {
    let refused = |error| StoreError::of_file(path, error);
    let place = followed(path).map_err(refused)?;
    for name in [path, &place] {
        // In this order: whoever opens and closes the file that is open here loses the locks on it.
        if open.is_some_and(|open| is_of(name, open)) || is_of_workspace(name) {
            return Err(StoreError::Protected { path: path.display().to_string() });
        }
    }
    Ok(place)
}

/// What a link leads to, also where nothing stands there.
#[expect(clippy::disallowed_methods, reason = "the store knows what is a workspace")]
fn followed(path: &Path) -> io::Result<PathBuf> {
    let mut path = path.to_owned();
    for _ in 0..LINKS {
        match std::fs::read_link(&path) {
            Ok(next) => path = path.parent().unwrap_or(Path::new("")).join(next),
            // No link, or nothing.
            Err(_) => return Ok(path),
        }
    }
    Err(io::Error::other("too many links lead to each other"))
}

fn is_of_workspace(path: &Path) -> bool {
    let beside_one = |ending: &&str| main_of(path, ending).is_some_and(|main| is(&main, is_workspace));
    // By its name first: what is opened and closed loses SQLite's locks, and these hold some.
    ENDINGS.iter().any(beside_one) || is(path, |head| is_workspace(head) || is_log(head))
}

/// The database beside which a file of this name would stand. A file system may not tell the cases apart.
fn main_of(path: &Path, ending: &str) -> Option<PathBuf> {
    let name = path.file_name()?.to_str()?;
    let (main, end) = name.split_at_checked(name.len().checked_sub(ending.len())?)?;
    (!main.is_empty() && end.eq_ignore_ascii_case(ending)).then(|| path.with_file_name(main))
}

/// Whether a file begins so. One that must not be read cannot be told from one that does.
fn is(path: &Path, begins: impl Fn(&[u8]) -> bool) -> bool {
    // A pipe would wait for somebody to write.
    if !path.is_file() {
        return false;
    }
    let mut head = Vec::with_capacity(100);
    match ReadFile::open(path).and_then(|file| file.take(100).read_to_end(&mut head)) {
        Ok(_) => begins(&head),
        Err(error) => error.kind() == ErrorKind::PermissionDenied,
    }
}

/// SQLite's file format, section 1.3: the magic text, and the program's own number at 68.
pub(crate) fn is_workspace(head: &[u8]) -> bool {
    let number = u32::try_from(APPLICATION_ID).unwrap_or_default().to_be_bytes();
    head.starts_with(b"SQLite format 3\0") && head.get(68..72) == Some(&number)
}

/// A log, its index in shared memory, or a rollback journal: sections 4.1, 4.3 (the version, twice) and 3 of the format.
fn is_log(head: &[u8]) -> bool {
    let index = 3_007_000_u32.to_ne_bytes();
    head.starts_with(&[0x37, 0x7f, 0x06, 0x82])
        || head.starts_with(&[0x37, 0x7f, 0x06, 0x83])
        || (head.starts_with(&index) && head.get(48..52) == Some(&index))
        || head.starts_with(&[0xd9, 0xd5, 0x05, 0xf9, 0x20, 0xa1, 0x63, 0xd7])
}

/// Whether a file is a workspace itself, or one of those beside it, by whatever name.
fn is_of(path: &Path, open: &Path) -> bool {
    let own = [""].into_iter().chain(ENDINGS).map(|ending| beside(open, ending));
    own.into_iter().any(|own| same_file(path, &own))
}

/// Whether two names are of one file.
#[cfg(unix)]
#[expect(clippy::disallowed_methods, reason = "the store knows what is a workspace")]
pub(crate) fn same_file(one: &Path, other: &Path) -> bool {
    use std::os::unix::fs::MetadataExt as _;
    let id = |path| std::fs::metadata(path).map(|meta| (meta.dev(), meta.ino()));
    matches!((id(one), id(other)), (Ok(one), Ok(other)) if one == other)
}

#[cfg(not(unix))]
#[expect(clippy::disallowed_methods, reason = "the store knows what is a workspace")]
pub(crate) fn same_file(one: &Path, other: &Path) -> bool {
    matches!((std::fs::canonicalize(one), std::fs::canonicalize(other)), (Ok(one), Ok(other)) if one == other)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::disallowed_methods)]
    use super::*;

    #[test]
    fn a_name_stands_beside_the_database_it_is_made_from() {
        let main = |name: &str, ending| main_of(Path::new(name), ending);
        assert_eq!(main("a/w.cairn-wal", "-wal"), Some("a/w.cairn".into()), "its log");
        assert_eq!(main("w.cairn-WAL", "-wal"), Some("w.cairn".into()), "some file systems know no case");
        assert_eq!(main("-wal", "-wal"), None, "beside nothing");
        assert_eq!(main("plan.pdf", "-wal"), None, "any other");
        assert_eq!(main("é-wal", "-shm"), None, "cut between letters");
    }

    #[test]
    fn what_sqlite_leaves_is_known_by_its_beginning() {
        let mut head = [0; 100];
        head[..16].copy_from_slice(b"SQLite format 3\0");
        assert!(!is_workspace(&head), "a database of another program");
        head[68..72].copy_from_slice(&u32::try_from(APPLICATION_ID).unwrap().to_be_bytes());
        assert!(is_workspace(&head), "a workspace");
        assert!(is_log(&[0x37, 0x7f, 0x06, 0x83]), "a log");
        assert!(!is_log(b"%PDF-1.7"), "a document");
    }
}
