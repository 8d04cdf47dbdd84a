//! What an executive keeps of a plan: how far the outcomes are, what the readings say, what was confirmed in whose
//! words, what is next, and what we need from the customer. Each as many rows as there is room for.

use cairn_domain::{ObjectiveStatus, Side, State as _};
use chrono::NaiveDate;
use serde::Serialize;

use super::super::{
    Objective, SuccessPlan, Task, objective::confirmed_by, overview::direction, people, states,
};
use crate::{
    finding::{astray, finding},
    parts::{Cell, Table, Tone, due, table},
    text::TextFitter,
};

/// How many milestones are named.
const NEXT: usize = 3;

/// Sentences under a heading.
#[derive(Serialize)]
pub(super) struct Findings {
    heading: String,
    sentences: Vec<String>,
    /// What is not told, and that it is nothing bad; or that it is.
    remark: Option<String>,
}

/// Every outcome in a row, with its stage.
pub(super) fn outcomes(fitter: &mut TextFitter, plan: &SuccessPlan, most: usize) -> Option<Table> {
    let words = fitter.words;
    let row = |(index, objective): (usize, &Objective)| {
        let progress = objective.outcome_progress;
        let shown = progress.map_or_else(|| words.get("doc_none"), |share| words.progress(share));
        vec![
            Cell::text((index + 1).to_string()).toned(Tone::Muted),
            Cell::text(fitter.title(&objective.title)),
            states::objective(words, objective.status),
            states::stage(words, objective.stage),
            Cell::text(shown).toned(direction(progress)),
            due(fitter, objective.due, objective.status.is_open(), plan.today),
        ]
    };
    let all = plan.objectives.len();
    // Where there is no room for all, those that go well are left out.
    let mut shown: Vec<_> = plan.objectives.iter().enumerate().collect();
    shown.sort_by_key(|(_, objective)| !is_astray(objective));
    let fine = shown.iter().skip(most).all(|(_, objective)| !is_astray(objective));
    shown.truncate(most);
    shown.sort_by_key(|(index, _)| *index);
    let rows = shown.into_iter().map(row).collect();
    let columns =
        ["doc_number", "doc_outcome", "doc_status", "doc_outcome_stage", "doc_outcome_progress", "doc_by"];
    let mut table = table(words, "doc_at_a_glance", &columns, rows)?;
    if all > most {
        let numbers = [("n", &*most.to_string()), ("all", &*all.to_string())];
        let key = if fine { "doc_summary_outcomes_fine" } else { "doc_summary_outcomes_cut" };
        let remark = words.fill(key, &numbers);
        table.remark = Some(remark.clone());
        fitter.left_out(remark);
    }
    Some(table)
}

/// Most measures that are told of although there is no room: the page would hold nothing else.
const ASTRAY: usize = 14;

/// True for an outcome that is going the wrong way, or any of its measures is.
fn is_astray(objective: &Objective) -> bool {
    objective.status == ObjectiveStatus::Concern
        || objective.outcome_progress.is_some_and(|progress| progress < 0.0)
        || objective.criteria.iter().any(|criterion| astray(&criterion.series()).is_some())
}

/// What the readings say: every measure that went the wrong way, the worst first, however little room there is; then a
/// sentence for the first measured criterion of each outcome.
pub(super) fn findings(fitter: &mut TextFitter, plan: &SuccessPlan, most: usize) -> Option<Findings> {
    let words = fitter.words;
    let criteria = || plan.objectives.iter().flat_map(|objective| &objective.criteria);
    let mut lost: Vec<_> = criteria().filter_map(|one| astray(&one.series()).map(|way| (way, one))).collect();
    lost.sort_by(|(one, _), (other, _)| one.total_cmp(other));
    let more_lost = lost.len().saturating_sub(ASTRAY.max(most));
    lost.truncate(ASTRAY.max(most));
    let first = |objective: &'_ Objective| {
        objective.criteria.iter().position(|criterion| !criterion.in_order().is_empty())
    };
    let fine = plan.objectives.iter().filter_map(|objective| objective.criteria.get(first(objective)?));
    let fine: Vec<_> = fine.filter(|criterion| astray(&criterion.series()).is_none()).collect();
    let room = most.saturating_sub(lost.len());
    let more = fine.len().saturating_sub(room);
    let told = lost.into_iter().map(|(_, one)| one).chain(fine.into_iter().take(room));
    let sentences: Vec<String> = told
        .filter_map(|criterion| {
            let (name, unit) = (fitter.line(&criterion.name), fitter.running_or_empty(&criterion.unit));
            finding(words, &criterion.series(), &name, &unit)
        })
        .collect();
    let remark = match (more_lost, more) {
        (0, 0) => None,
        (0, more) => Some(words.fill("doc_findings_fine", &[("n", &more.to_string())])),
        (lost, _) => Some(words.fill("doc_findings_astray", &[("n", &lost.to_string())])),
    };
    if let Some(remark) = &remark {
        fitter.left_out(remark.clone());
    }
    (!sentences.is_empty()).then(|| Findings { heading: words.get("doc_findings"), sentences, remark })
}

