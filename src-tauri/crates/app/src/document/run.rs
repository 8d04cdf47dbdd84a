//! A checklist as one audience may see it: an allow-list of fields, as `success_plan.rs` has for a plan.
//!
//! Each step is for the customer or not, by its own switch. Why and how it is done and where to read more are theirs
//! only where that was written for them and the step is not ours to do. Why it was skipped, what it waits for and what
//! was said about it is ours alone.

use cairn_documents::onboarding::{Anchor, Phase, ShownChecklist, Step};
use cairn_domain::{
    Audience, Checklist, ChecklistId, ChecklistPhase, ChecklistStep, Seen, Standing, StepSide, StepStanding,
    Stored, is_for_customer,
};
use cairn_store::Rows;
use cairn_wire::{LeftOut, LeftOutWhat, View};

use crate::{checklist, error::Result, onboarding};

/// A checklist with its steps and what follows from their dates.
#[derive(Debug)]
pub(super) struct Read {
    pub(super) list: Stored<Checklist>,
    pub(super) steps: Vec<Stored<ChecklistStep>>,
    standing: Standing,
    standings: Vec<StepStanding>,
}

impl Read {
    /// Reads a checklist.
    pub(super) async fn of(rows: Rows<'_>, id: ChecklistId) -> Result<Self> {
        let run = checklist::ChecklistRun::of(rows, id).await?;
        let standing = Standing::of(&run.list.record, &run.steps);
        let standings = run.standings()?;
        let checklist::ChecklistRun { list, steps, .. } = run;
        Ok(Self { list, steps, standing, standings })
    }

    /// The checklist as the measures of an onboarding take it.
    pub(super) fn measured(&self) -> onboarding::OnboardingChecklist {
        let view = View { stored: self.list.clone(), derived: self.standing.clone() };
        onboarding::OnboardingChecklist::of(view, &self.steps)
    }

    /// Whether the customer sees any step of it.
    pub(super) fn is_seen(&self) -> bool {
        self.steps.iter().any(is_for_customer)
    }

    /// What a customer's copy leaves out of it.
    pub(super) fn left_out(&self) -> impl Iterator<Item = LeftOut> {
        let steps = || self.steps.iter().map(|step| &step.record);
        let hidden = |step: &&ChecklistStep| !is_for_customer(*step);
        let noted = |step: &&ChecklistStep| !(step.reason.is_empty() && step.note.is_empty());
        let titles = |title: &ChecklistStep| title.title.clone();
        let delayed = !self.list.record.delay_reason.trim().is_empty();
        [
            (LeftOutWhat::Steps, steps().filter(hidden).map(titles).collect()),
            (LeftOutWhat::StepNotes, steps().filter(noted).map(titles).collect()),
            (LeftOutWhat::DelayReason, delayed.then(|| self.list.record.title.clone()).into_iter().collect()),
        ]
        .into_iter()
        .filter(|(_, items): &(_, Vec<String>)| !items.is_empty())
        .map(|(what, items)| LeftOut { what, items })
    }

    /// The checklist for a document.
    pub(super) fn run(&self, audience: Audience) -> ShownChecklist {
        let Checklist {
            account_id: _,
            title,
            template_id: _,
            template_version: _,
            anchors,
            phases,
            is_primary: _,
            started_on,
            closed_on,
            delay_reason,
            applied: _,
            declined: _,
        } = self.list.record.clone();
        let ours = audience == Audience::Internal;
        let seen: Vec<_> = self
            .steps
            .iter()
            .zip(&self.standings)
            .filter_map(|(step, standing)| Some((Seen::of(step.clone(), audience)?, standing)))
            .collect();
        let waits = |step: &ChecklistStep| step.required && !step.is_over();
        let hidden =
            || self.steps.iter().map(|step| &step.record).filter(|step| !ours && !is_for_customer(*step));
        let phase_of = |title: &str, gate: String, open: bool| {
            let steps = seen.iter().filter(|(step, _)| step.record.phase == title);
            let steps = steps.map(|(step, standing)| self::step(step, standing, ours)).collect();
            let held = hidden().any(|step| step.phase == title && waits(step));
            Phase { title: title.to_owned(), gate, open, held, steps }
        };
        let known = |title: &str| phases.iter().any(|phase| phase.title == title);
        let loose: Vec<Step> = seen
            .iter()
            .filter(|(step, _)| !known(&step.record.phase))
            .map(|(step, standing)| self::step(step, standing, ours))
            .collect();
        let held = hidden().any(|step| !known(&step.phase) && waits(step));
        let first = Phase { title: String::new(), gate: String::new(), open: true, held, steps: loose };
        // By its place, because a title may have been redacted.
        let open = self.standing.progress.iter().map(|phase| phase.open).chain(std::iter::repeat(true));
        let rest = phases.iter().zip(open);
        let rest = rest.map(|(ChecklistPhase { title, gate }, open)| phase_of(title, gate.clone(), open));
        ShownChecklist {
            id: self.list.id,
            title,
            state: self.standing.state,
            started_on,
            closed_on,
            anchors: anchors.into_iter().map(|(key, day)| Anchor { key, day }).collect(),
            phases: std::iter::once(first).chain(rest).filter(|phase| !phase.steps.is_empty()).collect(),
            delay_reason: ours.then_some(delay_reason),
        }
    }
}

fn step(step: &Seen<Stored<ChecklistStep>>, standing: &StepStanding, ours: bool) -> Step {
    let Stored { id, mut record, .. } = step.clone().into_inner();
    // How we do our own work is not for the customer.
    if !ours && record.owner_side == StepSide::Ours {
        (record.why, record.how, record.links) = Default::default();
    }
    Step { id, record, provisional: standing.provisional }
}
