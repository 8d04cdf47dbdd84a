//! Starting other programs and saying what went wrong in one sentence.
//!
//! Owns: how a command line is built, shown, run or captured. Does not own: which programs are
//! needed (`needs.rs`).

use std::fmt;
use std::io;
use std::path::Path;
use std::process::{Command, Stdio};

use crate::places;

/// Why a command stopped, as a sentence for the developer.
#[derive(Debug)]
pub(crate) struct Failure(String);

/// What every step answers.
pub(crate) type Outcome<T = ()> = Result<T, Failure>;

impl Failure {
    /// A failure in the given words.
    pub(crate) fn new(sentence: impl Into<String>) -> Self {
        Self(sentence.into())
    }

    /// A failure of the file system, naming the path.
    pub(crate) fn at(path: &Path) -> impl FnOnce(io::Error) -> Self {
        move |error| Self(format!("{}: {error}", path.display()))
    }
}

impl fmt::Display for Failure {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        to.write_str(&self.0)
    }
}

/// Cargo at the checkout's root, building into the shared folder.
pub(crate) fn cargo(arguments: &[&str]) -> Command {
    let mut command = Command::new(std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
    command.args(arguments).current_dir(places::root()).env("CARGO_TARGET_DIR", places::build());
    command
}

/// npm in the front end's folder.
pub(crate) fn npm(arguments: &[&str]) -> Command {
    let mut command = Command::new(if cfg!(windows) { "npm.cmd" } else { "npm" });
    command.args(arguments).current_dir(places::ui());
    command
}

/// Shows the command, runs it with our own streams, and fails unless it answers 0.
pub(crate) fn run(command: &mut Command) -> Outcome {
    let line = line(command);
    println!("$ {line}");
    let status = command.status().map_err(|error| not_started(&line, &error))?;
    if status.success() { Ok(()) } else { Err(Failure(format!("`{line}` failed ({status})"))) }
}

/// Runs the command and gives its stdout; on failure the sentence carries its stderr.
pub(crate) fn capture(command: &mut Command) -> Outcome<String> {
    let line = line(command);
    let output = command.stdin(Stdio::null()).output().map_err(|error| not_started(&line, &error))?;
    if output.status.success() {
        return Ok(String::from_utf8_lossy(&output.stdout).into_owned());
    }
    let said = String::from_utf8_lossy(&output.stderr);
    Err(Failure(format!("`{line}` failed ({}): {}", output.status, said.trim())))
}

/// Does the command start and answer 0? Says nothing either way.
pub(crate) fn succeeds(command: &mut Command) -> bool {
    let silent = command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
    silent.status().is_ok_and(|status| status.success())
}

/// Can the program be started by its bare name?
pub(crate) fn is_on_path(program: &str) -> bool {
    let file = format!("{program}{}", std::env::consts::EXE_SUFFIX);
    let path = std::env::var_os("PATH").unwrap_or_default();
    std::env::split_paths(&path).any(|folder| folder.join(&file).is_file())
}

fn not_started(line: &str, error: &io::Error) -> Failure {
    Failure(format!("`{line}` could not be started: {error}"))
}

/// The command as a person would type it: the program's name without its folder, then the words.
fn line(command: &Command) -> String {
    let program = Path::new(command.get_program());
    let name = program.file_stem().unwrap_or(program.as_os_str());
    let words = std::iter::once(name).chain(command.get_args());
    words.map(|word| word.to_string_lossy()).collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "a test")]
    use super::{capture, cargo, line};

    #[test]
    fn a_failed_program_is_named_with_what_it_said() {
        let said = capture(&mut cargo(&["no-such-subcommand"])).unwrap_err().to_string();
        assert!(said.contains("cargo no-such-subcommand"), "the sentence names the command: {said}");
        assert!(said.contains("no such command"), "the sentence carries its stderr: {said}");
    }

    #[test]
    fn a_command_is_shown_without_the_folder_of_its_program() {
        assert_eq!(line(&cargo(&["fmt", "--check"])), "cargo fmt --check");
    }
}
