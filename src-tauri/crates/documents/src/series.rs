//! A measured value over time, and where it is meant to go: what a chart draws and the sentence over it says.
//!
//! Knows no record: whoever has a series to draw says it in these words.

use cairn_domain::{CriterionKind, Direction};
use chrono::NaiveDate;

/// The series.
#[derive(Clone, PartialEq, Debug)]
pub(crate) struct Series {
    /// What kind of value it is; percent 30 means 30 %, yes/no is 1 or 0.
    pub(crate) kind: CriterionKind,
    /// Which way is better.
    pub(crate) direction: Direction,
    /// Where it started.
    pub(crate) baseline: Option<f64>,
    /// Where it should arrive, unless in range.
    pub(crate) target: Option<f64>,
    /// Lower end of the range.
    pub(crate) target_min: Option<f64>,
    /// Upper end of the range.
    pub(crate) target_max: Option<f64>,
    /// By when.
    pub(crate) target_date: Option<NaiveDate>,
    /// Share of the way, 1 being all of it; may be negative or pass 1; `None` without a value.
    pub(crate) progress: Option<f64>,
    /// The day on which its trend reaches the target.
    pub(crate) projected: Option<NaiveDate>,
    /// Its values, oldest first, each a finite number.
    pub(crate) points: Vec<Point>,
}

/// A value of a day.
#[derive(Clone, Copy, PartialEq, Debug)]
pub(crate) struct Point {
    pub(crate) date: NaiveDate,
    pub(crate) value: f64,
}
