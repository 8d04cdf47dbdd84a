//! Confirming and closing an outcome, and what it is checked for.

use cairn_domain::{CriterionId, Ending, ObjectiveId, SmartHint, TaskCount};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::body::plain_requests;

/// The customer confirmed a delivered outcome. No undo takes this back; `objective.withdraw_verification` does.
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

/// What was confirmed is so no more. It is kept, with the reason.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize, TS)]
pub struct WithdrawVerification {
    /// The objective.
    pub id: ObjectiveId,
    /// The version that was read; a newer one in the workspace is a `conflict`.
    pub version: i64,
    /// Why.
    pub reason: String,
}

/// Another confirmation stands instead of the one that is there, which is kept with the reason.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize, TS)]
pub struct CorrectVerification {
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
    /// Why the other stands no more.
    pub reason: String,
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

/// How an objective's two measures come about, side by side and never mixed.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize, TS)]
pub struct Arithmetic {
    /// Its criteria in their order.
    pub criteria: Vec<CriterionTerm>,
    /// The sum of the weights of those that are measured.
    pub weights: f64,
    /// The sum of the products: the outcome progress; null where nothing is measured.
    pub sum: Option<f64>,
    /// Its tasks, those of initiatives that serve it too among them.
    pub tasks: TaskCount,
    /// Done by done and open: the work progress; null where there are none.
    pub work_progress: Option<f64>,
}

/// What one criterion brings into the outcome progress.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize, TS)]
pub struct CriterionTerm {
    /// The criterion.
    pub id: CriterionId,
    /// Its name.
    pub name: String,
    /// Share of its way; null where it is not measured, and then it does not count.
    pub progress: Option<f64>,
    /// Its weight.
    pub weight: f64,
    /// Its weight by the weights of all that are measured.
    pub share: Option<f64>,
    /// Share times progress.
    pub product: Option<f64>,
}

plain_requests!(
    VerifyObjective["id", "version", "confirmed_by", "confirmed_on", "words"],
    WithdrawVerification["id", "version", "reason"],
    CorrectVerification["id", "version", "confirmed_by", "confirmed_on", "words", "reason"],
    CloseObjective["id", "version", "status", "outcome_summary"],
);
