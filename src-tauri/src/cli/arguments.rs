//! What can be said on the command line.

use std::path::PathBuf;

use chrono::{DateTime, Utc};
use clap::{Parser, Subcommand};

/// Success plans, onboarding and workshops for customer success architects. Without a command: the window.
#[derive(Debug, Parser)]
#[command(name = "cairn", version)]
pub(crate) struct Arguments {
    /// The workspace file [default: in the platform's data folder]
    #[arg(long, global = true, env = "CAIRN_WORKSPACE", value_name = "FILE")]
    pub(crate) workspace: Option<PathBuf>,
    /// Fixes the clock, for output that can be made again
    #[arg(long, global = true, env = "CAIRN_NOW", value_name = "INSTANT")]
    pub(crate) now: Option<DateTime<Utc>>,
    #[command(subcommand)]
    pub(crate) verb: Option<Verb>,
}

#[derive(Debug, Subcommand)]
pub(crate) enum Verb {
    /// List every command
    Commands {
        /// As JSON
        #[arg(long)]
        json: bool,
    },
    /// Run one command; its result is JSON
    Call {
        /// The command, such as `account.list`
        name: String,
        /// The request as JSON, or `-` to read it from stdin
        #[arg(value_name = "JSON", allow_hyphen_values = true)]
        request: Option<String>,
    },
    /// Run commands from stdin, a JSON line each: {"name", "request"}
    Batch,
    /// Write a document
    Export {
        /// Which: success-plan
        document: String,
        /// The record it is about
        id: Option<String>,
        /// pdf
        #[arg(long)]
        format: String,
        /// customer or internal [default: customer]
        #[arg(long)]
        audience: Option<String>,
        /// a4 or letter [default: a4]
        #[arg(long)]
        paper: Option<String>,
        /// The document's language [default: en]
        #[arg(long, value_name = "XX")]
        lang: Option<String>,
        /// The file to write
        #[arg(short, long, value_name = "FILE")]
        output: PathBuf,
    },
    /// Check the workspace; exits with 1 where it is damaged
    Check {
        /// Rebuild what is derived
        #[arg(long)]
        repair: bool,
    },
}
