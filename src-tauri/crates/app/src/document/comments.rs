//! Comments that authors hid in their texts: they are in no copy for a customer. Pages do not print them.

use cairn_documents::{onboarding::Checklist, success_plan::SuccessPlan};
use cairn_domain::{Declared, Sort};
use cairn_exchange::plan_markdown::shown;

/// Takes them out of every prose of a plan, before any format is made of it.
pub(super) fn of_plan(plan: &mut SuccessPlan) {
    bare(&mut plan.strategy);
    bare(&mut plan.highlights);
    for objective in &mut plan.objectives {
        prose(&mut objective.record);
        for reading in objective.criteria.iter_mut().flat_map(|criterion| &mut criterion.readings) {
            prose(&mut reading.record);
        }
        objective.initiatives.iter_mut().for_each(|initiative| prose(&mut initiative.record));
    }
}

/// The same of a checklist.
pub(super) fn of_checklist(Checklist { run, .. }: &mut Checklist) {
    for phase in &mut run.phases {
        bare(&mut phase.gate);
        phase.steps.iter_mut().for_each(|step| prose(&mut step.record));
    }
}

/// Bares every prose of a record.
fn prose(record: &mut impl Declared) {
    record.edit_texts(&mut |field, text| {
        if field.sort == Sort::Prose {
            bare(text);
        }
    });
}

fn bare(text: &mut String) {
    let left = shown(text);
    if left != *text {
        *text = left.trim_end().to_owned();
    }
}
