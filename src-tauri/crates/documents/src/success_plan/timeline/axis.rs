//! The axis of a timeline: linear in days, with two rows of labels over it.

use chrono::{Datelike, Days, Months, NaiveDate, Weekday};
use serde::Serialize;

use crate::words::Words;

/// The days an axis runs over.
pub(super) struct Window {
    /// The first day.
    pub(super) start: NaiveDate,
    /// The day after the last.
    end: NaiveDate,
}

/// What stands over the bars, and the lines through them.
#[derive(Serialize)]
pub(super) struct Axis {
    upper: Vec<Tick>,
    lower: Vec<Tick>,
    /// Where today is, if it is on the axis.
    today: Option<f64>,
}

/// A line with its label, which has the room to the next line.
#[derive(Serialize)]
struct Tick {
    x: f64,
    room: f64,
    label: String,
}

/// How fine an axis is.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Scale {
    Weeks,
    Months,
    Quarters,
    /// So many years.
    Years(i32),
}

impl Scale {
    fn of(months: i32) -> Self {
        match months {
            ..=4 => Self::Weeks,
            5..=18 => Self::Months,
            19..=48 => Self::Quarters,
            _ => {
                let steps = [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 10_000, 100_000];
                Self::Years(steps.into_iter().find(|step| months / (12 * step) <= 12).unwrap_or(1_000_000))
            }
        }
    }

    /// The first line on or before a day.
    fn floor(self, date: NaiveDate) -> NaiveDate {
        let month = |year, month0| NaiveDate::from_ymd_opt(year, month0 + 1, 1).unwrap_or(date);
        match self {
            Self::Weeks => {
                let back = Days::new(date.weekday().days_since(Weekday::Mon).into());
                date.checked_sub_days(back).unwrap_or(date)
            }
            Self::Months => month(date.year(), date.month0()),
            Self::Quarters => month(date.year(), date.month0() / 3 * 3),
            Self::Years(step) => month(date.year().div_euclid(step) * step, 0),
        }
    }

    /// The next line after a line.
    fn next(self, line: NaiveDate) -> Option<NaiveDate> {
        match self {
            Self::Weeks => line.checked_add_days(Days::new(7)),
            Self::Months => line.checked_add_months(Months::new(1)),
            Self::Quarters => line.checked_add_months(Months::new(3)),
            Self::Years(step) => line.checked_add_months(Months::new(u32::try_from(12 * step).unwrap_or(12))),
        }
    }

    fn label(self, words: Words<'_>, line: NaiveDate) -> String {
        match self {
            Self::Weeks => line.day().to_string(),
            Self::Months => words.month(line),
            Self::Quarters => words.fill("doc_quarter", &[("n", &(line.month0() / 3 + 1).to_string())]),
            Self::Years(_) => line.year().to_string(),
        }
    }

    /// The scale of the labels above: whole years, over weeks whole months.
    fn above(self) -> Option<Self> {
        match self {
            Self::Weeks => Some(Self::Months),
            Self::Months | Self::Quarters => Some(Self::Years(1)),
            Self::Years(_) => None,
        }
    }
}

impl Window {
    /// Whole months around two days.
    pub(super) fn holding(first: NaiveDate, last: NaiveDate) -> Self {
        let (start, end) = (Scale::Months.floor(first), Scale::Months.floor(last));
        Self { start, end: Scale::Months.next(end).unwrap_or(NaiveDate::MAX) }
    }

    /// A quarter by its number.
    pub(super) fn quarter(number: i32) -> Self {
        let (year, month0) = (number.div_euclid(4), number.rem_euclid(4) * 3);
        let start = NaiveDate::from_ymd_opt(year, month0 as u32 + 1, 1).unwrap_or(NaiveDate::MIN);
        Self { start, end: Scale::Quarters.next(start).unwrap_or(NaiveDate::MAX) }
    }

    /// How many months it has.
    pub(super) fn months(&self) -> i32 {
        (self.end.year() - self.start.year()) * 12 + self.end.month0() as i32 - self.start.month0() as i32
    }

    /// Whether a day is on it.
    pub(super) fn holds(&self, date: NaiveDate) -> bool {
        (self.start..self.end).contains(&date)
    }

    /// Whether any day from one to another is on it.
    pub(super) fn meets(&self, from: NaiveDate, to: NaiveDate) -> bool {
        from < self.end && to >= self.start
    }

