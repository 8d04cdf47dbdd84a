//! The geometry of a criterion's charts, as shares of the drawing's width and height.
//!
//! Owns scales, ticks and where labels go; the templates only draw. Across runs time, linear; downwards
//! runs the value, so 0 is the top.

mod scale;
mod time;

use cairn_domain::{CriterionKind, Direction};
use chrono::NaiveDate;
use serde::Serialize;

use self::{
    scale::Scale,
    time::{Span, Tick},
};
use crate::{
    finding::{finding, in_order},
    success_plan::{Criterion, Reading},
    words::Words,
};

/// Values beyond this cannot be told apart on paper, and their differences overflow.
const LARGEST: f64 = 1e15;
/// The shortest history a pace is read from, in days.
const PACE_DAYS: i64 = 28;
/// How many readings the text alternative lists; the rest are counted.
const TOLD: usize = 24;

/// The readings chart of one criterion.
#[derive(Serialize)]
pub(crate) struct Chart {
    finding: String,
    alt: String,
    note: Option<String>,
    x_ticks: Vec<Tick>,
    y_ticks: Vec<Level>,
    line: Vec<[f64; 2]>,
    latest: String,
    baseline: Option<Level>,
    target: Option<Level>,
    /// Where the target line ends, if its date is on the chart.
    target_end: Option<f64>,
    band: Option<Band>,
    ahead: Option<[[f64; 2]; 2]>,
}

/// The small drawing of a criterion's readings in its table row.
#[derive(Clone, Serialize)]
pub(crate) struct Spark {
    alt: String,
    line: Vec<[f64; 2]>,
    baseline: Option<f64>,
    target: Option<f64>,
}

/// The range to be in.
#[derive(Serialize)]
struct Band {
    top: f64,
    bottom: f64,
    label: String,
}

/// A value's height with its label.
#[derive(Serialize)]
struct Level {
    y: f64,
    label: String,
}

/// How wide a chart stands on the page: alone, or one of two in a row.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Width {
    Full,
    Half,
}

/// Whether a criterion has a chart: not for yes and no, nor for readings of one day, where a line says nothing.
pub(crate) fn has_chart(criterion: &Criterion) -> bool {
    drawable(criterion).is_some()
}

/// The chart of a criterion; `None` where it has none.
pub(crate) fn chart(
    words: Words<'_>,
    width: Width,
    criterion: &Criterion,
    name: &str,
    unit: &str,
) -> Option<Chart> {
    let readings = drawable(criterion)?;
    let (first, last) = (readings.first()?, readings.last()?);
    let goal = criterion.target_date.filter(|_| aim(criterion).is_some());
    let span = Span::new(first.date, last.date, goal)?;
    let scale = Scale::new(levels(criterion, &readings))?;
    let point = |date: NaiveDate, value: f64| [span.across(date), scale.down(value)];

    let label = |key: &str, value: f64| words.fill(key, &[("value", &words.short(criterion.kind, value))]);
    let level = |key: &str, value: f64| Level { y: scale.down(value), label: label(key, value) };
    let (target, band) = match aim(criterion) {
        Some(Aim::At(value)) => (Some(level("doc_target", value)), None),
        Some(Aim::Within(min, max)) => {
            let [low, high] = [min, max].map(|end| words.short(criterion.kind, end));
            let range = words.fill("doc_range", &[("min", &low), ("max", &high)]);
            let label = words.fill("doc_target", &[("value", &range)]);
            (None, Some(Band { top: scale.down(max), bottom: scale.down(min), label }))
        }
        None => (None, None),
    };
    let pace = pace(criterion, first, last);
    let finding = finding(words, criterion, name, unit)?;
    Some(Chart {
        alt: words.fill(
            "doc_chart_alt",
            &[("finding", &finding), ("readings", &told(words, criterion, &readings))],
        ),
        finding,
        note: pace.as_ref().map(|pace| pace.note(words, criterion, unit)),
        x_ticks: span.ticks(words, width),
        y_ticks: scale
            .ticks()
            .map(|value| Level { y: scale.down(value), label: words.short(criterion.kind, value) })
            .collect(),
        line: readings.iter().map(|reading| point(reading.date, reading.value)).collect(),
        latest: words.short(criterion.kind, last.value),
        baseline: criterion
            .baseline
            .filter(|value| value.is_finite())
            .map(|value| level("doc_baseline_at", value)),
        target,
        target_end: goal.and_then(|date| span.inside(date)),
        band,
        ahead: pace.map(|pace| [point(last.date, last.value), point(pace.until, pace.value)]),
    })
}

