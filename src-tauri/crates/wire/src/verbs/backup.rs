//! Backups of the workspace: made, listed, tried, put back.

use cairn_domain::BackupReason;
use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::body::plain_requests;

/// Make a backup, or a copy of what is open.
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize, Deserialize, TS)]
pub struct BackupCreate {
    /// The file to write, where none is; a backup among the others unless said.
    #[serde(default)]
    #[ts(optional)]
    pub path: Option<String>,
}

/// A file of a backup.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize, TS)]
pub struct BackupMade {
    /// Where it is.
    pub path: String,
    /// When it was made: it was opened and checked.
    pub at: DateTime<Utc>,
}

/// One backup.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize, TS)]
pub struct BackupInfo {
    /// Where it is.
    pub path: String,
    /// When it was made.
    pub at: DateTime<Utc>,
    /// Why.
    pub reason: BackupReason,
    /// The newest operation in it.
    pub op: i64,
    /// Its size in bytes.
    pub size: u64,
}

/// The second place, where backups go as well.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize, TS)]
pub struct SecondPlace {
    /// The folder that was chosen.
    pub folder: String,
    /// False where it is not there now, such as a disk that is not plugged in.
    pub there: bool,
    /// The newest backup in it.
    pub newest: Option<DateTime<Utc>>,
}

/// The backups of the open workspace.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize, TS)]
pub struct BackupList {
    /// The folder beside the workspace; it is made with the first backup.
    pub folder: String,
    /// The second place, if one was chosen.
    pub second: Option<SecondPlace>,
    /// Every backup beside the workspace, newest first.
    pub items: Vec<BackupInfo>,
}

/// Choose a second place for backups.
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize, Deserialize, TS)]
pub struct BackupPlace {
    /// A folder that is there; null for none.
    #[serde(default)]
    pub path: Option<String>,
}

/// Try a backup.
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize, Deserialize, TS)]
pub struct BackupTest {
    /// Which; the newest unless said.
    #[serde(default)]
    #[ts(optional)]
    pub path: Option<String>,
}

/// What came out when a backup was tried.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize, TS)]
pub struct BackupTested {
    /// Which one.
    pub path: String,
    /// True where nothing is damaged.
    pub ok: bool,
    /// Each damage in a sentence.
    pub damage: Vec<String>,
}

/// Put a backup in the place of the open workspace.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize, TS)]
pub struct BackupRestore {
    /// The backup, or any other workspace.
    pub path: String,
}

/// A backup that was put back.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize, TS)]
pub struct BackupRestored {
    /// Where the workspace is.
    pub path: String,
    /// Where what stood there is now: putting that back takes the restore back. None where nothing was there.
    pub kept: Option<String>,
}

plain_requests!(BackupCreate [], BackupPlace [], BackupTest [], BackupRestore ["path"]);
