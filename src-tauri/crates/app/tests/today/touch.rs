//! Workshops to come and those that went by, recaps that are owed, and people whom nobody met for long.

use std::collections::HashMap;

use cairn_domain::{
    AccountId, ContactId, TouchpointType, WorkingCalendar, Workshop, WorkshopState, Zone,
    today::{self, Finding},
};
use chrono::NaiveDate;

use crate::plain::{Home, List};
use crate::snapshot::WorkspaceSnapshot;

/// What is known of how each customer was met.
#[derive(Default)]
pub(crate) struct Contacted {
    /// The last call, meeting or workshop.
    pub(crate) last_call: HashMap<AccountId, NaiveDate>,
    /// The last executive business review.
    pub(crate) last_ebr: HashMap<AccountId, NaiveDate>,
    /// The last mail.
    last_mail: HashMap<AccountId, NaiveDate>,
}

impl Contacted {
    pub(crate) fn of(snapshot: &WorkspaceSnapshot) -> Self {
        let mut all = Self::default();
        for touch in snapshot.touchpoints.values().map(|touch| &touch.record) {
            let (account, day) = (touch.account_id, touch.held_on);
            if touch.touchpoint_type.is_call() {
                later(&mut all.last_call, account, day);
            }
            if touch.touchpoint_type == TouchpointType::Ebr {
                later(&mut all.last_ebr, account, day);
            }
            if touch.touchpoint_type == TouchpointType::Email {
                later(&mut all.last_mail, account, day);
            }
        }
        for workshop in snapshot.workshops.values().map(|workshop| &workshop.record) {
            if let (WorkshopState::Done, Some(day)) = (workshop.state, workshop.day()) {
                later(&mut all.last_call, workshop.account_id, day);
            }
        }
        all
    }
}

fn later<K: std::hash::Hash + Eq>(days: &mut HashMap<K, NaiveDate>, key: K, day: NaiveDate) {
    let last = days.entry(key).or_insert(day);
    *last = day.max(*last);
}

/// Workshops with a day that are neither held nor cancelled, on the day where the user is.
pub(crate) fn workshops(list: &mut List<'_>, zone: Option<Zone>, today: NaiveDate) {
    for workshop in list.snapshot.workshops.values() {
        let Workshop { account_id, ref host, state, .. } = workshop.record;
        let open = matches!(state, WorkshopState::Scheduled | WorkshopState::Running);
        let Some(day) = here(&workshop.record, zone).filter(|_| open) else { continue };
        if let Some(finding) = today::workshop(day, today) {
            list.add_at(workshop, Home::of(account_id), host, workshop.record.starts_at, finding);
        }
    }
}

/// The day on which a workshop begins where the user is.
fn here(workshop: &Workshop, zone: Option<Zone>) -> Option<NaiveDate> {
    match (workshop.starts_at, zone) {
        (Some(at), Some(zone)) => Some(zone.date_at(at)),
        _ => workshop.day(),
    }
}

/// What was said in a talk and in a workshop is sent within a working day.
pub(crate) fn recaps(
    list: &mut List<'_>,
    contacted: &Contacted,
    calendar: &WorkingCalendar,
    today: NaiveDate,
) {
    let owed = |account: AccountId, day: NaiveDate| -> Option<Finding> {
        today::recap_owed(day, contacted.last_mail.get(&account).copied(), calendar, today)
    };
    for touch in list.snapshot.touchpoints.values() {
        let (account, day) = (touch.record.account_id, touch.record.held_on);
        if touch.record.touchpoint_type.is_call()
            && let Some(finding) = owed(account, day)
        {
            list.add(touch, Home::of(account), "", finding);
        }
    }
    for workshop in list.snapshot.workshops.values() {
        let account = workshop.record.account_id;
        let day = workshop.record.day().filter(|_| workshop.record.state == WorkshopState::Done);
        if let Some(finding) = day.and_then(|day| owed(account, day)) {
            list.add(workshop, Home::of(account), &workshop.record.host, finding);
        }
    }
}

/// People who matter, are still there, and were not met for longer than their persona allows.
pub(crate) fn people(list: &mut List<'_>, last_met: &HashMap<ContactId, NaiveDate>, today: NaiveDate) {
    for contact in list.snapshot.contacts.iter().filter(|contact| contact.record.left_on.is_none()) {
        let met = last_met.get(&contact.id);
        let finding =
            contact.record.persona.zip(met).and_then(|(persona, met)| today::unmet(persona, *met, today));
        if let Some(finding) = finding {
            list.add(contact, Home::of(contact.record.account_id), "", finding);
        }
    }
}
