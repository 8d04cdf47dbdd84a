//! New dates for a task, and all that they push.

use cairn_domain::TaskId;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::body::plain_requests;

/// What would move if a task got new dates.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize, TS)]
pub struct ShiftRequest {
    /// The task.
    pub task_id: TaskId,
    /// Its new first day; alone it moves the task, which keeps its length in working days.
    #[serde(default)]
    #[ts(optional)]
    pub start: Option<NaiveDate>,
    /// Its new last day; alone it changes the length.
    #[serde(default)]
    #[ts(optional)]
    pub due: Option<NaiveDate>,
    /// Answer only what becomes of these tasks, and of the task itself: a bar under a hand needs no more than what
    /// is in sight. All of them unless said.
    #[serde(default)]
    #[ts(optional)]
    pub among: Option<Vec<TaskId>>,
}

/// Give a task new dates, and what they push.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize, TS)]
pub struct ShiftApply {
    /// The task.
    pub task_id: TaskId,
    /// As in the preview.
    #[serde(default)]
    #[ts(optional)]
    pub start: Option<NaiveDate>,
    /// As in the preview.
    #[serde(default)]
    #[ts(optional)]
    pub due: Option<NaiveDate>,
    /// Move this task alone, whatever its dates push.
    #[serde(default)]
    #[ts(optional, as = "Option<bool>")]
    pub only: bool,
}

/// Move several tasks of one plan, and what they push: by working days, or all to one last day.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize, TS)]
pub struct ShiftMany {
    /// The tasks; by working days, what is over or has no dates stays.
    pub task_ids: Vec<TaskId>,
    /// How many working days of its side's calendar each moves later, or earlier below zero; at most 1,000. Needed
    /// without `due`.
    #[serde(default)]
    #[ts(optional)]
    pub working_days: Option<i32>,
    /// The last day that each gets instead; the first one stays where it can.
    #[serde(default)]
    #[ts(optional)]
    pub due: Option<NaiveDate>,
    /// Move these tasks alone, whatever their dates push.
    #[serde(default)]
    #[ts(optional, as = "Option<bool>")]
    pub only: bool,
}

/// Every date that moves, with its reason.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize, TS)]
pub struct ShiftPreview {
    /// What was asked for and what it pushes, each after what pushes it.
    pub moves: Vec<Moved>,
    /// Milestones that would have to move, and stay.
    pub fixed: Vec<HeldMilestone>,
    /// Tasks whose new dates lie outside of the plan's period.
    pub outside: Vec<TaskId>,
}

/// A task that moves.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize, TS)]
pub struct Moved {
    /// The task.
    pub id: TaskId,
    /// Its title.
    pub title: String,
    /// First day before.
    pub old_start: Option<NaiveDate>,
    /// First day after.
    pub new_start: Option<NaiveDate>,
    /// Last day before.
    pub old_due: Option<NaiveDate>,
    /// Last day after.
    pub new_due: Option<NaiveDate>,
    /// Why.
    pub why: MoveReason,
}

/// Why a task moves.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize, TS)]
#[serde(tag = "reason", rename_all = "snake_case")]
pub enum MoveReason {
    /// Somebody asked for it.
    Asked,
    /// It waits for another.
    After {
        /// That task's title.
        predecessor: String,
    },
}

/// A milestone that stays although a link would push it.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize, TS)]
pub struct HeldMilestone {
    /// The milestone.
    pub id: TaskId,
    /// Its title.
    pub title: String,
    /// Its date, which stays.
    pub due: Option<NaiveDate>,
    /// The title of the task that ends too late for it.
    pub predecessor: String,
}

plain_requests!(ShiftRequest["task_id"], ShiftApply["task_id"], ShiftMany["task_ids"]);
