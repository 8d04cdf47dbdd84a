//! Where a record stands, of the kinds whose records come to an end: what "done" means, and what "over" means.
//!
//! The one place that says so: documents, shifts, cascades, the list of today and, through the table that is generated for
//! it, the window ask here.

use crate::{
    kind::Kind,
    words::{InitiativeStatus, ObjectiveStatus, PlanStatus, StepState, TaskStatus, Word, WorkshopState},
};

/// A list of states, some of which leave nothing to do.
pub trait State: Word + PartialEq + 'static {
    /// What it becomes where it went as it was meant to: what a tick means.
    const DONE: Self;
    /// Those that leave nothing to do, [`State::DONE`] among them.
    const OVER: &'static [Self];

    /// True while there is something left to do.
    fn is_open(self) -> bool {
        !Self::OVER.contains(&self)
    }
}

macro_rules! states {
    ($($list:ident: $done:ident $(, $over:ident)*;)+) => {$(
        impl State for $list {
            const DONE: Self = Self::$done;
            const OVER: &'static [Self] = &[Self::$done $(, Self::$over)*];
        }
    )+};
}
states! {
    PlanStatus: Completed, Archived;
    ObjectiveStatus: ClosedSuccess, ClosedLost, Closed;
    InitiativeStatus: ClosedSuccess, Closed;
    TaskStatus: ClosedSuccess, Closed;
    StepState: Done, Skipped;
    WorkshopState: Done, Cancelled;
}

/// Where the records of a kind stand, in words of the wire.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct StatesOf {
    /// The field that says so.
    pub field: &'static str,
    /// [`State::DONE`].
    pub done: &'static str,
    /// [`State::OVER`].
    pub over: Vec<&'static str>,
}

/// The states of a kind whose records come to an end; none of one whose records do not.
#[must_use]
pub fn states_of(kind: Kind) -> Option<StatesOf> {
    fn of<S: State>(field: &'static str) -> Option<StatesOf> {
        let over = S::OVER.iter().map(|state| state.word()).collect();
        Some(StatesOf { field, done: S::DONE.word(), over })
    }
    match kind {
        Kind::Plan => of::<PlanStatus>("status"),
        Kind::Objective => of::<ObjectiveStatus>("status"),
        Kind::Initiative => of::<InitiativeStatus>("status"),
        Kind::Task => of::<TaskStatus>("status"),
        Kind::ChecklistStep => of::<StepState>("state"),
        Kind::Workshop => of::<WorkshopState>("state"),
        _ => None,
    }
}
