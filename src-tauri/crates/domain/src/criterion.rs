//! The success criterion: how an outcome is measured.

use std::collections::BTreeSet;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};
use ts_rs::TS;
use uuid::Uuid;

use crate::{
    declared::Declared,
    id::{CriterionId, ObjectiveId, RecordId},
    kind::Kind,
    number,
    position::Position,
    problem::{Problem, Reason},
    record::Record,
    words::{CriterionKind, CriterionSource, Direction, Word as _},
};

/// A measure of an objective: where it starts, where it should arrive, by when.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize, TS, Declared)]
pub struct Criterion {
    /// The objective it measures.
    #[field(value, customer = key, workbook(1, "Objective", "Outcome"), label = "objective")]
    pub objective_id: ObjectiveId,
    /// What is measured.
    #[field(title, required, customer = always, workbook(2, "Title", "KPI", "Criterion", "Metric"), label = "field_name")]
    pub name: String,
    /// What kind of value it is. Percent 30 means 30 %.
    #[serde(default)]
    #[field(value, customer = always, workbook(3, "Type"))]
    pub kind: CriterionKind,
    /// The unit, in the customer's words: `days`, `pipelines`.
    #[serde(default)]
    #[field(name, search, customer = always, workbook(4, "Units"))]
    pub unit: String,
    /// Which way is better.
    #[serde(default)]
    #[field(value, customer = always, workbook(5, "Better"))]
    pub direction: Direction,
    /// Where it started.
    #[serde(default)]
    #[field(measure, customer = always, workbook(6, "From"), paper = "doc_baseline")]
    pub baseline: Option<f64>,
    /// Where it should arrive, unless the direction is in range.
    #[serde(default)]
    #[field(measure, customer = always, workbook(7, "Goal", "To"), paper = "doc_target_label")]
    pub target: Option<f64>,
    /// Lower end of the range, if the direction is in range.
    #[serde(default)]
    #[field(measure, customer = always, workbook(8, "Target from", "Target minimum", "Minimum"))]
    pub target_min: Option<f64>,
    /// Upper end of the range, if the direction is in range.
    #[serde(default)]
    #[field(measure, customer = always, workbook(9, "Target to", "Target maximum", "Maximum"))]
    pub target_max: Option<f64>,
    /// By when.
    #[serde(default)]
    #[field(value, customer = always, workbook(10, "Due", "By", "Due date"))]
    pub target_date: Option<NaiveDate>,
    /// Where it should stand on the way to the target, by date.
    #[serde(default)]
    #[field(value, customer = never, workbook(11, "Targets on the way"))]
    pub interim_targets: Vec<InterimTarget>,
    /// Where its readings come from.
    #[serde(default)]
    #[field(value, customer = never, workbook(13, "Readings come from"), label = "criterion_source")]
    pub source: CriterionSource,
    /// How much it counts in the objective's progress, zero or more; 1 unless said.
    #[serde(default = "one")]
    #[field(value, customer = never, workbook(12))]
    pub weight: f64,
    /// Its place in the objective.
    #[serde(default)]
    #[field(value, customer = always, label = "place_in_list")]
    pub position: Position,
}

fn one() -> f64 {
    1.0
}

/// A value that should be reached on the way.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize, TS)]
pub struct InterimTarget {
    /// By when.
    pub date: NaiveDate,
    /// What should be reached, in the criterion's unit.
    pub value: f64,
}

/// What the readings say of a criterion.
#[derive(Clone, PartialEq, Debug, Default, Serialize, Deserialize, TS)]
pub struct Measure {
    /// Share of the way from baseline to target, 1 being all of it; null without reading, baseline or target.
    pub progress: Option<f64>,
    /// The newest reading.
    pub latest: Option<Latest>,
    /// The day on which the trend of the readings reaches the target: a projection, no promise.
    pub projected: Option<NaiveDate>,
    /// The interim target that comes next.
    pub next_interim: Option<NextInterim>,
}

/// The newest reading of a criterion.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize, TS)]
pub struct Latest {
    /// When it was read.
    pub date: NaiveDate,
    /// What was read.
    pub value: f64,
}

/// The next interim target, and how the newest reading stands to it.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize, TS)]
pub struct NextInterim {
    /// By when.
    pub date: NaiveDate,
    /// What should be reached, in the criterion's unit.
    pub value: f64,
    /// Whether the newest reading has reached it; null without a reading.
    pub met: Option<bool>,
}

