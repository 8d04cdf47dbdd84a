//! The task: one step of an initiative.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use ts_rs::TS;
use uuid::Uuid;

use crate::{
    id::{InitiativeId, RecordId, TaskId},
    initiative::visible,
    plan::not_before,
    position::Position,
    problem::Problem,
    record::{Bare, Kind, Record},
    text,
    words::{Audience, Level, Side, TaskStatus},
};

/// One step, with somebody who does it and a day by which it is done.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize, TS)]
pub struct Task {
    /// The initiative it belongs to.
    pub initiative_id: InitiativeId,
    /// What is done, in a line.
    pub title: String,
    /// Who does it.
    #[serde(default)]
    pub owner: String,
    /// Which side the owner is on.
    #[serde(default)]
    pub owner_side: Side,
    /// Directly responsible on the customer's side.
    #[serde(default)]
    pub customer_dri: String,
    /// First day of work.
    #[serde(default)]
    pub start: Option<NaiveDate>,
    /// By when.
    #[serde(default)]
    pub due: Option<NaiveDate>,
    /// The day it was done.
    #[serde(default)]
    pub done_date: Option<NaiveDate>,
    /// How it is going.
    #[serde(default)]
    pub status: TaskStatus,
    /// How important it is.
    #[serde(default)]
    pub priority: Option<Level>,
    /// Whether it marks a milestone.
    #[serde(default)]
    pub milestone: bool,
    /// Who may see it.
    #[serde(default = "visible")]
    pub audience: Audience,
    /// Its place in the initiative.
    #[serde(default)]
    pub position: Position,
}

impl Record for Task {
    type Id = TaskId;
    type Derived = Bare;
    const KIND: Kind = Kind::Task;
    const REQUIRED: &'static [&'static str] = &["initiative_id", "title"];
    const PARENT: Option<(&'static str, Kind)> = Some(("initiative_id", Kind::Initiative));

    fn label(&self) -> String {
        self.title.clone()
    }

    fn parent(&self) -> Option<Uuid> {
        Some(self.initiative_id.uuid())
    }

    fn position_mut(&mut self) -> Option<&mut Position> {
        Some(&mut self.position)
    }

    fn check(&self, _today: NaiveDate) -> Result<(), Problem> {
        text::required("title", &self.title)?;
        text::name("owner", &self.owner)?;
        text::name("customer_dri", &self.customer_dri)?;
        not_before("due", self.due, self.start)?;
        not_before("done_date", self.done_date, self.start)
    }
}
