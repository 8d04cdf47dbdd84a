//! `record.create`.

use cairn_wire::{Create, View};

use super::{Along, New, Resource, change::make, view};
use crate::{context::Context, error::Result};

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
