//! What letters are: seen or not, of a line or between lines, and which way they run.

use unicode_bidi::{BidiClass, bidi_class};

pub(crate) fn is_right_to_left(class: BidiClass) -> bool {
    matches!(class, BidiClass::R | BidiClass::AL)
}

/// Whether a paragraph is written right to left, which its first letter tells (UAX 9, P2 and P3).
pub(crate) fn runs_right_to_left<'a>(mut text: impl Iterator<Item = &'a str>) -> bool {
    let first = text.find_map(|part| {
        part.chars().map(bidi_class).find(|class| *class == BidiClass::L || is_right_to_left(*class))
    });
    first.is_some_and(is_right_to_left)
}

pub(crate) fn one_line(text: &str) -> String {
    clean(text).replace('\n', " ").trim().to_owned()
}

pub(crate) fn clean(text: &str) -> String {
    let text = text.replace("\r\n", "\n");
    text.chars()
        .filter_map(|c| match c {
            '\n' | '\r' | '\u{b}' | '\u{c}' | '\u{85}' | '\u{2028}' | '\u{2029}' => Some('\n'),
            '\t' => Some(' '),
            _ if is_no_text(c) => None,
            _ => Some(c),
        })
        .collect()
}

/// Controls, direction embeddings and isolates, annotation marks and the object placeholder, the byte-order
/// mark, language tags, and the code points that Unicode reserves for no character at all.
pub(crate) fn is_no_text(c: char) -> bool {
    let code = u32::from(c);
    c.is_control()
        || matches!(code, 0x202A..=0x202E | 0x2066..=0x206F | 0xFFF9..=0xFFFC | 0xFEFF | 0xE0000..=0xE0FFF)
        || matches!(code, 0xFDD0..=0xFDEF)
        || code & 0xFFFE == 0xFFFE
}

/// Whether a text is one line of text and nothing else.
pub(crate) fn is_clean(text: &str) -> bool {
    one_line(text) == text.trim()
}

/// Whether nothing of a text would be seen.
pub(crate) fn is_blank(text: &str) -> bool {
    text.chars().all(|c| c.is_whitespace() || is_invisible(c))
}

/// Whether a reader sees nothing of a character, not even a space.
pub(crate) fn is_unseen(c: char) -> bool {
    !c.is_whitespace() && (is_no_text(c) || is_invisible(c))
}

pub(crate) fn is_invisible(c: char) -> bool {
    matches!(
        u32::from(c),
        0xAD | 0x34F | 0x61C | 0x115F | 0x1160 | 0x17B4 | 0x17B5 | 0x180B..=0x180F | 0x200B..=0x200F
            | 0x2060..=0x2064 | 0x3164 | 0xFE00..=0xFE0F | 0xFFA0
    )
}
