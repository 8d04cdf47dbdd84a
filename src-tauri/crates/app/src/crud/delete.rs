//! `record.delete` and `record.delete_many`.

use cairn_domain::{BackupReason, Kind};
use cairn_wire::{Delete, DeleteMany, Seen, View};

use super::{Along, Resource, remove, remove_all, view, views};
use crate::{context::Context, error::Result};

/// Deletes a record with what hangs under it; `restore` and undo bring them back.
pub(crate) async fn delete<R: Resource>(context: &Context, request: Delete<R>) -> Result<View<R>> {
    let Delete { id, version } = request;
    let open = context.workspace_to_write().await?;
    if R::KIND == Kind::Account {
        context.backup_before(&open, BackupReason::Deletion).await?;
    }
    let mut tx = context.begin(&open, super::op_name::<R>("delete")).await?;
    let stored = remove::<R>(&mut tx, id, version, Along::Now).await?;
    let deleted = view(tx.rows(), stored).await?;
    context.commit(tx, deleted).await
}

/// Deletes several records as one step: all of them or none.
pub(crate) async fn delete_many<R: Resource>(
    context: &Context,
    request: DeleteMany<R>,
) -> Result<Vec<View<R>>> {
    let open = context.workspace_to_write().await?;
    if request.items.len() > 1 {
        context.backup_before(&open, BackupReason::Deletion).await?;
    }
    let mut tx = context.begin(&open, super::op_name::<R>("delete_many")).await?;
    let which = request.items.into_iter().map(|Seen { id, version }| (id, Some(version)));
    let gone = remove_all::<R>(&mut tx, which.collect()).await?;
    if gone.is_empty() {
        return Ok(Vec::new());
    }
    let deleted = views(tx.rows(), gone).await?;
    context.commit(tx, deleted).await
}
