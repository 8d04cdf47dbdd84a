//! How long a text may be. Names stand in tables and headings; texts are somebody's prose.

use unicode_normalization::UnicodeNormalization as _;

use crate::problem::{Problem, Reason};

/// Longest name or title, in characters.
pub const NAME_MAX: usize = 200;
/// Longest address of the web, in characters.
const URL_MAX: usize = 2_000;
/// Longest free text, in characters: several pages.
pub const TEXT_MAX: usize = 20_000;

/// True where two names are one person's or one thing's: they look the same but for case (decision 0004).
#[must_use]
pub fn is_same(one: &str, other: &str) -> bool {
    folded(one) == folded(other)
}

/// What names are compared by. Case, kinds and number of spaces, composed and decomposed letters, and invisible signs
/// do not count.
#[must_use]
pub fn folded(name: &str) -> String {
    let seen: String = name.chars().filter(|sign| !is_unseen(*sign)).collect();
    let words: Vec<&str> = seen.split_whitespace().collect();
    words.join(" ").to_lowercase().nfc().collect()
}

/// As [`folded`], for names that are nearly the same: whatever the width of their letters, with ß as ss.
#[must_use]
pub fn loosened(name: &str) -> String {
    let apart = name.replace('\u{200b}', " ");
    folded(&apart.nfkc().collect::<String>()).replace('ß', "ss")
}

/// Signs without width: joiners, marks of direction and of byte order, the soft hyphen.
const fn is_unseen(sign: char) -> bool {
    matches!(
        sign,
        '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2069}' | '\u{feff}'
    )
}

/// A name that must be there: not blank, at most [`NAME_MAX`] characters.
pub(crate) fn required(field: &'static str, text: &str) -> Result<(), Problem> {
    if text.trim().is_empty() {
        return Err(Problem::new(field, Reason::Empty));
    }
    name(field, text)
}

/// A name that may be empty.
pub(crate) fn name(field: &'static str, text: &str) -> Result<(), Problem> {
    at_most(field, text, NAME_MAX)
}

/// An address of the web, or nothing.
pub(crate) fn url(field: &'static str, text: &str) -> Result<(), Problem> {
    if !(text.is_empty() || text.starts_with("https://") || text.starts_with("http://")) {
        return Err(Problem::new(field, Reason::NoUrl));
    }
    at_most(field, text, URL_MAX)
}

/// Prose that may be empty.
pub(crate) fn prose(field: &'static str, text: &str) -> Result<(), Problem> {
    at_most(field, text, TEXT_MAX)
}

fn at_most(field: &'static str, text: &str, max: usize) -> Result<(), Problem> {
    if text.contains('\0') {
        return Err(Problem::new(field, Reason::Unreadable { why: "it holds the character NUL".into() }));
    }
    if text.chars().count() > max {
        return Err(Problem::new(field, Reason::TooLong { max }));
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_that_look_alike_are_one() {
        for other in [
            " nordwind  société ",
            "Nordwind Socie\u{301}te\u{301}",
            "Nordwind\u{a0}Société",
            "Nord\u{ad}wind Soci\u{200b}été",
            "\u{feff}NORDWIND SOCIÉTÉ",
            "Nordwind\t\u{2009}Société",
        ] {
            assert!(is_same("Nordwind Société", other), "{other:?} looks the same");
        }
        for other in ["Nordwind Societe", "NordwindSociété", "Nordwind Société 2"] {
            assert!(!is_same("Nordwind Société", other), "{other:?} does not");
        }
    }
}
