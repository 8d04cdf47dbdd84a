//! `record.delete` and `record.delete_many`.

use cairn_domain::{BackupReason, Kind};
use cairn_wire::{Delete, DeleteMany, Seen, View};

use super::{Resource, view, views};
use crate::{context::Context, error::Result};

/// Deletes a record with what hangs under it; `restore` and undo bring them back.
pub(crate) async fn delete<R: Resource>(context: &Context, request: Delete<R>) -> Result<View<R>> {
    let Delete { id, version } = request;
    let open = context.workspace_to_write().await?;
    if R::KIND == Kind::Account {
        context.backup_before(&open, BackupReason::Deletion).await?;
    }
    let mut tx = context.begin(&open, super::op_name::<R>("delete")).await?;
    let stored = tx.delete::<R>(id, version).await?;
    stored.record.check_left(tx.rows()).await?;
    let stored = R::settle(&mut tx, stored, None).await?;
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
    let mut records = Vec::new();
    for Seen { id, version } in request.items {
        records.push(tx.delete::<R>(id, Some(version)).await?);
    }
    if records.is_empty() {
        return Ok(Vec::new());
    }
    // Once all are gone: what goes together leaves nothing to each other.
    for gone in &records {
        gone.record.check_left(tx.rows()).await?;
    }
    let mut gone = Vec::with_capacity(records.len());
    for record in records {
        gone.push(R::settle(&mut tx, record, None).await?);
    }
    let deleted = views(tx.rows(), gone).await?;
    context.commit(tx, deleted).await
}
