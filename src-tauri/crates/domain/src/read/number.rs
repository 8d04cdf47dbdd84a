//! A number with its sign and what it is counted in: `-1,250.5`, `(1,200)`, `30 %`, `1.2 bn`.

use super::{
    decimal::Decimal,
    figures::{Figures, Mark, figures},
    plain,
};

/// A number as it was written, before it is decided what its marks mean.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Number {
    figures: Figures,
    negative: bool,
    tens: i32,
}

/// What thousands and more are called, and the zeros of each.
const SCALES: [(&str, i32); 28] = [
    ("thousand", 3),
    ("tsd", 3),
    ("k", 3),
    ("lakh", 5),
    ("lac", 5),
    ("millionen", 6),
    ("millions", 6),
    ("million", 6),
    ("mill", 6),
    ("mln", 6),
    ("mio", 6),
    ("mn", 6),
    ("mm", 6),
    ("m", 6),
    ("crores", 7),
    ("crore", 7),
    ("lakhs", 5),
    ("milliarden", 9),
    ("milliards", 9),
    ("billions", 9),
    ("billion", 9),
    ("mrd", 9),
    ("mld", 9),
    ("mia", 9),
    ("bln", 9),
    ("bn", 9),
    ("b", 9),
    ("cr", 7),
];

impl Number {
    /// The number, where its marks or `by` decide it.
    ///
    /// # Errors
    /// Both numbers it can be: with a mark of thousands, and with one of a fraction.
    pub fn decided(self, by: Option<Mark>) -> Result<Decimal, [Decimal; 2]> {
        let finished = |number: Decimal| {
            let number = number.times_ten(self.tens);
            if self.negative { number.negative() } else { number }
        };
        match self.figures {
            Figures::One(number, _) => Ok(finished(number)),
            // In `1,234 k` the comma is the mark of a fraction: nobody counts thousands of thousands.
            Figures::Either { fraction, .. } if self.tens > 0 => Ok(finished(fraction)),
            Figures::Either { grouped, fraction, mark } => match by {
                Some(decimal) if decimal == mark => Ok(finished(fraction)),
                Some(_) => Ok(finished(grouped)),
                None => Err([finished(grouped), finished(fraction)]),
            },
        }
    }

    /// A number of a spreadsheet, which is no text: it shows no marks and needs none.
    #[must_use]
    pub fn of_cell(number: f64) -> Option<Self> {
        Some(Self { figures: Figures::One(Decimal::of_cell(number)?, None), negative: false, tens: 0 })
    }

    /// The mark of fractions, where this number shows which it is.
    #[must_use]
    pub const fn shows(&self) -> Option<Mark> {
        match self.figures {
            Figures::One(_, shown) => shown,
            Figures::Either { .. } => None,
        }
    }

    /// What all numbers of a column show together; none where they show nothing, or two things.
    pub fn shown(numbers: impl IntoIterator<Item = Self>) -> Option<Mark> {
        let mut shown = numbers.into_iter().filter_map(|number| number.shows());
        let first = shown.next()?;
        shown.all(|mark| mark == first).then_some(first)
    }
}

/// A number with what stands around it.
pub(super) struct Surrounded {
    pub(super) number: Number,
    pub(super) before: String,
    pub(super) after: String,
}

/// Reads a number; a per cent sign is its unit, and 30 % is 30.
#[must_use]
pub fn number(text: &str) -> Option<Number> {
    let Surrounded { mut number, before, after } = surrounded(text)?;
    let after = after.trim_end_matches('%').trim_end();
    if !before.is_empty() || !after.is_empty() {
        number.tens = scale(after).filter(|_| before.is_empty())?;
    }
    Some(number)
}

/// The zeros of a word such as `mio`.
fn scale(word: &str) -> Option<i32> {
    let word = word.trim().trim_end_matches('.').to_lowercase();
    SCALES.iter().find(|(name, _)| *name == word).map(|(_, zeros)| *zeros)
}

/// What remains of a text behind a word such as `mio`, and its zeros.
pub(super) fn scaled(text: &str) -> impl Iterator<Item = (i32, &str)> {
    SCALES.iter().filter_map(move |(name, zeros)| {
        let (word, rest) = text.split_at_checked(name.len())?;
        word.eq_ignore_ascii_case(name).then(|| (*zeros, rest.trim_start_matches('.').trim()))
    })
}

impl Number {
    /// The same in thousands or more.
    pub(super) const fn with_zeros(mut self, zeros: i32) -> Self {
        self.tens = zeros;
        self
    }
}

/// Finds the digits of a text and the signs around them.
pub(super) fn surrounded(text: &str) -> Option<Surrounded> {
    let text = plain(text);
    let (inner, in_brackets) = unbracketed(&text)?;
    let first = inner.find(|c: char| c.is_ascii_digit())?;
    let end = inner.rfind(|c: char| c.is_ascii_digit())? + 1;
    let (before, rest) = inner.split_at(first);
    let (digits, after) = rest.split_at(end - first);
    // A fraction can stand without its 0, but the point of `Fr.5` is no mark.
    let bare = before.strip_suffix(['.', ',']).filter(|rest| !rest.ends_with(char::is_alphanumeric));
    let (before, start) = bare.map_or((before, first), |rest| (rest, first - 1));
    let digits = if start < first { inner.get(start..end)? } else { digits };
    let (before, signed) = sign(before.trim());
    let (after, trailing) = behind(after);
    let negatives = [in_brackets, signed == Some(true), trailing];
    let negative = negatives.into_iter().filter(|negative| *negative).count();
    if negative > 1 || (signed == Some(false) && negative > 0) {
        return None;
    }
    let number = Number { figures: figures(digits)?, negative: negative == 1, tens: 0 };
    Some(Surrounded { number, before: before.trim().to_owned(), after: after.trim().to_owned() })
}

/// A text without the brackets in which accountants put what is below zero; the currency can stand outside of them.
fn unbracketed(text: &str) -> Option<(String, bool)> {
    let Some((before, rest)) = text.split_once('(') else {
        return (!text.contains(')')).then(|| (text.to_owned(), false));
    };
    let (inner, after) = rest.split_once(')')?;
    let outside = format!("{before}{after}");
    let whole = inner.contains(|c: char| c.is_ascii_digit())
        && !outside.contains(|c: char| c.is_ascii_digit() || matches!(c, '(' | ')'));
    whole.then(|| (format!("{before}{inner}{after}"), true))
}

const MINUS: [char; 4] = ['-', '−', '–', '‐'];

/// Text before digits without its sign, and whether that is a minus.
fn sign(before: &str) -> (&str, Option<bool>) {
    for (signs, minus) in [(&MINUS[..], true), (&['+'][..], false)] {
        if let Some(rest) = before.strip_suffix(signs).or_else(|| before.strip_prefix(signs)) {
            return (rest.trim(), Some(minus));
        }
    }
    (before, None)
}

/// Text behind digits without a minus, and whether there was one. `1'250.–` has no minus: it says that there are no
/// cents, as `1,50,000/-` does.
fn behind(after: &str) -> (&str, bool) {
    const DASHES: [char; 5] = ['-', '−', '–', '—', '‐'];
    if let Some(rest) = after.strip_prefix(['.', ',']).filter(|rest| rest.starts_with(DASHES)) {
        return (rest.trim_start_matches(DASHES), false);
    }
    if let Some(rest) = after.trim_start().strip_prefix('/').and_then(|rest| rest.strip_prefix(['-', '='])) {
        return (rest, false);
    }
    after.trim_start().strip_prefix(MINUS).map_or((after, false), |rest| (rest, true))
}
