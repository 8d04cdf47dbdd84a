//! The template of a checklist: phases and steps, at days from anchors and from each other.
//!
//! Owns the record, its parts for an account, and how a part becomes a step. What makes it usable stands in
//! `template/check.rs`.

mod check;
mod parts;

pub use parts::{checklist_part, outline, step_of};

use std::collections::BTreeMap;

use chrono::{Days, NaiveDate};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{
    dates::anchor_range,
    offset::OffsetFrom,
    step::{StepFile, StepLink},
};
use crate::{
    declared::Declared,
    id::ChecklistTemplateId,
    kind::Kind,
    problem::{Problem, Reason},
    record::Record,
    template::{Condition, TemplateOrigin},
    words::{Audience, DayCount, FollowedKind, StepSide},
};

/// The anchors that every checklist may have.
pub const ANCHORS: [&str; 4] = ["contract", "kickoff", "first_login", "go_live"];

/// A template of a checklist. Its version grows with every change, as that of every record.
#[derive(Clone, PartialEq, Debug, Default, Serialize, Deserialize, TS, Declared)]
#[field(customer = never)]
pub struct ChecklistTemplate {
    /// What it is called.
    #[field(title, required, customer = never, label = "field_title")]
    pub title: String,
    /// For whom it is, and what it leads to.
    #[serde(default)]
    #[field(prose, search, customer = never, label = "template_summary")]
    pub summary: String,
    /// The anchors beside `contract`, `kickoff`, `first_login` and `go_live`, and defaults of any.
    #[serde(default)]
    #[field(value, customer = never, label = "checklist_anchors")]
    pub anchors: Vec<TemplateAnchor>,
    /// In order.
    #[serde(default)]
    #[field(value, customer = never, label = "checklist_phases")]
    pub phases: Vec<TemplatePhase>,
}

/// A named day that steps count from.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize, TS)]
pub struct TemplateAnchor {
    /// Names it.
    pub key: String,
    /// What it is called.
    #[serde(default)]
    pub title: String,
    /// The anchor from which its day is reckoned where nobody says it.
    #[serde(default)]
    pub from: Option<OffsetFrom>,
    /// Calendar days between the two, below zero for a day before.
    #[serde(default)]
    pub offset_days: i32,
}

impl TemplateAnchor {
    /// Its day by default, once the day of what it is reckoned from is known.
    fn reckoned(&self, days: &BTreeMap<String, NaiveDate>) -> Option<NaiveDate> {
        let base = self.from.as_ref().and_then(OffsetFrom::anchor).and_then(|from| days.get(from))?;
        let far = Days::new(self.offset_days.unsigned_abs().into());
        if self.offset_days < 0 { base.checked_sub_days(far) } else { base.checked_add_days(far) }
    }
}

/// A phase of a template.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize, TS)]
pub struct TemplatePhase {
    /// What it is called.
    pub title: String,
    /// What must be true before the next phase begins, as the customer reads it; empty where nothing waits.
    #[serde(default)]
    pub gate: String,
    /// Its steps, in order.
    #[serde(default)]
    pub steps: Vec<TemplateStep>,
}

/// A step of a template.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize, TS)]
pub struct TemplateStep {
    /// Names it within the template.
    pub key: String,
    /// What is done, in a line.
    pub title: String,
    /// A heading over it and its neighbours.
    #[serde(default)]
    pub group: String,
    /// Why it is done.
    #[serde(default)]
    pub why: String,
    /// How it is done; Markdown.
    #[serde(default)]
    pub how: String,
    /// Where to read more.
    #[serde(default)]
    pub links: Vec<StepLink>,
    /// What is needed for it, as files.
    #[serde(default)]
    pub files: Vec<StepFile>,
    /// Who does it; their working days count.
    #[serde(default)]
    pub owner_side: StepSide,
    /// In which role they do it.
    #[serde(default)]
    pub role: String,
    /// Whether the phase, and the checklist, wait for it.
    #[serde(default = "yes")]
    pub required: bool,
    /// Who may see it.
    #[serde(default)]
    pub visibility: Audience,
    /// Who reads why and how it is done, and where to read more: advice for us is ours, whoever sees the step.
    #[serde(default)]
    pub guidance_for: Audience,
    /// What shows that it is done, as asked for.
    #[serde(default)]
    pub evidence: String,
    /// For which accounts; all must hold.
    #[serde(default)]
    pub when: Vec<Condition>,
    /// Days between its date and what that counts from; below zero it lies before.
    #[serde(default)]
    pub offset_days: i32,
    /// What its date counts from.
    pub from: OffsetFrom,
    /// Which days are counted.
    #[serde(default)]
    pub calendar: DayCount,
    /// The key of the step that it is indented under.
    #[serde(default)]
    pub parent: String,
    /// Which kind of record it may become.
    #[serde(default)]
    pub follows: Option<FollowedKind>,
}

