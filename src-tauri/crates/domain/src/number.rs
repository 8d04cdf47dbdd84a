//! How large a number may be. Beyond it, binary fractions no longer tell cents apart, and JSON, SQLite and spreadsheets
//! write the same number in different digits.

use crate::problem::{Problem, Reason};

/// The largest number in a field, either way.
pub const NUMBER_MAX: i64 = 1_000_000_000_000_000;

/// A number that can be kept: finite, and at most [`NUMBER_MAX`] from zero.
#[expect(clippy::cast_precision_loss, reason = "the limit has 50 bits")]
pub(crate) fn kept(field: &'static str, number: f64) -> Result<(), Problem> {
    if !number.is_finite() {
        return Err(Problem::new(field, Reason::NotFinite));
    }
    if number.abs() > NUMBER_MAX as f64 {
        return Err(Problem::new(field, Reason::OutOfRange { min: -NUMBER_MAX, max: NUMBER_MAX }));
    }
    Ok(())
}
