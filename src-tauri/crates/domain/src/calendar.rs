//! Working days: a week, and days off. Whose days they are is the caller's business.
//!
//! Days are numbered, and a working day is found by counting whole weeks and taking off the days off before it. So
//! every answer takes a few steps however far it reaches; a plan's cascade asks thousands of times.

use chrono::{Datelike, NaiveDate};

use crate::words::Weekday;

/// The days on which somebody works.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct WorkingCalendar {
    /// Whether each weekday is worked, Monday first.
    week: [bool; 7],
    /// How many days of a week are worked before each weekday, Monday first.
    before: [i64; 7],
    /// The weekdays that are worked, counted from Monday as 0.
    worked: Vec<i64>,
    /// Days off that the week would work, by their numbers, in order, each once.
    off: Vec<i64>,
    /// How many of them lie before each block of days, counted from the first of them, and how many there are.
    blocks: Vec<usize>,
}

/// Days in a block: days off are looked for among the few of one.
const BLOCK: i64 = 64;

impl Default for WorkingCalendar {
    /// Monday to Friday, no holidays: what holds where no country is known.
    fn default() -> Self {
        Self::of([true, true, true, true, true, false, false], Vec::new())
    }
}

/// The number of a day. A Monday's is a multiple of 7, because the first day of the year 1 was one.
fn number(day: NaiveDate) -> i64 {
    i64::from(day.num_days_from_ce()) - 1
}

impl WorkingCalendar {
    /// A week, less days off. A week without any day counts as Monday to Friday: nobody never works.
    #[must_use]
    pub fn new(week: &[Weekday], off: impl IntoIterator<Item = NaiveDate>) -> Self {
        use Weekday::{Friday, Monday, Saturday, Sunday, Thursday, Tuesday, Wednesday};
        let days = [Monday, Tuesday, Wednesday, Thursday, Friday, Saturday, Sunday];
        let own = days.map(|day| week.contains(&day));
        let week = if own.contains(&true) { own } else { Self::default().week };
        Self::of(week, off.into_iter().map(number).collect())
    }

    fn of(week: [bool; 7], mut off: Vec<i64>) -> Self {
        let (mut before, mut worked) = ([0; 7], Vec::new());
        for (weekday, (is_worked, before)) in (0_i64..).zip(week.iter().zip(&mut before)) {
            *before = i64::try_from(worked.len()).unwrap_or_default();
            if *is_worked {
                worked.push(weekday);
            }
        }
        let place = |number: i64| usize::try_from(number.rem_euclid(7)).unwrap_or_default();
        off.retain(|number| week.get(place(*number)) == Some(&true));
        off.sort_unstable();
        off.dedup();
        let mut blocks = Vec::new();
        if let Some(first) = off.first() {
            for (before, number) in off.iter().enumerate() {
                let block = usize::try_from((number - first) / BLOCK).unwrap_or_default();
                blocks.resize(blocks.len().max(block + 1), before);
            }
        }
        blocks.push(off.len());
        Self { week, before, worked, off, blocks }
    }

    /// The days on which this and `other` both work: for what needs both sides.
    #[must_use]
    pub fn both(&self, other: &Self) -> Self {
        let mut week = self.week;
        for (day, theirs) in week.iter_mut().zip(other.week) {
            *day &= theirs;
        }
        let week = if week.contains(&true) { week } else { self.week };
        Self::of(week, self.off.iter().chain(&other.off).copied().collect())
    }

    /// True where the day is worked.
    #[must_use]
    pub fn is_working(&self, day: NaiveDate) -> bool {
        let index = usize::try_from(day.weekday().num_days_from_monday()).unwrap_or_default();
        self.week.get(index) == Some(&true) && self.off.binary_search(&number(day)).is_err()
    }

    /// The day itself where it is worked, else the next that is.
    #[must_use]
    pub fn on_or_after(&self, day: NaiveDate) -> NaiveDate {
        self.plus(day, 0)
    }

    /// The day itself where it is worked, else the last that was.
    #[must_use]
    pub fn on_or_before(&self, day: NaiveDate) -> NaiveDate {
        self.minus(day, 0)
    }

    /// The `days`th working day after `day`, whether or not that is one, as `WORKDAY` of a spreadsheet counts; 0 is the
    /// first working day from `day` on. At the end of what a calendar can count it stays there.
    #[must_use]
    pub fn plus(&self, day: NaiveDate, days: u32) -> NaiveDate {
        self.checked_plus(day, days).unwrap_or(NaiveDate::MAX)
    }

