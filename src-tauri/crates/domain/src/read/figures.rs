//! Digits with their marks: which part thousands, which the fraction.
//!
//! A mark that parts thousands stands before exactly three digits, after one to three that do not begin with 0, and all
//! groups agree. What is left over is the fraction. One point or comma before three digits can be either.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::decimal::Decimal;

/// The mark before a fraction.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Mark {
    /// `12.5`
    Point,
    /// `12,5`
    Comma,
}

impl Mark {
    fn of(mark: char) -> Option<Self> {
        match mark {
            '.' => Some(Self::Point),
            ',' => Some(Self::Comma),
            _ => None,
        }
    }

    fn other(self) -> Self {
        match self {
            Self::Point => Self::Comma,
            Self::Comma => Self::Point,
        }
    }
}

/// What digits and marks say.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Figures {
    /// One number, and the mark of fractions where it shows which that is.
    One(Decimal, Option<Mark>),
    /// One mark before three digits.
    Either {
        /// If it parts thousands.
        grouped: Decimal,
        /// If it parts the fraction.
        fraction: Decimal,
        /// The mark.
        mark: Mark,
    },
}

/// Reads digits and marks; none where the marks agree on no number.
pub(super) fn figures(text: &str) -> Option<Figures> {
    let (groups, marks) = parts(text)?;
    let (last, before) = groups.split_last()?;
    let Some((mark, others)) = marks.split_last() else {
        return Some(Figures::One(Decimal::of_digits(last, "")?, None));
    };
    let fraction = || Decimal::of_digits(&before.concat(), last);
    // The Arabic decimal mark is nothing else.
    let decides = match mark {
        '٫' => Some(None),
        mark => Mark::of(*mark).map(Some),
    };
    let agree = others.iter().all(|other| Some(other) == others.first());
    match (decides, others.first()) {
        (Some(Some(own)), None) if are_groups(&groups, *mark) => Some(Figures::Either {
            grouped: Decimal::of_digits(&groups.concat(), "")?,
            fraction: fraction()?,
            mark: own,
        }),
        (Some(own), None) if !last.is_empty() => Some(Figures::One(fraction()?, own)),
        (Some(own), Some(other)) if other != mark => {
            (agree && !last.is_empty() && are_groups(before, *other))
                .then(fraction)
                .flatten()
                .map(|number| Figures::One(number, own))
        }
        _ => {
            let whole =
                agree && others.first().is_none_or(|other| other == mark) && are_groups(&groups, *mark);
            let shown = Mark::of(*mark).map(Mark::other);
            if whole { Some(Figures::One(Decimal::of_digits(&groups.concat(), "")?, shown)) } else { None }
        }
    }
}

/// Runs of digits and the single marks between them; before a fraction alone the first run is empty.
fn parts(text: &str) -> Option<(Vec<String>, Vec<char>)> {
    let (mut groups, mut marks) = (vec![String::new()], Vec::new());
    for c in text.chars() {
        match c {
            '0'..='9' => groups.last_mut()?.push(c),
            '.' | ',' | '\'' | ' ' | '_' | '٫' | '٬' => marks.push(c),
            '’' | '‘' | 'ʼ' | '´' => marks.push('\''),
            _ => return None,
        }
        if marks.len() == groups.len() {
            groups.push(String::new());
        }
    }
    let alone = groups.len() == 2 && matches!(marks.first(), Some('.' | ','));
    let empty = groups.iter().skip(usize::from(alone)).any(String::is_empty);
    (!empty).then_some((groups, marks))
}

/// Whether a mark parts these digits in thousands, or as they are parted in India: 12,34,567.
fn are_groups(groups: &[String], mark: char) -> bool {
    let Some((first, rest)) = groups.split_first() else { return false };
    let Some((last, middle)) = rest.split_last() else { return true };
    let begins = (1..=3).contains(&first.len()) && !first.starts_with('0');
    let of = |length: usize| middle.iter().all(|group| group.len() == length);
    let indian = mark == ',' && first.len() <= 2 && !middle.is_empty() && of(2);
    begins && last.len() == 3 && (of(3) || indian)
}
