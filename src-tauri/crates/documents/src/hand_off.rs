//! The brief of an account's hand-off to a colleague: what is known at a glance, the questions that whoever takes over
//! asks (`docs/practice.md`, Account hand-off) with what is recorded as their answers, and what is still open.
//!
//! It is internal, and so takes whole records; the parts that it shares with the brief of a transition are that brief's.

mod page;
mod questions;

use cairn_domain::{Kind, Sentiment, TouchpointType, UseCase};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::{DocumentError, Preview, frame::set, onboarding::Brief};

/// The brief of a hand-off.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
pub struct HandOff {
    /// The account, its people, plans and checklists.
    pub brief: Brief,
    /// The last touchpoints, the newest first.
    pub touches: Vec<Touch>,
    /// How often the customer was met, in days from one time to the next; none as long as nobody can say.
    pub cadence: Option<i64>,
    /// Workshops that took place and what else enabled the customer, the newest first.
    pub trainings: Vec<Training>,
    /// What the outcomes that are worked on rest on, each once.
    pub use_cases: Vec<UseCase>,
    /// What outcomes may fail for.
    pub risks: Vec<Risk>,
    /// What is not finished, the soonest first.
    pub open: Vec<Unfinished>,
}

/// A touchpoint in a line.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Touch {
    /// When.
    pub on: NaiveDate,
    /// What kind it was.
    pub what: TouchpointType,
    /// What it was about.
    pub subject: String,
    /// How it went.
    pub sentiment: Option<Sentiment>,
}

/// Something by which the customer learned.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Training {
    /// When.
    pub on: NaiveDate,
    /// What it was about.
    pub what: String,
}

/// The risks of an outcome.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Risk {
    /// The outcome's title.
    pub outcome: String,
    /// In the author's words.
    pub risks: String,
}

/// Something that is not finished.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Unfinished {
    /// The kind of the record.
    pub kind: Kind,
    /// Its title.
    pub title: String,
    /// What it belongs to; empty where that is the account itself.
    pub of: String,
    /// Who has it.
    pub owner: String,
    /// By when.
    pub due: Option<NaiveDate>,
}

/// Sets the brief.
///
/// # Errors
/// Only for a fault of the program itself.
pub fn brief(input: &HandOff) -> Result<Preview, DocumentError> {
    set(&input.brief.frame, "/hand_off.typ", "doc_hand_off", |fitter| page::page(fitter, input))
}
