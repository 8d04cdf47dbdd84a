//! What all records share: a kind, an id, a header, and a check.

use chrono::{DateTime, NaiveDate, Utc};
use serde::{Deserialize, Serialize, de::DeserializeOwned};
use serde_json::{Map, Value};
use ts_rs::TS;
use uuid::Uuid;

use crate::{
    columns::AsRow, declared::Declared, id::RecordId, kind::Kind, position::Position, problem::Problem,
    seen::ForCustomer,
};

/// The fields of one kind of record, without its header.
pub trait Record:
    AsRow
    + Declared
    + ForCustomer
    + Clone
    + PartialEq
    + std::fmt::Debug
    + Serialize
    + DeserializeOwned
    + TS
    + Send
    + Sync
    + 'static
{
    /// The id type.
    type Id: RecordId + Serialize + DeserializeOwned + TS;
    /// What a view adds that is computed, never stored.
    type Derived: Clone
        + PartialEq
        + std::fmt::Debug
        + Serialize
        + DeserializeOwned
        + TS
        + Send
        + Sync
        + 'static;

    /// Which kind this is.
    const KIND: Kind;
    /// The fields that `create` must be given: the name or title, and the parent's id where only one kind can be the
    /// parent.
    const REQUIRED: &'static [&'static str];
    /// The fields that can hold the parent's id, and the kind of each; a record has one parent. Only a move
    /// changes it once the record is made.
    const PARENTS: &'static [(&'static str, Kind)];

    /// Name or title, as lists and the undo line show it.
    fn label(&self) -> String;

    /// The parent: its kind and id.
    fn parent(&self) -> Option<(Kind, Uuid)> {
        None
    }

    /// The place among siblings, for records that have an order.
    fn position_mut(&mut self) -> Option<&mut Position> {
        None
    }

    /// Fills fields whose default depends on the day, before the request is read.
    fn prefill(_fields: &mut Map<String, Value>, _today: NaiveDate) {}

    /// Fills fields that follow from others, when `before` becomes this record: the day on which something was done.
    /// `today` is the date where the user is.
    fn complete(&mut self, _before: Option<&Self>, _today: NaiveDate) {}

    /// Fills fields of a change that follow from others, unless the change says them. `self` is the record before it.
    fn follow(&self, _fields: &mut Map<String, Value>, _is_said: &dyn Fn(&str) -> bool) {}

    /// Where somebody makes a record by hand that is theirs to do, and names nobody, names the user (`me`) in it.
    fn claim(_fields: &mut Map<String, Value>, _me: &str) {}

    /// The rules that this record alone can answer. `today` is the date where the user is.
    ///
    /// # Errors
    /// The first field that breaks a rule.
    fn check(&self, today: NaiveDate) -> Result<(), Problem>;
}

/// A record with its header, as the workspace holds it.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
#[serde(bound = "")]
pub struct Stored<R: Record> {
    /// Never changes.
    pub id: R::Id,
    /// Starts at 1, grows with every change; an update must name the version it read.
    pub version: i64,
    /// When it was made.
    pub created_at: DateTime<Utc>,
    /// Name of who made it; empty if nobody had said who they are.
    pub created_by: String,
    /// When it last changed.
    pub updated_at: DateTime<Utc>,
    /// Name of who last changed it.
    pub updated_by: String,
    /// When it was deleted; a deleted record can be restored.
    pub deleted_at: Option<DateTime<Utc>>,
    /// The record itself.
    #[serde(flatten)]
    pub record: R,
}

impl<R: Record> AsRef<R> for Stored<R> {
    fn as_ref(&self) -> &R {
        &self.record
    }
}

/// A view that adds nothing.
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize, Deserialize, TS)]
pub struct Bare {}

impl<R: Record> ForCustomer for Stored<R> {
    fn for_customer(self) -> Option<Self> {
        Some(Self { record: self.record.for_customer()?, ..self })
    }
}
