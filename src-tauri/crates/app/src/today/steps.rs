//! The steps of checklists that are worked on, and onboardings that take long.

use std::collections::{HashMap, HashSet};

use cairn_domain::{
    Checklist, ChecklistId, ChecklistState, ChecklistStep, FollowedKind, Kind, OffsetFrom, OnboardingTargets,
    RecordId as _, Standing, StepSide, StepState, Stored, SuccessTier, WorkshopState,
    today::{self, Doer, Freed, Planned},
};
use cairn_store::Pressing;
use chrono::NaiveDate;
use uuid::Uuid;

use super::{
    asked::Asked,
    found::{Found, Subject, Whereabouts},
};
use crate::error::Result;

/// Every step whose day came, that can begin or that waits, and every first checklist that takes long; with a day, not
/// of the checklists whose steps are all due later.
pub(super) async fn checklists(asked: &Asked<'_>, due_by: Option<NaiveDate>) -> Result<Found> {
    let mut found = Found::default();
    let which = Pressing { due_by, begun_before: asked.ago(shortest(&asked.targets)) };
    let lists = asked.rows.pressing_checklists(which).await?;
    if lists.is_empty() {
        return Ok(found);
    }
    let mut steps: HashMap<ChecklistId, Vec<Stored<ChecklistStep>>> = HashMap::new();
    for step in asked.rows.under(Kind::Checklist, lists.iter().map(|list| list.id.uuid())).await? {
        let step: Stored<ChecklistStep> = step;
        steps.entry(step.record.checklist_id).or_default().push(step);
    }
    let followed = followed(asked, steps.values().flatten()).await?;
    let accounts: Vec<_> = lists.iter().map(|list| list.record.account_id).collect();
    let heads = asked.rows.account_heads(&accounts).await?;
    for list in &lists {
        let steps = steps.get(&list.id).map(Vec::as_slice).unwrap_or_default();
        let tier = heads.get(&list.record.account_id).and_then(|head| head.success_tier);
        run(asked, &mut found, list, steps, &followed, tier);
    }
    Ok(found)
}

/// The fewest days after which an onboarding of any tier takes long.
fn shortest(targets: &[OnboardingTargets]) -> i64 {
    let usual = OnboardingTargets::default();
    let limits = |line: &OnboardingTargets| line.time_to_onboard.min(line.not_engaged_after);
    targets.iter().map(limits).fold(limits(&usual), i64::min)
}

/// A record that a step follows.
type Followed = (FollowedKind, Uuid);

/// Of the records that steps follow, those that are on the list by a day of their own.
async fn followed(
    asked: &Asked<'_>,
    steps: impl Iterator<Item = &Stored<ChecklistStep>>,
) -> Result<HashSet<Followed>> {
    let ids: Vec<Uuid> = steps.filter_map(|step| step.record.follows_id).collect();
    if ids.is_empty() {
        return Ok(HashSet::new());
    }
    let counts = |state| matches!(state, WorkshopState::Scheduled | WorkshopState::Running);
    Ok(asked.rows.dated_by_themselves(&ids, counts).await?)
}

fn run(
    asked: &Asked<'_>,
    found: &mut Found,
    checklist: &Stored<Checklist>,
    steps: &[Stored<ChecklistStep>],
    followed: &HashSet<Followed>,
    tier: Option<SuccessTier>,
) {
    let home = Whereabouts { checklist: Some(checklist.id), ..Whereabouts::of(checklist.record.account_id) };
    let standing = Standing::of(&checklist.record, steps);
    // One that follows a record without a day, or that is gone, says itself when it is due.
    let tells_itself = |step: &ChecklistStep| {
        step.follows_kind.zip(step.follows_id).is_some_and(|of| followed.contains(&of))
    };
    for step in steps.iter().filter(|step| !step.record.is_over() && !tells_itself(&step.record)) {
        let gate = standing.gate_before(&step.record.phase);
        if let Some(finding) = planned(&step.record, steps, gate).finding(asked.today) {
            found.add(Subject::of(step), home, &step.record.assignee, finding);
        }
    }
    let targets = OnboardingTargets::of(&asked.targets, tier);
    if checklist.record.is_primary
        && standing.state == ChecklistState::Running
        && let Some(finding) = today::onboarding(checklist.record.started_on, &targets, asked.today)
    {
        found.add(Subject::of(checklist), home, "", finding);
    }
}

fn planned(step: &ChecklistStep, all: &[Stored<ChecklistStep>], gate: Option<&str>) -> Planned {
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
fn freed(step: &ChecklistStep, all: &[Stored<ChecklistStep>]) -> Option<Freed> {
    let Some(OffsetFrom::Done(key)) = &step.offset_from else { return None };
    let before = all.iter().find(|one| one.record.key == *key)?;
    Some(Freed { by: before.record.title.clone(), on: before.record.done_on? })
}
