//! Giving a workshop its time, and saying that it was held.

use cairn_domain::{ContactId, WorkshopId, Zone};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::body::plain_requests;

/// Give a workshop its time; it is scheduled then.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize, TS)]
pub struct ScheduleWorkshop {
    /// The workshop.
    pub id: WorkshopId,
    /// If given, the version that was read; a newer one is a `conflict`.
    #[serde(default)]
    #[ts(optional)]
    pub version: Option<i64>,
    /// When it begins: a local time of its zone, `YYYY-MM-DDTHH:MM`, or an instant.
    pub starts_at: String,
    /// The zone of that; the workshop's own, else the account's, else mine.
    #[serde(default)]
    #[ts(optional)]
    pub zone: Option<Zone>,
    /// How long it takes, if that changes.
    #[serde(default)]
    #[ts(optional)]
    pub minutes: Option<i64>,
    /// Room or link, if that changes.
    #[serde(default)]
    #[ts(optional)]
    pub place: Option<String>,
}

/// Say that a workshop was held.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize, TS)]
pub struct FinishWorkshop {
    /// The workshop.
    pub id: WorkshopId,
    /// If given, the version that was read; a newer one is a `conflict`.
    #[serde(default)]
    #[ts(optional)]
    pub version: Option<i64>,
    /// Who came of the customer's people; all who were invited unless said here or before.
    #[serde(default)]
    #[ts(optional)]
    pub attended_ids: Option<Vec<ContactId>>,
    /// When it began, where nobody said so before; as `workshop.schedule` takes it.
    #[serde(default)]
    #[ts(optional)]
    pub starts_at: Option<String>,
    /// The zone of that.
    #[serde(default)]
    #[ts(optional)]
    pub zone: Option<Zone>,
}

plain_requests!(ScheduleWorkshop["id", "starts_at"], FinishWorkshop["id"]);
