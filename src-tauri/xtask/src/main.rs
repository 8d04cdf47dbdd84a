//! Developer commands: set-up, run, dev, test, bindings, holidays, bench, package.
//!
//! Owns: how a checkout becomes a running program and a test result, on a machine that has only
//! Rust and Node. Does not own: what is tested (`tests/` and the crates), or how a peer is raced
//! (`benches/`). It has no dependency, because every fresh clone compiles it first.

#![expect(
    clippy::disallowed_methods,
    clippy::print_stdout,
    reason = "a developer's tool: it reads the environment, handles files and talks on stdout"
)]

mod bench;
mod bindings;
mod dev;
mod display;
mod holidays;
mod needs;
mod package;
mod places;
mod run;
mod setup;
mod shell;
mod system;
mod test;
mod trial;

use std::path::Path;
use std::process::ExitCode;

use shell::Outcome;

const USAGE: &str = "\
usage: cargo xtask COMMAND
  setup            install what is missing and build the front end
  run [ARGS]       build Cairn and open it; without a display, export a sample plan instead
  dev [ARGS]       the window in a browser, over a sample or the --workspace that is named
  test [STEP ..]   all that CI does, or only the named steps
  bindings         write the generated TypeScript again
  holidays         write the holiday tables again (network and Python 3.11)
  bench            race the plan export against Chromium and LibreOffice (release build)
  package [--try]  make the Debian package (release build); with --try, install, use and remove it in a scratch root
  package --try DEB  the same with a package that is there";

fn main() -> ExitCode {
    let words: Vec<String> = std::env::args().skip(1).collect();
    let words: Vec<&str> = words.iter().map(String::as_str).collect();
    match dispatch(&words) {
        Some(Ok(())) => ExitCode::SUCCESS,
        Some(Err(failure)) => {
            eprintln!("xtask: {failure}");
            ExitCode::FAILURE
        }
        None => {
            eprintln!("{USAGE}");
            ExitCode::from(2)
        }
    }
}

/// Runs what the words ask for; `None` when they are no command.
fn dispatch(words: &[&str]) -> Option<Outcome> {
    match words {
        ["setup"] => Some(setup::everything()),
        ["run", "--", arguments @ ..] | ["run", arguments @ ..] => Some(run::run(arguments)),
        ["dev", "--", arguments @ ..] | ["dev", arguments @ ..] => Some(dev::run(arguments)),
        ["test", steps @ ..] => test::test(steps),
        ["bindings"] => Some(bindings::write()),
        ["holidays"] => Some(holidays::write()),
        ["bench"] => Some(bench::bench()),
        ["package"] => Some(package::package()),
        ["package", "--try"] => Some(package::package_and_try()),
        ["package", "--try", package] => Some(trial::run(Path::new(package))),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::dispatch;

    #[test]
    fn a_word_that_is_no_command_runs_nothing() {
        for words in [&["tset"][..], &[], &["setup", "now"], &["test", "no-such-step"]] {
            assert!(dispatch(words).is_none(), "{words:?} has to answer with the usage");
        }
    }
}
