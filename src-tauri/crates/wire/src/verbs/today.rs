//! What needs somebody today.

use cairn_domain::{
    AccountId, ChecklistId, Kind, PlanId,
    today::{TodayReason, Urgency},
};
use chrono::{DateTime, NaiveDate, Utc};
use serde::{Deserialize, Serialize};
use ts_rs::TS;
use uuid::Uuid;

/// What needs somebody, the most urgent first.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize, TS)]
pub struct Today {
    /// The day where the user is.
    pub today: NaiveDate,
    /// What needs them.
    pub items: Vec<TodayItem>,
}

/// A record that needs somebody, and why.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize, TS)]
pub struct TodayItem {
    /// Why.
    pub reason: TodayReason,
    /// How soon.
    pub urgency: Urgency,
    /// What kind of record.
    pub kind: Kind,
    /// Which.
    #[ts(type = "string")]
    pub id: Uuid,
    /// Its version, for ticking it.
    pub version: i64,
    /// Its name or title.
    pub title: String,
    /// Whose.
    pub account_id: AccountId,
    /// Their name.
    pub account: String,
    /// True where no automation may name them: they are of the public sector.
    pub public_sector: bool,
    /// The plan it stands in, if it does.
    pub plan_id: Option<PlanId>,
    /// The checklist it stands in, if it does.
    pub checklist_id: Option<ChecklistId>,
    /// When it begins, where it has a time.
    pub starts_at: Option<DateTime<Utc>>,
    /// Who does it.
    pub owner: String,
    /// The day it is about.
    pub due: Option<NaiveDate>,
    /// Days since that day, or since what should have happened again; below zero it lies ahead.
    pub days: Option<i64>,
    /// After how many days it counts as too long.
    pub limit: Option<i64>,
    /// What it waits for, or what it waited for.
    pub detail: String,
}
