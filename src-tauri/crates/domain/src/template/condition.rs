//! For which accounts a part of a template is meant.

use serde::{Deserialize, Serialize};
use serde_json::Value;
use strum::VariantArray;
use ts_rs::TS;

use crate::{
    account::Account,
    problem::{Problem, Reason},
    words::{Hosting, LifecycleStage, SubscriptionPlan, SuccessTier, Word},
};

/// The fields of an account that can decide.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
#[expect(missing_docs, reason = "the variants are fields of the account")]
pub enum ConditionField {
    SuccessTier,
    Hosting,
    SubscriptionPlan,
    PublicSector,
    LifecycleStage,
    Segment,
    Region,
    Industry,
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

/// The account's field is one of some values, or none of them. A field that nobody filled is none of them.
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
    /// Whether it holds for an account.
    #[must_use]
    pub fn holds(&self, account: &Account) -> bool {
        let has = self.field.of(account);
        let among = |values: &[ConditionValue]| {
            has.as_ref().is_some_and(|has| values.iter().any(|value| value.same(has)))
        };
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
    /// What the account has there; nothing where nobody said.
    fn of(self, account: &Account) -> Option<ConditionValue> {
        let word = |word: &str| Some(ConditionValue::Word(word.to_owned()));
        let text = |text: &str| if text.trim().is_empty() { None } else { word(text) };
        match self {
            Self::SuccessTier => account.success_tier.and_then(|tier| word(tier.word())),
            Self::Hosting => account.hosting.and_then(|hosting| word(hosting.word())),
            Self::SubscriptionPlan => account.subscription_plan.and_then(|plan| word(plan.word())),
            Self::PublicSector => Some(ConditionValue::Flag(account.public_sector)),
            Self::LifecycleStage => word(account.lifecycle_stage.word()),
            Self::Segment => text(&account.segment),
            Self::Region => text(&account.region),
            Self::Industry => text(&account.industry),
        }
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
            Self::Segment | Self::Region | Self::Industry => {
                matches!(value, ConditionValue::Word(word) if !word.trim().is_empty())
            }
        }
    }
}
