//! Why a record is refused: the field, and a reason that a person understands.

use chrono::NaiveDate;
use serde::Serialize;
use ts_rs::TS;

use crate::{
    id::{ChecklistId, ReadingId},
    words::{Direction, FollowedKind, Word as _},
};

/// One field that cannot stay as it is.
#[derive(Clone, PartialEq, Debug, thiserror::Error)]
#[error("{field} {reason}")]
pub struct Problem {
    /// The field's name on the wire.
    pub field: String,
    /// What is wrong with it.
    pub reason: Reason,
}

impl Problem {
    /// A problem of one field.
    #[must_use]
    pub fn new(field: impl Into<String>, reason: Reason) -> Self {
        Self { field: field.into(), reason }
    }
}

/// What is wrong with a field. On the wire it stands in `details.reason`, with its figures beside it.
#[derive(Clone, PartialEq, Debug, thiserror::Error, Serialize, TS)]
#[serde(tag = "reason", rename_all = "snake_case")]
pub enum Reason {
    /// Nothing is there where something must be.
    #[error("must not be empty")]
    Empty,
    /// More characters than the field holds.
    #[error("is longer than {max} characters")]
    TooLong {
        /// The most characters it holds.
        max: usize,
    },
    /// The value is not of the field's type: no such date, not a number, not a word of the list.
    #[error("cannot be read: {why}")]
    Unreadable {
        /// What the reader of the value found.
        why: String,
    },
    /// A day in a year that is a slip of the hand.
    #[error("is “{value}”, and a date lies in the years {from} to {to}")]
    OutsideYears {
        /// As it was written.
        value: String,
        /// The first year.
        from: i32,
        /// The last year.
        to: i32,
    },
    /// A text that can be read in two ways.
    #[error("is “{text}”, which can be read in two ways")]
    TwoWays {
        /// As it was written.
        text: String,
    },
    /// A date before the date that opens the span.
    #[error("is before the start, {start}")]
    BeforeStart {
        /// The opening date.
        start: NaiveDate,
    },
    /// A date after the date that closes the span.
    #[error("is after the end, {end}")]
    AfterEnd {
        /// The closing date.
        end: NaiveDate,
    },
    /// What was read or done cannot be from the future.
    #[error("is after today, {today}")]
    AfterToday {
        /// Today where the user is.
        today: NaiveDate,
    },
    /// A criterion is read once a day; the reading of that day can be changed instead.
    #[error("has a reading already: {value}")]
    ReadingThatDay {
        /// The reading of that day.
        id: ReadingId,
        /// What was read, in the criterion's unit.
        value: f64,
        /// Its version, to change it.
        version: i64,
    },
    /// The criteria of an objective would all weigh nothing, so that nothing would be measured.
    #[error("cannot be 0 for every criterion of an objective")]
    NoWeight,
    /// Not a finite number.
    #[error("is not a finite number")]
    NotFinite,
    /// Not one of the twelve months.
    #[error("must be a month, 1 to 12")]
    NoMonth,
    /// A text that is no region of the country.
    #[error("is no region of {country} by ISO 3166-2{}", such_as(such))]
    NoRegion {
        /// The country's two letters.
        country: String,
        /// Codes that it has, as they are said here.
        such: Vec<String>,
    },
    /// A region that is a country by ISO 3166-1 as well, with holidays of its own.
    #[error("has holidays of its own: say {country} as the country")]
    RegionIsCountry {
        /// The two letters of that.
        country: String,
    },
    /// A region whose parts keep different holidays.
    #[error("has parts with holidays of their own: say the part{}", such_as(parts))]
    MixedRegion {
        /// Codes of such parts.
        parts: Vec<String>,
    },
    /// Not an address of the web.
    #[error("must begin with http:// or https://")]
    NoUrl,
    /// Not a colour.
    #[error("must be a colour such as #2456c9")]
    NoColour,
    /// Below zero where only zero or more makes sense.
    #[error("must not be negative")]
    Negative,
    /// Larger than what is stored exactly.
    #[error("is too large")]
    TooLarge,
    /// A number outside of what makes sense.
    #[error("must be from {min} to {max}")]
    OutOfRange {
        /// The least.
        min: i64,
        /// The most.
        max: i64,
    },
    /// The target lies on the other side of the baseline than is called better.
    #[error(
        "contradicts the others: from the baseline {baseline} to the target {target} is not {}; change the direction with them",
        direction.word()
    )]
    WrongWay {
        /// Where it started.
        baseline: f64,
        /// Where it should arrive.
        target: f64,
        /// What is called better.
        direction: Direction,
    },
    /// The lower end of a range lies above the upper end, or on it.
    #[error("is not above the lower end of the range")]
    EmptyRange,
    /// A yes/no criterion knows 0 and 1 only.
    #[error("must be 0 (no) or 1 (yes)")]
    NotYesNo,
    /// A record stays under the parent it was made for.
    #[error("cannot be changed after the record is made")]
    Fixed,
    /// A closed success needs an outcome that was delivered or verified.
    #[error("can be closed_success only once the verifiable outcome stage is delivered or verified")]
    NotDelivered,
    /// An outcome is accepted once it has a goal, criteria with baseline, target and date, impact and timeline.
    #[error("can be accepted only once {} is there", missing.join(", "))]
    NotAcceptable {
        /// The fields that are missing; those of criteria by their own names.
        missing: Vec<String>,
    },
    /// Only what was delivered can be confirmed.
    #[error("can be verified only once it is delivered")]
    NotDeliveredYet,
    /// Verified comes with who confirmed, when and in which words, and cannot be taken back.
    #[error(
        "becomes verified only by `objective.verify`, which asks who confirmed it, when and in which words"
    )]
    OnlyByVerify,
    /// What the customer confirmed stays as they confirmed it.
    #[error("was confirmed by the customer and stays as it is")]
    Confirmed,
    /// Only a confirmation that was given can be corrected or taken back.
    #[error("was not confirmed")]
    NotConfirmed,
    /// A sign-off is corrected or taken back once; after that, the entry that took its place is.
    #[error("was corrected or withdrawn already: amend the entry that stands instead of it")]
    Amended,
    /// What somebody signed stays as they signed it.
    #[error("was signed and stays as it is")]
    Signed,
    /// A verified outcome says who confirmed it, when, and in which words.
    #[error("is needed to call the outcome verified")]
    NeededToVerify,
    /// A record hangs under one other.
    #[error("cannot be given beside {other}: a record has one home")]
    SecondHome {
        /// The field that names its other home.
        other: String,
    },
    /// Two fields that say the same thing in different ways.
    #[error("cannot be given beside {other}")]
    Beside {
        /// The other field.
        other: String,
    },
    /// Two entries of a list say the same.
    #[error("says the same twice: {what}")]
    Twice {
        /// What is there twice.
        what: String,
    },
    /// A key that leads nowhere.
    #[error("names {key}, which is not there")]
    NoPart {
        /// The key.
        key: String,
    },
    /// A day before the day that opens the span.
    #[error("is before day {day}, on which it starts")]
    BeforeStartDay {
        /// The opening day, in working days after the plan's start.
        day: u32,
    },
    /// Tasks that would wait for each other.
    #[error("makes tasks wait for each other: {}", path.join(" > "))]
    Loop {
        /// Their titles in order, the first again at the end.
        path: Vec<String>,
    },
    /// Steps whose dates would count from each other.
    #[error("makes dates count from each other: {}", path.join(" > "))]
    OffsetLoop {
        /// Their titles in the order in which they would follow, the first again at the end.
        path: Vec<String>,
    },
    /// A day that is farther from today than makes sense.
    #[error("must lie from {from} to {to}")]
    TooFar {
        /// The first day.
        from: NaiveDate,
        /// The last day.
        to: NaiveDate,
    },
    /// Steps count from a day that nobody said.
    #[error("is needed: the step {step} counts from it")]
    NoAnchor {
        /// The title of the first such step.
        step: String,
    },
    /// A gate opens once the required steps before it are over, and there are none.
    #[error("cannot be opened: the phase {phase} has no required step")]
    GateShut {
        /// The phase's title.
        phase: String,
    },
    /// A checklist of this template is under way; `again` starts another.
    #[error("is under way already: {title}")]
    RunsAlready {
        /// The checklist that runs.
        id: ChecklistId,
        /// What it is called.
        title: String,
    },
    /// A step that is skipped or blocked says why.
    #[error("is needed to skip or block a step")]
    NeededForStep,
    /// A checklist that is closed before all that is required is done says why.
    #[error("is needed to close a checklist while required steps are open")]
    NeededForChecklist,
    /// An onboarding that took longer than its target says why.
    #[error("is needed where it took longer than {days} days")]
    NeededForDelay {
        /// The target.
        days: i64,
    },
    /// Only a step that is done has a day on which it was.
    #[error("belongs to a step that is done")]
    OnlyWhenDone,
    /// The step follows another record, which is where its state changes.
    #[error("follows another record and changes with it")]
    FollowsRecord {
        /// The kind of that.
        kind: FollowedKind,
    },
    /// The checklist is closed.
    #[error("belongs to a checklist that is closed")]
    ChecklistClosed,
    /// The record named belongs elsewhere, or is the record itself.
    #[error("does not belong here")]
    Elsewhere,
    /// People would report to each other in a circle.
    #[error("would make a circle of reporting lines")]
    Circle,
    /// A file that this program cannot use.
    #[error("cannot be used: {why}")]
    BadFile {
        /// What is wrong with it.
        why: String,
    },
    /// A workspace stands there, or one of the files that belong to it.
    #[error("is a workspace or belongs to one; choose another name")]
    IsWorkspace,
    /// Another file stands there.
    #[error(
        "is a file that this workspace did not write, or that was changed since; say `force` to replace it"
    )]
    FileThere,
    /// A file that nobody chose in the window.
    #[error("is a file that was not chosen in the window")]
    NotChosen,
    /// A blocked task says what it waits for.
    #[error("is needed to call the task blocked")]
    NeededToBlock,
    /// A touchpoint says what was said, who was there, or that nobody answered.
    #[error("must be there, or who was present; where nobody answered, the type is no_answer")]
    NeededToLog,
    /// Somebody who was there no more.
    #[error("names {name}, who left on {on}, for {day}; name who was there, or correct the day they left")]
    HadLeft {
        /// Their name.
        name: String,
        /// The day they left.
        on: NaiveDate,
        /// The day that is meant.
        day: NaiveDate,
    },
    /// Not a mail address.
    #[error("is “{value}”, and a mail address has an @ between a name and a host, such as ada@acme.example")]
    NoMail {
        /// As it was written.
        value: String,
    },
    /// A checklist has no such phase.
    #[error("names {key}, which is not there; {}", there_are(known))]
    NoPhase {
        /// The key.
        key: String,
        /// The phases that are there, by their titles.
        known: Vec<String>,
    },
    /// Nobody at the customer has that name, so it may be a slip; the caller can insist on it.
    #[error("is {name:?}, which is nobody's name here; `as_typed` takes it all the same")]
    Nobody {
        /// What was given.
        name: String,
    },
    /// A lost or dropped objective says why and what came of it.
    #[error("is needed to close the objective")]
    NeededToClose,
}

/// The phases that are there, for the end of a sentence.
fn there_are(phases: &[String]) -> String {
    if phases.is_empty() {
        "the checklist has no phases: leave it empty".to_owned()
    } else {
        format!("there are: {}", phases.join(", "))
    }
}

/// What would be accepted, for the end of a sentence; nothing where nothing is known.
fn such_as(codes: &[String]) -> String {
    if codes.is_empty() { String::new() } else { format!(", such as {}", codes.join(", ")) }
}

impl Reason {
    /// True where the value is well formed but the record's state does not allow it.
    #[must_use]
    pub fn is_about_state(&self) -> bool {
        matches!(
            self,
            Self::NotDelivered
                | Self::NotAcceptable { .. }
                | Self::NotDeliveredYet
                | Self::OnlyByVerify
                | Self::Confirmed
                | Self::NotConfirmed
                | Self::Amended
                | Self::Signed
                | Self::RunsAlready { .. }
                | Self::FollowsRecord { .. }
                | Self::ChecklistClosed
        )
    }
}
