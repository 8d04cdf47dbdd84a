//! All onboardings at once: in which phase each is, which are behind, and how the open required steps burn down.

use std::collections::BTreeMap;

use chrono::{Datelike, Days, NaiveDate};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::{
    checklist::{Checklist, ChecklistStep},
    onboarding::{Measured, Measures},
    words::MeasureState,
};

/// How many weeks a burn-down looks back.
const WEEKS: u64 = 26;

/// Where a checklist is, and what of it is late.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct RunPlace {
    /// The first phase with a required step that is not over, else with any; empty where none is left.
    pub phase: String,
    /// The places of the steps whose day went by, the oldest first.
    pub late: Vec<usize>,
}

/// Where a checklist with these steps is.
#[must_use]
pub fn place(checklist: &Checklist, steps: &[impl AsRef<ChecklistStep>], today: NaiveDate) -> RunPlace {
    let steps: Vec<&ChecklistStep> = steps.iter().map(AsRef::as_ref).collect();
    let left = |step: &&&ChecklistStep| !step.is_over();
    let first = |required: bool| {
        let mut phases = checklist.phases.iter().map(|phase| &phase.title);
        let mut open = steps.iter().filter(left).filter(|step| step.required || !required);
        phases.find(|title| open.clone().any(|step| step.phase == **title)).cloned().or_else(|| {
            let step = open.next()?;
            Some(step.phase.clone())
        })
    };
    let is_late = |step: &ChecklistStep| !step.is_over() && step.due.is_some_and(|due| due < today);
    let mut late: Vec<usize> =
        (0..steps.len()).filter(|at| steps.get(*at).is_some_and(|step| is_late(step))).collect();
    late.sort_by_key(|at| steps.get(*at).map(|step| (step.due, *at)));
    RunPlace { phase: first(true).or_else(|| first(false)).unwrap_or_default(), late }
}

/// How late a checklist is, in days.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct RunDelay {
    /// By how long its oldest late step is; 0 where none is.
    pub step: i64,
    /// How far it is beyond its target, below zero before that; none where nothing is measured by it.
    pub run: Option<i64>,
    /// How far its end will be beyond its target, by the dates of its steps.
    pub end: Option<i64>,
}

impl RunDelay {
    /// How it stands: behind once something is late or the end will be, stuck where that is so for more than
    /// `stuck_after` days.
    #[must_use]
    pub fn state(self, stuck_after: i64) -> MeasureState {
        let now = self.step.max(self.run.unwrap_or(0));
        if now > stuck_after {
            MeasureState::Stuck
        } else if now.max(self.end.unwrap_or(0)) > 0 {
            MeasureState::Behind
        } else {
            MeasureState::OnTrack
        }
    }
}

/// The days from which to which a required step was open.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct OpenSpan {
    /// The first day.
    pub from: NaiveDate,
    /// The day on which it was over; none while it is open.
    pub to: Option<NaiveDate>,
}

/// How many required steps were open on a day.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize, TS)]
pub struct OpenOn {
    /// The day.
    pub day: NaiveDate,
    /// So many at its end.
    pub open: u32,
}

/// Week by week up to today, from the first day there was a step, at most half a year back.
#[must_use]
pub fn burn_down(spans: &[OpenSpan], today: NaiveDate) -> Vec<OpenOn> {
    let Some(first) = spans.iter().map(|span| span.from).min().filter(|first| *first <= today) else {
        return Vec::new();
    };
    let days = (0..=WEEKS).rev().filter_map(|week| today.checked_sub_days(Days::new(week * 7)));
    days.filter(|day| *day > first.checked_sub_days(Days::new(7)).unwrap_or(first))
        .map(|day| {
            let open = |span: &&OpenSpan| span.from <= day && span.to.is_none_or(|to| to > day);
            let open = spans.iter().filter(open).count();
            OpenOn { day, open: u32::try_from(open).unwrap_or(u32::MAX) }
        })
        .collect()
}

/// How long a measure took where it was reached in a quarter.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize, TS)]
pub struct QuarterDays {
    /// The first day of the quarter of the calendar year.
    pub from: NaiveDate,
    /// For how many accounts.
    pub accounts: u32,
    /// The days that the one in the middle took, of two the longer one.
    pub median_days: i64,
    /// How many took no longer than the target of their account.
    pub in_time: u32,
}

/// The measures of onboardings, quarter by quarter.
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize, Deserialize, TS)]
pub struct MeasureQuarters {
    /// From the start to the first call or meeting.
    pub time_to_engage: Vec<QuarterDays>,
    /// From the contract to the kickoff.
    pub kickoff: Vec<QuarterDays>,
    /// From the contract to the second call.
    pub second_call: Vec<QuarterDays>,
    /// From the contract to the first value.
    pub time_to_first_value: Vec<QuarterDays>,
    /// From the start to the end.
    pub time_to_onboard: Vec<QuarterDays>,
}

impl MeasureQuarters {
    /// Those of some onboardings.
    #[must_use]
    pub fn of(all: &[Measures]) -> Self {
        let quarters = |one: fn(&Measures) -> &Measured| by_quarter(all.iter().map(one));
        Self {
            time_to_engage: quarters(|all| &all.time_to_engage),
            kickoff: quarters(|all| &all.kickoff),
            second_call: quarters(|all| &all.second_call),
            time_to_first_value: quarters(|all| &all.time_to_first_value),
            time_to_onboard: quarters(|all| &all.time_to_onboard),
        }
    }
}

/// The quarters in which a measure was reached, oldest first.
#[must_use]
pub fn by_quarter<'a>(measured: impl IntoIterator<Item = &'a Measured>) -> Vec<QuarterDays> {
    // The days taken, and the most they should have been.
    let mut quarters: BTreeMap<NaiveDate, Vec<(i64, i64)>> = BTreeMap::new();
    for one in measured {
        let (Some(days), Some(reached)) = (one.days, one.from.last()) else { continue };
        let month = reached.date.month0() / 3 * 3 + 1;
        if let Some(first) = NaiveDate::from_ymd_opt(reached.date.year(), month, 1) {
            quarters.entry(first).or_default().push((days, one.target));
        }
    }
    let count = |number: usize| u32::try_from(number).unwrap_or(u32::MAX);
    let told = |(from, mut taken): (NaiveDate, Vec<(i64, i64)>)| {
        taken.sort_unstable();
        QuarterDays {
            from,
            accounts: count(taken.len()),
            median_days: taken.get(taken.len() / 2).map(|(days, _)| *days).unwrap_or_default(),
            in_time: count(taken.iter().filter(|(days, target)| days <= target).count()),
        }
    };
    quarters.into_iter().map(told).collect()
}
