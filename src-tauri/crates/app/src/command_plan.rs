//! `command_plan.get`, `command_plan.update`, `command_plan.to_objectives`: what was promised before the sale.

use cairn_domain::{
    Account, CommandPlan, Criterion, CriterionLink, Objective, OutcomeLink, Plan, Problem, Reason, Stored,
};
use cairn_store::{StoreError, Tx};
use cairn_wire::{
    ChosenOutcome, Code, CommandPlanUpdate, Create, Failure, ObjectivesMade, OfAccount, OutcomeChoice,
    Request as _, RequestBody, ToObjectives, View,
};
use chrono::NaiveDate;
use serde_json::{Value, json};

use crate::{
    context::Context,
    crud::{Along, New, Resource, Written, make, view, views, write},
    error::Result,
};

/// The command plan; version 0 and empty until somebody filled it.
pub(crate) async fn get(context: &Context, OfAccount { account_id }: OfAccount) -> Result<View<CommandPlan>> {
    let open = context.workspace().await?;
    let rows = open.store.rows();
    rows.get::<Account>(account_id).await?;
    let plan = rows.find(CommandPlan::id_of(account_id)).await?;
    view(rows, plan.unwrap_or_else(|| unsaid(context, CommandPlan::empty(account_id)))).await
}

/// Fills it, or changes it.
pub(crate) async fn update(context: &Context, request: CommandPlanUpdate) -> Result<View<CommandPlan>> {
    let today = context.today().await?;
    let open = context.workspace_to_write().await?;
    let account = request.account_id;
    let mut tx = context.begin(&open, "command_plan.update").await?;
    let known = tx.rows().find(CommandPlan::id_of(account)).await?;
    if known.as_ref().is_some_and(|known| known.deleted_at.is_some()) {
        return Err(StoreError::Deleted { kind: cairn_domain::Kind::Account }.into());
    }
    let current = known.clone().unwrap_or_else(|| unsaid(context, CommandPlan::empty(account)));
    if request.version.is_some_and(|version| version != current.version) {
        let message = "Somebody changed this since it was read.";
        return Err(Failure::new(Code::Conflict, message).about("version").into());
    }
    let record = request.over(current.version)?.apply(&current.record)?;
    if known.is_none() && record == current.record {
        return view(tx.rows(), current).await;
    }
    let (stored, changed) = match known {
        None => {
            let new = New::named(Some(CommandPlan::id_of(account)), record);
            (make(&mut tx, new, today, Along::Now).await?, true)
        }
        Some(known) => {
            let Written { stored, changed, .. } = write(&mut tx, known, record, today, Along::Now).await?;
            (stored, changed)
        }
    };
    let shown = view(tx.rows(), stored).await?;
    if changed { context.commit(tx, shown).await } else { Ok(shown) }
}

fn unsaid(context: &Context, record: CommandPlan) -> Stored<CommandPlan> {
    let at = context.app.settings.clock.moment().at;
    Stored {
        id: CommandPlan::id_of(record.account_id),
        version: 0,
        created_at: at,
        created_by: String::new(),
        updated_at: at,
        updated_by: String::new(),
        deleted_at: None,
        record,
    }
}

