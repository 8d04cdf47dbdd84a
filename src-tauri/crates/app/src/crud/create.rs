//! `record.create`.

use cairn_domain::Record;
use cairn_store::StoreError;
use cairn_wire::{Create, View};

use super::{Along, New, Resource, change::make, view};
use crate::{
    context::Context,
    error::{AppError, Result},
};

/// Makes a record, behind its last sibling unless the request says where.
pub(crate) async fn create<R: Resource>(context: &Context, request: Create<R>) -> Result<View<R>> {
    let me = context.me().await?;
    let today = context.today_of(me);
    let placed = request.names_position();
    let mut record = request.by(me.map_or("", |me| &me.record.name)).into_record(today)?;
    record.complete(None, today);
    // Before the workspace is made: a refused request leaves nothing behind.
    record.check(today)?;
    let open = context.workspace_to_write().await?;
    let mut tx = context.begin(&open, super::op_name::<R>("create")).await?;
    let new = if placed { New::placed(record) } else { New::last(record) };
    let stored = make(&mut tx, new, today, Along::Now).await?;
    let made = view(tx.rows(), stored).await?;
    context.commit(tx, made).await
}

/// A parent that is not there is about the field that names it.
pub(super) fn about_parent<R: Record>(error: StoreError) -> AppError {
    let parent = match &error {
        StoreError::NotFound { kind, .. } | StoreError::ParentDeleted { kind } => {
            R::PARENTS.iter().find(|(_, parent)| parent == kind).map(|(field, _)| *field)
        }
        _ => None,
    };
    match parent {
        Some(field) => cairn_wire::Failure::from(AppError::from(error)).about(field).into(),
        None => error.into(),
    }
}
