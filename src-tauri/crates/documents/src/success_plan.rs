//! The success plan as a document: what it may show (this file) and how to make it ([`render`]).
//!
//! These structs are the allow-list: a value that has no field here cannot reach the page. Whoever fills
//! them filters by audience first: what the audience may not see is `None` or absent. Internal facts of the
//! account exist only inside [`Reader::Internal`], so a customer's copy has no place to carry them.

mod build;
mod objective;
mod people;
mod sheet;
mod stand;
mod states;

use cairn_domain::{
    CriterionKind, Direction, InitiativeStatus, LifecycleStage, Money, ObjectiveStatus, PlanId, PlanType,
    Priority, Side, SuccessTier, TaskStatus, VerifiableOutcomeStage,
};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::{DocumentError, Language, Paper, Rendered, press};

/// Makes the document.
///
/// Any text in any field is set as that text: it is never markup. A character that no font has becomes
/// U+25A1 and is named in [`Rendered::missing`]; text too long for its place is cut and named in
/// [`Rendered::cut`]. Same input, same bytes, as long as the shipped fonts have every character; where they
/// do not, this machine's fonts help out.
///
/// # Errors
/// Only for a fault of the program itself (a template, the engine); never for the text of a record.
pub fn render(plan: &SuccessPlan) -> Result<Rendered, DocumentError> {
    press::print(&job(plan)?)
}

/// What the press is to print.
pub(crate) fn job(plan: &SuccessPlan) -> Result<press::Job, DocumentError> {
    let (data, cut) = build::data(plan)?;
    Ok(press::Job { template: "/success_plan.typ", data, ident: plan.plan_id.to_string(), cut })
}

/// A success plan as one reader may see it.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
pub struct SuccessPlan {
    /// The plan's id: the PDF's lasting identity, never shown.
    pub plan_id: PlanId,
    /// The day in the workspace's zone: the date of this copy, and what "overdue" is measured against.
    pub today: NaiveDate,
    /// The language of labels, dates and numbers.
    pub language: Language,
    /// The paper size.
    pub paper: Paper,
    /// Whom this copy is for.
    pub reader: Reader,
    /// The account's name.
    pub account: String,
    /// The plan's title.
    pub title: String,
    /// What the plan is for.
    pub plan_type: PlanType,
    /// First day of the plan's period.
    pub period_start: Option<NaiveDate>,
    /// Last day of the plan's period.
    pub period_end: Option<NaiveDate>,
    /// The customer's sponsor, as the plan names them.
    pub sponsor: String,
    /// The architect who made this copy.
    pub author: Author,
    /// The author's prose on the way to the outcomes.
    pub strategy: String,
    /// The author's prose on what happened.
    pub highlights: String,
    /// Mean outcome progress of the measured objectives, 1 being all of the way; `None` if none is measured.
    pub outcome_progress: Option<f64>,
    /// The objectives, in the plan's order.
    pub objectives: Vec<Objective>,
}

/// Whom a copy is for. A customer's copy cannot carry what is ours alone.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Reader {
    /// For the customer.
    Customer,
    /// For us; every page says so.
    Internal(Box<Internal>),
}

/// Who signs as the architect.
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
pub struct Author {
    /// Full name.
    pub name: String,
    /// Job title.
    pub title: String,
}

/// A customer business outcome.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
pub struct Objective {
    /// What is to be reached.
    pub title: String,
    /// How it is going.
    pub status: ObjectiveStatus,
    /// How far it is agreed and confirmed.
    pub stage: VerifiableOutcomeStage,
    /// The author's prose.
    pub summary: String,
    /// What went well.
    pub successes: String,
    /// What could go wrong; `None` if this reader may not see it.
    pub risks: Option<String>,
    /// What it means to the business, in the customer's words; set as a quotation.
    pub business_impact: String,
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
}

/// A measure of an objective.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
pub struct Criterion {
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
    /// The readings, in any order.
    pub readings: Vec<Reading>,
}

/// A dated value of a criterion.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
pub struct Reading {
    /// The day it was read.
    pub date: NaiveDate,
    /// What was read, in the criterion's unit.
    pub value: f64,
    /// A note, if this reader may see it.
    pub note: Option<String>,
}

/// An action plan under an objective, already filtered by audience.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
pub struct Initiative {
    /// What is done.
    pub title: String,
    /// How it is going.
    pub status: InitiativeStatus,
    /// Our directly responsible individual.
    pub dri: String,
    /// The customer's.
    pub customer_dri: String,
    /// By when.
    pub due: Option<NaiveDate>,
    /// The latest word on it.
    pub update_text: String,
    /// Its tasks, in order, already filtered by audience.
    pub tasks: Vec<Task>,
}

/// A step of an initiative.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
pub struct Task {
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
    /// By when.
    pub due: Option<NaiveDate>,
    /// When it was done.
    pub done_date: Option<NaiveDate>,
    /// Whether it is a milestone.
    pub milestone: bool,
}

/// What only we may see of the account and its plan.
#[derive(Clone, PartialEq, Debug, Default, Serialize, Deserialize)]
pub struct Internal {
    /// Annual recurring revenue.
    pub arr: Option<Money>,
    /// The service level.
    pub tier: Option<SuccessTier>,
    /// How much attention the account gets.
    pub priority: Option<Priority>,
    /// Where it stands in the customer journey.
    pub stage: Option<LifecycleStage>,
    /// When the contract renews.
    pub renewal_date: Option<NaiveDate>,
    /// Why objectives were closed.
    pub closures: Vec<Closure>,
    /// Everything else that is ours alone and belongs to the plan.
    pub notes: Vec<Note>,
}

/// Why an objective was closed.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Closure {
    /// The objective's title.
    pub objective: String,
    /// Why it was closed.
    pub reason: String,
    /// What came of it.
    pub outcome: String,
}

/// An internal note.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Note {
    /// The record it is about, by its title.
    pub about: String,
    /// The note.
    pub text: String,
}
