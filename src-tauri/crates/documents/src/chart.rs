//! The geometry of a series' charts, as shares of the drawing's width and height.
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
    finding::{at_this_pace, finding},
    series::{Point, Series},
    words::Words,
};

/// Values beyond this cannot be told apart on paper, and their differences overflow.
const LARGEST: f64 = 1e15;
/// How many readings the text alternative lists; the rest are counted.
const TOLD: usize = 24;

/// The readings chart of one series.
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

/// The small drawing of a series' readings in its table row.
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

/// Whether a series has a chart: not for yes and no, nor for readings of one day, where a line says nothing.
pub(crate) fn has_chart(series: &Series) -> bool {
    drawable(series).is_some()
}

/// The chart of a series; `None` where it has none.
pub(crate) fn chart(
    words: Words<'_>,
    width: Width,
    series: &Series,
    name: &str,
    unit: &str,
) -> Option<Chart> {
    let readings = drawable(series)?;
    let (first, last) = (readings.first()?, readings.last()?);
    let goal = series.target_date.filter(|_| aim(series).is_some());
    let until = goal.or(series.projected);
    let span = Span::new(first.date, last.date, until)?;
    let scale = Scale::new(levels(series, readings))?;
    let point = |date: NaiveDate, value: f64| [span.across(date), scale.down(value)];

    let label = |key: &str, value: f64| words.fill(key, &[("value", &words.short(series.kind, value))]);
    let level = |key: &str, value: f64| Level { y: scale.down(value), label: label(key, value) };
    let (target, band) = match aim(series) {
        Some(Aim::At(value)) => (Some(level("doc_target", value)), None),
        Some(Aim::Within(min, max)) => {
            let [low, high] = [min, max].map(|end| words.short(series.kind, end));
            let range = words.fill("doc_range", &[("min", &low), ("max", &high)]);
            let label = words.fill("doc_target", &[("value", &range)]);
            (None, Some(Band { top: scale.down(max), bottom: scale.down(min), label }))
        }
        None => (None, None),
    };
    let ahead = ahead(series, last, &span, &scale);
    let pace = at_this_pace(words, series).filter(|_| ahead.is_some());
    let finding = finding(words, series, name, unit)?;
    Some(Chart {
        alt: words
            .fill("doc_chart_alt", &[("finding", &finding), ("readings", &told(words, series, readings))]),
        finding,
        note: pace.map(|pace| words.fill("doc_dotted", &[("pace", &pace)])),
        x_ticks: span.ticks(words, width),
        y_ticks: scale
            .ticks()
            .map(|value| Level { y: scale.down(value), label: words.short(series.kind, value) })
            .collect(),
        line: readings.iter().map(|reading| point(reading.date, reading.value)).collect(),
        latest: words.short(series.kind, last.value),
        baseline: series
            .baseline
            .filter(|value| value.is_finite())
            .map(|value| level("doc_baseline_at", value)),
        target,
        target_end: goal.and_then(|date| span.inside(date)),
        band,
        ahead,
    })
}

/// The small drawing of a series; `None` without readings, or for yes and no.
pub(crate) fn spark(words: Words<'_>, series: &Series, name: &str, unit: &str) -> Option<Spark> {
    let readings = &series.points;
    if series.kind == CriterionKind::YesNo || readings.is_empty() {
        return None;
    }
    let (first, last) = (readings.first()?, readings.last()?);
    let scale = Scale::new(levels(series, readings))?;
    let span = Span::new(first.date, last.date, None);
    let across = |date| span.as_ref().map_or(0.5, |span| span.across(date));
    let goal = match aim(series) {
        Some(Aim::At(value)) => Some(scale.down(value)),
        Some(Aim::Within(..)) | None => None,
    };
    let finding = finding(words, series, name, unit)?;
    Some(Spark {
        alt: words.fill("doc_spark_alt", &[("finding", &finding), ("n", &readings.len().to_string())]),
        line: readings.iter().map(|reading| [across(reading.date), scale.down(reading.value)]).collect(),
        baseline: series.baseline.filter(|value| value.is_finite()).map(|value| scale.down(value)),
        target: goal,
    })
}

enum Aim {
    At(f64),
    Within(f64, f64),
}

fn aim(series: &Series) -> Option<Aim> {
    match series.direction {
        Direction::InRange => Some(Aim::Within(series.target_min?, series.target_max?)),
        Direction::HigherIsBetter | Direction::LowerIsBetter => series.target.map(Aim::At),
    }
}

fn drawable(series: &Series) -> Option<&[Point]> {
    let readings = &series.points;
    let days = readings.last()?.date - readings.first()?.date;
    (series.kind != CriterionKind::YesNo && days.num_days() > 0).then_some(readings.as_slice())
}

/// Every value the drawing must have room for.
fn levels(series: &Series, readings: &[Point]) -> Vec<f64> {
    let aims = match aim(series) {
        Some(Aim::At(value)) => vec![value],
        Some(Aim::Within(min, max)) => vec![min, max],
        None => Vec::new(),
    };
    readings.iter().map(|reading| reading.value).chain(series.baseline).chain(aims).collect()
}

/// Where the dotted line ends: at the target on the projected day, or on the way there at the chart's right edge.
fn ahead(series: &Series, last: &Point, span: &Span, scale: &Scale) -> Option<[[f64; 2]; 2]> {
    let (arrival, end) = (series.projected?, span.end());
    let target = match aim(series)? {
        Aim::At(target) => target,
        Aim::Within(min, max) => last.value.clamp(min.min(max), max.max(min)),
    };
    let (whole, shown) = ((arrival - last.date).num_days(), (arrival.min(end) - last.date).num_days());
    if shown < 1 {
        return None;
    }
    let value = last.value + (target - last.value) * shown as f64 / whole as f64;
    let point = |date: NaiveDate, value: f64| [span.across(date), scale.down(value)];
    Some([point(last.date, last.value), point(arrival.min(end), value)])
}

fn told(words: Words<'_>, series: &Series, readings: &[Point]) -> String {
    let newest = &readings[readings.len().saturating_sub(TOLD)..];
    let told = newest.iter().map(|reading| {
        let value = words.value(series.kind, reading.value);
        words.fill("doc_reading_told", &[("date", &words.date(reading.date)), ("value", &value)])
    });
    told.collect::<Vec<_>>().join(", ")
}
