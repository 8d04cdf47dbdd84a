//! The step of a checklist.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use ts_rs::TS;
use uuid::Uuid;

use super::{
    offset::{Offset, OffsetFrom},
    standing::StepStanding,
};
use crate::{
    blob::Hash,
    id::{ChecklistId, ChecklistStepId, ContactId, RecordId},
    position::Position,
    problem::{Problem, Reason},
    record::{Kind, Record},
    text,
    words::{Audience, DayCount, FollowedKind, StepSide, StepState},
};

/// How far a step can be indented.
const DEPTH_MAX: i64 = 3;
/// Farthest day of an offset: ten years and a little of working days.
const DAYS_MAX: u32 = 2_700;

/// Something to be done in a checklist, by a day that it knows by itself.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize, TS)]
pub struct ChecklistStep {
    /// The checklist.
    pub checklist_id: ChecklistId,
    /// The title of the phase it stands in; empty where the checklist has none.
    #[serde(default)]
    pub phase: String,
    /// Names it within the checklist, so that other dates can hang on it; empty where none does.
    #[serde(default)]
    pub key: String,
    /// What is done, in a line.
    pub title: String,
    /// A heading over it and its neighbours.
    #[serde(default)]
    pub group_title: String,
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
    /// Who that is, by name.
    #[serde(default)]
    pub assignee: String,
    /// The same person, where they are a contact.
    #[serde(default)]
    pub contact_id: Option<ContactId>,
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
    pub evidence_wanted: String,
    /// What shows that it is done.
    #[serde(default)]
    pub evidence: String,
    /// How far it is indented, 0 to 3: it stands under the nearest step before it that is indented less.
    #[serde(default)]
    pub depth: i64,
    /// Days between its date and what that counts from; below zero it lies before.
    #[serde(default)]
    pub offset_days: i32,
    /// What its date counts from; without it the date is one's own.
    #[serde(default)]
    pub offset_from: Option<OffsetFrom>,
    /// Which days are counted.
    #[serde(default)]
    pub calendar: DayCount,
    /// By when; where it counts from something, computed and kept.
    #[serde(default)]
    pub due: Option<NaiveDate>,
    /// Whether it is done.
    #[serde(default)]
    pub state: StepState,
    /// The day it was done.
    #[serde(default)]
    pub done_on: Option<NaiveDate>,
    /// Why it was skipped, or what it waits for. Internal.
    #[serde(default)]
    pub reason: String,
    /// What was said about it. Internal.
    #[serde(default)]
    pub note: String,
    /// Which kind of record it follows, or may become.
    #[serde(default)]
    pub follows_kind: Option<FollowedKind>,
    /// The record whose state it follows.
    #[serde(default)]
    pub follows_id: Option<Uuid>,
    /// Its place in the checklist.
    #[serde(default)]
    pub position: Position,
}

/// Somewhere to read more.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize, TS)]
pub struct StepLink {
    /// What it is.
    pub title: String,
    /// Its address.
    pub url: String,
}

/// A file that a step needs: it names a content of the workspace, and many steps may name the same.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize, TS)]
pub struct StepFile {
    /// The file's name.
    pub name: String,
    /// Its content, as `blob.put` answered it.
    pub hash: Hash,
}

fn yes() -> bool {
    true
}

