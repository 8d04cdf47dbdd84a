//! The bin: what was deleted, and how much hangs under what is about to be.

use cairn_domain::{AccountId, Kind, PlanId};
use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use ts_rs::TS;
use uuid::Uuid;

use super::CarriedKind;
use crate::{body::plain_requests, requests::PageOf};

/// What was deleted, the latest first; each part narrows it.
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize, Deserialize, TS)]
pub struct BinQuery {
    /// Only of this kind.
    #[serde(default)]
    #[ts(optional)]
    pub kind: Option<Kind>,
    /// Only of this account.
    #[serde(default)]
    #[ts(optional)]
    pub account_id: Option<AccountId>,
    /// Only where every word stands in its title, in what it hangs under, or in who deleted it.
    #[serde(default)]
    #[ts(optional)]
    pub search: Option<String>,
    /// Which part of the list; the first 200 unless said.
    #[serde(default)]
    #[ts(optional)]
    pub page: Option<PageOf>,
}

/// A record that was deleted by itself; `restore` of its kind brings it back with what went along with it.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize, TS)]
pub struct BinEntry {
    /// Its kind.
    pub kind: Kind,
    /// The record.
    #[ts(type = "string")]
    pub id: Uuid,
    /// Its name or title; of a reading its day, of a dependency what waits for what.
    pub title: String,
    /// The names of what it hangs under, outermost first.
    pub place: Vec<String>,
    /// The account it belongs to, or is.
    pub account_id: Option<AccountId>,
    /// That account's name.
    pub account: String,
    /// The plan it belongs to.
    pub plan_id: Option<PlanId>,
    /// The command that deleted it, such as `task.delete`.
    pub command: String,
    /// When.
    pub deleted_at: DateTime<Utc>,
    /// Who did it, by name.
    pub deleted_by: String,
    /// What went along with it and comes back with it.
    pub under: Vec<CarriedKind>,
}

/// Records that somebody is about to delete.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize, TS)]
pub struct BinPreview {
    /// Their kind.
    pub kind: Kind,
    /// Which.
    #[ts(type = "string[]")]
    pub ids: Vec<Uuid>,
}

/// What hangs under records and goes with them, by kind.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize, TS)]
pub struct BinWeight {
    /// Kinds of which something hangs there.
    pub under: Vec<CarriedKind>,
}

plain_requests!(BinQuery [], BinPreview["kind", "ids"]);
