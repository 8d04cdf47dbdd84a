//! A plan's content as one audience may see it: the document's allow-list (`document/success_plan.rs`), over whole
//! records.
//!
//! What is not for the customer takes one value whatever was there, so that no comparison can tell of it.

use std::collections::HashSet;

use cairn_domain::{
    Audience, Criterion, CriterionSource, Entry, Initiative, Objective, Plan, PlanContent, PlanStatus,
    Reading, Task,
};

/// The content as `audience` may see it.
pub(crate) fn seen_by(content: PlanContent, audience: Audience) -> PlanContent {
    if audience == Audience::Internal {
        return content;
    }
    let PlanContent { plan, objectives, criteria, readings, initiatives, tasks, dependencies: _ } = content;
    let initiatives: Vec<_> = initiatives
        .into_iter()
        .filter(|entry| entry.record.visibility == Audience::Customer)
        .map(|entry| with(entry, initiative))
        .collect();
    let shown: HashSet<_> = initiatives.iter().map(|entry| entry.id).collect();
    let is_shown = |task: &Entry<Task>| {
        task.record.visibility == Audience::Customer
            && task.record.initiative_id.is_some_and(|id| shown.contains(&id))
    };
    PlanContent {
        plan: with(plan, self::plan),
        objectives: objectives.into_iter().map(|entry| with(entry, objective)).collect(),
        criteria: criteria.into_iter().map(|entry| with(entry, criterion)).collect(),
        readings: readings.into_iter().map(|entry| with(entry, reading)).collect(),
        tasks: tasks.into_iter().filter(is_shown).map(|entry| with(entry, task)).collect(),
        initiatives,
        dependencies: Vec::new(),
    }
}

fn with<R: cairn_domain::Record>(entry: Entry<R>, seen: impl Fn(R) -> R) -> Entry<R> {
    Entry { id: entry.id, record: seen(entry.record) }
}

fn plan(plan: Plan) -> Plan {
    let Plan {
        account_id,
        title,
        r#type,
        status: _,
        period_start,
        period_end,
        strategy,
        highlights,
        sponsor,
        approvers,
    } = plan;
    Plan {
        account_id,
        title,
        r#type,
        status: PlanStatus::default(),
        period_start,
        period_end,
        strategy,
        highlights,
        sponsor,
        approvers,
    }
}

fn objective(objective: Objective) -> Objective {
    let Objective {
        plan_id,
        title,
        summary,
        successes,
        risks,
        risks_visibility,
        business_impact,
        use_case: _,
        priority: _,
        status,
        stage,
        confirmed_by: _,
        confirmed_on: _,
        confirmed_words: _,
        past_confirmations: _,
        owner,
        customer_owner,
        start,
        due,
        close_reason: _,
        summary_of_outcome: _,
        position,
    } = objective;
    Objective {
        plan_id,
        title,
        summary,
        successes,
        risks: if risks_visibility == Audience::Customer { risks } else { String::new() },
        risks_visibility: Audience::Customer,
        business_impact,
        use_case: None,
        priority: None,
        status,
        stage,
        confirmed_by: String::new(),
        confirmed_on: None,
        confirmed_words: String::new(),
        past_confirmations: Vec::new(),
        owner,
        customer_owner,
        start,
        due,
        close_reason: String::new(),
        summary_of_outcome: String::new(),
        position,
    }
}

fn criterion(criterion: Criterion) -> Criterion {
    let Criterion {
        objective_id,
        name,
        kind,
        unit,
        direction,
        baseline,
        target,
        target_min,
        target_max,
        target_date,
        interim_targets: _,
        source: _,
        weight: _,
        position,
    } = criterion;
    Criterion {
        objective_id,
        name,
        kind,
        unit,
        direction,
        baseline,
        target,
        target_min,
        target_max,
        target_date,
        interim_targets: Vec::new(),
        source: CriterionSource::default(),
        weight: 1.0,
        position,
    }
}

fn reading(reading: Reading) -> Reading {
    let Reading { criterion_id, date, value, note, note_visibility, evidence: _, who: _ } = reading;
    Reading {
        criterion_id,
        date,
        value,
        note: if note_visibility == Audience::Customer { note } else { String::new() },
        note_visibility: Audience::Customer,
        evidence: String::new(),
        who: String::new(),
    }
}

fn initiative(initiative: Initiative) -> Initiative {
    let Initiative {
        objective_id,
        also_serves,
        title,
        update_text,
        dri,
        customer_dri,
        due,
        status,
        visibility,
        position,
    } = initiative;
    Initiative {
        objective_id,
        also_serves,
        title,
        update_text,
        dri,
        customer_dri,
        due,
        status,
        visibility,
        position,
    }
}

fn task(task: Task) -> Task {
    let Task {
        initiative_id,
        account_id,
        touchpoint_id,
        workshop_id,
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
        milestone_risk: _,
        blocked_reason: _,
        visibility,
        recurrence: _,
        position,
    } = task;
    Task {
        initiative_id,
        account_id,
        touchpoint_id,
        workshop_id,
        title,
        owner,
        owner_side,
        customer_dri,
        start,
        due,
        done_date,
        status,
        priority: None,
        milestone,
        milestone_risk: None,
        blocked_reason: String::new(),
        visibility,
        recurrence: None,
        position,
    }
}
