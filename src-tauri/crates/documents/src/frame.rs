//! What every document has, whatever it says: whose it is, when, for whom, and its look.
//!
//! A document of an account begins with [`set`]: a frame, a template, and the page's data.

use std::collections::BTreeMap;

use cairn_domain::Paper;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::{
    Brand, DocumentError, Language, Preview,
    parts::{self, PageStyle},
    success_plan::Author,
    text::TextFitter,
    typeset,
    words::Words,
};

/// The frame of a document.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
pub struct Frame {
    /// The id of the record it is about: the PDF's lasting identity, never shown.
    pub id: String,
    /// The day in the workspace's zone: the date of this copy, and what "overdue" is measured against.
    pub today: NaiveDate,
    /// The language of labels, dates and numbers.
    pub language: Language,
    /// The paper size.
    pub paper: Paper,
    /// True for our own copy; every page says so.
    pub internal: bool,
    /// The account's name.
    pub account: String,
    /// The title of what it is about, such as a checklist's; empty where it is the account as a whole.
    pub title: String,
    /// The architect who made this copy.
    pub author: Author,
    /// The look of the house that makes this copy.
    pub brand: Brand,
    /// The line at the head and the foot of every page.
    pub classification: Option<String>,
    /// True where names or hosts were taken out: such a copy is not read back.
    pub redacted: bool,
    /// True where the ids are not those of the records but sealed for this copy; files of it say so, with the day.
    #[serde(default)]
    pub sealed: bool,
    /// The reader's own words for labels, by key.
    pub labels: BTreeMap<String, String>,
}

/// The head of a document's first page.
#[derive(Serialize)]
pub(crate) struct Head {
    eyebrow: String,
    title: String,
    facts: String,
}

impl Frame {
    /// The words of its language, with the reader's own.
    #[must_use]
    pub fn words(&self) -> Words<'_> {
        Words::new(self.language, &self.labels)
    }

    /// The head: what it is, its title, and in one line whose it is, who made it and when. `what` is a key of the
    /// catalogue; a document of the account as a whole is called so.
    fn head(&self, fitter: &mut TextFitter<'_>, what: &str) -> Head {
        let words = fitter.words;
        let (account, author) = (fitter.line(&self.account), fitter.line(&self.author.name));
        let date = words.date(self.today);
        let line = |facts: Vec<String>| {
            facts.into_iter().filter(|fact| !fact.is_empty()).collect::<Vec<_>>().join("  ·  ")
        };
        if self.title.is_empty() {
            return Head { eyebrow: account, title: words.get(what), facts: line(vec![author, date]) };
        }
        let facts = line(vec![account, author, date]);
        Head { eyebrow: words.get(what), title: fitter.heading(&self.title), facts }
    }
}

/// Sets a document: its head by `what`, a key of the catalogue, and the page's own data.
pub(crate) fn set<T: Serialize>(
    frame: &Frame,
    template: &'static str,
    what: &str,
    page: impl FnOnce(&mut TextFitter<'_>) -> T,
) -> Result<Preview, DocumentError> {
    #[derive(Serialize)]
    struct Page<T> {
        head: Head,
        #[serde(flatten)]
        page: T,
    }
    let job = || {
        let mut fitter = TextFitter::new(frame.words());
        let head = frame.head(&mut fitter, what);
        let data = serde_json::to_value(Page { head, page: page(&mut fitter) })?;
        let own = frame.words().get(what);
        let style = PageStyle {
            language: frame.language,
            paper: frame.paper,
            today: frame.today,
            title: if frame.title.is_empty() { &own } else { &frame.title },
            account: &frame.account,
            author: &frame.author.name,
            internal: frame.internal,
            brand: &frame.brand,
            classification: frame.classification.as_deref(),
        };
        parts::job(fitter, &style, template, frame.id.clone(), data)
    };
    typeset::tidily(|| typeset::set(job()?).map(Preview::new))
}
