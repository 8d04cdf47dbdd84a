//! Templates: what a plan made of one would hold, making it, and what the template says otherwise since.

use cairn_domain::{
    AccountId, ChecklistTemplate, ChecklistTemplateId, Kind, LeftOutPart, PlanId, Side, Template, TemplateId,
    TemplateLine, TemplateUseId,
};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use ts_rs::TS;
use uuid::Uuid;

use crate::{body::plain_requests, view::View};

/// Make a plan of a template, or add what it holds to a plan; or see what that would make.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize, TS)]
pub struct ApplyTemplate {
    /// The template, the user's own or the program's.
    pub template_id: TemplateId,
    /// The account that gets a new plan.
    #[serde(default)]
    #[ts(optional)]
    pub account_id: Option<AccountId>,
    /// The plan that gets the objectives. One of the two is given, not both.
    #[serde(default)]
    #[ts(optional)]
    pub plan_id: Option<PlanId>,
    /// The day that the template's days count from.
    pub start: NaiveDate,
    /// What the new plan is called; like the template unless said.
    #[serde(default)]
    #[ts(optional)]
    pub title: Option<String>,
    /// Keys of parts that are left out by choice, with what hangs under them.
    #[serde(default)]
    #[ts(optional, as = "Option<Vec<String>>")]
    pub without: Vec<String>,
}

/// What a template makes, and what it leaves out.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize, TS)]
pub struct TemplateMade {
    /// The plan; none while it is only looked at and would be new.
    pub plan_id: Option<PlanId>,
    /// The plan's title.
    pub title: String,
    /// First day of the plan's period.
    pub period_start: Option<NaiveDate>,
    /// Its last day.
    pub period_end: Option<NaiveDate>,
    /// Every part but the plan, parents before children, dependencies last.
    pub made: Vec<MadePart>,
    /// What does not fit the account or was not wanted.
    pub left_out: Vec<LeftOutPart>,
}

/// A part that becomes a record.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize, TS)]
pub struct MadePart {
    /// What it becomes.
    pub kind: Kind,
    /// Its key in the template.
    pub key: String,
    /// Its name or title; of a dependency both titles.
    pub title: String,
    /// The key of the part that it hangs under; none for an objective and a dependency.
    pub under: Option<String>,
    /// First day.
    pub start: Option<NaiveDate>,
    /// Last day; of a criterion the day of its target.
    pub due: Option<NaiveDate>,
    /// Which side does it, if it is a task.
    pub side: Option<Side>,
    /// The record; none while it is only looked at.
    pub id: Option<Uuid>,
}

/// One plan by its id.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize, TS)]
pub struct OfPlan {
    /// The plan.
    pub plan_id: PlanId,
}

/// What the templates of a plan say otherwise than when they were applied.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize, TS)]
pub struct TemplateDiff {
    /// What can be accepted or declined, parents before children.
    pub lines: Vec<TemplateLine>,
    /// The templates that the plan was made of, oldest first.
    pub uses: Vec<TemplateUsed>,
}

/// A template that a plan was made of.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize, TS)]
pub struct TemplateUsed {
    /// The use.
    pub id: TemplateUseId,
    /// The template.
    pub template_id: TemplateId,
    /// Its title; empty where it is gone.
    pub title: String,
    /// The version that the plan follows.
    pub followed_version: i64,
    /// Its version now; none where it is gone.
    pub version: Option<i64>,
    /// The day that its days count from.
    pub start: NaiveDate,
    /// The lines that were declined so far.
    pub declined: Vec<String>,
}

/// Take over some of the differences, and put others aside until the template changes there again.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize, TS)]
pub struct AcceptTemplate {
    /// The plan.
    pub plan_id: PlanId,
    /// The ids of lines to take over; what they need goes along.
    #[serde(default)]
    #[ts(optional, as = "Option<Vec<String>>")]
    pub lines: Vec<String>,
    /// The ids of lines to put aside.
    #[serde(default)]
    #[ts(optional, as = "Option<Vec<String>>")]
    pub decline: Vec<String>,
}

/// Make a template of a plan.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize, TS)]
pub struct SaveAsTemplate {
    /// The plan.
    pub id: PlanId,
    /// What the template is called.
    pub title: String,
    /// For whom it is, and what it leads to.
    #[serde(default)]
    #[ts(optional, as = "Option<String>")]
    pub summary: String,
}

/// Write a template to a file.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize, TS)]
pub struct TemplateExport {
    /// The template.
    pub id: TemplateId,
    /// The file.
    pub path: String,
    /// Whether a file that this workspace did not write, or that was changed since, gives way. The window needs not say
    /// it: the system's dialog asks.
    #[serde(default)]
    #[ts(optional, as = "Option<bool>")]
    pub force: bool,
}

/// A file that holds a template.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize, TS)]
pub struct TemplatePath {
    /// The file.
    pub path: String,
}

/// What became of a file that was read.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize, TS)]
pub struct TemplateTaken {
    /// The template as it is now.
    pub template: View<Template>,
    /// Whether it is new here, changed one that is here, or is the same.
    pub what: TakenAs,
}

/// Write a template of a checklist to a file.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize, TS)]
pub struct ChecklistTemplateExport {
    /// The template.
    pub id: ChecklistTemplateId,
    /// The file.
    pub path: String,
    /// Whether a file that this workspace did not write, or that was changed since, gives way. The window needs not say
    /// it: the system's dialog asks.
    #[serde(default)]
    #[ts(optional, as = "Option<bool>")]
    pub force: bool,
}

/// What became of a file that was read.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize, TS)]
pub struct ChecklistTemplateTaken {
    /// The template as it is now.
    pub template: View<ChecklistTemplate>,
    /// Whether it is new here, changed one that is here, or is the same.
    pub what: TakenAs,
}

/// How a file relates to what is here.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
#[expect(missing_docs, reason = "the words say it")]
pub enum TakenAs {
    New,
    Changed,
    Same,
}

plain_requests!(
    ApplyTemplate["template_id", "start"],
    OfPlan["plan_id"],
    AcceptTemplate["plan_id"],
    SaveAsTemplate["id", "title"],
    TemplateExport["id", "path"],
    ChecklistTemplateExport["id", "path"],
    TemplatePath["path"],
);
