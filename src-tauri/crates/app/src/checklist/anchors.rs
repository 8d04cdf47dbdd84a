//! `checklist.preview_anchor` and `checklist.set_anchor`: new days for the anchors, and all that counts from them.

use cairn_domain::{ANCHORS, Checklist, ChecklistTemplate, OffsetFrom, Problem, Reason, check_anchors};
use cairn_store::Rows;
use cairn_wire::{AnchorDays, AnchorMoves};
use chrono::NaiveDate;

use super::run::ChecklistRun;
use crate::{context::Context, crud::put_one, error::Result, library};

/// The checklist with its new anchors. An anchor is one that the checklist has, that a step counts from, or that every
/// checklist may have. Anchors that its template derives from another one move with that.
async fn anchored(
    rows: Rows<'_>,
    run: &ChecklistRun,
    request: AnchorDays,
    today: NaiveDate,
) -> Result<Checklist> {
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
        return Err(Problem::new(format!("anchors.{key}"), Reason::NoPart { key: key.clone() }).into());
    }
    let mut record = run.list.record.clone();
    let template = match record.template_id {
        Some(id) => library::usable::<ChecklistTemplate>(rows, id).await?,
        None => None,
    };
    // Without the template no anchor follows another.
    let template = template.map(|template| template.record).unwrap_or_default();
    record.anchors = template.anchors_after(&record.anchors, &anchors);
    check_anchors(&record.anchors, today)?;
    Ok(record)
}

/// Every date that would move.
pub(crate) async fn preview_anchor(context: &Context, request: AnchorDays) -> Result<AnchorMoves> {
    let today = context.today().await?;
    let open = context.workspace().await?;
    let rows = open.store.rows();
    let mut run = ChecklistRun::of(rows, request.id).await?;
    run.list.record = anchored(rows, &run, request, today).await?;
    run.cause.anchors = true;
    Ok(AnchorMoves { moves: run.moves()?, anchors: run.list.record.anchors })
}

/// Moves them, as one step.
pub(crate) async fn set_anchor(context: &Context, request: AnchorDays) -> Result<AnchorMoves> {
    let today = context.today().await?;
    let open = context.workspace_to_write().await?;
    let mut tx = context.begin(&open, "checklist.set_anchor").await?;
    let mut run = ChecklistRun::of(tx.rows(), request.id).await?;
    let record = anchored(tx.rows(), &run, request, today).await?;
    let anchors = record.anchors.clone();
    if record == run.list.record {
        return Ok(AnchorMoves { moves: Vec::new(), anchors });
    }
    run.list = put_one(&mut tx, run.list.clone(), record).await?;
    run.cause.anchors = true;
    let moves = run.write_dates(&mut tx).await?;
    context.commit(tx, AnchorMoves { moves, anchors }).await
}
