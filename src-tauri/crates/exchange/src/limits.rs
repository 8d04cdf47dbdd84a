//! What is too much of a text: lines and nesting beyond what people and systems write, said before anything reads it.

/// Most bytes that the parts of a workbook unpack to.
pub(crate) const UNPACKED_MAX: u64 = 300_000_000;
/// Longest line, in bytes: many times the longest note of a list.
pub(crate) const LINE_MAX: usize = 1_000_000;
/// Deepest list or quotation in Markdown.
const NESTED_MAX: usize = 100;

/// Refuses a text with a line that nobody wrote by hand.
///
/// # Errors
/// A sentence that names the line.
pub(crate) fn lines(text: &str) -> Result<(), String> {
    match text.split('\n').zip(1..).find(|(line, _)| line.len() > LINE_MAX) {
        None => Ok(()),
        Some((_, number)) => {
            let most = LINE_MAX / 1_000_000;
            Err(format!("Line {number} is longer than {most} MB; such a line is no text that can be read."))
        }
    }
}

/// Refuses Markdown with such a line, or with lists and quotations that are nested too deeply: its readers take the
/// square of the depth.
///
/// # Errors
/// A sentence that names the line.
pub(crate) fn markdown(text: &str) -> Result<(), String> {
    lines(text)?;
    match text.split('\n').zip(1..).find(|(line, _)| depth(line) > NESTED_MAX) {
        None => Ok(()),
        Some((_, number)) => Err(format!("Line {number} is nested more than {NESTED_MAX} levels deep.")),
    }
}

/// How deep a line stands at most: the marks of lists and quotations before its text, and two spaces a level.
fn depth(line: &str) -> usize {
    let (mut spaces, mut marks) = (0, 0);
    let mut rest = line.bytes().peekable();
    while let Some(byte) = rest.next() {
        let ends = matches!(rest.peek(), None | Some(b' ' | b'\t'));
        match byte {
            b' ' => spaces += 1,
            b'\t' => spaces += 4,
            b'>' => marks += 1,
            b'-' | b'*' | b'+' if ends => marks += 1,
            b'0'..=b'9' => {}
            b'.' | b')' if ends => marks += 1,
            _ => break,
        }
    }
    marks + spaces / 2
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_or_a_depth_that_nobody_writes_is_refused_by_its_number() {
        assert_eq!(lines("a\nb\r\n"), Ok(()));
        let long = format!("a\n{}\n", "x".repeat(LINE_MAX + 1));
        assert!(lines(&long).is_err_and(|why| why.starts_with("Line 2 is longer")), "the line is named");
        for deep in
            ["- ".repeat(101), "  ".repeat(101) + "- x", "> ".repeat(90), "1. ".repeat(101), "\t".repeat(60)]
        {
            let text = format!("# a\n\n{deep}x\n");
            assert!(markdown(&text).is_err_and(|why| why.starts_with("Line 3 is nested")), "{deep}");
        }
        for plain in ["- a", "  - [ ] b", "-----", "* * *", "12345678901234567890", "> - 1. c"] {
            assert_eq!(markdown(plain), Ok(()), "{plain}");
        }
        assert_eq!(markdown(&"-".repeat(500)), Ok(()), "a rule is not nested");
    }
}
