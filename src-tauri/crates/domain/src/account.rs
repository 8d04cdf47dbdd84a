//! The customer.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::{
    declared::Declared,
    id::AccountId,
    kind::Kind,
    money::Money,
    own_holiday::{OwnHoliday, check_own},
    place::{Country, Zone},
    problem::{Problem, Reason},
    record::Record,
    touchpoint::LastTouch,
    words::{
        AccountSentiment, Deployer, Hosting, Level, LifecycleStage, Paper, Priority, Provider,
        SubscriptionPlan, SuccessTier, ToolArea, YesNo,
    },
};

/// A customer in the architect's book.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize, TS, Declared)]
pub struct Account {
    /// The customer's name.
    #[field(title, required, customer = always, label = "field_name")]
    pub name: String,
    /// The service level bought.
    #[serde(default)]
    #[field(value, customer = never, label = "tier")]
    pub success_tier: Option<SuccessTier>,
    /// How much attention it gets.
    #[serde(default)]
    #[field(value, customer = never)]
    pub priority: Option<Priority>,
    /// Where it stands in the customer journey.
    #[serde(default)]
    #[field(value, customer = never, label = "stage")]
    pub lifecycle_stage: LifecycleStage,
    /// The segment it is served in, such as Enterprise. Internal.
    #[serde(default)]
    #[field(name, search, customer = never)]
    pub segment: String,
    /// The sales region, such as EMEA.
    #[serde(default)]
    #[field(name, search, customer = screen)]
    pub region: String,
    /// What it does.
    #[serde(default)]
    #[field(name, search, customer = screen)]
    pub industry: String,
    /// Where it is.
    #[serde(default)]
    #[field(value, customer = screen, label = "me_country")]
    pub country: Option<Country>,
    /// State or province, by its ISO 3166-2 code without the country, such as `BY`.
    #[serde(default)]
    #[field(code, customer = screen)]
    pub subdivision: String,
    /// Days off of its own, and holidays of its country on which it works.
    #[serde(default)]
    #[field(parts, customer = screen)]
    pub holidays: Vec<OwnHoliday>,
    /// The city of its main site.
    #[serde(default)]
    #[field(name, search, customer = screen)]
    pub city: String,
    /// Its other sites, as people name them.
    #[serde(default)]
    #[field(host, required, search, customer = screen)]
    pub other_sites: Vec<String>,
    /// Its time zone.
    #[serde(default)]
    #[field(value, customer = screen, label = "me_zone")]
    pub time_zone: Option<Zone>,
    /// The language of its documents, as a BCP 47 tag; the program's where empty.
    #[serde(default)]
    #[field(code, customer = screen)]
    pub document_language: String,
    /// The paper of its documents; the user's own where empty.
    #[serde(default)]
    #[field(value, customer = screen)]
    pub paper: Option<Paper>,
    /// True for a public authority: its documents carry the classification line.
    #[serde(default)]
    #[field(value, customer = screen)]
    pub public_sector: bool,
    /// The classification line on every page of its documents.
    #[serde(default)]
    #[field(name, customer = always)]
    pub classification: String,
    /// How the architect judges it. Internal, as are the day and the reason.
    #[serde(default)]
    #[field(value, customer = never, label = "account_sentiment")]
    pub sentiment: Option<AccountSentiment>,
    /// The day of that judgement.
    #[serde(default)]
    #[field(value, customer = never)]
    pub sentiment_date: Option<NaiveDate>,
    /// Why.
    #[serde(default)]
    #[field(prose, search, customer = never)]
    pub sentiment_reason: String,
    /// Annual recurring revenue. Internal.
    #[serde(default)]
    #[field(value, customer = never)]
    pub arr: Option<Money>,
    /// When the subscription renews. Internal.
    #[serde(default)]
    #[field(value, customer = never)]
    pub renewal_date: Option<NaiveDate>,
    /// First month of its fiscal year, 1 to 12.
    #[serde(default)]
    #[field(value, customer = screen)]
    pub fiscal_year_start: Option<u8>,
    /// Since when it is a customer.
    #[serde(default)]
    #[field(value, customer = screen)]
    pub customer_since: Option<NaiveDate>,
    /// Where it runs the product.
    #[serde(default)]
    #[field(value, customer = screen)]
    pub hosting: Option<Hosting>,
    /// The version it runs.
    #[serde(default)]
    #[field(code, customer = screen)]
    pub product_version: String,
    /// In whose machines.
    #[serde(default)]
    #[field(value, customer = screen)]
    pub provider: Option<Provider>,
    /// Who set it up.
    #[serde(default)]
    #[field(value, customer = screen)]
    pub deployer: Option<Deployer>,
    /// The reference architecture it follows, and where it leaves it.
    #[serde(default)]
    #[field(prose, search, customer = screen)]
    pub reference_architecture: String,
    /// Whether one machine may fail.
    #[serde(default)]
    #[field(value, customer = screen)]
    pub high_availability: Option<YesNo>,
    /// Whether it is cut off from other networks.
    #[serde(default)]
    #[field(value, customer = screen)]
    pub air_gapped: Option<YesNo>,
    /// How it is backed up and comes back after a disaster.
    #[serde(default)]
    #[field(prose, search, customer = screen)]
    pub backup_and_dr: String,
    /// The day on which the product was first worth something to the customer.
    #[serde(default)]
    #[field(value, customer = never)]
    pub first_value_on: Option<NaiveDate>,
    /// How many people used it on that day.
    #[serde(default)]
    #[field(value, customer = never)]
    pub first_value_users: Option<i64>,
    /// What shows that value, where the users alone do not. Internal.
    #[serde(default)]
    #[field(prose, search, customer = never)]
    pub first_value_evidence: String,
    /// The day on which the customer was onboarded, where no checklist says so.
    #[serde(default)]
    #[field(value, customer = never)]
    pub onboarded_on: Option<NaiveDate>,
    /// Why the onboarding takes longer than it should, where no checklist says so. Internal.
    #[serde(default)]
    #[field(prose, search, customer = never)]
    pub onboarding_delay_reason: String,
    /// What it works with, by area.
    #[serde(default)]
    #[field(parts, search, customer = screen)]
    pub tool_stack: Vec<ToolUse>,
    /// Who works for it on our side.
    #[serde(default)]
    #[field(parts, search, customer = screen)]
    pub account_team: Vec<TeamMember>,
    /// Its ids and addresses in other systems.
    #[serde(default)]
    #[field(parts, search, customer = never, label = "account_links")]
    pub links: Vec<Link>,
    /// Notes for us alone.
    #[serde(default)]
    #[field(prose, search, customer = never)]
    pub notes: String,
    /// True for an invented account of the sample.
    #[serde(default)]
    #[field(value, customer = never, label = "sample_record")]
    pub sample: bool,
    /// What it subscribes to.
    #[serde(default)]
    #[field(value, customer = screen, label = "subscription")]
    pub subscription_plan: Option<SubscriptionPlan>,
    /// Seats paid for.
    #[serde(default)]
    #[field(value, customer = screen, label = "seats")]
    pub licensed_seats: Option<i64>,
}

