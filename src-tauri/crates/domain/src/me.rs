//! Who works in this workspace.

use std::collections::BTreeSet;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::{
    declared::Declared,
    id::MeId,
    kind::Kind,
    onboarding::{OnboardingTargets, check_targets},
    own_holiday::{OwnHoliday, check_own},
    place::{Country, Zone},
    plan::not_before,
    problem::{Problem, Reason},
    record::{Bare, Record},
    words::{DateOrder, Paper, Weekday, Word},
};

/// The workspace's own user: signs documents, and is named in the history.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize, TS, Declared)]
pub struct Me {
    /// First and last name.
    #[serde(default)]
    #[field(own_name, customer = always, label = "me_name")]
    pub name: String,
    /// Job title, as documents show it.
    #[serde(default)]
    #[field(name, customer = always, label = "me_title")]
    pub title: String,
    /// E-mail address.
    #[serde(default)]
    #[field(email, customer = screen, label = "me_email")]
    pub email: String,
    /// Where the user's days begin and end.
    #[serde(default)]
    #[field(value, customer = screen, label = "me_zone")]
    pub zone: Option<Zone>,
    /// Where the user works.
    #[serde(default)]
    #[field(value, customer = screen, label = "me_country")]
    pub country: Option<Country>,
    /// The part of the country, as the second half of an ISO 3166-2 code; empty where nobody said.
    #[serde(default)]
    #[field(code, customer = screen)]
    pub subdivision: String,
    /// The days the user works; Monday to Friday unless said.
    #[serde(default = "monday_to_friday")]
    #[field(value, customer = screen)]
    pub working_week: Vec<Weekday>,
    /// When the user is away.
    #[serde(default)]
    #[field(parts, customer = screen)]
    pub leave: Vec<Leave>,
    /// Days off of the user's own, and holidays of their country that they work.
    #[serde(default)]
    #[field(parts, customer = screen)]
    pub holidays: Vec<OwnHoliday>,
    /// First month of the fiscal year that quarters are counted by, 1 to 12; January unless said.
    #[serde(default)]
    #[field(value, customer = screen)]
    pub fiscal_year_start: Option<u8>,
    /// The paper of documents whose account has none of its own.
    #[serde(default)]
    #[field(value, customer = screen)]
    pub paper: Option<Paper>,
    /// How dates are written and typed; as in the user's country unless said.
    #[serde(default)]
    #[field(value, customer = screen)]
    pub date_order: Option<DateOrder>,
    /// How long an onboarding may take, by tier, where it is not as in the handbook.
    #[serde(default)]
    #[field(value, customer = never)]
    pub onboarding_targets: Vec<OnboardingTargets>,
}

/// Days on which the user is away.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize, TS, Declared)]
#[field(part)]
pub struct Leave {
    /// The first day.
    #[field(value)]
    pub from: NaiveDate,
    /// The last day.
    #[field(value)]
    pub to: NaiveDate,
    /// What for.
    #[serde(default)]
    #[field(name)]
    pub note: String,
}

fn monday_to_friday() -> Vec<Weekday> {
    use Weekday::{Friday, Monday, Thursday, Tuesday, Wednesday};
    vec![Monday, Tuesday, Wednesday, Thursday, Friday]
}

impl Default for Me {
    fn default() -> Self {
        Self {
            name: String::new(),
            title: String::new(),
            email: String::new(),
            zone: None,
            country: None,
            subdivision: String::new(),
            working_week: monday_to_friday(),
            leave: Vec::new(),
            holidays: Vec::new(),
            fiscal_year_start: None,
            paper: None,
            date_order: None,
            onboarding_targets: Vec::new(),
        }
    }
}

impl Record for Me {
    type Id = MeId;
    type Derived = Bare;
    const KIND: Kind = Kind::Me;
    const REQUIRED: &'static [&'static str] = &[];
    const PARENTS: &'static [(&'static str, Kind)] = &[];

    fn label(&self) -> String {
        self.name.clone()
    }

    /// A part of another country is none of this one.
    fn complete(&mut self, before: Option<&Self>, _today: NaiveDate) {
        if before.is_some_and(|was| was.country != self.country && was.subdivision == self.subdivision) {
            self.subdivision.clear();
        }
    }

    fn check(&self, _today: NaiveDate) -> Result<(), Problem> {
        self.check_texts()?;
        let mut days = BTreeSet::new();
        if let Some(day) = self.working_week.iter().find(|day| !days.insert(**day)) {
            return Err(Problem::new("working_week", Reason::Twice { what: day.word().into() }));
        }
        for leave in &self.leave {
            not_before("leave", Some(leave.to), Some(leave.from))?;
        }
        check_own(&self.holidays)?;
        check_targets(&self.onboarding_targets)?;
        match self.fiscal_year_start {
            Some(month) if !(1..=12).contains(&month) => {
                Err(Problem::new("fiscal_year_start", Reason::NoMonth))
            }
            _ => Ok(()),
        }
    }
}
