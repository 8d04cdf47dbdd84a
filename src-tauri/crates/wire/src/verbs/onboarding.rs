//! How long onboardings take, with the facts that say so.

use cairn_domain::{AccountId, Measures};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::body::plain_requests;

/// The measures of one account, or of every account whose onboarding began.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default, Serialize, Deserialize, TS)]
pub struct OnboardingOf {
    /// The account.
    #[serde(default)]
    #[ts(optional)]
    pub account_id: Option<AccountId>,
}

/// The measures of some accounts.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize, TS)]
pub struct Onboardings {
    /// One for each account.
    pub items: Vec<Onboarding>,
}

/// The measures of an account's onboarding.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize, TS)]
pub struct Onboarding {
    /// The account.
    pub account_id: AccountId,
    /// Its name.
    pub account: String,
    /// True while it goes on.
    pub open: bool,
    /// Why it takes longer than it should.
    pub delay_reason: String,
    /// True where it is late and nobody said why.
    pub needs_reason: bool,
    /// The measures.
    #[serde(flatten)]
    pub measures: Measures,
}

plain_requests!(OnboardingOf[]);
