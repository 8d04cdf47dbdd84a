//! Amounts of money: whole minor units with their ISO 4217 code, never a float.

use iso_currency::Currency;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::problem::{Problem, Reason};

/// An amount in minor units (cents for EUR) of one currency.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct Money {
    /// Minor units; below 2^53 in size, so that every reader of JSON keeps it exactly.
    pub minor: i64,
    /// ISO 4217 code, such as `EUR`.
    #[ts(type = "string")]
    pub currency: Currency,
}

/// The largest amount JSON readers keep exactly: 2^53 - 1 minor units.
const MINOR_MAX: i64 = (1 << 53) - 1;

impl Money {
    /// An amount that is what a customer pays: from zero up to the largest exact number.
    ///
    /// # Errors
    /// `negative` or `too_large` on `field`.
    pub(crate) fn check_owed(self, field: &'static str) -> Result<(), Problem> {
        if self.minor < 0 {
            return Err(Problem::new(field, Reason::Negative));
        }
        if self.minor > MINOR_MAX {
            return Err(Problem::new(field, Reason::TooLarge));
        }
        Ok(())
    }

    /// How many digits stand behind the point: 2 for EUR, 0 for JPY.
    #[must_use]
    pub fn minor_digits(self) -> u16 {
        self.currency.exponent().unwrap_or(0)
    }
}
