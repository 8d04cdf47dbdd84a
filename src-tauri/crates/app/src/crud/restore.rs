//! `record.restore`.

use cairn_wire::{ById, View};

use super::{Resource, bring_back, view};
use crate::{context::Context, error::Result};

/// Brings a deleted record back, with what was deleted along with it.
pub(crate) async fn restore<R: Resource>(context: &Context, ById { id }: ById<R>) -> Result<View<R>> {
    let open = context.workspace_to_write().await?;
    let mut tx = context.begin(&open, super::op_name::<R>("restore")).await?;
    let stored = bring_back::<R>(&mut tx, id).await?;
    let restored = view(tx.rows(), stored).await?;
    context.commit(tx, restored).await
}
