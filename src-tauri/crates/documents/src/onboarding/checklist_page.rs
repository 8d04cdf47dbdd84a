//! A checklist on paper: what it is about, its numbers, a table for each phase, and how steps are done.

use cairn_domain::{Forecast, StepLink, StepState};
use serde::Serialize;

use super::{Phase, ShownChecklist, Step, owners::who_and_side};
use crate::{
    frame::Frame,
    letters::is_blank,
    parts::{Cell, Glyph, Prose, Table, Tone, due, labelled, table},
    prose::Block,
    text::TextFitter,
};

/// What `checklist.typ` reads.
#[derive(Serialize)]
pub(super) struct Page {
    facts: Vec<[String; 2]>,
    phases: Vec<PhaseTable>,
    how: Option<How>,
    /// Said where there is no step.
    empty: Option<String>,
}

/// A phase: its table, and what must be true before the next.
#[derive(Serialize)]
struct PhaseTable {
    table: Option<Table>,
    gate: Option<String>,
}

/// How steps are done, step by step.
#[derive(Serialize)]
struct How {
    heading: String,
    steps: Vec<Prose>,
}

pub(super) fn page(fitter: &mut TextFitter<'_>, frame: &Frame, run: &ShownChecklist) -> Page {
    let words = fitter.words;
    let mut lead = labelled(words, [("doc_checklist_stands", finding(fitter, frame, run))]);
    lead.extend(facts(fitter, run));
    Page {
        facts: lead,
        phases: run
            .phases
            .iter()
            .enumerate()
            .map(|(at, phase)| phase_table(fitter, frame, phase, at + 1 == run.phases.len()))
            .collect(),
        how: how(fitter, run),
        empty: run.steps().next().is_none().then(|| words.get("doc_checklist_empty")),
    }
}

/// When it began and ended, what its dates count from, why it takes long.
pub(super) fn facts(fitter: &mut TextFitter<'_>, run: &ShownChecklist) -> Vec<[String; 2]> {
    let words = fitter.words;
    let mut facts = labelled(
        words,
        [
            ("doc_checklist_started", words.date(run.started_on)),
            ("doc_checklist_closed", run.closed_on.map(|day| words.date(day)).unwrap_or_default()),
        ],
    );
    facts.extend(run.anchors.iter().map(|anchor| [anchor.title(words), words.date(anchor.day)]));
    let delay = run.delay_reason.as_deref().map(|reason| fitter.cell(reason)).unwrap_or_default();
    facts.extend(labelled(words, [("doc_checklist_delay", delay)]));
    facts
}

/// How far a checklist is, in a sentence.
pub(super) fn finding(fitter: &TextFitter<'_>, frame: &Frame, run: &ShownChecklist) -> String {
    let words = fitter.words;
    let count = |is: fn(&Step) -> bool| run.steps().filter(|step| is(step)).count();
    let (all, done) = (run.steps().count(), count(|step| step.state == StepState::Done));
    let skipped = count(|step| step.state == StepState::Skipped);
    let late = run.steps().filter(|step| step.is_late(frame.today)).count();
    let mut parts =
        vec![words.fill("doc_checklist_done", &[("n", &done.to_string()), ("all", &all.to_string())])];
    for (key, n) in [("doc_checklist_skipped", skipped), ("doc_timeline_overdue", late)] {
        if n > 0 {
            parts.push(words.fill(key, &[("n", &n.to_string())]));
        }
    }
    parts.extend(run.forecast(frame.today).map(|Forecast { ends_on, all_late }| {
        let key = if all_late { "doc_checklist_all_late" } else { "doc_checklist_ends" };
        words.fill(key, &[("date", &words.date(ends_on))])
    }));
    words.fill("doc_sentence", &[("text", &parts.join(", "))])
}

