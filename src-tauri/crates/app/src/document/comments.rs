//! Comments that authors hid in their texts: they leave the house in no copy for a customer. Pages do not print them.

use cairn_documents::{
    onboarding::Checklist,
    success_plan::{Criterion, Initiative, Objective, Reader, Reading, SuccessPlan},
};
use cairn_exchange::plan_markdown::shown;

use super::order::Manuscript;

/// Takes them out of every prose of a copy for a customer, before any format is made of it.
pub(super) fn take_out(manuscript: &mut Manuscript) {
    match manuscript {
        Manuscript::Plan(input) if input.reader == Reader::Customer => plan(input),
        Manuscript::Checklist(input) if !input.frame.internal => checklist(input),
        Manuscript::Plan(_)
        | Manuscript::Summary(_)
        | Manuscript::Onboarding(_)
        | Manuscript::Checklist(_)
        | Manuscript::Transition(_)
        | Manuscript::HandOff(_) => {}
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
