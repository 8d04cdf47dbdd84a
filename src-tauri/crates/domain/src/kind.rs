//! The kinds of record that there are.

use serde::{Deserialize, Serialize};
use strum::{EnumString, IntoStaticStr, VariantArray};
use ts_rs::TS;

/// The kinds of record. The same word names the table, the command's first part and the cache tag.
#[derive(
    Clone,
    Copy,
    PartialEq,
    Eq,
    PartialOrd,
    Ord,
    Hash,
    Debug,
    Serialize,
    Deserialize,
    EnumString,
    IntoStaticStr,
    VariantArray,
    TS,
)]
#[serde(rename_all = "snake_case")]
#[strum(serialize_all = "snake_case")]
#[expect(missing_docs, reason = "the variants are the records of docs/data-rules.md")]
pub enum Kind {
    Me,
    Brand,
    Account,
    Contact,
    Touchpoint,
    Workshop,
    CommandPlan,
    Plan,
    PlanVersion,
    SignOff,
    Objective,
    Criterion,
    Reading,
    Initiative,
    Task,
    Dependency,
    Attachment,
    Template,
    TemplateUse,
    ChecklistTemplate,
    Checklist,
    ChecklistStep,
}

impl Kind {
    /// Every kind.
    pub const ALL: &'static [Self] = <Self as VariantArray>::VARIANTS;

    /// The kind as a word: `account`.
    #[must_use]
    pub fn word(self) -> &'static str {
        self.into()
    }
}
