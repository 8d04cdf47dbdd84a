//! `sample.add`, `sample.remove`: invented accounts to look around in, marked as such.

mod content;
mod dates;

use cairn_domain::{Account, Brand, Me, Stored};
use cairn_store::{Query, Row, Rows, Tx};
use cairn_wire::{Nothing, SampleReport, SampleRequest};
use chrono::NaiveDate;

use crate::{
    context::Context,
    error::Result,
    sample::content::{Customer, Part, Sample, Work},
    single::Single,
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
/// How often the large sample repeats the accounts: about 20,000 records in all.
const LARGE: usize = 330;

/// Adds the sample's accounts as one step; who works here and the brand only where nobody said so yet.
pub(crate) async fn add(context: &Context, SampleRequest { large }: SampleRequest) -> Result<SampleReport> {
    let today = context.today().await?;
    let Sample { me, brand, mut accounts } = content::sample(today)?;
    if large {
        repeat(&mut accounts);
    }
    let open = context.workspace_to_write().await?;
    let mut tx = context.begin(&open, "sample.add").await?;
    for customer in &accounts {
        add_customer(&mut tx, customer.clone(), today).await?;
    }
    add_single::<Me>(&mut tx, me, today).await?;
    add_single::<Brand>(&mut tx, brand, today).await?;
    context.commit(tx, SampleReport { accounts: accounts.len() as u64 }).await
}

/// The same accounts again and again, each with a number in its name; the first, which is rich, only once.
fn repeat(accounts: &mut Vec<Customer>) {
    let small: Vec<Customer> = accounts.iter().skip(1).cloned().collect();
    for round in 2..=LARGE {
        accounts.extend(small.iter().map(|customer| customer.clone().numbered(round)));
    }
}

/// Deletes the sample's accounts, with all that hangs under them, as one step.
pub(crate) async fn remove(context: &Context, _: Nothing) -> Result<SampleReport> {
    let open = context.workspace_to_write().await?;
    let mut tx = context.begin(&open, "sample.remove").await?;
    let found = accounts(tx.rows(), ALL).await?;
    for account in &found {
        tx.delete::<Account>(account.id, None).await?;
    }
    let report = SampleReport { accounts: found.len() as u64 };
    if found.is_empty() { Ok(report) } else { context.commit(tx, report).await }
}

async fn add_single<R: Single>(tx: &mut Tx, record: R, today: NaiveDate) -> Result<()> {
    if tx.rows().find::<R>(R::id()).await?.is_none() {
        record.check(today)?;
        tx.insert(Some(R::id()), record).await?;
    }
    Ok(())
}

/// Adds a record behind its siblings, by its own rules; those among records are kept by the content, and by a test.
async fn add_one<R: Row>(
    tx: &mut Tx,
    part: Part,
    parent: &[(&str, String)],
    today: NaiveDate,
) -> Result<Stored<R>> {
    let mut record: R = part.read(parent, today)?;
    record.check(today)?;
    let last = tx.last_position(&record).await?;
    if let Some(position) = record.position_mut() {
        *position = last;
    }
    Ok(tx.insert(None, record).await?)
}

async fn add_customer(tx: &mut Tx, customer: Customer, today: NaiveDate) -> Result<()> {
    let Customer { account, contacts, tasks, plans } = customer;
    let account = add_one::<Account>(tx, account.with("sample", true.into()), &[], today).await?;
    let home = [("account_id", account.id.to_string())];
    let mut known: Vec<(String, String)> = Vec::new();
    for contact in contacts {
        let added =
            add_one::<cairn_domain::Contact>(tx, contact.named("reports_to", &known)?, &home, today).await?;
        known.push((added.record.name.clone(), added.id.to_string()));
    }
    for task in tasks {
        add_one::<cairn_domain::Task>(tx, task, &home, today).await?;
    }
    for plan in plans {
        let added = add_one::<cairn_domain::Plan>(tx, plan.plan, &home, today).await?;
        let home = [("plan_id", added.id.to_string())];
        // All objectives first: an initiative may serve a later one.
        let mut works = Vec::new();
        for objective in plan.objectives {
            let added = add_one::<cairn_domain::Objective>(tx, objective.objective, &home, today).await?;
            works.push((added.id.to_string(), objective.work));
        }
        let ids: Vec<String> = works.iter().map(|(id, _)| id.clone()).collect();
        for (objective, work) in works {
            add_work(tx, work, &objective, &ids, today).await?;
        }
    }
    Ok(())
}

async fn add_work(tx: &mut Tx, work: Work, objective: &str, plan: &[String], today: NaiveDate) -> Result<()> {
    let home = [("objective_id", objective.to_owned())];
    for measured in work.criteria {
        let added = add_one::<cairn_domain::Criterion>(tx, measured.criterion, &home, today).await?;
        let home = [("criterion_id", added.id.to_string())];
        for reading in measured.readings {
            add_one::<cairn_domain::Reading>(tx, reading, &home, today).await?;
        }
    }
    for driven in work.initiatives {
        let initiative = driven.initiative.numbered("also_serves", plan)?;
        let added = add_one::<cairn_domain::Initiative>(tx, initiative, &home, today).await?;
        let home = [("initiative_id", added.id.to_string())];
        for task in driven.tasks {
            add_one::<cairn_domain::Task>(tx, task, &home, today).await?;
        }
    }
    Ok(())
}
