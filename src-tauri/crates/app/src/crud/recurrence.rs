//! What a finished task of a series leaves behind: the next one, in the same operation.
//!
//! Owns where the next one stands and whose days it follows. Which day that is, the domain says.

use cairn_domain::{AccountId, Kind, Record as _, RecordId as _, Stored, Task};
use cairn_store::Rows;
use chrono::NaiveDate;

use super::between::between;
use crate::{error::Result, shift::calendars};

/// The next task, where this change finishes one that comes again. The series goes on with it: the one that is done
/// has no recurrence any more, so that opening and finishing it once more makes no second.
pub(super) async fn next_occurrence(
    task: &mut Task,
    rows: Rows<'_>,
    before: &Stored<Task>,
    today: NaiveDate,
) -> Result<Option<Task>> {
    if task.recurrence.is_none() || !task.finishes(&before.record) {
        return Ok(None);
    }
    let Some(home) = task.parent() else { return Ok(None) };
    // The customer that it is for, whatever its home.
    let Some(account) = rows.above(home, Kind::Account).await? else { return Ok(None) };
    let account = AccountId::from_uuid(account);
    let next = task.next(today, calendars(rows, account).await?.of(task.owner_side));
    task.recurrence = None;
    let Some(mut next) = next else { return Ok(None) };
    let (kind, parent) = home;
    let mut siblings: Vec<Stored<Task>> = rows.under(kind, [parent]).await?;
    if let Some(place) = between(&mut siblings, Some(before.id))? {
        next.position = place;
    }
    Ok(Some(next))
}
