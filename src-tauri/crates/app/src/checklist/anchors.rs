//! `checklist.preview_anchor` and `checklist.set_anchor`: new days for the anchors, and all that counts from them.

use cairn_domain::{ANCHORS, Checklist, OffsetFrom, Problem, Reason, check_anchors};
use cairn_wire::{AnchorDays, StepMoves};
use chrono::NaiveDate;

use super::run::Run;
use crate::{context::Context, error::Result};

/// The checklist with its new anchors. An anchor is one that it has, that a step counts from, or that all have.
fn anchored(run: &Run, request: AnchorDays, today: NaiveDate) -> Result<Checklist, Problem> {
    run.still_open("id")?;
    let AnchorDays { id: _, anchors } = request;
    let named = |key: &String| {
        let from = |step: &cairn_domain::ChecklistStep| {
            step.offset_from.as_ref().and_then(OffsetFrom::anchor) == Some(key.as_str())
        };
        run.list.record.anchors.contains_key(key)
            || ANCHORS.contains(&key.as_str())
            || run.steps.iter().any(|step| from(&step.record))
    };
    if let Some(key) = anchors.keys().find(|key| !named(key)) {
        return Err(Problem::new(format!("anchors.{key}"), Reason::NoPart { key: key.clone() }));
    }
    check_anchors(&anchors, today)?;
    let mut record = run.list.record.clone();
    record.anchors.extend(anchors);
    Ok(record)
}

/// Every date that would move.
pub(crate) async fn preview_anchor(context: &Context, request: AnchorDays) -> Result<StepMoves> {
    let today = context.today().await?;
    let open = context.workspace().await?;
    let mut run = Run::of(open.store.rows(), request.id).await?;
    run.list.record = anchored(&run, request, today)?;
    Ok(StepMoves { moves: run.moves()? })
}

/// Moves them, as one step.
pub(crate) async fn set_anchor(context: &Context, request: AnchorDays) -> Result<StepMoves> {
    let today = context.today().await?;
    let open = context.workspace_to_write().await?;
    let mut tx = context.begin(&open, "checklist.set_anchor").await?;
    let mut run = Run::of(tx.rows(), request.id).await?;
    let record = anchored(&run, request, today)?;
    if record == run.list.record {
        return Ok(StepMoves::default());
    }
    run.list = tx.update(run.list.clone(), record).await?;
    let moves = run.settle(&mut tx).await?;
    context.commit(tx, StepMoves { moves }).await
}
