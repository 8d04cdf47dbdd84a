//! The built program as tests run it: whole processes over real files in a folder of their own.
//!
//! Owns starting, asking and ending the program. Does not own a single expectation about its answers, but that an
//! answer is JSON.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::disallowed_methods,
    dead_code,
    reason = "a test's tools"
)]

use std::{
    io::{BufRead, BufReader, Write},
    path::{Path, PathBuf},
    process::{Child, ChildStdin, ChildStdout, Command, Output, Stdio},
};

use serde_json::{Value, json};
use tempfile::TempDir;

/// A folder with at most one workspace in it, and the program that opens it.
pub(crate) struct Bench {
    folder: TempDir,
    /// The workspace.
    pub(crate) workspace: PathBuf,
    /// The instant at which everything happens.
    now: &'static str,
}

impl Bench {
    /// A folder without a workspace.
    pub(crate) fn new() -> Self {
        Self::in_folder(&std::env::temp_dir())
    }

    /// At another instant. Ids are made of it: records of two workspaces that meet need one each.
    pub(crate) fn at(now: &'static str) -> Self {
        Self { now, ..Self::new() }
    }

    /// A folder below a chosen one.
    pub(crate) fn in_folder(above: &Path) -> Self {
        let folder = tempfile::tempdir_in(above).unwrap();
        Self { workspace: folder.path().join("n.cairn"), folder, now: "2026-11-25T09:00:00Z" }
    }

    /// With the workspace that schema 1 wrote.
    pub(crate) fn old() -> Self {
        let bench = Self::new();
        bench.put_old();
        bench
    }

    /// With the workspace that schema 12 wrote.
    pub(crate) fn before_trust() -> Self {
        let bench = Self::new();
        std::fs::copy(fixture_of(12, "workspace.cairn"), &bench.workspace).unwrap();
        bench
    }

    /// With the workspace that schema 14 wrote, at the instant at which it ended.
    pub(crate) fn before_homes() -> Self {
        let bench = Self::at("2026-11-24T16:30:00Z");
        std::fs::copy(fixture_of(14, "workspace.cairn"), &bench.workspace).unwrap();
        bench
    }

    /// Puts the workspace that schema 1 wrote in place of what is there.
    pub(crate) fn put_old(&self) {
        for entry in std::fs::read_dir(self.folder.path()).unwrap() {
            std::fs::remove_file(entry.unwrap().path()).unwrap();
        }
        std::fs::copy(fixture("workspace.cairn"), &self.workspace).unwrap();
    }

    pub(crate) fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    /// The names of the files in the folder, in order, without those that SQLite keeps beside an open one.
    pub(crate) fn files(&self) -> Vec<String> {
        let entries = std::fs::read_dir(self.folder.path()).unwrap();
        let mut names: Vec<_> =
            entries.map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
        names.retain(|name| !name.ends_with("-wal") && !name.ends_with("-shm"));
        names.sort();
        names
    }

    pub(crate) fn command(&self, args: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_cairn"));
        command
            .arg("--workspace")
            .arg(&self.workspace)
            .args(["--now", self.now])
            .args(args)
            .env("XDG_DATA_HOME", self.folder.path())
            .stdin(Stdio::null());
        command
    }

    /// One command in a process of its own.
    pub(crate) fn run(&self, name: &str, request: &Value) -> Output {
        self.command(&["call", name, &request.to_string()]).output().unwrap()
    }

    /// The result of a command that must be done.
    pub(crate) fn call(&self, name: &str, request: &Value) -> Value {
        let output = self.run(name, request);
        assert!(output.status.success(), "{name} {request}: {}", said(&output));
        serde_json::from_slice(&output.stdout).expect("stdout is the result and nothing else")
    }

    /// The error of a command that must be refused.
    pub(crate) fn refused(&self, name: &str, request: &Value) -> Value {
        let output = self.run(name, request);
        assert_eq!(output.status.code(), Some(1), "{name} {request} is refused: {output:?}");
        serde_json::from_str(said(&output).lines().last().unwrap_or_default())
            .expect("the last line is the error")
    }

    /// The check finds nothing.
    pub(crate) fn assert_sound(&self, when: &str) {
        let output = self.command(&["check"]).output().unwrap();
        assert!(
            output.status.success(),
            "{when}: {} {}",
            String::from_utf8_lossy(&output.stdout),
            said(&output)
        );
    }

    /// Starts `cairn batch`.
    pub(crate) fn sitting(&self) -> Sitting {
        let mut process =
            self.command(&["batch"]).stdin(Stdio::piped()).stdout(Stdio::piped()).spawn().unwrap();
        let (input, output) = (process.stdin.take().unwrap(), process.stdout.take().unwrap());
        Sitting { process, input: Some(input), output: BufReader::new(output) }
    }
}

/// A running `cairn batch`: many commands, one process.
pub(crate) struct Sitting {
    pub(crate) process: Child,
    pub(crate) input: Option<ChildStdin>,
    pub(crate) output: BufReader<ChildStdout>,
}

impl Sitting {
    /// The result, or the error, of one command.
    pub(crate) fn ask(&mut self, name: &str, request: &Value) -> Result<Value, Value> {
        writeln!(self.input.as_mut().unwrap(), "{}", json!({ "name": name, "request": request })).unwrap();
        let mut line = String::new();
        self.output.read_line(&mut line).unwrap();
        let mut answer: Value = serde_json::from_str(&line).expect("an answer is a line of JSON");
        match answer.get_mut("error") {
            Some(error) => Err(error.take()),
            None => Ok(answer["result"].take()),
        }
    }

    /// The result of a command that must be done.
    pub(crate) fn call(&mut self, name: &str, request: &Value) -> Value {
        self.ask(name, request).unwrap_or_else(|error| panic!("{name} {request}: {error}"))
    }

    /// Lets the program end as it wants to.
    pub(crate) fn end(mut self) {
        drop(self.input.take());
        assert!(self.process.wait().unwrap().success(), "the batch ends well");
    }
}

impl Drop for Sitting {
    fn drop(&mut self) {
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

/// What a process said on stderr.
pub(crate) fn said(output: &Output) -> String {
    String::from_utf8_lossy(&output.stderr).into_owned()
}

/// A file that schema 1's program left.
pub(crate) fn fixture(name: &str) -> PathBuf {
    fixture_of(1, name)
}

/// A file that the program of a schema left.
pub(crate) fn fixture_of(schema: u32, name: &str) -> PathBuf {
    // Read when the test runs: clones may share one build folder, and with it this program.
    let root =
        std::env::var_os("CARGO_MANIFEST_DIR").map(PathBuf::from).expect("cargo names the package's folder");
    root.join(format!("tests/fixtures/schema-{schema}")).join(name)
}

/// The newest schema.
pub(crate) const SCHEMA: u32 = 15;
/// What an upgrade to it calls the copy of the old file.
pub(crate) const OLD_COPY: &str = "n.cairn.before-schema-15";

/// The number that SQLite keeps as `user_version` (its file format, section 1.3).
pub(crate) fn schema_of(file: &Path) -> u32 {
    let bytes = std::fs::read(file).unwrap();
    u32::from_be_bytes(bytes[60..64].try_into().unwrap())
}
