//! An author's text inside a text with structure: what it holds is never taken for a heading, a quick action or a
//! fact, and reads back as it was.
//!
//! Prose keeps its own Markdown, so only the beginnings of its lines are marked. A name is plain text, so each
//! character that means something is.

/// How much of a prose is kept from being structure.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Guard {
    /// Headings and quick actions.
    Lines,
    /// Those, and whatever opens a block that would not end by itself: a fence, HTML.
    Blocks,
}

/// What a line may begin with that would be structure.
const LINES: [char; 2] = ['#', '/'];
/// What may open a block without an end.
const BLOCKS: [char; 3] = ['`', '~', '<'];

/// A text as it is kept: one kind of line end, nothing blank before or behind it.
#[must_use]
pub fn normalized(text: &str) -> String {
    let text = text.replace("\r\n", "\n").replace('\r', "\n");
    let mut rest = text.as_str();
    while let Some((line, after)) = rest.split_once('\n') {
        if !line.trim().is_empty() {
            break;
        }
        rest = after;
    }
    rest.trim_end().to_owned()
}

/// A prose whose lines open nothing: [`unguard`] takes back what this adds.
#[must_use]
pub fn guard(text: &str, guard: Guard) -> String {
    let marked = |start: &str| {
        let behind = start.trim_start_matches('\\');
        let opens = |of: &[char]| behind.starts_with(of);
        let escaped = behind.len() < start.len();
        opens(&LINES) || (opens(&BLOCKS) && (escaped || guard == Guard::Blocks))
    };
    each_line(text, |start| if marked(start) { format!("\\{start}") } else { start.to_owned() })
}

/// A prose as its author wrote it.
#[must_use]
pub fn unguard(text: &str) -> String {
    let marked = |start: &str| {
        let behind = start.trim_start_matches('\\');
        behind.len() < start.len() && (behind.starts_with(LINES) || behind.starts_with(BLOCKS))
    };
    each_line(text, |start| {
        if marked(start) { start.get(1..).unwrap_or_default().to_owned() } else { start.to_owned() }
    })
}

/// Changes what follows the indentation of each line.
fn each_line(text: &str, change: impl Fn(&str) -> String) -> String {
    let line = |line: &str| {
        let start = line.trim_start_matches([' ', '\t']);
        let indent = line.get(..line.len() - start.len()).unwrap_or_default();
        format!("{indent}{}", change(start))
    };
    text.split('\n').map(line).collect::<Vec<_>>().join("\n")
}

/// A name, or any plain text, in one line of Markdown: read as Markdown it is that text again. A comma or
/// a semicolon in it parts no facts.
#[must_use]
pub fn name(text: &str) -> String {
    let last = text.chars().count().saturating_sub(1);
    let mut written = String::with_capacity(text.len());
    for (at, c) in text.chars().enumerate() {
        match c {
            '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '&' | '#' | '~' | '@' | ',' | ';' => {
                written.push('\\');
                written.push(c);
            }
            ' ' if at == 0 || at == last => written.push_str("&#32;"),
            // Markdown cannot hold NUL: every reader of Markdown makes the replacement character of it.
            '\0' => written.push('\u{fffd}'),
            c if c != ' ' && (c.is_control() || c.is_whitespace()) => {
                written.push_str(&format!("&#{};", u32::from(c)));
            }
            c => written.push(c),
        }
    }
    written
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    /// Texts that try to be structure.
    fn nasty() -> impl Strategy<Value = String> {
        proptest::collection::vec("(\\\\|#|/|`|~|<|\n|\t| |a|## Update|/close|```){0,4}", 0..8)
            .prop_map(|parts| parts.concat())
    }

    proptest! {
        #[test]
        fn a_guarded_prose_reads_back_as_it_was(text in nasty()) {
            for how in [Guard::Lines, Guard::Blocks] {
                prop_assert_eq!(unguard(&guard(&text, how)), text.clone(), "{:?}", how);
            }
        }

        #[test]
        fn no_line_of_a_guarded_prose_is_structure(text in nasty()) {
            for line in guard(&text, Guard::Blocks).split('\n') {
                let start = line.trim_start();
                prop_assert!(!start.starts_with(LINES) && !start.starts_with(BLOCKS), "{:?}", line);
            }
        }

        #[test]
        fn a_settled_text_stays(text in nasty()) {
            let settled = normalized(&text);
            prop_assert_eq!(normalized(&settled), settled);
        }
    }

    #[test]
    fn what_is_no_structure_stays_as_it_reads_best() {
        assert_eq!(
            guard("- a\n**b**\n\n1. c", Guard::Lines),
            "- a\n**b**\n\n1. c",
            "an author's Markdown is theirs"
        );
        assert_eq!(
            name("R-D (phase 2): CI/CD - 30 %"),
            "R-D (phase 2): CI/CD - 30 %",
            "a plain name stays plain"
        );
        assert_eq!(name("a*b\n, c"), "a\\*b&#10;\\, c", "what means something does not");
    }
}
