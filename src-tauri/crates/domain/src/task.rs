//! The task: one step of an initiative, something agreed in a call or a workshop, or something to do for an account.

mod next;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};
use ts_rs::TS;
use uuid::Uuid;

use crate::{
    declared::Declared,
    home::{Home, Homed as _},
    id::TaskId,
    kind::Kind,
    plan::not_before,
    position::Position,
    problem::{Problem, Reason},
    record::{Bare, Record},
    recurrence::Recurrence,
    state::State as _,
    words::{Audience, Level, Side, TaskStatus, Word},
};

/// One step, with somebody who does it and a day by which it is done.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize, TS, Declared)]
#[field(customer = by(visibility))]
pub struct Task {
    /// What it hangs under: an initiative, the account it is for, or the talk in which it was agreed.
    #[serde(flatten)]
    #[field(home(Initiative, Account, Touchpoint, Workshop), customer = key, workbook(1, "Initiative"))]
    pub home: Home<Self>,
    /// What is done, in a line.
    #[field(title, required, customer = always, workbook(2, "Name", "Task", "Step"), label = "field_title")]
    pub title: String,
    /// Who does it.
    #[serde(default)]
    #[field(person, search, customer = always, workbook(4, "Assignee", "Who"))]
    pub owner: String,
    /// Which side the owner is on.
    #[serde(default)]
    #[field(value, customer = always, workbook(5, "Side", "Owner is"))]
    pub owner_side: Side,
    /// Directly responsible on the customer's side.
    #[serde(default)]
    #[field(person, search, customer = always, workbook(6))]
    pub customer_dri: String,
    /// First day of work.
    #[serde(default)]
    #[field(value, customer = always, workbook(7, "Start date"), paper = "doc_start")]
    pub start: Option<NaiveDate>,
    /// By when.
    #[serde(default)]
    #[field(value, customer = always, workbook(8, "Due date", "End"), paper = "doc_due")]
    pub due: Option<NaiveDate>,
    /// The day it was done.
    #[serde(default)]
    #[field(value, customer = always, workbook(9, "Done", "Done on"))]
    pub done_date: Option<NaiveDate>,
    /// How it is going.
    #[serde(default)]
    #[field(value, customer = always, workbook(3, "State"), paper = "doc_status")]
    pub status: TaskStatus,
    /// How important it is.
    #[serde(default)]
    #[field(value, customer = never, workbook(11))]
    pub priority: Option<Level>,
    /// Whether it marks a milestone.
    #[serde(default)]
    #[field(value, customer = always, workbook(10))]
    pub milestone: bool,
    /// How likely the milestone is to be missed.
    #[serde(default)]
    #[field(value, customer = never, workbook(12))]
    pub milestone_risk: Option<Level>,
    /// What it waits for, while it is blocked.
    #[serde(default)]
    #[field(prose, search, customer = never, workbook(13, "Blocked by", "Waits for"))]
    pub blocked_reason: String,
    /// Who may see it: the customer in a plan, we alone elsewhere, unless said otherwise.
    #[serde(default)]
    #[field(value, customer = never, workbook(14, "Visible to", "Who sees it", "Audience"))]
    pub visibility: Audience,
    /// How it comes again once it is done; the next one then carries this on.
    #[serde(default)]
    #[field(value, customer = never, paper = "doc_change_recurrence")]
    pub recurrence: Option<Recurrence>,
    /// Its place in the initiative.
    #[serde(default)]
    #[field(value, customer = always, label = "place_in_list")]
    pub position: Position,
}

impl Record for Task {
    type Id = TaskId;
    type Derived = Bare;
    const KIND: Kind = Kind::Task;
    const REQUIRED: &'static [&'static str] = &["title"];
    const PARENTS: &'static [(&'static str, Kind)] = Self::HOMES;

    fn label(&self) -> String {
        self.title.clone()
    }

    fn parent(&self) -> Option<(Kind, Uuid)> {
        self.home.get()
    }

    fn prefill(fields: &mut Map<String, Value>, _today: NaiveDate) {
        // What stands in a plan is for the customer, a task elsewhere is ours (`docs/data-rules.md`, What is never in a
        // customer's document).
        if fields.contains_key("initiative_id") {
            fields.entry("visibility").or_insert_with(|| Audience::Customer.word().into());
        }
    }

    fn claim(fields: &mut Map<String, Value>, me: &str) {
        let side = fields.get("owner_side").and_then(Value::as_str);
        if side.is_none_or(|side| side == Side::Ours.word()) && !me.trim().is_empty() {
            fields.entry("owner").or_insert_with(|| me.trim().into());
        }
    }

    fn position_mut(&mut self) -> Option<&mut Position> {
        Some(&mut self.position)
    }

    /// What is over says when: today, unless said. What is open again has no such day. Work that was done before it was
    /// to begin had begun by then.
    fn complete(&mut self, before: Option<&Self>, today: NaiveDate) {
        let was_over = before.is_some_and(Self::is_over);
        if self.is_over() && !was_over {
            let unsaid = self.done_date.is_none();
            // What was given up before it was to begin had not begun; it was over on no day before that.
            if self.status == TaskStatus::Closed && unsaid && self.start.is_some_and(|start| start > today) {
                return;
            }
            let done = *self.done_date.get_or_insert(today);
            let kept = before.map_or(unsaid, |before| before.start == self.start);
            self.start = self.start.map(|start| if kept { start.min(done) } else { start });
        } else if was_over
            && !self.is_over()
            && before.is_some_and(|before| before.done_date == self.done_date)
        {
            self.done_date = None;
        }
    }

    fn check(&self, today: NaiveDate) -> Result<(), Problem> {
        self.home.check()?;
        self.check_texts()?;
        if let Some(recurrence) = &self.recurrence {
            recurrence.check()?;
        }
        not_before("due", self.due, self.start)?;
        if self.done_date.is_some_and(|day| day > today) {
            return Err(Problem::new("done_date", Reason::AfterToday { today }));
        }
        not_before("done_date", self.done_date, self.start)
    }
}

impl Task {
    /// True where nothing is left to do.
    #[must_use]
    pub fn is_over(&self) -> bool {
        !self.status.is_open()
    }

    /// A task becomes blocked with a reason, and keeps one while it is. What was blocked without a reason before
    /// that was asked for stays as it is.
    ///
    /// # Errors
    /// `needed_to_block` on `blocked_reason`.
    pub fn check_blocked(&self, before: Option<&Self>) -> Result<(), Problem> {
        let silent =
            |task: &Self| task.status == TaskStatus::Blocked && task.blocked_reason.trim().is_empty();
        if silent(self) && !before.is_some_and(silent) {
            return Err(Problem::new("blocked_reason", Reason::NeededToBlock));
        }
        Ok(())
    }
}
