//! `record.get`.

use cairn_wire::{ById, View};

use super::{Resource, view};
use crate::{context::Context, error::Result};

/// One record; a deleted one says so in `deleted_at`.
pub(crate) async fn get<R: Resource>(context: &Context, ById { id }: ById<R>) -> Result<View<R>> {
    let open = context.workspace().await?;
    let rows = open.store.rows();
    view(rows, rows.get(id).await?).await
}
