//! The author's prose: Markdown as a tree that the templates walk. Nothing of it is ever engine markup.
//!
//! Bold, italic, lists and links mean what they say; a line break stays one, as the author saw it while writing.
//! What else Markdown knows is shown as its text: headings in bold, pictures by their words, HTML as it was typed, but for comments.
//! Owns what a text means, not how long it may be.

use pulldown_cmark::{Event, LinkType, Parser, Tag, TagEnd};
use serde::Serialize;

use crate::letters::{is_blank, runs_right_to_left};

/// How deep lists and emphasis may nest; what is deeper stands at this level.
const DEPTH: usize = 4;
/// Longest address of a link, in bytes; a longer one is shown as text.
const URL_MAX: usize = 2000;

/// A paragraph or a list.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
#[serde(tag = "is", rename_all = "snake_case")]
pub(crate) enum Block {
    /// Text in a paragraph of its own; `rtl` where it is written right to left.
    Par { of: Vec<Inline>, rtl: bool },
    /// Items with marks, or with numbers from `start`; `rtl` where the first is written right to left.
    List { start: Option<u64>, items: Vec<Vec<Block>>, rtl: bool },
}

/// Text within a paragraph.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
#[serde(tag = "is", rename_all = "snake_case")]
pub(crate) enum Inline {
    Text { text: String },
    Break,
    Strong { of: Vec<Inline> },
    Emph { of: Vec<Inline> },
    Link { url: String, of: Vec<Inline> },
}

impl Block {
    fn is_rtl(&self) -> bool {
        match self {
            Self::Par { rtl, .. } | Self::List { rtl, .. } => *rtl,
        }
    }
}

/// The texts of a paragraph, in order.
fn texts<'a>(of: &'a [Inline], said: &mut Vec<&'a str>) {
    for inline in of {
        match inline {
            Inline::Text { text } => said.push(text),
            Inline::Break => {}
            Inline::Strong { of } | Inline::Emph { of } | Inline::Link { of, .. } => texts(of, said),
        }
    }
}

/// The blocks of a text, which is clean already; none if nothing of it would be seen.
pub(crate) fn blocks(text: &str) -> Vec<Block> {
    let mut tree = Tree::default();
    for event in Parser::new(text) {
        tree.take(event);
    }
    tree.finish()
}

/// A list, an item or a quotation that is still open.
struct Frame {
    kind: Kind,
    blocks: Vec<Block>,
    items: Vec<Vec<Block>>,
}

enum Kind {
    List(Option<u64>),
    Item,
    /// Its blocks belong to what is around it.
    Flat,
}

/// What an open stretch of text will be.
enum Span {
    Strong,
    Emph,
    Link(String),
    /// Its text belongs to what is around it, followed by an address that is none to click.
    Flat(Option<String>),
}

#[derive(Default)]
struct Tree {
    done: Vec<Block>,
    frames: Vec<Frame>,
    line: Vec<Inline>,
    spans: Vec<(Span, Vec<Inline>)>,
    /// Inside a comment over several lines.
    hidden: bool,
}

impl Tree {
    fn take(&mut self, event: Event<'_>) {
        match event {
            Event::Start(tag) => self.open(tag),
            Event::End(tag) => self.close(tag),
            Event::Html(text) | Event::InlineHtml(text) => self.html(&text),
            Event::Text(text) | Event::Code(text) => self.say(&text),
            Event::SoftBreak | Event::HardBreak => self.put(Inline::Break),
            // Mathematics and footnotes are not read: they arrive as text.
            _ => {}
        }
    }

    fn open(&mut self, tag: Tag<'_>) {
        match tag {
            Tag::Emphasis => self.span(Span::Emph),
            Tag::Strong => self.span(Span::Strong),
            Tag::Link { link_type, dest_url, .. } => self.span(link(link_type, &dest_url)),
            Tag::Image { dest_url, .. } => self.span(Span::Flat(address(&dest_url))),
            Tag::List(start) => self.frame(Kind::List(start)),
            Tag::Item => self.frame(Kind::Item),
            Tag::BlockQuote(_) => self.frame(Kind::Flat),
            // A paragraph by another name; a heading is set bold when it ends.
            _ => self.paragraph(),
        }
    }

