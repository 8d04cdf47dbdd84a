//! The steps of checklists that are worked on, and onboardings that take long.

use std::collections::HashMap;

use cairn_domain::{
    Checklist, ChecklistId, ChecklistState, ChecklistStep, FollowedKind, ObjectiveId, OffsetFrom,
    OnboardingTargets, RecordId as _, Standing, StepSide, StepState, Stored, TaskId, TouchpointId,
    WorkshopId, WorkshopState,
    today::{self, Doer, Freed, Planned},
};
use chrono::NaiveDate;

use crate::plain::{Home, List};
use crate::snapshot::WorkspaceSnapshot;

/// Every step whose day came, that can begin or that waits, and every first checklist that takes long.
pub(crate) fn checklists(list: &mut List<'_>, targets: &[OnboardingTargets], today: NaiveDate) {
    let mut steps: HashMap<ChecklistId, Vec<&Stored<ChecklistStep>>> = HashMap::new();
    for step in &list.snapshot.steps {
        steps.entry(step.record.checklist_id).or_default().push(step);
    }
    for checklist in list.snapshot.checklists.iter().filter(|one| one.record.closed_on.is_none()) {
        let steps = steps.get(&checklist.id).map(Vec::as_slice).unwrap_or_default();
        run(list, checklist, steps, targets, today);
    }
}

fn run(
    list: &mut List<'_>,
    checklist: &Stored<Checklist>,
    steps: &[&Stored<ChecklistStep>],
    targets: &[OnboardingTargets],
    today: NaiveDate,
) {
    let home = Home { checklist: Some(checklist.id), ..Home::of(checklist.record.account_id) };
    let standing = Standing::of(&checklist.record, steps);
    for step in steps {
        if step.record.is_over() || tells_itself(list.snapshot, &step.record) {
            continue;
        }
        if let Some(finding) =
            planned(&step.record, steps, standing.gate_before(&step.record.phase)).finding(today)
        {
            list.add(step, home, &step.record.assignee, finding);
        }
    }
    let tier = list.snapshot.accounts.get(&home.account).and_then(|account| account.record.success_tier);
    let targets = OnboardingTargets::of(targets, tier);
    if checklist.record.is_primary
        && standing.state == ChecklistState::Running
        && let Some(finding) = today::onboarding(checklist.record.started_on, &targets, today)
    {
        list.add(checklist, home, "", finding);
    }
}

/// True where a step follows a record that is on the list by a day of its own. One without a day, or that is gone, says
/// nothing, and the step does.
fn tells_itself(snapshot: &WorkspaceSnapshot, step: &ChecklistStep) -> bool {
    let (Some(kind), Some(id)) = (step.follows_kind, step.follows_id) else { return false };
    match kind {
        FollowedKind::Task => {
            snapshot.tasks.get(&TaskId::from_uuid(id)).is_some_and(|task| task.record.due.is_some())
        }
        FollowedKind::Objective => {
            snapshot.objectives.get(&ObjectiveId::from_uuid(id)).is_some_and(|aim| aim.record.due.is_some())
        }
        FollowedKind::Workshop => {
            snapshot.workshops.get(&WorkshopId::from_uuid(id)).is_some_and(|workshop| {
                matches!(workshop.record.state, WorkshopState::Scheduled | WorkshopState::Running)
            })
        }
        FollowedKind::Touchpoint => snapshot.touchpoints.contains_key(&TouchpointId::from_uuid(id)),
    }
}

fn planned(step: &ChecklistStep, all: &[&Stored<ChecklistStep>], gate: Option<&str>) -> Planned {
    Planned {
        doer: match step.owner_side {
            StepSide::Ours => Doer::Us,
            StepSide::Customer => Doer::Customer,
            StepSide::Partner => Doer::Partner,
        },
        due: step.due,
        blocked: (step.state == StepState::Blocked).then(|| step.reason.clone()),
        freed: freed(step, all),
        gate: gate.map(str::to_owned),
    }
}

/// The step that this one waited for, once it is done.
fn freed(step: &ChecklistStep, all: &[&Stored<ChecklistStep>]) -> Option<Freed> {
    let Some(OffsetFrom::Done(key)) = &step.offset_from else { return None };
    let before = all.iter().find(|one| one.record.key == *key)?;
    Some(Freed { by: before.record.title.clone(), on: before.record.done_on? })
}
