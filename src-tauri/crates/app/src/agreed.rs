//! `account.tasks`: what is to be done for an account outside of its plans, what was agreed in a talk among it.

use cairn_domain::{AccountId, Kind, RecordId as _, Stored, Task};
use cairn_store::Rows;
use cairn_wire::{OfAccount, View};

use crate::{context::Context, crud::views, error::Result};

/// The tasks of an account that stand in no plan.
pub(crate) async fn tasks(context: &Context, of: OfAccount) -> Result<Vec<View<Task>>> {
    let open = context.workspace().await?;
    let rows = open.store.rows();
    views(rows, outside_plans(rows, of.account_id).await?).await
}

/// An account's own tasks, then those that were agreed in its touchpoints and its workshops.
async fn outside_plans(rows: Rows<'_>, account: AccountId) -> Result<Vec<Stored<Task>>> {
    Ok(rows.tree(Kind::Account, [account.uuid()]).without(Kind::Plan).all().await?)
}
