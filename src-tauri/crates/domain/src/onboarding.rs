//! The measures of an onboarding: what was reached after how many days, by which targets, and how it stands
//! (`docs/practice.md`, Onboarding). Owns the rule; the facts come in, and where they are kept is not known here.

use chrono::{Days, NaiveDate};
use serde::{Deserialize, Serialize};
use ts_rs::TS;
use uuid::Uuid;

use crate::{
    kind::Kind,
    problem::{Problem, Reason},
    words::{MeasureState, SuccessTier, Word as _},
};

/// Most days of a target: ten years.
const DAYS_MAX: i64 = 3_650;
/// A call that lies more days than this before an onboarding begins belongs to the sale, or to an earlier onboarding. No
/// public source says how many; a quarter takes in the introduction, which may come before the contract.
const BEFORE: i64 = 90;
/// First value is there once this part of the licences is active, in percent.
const ACTIVE_PERCENT: i64 = 10;

/// How many calendar days an onboarding may take; what nobody set is as `docs/practice.md`, Onboarding, says.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize, TS)]
#[serde(default, deny_unknown_fields)]
pub struct OnboardingTargets {
    /// The tier it holds for; none for every tier without a line of its own.
    pub success_tier: Option<SuccessTier>,
    /// From the start to the first call or meeting.
    pub time_to_engage: i64,
    /// From the contract to the kickoff.
    pub kickoff: i64,
    /// From the contract to the second call.
    pub second_call: i64,
    /// From the contract to the first value.
    pub time_to_first_value: i64,
    /// From the start to the end of the onboarding.
    pub time_to_onboard: i64,
    /// So many days beyond its target something is stuck, and not only behind.
    pub stuck_after: i64,
    /// Open for longer, the customer is not engaged.
    pub not_engaged_after: i64,
}

impl Default for OnboardingTargets {
    fn default() -> Self {
        Self {
            success_tier: None,
            time_to_engage: 14,
            kickoff: 14,
            second_call: 30,
            time_to_first_value: 30,
            time_to_onboard: 45,
            stuck_after: 14,
            not_engaged_after: 90,
        }
    }
}

impl OnboardingTargets {
    /// The line that holds for a tier.
    #[must_use]
    pub fn of(lines: &[Self], tier: Option<SuccessTier>) -> Self {
        let own = lines.iter().find(|line| line.success_tier.is_some() && line.success_tier == tier);
        own.or(lines.iter().find(|line| line.success_tier.is_none())).cloned().unwrap_or_default()
    }
}

/// Each tier once, and days that make sense.
pub(crate) fn check_targets(lines: &[OnboardingTargets]) -> Result<(), Problem> {
    const FIELD: &str = "onboarding_targets";
    for (at, line) in lines.iter().enumerate() {
        let OnboardingTargets {
            success_tier,
            time_to_engage,
            kickoff,
            second_call,
            time_to_first_value,
            time_to_onboard,
            stuck_after,
            not_engaged_after,
        } = line;
        let days = [
            time_to_engage,
            kickoff,
            second_call,
            time_to_first_value,
            time_to_onboard,
            stuck_after,
            not_engaged_after,
        ];
        if days.into_iter().any(|days| !(0..=DAYS_MAX).contains(days)) {
            return Err(Problem::new(FIELD, Reason::OutOfRange { min: 0, max: DAYS_MAX }));
        }
        if lines.iter().take(at).any(|other| other.success_tier == *success_tier) {
            let what = success_tier.map_or("", |tier| tier.word()).into();
            return Err(Problem::new(FIELD, Reason::Twice { what }));
        }
    }
    Ok(())
}

/// A day that a measure counts from or to, and the record that says so.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize, TS)]
pub struct MeasureFact {
    /// The day.
    pub date: NaiveDate,
    /// The kind of the record.
    pub kind: Kind,
    /// The record.
    #[ts(type = "string")]
    pub id: Uuid,
    /// Its name or title.
    pub title: String,
    /// The field of it that holds the day.
    pub field: String,
}

