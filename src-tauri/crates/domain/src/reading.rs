//! The reading: what a criterion stood at on a day.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};
use ts_rs::TS;
use uuid::Uuid;

use crate::{
    declared::Declared,
    id::{CriterionId, ReadingId, RecordId},
    kind::Kind,
    number,
    problem::{Problem, Reason},
    record::{Bare, Record},
    words::Audience,
};

/// One dated value of a criterion, with where it came from.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize, TS, Declared)]
pub struct Reading {
    /// The criterion that was read.
    #[field(value, customer = key, workbook(1, "KPI", "Criterion", "Metric"), label = "success_criterion")]
    pub criterion_id: CriterionId,
    /// The day it was read; today unless said, never later.
    #[field(value, customer = always, workbook(2, "Day", "Read on"))]
    pub date: NaiveDate,
    /// What was read, in the criterion's unit.
    #[field(measure, customer = always, workbook(3, "Reading"))]
    pub value: f64,
    /// What is worth knowing about it.
    #[serde(default)]
    #[field(prose, search, customer = by(note_visibility), workbook(4, "Notes", "Comment"))]
    pub note: String,
    /// Who may read the note.
    #[serde(default)]
    #[field(value, customer = never, workbook(5, "Who sees the note", "The note is for"))]
    pub note_visibility: Audience,
    /// Where the value comes from: a report, a link.
    #[serde(default)]
    #[field(prose, search, customer = never, workbook(6, "Evidence or link"))]
    pub evidence: String,
    /// Who read it.
    #[serde(default)]
    #[field(person, search, customer = never, workbook(7, "Read by"))]
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
        self.check_texts()
    }
}
