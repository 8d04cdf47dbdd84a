//! Tasks and objectives: why each is on the list; and the tasks that are worth a look without being due.

use std::{collections::HashMap, ops::RangeInclusive};

use cairn_domain::{
    RecordId as _, Side, State as _, TaskId, TaskStatus,
    today::{self, Doer, FREED_DAYS, Freed, Planned, TodayReason},
};
use cairn_store::{Before, DueWork, Look};
use chrono::NaiveDate;
use uuid::Uuid;

use super::{
    asked::Asked,
    found::{Ranked, Subject, Whereabouts, ranked},
};
use crate::error::Result;

/// The first tasks and as many objectives of those that are due on some days, in no order.
pub(super) async fn due(
    asked: &Asked<'_>,
    days: &RangeInclusive<NaiveDate>,
    most: u64,
) -> Result<Vec<Ranked>> {
    rows_of(asked, asked.rows.due_work(days, asked.sector, most).await?).await
}

/// Tasks that are not due soon, and are blocked, can begin, or were agreed in a talk without a day.
pub(super) async fn undated(asked: &Asked<'_>) -> Result<Vec<Ranked>> {
    let mut found: HashMap<Uuid, DueWork> = HashMap::new();
    for look in [Look::Blocked, freed_lately(asked), Look::Agreed] {
        let tasks = asked.rows.tasks_to_look_at(&look, asked.work_days().soon, asked.sector).await?;
        found.extend(tasks.into_iter().map(|work| (work.id, work)));
    }
    rows_of(asked, found.into_values().collect()).await
}

/// Tasks that can begin since what they waited for is done, those among them that are due soon.
pub(super) async fn freed(asked: &Asked<'_>) -> Result<Vec<Ranked>> {
    let tasks = asked.rows.tasks_to_look_at(&freed_lately(asked), asked.today, asked.sector).await?;
    let rows = rows_of(asked, tasks).await?;
    Ok(rows.into_iter().filter(|one| one.item.reason == TodayReason::Unblocked).collect())
}

fn freed_lately(asked: &Asked<'_>) -> Look {
    Look::Freed(asked.ago(FREED_DAYS)..=asked.today)
}

/// The rows of what is on the list after all.
async fn rows_of(asked: &Asked<'_>, found: Vec<DueWork>) -> Result<Vec<Ranked>> {
    let waiting: Vec<TaskId> = found
        .iter()
        .filter(|work| work.status == Some(TaskStatus::New) && work.due.is_none_or(|due| due > asked.today))
        .map(|work| TaskId::from_uuid(work.id))
        .collect();
    let before = if waiting.is_empty() { HashMap::new() } else { asked.rows.tasks_before(&waiting).await? };
    let row = |work: DueWork| {
        let waits = before.get(&TaskId::from_uuid(work.id)).map(Vec::as_slice).unwrap_or_default();
        row_of(work, waits, asked.today)
    };
    Ok(found.into_iter().filter_map(row).collect())
}

fn row_of(work: DueWork, before: &[Before], day: NaiveDate) -> Option<Ranked> {
    let agreed = || work.talk.as_deref().filter(|_| work.due.is_none()).map(today::agreed);
    let finding = planned(&work, before).finding(day).or_else(agreed)?;
    let DueWork { kind, id, version, title, owner, place, .. } = work;
    let home = Whereabouts { plan: place.plan_id, ..Whereabouts::of(place.account_id) };
    let mut row = ranked(Subject { kind, id, version, title }, home, &owner, finding);
    row.name(&place.account);
    Some(row)
}

fn planned(work: &DueWork, before: &[Before]) -> Planned {
    Planned {
        doer: match work.side {
            Side::Ours => Doer::Us,
            Side::Customer => Doer::Customer,
        },
        due: work.due,
        blocked: (work.status == Some(TaskStatus::Blocked)).then(|| work.blocked_reason.clone()),
        freed: (work.status == Some(TaskStatus::New)).then(|| freed_by(before)).flatten(),
        gate: None,
    }
}

/// The last of what a task waited for, once all of that is over.
fn freed_by(before: &[Before]) -> Option<Freed> {
    if before.iter().any(|task| task.status.is_open()) {
        return None;
    }
    let last = before.iter().filter_map(|task| Some((task.done_date?, &task.title))).max()?;
    Some(Freed { by: last.1.clone(), on: last.0 })
}
