//! The large sample's records: what the one of each number says.
//!
//! Does not own how many there are, nor where they hang (`large`).

use cairn_domain::{
    Account, AccountId, Contact, ContactId, Criterion, Initiative, Level, Objective, ObjectiveStatus, Plan,
    PlanStatus, Reading, Task, TaskStatus, Touchpoint, TouchpointType, Workshop, WorkshopState,
};
use chrono::{Duration, NaiveDate, NaiveTime};
use serde_json::{Value, json};

use crate::error::Result;

/// Bytes of notes on each call, and of the goal of each workshop.
const NOTES: usize = 1_500;
/// What stands for an id until there is one.
const NO_ID: &str = "00000000-0000-0000-0000-000000000000";

const FIRST: [&str; 12] = [
    "Amber", "Birch", "Cobalt", "Delta", "Ember", "Fjord", "Granite", "Harbour", "Iris", "Juniper",
    "Kestrel", "Lumen",
];
const SECOND: [&str; 10] = [
    "Logistics",
    "Foods",
    "Insurance",
    "Robotics",
    "Energy",
    "Rail",
    "Textiles",
    "Pharma",
    "Mutual",
    "Shipping",
];
const GIVEN: [&str; 14] = [
    "Ana", "Boris", "Chiara", "Dmitri", "Elif", "Farid", "Greta", "Hiro", "Ines", "Jonas", "Katya", "Liam",
    "Mei", "Nuno",
];
const FAMILY: [&str; 11] = [
    "Adler", "Bianchi", "Costa", "Dvorak", "Eriksen", "Fischer", "Gonzalez", "Haddad", "Ito", "Jansen",
    "Kowalski",
];
pub(super) const OUTCOMES: [&str; 8] = [
    "Ship every service weekly",
    "Find vulnerabilities before production",
    "One pipeline for every team",
    "Move off the old servers",
    "Cut the cost of builds",
    "Onboard developers in a day",
    "Audit evidence without spreadsheets",
    "Recover within the hour",
];
const WORK: [&str; 10] = [
    "Agree the scope with the platform team",
    "Move the first ten projects",
    "Write the runner sizing note",
    "Review access with security",
    "Hold the enablement session",
    "Compare build times before and after",
    "Switch off the old job server",
    "Collect the exceptions",
    "Prepare the steering slides",
    "Test the restore",
];
const SENTENCES: [&str; 8] = [
    "The platform team wants to move the payment services first, since their release train leaves every second Tuesday.",
    "Security asked who may approve an exception; we agreed that the owner of the service does, with a date on it.",
    "Build times fell from 31 to 19 minutes on the four pilot projects, mostly by caching what was fetched each time.",
    "Their sponsor is away for three weeks, and the deputy decides on licences meanwhile.",
    "They worry about the number of runners at quarter end; we will size for twice the median and measure it.",
    "The audit in spring needs evidence of four eyes on every change, which the new rules already give.",
    "Two teams still deploy by hand on Fridays and are proud of it; the coach will sit with them in the next sprint.",
    "Open from last time: the list of archived projects, and who pays for the second region.",
];

/// A record of each kind that says nothing yet.
pub(super) struct Blank {
    pub(super) today: NaiveDate,
    pub(super) account: Account,
    pub(super) contact: Contact,
    pub(super) plan: Plan,
    pub(super) objective: Objective,
    pub(super) criterion: Criterion,
    pub(super) reading: Reading,
    pub(super) initiative: Initiative,
    pub(super) task: Task,
    pub(super) touchpoint: Touchpoint,
    pub(super) workshop: Workshop,
}

impl Blank {
    pub(super) fn new(today: NaiveDate) -> Result<Self> {
        fn of<R: serde::de::DeserializeOwned>(fields: Value) -> Result<R> {
            Ok(serde_json::from_value(fields)?)
        }
        Ok(Self {
            today,
            account: of(json!({ "name": "", "sample": true, "country": "DE" }))?,
            contact: of(json!({ "account_id": NO_ID, "name": "" }))?,
            plan: of(json!({ "account_id": NO_ID, "title": "" }))?,
            objective: of(json!({ "plan_id": NO_ID, "title": "" }))?,
            criterion: of(
                json!({ "objective_id": NO_ID, "name": "Lead time", "unit": "days", "kind": "duration",
                "direction": "lower_is_better", "baseline": 20.0, "target": 10.0 }),
            )?,
            reading: of(json!({ "criterion_id": NO_ID, "date": today, "value": 0.0 }))?,
            initiative: of(json!({ "objective_id": NO_ID, "title": "" }))?,
            task: of(json!({ "title": "" }))?,
            touchpoint: of(json!({ "account_id": NO_ID, "subject": "", "held_on": today }))?,
            workshop: of(json!({ "account_id": NO_ID, "title": "", "zone": "Europe/Berlin" }))?,
        })
    }

    /// A day some days from today.
    pub(super) fn day(&self, days: usize, back: usize) -> NaiveDate {
        self.today + Duration::days(signed(days) - signed(back))
    }
}

fn signed(number: usize) -> i64 {
    i64::try_from(number).unwrap_or(i64::MAX)
}

/// One of a list, going round.
pub(super) fn nth<T: Copy>(list: &[T], at: usize) -> T {
    list[at % list.len()]
}

/// Notes of a call: sentences until there are enough.
fn notes(at: usize) -> String {
    let mut text = String::with_capacity(NOTES + 120);
    for n in at.. {
        if text.len() >= NOTES {
            break;
        }
        text.push_str(nth(&SENTENCES, n * 3 + n / 8));
        text.push(if n % 4 == 3 { '\n' } else { ' ' });
    }
    text
}

