//! What a success plan shows, for whom, and how it is to look. Its objectives have a room of their own.

use std::collections::{BTreeMap, BTreeSet};

use cairn_domain::{
    Calendars, CommandPlan, DependencyId, LifecycleStage, Money, Paper, PlanId, PlanType, Priority, Section,
    Side, SuccessTier,
};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::{Agreement, Objective};
use crate::{Brand, Language};

/// A success plan as one reader may see it.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
pub struct SuccessPlan {
    /// The plan's id: the PDF's lasting identity, never shown.
    pub plan_id: PlanId,
    /// The day in the workspace's zone: the date of this copy, and what "overdue" is measured against.
    pub today: NaiveDate,
    /// Whose working days count for whom: days of the timeline are working days, as on the roadmap.
    #[serde(skip)]
    pub calendars: Calendars,
    /// The language of labels, dates and numbers.
    pub language: Language,
    /// The paper size.
    pub paper: Paper,
    /// Whom this copy is for.
    pub reader: Reader,
    /// True where names or hosts gave way to marks. Such a copy is for reading: what comes back of it would write marks
    /// over names, so files of it say so.
    pub redacted: bool,
    /// True where the ids are not those of the records but sealed for this copy; files of it say so, with the day.
    #[serde(default)]
    pub sealed: bool,
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
    /// Its last version, what changed since, and who signed.
    #[serde(default)]
    pub agreement: Agreement,
    /// The people of the plan, in the order they are to be named.
    pub people: Vec<Person>,
    /// The look of the house that makes this copy.
    pub brand: Brand,
    /// The line at the head and the foot of every page, such as `TLP:AMBER`; an empty one is missed in the remarks.
    pub classification: Option<String>,
    /// What to print; nothing chosen is the cover alone. What has nothing to say is left out all the same.
    pub sections: BTreeSet<Section>,
    /// The reader's own words for labels, by key ([`crate::labels`] lists them). What [`crate::check_label`]
    /// refuses is not used.
    pub labels: BTreeMap<String, String>,
}

/// Somebody of the plan: a name, a title and a role are all a document says of a person.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Person {
    /// Full name.
    pub name: String,
    /// Job title.
    pub title: String,
    /// The roles in the plan, the most important first.
    pub roles: Vec<Role>,
    /// On which side.
    pub side: Side,
}

/// What somebody is in a plan.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Role {
    /// Sponsors the plan.
    Sponsor,
    /// Signs as the architect.
    Architect,
    /// Owns outcomes; the page says which, by the names of their owners.
    OutcomeOwner,
    /// Is directly responsible for initiatives.
    InitiativeOwner,
    /// Does tasks.
    TaskOwner,
    /// Anything else, in finished words.
    Other(String),
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
    /// What was promised before the sale, if anything was written down.
    pub command_plan: Option<Box<CommandPlan>>,
    /// Why objectives were closed.
    pub closures: Vec<Closure>,
    /// Everything else that is ours alone and belongs to the plan.
    pub notes: Vec<Note>,
    /// Which tasks wait for which.
    pub dependencies: Vec<TaskLink>,
}

/// A task that waits for another.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct TaskLink {
    /// By which a copy that comes back is matched.
    pub id: DependencyId,
    /// Its fields.
    pub record: cairn_domain::Dependency,
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
