//! Work with a day: tasks, steps and objectives, workshops, and what is owed after a talk.

use std::ops::RangeInclusive;

use chrono::{NaiveDate, TimeDelta};

use super::{Finding, TodayReason, Urgency};
use crate::calendar::WorkingCalendar;

/// How many days ahead something is soon.
pub const SOON_DAYS: i64 = 7;
/// For how many days it is news that something can begin.
pub const FREED_DAYS: i64 = 7;
/// For how many days a recap that was never sent is still worth sending.
pub const RECAP_DAYS: i64 = 14;

/// Who does a piece of work.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Doer {
    /// We do.
    Us,
    /// The customer does.
    Customer,
    /// A partner does.
    Partner,
}

/// What a piece of work waited for, and when that was done.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Freed {
    /// Its title.
    pub by: String,
    /// The day it was done.
    pub on: NaiveDate,
}

/// A piece of work that is not over.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Planned {
    /// Who does it.
    pub doer: Doer,
    /// By when.
    pub due: Option<NaiveDate>,
    /// What blocks it, where it is blocked.
    pub blocked: Option<String>,
    /// The last of what it waited for, where all of that is done.
    pub freed: Option<Freed>,
    /// The gate before it that is shut: until that opens it waits, and until its day is over it is late for nobody.
    pub gate: Option<String>,
}

impl Planned {
    /// Whether it needs somebody today. What lies farther ahead than [`SOON_DAYS`] does not, unless it is blocked or what
    /// it waited for was done lately.
    #[must_use]
    pub fn finding(&self, today: NaiveDate) -> Option<Finding> {
        let days = self.due.map(|due| (today - due).num_days());
        let dated = days.and_then(urgency);
        if let Some(gate) = self.gate.as_ref().filter(|_| dated != Some(Urgency::Late)) {
            let (reason, detail) = (TodayReason::WaitingOnGate, gate.clone());
            return dated.map(|urgency| Finding {
                reason,
                urgency,
                due: self.due,
                days,
                limit: None,
                detail,
            });
        }
        let freed =
            self.freed.as_ref().filter(|freed| (0..=FREED_DAYS).contains(&(today - freed.on).num_days()));
        let (reason, urgency, detail) = match (&self.blocked, self.doer, dated, freed) {
            (Some(why), _, dated, _) => (TodayReason::Blocked, dated.unwrap_or(Urgency::Watch), why.as_str()),
            (None, Doer::Customer, Some(urgency), _) => (TodayReason::WaitingOnCustomer, urgency, ""),
            (None, Doer::Partner, Some(urgency), _) => (TodayReason::WaitingOnPartner, urgency, ""),
            (None, Doer::Us, Some(Urgency::Late), _) => (TodayReason::Late, Urgency::Late, ""),
            (None, Doer::Us, Some(Urgency::Today), _) => (TodayReason::Due, Urgency::Today, ""),
            (None, Doer::Us, _, Some(freed)) => {
                (TodayReason::Unblocked, dated.unwrap_or(Urgency::Watch), freed.by.as_str())
            }
            (None, Doer::Us, Some(urgency), None) => (TodayReason::Due, urgency, ""),
            (None, _, None, _) => return None,
        };
        Some(Finding { reason, urgency, due: self.due, days, limit: None, detail: detail.to_owned() })
    }
}

/// What was agreed in the talk `subject` without a day: it stays in sight until it has one or is done.
#[must_use]
pub fn agreed(subject: &str) -> Finding {
    Finding {
        reason: TodayReason::Agreed,
        urgency: Urgency::Watch,
        due: None,
        days: None,
        limit: None,
        detail: subject.to_owned(),
    }
}

impl Urgency {
    /// The days by which work is due that is this urgent; none where it has no day, or one that is far. Every piece of
    /// work that is due on one of them is on the list, whatever else is known of it.
    #[must_use]
    pub fn due_days(self, today: NaiveDate) -> Option<RangeInclusive<NaiveDate>> {
        let after = |days: i64| today + TimeDelta::days(days);
        match self {
            Self::Late => Some(NaiveDate::MIN..=after(-1)),
            Self::Today => Some(today..=today),
            Self::Soon => Some(after(1)..=after(SOON_DAYS)),
            Self::Watch => None,
        }
    }
}

/// How urgent something is that is `days` late; `None` where that is still far.
fn urgency(days: i64) -> Option<Urgency> {
    match days {
        1.. => Some(Urgency::Late),
        0 => Some(Urgency::Today),
        _ if days >= -SOON_DAYS => Some(Urgency::Soon),
        _ => None,
    }
}

/// A workshop that is neither held nor cancelled, by the day on which it begins.
#[must_use]
pub fn workshop(day: NaiveDate, today: NaiveDate) -> Option<Finding> {
    let days = (today - day).num_days();
    let urgency = urgency(days)?;
    let reason = if urgency == Urgency::Late { TodayReason::WorkshopOpen } else { TodayReason::WorkshopNext };
    Some(Finding { reason, urgency, due: Some(day), days: Some(days), limit: None, detail: String::new() })
}

/// The recap of a talk: owed within one working day (`docs/practice.md`, Calls), met by a mail to the same customer on that
/// day or later, and given up after two weeks.
#[must_use]
pub fn recap_owed(
    held_on: NaiveDate,
    last_mail: Option<NaiveDate>,
    calendar: &WorkingCalendar,
    today: NaiveDate,
) -> Option<Finding> {
    let age = (today - held_on).num_days();
    if !(0..=RECAP_DAYS).contains(&age) || last_mail.is_some_and(|sent| sent >= held_on) {
        return None;
    }
    let due = calendar.plus(held_on, 1);
    let days = (today - due).num_days();
    let urgency = if days > 0 { Urgency::Late } else { Urgency::Today };
    let reason = TodayReason::RecapOwed;
    Some(Finding { reason, urgency, due: Some(due), days: Some(days), limit: None, detail: String::new() })
}
