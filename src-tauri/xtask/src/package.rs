//! `cargo xtask package`: the program as people install it on Debian and Ubuntu.
//!
//! Owns: building the release and having it bundled. What goes into the package stands in
//! `tauri.conf.json`; whether it installs, starts and goes again is `trial.rs`.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::needs::Purpose;
use crate::shell::{self, Failure, Outcome};
use crate::{places, setup, trial};

/// The largest package that is still a quick download.
const MOST_BYTES: u64 = 40 * 1024 * 1024;

/// Makes the package and says where it is and how large.
pub(crate) fn package() -> Outcome {
    make().map(drop)
}

/// Makes the package, installs it into a scratch root, uses it, and removes it again.
pub(crate) fn package_and_try() -> Outcome {
    let package = make()?;
    trial::run(&package)
}

fn make() -> Outcome<PathBuf> {
    setup::ready(Purpose::Package)?;
    setup::build_front_end()?;
    shell::run(&mut shell::cargo(&["build", "--release", "--locked", "--bins"]))?;
    let folder = places::build().join("release/bundle/deb");
    if folder.exists() {
        // What an earlier version left must not be taken for this one's.
        fs::remove_dir_all(&folder).map_err(Failure::at(&folder))?;
    }
    // Both programs are built; the bundler is only to put them together, and must not write into them.
    let words = ["bundle", "--ci", "--bundles", "deb", "--no-binary-patching"];
    shell::run(&mut tauri(&words))?;
    let package = only_package(&folder)?;
    pack_tighter(&package)?;
    let size = fs::metadata(&package).map_err(Failure::at(&package))?.len();
    println!("\npackage  {}\nsize     {}", package.display(), shown(size));
    if size > MOST_BYTES {
        return Err(Failure::new(format!("the package may have {} at most", shown(MOST_BYTES))));
    }
    Ok(package)
}

/// The bundler packs with gzip. The two programs share much of their code, which xz finds: a quarter less to
/// download.
fn pack_tighter(package: &Path) -> Outcome {
    let folder = package.with_extension("unpacked");
    if folder.exists() {
        fs::remove_dir_all(&folder).map_err(Failure::at(&folder))?;
    }
    shell::run(Command::new("dpkg-deb").arg("--raw-extract").args([package, &folder]))?;
    let words = ["-Zxz", "--root-owner-group", "--build"];
    shell::run(Command::new("dpkg-deb").args(words).args([&folder, package]))?;
    fs::remove_dir_all(&folder).map_err(Failure::at(&folder))
}

/// Tauri's command line as npm installed it, at the checkout's root, where its configuration is.
fn tauri(words: &[&str]) -> Command {
    let name = if cfg!(windows) { "tauri.cmd" } else { "tauri" };
    let mut command = Command::new(places::ui().join("node_modules/.bin").join(name));
    command.args(words).current_dir(places::root()).env("CARGO_TARGET_DIR", places::build());
    command
}

fn only_package(folder: &Path) -> Outcome<PathBuf> {
    let entries = fs::read_dir(folder).map_err(Failure::at(folder))?;
    let paths = entries.filter_map(|entry| entry.ok().map(|entry| entry.path()));
    let mut packages: Vec<_> =
        paths.filter(|path| path.extension().is_some_and(|end| end == "deb")).collect();
    match (packages.pop(), packages.is_empty()) {
        (Some(package), true) => Ok(package),
        _ => Err(Failure::new(format!("{} should hold one package", folder.display()))),
    }
}

/// A size as people say it.
fn shown(bytes: u64) -> String {
    let tenths = bytes * 10 / (1024 * 1024);
    format!("{}.{} MB", tenths / 10, tenths % 10)
}

#[cfg(test)]
mod tests {
    use super::shown;

    #[test]
    fn a_size_is_told_in_megabytes() {
        assert_eq!(shown(40 * 1024 * 1024), "40.0 MB");
        assert_eq!(shown(28_888_888), "27.5 MB");
    }
}
