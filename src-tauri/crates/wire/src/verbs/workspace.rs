//! What the frame asks of the workspace and its file.

use cairn_domain::{Country, Kind, Me, Zone};
use chrono::{DateTime, NaiveDate, Utc};
use serde::{Deserialize, Serialize};
use serde_json::Value;
use ts_rs::TS;

use super::Step;
use crate::{body::plain_requests, view::View};

/// What a command answers at a door.
#[derive(Clone, PartialEq, Debug, Serialize, TS)]
pub struct Answer {
    /// The command's result.
    #[ts(type = "unknown")]
    pub result: Value,
    /// The kinds of record that changed: what was read of them must be read again.
    pub changed: Vec<Kind>,
}

/// A workspace file.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize, TS)]
pub struct WorkspacePath {
    /// Where it is.
    pub path: String,
}

/// What the window's frame shows, and what tells it that others wrote.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize, TS)]
pub struct WorkspaceStatus {
    /// The open workspace, if one is open.
    pub workspace: Option<WorkspaceInfo>,
    /// Who works here; null until they said so.
    pub me: Option<View<Me>>,
    /// Where a new workspace would go unless said otherwise.
    pub default_path: String,
    /// What the machine says of its user.
    pub guess: Guess,
    /// The date where the user is.
    pub today: NaiveDate,
    /// Number of the newest operation; grows with every change by anyone.
    pub last_op: i64,
    /// What undo would take back.
    pub undo: Option<Step>,
    /// What redo would bring back.
    pub redo: Option<Step>,
    /// How many steps can be undone.
    pub undo_count: u64,
    /// True where accounts of the sample are there.
    pub sample: bool,
    /// When the newest backup was made; null where there is none.
    pub backup: Option<DateTime<Utc>>,
}

/// The open workspace.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize, TS)]
pub struct WorkspaceInfo {
    /// Where the file is.
    pub path: String,
    /// The file's name without its ending.
    pub name: String,
    /// True where the file cannot be written, or is not there any more.
    pub read_only: bool,
    /// True once the open file was moved, removed or replaced: what is open here can be saved as a copy.
    pub moved: bool,
    /// True where it is not saved because another program wrote over it: it has to be opened again.
    pub overwritten: bool,
    /// Files of others that stood beside it when it was opened, under the names that they were given.
    pub set_aside: Vec<String>,
}

/// What can be guessed of a new user.
#[derive(Clone, PartialEq, Debug, Default, Serialize, Deserialize, TS)]
pub struct Guess {
    /// The machine's time zone.
    pub zone: Option<Zone>,
    /// The country of the machine's locale.
    pub country: Option<Country>,
}

/// Check the workspace.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default, Serialize, Deserialize, TS)]
pub struct CheckRequest {
    /// Rebuild what is derived: triggers and indexes. Records are never changed.
    #[serde(default)]
    #[ts(optional, as = "Option<bool>")]
    pub repair: bool,
}

/// What the check found.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize, TS)]
pub struct CheckReport {
    /// True where nothing is damaged.
    pub ok: bool,
    /// Each damage in a sentence.
    pub damage: Vec<String>,
    /// What was rebuilt.
    pub repaired: Vec<String>,
}

plain_requests!(WorkspacePath ["path"], CheckRequest []);
