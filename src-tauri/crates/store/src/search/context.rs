//! A hit in its surroundings: the piece of text around it, with what was searched for marked.

use super::fold::Folded;

/// Letters before the first hit.
const BEFORE: usize = 32;
/// Letters from the first hit on.
const AFTER: usize = 96;

/// A piece of text around a hit.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Piece {
    /// The text.
    pub text: String,
    /// True where it is what was searched for.
    pub hit: bool,
}

/// The first of the texts in which a word occurs, around its first hit; empty where none does.
pub(crate) fn context<'a>(texts: impl IntoIterator<Item = &'a str>, words: &[String]) -> Vec<Piece> {
    texts
        .into_iter()
        .find_map(|text| {
            let hits = hits(text, words);
            (!hits.is_empty()).then(|| around(text, &hits))
        })
        .unwrap_or_default()
}

/// Where words begin in the text, as spans of its bytes, in order and apart.
fn hits(text: &str, words: &[String]) -> Vec<(usize, usize)> {
    let folded = Folded::of(text);
    let mut found = Vec::new();
    for word in words.iter().filter(|word| !word.is_empty()) {
        for (at, _) in folded.text.match_indices(word.as_str()) {
            let before = folded.text[..at].chars().next_back();
            // A hit begins a word, or is in a script that knows no words.
            if word.is_ascii() && before.is_some_and(char::is_alphanumeric) {
                continue;
            }
            found.push(folded.origin(at, at + word.len()));
        }
    }
    found.sort_unstable();
    let mut apart: Vec<(usize, usize)> = Vec::new();
    for (from, to) in found {
        if apart.last().is_none_or(|(_, end)| from >= *end) {
            apart.push((from, to));
        }
    }
    apart
}

fn around(text: &str, hits: &[(usize, usize)]) -> Vec<Piece> {
    let first = hits.first().map_or(0, |(from, _)| *from);
    let start = text[..first].char_indices().rev().nth(BEFORE - 1).map_or(0, |(at, _)| at);
    let end = text[first..].char_indices().nth(AFTER).map_or(text.len(), |(at, _)| first + at);
    let mut pieces = Vec::new();
    let mut add = |text: &str, hit| {
        if !text.is_empty() {
            pieces.push(Piece { text: one_line(text), hit });
        }
    };
    let mut at = start;
    if start > 0 {
        add("…", false);
    }
    for (from, to) in hits.iter().copied().filter(|(_, to)| *to <= end) {
        add(&text[at..from], false);
        add(&text[from..to], true);
        at = to;
    }
    add(&text[at..end.max(at)], false);
    if end < text.len() {
        add("…", false);
    }
    pieces
}

/// A hit is shown on one line.
fn one_line(text: &str) -> String {
    text.replace(['\r', '\n', '\t'], " ")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(text: &str, word: &str) -> String {
        let mark = |piece: Piece| if piece.hit { format!("[{}]", piece.text) } else { piece.text };
        context([text], &[Folded::of(word).text]).into_iter().map(mark).collect()
    }

    #[test]
    fn every_hit_is_marked_as_it_was_written() {
        assert_eq!(
            shown("Café with a cafeteria", "CAFE"),
            "[Café] with a [cafe]teria",
            "case and accent stay"
        );
    }

    #[test]
    fn a_long_text_is_cut_around_the_hit() {
        let long = format!("{} needle {}", "before ".repeat(40), "after ".repeat(40));
        let cut = shown(&long, "needle");
        assert!(cut.starts_with('…') && cut.ends_with('…') && cut.contains("[needle]"), "{cut}");
    }

    #[test]
    fn a_hit_inside_a_word_is_none() {
        assert_eq!(shown("The artist", "art"), "The [art]ist", "a beginning counts");
        assert_eq!(shown("The start", "art"), "", "an ending does not");
    }

    #[test]
    fn two_letters_of_japanese_are_found_within_a_name() {
        assert_eq!(shown("株式会社北風商事", "北風"), "株式会社[北風]商事", "the script has no spaces");
    }
}
