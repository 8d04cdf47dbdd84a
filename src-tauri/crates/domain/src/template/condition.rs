//! For which accounts a part of a template is meant.

use serde::{Deserialize, Serialize};
use serde_json::Value;
use strum::VariantArray;
use ts_rs::TS;

use crate::{
    account::Account,
    problem::{Problem, Reason},
    words::{Hosting, LifecycleStage, SubscriptionPlan, SuccessTier, UseCase, Word},
};

/// What conditions ask about: a customer, and what its open plans are about.
#[derive(Clone, PartialEq, Debug)]
pub struct Profile {
    /// The account.
    pub account: Account,
    /// The use cases of the objectives of its open plans, in any order.
    pub use_cases: Vec<UseCase>,
}

impl From<Account> for Profile {
    /// A customer without plans.
    fn from(account: Account) -> Self {
        Self { account, use_cases: Vec::new() }
    }
}

/// The fields of an account that can decide, and what its plans are about.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
#[expect(missing_docs, reason = "the variants are fields of the account and of an objective")]
pub enum ConditionField {
    SuccessTier,
    Hosting,
    SubscriptionPlan,
    PublicSector,
    LifecycleStage,
    Segment,
    Region,
    Industry,
    UseCase,
}

/// A value that a field can have: a word or a text, or true and false.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize, TS)]
#[serde(untagged)]
pub enum ConditionValue {
    /// True or false.
    Flag(bool),
    /// A word of a picklist, or a text; texts are compared without regard to case.
    Word(String),
}

/// The account's field is one of some values, or none of them. A field that nobody filled is none of them, and of
/// several use cases one is enough.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize, TS)]
pub struct Condition {
    /// Which field.
    pub field: ConditionField,
    /// It must have one of these.
    #[serde(default)]
    pub is: Vec<ConditionValue>,
    /// It must have none of these. One of the two lists is given, not both.
    #[serde(default)]
    pub not: Vec<ConditionValue>,
}

impl Condition {
    /// Whether it holds for a customer.
    #[must_use]
    pub fn holds(&self, profile: &Profile) -> bool {
        let has = self.field.of(profile);
        let among =
            |values: &[ConditionValue]| has.iter().any(|has| values.iter().any(|value| value.same(has)));
        if self.is.is_empty() { !among(&self.not) } else { among(&self.is) }
    }

    /// Exactly one list, of values that the field can have. `at` is the condition's place in the template.
    ///
    /// # Errors
    /// With the place and the list.
    pub(crate) fn check(&self, at: &str) -> Result<(), Problem> {
        let (name, values) = match (self.is.is_empty(), self.not.is_empty()) {
            (false, true) => ("is", &self.is),
            (true, false) => ("not", &self.not),
            (true, true) => return Err(Problem::new(format!("{at}.is"), Reason::Empty)),
            (false, false) => {
                let other = "is".to_owned();
                return Err(Problem::new(format!("{at}.not"), Reason::SecondHome { other }));
            }
        };
        match values.iter().find(|value| !self.field.can_be(value)) {
            None => Ok(()),
            Some(value) => {
                let value = Value::String(value.text());
                let why = format!("{value} is no value of this field");
                Err(Problem::new(format!("{at}.{name}"), Reason::Unreadable { why }))
            }
        }
    }
}

impl ConditionValue {
    fn same(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::Flag(one), Self::Flag(other)) => one == other,
            (Self::Word(one), Self::Word(other)) => one.trim().to_lowercase() == other.trim().to_lowercase(),
            (Self::Flag(_), Self::Word(_)) | (Self::Word(_), Self::Flag(_)) => false,
        }
    }

    fn text(&self) -> String {
        match self {
            Self::Flag(flag) => flag.to_string(),
            Self::Word(word) => word.clone(),
        }
    }
}

impl ConditionField {
    /// What the customer has there; nothing where nobody said.
    fn of(self, profile: &Profile) -> Vec<ConditionValue> {
        let Profile { account, use_cases } = profile;
        let word = |word: &str| Some(ConditionValue::Word(word.to_owned()));
        let text = |text: &str| if text.trim().is_empty() { None } else { word(text) };
        let one = match self {
            Self::UseCase => return use_cases.iter().filter_map(|used| word(used.word())).collect(),
            Self::SuccessTier => account.success_tier.and_then(|tier| word(tier.word())),
            Self::Hosting => account.hosting.and_then(|hosting| word(hosting.word())),
            Self::SubscriptionPlan => account.subscription_plan.and_then(|plan| word(plan.word())),
            Self::PublicSector => Some(ConditionValue::Flag(account.public_sector)),
            Self::LifecycleStage => word(account.lifecycle_stage.word()),
            Self::Segment => text(&account.segment),
            Self::Region => text(&account.region),
            Self::Industry => text(&account.industry),
        };
        one.into_iter().collect()
    }

    fn can_be(self, value: &ConditionValue) -> bool {
        fn word<W: Word + VariantArray>(value: &ConditionValue) -> bool {
            matches!(value, ConditionValue::Word(word) if word.parse::<W>().is_ok())
        }
        match self {
            Self::SuccessTier => word::<SuccessTier>(value),
            Self::Hosting => word::<Hosting>(value),
            Self::SubscriptionPlan => word::<SubscriptionPlan>(value),
            Self::PublicSector => matches!(value, ConditionValue::Flag(_)),
            Self::LifecycleStage => word::<LifecycleStage>(value),
            Self::UseCase => word::<UseCase>(value),
            Self::Segment | Self::Region | Self::Industry => {
                matches!(value, ConditionValue::Word(word) if !word.trim().is_empty())
            }
        }
    }
}
