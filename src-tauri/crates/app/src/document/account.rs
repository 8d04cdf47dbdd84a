//! What documents read of an account and of its contacts. Both are taken apart as a whole: a new field does not compile
//! until it is decided on.

use cairn_domain::{
    Account, AccountSentiment, Contact, LifecycleStage, Money, Paper, Priority, SuccessTier, TeamMember,
};
use chrono::NaiveDate;

/// An account's part in a document.
pub(super) struct Party<'a> {
    pub(super) name: &'a str,
    /// The line on every page. A public authority's pages carry one: an empty one is remarked on.
    pub(super) classification: Option<&'a str>,
    /// Where titles of our own people come from.
    pub(super) team: &'a [TeamMember],
    /// As a tag; the program's where empty.
    pub(super) language: &'a str,
    pub(super) paper: Option<Paper>,
    pub(super) ours: Ours<'a>,
}

/// What only we may read, and is named among what a customer's copy leaves out.
pub(super) struct Ours<'a> {
    pub(super) tier: Option<SuccessTier>,
    pub(super) priority: Option<Priority>,
    pub(super) stage: LifecycleStage,
    pub(super) segment: &'a str,
    pub(super) sentiment: Option<AccountSentiment>,
    pub(super) arr: Option<Money>,
    pub(super) renewal_date: Option<NaiveDate>,
    pub(super) notes: &'a str,
}

impl<'a> From<&'a Account> for Party<'a> {
    fn from(account: &'a Account) -> Self {
        let Account {
            name,
            success_tier,
            priority,
            lifecycle_stage,
            segment,
            region: _,
            industry: _,
            country: _,
            subdivision: _,
            holidays: _,
            city: _,
            other_sites: _,
            time_zone: _,
            document_language,
            paper,
            public_sector,
            classification,
            sentiment,
            sentiment_date: _,
            sentiment_reason: _,
            arr,
            renewal_date,
            fiscal_year_start: _,
            customer_since: _,
            hosting: _,
            product_version: _,
            provider: _,
            deployer: _,
            reference_architecture: _,
            high_availability: _,
            air_gapped: _,
            backup_and_dr: _,
            first_value_on: _,
            first_value_users: _,
            first_value_evidence: _,
            onboarded_on: _,
            onboarding_delay_reason: _,
            tool_stack: _,
            account_team,
            links: _,
            notes,
            sample: _,
            subscription_plan: _,
            licensed_seats: _,
        } = account;
        Self {
            name,
            classification: (*public_sector || !classification.trim().is_empty())
                .then_some(classification.as_str()),
            team: account_team,
            language: document_language,
            paper: *paper,
            ours: Ours {
                tier: *success_tier,
                priority: *priority,
                stage: *lifecycle_stage,
                segment,
                sentiment: *sentiment,
                arr: *arr,
                renewal_date: *renewal_date,
                notes,
            },
        }
    }
}

/// A contact's name and title; nothing else of them is printed.
pub(super) fn name_and_title(contact: &Contact) -> (&str, &str) {
    let Contact {
        account_id: _,
        name,
        title,
        persona: _,
        influence: _,
        sentiment: _,
        reports_to: _,
        email: _,
        phone: _,
        left_on: _,
        notes: _,
    } = contact;
    (name, title)
}
