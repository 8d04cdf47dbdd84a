//! `me.get` and `me.update`: the workspace's own user, a single record.

use cairn_domain::{Me, Stored};
use cairn_wire::{Code, Failure, MeUpdate, Nothing, View};

use crate::{
    context::{Context, me_id},
    crud::{checked, view},
    error::Result,
};

/// Who works here; version 0 and empty until they said so.
pub(crate) async fn get(context: &Context, _: Nothing) -> Result<View<Me>> {
    let open = context.workspace().await?;
    let rows = open.store.rows();
    let me = rows.find(me_id()).await?.unwrap_or_else(|| unsaid(context));
    view(rows, me).await
}

/// Says who works here.
pub(crate) async fn update(context: &Context, request: MeUpdate) -> Result<View<Me>> {
    let request = request.of(me_id())?;
    let today = context.today().await?;
    let open = context.workspace_to_write().await?;
    let mut tx = context.begin(&open, "me.update").await?;
    let known = tx.rows().find(me_id()).await?;
    let current = known.clone().unwrap_or_else(|| unsaid(context));
    if current.version != request.version {
        let message = "Somebody changed this since it was read.";
        return Err(Failure::new(Code::Conflict, message).about("version").into());
    }
    let record = request.apply(&current.record)?;
    checked(tx.rows(), &record, today).await?;
    if known.as_ref().is_some_and(|known| known.record == record) {
        return view(tx.rows(), current).await;
    }
    let stored = match known {
        None => tx.insert(Some(me_id()), record).await?,
        Some(known) => tx.update(known, record).await?,
    };
    let me = view(tx.rows(), stored).await?;
    context.commit(tx, me).await
}

fn unsaid(context: &Context) -> Stored<Me> {
    let at = context.app.settings.clock.moment().at;
    Stored {
        id: me_id(),
        version: 0,
        created_at: at,
        created_by: String::new(),
        updated_at: at,
        updated_by: String::new(),
        deleted_at: None,
        record: Me::default(),
    }
}
