//! Order among siblings: a fractional index, so that a move rewrites one row only.

use fractional_index::FractionalIndex;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Longest position that is read, in characters: far more than siblings that are moved between each other need.
const LONGEST: usize = 20_000;

/// Where a record stands among its siblings; positions compare as text.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Debug, Serialize, Deserialize, TS)]
#[serde(try_from = "String", into = "String")]
#[ts(type = "string")]
pub struct Position(String);

/// The text is no position.
#[derive(Debug, thiserror::Error)]
#[error("`{0}` is not a position")]
pub struct NotAPosition(String);

impl Default for Position {
    fn default() -> Self {
        Self(FractionalIndex::default().to_string())
    }
}

impl Position {
    /// The next place after `last`, the last sibling's position.
    #[must_use]
    pub fn after(last: &Self) -> Self {
        match FractionalIndex::from_string(&last.0) {
            Ok(index) => Self(FractionalIndex::new_after(&index).to_string()),
            Err(_) => Self::default(),
        }
    }
}

impl Position {
    /// A place between two siblings; none on a side means the end there. `None` where the two are not in order.
    #[must_use]
    pub fn between(lower: Option<&Self>, upper: Option<&Self>) -> Option<Self> {
        let index = |position: &Self| FractionalIndex::from_string(&position.0).ok();
        let made = match (lower.map(index), upper.map(index)) {
            (None, None) => FractionalIndex::default(),
            (Some(lower), None) => FractionalIndex::new_after(&lower?),
            (None, Some(upper)) => FractionalIndex::new_before(&upper?),
            (Some(lower), Some(upper)) => FractionalIndex::new_between(&lower?, &upper?)?,
        };
        Some(Self(made.to_string()))
    }

    /// So many places between two siblings, in order. Each halves a gap, so that they stay short however many they are;
    /// none where the two are not in order.
    #[must_use]
    pub fn spread(lower: &Self, upper: &Self, count: usize) -> Vec<Self> {
        let half = count / 2;
        let Some(middle) = Self::between(Some(lower), Some(upper)).filter(|_| count > 0) else {
            return Vec::new();
        };
        let mut places = Self::spread(lower, &middle, half);
        let rest = Self::spread(&middle, upper, count - half - 1);
        places.push(middle);
        places.extend(rest);
        places
    }
}

impl TryFrom<String> for Position {
    type Error = NotAPosition;
    fn try_from(text: String) -> Result<Self, NotAPosition> {
        // The library cuts a text into pairs of bytes and may panic on what it did not write itself, so it gets nothing
        // else.
        let whole = text.is_ascii() && text.len() <= LONGEST;
        match FractionalIndex::from_string(if whole { &text } else { "" }) {
            Ok(index) if index.to_string() == text => Ok(Self(text)),
            _ => Err(NotAPosition(text.chars().take(40).collect())),
        }
    }
}

impl From<Position> for String {
    fn from(position: Position) -> Self {
        position.0
    }
}

crate::columns::as_text!(Position);

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_no_position_is_refused() {
        for text in ["", "\u{1F4A9}", "8\u{e4}", "800", "80zz", "8", "FF80", "-1", &"80".repeat(20_000)] {
            assert!(Position::try_from(text.to_owned()).is_err(), "{text:?} is not what this program writes");
        }
        assert!(Position::try_from(String::from(Position::default())).is_ok(), "its own is");
    }

    #[test]
    fn many_places_between_two_are_in_order_and_short() {
        let lower = Position::default();
        let upper = Position::after(&lower);
        let places = Position::spread(&lower, &upper, 5_000);
        assert_eq!(places.len(), 5_000, "as many as were asked for");
        let all: Vec<_> = std::iter::once(&lower).chain(&places).chain([&upper]).collect();
        assert!(all.is_sorted_by(|one, next| one < next), "each stands behind the one before it");
        let longest = places.iter().map(|place| place.0.len()).max().unwrap_or_default();
        assert!(longest < 60, "five thousand halvings in a row would take a thousand letters, not {longest}");
    }

    #[test]
    fn each_next_position_stands_behind_the_last_as_text() {
        let mut last = Position::default();
        for _ in 0..500 {
            let next = Position::after(&last);
            assert!(next > last, "{next:?} must sort behind {last:?}");
            last = next;
        }
    }
}
