//! The dependency: a task that waits for another.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use ts_rs::TS;
use uuid::Uuid;

use crate::{
    declared::Declared,
    id::{DependencyId, RecordId, TaskId},
    kind::Kind,
    problem::{Problem, Reason},
    record::{Bare, Record},
};

/// Most working days between two tasks.
const LAG_MAX: i64 = 1_000;

/// Finish to start: the successor starts on the next working day after the predecessor's due date plus the lag.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize, TS, Declared)]
#[field(customer = never)]
pub struct Dependency {
    /// What must be done first.
    #[field(value, customer = key, workbook(1, "Predecessor", "First", "Before"), label = "predecessor")]
    pub predecessor_id: TaskId,
    /// What follows.
    #[field(value, customer = key, workbook(2, "Successor", "Then", "After"), label = "successor")]
    pub successor_id: TaskId,
    /// Working days between the two, 0 to 1,000, beyond the next one.
    #[serde(default)]
    #[field(value, customer = screen, workbook(3, "Lag", "Lag in working days"), label = "lag_between")]
    pub lag_days: i64,
}

impl Record for Dependency {
    type Id = DependencyId;
    type Derived = Bare;
    const KIND: Kind = Kind::Dependency;
    const REQUIRED: &'static [&'static str] = &["predecessor_id", "successor_id"];
    // It hangs under both: it goes with either.
    const PARENTS: &'static [(&'static str, Kind)] =
        &[("successor_id", Kind::Task), ("predecessor_id", Kind::Task)];

    fn label(&self) -> String {
        String::new()
    }

    fn parent(&self) -> Option<(Kind, Uuid)> {
        Some((Kind::Task, self.successor_id.uuid()))
    }

    fn check(&self, _today: NaiveDate) -> Result<(), Problem> {
        match self.lag_days {
            ..0 => Err(Problem::new("lag_days", Reason::Negative)),
            0..=LAG_MAX => Ok(()),
            _ => Err(Problem::new("lag_days", Reason::TooLarge)),
        }
    }
}
