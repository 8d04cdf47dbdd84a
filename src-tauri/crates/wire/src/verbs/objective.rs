//! Confirming and closing an outcome, and what it is checked for.

use cairn_domain::{Ending, ObjectiveId, SmartHint};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::body::plain_requests;

/// The customer confirmed a delivered outcome. This cannot be undone.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize, TS)]
pub struct VerifyObjective {
    /// The objective.
    pub id: ObjectiveId,
    /// The version that was read; a newer one in the workspace is a `conflict`.
    pub version: i64,
    /// Who on the customer's side confirmed it.
    pub confirmed_by: String,
    /// The day they did.
    pub confirmed_on: NaiveDate,
    /// In which words.
    pub words: String,
}

/// End an objective.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize, TS)]
pub struct CloseObjective {
    /// The objective.
    pub id: ObjectiveId,
    /// The version that was read; a newer one in the workspace is a `conflict`.
    pub version: i64,
    /// How it ends; a success was delivered or verified before.
    pub status: Ending,
    /// Why, which a lost or dropped objective must say.
    #[serde(default)]
    #[ts(optional)]
    pub reason: Option<String>,
    /// What came of it.
    pub outcome_summary: String,
}

/// Whether GitLab's success-plan viewer would show an objective.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize, TS)]
pub struct ViewerCheck {
    /// True where nothing is missing.
    pub appears: bool,
    /// The fields that it misses; those of criteria by their own names, `criteria` where there is none.
    pub missing: Vec<String>,
}

/// What an objective lacks to be SMART.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize, TS)]
pub struct SmartCheck {
    /// The letters that miss something, in order.
    pub hints: Vec<SmartHint>,
}

plain_requests!(
    VerifyObjective["id", "version", "confirmed_by", "confirmed_on", "words"],
    CloseObjective["id", "version", "status", "outcome_summary"],
);
