//! The sentence over a chart: it states what the readings say, by rule, never an opinion.
//!
//! The change is from the baseline (without one, from the first reading) to the latest reading; then comes
//! how that lies to the target. Readings are sorted by date here, once, for chart and sentence alike.

use cairn_domain::Direction;

use crate::{
    success_plan::{Criterion, Reading},
    words::Language,
};

/// The readings that can be drawn and told, oldest first.
pub(crate) fn in_order(criterion: &Criterion) -> Vec<&Reading> {
    let mut readings: Vec<&Reading> = criterion.readings.iter().filter(|reading| reading.value.is_finite()).collect();
    readings.sort_by_key(|reading| reading.date);
    readings
}

/// What the readings say, with `name` and `unit` as they may be shown; `None` without a reading.
pub(crate) fn finding(language: Language, criterion: &Criterion, name: &str, unit: &str) -> Option<String> {
    let readings = in_order(criterion);
    let (first, latest) = (readings.first()?.value, readings.last()?.value);
    let from = criterion.baseline.filter(|value| value.is_finite()).unwrap_or(first);
    let measured = |value| language.measured(criterion.kind, value, unit);
    let verb = match latest.total_cmp(&from) {
        _ if latest == from => "doc_finding_held",
        std::cmp::Ordering::Less => "doc_finding_fell",
        _ => "doc_finding_rose",
    };
    let change = language.fill(
        verb,
        &[("name", name), ("from", &language.value(criterion.kind, from)), ("to", &measured(latest))],
    );
    Some(against_target(language, criterion, &change, latest, &measured).unwrap_or(change))
}

fn against_target(
    language: Language,
    criterion: &Criterion,
    change: &str,
    latest: f64,
    measured: &impl Fn(f64) -> String,
) -> Option<String> {
    if criterion.direction == Direction::InRange {
        let (min, max) = (criterion.target_min?, criterion.target_max?);
        let key = if (min..=max).contains(&latest) { "doc_finding_inside" } else { "doc_finding_outside" };
        let min = language.value(criterion.kind, min);
        return Some(language.fill(key, &[("change", change), ("min", &min), ("max", &measured(max))]));
    }
    let (target, progress) = (measured(criterion.target?), criterion.progress?);
    let key = match progress {
        _ if progress >= 1.0 => "doc_finding_reached",
        _ if progress < 0.0 => "doc_finding_away",
        _ => "doc_finding_way",
    };
    let progress = language.progress(progress);
    Some(language.fill(key, &[("change", change), ("progress", &progress), ("target", &target)]))
}
