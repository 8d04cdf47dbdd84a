//! One account handed to a colleague as a file: writing it, what is in it, and what stays open.
//!
//! Taking such a file in is `import.apply`.

use cairn_domain::{AccountId, Kind};
use chrono::{DateTime, NaiveDate, Utc};
use serde::{Deserialize, Serialize};
use ts_rs::TS;
use uuid::Uuid;

use crate::body::plain_requests;

/// Write an account with its history and its files to a file for a colleague.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize, TS)]
pub struct AccountExport {
    /// The account.
    pub id: AccountId,
    /// The file to write; nothing may stand there.
    pub path: String,
    /// Whether a brief for the talk is written as well, as a PDF of the same name.
    #[serde(default)]
    #[ts(optional, as = "Option<bool>")]
    pub brief: bool,
}

/// A written file.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize, TS)]
pub struct AccountExported {
    /// Where it is.
    pub path: String,
    /// Where the brief is, if one was wanted.
    pub brief: Option<String>,
    /// The account's name.
    pub name: String,
    /// What is in it.
    pub kinds: Vec<CarriedKind>,
    /// How many contents of files, versions and checklists are in it.
    pub contents: u32,
    /// What is not finished, the soonest first.
    pub open: Vec<OpenItem>,
}

/// Records of a kind.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize, TS)]
pub struct CarriedKind {
    /// The kind.
    pub kind: Kind,
    /// How many.
    pub count: u32,
}

/// Something of an account that is not finished.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize, TS)]
pub struct OpenItem {
    /// The kind of the record.
    pub kind: Kind,
    /// The record.
    pub id: Uuid,
    /// Its name or title.
    pub title: String,
    /// What it belongs to: a plan, a checklist, a call; empty where that is the account itself.
    pub of: String,
    /// When it is due, or takes place.
    pub due: Option<NaiveDate>,
    /// Who has it, by name; empty where nobody is named.
    pub owner: String,
}

/// An account in a file that was handed over.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize, TS)]
pub struct TransferredAccount {
    /// The account.
    pub id: AccountId,
    /// Its name.
    pub name: String,
    /// Who wrote the file, by name; empty where nobody had said who they are.
    pub made_by: String,
    /// When; none where the file was not written by handing an account over.
    pub made_at: Option<DateTime<Utc>>,
    /// What becomes of the records of each kind.
    pub kinds: Vec<TransferredKind>,
    /// What is not finished, the soonest first.
    pub open: Vec<OpenItem>,
}

/// What becomes of the records of a kind.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize, TS)]
pub struct TransferredKind {
    /// The kind.
    pub kind: Kind,
    /// Made.
    pub new: u32,
    /// Changed.
    pub changed: u32,
    /// The same as here.
    pub same: u32,
    /// Here alone.
    pub missing: u32,
}

plain_requests!(AccountExport ["id", "path"]);
