//! An amount of money: `€ 120.000,50`, `USD 1,200,000`, `$1.2M`, `CHF 1'250.–`.

use iso_currency::Currency;

use super::{
    currency::{Currencies, currencies_called as currencies},
    decimal::Decimal,
    figures::Mark,
    number::{Number, Surrounded, scaled, surrounded},
};
use crate::money::Money;

/// An amount as it was written.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Amount {
    /// How much.
    pub number: Number,
    /// What its sign or code can stand for; none where there is none.
    pub currencies: Option<Currencies>,
    /// The sign or code as it is written.
    pub sign: String,
}

/// Why a text is no amount.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum NoAmount {
    /// It is no number.
    NoNumber,
    /// Nothing tells the currency.
    NoCurrency,
    /// The currency has fewer digits behind the mark, or the amount is larger than what is kept exactly.
    NotExact(Currency),
    /// The mark could part thousands or a fraction.
    Either([Decimal; 2]),
}

/// Reads an amount with its currency, which stands before or behind it.
#[must_use]
pub fn amount(text: &str) -> Option<Amount> {
    let Surrounded { number, before, after } = surrounded(text)?;
    let (sign, number) = match (before.as_str(), after.as_str()) {
        ("", "") => return Some(Amount { number, currencies: None, sign: String::new() }),
        (sign, "") | ("", sign) if currencies(sign).is_some() => (sign, number),
        (before, after) => {
            let (sign, zeros) = apart(before, after)?;
            (sign, number.with_zeros(zeros))
        }
    };
    let found = if sign.is_empty() { None } else { Some(currencies(sign)?) };
    Some(Amount { number, currencies: found, sign: sign.to_owned() })
}

/// The currency and the power of ten in what stands around the digits: `$` and `m`, nothing and `m EUR`, nothing and
/// `€m`.
fn apart<'a>(before: &'a str, after: &'a str) -> Option<(&'a str, i32)> {
    let in_front = scaled(after).find_map(|(zeros, rest)| match (before, rest) {
        (sign, "") => Some((sign, zeros)),
        ("", sign) if currencies(sign).is_some() => Some((sign, zeros)),
        _ => None,
    });
    in_front.or_else(|| {
        let split = after.char_indices().map(|(at, _)| after.split_at(at));
        let mut split = split.filter(|(sign, _)| before.is_empty() && currencies(sign).is_some());
        split.find_map(|(sign, word)| {
            let zeros = scaled(word.trim_start()).find(|(_, rest)| rest.is_empty())?.0;
            Some((sign.trim(), zeros))
        })
    })
}

impl Amount {
    /// A number of a spreadsheet, whose currency stands elsewhere.
    #[must_use]
    pub fn of_cell(number: f64) -> Option<Self> {
        Some(Self { number: Number::of_cell(number)?, currencies: None, sign: String::new() })
    }

    /// The amount as it is kept. `known` is the currency of the amount that this one replaces, or of all amounts around
    /// it; `by` is the mark of fractions where that is known. A currency with fewer than three decimals has no fraction
    /// of three digits, so there a mark before three digits parts thousands.
    ///
    /// # Errors
    /// Why it is none.
    pub fn money(&self, known: Option<Currency>, by: Option<Mark>) -> Result<Money, NoAmount> {
        let currency = match &self.currencies {
            Some(written) => written.meant(known),
            None => known,
        };
        let currency = currency.ok_or(NoAmount::NoCurrency)?;
        let digits = currency.exponent().unwrap_or(0);
        let number = match self.number.decided(by) {
            Ok(number) => number,
            Err([grouped, _]) if digits < 3 => grouped,
            Err(either) => return Err(NoAmount::Either(either)),
        };
        Money::exactly(number, currency).ok_or(NoAmount::NotExact(currency))
    }
}
