//! Progress: of outcomes from criteria, of work from tasks, never mixed (`docs/practice.md`, Progress).
//!
//! Nothing here rounds or clamps: progress can be negative, and it can pass 1.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::{
    criterion::Criterion,
    words::{Direction, TaskStatus},
};

/// How far a plan or an objective is, measured twice.
#[derive(Clone, PartialEq, Debug, Default, Serialize, Deserialize, TS)]
pub struct Progress {
    /// From criteria: share of the way to the targets; null where nothing is measured.
    pub outcome_progress: Option<f64>,
    /// From tasks: share of them done; null where there are none.
    pub work_progress: Option<f64>,
}

/// Share of the way from baseline to target: `(latest - baseline) / (target - baseline)`; in range 1 inside,
/// else `1 - distance / baseline's distance`. Null without a reading, a baseline or a target. A baseline that
/// already lies in the range, or on the target, leaves no way to go: outside, or worse, is then 0.
#[must_use]
pub fn criterion_progress(criterion: &Criterion, latest: Option<f64>) -> Option<f64> {
    let (latest, baseline) = (latest?, criterion.baseline);
    let progress = match criterion.direction {
        Direction::HigherIsBetter | Direction::LowerIsBetter => {
            let (baseline, target) = (baseline?, criterion.target?);
            // What is good already is to stay so.
            if baseline == target {
                let holds = match criterion.direction {
                    Direction::LowerIsBetter => latest <= target,
                    Direction::HigherIsBetter | Direction::InRange => latest >= target,
                };
                return Some(if holds { 1.0 } else { 0.0 });
            }
            (latest - baseline) / (target - baseline)
        }
        Direction::InRange => {
            let (min, max) = criterion.range()?;
            let outside = |value: f64| (min - value).max(value - max).max(0.0);
            match (outside(latest), outside(baseline?)) {
                (0.0, _) => 1.0,
                (_, 0.0) => 0.0,
                (distance, start) => 1.0 - distance / start,
            }
        }
    };
    progress.is_finite().then_some(progress)
}

/// Mean of the measured criteria of an objective, each counted by its weight; null where none is measured.
#[must_use]
pub fn outcome_progress(criteria: impl IntoIterator<Item = (f64, Option<f64>)>) -> Option<f64> {
    let (mut sum, mut weights) = (0.0, 0.0);
    for (weight, progress) in criteria {
        if let Some(progress) = progress {
            sum += weight * progress;
            weights += weight;
        }
    }
    (weights > 0.0).then(|| sum / weights)
}

/// What one criterion brings into its objective's outcome progress.
#[derive(Clone, Copy, PartialEq, Debug, Default, Serialize, Deserialize, TS)]
pub struct Term {
    /// How much it counts: its weight by the weights of all that are measured; null where it is not.
    pub share: Option<f64>,
    /// Share times progress. The products add up to the outcome progress.
    pub product: Option<f64>,
}

/// The terms of [`outcome_progress`], for the same criteria in the same order.
#[must_use]
pub fn outcome_terms(criteria: &[(f64, Option<f64>)]) -> Vec<Term> {
    let measured = criteria.iter().filter(|(_, progress)| progress.is_some());
    let weights: f64 = measured.map(|(weight, _)| weight).sum();
    let term = |&(weight, progress): &(f64, Option<f64>)| {
        let share = progress.filter(|_| weights > 0.0).map(|_| weight / weights);
        Term { share, product: share.zip(progress).map(|(share, progress)| share * progress) }
    };
    criteria.iter().map(term).collect()
}

/// How many tasks are what, for the work progress.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default, Serialize, Deserialize, TS)]
pub struct TaskCount {
    /// Done.
    pub done: u32,
    /// Not done yet.
    pub open: u32,
    /// Closed without success: they count on neither side.
    pub dropped: u32,
}

impl TaskCount {
    /// Counts tasks by their status.
    #[must_use]
    pub fn of(tasks: impl IntoIterator<Item = TaskStatus>) -> Self {
        let mut count = Self::default();
        for status in tasks {
            match status {
                TaskStatus::Closed => count.dropped += 1,
                TaskStatus::ClosedSuccess => count.done += 1,
                TaskStatus::New | TaskStatus::WorkInProgress | TaskStatus::Blocked => count.open += 1,
            }
        }
        count
    }

    /// Share of tasks done, 0 to 1; null where none counts.
    #[must_use]
    pub fn progress(self) -> Option<f64> {
        let all = self.done + self.open;
        (all > 0).then(|| f64::from(self.done) / f64::from(all))
    }
}

/// Mean of the objectives that have a measure; an objective without one is left out.
#[must_use]
pub fn plan_progress(objectives: impl IntoIterator<Item = Option<f64>>) -> Option<f64> {
    outcome_progress(objectives.into_iter().map(|progress| (1.0, progress)))
}

/// Share of tasks done, 0 to 1. A task closed without success was dropped and counts on neither side.
#[must_use]
pub fn work_progress(tasks: impl IntoIterator<Item = TaskStatus>) -> Option<f64> {
    TaskCount::of(tasks).progress()
}
