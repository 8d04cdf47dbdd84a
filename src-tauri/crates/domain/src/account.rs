//! The customer.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::{
    id::AccountId,
    money::Money,
    own_holiday::{OwnHoliday, check_own},
    place::{Country, Zone},
    problem::{Problem, Reason},
    record::{Kind, Record},
    text,
    touchpoint::LastTouch,
    words::{
        AccountSentiment, Deployer, Hosting, Level, LifecycleStage, Paper, Priority, Provider,
        SubscriptionPlan, SuccessTier, ToolArea, YesNo,
    },
};

/// A customer in the architect's book.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize, TS)]
pub struct Account {
    /// The customer's name.
    pub name: String,
    /// The service level bought.
    #[serde(default)]
    pub success_tier: Option<SuccessTier>,
    /// How much attention it gets.
    #[serde(default)]
    pub priority: Option<Priority>,
    /// Where it stands in the customer journey.
    #[serde(default)]
    pub lifecycle_stage: LifecycleStage,
    /// The segment it is served in, such as Enterprise. Internal.
    #[serde(default)]
    pub segment: String,
    /// The sales region, such as EMEA.
    #[serde(default)]
    pub region: String,
    /// What it does.
    #[serde(default)]
    pub industry: String,
    /// Where it is.
    #[serde(default)]
    pub country: Option<Country>,
    /// State or province, by its ISO 3166-2 code without the country, such as `BY`.
    #[serde(default)]
    pub subdivision: String,
    /// Days off of its own, and holidays of its country on which it works.
    #[serde(default)]
    pub holidays: Vec<OwnHoliday>,
    /// The city of its main site.
    #[serde(default)]
    pub city: String,
    /// Its other sites, as people name them.
    #[serde(default)]
    pub other_sites: Vec<String>,
    /// Its time zone.
    #[serde(default)]
    pub time_zone: Option<Zone>,
    /// The language of its documents, as a BCP 47 tag; the program's where empty.
    #[serde(default)]
    pub document_language: String,
    /// The paper of its documents; the user's own where empty.
    #[serde(default)]
    pub paper: Option<Paper>,
    /// True for a public authority: its documents carry the classification line.
    #[serde(default)]
    pub public_sector: bool,
    /// The classification line on every page of its documents.
    #[serde(default)]
    pub classification: String,
    /// How the architect judges it. Internal, as are the day and the reason.
    #[serde(default)]
    pub sentiment: Option<AccountSentiment>,
    /// The day of that judgement.
    #[serde(default)]
    pub sentiment_date: Option<NaiveDate>,
    /// Why.
    #[serde(default)]
    pub sentiment_reason: String,
    /// Annual recurring revenue. Internal.
    #[serde(default)]
    pub arr: Option<Money>,
    /// When the subscription renews. Internal.
    #[serde(default)]
    pub renewal_date: Option<NaiveDate>,
    /// First month of its fiscal year, 1 to 12.
    #[serde(default)]
    pub fiscal_year_start: Option<u8>,
    /// Since when it is a customer.
    #[serde(default)]
    pub customer_since: Option<NaiveDate>,
    /// Where it runs the product.
    #[serde(default)]
    pub hosting: Option<Hosting>,
    /// The version it runs.
    #[serde(default)]
    pub product_version: String,
    /// In whose machines.
    #[serde(default)]
    pub provider: Option<Provider>,
    /// Who set it up.
    #[serde(default)]
    pub deployer: Option<Deployer>,
    /// The reference architecture it follows, and where it leaves it.
    #[serde(default)]
    pub reference_architecture: String,
    /// Whether one machine may fail.
    #[serde(default)]
    pub high_availability: Option<YesNo>,
    /// Whether it is cut off from other networks.
    #[serde(default)]
    pub air_gapped: Option<YesNo>,
    /// How it is backed up and comes back after a disaster.
    #[serde(default)]
    pub backup_and_dr: String,
    /// The day on which the product was first worth something to the customer.
    #[serde(default)]
    pub first_value_on: Option<NaiveDate>,
    /// How many people used it on that day.
    #[serde(default)]
    pub first_value_users: Option<i64>,
    /// What shows that value, where the users alone do not. Internal.
    #[serde(default)]
    pub first_value_evidence: String,
    /// The day on which the customer was onboarded, where no checklist says so.
    #[serde(default)]
    pub onboarded_on: Option<NaiveDate>,
    /// Why the onboarding takes longer than it should, where no checklist says so. Internal.
    #[serde(default)]
    pub onboarding_delay_reason: String,
    /// What it works with, by area.
    #[serde(default)]
    pub tool_stack: Vec<ToolUse>,
    /// Who works for it on our side.
    #[serde(default)]
    pub account_team: Vec<TeamMember>,
    /// Its ids and addresses in other systems.
    #[serde(default)]
    pub links: Vec<Link>,
    /// Notes for us alone.
    #[serde(default)]
    pub notes: String,
    /// True for an invented account of the sample.
    #[serde(default)]
    pub sample: bool,
    /// What it subscribes to.
    #[serde(default)]
    pub subscription_plan: Option<SubscriptionPlan>,
    /// Seats paid for.
    #[serde(default)]
    pub licensed_seats: Option<i64>,
}

