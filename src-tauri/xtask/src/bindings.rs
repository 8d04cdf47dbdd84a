//! The TypeScript bindings: made from the Rust types, committed, never edited.
//!
//! Owns: comparing what the wire crate generates now with what is committed, file by file. Does not
//! own the generator, which is a test of `cairn-wire`.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::places;
use crate::shell::{self, Failure, Outcome};

/// The folder the generator writes to.
const FOLDER: &str = "TS_RS_EXPORT_DIR";

/// Files by their path below a folder, with `/` on every system.
type Files = BTreeMap<String, Vec<u8>>;

/// `cargo xtask bindings`: the committed files become what the types say.
pub(crate) fn write() -> Outcome {
    let committed = places::generated();
    let (now, old) = (generate()?, read(&committed)?);
    for name in differing(&now, &old) {
        let path = committed.join(&name);
        match now.get(&name) {
            Some(bytes) => {
                fs::create_dir_all(path.parent().unwrap_or(&committed)).map_err(Failure::at(&path))?;
                fs::write(&path, bytes).map_err(Failure::at(&path))?;
            }
            None => fs::remove_file(&path).map_err(Failure::at(&path))?,
        }
        println!("ui/src/lib/gen/{name}");
    }
    Ok(())
}

/// Fails and names the files when the committed bindings are not what the types say.
pub(crate) fn check() -> Outcome {
    let stale = differing(&generate()?, &read(&places::generated())?);
    if stale.is_empty() {
        return Ok(());
    }
    let names: Vec<_> = stale.iter().map(|name| format!("ui/src/lib/gen/{name}")).collect();
    Err(Failure::new(format!("{} not fresh: run `cargo xtask bindings`", names.join(", "))))
}

/// Tests export as they run; this keeps them from writing into the checkout.
pub(crate) fn away_from_the_checkout(command: &mut Command) {
    command.env(FOLDER, scratch());
}

/// Generates into an empty folder and reads the result.
fn generate() -> Outcome<Files> {
    let folder = scratch();
    if folder.exists() {
        fs::remove_dir_all(&folder).map_err(Failure::at(&folder))?;
    }
    let mut export = shell::cargo(&["test", "--quiet", "--package", "cairn-wire", "export"]);
    shell::run(export.env(FOLDER, &folder))?;
    let files = read(&folder)?;
    if files.is_empty() {
        return Err(Failure::new("cairn-wire exported no bindings"));
    }
    fs::remove_dir_all(&folder).map_err(Failure::at(&folder))?;
    Ok(files)
}

/// Inside the build folder, so that what a stopped run leaves is no litter elsewhere.
fn scratch() -> PathBuf {
    places::build().join("cairn-bindings")
}

/// The names of all files that are not the same on both sides.
fn differing(now: &Files, old: &Files) -> Vec<String> {
    let names: BTreeSet<_> = now.keys().chain(old.keys()).collect();
    names.into_iter().filter(|name| now.get(*name) != old.get(*name)).cloned().collect()
}

/// Every file below a folder; none when there is no folder.
fn read(folder: &Path) -> Outcome<Files> {
    let mut files = Files::new();
    let mut folders = vec![folder.to_path_buf()];
    while let Some(next) = folders.pop().filter(|next| next.exists()) {
        for entry in fs::read_dir(&next).map_err(Failure::at(&next))? {
            let path = entry.map_err(Failure::at(&next))?.path();
            if path.is_dir() {
                folders.push(path);
            } else {
                let below = path.strip_prefix(folder).unwrap_or(&path);
                let name = below.to_string_lossy().replace('\\', "/");
                files.insert(name, fs::read(&path).map_err(Failure::at(&path))?);
            }
        }
    }
    Ok(files)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "a test")]
    use super::{Files, differing, read};
    use crate::places;
    use std::fs;
    use std::path::Path;

    fn files(pairs: &[(&str, &str)]) -> Files {
        pairs.iter().map(|(name, text)| ((*name).into(), text.as_bytes().into())).collect()
    }

    #[test]
    fn a_changed_a_new_and_a_forgotten_file_are_all_named() {
        let now = files(&[("a.ts", "1"), ("b.ts", "2"), ("d/new.ts", "3")]);
        let old = files(&[("a.ts", "1"), ("b.ts", "1"), ("old.ts", "3")]);
        assert_eq!(differing(&now, &old), ["b.ts", "d/new.ts", "old.ts"]);
        assert!(differing(&now, &now).is_empty(), "the same files are fresh");
    }

    #[test]
    fn files_are_read_from_every_depth() {
        let folder = places::scratch("bindings-test");
        fs::create_dir_all(folder.join("one/two")).unwrap();
        fs::write(folder.join("one/two/deep.ts"), "x").unwrap();
        fs::write(folder.join("top.ts"), "y").unwrap();
        let found = read(&folder).unwrap();
        fs::remove_dir_all(&folder).unwrap();
        assert_eq!(found, files(&[("one/two/deep.ts", "x"), ("top.ts", "y")]));
        assert!(read(Path::new("no-such-folder")).unwrap().is_empty(), "nothing committed yet is no error");
    }
}
