//! Text as it is compared: without case, accents and width; what has no spaces between words falls into letters.

use unicode_normalization::{UnicodeNormalization, char::is_combining_mark};
use unicode_script::{Script, UnicodeScript};

/// Folded text that knows where each part of it came from.
pub(crate) struct Folded {
    /// The text.
    pub(crate) text: String,
    /// For each byte of it, the bytes of the original that it stands for.
    origins: Vec<(usize, usize)>,
}

impl Folded {
    /// Folds a text.
    pub(crate) fn of(original: &str) -> Self {
        let mut folded = Self { text: String::with_capacity(original.len()), origins: Vec::new() };
        for (at, letter) in original.char_indices() {
            let origin = (at, at + letter.len_utf8());
            for part in letter.nfkd().filter(|part| !is_combining_mark(*part)).flat_map(char::to_lowercase) {
                folded.text.push(part);
                folded.origins.resize(folded.text.len(), origin);
            }
        }
        folded
    }

    /// The original's bytes behind a part of the folded text.
    pub(crate) fn origin(&self, from: usize, to: usize) -> (usize, usize) {
        let start = self.origins.get(from).map_or(0, |(start, _)| *start);
        let end = to.checked_sub(1).and_then(|last| self.origins.get(last)).map_or(start, |(_, end)| *end);
        (start, end)
    }
}

/// True where every word of `asked` stands somewhere in the texts; case, accents and width make no difference.
#[must_use]
pub fn holds_words<'a>(texts: impl IntoIterator<Item = &'a str>, asked: &str) -> bool {
    let texts: Vec<String> = texts.into_iter().map(|text| Folded::of(text).text).collect();
    asked.split_whitespace().all(|word| {
        let word = Folded::of(word).text;
        texts.iter().any(|text| text.contains(&word))
    })
}

/// Folded text with each letter of a script without spaces standing alone, as the index takes it: two letters
/// of Japanese are then two words side by side, which a phrase finds.
pub(crate) fn for_index(mut text: String) -> String {
    if text.is_ascii() {
        // Most of what is written; looking up each letter's script takes longer than the rest.
        text.make_ascii_lowercase();
        return text;
    }
    let folded = Folded::of(&text).text;
    let mut spaced = String::with_capacity(folded.len());
    for letter in folded.chars() {
        if stands_alone(letter) {
            spaced.extend([' ', letter, ' ']);
        } else {
            spaced.push(letter);
        }
    }
    spaced
}

fn stands_alone(letter: char) -> bool {
    use Script::{Bopomofo, Han, Hangul, Hiragana, Katakana, Khmer, Lao, Myanmar, Thai};
    matches!(letter.script(), Han | Hiragana | Katakana | Hangul | Bopomofo | Thai | Lao | Khmer | Myanmar)
        || letter == '\u{30fc}'
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn case_accents_and_width_make_no_difference() {
        assert_eq!(
            Folded::of("Žižkov ＡＢＣ").text,
            "zizkov abc",
            "what a keyboard cannot type is found too"
        );
    }

    #[test]
    fn a_part_of_the_folded_text_leads_back_to_the_letters_it_came_from() {
        let folded = Folded::of("Café au lait");
        let at = folded.text.find("cafe").unwrap_or(9);
        let (from, to) = folded.origin(at, at + 4);
        assert_eq!(&"Café au lait"[from..to], "Café", "the accent belongs to the hit");
    }

    #[test]
    fn letters_of_a_script_without_spaces_stand_alone() {
        assert_eq!(
            for_index("北風商事".into()).split_whitespace().count(),
            4,
            "so that two of them can be found"
        );
        assert_eq!(for_index("Nordwind AG".into()), "nordwind ag", "others stay words");
    }
}
