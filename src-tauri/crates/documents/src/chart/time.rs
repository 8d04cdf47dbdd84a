//! The time axis: days across, ticks at the first of a month.

use chrono::{Datelike, Months, NaiveDate};
use serde::Serialize;

use super::Width;
use crate::words::Words;

/// The shortest span with ticks at months, in days; a shorter one names its ends.
const MONTHLY: i64 = 62;
/// How much longer than the history the chart may look ahead, in days.
const AHEAD: i64 = 400;

/// The days a chart covers.
pub(super) struct Span {
    start: NaiveDate,
    end: NaiveDate,
}

/// A label under the axis; the year stands only where it changes.
#[derive(Serialize)]
pub(super) struct Tick {
    x: f64,
    label: String,
    year: Option<String>,
}

impl Span {
    /// From the first to the last reading, and on to the goal if that is not too far; `None` without a day.
    pub(super) fn new(first: NaiveDate, last: NaiveDate, goal: Option<NaiveDate>) -> Option<Self> {
        let ahead = AHEAD.max(2 * (last - first).num_days());
        let end = goal.filter(|goal| *goal > last && (*goal - last).num_days() <= ahead).unwrap_or(last);
        (end > first).then_some(Self { start: first, end })
    }

    /// The last day.
    pub(super) fn end(&self) -> NaiveDate {
        self.end
    }

    /// How far across a day lies, as a share; beyond the ends it is more or less than that.
    pub(super) fn across(&self, date: NaiveDate) -> f64 {
        (date - self.start).num_days() as f64 / (self.end - self.start).num_days() as f64
    }

    /// As [`Self::across`], only for days of the span.
    pub(super) fn inside(&self, date: NaiveDate) -> Option<f64> {
        (self.start..=self.end).contains(&date).then(|| self.across(date))
    }

    /// The labels: no more than stand beside each other.
    pub(super) fn ticks(&self, words: Words<'_>, width: Width) -> Vec<Tick> {
        let most = match width {
            Width::Full => 7,
            Width::Half => 5,
        };
        if (self.end - self.start).num_days() < MONTHLY {
            return [self.start, self.end].map(|date| self.day(words, date)).into();
        }
        let months = month_number(self.end) - month_number(self.start);
        let steps = [1, 2, 3, 4, 6, 12, 24, 60, 120, 240, 600, 1200];
        let step = steps.into_iter().find(|step| months / step < most).unwrap_or(12_000);
        let mut year = None;
        let mut ticks = Vec::new();
        let mut date = self.start.with_day(1);
        while let Some(first) = date.filter(|date| *date <= self.end) {
            if first >= self.start && month_number(first) % step == 0 {
                let (label, under) = if step >= 12 {
                    (first.year().to_string(), None)
                } else {
                    (words.month(first), (year != Some(first.year())).then(|| first.year().to_string()))
                };
                year = Some(first.year());
                ticks.push(Tick { x: self.across(first), label, year: under });
            }
            date = first.checked_add_months(Months::new(1));
        }
        ticks
    }

    fn day(&self, words: Words<'_>, date: NaiveDate) -> Tick {
        let label = words.fill("doc_day", &[("day", &date.day().to_string()), ("month", &words.month(date))]);
        Tick { x: self.across(date), label, year: Some(date.year().to_string()) }
    }
}

fn month_number(date: NaiveDate) -> i32 {
    date.year() * 12 + date.month0() as i32
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use crate::language::Language;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    #[test]
    fn a_year_has_ticks_at_round_months() {
        let span = Span::new(day("2026-01-05"), day("2026-11-20"), Some(day("2027-06-30"))).unwrap();
        let labels: Vec<_> = span
            .ticks(Words::of(Language::En), Width::Full)
            .into_iter()
            .map(|tick| (tick.label, tick.year))
            .collect();
        let tick = |month: &str, year: Option<&str>| (month.to_owned(), year.map(str::to_owned));
        assert_eq!(
            labels,
            [
                tick("Apr", Some("2026")),
                tick("Jul", None),
                tick("Oct", None),
                tick("Jan", Some("2027")),
                tick("Apr", None),
            ],
            "a quarter apart, the year where it changes"
        );
    }

    #[test]
    fn a_goal_far_away_does_not_squeeze_the_readings() {
        let span = Span::new(day("2026-01-05"), day("2026-02-05"), Some(day("2040-01-01"))).unwrap();
        assert_eq!(span.across(day("2026-02-05")), 1.0, "the readings have the whole width");
        assert!(span.inside(day("2040-01-01")).is_none(), "the goal is off the chart");
    }

    #[test]
    fn one_day_is_no_span() {
        assert!(Span::new(day("2026-01-05"), day("2026-01-05"), None).is_none(), "nothing to run across");
    }
}
