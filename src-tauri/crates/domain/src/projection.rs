//! Where the readings of a criterion lead: the day on which their trend reaches the target, and the interim target
//! on the way.
//!
//! Owns the trend and what is a target to it. Progress is the business of `progress.rs`.

use chrono::{NaiveDate, TimeDelta};

use crate::{
    criterion::{Criterion, InterimTarget, Latest, NextInterim},
    words::{CriterionKind, Direction},
};

/// Fewer readings are no trend.
const READINGS_MIN: usize = 3;
/// Readings within fewer days than this say more of the week than of the way.
const DAYS_MIN: i64 = 14;
/// The newest readings that make the trend: what was slow two years ago says little of today.
const READINGS_MAX: usize = 24;
/// A day further off than ten years after the newest reading is no projection any more.
const DAYS_MAX: f64 = 3_652.0;

/// The day on which the trend of the readings, oldest first, reaches the target; in range the nearer end of it.
///
/// The pace is the Theil-Sen slope of the newest readings: the median of the slopes between every two of them. A
/// criterion has few readings, typed by hand, and one odd value among them must not move the date, as it would by
/// least squares. From the newest reading on, the way goes at that pace, so that the line begins where the customer
/// stands.
///
/// `None` with fewer than 3 readings or within fewer than 14 days, for yes/no, without a target, where it is reached
/// already, where the trend stands still or leads away, and beyond ten years.
#[must_use]
pub fn projected(criterion: &Criterion, readings: &[Latest]) -> Option<NaiveDate> {
    let readings = &readings[readings.len().saturating_sub(READINGS_MAX)..];
    let (first, newest) = (readings.first()?, readings.last()?);
    if readings.len() < READINGS_MIN
        || (newest.date - first.date).num_days() < DAYS_MIN
        || criterion.kind == CriterionKind::YesNo
    {
        return None;
    }
    let left = way_left(criterion, newest.value)?;
    let pace = pace(readings)?;
    // Both point the same way, or there is no arriving.
    if left * pace <= 0.0 {
        return None;
    }
    let days = (left / pace).ceil();
    if !days.is_finite() || days > DAYS_MAX {
        return None;
    }
    #[expect(clippy::cast_possible_truncation, reason = "a whole number from 1 to 3,652")]
    newest.date.checked_add_signed(TimeDelta::days(days as i64))
}

/// The first interim target on or after the newest reading's day; without a reading, the first of all.
#[must_use]
pub fn next_interim(criterion: &Criterion, newest: Option<&Latest>) -> Option<NextInterim> {
    let ahead = |target: &&InterimTarget| newest.is_none_or(|newest| target.date >= newest.date);
    let next = criterion.interim_targets.iter().filter(ahead).min_by_key(|target| target.date)?;
    Some(NextInterim {
        date: next.date,
        value: next.value,
        met: newest.map(|newest| meets(criterion, newest.value, next.value)),
    })
}

/// Whether a value is as good as a target on the way: in range, no further from it than the target is.
fn meets(criterion: &Criterion, value: f64, target: f64) -> bool {
    match criterion.direction {
        Direction::InRange => criterion.range().is_some_and(|(min, max)| {
            let outside = |value: f64| (min - value).max(value - max).max(0.0);
            outside(value) <= outside(target)
        }),
        Direction::HigherIsBetter | Direction::LowerIsBetter => (value - target) * sense(criterion) >= 0.0,
    }
}

/// How far it still is from a value to the target, with its sign; none where it is reached.
fn way_left(criterion: &Criterion, value: f64) -> Option<f64> {
    let left = match criterion.direction {
        Direction::InRange => {
            let (min, max) = criterion.range()?;
            if value < min { min - value } else { (max - value).min(0.0) }
        }
        Direction::HigherIsBetter | Direction::LowerIsBetter => {
            let left = criterion.target? - value;
            if left * sense(criterion) > 0.0 { left } else { 0.0 }
        }
    };
    (left != 0.0).then_some(left)
}

/// Which way is forward, 1 up and -1 down: from the baseline to the target where both are known, as progress goes.
fn sense(criterion: &Criterion) -> f64 {
    match (criterion.baseline, criterion.target, criterion.direction) {
        (Some(baseline), Some(target), _) if baseline != target => (target - baseline).signum(),
        (_, _, Direction::LowerIsBetter) => -1.0,
        (_, _, Direction::HigherIsBetter | Direction::InRange) => 1.0,
    }
}

/// The median of the slopes between every two readings of different days, per day.
fn pace(readings: &[Latest]) -> Option<f64> {
    let mut slopes = Vec::with_capacity(readings.len() * readings.len() / 2);
    for (index, earlier) in readings.iter().enumerate() {
        for later in &readings[index + 1..] {
            let days = i32::try_from((later.date - earlier.date).num_days()).ok()?;
            if days > 0 {
                slopes.push((later.value - earlier.value) / f64::from(days));
            }
        }
    }
    slopes.sort_by(f64::total_cmp);
    let middle = slopes.len() / 2;
    let high = *slopes.get(middle)?;
    if slopes.len() % 2 == 1 { Some(high) } else { Some(f64::midpoint(*slopes.get(middle - 1)?, high)) }
}
