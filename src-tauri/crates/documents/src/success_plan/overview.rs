//! "Where we stand": the numbers of the whole plan, its outcomes at a glance, what is due next.

use cairn_domain::{ObjectiveStatus, State as _, TaskStatus};

use super::{
    Objective, SuccessPlan,
    pages::{Metric, Overview},
    people, states,
};
use crate::{
    finding::astray,
    parts::{Cell, Table, Tone, due, section, table},
    text::TextFitter,
};

/// How many due dates are listed.
const NEXT: usize = 8;
/// How many criteria stand beside the plan's own numbers.
const CRITERIA: usize = 2;

pub(super) fn overview(fitter: &mut TextFitter, plan: &SuccessPlan) -> Overview {
    let words = fitter.words;
    let empty = plan.objectives.is_empty();
    Overview {
        heading: words.get("doc_where_we_stand"),
        lead: fitter.prose(&plan.highlights),
        metrics: metrics(fitter, plan),
        outcomes: outcomes(fitter, plan),
        empty: empty.then(|| words.get("doc_no_outcomes")),
        next: next(fitter, plan, NEXT),
        strategy: section(fitter, "doc_strategy", &plan.strategy),
    }
}

/// Four numbers: the way to the outcomes, outcomes on track, and the first measured criterion of the first two
/// outcomes that have one; where there are fewer, tasks done. None without an outcome.
pub(super) fn metrics(fitter: &mut TextFitter, plan: &SuccessPlan) -> Vec<Metric> {
    let words = fitter.words;
    if plan.objectives.is_empty() {
        return Vec::new();
    }
    let measured = plan.objectives.iter().filter(|objective| objective.outcome_progress.is_some()).count();
    let (key, progress) = match plan.outcome_progress {
        Some(progress) => ("doc_metric_progress", words.progress(progress)),
        None => ("doc_metric_unmeasured", words.get("doc_none")),
    };
    let well = plan.objectives.iter().filter(|objective| {
        matches!(objective.status, ObjectiveStatus::OnTrack | ObjectiveStatus::ClosedSuccess)
    });
    let (well, all) = (well.count().to_string(), plan.objectives.len().to_string());
    let mut metrics = vec![
        Metric {
            value: progress,
            label: words.fill(key, &[("n", &measured.to_string()), ("all", &all)]),
            tone: Tone::Accent,
        },
        Metric {
            value: words.fill("doc_n_of_m", &[("n", &well), ("m", &all)]),
            label: words.get("doc_metric_on_track"),
            tone: Tone::Accent,
        },
    ];
    metrics
        .extend(plan.objectives.iter().filter_map(|objective| criterion(fitter, objective)).take(CRITERIA));
    let tasks = plan
        .objectives
        .iter()
        .flat_map(|objective| &objective.initiatives)
        .flat_map(|initiative| &initiative.tasks);
    let counted: Vec<_> = tasks.filter(|task| task.status != TaskStatus::Closed).collect();
    if metrics.len() < 2 + CRITERIA && !counted.is_empty() {
        let done = counted.iter().filter(|task| task.status == TaskStatus::ClosedSuccess).count().to_string();
        metrics.push(Metric {
            value: words.fill("doc_n_of_m", &[("n", &done), ("m", &counted.len().to_string())]),
            label: words.get("doc_metric_tasks"),
            tone: Tone::Accent,
        });
    }
    metrics
}

fn criterion(fitter: &mut TextFitter, objective: &Objective) -> Option<Metric> {
    let words = fitter.words;
    let (criterion, latest) = objective
        .criteria
        .iter()
        .find_map(|criterion| Some((criterion, criterion.in_order().last()?.value)))?;
    let name = fitter.running(&criterion.name);
    let unit = fitter.running_or_empty(&criterion.unit);
    let away = astray(&criterion.series()).is_some();
    let label = match criterion.baseline {
        Some(baseline) => {
            let from = words.value(criterion.kind, baseline);
            let key = if away { "doc_metric_away" } else { "doc_metric_from" };
            words.fill(key, &[("name", &name), ("from", &from)])
        }
        None if away => words.fill("doc_metric_wrong", &[("name", &name)]),
        None => name,
    };
    let tone = match criterion.progress {
        _ if away => Tone::Bad,
        Some(_) => Tone::Good,
        None => Tone::Muted,
    };
    Some(Metric { value: words.measured(criterion.kind, latest, &unit), label, tone })
}

/// Every outcome in a row.
pub(super) fn outcomes(fitter: &mut TextFitter, plan: &SuccessPlan) -> Option<Table> {
    let words = fitter.words;
    let columns =
        ["doc_number", "doc_outcome", "doc_status", "doc_outcome_progress", "doc_work_progress", "doc_by"];
    let rows = plan.objectives.iter().enumerate().map(|(index, objective)| {
        let share =
            |share: Option<f64>| share.map_or_else(|| words.get("doc_none"), |share| words.progress(share));
        vec![
            Cell::text((index + 1).to_string()).toned(Tone::Muted),
            Cell::text(fitter.title(&objective.title)),
            states::objective(words, objective.status),
            Cell::text(share(objective.outcome_progress)).toned(direction(objective.outcome_progress)),
            Cell::text(share(objective.work_progress)),
            due(fitter, objective.due, objective.status.is_open(), plan.today),
        ]
    });
    let rows = rows.collect();
    table(words, "doc_at_a_glance", &columns, rows)
}

/// What is due next, `most` rows of it: open objectives, initiatives and tasks by date, overdue ones first by
/// their nature.
pub(super) fn next(fitter: &mut TextFitter, plan: &SuccessPlan, most: usize) -> Option<Table> {
    let words = fitter.words;
    let mut items = Vec::new();
    for (index, objective) in plan.objectives.iter().enumerate() {
        let outcome = (index + 1).to_string();
        if let Some(due) = objective.due.filter(|_| objective.status.is_open()) {
            items.push((
                due,
                fitter.title(&objective.title),
                outcome.clone(),
                people::objective(fitter, objective),
            ));
        }
        for initiative in &objective.initiatives {
            if let Some(due) = initiative.due.filter(|_| initiative.status.is_open()) {
                let who = people::initiative(fitter, initiative);
                items.push((due, fitter.title(&initiative.title), outcome.clone(), who));
            }
            for task in &initiative.tasks {
                if let Some(due) = task.due.filter(|_| task.status.is_open()) {
                    let who = people::task(fitter, task, &plan.account);
                    items.push((due, fitter.title(&task.title), outcome.clone(), who));
                }
            }
        }
    }
    items.sort_by_key(|(due, ..)| *due);
    let more = items.len().saturating_sub(most);
    let rows = items
        .into_iter()
        .take(most)
        .map(|(date, title, outcome, who)| {
            vec![
                Cell::text(outcome).toned(Tone::Muted),
                Cell::text(title),
                Cell::text(who),
                due(fitter, Some(date), true, plan.today),
            ]
        })
        .collect();
    let mut next = table(words, "doc_next_due", &["doc_outcome", "doc_what", "doc_who", "doc_due"], rows)?;
    next.remark = (more > 0).then(|| words.fill("doc_more_due", &[("n", &more.to_string())]));
    Some(next)
}

/// The colour of a progress: the sign says it too.
pub(super) fn direction(progress: Option<f64>) -> Tone {
    match progress {
        Some(progress) if progress < 0.0 => Tone::Bad,
        Some(progress) if progress > 0.0 => Tone::Good,
        _ => Tone::Plain,
    }
}
