//! What hangs under objectives, read once, and the progress that follows from it.

use std::{collections::HashMap, hash::Hash};

use cairn_domain::{
    Criterion, CriterionId, Initiative, InitiativeId, Kind, Latest, Measure, Objective, ObjectiveId,
    Progress, Reading, Record, RecordId, Stored, Task, TaskCount, TaskStatus, criterion_progress,
    next_interim, outcome_progress, plan_progress, projected, work_progress,
};
use cairn_store::Rows;
use uuid::Uuid;

use crate::error::Result;

/// Criteria, readings, initiatives and tasks under some objectives, each list in its order.
#[derive(Debug, Default)]
pub(crate) struct PlanTree {
    pub(crate) criteria: HashMap<ObjectiveId, Vec<Stored<Criterion>>>,
    pub(crate) readings: HashMap<CriterionId, Vec<Stored<Reading>>>,
    pub(crate) initiatives: HashMap<ObjectiveId, Vec<Stored<Initiative>>>,
    /// Initiatives that live under another objective and serve this one too.
    pub(crate) serving: HashMap<ObjectiveId, Vec<Stored<Initiative>>>,
    pub(crate) tasks: HashMap<InitiativeId, Vec<Stored<Task>>>,
}

impl PlanTree {
    /// Reads all that hangs under `objectives`.
    pub(crate) async fn objectives(rows: Rows<'_>, objectives: &[Stored<Objective>]) -> Result<Self> {
        let ids: Vec<Uuid> = objectives.iter().map(|objective| objective.id.uuid()).collect();
        let serving = serving(rows, &ids).await?;
        let mut tree = rows.tree(Kind::Objective, ids);
        let criteria = grouped(tree.all().await?, |criterion: &Criterion| Some(criterion.objective_id));
        let initiatives = grouped(tree.all().await?, |initiative: &Initiative| Some(initiative.objective_id));
        tree.add(Kind::Initiative, serving.values().flatten().map(|initiative| initiative.id.uuid()));
        Ok(Self {
            readings: grouped(tree.all().await?, |reading: &Reading| Some(reading.criterion_id)),
            criteria,
            initiatives,
            serving,
            tasks: grouped(tree.all().await?, |task: &Task| task.home.of()),
        })
    }

    /// The readings of some criteria, oldest first.
    pub(crate) async fn readings(
        rows: Rows<'_>,
        criteria: impl IntoIterator<Item = Uuid> + Send,
    ) -> Result<HashMap<CriterionId, Vec<Stored<Reading>>>> {
        let criteria: Vec<Uuid> = criteria.into_iter().collect();
        Ok(grouped(rows.under(Kind::Criterion, criteria).await?, |reading: &Reading| {
            Some(reading.criterion_id)
        }))
    }

    /// What the readings, oldest first, say of a criterion.
    pub(crate) fn measure(criterion: &Criterion, readings: &[Stored<Reading>]) -> Measure {
        let read: Vec<Latest> = readings
            .iter()
            .map(|reading| Latest { date: reading.record.date, value: reading.record.value })
            .collect();
        let latest = read.last().cloned();
        Measure {
            progress: criterion_progress(criterion, latest.as_ref().map(|latest| latest.value)),
            projected: projected(criterion, &read),
            next_interim: next_interim(criterion, latest.as_ref()),
            latest,
        }
    }

    /// The measure of a criterion among these.
    pub(crate) fn measure_of(&self, criterion: &Stored<Criterion>) -> Measure {
        Self::measure(&criterion.record, listed(&self.readings, criterion.id))
    }

    /// The two measures of an objective.
    pub(crate) fn objective_progress(&self, objective: ObjectiveId) -> Progress {
        let criteria = listed(&self.criteria, objective);
        Progress {
            outcome_progress: outcome_progress(
                criteria
                    .iter()
                    .map(|criterion| (criterion.record.weight, self.measure_of(criterion).progress)),
            ),
            work_progress: self.tasks_of(objective).progress(),
        }
    }

    /// The tasks of an objective, those of initiatives that serve it too among them.
    pub(crate) fn tasks_of(&self, objective: ObjectiveId) -> TaskCount {
        let own = self.task_states(listed(&self.initiatives, objective));
        TaskCount::of(own.chain(self.task_states(listed(&self.serving, objective))))
    }

    /// The two measures of a plan with these objectives.
    pub(crate) fn plan_progress(&self, objectives: &[ObjectiveId]) -> Progress {
        Progress {
            outcome_progress: plan_progress(
                objectives.iter().map(|&id| self.objective_progress(id).outcome_progress),
            ),
            // Each initiative once, where it lives, however many objectives it serves.
            work_progress: work_progress(
                objectives.iter().flat_map(|&id| self.task_states(listed(&self.initiatives, id))),
            ),
        }
    }

    fn task_states(&self, initiatives: &[Stored<Initiative>]) -> impl Iterator<Item = TaskStatus> {
        initiatives
            .iter()
            .flat_map(|initiative| listed(&self.tasks, initiative.id))
            .map(|task| task.record.status)
    }
}

/// The initiatives that serve some objectives without living under them.
async fn serving(
    rows: Rows<'_>,
    objectives: &[Uuid],
) -> Result<HashMap<ObjectiveId, Vec<Stored<Initiative>>>> {
    let mut groups: HashMap<ObjectiveId, Vec<Stored<Initiative>>> = HashMap::new();
    for initiative in rows.serving(objectives).await? {
        for served in initiative.record.also_serves.iter().filter(|id| objectives.contains(&id.uuid())) {
            groups.entry(*served).or_default().push(initiative.clone());
        }
    }
    Ok(groups)
}

/// A group, empty where there is none.
fn listed<K: Eq + Hash + Copy, V>(groups: &HashMap<K, Vec<V>>, key: K) -> &[V] {
    groups.get(&key).map_or(&[], Vec::as_slice)
}

fn grouped<R: Record, K: Eq + Hash>(
    records: Vec<Stored<R>>,
    key: impl Fn(&R) -> Option<K>,
) -> HashMap<K, Vec<Stored<R>>> {
    let mut groups: HashMap<K, Vec<Stored<R>>> = HashMap::new();
    for record in records {
        if let Some(key) = key(&record.record) {
            groups.entry(key).or_default().push(record);
        }
    }
    groups
}