impl Record for Criterion {
    type Id = CriterionId;
    type Derived = Measure;
    const KIND: Kind = Kind::Criterion;
    const REQUIRED: &'static [&'static str] = &["objective_id", "name"];
    const PARENTS: &'static [(&'static str, Kind)] = &[("objective_id", Kind::Objective)];

    fn label(&self) -> String {
        self.name.clone()
    }

    fn parent(&self) -> Option<(Kind, Uuid)> {
        Some((Kind::Objective, self.objective_id.uuid()))
    }

    fn position_mut(&mut self) -> Option<&mut Position> {
        Some(&mut self.position)
    }

    /// Which way is better follows from baseline and target, unless it is said.
    fn prefill(fields: &mut Map<String, Value>, _today: NaiveDate) {
        if !fields.contains_key(DIRECTION) && goes_down(fields) {
            fields.insert(DIRECTION.into(), Direction::LowerIsBetter.word().into());
        }
    }

    /// The same once the second of baseline and target is set. A direction other than the default was chosen by
    /// somebody and stays.
    fn follow(&self, fields: &mut Map<String, Value>, is_said: &dyn Fn(&str) -> bool) {
        let is_first = self.baseline.is_none() || self.target.is_none();
        if is_first
            && self.direction == Direction::default()
            && !is_said(DIRECTION)
            && (is_said("baseline") || is_said("target"))
            && goes_down(fields)
        {
            fields.insert(DIRECTION.into(), Direction::LowerIsBetter.word().into());
        }
    }

    fn check(&self, _today: NaiveDate) -> Result<(), Problem> {
        self.check_texts()?;
        for (field, value) in [
            ("baseline", self.baseline),
            ("target", self.target),
            ("target_min", self.target_min),
            ("target_max", self.target_max),
        ] {
            self.check_value(field, value)?;
        }
        self.check_interim()?;
        number::kept("weight", self.weight)?;
        if self.weight < 0.0 {
            return Err(Problem::new("weight", Reason::Negative));
        }
        self.check_range()
    }
}

const DIRECTION: &str = "direction";

/// Whether a target lies below its baseline.
fn goes_down(fields: &Map<String, Value>) -> bool {
    let number = |field: &str| fields.get(field).and_then(Value::as_f64);
    number("baseline").zip(number("target")).is_some_and(|(baseline, target)| target < baseline)
}

impl Criterion {
    /// Whether a value can be a value of this criterion: one that can be kept, and 0 or 1 for yes/no.
    ///
    /// # Errors
    /// `not_finite`, `out_of_range` or `not_yes_no` on `field`.
    pub fn check_value(&self, field: &'static str, value: Option<f64>) -> Result<(), Problem> {
        if let Some(value) = value {
            number::kept(field, value)?;
        }
        match value {
            Some(value) if self.kind == CriterionKind::YesNo && value != 0.0 && value != 1.0 => {
                Err(Problem::new(field, Reason::NotYesNo))
            }
            _ => Ok(()),
        }
    }

    /// True where the way from baseline to target is not the direction that is called better. Both can be the same:
    /// what is good already is to stay so.
    #[must_use]
    pub fn goes_wrong_way(&self) -> bool {
        self.baseline.zip(self.target).is_some_and(|(baseline, target)| match self.direction {
            Direction::HigherIsBetter => target < baseline,
            Direction::LowerIsBetter => target > baseline,
            Direction::InRange => false,
        })
    }

    /// A contradiction is refused where it is made; one that stands there already can be corrected.
    ///
    /// # Errors
    /// `wrong_way` on the field that was changed.
    pub fn check_way(&self, before: Option<&Self>) -> Result<(), Problem> {
        if !self.goes_wrong_way() {
            return Ok(());
        }
        let changed = match before {
            None => Some(DIRECTION),
            Some(before) => [
                (DIRECTION, self.direction != before.direction),
                ("target", self.target != before.target),
                ("baseline", self.baseline != before.baseline),
            ]
            .into_iter()
            .find_map(|(field, is_changed)| is_changed.then_some(field)),
        };
        let (Some(field), Some(baseline), Some(target)) = (changed, self.baseline, self.target) else {
            return Ok(());
        };
        Err(Problem::new(field, Reason::WrongWay { baseline, target, direction: self.direction }))
    }

    /// Both ends of the range; one that is not said is open, so that a floor is a range with a lower end alone. None
    /// without either.
    #[must_use]
    pub fn range(&self) -> Option<(f64, f64)> {
        match (self.target_min, self.target_max) {
            (None, None) => None,
            (min, max) => Some((min.unwrap_or(f64::NEG_INFINITY), max.unwrap_or(f64::INFINITY))),
        }
    }

    /// True where the direction's target is known: one value, or an end of the range.
    #[must_use]
    pub fn has_target(&self) -> bool {
        match self.direction {
            Direction::HigherIsBetter | Direction::LowerIsBetter => self.target.is_some(),
            Direction::InRange => self.range().is_some(),
        }
    }

    /// Interim targets are values of the criterion, one a day, none after the target date.
    fn check_interim(&self) -> Result<(), Problem> {
        const FIELD: &str = "interim_targets";
        let mut days = BTreeSet::new();
        for InterimTarget { date, value } in &self.interim_targets {
            self.check_value(FIELD, Some(*value))?;
            if !days.insert(*date) {
                return Err(Problem::new(FIELD, Reason::Twice { what: date.to_string() }));
            }
            if let Some(end) = self.target_date.filter(|end| date > end) {
                return Err(Problem::new(FIELD, Reason::AfterEnd { end }));
            }
        }
        Ok(())
    }

    /// A range has room.
    fn check_range(&self) -> Result<(), Problem> {
        let is_range = self.direction == Direction::InRange;
        match self.target_min.zip(self.target_max).filter(|_| is_range) {
            Some((min, max)) if max <= min => Err(Problem::new("target_max", Reason::EmptyRange)),
            _ => Ok(()),
        }
    }
}
