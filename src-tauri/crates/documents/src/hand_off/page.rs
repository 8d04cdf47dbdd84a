//! From the input to what `hand_off.typ` reads: the facts at a glance, the questions by their groups, what is open.

use cairn_domain::Kind;
use serde::Serialize;

use super::{
    HandOff, Unfinished,
    questions::{Group, groups},
};
use crate::{
    onboarding::{sentiment, sold},
    parts::{Cell, Table, due, labelled, table},
    text::TextFitter,
};

/// What the template reads.
#[derive(Serialize)]
pub(super) struct Page {
    glance: String,
    facts: Vec<[String; 2]>,
    groups: Vec<Group>,
    /// The label of the room for what nobody recorded.
    note: String,
    open: Option<Table>,
    nothing_open: Option<String>,
}

pub(super) fn page(fitter: &mut TextFitter<'_>, input: &HandOff) -> Page {
    let open = open(fitter, input);
    let words = fitter.words;
    Page {
        glance: words.get("doc_off_glance"),
        facts: facts(fitter, input),
        groups: groups(fitter, input),
        note: words.get("doc_note"),
        nothing_open: open.is_none().then(|| words.get("doc_off_nothing_open")),
        open,
    }
}

fn facts(fitter: &mut TextFitter<'_>, input: &HandOff) -> Vec<[String; 2]> {
    let words = fitter.words;
    let it = &input.brief.customer;
    let plans: Vec<String> = input.brief.strategies.iter().map(|plan| fitter.cell(&plan.title)).collect();
    let last = input.touches.first().map(|touch| {
        let what = words.word("touchpoint_type", touch.what);
        words.fill("doc_off_day_what", &[("day", &words.date(touch.on)), ("what", &what)])
    });
    let first = [
        ("doc_stage", words.word("lifecycle_stage", it.lifecycle_stage)),
        ("doc_priority", it.priority.map(|priority| words.word("priority", priority)).unwrap_or_default()),
        ("doc_brief_sentiment", sentiment(fitter, &input.brief)),
        ("doc_off_last", last.unwrap_or_default()),
        ("doc_off_plans", plans.join(", ")),
    ];
    let mut facts = labelled(words, first);
    facts.extend(sold(fitter, &input.brief));
    facts
}

fn open(fitter: &mut TextFitter<'_>, input: &HandOff) -> Option<Table> {
    let words = fitter.words;
    let mut rows = Vec::new();
    for Unfinished { kind, title, of, owner, due: by, .. } in &input.open {
        let title = match title.is_empty() {
            true => kind_word(fitter, *kind),
            false => fitter.title(title),
        };
        let of = fitter.cell(of);
        let kind = kind_word(fitter, *kind);
        let sub = match of.is_empty() {
            true => kind,
            false => words.fill("doc_off_kind_of", &[("kind", &kind), ("of", &of)]),
        };
        rows.push(vec![
            Cell::text(title).with_sub(sub),
            Cell::text(fitter.cell(owner)),
            due(fitter, *by, true, input.brief.frame.today),
        ]);
    }
    table(words, "doc_off_open", &["doc_what", "doc_who", "doc_due"], rows)
}

/// A kind of what can be open.
fn kind_word(fitter: &TextFitter<'_>, kind: Kind) -> String {
    let words = fitter.words;
    words.get(match kind {
        Kind::Objective => "doc_outcome",
        Kind::Initiative => "doc_off_initiative",
        Kind::Workshop => "doc_off_workshop",
        Kind::ChecklistStep => "doc_off_step",
        Kind::PlanVersion => "doc_off_version",
        _ => "doc_off_task",
    })
}