    /// As [`Self::plus`]; none beyond what a calendar can count.
    pub(crate) fn checked_plus(&self, day: NaiveDate, days: u32) -> Option<NaiveDate> {
        // Which working day that is, counted from the first Monday there was.
        let first = number(day) + i64::from(days > 0);
        let off = self.off_before(first);
        self.day(self.of_week(first) - off + (i64::from(days) - 1).max(0), off)
    }

    /// The `days`th working day before `day`, whether or not that is one, as `WORKDAY` of a spreadsheet counts; 0 is
    /// the last working day up to `day`. At the beginning of what a calendar can count it stays there.
    #[must_use]
    pub fn minus(&self, day: NaiveDate, days: u32) -> NaiveDate {
        let first = number(day) + i64::from(days == 0);
        self.day(self.counted(first) - i64::from(days.max(1)), 0).unwrap_or(NaiveDate::MIN)
    }

    /// The new last day of work planned from `start` to `due`, once it begins on `begin`: it keeps its number of
    /// working days. Work that begins or ends on a day off was put there by hand. It keeps its number of calendar days
    /// instead, and so does work that is moved to begin on a day off: moved back, it is as long as it was.
    #[must_use]
    pub fn end_from(&self, start: NaiveDate, due: NaiveDate, begin: NaiveDate) -> NaiveDate {
        if self.is_by_hand(start, due) || !self.is_working(begin) {
            return begin.checked_add_signed(due - start).unwrap_or(NaiveDate::MAX);
        }
        self.plus(begin.pred_opt().unwrap_or(begin), self.length(start, due))
    }

    /// The new first day of work planned from `start` to `due`, once it may end on `end` at the latest:
    /// [`Self::end_from`] the other way.
    #[must_use]
    pub fn begin_for(&self, start: NaiveDate, due: NaiveDate, end: NaiveDate) -> NaiveDate {
        if self.is_by_hand(start, due) {
            return end.checked_sub_signed(due - start).unwrap_or(NaiveDate::MIN);
        }
        self.minus(end.succ_opt().unwrap_or(end), self.length(start, due))
    }

    fn is_by_hand(&self, start: NaiveDate, due: NaiveDate) -> bool {
        !self.is_working(start) || !self.is_working(due)
    }

    /// How many working days lie from `start` to `end`, both counted; at least 1, as a bar has.
    #[must_use]
    pub fn length(&self, start: NaiveDate, end: NaiveDate) -> u32 {
        let days = self.counted(number(end) + 1) - self.counted(number(start));
        u32::try_from(days.max(1)).unwrap_or(u32::MAX)
    }

    /// How many days off lie before the day of a number.
    fn off_before(&self, number: i64) -> i64 {
        let Some(first) = self.off.first() else { return 0 };
        let Ok(block) = usize::try_from((number - first).div_euclid(BLOCK)) else { return 0 };
        let (begin, end) = match (self.blocks.get(block), self.blocks.get(block + 1)) {
            (Some(begin), Some(end)) => (*begin, *end),
            _ => (self.off.len(), self.off.len()),
        };
        let block = self.off.get(begin..end).unwrap_or_default();
        let place = begin + block.iter().take_while(|off| **off < number).count();
        i64::try_from(place).unwrap_or_default()
    }

    /// How many working days lie before the day of a number, counted from the first Monday there was.
    fn counted(&self, number: i64) -> i64 {
        self.of_week(number) - self.off_before(number)
    }

    /// As [`Self::counted`], as if there were no days off.
    fn of_week(&self, number: i64) -> i64 {
        let weekday = usize::try_from(number.rem_euclid(7)).unwrap_or_default();
        let weeks = number.div_euclid(7) * i64::try_from(self.worked.len()).unwrap_or_default();
        weeks + self.before.get(weekday).copied().unwrap_or_default()
    }

    /// The working day that has `counted` working days before it. `off` is a lower bound for the days off before it: it
    /// grows until the day that it leads to has no more before it.
    fn day(&self, counted: i64, mut off: i64) -> Option<NaiveDate> {
        let a_week = i64::try_from(self.worked.len()).unwrap_or(1);
        loop {
            // Which day that would be if only the week counted, moved on by the days off found so far.
            let of_week = counted + off;
            let weekday = usize::try_from(of_week.rem_euclid(a_week)).ok()?;
            let number = of_week.div_euclid(a_week) * 7 + self.worked.get(weekday)?;
            let met = self.off_before(number + 1);
            if met == off {
                return NaiveDate::from_num_days_from_ce_opt(i32::try_from(number + 1).ok()?);
            }
            off = met;
        }
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
