//! Search over every record.

use cairn_domain::{AccountId, Kind, PlanId};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::body::{count_if_said, plain_requests};

/// Find records by what is written in them.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize, TS)]
pub struct SearchRequest {
    /// Words, each of which must occur; the last may be a beginning. Case and accents do not matter.
    pub text: String,
    /// How many at most; 50 unless said.
    #[serde(default, deserialize_with = "count_if_said")]
    #[ts(optional)]
    pub limit: Option<u64>,
}

/// What was found, best first.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize, TS)]
pub struct SearchHits {
    /// The records.
    pub items: Vec<SearchHit>,
}

/// A record in which the text occurs.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize, TS)]
pub struct SearchHit {
    /// Its kind.
    pub kind: Kind,
    /// The record.
    pub id: String,
    /// Its name or title.
    pub title: String,
    /// The account it belongs to.
    pub account_id: Option<AccountId>,
    /// That account's name.
    pub account: String,
    /// The plan it belongs to.
    pub plan_id: Option<PlanId>,
    /// Where the text occurs, in its surroundings: pieces in order.
    pub context: Vec<SearchPiece>,
}

/// A piece of text around a hit.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize, TS)]
pub struct SearchPiece {
    /// The text.
    pub text: String,
    /// True where it is what was searched for.
    pub hit: bool,
}

plain_requests!(SearchRequest["text"]);
