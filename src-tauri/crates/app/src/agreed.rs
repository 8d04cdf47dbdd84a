//! `account.tasks`: what is to be done for an account outside of its plans, what was agreed in a talk among it.

use cairn_domain::{AccountId, Kind, RecordId as _, Stored, Task, Touchpoint, Workshop};
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
pub(crate) async fn outside_plans(rows: Rows<'_>, account: AccountId) -> Result<Vec<Stored<Task>>> {
    let mut tasks: Vec<Stored<Task>> = rows.under(Kind::Account, [account.uuid()]).await?;
    let touchpoints: Vec<Stored<Touchpoint>> = rows.under(Kind::Account, [account.uuid()]).await?;
    tasks.extend(rows.under(Kind::Touchpoint, touchpoints.iter().map(|talk| talk.id.uuid())).await?);
    let workshops: Vec<Stored<Workshop>> = rows.under(Kind::Account, [account.uuid()]).await?;
    tasks.extend(rows.under(Kind::Workshop, workshops.iter().map(|talk| talk.id.uuid())).await?);
    Ok(tasks)
}
