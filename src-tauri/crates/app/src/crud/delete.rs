//! `record.delete`.

use cairn_wire::{Delete, View};

use super::{Resource, view};
use crate::{context::Context, error::Result};

/// Deletes a record with what hangs under it; `restore` and undo bring them back.
pub(crate) async fn delete<R: Resource>(context: &Context, request: Delete<R>) -> Result<View<R>> {
    let Delete { id, version } = request;
    let open = context.workspace_to_write().await?;
    let mut tx = context.begin(&open, super::op_name::<R>("delete")).await?;
    let stored = tx.delete::<R>(id, version).await?;
    let deleted = view(tx.rows(), stored).await?;
    context.commit(tx, deleted).await
}
