//! `plan.outline`: a whole plan in one answer.

use cairn_domain::{Bare, Kind, Objective, Plan, Record, RecordId, Stored};
use cairn_store::Rows;
use cairn_wire::{ById, OutlineCriterion, OutlineInitiative, OutlineObjective, PlanOutline, View};

use crate::{
    context::Context,
    crud::{view, views},
    error::Result,
    plan_tree::PlanTree,
};

/// The plan with all that hangs under it, in order.
pub(crate) async fn outline(context: &Context, ById { id }: ById<Plan>) -> Result<PlanOutline> {
    let open = context.workspace().await?;
    read(open.store.rows(), id).await
}

/// Reads a whole plan.
pub(crate) async fn read(rows: Rows<'_>, id: cairn_domain::PlanId) -> Result<PlanOutline> {
    let plan = rows.get::<Plan>(id).await?;
    let account = view(rows, rows.get(plan.record.account_id).await?).await?;
    let contacts = views(rows, rows.under(Kind::Account, [plan.record.account_id.uuid()]).await?).await?;
    let objectives: Vec<Stored<Objective>> = rows.under(Kind::Plan, [id.uuid()]).await?;
    let mut under = PlanTree::objectives(rows, &objectives).await?;
    let ids: Vec<_> = objectives.iter().map(|objective| objective.id).collect();
    let derived = under.plan_progress(&ids);
    let tasks: Vec<_> = under.tasks.values().flatten().map(|task| task.id.uuid()).collect();
    let dependencies = bare(Some(rows.under(Kind::Task, tasks).await?));
    let objectives = objectives.into_iter().map(|objective| outline_of(&mut under, objective)).collect();
    Ok(PlanOutline { account, contacts, dependencies, plan: View { stored: plan, derived }, objectives })
}

fn outline_of(under: &mut PlanTree, objective: Stored<Objective>) -> OutlineObjective {
    let derived = under.objective_progress(objective.id);
    let criteria = under.criteria.remove(&objective.id).unwrap_or_default();
    let initiatives = under.initiatives.remove(&objective.id).unwrap_or_default();
    OutlineObjective {
        criteria: criteria
            .into_iter()
            .map(|criterion| {
                let derived = under.measure_of(&criterion);
                let readings = bare(under.readings.remove(&criterion.id));
                OutlineCriterion { criterion: View { stored: criterion, derived }, readings }
            })
            .collect(),
        initiatives: initiatives
            .into_iter()
            .map(|initiative| {
                let tasks = bare(under.tasks.remove(&initiative.id));
                OutlineInitiative { initiative: View { stored: initiative, derived: Bare {} }, tasks }
            })
            .collect(),
        objective: View { stored: objective, derived },
    }
}

fn bare<R: Record<Derived = Bare>>(records: Option<Vec<Stored<R>>>) -> Vec<View<R>> {
    records.unwrap_or_default().into_iter().map(|stored| View { stored, derived: Bare {} }).collect()
}