    fn close(&mut self, tag: TagEnd) {
        match tag {
            TagEnd::Emphasis | TagEnd::Strong | TagEnd::Link | TagEnd::Image => self.close_span(),
            TagEnd::List(_) | TagEnd::Item | TagEnd::BlockQuote(_) => self.close_frame(),
            TagEnd::Heading(_) => {
                let of = std::mem::take(&mut self.line);
                self.line.push(Inline::Strong { of });
                self.paragraph();
            }
            TagEnd::HtmlBlock => {
                self.hidden = false;
                self.paragraph();
            }
            _ => self.paragraph(),
        }
    }

    fn span(&mut self, span: Span) {
        let span = if self.spans.len() < DEPTH { span } else { Span::Flat(None) };
        self.spans.push((span, Vec::new()));
    }

    fn close_span(&mut self) {
        let Some((span, mut of)) = self.spans.pop() else { return };
        match span {
            Span::Strong => self.put(Inline::Strong { of }),
            Span::Emph => self.put(Inline::Emph { of }),
            Span::Link(url) => {
                if !seen(&of) {
                    of = vec![Inline::Text { text: url.clone() }];
                }
                self.put(Inline::Link { url, of });
            }
            Span::Flat(address) => {
                of.into_iter().for_each(|inline| self.put(inline));
                if let Some(address) = address {
                    self.put(Inline::Text { text: format!(" ({address})") });
                }
            }
        }
    }

    fn frame(&mut self, kind: Kind) {
        self.paragraph();
        // A list and its items are two frames.
        let kind = if self.frames.len() < 2 * DEPTH { kind } else { Kind::Flat };
        self.frames.push(Frame { kind, blocks: Vec::new(), items: Vec::new() });
    }

    fn close_frame(&mut self) {
        self.paragraph();
        let Some(Frame { kind, blocks, items }) = self.frames.pop() else { return };
        match kind {
            Kind::List(_) if items.is_empty() => {}
            Kind::List(start) => {
                let rtl = items.first().and_then(|item| item.first()).is_some_and(Block::is_rtl);
                self.blocks().push(Block::List { start, items, rtl });
            }
            Kind::Item if blocks.is_empty() => {}
            Kind::Item => match self.frames.last_mut() {
                Some(list) => list.items.push(blocks),
                None => self.done.extend(blocks),
            },
            Kind::Flat => self.blocks().extend(blocks),
        }
    }

    /// Ends the paragraph at hand, if there is one.
    fn paragraph(&mut self) {
        let of = std::mem::take(&mut self.line);
        if seen(&of) {
            let mut said = Vec::new();
            texts(&of, &mut said);
            let rtl = runs_right_to_left(said.into_iter());
            self.blocks().push(Block::Par { of, rtl });
        }
    }

    fn blocks(&mut self) -> &mut Vec<Block> {
        self.frames.last_mut().map_or(&mut self.done, |frame| &mut frame.blocks)
    }

    /// HTML is the text it is written as, but for what its author hid in a comment.
    fn html(&mut self, text: &str) {
        let behind = match text.trim_start().strip_prefix("<!--") {
            Some(comment) => Some(comment),
            None => self.hidden.then_some(text),
        };
        let Some(comment) = behind else { return self.say(text) };
        self.hidden = match comment.split_once("-->") {
            Some((_, rest)) => {
                self.say(rest);
                false
            }
            None => true,
        };
    }

    /// Text, which in code and HTML has lines of its own.
    fn say(&mut self, text: &str) {
        for (number, line) in text.trim_end_matches('\n').split('\n').enumerate() {
            if number > 0 {
                self.put(Inline::Break);
            }
            if !line.is_empty() {
                self.put(Inline::Text { text: line.to_owned() });
            }
        }
        if text.ends_with('\n') && text.len() > 1 {
            self.put(Inline::Break);
        }
    }

