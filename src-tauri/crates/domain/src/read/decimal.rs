//! An exact number, as it is written.

/// A number by its digits: `digits` times ten to the power of `tens`. No two of them are the same number.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Decimal {
    digits: i128,
    tens: i32,
}

/// Digits that are kept exactly; more than any amount has.
const DIGITS_MAX: usize = 30;

impl Decimal {
    /// From the digits before and behind the mark.
    pub(super) fn of_digits(whole: &str, fraction: &str) -> Option<Self> {
        let digits = format!("{whole}{fraction}");
        if digits.trim_start_matches('0').len() > DIGITS_MAX {
            return None;
        }
        Some(Self::new(digits.parse().ok()?, -i32::try_from(fraction.len()).ok()?))
    }

    /// From a number of a spreadsheet, which shows no more than 15 digits of it: what it calls 0.3 is 0.3.
    #[must_use]
    pub fn of_cell(number: f64) -> Option<Self> {
        if !number.is_finite() {
            return None;
        }
        let told = format!("{number:.14e}");
        let (digits, tens) = told.split_once('e')?;
        let digits: i128 = digits.replace('.', "").parse().ok()?;
        Some(Self::new(digits, tens.parse::<i32>().ok()? - 14))
    }

    fn new(mut digits: i128, mut tens: i32) -> Self {
        while digits != 0 && digits % 10 == 0 {
            (digits, tens) = (digits / 10, tens + 1);
        }
        Self { digits, tens: if digits == 0 { 0 } else { tens } }
    }

    /// The number below zero.
    pub(super) fn negative(self) -> Self {
        Self { digits: -self.digits, ..self }
    }

    /// Ten to the power of `tens` times as much.
    pub(super) fn times_ten(self, tens: i32) -> Self {
        Self::new(self.digits, self.tens + tens)
    }

    /// As a measured value is kept.
    #[must_use]
    pub fn value(self) -> f64 {
        format!("{}e{}", self.digits, self.tens).parse().unwrap_or(f64::NAN)
    }

    /// In units of which ten to the power of `digits` make one; none where it is no whole number of them, or too large.
    #[must_use]
    pub fn minor(self, digits: u16) -> Option<i64> {
        let tens = u32::try_from(self.tens + i32::from(digits)).ok()?;
        let minor = 10_i128.checked_pow(tens)?.checked_mul(self.digits)?;
        i64::try_from(minor).ok()
    }
}

impl std::fmt::Display for Decimal {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        self.value().fmt(f)
    }
}
