//! The questions of whoever takes an account over (`practice.md` 3, account hand-off), each with what the records answer.
//! Where they answer nothing there is room to write.

use serde::Serialize;

use super::HandOff;
use crate::{
    onboarding::{StrategyPart, installation, links, runs, sentiment, stakeholders, strategies, team, tools},
    parts::{Cell, Prose, Table, labelled, table},
    success_plan::promised,
    text::Copyist,
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

pub(super) fn groups(copyist: &mut Copyist<'_>, input: &HandOff) -> Vec<Group> {
    let communication = vec![
        laid(copyist, "doc_off_q_contacts", "contacts", |copyist| stakeholders(copyist, &input.brief)),
        laid(copyist, "doc_off_q_team", "team", |copyist| team(copyist, &input.brief)),
        met(copyist, input),
        bare(copyist, "doc_off_q_project"),
    ];
    let documentation = vec![
        laid(copyist, "doc_off_q_links", "links", |copyist| links(copyist, &input.brief)),
        sold_on(copyist, input),
        plans(copyist, input),
    ];
    let usage = vec![
        use_cases(copyist, input),
        bare(copyist, "doc_off_q_features"),
        facts(copyist, "doc_off_q_architecture", |copyist| installation(copyist, &input.brief)),
        laid(copyist, "doc_off_q_tools", "tools", |copyist| tools(copyist, &input.brief)),
    ];
    let licence = vec![
        facts(copyist, "doc_off_q_active", |copyist| active(copyist, input)),
        bare(copyist, "doc_off_q_true_up"),
        facts(copyist, "doc_off_q_renewal", |copyist| renewal(copyist, input)),
    ];
    let other = vec![
        training(copyist, input),
        laid(copyist, "doc_off_q_onboarding", "runs", |copyist| runs(copyist, &input.brief)),
        risks(copyist, input),
        bare(copyist, "doc_off_q_tickets"),
        bare(copyist, "doc_off_q_first"),
    ];
    let group = |key: &str, questions| Group { heading: copyist.words.get(key), questions };
    vec![
        group("doc_off_communication", communication),
        group("doc_off_documentation", documentation),
        group("doc_off_usage", usage),
        group("doc_off_licence", licence),
        group("doc_off_other", other),
    ]
}

/// A question that no record answers.
fn bare(copyist: &Copyist<'_>, ask: &str) -> Question {
    Question { ask: copyist.words.get(ask), facts: Vec::new(), tables: Vec::new(), prose: Vec::new() }
}

/// A question that facts answer.
fn facts(
    copyist: &mut Copyist<'_>,
    ask: &str,
    of: impl FnOnce(&mut Copyist<'_>) -> Vec<[String; 2]>,
) -> Question {
    Question { facts: of(copyist), ..bare(copyist, ask) }
}

/// A question that a table answers.
fn laid(
    copyist: &mut Copyist<'_>,
    ask: &str,
    layout: &'static str,
    of: impl FnOnce(&mut Copyist<'_>) -> Option<Table>,
) -> Question {
    let tables = of(copyist).map(|table| Laid { layout, titled: false, table });
    Question { tables: tables.into_iter().collect(), ..bare(copyist, ask) }
}

fn met(copyist: &mut Copyist<'_>, input: &HandOff) -> Question {
    let words = copyist.words;
    let cadence =
        input.cadence.map(|days| words.fill("doc_off_cadence_days", &[("n", &words.number(days as f64))]));
    let facts = labelled(words, [("doc_off_cadence", cadence.unwrap_or_default())]);
    let mut rows = Vec::new();
    for touch in &input.touches {
        rows.push(vec![
            Cell::text(words.date(touch.on)),
            Cell::text(words.word("touchpoint_type", touch.what)),
            Cell::text(copyist.title(&touch.subject)),
            Cell::text(touch.sentiment.map(|felt| words.word("sentiment", felt)).unwrap_or_default()),
        ]);
    }
    let columns = ["doc_off_day", "doc_off_kind", "doc_off_about", "doc_off_felt"];
    let table = table(words, "doc_off_touches", &columns, rows);
    let tables = table.map(|table| Laid { layout: "touches", titled: false, table });
    Question { facts, tables: tables.into_iter().collect(), ..bare(copyist, "doc_off_q_cadence") }
}

fn sold_on(copyist: &mut Copyist<'_>, input: &HandOff) -> Question {
    let of = input.brief.command_plan.as_ref().and_then(|plan| promised(copyist, plan));
    Question { facts: of.map(|of| of.facts).unwrap_or_default(), ..bare(copyist, "doc_off_q_promised") }
}

fn plans(copyist: &mut Copyist<'_>, input: &HandOff) -> Question {
    let parts = strategies(copyist, &input.brief);
    let (mut tables, mut prose) = (Vec::new(), Vec::new());
    for StrategyPart { way, outcomes } in parts {
        prose.extend(way);
        tables.extend(outcomes.map(|table| Laid { layout: "outcomes", titled: true, table }));
    }
    Question { tables, prose, ..bare(copyist, "doc_off_q_plan") }
}

fn use_cases(copyist: &Copyist<'_>, input: &HandOff) -> Question {
    let words = copyist.words;
    let named: Vec<String> = input.use_cases.iter().map(|case| words.word("use_case", *case)).collect();
    let facts = labelled(words, [("doc_off_use_cases", named.join(", "))]);
    Question { facts, ..bare(copyist, "doc_off_q_use_cases") }
}

fn active(copyist: &Copyist<'_>, input: &HandOff) -> Vec<[String; 2]> {
    let words = copyist.words;
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

fn renewal(copyist: &mut Copyist<'_>, input: &HandOff) -> Vec<[String; 2]> {
    let words = copyist.words;
    let it = &input.brief.customer;
    let facts = [
        ("doc_renewal", it.renewal_date.map(|day| words.date(day)).unwrap_or_default()),
        ("doc_arr", it.arr.map(|arr| words.money(arr)).unwrap_or_default()),
        ("doc_brief_sentiment", sentiment(copyist, &input.brief)),
    ];
    labelled(words, facts)
}

fn training(copyist: &mut Copyist<'_>, input: &HandOff) -> Question {
    let words = copyist.words;
    let mut held = Vec::new();
    for training in &input.trainings {
        held.push([words.date(training.on), copyist.title(&training.what)]);
    }
    Question { facts: held, ..bare(copyist, "doc_off_q_training") }
}

fn risks(copyist: &mut Copyist<'_>, input: &HandOff) -> Question {
    let mut prose = Vec::new();
    for risk in &input.risks {
        let blocks = copyist.prose(&risk.risks);
        if !blocks.is_empty() {
            prose.push(Prose { heading: copyist.heading(&risk.outcome), blocks });
        }
    }
    Question { prose, ..bare(copyist, "doc_off_q_risks") }
}
