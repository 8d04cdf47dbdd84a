//! The sign-off: somebody's word that a version of a plan is what was agreed.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use ts_rs::TS;
use uuid::Uuid;

use crate::{
    declared::Declared,
    id::{PlanVersionId, RecordId, SignOffId},
    kind::Kind,
    problem::{Problem, Reason},
    record::{Bare, Record},
};

/// Who signed which version, when, in which words. It is never changed, deleted or undone: an entry that stands instead
/// of it corrects it or takes it back, and both are kept.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize, TS, Declared)]
pub struct SignOff {
    /// The version.
    #[field(value, customer = key, label = "version")]
    pub version_id: PlanVersionId,
    /// Who, by name.
    #[field(person, required, customer = always, label = "signed_by")]
    pub person: String,
    /// The day they did; of an entry that takes one back, the day it was taken back.
    #[field(value, customer = always)]
    pub signed_on: NaiveDate,
    /// In which words, where they said any.
    #[serde(default)]
    #[field(prose, search, customer = always, label = "confirmed_words")]
    pub words: String,
    /// The entry that this one stands instead of.
    #[serde(default)]
    #[field(value, customer = key, label = "sign_off_amends")]
    pub amends: Option<SignOffId>,
    /// True where it takes that entry back.
    #[serde(default)]
    #[field(value, customer = screen, label = "sign_off_withdrawn")]
    pub withdrawn: bool,
    /// Why it stands instead of the other.
    #[serde(default)]
    #[field(prose, search, customer = always, label = "step_reason")]
    pub reason: String,
}

/// A sign-off with its id, as a version lists it.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize, TS)]
pub struct SignEntry {
    /// Its id.
    pub id: SignOffId,
    /// What was signed, or taken back.
    #[serde(flatten)]
    pub record: SignOff,
}

impl Record for SignOff {
    type Id = SignOffId;
    type Derived = Bare;
    const KIND: Kind = Kind::SignOff;
    const REQUIRED: &'static [&'static str] = &["version_id", "person", "signed_on"];
    const PARENTS: &'static [(&'static str, Kind)] = &[("version_id", Kind::PlanVersion)];

    fn label(&self) -> String {
        self.person.clone()
    }

    fn parent(&self) -> Option<(Kind, Uuid)> {
        Some((Kind::PlanVersion, self.version_id.uuid()))
    }

    fn check(&self, today: NaiveDate) -> Result<(), Problem> {
        self.check_texts()?;
        if self.signed_on > today {
            return Err(Problem::new("signed_on", Reason::AfterToday { today }));
        }
        if self.amends.is_some() && self.reason.trim().is_empty() {
            return Err(Problem::new("reason", Reason::Empty));
        }
        Ok(())
    }
}
