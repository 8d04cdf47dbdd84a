//! From a bare checkout to one that builds: system packages, toolchain parts, npm packages, the
//! built front end.
//!
//! Owns: the order, and knowing when a step has nothing left to do. What the system has to bring
//! stands in `needs.rs`.

use std::fs;
use std::process::Command;

use crate::needs::{self, Purpose};
use crate::places;
use crate::shell::{self, Failure, Outcome};

/// The oldest Node the front end's tools run on.
const NODE_MAJOR: u32 = 20;

/// `cargo xtask setup`: all of it, tests included.
pub(crate) fn everything() -> Outcome {
    ready(Purpose::Test)?;
    build_front_end()
}

/// Brings what the purpose needs and the machine does not have.
pub(crate) fn ready(purpose: Purpose) -> Outcome {
    needs::meet(purpose)?;
    if purpose >= Purpose::Test {
        toolchain("fmt", "rustfmt")?;
        toolchain("clippy", "clippy")?;
    }
    node_is_new_enough()?;
    npm_packages()
}

/// Builds the front end into `ui/dist`, which the program embeds.
pub(crate) fn build_front_end() -> Outcome {
    shell::run(&mut shell::npm(&["run", "build"]))
}

/// Adds a part of the Rust toolchain when cargo does not know its subcommand.
fn toolchain(subcommand: &str, component: &str) -> Outcome {
    if shell::succeeds(&mut shell::cargo(&[subcommand, "--version"])) {
        return Ok(());
    }
    let mut rustup = Command::new("rustup");
    shell::run(rustup.args(["component", "add", component])).map_err(|failure| {
        Failure::new(format!("cargo {subcommand} is missing: install {component} ({failure})"))
    })
}

fn node_is_new_enough() -> Outcome {
    let version = shell::capture(Command::new("node").arg("--version"))
        .map_err(|_| Failure::new(format!("Node {NODE_MAJOR} or newer is needed (no `node`)")))?;
    match major(&version) {
        Some(major) if major >= NODE_MAJOR => Ok(()),
        _ => {
            let found = version.trim();
            Err(Failure::new(format!("Node {NODE_MAJOR} or newer is needed, this is {found}")))
        }
    }
}

/// The major number of a version as Node prints it: `v20.20.2`.
fn major(version: &str) -> Option<u32> {
    version.trim().strip_prefix('v')?.split('.').next()?.parse().ok()
}

/// `npm ci`, unless `node_modules` was made from this very lock file. The stamp is a copy of the
/// lock inside `node_modules`, which npm removes before it starts: half an install leaves none.
fn npm_packages() -> Outcome {
    let lock = places::ui().join("package-lock.json");
    let stamp = places::ui().join("node_modules/.installed-lock.json");
    let wanted = fs::read(&lock).map_err(Failure::at(&lock))?;
    if fs::read(&stamp).is_ok_and(|installed| installed == wanted) {
        return Ok(());
    }
    shell::run(&mut shell::npm(&["ci", "--no-audit", "--no-fund"]))?;
    fs::write(&stamp, wanted).map_err(Failure::at(&stamp))
}

#[cfg(test)]
mod tests {
    use super::major;

    #[test]
    fn the_version_node_prints_is_read() {
        assert_eq!(major("v20.20.2\n"), Some(20));
        assert_eq!(major("v9.1.0"), Some(9), "an old Node must not pass as text would");
        assert_eq!(major("20.1"), None, "what is not a version is refused");
    }
}
