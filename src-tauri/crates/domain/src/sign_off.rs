//! The sign-off: somebody's word that a version of a plan is what was agreed.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use ts_rs::TS;
use uuid::Uuid;

use crate::{
    id::{PlanVersionId, RecordId, SignOffId},
    problem::{Problem, Reason},
    record::{Bare, Kind, Record},
    text,
};

/// Who signed which version, when, in which words. It is never changed, deleted or undone.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize, TS)]
pub struct SignOff {
    /// The version.
    pub version_id: PlanVersionId,
    /// Who, by name.
    pub person: String,
    /// The day they did.
    pub signed_on: NaiveDate,
    /// In which words.
    pub words: String,
}

impl Record for SignOff {
    type Id = SignOffId;
    type Derived = Bare;
    const KIND: Kind = Kind::SignOff;
    const REQUIRED: &'static [&'static str] = &["version_id", "person", "signed_on", "words"];
    const PARENTS: &'static [(&'static str, Kind)] = &[("version_id", Kind::PlanVersion)];

    fn label(&self) -> String {
        self.person.clone()
    }

    fn texts(&self) -> Vec<&str> {
        vec![&self.words]
    }

    fn parent(&self) -> Option<(Kind, Uuid)> {
        Some((Kind::PlanVersion, self.version_id.uuid()))
    }

    fn check(&self, today: NaiveDate) -> Result<(), Problem> {
        text::required("person", &self.person)?;
        if self.signed_on > today {
            return Err(Problem::new("signed_on", Reason::AfterToday { today }));
        }
        if self.words.trim().is_empty() {
            return Err(Problem::new("words", Reason::Empty));
        }
        text::prose("words", &self.words)
    }
}
