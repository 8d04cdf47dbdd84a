//! `checklist.tick skip block reopen set_due`: one step, and the dates that move with it. `checklist.preview_change` shows
//! those dates before, and `checklist.preview_step` those that an edit of its fields would move.

use cairn_domain::{ChecklistStep, ChecklistStepId, Problem, Reason, Record as _, State as _, StepState};
use cairn_store::Rows;
use cairn_wire::{
    OfStep, PreviewStepChange, StepChanged, StepDue, StepMoves, StepVerb, StepWithReason, TickStep, Update,
};
use chrono::NaiveDate;

use super::run::ChecklistRun;
use crate::{context::Context, crud::validate, error::Result};

/// What is done with a step.
struct Change {
    what: StepVerb,
    day: Option<NaiveDate>,
    reason: String,
}

impl Change {
    /// The step once it is done. The one place that says what a tick means, and what the others do.
    fn apply(self, step: ChecklistStep) -> ChecklistStep {
        let Self { what, day, reason } = self;
        match what {
            StepVerb::Tick => step.turned(StepState::DONE, day, ""),
            StepVerb::Skip => step.turned(StepState::Skipped, None, &reason),
            StepVerb::Block => step.turned(StepState::Blocked, None, &reason),
            StepVerb::Reopen => step.turned(StepState::Open, None, ""),
            // A date of its own counts from nothing.
            StepVerb::SetDue => ChecklistStep { due: day, offset_from: None, offset_days: 0, ..step },
        }
    }
}

/// A step that follows a record changes with that and not by hand.
fn own_state(step: &ChecklistStep) -> Result<(), Problem> {
    match (step.follows_kind, step.follows_id) {
        (Some(kind), Some(_)) => Err(Problem::new("step_id", Reason::FollowsRecord { kind })),
        _ => Ok(()),
    }
}

/// The step once it is changed, where that may be done; and the checklist as it is.
async fn changed(
    rows: Rows<'_>,
    id: ChecklistStepId,
    change: Change,
    today: NaiveDate,
) -> Result<(ChecklistRun, usize, ChecklistStep)> {
    let (run, at) = ChecklistRun::of_step(rows, id).await?;
    run.still_open("step_id")?;
    let before = run.steps.get(at).map(|step| step.record.clone());
    let before = before.ok_or_else(|| Problem::new("step_id", Reason::Elsewhere))?;
    let record = change.apply(before.clone());
    if before.state != record.state || before.done_on != record.done_on {
        own_state(&record)?;
    }
    record.check(today)?;
    Ok((run, at, record))
}

async fn write(
    context: &Context,
    name: &'static str,
    id: ChecklistStepId,
    change: Change,
) -> Result<StepChanged> {
    let today = context.today().await?;
    let open = context.workspace_to_write().await?;
    let mut tx = context.begin(&open, name).await?;
    let (mut run, at, record) = changed(tx.rows(), id, change, today).await?;
    if run.steps.get(at).is_some_and(|before| before.record == record) {
        return run.changed(at, Vec::new());
    }
    run.write(&mut tx, at, record).await?;
    let moves = run.write_dates(&mut tx).await?;
    let moves = moves.into_iter().filter(|moved| moved.id != id).collect();
    let shown = run.changed(at, moves)?;
    context.commit(tx, shown).await
}

/// Every date that would move if this was done with a step; refused as doing it would be.
pub(crate) async fn preview_change(context: &Context, request: PreviewStepChange) -> Result<StepMoves> {
    let PreviewStepChange { step_id, what, day, reason } = request;
    let today = context.today().await?;
    let change = Change { what, day: day.or(Some(today)), reason };
    let open = context.workspace().await?;
    let rows = open.store.rows();
    let (mut run, at, record) = changed(rows, step_id, change, today).await?;
    validate(rows, &record, run.steps.get(at), today).await?;
    run.put(at, record);
    Ok(StepMoves { moves: run.moves()? })
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
    let day = Some(done_on.unwrap_or(context.today().await?));
    let change = Change { what: StepVerb::Tick, day, reason: String::new() };
    write(context, "checklist.tick", step_id, change).await
}

/// Leaves a step out.
pub(crate) async fn skip(context: &Context, request: StepWithReason) -> Result<StepChanged> {
    let StepWithReason { step_id, reason } = request;
    write(context, "checklist.skip", step_id, Change { what: StepVerb::Skip, day: None, reason }).await
}

/// Says what a step waits for.
pub(crate) async fn block(context: &Context, request: StepWithReason) -> Result<StepChanged> {
    let StepWithReason { step_id, reason } = request;
    write(context, "checklist.block", step_id, Change { what: StepVerb::Block, day: None, reason }).await
}

/// Opens a step again.
pub(crate) async fn reopen(context: &Context, OfStep { step_id }: OfStep) -> Result<StepChanged> {
    let change = Change { what: StepVerb::Reopen, day: None, reason: String::new() };
    write(context, "checklist.reopen", step_id, change).await
}

/// Gives a step a date of its own.
pub(crate) async fn set_due(context: &Context, StepDue { step_id, due }: StepDue) -> Result<StepChanged> {
    let change = Change { what: StepVerb::SetDue, day: Some(due), reason: String::new() };
    write(context, "checklist.set_due", step_id, change).await
}
