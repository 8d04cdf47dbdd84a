//! The large sample: a book of 2,000 accounts with what a CSA writes in years, to measure on.
//!
//! Owns how many records of each kind there are, and where they hang; what they say stands in `record`. The six
//! accounts of the sample are among them. A later kind of record adds its own number here.

mod record;

use cairn_domain::{
    Account, AccountId, Contact, ContactId, Criterion, Home, Initiative, Objective, Plan, Position, Reading,
    Record, Stored, Task, Touchpoint, Workshop,
};
use cairn_store::{Query, Tx};
use chrono::NaiveDate;

use record::{Blank, OUTCOMES, account, contact, nth, objective, plan, task, touchpoint, workshop};

use crate::{crud::put_all, error::Result};

/// Records in all, those of the sample's own accounts among them.
const ACCOUNTS: usize = 2_000;
const CONTACTS: usize = 10_000;
const PLANS: usize = 3_000;
const OBJECTIVES: usize = 12_000;
const TASKS: usize = 100_000;
const TOUCHPOINTS: usize = 16_000;
const WORKSHOPS: usize = 4_000;
/// Under each objective that is made here, two readings under each criterion.
const CRITERIA: usize = 1;
const READINGS: usize = 2;
const INITIATIVES: usize = 2;
/// Accounts that are made at once. All their records of one kind are written by one statement, and are in memory until
/// then.
const AT_ONCE: usize = 100;

/// Adds what is missing to the numbers above; answers how many accounts it made.
pub(super) async fn add(tx: &mut Tx, today: NaiveDate) -> Result<usize> {
    let left = Left::of(tx).await?;
    let blank = Blank::new(today)?;
    for begin in (0..left.accounts).step_by(AT_ONCE) {
        let end = (begin + AT_ONCE).min(left.accounts);
        add_some(tx, &left, &blank, begin..end).await?;
    }
    Ok(left.accounts)
}

/// How many of each are to be made.
struct Left {
    accounts: usize,
    contacts: usize,
    plans: usize,
    objectives: usize,
    tasks: usize,
    touchpoints: usize,
    workshops: usize,
}

impl Left {
    async fn of(tx: &Tx) -> Result<Self> {
        Ok(Self {
            accounts: missing::<Account>(tx, ACCOUNTS).await?,
            contacts: missing::<Contact>(tx, CONTACTS).await?,
            plans: missing::<Plan>(tx, PLANS).await?,
            objectives: missing::<Objective>(tx, OBJECTIVES).await?,
            tasks: missing::<Task>(tx, TASKS).await?,
            touchpoints: missing::<Touchpoint>(tx, TOUCHPOINTS).await?,
            workshops: missing::<Workshop>(tx, WORKSHOPS).await?,
        })
    }
}

async fn missing<R: Record>(tx: &Tx, wanted: usize) -> Result<usize> {
    let (_, there) = tx.rows().list::<R>(&Query { limit: Some(1), ..Query::default() }).await?;
    Ok(wanted.saturating_sub(usize::try_from(there).unwrap_or(usize::MAX)))
}

/// The part of `all` things that falls to number `at` of `among`, as evenly as whole things go.
fn share(all: usize, at: usize, among: usize) -> std::ops::Range<usize> {
    all * at / among..all * (at + 1) / among
}

/// The places of some siblings, in their order.
fn places() -> impl Iterator<Item = Position> {
    std::iter::successors(Some(Position::default()), |last| Some(Position::after(last)))
}

/// Adds records under new ids, each by its own rules.
async fn insert<R: Record>(tx: &mut Tx, records: Vec<R>, today: NaiveDate) -> Result<Vec<Stored<R>>> {
    for record in &records {
        record.check(today)?;
    }
    put_all(tx, records).await
}

