//! The contact: a person at the customer.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use ts_rs::TS;
use uuid::Uuid;

use crate::{
    declared::Declared,
    id::{AccountId, ContactId, RecordId},
    kind::Kind,
    problem::{Problem, Reason},
    record::Record,
    text,
    touchpoint::LastMet,
    words::{Level, Persona, Sentiment},
};

/// Somebody at the customer: who they are (for documents), and what they are to us (never for documents).
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize, TS, Declared)]
pub struct Contact {
    /// The account they work for.
    #[field(value, customer = key, label = "account")]
    pub account_id: AccountId,
    /// First and last name.
    #[field(own_name, required, customer = always, label = "field_name")]
    pub name: String,
    /// Job title.
    #[serde(default)]
    #[field(name, search, customer = always, label = "job_title")]
    pub title: String,
    /// What they are to the account. Internal.
    #[serde(default)]
    #[field(value, customer = never)]
    pub persona: Option<Persona>,
    /// How much they can move. Internal.
    #[serde(default)]
    #[field(value, customer = never)]
    pub influence: Option<Level>,
    /// How they feel about us. Internal.
    #[serde(default)]
    #[field(value, customer = never, label = "account_sentiment")]
    pub sentiment: Option<Sentiment>,
    /// Whom they report to, in the same account.
    #[serde(default)]
    #[field(value, customer = key)]
    pub reports_to: Option<ContactId>,
    /// E-mail address.
    #[serde(default)]
    #[field(email, search, customer = screen, label = "me_email")]
    pub email: String,
    /// Telephone number, as people write it.
    #[serde(default)]
    #[field(name, search, customer = screen)]
    pub phone: String,
    /// The day they left the company.
    #[serde(default)]
    #[field(value, customer = never)]
    pub left_on: Option<NaiveDate>,
    /// Notes for us alone.
    #[serde(default)]
    #[field(prose, search, customer = never)]
    pub notes: String,
}

impl Contact {
    /// True where a text names this person: by their name, or by their name, a comma and a title, as people are
    /// introduced. A name of one word may be somebody else's family name, so then the title has to be theirs.
    #[must_use]
    pub fn is_named(&self, written: &str) -> bool {
        text::is_same(written, &self.name) || self.title_behind(written).is_some()
    }

    /// The title that is written behind the name of this person, if their name is what stands before it.
    #[must_use]
    pub fn title_behind<'a>(&self, written: &'a str) -> Option<&'a str> {
        let (name, title) = written.split_once(',')?;
        let title = title.trim();
        let whole = self.name.split_whitespace().nth(1).is_some() || text::is_same(title, &self.title);
        (whole && text::is_same(name, &self.name)).then_some(title)
    }

    /// The name, with a comma and the title where there is one.
    #[must_use]
    pub fn introduced(&self) -> String {
        match self.title.trim() {
            "" => self.name.clone(),
            title => format!("{}, {title}", self.name),
        }
    }

    /// Refuses a mail address that is none, where it is new: one that was taken before stays until it is changed.
    ///
    /// # Errors
    /// `no_mail`.
    pub fn check_mail(&self, before: Option<&Self>) -> Result<(), Problem> {
        let mail = self.email.trim();
        let is_new = before.is_none_or(|before| before.email != self.email);
        let is_one = mail.split_once('@').is_some_and(|(name, host)| !name.is_empty() && !host.is_empty());
        if mail.is_empty() || is_one || !is_new {
            return Ok(());
        }
        Err(Problem::new("email", Reason::NoMail { value: mail.to_owned() }))
    }

    /// Refuses something of a day on which this person was there no more.
    ///
    /// # Errors
    /// `had_left` about `field`.
    pub fn check_there(&self, field: &str, day: NaiveDate) -> Result<(), Problem> {
        match self.left_on {
            Some(on) if on < day => {
                Err(Problem::new(field, Reason::HadLeft { name: self.name.clone(), on, day }))
            }
            _ => Ok(()),
        }
    }
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

    fn parent(&self) -> Option<(Kind, Uuid)> {
        Some((Kind::Account, self.account_id.uuid()))
    }

    fn check(&self, today: NaiveDate) -> Result<(), Problem> {
        self.check_texts()?;
        match self.left_on {
            Some(day) if day > today => Err(Problem::new("left_on", Reason::AfterToday { today })),
            _ => Ok(()),
        }
    }
}

#[cfg(test)]
#[expect(clippy::unwrap_used, reason = "tests")]
mod tests {
    use super::*;

    fn named(name: &str, title: &str) -> Contact {
        let fields = serde_json::json!({ "account_id": Uuid::nil(), "name": name, "title": title });
        serde_json::from_value(fields).unwrap()
    }

    #[test]
    fn somebody_is_named_with_a_title_behind_the_name() {
        let ines = named("Ines Falk", "CTO");
        assert!(ines.is_named("ines  falk"), "by the name");
        assert!(ines.is_named("Ines Falk, Chief Technology Officer"), "whatever the title is called");
        assert!(!ines.is_named("Ines Falkner, CTO"), "a longer name is another person");
        assert!(!ines.is_named("CTO, Ines Falk"), "the name comes first");
        let family = named("Falk", "CTO");
        assert!(family.is_named("Falk, CTO"), "with the title it is known by");
        assert!(!family.is_named("Falk, Ines"), "this may be anybody of the family");
        assert_eq!(ines.introduced(), "Ines Falk, CTO", "as it is written");
        assert_eq!(named("Ines Falk", " ").introduced(), "Ines Falk", "no comma without a title");
    }

    #[test]
    fn a_mail_address_has_an_at_with_something_on_both_sides() {
        let with = |email: &str| Contact { email: email.to_owned(), ..named("Ines Falk", "") };
        for mail in ["", " ", "ines@nordwind.example", "Ines Falk <ines@nordwind.example>"] {
            assert_eq!(with(mail).check_mail(None), Ok(()), "{mail:?}");
        }
        for mail in ["not-an-email", "@nordwind.example", "ines@"] {
            assert!(with(mail).check_mail(None).is_err(), "{mail:?} reaches nobody");
            assert_eq!(with(mail).check_mail(Some(&with(mail))), Ok(()), "{mail:?} was there before");
        }
    }

    #[test]
    fn nobody_is_there_after_the_day_they_left() {
        let day = |day| NaiveDate::from_ymd_opt(2026, 11, day).unwrap();
        let left = Contact { left_on: Some(day(15)), ..named("Ines Falk", "") };
        assert_eq!(left.check_there("person", day(15)), Ok(()), "on their last day they are");
        assert_eq!(
            left.check_there("person", day(16)).unwrap_err().to_string(),
            "person names Ines Falk, who left on 2026-11-15, for 2026-11-16; name who was there, or correct the day \
             they left",
            "field, name and both days"
        );
    }
}
