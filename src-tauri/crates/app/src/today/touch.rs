//! Workshops to come and those that went by, recaps that are owed, and people whom nobody met for long.

use std::ops::RangeInclusive;

use cairn_domain::{
    AccountId, Kind, RecordId as _, TouchpointType, Workshop, WorkshopState, Zone,
    today::{self, RECAP_DAYS},
};
use chrono::{DateTime, NaiveDate, NaiveTime, TimeDelta, Utc};

use super::{
    asked::Asked,
    found::{Found, Subject, Whereabouts},
};
use crate::error::Result;

/// Workshops with a day that are neither held nor cancelled, on the day where the user is.
pub(super) async fn workshops(asked: &Asked<'_>) -> Result<Found> {
    let mut found = Found::default();
    let states = [WorkshopState::Scheduled, WorkshopState::Running];
    let times = anywhere(NaiveDate::MIN..=asked.work_days().soon);
    for workshop in asked.rows.workshops_within(&states, times).await? {
        let Some(day) = here(&workshop.record, asked.zone) else { continue };
        if let Some(finding) = today::workshop(day, asked.today) {
            let Workshop { account_id, ref host, starts_at, .. } = workshop.record;
            found.add_at(Subject::of(&workshop), Whereabouts::of(account_id), host, starts_at, finding);
        }
    }
    Ok(found)
}

/// The day on which a workshop begins where the user is.
fn here(workshop: &Workshop, zone: Option<Zone>) -> Option<NaiveDate> {
    match (workshop.starts_at, zone) {
        (Some(at), Some(zone)) => Some(zone.date_at(at)),
        _ => workshop.day(),
    }
}

/// The instants that lie on some days in any zone.
fn anywhere(days: RangeInclusive<NaiveDate>) -> RangeInclusive<DateTime<Utc>> {
    let midnight = |day: Option<NaiveDate>| day.map(|day| day.and_time(NaiveTime::MIN).and_utc());
    let from = midnight(days.start().checked_sub_signed(TimeDelta::days(1)));
    let to = midnight(days.end().checked_add_signed(TimeDelta::days(2)));
    from.unwrap_or(DateTime::<Utc>::MIN_UTC)..=to.unwrap_or(DateTime::<Utc>::MAX_UTC)
}

/// What was said in a talk and in a workshop is sent within a working day.
pub(super) async fn recaps(asked: &Asked<'_>) -> Result<Found> {
    let mut found = Found::default();
    let days = asked.ago(RECAP_DAYS)..=asked.today;
    let talks = asked.rows.talks(&days, TouchpointType::is_call).await?;
    let held = asked.rows.workshops_within(&[WorkshopState::Done], anywhere(days)).await?;
    let mut accounts: Vec<AccountId> = talks.iter().map(|talk| talk.account_id).collect();
    accounts.extend(held.iter().map(|workshop| workshop.record.account_id));
    let last_mails = asked.rows.last_talks(&accounts, |word| word == TouchpointType::Email).await?;
    let owed = |account: AccountId, day: NaiveDate| {
        today::recap_owed(day, last_mails.get(&account).copied(), &asked.calendar, asked.today)
    };
    for talk in talks {
        if let Some(finding) = owed(talk.account_id, talk.held_on) {
            let (kind, id) = (Kind::Touchpoint, talk.id.uuid());
            let subject = Subject { kind, id, version: talk.version, title: talk.subject };
            found.add(subject, Whereabouts::of(talk.account_id), "", finding);
        }
    }
    for workshop in held {
        let account = workshop.record.account_id;
        if let Some(finding) = workshop.record.day().and_then(|day| owed(account, day)) {
            found.add(Subject::of(&workshop), Whereabouts::of(account), &workshop.record.host, finding);
        }
    }
    Ok(found)
}

/// People who matter, are still there, and were not met for longer than their persona allows.
pub(super) async fn people(asked: &Asked<'_>) -> Result<Found> {
    let mut found = Found::default();
    let people = asked.rows.people_who_matter().await?;
    let mut accounts: Vec<AccountId> = people.iter().map(|contact| contact.record.account_id).collect();
    accounts.sort_unstable();
    accounts.dedup();
    let last_met = asked.rows.last_meetings(&accounts).await?;
    for contact in &people {
        let met = contact.record.persona.zip(last_met.get(&contact.id));
        if let Some(finding) = met.and_then(|(persona, day)| today::unmet(persona, *day, asked.today)) {
            found.add(Subject::of(contact), Whereabouts::of(contact.record.account_id), "", finding);
        }
    }
    Ok(found)
}
