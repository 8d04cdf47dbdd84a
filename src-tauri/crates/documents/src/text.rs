//! What happens to a text before it is set: cleaned of what no page can carry, cut where it must fit.
//!
//! The reader sees the author's text. Only characters that are not text go: controls, direction overrides
//! (they could make a name read as another), byte-order marks, noncharacters.
//!
//! A text that is written right to left stands in an isolate of its own (UAX 9, FSI and PDI), so that it is read in its
//! own direction and moves nothing of the line that it is put into: not the number before it, not the date behind.

use unicode_bidi::bidi_class;
use unicode_segmentation::UnicodeSegmentation;

use crate::{
    letters::{clean, is_blank, is_right_to_left, one_line},
    prose::{self, Block},
    words::Words,
};

/// Longest text in a table's cell, in characters.
const CELL_MAX: usize = 400;
/// Longest text in a line that should stay one or two, in characters.
const LINE_MAX: usize = 140;
/// Longest heading, in characters: some six lines.
const HEADING_MAX: usize = 300;
/// Longest prose, in characters: several pages.
const PROSE_MAX: usize = 20_000;
/// Longest name in a running footer, in characters; there the cut is not worth a report.
const RUNNING_MAX: usize = 44;
/// How much of a text the report quotes.
const QUOTED: usize = 40;

/// Cleans and cuts every text of one document, and keeps the report of what it cut.
pub(crate) struct TextFitter<'a> {
    /// The document's words.
    pub(crate) words: Words<'a>,
    cut: Vec<String>,
    remarks: Vec<String>,
}

impl<'a> TextFitter<'a> {
    pub(crate) fn new(words: Words<'a>) -> Self {
        Self { words, cut: Vec::new(), remarks: Vec::new() }
    }

    /// What was cut, and what else there is to say, in sentences.
    pub(crate) fn into_report(self) -> (Vec<String>, Vec<String>) {
        (self.cut, self.remarks)
    }

    /// Something the reader of the report should know.
    pub(crate) fn remark(&mut self, sentence: String) {
        self.remarks.push(sentence);
    }

    /// Something that was left out for want of room; the same thing is said once.
    pub(crate) fn left_out(&mut self, sentence: String) {
        if !self.cut.contains(&sentence) {
            self.cut.push(sentence);
        }
    }

    /// One line for a cell.
    pub(crate) fn cell(&mut self, text: &str) -> String {
        self.line_within(text, CELL_MAX)
    }

    /// One short line: a running line, a title in a row of the timeline.
    pub(crate) fn line(&mut self, text: &str) -> String {
        self.line_within(text, LINE_MAX)
    }

    /// One line of at most `most` characters.
    pub(crate) fn line_within(&mut self, text: &str, most: usize) -> String {
        isolated(self.fit(one_line(text), most))
    }

    /// A title in one short line, never empty.
    pub(crate) fn title_line(&mut self, text: &str) -> String {
        let text = self.line(text);
        if is_blank(&text) { self.words.get("doc_untitled") } else { text }
    }

    /// A heading, never empty: PDF/UA refuses an empty one.
    pub(crate) fn heading(&mut self, text: &str) -> String {
        let text = self.line_within(text, HEADING_MAX);
        if is_blank(&text) { self.words.get("doc_untitled") } else { text }
    }

    /// A title in a cell, never empty.
    pub(crate) fn title(&mut self, text: &str) -> String {
        let text = self.cell(text);
        if is_blank(&text) { self.words.get("doc_untitled") } else { text }
    }

    /// A short form for the running footer.
    pub(crate) fn running(&self, text: &str) -> String {
        let text = self.running_or_empty(text);
        if is_blank(&text) { self.words.get("doc_untitled") } else { text }
    }

    /// As [`Self::running`], but what is blank stays empty.
    pub(crate) fn running_or_empty(&self, text: &str) -> String {
        isolated(shorten(&one_line(text), RUNNING_MAX))
    }

    /// Prose as blocks; blank prose has none.
    pub(crate) fn prose(&mut self, text: &str) -> Vec<Block> {
        self.prose_within(text, PROSE_MAX)
    }

    /// As [`Self::prose`], no longer than `most` characters.
    pub(crate) fn prose_within(&mut self, text: &str, most: usize) -> Vec<Block> {
        prose::blocks(&self.fit(clean(text), most))
    }

