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
        AccountSentiment, Hosting, LifecycleStage, Paper, Priority, SubscriptionPlan, SuccessTier, ToolArea,
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

/// A tool the customer uses.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize, TS)]
pub struct ToolUse {
    /// For what.
    pub area: ToolArea,
    /// What it is called.
    pub tool: String,
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
        let lists = self.other_sites.iter().chain(self.tool_stack.iter().map(|used| &used.tool));
        let people = self.account_team.iter().map(|member| &member.name);
        let links = self.links.iter().flat_map(|link| [&link.system, &link.id, &link.url]);
        texts.into_iter().chain(lists).chain(people).chain(links).map(String::as_str).collect()
    }

    fn check(&self, today: NaiveDate) -> Result<(), Problem> {
        check_own(&self.holidays)?;
        text::required("name", &self.name)?;
        if let Some(arr) = self.arr {
            arr.check_owed("arr")?;
        }
        self.check_texts()?;
        if self.sentiment_date.is_some_and(|day| day > today) {
            return Err(Problem::new("sentiment_date", Reason::AfterToday { today }));
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
        for ToolUse { area: _, tool } in &self.tool_stack {
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
        text::prose("sentiment_reason", &self.sentiment_reason)?;
        text::prose("notes", &self.notes)
    }
}
