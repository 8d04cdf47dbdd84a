//! What a checklist and the report on an onboarding show.

use cairn_domain::{ChecklistId, ChecklistState, ChecklistStepId, Forecast, Measures, TouchpointType};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::{frame::Frame, record::is_its_record, words::Words};

/// A checklist as a document.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
pub struct Checklist {
    /// Whose, when, for whom.
    pub frame: Frame,
    /// The checklist.
    pub run: ShownChecklist,
}

/// A report on an account's onboarding.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
pub struct Report {
    /// Whose, when, for whom.
    pub frame: Frame,
    /// Its checklists, the primary one first.
    pub runs: Vec<ShownChecklist>,
    /// When both sides met, oldest first.
    pub meetings: Vec<Meeting>,
    /// How long it takes. Ours alone.
    pub measures: Option<OnboardingMeasures>,
}

/// How long an onboarding takes, by its measures.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct OnboardingMeasures {
    /// The measures, with the facts they came from.
    pub measures: Measures,
    /// Why it takes longer, where somebody said so.
    pub delay_reason: String,
}

/// A call or a meeting.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Meeting {
    /// When.
    pub on: NaiveDate,
    /// What it was; a workshop where nothing is said.
    pub what: Option<TouchpointType>,
    /// About what.
    pub subject: String,
}

/// A checklist with the steps that the reader may see.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
pub struct ShownChecklist {
    /// By which a copy that comes back is matched; no page shows it.
    pub id: ChecklistId,
    /// What it is called.
    pub title: String,
    /// How it stands.
    pub state: ChecklistState,
    /// The day it was started.
    pub started_on: NaiveDate,
    /// The day it was closed.
    pub closed_on: Option<NaiveDate>,
    /// The days that steps count from.
    pub anchors: Vec<Anchor>,
    /// Its phases in order; the steps of none stand in the first, which has no title then.
    pub phases: Vec<Phase>,
    /// Why it takes longer. Ours alone.
    pub delay_reason: Option<String>,
}

/// A named day.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Anchor {
    /// What happens on it, by its key.
    pub key: String,
    /// The day.
    pub day: NaiveDate,
}

/// A phase with its steps.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
pub struct Phase {
    /// What it is called.
    pub title: String,
    /// What must be true before the next one begins.
    pub gate: String,
    /// False while a gate before it is shut.
    pub open: bool,
    /// True while it waits for a required step that the reader does not see.
    pub held: bool,
    /// Its steps in order.
    pub steps: Vec<Step>,
}

/// A step.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
pub struct Step {
    /// By which a copy that comes back is matched.
    pub id: ChecklistStepId,
    /// Its fields. How and why stand in a customer's copy only of what is not ours to do.
    pub record: cairn_domain::ChecklistStep,
    /// True where its date hangs on a step that is not done yet.
    pub provisional: bool,
}

is_its_record!(Step => cairn_domain::ChecklistStep);

impl Anchor {
    /// What people call it: one that every template knows by its word, any other by its key.
    #[must_use]
    pub fn title(&self, words: Words<'_>) -> String {
        match self.key.as_str() {
            "contract" => words.get("doc_anchor_contract"),
            "kickoff" => words.get("doc_anchor_kickoff"),
            "first_login" => words.get("doc_anchor_first_login"),
            "go_live" => words.get("doc_anchor_go_live"),
            other => {
                let spaced = other.replace('_', " ");
                let mut letters = spaced.chars();
                letters.next().map(|first| first.to_uppercase().chain(letters).collect()).unwrap_or_default()
            }
        }
    }
}

impl ShownChecklist {
    /// Every step, in order.
    pub fn steps(&self) -> impl Iterator<Item = &Step> {
        self.phases.iter().flat_map(|phase| &phase.steps)
    }

    /// When it can end at the earliest, by the last date of a required step that is not over.
    pub(super) fn forecast(&self, today: NaiveDate) -> Option<Forecast> {
        let left = self.steps().filter(|step| step.required && !step.is_over());
        left.filter_map(|step| step.due).max().map(|last| Forecast::of(last, today))
    }
}

impl Phase {
    /// The steps by which it is measured: the required ones, or all of them where none is required. The window counts
    /// the same (`ui/src/features/checklist-steps/phases.ts`).
    pub(super) fn counted(&self) -> impl Iterator<Item = &Step> {
        let any = self.steps.iter().any(|step| step.required);
        self.steps.iter().filter(move |step| step.required || !any)
    }
}

impl Step {
    /// Not over, and its day has passed.
    pub(super) fn is_late(&self, today: NaiveDate) -> bool {
        !self.is_over() && self.due.is_some_and(|due| due < today)
    }
}
