//! What needs somebody today, and why: dates that came or went by, what waits on others, whom nobody met for long.
//!
//! Owns which facts count and how urgent each is. Deliberately reads nothing, and has no words for a reason.

mod hygiene;
mod work;

pub use hygiene::{Cared, QUIET_DAYS, onboarding, plan_quiet, unmet, wrong_way};
pub use work::{Doer, FREED_DAYS, Freed, Planned, RECAP_DAYS, SOON_DAYS, agreed, recap_owed, workshop};

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// How soon something is wanted; the most urgent first.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Urgency {
    /// Its day went by.
    Late,
    /// It is for today.
    Today,
    /// It is for one of the next [`SOON_DAYS`] days.
    Soon,
    /// It has no day, and is worth a look.
    Watch,
}

/// Why something is on the list.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum TodayReason {
    /// It was to be done by a day that is over.
    Late,
    /// It is to be done today or soon.
    Due,
    /// It is blocked.
    Blocked,
    /// The customer is to do it.
    WaitingOnCustomer,
    /// A partner is to do it.
    WaitingOnPartner,
    /// A gate before it is shut.
    WaitingOnGate,
    /// What it waited for is done.
    Unblocked,
    /// A workshop begins.
    WorkshopNext,
    /// A workshop's time is over, and nobody said that it was held.
    WorkshopOpen,
    /// After a call, a meeting or a workshop nothing was sent yet.
    RecapOwed,
    /// The customer was not called for longer than their priority allows.
    CallOverdue,
    /// No executive business review for a year.
    EbrOverdue,
    /// How the account stands was not judged for long.
    SentimentOld,
    /// Nothing in the plan changed for long.
    PlanQuiet,
    /// A criterion says that one direction is better, and goes the other way.
    WrongWay,
    /// Somebody who matters was not met for longer than their persona allows.
    PersonUnmet,
    /// An onboarding takes longer than it should.
    OnboardingLong,
    /// An onboarding is open for so long that the customer does not seem engaged.
    NotEngaged,
    /// It was agreed in a talk, and nobody said by when.
    Agreed,
}

/// Why and when something needs somebody.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Finding {
    /// Why.
    pub reason: TodayReason,
    /// How soon.
    pub urgency: Urgency,
    /// The day it is about.
    pub due: Option<NaiveDate>,
    /// Days since that day, or since what should have happened again; below zero it lies ahead.
    pub days: Option<i64>,
    /// After how many days it counts as too long.
    pub limit: Option<i64>,
    /// What it waits for, or what it waited for, by its title or reason.
    pub detail: String,
}

impl Urgency {
    /// All, the most urgent first.
    pub const ALL: [Self; 4] = [Self::Late, Self::Today, Self::Soon, Self::Watch];
    /// What needs somebody now.
    pub const NOW: [Self; 2] = [Self::Late, Self::Today];
}

impl Finding {
    /// Something that was not done for more than `limit` days since `last`.
    fn since(reason: TodayReason, last: NaiveDate, limit: i64, today: NaiveDate) -> Option<Self> {
        let days = (today - last).num_days();
        (days > limit).then(|| Self {
            reason,
            urgency: Urgency::Watch,
            due: None,
            days: Some(days),
            limit: Some(limit),
            detail: String::new(),
        })
    }

    /// What sorts the list: the most urgent first, and of those the one that is late longest.
    #[must_use]
    pub fn rank(&self) -> (Urgency, i64) {
        (self.urgency, -self.days.unwrap_or(i64::MIN + 1))
    }
}
