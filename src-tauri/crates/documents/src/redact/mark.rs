//! Marks found again: a text that a redacted copy was the source of.

use std::collections::BTreeMap;

use crate::{Language, words::Words};

/// The first numbered mark in a text, such as `[person 1]`. `labels` are the reader's own words for the marks. Those
/// without a number are left alone: people write `[name]` themselves.
#[must_use]
pub fn redaction_mark(language: Language, labels: &BTreeMap<String, String>, text: &str) -> Option<String> {
    let words = Words::new(language, labels);
    let found = |key: &str| {
        let pattern = words.get(key);
        let (before, after) = pattern.split_once("{n}")?;
        text.match_indices(before).find_map(|(at, _)| {
            let rest = text.get(at + before.len()..)?;
            let digits = rest.len() - rest.trim_start_matches(|c: char| c.is_ascii_digit()).len();
            let (number, rest) = rest.split_at(digits);
            let is_mark = !number.is_empty() && rest.starts_with(after) && !before.is_empty();
            is_mark.then(|| format!("{before}{number}{after}"))
        })
    };
    ["doc_redacted_person", "doc_redacted_host"].into_iter().find_map(found)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_mark_is_found_among_words_and_in_ones_own_wording() {
        let own = BTreeMap::from([("doc_redacted_person".to_owned(), "(Person {n})".to_owned())]);
        let mark = |labels: &BTreeMap<String, String>, text: &str| redaction_mark(Language::En, labels, text);
        let none = BTreeMap::new();
        assert_eq!(mark(&none, "Asked [person 12] to sign").as_deref(), Some("[person 12]"));
        assert_eq!(mark(&none, "[person x] on [host 1]").as_deref(), Some("[host 1]"));
        assert_eq!(mark(&own, "(Person 3)").as_deref(), Some("(Person 3)"));
        assert_eq!(mark(&none, "Dear [name], a [person]"), None, "what people write themselves");
    }
}
