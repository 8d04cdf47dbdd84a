//! `record.update`.

use cairn_domain::{Problem, Reason};
use cairn_store::Rows;
use cairn_wire::{Update, View};
use chrono::NaiveDate;

use super::{Resource, view};
use crate::{context::Context, error::Result};

/// Changes the fields that the request names, if nobody changed the record since it was read.
pub(crate) async fn update<R: Resource>(context: &Context, request: Update<R>) -> Result<View<R>> {
    let today = context.today().await?;
    let open = context.workspace_to_write().await?;
    let mut tx = context.begin(&open, super::op_name::<R>("update")).await?;
    let current = tx.current::<R>(request.id, Some(request.version)).await?;
    let record = request.apply(&current.record)?;
    if let Some((field, _)) = R::PARENT
        && record.parent() != current.record.parent()
    {
        return Err(Problem::new(field, Reason::Fixed).into());
    }
    checked(tx.rows(), &record, today).await?;
    if record == current.record {
        // Nothing changes, so there is no operation that an undo would seem to do nothing about.
        return view(tx.rows(), current).await;
    }
    let stored = tx.update(current, record).await?;
    let changed = view(tx.rows(), stored).await?;
    context.commit(tx, changed).await
}

/// All rules of a record: its own, and those that need others.
pub(crate) async fn checked<R: Resource>(rows: Rows<'_>, record: &R, today: NaiveDate) -> Result<()> {
    record.check(today)?;
    record.check_among(rows).await
}
