//! The ids of a customer's file, sealed in its input before any format is made of it.

use cairn_documents::{
    onboarding::Checklist,
    success_plan::{Criterion, Initiative, Objective, SuccessPlan},
};
use cairn_domain::Home;

use crate::seal::Seal;

/// Those of a plan. Pages show none, and our own copy keeps them as they are.
pub(super) fn plan(plan: &mut SuccessPlan, seal: &Seal, home: &Seal) {
    home.seal(&mut plan.plan_id);
    plan.sealed = true;
    // A record names what it hangs under by the id that one has in this file.
    for Objective { id, record, criteria, initiatives, .. } in &mut plan.objectives {
        seal.seal(id);
        record.plan_id = plan.plan_id;
        for Criterion { id: criterion, record, readings, .. } in criteria {
            seal.seal(criterion);
            record.objective_id = *id;
            for reading in readings {
                seal.seal(&mut reading.id);
                reading.criterion_id = *criterion;
            }
        }
        for Initiative { id: initiative, record, tasks, .. } in initiatives {
            seal.seal(initiative);
            record.objective_id = *id;
            record.also_serves.iter_mut().for_each(|served| seal.seal(served));
            for task in tasks {
                seal.seal(&mut task.id);
                task.home = Home::under(*initiative);
            }
        }
    }
}

/// Those of a checklist.
pub(super) fn checklist(Checklist { frame, run }: &mut Checklist, seal: &Seal, home: &Seal) {
    home.seal(&mut run.id);
    frame.sealed = true;
    for step in run.phases.iter_mut().flat_map(|phase| &mut phase.steps) {
        seal.seal(&mut step.id);
        step.checklist_id = run.id;
    }
}
