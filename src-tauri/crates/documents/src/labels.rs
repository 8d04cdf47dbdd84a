//! The labels of the documents that a reader may word anew, and what a wording must keep.

use crate::{
    language::Language,
    letters::{is_blank, is_clean},
};

/// Longest wording of a label, in characters.
const LABEL_MAX: usize = 160;
/// What is no wording but a way to write numbers and dates.
const FORMATS: [&str; 3] = ["decimal_mark", "group_mark", "month_"];

/// A label with the text it has unless the reader words it anew.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub struct Label {
    /// Its key.
    pub key: &'static str,
    /// The text, with its parameters in braces.
    pub text: &'static str,
}

/// Why a wording cannot be used.
#[derive(Clone, PartialEq, Eq, Debug, thiserror::Error)]
#[non_exhaustive]
pub enum LabelFault {
    /// No document has such a label.
    #[error("no label has this key")]
    Unknown,
    /// Nothing of it would be seen.
    #[error("the wording is empty")]
    Blank,
    /// It would not fit where the label stands.
    #[error("the wording has more than {most} characters")]
    TooLong {
        /// As long as it may be.
        most: usize,
    },
    /// It holds what is no text: controls, line breaks, direction marks.
    #[error("the wording holds characters that are no text")]
    NotText,
    /// It lacks a parameter, and with it a fact.
    #[error("the wording lacks {{{parameter}}}")]
    Lacks {
        /// The parameter's name, without its braces.
        parameter: String,
    },
}

/// Every label that can be worded anew, by key.
pub fn labels(language: Language) -> Vec<Label> {
    let all = language.catalogue().iter().filter(|(key, _)| is_label(key));
    all.map(|(key, text)| Label { key, text }).collect()
}

/// Checks a wording. It must say something, and keep every parameter of the text it stands for; braces around
/// anything else are text.
///
/// # Errors
/// Says why the wording cannot be used.
pub fn check_label(language: Language, key: &str, text: &str) -> Result<(), LabelFault> {
    let default = language.catalogue().get(key).filter(|_| is_label(key)).ok_or(LabelFault::Unknown)?;
    if is_blank(text) {
        return Err(LabelFault::Blank);
    }
    if text.chars().count() > LABEL_MAX {
        return Err(LabelFault::TooLong { most: LABEL_MAX });
    }
    if !is_clean(text) {
        return Err(LabelFault::NotText);
    }
    match parameters(default).find(|name| !text.contains(&format!("{{{name}}}"))) {
        Some(name) => Err(LabelFault::Lacks { parameter: name.to_owned() }),
        None => Ok(()),
    }
}

fn is_label(key: &str) -> bool {
    let name = key.strip_prefix("doc_");
    name.is_some_and(|name| !FORMATS.iter().any(|format| name.starts_with(format)))
}

/// The names between braces.
fn parameters(text: &str) -> impl Iterator<Item = &str> {
    text.split('{').skip(1).filter_map(|part| part.split_once('}')).map(|(name, _)| name)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(key: &str, text: &str) -> Result<(), LabelFault> {
        check_label(Language::En, key, text)
    }

    #[test]
    fn every_label_may_keep_its_own_text() {
        let all = labels(Language::En);
        assert!(all.len() > 100 && all.is_sorted(), "all of them, in order: {}", all.len());
        for Label { key, text } in all {
            assert_eq!(check(key, text), Ok(()), "{key} is what it is");
        }
    }

    #[test]
    fn a_wording_that_loses_something_is_refused_with_the_reason() {
        assert_eq!(check("doc_strategy", "Our road"), Ok(()), "a heading is free");
        assert_eq!(check("doc_outcome_n", "{n}. {goal}"), Ok(()), "other braces are text");
        let lacks = LabelFault::Lacks { parameter: "n".into() };
        assert_eq!(check("doc_outcome_n", "Goal"), Err(lacks), "the number would be lost");
        assert_eq!(check("doc_strategy", " \u{200b}"), Err(LabelFault::Blank), "a heading must be seen");
        assert_eq!(check("doc_strategy", "a\nb"), Err(LabelFault::NotText), "one line");
        assert_eq!(check("doc_strategy", "a\u{202e}b"), Err(LabelFault::NotText), "read as it is written");
        assert_eq!(
            check("doc_strategy", &"a".repeat(LABEL_MAX + 1)),
            Err(LabelFault::TooLong { most: LABEL_MAX }),
            "a heading is no paragraph"
        );
        for key in ["doc_month_01", "doc_decimal_mark", "account_title", "document_nonsense", ""] {
            assert_eq!(check(key, "x"), Err(LabelFault::Unknown), "{key:?} is no label");
        }
    }
}
