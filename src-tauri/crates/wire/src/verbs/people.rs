//! The work that still names people who left the customer, and naming somebody else in their place.

use cairn_domain::{ContactId, Kind, PlanId};
use serde::{Deserialize, Serialize};
use ts_rs::TS;
use uuid::Uuid;

use crate::body::plain_requests;

/// A field of a record that is still open and names somebody who left.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize, TS)]
pub struct NamedPlace {
    /// Who left.
    pub contact_id: ContactId,
    /// Their name.
    pub contact: String,
    /// What names them.
    pub kind: Kind,
    /// Which.
    #[ts(type = "string")]
    pub id: Uuid,
    /// Its title.
    pub title: String,
    /// The field that holds the name.
    pub field: String,
    /// The plan it stands in; none for a task outside of plans and for a step of a checklist.
    pub plan_id: Option<PlanId>,
}

/// One field of one record.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct PlaceRef {
    /// The record.
    #[ts(type = "string")]
    pub id: Uuid,
    /// The field that holds the name.
    pub field: String,
}

/// Name somebody else where a person who left is still named.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize, TS)]
pub struct Reassign {
    /// Who left.
    pub id: ContactId,
    /// The name that takes the place; empty leaves it open.
    pub to: String,
    /// Where; every open place unless said.
    #[serde(default)]
    #[ts(optional)]
    pub places: Option<Vec<PlaceRef>>,
    /// Take the name as it is typed, also where nobody of the customer has it.
    #[serde(default)]
    #[ts(optional, as = "Option<bool>")]
    pub as_typed: bool,
}

/// What was reassigned.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize, TS)]
pub struct Reassigned {
    /// How many places name the other person now.
    pub places: u32,
}

plain_requests!(Reassign["id", "to"]);
