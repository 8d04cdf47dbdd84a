//! An objective's pages: its facts, how we will know, what we do.

use super::{
    Criterion, Objective, SuccessPlan,
    overview::direction,
    pages::{Know, Objective as Page},
    people, states,
};
use crate::{
    chart::{Width, chart, has_chart, spark},
    parts::{Cell, Glyph, Prose, Table, Tone, due, section, table},
    text::TextFitter,
};
use cairn_domain::State as _;

pub(super) fn objectives(fitter: &mut TextFitter, plan: &SuccessPlan) -> Vec<Page> {
    let numbered = plan.objectives.iter().enumerate();
    numbered.map(|(index, objective)| page(fitter, plan, index + 1, objective)).collect()
}

fn page(fitter: &mut TextFitter, plan: &SuccessPlan, number: usize, objective: &Objective) -> Page {
    let words = fitter.words;
    Page {
        eyebrow: words.fill("doc_outcome_n", &[("n", &number.to_string())]),
        title: fitter.heading(&objective.title),
        facts: facts(fitter, plan, objective),
        dated: objective.start.or(objective.due).is_some(),
        summary: fitter.prose(&objective.summary),
        impact: section(fitter, "doc_impact", &objective.business_impact),
        confirmed: confirmed(fitter, objective),
        know: know(fitter, objective),
        successes: section(fitter, "doc_successes", &objective.successes),
        risks: section(fitter, "doc_risks", &objective.risks),
        work: work(fitter, plan, objective),
    }
}

/// The customer's confirmation; without their words the fact alone.
fn confirmed(fitter: &mut TextFitter, objective: &Objective) -> Option<Prose> {
    objective.is_confirmed().then(|| Prose {
        heading: confirmed_by(fitter, objective),
        blocks: fitter.prose(&objective.confirmed_words),
    })
}

/// Who confirmed an outcome, and when.
pub(super) fn confirmed_by(fitter: &mut TextFitter, objective: &Objective) -> String {
    let words = fitter.words;
    let by = fitter.title(&objective.confirmed_by);
    match objective.confirmed_on {
        Some(on) => words.fill("doc_confirmed_on", &[("name", &by), ("date", &words.date(on))]),
        None => words.fill("doc_confirmed", &[("name", &by)]),
    }
}

/// One row of facts; what is empty has no column.
fn facts(fitter: &mut TextFitter, plan: &SuccessPlan, objective: &Objective) -> Table {
    let words = fitter.words;
    let mut columns = vec![words.get("doc_status"), words.get("doc_outcome_stage")];
    let mut row = vec![states::objective(words, objective.status), states::stage(words, objective.stage)];
    let texts = [
        ("doc_owner", fitter.cell(&objective.owner)),
        ("doc_customer_owner", fitter.cell(&objective.customer_owner)),
        ("doc_dates", words.period(objective.start, objective.due)),
    ];
    for (key, text) in texts.into_iter().filter(|(_, text)| !text.is_empty()) {
        let late = key == "doc_dates"
            && objective.status.is_open()
            && objective.due.is_some_and(|due| due < plan.today);
        columns.push(words.get(key));
        row.push(if late {
            Cell::text(text).with_sub(words.get("doc_overdue")).toned(Tone::Bad)
        } else {
            Cell::text(text)
        });
    }
    Table { heading: String::new(), remark: None, columns, rows: vec![row] }
}

fn know(fitter: &mut TextFitter, objective: &Objective) -> Know {
    let words = fitter.words;
    let named: Vec<(&Criterion, String, String)> = objective
        .criteria
        .iter()
        .map(|criterion| (criterion, fitter.title(&criterion.name), fitter.cell(&criterion.unit)))
        .collect();
    let remark = match objective.outcome_progress {
        _ if named.is_empty() => Some(words.get("doc_no_measure")),
        None => Some(words.get("doc_not_measured_yet")),
        Some(progress) => {
            let key = if named.len() == 1 { "doc_progress_one" } else { "doc_progress_mean" };
            Some(words.fill(key, &[("progress", &words.progress(progress))]))
        }
    };
    // Charts stand in pairs; the first of an odd number takes the width.
    let drawn: Vec<_> = named.iter().filter(|(criterion, ..)| has_chart(&criterion.series())).collect();
    let odd = drawn.len() % 2 == 1;
    let charts = drawn.iter().enumerate().filter_map(|(index, (criterion, name, unit))| {
        let width = if odd && index == 0 { Width::Full } else { Width::Half };
        chart(words, width, &criterion.series(), name, unit)
    });
    let charts = charts.collect();
    let columns = [
        "doc_criterion",
        "doc_baseline",
        "doc_target_label",
        "doc_latest",
        "doc_readings",
        "doc_progress",
        "doc_by",
    ];
    let rows = named.iter().map(|(criterion, name, unit)| row(fitter, criterion, name, unit)).collect();
    Know {
        heading: words.get("doc_how_we_will_know"),
        remark,
        table: table(words, "", &columns, rows).map(|table| Table { heading: String::new(), ..table }),
        charts,
        notes: notes(fitter, &named),
    }
}

