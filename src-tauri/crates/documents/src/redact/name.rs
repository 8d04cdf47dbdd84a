//! Words as a reader sees them: where one begins and ends, and when two are the same.

use unicode_normalization::{UnicodeNormalization, char::is_combining_mark};

use crate::letters::is_unseen;

/// A word of a text.
#[derive(Clone, Debug)]
pub(super) struct Token {
    pub(super) start: usize,
    pub(super) end: usize,
    /// What it is compared by.
    pub(super) folded: String,
    /// Whether it begins with a capital, or its script has none.
    pub(super) capital: bool,
}

/// A word without what does not tell two names apart: case, accents, widths, what cannot be seen.
pub(super) fn folded(word: &str) -> String {
    let seen = word.chars().filter(|c| !is_unseen(*c));
    let plain = seen.collect::<String>();
    let plain = plain.nfkd().filter(|c| !is_combining_mark(*c)).flat_map(char::to_lowercase);
    plain.collect::<String>().replace('\u{df}', "ss")
}

/// The words of a text, in order. In scripts without spaces each character is one.
pub(super) fn tokens(text: &str) -> Vec<Token> {
    let mut tokens: Vec<Token> = Vec::new();
    let mut open: Option<usize> = None;
    let mut close = |start: Option<usize>, end: usize| {
        let Some((start, word)) = start.and_then(|start| Some((start, text.get(start..end)?))) else {
            return;
        };
        let first = word.chars().find(|c| c.is_alphanumeric());
        let capital = first.is_some_and(|c| c.is_uppercase() || !c.is_lowercase());
        let folded = folded(word);
        if !folded.is_empty() {
            tokens.push(Token { start, end, folded, capital });
        }
    };
    for (at, c) in text.char_indices() {
        let of_word = c.is_alphanumeric() || is_combining_mark(c) || (open.is_some() && is_unseen(c));
        if !of_word {
            close(open.take(), at);
        } else if is_unspaced(c) {
            close(open.take(), at);
            open = Some(at);
        } else if open.is_none() {
            open = Some(at);
        } else if !is_combining_mark(c) && open.is_some_and(|start| starts_unspaced(text, start)) {
            close(open.take(), at);
            open = Some(at);
        }
    }
    close(open, text.len());
    tokens
}

fn starts_unspaced(text: &str, at: usize) -> bool {
    text.get(at..).and_then(|rest| rest.chars().next()).is_some_and(is_unspaced)
}

/// Whether a script sets no space between words, or joins particles to a name: Han, Kana, Hangul, Thai, Lao, Khmer,
/// Burmese.
fn is_unspaced(c: char) -> bool {
    c.is_alphanumeric()
        && matches!(u32::from(c),
            0x0E00..=0x0EFF | 0x1000..=0x109F | 0x1780..=0x17FF | 0x1100..=0x11FF | 0x2E80..=0x30FF
            | 0x3130..=0x318F | 0x31A0..=0xA4CF | 0xAC00..=0xD7FF | 0xF900..=0xFAFF | 0x2_0000..=0x3_FFFF)
}

/// A word without the s of a genitive.
pub(super) fn without_genitive(folded: &str) -> Option<&str> {
    folded.strip_suffix('s').filter(|stem| stem.chars().count() > 2)
}

/// Words of titles, functions and groups. A text of these alone names nobody.
pub(super) fn is_role(folded: &str) -> bool {
    const ROLES: &str = " a account accounts admin administration administrator all am analyst and application \
        applications architect architects architecture area board both business center centre ceo cfo change chief \
        cio ciso cloud committee compliance consultant coo council csa csm cto customer customers data delivery \
        department deputy desk dev developer developers development devops digital director division engineer \
        engineering engineers everybody everyone executive external for general global group head in information \
        infrastructure internal it lead leader leaders leads manager managers marketing member members network of \
        office officer on operations ops other our owner owners partner partners people person planning platform \
        platforms president principal procurement product production products program programme project projects \
        qa quality regional release resources responsible risk sales security senior service services site software \
        sponsor sre staff strategy success support system systems tbc tbd team teams tech technical technology test \
        testing the their to unit us user users vice vp we with works ";
    contains(ROLES, folded)
}

/// Words that stand in a name and are nobody's.
pub(super) fn is_particle(folded: &str) -> bool {
    const PARTICLES: &str =
        " al bin da de del den der di do dos du el ibn jr la le of sr st the van von zu zum zur ";
    contains(PARTICLES, folded)
}

/// Forms of address and degrees: a name is the same without them.
pub(super) fn is_address(folded: &str) -> bool {
    const ADDRESSES: &str = " bsc dipl dr frau herr ing mba med miss mr mrs ms msc mx phd prof sir ";
    contains(ADDRESSES, folded)
}

/// Names that are words of the language too: alone they are taken for one only with a capital.
pub(super) fn is_ordinary(folded: &str) -> bool {
    const ORDINARY: &str = " april art august baker bell berg best bill black blue bob brown case chance chase cook \
        cross dale day dean drew faith field fox frank grace grant gray green grey guy hall hill hope jack joy june \
        king lane law long major mark may miles mill moon noble north page park pat pope price reed rich ring rob \
        rock rose short snow star stark stone strong sue summer sun wall wells west white will winter wood young ";
    contains(ORDINARY, folded)
}

fn contains(list: &str, word: &str) -> bool {
    !word.contains(' ') && list.contains(&format!(" {word} "))
}