/// A tool the customer uses, and how likely it is replaced.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize, TS, Declared)]
#[field(part)]
pub struct ToolUse {
    /// For what.
    #[field(value)]
    pub area: ToolArea,
    /// What it is called.
    #[field(name, required, search)]
    pub tool: String,
    /// How happy they are with it. Internal.
    #[serde(default)]
    #[field(value)]
    pub satisfaction: Option<Level>,
    /// How much they want another. Internal.
    #[serde(default)]
    #[field(value)]
    pub appetite: Option<Level>,
    /// When its contract ends. Internal.
    #[serde(default)]
    #[field(value)]
    pub contract_end: Option<NaiveDate>,
}

/// Somebody of the account team.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize, TS, Declared)]
#[field(part)]
pub struct TeamMember {
    /// AE, SA, CSM, CSA, RM, PS, or another word.
    #[field(name)]
    pub role: String,
    /// Who.
    #[field(own_name, required, search)]
    pub name: String,
}

/// The account in another system.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize, TS, Declared)]
#[field(part)]
pub struct Link {
    /// CRM, tickets, collaboration group, or another word.
    #[field(name, required, search)]
    pub system: String,
    /// Its id there.
    #[serde(default)]
    #[field(name, search)]
    pub id: String,
    /// Its address there.
    #[serde(default)]
    #[field(link, search)]
    pub url: String,
}

impl Record for Account {
    type Id = AccountId;
    type Derived = LastTouch;
    const KIND: Kind = Kind::Account;
    const REQUIRED: &'static [&'static str] = &["name"];
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

    fn check(&self, today: NaiveDate) -> Result<(), Problem> {
        check_own(&self.holidays)?;
        self.check_texts()?;
        if let Some(arr) = self.arr {
            arr.check_owed("arr")?;
        }
        for (field, day) in [
            ("sentiment_date", self.sentiment_date),
            ("first_value_on", self.first_value_on),
            ("onboarded_on", self.onboarded_on),
        ] {
            if day.is_some_and(|day| day > today) {
                return Err(Problem::new(field, Reason::AfterToday { today }));
            }
        }
        if self.first_value_users.is_some_and(|users| users < 0) {
            return Err(Problem::new("first_value_users", Reason::Negative));
        }
        if self.fiscal_year_start.is_some_and(|month| !(1..=12).contains(&month)) {
            return Err(Problem::new("fiscal_year_start", Reason::NoMonth));
        }
        match self.licensed_seats {
            Some(seats) if seats < 0 => Err(Problem::new("licensed_seats", Reason::Negative)),
            _ => Ok(()),
        }
    }
}

impl Account {}