/// What is recorded of an onboarding.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct OnboardingFacts {
    /// Since when they are a customer.
    pub contract: Option<MeasureFact>,
    /// When the onboarding began.
    pub started: Option<MeasureFact>,
    /// Every call or meeting, in any order.
    pub calls: Vec<MeasureFact>,
    /// The days on which calls or meetings are planned and not held yet, in any order. The first of them is taken for
    /// the kickoff where none was held.
    pub planned: Vec<NaiveDate>,
    /// Every kickoff, in any order.
    pub kickoffs: Vec<MeasureFact>,
    /// The day by which a step is to state the first value.
    pub value_due: Option<NaiveDate>,
    /// The first value, as somebody stated it.
    pub first_value: Option<MeasureFact>,
    /// How many people were active then.
    pub active_users: Option<i64>,
    /// Seats paid for.
    pub licensed_seats: Option<i64>,
    /// True where something besides the users shows the value.
    pub evidence: bool,
    /// When the onboarding was over.
    pub closed: Option<MeasureFact>,
    /// True where it was worked through here, by a checklist: what was not reached by its end counts as missed.
    pub worked_through: bool,
    /// True while it goes on. Where this is false and `worked_through` too, the customer was onboarded elsewhere, and
    /// nothing is due.
    pub open: bool,
    /// The last day on which a required step of it is due or forecast.
    pub last_step: Option<NaiveDate>,
}

/// One measure, with the facts it came from.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize, TS)]
pub struct Measured {
    /// Calendar days from the first fact to the second; none while there is no second, 0 where it came before.
    pub days: Option<i64>,
    /// The most days it should take.
    pub target: i64,
    /// How it stands.
    pub state: MeasureState,
    /// When it will be reached, as far as anybody can say.
    pub forecast: Option<NaiveDate>,
    /// The facts: from which day, and to which.
    pub from: Vec<MeasureFact>,
}

/// All measures of an onboarding.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize, TS)]
pub struct Measures {
    /// From the start to the first call or meeting.
    pub time_to_engage: Measured,
    /// From the contract to the first value.
    pub time_to_first_value: Measured,
    /// From the start to the end.
    pub time_to_onboard: Measured,
    /// From the contract to the kickoff.
    pub kickoff: Measured,
    /// From the contract to the second call.
    pub second_call: Measured,
    /// True while it is open for longer than it may be.
    pub not_engaged: bool,
    /// True where something is late, so that somebody should say why.
    pub is_late: bool,
}

/// The measures on a day.
#[must_use]
pub fn measures(facts: &OnboardingFacts, targets: &OnboardingTargets, today: NaiveDate) -> Measures {
    let OnboardingFacts { contract, started, closed, open, .. } = facts;
    let (calls, kickoffs) = (facts.in_order(&facts.calls), facts.in_order(&facts.kickoffs));
    let ended = facts.worked_through && !open;
    let frame = Frame { open: *open, ended, stuck_after: targets.stuck_after, today };
    let of = |from: &Option<MeasureFact>, to: Option<&MeasureFact>, target, forecast| {
        frame.measured(from.as_ref(), to, target, forecast)
    };
    let first_value = facts.first_value.as_ref().filter(|_| facts.is_value());
    let ahead = |day: Option<NaiveDate>| day.map(|day| day.max(today));
    let (end, value_due) = (ahead(facts.last_step), ahead(facts.value_due));
    let mut planned: Vec<NaiveDate> = facts.planned.iter().map(|day| (*day).max(today)).collect();
    planned.sort_unstable();
    // The second call is the one after the kickoff, where that is known, else after the first; held or planned.
    let opening = kickoffs.first().or(calls.first()).map(|first| (first.date, first.id));
    let second_call = opening.and_then(|first| calls.iter().find(|call| (call.date, call.id) > first));
    let second = planned.get(usize::from(opening.is_none())).copied();
    let first = planned.first().copied();
    let measures = Measures {
        time_to_engage: of(started, calls.first().copied(), targets.time_to_engage, first),
        time_to_first_value: of(contract, first_value, targets.time_to_first_value, value_due),
        time_to_onboard: of(started, closed.as_ref(), targets.time_to_onboard, end),
        kickoff: of(contract, kickoffs.first().copied(), targets.kickoff, first),
        second_call: of(contract, second_call.copied(), targets.second_call, second),
        not_engaged: *open
            && started
                .as_ref()
                .is_some_and(|start| (today - start.date).num_days() > targets.not_engaged_after),
        is_late: false,
    };
    let late = [
        &measures.time_to_engage,
        &measures.time_to_first_value,
        &measures.time_to_onboard,
        &measures.kickoff,
        &measures.second_call,
    ]
    .into_iter()
    .any(|one| matches!(one.state, MeasureState::Behind | MeasureState::Stuck | MeasureState::Missed));
    Measures { is_late: late, ..measures }
}

