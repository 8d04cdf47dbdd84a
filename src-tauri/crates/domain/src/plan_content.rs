//! A whole plan as one content: what a version keeps, and what two versions are compared by.

use serde::{Deserialize, Serialize};

use crate::{
    criterion::Criterion, dependency::Dependency, initiative::Initiative, objective::Objective, plan::Plan,
    reading::Reading, record::Record, record::Stored, seen::ForCustomer, task::Task,
};

/// The media type under which a content is kept.
pub const PLAN_CONTENT_TYPE: &str = "application/json";

/// A record with its id, without what follows from operations.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
#[serde(bound = "")]
pub struct Entry<R: Record> {
    /// Names the record.
    pub id: R::Id,
    /// The record.
    #[serde(flatten)]
    pub record: R,
}

impl<R: Record> From<Stored<R>> for Entry<R> {
    fn from(stored: Stored<R>) -> Self {
        Self { id: stored.id, record: stored.record }
    }
}

/// The records of a plan that are not deleted, each list in the order of its siblings.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
pub struct PlanContent {
    /// The plan itself.
    pub plan: Entry<Plan>,
    /// Its objectives.
    pub objectives: Vec<Entry<Objective>>,
    /// Their criteria.
    pub criteria: Vec<Entry<Criterion>>,
    /// Those criteria's readings.
    pub readings: Vec<Entry<Reading>>,
    /// The objectives' initiatives.
    pub initiatives: Vec<Entry<Initiative>>,
    /// Their tasks.
    pub tasks: Vec<Entry<Task>>,
    /// What waits for what among those tasks.
    pub dependencies: Vec<Entry<Dependency>>,
}

/// The content with the number of its form. A field that was added since takes its default when an old content is read;
/// renaming or dropping a field needs a new number here, and code that reads the old form.
#[derive(Serialize, Deserialize)]
#[serde(tag = "form")]
enum Kept {
    #[serde(rename = "1")]
    First(PlanContent),
}

impl PlanContent {
    /// The bytes to keep: the same plan gives the same bytes.
    ///
    /// # Errors
    /// Where a value has no JSON, which no checked record holds.
    pub fn to_bytes(self) -> Result<Vec<u8>, serde_json::Error> {
        serde_json::to_vec(&Kept::First(self))
    }

    /// Reads what [`PlanContent::to_bytes`] wrote, today or long ago.
    ///
    /// # Errors
    /// Where the bytes are no such content.
    pub fn from_bytes(bytes: &[u8]) -> Result<Self, serde_json::Error> {
        let Kept::First(content) = serde_json::from_slice(bytes)?;
        Ok(content)
    }
}

impl<R: Record> ForCustomer for Entry<R> {
    fn for_customer(self) -> Option<Self> {
        Some(Self { record: self.record.for_customer()?, ..self })
    }
}

impl ForCustomer for PlanContent {
    fn for_customer(self) -> Option<Self> {
        let Self { plan, objectives, criteria, readings, initiatives, tasks, dependencies } = self;
        let initiatives = initiatives.for_customer()?;
        let mut tasks = tasks.for_customer()?;
        // What hangs under an initiative is seen where that is.
        tasks.retain(|task| initiatives.iter().any(|above| task.record.home.of() == Some(above.id)));
        Some(Self {
            plan: plan.for_customer()?,
            objectives: objectives.for_customer()?,
            criteria: criteria.for_customer()?,
            readings: readings.for_customer()?,
            initiatives,
            tasks,
            dependencies: dependencies.for_customer()?,
        })
    }
}
