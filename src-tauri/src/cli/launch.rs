//! From the command line to the window: the program beside this one, with the same arguments.

use std::process::{Command, ExitCode};

use cairn_wire::{Code, Failure};

use super::output;

/// Becomes the window.
#[expect(clippy::disallowed_methods, reason = "the shell owns the process")]
pub(super) fn window() -> ExitCode {
    let name = format!("cairn-window{}", std::env::consts::EXE_SUFFIX);
    let beside = std::env::current_exe().map(|program| program.with_file_name(name));
    match beside.and_then(|program| become_program(Command::new(program).args(std::env::args_os().skip(1)))) {
        Ok(code) => code,
        Err(error) => output::failed(&Failure::new(
            Code::Io,
            format!("The window's program could not be started: {error}. It belongs beside this one."),
        )),
    }
}

/// On Unix in this process's place, so that who started it waits for the window itself.
#[cfg(unix)]
fn become_program(command: &mut Command) -> std::io::Result<ExitCode> {
    Err(std::os::unix::process::CommandExt::exec(command))
}

#[cfg(not(unix))]
fn become_program(command: &mut Command) -> std::io::Result<ExitCode> {
    let status = command.status()?;
    Ok(if status.success() { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}