/// Makes an objective of each outcome, and criteria of its lines; what was made before stays as it is.
pub(crate) async fn to_objectives(context: &Context, request: ToObjectives) -> Result<ObjectivesMade> {
    let ToObjectives { account_id, plan_id, outcomes } = request;
    let today = context.today().await?;
    let open = context.workspace_to_write().await?;
    let mut tx = context.begin(&open, "command_plan.to_objectives").await?;
    let plan = tx.current::<Plan>(plan_id, None).await?;
    if plan.record.account_id != account_id {
        return Err(Problem::new("plan_id", Reason::Elsewhere).into());
    }
    let current = tx.current::<CommandPlan>(CommandPlan::id_of(account_id), None).await?;
    let mut record = current.record.clone();
    let (mut objectives, mut made, mut criteria_made) = (Vec::new(), 0, 0);
    for choice in outcomes {
        let chosen = chosen(choice, &record)?;
        let known = known_link(&tx, &record, &chosen.outcome, &plan).await?;
        let (at, objective) = match known {
            Some(known) => known,
            None => {
                let fields = json!({ "plan_id": plan.id, "title": chosen.outcome });
                let objective: Stored<Objective> = add_of(&mut tx, fields, today).await?;
                let link = OutcomeLink {
                    outcome: chosen.outcome.clone(),
                    objective_id: objective.id,
                    criteria: Vec::new(),
                };
                record.links.push(link);
                made += 1;
                (record.links.len() - 1, objective)
            }
        };
        let number = chosen.metrics.iter().map(|line| (line, json!({ "kind": "number" })));
        let yes_no = json!({ "kind": "yes_no", "baseline": 0, "target": 1 });
        let there = chosen.capabilities.iter().map(|line| (line, yes_no.clone()));
        for (line, mut fields) in number.chain(there) {
            let Some(link) = record.links.get_mut(at) else { continue };
            if let Some(before) = link.criteria.iter().position(|criterion| criterion.line == *line) {
                let id = link.criteria.get(before).map(|criterion| criterion.criterion_id);
                let standing = match id {
                    Some(id) => tx.rows().find::<Criterion>(id).await?,
                    None => None,
                };
                if standing.is_some_and(|criterion| criterion.deleted_at.is_none()) {
                    continue;
                }
                link.criteria.remove(before);
            }
            fields["objective_id"] = json!(objective.id);
            fields["name"] = json!(line);
            let criterion: Stored<Criterion> = add_of(&mut tx, fields, today).await?;
            link.criteria.push(CriterionLink { line: line.clone(), criterion_id: criterion.id });
            criteria_made += 1;
        }
        objectives.push(objective);
    }
    let Written { changed, .. } = write(&mut tx, current, record, today, Along::Now).await?;
    let objectives = views(tx.rows(), objectives).await?;
    let answer = ObjectivesMade { objectives, made, criteria_made };
    // Without a change there is no operation: undoing one would seem to do nothing.
    if changed { context.commit(tx, answer).await } else { Ok(answer) }
}

/// The lines asked for, each of which the command plan must have.
fn chosen(choice: OutcomeChoice, plan: &CommandPlan) -> Result<ChosenOutcome, Problem> {
    let chosen = match choice {
        OutcomeChoice::Chosen(chosen) => chosen,
        OutcomeChoice::Line(outcome) if plan.positive_business_outcomes.len() == 1 => ChosenOutcome {
            outcome,
            metrics: plan.metrics.clone(),
            capabilities: plan.required_capabilities.clone(),
        },
        OutcomeChoice::Line(outcome) => {
            ChosenOutcome { outcome, metrics: Vec::new(), capabilities: Vec::new() }
        }
    };
    let whole = plan.positive_business_outcomes.contains(&chosen.outcome)
        && chosen.metrics.iter().all(|line| plan.metrics.contains(line))
        && chosen.capabilities.iter().all(|line| plan.required_capabilities.contains(line));
    if whole { Ok(chosen) } else { Err(Problem::new("outcomes", Reason::Elsewhere)) }
}

/// The link of an outcome to an objective that stands in the plan, and that objective.
async fn known_link(
    tx: &Tx,
    record: &CommandPlan,
    outcome: &str,
    plan: &Stored<Plan>,
) -> Result<Option<(usize, Stored<Objective>)>> {
    for (at, link) in record.links.iter().enumerate().filter(|(_, link)| link.outcome == outcome) {
        let found = tx.rows().find::<Objective>(link.objective_id).await?;
        let standing = found.filter(|found| found.deleted_at.is_none() && found.record.plan_id == plan.id);
        if let Some(objective) = standing {
            return Ok(Some((at, objective)));
        }
    }
    Ok(None)
}

/// Makes a record of the fields that are known of it.
async fn add_of<R: Resource>(tx: &mut Tx, fields: Value, today: NaiveDate) -> Result<Stored<R>> {
    let fields: RequestBody = serde_json::from_value(fields)?;
    make(tx, New::last(Create::<R>::parse(fields)?.into_record(today)?), today, Along::Now).await
}
