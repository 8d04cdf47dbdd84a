//! Checklists: starting one, its anchors, its end, and what its template says otherwise.

use std::collections::BTreeMap;

use cairn_domain::{
    AccountId, Audience, ChecklistId, ChecklistTemplateId, LeftOutPart, StepSide, TemplateLine, TemplatePhase,
};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::checklist_step::{StepLine, StepMoved};
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
    /// True where it becomes the account's onboarding unless said otherwise.
    pub primary: bool,
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

/// Give anchors their days, or see what that would move.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize, TS)]
pub struct AnchorDays {
    /// The checklist.
    pub id: ChecklistId,
    /// The days that change, by the anchor's key.
    pub anchors: BTreeMap<String, NaiveDate>,
}

/// Every date that moves with its anchors.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize, TS)]
pub struct AnchorMoves {
    /// In the order of the checklist.
    pub moves: Vec<StepMoved>,
    /// All anchors as they are then: what the template reckons from one that changes goes along.
    pub anchors: BTreeMap<String, NaiveDate>,
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
    AnchorDays["id", "anchors"],
    CloseChecklist["id"],
    AcceptChecklist["id"],
);
