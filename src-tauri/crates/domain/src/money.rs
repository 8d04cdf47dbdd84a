//! Amounts of money: whole minor units with their ISO 4217 code, never a float.

use iso_currency::Currency;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::{
    columns::{Cell, Columns, Holds, NotReadable},
    problem::{Problem, Reason},
    read::Decimal,
};

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
    /// An amount of a currency; none where the currency has fewer digits behind the mark, or it is too large to be exact.
    #[must_use]
    pub fn exactly(amount: Decimal, currency: Currency) -> Option<Self> {
        let minor = amount.minor(currency.exponent().unwrap_or(0))?;
        (minor.unsigned_abs() <= MINOR_MAX.unsigned_abs()).then_some(Self { minor, currency })
    }

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

impl std::fmt::Display for Money {
    /// `USD 410,000.00`.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let digits = self.minor_digits();
        let unit = 10_u64.pow(u32::from(digits));
        let (whole, rest) = (self.minor.unsigned_abs() / unit, self.minor.unsigned_abs() % unit);
        let whole = whole.to_string();
        let groups: Vec<&str> = whole
            .as_bytes()
            .rchunks(3)
            .rev()
            .map(|group| std::str::from_utf8(group).unwrap_or_default())
            .collect();
        let sign = if self.minor < 0 { "-" } else { "" };
        write!(f, "{} {sign}{}", self.currency.code(), groups.join(","))?;
        if digits > 0 { write!(f, ".{rest:0digits$}", digits = usize::from(digits)) } else { Ok(()) }
    }
}

impl Columns for Money {
    const COLUMNS: &'static [(&'static str, Holds)] = &[("minor", Holds::Whole), ("currency", Holds::Text)];

    fn write(&self, row: &mut Vec<Cell>) {
        row.extend([Cell::Whole(self.minor), Cell::Text(self.currency.code().to_owned())]);
    }

    fn read(row: &mut [Cell]) -> Result<Self, NotReadable> {
        match row {
            [Cell::Whole(minor), Cell::Text(code)] => {
                let currency = code.parse::<Currency>().map_err(|_| format!("currency {code}"))?;
                Ok(Self { minor: *minor, currency })
            }
            _ => Err("an amount needs its currency".into()),
        }
    }
}
