//! The sentence over a chart: it states what the readings say, by rule, never an opinion.
//!
//! The change is from the baseline (without one, from the first reading) to the latest reading; then comes
//! how that lies to the target.

use cairn_domain::Direction;

use crate::{series::Series, words::Words};

/// What the readings say, with `name` and `unit` as they may be shown; `None` without a reading.
pub(crate) fn finding(words: Words<'_>, series: &Series, name: &str, unit: &str) -> Option<String> {
    let readings = &series.points;
    let (first, latest) = (readings.first()?.value, readings.last()?.value);
    let from = series.baseline.filter(|value| value.is_finite()).unwrap_or(first);
    let measured = |value| words.measured(series.kind, value, unit);
    let verb = match latest.total_cmp(&from) {
        _ if latest == from => "doc_finding_held",
        std::cmp::Ordering::Less => "doc_finding_fell",
        _ => "doc_finding_rose",
    };
    let change = words
        .fill(verb, &[("name", name), ("from", &words.value(series.kind, from)), ("to", &measured(latest))]);
    Some(against_target(words, series, &change, latest, &measured).unwrap_or(change))
}

/// How far a measure went the wrong way: the less, the farther. `None` for one that did not, or was never read.
pub(crate) fn astray(series: &Series) -> Option<f64> {
    let readings = &series.points;
    let (first, latest) = (readings.first()?.value, readings.last()?.value);
    let from = series.baseline.filter(|value| value.is_finite()).unwrap_or(first);
    let wrong = match series.direction {
        Direction::HigherIsBetter => latest < from,
        Direction::LowerIsBetter => latest > from,
        Direction::InRange => outside(series, latest) > outside(series, from),
    };
    match series.progress {
        Some(progress) if progress < 0.0 => Some(progress),
        Some(progress) if progress > 0.0 => None,
        _ => wrong.then_some(0.0),
    }
}

/// How far a value lies outside of a range; an end that is not set bounds nothing.
fn outside(series: &Series, value: f64) -> f64 {
    let below = series.target_min.map_or(0.0, |min| min - value);
    let above = series.target_max.map_or(0.0, |max| value - max);
    below.max(above).max(0.0)
}

/// Where the trend of the readings leads; `None` where it leads nowhere, or the target is reached.
pub(crate) fn at_this_pace(words: Words<'_>, series: &Series) -> Option<String> {
    let date = words.date(series.projected?);
    Some(match series.target_date.filter(|due| series.projected > Some(*due)) {
        Some(due) => words.fill("doc_pace_late", &[("date", &date), ("due", &words.date(due))]),
        None => words.fill("doc_pace", &[("date", &date)]),
    })
}

fn against_target(
    words: Words<'_>,
    series: &Series,
    change: &str,
    latest: f64,
    measured: &impl Fn(f64) -> String,
) -> Option<String> {
    if series.direction == Direction::InRange {
        return against_range(words, series, change, latest, measured);
    }
    let target = series.target;
    // What went the wrong way is no part of the way, though it may come to none of it.
    if astray(series).is_some() {
        return Some(match target {
            Some(target) => {
                words.fill("doc_finding_away", &[("change", change), ("target", &measured(target))])
            }
            None => words.fill("doc_finding_wrong", &[("change", change)]),
        });
    }
    let (target, progress) = (measured(target?), series.progress?);
    let key = if progress >= 1.0 { "doc_finding_reached" } else { "doc_finding_way" };
    let progress = words.progress(progress);
    Some(words.fill(key, &[("change", change), ("progress", &progress), ("target", &target)]))
}