/// A tool the customer uses, and how likely it is replaced.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize, TS)]
pub struct ToolUse {
    /// For what.
    pub area: ToolArea,
    /// What it is called.
    pub tool: String,
    /// How happy they are with it. Internal.
    #[serde(default)]
    pub satisfaction: Option<Level>,
    /// How much they want another. Internal.
    #[serde(default)]
    pub appetite: Option<Level>,
    /// When its contract ends. Internal.
    #[serde(default)]
    pub contract_end: Option<NaiveDate>,
}

/// Somebody of the account team.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize, TS)]
pub struct TeamMember {
    /// AE, SA, CSM, CSA, RM, PS, or another word.
    pub role: String,
    /// Who.
    pub name: String,
}

/// The account in another system.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize, TS)]
pub struct Link {
    /// CRM, tickets, collaboration group, or another word.
    pub system: String,
    /// Its id there.
    #[serde(default)]
    pub id: String,
    /// Its address there.
    #[serde(default)]
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

    fn texts(&self) -> Vec<&str> {
        let texts =
            [&self.segment, &self.region, &self.industry, &self.city, &self.notes, &self.sentiment_reason];
        let found = [
            &self.reference_architecture,
            &self.backup_and_dr,
            &self.first_value_evidence,
            &self.onboarding_delay_reason,
        ];
        let lists = self.other_sites.iter().chain(self.tool_stack.iter().map(|used| &used.tool));
        let people = self.account_team.iter().map(|member| &member.name);
        let links = self.links.iter().flat_map(|link| [&link.system, &link.id, &link.url]);
        texts.into_iter().chain(found).chain(lists).chain(people).chain(links).map(String::as_str).collect()
    }

    /// A part of another country is none of this one.
    fn complete(&mut self, before: Option<&Self>, _today: NaiveDate) {
        if before.is_some_and(|was| was.country != self.country && was.subdivision == self.subdivision) {
            self.subdivision.clear();
        }
    }

    fn check(&self, today: NaiveDate) -> Result<(), Problem> {
        check_own(&self.holidays)?;
        text::required("name", &self.name)?;
        if let Some(arr) = self.arr {
            arr.check_owed("arr")?;
        }
        self.check_texts()?;
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

impl Account {
    fn check_texts(&self) -> Result<(), Problem> {
        for (field, name) in [
            ("segment", &self.segment),
            ("region", &self.region),
            ("industry", &self.industry),
            ("subdivision", &self.subdivision),
            ("city", &self.city),
            ("document_language", &self.document_language),
            ("classification", &self.classification),
            ("product_version", &self.product_version),
        ] {
            text::name(field, name)?;
        }
        for site in &self.other_sites {
            text::required("other_sites", site)?;
        }
        for ToolUse { area: _, tool, satisfaction: _, appetite: _, contract_end: _ } in &self.tool_stack {
            text::required("tool_stack", tool)?;
        }
        for TeamMember { role, name } in &self.account_team {
            text::name("account_team", role)?;
            text::required("account_team", name)?;
        }
        for Link { system, id, url } in &self.links {
            text::required("links", system)?;
            text::name("links", id)?;
            text::url("links", url)?;
        }
        text::prose("reference_architecture", &self.reference_architecture)?;
        text::prose("backup_and_dr", &self.backup_and_dr)?;
        text::prose("first_value_evidence", &self.first_value_evidence)?;
        text::prose("onboarding_delay_reason", &self.onboarding_delay_reason)?;
        text::prose("sentiment_reason", &self.sentiment_reason)?;
        text::prose("notes", &self.notes)
    }
}
