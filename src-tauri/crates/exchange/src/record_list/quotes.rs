//! Quotation marks of a text with separators that are opened and not closed: they would swallow the rows behind them.

use crate::limits::LINE_MAX;

/// More of them are no slip of a hand.
const MOST: usize = 100;
/// Longest text between two marks, in bytes.
const QUOTED_MAX: usize = LINE_MAX;

/// A part of a text that reads as rows, or a line that does not.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) enum Part {
    /// From one byte to another.
    Rows(usize, usize),
    /// The line that begins here: a quotation mark in it is not closed.
    Open(usize),
}

/// The text from a byte on, in parts.
///
/// # Errors
/// A sentence, where too much of it is no list.
pub(super) fn parts(text: &str, from: usize, separator: u8) -> Result<Vec<Part>, String> {
    let (mut parts, mut at) = (Vec::new(), from);
    let mut open = 0;
    while at < text.len() {
        let Some(line) = unclosed(text.as_bytes(), at, separator) else {
            parts.push(Part::Rows(at, text.len()));
            break;
        };
        if line > at {
            parts.push(Part::Rows(at, line));
        }
        parts.push(Part::Open(line));
        open += 1;
        if open > MOST {
            return Err(format!("This list has more than {MOST} quotation marks that are not closed."));
        }
        at = text
            .get(line..)
            .and_then(|rest| rest.find(['\n', '\r']))
            .map_or(text.len(), |end| line + end + 1);
    }
    Ok(parts)
}

/// Where the line begins in which a quotation mark is opened and not closed before the text ends, or is closed only by
/// one that a line further down opens.
fn unclosed(bytes: &[u8], from: usize, separator: u8) -> Option<usize> {
    let (mut line, mut at) = (from, from);
    let mut begins = true;
    while let Some(byte) = bytes.get(at) {
        match byte {
            b'"' if begins => {
                let Some((end, last_line)) = closing(bytes, at + 1) else { return Some(line) };
                let after = bytes.get(end + 1);
                let closed = after.is_none_or(|byte| *byte == separator || matches!(byte, b'\n' | b'\r'));
                if last_line.is_some() && !closed {
                    return Some(line);
                }
                (line, begins, at) = (last_line.unwrap_or(line), false, end);
            }
            b'\n' | b'\r' => (line, begins) = (at + 1, true),
            byte => begins = *byte == separator,
        }
        at += 1;
    }
    None
}

/// Where the quotation that began before a byte ends, if it does, and where the last of its further lines begins.
fn closing(bytes: &[u8], from: usize) -> Option<(usize, Option<usize>)> {
    let (mut at, mut line) = (from, None);
    while let Some(byte) = bytes.get(at).filter(|_| at - from < QUOTED_MAX) {
        match byte {
            b'"' if bytes.get(at + 1) == Some(&b'"') => at += 1,
            b'"' => return Some((at, line)),
            b'\n' => line = Some(at + 1),
            _ => {}
        }
        at += 1;
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The lines that are left out, and the rest of the text.
    fn open(text: &str) -> (Vec<usize>, String) {
        let (mut lines, mut rest) = (Vec::new(), String::new());
        for part in parts(text, 0, b',').unwrap_or_default() {
            match part {
                Part::Rows(from, to) => rest.push_str(text.get(from..to).unwrap_or_default()),
                Part::Open(at) => lines.push(text.get(..at).unwrap_or_default().matches('\n').count() + 1),
            }
        }
        (lines, rest)
    }

    #[test]
    fn a_mark_that_is_not_closed_takes_its_line_and_no_other() {
        for (text, lines, rest) in [
            ("a,b\n\"c,1\nd,2\n", vec![2], "a,b\nd,2\n"),
            ("a,b\n\"c,1\n\"d\",2\ne,3\n", vec![2], "a,b\n\"d\",2\ne,3\n"),
            ("a,b\n\"c\nd\",1\ne,\"f\n", vec![4], "a,b\n\"c\nd\",1\n"),
            ("a,b\n1,\"x\n2,\"y\n3,z", vec![2, 3], "a,b\n3,z"),
        ] {
            assert_eq!(open(text), (lines, rest.to_owned()), "{text:?}");
        }
        for whole in
            ["a,\"b \"\"c\"\"\nd\"\r\n1,2\r\n", "a\"b,c\n", "a,\"b\"c\n", "\"\",\"\"\n\"\"", "12\" pipe,1\n"]
        {
            assert_eq!(open(whole), (Vec::new(), whole.to_owned()), "{whole:?} is closed");
        }
        assert!(parts(&"\"a\n".repeat(500), 0, b',').is_err(), "so many are no slip");
    }
}