    fn fit(&mut self, text: String, max: usize) -> String {
        let length = text.chars().count();
        if length <= max {
            return text;
        }
        let (start, shown) = (shorten(&text, QUOTED), max.to_string());
        let lost = [("start", &*start), ("shown", &shown), ("length", &length.to_string())];
        self.left_out(self.words.fill("doc_cut", &lost));
        shorten(&text, max)
    }
}

/// At most `max` characters, the last an ellipsis if any were left out; never half a grapheme.
fn shorten(text: &str, max: usize) -> String {
    if text.chars().count() <= max {
        return text.to_owned();
    }
    let mut room = max.saturating_sub(1);
    let kept = text.graphemes(true).take_while(|grapheme| {
        let size = grapheme.chars().count();
        let fits = size <= room;
        room = room.saturating_sub(size);
        fits
    });
    kept.collect::<String>().trim_end().to_owned() + "\u{2026}"
}

/// A text that other text can stand beside.
fn isolated(text: String) -> String {
    if text.chars().any(|c| is_right_to_left(bidi_class(c))) {
        format!("\u{2068}{text}\u{2069}")
    } else {
        text
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language::Language;
    use crate::letters::runs_right_to_left;

    #[test]
    fn what_is_no_text_goes_and_the_rest_stays() {
        assert_eq!(
            one_line("a\u{0}b\u{7}\u{feff}c\u{202e}d\te\nf"),
            "abcd e f",
            "only controls and marks go"
        );
        let hostile = "#panic() $x$ *a* _b_ @ref <l> \\ `c` // d";
        assert_eq!(one_line(hostile), hostile, "markup is text");
    }

    #[test]
    fn a_long_text_is_cut_between_graphemes_and_reported() {
        let mut fitter = TextFitter::new(Words::of(Language::En));
        let cell = fitter.cell(&"e\u{301}".repeat(400));
        assert_eq!(
            cell.chars().count(),
            399,
            "199 accented letters and the ellipsis: never a letter without its accent"
        );
        let cut = fitter.into_report().0;
        assert_eq!(cut.len(), 1, "the reader of the report learns of it");
        assert!(
            cut[0].contains("800") && cut[0].contains("400"),
            "how much was there and is shown: {}",
            cut[0]
        );
    }

    #[test]
    fn a_name_that_runs_right_to_left_moves_no_date() {
        use unicode_bidi::{BidiInfo, Level};
        let mut fitter = TextFitter::new(Words::of(Language::En));
        // As a reader sees the line, from left to right.
        let seen = |line: &str| {
            let info = BidiInfo::new(line, Some(Level::ltr()));
            info.reorder_line(&info.paragraphs[0], info.paragraphs[0].range.clone()).into_owned()
        };
        for name in
            ["\u{5d7}\u{5d1}\u{5e8}\u{5ea} 7", "\u{634}\u{631}\u{643}\u{629} 2027", "Acme \u{5e9}\u{5dc}"]
        {
            for put in [
                fitter.cell(name),
                fitter.line(name),
                fitter.title(name),
                fitter.running(name),
                fitter.heading(name),
            ] {
                let line = seen(&format!("1 \u{b7} {put} \u{b7} 12 Nov 2026"));
                assert!(line.starts_with("1 \u{b7} "), "the number stays first: {line}");
                assert!(line.ends_with("\u{b7} 12 Nov 2026"), "the date stays whole and last: {line}");
            }
        }
        assert_eq!(fitter.cell("Nordwind AG"), "Nordwind AG", "any other text is as it was");
        assert_eq!(fitter.cell("\u{2068}a\u{202e}b"), "ab", "a text brings no marks of its own");
        let runs = |text: &str| runs_right_to_left([text].into_iter());
        assert!(runs("1. \u{5d7}\u{5d1} and more"), "the first letter tells");
        assert!(!runs("A \u{5d7}\u{5d1}") && !runs("12 %"), "or nothing does");
    }

    #[test]
    fn a_heading_is_never_empty() {
        assert_eq!(
            TextFitter::new(Words::of(Language::En)).heading("\u{200b} \u{7}"),
            "Untitled",
            "PDF/UA refuses an empty heading"
        );
    }
}