/// The small drawing of a criterion; `None` without readings, or for yes and no.
pub(crate) fn spark(words: Words<'_>, criterion: &Criterion, name: &str, unit: &str) -> Option<Spark> {
    let readings = in_order(criterion);
    if criterion.kind == CriterionKind::YesNo || readings.is_empty() {
        return None;
    }
    let (first, last) = (readings.first()?, readings.last()?);
    let scale = Scale::new(levels(criterion, &readings))?;
    let span = Span::new(first.date, last.date, None);
    let across = |date| span.as_ref().map_or(0.5, |span| span.across(date));
    let goal = match aim(criterion) {
        Some(Aim::At(value)) => Some(scale.down(value)),
        Some(Aim::Within(..)) | None => None,
    };
    let finding = finding(words, criterion, name, unit)?;
    Some(Spark {
        alt: words.fill("doc_spark_alt", &[("finding", &finding), ("n", &readings.len().to_string())]),
        line: readings.iter().map(|reading| [across(reading.date), scale.down(reading.value)]).collect(),
        baseline: criterion.baseline.filter(|value| value.is_finite()).map(|value| scale.down(value)),
        target: goal,
    })
}

enum Aim {
    At(f64),
    Within(f64, f64),
}

fn aim(criterion: &Criterion) -> Option<Aim> {
    match criterion.direction {
        Direction::InRange => Some(Aim::Within(criterion.target_min?, criterion.target_max?)),
        Direction::HigherIsBetter | Direction::LowerIsBetter => criterion.target.map(Aim::At),
    }
}

fn drawable(criterion: &Criterion) -> Option<Vec<&Reading>> {
    let readings = in_order(criterion);
    let days = readings.last()?.date - readings.first()?.date;
    (criterion.kind != CriterionKind::YesNo && days.num_days() > 0).then_some(readings)
}

/// Every value the drawing must have room for.
fn levels(criterion: &Criterion, readings: &[&Reading]) -> Vec<f64> {
    let aims = match aim(criterion) {
        Some(Aim::At(value)) => vec![value],
        Some(Aim::Within(min, max)) => vec![min, max],
        None => Vec::new(),
    };
    readings.iter().map(|reading| reading.value).chain(criterion.baseline).chain(aims).collect()
}

/// The average pace from the first reading to the latest, carried on to the target or its date, whichever
/// comes first. Only towards the target, and only from a month of readings or more.
struct Pace {
    since: NaiveDate,
    until: NaiveDate,
    value: f64,
    reaches: bool,
}

fn pace(criterion: &Criterion, first: &Reading, last: &Reading) -> Option<Pace> {
    let Some(Aim::At(target)) = aim(criterion) else { return None };
    let goal = criterion.target_date.filter(|goal| *goal > last.date)?;
    let days = (last.date - first.date).num_days();
    let (gone, left) = (last.value - first.value, target - last.value);
    if days < PACE_DAYS || criterion.progress? >= 1.0 || gone == 0.0 || gone.signum() != left.signum() {
        return None;
    }
    let (needed, room) = (left / gone * days as f64, (goal - last.date).num_days() as f64);
    if needed <= room {
        let until = last.date + chrono::Duration::days(needed.ceil() as i64);
        return Some(Pace { since: first.date, until, value: target, reaches: true });
    }
    Some(Pace {
        since: first.date,
        until: goal,
        value: last.value + gone * room / days as f64,
        reaches: false,
    })
}

impl Pace {
    fn note(&self, words: Words<'_>, criterion: &Criterion, unit: &str) -> String {
        let key = if self.reaches { "doc_pace_reaches" } else { "doc_pace_misses" };
        // A forecast is no measurement: three digits say as much as it knows.
        let digits = (2.0 - self.value.abs().max(1.0).log10().floor()).clamp(0.0, 2.0) as i32;
        let value = (self.value * 10_f64.powi(digits)).round() / 10_f64.powi(digits);
        let value = words.measured(criterion.kind, value, unit);
        words.fill(
            key,
            &[("since", &words.date(self.since)), ("date", &words.date(self.until)), ("value", &value)],
        )
    }
}

fn told(words: Words<'_>, criterion: &Criterion, readings: &[&Reading]) -> String {
    let newest = &readings[readings.len().saturating_sub(TOLD)..];
    let told = newest.iter().map(|reading| {
        let value = words.value(criterion.kind, reading.value);
        words.fill("doc_reading_told", &[("date", &words.date(reading.date)), ("value", &value)])
    });
    told.collect::<Vec<_>>().join(", ")
}
