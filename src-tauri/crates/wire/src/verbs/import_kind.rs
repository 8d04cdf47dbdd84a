//! The kinds of file that can be taken in.

use serde::{Deserialize, Serialize};
use strum::{IntoStaticStr, VariantArray};
use ts_rs::TS;

/// What kind of file it is. A new one gets its arm in `app/src/import`.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize, TS, VariantArray, IntoStaticStr)]
#[serde(rename_all = "kebab-case")]
#[strum(serialize_all = "kebab-case")]
pub enum ImportKind {
    /// A plan as XLSX, edited elsewhere.
    Workbook,
    /// A plan as Markdown, in the headings and labels of GitLab's success plans.
    PlanMarkdown,
    /// A checklist, as XLSX or as Markdown with boxes.
    Checklist,
    /// A template, as a colleague exported it.
    Template,
    /// Accounts as a list of another system (CSV, XLSX).
    Accounts,
    /// Contacts as such a list.
    Contacts,
    /// One account with its history and its files, as a colleague hands it over.
    Account,
}

impl ImportKind {
    /// Every kind.
    pub const ALL: &'static [Self] = <Self as VariantArray>::VARIANTS;

    /// Its name on the wire.
    #[must_use]
    pub fn word(self) -> &'static str {
        self.into()
    }
}
