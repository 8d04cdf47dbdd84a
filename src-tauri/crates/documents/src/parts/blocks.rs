//! Tables, facts and prose under their headings, from keys of the catalogue and finished texts.

use chrono::NaiveDate;
use serde::Serialize;

use super::cell::{Cell, Table, Tone};
use crate::{prose::Block, text::TextFitter, words::Words};

/// Prose under a heading.
#[derive(Serialize)]
pub(crate) struct Prose {
    pub(crate) heading: String,
    pub(crate) blocks: Vec<Block>,
}

/// The facts that are there, each with its label.
pub(crate) fn labelled<const N: usize>(words: Words<'_>, facts: [(&str, String); N]) -> Vec<[String; 2]> {
    facts
        .into_iter()
        .filter(|(_, value)| !value.is_empty())
        .map(|(key, value)| [words.get(key), value])
        .collect()
}

/// A table with a heading; `None` without rows.
pub(crate) fn table(
    words: Words<'_>,
    heading: &str,
    columns: &[&str],
    rows: Vec<Vec<Cell>>,
) -> Option<Table> {
    (!rows.is_empty()).then(|| Table {
        heading: words.get(heading),
        remark: None,
        columns: columns
            .iter()
            .map(|key| if key.is_empty() { String::new() } else { words.get(key) })
            .collect(),
        rows,
    })
}

/// Prose under a heading; `None` without prose.
pub(crate) fn section(fitter: &mut TextFitter, heading: &str, text: &str) -> Option<Prose> {
    let blocks = fitter.prose(text);
    (!blocks.is_empty()).then(|| Prose { heading: fitter.words.get(heading), blocks })
}

/// Those of the texts that say something.
pub(crate) fn said(texts: &[String]) -> Vec<&str> {
    texts.iter().map(String::as_str).filter(|text| !text.is_empty()).collect()
}

/// A due date, said to be overdue where it is.
pub(crate) fn due(fitter: &TextFitter, due: Option<NaiveDate>, open: bool, today: NaiveDate) -> Cell {
    let words = fitter.words;
    match due {
        Some(due) if open && due < today => {
            Cell::text(words.date(due)).with_sub(words.get("doc_overdue")).toned(Tone::Bad)
        }
        Some(due) => Cell::text(words.date(due)),
        None => Cell::text(""),
    }
}
