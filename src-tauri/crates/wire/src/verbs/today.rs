//! What needs somebody today.

use cairn_domain::{
    AccountId, ChecklistId, Kind, PlanId,
    today::{TodayReason, Urgency},
};
use chrono::{DateTime, NaiveDate, Utc};
use serde::{Deserialize, Serialize};
use ts_rs::TS;
use uuid::Uuid;

use crate::{body::plain_requests, requests::PageOf};

/// Which part of what needs somebody.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default, Serialize, Deserialize, TS)]
pub struct TodayQuery {
    /// Only what is this urgent.
    #[serde(default)]
    #[ts(optional)]
    pub urgency: Option<Urgency>,
    /// Which part of it; the first 200 unless said.
    #[serde(default)]
    #[ts(optional)]
    pub page: Option<PageOf>,
}

/// A part of what needs somebody, the most urgent first.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize, TS)]
pub struct Today {
    /// The day where the user is.
    pub today: NaiveDate,
    /// The part asked for.
    pub items: Vec<TodayItem>,
    /// How much there is in all.
    pub total: u64,
}

/// How much needs somebody now.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default, Serialize, Deserialize, TS)]
pub struct TodayCount {
    /// Its day went by.
    pub late: u64,
    /// It is for today.
    pub today: u64,
}

/// The days ahead.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default, Serialize, Deserialize, TS)]
pub struct TodayWeekOf {
    /// How much of each day is shown at most; 4 unless said.
    #[serde(default)]
    #[ts(optional)]
    pub limit: Option<u64>,
}

/// One of the days ahead, with what begins and what is due on it.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize, TS)]
pub struct TodayDay {
    /// The day.
    pub day: NaiveDate,
    /// The first of it: what begins at a time, in its order, and then as the list stands.
    pub items: Vec<TodayItem>,
    /// How much there is in all.
    pub total: u64,
}

/// What may be told of without being asked, of accounts that are not of the public sector.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize, TS)]
pub struct TodayReminders {
    /// The day where the user is.
    pub today: NaiveDate,
    /// How much needs somebody now.
    pub count: TodayCount,
    /// The first of that, what can begin since what it waited for is done, and the workshops to come.
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

plain_requests!(TodayQuery [], TodayWeekOf []);
