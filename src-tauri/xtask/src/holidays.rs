//! The holiday tables of the domain: made from data sets of fixed versions, committed, never edited.
//!
//! Owns which versions are asked and where the tables go. Which days are taken and how they are written stands in
//! `holidays.py` beside this folder, which regions keep whose in `regions.py`.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::places;
use crate::shell::{self, Failure, Outcome};

/// The data set and what it computes with. A newer version is a choice, made here: read what changed in the table.
const DATA_SET: [&str; 3] = ["holidays==0.109", "python-dateutil==2.9.0.post0", "six==1.17.0"];
/// What says which region lies in which: Unicode's package and its version.
const CLDR: [&str; 2] = ["cldr-core", "48.2.0"];

/// `cargo xtask holidays`: the committed tables become what the data sets say.
pub(crate) fn write() -> Outcome {
    let folder = places::build().join("holidays");
    let system = if cfg!(windows) { "python" } else { "python3" };
    shell::run(Command::new(system).args(["-m", "venv"]).arg(&folder))?;
    let python = folder.join(if cfg!(windows) { "Scripts/python.exe" } else { "bin/python" });
    let install = ["-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--no-deps"];
    shell::run(Command::new(&python).args(install).args(DATA_SET))?;
    let [package, version] = CLDR;
    let pack = ["pack", "--silent", &format!("{package}@{version}"), "--pack-destination"];
    shell::run(shell::npm(&pack).arg(&folder))?;

    let days = table("holidays.txt", &mut script(&python, "holidays.py"))?;
    let archive = folder.join(format!("{package}-{version}.tgz"));
    table("regions.txt", script(&python, "regions.py").arg(days).arg(archive)).map(drop)
}

/// One of our scripts. Isolated: without it the one whose name the data set shares would import itself.
fn script(python: &Path, name: &str) -> Command {
    let mut command = Command::new(python);
    command.arg("-I").arg(places::root().join("src-tauri/xtask").join(name));
    command
}

/// A committed table as a script prints it, and where it stands.
fn table(name: &str, script: &mut Command) -> Outcome<PathBuf> {
    let path = places::root().join("src-tauri/crates/domain/data").join(name);
    fs::write(&path, shell::capture(script)?).map_err(Failure::at(&path))?;
    Ok(path)
}
