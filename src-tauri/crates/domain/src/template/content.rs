//! What a template holds, as its file says it. Days are working days after the plan's start, 0 being the start.
//!
//! Keys name parts for good: by them a plan made of the template knows which part became which record.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::condition::Condition;
use crate::words::{Audience, CriterionKind, Direction, Level, PlanType, Side, UseCase};

/// What a plan made of a template holds.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize, TS)]
pub struct TemplateContent {
    /// What the plan is for.
    #[serde(default)]
    pub plan_type: PlanType,
    /// Length of the plan's period, in weeks, 1 to 520.
    #[serde(default = "half_a_year")]
    pub weeks: u32,
    /// The direction, for the author to edit.
    #[serde(default)]
    pub strategy: String,
    /// In order.
    #[serde(default)]
    pub objectives: Vec<TemplateObjective>,
}

fn half_a_year() -> u32 {
    26
}

impl Default for TemplateContent {
    fn default() -> Self {
        Self {
            plan_type: PlanType::default(),
            weeks: half_a_year(),
            strategy: String::new(),
            objectives: Vec::new(),
        }
    }
}

/// An objective of a template.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize, TS)]
pub struct TemplateObjective {
    /// Names it within the template.
    pub key: String,
    /// The outcome, in a line.
    pub title: String,
    /// What and why for the business.
    #[serde(default)]
    pub summary: String,
    /// What went well.
    #[serde(default)]
    pub successes: String,
    /// What could go wrong.
    #[serde(default)]
    pub risks: String,
    /// What part of the platform it rests on.
    #[serde(default)]
    pub use_case: Option<UseCase>,
    /// How important it is.
    #[serde(default)]
    pub priority: Option<Level>,
    /// The working day on which it begins.
    #[serde(default)]
    pub start_day: Option<u32>,
    /// The working day by which it is reached.
    #[serde(default)]
    pub due_day: Option<u32>,
    /// For which accounts; all must hold.
    #[serde(default)]
    pub when: Vec<Condition>,
    /// How it is measured.
    #[serde(default)]
    pub criteria: Vec<TemplateCriterion>,
    /// How it is reached.
    #[serde(default)]
    pub initiatives: Vec<TemplateInitiative>,
}

/// A criterion of a template.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize, TS)]
pub struct TemplateCriterion {
    /// Names it within the template.
    pub key: String,
    /// What is measured.
    pub name: String,
    /// What kind of value it is.
    #[serde(default)]
    pub kind: CriterionKind,
    /// The unit.
    #[serde(default)]
    pub unit: String,
    /// Which way is better.
    #[serde(default)]
    pub direction: Direction,
    /// Where it starts, where that is known beforehand.
    #[serde(default)]
    pub baseline: Option<f64>,
    /// Where it should arrive.
    #[serde(default)]
    pub target: Option<f64>,
    /// Lower end of the range.
    #[serde(default)]
    pub target_min: Option<f64>,
    /// Upper end of the range.
    #[serde(default)]
    pub target_max: Option<f64>,
    /// How much it counts, zero or more.
    #[serde(default = "one")]
    pub weight: f64,
    /// The working day by which the target is reached.
    #[serde(default)]
    pub target_day: Option<u32>,
    /// For which accounts; all must hold.
    #[serde(default)]
    pub when: Vec<Condition>,
}

fn one() -> f64 {
    1.0
}

/// An initiative of a template.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize, TS)]
pub struct TemplateInitiative {
    /// Names it within the template.
    pub key: String,
    /// What is done, in a line.
    pub title: String,
    /// Status and next steps, as they stand at the beginning.
    #[serde(default)]
    pub update_text: String,
    /// The working day by which it is done.
    #[serde(default)]
    pub due_day: Option<u32>,
    /// The keys of other objectives that it serves too.
    #[serde(default)]
    pub also_serves: Vec<String>,
    /// Who may see it.
    #[serde(default = "visible")]
    pub visibility: Audience,
    /// For which accounts; all must hold.
    #[serde(default)]
    pub when: Vec<Condition>,
    /// Its steps.
    #[serde(default)]
    pub tasks: Vec<TemplateTask>,
}

/// A task of a template.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize, TS)]
pub struct TemplateTask {
    /// Names it within the template.
    pub key: String,
    /// What is done, in a line.
    pub title: String,
    /// Which side does it; its working days are the ones that count.
    #[serde(default)]
    pub owner_side: Side,
    /// The working day on which it begins.
    #[serde(default)]
    pub start_day: Option<u32>,
    /// The working day by which it is done.
    #[serde(default)]
    pub due_day: Option<u32>,
    /// Whether it marks a milestone.
    #[serde(default)]
    pub milestone: bool,
    /// How important it is.
    #[serde(default)]
    pub priority: Option<Level>,
    /// Who may see it.
    #[serde(default = "visible")]
    pub visibility: Audience,
    /// What it waits for.
    #[serde(default)]
    pub after: Vec<After>,
    /// For which accounts; all must hold.
    #[serde(default)]
    pub when: Vec<Condition>,
}

/// What stands in a plan is for the customer unless said otherwise (`docs/data-rules.md`, What is never in a
/// customer's document).
fn visible() -> Audience {
    Audience::Customer
}

/// A task that must be done first.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize, TS)]
pub struct After {
    /// Its key.
    pub key: String,
    /// Working days between the two, beyond the next one.
    #[serde(default)]
    pub lag_days: u32,
}

crate::columns::as_json!([] TemplateContent);
