//! A document that is set: its pages as pictures for the screen, and as the PDF file, from one setting.

use crate::{DocumentError, Rendered, typeset::Set};

/// A document's pages, set once. Cheap to ask again: a page is drawn in milliseconds.
pub struct Preview {
    set: Set,
}

impl Preview {
    pub(crate) fn new(set: Set) -> Self {
        Self { set }
    }

    /// How many pages it has.
    pub fn pages(&self) -> usize {
        self.set.document.pages().len()
    }

    /// Characters that no font has; the page shows U+25A1 in their place. Sorted, each once.
    pub fn missing(&self) -> Vec<char> {
        self.set.missing.iter().copied().collect()
    }

    /// What was cut to fit its place, in sentences.
    pub fn cut(&self) -> &[String] {
        &self.set.job.cut
    }

    /// What else the reader should know, in sentences: a logo left out, a colour made darker.
    pub fn remarks(&self) -> &[String] {
        &self.set.job.remarks
    }

    /// A page as an SVG picture that needs nothing beside it; the first page is 0. `None` beyond the last.
    pub fn svg(&self, page: usize) -> Option<String> {
        let page = self.set.document.pages().get(page)?;
        Some(typst_svg::svg(page, &typst_svg::SvgOptions::default()))
    }

    /// A page's width and height in points.
    pub fn size(&self, page: usize) -> Option<(f64, f64)> {
        let size = self.set.document.pages().get(page)?.frame.size();
        Some((size.x.to_pt(), size.y.to_pt()))
    }

    /// The same pages as PDF/UA-1.
    ///
    /// # Errors
    /// Only for a fault of the program itself; never for the text of a record.
    pub fn print(&self) -> Result<Rendered, DocumentError> {
        self.set.print()
    }
}

#[cfg(test)]
mod tests {
    #[test]
    fn a_preview_may_wait_on_any_thread() {
        fn waits<T: Send + Sync>() {}
        waits::<super::Preview>();
    }
}
