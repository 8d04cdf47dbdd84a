//! The next task of a series.

use chrono::NaiveDate;

use super::Task;
use crate::{calendar::WorkingCalendar, recurrence::Recurrence, words::TaskStatus};

impl Task {
    /// What follows when a recurring task is done: the same task, new, on the next day of its series that is neither
    /// before its own last day nor before the day it was done. Being late skips what was missed meanwhile. It is as
    /// long as before, in working days where the series keeps to them. The series goes on with the next one; none
    /// where it ends, or where nothing comes again.
    #[must_use]
    pub fn next(&self, today: NaiveDate, calendar: &WorkingCalendar) -> Option<Self> {
        let recurrence = self.recurrence.as_ref()?;
        if recurrence.times == Some(1) {
            return None;
        }
        let done = self.done_date.unwrap_or(today);
        let own = self.due.or(self.start);
        let from = recurrence.from.or(own).unwrap_or(done);
        let yesterday = done.pred_opt().unwrap_or(done);
        // Without a date of its own it was meant for the day it was done.
        let after = own.map_or(done, |own| own.max(yesterday));
        let next = recurrence.next_after(from, after, calendar)?;
        if recurrence.until.is_some_and(|until| next > until) {
            return None;
        }
        let (start, due) = match (self.start, self.due) {
            (Some(start), Some(due)) => {
                let begin = if recurrence.working_days {
                    calendar.minus(next, calendar.length(start, due) - 1)
                } else {
                    next.checked_sub_signed(due - start).unwrap_or(next)
                };
                (Some(begin.min(next)), Some(next))
            }
            (Some(_), None) => (Some(next), None),
            (None, _) => (None, Some(next)),
        };
        let times = recurrence.times.map(|times| times - 1);
        Some(Self {
            start,
            due,
            done_date: None,
            status: TaskStatus::New,
            blocked_reason: String::new(),
            milestone_risk: None,
            recurrence: Some(Recurrence { from: Some(from), times, ..recurrence.clone() }),
            ..self.clone()
        })
    }

    /// True where a change of this task from `before` finishes it.
    #[must_use]
    pub fn finishes(&self, before: &Self) -> bool {
        self.status == TaskStatus::ClosedSuccess && before.status != TaskStatus::ClosedSuccess
    }
}
