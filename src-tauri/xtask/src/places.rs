//! Where things are: the checkout, the front end, the build folder.
//!
//! Owns every path the commands share. Does not create or read anything.

use std::ffi::OsString;
use std::path::{Path, PathBuf};

/// The root of the checkout. Cargo names this package's folder when it runs us; a path compiled in
/// would point into another clone when two of them share one build folder.
pub(crate) fn root() -> PathBuf {
    let package = std::env::var_os("CARGO_MANIFEST_DIR").map_or_else(PathBuf::new, PathBuf::from);
    package.ancestors().nth(2).map_or_else(|| PathBuf::from("."), Path::to_path_buf)
}

/// The front end's folder.
pub(crate) fn ui() -> PathBuf {
    root().join("ui")
}

/// Where cargo builds: what the developer chose, else a folder every clone shares, so that a fresh
/// clone starts warm.
pub(crate) fn build() -> PathBuf {
    build_under(|name| std::env::var_os(name), std::env::consts::OS)
}

/// A built program of one profile (`debug` or `release`).
pub(crate) fn program(profile: &str, name: &str) -> PathBuf {
    build().join(profile).join(format!("{name}{}", std::env::consts::EXE_SUFFIX))
}

/// A path below the system's temporary folder that no other run of xtask uses.
pub(crate) fn scratch(purpose: &str) -> PathBuf {
    std::env::temp_dir().join(format!("cairn-{purpose}-{}", std::process::id()))
}

fn build_under(variable: impl Fn(&str) -> Option<OsString>, system: &str) -> PathBuf {
    let folder = |name: &str| variable(name).filter(|value| !value.is_empty()).map(PathBuf::from);
    if let Some(chosen) = folder("CARGO_TARGET_DIR") {
        return chosen;
    }
    let cache = match system {
        "windows" => folder("LOCALAPPDATA"),
        "macos" => folder("HOME").map(|home| home.join("Library/Caches")),
        _ => folder("XDG_CACHE_HOME").or_else(|| folder("HOME").map(|home| home.join(".cache"))),
    };
    cache.map_or_else(|| root().join("target"), |cache| cache.join("cairn/target"))
}

#[cfg(test)]
mod tests {
    use super::build_under;
    use std::path::Path;

    fn build_with(variables: &[(&str, &str)], system: &str) -> String {
        let found =
            |name: &str| variables.iter().find(|(key, _)| *key == name).map(|(_, value)| (*value).into());
        build_under(found, system).display().to_string()
    }

    #[test]
    fn the_build_lives_in_the_users_cache_folder() {
        assert_eq!(build_with(&[("HOME", "/h")], "linux"), "/h/.cache/cairn/target");
        let xdg = [("HOME", "/h"), ("XDG_CACHE_HOME", "/c")];
        assert_eq!(build_with(&xdg, "linux"), "/c/cairn/target");
        assert_eq!(build_with(&[("HOME", "/h")], "macos"), "/h/Library/Caches/cairn/target");
        let windows = Path::new("/l").join("cairn/target").display().to_string();
        assert_eq!(build_with(&[("LOCALAPPDATA", "/l")], "windows"), windows);
    }

    #[test]
    fn a_build_folder_the_developer_chose_is_kept() {
        let chosen = [("HOME", "/h"), ("CARGO_TARGET_DIR", "/mine")];
        assert_eq!(build_with(&chosen, "linux"), "/mine", "CARGO_TARGET_DIR comes first");
        let empty = [("HOME", "/h"), ("CARGO_TARGET_DIR", "")];
        assert_eq!(build_with(&empty, "linux"), "/h/.cache/cairn/target", "empty means unset");
    }
}
