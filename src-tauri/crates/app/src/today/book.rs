//! The whole workspace as the list of today reads it: every record once, found by its id.

use std::{collections::HashMap, hash::Hash};

use cairn_domain::{
    Account, AccountId, Checklist, ChecklistStep, Contact, Criterion, CriterionId, Dependency, Initiative,
    InitiativeId, Objective, ObjectiveId, Plan, PlanId, Reading, Record, Stored, Task, TaskId, Touchpoint,
    Workshop,
};
use cairn_store::{Query, Rows};

use super::Home;
use crate::error::Result;

/// More records of a kind than any workspace holds.
const ALL: u64 = 10_000_000;

/// Records by their ids.
type Shelf<R> = HashMap<<R as Record>::Id, Stored<R>>;

/// Every record that can need somebody, or says where one stands.
pub(super) struct Book {
    pub(super) accounts: Shelf<Account>,
    pub(super) contacts: Vec<Stored<Contact>>,
    pub(super) touchpoints: Shelf<Touchpoint>,
    pub(super) workshops: Shelf<Workshop>,
    pub(super) checklists: Vec<Stored<Checklist>>,
    pub(super) steps: Vec<Stored<ChecklistStep>>,
    pub(super) plans: Shelf<Plan>,
    pub(super) objectives: Shelf<Objective>,
    pub(super) criteria: Shelf<Criterion>,
    pub(super) readings: Vec<Stored<Reading>>,
    pub(super) initiatives: Shelf<Initiative>,
    pub(super) tasks: Shelf<Task>,
    pub(super) dependencies: Vec<Stored<Dependency>>,
}

impl Book {
    pub(super) async fn read(rows: Rows<'_>) -> Result<Self> {
        Ok(Self {
            accounts: shelf(rows).await?,
            contacts: all(rows).await?,
            touchpoints: shelf(rows).await?,
            workshops: shelf(rows).await?,
            checklists: all(rows).await?,
            steps: all(rows).await?,
            plans: shelf(rows).await?,
            objectives: shelf(rows).await?,
            criteria: shelf(rows).await?,
            readings: all(rows).await?,
            initiatives: shelf(rows).await?,
            tasks: shelf(rows).await?,
            dependencies: all(rows).await?,
        })
    }

    pub(super) fn plan(&self, id: PlanId) -> Option<Home> {
        let plan = self.plans.get(&id)?;
        Some(Home { plan: Some(id), ..Home::of(plan.record.account_id) })
    }

    pub(super) fn objective(&self, id: ObjectiveId) -> Option<Home> {
        self.plan(self.objectives.get(&id)?.record.plan_id)
    }

    pub(super) fn criterion(&self, id: CriterionId) -> Option<Home> {
        self.objective(self.criteria.get(&id)?.record.objective_id)
    }

    pub(super) fn initiative(&self, id: InitiativeId) -> Option<Home> {
        self.objective(self.initiatives.get(&id)?.record.objective_id)
    }

    /// What the talk was about in which a task was agreed, if it was.
    pub(super) fn talk(&self, task: &Task) -> Option<&str> {
        let touchpoint = || Some(self.touchpoints.get(&task.touchpoint_id?)?.record.subject.as_str());
        let workshop = || Some(self.workshops.get(&task.workshop_id?)?.record.title.as_str());
        touchpoint().or_else(workshop)
    }

    pub(super) fn task(&self, task: &Task) -> Option<Home> {
        let account = || -> Option<AccountId> {
            let talk = || Some(self.touchpoints.get(&task.touchpoint_id?)?.record.account_id);
            let workshop = || Some(self.workshops.get(&task.workshop_id?)?.record.account_id);
            task.account_id.or_else(talk).or_else(workshop)
        };
        task.initiative_id.and_then(|id| self.initiative(id)).or_else(|| account().map(Home::of))
    }

    /// The tasks that each waits for.
    pub(super) fn predecessors(&self) -> HashMap<TaskId, Vec<&Stored<Task>>> {
        let mut waits: HashMap<TaskId, Vec<&Stored<Task>>> = HashMap::new();
        for dependency in &self.dependencies {
            if let Some(before) = self.tasks.get(&dependency.record.predecessor_id) {
                waits.entry(dependency.record.successor_id).or_default().push(before);
            }
        }
        waits
    }
}

async fn all<R: Record>(rows: Rows<'_>) -> Result<Vec<Stored<R>>> {
    Ok(rows.list(&Query { limit: Some(ALL), ..Query::default() }).await?.0)
}

async fn shelf<R: Record<Id: Hash>>(rows: Rows<'_>) -> Result<Shelf<R>> {
    Ok(all(rows).await?.into_iter().map(|stored: Stored<R>| (stored.id, stored)).collect())
}
