//! Undo, redo and history.

use cairn_domain::{AccountId, Kind, PlanId};
use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use serde_json::Value;
use ts_rs::TS;

use crate::body::plain_requests;

/// Which door a change came through.
#[derive(
    Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize, strum::EnumString, strum::IntoStaticStr, TS,
)]
#[serde(rename_all = "snake_case")]
#[strum(serialize_all = "snake_case")]
pub enum Source {
    /// The window.
    Window,
    /// The command line.
    CommandLine,
}

/// One step of undo or redo: what it changed, and where.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize, TS)]
pub struct Step {
    /// The operation's number.
    pub op: i64,
    /// The command that made it, such as `task.update`.
    pub name: String,
    /// When.
    pub at: DateTime<Utc>,
    /// Through which door.
    pub source: Source,
    /// True where it was made since this program opened the workspace.
    pub this_sitting: bool,
    /// The kind of the record it changed.
    pub kind: Option<Kind>,
    /// The record it changed.
    pub id: Option<String>,
    /// That record's name or title.
    pub title: String,
    /// The account it belongs to.
    pub account_id: Option<AccountId>,
    /// That account's name.
    pub account: String,
    /// The plan it belongs to.
    pub plan_id: Option<PlanId>,
}

/// Undo or redo; with `op`, only if that is the step it would take.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default, Serialize, Deserialize, TS)]
pub struct StepGuard {
    /// The step that the caller expects.
    #[serde(default)]
    #[ts(optional)]
    pub op: Option<i64>,
}

/// A record of any kind, for its history.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize, TS)]
pub struct HistoryOf {
    /// The record.
    pub id: String,
}

/// One operation in a record's history.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize, TS)]
pub struct HistoryEntry {
    /// The operation's number.
    pub op: i64,
    /// The command that made it.
    pub name: String,
    /// When.
    pub at: DateTime<Utc>,
    /// Who, by name.
    pub by: String,
    /// Through which door.
    pub source: Source,
    /// The operation that it took back.
    pub undoes: Option<i64>,
    /// True where it happened in another workspace, before the record came from there.
    pub elsewhere: bool,
    /// What it changed; nothing where the record arrived as it was.
    pub changes: Vec<Change>,
}

/// One changed field.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize, TS)]
pub struct Change {
    /// The field; parts of a money field as `arr.minor`.
    pub field: String,
    /// Its value before.
    #[ts(type = "unknown")]
    pub old: Value,
    /// Its value after.
    #[ts(type = "unknown")]
    pub new: Value,
}

plain_requests!(StepGuard [], HistoryOf ["id"]);
