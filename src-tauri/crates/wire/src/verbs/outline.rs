//! A whole plan, for one screen.

use cairn_domain::{
    Account, Contact, Criterion, Dependency, ForCustomer, Initiative, Objective, Plan, Reading, Task,
};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::view::View;

/// A whole plan, for one screen.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize, TS)]
pub struct PlanOutline {
    /// The customer.
    pub account: View<Account>,
    /// The customer's people.
    pub contacts: Vec<View<Contact>>,
    /// The plan.
    pub plan: View<Plan>,
    /// Which of its tasks wait for which.
    pub dependencies: Vec<View<Dependency>>,
    /// Its objectives in order.
    pub objectives: Vec<OutlineObjective>,
}

/// An objective with what hangs under it.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize, TS)]
pub struct OutlineObjective {
    /// The objective.
    pub objective: View<Objective>,
    /// Its criteria in order.
    pub criteria: Vec<OutlineCriterion>,
    /// Its initiatives in order.
    pub initiatives: Vec<OutlineInitiative>,
}

/// A criterion with its readings.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize, TS)]
pub struct OutlineCriterion {
    /// The criterion.
    pub criterion: View<Criterion>,
    /// Its readings, oldest first.
    pub readings: Vec<View<Reading>>,
}

/// An initiative with its tasks.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize, TS)]
pub struct OutlineInitiative {
    /// The initiative.
    pub initiative: View<Initiative>,
    /// Its tasks in order.
    pub tasks: Vec<View<Task>>,
}

impl ForCustomer for PlanOutline {
    fn for_customer(self) -> Option<Self> {
        let Self { account, contacts, plan, dependencies, objectives } = self;
        Some(Self {
            account: account.for_customer()?,
            contacts: contacts.for_customer()?,
            plan: plan.for_customer()?,
            dependencies: dependencies.for_customer()?,
            objectives: objectives.for_customer()?,
        })
    }
}

impl ForCustomer for OutlineObjective {
    fn for_customer(self) -> Option<Self> {
        let Self { objective, criteria, initiatives } = self;
        Some(Self {
            objective: objective.for_customer()?,
            criteria: criteria.for_customer()?,
            initiatives: initiatives.for_customer()?,
        })
    }
}

impl ForCustomer for OutlineCriterion {
    fn for_customer(self) -> Option<Self> {
        let Self { criterion, readings } = self;
        Some(Self { criterion: criterion.for_customer()?, readings: readings.for_customer()? })
    }
}

impl ForCustomer for OutlineInitiative {
    fn for_customer(self) -> Option<Self> {
        let Self { initiative, tasks } = self;
        Some(Self { initiative: initiative.for_customer()?, tasks: tasks.for_customer()? })
    }
}
