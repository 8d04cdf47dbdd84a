//! What can be said on the command line.

use std::path::PathBuf;

use cairn_domain::{Section, Word as _};
use cairn_wire::{DocumentKind, ImportKind};
use chrono::{DateTime, Utc};
use clap::{Parser, Subcommand};

/// Success plans, onboarding and workshops for customer success architects. Without a command: the window.
#[derive(Debug, Parser)]
#[command(name = "cairn", version)]
pub(crate) struct Arguments {
    #[command(flatten)]
    pub(crate) global: GlobalOptions,
    #[command(subcommand)]
    pub(crate) verb: Option<Verb>,
}

/// The window's own arguments.
#[derive(Debug, Parser)]
#[command(name = "cairn-window", version)]
pub(crate) struct WindowArguments {
    #[command(flatten)]
    pub(crate) global: GlobalOptions,
    /// The workspace file, as a file manager hands it over
    pub(crate) file: Option<PathBuf>,
}

/// Where and when: before or after any command.
#[derive(Debug, clap::Args)]
pub(crate) struct GlobalOptions {
    /// The workspace file [default: in the platform's data folder]
    #[arg(long, global = true, env = "CAIRN_WORKSPACE", value_name = "FILE")]
    pub(crate) workspace: Option<PathBuf>,
    /// Fixes the clock, for output that can be made again
    #[arg(long, global = true, env = "CAIRN_NOW", value_name = "INSTANT")]
    pub(crate) now: Option<DateTime<Utc>>,
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
    /// Make the sample workspace
    Demo {
        /// The file to make; it must not be there
        file: PathBuf,
        /// How much of it
        #[arg(long, value_enum, default_value_t)]
        scale: Scale,
    },
    /// Write a document, or an account for a colleague
    Export {
        #[arg(help = documents())]
        document: String,
        /// The record it is about
        id: Option<String>,
        /// pdf; a success plan also as md (GitLab's epics and issues), csv (its tasks) and xlsx (to edit and bring back);
        /// a checklist also as md (an issue with boxes to tick) and xlsx, and both come back; an account as cairn, with
        /// its history and its files [default: what the ending of FILE says]
        #[arg(long)]
        format: Option<String>,
        /// customer or internal [default: customer]
        #[arg(long)]
        audience: Option<String>,
        /// a4 or letter [default: the account's, else yours]
        #[arg(long)]
        paper: Option<String>,
        #[arg(long, value_delimiter = ',', value_name = "PARTS", help = sections())]
        sections: Option<Vec<String>>,
        /// What gives way to marks such as [person 1]: names, hosts [default: nothing]
        #[arg(long, value_delimiter = ',', value_name = "WHAT")]
        redact: Option<Vec<String>>,
        /// The document's language [default: the account's, else en]
        #[arg(long, value_name = "XX")]
        lang: Option<String>,
        /// The file to write
        #[arg(short, long, value_name = "FILE")]
        output: PathBuf,
        /// Replace a file that this workspace did not write, or that was changed since; never a workspace
        #[arg(long)]
        force: bool,
    },
    /// Take in a file: all that is wanted of it as one step, or nothing
    Import {
        #[arg(help = imports())]
        kind: String,
        /// The file
        file: PathBuf,
        /// The account it is for, by id or name
        #[arg(long, value_name = "ID|NAME")]
        account: Option<String>,
        /// The plan it is for [default: what the file says]
        #[arg(long, value_name = "ID")]
        plan: Option<String>,
        /// The checklist it is for [default: what the file says]
        #[arg(long, value_name = "ID")]
        checklist: Option<String>,
        /// What the file's words mean, as JSON: from the file's name of a column to the field; under "values", by field,
        /// from what stands there to what is meant; under "skip" the rows to leave out, under
        /// "keep" rows of a list that are records though they look like none
        #[arg(long, value_name = "FILE")]
        map: Option<PathBuf>,
        /// How a list's days such as 03/04/2026 or 27/01/15 are read: dmy, mdy or ymd
        #[arg(long, value_name = "ORDER")]
        dates: Option<String>,
        /// The currency of a list's amounts that name none
        #[arg(long, value_name = "EUR")]
        currency: Option<String>,
        /// Which mark parts the fractions of a list's amounts, where they do not tell
        #[arg(long, value_name = "point|comma")]
        decimal: Option<String>,
        /// The encoding of a list that is a text, such as Shift_JIS or windows-1250 [default: what it looks like]
        #[arg(long, value_name = "NAME")]
        encoding: Option<String>,
        /// Leave out every row with a problem, and take in the rest
        #[arg(long)]
        skip_problems: bool,
        /// Leave out a row, by its line or row in the file; can be said again
        #[arg(long, value_name = "N")]
        skip_row: Vec<u32>,
        /// Keep a row of a list that looks like none, such as a customer called Total; can be said again
        #[arg(long, value_name = "N")]
        keep_row: Vec<u32>,
        /// Where a field was changed here and in the file, take the file's value
        #[arg(long)]
        take_conflicts: bool,
        /// An account that is here already and says otherwise becomes what the file says
        #[arg(long)]
        replace: bool,
        /// In a copy that another workspace made for a customer, rows are the records of the same names
        #[arg(long)]
        by_name: bool,
        /// Only say what it would change; exits with 1 where a problem stands in the way
        #[arg(long)]
        dry_run: bool,
        /// The report as JSON
        #[arg(long)]
        json: bool,
    },
    /// Make a backup, which is opened and checked before it is called one
    Backup {
        /// The file to write, where none is [default: among the backups beside the workspace]
        #[arg(short, long, value_name = "FILE")]
        output: Option<PathBuf>,
    },
    /// Put a backup in the place of the workspace; what stood there is kept among the backups
    Restore {
        /// The backup
        file: PathBuf,
    },
    /// Check the workspace; exits with 1 where it is damaged
    Check {
        /// Rebuild what is derived
        #[arg(long)]
        repair: bool,
    },
}

/// How much of the sample is made.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default, clap::ValueEnum)]
pub(crate) enum Scale {
    /// Six accounts.
    #[default]
    Normal,
    /// Thousands of records, to see how it holds.
    Large,
}

/// Which documents there are.
fn documents() -> String {
    let words: Vec<_> = DocumentKind::ALL.iter().map(|document| document.word()).collect();
    format!("Which: {}", words.join(", "))
}

/// Which parts a success plan has.
fn sections() -> String {
    let words: Vec<_> = Section::all().into_iter().map(Section::word).collect();
    format!("The parts to print: {} [default: all]", words.join(", "))
}

/// Which kinds of file are read.
fn imports() -> String {
    let words: Vec<_> = ImportKind::ALL.iter().map(|kind| kind.word()).collect();
    format!("Which kind of file: {}", words.join(", "))
}
