//! Working days: a week, and days off. Whose days they are is the caller's business.

use std::collections::BTreeSet;

use chrono::{Datelike, Days, NaiveDate};

use crate::words::Weekday;

/// After so many days in a row without work there is none to be found: a year of leave is longer than any.
const PATIENCE: u64 = 400;

/// The days on which somebody works.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct WorkingCalendar {
    /// Whether each weekday is worked, Monday first.
    week: [bool; 7],
    off: BTreeSet<NaiveDate>,
}

impl Default for WorkingCalendar {
    /// Monday to Friday, no holidays: what holds where no country is known.
    fn default() -> Self {
        Self { week: [true, true, true, true, true, false, false], off: BTreeSet::new() }
    }
}

impl WorkingCalendar {
    /// A week, less days off. A week without any day counts as Monday to Friday: nobody never works.
    #[must_use]
    pub fn new(week: &[Weekday], off: impl IntoIterator<Item = NaiveDate>) -> Self {
        use Weekday::{Friday, Monday, Saturday, Sunday, Thursday, Tuesday, Wednesday};
        let days = [Monday, Tuesday, Wednesday, Thursday, Friday, Saturday, Sunday];
        let own = days.map(|day| week.contains(&day));
        let week = if own.contains(&true) { own } else { Self::default().week };
        Self { week, off: off.into_iter().collect() }
    }

    /// The days on which this and `other` both work: for what needs both sides.
    #[must_use]
    pub fn both(&self, other: &Self) -> Self {
        let mut week = self.week;
        for (day, theirs) in week.iter_mut().zip(other.week) {
            *day &= theirs;
        }
        let week = if week.contains(&true) { week } else { self.week };
        Self { week, off: self.off.union(&other.off).copied().collect() }
    }

    /// True where the day is worked.
    #[must_use]
    pub fn is_working(&self, day: NaiveDate) -> bool {
        let index = usize::try_from(day.weekday().num_days_from_monday()).unwrap_or_default();
        self.week.get(index) == Some(&true) && !self.off.contains(&day)
    }

    /// The day itself where it is worked, else the next that is.
    #[must_use]
    pub fn on_or_after(&self, day: NaiveDate) -> NaiveDate {
        self.search(day, |day, days| day.checked_add_days(days))
    }

    /// The day itself where it is worked, else the last that was.
    #[must_use]
    pub fn on_or_before(&self, day: NaiveDate) -> NaiveDate {
        self.search(day, |day, days| day.checked_sub_days(days))
    }

    fn search(&self, day: NaiveDate, step: impl Fn(NaiveDate, Days) -> Option<NaiveDate>) -> NaiveDate {
        (0..PATIENCE)
            .filter_map(|days| step(day, Days::new(days)))
            .find(|day| self.is_working(*day))
            .unwrap_or(day)
    }

    /// The working day `days` working days after `day`; 0 is the first working day from `day` on. At the end of
    /// what a calendar can count it stays there.
    #[must_use]
    pub fn plus(&self, day: NaiveDate, days: u32) -> NaiveDate {
        let mut day = self.on_or_after(day);
        for _ in 0..days {
            let Some(next) = day.succ_opt() else { break };
            day = self.on_or_after(next);
        }
        day
    }

    /// The working day `days` working days before `day`; 0 is the last working day up to `day`. At the beginning of
    /// what a calendar can count it stays there.
    #[must_use]
    pub fn minus(&self, day: NaiveDate, days: u32) -> NaiveDate {
        let mut day = self.on_or_before(day);
        for _ in 0..days {
            let Some(last) = day.pred_opt() else { break };
            day = self.on_or_before(last);
        }
        day
    }

    /// How many working days lie from `start` to `end`, both counted; at least 1, as a bar has.
    #[must_use]
    pub fn length(&self, start: NaiveDate, end: NaiveDate) -> u32 {
        let days =
            start.iter_days().take_while(|day| *day <= end).filter(|day| self.is_working(*day)).count();
        u32::try_from(days).unwrap_or(u32::MAX).max(1)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap_or_default()
    }

    #[test]
    fn a_weekend_and_a_holiday_are_stepped_over() {
        let calendar = WorkingCalendar::new(
            &[Weekday::Monday, Weekday::Tuesday, Weekday::Wednesday, Weekday::Thursday, Weekday::Friday],
            [day("2026-12-25")],
        );
        assert_eq!(calendar.plus(day("2026-12-24"), 1), day("2026-12-28"), "Friday is Christmas");
        assert_eq!(calendar.on_or_after(day("2026-12-25")), day("2026-12-28"), "and the weekend follows");
        assert_eq!(calendar.on_or_before(day("2026-12-27")), day("2026-12-24"), "backwards too");
        assert_eq!(calendar.length(day("2026-12-24"), day("2026-12-29")), 3, "Thursday, Monday, Tuesday");
    }

    #[test]
    fn nobody_never_works() {
        let none = WorkingCalendar::new(&[], []);
        assert!(none.is_working(day("2026-11-23")), "a week without a day is a week nobody filled in");
    }

    #[test]
    fn what_needs_both_sides_happens_when_both_work() {
        let sunday = WorkingCalendar::new(&[Weekday::Sunday, Weekday::Monday], []);
        let both = WorkingCalendar::default().both(&sunday);
        assert_eq!(
            both.on_or_after(day("2026-11-24")),
            day("2026-11-30"),
            "Monday is the only day they share"
        );
    }
}
