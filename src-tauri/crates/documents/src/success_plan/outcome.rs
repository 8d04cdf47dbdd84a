//! What a success plan shows of one objective: how it is measured, what is done for it.
//!
//! Each is its record, as its reader sees it, with what was reckoned from it and what hangs under it: a field is said
//! once, in `cairn-domain`, and read from there. In a customer's copy a field that is not for them holds its default.

use cairn_domain::{
    CriterionId, InitiativeId, InitiativeStatus, ObjectiveId, ReadingId, TaskId, VerifiableOutcomeStage,
};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::{
    record::is_its_record,
    series::{Point, Series},
};

is_its_record!(
    Objective => cairn_domain::Objective,
    Criterion => cairn_domain::Criterion,
    Reading => cairn_domain::Reading,
    Initiative => cairn_domain::Initiative,
    Task => cairn_domain::Task,
);

/// A customer business outcome.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
pub struct Objective {
    /// By which a copy that comes back is matched; no page shows it.
    pub id: ObjectiveId,
    /// Its fields.
    pub record: cairn_domain::Objective,
    /// Weighted mean progress of its measured criteria, 1 being all of the way.
    pub outcome_progress: Option<f64>,
    /// Share of its tasks done, 0 to 1.
    pub work_progress: Option<f64>,
    /// How it is measured, in order.
    pub criteria: Vec<Criterion>,
    /// What is done for it, in order.
    pub initiatives: Vec<Initiative>,
    /// The initiatives of other objectives that serve this one too.
    pub served_by: Vec<ServedBy>,
}

impl Objective {
    /// True once the customer confirmed it; then the record says who, when and in which words, set as a quotation.
    #[must_use]
    pub fn is_confirmed(&self) -> bool {
        self.stage == VerifiableOutcomeStage::Verified
    }
}

/// An initiative that lives under another objective and serves this one too.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct ServedBy {
    /// What is done.
    pub title: String,
    /// How it is going.
    pub status: InitiativeStatus,
    /// By when.
    pub due: Option<NaiveDate>,
    /// The title of the objective it lives under.
    pub home: String,
}

/// A measure of an objective.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
pub struct Criterion {
    /// By which a copy that comes back is matched; no page shows it.
    pub id: CriterionId,
    /// Its fields. Percent 30 means 30 %, yes/no is 1 or 0.
    pub record: cairn_domain::Criterion,
    /// Share of the way, 1 being all of it; may be negative or pass 1; `None` without a reading.
    pub progress: Option<f64>,
    /// The day on which the trend of the readings reaches the target ([`cairn_domain::projected`]).
    pub projected: Option<NaiveDate>,
    /// The readings, in any order.
    pub readings: Vec<Reading>,
}

impl Criterion {
    /// The readings that can be drawn and told, oldest first.
    pub(crate) fn in_order(&self) -> Vec<&Reading> {
        let mut readings: Vec<_> = self.readings.iter().filter(|reading| reading.value.is_finite()).collect();
        readings.sort_by_key(|reading| reading.date);
        readings
    }

    /// What a chart draws of it.
    pub(crate) fn series(&self) -> Series {
        Series {
            kind: self.kind,
            direction: self.direction,
            baseline: self.baseline,
            target: self.target,
            target_min: self.target_min,
            target_max: self.target_max,
            target_date: self.target_date,
            progress: self.progress,
            projected: self.projected,
            points: self
                .in_order()
                .into_iter()
                .map(|reading| Point { date: reading.date, value: reading.value })
                .collect(),
        }
    }
}

/// A dated value of a criterion.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
pub struct Reading {
    /// By which a copy that comes back is matched; no page shows it.
    pub id: ReadingId,
    /// Its fields; the value is in the criterion's unit.
    pub record: cairn_domain::Reading,
}

/// An action plan under an objective.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
pub struct Initiative {
    /// By which a copy that comes back is matched; no page shows it.
    pub id: InitiativeId,
    /// Its fields.
    pub record: cairn_domain::Initiative,
    /// First day: that of its first task that this reader sees.
    pub start: Option<NaiveDate>,
    /// Its tasks that this reader sees, in order.
    pub tasks: Vec<Task>,
}

/// A step of an initiative.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
pub struct Task {
    /// By which a copy that comes back is matched; no page shows it.
    pub id: TaskId,
    /// Its fields.
    pub record: cairn_domain::Task,
}
