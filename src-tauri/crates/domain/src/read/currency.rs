//! Which currency a sign or a code stands for.

use iso_currency::{Currency, IntoEnumIterator as _};

/// The currencies that a sign can stand for, and the usual one among them, if there is one.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Currencies {
    all: Vec<Currency>,
    usual: Option<Currency>,
}

impl Currencies {
    /// The currency that is meant: what is known of the amount, if the sign can stand for that, else the usual one.
    /// None where nothing tells: `kr` has no usual one.
    #[must_use]
    pub fn meant(&self, known: Option<Currency>) -> Option<Currency> {
        known.filter(|known| self.all.contains(known)).or(self.usual)
    }

    /// All that the sign can stand for.
    #[must_use]
    pub fn all(&self) -> &[Currency] {
        &self.all
    }
}

/// Signs that the list of currencies does not have, or has for other currencies than people mean by them. The first is
/// the usual one.
const SIGNS: [(&str, &str); 32] = [
    ("us$", "USD"),
    ("$us", "USD"),
    ("a$", "AUD"),
    ("au$", "AUD"),
    ("c$", "CAD"),
    ("ca$", "CAD"),
    ("cdn$", "CAD"),
    ("nz$", "NZD"),
    ("hk$", "HKD"),
    ("s$", "SGD"),
    ("sg$", "SGD"),
    ("mx$", "MXN"),
    ("mex$", "MXN"),
    ("nt$", "TWD"),
    ("r$", "BRL"),
    ("r", "ZAR"),
    ("cn¥", "CNY"),
    ("rmb", "CNY"),
    ("元", "CNY"),
    ("円", "JPY"),
    ("rs", "INR PKR LKR NPR MUR"),
    ("tl", "TRY"),
    ("ft", "HUF"),
    ("lei", "RON"),
    ("fr", "CHF"),
    ("sfr", "CHF"),
    ("rp", "IDR"),
    ("đ", "VND"),
    ("vnđ", "VND"),
    ("руб", "RUB"),
    ("kd", "KWD"),
    ("грн", "UAH"),
];

/// What people call currencies in a column of its own, but for the standard's names.
const NAMES: [(&str, &str); 12] = [
    ("euro", "EUR"),
    ("us dollar", "USD"),
    ("us-dollar", "USD"),
    ("u.s. dollar", "USD"),
    ("american dollar", "USD"),
    ("british pound", "GBP"),
    ("pound sterling", "GBP"),
    ("sterling", "GBP"),
    ("yen", "JPY"),
    ("japanese yen", "JPY"),
    ("schweizer franken", "CHF"),
    ("franken", "CHF"),
];

/// What is meant by a sign that several use.
const USUAL: [Currency; 5] = [Currency::USD, Currency::GBP, Currency::JPY, Currency::KRW, Currency::PHP];

/// As [`currencies`], and also by name, singular or plural, as it stands beside an amount or in a column of currencies.
/// A standard name of one word is no name here: it means other things too.
#[must_use]
pub fn currencies_called(text: &str) -> Option<Currencies> {
    if let Some(found) = currencies(text) {
        return Some(found);
    }
    let lower = text.trim().trim_end_matches('.').to_lowercase();
    let lower = lower.as_str();
    let one = lower.strip_suffix('s').unwrap_or(lower);
    let known = NAMES.iter().find(|(name, _)| *name == lower || *name == one);
    let is_it = |currency: &Currency| {
        let name = currency.name().to_lowercase();
        name.contains(' ') && (name == lower || name == one)
    };
    let known = known.and_then(|(_, code)| Currency::from_code(code));
    let currency = known.or_else(|| Currency::iter().find(is_it))?;
    Some(Currencies { all: vec![currency], usual: Some(currency) })
}

/// Reads a code of ISO 4217, in capitals or not, or a sign.
#[must_use]
pub fn currencies(text: &str) -> Option<Currencies> {
    let text = text.trim();
    if let Some(currency) = Currency::from_code(&text.to_uppercase()) {
        return Some(Currencies { all: vec![currency], usual: Some(currency) });
    }
    let lower = text.trim_end_matches('.').to_lowercase();
    if let Some((_, codes)) = SIGNS.iter().find(|(sign, _)| *sign == lower) {
        let all: Vec<Currency> = codes.split(' ').filter_map(Currency::from_code).collect();
        return Some(Currencies { usual: all.first().copied(), all });
    }
    // A letter alone is no sign: M is a million.
    if !(text.contains(|c: char| !c.is_ascii() || c == '$') || lower == "kr") {
        return None;
    }
    let same = |currency: &Currency| {
        let sign = currency.symbol().symbol;
        sign.to_lowercase() == lower && sign != "¤"
    };
    let all: Vec<Currency> = Currency::iter().filter(same).collect();
    let usual = match all.as_slice() {
        [] => return None,
        [one] => Some(*one),
        several => USUAL.into_iter().find(|usual| several.contains(usual)),
    };
    Some(Currencies { all, usual })
}
