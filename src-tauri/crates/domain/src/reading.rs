//! The reading: what a criterion stood at on a day.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};
use ts_rs::TS;
use uuid::Uuid;

use crate::{
    id::{CriterionId, ReadingId, RecordId},
    number,
    problem::{Problem, Reason},
    record::{Bare, Kind, Record},
    text,
    words::Audience,
};

/// One dated value of a criterion, with where it came from.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize, TS)]
pub struct Reading {
    /// The criterion that was read.
    pub criterion_id: CriterionId,
    /// The day it was read; today unless said, never later.
    pub date: NaiveDate,
    /// What was read, in the criterion's unit.
    pub value: f64,
    /// What is worth knowing about it.
    #[serde(default)]
    pub note: String,
    /// Who may read the note.
    #[serde(default)]
    pub note_visibility: Audience,
    /// Where the value comes from: a report, a link.
    #[serde(default)]
    pub evidence: String,
    /// Who read it.
    #[serde(default)]
    pub who: String,
}

impl Record for Reading {
    type Id = ReadingId;
    type Derived = Bare;
    const KIND: Kind = Kind::Reading;
    const REQUIRED: &'static [&'static str] = &["criterion_id", "value"];
    const PARENTS: &'static [(&'static str, Kind)] = &[("criterion_id", Kind::Criterion)];

    fn label(&self) -> String {
        format!("{}: {}", self.date, self.value)
    }

    fn texts(&self) -> Vec<&str> {
        vec![&self.note, &self.evidence, &self.who]
    }

    fn parent(&self) -> Option<(Kind, Uuid)> {
        Some((Kind::Criterion, self.criterion_id.uuid()))
    }

    fn prefill(fields: &mut Map<String, Value>, today: NaiveDate) {
        fields.entry("date").or_insert_with(|| today.to_string().into());
    }

    fn check(&self, today: NaiveDate) -> Result<(), Problem> {
        number::kept("value", self.value)?;
        if self.date > today {
            return Err(Problem::new("date", Reason::AfterToday { today }));
        }
        text::prose("note", &self.note)?;
        text::prose("evidence", &self.evidence)?;
        text::name("who", &self.who)
    }
}
