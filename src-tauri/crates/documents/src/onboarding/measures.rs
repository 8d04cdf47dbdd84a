//! How long an onboarding takes: each measure with its days, its target, its state, and the facts it came from.

use cairn_domain::{Kind, MeasureFact, MeasureState, Measured, Measures};
use serde::Serialize;

use super::{OnboardingMeasures, ShownChecklist};
use crate::{
    parts::{Cell, Glyph, Table, Tone, table},
    text::TextFitter,
    words::Words,
};

/// The measures on the page.
#[derive(Serialize)]
pub(super) struct Part {
    table: Option<Table>,
    /// What is to be said of them, in sentences.
    said: Vec<String>,
}

pub(super) fn part(
    fitter: &mut TextFitter<'_>,
    OnboardingMeasures { measures, delay_reason }: &OnboardingMeasures,
    runs: &[ShownChecklist],
) -> Part {
    let words = fitter.words;
    let Measures {
        time_to_engage,
        time_to_first_value,
        time_to_onboard,
        kickoff,
        second_call,
        not_engaged,
        is_late,
    } = measures;
    let lines = [
        ("time_to_engage", time_to_engage),
        ("touchpoint_type_kickoff", kickoff),
        ("second_call", second_call),
        ("time_to_first_value", time_to_first_value),
        ("time_to_onboard", time_to_onboard),
    ];
    let rows = lines.map(|(key, measured)| row(fitter, key, measured));
    let columns = ["measure", "doc_measure_days", "doc_measure_target", "doc_status", "doc_measure_facts"];
    let mut said = Vec::new();
    if *not_engaged {
        said.push(words.get("not_engaged"));
    }
    let reason = fitter.cell(delay_reason);
    // A checklist says its own reason where it stands.
    let is_said = runs.iter().any(|run| run.delay_reason.as_deref() == Some(delay_reason.as_str()));
    match (reason.is_empty(), is_said) {
        (true, _) if *is_late => said.push(words.get("doc_delay_unsaid")),
        (false, false) => said.push(words.fill("doc_delay_said", &[("reason", &reason)])),
        _ => {}
    }
    Part { table: table(words, "onboarding_measures", &columns, rows.into()), said }
}

fn row(fitter: &mut TextFitter<'_>, key: &str, measured: &Measured) -> Vec<Cell> {
    let words = fitter.words;
    let Measured { days, target, state: how, forecast, from } = measured;
    let count = |days: i64| words.fill("doc_measure_n_days", &[("n", &days.to_string())]);
    let forecast = forecast.map(|day| words.fill("doc_measure_forecast", &[("date", &words.date(day))]));
    let facts: Vec<String> = from.iter().map(|one| fact(fitter, one)).collect();
    vec![
        Cell::text(words.get(key)).strong(),
        Cell::text(days.map_or_else(|| words.get("doc_none"), count)),
        Cell::text(count(*target)),
        state(words, *how),
        Cell::text(facts.join("; ")).with_sub(forecast.unwrap_or_default()),
    ]
}

/// A day and what happened on it.
fn fact(fitter: &mut TextFitter<'_>, fact: &MeasureFact) -> String {
    let words = fitter.words;
    let MeasureFact { date, kind, id: _, title, field } = fact;
    let what = match (kind, field.as_str()) {
        (Kind::Touchpoint | Kind::Workshop, _) => fitter.cell(title),
        (_, "anchors" | "customer_since") => words.get("doc_anchor_contract"),
        (_, "started_on") => words.get("doc_checklist_started"),
        (_, "first_value_on") => words.get("doc_measure_first_value"),
        _ => words.get("doc_measure_over"),
    };
    words.fill("doc_measure_fact", &[("what", &what), ("date", &words.date(*date))])
}

fn state(words: Words<'_>, state: MeasureState) -> Cell {
    let (glyph, tone) = match state {
        MeasureState::OnTrack => (Glyph::Disc, Tone::Good),
        MeasureState::Behind => (Glyph::Half, Tone::Watch),
        MeasureState::Stuck => (Glyph::Triangle, Tone::Bad),
        MeasureState::Met => (Glyph::Tick, Tone::Good),
        MeasureState::Missed => (Glyph::Cross, Tone::Bad),
        MeasureState::Unknown => (Glyph::Ring, Tone::Muted),
    };
    Cell::State { glyph, tone, word: words.word("measure_state", state) }
}
