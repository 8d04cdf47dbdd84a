//! `cargo xtask run`: from a checkout to an open window, or to a printed plan where there is none.
//!
//! Owns: what to do without a display. Does not own the sample's content (`cairn demo`).

use std::fs;
use std::path::Path;
use std::process::Command;

use crate::needs::Purpose;
use crate::shell::{self, Failure, Outcome};
use crate::{display, places, setup};

/// The programs, with the features that the tests are built with: cargo joins those of all packages that it is asked for, and
/// of what only tests need where a test is. Asked for the programs alone it would build half the tree again.
const PROGRAMS: [&str; 8] =
    ["build", "--workspace", "--bin", "cairn", "--bin", "cairn-window", "--test", "bindings"];

/// Builds the program and starts it with the developer's own arguments. Arguments are a command
/// line and need no display; without them there has to be one for the window.
pub(crate) fn run(arguments: &[&str]) -> Outcome {
    setup::ready(Purpose::Build)?;
    setup::build_front_end()?;
    shell::run(&mut shell::cargo(&PROGRAMS))?;
    let program = places::program("debug", "cairn");
    if display::is_here() || !arguments.is_empty() {
        return shell::run(Command::new(program).args(arguments));
    }
    let folder = places::scratch("sample");
    fs::create_dir_all(&folder).map_err(Failure::at(&folder))?;
    let (workspace, pdf) = (folder.join("sample.cairn"), folder.join("success-plan.pdf"));
    println!("\nThere is no display to open a window on. Making a sample workspace instead.");
    shell::run(cairn(&program, &workspace).arg("demo").arg(&workspace))?;
    let plans = shell::capture(cairn(&program, &workspace).args(["call", "plan.list"]))?;
    let plan = id_in(&plans).ok_or_else(|| Failure::new(format!("the sample has no plan: {plans}")))?;
    let words = ["export", "success-plan", plan, "--format", "pdf", "-o"];
    shell::run(cairn(&program, &workspace).args(words).arg(&pdf))?;
    println!("\nworkspace  {}\nplan       {}", workspace.display(), pdf.display());
    Ok(())
}

fn cairn(program: &Path, workspace: &Path) -> Command {
    let mut command = Command::new(program);
    command.arg("--workspace").arg(workspace);
    command
}

/// The first `id` of a JSON answer: a record's header comes before its fields, and a parser for one
/// word would be xtask's only dependency.
fn id_in(answer: &str) -> Option<&str> {
    let (_, after) = answer.split_once("\"id\"")?;
    after.trim_start().strip_prefix(':')?.trim_start().strip_prefix('"')?.split('"').next()
}

#[cfg(test)]
mod tests {
    use super::id_in;

    #[test]
    fn the_id_of_an_answer_is_found_however_it_is_spaced() {
        assert_eq!(id_in("{\"items\":[{\"id\":\"a\",\"plan_id\":\"b\"}]}"), Some("a"));
        assert_eq!(id_in("{\n  \"id\" : \"a\"\n}"), Some("a"));
        assert_eq!(id_in("{\"total\":1}"), None);
    }
}
