//! What happened with a customer, as one stream.

use cairn_domain::{
    AccountId, Audience, CriterionKind, Kind, PlanId, Sentiment, TouchpointType, WorkshopState, Zone,
};
use chrono::{DateTime, NaiveDate, Utc};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::{body::plain_requests, requests::PageOf};

/// What stands in the stream.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum TimelineKind {
    /// A call, a meeting, a mail, a note.
    Touchpoint,
    /// A workshop, held or to come.
    Workshop,
    /// A criterion was read.
    Reading,
    /// Dates were moved.
    DateChange,
}

/// A part of what happened with a customer.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize, TS)]
pub struct TimelineOf {
    /// The account.
    pub id: AccountId,
    /// Only these kinds.
    #[serde(default)]
    #[ts(optional)]
    pub kinds: Option<Vec<TimelineKind>>,
    /// Words, each of which must occur in an entry.
    #[serde(default)]
    #[ts(optional)]
    pub search: Option<String>,
    /// From this day on.
    #[serde(default)]
    #[ts(optional)]
    pub from: Option<NaiveDate>,
    /// Up to this day.
    #[serde(default)]
    #[ts(optional)]
    pub to: Option<NaiveDate>,
    /// Which part; without it the first 200.
    #[serde(default)]
    #[ts(optional)]
    pub page: Option<PageOf>,
}

/// A part of the stream, newest first.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize, TS)]
pub struct Timeline {
    /// The part asked for.
    pub items: Vec<TimelineEntry>,
    /// How many match.
    pub total: usize,
}

/// One thing that happened.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize, TS)]
pub struct TimelineEntry {
    /// The day, where the user is; a workshop's in its own zone.
    pub date: NaiveDate,
    /// The instant, where one is known.
    pub at: Option<DateTime<Utc>>,
    /// What it was about.
    pub title: String,
    /// What was said, at most its first part.
    pub text: String,
    /// Who was there, or who moved the date.
    pub people: Vec<String>,
    /// The kind of the record to open.
    pub record: Kind,
    /// The record to open.
    pub id: String,
    /// The plan it stands in.
    pub plan_id: Option<PlanId>,
    /// Who may see that it happened.
    pub visibility: Audience,
    /// Who may see the text.
    pub text_visibility: Audience,
    /// How many actions came of it.
    pub actions: usize,
    /// How many of these are open.
    pub open_actions: usize,
    /// What only its kind has.
    #[serde(flatten)]
    pub what: TimelineWhat,
}

/// What only an entry of one kind has.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize, TS)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum TimelineWhat {
    /// A call, a meeting, a mail, a note.
    Touchpoint {
        /// Which.
        touchpoint_type: TouchpointType,
        /// How the customer came across.
        sentiment: Option<Sentiment>,
        /// Whether the sponsor was there.
        sponsor_present: bool,
    },
    /// A workshop.
    Workshop {
        /// How far it is.
        state: WorkshopState,
        /// The zone of its time.
        zone: Option<Zone>,
    },
    /// A criterion was read.
    Reading {
        /// What was read.
        value: f64,
        /// The kind of the criterion.
        criterion_kind: CriterionKind,
        /// Its unit.
        unit: String,
    },
    /// One or more dates were moved in one step.
    DateChange {
        /// Which date of the record, the first that was moved.
        field: String,
        /// The day it had.
        old: NaiveDate,
        /// The day it was given; none where it was taken away.
        new: Option<NaiveDate>,
        /// How many more dates moved along.
        others: usize,
    },
}

plain_requests!(TimelineOf["id"]);
