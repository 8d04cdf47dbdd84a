//! The shape of the text: which heading opens which record or section, and what stands between two of them.

use std::{collections::BTreeMap, ops::Range};

use pulldown_cmark::{CodeBlockKind, Event, HeadingLevel, Options, Parser, Tag, TagEnd};

/// A heading of the text's own level, not one inside a list or a quotation.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) struct Heading {
    /// 1 to 6.
    pub(super) level: usize,
    /// What it says.
    pub(super) title: String,
    /// Where its line begins.
    pub(super) start: usize,
    /// Where the text behind it begins.
    pub(super) end: usize,
}

/// Every heading written with number signs.
pub(super) fn headings(text: &str) -> Vec<Heading> {
    let (mut found, mut depth, mut open): (Vec<Heading>, usize, Option<Heading>) = (Vec::new(), 0, None);
    for (event, Range { start, end }) in Parser::new_ext(text, Options::empty()).into_offset_iter() {
        depth = deeper(depth, &event);
        match event {
            Event::Start(Tag::Heading { level, .. }) => {
                let signed = text.get(start..).is_some_and(|rest| rest.trim_start().starts_with('#'));
                let level = level_of(level);
                open = (depth == 0 && signed).then(|| Heading { level, title: String::new(), start, end });
            }
            Event::End(TagEnd::Heading(_)) => found.extend(open.take()),
            Event::InlineHtml(said) if said.starts_with("<!--") => {
                // The space before a comment goes with it; one of the title's own is written as a number.
                if let Some(heading) = &mut open {
                    heading.title.truncate(heading.title.trim_end_matches(' ').len());
                }
            }
            Event::Text(said) | Event::Code(said) | Event::InlineHtml(said) => {
                if let Some(heading) = &mut open {
                    heading.title.push_str(&said);
                }
            }
            _ => {}
        }
    }
    found
}

/// Why a line is no line of a list, whatever it begins with.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Veil {
    /// Part of a block of code, fenced or indented.
    Code,
    /// Part of a comment that stands by itself.
    Comment,
}

/// The lines that stand in code or in a comment, counted from 0.
pub(crate) fn veils(text: &str) -> BTreeMap<usize, Veil> {
    let lines = Lines::of(text);
    let mut found = BTreeMap::new();
    let mut depth = 0_usize;
    for (event, range) in Parser::new_ext(text, Options::empty()).into_offset_iter() {
        let said = text.get(range.clone()).unwrap_or_default();
        depth = deeper(depth, &event);
        let veil = match event {
            Event::Start(Tag::CodeBlock(CodeBlockKind::Fenced(_))) => Veil::Code,
            // Below a line of a list, indented is how lists are nested; and what Cairn wrote has its mark.
            Event::Start(Tag::CodeBlock(CodeBlockKind::Indented)) if depth == 0 && !said.contains(MARK) => {
                Veil::Code
            }
            // One that names a record belongs to the line before it.
            Event::Start(Tag::HtmlBlock) if is_comment(said.trim_start()) => Veil::Comment,
            _ => continue,
        };
        // The line end behind it is not part of the next line.
        let last = range.start + said.trim_end_matches('\n').len().saturating_sub(1);
        let line = |at: usize| usize::try_from(lines.line(at)).unwrap_or_default().saturating_sub(1);
        found.extend((line(range.start)..=line(last)).map(|line| (line, veil)));
    }
    found
}

/// How many lists and quotations stand around what follows.
fn deeper(depth: usize, event: &Event<'_>) -> usize {
    match event {
        Event::Start(Tag::List(_) | Tag::Item | Tag::BlockQuote(_)) => depth + 1,
        Event::End(TagEnd::List(_) | TagEnd::Item | TagEnd::BlockQuote(_)) => depth.saturating_sub(1),
        _ => depth,
    }
}

