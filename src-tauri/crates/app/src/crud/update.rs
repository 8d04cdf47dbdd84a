//! `record.update` and `record.update_many`.

use cairn_domain::{Problem, Reason, Stored};
use cairn_store::Tx;
use cairn_wire::{Update, UpdateMany, View};
use chrono::NaiveDate;

use super::{Along, Resource, Written, change::write, parent::home_field, view, views};
use crate::{context::Context, error::Result};

/// Changes the fields that the request names, if nobody changed the record since it was read.
pub(crate) async fn update<R: Resource>(context: &Context, request: Update<R>) -> Result<View<R>> {
    let today = context.today().await?;
    let open = context.workspace_to_write().await?;
    let mut tx = context.begin(&open, super::op_name::<R>("update")).await?;
    let (stored, changed) = change(&mut tx, request, today).await?;
    let shown = view(tx.rows(), stored).await?;
    // Without a change there is no operation: undoing one would seem to do nothing.
    if changed { context.commit(tx, shown).await } else { Ok(shown) }
}

/// Makes the same change to several records as one step: all of them or none.
pub(crate) async fn update_many<R: Resource>(
    context: &Context,
    request: UpdateMany<R>,
) -> Result<Vec<View<R>>> {
    let today = context.today().await?;
    let open = context.workspace_to_write().await?;
    let mut tx = context.begin(&open, super::op_name::<R>("update_many")).await?;
    let (mut records, mut any) = (Vec::new(), false);
    for request in request.each() {
        let (stored, changed) = change(&mut tx, request, today).await?;
        records.push(stored);
        any |= changed;
    }
    let shown = views(tx.rows(), records).await?;
    if any { context.commit(tx, shown).await } else { Ok(shown) }
}

/// The inner verb: the record as it is now, and whether that is new.
async fn change<R: Resource>(tx: &mut Tx, request: Update<R>, today: NaiveDate) -> Result<(Stored<R>, bool)> {
    let current = tx.current::<R>(request.id, Some(request.version)).await?;
    let record = request.apply(&current.record)?;
    if record.parent() != current.record.parent() {
        return Err(Problem::new(home_field(&current.record), Reason::Fixed).into());
    }
    let Written { stored, next: _, changed } = write(tx, current, record, today, Along::Now).await?;
    Ok((stored, changed))
}
