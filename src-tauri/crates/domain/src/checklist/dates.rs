//! The dates of a checklist's steps: each counts from an anchor, or from another step.
//!
//! Owns which date follows from which. Whose working days count is the calendars' business.

use std::collections::{BTreeMap, HashMap};

use chrono::{Months, NaiveDate};

use super::{offset::OffsetFrom, step::ChecklistStep};
use crate::{
    calendar::WorkingCalendar,
    cascade::Calendars,
    problem::{Problem, Reason},
    words::{StepSide, StepState},
};

/// How many years from today an anchor may lie, either way: what is farther is a slip of the pen.
pub const ANCHOR_YEARS: u32 = 5;

/// The date of a step.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct StepDate {
    /// By when.
    pub due: Option<NaiveDate>,
    /// True where it hangs on the day on which another step will be done, and that is not done yet.
    pub provisional: bool,
}

/// Whose working days count for a step.
pub(super) struct StepCalendars<'a> {
    together: WorkingCalendar,
    customer: &'a WorkingCalendar,
}

impl<'a> StepCalendars<'a> {
    pub(super) fn of(calendars: &'a Calendars) -> Self {
        Self { together: calendars.ours.both(&calendars.customer), customer: &calendars.customer }
    }

    pub(super) fn of_side(&self, side: StepSide) -> &WorkingCalendar {
        match side {
            StepSide::Ours => &self.together,
            StepSide::Customer | StepSide::Partner => self.customer,
        }
    }
}

/// The first and the last day that an anchor may have.
#[must_use]
pub fn anchor_range(today: NaiveDate) -> (NaiveDate, NaiveDate) {
    let years = Months::new(12 * ANCHOR_YEARS);
    let first = today.checked_sub_months(years).unwrap_or(NaiveDate::MIN);
    (first, today.checked_add_months(years).unwrap_or(NaiveDate::MAX))
}

/// The dates of all steps, in their order.
///
/// A step counts by the days on which it can be done: the customer's and a partner's by `calendars.customer`, ours by
/// the days that both sides work, because onboarding is done together. A step that counts from nothing, or from
/// something that is not there, keeps its own date. A step that is over gets a date as well, because others may count
/// from it; the caller does not write that one. A step that was skipped is never done: a step that waits for it counts
/// from the day by which it was due.
///
/// # Errors
/// `offset_loop` with the titles of steps whose dates count from each other, in the order in which they would follow.
pub fn step_dates(
    steps: &[impl AsRef<ChecklistStep>],
    anchors: &BTreeMap<String, NaiveDate>,
    calendars: &Calendars,
) -> Result<Vec<StepDate>, Problem> {
    let days = StepCalendars::of(calendars);
    let steps: Vec<&ChecklistStep> = steps.iter().map(AsRef::as_ref).collect();
    let mut dates = vec![StepDate::default(); steps.len()];
    for (at, base) in in_order(&steps)? {
        let step = steps[at];
        let from = match (&step.offset_from, base) {
            (Some(OffsetFrom::Anchor(key)), _) => {
                StepDate { due: anchors.get(key).copied(), provisional: false }
            }
            (Some(OffsetFrom::Due(_)), Some(base)) => dates[base],
            (Some(OffsetFrom::Done(_)), Some(base)) => match steps[base].state {
                StepState::Done => StepDate { due: steps[base].done_on, provisional: false },
                StepState::Skipped => dates[base],
                StepState::Open | StepState::Blocked => StepDate { provisional: true, ..dates[base] },
            },
            _ => StepDate::default(),
        };
        dates[at] = match from.due {
            Some(day) => {
                let due = step.offset().of(day, days.of_side(step.owner_side));
                StepDate { due: Some(due), provisional: from.provisional }
            }
            None => StepDate { due: step.due, provisional: false },
        };
    }
    Ok(dates)
}

/// Whether steps' dates count from each other in a circle.
///
/// # Errors
/// As [`step_dates`].
pub fn check_step_order(steps: &[impl AsRef<ChecklistStep>]) -> Result<(), Problem> {
    let steps: Vec<&ChecklistStep> = steps.iter().map(AsRef::as_ref).collect();
    in_order(&steps).map(drop)
}

/// Which dates depend on a change: those of the steps that changed (`changed`, by their places), those that count from
/// an anchor where the anchors changed, and all that count from one of these. No other date is computed anew, even
/// where a calendar changed since it was computed.
///
/// # Errors
/// As [`step_dates`].
pub fn hanging_on(
    steps: &[impl AsRef<ChecklistStep>],
    changed: &[bool],
    anchors: bool,
) -> Result<Vec<bool>, Problem> {
    let steps: Vec<&ChecklistStep> = steps.iter().map(AsRef::as_ref).collect();
    let mut hanging = changed.to_vec();
    hanging.resize(steps.len(), false);
    for (at, base) in in_order(&steps)? {
        let by_anchor = anchors && matches!(steps[at].offset_from, Some(OffsetFrom::Anchor(_)));
        hanging[at] |= by_anchor || base.is_some_and(|base| hanging[base]);
    }
    Ok(hanging)
}

/// Every step by its place, each after the one that its date counts from, together with the place of that one.
fn in_order(steps: &[&ChecklistStep]) -> Result<Vec<(usize, Option<usize>)>, Problem> {
    let places: HashMap<&str, usize> = steps
        .iter()
        .enumerate()
        .filter(|(_, step)| !step.key.is_empty())
        .map(|(at, step)| (step.key.as_str(), at))
        .collect();
    let base = |at: usize| {
        let key = steps[at].offset_from.as_ref().and_then(OffsetFrom::step)?;
        places.get(key).copied()
    };
    let mut order = Vec::with_capacity(steps.len());
    let mut known = vec![false; steps.len()];
    for first in 0..steps.len() {
        // Back to a step that is done already. A step counts from one other at most, so there is only one way back.
        let mut way: Vec<usize> = Vec::new();
        let mut next = Some(first);
        while let Some(at) = next.filter(|at| !known[*at]) {
            if let Some(met) = way.iter().position(|before| *before == at) {
                return Err(looped(steps, way.get(met..).unwrap_or_default()));
            }
            way.push(at);
            next = base(at);
        }
        for at in way.into_iter().rev() {
            known[at] = true;
            order.push((at, base(at)));
        }
    }
    Ok(order)
}

/// The refusal of a loop. `way` leads from each step back to the one that it counts from; the message begins with the
/// step that stands first in the checklist.
fn looped(steps: &[&ChecklistStep], way: &[usize]) -> Problem {
    let mut places: Vec<usize> = way.iter().rev().copied().collect();
    let first = places.iter().enumerate().min_by_key(|(_, place)| **place).map_or(0, |(at, _)| at);
    places.rotate_left(first);
    let title = |at: &usize| steps.get(*at).map(|step| step.title.clone());
    let mut path: Vec<String> = places.iter().filter_map(title).collect();
    path.extend(path.first().cloned());
    Problem::new("offset_from", Reason::OffsetLoop { path })
}
