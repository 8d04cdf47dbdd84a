//! The success plan: where a customer is going.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use ts_rs::TS;
use uuid::Uuid;

use crate::{
    declared::Declared,
    id::{AccountId, PlanId, RecordId},
    kind::Kind,
    problem::{Problem, Reason},
    progress::Progress,
    record::Record,
    text,
    words::{PlanStatus, PlanType},
};

/// A success plan of one account.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize, TS, Declared)]
pub struct Plan {
    /// The account it is for.
    #[field(value, customer = key, label = "account")]
    pub account_id: AccountId,
    /// What it is called.
    #[field(title, required, customer = always, label = "field_title")]
    pub title: String,
    /// What it is for.
    #[serde(default)]
    #[field(value, customer = always, label = "plan_type", paper = "plan_type")]
    pub r#type: PlanType,
    /// Whether it is worked on.
    #[serde(default)]
    #[field(value, customer = screen, paper = "doc_status")]
    pub status: PlanStatus,
    /// First day of the period it covers.
    #[serde(default)]
    #[field(value, customer = always, paper = "doc_change_period_start")]
    pub period_start: Option<NaiveDate>,
    /// Last day of the period it covers.
    #[serde(default)]
    #[field(value, customer = always, paper = "doc_change_period_end")]
    pub period_end: Option<NaiveDate>,
    /// Why the customer bought, and the direction.
    #[serde(default)]
    #[field(prose, search, customer = always, markdown(1, "## Strategy"), paper = "doc_strategy")]
    pub strategy: String,
    /// What was achieved so far.
    #[serde(default)]
    #[field(prose, search, customer = always, markdown(2, "## Highlights"), paper = "doc_change_highlights")]
    pub highlights: String,
    /// Who sponsors it on the customer's side, by name or title.
    #[serde(default)]
    #[field(person, search, customer = always, paper = "doc_sponsor")]
    pub sponsor: String,
    /// Who is asked to sign its versions.
    #[serde(default)]
    #[field(parts, search, customer = always, paper = "doc_change_approvers")]
    pub approvers: Vec<Approver>,
}

/// Somebody whose sign-off a plan needs.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize, TS, Declared)]
#[field(part)]
pub struct Approver {
    /// Who.
    #[field(person, required, search)]
    pub name: String,
    /// As what: VP Engineering, sponsor, security.
    #[serde(default)]
    #[field(name)]
    pub role: String,
}

impl Record for Plan {
    type Id = PlanId;
    type Derived = Progress;
    const KIND: Kind = Kind::Plan;
    const REQUIRED: &'static [&'static str] = &["account_id", "title"];
    const PARENTS: &'static [(&'static str, Kind)] = &[("account_id", Kind::Account)];

    fn label(&self) -> String {
        self.title.clone()
    }

    fn parent(&self) -> Option<(Kind, Uuid)> {
        Some((Kind::Account, self.account_id.uuid()))
    }

    fn check(&self, _today: NaiveDate) -> Result<(), Problem> {
        self.check_texts()?;
        for (at, Approver { name, role: _ }) in self.approvers.iter().enumerate() {
            if self.approvers.iter().take(at).any(|other| text::is_same(&other.name, name)) {
                return Err(Problem::new("approvers", Reason::Twice { what: name.clone() }));
            }
        }
        not_before("period_end", self.period_end, self.period_start)
    }
}

/// A span's end may fall on its start, not before it.
pub(crate) fn not_before(
    field: &'static str,
    end: Option<NaiveDate>,
    start: Option<NaiveDate>,
) -> Result<(), Problem> {
    match (start, end) {
        (Some(start), Some(end)) if end < start => Err(Problem::new(field, Reason::BeforeStart { start })),
        _ => Ok(()),
    }
}
