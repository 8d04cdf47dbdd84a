//! Comments that authors hid in their texts: they are in no copy for a customer. Pages do not print them.

use cairn_documents::{
    onboarding::Checklist,
    success_plan::{Criterion, Initiative, Objective, Reader, Reading, SuccessPlan},
};
use cairn_exchange::plan_markdown::shown;

use super::request::DocumentInput;

/// Takes them out of every prose of a copy for a customer, before any format is made of it.
pub(super) fn take_out(input: &mut DocumentInput) {
    match input {
        DocumentInput::Plan(input) if input.reader == Reader::Customer => plan(input),
        DocumentInput::Checklist(input) if !input.frame.internal => checklist(input),
        DocumentInput::Plan(_)
        | DocumentInput::Summary(_)
        | DocumentInput::Onboarding(_)
        | DocumentInput::Checklist(_)
        | DocumentInput::Transition(_)
        | DocumentInput::HandOff(_) => {}
    }
}

fn plan(plan: &mut SuccessPlan) {
    bare([&mut plan.strategy, &mut plan.highlights]);
    for objective in &mut plan.objectives {
        let Objective { summary, successes, risks, business_impact, criteria, initiatives, .. } = objective;
        bare([summary, successes, business_impact]);
        bare(risks);
        for Criterion { readings, .. } in criteria {
            bare(readings.iter_mut().filter_map(|Reading { note, .. }| note.as_mut()));
        }
        bare(initiatives.iter_mut().map(|Initiative { update_text, .. }| update_text));
    }
}

fn checklist(Checklist { run, .. }: &mut Checklist) {
    for phase in &mut run.phases {
        bare([&mut phase.gate]);
        for step in &mut phase.steps {
            bare([&mut step.why, &mut step.how, &mut step.evidence_wanted, &mut step.evidence]);
        }
    }
}

fn bare<'a>(texts: impl IntoIterator<Item = &'a mut String>) {
    for text in texts {
        let left = shown(text);
        if left != *text {
            *text = left.trim_end().to_owned();
        }
    }
}