/// Adds some accounts with all that hangs under them.
async fn add_some(tx: &mut Tx, left: &Left, blank: &Blank, which: std::ops::Range<usize>) -> Result<()> {
    let records = which.clone().map(|at| account(blank, at)).collect();
    let accounts: Vec<(usize, AccountId)> =
        which.zip(insert(tx, records, blank.today).await?).map(|(at, made)| (at, made.id)).collect();
    let among = left.accounts;
    let under = |all: usize| {
        let one = move |&(at, id): &(usize, AccountId)| share(all, at, among).map(move |n| (n, id));
        accounts.iter().flat_map(one).collect::<Vec<_>>()
    };

    let contacts = under(left.contacts).into_iter().map(|(n, id)| contact(blank, n, id)).collect();
    let contacts = insert(tx, contacts, blank.today).await?;
    let who = |account: AccountId| -> Vec<ContactId> {
        contacts.iter().filter(|one| one.record.account_id == account).map(|one| one.id).collect()
    };
    let held = under(left.touchpoints).into_iter().map(|(n, id)| touchpoint(blank, n, id, who(id)));
    insert(tx, held.collect(), blank.today).await?;
    let held = under(left.workshops).into_iter().map(|(n, id)| workshop(blank, n, id, who(id)));
    insert(tx, held.collect(), blank.today).await?;

    let plans: Vec<(usize, AccountId)> = under(left.plans);
    let records = plans.iter().map(|(n, id)| plan(blank, *n, *id)).collect();
    let made = insert(tx, records, blank.today).await?;
    let mut objectives = Vec::new();
    for ((n, _), plan) in plans.iter().zip(&made) {
        for (at, position) in share(left.objectives, *n, left.plans).zip(places()) {
            objectives.push((at, Objective { plan_id: plan.id, position, ..objective(blank, at) }));
        }
    }
    let (numbers, records): (Vec<usize>, Vec<Objective>) = objectives.into_iter().unzip();
    let made = insert(tx, records, blank.today).await?;
    add_measures(tx, blank, &numbers, &made).await?;
    add_work(tx, left, blank, &numbers, &made).await
}

/// Adds the criteria of objectives, with their readings.
async fn add_measures(
    tx: &mut Tx,
    blank: &Blank,
    numbers: &[usize],
    objectives: &[Stored<Objective>],
) -> Result<()> {
    let mut records = Vec::new();
    for (n, objective) in numbers.iter().zip(objectives) {
        for position in places().take(CRITERIA) {
            let target_date = Some(blank.day(90 + n % 200, 0));
            let criterion = Criterion { target_date, position, ..blank.criterion.clone() };
            records.push(Criterion { objective_id: objective.id, ..criterion });
        }
    }
    let criteria = insert(tx, records, blank.today).await?;
    let days = [18.5, 17.0, 16.0, 15.5, 14.0, 12.5];
    let mut readings = Vec::new();
    for (n, criterion) in criteria.iter().enumerate() {
        for month in 0..READINGS {
            let (date, value) = (blank.day(0, 30 * month + n % 28), days[(n + month) % days.len()]);
            readings.push(Reading { criterion_id: criterion.id, date, value, ..blank.reading.clone() });
        }
    }
    insert(tx, readings, blank.today).await?;
    Ok(())
}

/// Adds the initiatives of objectives, with their tasks.
async fn add_work(
    tx: &mut Tx,
    left: &Left,
    blank: &Blank,
    numbers: &[usize],
    objectives: &[Stored<Objective>],
) -> Result<()> {
    let mut records = Vec::new();
    for (n, objective) in numbers.iter().zip(objectives) {
        for (half, position) in places().take(INITIATIVES).enumerate() {
            let title = format!("{}, part {}", nth(&OUTCOMES, n + 3), half + 1);
            let due = Some(blank.day(40 + n % 150 + 40 * half, 0));
            let initiative = Initiative { title, due, position, ..blank.initiative.clone() };
            records.push(Initiative { objective_id: objective.id, ..initiative });
        }
    }
    let initiatives = insert(tx, records, blank.today).await?;
    let mut tasks = Vec::new();
    for (n, pair) in numbers.iter().zip(initiatives.chunks(INITIATIVES)) {
        let all = share(left.tasks, *n, left.objectives);
        for (half, initiative) in pair.iter().enumerate() {
            let some = share(all.len(), half, INITIATIVES);
            for (at, position) in some.map(|at| all.start + at).zip(places()) {
                tasks.push(Task { home: Home::under(initiative.id), position, ..task(blank, at) });
            }
        }
    }
    insert(tx, tasks, blank.today).await?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_is_lost_or_made_twice_where_things_are_shared_out() {
        for (all, among) in [(100_000, 11_984), (16_000, 1_994), (3, 7), (0, 5), (9, 1)] {
            let shared: Vec<usize> = (0..among).flat_map(|at| share(all, at, among)).collect();
            assert_eq!(shared, (0..all).collect::<Vec<_>>(), "{all} things fall to {among} each once");
        }
    }
}