fn phase_table(fitter: &mut TextFitter<'_>, frame: &Frame, phase: &Phase, is_last: bool) -> PhaseTable {
    let gate_key = if is_last { "doc_checklist_gate_last" } else { "doc_checklist_gate" };
    let words = fitter.words;
    let mut rows = Vec::new();
    let mut group = "";
    for step in &phase.steps {
        if step.group_title != group && !is_blank(&step.group_title) {
            let empty = || Cell::text("");
            let group = Cell::text(fitter.title(&step.group_title)).toned(Tone::Muted).strong();
            rows.push(vec![empty(), group, empty(), empty()]);
        }
        group = &step.group_title;
        rows.push(row(fitter, frame, step));
    }
    let over = phase.steps.iter().filter(|step| step.is_over()).count().to_string();
    let heading = match fitter.cell(&phase.title) {
        title if title.is_empty() => words.get("doc_checklist_steps"),
        title => title,
    };
    let columns = ["doc_status", "doc_what", "doc_who", "doc_due_or_done"];
    let table = table(words, "", &columns, rows).map(|table| Table {
        heading,
        remark: Some(words.fill("doc_n_of_m", &[("n", &over), ("m", &phase.steps.len().to_string())])),
        ..table
    });
    let gate = fitter.cell(&phase.gate);
    let gate = Some(gate).filter(|gate| !gate.is_empty() && table.is_some());
    PhaseTable { table, gate: gate.map(|gate| words.fill(gate_key, &[("gate", &gate)])) }
}

fn row(fitter: &mut TextFitter<'_>, frame: &Frame, step: &Step) -> Vec<Cell> {
    let words = fitter.words;
    let title = Cell::text(fitter.title(&step.title));
    let mut under = Vec::new();
    if !step.required {
        under.push(words.get("doc_checklist_optional"));
    }
    let (shown, wanted) = (fitter.cell(&step.evidence), fitter.cell(&step.evidence_wanted));
    match (shown.is_empty(), wanted.is_empty()) {
        (false, _) => under.push(words.fill("doc_checklist_evidence", &[("text", &shown)])),
        (true, false) => under.push(words.fill("doc_checklist_wanted", &[("text", &wanted)])),
        (true, true) => {}
    }
    under.extend([fitter.cell(&step.reason), fitter.cell(&step.note)]);
    under.retain(|part| !part.is_empty());
    let title = title.with_sub(under.join(" · "));
    let when = match step.done_on {
        Some(done) => Cell::text(words.date(done)),
        None => {
            let due = due(fitter, step.due, !step.is_over(), frame.today);
            if step.provisional && !step.is_late(frame.today) {
                due.with_sub(words.get("doc_checklist_provisional"))
            } else {
                due
            }
        }
    };
    vec![
        state(fitter, step.state),
        if step.depth > 0 { title.indented(None) } else { title },
        who_and_side(fitter, frame, step),
        when,
    ]
}

/// The state of a step as shape, colour and word.
pub(super) fn state(fitter: &TextFitter<'_>, state: StepState) -> Cell {
    let (glyph, tone) = match state {
        StepState::Open => (Glyph::Box, Tone::Plain),
        StepState::Done => (Glyph::Tick, Tone::Good),
        StepState::Skipped => (Glyph::Bar, Tone::Muted),
        StepState::Blocked => (Glyph::Square, Tone::Bad),
    };
    Cell::State { glyph, tone, word: fitter.words.word("step_state", state) }
}

/// Why and how steps that are not over are done, with where to read more.
fn how(fitter: &mut TextFitter<'_>, run: &ShownChecklist) -> Option<How> {
    let mut steps = Vec::new();
    for step in run.steps().filter(|step| !step.is_over()) {
        let mut blocks: Vec<Block> =
            [&step.why, &step.how].into_iter().flat_map(|text| fitter.prose(text)).collect();
        // A link is prose of one line, so that only an address that prose may link to becomes one.
        for StepLink { title, url } in &step.links {
            let title = fitter.line(title).replace(['[', ']'], " ");
            blocks.extend(fitter.prose(&format!("[{title}]({url})")));
        }
        if !blocks.is_empty() {
            steps.push(Prose { heading: fitter.heading(&step.title), blocks });
        }
    }
    (!steps.is_empty()).then(|| How { heading: fitter.words.get("doc_checklist_how"), steps })
}
