//! `sample.add`, `sample.remove`: invented accounts to look around in, marked as such.

mod add_one;
mod checklist;
mod content;
mod customer;
mod dates;
mod large;
mod version;

use cairn_domain::{Account, BackupReason, Brand, Me, Stored};
use cairn_store::{Query, Rows, Tx};
use cairn_wire::{Nothing, SampleReport, SampleRequest};
use chrono::NaiveDate;

use crate::{
    context::Context,
    crud::{New, put_new, remove_all},
    error::Result,
    sample::content::Sample,
    single_id::Single,
};

/// True where accounts of the sample are there.
pub(crate) async fn is_there(rows: Rows<'_>) -> Result<bool> {
    Ok(!accounts(rows, 1).await?.is_empty())
}

async fn accounts(rows: Rows<'_>, most: u64) -> Result<Vec<Stored<Account>>> {
    let filter = [("sample".to_owned(), true.into())].into_iter().collect();
    Ok(rows.list::<Account>(&Query { filter, limit: Some(most), ..Query::default() }).await?.0)
}

/// More accounts than anybody has.
const ALL: u64 = 1_000_000;

/// Adds the sample's accounts as one step; who works here and the brand only where nobody said so yet.
pub(crate) async fn add(context: &Context, SampleRequest { large }: SampleRequest) -> Result<SampleReport> {
    let today = context.today().await?;
    let Sample { me, brand, accounts } = content::sample(today)?;
    let open = context.workspace_to_write().await?;
    let mut tx = context.begin(&open, "sample.add").await?;
    let mut added = accounts.len();
    for customer in accounts {
        customer::add(&mut tx, customer, today).await?;
    }
    if large {
        added += large::add(&mut tx, today).await?;
    }
    add_single::<Me>(&mut tx, me, today).await?;
    add_single::<Brand>(&mut tx, brand, today).await?;
    context.commit(tx, SampleReport { accounts: added as u64 }).await
}

/// Deletes the sample's accounts, with all that hangs under them, as one step.
pub(crate) async fn remove(context: &Context, _: Nothing) -> Result<SampleReport> {
    let open = context.workspace_to_write().await?;
    context.backup_before(&open, BackupReason::Deletion).await?;
    let mut tx = context.begin(&open, "sample.remove").await?;
    let found = accounts(tx.rows(), ALL).await?;
    remove_all::<Account>(&mut tx, found.iter().map(|account| (account.id, None)).collect()).await?;
    let report = SampleReport { accounts: found.len() as u64 };
    if found.is_empty() { Ok(report) } else { context.commit(tx, report).await }
}

async fn add_single<R: Single>(tx: &mut Tx, record: R, today: NaiveDate) -> Result<()> {
    if tx.rows().find::<R>(R::id()).await?.is_none() {
        record.check(today)?;
        put_new(tx, New::named(Some(R::id()), record)).await?;
    }
    Ok(())
}
