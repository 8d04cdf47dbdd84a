//! `cargo xtask test`: all that CI does, cheapest first.
//!
//! Owns: the list of steps, their order, and one line about each at the end. Does not own a single
//! check: each step is a tool's own command.

use std::time::{Duration, Instant};

use crate::display::Display;
use crate::needs::Purpose;
use crate::shell::{self, Outcome};
use crate::{bindings, setup};

/// One step: the word that names it and what it does.
type Step = (&'static str, fn() -> Outcome);

/// The front end is built before anything compiles, because the program embeds it.
const STEPS: &[Step] = &[
    ("setup", || setup::ready(Purpose::Test)),
    ("format", || shell::run(&mut shell::cargo(&["fmt", "--all", "--check"]))),
    ("ui-build", setup::build_front_end),
    ("ui-lint", || shell::run(&mut shell::npm(&["run", "lint"]))),
    ("ui-types", || shell::run(&mut shell::npm(&["run", "check"]))),
    ("ui-tests", || shell::run(&mut shell::npm(&["test"]))),
    ("lints", lints),
    ("bindings", bindings::check),
    ("rust-tests", rust_tests),
];

/// Runs the named steps, or all of them; `None` when a name is no step.
pub(crate) fn test(names: &[&str]) -> Option<Outcome> {
    let known = |name: &&str| STEPS.iter().any(|(step, _)| step == name);
    let wanted = |step: &&Step| names.is_empty() || names.contains(&step.0);
    names.iter().all(known).then(|| run(&STEPS.iter().filter(wanted).copied().collect::<Vec<_>>()))
}

/// Stops at the first failure, and says what that left untried.
fn run(steps: &[Step]) -> Outcome {
    let mut lines = Vec::new();
    let mut outcome = Ok(());
    for (name, step) in steps {
        if outcome.is_err() {
            lines.push(format!("{name:<12} not run"));
            continue;
        }
        println!("\n== {name}");
        let start = Instant::now();
        outcome = step();
        lines.push(line(name, outcome.is_ok(), start.elapsed()));
    }
    println!("\n== summary\n{}", lines.join("\n"));
    outcome
}

fn line(name: &str, passed: bool, took: Duration) -> String {
    let word = if passed { "passed" } else { "FAILED" };
    format!("{name:<12} {word} {:>7.1} s", took.as_secs_f64())
}

fn lints() -> Outcome {
    let every_target = ["clippy", "--workspace", "--all-targets", "--locked", "--", "-D", "warnings"];
    shell::run(&mut shell::cargo(&every_target))
}

/// All Rust tests. Those of the window get a screen of their own on Linux, and the environment in
/// which WebKit can be driven: without the automation words a session hangs, and without software
/// rendering a screenshot can. It always does where compositing is switched off.
fn rust_tests() -> Outcome {
    let mut command = shell::cargo(&["test", "--workspace", "--locked"]);
    let display = if cfg!(target_os = "linux") { Some(Display::start()?) } else { None };
    if let Some(display) = &display {
        command.env("DISPLAY", &display.name).env("GDK_BACKEND", "x11");
        for name in ["WAYLAND_DISPLAY", "WEBKIT_DISABLE_COMPOSITING_MODE", "WEBKIT_DISABLE_DMABUF_RENDERER"] {
            command.env_remove(name);
        }
        for (name, value) in [
            ("TAURI_WEBVIEW_AUTOMATION", "true"),
            ("TAURI_AUTOMATION", "true"),
            ("LIBGL_ALWAYS_SOFTWARE", "1"),
        ] {
            command.env(name, value);
        }
    }
    shell::run(&mut command)
}

#[cfg(test)]
mod tests {
    use super::{STEPS, line, run, test};
    use crate::shell::Failure;
    use std::time::Duration;

    #[test]
    fn the_first_failure_ends_the_run() {
        let after = || -> Result<(), Failure> { panic!("a step after a failure must not start") };
        let outcome =
            run(&[("first", || Ok(())), ("second", || Err(Failure::new("broken"))), ("third", after)]);
        assert_eq!(outcome.map_err(|failure| failure.to_string()), Err("broken".into()));
    }

    #[test]
    fn a_misspelt_step_runs_nothing() {
        assert!(test(&["format", "rust-test"]).is_none(), "half a wish is not run");
    }

    #[test]
    fn the_program_is_compiled_after_the_front_end_it_embeds() {
        let place = |name| STEPS.iter().position(|(step, _)| *step == name);
        for compiling in ["lints", "bindings", "rust-tests"] {
            assert!(place("ui-build") < place(compiling), "{compiling} reads ui/dist");
        }
    }

    #[test]
    fn a_step_is_told_in_one_line_with_its_seconds() {
        assert_eq!(line("format", true, Duration::from_millis(1_234)), "format       passed     1.2 s");
        assert_eq!(line("lints", false, Duration::from_secs(90)), "lints        FAILED    90.0 s");
    }
}
