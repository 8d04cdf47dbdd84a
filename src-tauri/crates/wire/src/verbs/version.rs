//! Freezing a plan, signing what was frozen, and laying two states side by side.

use cairn_domain::{Audience, Kind, PlanId, PlanVersionId, RecordId as _, SignOffId};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use ts_rs::{Config, TS, TypeVisitor};
use uuid::Uuid;

use crate::body::plain_requests;

/// Keep a plan as it stands today, under a name.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize, TS)]
pub struct Freeze {
    /// The plan.
    pub id: PlanId,
    /// What the version is called; no two of a plan have one name.
    pub name: String,
    /// Who agreed to it, by name.
    #[serde(default)]
    #[ts(optional)]
    pub agreed_by: Option<String>,
    /// What is worth knowing about it.
    #[serde(default)]
    #[ts(optional)]
    pub note: Option<String>,
}

/// Somebody signed a version. No undo takes this back; `sign_off.withdraw` and `sign_off.correct` do.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize, TS)]
pub struct SignVersion {
    /// The version.
    pub version_id: PlanVersionId,
    /// Who, by name.
    pub person: String,
    /// The day they did, today at the latest.
    pub on: NaiveDate,
    /// In which words, where they said any.
    #[serde(default)]
    #[ts(optional)]
    pub words: Option<String>,
}

/// A sign-off is so no more. It is kept, and so is the reason.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize, TS)]
pub struct WithdrawSignOff {
    /// The sign-off.
    pub id: SignOffId,
    /// Why; it stands on the sign-off page.
    pub reason: String,
}

/// Another sign-off stands instead of one, which is kept with the reason. What is not said stays.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize, TS)]
pub struct CorrectSignOff {
    /// The sign-off.
    pub id: SignOffId,
    /// Why; it stands on the sign-off page.
    pub reason: String,
    /// Who, by name.
    #[serde(default)]
    #[ts(optional)]
    pub person: Option<String>,
    /// The day they did, today at the latest.
    #[serde(default)]
    #[ts(optional)]
    pub on: Option<NaiveDate>,
    /// In which words.
    #[serde(default)]
    #[ts(optional)]
    pub words: Option<String>,
}

/// A state of a plan: a version by its id, or `now`.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub enum PlanState {
    /// As it stands.
    Now,
    /// As it stood when it was frozen.
    Version(PlanVersionId),
}

impl TryFrom<String> for PlanState {
    type Error = uuid::Error;
    fn try_from(text: String) -> Result<Self, uuid::Error> {
        if text == "now" { Ok(Self::Now) } else { Ok(Self::Version(PlanVersionId::from_uuid(text.parse()?))) }
    }
}

impl From<PlanState> for String {
    fn from(state: PlanState) -> Self {
        match state {
            PlanState::Now => "now".to_owned(),
            PlanState::Version(id) => id.to_string(),
        }
    }
}

impl TS for PlanState {
    type WithoutGenerics = Self;
    type OptionInnerType = Self;
    fn name(_: &Config) -> String {
        "PlanVersionId | \"now\"".into()
    }
    fn inline(cfg: &Config) -> String {
        Self::name(cfg)
    }
    fn visit_dependencies(visitor: &mut impl TypeVisitor) {
        visitor.visit::<PlanVersionId>();
    }
}

/// Two states of one plan, field by field.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize, TS)]
pub struct Compare {
    /// The plan.
    pub id: PlanId,
    /// The earlier state: a version of the plan, or `now`.
    pub from: PlanState,
    /// The later state.
    pub to: PlanState,
    /// Who reads it: `customer` compares only what the customer may see. Everything unless said.
    #[serde(default)]
    #[ts(optional)]
    pub audience: Option<Audience>,
}

/// The dates of a version.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize, TS)]
pub struct BaselineOf {
    /// The version.
    pub version_id: PlanVersionId,
}

/// When everything was to be when a plan was frozen.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize, TS)]
pub struct Baseline {
    /// The version's name.
    pub name: String,
    /// The day it was frozen.
    pub frozen_on: NaiveDate,
    /// Objectives, initiatives and tasks that had a date.
    pub bars: Vec<BaselineBar>,
}

/// A record's dates in a version; `title` and `kind` tell of one that is gone since.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize, TS)]
pub struct BaselineBar {
    /// `objective`, `initiative` or `task`.
    pub kind: Kind,
    /// The record.
    pub id: Uuid,
    /// What it was called.
    pub title: String,
    /// Its first day, of which an initiative has none.
    pub start: Option<NaiveDate>,
    /// Its last day.
    pub due: Option<NaiveDate>,
}

plain_requests!(
    Freeze["id", "name"],
    SignVersion["version_id", "person", "on"],
    WithdrawSignOff["id", "reason"],
    CorrectSignOff["id", "reason"],
    Compare["id", "from", "to"],
    BaselineOf["version_id"],
);
