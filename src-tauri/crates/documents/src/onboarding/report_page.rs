//! The report on an onboarding: how long it takes, how far it is, phase by phase; what is late, what we need, what is
//! next; who has what; who met when.

use cairn_domain::{StepSide, StepState};
use serde::Serialize;

use super::{
    Report, ShownChecklist, Step,
    checklist_page::{facts, finding, state},
    measures::{self, part as measures_part},
    owners::{owners, who},
};
use crate::{
    parts::{Cell, Glyph, Table, Tone, due, table},
    text::TextFitter,
};

/// How many steps a list names.
const MOST: usize = 10;

/// What `onboarding_report.typ` reads.
#[derive(Serialize)]
pub(super) struct Page {
    lead: Option<String>,
    measures: Option<measures::Part>,
    runs: Vec<RunPart>,
    late: Option<Table>,
    needed: Option<Table>,
    next: Option<Table>,
    owners: Option<Table>,
    done: Option<Table>,
    meetings: Option<Table>,
    empty: Option<String>,
}

/// One checklist of the onboarding.
#[derive(Serialize)]
struct RunPart {
    heading: String,
    facts: Vec<[String; 2]>,
    phases: Option<Table>,
}

pub(super) fn page(fitter: &mut TextFitter<'_>, input: &Report) -> Page {
    let words = fitter.words;
    let Report { frame, runs, meetings: _, measures } = input;
    let steps = || runs.iter().flat_map(ShownChecklist::steps);
    let open = || steps().filter(|step| !step.is_over());
    let late = open().filter(|step| step.is_late(frame.today));
    let mine = |step: &&Step| step.owner_side == StepSide::Customer && !step.is_late(frame.today);
    let rest = |step: &&Step| step.owner_side != StepSide::Customer && !step.is_late(frame.today);
    Page {
        lead: runs.first().map(|run| finding(fitter, frame, run)),
        measures: measures.as_ref().map(|measures| measures_part(fitter, measures, runs)),
        runs: runs.iter().map(|run| part(fitter, input, run)).collect(),
        late: steps_table(fitter, input, "doc_onboarding_late", late),
        needed: steps_table(fitter, input, "doc_needed", open().filter(mine)),
        next: steps_table(fitter, input, "doc_whats_next", open().filter(rest)),
        owners: owners(fitter, input),
        done: done(fitter, input),
        meetings: meetings(fitter, input),
        empty: runs.is_empty().then(|| words.get("doc_onboarding_empty")),
    }
}

fn part(fitter: &mut TextFitter<'_>, input: &Report, run: &ShownChecklist) -> RunPart {
    let words = fitter.words;
    let mut rows = Vec::new();
    for phase in &run.phases {
        let (all, over) = (phase.counted().count(), phase.counted().filter(|step| step.is_over()).count());
        let (key, glyph, tone) = match (over == all && !phase.held, phase.open) {
            (true, _) => ("doc_phase_over", Glyph::Tick, Tone::Good),
            (false, true) => ("doc_phase_open", Glyph::Dot, Tone::Accent),
            (false, false) => ("doc_phase_waits", Glyph::Ring, Tone::Muted),
        };
        let title = match fitter.cell(&phase.title) {
            title if title.is_empty() => words.get("doc_checklist_steps"),
            title => title,
        };
        let last = phase.counted().filter_map(|step| step.due).max();
        rows.push(vec![
            Cell::text(title).strong().with_sub(fitter.cell(&phase.gate)),
            Cell::text(words.fill("doc_n_of_m", &[("n", &over.to_string()), ("m", &all.to_string())])),
            Cell::State { glyph, tone, word: words.get(key) },
            due(fitter, last, over < all, input.frame.today),
        ]);
    }
    let columns = ["doc_phase", "doc_checklist_steps", "doc_status", "doc_by"];
    RunPart {
        heading: fitter.heading(&run.title),
        facts: facts(fitter, run),
        phases: table(words, "doc_onboarding_phases", &columns, rows),
    }
}

/// Steps by their dates; what has none comes last.
fn steps_table<'a>(
    fitter: &mut TextFitter<'_>,
    input: &Report,
    heading: &str,
    steps: impl Iterator<Item = &'a Step>,
) -> Option<Table> {
    let words = fitter.words;
    let mut steps: Vec<&Step> = steps.collect();
    steps.sort_by_key(|step| (step.due.is_none(), step.due));
    let more = steps.len().saturating_sub(MOST);
    let mut rows = Vec::new();
    for step in steps.into_iter().take(MOST) {
        let reason = fitter.cell(&step.reason);
        rows.push(vec![
            Cell::text(fitter.title(&step.title)).with_sub(reason),
            Cell::text(who(fitter, &input.frame, step)),
            state(fitter, step.state),
            when(fitter, input, step),
        ]);
    }
    let mut table = table(words, heading, &["doc_what", "doc_who", "doc_status", "doc_due"], rows)?;
    table.remark = (more > 0).then(|| words.fill("doc_onboarding_more", &[("n", &more.to_string())]));
    Some(table)
}

/// By when an open step is to be done, and whether that may still move.
fn when(fitter: &TextFitter<'_>, input: &Report, step: &Step) -> Cell {
    let due = due(fitter, step.due, true, input.frame.today);
    if step.provisional && !step.is_late(input.frame.today) {
        due.with_sub(fitter.words.get("doc_checklist_provisional"))
    } else {
        due
    }
}

/// The steps that were done last.
fn done(fitter: &mut TextFitter<'_>, input: &Report) -> Option<Table> {
    let words = fitter.words;
    let done = input.runs.iter().flat_map(ShownChecklist::steps).filter(|step| step.state == StepState::Done);
    let mut done: Vec<(_, &Step)> = done.filter_map(|step| Some((step.done_on?, step))).collect();
    done.sort_by_key(|(day, _)| std::cmp::Reverse(*day));
    let mut rows = Vec::new();
    for (day, step) in done.into_iter().take(MOST) {
        let shown = fitter.cell(&step.evidence);
        rows.push(vec![
            Cell::text(fitter.title(&step.title)).with_sub(shown),
            Cell::text(who(fitter, &input.frame, step)),
            Cell::text(words.date(day)),
        ]);
    }
    table(words, "doc_onboarding_done", &["doc_what", "doc_who", "doc_date_label"], rows)
}

fn meetings(fitter: &mut TextFitter<'_>, input: &Report) -> Option<Table> {
    let words = fitter.words;
    let mut rows = Vec::new();
    for meeting in &input.meetings {
        let what = meeting.what.map(|what| words.word("touchpoint_type", what));
        let what = what.unwrap_or_else(|| words.get("kind_workshop"));
        rows.push([words.date(meeting.on), what, fitter.cell(&meeting.subject)].map(Cell::text).into());
    }
    let columns = ["doc_date_label", "doc_onboarding_meeting", "doc_onboarding_subject"];
    table(words, "doc_onboarding_meetings", &columns, rows)
}