fn yes() -> bool {
    true
}

impl Record for ChecklistTemplate {
    type Id = ChecklistTemplateId;
    type Derived = TemplateOrigin;
    const KIND: Kind = Kind::ChecklistTemplate;
    const REQUIRED: &'static [&'static str] = &["title"];
    const PARENTS: &'static [(&'static str, Kind)] = &[];

    fn label(&self) -> String {
        self.title.clone()
    }

    fn check(&self, _today: NaiveDate) -> Result<(), Problem> {
        self.check_texts()?;
        self.check_parts()
    }
}

impl ChecklistTemplate {
    /// The anchors that a checklist made of it can have: those of every template and its own.
    pub fn anchor_keys(&self) -> impl Iterator<Item = &str> {
        ANCHORS.into_iter().chain(self.anchors.iter().map(|anchor| anchor.key.as_str()))
    }

    /// The anchors with their days: those that were given, and those that follow from them. The defaults are reckoned
    /// in the order of the template.
    ///
    /// # Errors
    /// `anchors.KEY` where the template has no such anchor, or its day is not within [`super::ANCHOR_YEARS`].
    pub fn anchors_from(
        &self,
        given: &BTreeMap<String, NaiveDate>,
        today: NaiveDate,
    ) -> Result<BTreeMap<String, NaiveDate>, Problem> {
        let mut days = given.clone();
        if let Some(key) = given.keys().find(|key| !self.anchor_keys().any(|known| known == *key)) {
            return Err(Problem::new(format!("anchors.{key}"), Reason::NoPart { key: key.clone() }));
        }
        check_anchors(given, today)?;
        for anchor in &self.anchors {
            if let Some(day) = anchor.reckoned(&days) {
                days.entry(anchor.key.clone()).or_insert(day);
            }
        }
        Ok(days)
    }

    /// The days of anchors after some were given anew: what was reckoned from one of them, and lies where it was reckoned,
    /// goes along; a day that somebody said stays.
    #[must_use]
    pub fn anchors_after(
        &self,
        before: &BTreeMap<String, NaiveDate>,
        given: &BTreeMap<String, NaiveDate>,
    ) -> BTreeMap<String, NaiveDate> {
        let mut days = before.clone();
        days.extend(given.iter().map(|(key, day)| (key.clone(), *day)));
        for anchor in self.anchors.iter().filter(|anchor| !given.contains_key(&anchor.key)) {
            let was = before.get(&anchor.key).copied();
            if was.is_some()
                && was == anchor.reckoned(before)
                && let Some(day) = anchor.reckoned(&days)
            {
                days.insert(anchor.key.clone(), day);
            }
        }
        days
    }

    /// The title of an anchor of its own; none for one that every template has, unless it names it anew.
    #[must_use]
    pub fn anchor_title(&self, key: &str) -> Option<&str> {
        let own = self.anchors.iter().find(|anchor| anchor.key == key);
        own.map(|anchor| anchor.title.as_str()).filter(|title| !title.is_empty())
    }
}

/// Anchors lie within some years of today.
///
/// # Errors
/// `too_far` on `anchors.KEY`.
pub fn check_anchors(anchors: &BTreeMap<String, NaiveDate>, today: NaiveDate) -> Result<(), Problem> {
    let (from, to) = anchor_range(today);
    match anchors.iter().find(|(_, day)| !(from..=to).contains(day)) {
        Some((key, _)) => Err(Problem::new(format!("anchors.{key}"), Reason::TooFar { from, to })),
        None => Ok(()),
    }
}
