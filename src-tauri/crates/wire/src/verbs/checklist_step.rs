//! The steps of a checklist: working through them, their outline, and the dates that move with one.

use cairn_domain::{Audience, ChecklistId, ChecklistStepId, FollowedKind, StepSide, StepState};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use ts_rs::TS;
use uuid::Uuid;

use crate::body::plain_requests;

/// A step as a list shows it.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize, TS)]
pub struct StepLine {
    /// The step.
    pub id: ChecklistStepId,
    /// Its version.
    pub version: i64,
    /// What is done.
    pub title: String,
    /// Its phase.
    pub phase: String,
    /// How far it is indented.
    pub depth: i64,
    /// By when.
    pub due: Option<NaiveDate>,
    /// Whether it is done.
    pub state: StepState,
    /// When it was.
    pub done_on: Option<NaiveDate>,
    /// Why it was skipped or is blocked.
    pub reason: String,
    /// Whether it is required.
    pub required: bool,
    /// True where its date hangs on the day on which another step will be done, and that is not done yet.
    pub provisional: bool,
    /// True while a gate before its phase is shut.
    pub gated: bool,
    /// True where its date is a day on which whoever does it does not work.
    pub on_day_off: bool,
    /// Who does it.
    pub owner_side: StepSide,
    /// Who may see it.
    pub visibility: Audience,
}

/// A step that changed, and the dates that moved with it.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize, TS)]
pub struct StepChanged {
    /// The step.
    #[serde(flatten)]
    #[ts(flatten)]
    pub step: StepLine,
    /// Every other date that moved.
    pub moves: Vec<StepMoved>,
}

/// Every date that moves, with its reason.
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize, Deserialize, TS)]
pub struct StepMoves {
    /// In the order of the checklist.
    pub moves: Vec<StepMoved>,
}

/// A step whose date moves.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize, TS)]
pub struct StepMoved {
    /// The step.
    pub id: ChecklistStepId,
    /// Its title.
    pub title: String,
    /// By when it was to be done before.
    pub old_due: Option<NaiveDate>,
    /// By when after.
    pub new_due: Option<NaiveDate>,
    /// Why.
    pub why: StepMoveReason,
}

/// What the date of a step counts from.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize, TS)]
#[serde(tag = "reason", rename_all = "snake_case")]
pub enum StepMoveReason {
    /// It was given.
    Asked,
    /// A named day.
    Anchor {
        /// The key of that.
        anchor: String,
    },
    /// The date of another step.
    AfterDue {
        /// That step's title.
        step: String,
    },
    /// The day on which another step is done.
    AfterDone {
        /// That step's title.
        step: String,
    },
}

/// Tick a step.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize, TS)]
pub struct TickStep {
    /// The step.
    pub step_id: ChecklistStepId,
    /// The day it was done; today unless said.
    #[serde(default)]
    #[ts(optional)]
    pub done_on: Option<NaiveDate>,
}

/// Skip a step, or say what it waits for.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize, TS)]
pub struct StepWithReason {
    /// The step.
    pub step_id: ChecklistStepId,
    /// Why.
    pub reason: String,
}

/// What can be done with a step, beside editing its fields.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum StepVerb {
    /// `checklist.tick`.
    Tick,
    /// `checklist.skip`.
    Skip,
    /// `checklist.block`.
    Block,
    /// `checklist.reopen`.
    Reopen,
    /// `checklist.set_due`.
    SetDue,
}

/// What would move if this was done with a step.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize, TS)]
pub struct PreviewStepChange {
    /// The step.
    pub step_id: ChecklistStepId,
    /// What is done.
    pub what: StepVerb,
    /// The day on which it was done, or on which it is due; today unless said.
    #[serde(default)]
    #[ts(optional)]
    pub day: Option<NaiveDate>,
    /// Why it is left out, or what it waits for.
    #[serde(default)]
    #[ts(optional, as = "Option<String>")]
    pub reason: String,
}

/// One step by its id.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize, TS)]
pub struct OfStep {
    /// The step.
    pub step_id: ChecklistStepId,
}

/// Give a step a date of its own.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize, TS)]
pub struct StepDue {
    /// The step.
    pub step_id: ChecklistStepId,
    /// The date. It counts from nothing then.
    pub due: NaiveDate,
}

/// Add a step by hand.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize, TS)]
pub struct AddStep {
    /// The checklist.
    pub checklist_id: ChecklistId,
    /// What is done.
    pub title: String,
    /// The step to stand behind, in its phase and as deep as it; last unless said.
    #[serde(default)]
    #[ts(optional)]
    pub after: Option<ChecklistStepId>,
    /// The phase, where it is another.
    #[serde(default)]
    #[ts(optional)]
    pub phase: Option<String>,
    /// How far it is indented, at most one deeper than what it stands behind; as that step unless said.
    #[serde(default)]
    #[ts(optional)]
    pub depth: Option<i64>,
    /// By when.
    #[serde(default)]
    #[ts(optional)]
    pub due: Option<NaiveDate>,
    /// Who does it; ours unless said.
    #[serde(default)]
    #[ts(optional)]
    pub owner_side: Option<StepSide>,
    /// Whether it is required; not unless said.
    #[serde(default)]
    #[ts(optional)]
    pub required: Option<bool>,
    /// Who may see it; we alone unless said.
    #[serde(default)]
    #[ts(optional)]
    pub visibility: Option<Audience>,
}

/// Move a step, with those that stand under it.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize, TS)]
pub struct MoveStep {
    /// The step.
    pub step_id: ChecklistStepId,
    /// The step to stand behind; null for the first place of the phase.
    #[serde(default)]
    #[ts(optional, as = "Option<Option<ChecklistStepId>>")]
    pub after: Option<ChecklistStepId>,
    /// The phase; that of the step before unless said.
    #[serde(default)]
    #[ts(optional)]
    pub phase: Option<String>,
}

/// Indent a step, with those that stand under it.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize, TS)]
pub struct IndentStep {
    /// The step.
    pub step_id: ChecklistStepId,
    /// How far: 1 deeper, -1 back.
    pub by: i64,
}

/// Let a step follow the state of a record, or its own again; or see what that would move.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize, TS)]
pub struct FollowStep {
    /// The step.
    pub step_id: ChecklistStepId,
    /// The kind of record; left out, the step goes its own way again.
    #[serde(default)]
    #[ts(optional)]
    pub kind: Option<FollowedKind>,
    /// The record.
    #[serde(default)]
    #[ts(optional)]
    pub id: Option<Uuid>,
}

plain_requests!(
    TickStep["step_id"],
    StepWithReason["step_id", "reason"],
    PreviewStepChange["step_id", "what"],
    OfStep["step_id"],
    StepDue["step_id", "due"],
    AddStep["checklist_id", "title"],
    MoveStep["step_id"],
    IndentStep["step_id", "by"],
    FollowStep["step_id"],
);
