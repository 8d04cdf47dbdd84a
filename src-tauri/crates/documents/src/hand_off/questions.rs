//! The questions of whoever takes an account over (`docs/practice.md`, Account hand-off), each with what the records
//! answer.
//! Where they answer nothing there is room to write.

use serde::Serialize;

use super::HandOff;
use crate::{
    onboarding::{StrategyPart, installation, links, runs, sentiment, stakeholders, strategies, team, tools},
    parts::{Cell, Prose, Table, labelled, table},
    success_plan::promised,
    text::TextFitter,
};

/// Questions of one area.
#[derive(Serialize)]
pub(super) struct Group {
    heading: String,
    questions: Vec<Question>,
}

/// A question and its answer; without one there is room for a note.
#[derive(Serialize)]
struct Question {
    ask: String,
    facts: Vec<[String; 2]>,
    tables: Vec<Laid>,
    prose: Vec<Prose>,
}

/// A table, and how its columns lie.
#[derive(Serialize)]
struct Laid {
    layout: &'static str,
    /// Whether its own heading stands over it.
    titled: bool,
    table: Table,
}

pub(super) fn groups(fitter: &mut TextFitter<'_>, input: &HandOff) -> Vec<Group> {
    let communication = vec![
        laid(fitter, "doc_off_q_contacts", "contacts", |fitter| stakeholders(fitter, &input.brief)),
        laid(fitter, "doc_off_q_team", "team", |fitter| team(fitter, &input.brief)),
        met(fitter, input),
        bare(fitter, "doc_off_q_project"),
    ];
    let documentation = vec![
        laid(fitter, "doc_off_q_links", "links", |fitter| links(fitter, &input.brief)),
        sold_on(fitter, input),
        plans(fitter, input),
    ];
    let usage = vec![
        use_cases(fitter, input),
        bare(fitter, "doc_off_q_features"),
        facts(fitter, "doc_off_q_architecture", |fitter| installation(fitter, &input.brief)),
        laid(fitter, "doc_off_q_tools", "tools", |fitter| tools(fitter, &input.brief)),
    ];
    let licence = vec![
        facts(fitter, "doc_off_q_active", |fitter| active(fitter, input)),
        bare(fitter, "doc_off_q_true_up"),
        facts(fitter, "doc_off_q_renewal", |fitter| renewal(fitter, input)),
    ];
    let other = vec![
        training(fitter, input),
        laid(fitter, "doc_off_q_onboarding", "runs", |fitter| runs(fitter, &input.brief)),
        risks(fitter, input),
        bare(fitter, "doc_off_q_tickets"),
        bare(fitter, "doc_off_q_first"),
    ];
    let group = |key: &str, questions| Group { heading: fitter.words.get(key), questions };
    vec![
        group("doc_off_communication", communication),
        group("doc_off_documentation", documentation),
        group("doc_off_usage", usage),
        group("doc_off_licence", licence),
        group("doc_off_other", other),
    ]
}

/// A question that no record answers.
fn bare(fitter: &TextFitter<'_>, ask: &str) -> Question {
    Question { ask: fitter.words.get(ask), facts: Vec::new(), tables: Vec::new(), prose: Vec::new() }
}

