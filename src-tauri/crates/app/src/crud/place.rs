//! `record.move`: a record's place among its siblings.

use cairn_domain::Record;
use cairn_wire::{Move, RequestBody, View};
use serde_json::Value;

use super::{
    Along, Resource, Written,
    between::between,
    parent::{about_parent, home_field},
    view, write_whole,
};
use crate::{context::Context, error::Result};

/// Puts a record behind a sibling, or first, under its parent or another of the same kind.
pub(crate) async fn place<R: Resource>(context: &Context, request: Move<R>) -> Result<View<R>> {
    let Move { id, version, after, parent } = request;
    let today = context.today().await?;
    let open = context.workspace_to_write().await?;
    let mut tx = context.begin(&open, super::op_name::<R>("move")).await?;
    let current = tx.current::<R>(id, version).await?;
    let mut record = match parent {
        None => current.record.clone(),
        Some(parent) => with_field(&current.record, home_field(&current.record), parent.to_string())?,
    };
    tx.require_parent(&record).await.map_err(about_parent::<R>)?;
    let siblings = match record.parent() {
        Some((kind, parent)) => tx.rows().under::<R>(kind, [parent]).await?,
        None => Vec::new(),
    };
    let mut others: Vec<_> = siblings.into_iter().filter(|sibling| sibling.id != id).collect();
    let place = between(&mut others, after)?;
    if let (Some(position), Some(place)) = (record.position_mut(), place) {
        *position = place;
    }
    let Written { stored, .. } = write_whole(&mut tx, current, record, today, Along::Now).await?;
    let moved = view(tx.rows(), stored).await?;
    context.commit(tx, moved).await
}

/// The record with another value in one field.
fn with_field<R: Record>(record: &R, field: &str, value: String) -> Result<R> {
    let mut fields: RequestBody = match serde_json::to_value(record)? {
        Value::Object(fields) => fields,
        _ => RequestBody::new(),
    };
    fields.insert(field.to_owned(), value.into());
    fields.retain(|_, value| !value.is_null());
    Ok(serde_json::from_value(Value::Object(fields))?)
}
