//! `cargo xtask dev`: the window in a browser, in front of the real core.
//!
//! Owns: the core's process, from its address to its end. Does not own how the core is asked
//! (`src-tauri/crates/devhost`), nor the page (`ui/vite.config.ts`).

use std::io::{BufRead, BufReader};
use std::process::{Child, Command, Stdio};

use crate::needs::Purpose;
use crate::shell::{self, Failure, Outcome};
use crate::{places, setup};

/// With the features that the tests are built with, as `run.rs` says.
const BUILD: [&str; 6] = ["build", "--workspace", "--bin", "cairn-devhost", "--test", "bindings"];

/// Builds the core, starts it with the developer's own arguments, and serves the page until that is ended.
pub(crate) fn run(arguments: &[&str]) -> Outcome {
    setup::ready(Purpose::Build)?;
    shell::run(&mut shell::cargo(&BUILD))?;
    let core = Core::start("debug", arguments)?;
    shell::run(shell::npm(&["run", "dev"]).env("CAIRN_CORE", &core.address))
}

/// A running core. It ends with its input, so however xtask ends, it goes too and takes its sample along.
pub(crate) struct Core {
    process: Child,
    /// Where it listens, with the token that it asks for.
    pub(crate) address: String,
}

impl Core {
    /// Starts the built core, and waits until it listens.
    pub(crate) fn start(profile: &str, arguments: &[&str]) -> Outcome<Self> {
        let program = places::program(profile, "cairn-devhost");
        let mut command = Command::new(&program);
        command.args(arguments).stdin(Stdio::piped()).stdout(Stdio::piped());
        // Ctrl-C ends the page, and the core by its input.
        #[cfg(unix)]
        std::os::unix::process::CommandExt::process_group(&mut command, 0);
        let mut process = command.spawn().map_err(Failure::at(&program))?;
        let mut address = String::new();
        if let Some(output) = process.stdout.take() {
            // End of file means it died, and said why.
            let _ = BufReader::new(output).read_line(&mut address);
        }
        let core = Self { process, address: address.trim().to_owned() };
        if core.address.is_empty() { Err(Failure::new("the core did not start")) } else { Ok(core) }
    }
}

impl Drop for Core {
    fn drop(&mut self) {
        drop(self.process.stdin.take());
        let _ = self.process.wait();
    }
}
