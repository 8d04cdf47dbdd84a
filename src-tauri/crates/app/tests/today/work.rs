//! Objectives and tasks with their days.

use cairn_domain::{
    NamesCustomers as _, Objective, Side, Stored, Task, TaskStatus,
    today::{self, Doer, Freed, Planned},
};
use chrono::NaiveDate;

use crate::plain::{Home, List};

/// Objectives of open plans whose day comes or went by.
pub(crate) fn objectives(list: &mut List<'_>, today: NaiveDate) {
    for objective in list.snapshot.objectives.values() {
        let Objective { plan_id, owner, due, .. } = &objective.record;
        let Some(home) = list.snapshot.plan(*plan_id) else { continue };
        let planned = Planned { doer: Doer::Us, due: *due, blocked: None, freed: None, gate: None };
        if objective.record.is_open()
            && in_open_plan(list, home)
            && let Some(finding) = planned.finding(today)
        {
            list.add(objective, home, owner, finding);
        }
    }
}

/// Tasks of open plans, and those that stand in none; what was agreed in a talk also without a day.
pub(crate) fn tasks(list: &mut List<'_>, day: NaiveDate) {
    let waits = list.snapshot.predecessors();
    for task in list.snapshot.tasks.values() {
        let Some(home) = list.snapshot.task(&task.record) else { continue };
        if !task.record.is_open() || !in_open_plan(list, home) {
            continue;
        }
        let before = waits.get(&task.id).map(Vec::as_slice).unwrap_or_default();
        let agreed =
            || list.snapshot.talk(&task.record).filter(|_| task.record.due.is_none()).map(today::agreed);
        if let Some(finding) = planned(&task.record, before).finding(day).or_else(agreed) {
            list.add(task, home, &task.record.owner, finding);
        }
    }
}

fn in_open_plan(list: &List<'_>, home: Home) -> bool {
    home.plan.is_none_or(|id| list.snapshot.plans.get(&id).is_some_and(|plan| plan.record.is_open()))
}

fn planned(task: &Task, before: &[&Stored<Task>]) -> Planned {
    Planned {
        doer: match task.owner_side {
            Side::Ours => Doer::Us,
            Side::Customer => Doer::Customer,
        },
        due: task.due,
        blocked: (task.status == TaskStatus::Blocked).then(|| task.blocked_reason.clone()),
        freed: (task.status == TaskStatus::New).then(|| freed(before)).flatten(),
        gate: None,
    }
}

/// The last of what a task waited for, once all of that is over.
fn freed(before: &[&Stored<Task>]) -> Option<Freed> {
    if before.iter().any(|task| task.record.is_open()) {
        return None;
    }
    let last = before.iter().filter_map(|task| Some((task.record.done_date?, &task.record.title))).max()?;
    Some(Freed { by: last.1.clone(), on: last.0 })
}
