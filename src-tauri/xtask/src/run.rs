//! `cargo xtask run`: from a checkout to an open window, or to a printed plan where there is none.
//!
//! Owns: what to do without a display. Does not own the sample's content (`sample.rs`).

use std::fs;
use std::process::Command;

use crate::needs::Purpose;
use crate::sample;
use crate::shell::{self, Failure, Outcome};
use crate::{display, places, setup};

/// Builds the program and starts it with the developer's own arguments. Arguments are a command
/// line and need no display; without them there has to be one for the window.
pub(crate) fn run(arguments: &[&str]) -> Outcome {
    setup::ready(Purpose::Build)?;
    setup::build_front_end()?;
    shell::run(&mut shell::cargo(&["build", "--bins"]))?;
    let program = places::program("debug");
    if display::is_here() || !arguments.is_empty() {
        return shell::run(Command::new(program).args(arguments));
    }
    let folder = places::scratch("sample");
    fs::create_dir_all(&folder).map_err(Failure::at(&folder))?;
    let (workspace, pdf) = (folder.join("nordwind.cairn"), folder.join("success-plan.pdf"));
    println!("\nThere is no display to open a window on. Making a sample workspace instead.");
    let plan = sample::make(&program, &workspace)?;
    sample::export(&program, &workspace, &plan, &pdf)?;
    println!("\nworkspace  {}\nplan       {}", workspace.display(), pdf.display());
    Ok(())
}
