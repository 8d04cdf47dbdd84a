//! `record.update` and `record.update_many`.

use cairn_domain::{Problem, Reason, Stored};
use cairn_store::{Rows, Tx};
use cairn_wire::{Update, UpdateMany, View};
use chrono::NaiveDate;

use super::{Resource, view, views};
use crate::{context::Context, error::Result};

/// Changes the fields that the request names, if nobody changed the record since it was read.
pub(crate) async fn update<R: Resource>(context: &Context, request: Update<R>) -> Result<View<R>> {
    let today = context.today().await?;
    let open = context.workspace_to_write().await?;
    let mut tx = context.begin(&open, super::op_name::<R>("update")).await?;
    let (stored, changed) = change(&mut tx, request, today).await?;
    let shown = view(tx.rows(), stored).await?;
    // Where nothing changes there is no operation that an undo would seem to do nothing about.
    if changed { context.commit(tx, shown).await } else { Ok(shown) }
}

/// Makes the same change to several records as one step: all of them or none.
pub(crate) async fn update_many<R: Resource>(
    context: &Context,
    request: UpdateMany<R>,
) -> Result<Vec<View<R>>> {
    let today = context.today().await?;
    let open = context.workspace_to_write().await?;
    let mut tx = context.begin(&open, super::op_name::<R>("update_many")).await?;
    let (mut records, mut any) = (Vec::new(), false);
    for request in request.each() {
        let (stored, changed) = change(&mut tx, request, today).await?;
        records.push(stored);
        any |= changed;
    }
    let shown = views(tx.rows(), records).await?;
    if any { context.commit(tx, shown).await } else { Ok(shown) }
}

/// The inner verb: the record as it is now, and whether that is new.
async fn change<R: Resource>(tx: &mut Tx, request: Update<R>, today: NaiveDate) -> Result<(Stored<R>, bool)> {
    let current = tx.current::<R>(request.id, Some(request.version)).await?;
    let record = request.apply(&current.record)?;
    if record.parent() != current.record.parent() {
        return Err(Problem::new(home_field(&current.record), Reason::Fixed).into());
    }
    let before = current.record.clone();
    let Written { stored, next: _, changed } = write(tx, current, record, today).await?;
    Ok(if changed { (R::settle(tx, stored, Some(&before)).await?, true) } else { (stored, false) })
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

/// The one way in which a record changes, whatever door asks: what follows from what is said is filled in, the rules are
/// checked, and what the change makes is made. What other records take from it is settled by the caller, for all that it
/// writes.
pub(crate) async fn write<R: Resource>(
    tx: &mut Tx,
    current: Stored<R>,
    mut record: R,
    today: NaiveDate,
) -> Result<Written<R>> {
    record.complete(Some(&current.record), today);
    checked(tx.rows(), &record, Some(&current), today).await?;
    if record == current.record {
        return Ok(Written { stored: current, next: None, changed: false });
    }
    let following = record.following(tx.rows(), &current, today).await?;
    let stored = tx.update(current, record).await?;
    let next = match following {
        Some(following) => {
            checked(tx.rows(), &following, None, today).await?;
            Some(tx.insert(None, following).await?)
        }
        None => None,
    };
    Ok(Written { stored, next, changed: true })
}

/// The field that names a record's parent.
pub(super) fn home_field<R: Resource>(record: &R) -> &'static str {
    let home = record.parent().map(|(kind, _)| kind);
    R::PARENTS.iter().find(|(_, kind)| Some(*kind) == home).map_or("id", |(field, _)| field)
}

/// All rules of a record: its own, and those that need others. `before` is the record as it stands, if it does.
pub(crate) async fn checked<R: Resource>(
    rows: Rows<'_>,
    record: &R,
    before: Option<&Stored<R>>,
    today: NaiveDate,
) -> Result<()> {
    record.check(today)?;
    record.check_among(rows, before).await
}
