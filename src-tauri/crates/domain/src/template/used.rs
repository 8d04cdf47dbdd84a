//! Which template a plan was made of, and what became of each part.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use ts_rs::TS;
use uuid::Uuid;

use super::parts::{Part, PartId};
use crate::{
    declared::Declared,
    id::{PlanId, RecordId, TemplateId, TemplateUseId},
    kind::Kind,
    problem::Problem,
    record::{Bare, Record},
};

/// A template was applied to a plan.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize, TS, Declared)]
#[field(customer = never)]
pub struct TemplateUse {
    /// The plan.
    #[field(value, customer = never, label = "plan")]
    pub plan_id: PlanId,
    /// The template; it may be gone since, or come with the program.
    #[field(value, customer = never, label = "kind_template")]
    pub template_id: TemplateId,
    /// The version of it that the plan follows.
    #[field(value, customer = never, label = "template_of_version")]
    pub template_version: i64,
    /// The day that its days count from.
    #[field(value, customer = never)]
    pub start: NaiveDate,
    /// The parts that fitted the account, as applied; where differences were handled since, as they were then.
    #[serde(default)]
    #[ts(type = "unknown")]
    #[field(value, customer = never, label = "template_content")]
    pub parts: Vec<Part>,
    /// Which part became which record: `task/key` to its id.
    #[serde(default)]
    #[field(value, customer = never, label = "template_content")]
    pub records: BTreeMap<String, Uuid>,
    /// The lines of a difference that were declined.
    #[serde(default)]
    #[field(value, customer = never, label = "template_declined")]
    pub declined: Vec<String>,
}

impl Record for TemplateUse {
    type Id = TemplateUseId;
    type Derived = Bare;
    const KIND: Kind = Kind::TemplateUse;
    const REQUIRED: &'static [&'static str] = &["plan_id", "template_id", "template_version", "start"];
    const PARENTS: &'static [(&'static str, Kind)] = &[("plan_id", Kind::Plan)];

    fn label(&self) -> String {
        String::new()
    }

    fn parent(&self) -> Option<(Kind, Uuid)> {
        Some((Kind::Plan, self.plan_id.uuid()))
    }

    fn check(&self, _today: NaiveDate) -> Result<(), Problem> {
        Ok(())
    }
}

impl TemplateUse {
    /// A part's name among [`TemplateUse::records`].
    #[must_use]
    pub fn name_of((kind, key): &PartId) -> String {
        format!("{}/{key}", kind.word())
    }

    /// The record that a part became, if it was made.
    #[must_use]
    pub fn record_of(&self, part: &PartId) -> Option<Uuid> {
        self.records.get(&Self::name_of(part)).copied()
    }
}
