//! The TypeScript bindings: made from the Rust types, committed, never edited.
//!
//! Owns: asking the one test of `cairn-wire` that knows both sides, to compare or to write. Does not
//! own the generator.

use std::process::Command;

use crate::shell::{self, Outcome};

/// `cargo xtask bindings`: the committed file becomes what the types say.
pub(crate) fn write() -> Outcome {
    shell::run(freshness().env("CAIRN_WRITE_BINDINGS", "1"))
}

/// Fails and names the file when the committed bindings are not what the types say.
pub(crate) fn check() -> Outcome {
    shell::run(freshness().env_remove("CAIRN_WRITE_BINDINGS"))
}

fn freshness() -> Command {
    // Of the whole workspace, with the features that all tests are built with (`run.rs`).
    shell::cargo(&["test", "--workspace", "--test", "bindings"])
}
