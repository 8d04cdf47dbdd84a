//! The brief of a hand-off: from the records of an account, redacted already, to its input.

use std::{cmp::Reverse, collections::BTreeSet};

use cairn_documents::{
    hand_off::{HandOff, Risk, Touch, Training, Unfinished},
    onboarding::Brief,
};
use cairn_domain::{
    NamesCustomers as _, Objective, Touchpoint, TouchpointType, Workshop, WorkshopState, cadence,
};
use cairn_wire::OpenItem;

use crate::onboarding::Met;

/// Touchpoints that are told, at most.
const TOUCHES: usize = 8;

/// What a colleague asks, beside what the brief of a transition says already.
pub(super) fn hand_off(
    brief: Brief,
    objectives: &[Objective],
    met: Met,
    unfinished: Vec<OpenItem>,
) -> HandOff {
    let Met { touchpoints, workshops } = met;
    let mut touched: Vec<Touchpoint> = touchpoints.into_iter().map(|touchpoint| touchpoint.record).collect();
    let held: Vec<Training> = workshops.into_iter().filter_map(|workshop| held(workshop.record)).collect();
    let meetings = touched.iter().filter(|touchpoint| touchpoint.touchpoint_type.is_meeting());
    let days = meetings.map(|meeting| meeting.held_on).chain(held.iter().map(|workshop| workshop.on));
    let cadence = cadence(days);
    let enabled =
        touched.iter().filter(|touchpoint| touchpoint.touchpoint_type == TouchpointType::Enablement);
    let enabled =
        enabled.map(|touchpoint| Training { on: touchpoint.held_on, what: touchpoint.subject.clone() });
    let mut trainings: Vec<Training> = enabled.chain(held).collect();
    trainings.sort_by_key(|training| Reverse(training.on));
    touched.sort_by_key(|touchpoint| Reverse(touchpoint.held_on));
    let worked_on = || objectives.iter().filter(|objective| objective.is_open());
    let use_cases: BTreeSet<_> = worked_on().filter_map(|objective| objective.use_case).collect();
    let risks = worked_on().filter(|objective| !objective.risks.trim().is_empty());
    HandOff {
        brief,
        touches: touched.into_iter().take(TOUCHES).map(touch).collect(),
        cadence,
        trainings,
        use_cases: use_cases.into_iter().collect(),
        risks: risks
            .map(|objective| Risk { outcome: objective.title.clone(), risks: objective.risks.clone() })
            .collect(),
        open: unfinished.into_iter().map(open).collect(),
    }
}

/// A workshop, once it took place.
fn held(workshop: Workshop) -> Option<Training> {
    let on = workshop.day().filter(|_| workshop.state == WorkshopState::Done)?;
    Some(Training { on, what: workshop.title })
}

fn touch(touchpoint: Touchpoint) -> Touch {
    Touch {
        on: touchpoint.held_on,
        what: touchpoint.touchpoint_type,
        subject: touchpoint.subject,
        sentiment: touchpoint.sentiment,
    }
}

fn open(item: OpenItem) -> Unfinished {
    let OpenItem { kind, id: _, title, of, due, owner } = item;
    Unfinished { kind, title, of, owner, due }
}
