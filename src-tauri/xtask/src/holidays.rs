//! The holiday table of the domain: made from a data set of a fixed version, committed, never edited.
//!
//! Owns which version is asked and where the table goes. Which days are taken and how they are written stands in
//! `holidays.py` beside this folder.

use std::fs;
use std::process::Command;

use crate::places;
use crate::shell::{self, Failure, Outcome};

/// The data set and what it computes with. A newer version is a choice, made here: read what changed in the table.
const DATA_SET: [&str; 3] = ["holidays==0.109", "python-dateutil==2.9.0.post0", "six==1.17.0"];

/// `cargo xtask holidays`: the committed table becomes what the data set says.
pub(crate) fn write() -> Outcome {
    let folder = places::build().join("holidays");
    let system = if cfg!(windows) { "python" } else { "python3" };
    shell::run(Command::new(system).args(["-m", "venv"]).arg(&folder))?;
    let python = folder.join(if cfg!(windows) { "Scripts/python.exe" } else { "bin/python" });
    let install = ["-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--no-deps"];
    shell::run(Command::new(&python).args(install).args(DATA_SET))?;
    // Isolated: without it the script, whose name the data set shares, would import itself.
    let script = places::root().join("src-tauri/xtask/holidays.py");
    let table = shell::capture(Command::new(&python).arg("-I").arg(script))?;
    let path = places::root().join("src-tauri/crates/domain/data/holidays.txt");
    fs::write(&path, table).map_err(Failure::at(&path))
}
