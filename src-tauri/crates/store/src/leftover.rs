//! Files on their way that a killed program left: swept when the next one works in the same folder.
//!
//! Owns their names, so that nothing of anybody else's is ever taken for one.

use std::{
    path::Path,
    time::{Duration, SystemTime},
};

/// How every file on its way begins; the number of the process that makes it follows.
const BEGIN: &str = ".cairn-";
const END: &str = ".partial";
/// Where processes cannot be looked up: what is older than this is nobody's work any more.
const OLD: Duration = Duration::from_secs(24 * 60 * 60);

/// The name of a file, or folder, on its way.
#[must_use]
pub fn temporary() -> tempfile::Builder<'static, 'static> {
    // A process has one name for all of its files; it is made once.
    static PREFIX: std::sync::LazyLock<String> =
        std::sync::LazyLock::new(|| format!("{BEGIN}{}-", std::process::id()));
    let mut builder = tempfile::Builder::new();
    builder.prefix(PREFIX.as_str()).suffix(END);
    builder
}

/// Removes from a folder what killed programs left on its way there. What cannot be removed stays.
#[expect(clippy::disallowed_methods, reason = "the store owns the files that it makes on the way")]
pub fn sweep(folder: &Path) {
    let here = folder.as_os_str().is_empty();
    let Ok(entries) = std::fs::read_dir(if here { Path::new(".") } else { folder }) else { return };
    for entry in entries.flatten() {
        let name = entry.file_name();
        let Some(process) = name.to_str().and_then(maker) else { continue };
        if !is_left(process, &entry.path()) {
            continue;
        }
        let path = entry.path();
        let removed =
            if path.is_dir() { std::fs::remove_dir_all(&path) } else { std::fs::remove_file(&path) };
        match removed {
            Ok(()) => log::info!("{} was left by a program that was ended, and was removed.", path.display()),
            Err(error) => log::warn!("{} could not be removed: {error}", path.display()),
        }
    }
}

/// The same of the copies that are made where the system keeps what is temporary, once in the life of the program.
pub(crate) fn sweep_copies() {
    static ONCE: std::sync::Once = std::sync::Once::new();
    ONCE.call_once(|| sweep(&tempfile::env::temp_dir()));
}

/// The process that made a file of this name, if it is one of ours: also what SQLite put beside it.
fn maker(name: &str) -> Option<u32> {
    let rest = name.strip_prefix(BEGIN)?;
    let rest = ["-wal", "-shm", "-journal"].iter().find_map(|end| rest.strip_suffix(end)).unwrap_or(rest);
    let (process, random) = rest.strip_suffix(END)?.split_once('-')?;
    let ours = random.len() == 6 && random.chars().all(|c| c.is_ascii_alphanumeric());
    ours.then(|| process.parse().ok()).flatten()
}

#[expect(clippy::disallowed_methods, reason = "how old a file is says the machine's clock, not the book's")]
fn is_left(process: u32, path: &Path) -> bool {
    if process == std::process::id() {
        return false;
    }
    if cfg!(target_os = "linux") {
        return !Path::new("/proc").join(process.to_string()).exists();
    }
    let changed = path.symlink_metadata().and_then(|meta| meta.modified());
    changed.is_ok_and(|at| SystemTime::now().duration_since(at).is_ok_and(|age| age > OLD))
}

#[cfg(test)]
mod tests {
    use super::maker;

    #[test]
    fn only_files_that_the_program_itself_names_are_taken_for_its_own() {
        assert_eq!(maker(".cairn-123-aB3xyz.partial"), Some(123), "as the program names them");
        assert_eq!(maker(".cairn-123-aB3xyz.partial-wal"), Some(123), "and what SQLite put beside it");
        for name in [
            ".tmpaB3xyz",
            ".cairn-notes.partial",
            ".cairn-123-notes for mara.partial",
            "cairn-123-aB3xyz.partial",
            ".cairn-123-aB3xyz",
            ".cairn--aB3xyz.partial",
            "n.cairn.partial",
        ] {
            assert_eq!(maker(name), None, "{name} may be somebody's work");
        }
    }
}
