//! The checklist: a run of steps for an account, made from a template or by hand.
//!
//! Owns the run, its steps, the templates they are made of, and the rules between them: which date follows from which,
//! which phase waits for which, what a template says otherwise. Deliberately makes and keeps no record.

mod dates;
mod offset;
mod standing;
mod step;
mod template;

pub use dates::{ANCHOR_YEARS, StepDate, anchor_range, check_step_order, hanging_on, step_dates};
pub use offset::{Offset, OffsetFrom};
pub use standing::{Forecast, PhaseProgress, Standing, step_standings};
pub use step::{ChecklistStep, StepFile, StepLink, StepStanding};
pub use template::{
    ANCHORS, ChecklistTemplate, TemplateAnchor, TemplatePhase, TemplateStep, check_anchors, checklist_part,
    outline, step_of,
};

use std::collections::BTreeMap;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};
use ts_rs::TS;
use uuid::Uuid;

use crate::{
    blob::Hash,
    declared::Declared,
    id::{AccountId, ChecklistId, ChecklistTemplateId, RecordId},
    kind::Kind,
    plan::not_before,
    problem::{Problem, Reason},
    record::Record,
    text,
};

/// A checklist that is worked through for an account.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize, TS, Declared)]
pub struct Checklist {
    /// The account.
    #[field(value, customer = key, label = "account")]
    pub account_id: AccountId,
    /// What it is called.
    #[field(title, required, customer = always, label = "field_title")]
    pub title: String,
    /// The template it was made of; it may be gone since, or come with the program.
    #[serde(default)]
    #[field(value, customer = never, label = "kind_template")]
    pub template_id: Option<ChecklistTemplateId>,
    /// The version of that which it follows; 0 without a template.
    #[serde(default)]
    #[field(value, customer = never, label = "template_of_version")]
    pub template_version: i64,
    /// The days that steps count from, by the anchor's key.
    #[serde(default)]
    #[field(value, customer = always, label = "checklist_anchors")]
    pub anchors: BTreeMap<String, NaiveDate>,
    /// Its phases in order.
    #[serde(default)]
    #[field(parts, search, customer = always, label = "checklist_phases")]
    pub phases: Vec<ChecklistPhase>,
    /// True for the one that is looked at first among the account's.
    #[serde(default)]
    #[field(value, customer = never, label = "run_is_primary")]
    pub is_primary: bool,
    /// The day it was started.
    #[field(value, customer = always, label = "checklist_started_on")]
    pub started_on: NaiveDate,
    /// The day it was closed, whatever was left open.
    #[serde(default)]
    #[field(value, customer = always, label = "checklist_closed_on")]
    pub closed_on: Option<NaiveDate>,
    /// Why it takes longer than it should, or was closed early. Internal.
    #[serde(default)]
    #[field(prose, search, customer = never)]
    pub delay_reason: String,
    /// What the template said when it was applied, as a content of the workspace; none without a template.
    #[serde(default)]
    #[field(value, customer = never, label = "template_content")]
    pub applied: Option<Hash>,
    /// The lines of a difference with the template that were declined.
    #[serde(default)]
    #[field(value, customer = never, label = "template_declined")]
    pub declined: Vec<String>,
}

/// A part of a checklist that is done before the next begins.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize, TS, Declared)]
#[field(part)]
pub struct ChecklistPhase {
    /// What it is called; steps name it by this.
    #[field(name, required, search)]
    pub title: String,
    /// What must be true before the next phase begins, as the customer reads it; empty where nothing waits.
    #[serde(default)]
    #[field(prose, search)]
    pub gate: String,
}

impl Record for Checklist {
    type Id = ChecklistId;
    type Derived = Standing;
    const KIND: Kind = Kind::Checklist;
    const REQUIRED: &'static [&'static str] = &["account_id", "title"];
    const PARENTS: &'static [(&'static str, Kind)] = &[("account_id", Kind::Account)];

    fn label(&self) -> String {
        self.title.clone()
    }

    fn parent(&self) -> Option<(Kind, Uuid)> {
        Some((Kind::Account, self.account_id.uuid()))
    }

    fn prefill(fields: &mut Map<String, Value>, today: NaiveDate) {
        fields.entry("started_on").or_insert_with(|| today.to_string().into());
    }

    fn check(&self, today: NaiveDate) -> Result<(), Problem> {
        // First, because a text that is too long is reported with the title of its phase.
        check_phases(&self.phases)?;
        self.check_texts()?;
        if self.closed_on.is_some_and(|day| day > today) {
            return Err(Problem::new("closed_on", Reason::AfterToday { today }));
        }
        not_before("closed_on", self.closed_on, Some(self.started_on))
    }
}

/// Each phase has a title of its own.
fn check_phases(phases: &[ChecklistPhase]) -> Result<(), Problem> {
    for (at, ChecklistPhase { title, gate }) in phases.iter().enumerate() {
        let field = |name: &str| format!("phases[{at}].{name}");
        let within = |Problem { field: name, reason }| Problem { field: field(&name), reason };
        text::required("title", title).map_err(within)?;
        text::prose("gate", gate).map_err(within)?;
        if phases.iter().take(at).any(|before| text::is_same(&before.title, title)) {
            return Err(Problem::new(field("title"), Reason::Twice { what: title.clone() }));
        }
    }
    Ok(())
}
