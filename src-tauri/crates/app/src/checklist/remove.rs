//! What becomes of the other steps when a step is deleted: what counted from it counts on, and what stood under it
//! moves up. `checklist.preview_remove` shows the dates that move.

use cairn_domain::{ChecklistStep, Kind, Stored};
use cairn_store::{StoreError, Tx};
use cairn_wire::{OfStep, StepMoves};

use super::run::ChecklistRun;
use crate::{context::Context, crud::put, error::Result};

/// The other steps without one, each with its place, as far as something changes in them.
fn left_behind(run: &ChecklistRun, gone: &Stored<ChecklistStep>) -> Vec<(usize, ChecklistStep)> {
    let mut under = true;
    let mut left = Vec::new();
    for (at, step) in run.steps.iter().enumerate().filter(|(_, step)| step.id != gone.id) {
        let mut record = step.record.clone().without(&gone.record);
        if under && record.phase == gone.record.phase && record.position > gone.record.position {
            under = record.depth > gone.record.depth;
            record.depth -= i64::from(under);
        }
        if record != step.record {
            left.push((at, record));
        }
    }
    left
}

/// Changes the other steps after one was deleted, and the dates that count from it.
pub(super) async fn bridge(tx: &mut Tx, gone: &Stored<ChecklistStep>) -> Result<()> {
    let before = ChecklistRun::of(tx.rows(), gone.record.checklist_id).await?;
    let change = |(at, record): (usize, ChecklistStep)| Some((before.steps.get(at)?.clone(), record));
    let changes = left_behind(&before, gone).into_iter().filter_map(change).collect();
    put(tx, changes).await?;
    ChecklistRun::since(tx.rows(), &before).await?.write_dates(tx).await.map(drop)
}

/// Every date that would move if a step was deleted.
pub(crate) async fn preview_remove(context: &Context, OfStep { step_id }: OfStep) -> Result<StepMoves> {
    let open = context.workspace().await?;
    let (mut run, at) = ChecklistRun::of_step(open.store.rows(), step_id).await?;
    run.still_open("step_id")?;
    let gone = run.steps.get(at).cloned().ok_or(StoreError::Deleted { kind: Kind::ChecklistStep })?;
    for (place, record) in left_behind(&run, &gone) {
        run.put(place, record);
    }
    run.steps.remove(at);
    Ok(StepMoves { moves: run.moves()? })
}
