//! `me.get`, `me.update`, `brand.get`, `brand.update`: records of which a workspace has one.

use cairn_domain::Stored;
use cairn_wire::{Code, Failure, Nothing, UpdateSingle, View};

use crate::{
    context::Context,
    crud::{Along, New, Resource, Written, make, view, write},
    error::Result,
    single_id::Single,
};

/// The record; version 0 and empty until somebody filled it.
pub(crate) async fn get<R: Single + Resource>(context: &Context, _: Nothing) -> Result<View<R>> {
    let open = context.workspace().await?;
    let rows = open.store.rows();
    let single = rows.find(R::id()).await?.unwrap_or_else(|| unsaid(context));
    view(rows, single).await
}

/// Fills it, or changes it.
pub(crate) async fn update<R: Single + Resource>(
    context: &Context,
    request: UpdateSingle<R>,
) -> Result<View<R>> {
    let request = request.of(R::id())?;
    let today = context.today().await?;
    let open = context.workspace_to_write().await?;
    let mut tx = context.begin(&open, R::UPDATE).await?;
    let known = tx.rows().find(R::id()).await?;
    let current = known.clone().unwrap_or_else(|| unsaid(context));
    if current.version != request.version {
        let message = "Somebody changed this since it was read.";
        return Err(Failure::new(Code::Conflict, message).about("version").into());
    }
    let record = request.apply(&current.record)?;
    let (stored, changed) = match known {
        None => (make(&mut tx, New::named(Some(R::id()), record), today, Along::Now).await?, true),
        Some(known) => {
            let Written { stored, changed, .. } = write(&mut tx, known, record, today, Along::Now).await?;
            (stored, changed)
        }
    };
    let single = view(tx.rows(), stored).await?;
    if changed { context.commit(tx, single).await } else { Ok(single) }
}

fn unsaid<R: Single>(context: &Context) -> Stored<R> {
    let at = context.app.settings.clock.moment().at;
    Stored {
        id: R::id(),
        version: 0,
        created_at: at,
        created_by: String::new(),
        updated_at: at,
        updated_by: String::new(),
        deleted_at: None,
        record: R::default(),
    }
}
