//! The step of a checklist.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use ts_rs::TS;
use uuid::Uuid;

use super::offset::{Offset, OffsetFrom};
use crate::{
    blob::Hash,
    declared::Declared,
    id::{ChecklistId, ChecklistStepId, ContactId, RecordId},
    kind::Kind,
    position::Position,
    problem::{Problem, Reason},
    record::Record,
    state::State as _,
    words::{Audience, DayCount, FollowedKind, StepSide, StepState},
};

/// How far a step can be indented.
const DEPTH_MAX: i64 = 3;
/// Farthest day of an offset: ten years and a little of working days.
const DAYS_MAX: u32 = 2_700;

/// Something to be done in a checklist, by a day that it knows by itself.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize, TS, Declared)]
#[field(customer = by(visibility))]
pub struct ChecklistStep {
    /// The checklist.
    #[field(value, customer = key, label = "kind_checklist")]
    pub checklist_id: ChecklistId,
    /// The title of the phase it stands in; empty where the checklist has none.
    #[serde(default)]
    #[field(name, customer = always, workbook(1, "Phases"), label = "checklist_phase")]
    pub phase: String,
    /// Names it within the checklist, so that other dates can hang on it; empty where none does.
    #[serde(default)]
    #[field(code, customer = screen, label = "step_key")]
    pub key: String,
    /// What is done, in a line.
    #[field(title, required, customer = always, workbook(3, "Name", "Step", "What"), label = "field_title")]
    pub title: String,
    /// A heading over it and its neighbours.
    #[serde(default)]
    #[field(name, customer = always, workbook(2, "Group"), label = "step_group")]
    pub group_title: String,
    /// Why it is done.
    #[serde(default)]
    #[field(prose, search, customer = by(guidance_for), label = "step_why")]
    pub why: String,
    /// How it is done; Markdown.
    #[serde(default)]
    #[field(prose, search, customer = by(guidance_for), label = "step_how")]
    pub how: String,
    /// Where to read more.
    #[serde(default)]
    #[field(parts, search, customer = by(guidance_for), label = "account_links")]
    pub links: Vec<StepLink>,
    /// What is needed for it, as files.
    #[serde(default)]
    #[field(parts, search, customer = never, label = "step_files")]
    pub files: Vec<StepFile>,
    /// Who does it; their working days count.
    #[serde(default)]
    #[field(value, customer = always, workbook(4, "Side", "Owner is"))]
    pub owner_side: StepSide,
    /// In which role they do it.
    #[serde(default)]
    #[field(name, customer = always, workbook(5, "In which role"), label = "step_role")]
    pub role: String,
    /// Who that is, by name.
    #[serde(default)]
    #[field(person, search, customer = always, workbook(6, "Done by", "Who", "Assigned to", "Owner"), label = "step_assignee")]
    pub assignee: String,
    /// The same person, where they are a contact.
    #[serde(default)]
    #[field(value, customer = key, label = "kind_contact")]
    pub contact_id: Option<ContactId>,
    /// Whether the phase, and the checklist, wait for it.
    #[serde(default = "yes")]
    #[field(value, customer = always, workbook(7, "Must"), label = "step_required")]
    pub required: bool,
    /// Who may see it.
    #[serde(default)]
    #[field(value, customer = never, workbook(16, "Visible to", "Who sees it", "Audience"))]
    pub visibility: Audience,
    /// Who reads why and how it is done, and where to read more: advice for us is ours, whoever sees the step.
    #[serde(default)]
    #[field(value, customer = never, label = "step_guidance_for")]
    pub guidance_for: Audience,
    /// What shows that it is done, as asked for.
    #[serde(default)]
    #[field(prose, customer = always, workbook(12, "To be shown by"), label = "step_evidence_wanted")]
    pub evidence_wanted: String,
    /// What shows that it is done.
    #[serde(default)]
    #[field(prose, search, customer = always, workbook(13, "Shown by"))]
    pub evidence: String,
    /// How far it is indented, 0 to 3: it stands under the nearest step before it that is indented less.
    #[serde(default)]
    #[field(value, customer = always, label = "step_level")]
    pub depth: i64,
    /// Days between its date and what that counts from; below zero it lies before.
    #[serde(default)]
    #[field(value, customer = never, label = "step_offset")]
    pub offset_days: i32,
    /// What its date counts from; without it the date is one's own.
    #[serde(default)]
    #[field(value, customer = never, label = "step_counts_from")]
    pub offset_from: Option<OffsetFrom>,
    /// Which days are counted.
    #[serde(default)]
    #[field(value, customer = never, label = "step_calendar")]
    pub calendar: DayCount,
    /// By when; where it counts from something, computed and kept.
    #[serde(default)]
    #[field(value, customer = always, workbook(8, "Due date", "By"))]
    pub due: Option<NaiveDate>,
    /// Whether it is done.
    #[serde(default)]
    #[field(value, customer = always, workbook(10, "Status"), label = "workshop_state")]
    pub state: StepState,
    /// The day it was done.
    #[serde(default)]
    #[field(value, customer = always, workbook(11, "Done", "Done date"), label = "step_done_on")]
    pub done_on: Option<NaiveDate>,
    /// Why it was skipped, or what it waits for. Internal.
    #[serde(default)]
    #[field(prose, search, customer = never, workbook(14, "Because"), label = "step_reason")]
    pub reason: String,
    /// What was said about it. Internal.
    #[serde(default)]
    #[field(prose, search, customer = never, workbook(15, "Notes", "Comment"), label = "step_note")]
    pub note: String,
    /// Which kind of record it follows, or may become.
    #[serde(default)]
    #[field(value, customer = screen, label = "step_follows")]
    pub follows_kind: Option<FollowedKind>,
    /// The record whose state it follows.
    #[serde(default)]
    #[field(value, customer = screen, label = "step_follows")]
    pub follows_id: Option<Uuid>,
    /// Its place in the checklist.
    #[serde(default)]
    #[field(value, customer = always, label = "place_in_list")]
    pub position: Position,
}