/// A question that facts answer.
fn facts(
    fitter: &mut TextFitter<'_>,
    ask: &str,
    of: impl FnOnce(&mut TextFitter<'_>) -> Vec<[String; 2]>,
) -> Question {
    Question { facts: of(fitter), ..bare(fitter, ask) }
}

/// A question that a table answers.
fn laid(
    fitter: &mut TextFitter<'_>,
    ask: &str,
    layout: &'static str,
    of: impl FnOnce(&mut TextFitter<'_>) -> Option<Table>,
) -> Question {
    let tables = of(fitter).map(|table| Laid { layout, titled: false, table });
    Question { tables: tables.into_iter().collect(), ..bare(fitter, ask) }
}

fn met(fitter: &mut TextFitter<'_>, input: &HandOff) -> Question {
    let words = fitter.words;
    let cadence =
        input.cadence.map(|days| words.fill("doc_off_cadence_days", &[("n", &words.number(days as f64))]));
    let facts = labelled(words, [("doc_off_cadence", cadence.unwrap_or_default())]);
    let mut rows = Vec::new();
    for touch in &input.touches {
        rows.push(vec![
            Cell::text(words.date(touch.on)),
            Cell::text(words.word("touchpoint_type", touch.what)),
            Cell::text(fitter.title(&touch.subject)),
            Cell::text(touch.sentiment.map(|felt| words.word("sentiment", felt)).unwrap_or_default()),
        ]);
    }
    let columns = ["doc_off_day", "doc_off_kind", "doc_off_about", "doc_off_felt"];
    let table = table(words, "doc_off_touches", &columns, rows);
    let tables = table.map(|table| Laid { layout: "touches", titled: false, table });
    Question { facts, tables: tables.into_iter().collect(), ..bare(fitter, "doc_off_q_cadence") }
}

fn sold_on(fitter: &mut TextFitter<'_>, input: &HandOff) -> Question {
    let of = input.brief.command_plan.as_ref().and_then(|plan| promised(fitter, plan));
    Question { facts: of.map(|of| of.facts).unwrap_or_default(), ..bare(fitter, "doc_off_q_promised") }
}

fn plans(fitter: &mut TextFitter<'_>, input: &HandOff) -> Question {
    let parts = strategies(fitter, &input.brief);
    let (mut tables, mut prose) = (Vec::new(), Vec::new());
    for StrategyPart { way, outcomes } in parts {
        prose.extend(way);
        tables.extend(outcomes.map(|table| Laid { layout: "outcomes", titled: true, table }));
    }
    Question { tables, prose, ..bare(fitter, "doc_off_q_plan") }
}

fn use_cases(fitter: &TextFitter<'_>, input: &HandOff) -> Question {
    let words = fitter.words;
    let named: Vec<String> = input.use_cases.iter().map(|case| words.word("use_case", *case)).collect();
    let facts = labelled(words, [("doc_off_use_cases", named.join(", "))]);
    Question { facts, ..bare(fitter, "doc_off_q_use_cases") }
}

fn active(fitter: &TextFitter<'_>, input: &HandOff) -> Vec<[String; 2]> {
    let words = fitter.words;
    let it = &input.brief.customer;
    let number = |n: i64| words.number(n as f64);
    let first = match (it.first_value_users, it.first_value_on) {
        (Some(users), Some(on)) => {
            words.fill("doc_off_active_on", &[("n", &number(users)), ("day", &words.date(on))])
        }
        (Some(users), None) => number(users),
        (None, _) => String::new(),
    };
    labelled(
        words,
        [("doc_brief_seats", it.licensed_seats.map(number).unwrap_or_default()), ("doc_off_active", first)],
    )
}

fn renewal(fitter: &mut TextFitter<'_>, input: &HandOff) -> Vec<[String; 2]> {
    let words = fitter.words;
    let it = &input.brief.customer;
    let facts = [
        ("doc_renewal", it.renewal_date.map(|day| words.date(day)).unwrap_or_default()),
        ("doc_arr", it.arr.map(|arr| words.money(arr)).unwrap_or_default()),
        ("doc_brief_sentiment", sentiment(fitter, &input.brief)),
    ];
    labelled(words, facts)
}

fn training(fitter: &mut TextFitter<'_>, input: &HandOff) -> Question {
    let words = fitter.words;
    let mut held = Vec::new();
    for training in &input.trainings {
        held.push([words.date(training.on), fitter.title(&training.what)]);
    }
    Question { facts: held, ..bare(fitter, "doc_off_q_training") }
}

fn risks(fitter: &mut TextFitter<'_>, input: &HandOff) -> Question {
    let mut prose = Vec::new();
    for risk in &input.risks {
        let blocks = fitter.prose(&risk.risks);
        if !blocks.is_empty() {
            prose.push(Prose { heading: fitter.heading(&risk.outcome), blocks });
        }
    }
    Question { prose, ..bare(fitter, "doc_off_q_risks") }
}
