//! `record.create`.

use cairn_domain::{Record, Stored};
use cairn_store::{StoreError, Tx};
use cairn_wire::{Create, View};
use chrono::NaiveDate;

use super::{Resource, checked, view};
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
    checked(tx.rows(), &record, None, today).await?;
    let stored = if placed { tx.insert(None, record).await } else { tx.append(record).await };
    let stored = R::settle(&mut tx, stored.map_err(about_parent::<R>)?, None).await?;
    let made = view(tx.rows(), stored).await?;
    context.commit(tx, made).await
}

/// The inner verb: adds a record behind its siblings, by the rules of all.
pub(crate) async fn add<R: Resource>(tx: &mut Tx, mut record: R, today: NaiveDate) -> Result<Stored<R>> {
    record.complete(None, today);
    checked(tx.rows(), &record, None, today).await?;
    Ok(tx.append(record).await?)
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