/// Somewhere to read more.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize, TS, Declared)]
#[field(part)]
pub struct StepLink {
    /// What it is.
    #[field(name, required, search)]
    pub title: String,
    /// Its address.
    #[field(link)]
    pub url: String,
}

/// A file that a step needs: it names a content of the workspace, and many steps may name the same.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize, TS, Declared)]
#[field(part)]
pub struct StepFile {
    /// The file's name.
    #[field(name, required, search)]
    pub name: String,
    /// Its content, as `blob.put` answered it.
    #[field(value)]
    pub hash: Hash,
}

fn yes() -> bool {
    true
}

/// What a step's view adds.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default, Serialize, Deserialize, TS)]
pub struct StepStanding {
    /// True where its date hangs on the day on which another step will be done, and that is not done yet.
    pub provisional: bool,
    /// True while a gate before its phase is shut.
    pub gated: bool,
    /// True where its date is a day on which whoever does it does not work.
    pub on_day_off: bool,
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
        self.check_texts()?;
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

/// Functions over steps take them with and without the header of a stored record.
impl AsRef<Self> for ChecklistStep {
    fn as_ref(&self) -> &Self {
        self
    }
}

impl ChecklistStep {
    /// True where nothing is left to do: it is done, or was skipped.
    #[must_use]
    pub fn is_over(&self) -> bool {
        !self.state.is_open()
    }

    /// How far its date lies from what that counts from.
    #[must_use]
    pub fn offset(&self) -> Offset {
        Offset { days: self.offset_days, count: self.calendar }
    }

    /// The step after the step `gone` was deleted. If its date counted from `gone`, it now counts from what `gone`
    /// counted from, by both offsets together; if `gone` counted from nothing, it keeps its date.
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
