//! How far a checklist is: what is done of what must be, which phase waits, and when it will end.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{
    Checklist, ChecklistPhase,
    dates::{StepCalendars, StepDate},
    step::{ChecklistStep, StepStanding},
};
use crate::{cascade::Calendars, words::ChecklistState};

/// How far a checklist is.
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize, Deserialize, TS)]
pub struct Standing {
    /// Whether it is worked on.
    pub state: ChecklistState,
    /// How many steps there are.
    pub steps_total: usize,
    /// How many of them are over: done or skipped.
    pub steps_over: usize,
    /// How many are required.
    pub required_total: usize,
    /// How many of those are over.
    pub required_over: usize,
    /// The last date of a required step that is not over, as planned; none where none is left. It may have gone by:
    /// [`Forecast`] says when the end can be expected.
    pub ends_on: Option<NaiveDate>,
    /// Each phase, in order.
    pub progress: Vec<PhaseProgress>,
}

/// When something ends whose last date is known.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Forecast {
    /// The day; never before today.
    pub ends_on: NaiveDate,
    /// True where the last date went by: all that is left is late, and today is the earliest that it can end.
    pub all_late: bool,
}

impl Forecast {
    /// From the last date of what is left.
    #[must_use]
    pub fn of(last: NaiveDate, today: NaiveDate) -> Self {
        Self { ends_on: last.max(today), all_late: last < today }
    }
}

/// How far a phase is.
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize, Deserialize, TS)]
pub struct PhaseProgress {
    /// The phase.
    pub title: String,
    /// What must be true before the next one begins; empty where nothing waits.
    pub gate: String,
    /// True where no gate before it is shut.
    pub open: bool,
    /// How many steps it has.
    pub steps_total: usize,
    /// How many of them are over.
    pub steps_over: usize,
    /// How many are required.
    pub required_total: usize,
    /// How many of those are over.
    pub required_over: usize,
}

impl Standing {
    /// The day on which a checklist with these steps was over: the day it was closed, or the last day on which a
    /// required step was done (any step, where none is required). None while it is worked on, or where no day is
    /// recorded.
    #[must_use]
    pub fn ended_on(&self, checklist: &Checklist, steps: &[impl AsRef<ChecklistStep>]) -> Option<NaiveDate> {
        match self.state {
            ChecklistState::Running => None,
            ChecklistState::Closed => checklist.closed_on,
            ChecklistState::Complete => {
                let counts = |step: &&ChecklistStep| step.required || self.required_total == 0;
                steps.iter().map(AsRef::as_ref).filter(counts).filter_map(|step| step.done_on).max()
            }
        }
    }

    /// The standing of a checklist with these steps.
    #[must_use]
    pub fn of(checklist: &Checklist, steps: &[impl AsRef<ChecklistStep>]) -> Self {
        let steps: Vec<&ChecklistStep> = steps.iter().map(AsRef::as_ref).collect();
        let all = Count::of(steps.iter().copied());
        let left = steps.iter().filter(|step| step.required && !step.is_over());
        let state = match checklist.closed_on {
            Some(_) => ChecklistState::Closed,
            None if all.is_complete() => ChecklistState::Complete,
            None => ChecklistState::Running,
        };
        Self {
            state,
            steps_total: all.steps,
            steps_over: all.steps_over,
            required_total: all.required,
            required_over: all.required_over,
            ends_on: left.filter_map(|step| step.due).max(),
            progress: progress(&checklist.phases, &steps),
        }
    }
}

/// Steps counted.
#[derive(Default)]
struct Count {
    steps: usize,
    steps_over: usize,
    required: usize,
    required_over: usize,
}

impl Count {
    fn of<'a>(steps: impl Iterator<Item = &'a ChecklistStep>) -> Self {
        let mut count = Self::default();
        for step in steps {
            let over = usize::from(step.is_over());
            count.steps += 1;
            count.steps_over += over;
            if step.required {
                count.required += 1;
                count.required_over += over;
            }
        }
        count
    }

    /// All that is required is over; where nothing is required, all there is.
    fn is_complete(&self) -> bool {
        if self.required == 0 {
            self.steps > 0 && self.steps_over == self.steps
        } else {
            self.required_over == self.required
        }
    }
}

impl Standing {
    /// The gate that keeps a phase from beginning; none where it can begin.
    #[must_use]
    pub fn gate_before(&self, phase: &str) -> Option<&str> {
        if !self.progress.iter().any(|one| one.title == phase && !one.open) {
            return None;
        }
        let shut = |one: &&PhaseProgress| !one.gate.is_empty() && one.required_over != one.required_total;
        self.progress.iter().take_while(|one| one.title != phase).find(shut).map(|one| one.gate.as_str())
    }
}

fn progress(phases: &[ChecklistPhase], steps: &[&ChecklistStep]) -> Vec<PhaseProgress> {
    let mut open = true;
    let mut progress = Vec::with_capacity(phases.len());
    for ChecklistPhase { title, gate } in phases {
        let count = Count::of(steps.iter().copied().filter(|step| step.phase == *title));
        progress.push(PhaseProgress {
            title: title.clone(),
            gate: gate.clone(),
            open,
            steps_total: count.steps,
            steps_over: count.steps_over,
            required_total: count.required,
            required_over: count.required_over,
        });
        open &= gate.is_empty() || count.required_over == count.required;
    }
    progress
}

/// What the views of a checklist's steps add; `dates` are those of [`super::step_dates`], in the same order.
#[must_use]
pub fn step_standings(
    phases: &[ChecklistPhase],
    steps: &[impl AsRef<ChecklistStep>],
    dates: &[StepDate],
    calendars: &Calendars,
) -> Vec<StepStanding> {
    let steps: Vec<&ChecklistStep> = steps.iter().map(AsRef::as_ref).collect();
    let progress = progress(phases, &steps);
    let shut = |step: &ChecklistStep| progress.iter().any(|phase| !phase.open && phase.title == step.phase);
    let days = StepCalendars::of(calendars);
    let standing = |(step, date): (&&ChecklistStep, &StepDate)| StepStanding {
        provisional: date.provisional && !step.is_over(),
        gated: shut(step),
        on_day_off: !step.is_over()
            && step.due.is_some_and(|due| !days.of_side(step.owner_side).is_working(due)),
    };
    steps.iter().zip(dates).map(standing).collect()
}
