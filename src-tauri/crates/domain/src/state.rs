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

fn of<S: State>(field: &'static str) -> StatesOf {
    StatesOf { field, done: S::DONE.word(), over: S::OVER.iter().map(|state| state.word()).collect() }
}

macro_rules! states {
    (ends { $($kind:ident.$field:ident: $list:ident { $done:ident $(, $over:ident)* })+ } none { $($endless:ident),+ $(,)? }) => {
        $(impl State for $list {
            const DONE: Self = Self::$done;
            const OVER: &'static [Self] = &[Self::$done $(, Self::$over)*];
        })+

        /// The states of a kind whose records come to an end; none of one whose records do not.
        #[must_use]
        pub fn states_of(kind: Kind) -> Option<StatesOf> {
            match kind {
                $(Kind::$kind => Some(of::<$list>(stringify!($field))),)+
                $(Kind::$endless)|+ => None,
            }
        }
    };
}
states! {
    ends {
        Plan.status: PlanStatus { Completed, Archived }
        Objective.status: ObjectiveStatus { ClosedSuccess, ClosedLost, Closed }
        Initiative.status: InitiativeStatus { ClosedSuccess, Closed }
        Task.status: TaskStatus { ClosedSuccess, Closed }
        ChecklistStep.state: StepState { Done, Skipped }
        Workshop.state: WorkshopState { Done, Cancelled }
    }
    none {
        Me, Brand, Account, Contact, Touchpoint, CommandPlan, PlanVersion, SignOff, Criterion, Reading, Dependency,
        Attachment, Template, TemplateUse, ChecklistTemplate, Checklist,
    }
}