    fn put(&mut self, inline: Inline) {
        self.spans.last_mut().map_or(&mut self.line, |(_, of)| of).push(inline);
    }

    fn finish(mut self) -> Vec<Block> {
        self.paragraph();
        self.done
    }
}

/// A link that may be followed, or one that is only shown.
fn link(kind: LinkType, url: &str) -> Span {
    let url = if kind == LinkType::Email { format!("mailto:{url}") } else { url.to_owned() };
    let lower = url.get(..8.min(url.len())).unwrap_or_default().to_ascii_lowercase();
    let known = ["http://", "https://", "mailto:"].iter().any(|scheme| lower.starts_with(scheme));
    if known && url.len() <= URL_MAX { Span::Link(url) } else { Span::Flat(address(&url)) }
}

fn address(url: &str) -> Option<String> {
    (!is_blank(url)).then(|| url.to_owned())
}

/// Whether anything of it would be seen.
fn seen(of: &[Inline]) -> bool {
    of.iter().any(|inline| match inline {
        Inline::Text { text } => !is_blank(text),
        Inline::Break => false,
        Inline::Strong { of } | Inline::Emph { of } | Inline::Link { of, .. } => seen(of),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text(text: &str) -> Inline {
        Inline::Text { text: text.into() }
    }

    fn par(of: impl Into<Vec<Inline>>) -> Block {
        Block::Par { of: of.into(), rtl: false }
    }

    #[test]
    fn plain_text_stays_as_it_was_written() {
        let lines = par([text("a"), Inline::Break, text("b_c_d 2 * 3 #1")]);
        assert_eq!(blocks("a\nb_c_d 2 * 3 #1\n\n \ne"), [lines, par([text("e")])], "lines and paragraphs");
        assert!(blocks(" \n\u{200b}").is_empty(), "what shows nothing is not there");
    }

    #[test]
    fn bold_italic_and_links_are_understood() {
        let of = vec![text("b")];
        assert_eq!(blocks("**b**"), [par([Inline::Strong { of: of.clone() }])], "bold");
        assert_eq!(blocks("_b_"), [par([Inline::Emph { of: of.clone() }])], "italic");
        let url = "https://example.org".to_owned();
        assert_eq!(blocks("[b](https://example.org)"), [par([Inline::Link { url, of }])], "a link");
        let mail = Inline::Link { url: "mailto:a@example.org".into(), of: vec![text("a@example.org")] };
        assert_eq!(blocks("<a@example.org>"), [par([mail])], "an address");
    }

    #[test]
    fn what_must_not_be_followed_is_shown() {
        for url in ["javascript:alert(1)", "file:///etc/passwd", "#top", "data:text/html,x"] {
            let shown = par([text("b"), text(&format!(" ({url})"))]);
            assert_eq!(blocks(&format!("[b]({url})")), [shown], "{url} is text");
        }
        assert_eq!(blocks("![map](map.png)"), [par([text("map"), text(" (map.png)")])], "a picture in words");
        assert_eq!(blocks("<b>x</b>"), [par([text("<b>"), text("x"), text("</b>")])], "HTML as typed");
    }

    #[test]
    fn lists_nest() {
        let inner = Block::List { start: None, items: vec![vec![par([text("c")])]], rtl: false };
        let items = vec![vec![par([text("a")]), inner], vec![par([text("b")])]];
        assert_eq!(
            blocks("3. a\n   - c\n4. b"),
            [Block::List { start: Some(3), items, rtl: false }],
            "numbers as written"
        );
    }

    #[test]
    fn nesting_ends_somewhere() {
        for deep in
            ["> ".repeat(5000) + "x", "- ".repeat(5000) + "x", "*_".repeat(3000) + "x" + &"_*".repeat(3000)]
        {
            let told = serde_json::to_string(&blocks(&deep)).unwrap_or_default();
            assert!(told.contains('x'), "the text is there");
            let depth = told.chars().scan(0, |depth, c| {
                *depth += i32::from(c == '[') - i32::from(c == ']');
                Some(*depth)
            });
            assert!(depth.max() < Some(40), "and no deeper than a template can walk");
        }
    }
}
