//! The touchpoint: a call, a meeting, a mail, or a note between; and which of them count as a meeting.

use std::collections::BTreeSet;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};
use ts_rs::TS;
use uuid::Uuid;

use crate::{
    declared::Declared,
    id::{AccountId, ContactId, RecordId, TouchpointId},
    kind::Kind,
    problem::{Problem, Reason},
    record::{Bare, Record},
    words::{Audience, Sentiment, TouchpointType},
};

/// One time that the customer was met or written to, or that something was noted about them. What was agreed are
/// tasks whose home it is.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize, TS, Declared)]
#[field(customer = by(visibility))]
pub struct Touchpoint {
    /// Which customer.
    #[field(value, customer = key, label = "account")]
    pub account_id: AccountId,
    /// What kind of touch.
    #[serde(default)]
    #[field(value, customer = always)]
    pub touchpoint_type: TouchpointType,
    /// What it was about, in a line.
    #[field(title, required, customer = always, label = "touchpoint_subject")]
    pub subject: String,
    /// The day, never after today.
    #[field(value, customer = always, label = "touchpoint_held_on")]
    pub held_on: NaiveDate,
    /// Who was there on our side.
    #[serde(default)]
    #[field(person, required, search, customer = screen)]
    pub our_attendees: Vec<String>,
    /// Who was there of the customer's people.
    #[serde(default)]
    #[field(value, customer = key, label = "contacts_present")]
    pub contact_ids: Vec<ContactId>,
    /// Who else was there and is no contact, as one writes it down.
    #[serde(default)]
    #[field(prose, people, search, customer = screen, label = "others_present")]
    pub others: String,
    /// Whether the sponsor was there.
    #[serde(default)]
    #[field(value, customer = never)]
    pub sponsor_present: bool,
    /// How the customer came across. Internal.
    #[serde(default)]
    #[field(value, customer = never, label = "account_sentiment")]
    pub sentiment: Option<Sentiment>,
    /// What was said, as Markdown.
    #[serde(default)]
    #[field(prose, search, customer = by(visibility))]
    pub notes: String,
    /// The kind of meeting in one's own words, such as a cadence call.
    #[serde(default)]
    #[field(name, search, customer = screen)]
    pub meeting_type: String,
    /// Who may see it.
    #[serde(default)]
    #[field(value, customer = never)]
    pub visibility: Audience,
}

/// When somebody of the customer was met last.
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize, Deserialize, TS)]
pub struct LastMet {
    /// The day of the last meeting or workshop they attended.
    pub last_met: Option<NaiveDate>,
}

/// When a customer was last in touch.
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize, Deserialize, TS)]
pub struct LastTouch {
    /// The day of the last call, meeting, mail or workshop.
    pub last_touch: Option<NaiveDate>,
}

/// Meetings that a cadence is taken from.
const CADENCE_OF: usize = 6;

/// How often somebody meets, in whole days from one time to the next: the mean over the last six days on which they did;
/// none with fewer than two.
#[must_use]
pub fn cadence(met: impl IntoIterator<Item = NaiveDate>) -> Option<i64> {
    let days: BTreeSet<NaiveDate> = met.into_iter().collect();
    let last: Vec<NaiveDate> = days.into_iter().rev().take(CADENCE_OF).collect();
    let (newest, oldest) = (last.first()?, last.last()?);
    let gaps = i64::try_from(last.len()).ok()? - 1;
    (gaps > 0).then(|| ((*newest - *oldest).num_days() + gaps / 2) / gaps)
}

impl TouchpointType {
    /// A talk of both sides: what engages a customer, and what should not end without an action (`docs/practice.md`,
    /// Calls).
    #[must_use]
    pub fn is_call(self) -> bool {
        match self {
            Self::CustomerCall | Self::InPersonMeeting | Self::Ebr | Self::Kickoff => true,
            Self::Email | Self::Update | Self::HealthUpdate | Self::Enablement | Self::NoAnswer => false,
        }
    }

    /// True where people met each other: a mail meets nobody.
    #[must_use]
    pub fn is_meeting(self) -> bool {
        self.is_call() || self == Self::Enablement
    }

    /// True where the customer heard from us: an update is a note of ours.
    #[must_use]
    pub fn is_touch(self) -> bool {
        self.is_meeting() || self == Self::Email
    }
}

impl Record for Touchpoint {
    type Id = TouchpointId;
    type Derived = Bare;
    const KIND: Kind = Kind::Touchpoint;
    const REQUIRED: &'static [&'static str] = &["account_id", "subject"];
    const PARENTS: &'static [(&'static str, Kind)] = &[("account_id", Kind::Account)];

    fn label(&self) -> String {
        self.subject.clone()
    }

    fn parent(&self) -> Option<(Kind, Uuid)> {
        Some((Kind::Account, self.account_id.uuid()))
    }

    fn prefill(fields: &mut Map<String, Value>, today: NaiveDate) {
        fields.entry("held_on").or_insert_with(|| today.to_string().into());
    }

    fn check(&self, today: NaiveDate) -> Result<(), Problem> {
        self.check_texts()?;
        once("contact_ids", &self.contact_ids)?;
        // What is to come is a workshop or a task; a touchpoint lies behind us.
        if self.held_on > today {
            return Err(Problem::new("held_on", Reason::AfterToday { today }));
        }
        Ok(())
    }
}

impl Touchpoint {
    /// A touchpoint says something: what was said, who of the customer was there, or that nobody answered. One that
    /// said nothing before this rule existed stays as it is.
    ///
    /// # Errors
    /// `needed_to_log` on `notes`.
    pub fn check_said(&self, before: Option<&Self>) -> Result<(), Problem> {
        let silent = |touch: &Self| {
            touch.notes.trim().is_empty()
                && touch.contact_ids.is_empty()
                && touch.others.trim().is_empty()
                && touch.touchpoint_type != TouchpointType::NoAnswer
        };
        if silent(self) && !before.is_some_and(silent) {
            return Err(Problem::new("notes", Reason::NeededToLog));
        }
        Ok(())
    }
}

/// Nobody stands twice in a list of people.
pub(crate) fn once(field: &'static str, people: &[ContactId]) -> Result<(), Problem> {
    let doubled =
        people.iter().enumerate().find(|(at, id)| people.iter().take(*at).any(|other| other == *id));
    match doubled {
        Some((_, id)) => Err(Problem::new(field, Reason::Twice { what: id.to_string() })),
        None => Ok(()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cadence_is_the_mean_of_the_last_six_days_that_differ() {
        let day = |day: i64| NaiveDate::default() + chrono::TimeDelta::days(day);
        assert_eq!(cadence([]), None, "nobody met");
        assert_eq!(cadence([day(3), day(3)]), None, "once, however often that day");
        assert_eq!(cadence([day(14), day(0)]), Some(14), "in any order");
        assert_eq!(cadence([0, 100, 107, 114, 121, 128, 136].map(day)), Some(7), "36 days over five gaps");
    }
}
