//! `me.get`, `me.update`, `brand.get`, `brand.update`: records of which a workspace has one.

use cairn_domain::{Brand, Me, RecordId, Stored};
use cairn_wire::{Code, Failure, Nothing, UpdateSingle, View};
use uuid::Uuid;

use crate::{
    context::Context,
    crud::{Along, New, Resource, Written, make, view, write},
    error::Result,
};

/// A record of which a workspace has one: empty until somebody fills it.
pub(crate) trait Single: Resource + Default {
    /// The command that changes it.
    const UPDATE: &'static str;

    /// Its id: that of its name.
    fn id() -> Self::Id {
        let name = format!("cairn:{}", Self::KIND.word());
        Self::Id::from_uuid(Uuid::new_v5(&Uuid::NAMESPACE_OID, name.as_bytes()))
    }
}

impl Single for Me {
    const UPDATE: &'static str = "me.update";
}

impl Single for Brand {
    const UPDATE: &'static str = "brand.update";
}

/// The record; version 0 and empty until somebody filled it.
pub(crate) async fn get<R: Single>(context: &Context, _: Nothing) -> Result<View<R>> {
    let open = context.workspace().await?;
    let rows = open.store.rows();
    let single = rows.find(R::id()).await?.unwrap_or_else(|| unsaid(context));
    view(rows, single).await
}

/// Fills it, or changes it.
pub(crate) async fn update<R: Single>(context: &Context, request: UpdateSingle<R>) -> Result<View<R>> {
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
