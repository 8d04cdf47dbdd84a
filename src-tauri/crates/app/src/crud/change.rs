//! The one way in which records change, whatever door asks. It checks the rules of the record alone, those among
//! records, and those of what it leaves behind; writes the row; and changes other records that follow.
//!
//! Nothing else in the program calls the store's own writes, and a test holds that. What an operation itself computes
//! in records, such as the dates of steps, goes through `put`, which checks nothing: whoever calls that answers for the
//! rules.

use cairn_domain::{Record, Stored};
use cairn_store::{Rows, Tx};
use chrono::NaiveDate;

use super::{Resource, check_back, parent::about_parent};
use crate::error::Result;

/// When a change is followed by what depends on it in other records: the dates of a checklist.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Along {
    /// At once.
    Now,
    /// By the caller, for all that it writes.
    Later,
}

/// A record to be made.
pub(crate) struct New<R: Record> {
    id: Option<R::Id>,
    record: R,
    last: bool,
}

impl<R: Record> New<R> {
    /// Behind its last sibling.
    pub(crate) const fn last(record: R) -> Self {
        Self { id: None, record, last: true }
    }

    /// Where its own position says, if it has one.
    pub(crate) const fn placed(record: R) -> Self {
        Self { id: None, record, last: false }
    }

    /// Under an id that is known beforehand.
    pub(crate) const fn named(id: Option<R::Id>, record: R) -> Self {
        Self { id, record, last: false }
    }

    async fn put(self, tx: &mut Tx) -> Result<Stored<R>> {
        let Self { id, record, last } = self;
        let made = if last { tx.append(record).await } else { tx.insert(id, record).await };
        made.map_err(about_parent::<R>)
    }
}

/// A record that was written.
pub(crate) struct Written<R: Resource> {
    /// As it is now.
    pub(crate) stored: Stored<R>,
    /// What its change made: the next of a series.
    pub(crate) next: Option<Stored<R>>,
    /// Whether anything is new.
    pub(crate) changed: bool,
}

/// Makes a record, with what follows from what it says.
pub(crate) async fn make<R: Resource>(
    tx: &mut Tx,
    mut new: New<R>,
    today: NaiveDate,
    along: Along,
) -> Result<Stored<R>> {
    new.record.complete(None, today);
    validate(tx.rows(), &new.record, None, today).await?;
    let stored = new.put(tx).await?;
    brought_along(tx, stored, None, along).await
}

/// Writes a record over one that was read in this operation, with what follows from what it says.
pub(crate) async fn write<R: Resource>(
    tx: &mut Tx,
    current: Stored<R>,
    mut record: R,
    today: NaiveDate,
    along: Along,
) -> Result<Written<R>> {
    record.complete(Some(&current.record), today);
    write_whole(tx, current, record, today, along).await
}

/// As [`write`], of a record whose fields already say all that follows from each other. Where nothing changed, nothing
/// is written.
pub(crate) async fn write_whole<R: Resource>(
    tx: &mut Tx,
    current: Stored<R>,
    mut record: R,
    today: NaiveDate,
    along: Along,
) -> Result<Written<R>> {
    validate(tx.rows(), &record, Some(&current), today).await?;
    if record == current.record {
        return Ok(Written { stored: current, next: None, changed: false });
    }
    let next = record.next_occurrence(tx.rows(), &current, today).await?;
    let before = current.record.clone();
    let stored = tx.update(current, record).await?;
    if stored.record.parent() != before.parent() {
        before.validate_siblings(tx.rows()).await?;
    }
    let next = match next {
        Some(next) => Some(make(tx, New::placed(next), today, along).await?),
        None => None,
    };
    let stored = brought_along(tx, stored, Some(&before), along).await?;
    Ok(Written { stored, next, changed: true })
}

/// Deletes a record with what hangs under it.
pub(crate) async fn remove<R: Resource>(
    tx: &mut Tx,
    id: R::Id,
    version: Option<i64>,
    along: Along,
) -> Result<Stored<R>> {
    let stored = tx.delete::<R>(id, version).await?;
    stored.record.validate_siblings(tx.rows()).await?;
    brought_along(tx, stored, None, along).await
}

/// The same of several. Rules of what is left behind are checked once all are gone.
pub(crate) async fn remove_all<R: Resource>(
    tx: &mut Tx,
    which: Vec<(R::Id, Option<i64>)>,
) -> Result<Vec<Stored<R>>> {
    let mut gone = Vec::new();
    for (id, version) in which {
        gone.push(tx.delete::<R>(id, version).await?);
    }
    for stored in &gone {
        stored.record.validate_siblings(tx.rows()).await?;
    }
    let mut left = Vec::with_capacity(gone.len());
    for stored in gone {
        left.push(brought_along(tx, stored, None, Along::Now).await?);
    }
    Ok(left)
}

/// Brings a deleted record back, with what was deleted along with it.
pub(crate) async fn bring_back<R: Resource>(tx: &mut Tx, id: R::Id) -> Result<Stored<R>> {
    let stored = tx.restore::<R>(id).await?;
    check_back(tx).await?;
    brought_along(tx, stored, None, Along::Now).await
}

async fn brought_along<R: Resource>(
    tx: &mut Tx,
    stored: Stored<R>,
    before: Option<&R>,
    along: Along,
) -> Result<Stored<R>> {
    match along {
        Along::Now => R::bring_along(tx, stored, before).await,
        Along::Later => Ok(stored),
    }
}

/// All rules of a record: its own, and those that need others. `before` is the record as it stands, if it does.
pub(crate) async fn validate<R: Resource>(
    rows: Rows<'_>,
    record: &R,
    before: Option<&Stored<R>>,
    today: NaiveDate,
) -> Result<()> {
    record.check(today)?;
    record.validate_related(rows, before).await
}

/// Writes what the operation computed in records, in their order.
pub(crate) async fn put<R: Record>(tx: &mut Tx, changes: Vec<(Stored<R>, R)>) -> Result<Vec<Stored<R>>> {
    Ok(tx.update_many(changes).await?)
}

/// As [`put`], of one.
pub(crate) async fn put_one<R: Record>(tx: &mut Tx, current: Stored<R>, record: R) -> Result<Stored<R>> {
    Ok(tx.update(current, record).await?)
}

/// Adds a record that the operation made itself, without checking it.
pub(crate) async fn put_new<R: Record>(tx: &mut Tx, new: New<R>) -> Result<Stored<R>> {
    new.put(tx).await
}

/// As [`put_new`], of many that say where they stand.
pub(crate) async fn put_all<R: Record>(tx: &mut Tx, records: Vec<R>) -> Result<Vec<Stored<R>>> {
    Ok(tx.insert_many(records).await?)
}
