//! The use cases: what a customer success architect does with the records, composed from the layers below.
//!
//! Owns the router behind every door, the context of a call, and one body per command. Deliberately knows no
//! window, no argument list and no SQL.

mod account_transfer;
mod agreed;
mod backup;
mod bin;
mod blob;
mod calendar;
mod checklist;
mod command_plan;
mod commit;
mod context;
mod crud;
mod document;
mod draft;
mod error;
mod file;
mod import;
mod journal;
mod kept;
mod library;
mod objective;
mod onboarding;
mod people;
mod plan;
mod plan_tree;
mod preference;
mod read;
mod roadmap;
mod router;
mod rules;
mod runs;
mod sample;
mod seal;
mod search;
mod settings;
mod shift;
mod single;
mod single_id;
mod template;
mod timeline;
mod today;
mod touchpoint;
mod version;
mod workshop;
mod workspace;

pub use context::App;
pub use file::read_text;
pub use settings::{Clock, Settings};

/// The version of SQLite that is linked.
pub use cairn_store::sqlite_version;
