//! The success plan as one audience may see it: an allow-list of fields (`product.md`, audience table).

use cairn_documents::{
    Brand, Language, Paper,
    success_plan::{
        Author, Closure, Criterion, Initiative, Internal, Note, Objective, Reader, Reading, Section,
        SuccessPlan, Task,
    },
};
use cairn_domain::{self as domain, Audience, Me, ObjectiveStatus, work_progress};
use cairn_wire::{OutlineCriterion, OutlineInitiative, OutlineObjective, PlanOutline};
use chrono::NaiveDate;

/// What the page needs beside the records.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Setting {
    pub(crate) today: NaiveDate,
    pub(crate) language: Language,
    pub(crate) sheet: Paper,
}

/// True where `audience` may see what is marked for `marked`.
fn may_see(audience: Audience, marked: Audience) -> bool {
    audience == Audience::Internal || marked == Audience::Customer
}

/// The document's input.
pub(crate) fn input(
    outline: PlanOutline,
    me: Option<Me>,
    audience: Audience,
    setting: Setting,
) -> SuccessPlan {
    let reader = match audience {
        Audience::Customer => Reader::Customer,
        Audience::Internal => Reader::Internal(Box::new(internal(&outline))),
    };
    let PlanOutline { account, plan, objectives } = outline;
    let Setting { today, language, sheet } = setting;
    let domain::Plan {
        account_id: _,
        title,
        r#type,
        status: _,
        period_start,
        period_end,
        strategy,
        highlights,
        sponsor,
    } = plan.stored.record;
    let me = me.unwrap_or_default();
    SuccessPlan {
        plan_id: plan.stored.id,
        today,
        language,
        paper: sheet,
        reader,
        account: account.stored.record.name,
        title,
        plan_type: r#type,
        period_start,
        period_end,
        sponsor,
        author: Author { name: me.name, title: me.title },
        strategy,
        highlights,
        outcome_progress: plan.derived.outcome_progress,
        objectives: objectives.into_iter().map(|part| objective(part, audience)).collect(),
        people: Vec::new(),
        brand: Brand::default(),
        classification: None,
        sections: Section::all(),
        labels: std::collections::BTreeMap::new(),
    }
}

fn objective(part: OutlineObjective, audience: Audience) -> Objective {
    let OutlineObjective { objective, criteria, initiatives } = part;
    let domain::Objective {
        plan_id: _,
        title,
        summary,
        successes,
        risks,
        risks_audience,
        business_impact,
        use_case: _,
        priority: _,
        status,
        verifiable_outcome_stage,
        owner,
        customer_owner,
        start,
        due,
        close_reason: _,
        summary_of_outcome: _,
        position: _,
    } = objective.stored.record;
    let initiatives: Vec<Initiative> = initiatives
        .into_iter()
        .filter(|part| may_see(audience, part.initiative.stored.record.audience))
        .map(|part| initiative(part, audience))
        .collect();
    Objective {
        title,
        status,
        stage: verifiable_outcome_stage,
        summary,
        successes,
        risks: may_see(audience, risks_audience).then_some(risks),
        business_impact,
        owner,
        customer_owner,
        start,
        due,
        outcome_progress: objective.derived.outcome_progress,
        // Of the tasks this reader sees: a share of hidden ones would tell of them, and not add up on the page.
        work_progress: work_progress(
            initiatives.iter().flat_map(|initiative| &initiative.tasks).map(|task| task.status),
        ),
        criteria: criteria.into_iter().map(|part| criterion(part, audience)).collect(),
        initiatives,
        served_by: Vec::new(),
    }
}

fn criterion(part: OutlineCriterion, audience: Audience) -> Criterion {
    let OutlineCriterion { criterion, readings } = part;
    let domain::Criterion {
        objective_id: _,
        name,
        kind,
        unit,
        direction,
        baseline,
        target,
        target_min,
        target_max,
        target_date,
        weight: _,
        position: _,
    } = criterion.stored.record;
    let reading = |reading: domain::Reading| {
        let domain::Reading { criterion_id: _, date, value, note, note_audience, evidence: _, who: _ } =
            reading;
        let note = Some(note).filter(|note| !note.is_empty() && may_see(audience, note_audience));
        Reading { date, value, note }
    };
    Criterion {
        name,
        unit,
        kind,
        direction,
        baseline,
        target,
        target_min,
        target_max,
        target_date,
        progress: criterion.derived.progress,
        readings: readings.into_iter().map(|part| reading(part.stored.record)).collect(),
    }
}

fn initiative(part: OutlineInitiative, audience: Audience) -> Initiative {
    let OutlineInitiative { initiative, tasks } = part;
    let domain::Initiative {
        objective_id: _,
        title,
        update_text,
        dri,
        customer_dri,
        due,
        status,
        audience: _,
        position: _,
    } = initiative.stored.record;
    let visible = tasks.into_iter().filter(|task| may_see(audience, task.stored.record.audience));
    Initiative {
        title,
        status,
        dri,
        customer_dri,
        start: None,
        due,
        update_text,
        tasks: visible.map(|part| task(part.stored.record)).collect(),
    }
}

fn task(task: domain::Task) -> Task {
    let domain::Task {
        initiative_id: _,
        title,
        owner,
        owner_side,
        customer_dri,
        start,
        due,
        done_date,
        status,
        priority: _,
        milestone,
        audience: _,
        position: _,
    } = task;
    Task { title, status, owner, owner_side, customer_dri, start, due, done_date, milestone }
}

/// What only we may read.
fn internal(outline: &PlanOutline) -> Internal {
    let account = &outline.account.stored.record;
    let closed = |part: &&OutlineObjective| {
        matches!(part.objective.stored.record.status, ObjectiveStatus::ClosedLost | ObjectiveStatus::Closed)
    };
    let closure = |part: &OutlineObjective| {
        let objective = &part.objective.stored.record;
        Closure {
            objective: objective.title.clone(),
            reason: objective.close_reason.clone(),
            outcome: objective.summary_of_outcome.clone(),
        }
    };
    let notes = outline.objectives.iter().flat_map(|part| &part.criteria).flat_map(|part| {
        let about = &part.criterion.stored.record.name;
        let written = part
            .readings
            .iter()
            .map(|reading| &reading.stored.record)
            .filter(|reading| !reading.note.is_empty());
        written.map(move |reading| Note {
            about: format!("{about}, {}", reading.date),
            text: reading.note.clone(),
        })
    });
    Internal {
        arr: account.arr,
        tier: account.success_tier,
        priority: account.priority,
        stage: Some(account.lifecycle_stage),
        renewal_date: account.renewal_date,
        closures: outline.objectives.iter().filter(closed).map(closure).collect(),
        notes: notes.collect(),
    }
}
