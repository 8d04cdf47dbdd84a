//! What was not done for too long, by the limits of `docs/practice.md`, What gets too old.

use chrono::NaiveDate;

use super::{Finding, TodayReason, Urgency};
use crate::{
    criterion::Criterion,
    onboarding::OnboardingTargets,
    words::{AccountSentiment, Persona, Priority},
};

/// Days without a call.
const CALL_PR1: i64 = 30;
const CALL_PR2: i64 = 60;
/// Days without an executive business review: twelve months.
const EBR: i64 = 365;
/// Days since the sentiment was judged.
const SENTIMENT: i64 = 90;
/// Days without a change in a plan.
pub const QUIET_DAYS: i64 = 60;

/// What is known of how a customer is cared for.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Cared {
    /// How much attention they get.
    pub priority: Option<Priority>,
    /// How the account is judged.
    pub sentiment: Option<AccountSentiment>,
    /// When it was judged so.
    pub sentiment_date: Option<NaiveDate>,
    /// Since when they are a customer, or known here.
    pub since: NaiveDate,
    /// The last call or meeting.
    pub last_call: Option<NaiveDate>,
    /// The last executive business review.
    pub last_ebr: Option<NaiveDate>,
}

impl Cared {
    /// After how many days the next call is due. Only accounts of the first two priorities have a rhythm; a red one
    /// counts as the first.
    #[must_use]
    pub fn rhythm(priority: Option<Priority>, sentiment: Option<AccountSentiment>) -> Option<i64> {
        match (sentiment, priority) {
            (Some(AccountSentiment::Red), _) | (_, Some(Priority::Pr1)) => Some(CALL_PR1),
            (_, Some(Priority::Pr2)) => Some(CALL_PR2),
            (_, Some(Priority::Pr3 | Priority::Pr4) | None) => None,
        }
    }

    /// What is overdue.
    #[must_use]
    pub fn findings(&self, today: NaiveDate) -> Vec<Finding> {
        let call = Self::rhythm(self.priority, self.sentiment);
        let last = |day: Option<NaiveDate>| day.unwrap_or(self.since);
        let called = call
            .and_then(|limit| Finding::since(TodayReason::CallOverdue, last(self.last_call), limit, today));
        let reviewed =
            call.and_then(|_| Finding::since(TodayReason::EbrOverdue, last(self.last_ebr), EBR, today));
        let judged = self
            .sentiment_date
            .and_then(|day| Finding::since(TodayReason::SentimentOld, day, SENTIMENT, today));
        [called, reviewed, judged].into_iter().flatten().collect()
    }
}

/// A plan in which nothing changed since `last`.
#[must_use]
pub fn plan_quiet(last: NaiveDate, today: NaiveDate) -> Option<Finding> {
    Finding::since(TodayReason::PlanQuiet, last, QUIET_DAYS, today)
}

/// A criterion whose target lies on the other side of its baseline than it calls better.
#[must_use]
pub fn wrong_way(criterion: &Criterion) -> Option<Finding> {
    let (urgency, detail) = (Urgency::Watch, String::new());
    criterion.goes_wrong_way().then_some(Finding {
        reason: TodayReason::WrongWay,
        urgency,
        due: None,
        days: None,
        limit: None,
        detail,
    })
}

/// Somebody who was met before, and not for longer than their persona allows.
#[must_use]
pub fn unmet(persona: Persona, last_met: NaiveDate, today: NaiveDate) -> Option<Finding> {
    let limit = match persona {
        Persona::ExecutiveSponsor | Persona::EconomicBuyer => 180,
        Persona::Champion
        | Persona::DecisionMaker
        | Persona::Influencer
        | Persona::DevelopmentLead
        | Persona::SecurityLead => 90,
        Persona::GitlabAdmin => 60,
        Persona::User => return None,
    };
    Finding::since(TodayReason::PersonUnmet, last_met, limit, today)
}

/// An onboarding that was begun on a day and is still open, by the targets of its account.
#[must_use]
pub fn onboarding(started_on: NaiveDate, targets: &OnboardingTargets, today: NaiveDate) -> Option<Finding> {
    let since = |reason, limit| Finding::since(reason, started_on, limit, today);
    let away = since(TodayReason::NotEngaged, targets.not_engaged_after);
    let away = away.map(|away| Finding { urgency: Urgency::Late, ..away });
    away.or_else(|| since(TodayReason::OnboardingLong, targets.time_to_onboard))
}
