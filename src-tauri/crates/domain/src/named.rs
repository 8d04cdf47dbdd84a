//! Where records name somebody at the customer. Names are text: `docs/decisions/0004-people-as-text.md`.
//!
//! Owns which fields hold such a name, and whether the work that names them still goes on. Does not own who the
//! person is, nor who may be named.

use crate::{
    checklist::ChecklistStep,
    id::ContactId,
    initiative::Initiative,
    objective::Objective,
    plan::{Approver, Plan},
    record::Record,
    state::State as _,
    task::Task,
    text::is_same,
    words::{Side, StepSide},
};

/// A record that names people of the customer who have something to do in it.
pub trait NamesCustomers: Record {
    /// Each field that names one, with its name. Who confirmed or read something is history and not among them.
    fn customers(&mut self) -> Vec<(&'static str, &mut String)>;

    /// The contact that the person is, where the record can say so beside the name.
    fn contact(&mut self) -> Option<&mut Option<ContactId>> {
        None
    }

    /// Puts a list right after a name in it was replaced: nobody stands twice in a list of people.
    fn renamed(&mut self) {}

    /// True while there is something left to do. What is finished goes on naming whoever did it.
    fn is_open(&self) -> bool;
}

impl NamesCustomers for Plan {
    fn customers(&mut self) -> Vec<(&'static str, &mut String)> {
        let approvers = self.approvers.iter_mut().map(|approver| ("approvers", &mut approver.name));
        [("sponsor", &mut self.sponsor)].into_iter().chain(approvers).collect()
    }

    fn renamed(&mut self) {
        let mut once: Vec<Approver> = Vec::with_capacity(self.approvers.len());
        for approver in std::mem::take(&mut self.approvers) {
            match once.iter_mut().find(|other| is_same(&other.name, &approver.name)) {
                Some(other) if other.role.trim().is_empty() => other.role = approver.role,
                Some(_) => {}
                None => once.push(approver),
            }
        }
        self.approvers = once;
    }

    fn is_open(&self) -> bool {
        self.status.is_open()
    }
}

impl NamesCustomers for Objective {
    fn customers(&mut self) -> Vec<(&'static str, &mut String)> {
        vec![("customer_owner", &mut self.customer_owner)]
    }

    fn is_open(&self) -> bool {
        self.status.is_open()
    }
}

impl NamesCustomers for Initiative {
    fn customers(&mut self) -> Vec<(&'static str, &mut String)> {
        vec![("customer_dri", &mut self.customer_dri)]
    }

    fn is_open(&self) -> bool {
        self.status.is_open()
    }
}

impl NamesCustomers for Task {
    fn customers(&mut self) -> Vec<(&'static str, &mut String)> {
        let owner = match self.owner_side {
            Side::Customer => Some(("owner", &mut self.owner)),
            Side::Ours => None,
        };
        owner.into_iter().chain([("customer_dri", &mut self.customer_dri)]).collect()
    }

    fn is_open(&self) -> bool {
        self.status.is_open()
    }
}

impl NamesCustomers for ChecklistStep {
    fn customers(&mut self) -> Vec<(&'static str, &mut String)> {
        match self.owner_side {
            StepSide::Customer | StepSide::Partner => vec![("assignee", &mut self.assignee)],
            StepSide::Ours => Vec::new(),
        }
    }

    fn contact(&mut self) -> Option<&mut Option<ContactId>> {
        Some(&mut self.contact_id)
    }

    fn is_open(&self) -> bool {
        !self.is_over()
    }
}
