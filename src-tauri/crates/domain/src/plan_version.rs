//! The version: a plan frozen under a name, and who agreed to it.
//!
//! What the plan said stands in the content it names, never in the journal; a version is also a baseline.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use ts_rs::TS;
use uuid::Uuid;

use crate::{
    blob::Hash,
    declared::Declared,
    id::{PlanId, PlanVersionId, RecordId},
    kind::Kind,
    plan::Approver,
    problem::{Problem, Reason},
    record::Record,
    sign_off::SignEntry,
    text,
};

/// A plan as it stood on a day. Only its name and its note change, and nothing once somebody signed it.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize, TS, Declared)]
pub struct PlanVersion {
    /// The plan.
    #[field(value, customer = key, label = "plan")]
    pub plan_id: PlanId,
    /// What it is called; no two versions of a plan have one name.
    #[field(title, required, customer = always, label = "field_name")]
    pub name: String,
    /// The day it was frozen.
    #[field(value, customer = always)]
    pub frozen_on: NaiveDate,
    /// Who agreed to it, by name.
    #[serde(default)]
    #[field(prose, people, search, customer = always)]
    pub agreed_by: String,
    /// What is worth knowing about it. Internal.
    #[serde(default)]
    #[field(prose, search, customer = never, label = "version_note")]
    pub note: String,
    /// The plan's records as they stood ([`crate::PlanContent`]).
    #[field(value, customer = always, label = "template_content")]
    pub content: Hash,
}

/// Who signed a version, and who is still asked to.
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize, Deserialize, TS)]
pub struct Signing {
    /// What stands, in the order in which it was recorded.
    pub signed: Vec<SignEntry>,
    /// What was corrected or taken back, and the entries that took it back.
    #[serde(default)]
    pub past: Vec<SignEntry>,
    /// The plan's approvers of today who have not signed this version.
    pub asked: Vec<Approver>,
}

impl Signing {
    /// The lists: `entries` are all of the version, `approvers` those of the plan.
    #[must_use]
    pub fn of(entries: Vec<SignEntry>, approvers: &[Approver]) -> Self {
        let amended: Vec<_> = entries.iter().filter_map(|entry| entry.record.amends).collect();
        let stands = |entry: &SignEntry| !entry.record.withdrawn && !amended.contains(&entry.id);
        let (signed, past): (Vec<_>, Vec<_>) = entries.into_iter().partition(stands);
        let waits = |asked: &&Approver| {
            !signed.iter().any(|signed: &SignEntry| text::is_same(&signed.record.person, &asked.name))
        };
        let asked = approvers.iter().filter(waits).cloned().collect();
        Self { signed, past, asked }
    }
}

impl Record for PlanVersion {
    type Id = PlanVersionId;
    type Derived = Signing;
    const KIND: Kind = Kind::PlanVersion;
    const REQUIRED: &'static [&'static str] = &["plan_id", "name", "content"];
    const PARENTS: &'static [(&'static str, Kind)] = &[("plan_id", Kind::Plan)];

    fn label(&self) -> String {
        self.name.clone()
    }

    fn parent(&self) -> Option<(Kind, Uuid)> {
        Some((Kind::Plan, self.plan_id.uuid()))
    }

    fn check(&self, _today: NaiveDate) -> Result<(), Problem> {
        self.check_texts()
    }
}

impl PlanVersion {
    /// What a change may touch: name and note.
    ///
    /// # Errors
    /// `fixed` with the field.
    pub fn check_fixed(&self, before: &Self) -> Result<(), Problem> {
        let touched = [
            ("frozen_on", self.frozen_on != before.frozen_on),
            ("agreed_by", self.agreed_by != before.agreed_by),
            ("content", self.content != before.content),
        ];
        match touched.into_iter().find(|(_, touched)| *touched) {
            Some((field, _)) => Err(Problem::new(field, Reason::Fixed)),
            None => Ok(()),
        }
    }
}
