//! What the brief of an internal transition shows: everything that whoever takes over has to know. It has no
//! customer's copy, and so takes whole records.

use cairn_domain::{Account, CommandPlan, Contact, ObjectiveStatus};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::ShownChecklist;
use crate::frame::Frame;

/// The brief.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
pub struct Brief {
    /// Whose, when; it is internal.
    pub frame: Frame,
    /// The customer: organisation, what was sold, our team, where more is kept.
    pub customer: Box<Account>,
    /// Who matters on the customer's side.
    pub contacts: Vec<Contact>,
    /// What was promised before the sale.
    pub command_plan: Option<Box<CommandPlan>>,
    /// The plans that are not completed.
    pub strategies: Vec<Strategy>,
    /// The checklists that are not closed.
    pub runs: Vec<ShownChecklist>,
    /// What is open and stands in no plan.
    pub open: Vec<Open>,
}

/// A plan in short.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Strategy {
    /// The plan's title.
    pub title: String,
    /// The way to the outcomes.
    pub strategy: String,
    /// Its outcomes.
    pub outcomes: Vec<StrategyOutcome>,
}

/// An outcome in a line.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct StrategyOutcome {
    /// Its title.
    pub title: String,
    /// How it is going.
    pub status: ObjectiveStatus,
    /// Who drives it on our side.
    pub owner: String,
    /// By when.
    pub due: Option<NaiveDate>,
}

/// Something open.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Open {
    /// What.
    pub title: String,
    /// Who.
    pub owner: String,
    /// By when.
    pub due: Option<NaiveDate>,
}
