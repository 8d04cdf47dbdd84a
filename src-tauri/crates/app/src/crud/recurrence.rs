//! What a finished task of a series leaves behind: the next one, in the same operation.
//!
//! Owns where the next one stands and whose days it follows. Which day that is, the domain says.

use cairn_domain::{AccountId, Initiative, Objective, Plan, Record as _, Stored, Task, Touchpoint, Workshop};
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
    let Some(account) = account_of(task, rows).await? else { return Ok(None) };
    let next = task.next(today, calendars(rows, account).await?.of(task.owner_side));
    task.recurrence = None;
    let Some(mut next) = next else { return Ok(None) };
    if let Some((kind, parent)) = task.parent() {
        let mut siblings: Vec<Stored<Task>> = rows.under(kind, [parent]).await?;
        if let Some(place) = between(&mut siblings, Some(before.id))? {
            next.position = place;
        }
    }
    Ok(Some(next))
}

/// The customer that a task is for, whatever its home.
async fn account_of(task: &Task, rows: Rows<'_>) -> Result<Option<AccountId>> {
    if let Some(initiative) = task.home.of() {
        let objective = rows.get::<Initiative>(initiative).await?.record.objective_id;
        let plan = rows.get::<Objective>(objective).await?.record.plan_id;
        return Ok(Some(rows.get::<Plan>(plan).await?.record.account_id));
    }
    if let Some(touchpoint) = task.home.of() {
        return Ok(Some(rows.get::<Touchpoint>(touchpoint).await?.record.account_id));
    }
    if let Some(workshop) = task.home.of() {
        return Ok(Some(rows.get::<Workshop>(workshop).await?.record.account_id));
    }
    Ok(task.home.of())
}
