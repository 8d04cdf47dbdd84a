//! Races the export of a 25-page success plan, as a whole process, against headless Chromium and
//! LibreOffice turning the same content into PDF, in one run and in interleaved rounds.
//!
//! Then it asks the program itself, as the window does (`warm.rs`), and what a cascade of dates costs against one pass
//! over the same plan (`cascade.rs`), what a checklist costs against an insert of its rows (`checklist.rs`), and what a
//! backup of the large sample costs against SQLite's own copy (`large.rs`), and what today's list and its count cost against one
//! pass over the tasks (`today.rs`).
//!
//! Owns: the rounds, the limits and the report. Does not own the content (`plan.rs`), what each
//! racer types (`racers.rs`), or how time and memory are taken (`measure.rs`). Nothing is compared
//! with numbers of another day or machine: only ratios within the run count.

#![expect(
    clippy::disallowed_methods,
    clippy::print_stdout,
    reason = "a benchmark: it makes files, starts programs and reports on stdout"
)]

mod cascade;
mod checklist;
mod html;
mod large;
mod machine;
mod measure;
mod plan;
mod racers;
mod report;
mod today;
mod warm;
mod workspace;

use std::error::Error;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use measure::Cost;
use plan::Plan;
use racers::Racer;

/// What every part of the race answers.
pub(crate) type Outcome<T = ()> = Result<T, Box<dyn Error>>;

/// The plan has at least this many pages; with this many objectives it does.
const PAGES: u32 = 25;
const OBJECTIVES: usize = 12;

/// Rounds that are timed, each racer once, after one that warms the file cache and makes profiles.
const TIMED: usize = 7;
/// Rounds whose memory is watched; watching costs time, so these are others.
const WATCHED: usize = 3;

/// What can be run by itself.
const PARTS: [&str; 6] = ["race", "cascade", "checklist", "large", "today", "warm"];

fn main() -> ExitCode {
    let mut words = std::env::args().skip(1);
    let (program, part) = (words.next().map(PathBuf::from), words.next());
    let known = part.as_deref().is_none_or(|part| PARTS.contains(&part));
    let (Some(program), true) = (program, known) else {
        eprintln!("usage: cairn-benches PATH-OF-THE-RELEASE-PROGRAM [{}]", PARTS.join("|"));
        return ExitCode::from(2);
    };
    match run(&program, part.as_deref()) {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::FAILURE,
        Err(error) => {
            eprintln!("bench: {error}");
            ExitCode::FAILURE
        }
    }
}

/// Runs one part, or all; false when a limit is missed.
fn run(program: &Path, part: Option<&str>) -> Outcome<bool> {
    let mut holds = true;
    for name in PARTS.into_iter().filter(|name| part.is_none_or(|part| part == *name)) {
        holds &= match name {
            "race" => race(program)?,
            "cascade" => cascade::run()?,
            "checklist" => checklist::run()?,
            "large" => large::run(program)?,
            "today" => today::run()?,
            _ => warm::run()?,
        };
    }
    Ok(holds)
}

/// Runs it all in a folder that is gone afterwards; false when a limit is missed.
fn race(program: &Path) -> Outcome<bool> {
    let folder = std::env::temp_dir().join(format!("cairn-bench-{}", std::process::id()));
    std::fs::create_dir_all(&folder)?;
    let outcome = race_in(&folder, program);
    std::fs::remove_dir_all(&folder)?;
    outcome
}

fn race_in(folder: &Path, program: &Path) -> Outcome<bool> {
    println!("machine  {}", machine::line());
    let plan = Plan::of(OBJECTIVES);
    println!("plan     {}", plan.line());
    let id = workspace::write(program, &folder.join("plan.cairn"), &plan)?;
    html::write(folder, &plan)?;

    let racers = racers::all(program, folder, &id);
    let mut costs = vec![Cost::default(); racers.len()];
    for racer in &racers {
        run_once(racer, measure::seconds)?;
        let pages = racers::pages(&racer.pdf)?;
        println!("racer    {:<12} {pages} pages, {}", racer.name, racers::version(racer));
    }
    let ours = racers.first().map(|racer| racers::pages(&racer.pdf)).transpose()?.unwrap_or_default();
    if ours < PAGES {
        return Err(format!("the plan has {ours} pages, the race is about {PAGES}").into());
    }
    for _ in 0..TIMED {
        for (racer, cost) in racers.iter().zip(&mut costs) {
            cost.seconds.push(run_once(racer, measure::seconds)?);
        }
    }
    for _ in 0..WATCHED {
        for (racer, cost) in racers.iter().zip(&mut costs) {
            cost.mebibytes.push(run_once(racer, measure::peak_mebibytes)?);
        }
    }
    let names: Vec<_> = racers.iter().map(|racer| racer.name).collect();
    Ok(report::print(&names, &costs))
}

/// One run of one racer: its old PDF is gone before, its new one has to be there after.
fn run_once(racer: &Racer, measure: fn(&Racer) -> Outcome<f64>) -> Outcome<f64> {
    let _ = std::fs::remove_file(&racer.pdf);
    let measured = measure(racer)?;
    let written =
        std::fs::read(&racer.pdf).map_err(|error| format!("{} wrote no PDF: {error}", racer.name))?;
    if written.starts_with(b"%PDF-") {
        Ok(measured)
    } else {
        Err(format!("{} wrote no PDF", racer.name).into())
    }
}
