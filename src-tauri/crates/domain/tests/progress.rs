//! Progress, by property and by the figures of the design pages.
#![allow(clippy::unwrap_used, clippy::expect_used)]

use cairn_domain::{
    Criterion, CriterionId, Direction, ObjectiveId, RecordId, TaskStatus, criterion_progress,
    outcome_progress, outcome_terms, plan_progress, work_progress,
};
use proptest::prelude::*;
use serde_json::json;

fn criterion(direction: Direction, values: [Option<f64>; 4]) -> Criterion {
    let [baseline, target, target_min, target_max] = values;
    let objective = ObjectiveId::from_uuid(uuid::Uuid::nil());
    serde_json::from_value(json!({
        "objective_id": objective, "name": "Lead time", "direction": direction, "baseline": baseline,
        "target": target, "target_min": target_min, "target_max": target_max,
    }))
    .expect("a criterion")
}

#[test]
fn moving_away_from_the_target_is_negative_progress() {
    let lead_time = criterion(Direction::LowerIsBetter, [Some(20.0), Some(10.0), None, None]);
    assert_eq!(criterion_progress(&lead_time, Some(22.0)), Some(-0.2), "22 is 2 of 10 the wrong way");
}

#[test]
fn without_a_reading_there_is_no_progress_rather_than_none_made() {
    let lead_time = criterion(Direction::LowerIsBetter, [Some(20.0), Some(10.0), None, None]);
    assert_eq!(criterion_progress(&lead_time, None), None, "no reading, no measure");
    let aimless = criterion(Direction::LowerIsBetter, [Some(20.0), None, None, None]);
    assert_eq!(criterion_progress(&aimless, Some(15.0)), None, "no target, no measure");
}

#[test]
fn an_objective_that_is_not_measured_is_left_out_of_the_plans_mean() {
    let second = outcome_progress([(1.0, Some(0.19)), (1.0, Some(-0.15))]);
    assert!((second.unwrap() - 0.02).abs() < 1e-12, "19 % forward and 15 % back is 2 %");
    assert_eq!(plan_progress([Some(0.5), None, Some(0.25)]), Some(0.375), "two of three count");
    assert_eq!(plan_progress([None, None]), None, "nothing measured is not zero");
}

#[test]
fn a_dropped_task_counts_neither_as_done_nor_as_open() {
    let tasks = [TaskStatus::ClosedSuccess, TaskStatus::Blocked, TaskStatus::Closed];
    assert_eq!(work_progress(tasks), Some(0.5), "one of the two that still count");
    assert_eq!(work_progress([TaskStatus::Closed]), None, "nothing is left to measure");
}

#[test]
fn ids_of_two_records_are_two_types() {
    let id = uuid::Uuid::nil();
    assert_eq!(CriterionId::from_uuid(id).to_string(), ObjectiveId::from_uuid(id).to_string(), "same text");
}

fn value() -> impl Strategy<Value = f64> {
    -1.0e6..1.0e6
}

proptest! {
    #[test]
    fn the_baseline_is_no_progress_and_the_target_is_all_of_it(baseline in value(), target in value()) {
        prop_assume!((baseline - target).abs() > 1e-3);
        for direction in [Direction::HigherIsBetter, Direction::LowerIsBetter] {
            let measured = criterion(direction, [Some(baseline), Some(target), None, None]);
            prop_assert_eq!(criterion_progress(&measured, Some(baseline)), Some(0.0));
            prop_assert_eq!(criterion_progress(&measured, Some(target)), Some(1.0));
        }
    }

    #[test]
    fn a_step_towards_the_target_never_lowers_progress(
        baseline in value(), target in value(), from in value(), step in 0.0..1.0e6_f64,
    ) {
        prop_assume!((baseline - target).abs() > 1e-3);
        let measured = criterion(Direction::HigherIsBetter, [Some(baseline), Some(target), None, None]);
        let towards = from + step * (target - baseline).signum();
        prop_assert!(criterion_progress(&measured, Some(towards)) >= criterion_progress(&measured, Some(from)));
    }

    #[test]
    fn what_is_good_already_is_to_stay_so(at in value(), step in 0.1..1.0e6_f64) {
        for (direction, better) in [(Direction::HigherIsBetter, step), (Direction::LowerIsBetter, -step)] {
            let measured = criterion(direction, [Some(at), Some(at), None, None]);
            prop_assert_eq!(criterion_progress(&measured, Some(at)), Some(1.0), "it stayed");
            prop_assert_eq!(criterion_progress(&measured, Some(at + better)), Some(1.0), "it is better still");
            prop_assert_eq!(criterion_progress(&measured, Some(at - better)), Some(0.0), "it was lost");
        }
    }

    #[test]
    fn a_floor_is_a_range_without_an_upper_end(floor in value(), baseline in value(), latest in value()) {
        prop_assume!((baseline - floor).abs() > 1e-3);
        let measured = criterion(Direction::InRange, [Some(baseline), None, Some(floor), None]);
        let progress = criterion_progress(&measured, Some(latest)).unwrap();
        prop_assert_eq!(progress == 1.0, latest >= floor);
    }

    #[test]
    fn inside_the_range_is_all_of_the_way_and_outside_never_is(
        min in value(), width in 0.1..1.0e6_f64, baseline in value(), latest in value(),
    ) {
        let max = min + width;
        let measured = criterion(Direction::InRange, [Some(baseline), None, Some(min), Some(max)]);
        let progress = criterion_progress(&measured, Some(latest)).unwrap();
        prop_assert_eq!(progress == 1.0, (min..=max).contains(&latest));
        prop_assert!(progress <= 1.0, "a range cannot be more than reached");
    }

    #[test]
    fn the_terms_add_up_to_the_outcome_progress(
        parts in prop::collection::vec((0.0..10.0_f64, prop::option::of(-5.0..5.0_f64)), 0..20),
    ) {
        let terms = outcome_terms(&parts);
        let sum: f64 = terms.iter().filter_map(|term| term.product).sum();
        prop_assert_eq!(terms.len(), parts.len(), "one for each criterion, in its order");
        match outcome_progress(parts.iter().copied()) {
            Some(progress) => {
                prop_assert!((sum - progress).abs() < 1e-9, "{sum} is not {progress}");
                let shares: f64 = terms.iter().filter_map(|term| term.share).sum();
                prop_assert!((shares - 1.0).abs() < 1e-9, "the shares are all of it: {shares}");
            }
            None => prop_assert!(terms.iter().all(|term| term.share.is_none()), "nothing counts"),
        }
    }

    #[test]
    fn a_mean_stays_between_its_parts(parts in prop::collection::vec((0.1..10.0_f64, value()), 1..20)) {
        let mean = outcome_progress(parts.iter().map(|&(weight, progress)| (weight, Some(progress)))).unwrap();
        let low = parts.iter().map(|part| part.1).fold(f64::INFINITY, f64::min);
        let high = parts.iter().map(|part| part.1).fold(f64::NEG_INFINITY, f64::max);
        prop_assert!(mean >= low - 1e-6 && mean <= high + 1e-6, "{mean} not in {low}..{high}");
    }
}
