//! A linear scale of values with round ticks.

use super::LARGEST;

/// How many steps an axis has at most.
const STEPS: f64 = 4.0;

/// Values from the bottom to the top of a drawing.
pub(super) struct Scale {
    low: f64,
    step: f64,
    steps: u32,
}

impl Scale {
    /// A scale with room for all the values; `None` if one cannot be drawn.
    pub(super) fn new(values: impl IntoIterator<Item = f64>) -> Option<Self> {
        let values: Vec<f64> = values.into_iter().collect();
        if values.is_empty() || values.iter().any(|value| value.is_nan() || value.abs() > LARGEST) {
            return None;
        }
        let (low, high) = values
            .iter()
            .fold((f64::MAX, f64::MIN), |(low, high), value| (low.min(*value), high.max(*value)));
        // A flat line stands in the middle of something; a start near zero is shown from zero.
        let (low, high) = if high - low > 1e-9 * high.abs().max(1e-3) {
            (low, high)
        } else {
            (low - low.abs().max(1.0) / 2.0, high + high.abs().max(1.0) / 2.0)
        };
        let low = if low > 0.0 && low < high / 3.0 { 0.0 } else { low };
        let step = round_step((high - low) / STEPS);
        let low = (low / step).floor() * step;
        let steps = ((high - low) / step - 1e-9).ceil().clamp(1.0, 2.0 * STEPS) as u32;
        Some(Self { low, step, steps })
    }

    /// How far down from the top a value lies, as a share.
    pub(super) fn down(&self, value: f64) -> f64 {
        1.0 - (value - self.low) / (self.step * f64::from(self.steps))
    }

    /// The round values from bottom to top.
    pub(super) fn ticks(&self) -> impl Iterator<Item = f64> {
        (0..=self.steps).map(|index| {
            let value = self.low + self.step * f64::from(index);
            // 0.1 + 0.2 is not a label.
            (value / self.step).round() * self.step
        })
    }
}

/// The smallest of 1, 2, 2.5, 5 and 10 times a power of ten that is not below `least`.
fn round_step(least: f64) -> f64 {
    let power = 10_f64.powf(least.log10().floor());
    let times = [1.0, 2.0, 2.5, 5.0].into_iter().find(|times| times * power >= least * (1.0 - 1e-9));
    times.unwrap_or(10.0) * power
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn ticks_are_round_and_hold_every_value() {
        let scale = Scale::new([20.0, 12.5, 10.0]).unwrap();
        assert_eq!(
            scale.ticks().collect::<Vec<_>>(),
            [10.0, 12.5, 15.0, 17.5, 20.0],
            "round steps, no waste"
        );
        assert_eq!((scale.down(20.0), scale.down(10.0)), (0.0, 1.0), "top and bottom of the drawing");
    }

    #[test]
    fn a_flat_line_has_room_around_it() {
        let down = Scale::new([5.0, 5.0]).unwrap().down(5.0);
        assert!((0.2..0.8).contains(&down), "a flat line is not on the edge: {down}");
    }

    #[test]
    fn what_cannot_be_drawn_is_refused() {
        assert!(Scale::new([1.0, f64::INFINITY]).is_none(), "no infinite axis");
        assert!(Scale::new([f64::NAN, 1.0]).is_none(), "no value");
        assert!(Scale::new([]).is_none(), "nothing to draw");
        assert!(Scale::new([1e15, -1e15]).is_some(), "large is not infinite");
    }
}
