//! The ids of a customer's file, sealed in its input before any format is made of it.

use cairn_documents::{
    onboarding::Checklist,
    success_plan::{Criterion, Initiative, Objective, Reader, SuccessPlan},
};
use cairn_domain::RecordId as _;
use cairn_store::Rows;
use cairn_wire::DocumentFormat;

use super::request::DocumentInput;
use crate::{error::Result, seal::Seal};

/// Seals what goes out with ids in it. Pages show none, and our own copy keeps them as they are.
pub(super) async fn seal(rows: Rows<'_>, input: &mut DocumentInput, format: DocumentFormat) -> Result<()> {
    match (input, format) {
        (_, DocumentFormat::Pdf) => Ok(()),
        (DocumentInput::Plan(input), _) if input.reader == Reader::Customer => plan(rows, input).await,
        (DocumentInput::Checklist(input), _) if !input.frame.internal => checklist(rows, input).await,
        (
            DocumentInput::Plan(_)
            | DocumentInput::Summary(_)
            | DocumentInput::Onboarding(_)
            | DocumentInput::Checklist(_)
            | DocumentInput::Transition(_)
            | DocumentInput::HandOff(_),
            _,
        ) => Ok(()),
    }
}

async fn plan(rows: Rows<'_>, plan: &mut SuccessPlan) -> Result<()> {
    let seal = Seal::of(rows, plan.plan_id.uuid(), plan.today).await?;
    Seal::of_home(rows, plan.today).await?.seal(&mut plan.plan_id);
    plan.sealed = true;
    for Objective { id, criteria, initiatives, .. } in &mut plan.objectives {
        seal.seal(id);
        for Criterion { id, readings, .. } in criteria {
            seal.seal(id);
            readings.iter_mut().for_each(|reading| seal.seal(&mut reading.id));
        }
        for Initiative { id, also_serves, tasks, .. } in initiatives {
            seal.seal(id);
            also_serves.iter_mut().flatten().for_each(|served| seal.seal(served));
            tasks.iter_mut().for_each(|task| seal.seal(&mut task.id));
        }
    }
    Ok(())
}

async fn checklist(rows: Rows<'_>, Checklist { frame, run }: &mut Checklist) -> Result<()> {
    let seal = Seal::of(rows, run.id.uuid(), frame.today).await?;
    Seal::of_home(rows, frame.today).await?.seal(&mut run.id);
    frame.sealed = true;
    for step in run.phases.iter_mut().flat_map(|phase| &mut phase.steps) {
        seal.seal(&mut step.id);
    }
    Ok(())
}
