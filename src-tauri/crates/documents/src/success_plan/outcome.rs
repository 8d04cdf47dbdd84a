//! What a success plan shows of one objective: how it is measured, what is done for it.

use cairn_domain::{
    Audience, CriterionId, CriterionKind, CriterionSource, Direction, InitiativeId, InitiativeStatus,
    InterimTarget, Level, ObjectiveId, ObjectiveStatus, ReadingId, Side, TaskId, TaskStatus, UseCase,
    VerifiableOutcomeStage,
};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// A customer business outcome.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
pub struct Objective {
    /// By which a copy that comes back is matched; no page shows it.
    pub id: ObjectiveId,
    /// What is to be reached.
    pub title: String,
    /// How it is going.
    pub status: ObjectiveStatus,
    /// How far it is agreed and confirmed.
    pub stage: VerifiableOutcomeStage,
    /// What part of the platform it rests on: a label where the customer works, not on a page.
    pub use_case: Option<UseCase>,
    /// How important it is: a label where the customer works, not on a page.
    pub priority: Option<Level>,
    /// The author's prose.
    pub summary: String,
    /// What went well.
    pub successes: String,
    /// What could go wrong; `None` if this reader may not see it.
    pub risks: Option<String>,
    /// What it means to the business, in the customer's words; set as a quotation.
    pub business_impact: String,
    /// Who confirmed the outcome; `None` until it is verified.
    pub confirmation: Option<Confirmation>,
    /// Our owner.
    pub owner: String,
    /// The customer's owner.
    pub customer_owner: String,
    /// First day.
    pub start: Option<NaiveDate>,
    /// Day by which it should be reached.
    pub due: Option<NaiveDate>,
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
    /// What only we may see of it; `None` in a customer's copy.
    pub internal: Option<ObjectiveInternal>,
}

/// The customer's word that an outcome is there.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Confirmation {
    /// Who said it.
    pub by: String,
    /// When.
    pub on: Option<NaiveDate>,
    /// In which words; set as a quotation.
    pub words: String,
}

/// What only we may see of an objective.
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
pub struct ObjectiveInternal {
    /// Who may read its risks.
    pub risks_visibility: Audience,
    /// Why it was closed.
    pub close_reason: String,
    /// What came of it.
    pub summary_of_outcome: String,
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
    /// What is measured.
    pub name: String,
    /// The unit in the customer's words; the currency for money.
    pub unit: String,
    /// What kind of value it is; percent 30 means 30 %, yes/no is 1 or 0.
    pub kind: CriterionKind,
    /// Which way is better.
    pub direction: Direction,
    /// Where it started.
    pub baseline: Option<f64>,
    /// Where it should arrive, unless in range.
    pub target: Option<f64>,
    /// Lower end of the range.
    pub target_min: Option<f64>,
    /// Upper end of the range.
    pub target_max: Option<f64>,
    /// By when.
    pub target_date: Option<NaiveDate>,
    /// Share of the way, 1 being all of it; may be negative or pass 1; `None` without a reading.
    pub progress: Option<f64>,
    /// The day on which the trend of the readings reaches the target ([`cairn_domain::projected`]).
    pub projected: Option<NaiveDate>,
    /// The readings, in any order.
    pub readings: Vec<Reading>,
    /// What only we may see of it; `None` in a customer's copy.
    pub internal: Option<CriterionInternal>,
}

/// What only we may see of a criterion.
#[derive(Clone, PartialEq, Debug, Default, Serialize, Deserialize)]
pub struct CriterionInternal {
    /// Where it should stand on the way.
    pub interim_targets: Vec<InterimTarget>,
    /// How much it counts.
    pub weight: f64,
    /// Where its readings come from.
    pub source: CriterionSource,
}

/// A dated value of a criterion.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
pub struct Reading {
    /// By which a copy that comes back is matched; no page shows it.
    pub id: ReadingId,
    /// The day it was read.
    pub date: NaiveDate,
    /// What was read, in the criterion's unit.
    pub value: f64,
    /// A note, if this reader may see it.
    pub note: Option<String>,
    /// What only we may see of it; `None` in a customer's copy.
    pub internal: Option<ReadingInternal>,
}

/// What only we may see of a reading.
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
pub struct ReadingInternal {
    /// Who may read the note.
    pub note_visibility: Audience,
    /// Where the value comes from.
    pub evidence: String,
    /// Who read it.
    pub who: String,
}

/// An action plan under an objective, already filtered by audience.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
pub struct Initiative {
    /// By which a copy that comes back is matched; no page shows it.
    pub id: InitiativeId,
    /// What is done.
    pub title: String,
    /// How it is going.
    pub status: InitiativeStatus,
    /// Our directly responsible individual.
    pub dri: String,
    /// The customer's.
    pub customer_dri: String,
    /// First day; where it has none of its own, the timeline starts it with its first task.
    pub start: Option<NaiveDate>,
    /// By when.
    pub due: Option<NaiveDate>,
    /// The latest word on it.
    pub update_text: String,
    /// Its tasks, in order, already filtered by audience.
    pub tasks: Vec<Task>,
    /// The other objectives that it serves, which a page shows under them; `None` in a customer's copy.
    pub also_serves: Option<Vec<ObjectiveId>>,
    /// Who may see it, which only we are told; `None` in a customer's copy.
    pub visibility: Option<Audience>,
}

/// A step of an initiative.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
pub struct Task {
    /// By which a copy that comes back is matched; no page shows it.
    pub id: TaskId,
    /// What is to be done.
    pub title: String,
    /// How it is going.
    pub status: TaskStatus,
    /// Who does it.
    pub owner: String,
    /// On which side the owner is.
    pub owner_side: Side,
    /// The customer's person beside an owner of ours.
    pub customer_dri: String,
    /// First day.
    pub start: Option<NaiveDate>,
    /// By when.
    pub due: Option<NaiveDate>,
    /// When it was done.
    pub done_date: Option<NaiveDate>,
    /// Whether it is a milestone.
    pub milestone: bool,
    /// What only we may see of it; `None` in a customer's copy.
    pub internal: Option<TaskInternal>,
}

/// What only we may see of a task.
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
pub struct TaskInternal {
    /// How important it is.
    pub priority: Option<Level>,
    /// How likely the milestone is to be missed.
    pub milestone_risk: Option<Level>,
    /// What it waits for, while it is blocked.
    pub blocked_reason: String,
    /// Who may see it.
    pub visibility: Audience,
}
