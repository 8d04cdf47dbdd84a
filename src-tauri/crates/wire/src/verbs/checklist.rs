//! Checklists: starting one, working through its steps, and what moves when a day does.

use std::collections::BTreeMap;

use cairn_domain::{
    AccountId, Audience, ChecklistId, ChecklistStepId, ChecklistTemplateId, FollowedKind, LeftOutPart,
    StepSide, StepState, TemplateLine, TemplatePhase,
};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use ts_rs::TS;
use uuid::Uuid;

use crate::body::plain_requests;

/// Start a checklist for an account.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize, TS)]
pub struct StartChecklist {
    /// The account.
    pub account_id: AccountId,
    /// The template, the user's own or the program's.
    pub template_id: ChecklistTemplateId,
    /// The days that its steps count from, by the anchor's key. An anchor that has a default may be left out.
    #[serde(default)]
    #[ts(optional, as = "Option<BTreeMap<String, NaiveDate>>")]
    pub anchors: BTreeMap<String, NaiveDate>,
    /// What it is called; like the template unless said.
    #[serde(default)]
    #[ts(optional)]
    pub title: Option<String>,
    /// Whether it is looked at first; so it is unless another of the account is.
    #[serde(default)]
    #[ts(optional)]
    pub primary: Option<bool>,
    /// The day it starts; today unless said.
    #[serde(default)]
    #[ts(optional)]
    pub started_on: Option<NaiveDate>,
    /// True to start it although one of the template is under way for the account.
    #[serde(default)]
    #[ts(optional, as = "Option<bool>")]
    pub again: bool,
}

/// What a checklist made of a template would hold.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize, TS)]
pub struct PreviewChecklist {
    /// The template.
    pub template_id: ChecklistTemplateId,
    /// The account.
    pub account_id: AccountId,
    /// The days that are known; steps that count from others have no date yet.
    #[serde(default)]
    #[ts(optional, as = "Option<BTreeMap<String, NaiveDate>>")]
    pub anchors: BTreeMap<String, NaiveDate>,
    /// Phases to look at in place of the template's, before they are saved there.
    #[serde(default)]
    #[ts(optional)]
    pub phases: Option<Vec<TemplatePhase>>,
}

/// What it would hold, and what the account leaves out.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize, TS)]
pub struct ChecklistPreview {
    /// What the template is called.
    pub title: String,
    /// The anchors that its steps count from, in the order in which they are met.
    pub anchors: Vec<AnchorWanted>,
    /// Its steps for this account.
    pub steps: Vec<PreviewStep>,
    /// The steps that do not fit the account, with the reason of each.
    pub left_out: Vec<LeftOutPart>,
    /// A phase whose gate nobody could open for this account; a checklist cannot be started then.
    pub gate_shut: Option<String>,
    /// A checklist of this template that is under way for the account.
    pub runs_already: Option<ChecklistId>,
}

/// A day that steps count from.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize, TS)]
pub struct AnchorWanted {
    /// Its key.
    pub key: String,
    /// Its title in the template; empty where the key says it.
    pub title: String,
    /// The day, as given or by its default; none where it has to be given.
    pub day: Option<NaiveDate>,
}

/// A step that would be made.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize, TS)]
pub struct PreviewStep {
    /// Its key.
    pub key: String,
    /// What is done.
    pub title: String,
    /// Its phase.
    pub phase: String,
    /// How far it is indented.
    pub depth: i64,
    /// By when.
    pub due: Option<NaiveDate>,
    /// True where its date hangs on the day on which another step will be done.
    pub provisional: bool,
    /// Whether it is required.
    pub required: bool,
    /// Who does it.
    pub owner_side: StepSide,
    /// Who may see it.
    pub visibility: Audience,
}

/// A checklist that was started.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize, TS)]
pub struct ChecklistStarted {
    /// The checklist.
    pub id: ChecklistId,
    /// What it is called.
    pub title: String,
    /// Its steps, in order.
    pub steps: Vec<StepLine>,
    /// The steps of the template that do not fit the account.
    pub left_out: Vec<LeftOutPart>,
}

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

/// Give anchors their days, or see what that would move.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize, TS)]
pub struct AnchorDays {
    /// The checklist.
    pub id: ChecklistId,
    /// The days that change, by the anchor's key.
    pub anchors: BTreeMap<String, NaiveDate>,
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

/// Close a checklist, whatever is left open.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize, TS)]
pub struct CloseChecklist {
    /// The checklist.
    pub id: ChecklistId,
    /// The day; today unless said.
    #[serde(default)]
    #[ts(optional)]
    pub closed_on: Option<NaiveDate>,
    /// Why; needed where required steps are open.
    #[serde(default)]
    #[ts(optional)]
    pub reason: Option<String>,
}

/// What the template of a checklist says otherwise than when it was applied.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize, TS)]
pub struct ChecklistDiff {
    /// What can be accepted or declined.
    pub lines: Vec<TemplateLine>,
    /// The template; none where the checklist was made without one.
    pub template_id: Option<ChecklistTemplateId>,
    /// Its title; empty where it is gone.
    pub title: String,
    /// The version that the checklist follows.
    pub followed_version: i64,
    /// Its version now; none where it is gone.
    pub version: Option<i64>,
}

/// Take over some of the differences, and put others aside until the template changes there again; or see what moves.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize, TS)]
pub struct AcceptChecklist {
    /// The checklist.
    pub id: ChecklistId,
    /// The ids of lines to take over; what they need goes along.
    #[serde(default)]
    #[ts(optional, as = "Option<Vec<String>>")]
    pub lines: Vec<String>,
    /// The ids of lines to put aside.
    #[serde(default)]
    #[ts(optional, as = "Option<Vec<String>>")]
    pub decline: Vec<String>,
}

plain_requests!(
    StartChecklist["account_id", "template_id"],
    PreviewChecklist["template_id", "account_id"],
    TickStep["step_id"],
    StepWithReason["step_id", "reason"],
    OfStep["step_id"],
    StepDue["step_id", "due"],
    AddStep["checklist_id", "title"],
    MoveStep["step_id"],
    IndentStep["step_id", "by"],
    AnchorDays["id", "anchors"],
    FollowStep["step_id"],
    CloseChecklist["id"],
    AcceptChecklist["id"],
);
