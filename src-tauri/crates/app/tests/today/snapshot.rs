//! The whole workspace as the plain reading sees it: every record once, found by its id.

use std::{collections::HashMap, hash::Hash};

use cairn_domain::{
    Account, AccountId, Checklist, ChecklistStep, Contact, Criterion, CriterionId, Dependency, Initiative,
    InitiativeId, Objective, ObjectiveId, Plan, PlanId, Reading, Record, Stored, Task, TaskId, Touchpoint,
    Workshop,
};
use cairn_store::{Query, Rows};

use crate::plain::Home;

/// More records of a kind than any workspace holds.
const ALL: u64 = 10_000_000;

/// Records by their ids.
pub(crate) type ById<R> = HashMap<<R as Record>::Id, Stored<R>>;

/// Every record that can need somebody, or says where one stands.
pub(crate) struct WorkspaceSnapshot {
    pub(crate) accounts: ById<Account>,
    pub(crate) contacts: Vec<Stored<Contact>>,
    pub(crate) touchpoints: ById<Touchpoint>,
    pub(crate) workshops: ById<Workshop>,
    pub(crate) checklists: Vec<Stored<Checklist>>,
    pub(crate) steps: Vec<Stored<ChecklistStep>>,
    pub(crate) plans: ById<Plan>,
    pub(crate) objectives: ById<Objective>,
    pub(crate) criteria: ById<Criterion>,
    pub(crate) readings: Vec<Stored<Reading>>,
    pub(crate) initiatives: ById<Initiative>,
    pub(crate) tasks: ById<Task>,
    pub(crate) dependencies: Vec<Stored<Dependency>>,
}

impl WorkspaceSnapshot {
    pub(crate) async fn read(rows: Rows<'_>) -> Self {
        Self {
            accounts: by_id(rows).await,
            contacts: all(rows).await,
            touchpoints: by_id(rows).await,
            workshops: by_id(rows).await,
            checklists: all(rows).await,
            steps: all(rows).await,
            plans: by_id(rows).await,
            objectives: by_id(rows).await,
            criteria: by_id(rows).await,
            readings: all(rows).await,
            initiatives: by_id(rows).await,
            tasks: by_id(rows).await,
            dependencies: all(rows).await,
        }
    }

    pub(crate) fn plan(&self, id: PlanId) -> Option<Home> {
        let plan = self.plans.get(&id)?;
        Some(Home { plan: Some(id), ..Home::of(plan.record.account_id) })
    }

    pub(crate) fn objective(&self, id: ObjectiveId) -> Option<Home> {
        self.plan(self.objectives.get(&id)?.record.plan_id)
    }

    pub(crate) fn criterion(&self, id: CriterionId) -> Option<Home> {
        self.objective(self.criteria.get(&id)?.record.objective_id)
    }

    pub(crate) fn initiative(&self, id: InitiativeId) -> Option<Home> {
        self.objective(self.initiatives.get(&id)?.record.objective_id)
    }

    /// What the talk was about in which a task was agreed, if it was.
    pub(crate) fn talk(&self, task: &Task) -> Option<&str> {
        let touchpoint = || Some(self.touchpoints.get(&task.home.of()?)?.record.subject.as_str());
        let workshop = || Some(self.workshops.get(&task.home.of()?)?.record.title.as_str());
        touchpoint().or_else(workshop)
    }

    pub(crate) fn task(&self, task: &Task) -> Option<Home> {
        let account = || -> Option<AccountId> {
            let talk = || Some(self.touchpoints.get(&task.home.of()?)?.record.account_id);
            let workshop = || Some(self.workshops.get(&task.home.of()?)?.record.account_id);
            task.home.of().or_else(talk).or_else(workshop)
        };
        task.home.of().and_then(|id| self.initiative(id)).or_else(|| account().map(Home::of))
    }

    /// The tasks that each waits for.
    pub(crate) fn predecessors(&self) -> HashMap<TaskId, Vec<&Stored<Task>>> {
        let mut waits: HashMap<TaskId, Vec<&Stored<Task>>> = HashMap::new();
        for dependency in &self.dependencies {
            if let Some(before) = self.tasks.get(&dependency.record.predecessor_id) {
                waits.entry(dependency.record.successor_id).or_default().push(before);
            }
        }
        waits
    }
}

async fn all<R: Record>(rows: Rows<'_>) -> Vec<Stored<R>> {
    rows.list(&Query { limit: Some(ALL), ..Query::default() }).await.unwrap().0
}

async fn by_id<R: Record<Id: Hash>>(rows: Rows<'_>) -> ById<R> {
    all(rows).await.into_iter().map(|stored: Stored<R>| (stored.id, stored)).collect()
}
