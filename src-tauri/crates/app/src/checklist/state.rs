//! `checklist.tick skip block reopen set_due`: one step, and the dates that move with it. `checklist.preview_step` shows
//! them before.

use cairn_domain::{ChecklistStep, ChecklistStepId, Problem, Reason, Record as _, StepState};
use cairn_wire::{OfStep, StepChanged, StepDue, StepMoves, StepWithReason, TickStep, Update};

use super::run::ChecklistRun;
use crate::{context::Context, crud::validate, error::Result};

/// What becomes of a step.
fn turned(
    run: &ChecklistRun,
    at: usize,
    to: impl FnOnce(ChecklistStep) -> ChecklistStep,
) -> Result<ChecklistStep> {
    run.still_open("step_id")?;
    let step = run.steps.get(at).map(|step| step.record.clone());
    let step = step.ok_or_else(|| Problem::new("step_id", Reason::Elsewhere))?;
    Ok(to(step))
}

/// A step that follows a record changes with that and not by hand.
fn own_state(step: &ChecklistStep) -> Result<(), Problem> {
    match (step.follows_kind, step.follows_id) {
        (Some(kind), Some(_)) => Err(Problem::new("step_id", Reason::FollowsRecord { kind })),
        _ => Ok(()),
    }
}

async fn write(
    context: &Context,
    name: &'static str,
    id: ChecklistStepId,
    to: impl FnOnce(ChecklistStep) -> ChecklistStep,
) -> Result<StepChanged> {
    let today = context.today().await?;
    let open = context.workspace_to_write().await?;
    let mut tx = context.begin(&open, name).await?;
    let (mut run, at) = ChecklistRun::of_step(tx.rows(), id).await?;
    let before = run.steps.get(at).map(|step| step.record.clone());
    let record = turned(&run, at, to)?;
    if before.as_ref().is_some_and(|before| before.state != record.state || before.done_on != record.done_on)
    {
        own_state(&record)?;
    }
    record.check(today)?;
    if Some(&record) == before.as_ref() {
        return run.changed(at, Vec::new());
    }
    run.write(&mut tx, at, record).await?;
    let moves = run.write_dates(&mut tx).await?;
    let moves = moves.into_iter().filter(|moved| moved.id != id).collect();
    let shown = run.changed(at, moves)?;
    context.commit(tx, shown).await
}

/// Every date that would move if fields of a step changed; refused as the change itself would be.
pub(crate) async fn preview_step(context: &Context, request: Update<ChecklistStep>) -> Result<StepMoves> {
    let today = context.today().await?;
    let open = context.workspace().await?;
    let rows = open.store.rows();
    let (mut run, at) = ChecklistRun::of_step(rows, request.id).await?;
    let mut record = request.apply(&run.steps[at].record)?;
    record.complete(Some(&run.steps[at].record), today);
    validate(rows, &record, run.steps.get(at), today).await?;
    run.put(at, record);
    Ok(StepMoves { moves: run.moves()? })
}

/// Marks a step as done.
pub(crate) async fn tick(context: &Context, TickStep { step_id, done_on }: TickStep) -> Result<StepChanged> {
    let done_on = done_on.unwrap_or(context.today().await?);
    write(context, "checklist.tick", step_id, |step| step.turned(StepState::Done, Some(done_on), "")).await
}

/// Leaves a step out.
pub(crate) async fn skip(context: &Context, request: StepWithReason) -> Result<StepChanged> {
    let StepWithReason { step_id, reason } = request;
    write(context, "checklist.skip", step_id, |step| step.turned(StepState::Skipped, None, &reason)).await
}

/// Says what a step waits for.
pub(crate) async fn block(context: &Context, request: StepWithReason) -> Result<StepChanged> {
    let StepWithReason { step_id, reason } = request;
    write(context, "checklist.block", step_id, |step| step.turned(StepState::Blocked, None, &reason)).await
}

/// Opens a step again.
pub(crate) async fn reopen(context: &Context, OfStep { step_id }: OfStep) -> Result<StepChanged> {
    write(context, "checklist.reopen", step_id, |step| step.turned(StepState::Open, None, "")).await
}

/// Gives a step a date of its own.
pub(crate) async fn set_due(context: &Context, StepDue { step_id, due }: StepDue) -> Result<StepChanged> {
    write(context, "checklist.set_due", step_id, |step| pinned(step, due)).await
}

/// A date of its own counts from nothing.
fn pinned(step: ChecklistStep, due: chrono::NaiveDate) -> ChecklistStep {
    ChecklistStep { due: Some(due), offset_from: None, offset_days: 0, ..step }
}
