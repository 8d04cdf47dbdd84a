//! What the roadmap draws beside the dates themselves: the room of each task, dates that contradict a dependency, and the
//! days on which nobody works.

use cairn_domain::{DependencyId, PlanId, Side, TaskId};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::body::plain_requests;

/// The critical path of a plan.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize, TS)]
pub struct CriticalTasks {
    /// Every task of the plan.
    pub tasks: Vec<TaskRoom>,
    /// The dependencies over which the smallest delay is handed on.
    pub tight: Vec<DependencyId>,
    /// The last day of all that is still open, against which room is counted; none where nothing is.
    pub end: Option<NaiveDate>,
}

/// How much later a task can end.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize, TS)]
pub struct TaskRoom {
    /// The task.
    pub id: TaskId,
    /// Working days of its side by which it can end later without moving the plan's end or breaking a milestone;
    /// below zero where it is too late already. None for what is over, for what has no due date, and for a
    /// milestone that waits for nothing.
    #[ts(type = "number | null")]
    pub slack_days: Option<i64>,
    /// True where the smallest delay is felt.
    pub critical: bool,
}

/// The dependencies that the dates of a plan's open tasks contradict.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize, TS)]
pub struct DateConflicts {
    /// By the day on which the successor begins.
    pub conflicts: Vec<DatesInConflict>,
}

/// A task that begins before what it waits for is over.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize, TS)]
pub struct DatesInConflict {
    /// What joins the two.
    pub dependency_id: DependencyId,
    /// What must be done first.
    pub predecessor_id: TaskId,
    /// Its title.
    pub predecessor: String,
    /// Its last day.
    pub ends: NaiveDate,
    /// What follows.
    pub successor_id: TaskId,
    /// Its title.
    pub successor: String,
    /// Its first day.
    pub begins: NaiveDate,
    /// The first working day on which it could begin.
    pub earliest: NaiveDate,
}

/// A span of days.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize, TS)]
pub struct DaysOffRequest {
    /// The plan, whose account says where the customer is.
    pub id: PlanId,
    /// The first day.
    pub from: NaiveDate,
    /// The last day, at most a hundred years later.
    pub to: NaiveDate,
}

/// The days on which nobody works: free days of the week, holidays, leave.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize, TS)]
pub struct DaysOff {
    /// Ours, in order.
    pub ours: Vec<NaiveDate>,
    /// The customer's, in order.
    pub customer: Vec<NaiveDate>,
    /// What those of them are called that are holidays or leave, in order.
    pub named: Vec<NamedDayOff>,
}

/// A holiday, or a day of leave.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Debug, Serialize, Deserialize, TS)]
pub struct NamedDayOff {
    /// The day.
    pub date: NaiveDate,
    /// Whose it is.
    pub side: Side,
    /// What it is called; empty where nobody said.
    pub name: String,
}

plain_requests!(DaysOffRequest["id", "from", "to"]);