pub(super) fn account(blank: &Blank, at: usize) -> Account {
    Account {
        name: format!("{} {} {}", nth(&FIRST, at), nth(&SECOND, at / FIRST.len()), at + 1),
        renewal_date: Some(blank.day(at % 400, 30)),
        customer_since: Some(blank.day(0, 200 + at % 900)),
        ..blank.account.clone()
    }
}

pub(super) fn contact(blank: &Blank, at: usize, account_id: AccountId) -> Contact {
    let (given, family) = (nth(&GIVEN, at), nth(&FAMILY, at / GIVEN.len()));
    Contact {
        account_id,
        name: format!("{given} {family}"),
        email: format!("{}.{}.{at}@example.com", given.to_lowercase(), family.to_lowercase()),
        influence: Some(if at.is_multiple_of(5) { Level::High } else { Level::Medium }),
        ..blank.contact.clone()
    }
}

pub(super) fn touchpoint(
    blank: &Blank,
    at: usize,
    account_id: AccountId,
    contact_ids: Vec<ContactId>,
) -> Touchpoint {
    Touchpoint {
        account_id,
        touchpoint_type: if at.is_multiple_of(3) {
            TouchpointType::Email
        } else {
            TouchpointType::CustomerCall
        },
        subject: format!("{} ({})", nth(&WORK, at), at + 1),
        held_on: blank.day(0, at % 700),
        contact_ids: contact_ids.into_iter().take(1 + at % 3).collect(),
        notes: notes(at),
        ..blank.touchpoint.clone()
    }
}

pub(super) fn workshop(
    blank: &Blank,
    at: usize,
    account_id: AccountId,
    invited_ids: Vec<ContactId>,
) -> Workshop {
    Workshop {
        account_id,
        title: format!("{} workshop {}", nth(&OUTCOMES, at), at + 1),
        state: WorkshopState::Done,
        starts_at: Some(blank.day(0, 1 + at % 600).and_time(NaiveTime::MIN).and_utc() + Duration::hours(13)),
        minutes: Some(90),
        attended_ids: invited_ids.clone(),
        invited_ids,
        goal: notes(at + 5),
        ..blank.workshop.clone()
    }
}

pub(super) fn plan(blank: &Blank, at: usize, account_id: AccountId) -> Plan {
    Plan {
        account_id,
        title: format!("{} {}", nth(&OUTCOMES, at), at + 1),
        status: if at.is_multiple_of(4) { PlanStatus::Draft } else { PlanStatus::Active },
        period_start: Some(blank.day(0, at % 300)),
        period_end: Some(blank.day(365 - at % 300, 0)),
        strategy: nth(&SENTENCES, at).to_owned(),
        ..blank.plan.clone()
    }
}

pub(super) fn objective(blank: &Blank, at: usize) -> Objective {
    use ObjectiveStatus::{Concern, NotStarted, OnTrack, Watchpoint};
    Objective {
        title: nth(&OUTCOMES, at).to_owned(),
        summary: nth(&SENTENCES, at + 2).to_owned(),
        business_impact: nth(&SENTENCES, at + 5).to_owned(),
        status: nth(&[OnTrack, OnTrack, NotStarted, Watchpoint, OnTrack, Concern], at),
        start: Some(blank.day(0, at % 120)),
        due: Some(blank.day(120 + at % 120, 0)),
        ..blank.objective.clone()
    }
}

pub(super) fn task(blank: &Blank, at: usize) -> Task {
    use TaskStatus::{ClosedSuccess, New, WorkInProgress};
    let (start, status) =
        (blank.day(at % 160, 80), nth(&[ClosedSuccess, ClosedSuccess, WorkInProgress, New, New], at));
    let closed = status == ClosedSuccess;
    // What is done was done by today.
    let start = if closed { start.min(blank.day(0, 9)) } else { start };
    Task {
        title: nth(&WORK, at).to_owned(),
        owner: format!("{} {}", nth(&GIVEN, at / 3), nth(&FAMILY, at / 7)),
        start: Some(start),
        due: Some(start + Duration::days(7)),
        done_date: closed.then(|| start + Duration::days(6)),
        status,
        ..blank.task.clone()
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use cairn_domain::{Home, Record};
    use uuid::Uuid;

    use super::*;

    #[test]
    fn every_invented_record_keeps_its_own_rules_on_any_day() {
        let ids = vec![serde_json::from_value(json!(Uuid::from_u128(1))).unwrap()];
        let id = serde_json::from_value(json!(NO_ID)).unwrap();
        for day in 0..40 {
            let today = NaiveDate::from_ymd_opt(2026, 11, 23).unwrap() + Duration::days(day);
            let blank = Blank::new(today).unwrap();
            for at in 0..700 {
                let kept = [
                    account(&blank, at).check(today),
                    contact(&blank, at, id).check(today),
                    touchpoint(&blank, at, id, ids.clone()).check(today),
                    workshop(&blank, at, id, ids.clone()).check(today),
                    plan(&blank, at, id).check(today),
                    objective(&blank, at).check(today),
                    blank.criterion.check(today),
                ];
                assert!(kept.iter().all(Result::is_ok), "{at} on {today}: {kept:?}");
                let task = Task { home: Home::under::<AccountId>(id), ..task(&blank, at) };
                assert_eq!(task.check(today), Ok(()), "{task:?}");
            }
        }
    }

    #[test]
    fn a_call_says_as_much_as_calls_do() {
        for at in 0..200 {
            assert!((NOTES..NOTES + 200).contains(&notes(at).len()), "number {at}");
        }
    }
}