/// What is opened and never closed, so that all behind it belongs to it: the line, counted from 0, and a sentence.
pub(crate) fn unclosed(text: &str) -> Option<(usize, &'static str)> {
    let probed = format!("{text}\n\n# x\n");
    let (mut depth, mut last) = (0_usize, None);
    for (event, Range { start, .. }) in Parser::new_ext(&probed, Options::empty()).into_offset_iter() {
        depth = deeper(depth, &event);
        match event {
            Event::Start(Tag::Heading { .. }) if depth == 0 && start >= text.len() => return None,
            Event::Start(Tag::CodeBlock(CodeBlockKind::Fenced(_)) | Tag::HtmlBlock) if depth == 0 => {
                last = Some(start);
            }
            _ => {}
        }
    }
    let start = last?;
    let said = text.get(start..).unwrap_or_default().trim_start();
    let message = if said.starts_with("<!--") {
        "A comment is opened here and not closed, so that all below is part of it; write “-->” behind it."
    } else if said.starts_with('<') {
        "HTML is opened here and not closed, so that all below is part of it; close it, or take it out."
    } else {
        "A block of code is opened here and not closed, so that all below is part of it; close it with the same marks."
    };
    let line = usize::try_from(Lines::of(text).line(start)).unwrap_or_default();
    Some((line.saturating_sub(1), message))
}

/// A text without the comments of its author, which nobody is shown; what is code stays.
#[must_use]
pub fn shown(text: &str) -> String {
    if !text.contains("<!--") {
        return text.to_owned();
    }
    let mut hidden: Vec<Range<usize>> = Vec::new();
    for (event, range) in Parser::new_ext(text, Options::empty()).into_offset_iter() {
        if !matches!(event, Event::Start(Tag::HtmlBlock) | Event::InlineHtml(_)) {
            continue;
        }
        let mut from = range.start;
        while let Some(open) = text.get(from..range.end).and_then(|said| said.find("<!--")) {
            let open = from + open;
            let close = text.get(open..range.end).and_then(|said| said.find("-->"));
            from = close.map_or(range.end, |close| open + close + 3);
            hidden.push(open..from);
        }
    }
    let (mut said, mut from) = (String::with_capacity(text.len()), 0);
    for Range { start, end } in hidden {
        said.push_str(text.get(from..start).unwrap_or_default());
        // A line that held nothing else goes as a whole, and a space before a comment goes with it.
        let bare = said.trim_end_matches([' ', '\t']).len();
        let begins = bare == 0 || said.get(..bare).is_some_and(|before| before.ends_with('\n'));
        let ends = text.get(end..).unwrap_or_default();
        let behind = ends.trim_start_matches([' ', '\t']);
        if behind.is_empty() || behind.starts_with('\n') {
            said.truncate(bare);
            from = text.len() - behind.len() + usize::from(begins && !behind.is_empty());
        } else {
            from = end;
        }
    }
    said.push_str(text.get(from..).unwrap_or_default());
    said
}

/// What a comment begins with that names a record.
const MARK: &str = "<!-- cairn:";

fn is_comment(text: &str) -> bool {
    text.starts_with("<!--") && !text.starts_with(MARK)
}

fn level_of(level: HeadingLevel) -> usize {
    match level {
        HeadingLevel::H1 => 1,
        HeadingLevel::H2 => 2,
        HeadingLevel::H3 => 3,
        HeadingLevel::H4 => 4,
        HeadingLevel::H5 => 5,
        HeadingLevel::H6 => 6,
    }
}

/// Plain text out of one line of Markdown.
pub(crate) fn plain(line: &str) -> String {
    // The dot keeps a line that begins like a list or a heading a paragraph.
    let paragraph = format!(". {}", line.trim_matches([' ', '\t', '\n']));
    let mut said = String::new();
    for event in Parser::new_ext(&paragraph, Options::empty()) {
        match event {
            // What its author hid is no text.
            Event::InlineHtml(text) | Event::Html(text) if text.starts_with("<!--") => {}
            Event::Text(text) | Event::Code(text) | Event::InlineHtml(text) | Event::Html(text) => {
                said.push_str(&text);
            }
            Event::SoftBreak | Event::HardBreak => said.push(' '),
            _ => {}
        }
    }
    said.strip_prefix(". ").or_else(|| said.strip_prefix('.')).unwrap_or(&said).to_owned()
}