impl OnboardingFacts {
    /// Facts by their day. What came long before the onboarding, or after it was over, says nothing about it.
    fn in_order<'a>(&self, facts: &'a [MeasureFact]) -> Vec<&'a MeasureFact> {
        let begun = [&self.contract, &self.started].into_iter().flatten().map(|fact| fact.date).min();
        let last = self.closed.as_ref().map(|closed| closed.date);
        let counts = |fact: &&MeasureFact| {
            begun.is_none_or(|begun| (begun - fact.date).num_days() <= BEFORE)
                && last.is_none_or(|last| fact.date <= last)
        };
        let mut facts: Vec<_> = facts.iter().filter(counts).collect();
        facts.sort_by_key(|fact| (fact.date, fact.id));
        facts
    }

    /// A tenth of the licences is active, or something else shows it.
    fn is_value(&self) -> bool {
        let active = match (self.active_users, self.licensed_seats) {
            (Some(users), Some(seats)) if seats > 0 => {
                users.saturating_mul(100) >= seats.saturating_mul(ACTIVE_PERCENT)
            }
            _ => false,
        };
        active || self.evidence
    }
}

/// What all measures of one onboarding have in common.
#[derive(Clone, Copy)]
struct Frame {
    open: bool,
    /// It was worked through and is over.
    ended: bool,
    stuck_after: i64,
    today: NaiveDate,
}

impl Frame {
    fn measured(
        self,
        from: Option<&MeasureFact>,
        to: Option<&MeasureFact>,
        target: i64,
        forecast: Option<NaiveDate>,
    ) -> Measured {
        let since = |day: NaiveDate| from.map(|from| (day - from.date).num_days().max(0));
        let days = to.and_then(|to| since(to.date));
        let forecast = forecast.filter(|_| self.open && to.is_none());
        let state = match (days, since(self.today)) {
            (Some(days), _) if days <= target => MeasureState::Met,
            (Some(_), _) => MeasureState::Missed,
            (None, Some(elapsed)) if self.open && to.is_none() => {
                let last = from
                    .and_then(|from| from.date.checked_add_days(Days::new(target.unsigned_abs())))
                    .filter(|last| forecast.is_some_and(|forecast| forecast > *last));
                match elapsed - target {
                    late if late > self.stuck_after => MeasureState::Stuck,
                    1.. => MeasureState::Behind,
                    // Today is within the target, but the forecast is not.
                    _ if last.is_some() => MeasureState::Behind,
                    _ => MeasureState::OnTrack,
                }
            }
            (None, Some(elapsed)) if self.ended && to.is_none() && elapsed > target => MeasureState::Missed,
            _ => MeasureState::Unknown,
        };
        Measured { days, target, state, forecast, from: from.into_iter().chain(to).cloned().collect() }
    }
}