/// What the customer confirmed, the latest first: their words, and whose they are.
pub(super) fn confirmed(
    fitter: &mut TextFitter,
    plan: &SuccessPlan,
    most: usize,
    length: usize,
) -> Option<Table> {
    let words = fitter.words;
    let numbered = (1..).zip(&plan.objectives);
    let mut all: Vec<_> = numbered.filter(|(_, one)| one.is_confirmed()).collect();
    all.sort_by_key(|(_, one)| std::cmp::Reverse(one.confirmed_on));
    let more = all.len().saturating_sub(most);
    let rows = all.into_iter().take(most).map(|(number, objective)| {
        let said = fitter.line_within(&objective.confirmed_words, length);
        // Without words of theirs it is the outcome's title that they confirmed.
        let said = if said.is_empty() {
            fitter.title_line(&objective.title)
        } else {
            words.fill("doc_quoted", &[("text", &said)])
        };
        let by = confirmed_by(fitter, objective);
        vec![Cell::text(number.to_string()).toned(Tone::Muted), Cell::text(said).with_sub(by)]
    });
    let rows = rows.collect();
    let table = table(words, "doc_verified", &["doc_number", "doc_their_words"], rows)?;
    Some(with_more(fitter, table, more))
}

/// The next milestones; where none are set, what is due next.
pub(super) fn next(fitter: &mut TextFitter, plan: &SuccessPlan) -> Option<Table> {
    let mut items: Vec<(NaiveDate, String, String)> = Vec::new();
    let milestones = tasks(plan).filter(|task| task.milestone && task.status.is_open());
    for task in milestones {
        if let Some(due) = task.due {
            items.push((due, fitter.title_line(&task.title), people::task(fitter, task, &plan.account)));
        }
    }
    if items.is_empty() {
        for objective in &plan.objectives {
            for one in objective.initiatives.iter().filter(|one| one.status.is_open()) {
                if let Some(due) = one.due {
                    items.push((due, fitter.title_line(&one.title), people::initiative(fitter, one)));
                }
            }
            if let Some(due) = objective.due.filter(|_| objective.status.is_open()) {
                let who = people::objective(fitter, objective);
                items.push((due, fitter.title_line(&objective.title), who));
            }
        }
    }
    dated(fitter, plan, "doc_whats_next", items, NEXT)
}

/// The customer's own open steps: what is late, then what is due next.
pub(super) fn needed(fitter: &mut TextFitter, plan: &SuccessPlan, most: usize) -> Option<Table> {
    let mut items = Vec::new();
    let theirs = tasks(plan).filter(|task| task.owner_side == Side::Customer && task.status.is_open());
    for task in theirs {
        if let Some(due) = task.due {
            items.push((due, fitter.title_line(&task.title), people::task(fitter, task, &plan.account)));
        }
    }
    let more = items.len().saturating_sub(most);
    let table = dated(fitter, plan, "doc_needed", items, most)?;
    Some(with_more(fitter, table, more))
}

fn tasks(plan: &SuccessPlan) -> impl Iterator<Item = &Task> {
    plan.objectives
        .iter()
        .flat_map(|objective| &objective.initiatives)
        .flat_map(|initiative| &initiative.tasks)
}

fn dated(
    fitter: &TextFitter,
    plan: &SuccessPlan,
    heading: &str,
    mut items: Vec<(NaiveDate, String, String)>,
    most: usize,
) -> Option<Table> {
    items.sort_by_key(|(due, ..)| *due);
    let rows = items.into_iter().take(most).map(|(date, title, who)| {
        vec![Cell::text(title).with_sub(who), due(fitter, Some(date), true, plan.today)]
    });
    table(fitter.words, heading, &["doc_what", "doc_due"], rows.collect())
}

fn with_more(fitter: &mut TextFitter, table: Table, more: usize) -> Table {
    if more == 0 {
        return table;
    }
    let heading = [("what", &*table.heading), ("n", &*more.to_string())];
    fitter.left_out(fitter.words.fill("doc_summary_more", &heading));
    Table { remark: Some(fitter.words.fill("doc_more", &[("n", &more.to_string())])), ..table }
}
