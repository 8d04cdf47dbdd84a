//! From which day a step's date counts, and how far.

use chrono::{Days, NaiveDate};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::{calendar::WorkingCalendar, words::DayCount};

/// What a date counts from. As text on the wire: `anchor:contract`, `due:kickoff`, `done:kickoff`.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize, TS)]
#[serde(try_from = "String", into = "String")]
#[ts(type = "string")]
pub enum OffsetFrom {
    /// A named day of the checklist.
    Anchor(String),
    /// The day by which another step is to be done.
    Due(String),
    /// The day on which another step was done; while it is not, the day by which it is to be.
    Done(String),
}

/// The text says no such day.
#[derive(Debug, thiserror::Error)]
#[error("`{0}` is not anchor:KEY, due:KEY or done:KEY")]
pub struct NoOffset(String);

impl OffsetFrom {
    /// The key of the step it counts from, if it is one.
    #[must_use]
    pub fn step(&self) -> Option<&str> {
        match self {
            Self::Anchor(_) => None,
            Self::Due(key) | Self::Done(key) => Some(key),
        }
    }

    /// The anchor it counts from, if it is one.
    #[must_use]
    pub fn anchor(&self) -> Option<&str> {
        match self {
            Self::Anchor(key) => Some(key),
            Self::Due(_) | Self::Done(_) => None,
        }
    }
}

impl TryFrom<String> for OffsetFrom {
    type Error = NoOffset;
    fn try_from(text: String) -> Result<Self, NoOffset> {
        let made = match text.split_once(':') {
            Some((_, "")) | None => None,
            Some(("anchor", key)) => Some(Self::Anchor(key.to_owned())),
            Some(("due", key)) => Some(Self::Due(key.to_owned())),
            Some(("done", key)) => Some(Self::Done(key.to_owned())),
            Some(_) => None,
        };
        made.ok_or(NoOffset(text))
    }
}

impl From<OffsetFrom> for String {
    fn from(from: OffsetFrom) -> Self {
        match from {
            OffsetFrom::Anchor(key) => format!("anchor:{key}"),
            OffsetFrom::Due(key) => format!("due:{key}"),
            OffsetFrom::Done(key) => format!("done:{key}"),
        }
    }
}

/// How far a date lies from the day it counts from.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Offset {
    /// Days after it, or before it below zero.
    pub days: i32,
    /// Which days count.
    pub count: DayCount,
}

impl Offset {
    /// Both offsets as one: `base` first, then this one. It is counted in the kind of days of the longer of the two,
    /// into which the other is converted.
    #[must_use]
    pub fn behind(self, base: Self) -> Self {
        let (longer, other) = if self.days.abs() >= base.days.abs() { (self, base) } else { (base, self) };
        Self { days: longer.days + other.counted(longer.count), count: longer.count }
    }

    /// The same length in another kind of days, rounded towards zero: five working days are a week.
    fn counted(self, count: DayCount) -> i32 {
        match (self.count, count) {
            (DayCount::Working, DayCount::Calendar) => self.days * 7 / 5,
            (DayCount::Calendar, DayCount::Working) => self.days * 5 / 7,
            _ => self.days,
        }
    }

    /// The date. Working days are counted by the calendar of who does the step: 0 is the first working day from `day`
    /// on, 1 the first after it, -1 the last before it. Calendar days are counted as they come.
    #[must_use]
    pub fn of(self, day: NaiveDate, calendar: &WorkingCalendar) -> NaiveDate {
        let days = self.days.unsigned_abs();
        match (self.count, self.days < 0) {
            (DayCount::Working, false) => calendar.plus(day, days),
            (DayCount::Working, true) => calendar.minus(day, days),
            (DayCount::Calendar, false) => {
                day.checked_add_days(Days::new(days.into())).unwrap_or(NaiveDate::MAX)
            }
            (DayCount::Calendar, true) => {
                day.checked_sub_days(Days::new(days.into())).unwrap_or(NaiveDate::MIN)
            }
        }
    }
}

crate::columns::as_text!(OffsetFrom);
