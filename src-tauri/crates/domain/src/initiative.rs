//! The initiative: an action plan under an objective.

use std::collections::BTreeSet;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use ts_rs::TS;
use uuid::Uuid;

use crate::{
    declared::Declared,
    id::{InitiativeId, ObjectiveId, RecordId},
    kind::Kind,
    position::Position,
    problem::{Problem, Reason},
    record::{Bare, Record},
    words::{Audience, InitiativeStatus},
};

/// How an objective is reached: a body of work with one directly responsible person a side.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize, TS, Declared)]
#[field(customer = by(visibility))]
pub struct Initiative {
    /// The objective it lives under.
    #[field(value, customer = key, workbook(1, "Objective", "Outcome"), label = "objective")]
    pub objective_id: ObjectiveId,
    /// Other objectives of the same plan that it serves too.
    #[serde(default)]
    #[field(value, customer = key, workbook(8))]
    pub also_serves: Vec<ObjectiveId>,
    /// What is done, in a line.
    #[field(title, required, customer = always, workbook(2, "Name", "Initiative"), label = "field_title")]
    pub title: String,
    /// Status, progress and next steps, in the author's words.
    #[serde(default)]
    #[field(prose, search, customer = always, workbook(7, "Update", "Updates"), markdown(4, "## Update"))]
    pub update_text: String,
    /// Directly responsible on our side.
    #[serde(default)]
    #[field(person, search, customer = always, workbook(4, "Our DRI", "Owner"), markdown(1, "DRI", "Owner"))]
    pub dri: String,
    /// Directly responsible on the customer's side.
    #[serde(default)]
    #[field(person, search, customer = always, workbook(5), markdown(2, "Customer DRI", "Customer owner"))]
    pub customer_dri: String,
    /// By when.
    #[serde(default)]
    #[field(value, customer = always, workbook(6, "Due date", "End"), paper = "doc_due")]
    pub due: Option<NaiveDate>,
    /// How it is going.
    #[serde(default)]
    #[field(value, customer = always, workbook(3), paper = "doc_status")]
    pub status: InitiativeStatus,
    /// Who may see it.
    #[serde(default = "visible")]
    #[field(value, customer = never, workbook(9, "Visible to", "Who sees it", "Audience"), markdown(3, "Visibility"))]
    pub visibility: Audience,
    /// Its place in the objective.
    #[serde(default)]
    #[field(value, customer = always, label = "place_in_list")]
    pub position: Position,
}

/// What stands in a plan is for the customer unless said otherwise (`docs/data-rules.md`, What is never in a
/// customer's document).
fn visible() -> Audience {
    Audience::Customer
}

impl Record for Initiative {
    type Id = InitiativeId;
    type Derived = Bare;
    const KIND: Kind = Kind::Initiative;
    const REQUIRED: &'static [&'static str] = &["objective_id", "title"];
    const PARENTS: &'static [(&'static str, Kind)] = &[("objective_id", Kind::Objective)];

    fn label(&self) -> String {
        self.title.clone()
    }

    fn parent(&self) -> Option<(Kind, Uuid)> {
        Some((Kind::Objective, self.objective_id.uuid()))
    }

    fn position_mut(&mut self) -> Option<&mut Position> {
        Some(&mut self.position)
    }

    fn check(&self, _today: NaiveDate) -> Result<(), Problem> {
        self.check_texts()?;
        let mut served = BTreeSet::from([self.objective_id]);
        match self.also_serves.iter().find(|id| !served.insert(**id)) {
            Some(id) => Err(Problem::new("also_serves", Reason::Twice { what: id.to_string() })),
            None => Ok(()),
        }
    }
}