    /// Where a day begins, as a share of the width; beyond the ends it is less or more than that.
    pub(super) fn before(&self, date: NaiveDate) -> f64 {
        self.share((date - self.start).num_days())
    }

    /// Where a day is over.
    pub(super) fn after(&self, date: NaiveDate) -> f64 {
        self.share((date - self.start).num_days() + 1)
    }

    fn share(&self, days: i64) -> f64 {
        days as f64 / (self.end - self.start).num_days().max(1) as f64
    }

    /// Lines and labels.
    pub(super) fn axis(&self, words: Words<'_>, today: NaiveDate) -> Axis {
        let scale = Scale::of(self.months());
        Axis {
            upper: scale.above().map(|above| self.ticks(words, above)).unwrap_or_default(),
            lower: self.ticks(words, scale),
            today: self.holds(today).then(|| (self.before(today) + self.after(today)) / 2.0),
        }
    }

    /// The lines on the axis. The unit that is under way at its beginning has its label there all the same where
    /// it names a year or a month that would else be nowhere.
    fn ticks(&self, words: Words<'_>, scale: Scale) -> Vec<Tick> {
        let mut ticks = Vec::new();
        let mut line = Some(scale.floor(self.start));
        while let Some(at) = line.filter(|at| *at < self.end) {
            line = scale.next(at);
            let next = line.map_or(1.0, |next| self.before(next).min(1.0));
            let x = self.before(at);
            if x >= 0.0 || scale == Scale::Years(1) {
                let x = x.max(0.0);
                ticks.push(Tick { x, room: next - x, label: scale.label(words, at) });
            }
        }
        ticks
    }
}

/// A day's quarter, numbered through all years.
pub(super) fn quarter_of(date: NaiveDate) -> i32 {
    date.year() * 4 + date.month0() as i32 / 3
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use crate::language::Language;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    fn labels(window: &Window) -> (Vec<String>, Vec<String>) {
        let axis = window.axis(Words::of(Language::En), day("2026-11-23"));
        let labels = |ticks: Vec<Tick>| ticks.into_iter().map(|tick| tick.label).collect();
        (labels(axis.upper), labels(axis.lower))
    }

    #[test]
    fn a_year_has_months_under_years() {
        let window = Window::holding(day("2026-11-05"), day("2027-02-20"));
        let (upper, lower) = labels(&window);
        assert_eq!(upper, ["Nov", "Dec", "Jan", "Feb"], "four months have weeks under months");
        assert_eq!(lower.first().map(String::as_str), Some("2"), "the first Monday");
        let (upper, lower) = labels(&Window::holding(day("2026-11-05"), day("2027-09-30")));
        assert_eq!(upper, ["2026", "2027"], "a longer one has the year it begins in");
        assert_eq!(lower.len(), 11, "and every month: {lower:?}");
    }

    #[test]
    fn the_axis_is_linear_in_days() {
        let window = Window::holding(day("2027-01-01"), day("2027-12-31"));
        assert_eq!(window.before(day("2027-01-01")), 0.0, "the first day begins it");
        assert_eq!(window.after(day("2027-12-31")), 1.0, "the last day ends it");
        let (a, b) = (window.before(day("2027-02-01")), window.before(day("2027-03-01")));
        assert!((b - a - 28.0 / 365.0).abs() < 1e-12, "February has 28 days of 365");
    }

    #[test]
    fn any_period_has_an_axis_with_few_labels() {
        for (first, last) in [
            ("2026-11-23", "2026-11-23"),
            ("2026-01-01", "2027-12-31"),
            ("2026-01-01", "2030-12-31"),
            ("0026-01-01", "2026-12-31"),
        ] {
            let (upper, lower) = labels(&Window::holding(day(first), day(last)));
            assert!((3..=18).contains(&lower.len()), "{first} to {last} has {} labels", lower.len());
            assert!(upper.len() <= 5, "{first} to {last} has {} labels above", upper.len());
        }
        let all = Window::holding(NaiveDate::MIN, NaiveDate::MAX);
        assert!(labels(&all).1.len() <= 16, "all of time");
    }

    #[test]
    fn a_quarter_is_found_by_its_number() {
        let window = Window::quarter(quarter_of(day("2026-11-23")));
        assert_eq!(window.start, day("2026-10-01"), "the fourth quarter begins in October");
        assert!(window.holds(day("2026-12-31")) && !window.holds(day("2027-01-01")), "and has three months");
    }
}
