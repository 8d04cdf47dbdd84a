//! The rows of each sheet: a record with the names of those it hangs under.

use std::collections::HashMap;

use crate::success_plan::{Criterion, Initiative, Internal, Objective, Reading, SuccessPlan, Task, TaskLink};
use cairn_domain::{CriterionKind, Kind, TaskId};

/// A criterion under its objective.
pub(super) struct OfCriterion<'a> {
    pub(super) home: String,
    pub(super) it: &'a Criterion,
}

/// A reading of a criterion.
pub(super) struct OfReading<'a> {
    pub(super) home: String,
    pub(super) kind: CriterionKind,
    pub(super) it: &'a Reading,
}

/// An initiative under its objective.
pub(super) struct OfInitiative<'a> {
    pub(super) home: String,
    pub(super) serves: Option<String>,
    pub(super) it: &'a Initiative,
}

/// A task of an initiative.
pub(super) struct OfTask<'a> {
    pub(super) home: String,
    pub(super) it: &'a Task,
}

/// A task that waits for another.
pub(super) struct OfLink<'a> {
    pub(super) predecessor: String,
    pub(super) successor: String,
    pub(super) it: &'a TaskLink,
}

/// By which words a record is meant: its title where no other of its kind has the same, else its id.
pub(super) struct Names {
    titles: HashMap<(Kind, String), u32>,
    tasks: HashMap<TaskId, String>,
}

impl Names {
    /// The names of a plan's records.
    pub(super) fn of(plan: &SuccessPlan) -> Self {
        let mut names = Self { titles: HashMap::new(), tasks: HashMap::new() };
        for objective in &plan.objectives {
            names.count(Kind::Objective, &objective.title);
            objective.criteria.iter().for_each(|criterion| names.count(Kind::Criterion, &criterion.name));
            for initiative in &objective.initiatives {
                names.count(Kind::Initiative, &initiative.title);
                for task in &initiative.tasks {
                    names.count(Kind::Task, &task.title);
                    names.tasks.insert(task.id, task.title.clone());
                }
            }
        }
        names
    }

    fn count(&mut self, kind: Kind, title: &str) {
        *self.titles.entry((kind, title.to_owned())).or_default() += 1;
    }

    /// The words by which a record is meant.
    fn name(&self, kind: Kind, title: &str, id: impl std::fmt::Display) -> String {
        let alone = self.titles.get(&(kind, title.to_owned())) == Some(&1);
        // A title with blanks around it or over several lines would not be found again.
        let plain = !title.is_empty() && title.trim() == title && !title.contains(['\n', '\r']);
        if alone && plain { title.to_owned() } else { id.to_string() }
    }

    fn task(&self, id: TaskId) -> String {
        self.tasks.get(&id).map_or_else(|| id.to_string(), |title| self.name(Kind::Task, title, id))
    }
}

pub(super) fn objectives(plan: &SuccessPlan) -> Vec<&Objective> {
    plan.objectives.iter().collect()
}

pub(super) fn criteria<'a>(plan: &'a SuccessPlan, names: &Names) -> Vec<OfCriterion<'a>> {
    let mut rows = Vec::new();
    for objective in &plan.objectives {
        let home = names.name(Kind::Objective, &objective.title, objective.id);
        rows.extend(objective.criteria.iter().map(|it| OfCriterion { home: home.clone(), it }));
    }
    rows
}

pub(super) fn readings<'a>(plan: &'a SuccessPlan, names: &Names) -> Vec<OfReading<'a>> {
    let mut rows = Vec::new();
    for criterion in plan.objectives.iter().flat_map(|objective| &objective.criteria) {
        let home = names.name(Kind::Criterion, &criterion.name, criterion.id);
        let kind = criterion.kind;
        rows.extend(criterion.readings.iter().map(|it| OfReading { home: home.clone(), kind, it }));
    }
    rows
}

pub(super) fn initiatives<'a>(plan: &'a SuccessPlan, names: &Names) -> Vec<OfInitiative<'a>> {
    let objective_name = |objective: &Objective| names.name(Kind::Objective, &objective.title, objective.id);
    let mut rows = Vec::new();
    for objective in &plan.objectives {
        for it in &objective.initiatives {
            let serves = it.also_serves.as_ref().map(|served| {
                let served = plan.objectives.iter().filter(|objective| served.contains(&objective.id));
                served.map(objective_name).collect::<Vec<_>>().join("\n")
            });
            rows.push(OfInitiative { home: objective_name(objective), serves, it });
        }
    }
    rows
}

pub(super) fn tasks<'a>(plan: &'a SuccessPlan, names: &Names) -> Vec<OfTask<'a>> {
    let mut rows = Vec::new();
    for initiative in plan.objectives.iter().flat_map(|objective| &objective.initiatives) {
        let home = names.name(Kind::Initiative, &initiative.title, initiative.id);
        rows.extend(initiative.tasks.iter().map(|it| OfTask { home: home.clone(), it }));
    }
    rows
}

pub(super) fn dependencies<'a>(internal: &'a Internal, names: &Names) -> Vec<OfLink<'a>> {
    let row = |it: &'a TaskLink| OfLink {
        predecessor: names.task(it.predecessor),
        successor: names.task(it.successor),
        it,
    };
    internal.dependencies.iter().map(row).collect()
}
