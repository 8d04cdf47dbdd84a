//! The report: medians, ratios, and whether the limits hold.
//!
//! Owns: the limits. A ratio is taken within a round and the median of these is what counts, so that
//! a slow minute of the machine slows both sides of it.

use crate::measure::Cost;

/// At most this share of a peer's wall time.
const TIME: f64 = 0.25;
/// At most this share of a peer's peak memory.
const MEMORY: f64 = 0.5;

/// Prints the table; the first name is ours. True when every limit holds.
pub(crate) fn print(names: &[&str], costs: &[Cost]) -> bool {
    println!(
        "\n{:<12} {:>22} {:>14} {:>14} {:>14}",
        "", "seconds (min..max)", "peak MiB", "time ratio", "memory ratio"
    );
    let mut holds = true;
    let Some(ours) = costs.first() else { return false };
    for (name, cost) in names.iter().zip(costs) {
        let (least, most) = ends(&cost.seconds);
        let seconds = format!("{:.2} ({least:.2}..{most:.2})", median(&cost.seconds));
        let time = ratio(&ours.seconds, &cost.seconds);
        let memory = ratio(&ours.mebibytes, &cost.mebibytes);
        print!("{name:<12} {seconds:>22} {:>14.0}", median(&cost.mebibytes));
        if std::ptr::eq(ours, cost) {
            println!();
        } else {
            println!(" {time:>14.3} {memory:>14.3}");
            holds &= time <= TIME && memory <= MEMORY;
        }
    }
    let word = if holds { "hold" } else { "DO NOT HOLD" };
    println!("\nlimits: time ratio {TIME} at most, memory ratio {MEMORY} at most: they {word}");
    holds
}

/// The median over the rounds of ours by theirs.
fn ratio(ours: &[f64], theirs: &[f64]) -> f64 {
    median(&ours.iter().zip(theirs).map(|(our, their)| our / their).collect::<Vec<_>>())
}

/// The middle value; the mean of the two middle ones where there is none.
pub(crate) fn median(values: &[f64]) -> f64 {
    let mut sorted = values.to_vec();
    sorted.sort_by(f64::total_cmp);
    let middle = sorted.len() / 2;
    match (sorted.get(middle), sorted.len().is_multiple_of(2)) {
        (Some(high), true) => f64::midpoint(sorted[middle - 1], *high),
        (Some(value), false) => *value,
        (None, _) => f64::NAN,
    }
}

fn ends(values: &[f64]) -> (f64, f64) {
    values.iter().fold((f64::INFINITY, 0.0), |(least, most), value| (least.min(*value), value.max(most)))
}

#[cfg(test)]
mod tests {
    use super::{median, ratio};

    #[test]
    fn a_slow_round_slows_both_and_changes_nothing() {
        let (ours, theirs) = ([1.0, 10.0, 1.0], [4.0, 40.0, 4.0]);
        assert!((ratio(&ours, &theirs) - 0.25).abs() < 1e-9, "the ratio is taken within a round");
    }

    #[test]
    fn the_median_of_an_even_number_lies_between() {
        assert!((median(&[4.0, 1.0, 3.0, 2.0]) - 2.5).abs() < 1e-9);
        assert!(median(&[]).is_nan(), "no measurement is no number, and no limit holds against it");
    }
}