fn row(fitter: &TextFitter, criterion: &Criterion, name: &str, unit: &str) -> Vec<Cell> {
    let words = fitter.words;
    let none = || words.get("doc_none");
    let value = |value: Option<f64>| value.map_or_else(none, |value| words.short(criterion.kind, value));
    let short = |end: f64| words.short(criterion.kind, end);
    let is_range = criterion.direction == cairn_domain::Direction::InRange;
    let target = match (criterion.target_min, criterion.target_max) {
        (Some(min), Some(max)) if is_range => {
            words.fill("doc_range", &[("min", &short(min)), ("max", &short(max))])
        }
        (Some(min), None) if is_range => words.fill("doc_range_from", &[("min", &short(min))]),
        (None, Some(max)) if is_range => words.fill("doc_range_to", &[("max", &short(max))]),
        _ => value(criterion.target),
    };
    let latest = criterion.in_order().last().map(|reading| reading.value);
    vec![
        Cell::text(name).with_sub(unit),
        Cell::text(value(criterion.baseline)),
        Cell::text(target),
        Cell::text(value(latest)).strong(),
        Cell::Spark { spark: spark(words, &criterion.series(), name, unit) },
        Cell::text(criterion.progress.map_or_else(none, |progress| words.progress(progress)))
            .strong()
            .toned(direction(criterion.progress)),
        Cell::text(criterion.target_date.map(|date| words.date(date)).unwrap_or_default()),
    ]
}

/// The notes on readings that this reader may see, newest first.
fn notes(fitter: &mut TextFitter, named: &[(&Criterion, String, String)]) -> Option<Table> {
    let words = fitter.words;
    let mut noted = Vec::new();
    for (criterion, name, unit) in named {
        for reading in criterion.in_order() {
            let note = fitter.cell(&reading.note);
            if !note.is_empty() {
                let value = words.measured(criterion.kind, reading.value, unit);
                let row = [words.date(reading.date), name.clone(), value, note].map(Cell::text);
                noted.push((reading.date, Vec::from(row)));
            }
        }
    }
    noted.sort_by_key(|(date, _)| std::cmp::Reverse(*date));
    let rows = noted.into_iter().map(|(_, row)| row).collect();
    table(words, "doc_reading_notes", &["doc_date_label", "doc_criterion", "doc_value", "doc_note"], rows)
}

fn work(fitter: &mut TextFitter, plan: &SuccessPlan, objective: &Objective) -> Option<Table> {
    let words = fitter.words;
    let mut rows = Vec::new();
    for initiative in &objective.initiatives {
        let open = initiative.status.is_open();
        rows.push(vec![
            Cell::text(fitter.title(&initiative.title))
                .strong()
                .with_sub(fitter.cell(&initiative.update_text)),
            Cell::text(people::initiative(fitter, initiative)),
            states::initiative(words, initiative.status),
            due(fitter, initiative.due, open, plan.today),
        ]);
        for task in &initiative.tasks {
            let title = Cell::text(fitter.title(&task.title));
            let title = if task.milestone { title.with_sub(words.get("doc_milestone")) } else { title };
            let when = match task.done_date {
                Some(done) => Cell::text(words.date(done)),
                None => due(fitter, task.due, task.status.is_open(), plan.today),
            };
            rows.push(vec![
                title.indented(task.milestone.then_some(Glyph::Diamond)),
                Cell::text(people::task(fitter, task, &plan.account)),
                states::task(words, task.status),
                when,
            ]);
        }
    }
    for served in &objective.served_by {
        let open = served.status.is_open();
        let home = words.fill("doc_served_by", &[("home", &fitter.line(&served.home))]);
        rows.push(vec![
            Cell::text(fitter.title(&served.title)).with_sub(home),
            Cell::text(""),
            states::initiative(words, served.status),
            due(fitter, served.due, open, plan.today),
        ]);
    }
    let mut work = table(
        words,
        "doc_what_we_do",
        &["doc_initiative", "doc_who", "doc_status", "doc_due_or_done"],
        rows,
    )?;
    work.remark = objective
        .work_progress
        .map(|share| words.fill("doc_work_done", &[("progress", &words.progress(share))]));
    Some(work)
}
