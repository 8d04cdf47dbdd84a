//! The domain: what a customer success architect works with, and the rules that hold for it.
//!
//! Owns the records, their value types, the words of every picklist, the checks of a single record and the
//! formulas of progress. Deliberately knows no file, no clock, no database, no window: dates that mean
//! "today" come in as arguments.

mod account;
mod criterion;
mod id;
mod initiative;
mod me;
mod money;
mod objective;
mod place;
mod plan;
mod position;
mod problem;
mod progress;
mod reading;
mod record;
mod task;
mod text;
mod words;

pub use account::Account;
pub use criterion::{Criterion, Latest, Measure};
pub use id::{AccountId, CriterionId, InitiativeId, MeId, ObjectiveId, PlanId, ReadingId, RecordId, TaskId};
pub use initiative::Initiative;
pub use me::Me;
pub use money::Money;
pub use objective::Objective;
pub use place::{Country, Zone};
pub use plan::Plan;
pub use position::Position;
pub use problem::{Problem, Reason};
pub use progress::{Progress, criterion_progress, outcome_progress, plan_progress, work_progress};
pub use reading::Reading;
pub use record::{Bare, Kind, Record, Stored};
pub use task::Task;
pub use text::{NAME_MAX, TEXT_MAX};
pub use words::{
    Audience, CriterionKind, Direction, InitiativeStatus, Level, LifecycleStage, ObjectiveStatus, PlanStatus,
    PlanType, Priority, Side, SubscriptionPlan, SuccessTier, TaskStatus, UseCase, VerifiableOutcomeStage,
    Word,
};
