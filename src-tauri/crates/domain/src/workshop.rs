//! The workshop, bare: what for, when in whose zone, who. Agenda, questions and decisions are not here yet.

use chrono::{DateTime, NaiveDate, Utc};
use serde::{Deserialize, Serialize};
use ts_rs::TS;
use uuid::Uuid;

use crate::{
    declared::Declared,
    id::{AccountId, ContactId, ObjectiveId, RecordId, WorkshopId},
    kind::Kind,
    place::Zone,
    problem::{Problem, Reason},
    record::{Bare, Record},
    touchpoint::once,
    words::{Audience, WorkshopState},
};

/// Longest workshop, in minutes: a week.
const MINUTES_MAX: i64 = 10_080;

/// A workshop or an enablement session with a customer.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize, TS, Declared)]
#[field(customer = by(visibility))]
pub struct Workshop {
    /// With which customer.
    #[field(value, customer = key, label = "account")]
    pub account_id: AccountId,
    /// What it is called.
    #[field(title, required, customer = always, label = "field_title")]
    pub title: String,
    /// What type of workshop it is, in one's own words.
    #[serde(default)]
    #[field(name, search, customer = screen)]
    pub workshop_type: String,
    /// How far it is.
    #[serde(default)]
    #[field(value, customer = screen, label = "workshop_state")]
    pub state: WorkshopState,
    /// When it begins.
    #[serde(default)]
    #[field(value, customer = always, label = "workshop_starts_at")]
    pub starts_at: Option<DateTime<Utc>>,
    /// The zone in which that was agreed.
    #[serde(default)]
    #[field(value, customer = screen, label = "me_zone")]
    pub zone: Option<Zone>,
    /// How long it takes.
    #[serde(default)]
    #[field(value, customer = screen, label = "workshop_minutes")]
    pub minutes: Option<i64>,
    /// Room or link.
    #[serde(default)]
    #[field(prose, search, customer = screen, label = "workshop_place")]
    pub place: String,
    /// Who leads it.
    #[serde(default)]
    #[field(person, search, customer = screen, label = "workshop_host")]
    pub host: String,
    /// Which of the customer's people are invited.
    #[serde(default)]
    #[field(value, customer = key, label = "workshop_invited")]
    pub invited_ids: Vec<ContactId>,
    /// Which of them came.
    #[serde(default)]
    #[field(value, customer = key, label = "workshop_attended")]
    pub attended_ids: Vec<ContactId>,
    /// What it should bring about.
    #[serde(default)]
    #[field(prose, search, customer = by(visibility), label = "workshop_goal")]
    pub goal: String,
    /// The objective it serves, of a plan of the same customer.
    #[serde(default)]
    #[field(value, customer = key, label = "objective")]
    pub objective_id: Option<ObjectiveId>,
    /// Who may see it.
    #[serde(default)]
    #[field(value, customer = never)]
    pub visibility: Audience,
}

impl Record for Workshop {
    type Id = WorkshopId;
    type Derived = Bare;
    const KIND: Kind = Kind::Workshop;
    const REQUIRED: &'static [&'static str] = &["account_id", "title"];
    const PARENTS: &'static [(&'static str, Kind)] = &[("account_id", Kind::Account)];

    fn label(&self) -> String {
        self.title.clone()
    }

    fn parent(&self) -> Option<(Kind, Uuid)> {
        Some((Kind::Account, self.account_id.uuid()))
    }

    /// Where another zone is said and no other time, the clock time stays: 13:00 in London becomes 13:00 in Stockholm.
    fn complete(&mut self, before: Option<&Self>, _today: NaiveDate) {
        let Some(before) = before.filter(|before| before.starts_at == self.starts_at) else { return };
        if let (Some(at), Some(was), Some(is)) = (self.starts_at, before.zone, self.zone)
            && was != is
        {
            self.starts_at = Some(is.same_clock(was, at));
        }
    }

    fn check(&self, today: NaiveDate) -> Result<(), Problem> {
        self.check_texts()?;
        once("invited_ids", &self.invited_ids)?;
        once("attended_ids", &self.attended_ids)?;
        if self.minutes.is_some_and(|minutes| !(1..=MINUTES_MAX).contains(&minutes)) {
            return Err(Problem::new("minutes", Reason::OutOfRange { min: 1, max: MINUTES_MAX }));
        }
        self.check_time(today)
    }
}

impl Workshop {
    /// The day on which it is held, in its own zone.
    #[must_use]
    pub fn day(&self) -> Option<NaiveDate> {
        let (at, zone) = (self.starts_at?, self.zone);
        Some(zone.map_or(at.date_naive(), |zone| zone.date_at(at)))
    }

    /// A time needs a zone. What is scheduled has a time; what is running or done does not lie ahead.
    fn check_time(&self, today: NaiveDate) -> Result<(), Problem> {
        use WorkshopState::{Cancelled, Done, Planned, Running, Scheduled};
        let needs_time = match self.state {
            Planned | Cancelled => false,
            Scheduled | Running | Done => true,
        };
        if needs_time && self.starts_at.is_none() {
            return Err(Problem::new("starts_at", Reason::Empty));
        }
        if self.starts_at.is_some() && self.zone.is_none() {
            return Err(Problem::new("zone", Reason::Empty));
        }
        // Where the workshop is it may be tomorrow already.
        let ahead = self.day().is_some_and(|day| Some(day) > today.succ_opt());
        if ahead && matches!(self.state, Running | Done) {
            return Err(Problem::new("starts_at", Reason::AfterToday { today }));
        }
        Ok(())
    }
}
