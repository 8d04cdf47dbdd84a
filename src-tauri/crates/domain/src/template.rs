//! The template of a plan: objectives with what hangs under them, at working days from a start.
//!
//! Owns the record and how it is used: its parts for an account, their dates, and what differs from a plan made of
//! it. Deliberately makes no record of a plan: that needs a workspace.

mod check;
mod condition;
mod content;
mod diff;
mod parts;
mod used;
mod with_dates;

pub(crate) use check::check_key;
pub use condition::{Condition, ConditionField, ConditionValue, Profile};
pub use content::{
    After, TemplateContent, TemplateCriterion, TemplateInitiative, TemplateObjective, TemplateTask,
};
pub use diff::{Live, Steps, TemplateLine, TemplateWhat, differences, handled, with_needed};
pub(crate) use parts::sort_out;
pub use parts::{Fields, LeftOutPart, LeftOutWhy, PLAN_KEY, Part, PartId};
pub use used::TemplateUse;
pub use with_dates::with_dates;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::{declared::Declared, id::TemplateId, kind::Kind, problem::Problem, record::Record};

/// A template of a plan. Its version grows with every change, as that of every record.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize, TS, Declared)]
#[field(customer = never)]
pub struct Template {
    /// What it is called.
    #[field(title, required, customer = never, label = "field_title")]
    pub title: String,
    /// For whom it is, and what it leads to.
    #[serde(default)]
    #[field(prose, search, customer = never, label = "template_summary")]
    pub summary: String,
    /// What a plan made of it holds.
    #[serde(default)]
    #[field(value, customer = never, label = "template_content")]
    pub content: TemplateContent,
}

/// What a template's view adds.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default, Serialize, Deserialize, TS)]
pub struct TemplateOrigin {
    /// True where it comes with the program: it is not changed but copied.
    pub built_in: bool,
}

impl Record for Template {
    type Id = TemplateId;
    type Derived = TemplateOrigin;
    const KIND: Kind = Kind::Template;
    const REQUIRED: &'static [&'static str] = &["title"];
    const PARENTS: &'static [(&'static str, Kind)] = &[];

    fn label(&self) -> String {
        self.title.clone()
    }

    fn check(&self, _today: NaiveDate) -> Result<(), Problem> {
        self.check_texts()?;
        let inside = |Problem { field, reason }| Problem { field: format!("content.{field}"), reason };
        self.content.check().map_err(inside)
    }
}
