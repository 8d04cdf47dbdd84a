//! The documents of an onboarding: the report on it, a checklist to work through, and the brief of the internal
//! transition.
//!
//! The input holds what its reader may see, as that of the success plan does: the application makes it of
//! [`cairn_domain::Seen`] steps. The brief has no customer's copy at all.

mod brief;
mod brief_page;
mod checklist_page;
mod measures;
mod owners;
mod report_page;
mod run;

pub use brief::{Brief, Open, Strategy, StrategyOutcome};
pub(crate) use brief_page::{
    StrategyPart, installation, links, runs, sentiment, sold, stakeholders, strategies, team, tools,
};
pub use run::{Anchor, Checklist, Meeting, OnboardingMeasures, Phase, Report, ShownChecklist, Step};

use std::collections::BTreeMap;

use chrono::NaiveDate;

use crate::{DocumentError, Language, Preview, frame::set, words::Words};

/// Sets a checklist.
///
/// # Errors
/// Only for a fault of the program itself.
pub fn checklist(input: &Checklist) -> Result<Preview, DocumentError> {
    let Checklist { frame, run } = input;
    set(frame, "/checklist.typ", "doc_checklist", |fitter| checklist_page::page(fitter, frame, run))
}

/// Sets an onboarding report.
///
/// # Errors
/// Only for a fault of the program itself.
pub fn report(input: &Report) -> Result<Preview, DocumentError> {
    set(&input.frame, "/onboarding_report.typ", "doc_onboarding_report", |fitter| {
        report_page::page(fitter, input)
    })
}

/// Sets the brief of an internal transition.
///
/// # Errors
/// Only for a fault of the program itself.
pub fn brief(input: &Brief) -> Result<Preview, DocumentError> {
    set(&input.frame, "/transition_brief.typ", "doc_transition_brief", |fitter| {
        brief_page::page(fitter, input)
    })
}

/// Why a step was skipped or waits, where a copy that came back says that it does and not why.
#[must_use]
pub fn said_in_copy(language: Language, labels: &BTreeMap<String, String>, today: NaiveDate) -> String {
    let words = Words::new(language, labels);
    words.fill("doc_checklist_said", &[("date", &words.date(today))])
}

/// As [`said_in_copy`], where the list was written by hand and no copy had gone out.
#[must_use]
pub fn said_in_list(language: Language, labels: &BTreeMap<String, String>, today: NaiveDate) -> String {
    let words = Words::new(language, labels);
    words.fill("doc_checklist_said_in_list", &[("date", &words.date(today))])
}
