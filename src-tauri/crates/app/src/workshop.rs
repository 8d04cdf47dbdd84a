//! `workshop.schedule` and `workshop.done`: a workshop gets its time, and was held.

use cairn_domain::{Account, Contact, ContactId, Problem, Reason, Stored, Workshop, WorkshopState, Zone};
use cairn_store::{Rows, Tx};
use cairn_wire::{Code, Failure, FinishWorkshop, ScheduleWorkshop, View};
use chrono::{DateTime, NaiveDate, NaiveDateTime, Utc};

use crate::{
    context::Context,
    crud::{Along, Written, view, write_whole},
    error::Result,
};

/// A local time as it is written beside a zone.
const LOCAL: &str = "%Y-%m-%dT%H:%M";

/// Gives it a time and the zone of that; what was cancelled is held after all.
pub(crate) async fn schedule(context: &Context, request: ScheduleWorkshop) -> Result<View<Workshop>> {
    let ScheduleWorkshop { id, version, starts_at, zone, minutes, place } = request;
    let today = context.today().await?;
    let open = context.workspace_to_write().await?;
    let tx = context.begin(&open, "workshop.schedule").await?;
    let current = tx.current::<Workshop>(id, version).await?;
    if current.record.state == WorkshopState::Done {
        let message = "This workshop was held; change its time by `workshop.update`.";
        return Err(Failure::new(Code::InvalidState, message).about("state").into());
    }
    let mut record = current.record.clone();
    let zone = zone_of(context, tx.rows(), &record, zone).await?;
    record.starts_at = Some(instant(&starts_at, zone)?);
    record.zone = Some(zone);
    record.minutes = minutes.or(record.minutes);
    record.place = place.unwrap_or(record.place);
    record.state = WorkshopState::Scheduled;
    keep(context, tx, current, record, today).await
}

/// It was held: who came, and when where nobody said so before.
pub(crate) async fn done(context: &Context, request: FinishWorkshop) -> Result<View<Workshop>> {
    let FinishWorkshop { id, version, attended_ids, starts_at, zone } = request;
    let today = context.today().await?;
    let open = context.workspace_to_write().await?;
    let tx = context.begin(&open, "workshop.done").await?;
    let current = tx.current::<Workshop>(id, version).await?;
    let mut record = current.record.clone();
    if let Some(starts_at) = starts_at {
        let zone = zone_of(context, tx.rows(), &record, zone).await?;
        record.starts_at = Some(instant(&starts_at, zone)?);
        record.zone = Some(zone);
    }
    match attended_ids {
        Some(attended) => record.attended_ids = attended,
        None if record.attended_ids.is_empty() => {
            record.attended_ids = still_there(tx.rows(), &record).await?;
        }
        None => {}
    }
    record.state = WorkshopState::Done;
    keep(context, tx, current, record, today).await
}

/// Who of those invited had not left the customer before the day.
async fn still_there(rows: Rows<'_>, workshop: &Workshop) -> Result<Vec<ContactId>> {
    let mut there = Vec::with_capacity(workshop.invited_ids.len());
    for id in &workshop.invited_ids {
        let left = rows.find::<Contact>(*id).await?.and_then(|contact| contact.record.left_on);
        if left.is_none_or(|left| workshop.day().is_none_or(|day| day <= left)) {
            there.push(*id);
        }
    }
    Ok(there)
}

async fn keep(
    context: &Context,
    mut tx: Tx,
    current: Stored<Workshop>,
    record: Workshop,
    today: NaiveDate,
) -> Result<View<Workshop>> {
    // The request said time and zone together, so neither is derived from the other.
    let Written { stored, changed, .. } = write_whole(&mut tx, current, record, today, Along::Now).await?;
    let shown = view(tx.rows(), stored).await?;
    // Without a change there is no operation: undoing one would seem to do nothing.
    if changed { context.commit(tx, shown).await } else { Ok(shown) }
}

/// The zone that is meant: said now, or before, the account's, mine.
async fn zone_of(context: &Context, rows: Rows<'_>, workshop: &Workshop, said: Option<Zone>) -> Result<Zone> {
    if let Some(zone) = said.or(workshop.zone) {
        return Ok(zone);
    }
    let account = rows.get::<Account>(workshop.account_id).await?;
    let mine = context.me().await?.and_then(|me| me.record.zone).or(context.app.settings.guess.zone);
    let zone = account.record.time_zone.or(mine);
    Ok(zone.ok_or_else(|| Problem::new("zone", Reason::Empty))?)
}

/// The instant that a text means: one of its own, or a local time of the zone.
fn instant(text: &str, zone: Zone) -> Result<DateTime<Utc>, Problem> {
    let refused = |why: String| Problem::new("starts_at", Reason::Unreadable { why });
    if let Ok(instant) = DateTime::parse_from_rfc3339(text) {
        return Ok(instant.with_timezone(&Utc));
    }
    let local = NaiveDateTime::parse_from_str(text, LOCAL)
        .map_err(|_| refused("not a local time such as 2026-12-01T09:30, nor an instant".into()))?;
    zone.instant(local).map_err(|skipped| refused(skipped.to_string()))
}
