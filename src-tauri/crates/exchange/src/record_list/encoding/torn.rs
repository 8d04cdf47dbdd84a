//! Whether a text looks like words, or like one that was read in the wrong encoding.

use unicode_script::{Script, UnicodeScript as _};

/// How a text looks.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub(super) enum Looks {
    /// Like words.
    Fine,
    /// Like words with marks where few people write them.
    Odd,
    /// Like no words.
    Torn,
}

/// How a text looks. It is torn where a word is of two scripts, a sign of money, a mark or a control stands inside one,
/// or it begins small and goes on large.
pub(super) fn looks(text: &str) -> Looks {
    let signs: Vec<char> = text.chars().filter(|sign| !matches!(sign, '\r')).collect();
    let torn = signs.windows(2).any(|two| matches!(two, &[one, other] if is_torn_pair(one, other)))
        || signs
            .windows(3)
            .any(|three| matches!(three, &[one, middle, other] if is_torn_inside(one, middle, other)));
    if torn {
        return Looks::Torn;
    }
    let is_odd = text.lines().any(|line| is_odd(&line.chars().collect::<Vec<_>>()));
    if is_odd { Looks::Odd } else { Looks::Fine }
}

fn is_torn_pair(one: char, other: char) -> bool {
    let strange = |sign: char| !sign.is_ascii() && !sign.is_alphanumeric() && !is_mark_of_text(sign);
    let control =
        |sign: char| ('\u{80}'..='\u{9f}').contains(&sign) || ('\u{e000}'..='\u{f8ff}').contains(&sign);
    if control(one) || control(other) {
        return true;
    }
    let (letter, other_letter) = (one.is_alphabetic(), other.is_alphabetic());
    if (strange(one) && other_letter) || (letter && (strange(other) || matches!(other, '‚' | '„'))) {
        return true;
    }
    if !letter || !other_letter || (one.is_ascii() && other.is_ascii()) {
        return false;
    }
    (one.is_lowercase() && other.is_uppercase()) || (one.script() != other.script() && !mixes(one, other))
}

fn is_torn_inside(one: char, middle: char, other: char) -> bool {
    let latin = |sign: char| sign.script() == Script::Latin && sign.is_alphabetic();
    if !latin(one) || !latin(other) {
        return false;
    }
    match middle {
        // Catalan has a word for it.
        '·' => !(one.eq_ignore_ascii_case(&'l') && other.eq_ignore_ascii_case(&'l')),
        '“'
        | '”'
        | '„'
        | '‚'
        | '‘'
        | '…'
        | '•'
        | '¡'
        | '¿'
        | '®'
        | '°'
        | '™'
        | '€'
        | '№'
        | '«'
        | '»'
        | '¼'
        | '½'
        | '¾'
        | 'ƒ'
        | 'µ'
        | 'ª'
        | 'º'
        | '\u{3000}'..='\u{303f}' => true,
        '\u{ff00}'..='\u{ffef}' => true,
        // One sign of the East within a Latin word.
        _ if is_eastern(middle) => other.is_lowercase(),
        // Two capitals, and it goes on small.
        _ => {
            let is_large = one.is_uppercase() && !middle.is_ascii() && middle.is_uppercase();
            is_large && other.is_lowercase()
        }
    }
}

/// Scripts that stand beside each other in one word: those of the East, with Latin too.
fn mixes(one: char, other: char) -> bool {
    let common = |sign: char| matches!(sign.script(), Script::Common | Script::Inherited);
    let latin = |sign: char| sign.script() == Script::Latin;
    let fits = |sign: char| is_eastern(sign) || latin(sign) || common(sign);
    common(one) || common(other) || (fits(one) && fits(other) && (is_eastern(one) || is_eastern(other)))
}

fn is_eastern(sign: char) -> bool {
    matches!(
        sign.script(),
        Script::Han | Script::Hiragana | Script::Katakana | Script::Hangul | Script::Bopomofo
    )
}

/// Marks that people write beside letters: quotation marks, dashes, apostrophes, trade marks, ordinals, and those of the
/// East.
const fn is_mark_of_text(sign: char) -> bool {
    matches!(
        sign,
        '\u{a0}' | '«' | '»' | '®' | '°' | '·' | '¿' | '¡' | '’' | '‘' | '“' | '”' | '„' | '‚' | '–' | '—' | '…'
            | '™' | '€' | '•' | '№' | '\u{3000}'..='\u{303f}' | '\u{30fb}' | '\u{ff00}'..='\u{ffef}'
    )
}

/// Words of one letter that is not ASCII.
const ALONE: &str = "àáéèíåöøæÀÁÉÈÍÅÖØÆ";
/// What stands before an apostrophe, and behind it.
const BEFORE: [&str; 8] = ["dell", "nell", "dall", "sull", "all", "qu", "mc", "aujourd"];
const BEHIND: [&str; 8] = ["s", "t", "d", "m", "n", "ll", "re", "ve"];

/// True for a line with a mark that few people write so, and that is a letter in other encodings.
fn is_odd(line: &[char]) -> bool {
    let letter = |at: Option<usize>| at.and_then(|at| line.get(at)).is_some_and(|sign| sign.is_alphabetic());
    line.iter().enumerate().any(|(at, sign)| {
        let (before, after) = (letter(at.checked_sub(1)), letter(Some(at + 1)));
        match sign {
            '–' | '—' => before && line.get(at + 1).is_some_and(|next| next.is_lowercase()),
            '…' => before || after,
            '’' => before && !is_apostrophe(line, at),
            // It closes what was opened.
            '”' | '“' | '‘' => {
                let opens = |sign: &char| matches!(sign, '“' | '„' | '‘' | '‚' | '”' | '«');
                before && !line.iter().take(at).any(opens)
            }
            '•' | '™' | '€' => before && after,
            sign => {
                let is_lone = !before && !after && sign.is_alphabetic() && sign.script() == Script::Latin;
                is_lone && !sign.is_ascii() && !ALONE.contains(*sign)
            }
        }
    })
}

/// True where an apostrophe stands as people write it: `d’Or`, `McDonald’s`, `customers’`.
fn is_apostrophe(line: &[char], at: usize) -> bool {
    let word = |letters: &mut dyn Iterator<Item = &char>| -> String {
        letters.take_while(|sign| sign.is_alphabetic()).flat_map(|sign| sign.to_lowercase()).collect()
    };
    let before = word(&mut line.iter().take(at).rev());
    let before: String = before.chars().rev().collect();
    let behind = word(&mut line.iter().skip(at + 1));
    let known = |words: &[&str], word: &str| words.contains(&word);
    match behind.as_str() {
        "" => before.ends_with(['s', 'x', 'z']),
        behind => before.chars().count() < 2 || known(&BEFORE, &before) || known(&BEHIND, behind),
    }
}