/// Where the lines of a text begin.
#[derive(Debug)]
pub(super) struct Lines(Vec<usize>);

impl Lines {
    pub(super) fn of(text: &str) -> Self {
        Self(text.bytes().enumerate().filter(|(_, byte)| *byte == b'\n').map(|(at, _)| at).collect())
    }

    /// The number of the line, counted from 1, in which a byte of the text stands.
    pub(super) fn line(&self, at: usize) -> u32 {
        u32::try_from(self.0.partition_point(|end| *end < at) + 1).unwrap_or(u32::MAX)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_headings_of_the_text_itself_count() {
        let text = "# A *b*\n\n- # c\n\n> ## d\n\n```\n# e\n```\n\nf\n---\n\n## g #\n";
        let titles: Vec<_> =
            headings(text).into_iter().map(|heading| (heading.level, heading.title)).collect();
        assert_eq!(
            titles,
            [(1, "A b".to_owned()), (2, "g".to_owned())],
            "not those in lists, quotations and code"
        );
    }

    #[test]
    fn what_is_never_closed_is_named_by_its_line() {
        let line = |text| unclosed(text).map(|(line, _)| line);
        for closed in [
            "a\n\n<!-- b -->\n",
            "```\nx\n```\n",
            "```npm run```\n- a\n",
            "- ```\n  x\n",
            "> <!-- a\n\nb",
            "",
        ] {
            assert_eq!(line(closed), None, "{closed:?}");
        }
        assert_eq!(line("a\n<!-- b\nc\n"), Some(1), "a comment");
        assert_eq!(line("```\nx\n```\n\n~~~\n```\n"), Some(4), "a fence, of its own marks");
        assert_eq!(line("````\n```\n"), Some(0), "a fence of as many marks");
        assert_eq!(line("<script>\n"), Some(0), "HTML");
    }

    #[test]
    fn comments_are_taken_out_of_a_prose_and_code_stays() {
        for (text, left) in [
            ("Before <!-- a -->", "Before"),
            ("Before\n\n<!-- a\nb -->\n\nBehind", "Before\n\n\nBehind"),
            ("a <!-- b --> c <!-- d -->\ne", "a  c\ne"),
            ("`<!-- a -->` and\n\n```\n<!-- b -->\n```", "`<!-- a -->` and\n\n```\n<!-- b -->\n```"),
            ("a \\<!-- b -->", "a \\<!-- b -->"),
            ("<!-- a --><!-- b -->\nc", "c"),
            ("<!-- open", ""),
            ("no <!-- end", "no <!-- end"),
        ] {
            assert_eq!(shown(text), left, "{text:?}");
            assert_eq!(shown(left), left, "nothing more to take out of {left:?}");
        }
    }

    #[test]
    fn a_line_of_markdown_is_read_as_the_text_it_shows() {
        assert_eq!(plain("1. a \\* `b` &amp; c\\, d"), "1. a * b & c, d", "one line of text");
        assert_eq!(plain("&#32;a&#10;b&#133;"), " a\nb\u{85}", "what is written as a number");
        assert_eq!(plain(""), "", "nothing");
    }

    #[test]
    fn a_name_reads_back() {
        use cairn_domain::gitlab::name;
        for text in [
            "a",
            " a ",
            "*a*",
            "a_b_",
            "[x](y)",
            "<b>",
            "&amp;",
            "a\nb",
            "# a #",
            "\u{85}\u{2028}",
            "`",
            "\\",
            "- a",
            "a  b",
            "~x~",
            "http://a.b_c",
            "a\u{a0}",
        ] {
            assert_eq!(plain(&name(text)), text, "{text:?} as {:?}", name(text));
            let heading = headings(&format!("# T: {}\n", name(text)));
            assert_eq!(
                heading.first().map(|found| found.title.as_str()),
                Some(format!("T: {text}").as_str()),
                "{text:?}"
            );
        }
    }
}
