//! What an outcome still lacks: to be accepted, to be seen in GitLab's success-plan viewer, to be SMART.
//!
//! Owns the lists of missing fields. Deliberately refuses nothing: who asks decides what follows from a gap.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::{
    criterion::Criterion,
    objective::Objective,
    words::{ObjectiveStatus, Smart, UseCase},
};

/// One letter of SMART, and the fields that it misses.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize, TS)]
pub struct SmartHint {
    /// Which letter.
    pub part: Smart,
    /// Field names, each once; `criteria` and `initiatives` where there is none.
    pub missing: Vec<String>,
}

/// A title of fewer words names a tool or a wish, not an end state ("GitLab CI", "Increase usage").
const TITLE_WORDS: usize = 3;

impl Objective {
    /// What is missing before the customer can have accepted the outcome: a goal (its title, which is always
    /// there), criteria with baseline, target and date, the impact in the customer's words, a timeline
    /// (`docs/practice.md`, Stages of an outcome). Field names, each once; `criteria` where there is none.
    #[must_use]
    pub fn acceptance_gaps(&self, criteria: &[Criterion]) -> Vec<&'static str> {
        let mut gaps = missing([
            ("business_impact", self.business_impact.trim().is_empty()),
            ("due", self.due.is_none()),
        ]);
        gaps.extend(measure_gaps(criteria));
        gaps
    }

    /// Why GitLab's success-plan viewer would not report the objective (`docs/practice.md`, GitLab's labels and
    /// headings). It needs a status that it has a label for, exactly one use case, a due date, a summary, and success criteria with
    /// baseline, target and date. The stage always has its label.
    #[must_use]
    pub fn viewer_gaps(&self, criteria: &[Criterion]) -> Vec<&'static str> {
        let mut gaps = missing([
            ("status", matches!(self.status, ObjectiveStatus::ClosedLost | ObjectiveStatus::Closed)),
            ("use_case", self.use_case.is_none()),
            ("due", self.due.is_none()),
            ("summary", self.summary.trim().is_empty()),
        ]);
        gaps.extend(measure_gaps(criteria));
        gaps
    }

    /// What the objective lacks to be SMART (`docs/practice.md`, Stages of an outcome), letter by letter; a letter
    /// without a gap is left out. Specific: an end state, and what it is for. Measurable: criteria with baseline and
    /// target. Achievable: a way (`initiatives` of them) and somebody on each side. Relevant: the impact in
    /// the customer's words, and what of the platform it rests on. Time-bound: dates.
    #[must_use]
    pub fn smart_gaps(&self, criteria: &[Criterion], initiatives: usize) -> Vec<SmartHint> {
        let (dates, figures): (Vec<_>, Vec<_>) =
            measure_gaps(criteria).into_iter().partition(|field| *field == "target_date");
        let hint = |part, missing: Vec<&'static str>| SmartHint {
            part,
            missing: missing.into_iter().map(str::to_owned).collect(),
        };
        let mut hints = vec![
            hint(
                Smart::Specific,
                missing([
                    ("title", self.title.split_whitespace().count() < TITLE_WORDS),
                    ("summary", self.summary.trim().is_empty()),
                ]),
            ),
            hint(Smart::Measurable, figures),
            hint(
                Smart::Achievable,
                missing([
                    ("initiatives", initiatives == 0),
                    ("owner", self.owner.trim().is_empty()),
                    ("customer_owner", self.customer_owner.trim().is_empty()),
                ]),
            ),
            hint(
                Smart::Relevant,
                missing([
                    ("business_impact", self.business_impact.trim().is_empty()),
                    ("use_case", self.use_case.is_none_or(|used| used == UseCase::Other)),
                ]),
            ),
            hint(Smart::TimeBound, [missing([("due", self.due.is_none())]), dates].concat()),
        ];
        hints.retain(|hint| !hint.missing.is_empty());
        hints
    }
}

/// What its criteria lack to measure an outcome.
fn measure_gaps(criteria: &[Criterion]) -> Vec<&'static str> {
    missing([
        ("criteria", criteria.is_empty()),
        ("baseline", criteria.iter().any(|criterion| criterion.baseline.is_none())),
        ("target", criteria.iter().any(|criterion| !criterion.has_target())),
        ("target_date", criteria.iter().any(|criterion| criterion.target_date.is_none())),
    ])
}

/// The fields that are said to be missing.
fn missing<const N: usize>(fields: [(&'static str, bool); N]) -> Vec<&'static str> {
    fields.into_iter().filter(|(_, missing)| *missing).map(|(field, _)| field).collect()
}
