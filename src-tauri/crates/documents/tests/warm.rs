//! A preview follows the typing: after one changed value only what shows it is laid out again.
//!
//! Alone in its program: the engine's memory is one for all, and other documents would push this one out.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::disallowed_methods)]

mod sample;

use std::time::{Duration, Instant};

use cairn_documents::success_plan::{SuccessPlan, preview};

fn time(plan: &SuccessPlan) -> Duration {
    let start = Instant::now();
    preview(plan).unwrap();
    start.elapsed()
}

#[test]
fn a_changed_word_is_set_again_in_a_fraction_of_the_time() {
    // With a logo, whose trial must not push the pages out of the engine's memory.
    let mut plan = sample::branded();
    plan.objectives = plan.objectives.iter().cycle().take(12).cloned().collect();
    for (number, objective) in (1..).zip(&mut plan.objectives) {
        objective.title = format!("{}, region {number}", objective.title);
    }
    let cold = time(&plan);
    let warm = (0..5).map(|round| {
        plan.objectives[3].owner = format!("Owner {round}");
        time(&plan)
    });
    let warm = warm.min().unwrap();
    assert!(warm * 3 < cold, "{warm:?} after a change, {cold:?} at first");
}
