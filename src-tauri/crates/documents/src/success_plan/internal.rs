//! The internal page: what is ours alone. Only an internal copy has anything to put there.

use std::cmp::Reverse;

use cairn_domain::{Audience, CommandPlan, State as _, TaskStatus};

use super::{
    Internal, SuccessPlan, Task,
    pages::{Facts, Promised},
    people,
};
use crate::{
    letters::is_blank,
    parts::{Cell, Table, due, labelled, table},
    text::TextFitter,
};

/// Longest field of the command plan, in characters.
const PROMISE_MAX: usize = 2_000;

/// The page; `None` if there is nothing to say.
pub(super) fn internal(fitter: &mut TextFitter, plan: &SuccessPlan, internal: &Internal) -> Option<Facts> {
    let Internal { arr, tier, priority, stage, renewal_date, command_plan, closures, notes, dependencies: _ } =
        internal;
    let words = fitter.words;
    let facts = [
        ("doc_arr", arr.map(|arr| words.money(arr))),
        ("doc_tier", tier.map(|tier| words.word("success_tier", tier))),
        ("doc_priority", priority.map(|priority| words.word("priority", priority))),
        ("doc_stage", stage.map(|stage| words.word("lifecycle_stage", stage))),
        ("doc_renewal", renewal_date.map(|date| words.date(date))),
    ];
    let closures = closures
        .iter()
        .map(|closure| {
            [fitter.title(&closure.objective), fitter.cell(&closure.reason), fitter.cell(&closure.outcome)]
        })
        .map(|cells| cells.map(Cell::text).into())
        .collect();
    let notes = notes
        .iter()
        .map(|note| [fitter.title(&note.about), fitter.cell(&note.text)].map(Cell::text).into())
        .collect();
    let page = Facts {
        heading: words.get("doc_internal_heading"),
        facts: labelled(words, facts.map(|(key, value)| (key, value.unwrap_or_default()))),
        risks: risks(fitter, plan),
        milestones: milestones(fitter, plan),
        blocked: blocked(fitter, plan),
        closures: table(
            words,
            "doc_closures",
            &["doc_outcome", "doc_close_reason", "doc_close_outcome"],
            closures,
        ),
        notes: table(words, "doc_notes", &["doc_note_about", "doc_note"], notes),
        promised: command_plan.as_ref().and_then(|plan| promised(fitter, plan)),
    };
    let Facts { heading: _, facts, risks, milestones, blocked, closures, notes, promised } = &page;
    let tables = [risks, milestones, blocked, closures, notes];
    let empty = facts.is_empty() && tables.iter().all(|table| table.is_none()) && promised.is_none();
    (!empty).then_some(page)
}

/// The risks of outcomes that the customer does not read.
fn risks(fitter: &mut TextFitter, plan: &SuccessPlan) -> Option<Table> {
    let mut rows = Vec::new();
    for objective in &plan.objectives {
        if objective.risks_visibility == Audience::Internal && !is_blank(&objective.risks) {
            let row = [fitter.title(&objective.title), fitter.cell(&objective.risks)];
            rows.push(row.map(Cell::text).into());
        }
    }
    table(fitter.words, "doc_internal_risks", &["doc_outcome", "doc_risks"], rows)
}

/// Open milestones that may be missed, the likeliest first.
fn milestones(fitter: &mut TextFitter, plan: &SuccessPlan) -> Option<Table> {
    let words = fitter.words;
    let open = tasks(plan).filter(|task| task.milestone && task.status.is_open());
    let mut found: Vec<_> = open.filter_map(|task| task.milestone_risk.map(|risk| (risk, task))).collect();
    found.sort_by_key(|(risk, task)| (Reverse(*risk), task.due));
    let rows = found.into_iter().map(|(risk, task)| {
        vec![
            Cell::text(fitter.title(&task.title)),
            Cell::text(people::task(fitter, task, &plan.account)),
            Cell::text(words.word("level", risk)),
            due(fitter, task.due, true, plan.today),
        ]
    });
    let rows = rows.collect();
    table(
        words,
        "doc_milestone_risks",
        &["doc_milestone_column", "doc_who", "doc_risk_level", "doc_due"],
        rows,
    )
}

/// What is blocked, and what it waits for.
fn blocked(fitter: &mut TextFitter, plan: &SuccessPlan) -> Option<Table> {
    let blocked = tasks(plan).filter(|task| task.status == TaskStatus::Blocked);
    let rows = blocked.map(|task| {
        vec![
            Cell::text(fitter.title(&task.title)),
            Cell::text(people::task(fitter, task, &plan.account)),
            Cell::text(fitter.cell(&task.blocked_reason)),
            due(fitter, task.due, true, plan.today),
        ]
    });
    let rows = rows.collect();
    table(fitter.words, "doc_blocked", &["doc_what", "doc_who", "doc_blocked_reason", "doc_due"], rows)
}

fn tasks(plan: &SuccessPlan) -> impl Iterator<Item = &Task> {
    plan.objectives
        .iter()
        .flat_map(|objective| &objective.initiatives)
        .flat_map(|initiative| &initiative.tasks)
}

/// The command plan's fields that say something, in the window's words and order.
pub(crate) fn promised(fitter: &mut TextFitter, plan: &CommandPlan) -> Option<Promised> {
    let CommandPlan {
        account_id: _,
        why_now,
        why_gitlab,
        why_anything,
        primary_value_driver,
        solution,
        primary_capability,
        metrics,
        economic_buyer,
        decision_process,
        decision_criteria,
        partners,
        paper_process,
        identify_pain,
        champion,
        competition,
        before_scenarios,
        negative_consequences,
        positive_business_outcomes,
        required_capabilities,
        close_plan,
        risks,
        help,
        links: _,
    } = plan;
    let lines = |lines: &[String]| lines.join("; ");
    let fields = [
        ("command_plan_why_now", why_now.clone()),
        ("command_plan_why_gitlab", why_gitlab.clone()),
        ("command_plan_why_anything", why_anything.clone()),
        ("command_plan_primary_value_driver", primary_value_driver.clone()),
        ("command_plan_solution", solution.clone()),
        ("command_plan_primary_capability", primary_capability.clone()),
        ("command_plan_before_scenarios", before_scenarios.clone()),
        ("command_plan_negative_consequences", negative_consequences.clone()),
        ("command_plan_positive_business_outcomes", lines(positive_business_outcomes)),
        ("command_plan_required_capabilities", lines(required_capabilities)),
        ("command_plan_metrics", lines(metrics)),
        ("command_plan_economic_buyer", economic_buyer.clone()),
        ("command_plan_decision_process", decision_process.clone()),
        ("command_plan_decision_criteria", decision_criteria.clone()),
        ("command_plan_partners", partners.clone()),
        ("command_plan_paper_process", paper_process.clone()),
        ("command_plan_identify_pain", identify_pain.clone()),
        ("command_plan_champion", champion.clone()),
        ("command_plan_competition", competition.clone()),
        ("command_plan_close_plan", close_plan.clone()),
        ("risks", risks.clone()),
        ("command_plan_help", help.clone()),
    ];
    let facts = fields.map(|(key, text)| (key, fitter.line_within(&text, PROMISE_MAX)));
    let facts = labelled(fitter.words, facts);
    (!facts.is_empty()).then(|| Promised { heading: fitter.words.get("doc_command_plan"), facts })
}
