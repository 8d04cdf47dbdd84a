//! One account of the sample with all that hangs under it, parents before children.

use cairn_domain::{
    Account, CommandPlan, Contact, Criterion, Dependency, Initiative, Objective, Plan, Reading, Record,
    Stored, Task, Touchpoint, Workshop,
};
use cairn_store::Tx;
use chrono::NaiveDate;
use serde_json::json;

use super::{
    add_one::add_one,
    checklist,
    content::{Customer, Part, Planned, SampleCommandPlan, SampleTouchpoint, Step, Wait, Work, id_of},
    version,
};
use crate::{
    crud::{New, put_new},
    error::Result,
};

/// What was made so far, by the names that stand for ids.
#[derive(Default)]
struct Made {
    contacts: Vec<(String, String)>,
    objectives: Vec<(String, String)>,
    criteria: Vec<(String, String)>,
    tasks: Vec<(String, String)>,
}

/// Adds a customer.
pub(super) async fn add(tx: &mut Tx, customer: Customer, today: NaiveDate) -> Result<()> {
    let Customer { account, contacts, touchpoints, workshops, tasks, plans, command_plan, checklists } =
        customer;
    let account = add_one::<Account>(tx, account.with("sample", true.into()), &[], today).await?;
    let home = [("account_id", account.id.to_string())];
    let mut made = Made::default();
    for contact in contacts {
        let contact = contact.named("reports_to", &made.contacts)?;
        let added = add_one::<Contact>(tx, contact, &home, today).await?;
        made.contacts.push((added.record.name, added.id.to_string()));
    }
    for SampleTouchpoint { touchpoint, actions } in touchpoints {
        let touchpoint = touchpoint.all_named("contact_ids", &made.contacts)?;
        let added = add_one::<Touchpoint>(tx, touchpoint, &home, today).await?;
        let home = [("touchpoint_id", added.id.to_string())];
        for action in actions {
            add_one::<Task>(tx, action, &home, today).await?;
        }
    }
    for task in tasks {
        add_one::<Task>(tx, task, &home, today).await?;
    }
    for plan in plans {
        add_plan(tx, plan, &home, &mut made, today).await?;
    }
    for begun in checklists {
        checklist::add(tx, begun, account.id, today).await?;
    }
    // An objective that a workshop serves stands in a plan.
    for workshop in workshops {
        let workshop = workshop.all_named("invited_ids", &made.contacts)?;
        let workshop =
            workshop.all_named("attended_ids", &made.contacts)?.named("objective_id", &made.objectives)?;
        add_one::<Workshop>(tx, workshop, &home, today).await?;
    }
    match command_plan {
        Some(promised) => add_command_plan(tx, promised, &account, &made, today).await,
        None => Ok(()),
    }
}

async fn add_plan(
    tx: &mut Tx,
    plan: Planned,
    home: &[(&str, String)],
    made: &mut Made,
    today: NaiveDate,
) -> Result<()> {
    let added = add_one::<Plan>(tx, plan.plan, home, today).await?;
    let home = [("plan_id", added.id.to_string())];
    // All objectives first: an initiative may serve a later one.
    let mut works = Vec::new();
    for objective in plan.objectives {
        let added = add_one::<Objective>(tx, objective.objective, &home, today).await?;
        made.objectives.push((added.record.title, added.id.to_string()));
        works.push((added.id.to_string(), objective.work));
    }
    let ids: Vec<String> = works.iter().map(|(id, _)| id.clone()).collect();
    // All tasks first: one may wait for a later one.
    let mut waits = Vec::new();
    for (objective, work) in works {
        waits.extend(add_work(tx, work, &objective, &ids, made, today).await?);
    }
    for (successor, Wait { title, lag_days }) in waits {
        let predecessor = id_of("after", &title, &made.tasks)?;
        let link = json!({ "predecessor_id": predecessor, "successor_id": successor, "lag_days": lag_days });
        add_one::<Dependency>(tx, Part::of(link)?, &[], today).await?;
    }
    for frozen in plan.versions {
        version::add(tx, frozen, added.id, today).await?;
    }
    Ok(())
}

/// Adds what hangs under an objective, and answers which task waits for what.
async fn add_work(
    tx: &mut Tx,
    work: Work,
    objective: &str,
    plan: &[String],
    made: &mut Made,
    today: NaiveDate,
) -> Result<Vec<(String, Wait)>> {
    let home = [("objective_id", objective.to_owned())];
    for measured in work.criteria {
        let added = add_one::<Criterion>(tx, measured.criterion, &home, today).await?;
        let home = [("criterion_id", added.id.to_string())];
        made.criteria.push((added.record.name, added.id.to_string()));
        for reading in measured.readings {
            add_one::<Reading>(tx, reading, &home, today).await?;
        }
    }
    let mut waits = Vec::new();
    for driven in work.initiatives {
        let initiative = driven.initiative.numbered("also_serves", plan)?;
        let added = add_one::<Initiative>(tx, initiative, &home, today).await?;
        let home = [("initiative_id", added.id.to_string())];
        for Step { task, after } in driven.tasks {
            let added = add_one::<Task>(tx, task, &home, today).await?;
            waits.extend(after.into_iter().map(|wait| (added.id.to_string(), wait)));
            made.tasks.push((added.record.title, added.id.to_string()));
        }
    }
    Ok(waits)
}

async fn add_command_plan(
    tx: &mut Tx,
    promised: SampleCommandPlan,
    account: &Stored<Account>,
    made: &Made,
    today: NaiveDate,
) -> Result<()> {
    let SampleCommandPlan { command_plan, taken } = promised;
    let mut links = Vec::new();
    for outcome in taken {
        let mut criteria = Vec::new();
        for line in &outcome.lines {
            let id = id_of("criterion", line.became(), &made.criteria)?;
            criteria.push(json!({ "line": line.line, "criterion_id": id }));
        }
        let id = id_of("objective", outcome.became(), &made.objectives)?;
        links.push(json!({ "outcome": outcome.line, "objective_id": id, "criteria": criteria }));
    }
    let home = [("account_id", account.id.to_string())];
    let record: CommandPlan = command_plan.with("links", links.into()).read(&home, today)?;
    record.check(today)?;
    put_new(tx, New::named(Some(CommandPlan::id_of(account.id)), record)).await?;
    Ok(())
}
