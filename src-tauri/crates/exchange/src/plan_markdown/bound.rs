//! A target as a bound: "under 10 %", "at least 3", "within 4 hours". Which way is better follows from the word.

use cairn_domain::Direction;

/// What stands before a bound; where one begins another, the longer stands first.
const WORDS: [(&str, Direction); 23] = [
    ("no more than", Direction::LowerIsBetter),
    ("not more than", Direction::LowerIsBetter),
    ("no less than", Direction::HigherIsBetter),
    ("not less than", Direction::HigherIsBetter),
    ("no later than", Direction::LowerIsBetter),
    ("less than", Direction::LowerIsBetter),
    ("lower than", Direction::LowerIsBetter),
    ("fewer than", Direction::LowerIsBetter),
    ("more than", Direction::HigherIsBetter),
    ("higher than", Direction::HigherIsBetter),
    ("at most", Direction::LowerIsBetter),
    ("at least", Direction::HigherIsBetter),
    ("maximum", Direction::LowerIsBetter),
    ("minimum", Direction::HigherIsBetter),
    ("within", Direction::LowerIsBetter),
    ("under", Direction::LowerIsBetter),
    ("below", Direction::LowerIsBetter),
    ("above", Direction::HigherIsBetter),
    ("over", Direction::HigherIsBetter),
    ("max.", Direction::LowerIsBetter),
    ("min.", Direction::HigherIsBetter),
    ("max", Direction::LowerIsBetter),
    ("min", Direction::HigherIsBetter),
];
const SIGNS: [(char, Direction); 4] = [
    ('<', Direction::LowerIsBetter),
    ('≤', Direction::LowerIsBetter),
    ('>', Direction::HigherIsBetter),
    ('≥', Direction::HigherIsBetter),
];

/// Which way is better, and the value behind the word or the sign that a text begins with.
pub(super) fn bound(text: &str) -> Option<(Direction, &str)> {
    let text = text.trim_start();
    if let Some((sign, way)) = SIGNS.iter().find(|(sign, _)| text.starts_with(*sign)) {
        return Some((*way, text.trim_start_matches([*sign, '=', ' '])));
    }
    worded(text)
}

/// As [`bound`], by words alone: only where a number follows, since each of them may also stand in a name.
pub(super) fn worded(text: &str) -> Option<(Direction, &str)> {
    WORDS.iter().find_map(|(word, way)| {
        let (head, rest) = text.split_at_checked(word.len())?;
        let value = rest.strip_prefix(' ')?.trim_start();
        let number = value.starts_with(|c: char| c.is_ascii_digit() || "~≈-−€$£".contains(c));
        (head.eq_ignore_ascii_case(word) && number).then_some((*way, value))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_bound_tells_which_way_is_better() {
        for (text, way, value) in [
            ("under 10%", Direction::LowerIsBetter, "10%"),
            ("No more than 3 a week", Direction::LowerIsBetter, "3 a week"),
            ("within 4 hours", Direction::LowerIsBetter, "4 hours"),
            ("<= 5", Direction::LowerIsBetter, "5"),
            ("at least 95 %", Direction::HigherIsBetter, "95 %"),
            ("≥ €40", Direction::HigherIsBetter, "€40"),
        ] {
            assert_eq!(bound(text), Some((way, value)), "{text}");
        }
        for text in ["under review", "over and over", "minutes", "10 %", "within reach", ""] {
            assert_eq!(bound(text), None, "{text} bounds nothing");
        }
    }
}
