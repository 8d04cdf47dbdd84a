//! A screen for windows on a machine that has none.
//!
//! Owns: one virtual X server, ended with the value that holds it. Does not own what is shown.

use std::ffi::OsStr;
use std::io::{BufRead, BufReader};
use std::process::{Child, Command, Stdio};

use crate::shell::{Failure, Outcome};

/// Large enough for the widest mockup at its full size.
const SCREEN: &str = "1600x1000x24";

/// Is there a screen a person looks at? macOS and Windows always have one.
pub(crate) fn is_here() -> bool {
    let set = |name| std::env::var_os(name).is_some_and(|value| !value.is_empty());
    !cfg!(target_os = "linux") || set("DISPLAY") || set("WAYLAND_DISPLAY")
}

/// A running virtual display.
pub(crate) struct Display {
    server: Child,
    /// What `DISPLAY` has to be, for instance `:99`.
    pub(crate) name: String,
}

impl Display {
    /// Starts Xvfb on a display number that it chooses itself, and waits until it listens.
    pub(crate) fn start() -> Outcome<Self> {
        Self::start_with(&[])
    }

    /// The same with more of Xvfb's own words.
    pub(crate) fn start_with(words: &[&OsStr]) -> Outcome<Self> {
        let mut server = Command::new("Xvfb")
            .args(["-displayfd", "1", "-screen", "0", SCREEN, "-nolisten", "tcp", "-noreset"])
            .args(words)
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .map_err(|error| Failure::new(format!("Xvfb could not be started: {error}")))?;
        let mut number = String::new();
        if let Some(output) = server.stdout.take() {
            // The server writes its number once it accepts clients; end of file means it died.
            let _ = BufReader::new(output).read_line(&mut number);
        }
        let display = Self { server, name: format!(":{}", number.trim()) };
        if number.trim().is_empty() {
            return Err(Failure::new("Xvfb ended before it opened a display"));
        }
        Ok(display)
    }
}

impl Drop for Display {
    fn drop(&mut self) {
        let _ = self.server.kill();
        let _ = self.server.wait();
    }
}

#[cfg(all(test, target_os = "linux"))]
mod tests {
    #![allow(clippy::unwrap_used, reason = "a test")]
    use super::Display;
    use std::path::Path;

    #[test]
    fn a_display_ends_with_its_handle() {
        let display = Display::start().unwrap();
        let socket = format!("/tmp/.X11-unix/X{}", display.name.trim_start_matches(':'));
        assert!(Path::new(&socket).exists(), "the server listens at {socket}");
        let process = format!("/proc/{}", display.server.id());
        drop(display);
        assert!(!Path::new(&process).exists(), "no server may outlive the test run");
    }
}
