//! All checklists at once.

use cairn_domain::{
    AccountId, ChecklistId, ChecklistStepId, MeasureState, OnboardingTargets, StepSide,
    runs::{MeasureQuarters, OpenOn},
};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Every checklist that is worked on, how the open steps burn down, and how long onboardings took.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize, TS)]
pub struct RunPortfolio {
    /// Those that are worked on, the one that is behind longest first.
    pub runs: Vec<RunOverview>,
    /// The open required steps of all checklists, week by week up to today.
    pub burn_down: Vec<OpenOn>,
    /// How long each measure of an onboarding took, by the quarter in which it was reached.
    pub quarters: MeasureQuarters,
    /// The targets where a tier has none of its own.
    pub targets: OnboardingTargets,
}

/// A checklist that is worked on.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize, TS)]
pub struct RunOverview {
    /// Which.
    pub id: ChecklistId,
    /// Its title.
    pub title: String,
    /// Whose.
    pub account_id: AccountId,
    /// Their name.
    pub account: String,
    /// True for the one that is looked at first among the account's.
    pub is_primary: bool,
    /// Days since it was started.
    pub days: i64,
    /// The phase it is in; empty where it has none.
    pub phase: String,
    /// How many steps are required.
    pub required_total: usize,
    /// How many of them are over.
    pub required_over: usize,
    /// On track, behind or stuck: by its late steps and, for the account's onboarding, by the target of that.
    pub state: MeasureState,
    /// True where it is open for longer than a customer who is engaged needs.
    pub not_engaged: bool,
    /// When it can end at the earliest: the last date of a required step that is not over, and never before today.
    pub ends_on: Option<NaiveDate>,
    /// True where that last date went by: all that is left is late.
    pub all_late: bool,
    /// The open steps whose day went by, the oldest first.
    pub late: Vec<LateStep>,
    /// Why it takes longer, in the user's words.
    pub delay_reason: String,
}

/// A step whose day went by.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize, TS)]
pub struct LateStep {
    /// Which.
    pub id: ChecklistStepId,
    /// Its title.
    pub title: String,
    /// By when it was to be done.
    pub due: NaiveDate,
    /// By how many days it is late.
    pub days: i64,
    /// Who does it.
    pub owner_side: StepSide,
    /// What it waits for, where it is blocked.
    pub reason: String,
}
