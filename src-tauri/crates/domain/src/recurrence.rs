//! What comes again: how often a recurring task does, and the next one once it is done.
//!
//! Owns the days of a series. Whose calendar they are counted by, and what becomes of the record, is the business of
//! those who ask.

use chrono::{Days, Months, NaiveDate};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::{
    calendar::WorkingCalendar,
    problem::{Problem, Reason},
    words::RecurrenceUnit,
};

/// The most units from one day of a series to the next.
const EVERY_MAX: i64 = 999;
/// The most times that can be said; more is "without end".
const TIMES_MAX: i64 = 9_999;
/// No series counts further than this many steps: every day for a thousand years.
const STEPS_MAX: u32 = 366_000;

/// When a task comes again after it was done.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize, TS)]
pub struct Recurrence {
    /// So many units lie from one day to the next, 1 to 999.
    pub every: i64,
    /// What is counted.
    pub unit: RecurrenceUnit,
    /// On working days only: days are counted as such, and another date that is none goes to the next that is.
    #[serde(default = "yes")]
    pub working_days: bool,
    /// The day that is counted from: the task's last day, else its first, unless said. It stays while the task comes
    /// again and again, so that a month's end or a day off moves one date and not all that follow.
    #[serde(default)]
    pub from: Option<NaiveDate>,
    /// Not after this day.
    #[serde(default)]
    pub until: Option<NaiveDate>,
    /// How many times it is still to be done, this time included, 1 to 9,999; without end unless said.
    #[serde(default)]
    pub times: Option<i64>,
}

fn yes() -> bool {
    true
}

impl Recurrence {
    pub(crate) fn check(&self) -> Result<(), Problem> {
        for (value, max) in [(Some(self.every), EVERY_MAX), (self.times, TIMES_MAX)] {
            if value.is_some_and(|value| !(1..=max).contains(&value)) {
                return Err(Problem::new("recurrence", Reason::OutOfRange { min: 1, max }));
            }
        }
        Ok(())
    }

    /// The first day of the series that began `from` which comes after `day`.
    #[must_use]
    pub fn next_after(
        &self,
        from: NaiveDate,
        day: NaiveDate,
        calendar: &WorkingCalendar,
    ) -> Option<NaiveDate> {
        // Its days only ever grow, so the first one after `day` is found by halving.
        let (mut low, mut high) = (1, STEPS_MAX);
        while low < high {
            let middle = low.midpoint(high);
            if self.nth(from, middle, calendar).is_none_or(|there| there > day) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        self.nth(from, low, calendar).filter(|next| *next > day)
    }

    /// The day so many steps after the first; none beyond what a calendar can count.
    fn nth(&self, from: NaiveDate, steps: u32, calendar: &WorkingCalendar) -> Option<NaiveDate> {
        let units = u32::try_from(self.every).ok()?.checked_mul(steps)?;
        let day = match self.unit {
            RecurrenceUnit::Days if self.working_days => return calendar.checked_plus(from, units),
            RecurrenceUnit::Days => from.checked_add_days(Days::new(units.into()))?,
            RecurrenceUnit::Weeks => from.checked_add_days(Days::new(u64::from(units) * 7))?,
            // The 31st is the last day of a shorter month.
            RecurrenceUnit::Months => from.checked_add_months(Months::new(units))?,
        };
        if self.working_days { calendar.checked_plus(day, 0) } else { Some(day) }
    }
}

crate::columns::as_json!([] Recurrence);
