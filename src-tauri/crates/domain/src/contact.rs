//! The contact: a person at the customer.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use ts_rs::TS;
use uuid::Uuid;

use crate::{
    id::{AccountId, ContactId, RecordId},
    problem::{Problem, Reason},
    record::{Kind, Record},
    text,
    touchpoint::LastMet,
    words::{Level, Persona, Sentiment},
};

/// Somebody at the customer: who they are (for documents), and what they are to us (never for documents).
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize, TS)]
pub struct Contact {
    /// The account they work for.
    pub account_id: AccountId,
    /// First and last name.
    pub name: String,
    /// Job title.
    #[serde(default)]
    pub title: String,
    /// What they are to the account. Internal.
    #[serde(default)]
    pub persona: Option<Persona>,
    /// How much they can move. Internal.
    #[serde(default)]
    pub influence: Option<Level>,
    /// How they feel about us. Internal.
    #[serde(default)]
    pub sentiment: Option<Sentiment>,
    /// Whom they report to, in the same account.
    #[serde(default)]
    pub reports_to: Option<ContactId>,
    /// E-mail address.
    #[serde(default)]
    pub email: String,
    /// Telephone number, as people write it.
    #[serde(default)]
    pub phone: String,
    /// The day they left the company.
    #[serde(default)]
    pub left_on: Option<NaiveDate>,
    /// Notes for us alone.
    #[serde(default)]
    pub notes: String,
}

impl Record for Contact {
    type Id = ContactId;
    type Derived = LastMet;
    const KIND: Kind = Kind::Contact;
    const REQUIRED: &'static [&'static str] = &["account_id", "name"];
    const PARENTS: &'static [(&'static str, Kind)] = &[("account_id", Kind::Account)];

    fn label(&self) -> String {
        self.name.clone()
    }

    fn texts(&self) -> Vec<&str> {
        vec![&self.title, &self.email, &self.phone, &self.notes]
    }

    fn parent(&self) -> Option<(Kind, Uuid)> {
        Some((Kind::Account, self.account_id.uuid()))
    }

    fn check(&self, today: NaiveDate) -> Result<(), Problem> {
        text::required("name", &self.name)?;
        text::name("title", &self.title)?;
        text::name("email", &self.email)?;
        text::name("phone", &self.phone)?;
        text::prose("notes", &self.notes)?;
        match self.left_on {
            Some(day) if day > today => Err(Problem::new("left_on", Reason::AfterToday { today })),
            _ => Ok(()),
        }
    }
}