impl Record for ChecklistStep {
    type Id = ChecklistStepId;
    type Derived = StepStanding;
    const KIND: Kind = Kind::ChecklistStep;
    const REQUIRED: &'static [&'static str] = &["checklist_id", "title"];
    const PARENTS: &'static [(&'static str, Kind)] = &[("checklist_id", Kind::Checklist)];

    fn label(&self) -> String {
        self.title.clone()
    }

    fn texts(&self) -> Vec<&str> {
        let links = self.links.iter().map(|link| link.title.as_str());
        let files = self.files.iter().map(|file| file.name.as_str());
        let own = [&self.why, &self.how, &self.assignee, &self.evidence, &self.reason, &self.note];
        own.into_iter().map(String::as_str).chain(links).chain(files).collect()
    }

    fn parent(&self) -> Option<(Kind, Uuid)> {
        Some((Kind::Checklist, self.checklist_id.uuid()))
    }

    fn position_mut(&mut self) -> Option<&mut Position> {
        Some(&mut self.position)
    }

    /// What is done says when: today, unless said. What is open again has no such day.
    fn complete(&mut self, before: Option<&Self>, today: NaiveDate) {
        let was_done = before.is_some_and(|before| before.state == StepState::Done);
        if self.state == StepState::Done {
            if !was_done {
                self.done_on.get_or_insert(today);
            }
        } else if was_done && before.is_some_and(|before| before.done_on == self.done_on) {
            self.done_on = None;
        }
    }

    fn check(&self, today: NaiveDate) -> Result<(), Problem> {
        text::required("title", &self.title)?;
        let names = [
            ("phase", &self.phase),
            ("key", &self.key),
            ("group_title", &self.group_title),
            ("role", &self.role),
            ("assignee", &self.assignee),
        ];
        for (field, name) in names {
            text::name(field, name)?;
        }
        let prose = [
            ("why", &self.why),
            ("how", &self.how),
            ("evidence_wanted", &self.evidence_wanted),
            ("evidence", &self.evidence),
            ("reason", &self.reason),
            ("note", &self.note),
        ];
        for (field, prose) in prose {
            text::prose(field, prose)?;
        }
        for StepLink { title, url } in &self.links {
            text::required("links", title)?;
            text::url("links", url)?;
        }
        for StepFile { name, hash: _ } in &self.files {
            text::required("files", name)?;
            text::name("files", name)?;
        }
        if !(0..=DEPTH_MAX).contains(&self.depth) {
            return Err(Problem::new("depth", Reason::OutOfRange { min: 0, max: DEPTH_MAX }));
        }
        if self.offset_days.unsigned_abs() > DAYS_MAX {
            return Err(Problem::new("offset_days", Reason::TooLarge));
        }
        if self.follows_id.is_some() && self.follows_kind.is_none() {
            return Err(Problem::new("follows_kind", Reason::Empty));
        }
        self.check_state(today)
    }
}

/// So that what reads steps takes them with and without their headers.
impl AsRef<Self> for ChecklistStep {
    fn as_ref(&self) -> &Self {
        self
    }
}

impl ChecklistStep {
    /// True where nothing is left to do: it is done, or was skipped.
    #[must_use]
    pub fn is_over(&self) -> bool {
        match self.state {
            StepState::Done | StepState::Skipped => true,
            StepState::Open | StepState::Blocked => false,
        }
    }

    /// How far its date lies from what that counts from.
    #[must_use]
    pub fn offset(&self) -> Offset {
        Offset { days: self.offset_days, count: self.calendar }
    }

    /// The step once another one is gone: what counted from that counts from what that counted from, both offsets
    /// together. Where that counted from nothing, it keeps its date.
    #[must_use]
    pub fn without(mut self, gone: &Self) -> Self {
        if gone.key.is_empty() || self.offset_from.as_ref().and_then(OffsetFrom::step) != Some(&gone.key) {
            return self;
        }
        let both = match gone.offset_from {
            Some(_) => self.offset().behind(gone.offset()),
            None => Offset { days: 0, count: self.calendar },
        };
        self.offset_from.clone_from(&gone.offset_from);
        (self.offset_days, self.calendar) = (both.days, both.count);
        self
    }

    /// True where nothing changed that a date hangs on.
    #[must_use]
    pub fn is_dated_as(&self, other: &Self) -> bool {
        let dating = |step: &Self| (step.offset_days, step.calendar, step.due, step.state, step.done_on);
        dating(self) == dating(other)
            && (&self.key, &self.offset_from, self.owner_side)
                == (&other.key, &other.offset_from, other.owner_side)
    }

    /// The step in another state: a day with `Done`, a reason with `Skipped` and `Blocked`, neither with `Open`.
    #[must_use]
    pub fn turned(mut self, state: StepState, done_on: Option<NaiveDate>, reason: &str) -> Self {
        self.state = state;
        self.done_on = done_on;
        self.reason = reason.trim().to_owned();
        self
    }

    /// A step that is done says when, one that is skipped or blocked why, unless another record says so.
    fn check_state(&self, today: NaiveDate) -> Result<(), Problem> {
        let why_not = match (self.state, self.done_on) {
            (StepState::Done, None) => Some(("done_on", Reason::Empty)),
            (StepState::Done, Some(day)) if day > today => Some(("done_on", Reason::AfterToday { today })),
            (StepState::Open | StepState::Skipped | StepState::Blocked, Some(_)) => {
                Some(("done_on", Reason::OnlyWhenDone))
            }
            (StepState::Skipped | StepState::Blocked, None)
                if self.reason.trim().is_empty() && self.follows_id.is_none() =>
            {
                Some(("reason", Reason::NeededForStep))
            }
            _ => None,
        };
        why_not.map_or(Ok(()), |(field, reason)| Err(Problem::new(field, reason)))
    }
}