/// How a value lies to a range, which may have one end alone.
fn against_range(
    words: Words<'_>,
    series: &Series,
    change: &str,
    latest: f64,
    measured: &impl Fn(f64) -> String,
) -> Option<String> {
    let (min, max) = (series.target_min, series.target_max);
    if let (Some(min), Some(max)) = (min, max) {
        let key = if (min..=max).contains(&latest) { "doc_finding_inside" } else { "doc_finding_outside" };
        let min = words.value(series.kind, min);
        return Some(words.fill(key, &[("change", change), ("min", &min), ("max", &measured(max))]));
    }
    let (key, end) = match (min, max) {
        (Some(min), _) if latest < min => ("doc_finding_below", min),
        (Some(min), _) => ("doc_finding_least", min),
        (None, Some(max)) if latest > max => ("doc_finding_above", max),
        (None, max) => ("doc_finding_most", max?),
    };
    Some(words.fill(key, &[("change", change), ("end", &measured(end))]))
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use cairn_domain::CriterionKind;

    use super::*;
    use crate::{language::Language, series::Point};

    fn told(values: &[f64], target: Option<f64>, change: impl FnOnce(&mut Series)) -> Option<String> {
        let mut series = series_of(values, target);
        change(&mut series);
        finding(Words::of(Language::En), &series, "Lead time", "days")
    }

    fn series_of(values: &[f64], target: Option<f64>) -> Series {
        let first = "2026-01-05".parse::<chrono::NaiveDate>().unwrap();
        let points = values
            .iter()
            .enumerate()
            .map(|(week, value)| Point { date: first + chrono::Days::new(7 * week as u64), value: *value });
        Series {
            kind: CriterionKind::Duration,
            direction: Direction::LowerIsBetter,
            baseline: Some(20.0),
            target,
            target_min: None,
            target_max: None,
            target_date: None,
            progress: values.last().zip(target).map(|(latest, target)| (latest - 20.0) / (target - 20.0)),
            projected: None,
            points: points.collect(),
        }
    }

    #[test]
    fn the_sentence_says_the_change_and_how_far_it_is() {
        let told = |values, target| told(values, target, |_| ());
        assert_eq!(
            told(&[20.0, 12.5], Some(10.0)).as_deref(),
            Some("Lead time fell from 20 to 12.5 days; 75 % of the way to 10 days"),
            "on the way"
        );
        assert_eq!(
            told(&[20.0, 22.0], Some(10.0)).as_deref(),
            Some("Lead time rose from 20 to 22 days, away from the target of 10 days"),
            "the wrong way is called that"
        );
        assert_eq!(
            told(&[9.0], Some(10.0)).as_deref(),
            Some("Lead time fell from 20 to 9 days; the target of 10 days is reached"),
            "passed"
        );
        assert_eq!(
            told(&[20.0], None).as_deref(),
            Some("Lead time stayed at 20 days"),
            "without a target there is no way to speak of"
        );
        assert_eq!(told(&[], Some(10.0)), None, "nothing was read");
    }

    #[test]
    fn what_went_the_wrong_way_is_known_with_and_without_a_target() {
        let lost = |values, target| astray(&series_of(values, target));
        assert_eq!(lost(&[20.0, 22.0], Some(10.0)), Some(-0.2), "away from the target, by how far");
        assert_eq!(lost(&[20.0, 22.0], None), Some(0.0), "against its direction, whatever the target");
        assert_eq!(lost(&[20.0, 12.0], Some(10.0)), None, "on the way");
        assert_eq!(lost(&[20.0], Some(10.0)), None, "where it was");
        assert_eq!(lost(&[], Some(10.0)), None, "never read");
        let mut outside = series_of(&[0.5], None);
        (outside.direction, outside.target_min) = (Direction::InRange, Some(1.0));
        assert_eq!(astray(&outside), Some(0.0), "out of a range, one-ended or not");
        outside.target_max = Some(3.0);
        assert_eq!(astray(&outside), None, "nearer to a range than it was");
    }

    #[test]
    fn what_went_the_wrong_way_is_never_told_as_part_of_the_way() {
        let told = |values: &[f64], change: fn(&mut Series)| told(values, Some(95.0), change).unwrap();
        let same = told(&[80.0], |series| {
            series.direction = Direction::HigherIsBetter;
            (series.baseline, series.progress) = (Some(95.0), Some(0.0));
        });
        assert_eq!(
            same, "Lead time fell from 95 to 80 days, away from the target of 95 days",
            "the target is where it began"
        );
        let first = told(&[50.0, 10.0], |series| {
            series.direction = Direction::HigherIsBetter;
            (series.baseline, series.progress) = (None, None);
        });
        assert_eq!(
            first, "Lead time fell from 50 to 10 days, away from the target of 95 days",
            "without a baseline, since the first reading"
        );
        let unbound = told(&[22.0], |series| (series.target, series.progress) = (None, None));
        assert_eq!(unbound, "Lead time rose from 20 to 22 days: the wrong way", "without a target");
        let still = told(&[20.0], |series| series.progress = Some(0.0));
        assert_eq!(
            still, "Lead time stayed at 20 days; 0 % of the way to 95 days",
            "what did not move is on its way"
        );
    }

    #[test]
    fn a_range_with_one_end_is_kept_or_not() {
        let ranged = |latest: f64, ends: (Option<f64>, Option<f64>)| {
            told(&[latest], None, |series| {
                series.direction = Direction::InRange;
                (series.target_min, series.target_max) = ends;
            })
            .unwrap()
        };
        let (least, most) = ((Some(15.0), None), (None, Some(21.0)));
        assert_eq!(ranged(12.0, least), "Lead time fell from 20 to 12 days, below 15 days");
        assert_eq!(ranged(15.0, least), "Lead time fell from 20 to 15 days, not below 15 days");
        assert_eq!(ranged(22.0, most), "Lead time rose from 20 to 22 days, above 21 days");
        assert_eq!(ranged(21.0, most), "Lead time rose from 20 to 21 days, not above 21 days");
    }

    #[test]
    fn the_trend_is_said_with_the_day_it_is_late_for() {
        let paced = |due: Option<&str>| {
            let mut series = series_of(&[20.0, 12.5], Some(10.0));
            series.projected = Some("2027-05-03".parse().unwrap());
            series.target_date = due.map(|due| due.parse().unwrap());
            at_this_pace(Words::of(Language::En), &series).unwrap()
        };
        let reached = "At this pace the target is reached on 3 May 2027.";
        assert_eq!(paced(None), reached, "without a date to be late for");
        assert_eq!(paced(Some("2027-05-03")), reached, "on its day it is in time");
        let late = "At this pace the target is reached on 3 May 2027; it is due on 2 May 2027.";
        assert_eq!(paced(Some("2027-05-02")), late, "a day later it is late");
    }

    #[test]
    fn a_range_is_inside_or_outside() {
        let ranged = |latest| {
            told(&[latest], None, |series| {
                series.direction = Direction::InRange;
                (series.target_min, series.target_max) = (Some(1.0), Some(3.0));
            })
        };
        assert_eq!(
            ranged(3.0).as_deref(),
            Some("Lead time fell from 20 to 3 days, inside the range of 1 to 3 days"),
            "the ends belong to the range"
        );
        assert_eq!(
            ranged(4.5).as_deref(),
            Some("Lead time fell from 20 to 4.5 days, outside the range of 1 to 3 days"),
            "beyond them is outside"
        );
    }
}
