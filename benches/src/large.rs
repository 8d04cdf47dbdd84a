//! The large sample: how long it takes to make, what a backup of it costs against SQLite's own copy of the file, and how
//! long the check of all of a backup takes.
//!
//! Owns: these figures and their limits. A backup is more than a copy: it is opened and its pages and keys are checked
//! before it bears its name.

use std::path::Path;
use std::process::Command;
use std::sync::Arc;
use std::time::Instant;

use cairn_app::{App, Settings};
use cairn_wire::Source;
use sea_orm::{ConnectionTrait, Database};
use serde_json::{Value, json};

use crate::Outcome;
use crate::report::median;

/// Most seconds to make it, by the command line.
const MADE: f64 = 60.0;
/// Most of the time of `VACUUM INTO` alone that a backup may take.
const BACKUP: f64 = 1.5;
/// Most seconds of *test the newest backup*.
const CHECK: f64 = 3.0;
/// Rounds that count, after one that warms up.
const ROUNDS: usize = 5;

/// Prints the figures; false when a limit is missed.
pub(crate) fn run(program: &Path) -> Outcome<bool> {
    let runtime = tokio::runtime::Builder::new_multi_thread().worker_threads(2).enable_all().build()?;
    let folder = std::env::temp_dir().join(format!("cairn-large-{}", std::process::id()));
    std::fs::create_dir_all(&folder)?;
    let outcome = made(program, &folder.join("large.cairn"))
        .and_then(|made| Ok(made & runtime.block_on(copied(&folder.join("large.cairn"), &folder))?));
    std::fs::remove_dir_all(&folder)?;
    outcome
}

fn made(program: &Path, file: &Path) -> Outcome<bool> {
    let begun = Instant::now();
    let status = Command::new(program).arg("demo").arg(file).args(["--scale", "large"]).status()?;
    if !status.success() {
        return Err("the large sample could not be made".into());
    }
    let seconds = begun.elapsed().as_secs_f64();
    let size = std::fs::metadata(file)?.len() >> 20;
    Ok(told(&format!("the large sample, {size} MiB"), seconds, "s", MADE))
}

async fn copied(file: &Path, folder: &Path) -> Outcome<bool> {
    let app = App::new(Settings::default(), Some(file.to_owned()));
    let plain = Database::connect(format!("sqlite://{}?mode=ro", file.display())).await?;
    let (vacuum, backup) = (folder.join("vacuum.db"), folder.join("backup.cairn"));
    let (mut copies, mut ratios, mut checks) = (Vec::new(), Vec::new(), Vec::new());
    for round in 0..=ROUNDS {
        for file in [&vacuum, &backup] {
            if file.exists() {
                std::fs::remove_file(file)?;
            }
        }
        let begun = Instant::now();
        plain.execute_unprepared(&format!("VACUUM INTO '{}'", vacuum.display())).await?;
        let copy = begun.elapsed().as_secs_f64();
        let begun = Instant::now();
        call(&app, "backup.create", json!({ "path": backup })).await?;
        let made = begun.elapsed().as_secs_f64();
        let begun = Instant::now();
        let tested = call(&app, "backup.test", json!({ "path": backup })).await?;
        let checked = begun.elapsed().as_secs_f64();
        if tested["ok"] != true {
            return Err(format!("the backup is no good: {tested}").into());
        }
        if round > 0 {
            copies.push(copy);
            ratios.push(made / copy);
            checks.push(checked);
        }
    }
    plain.close().await?;
    app.close().await;
    println!("  VACUUM INTO alone {:.2} s", median(&copies));
    let backup = told("  backup, of its time", median(&ratios), "times", BACKUP);
    Ok(backup & told("  check of all of it", median(&checks), "s", CHECK))
}

async fn call(app: &Arc<App>, name: &str, request: Value) -> Outcome<Value> {
    let answer = app.call(Source::CommandLine, name, request).await;
    Ok(answer.map_err(|failure| format!("{name}: {}", failure.message))?.result)
}

fn told(what: &str, figure: f64, unit: &str, limit: f64) -> bool {
    let holds = figure <= limit;
    let word = if holds { "holds" } else { "DOES NOT HOLD" };
    println!("{what:<28} {figure:>6.2} {unit}; limit {limit:.1}: {word}");
    holds
}
