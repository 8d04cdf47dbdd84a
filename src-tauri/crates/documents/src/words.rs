//! The words on the page: the message catalogue, one file per language, shared with the window.

use std::collections::BTreeMap;

use cairn_domain::Word;

use crate::{labels::check_label, language::Language};

impl Language {
    /// Says that a document is in this language although its reader has another, by that one's code.
    #[must_use]
    pub fn instead_of(self, code: &str) -> String {
        Words::new(self, &BTreeMap::new()).fill("doc_language_missing", &[("code", code)])
    }
}

/// The words of one document: its language's, some of them in the reader's own wording.
#[derive(Clone, Copy, Debug)]
pub struct Words<'a> {
    language: Language,
    own: &'a BTreeMap<String, String>,
}

impl<'a> Words<'a> {
    /// What [`check_label`] refuses among the reader's own words is not used.
    #[must_use]
    pub fn new(language: Language, own: &'a BTreeMap<String, String>) -> Self {
        Self { language, own }
    }

    /// The message under `key`; the key itself if there is none, which no test lets pass.
    #[must_use]
    pub fn get(self, key: &str) -> String {
        let own = self.own.get(key).filter(|text| check_label(self.language, key, text).is_ok());
        own.or_else(|| self.language.catalogue().get(key)).map_or_else(|| key.to_owned(), Clone::clone)
    }

    /// The message with its `{name}` parameters filled in. One pass: a brace inside a value stays a brace.
    #[must_use]
    pub fn fill(self, key: &str, values: &[(&str, &str)]) -> String {
        let pattern = self.get(key);
        let mut filled = String::with_capacity(pattern.len());
        let mut rest = pattern.as_str();
        while let Some((before, after)) = rest.split_once('{') {
            filled.push_str(before);
            let known = after.split_once('}').and_then(|(name, tail)| {
                values.iter().find(|(known, _)| *known == name).map(|(_, value)| (*value, tail))
            });
            match known {
                Some((value, tail)) => {
                    filled.push_str(value);
                    rest = tail;
                }
                None => {
                    filled.push('{');
                    rest = after;
                }
            }
        }
        filled + rest
    }

    /// What people read for a word of a picklist, such as `objective_status` and [`Word::word`].
    #[must_use]
    pub fn word(self, list: &str, word: impl Word) -> String {
        self.get(&format!("{list}_{}", word.word()))
    }
}

#[cfg(test)]
impl Words<'static> {
    /// A language's words as they are.
    pub(crate) fn of(language: Language) -> Self {
        static NONE: BTreeMap<String, String> = BTreeMap::new();
        Self::new(language, &NONE)
    }
}

#[cfg(test)]
mod tests {
    use cairn_domain::{
        InitiativeStatus, LifecycleStage, ObjectiveStatus, PlanType, Priority, SuccessTier, TaskStatus,
        VerifiableOutcomeStage,
    };

    use super::*;

    /// The catalogue's own words.
    fn plain() -> Words<'static> {
        Words::of(Language::En)
    }

    #[test]
    fn the_readers_own_words_stand_in_place_of_ours_unless_they_cannot() {
        let own = [
            ("doc_strategy", "Our road"),
            ("doc_outcome_n", "Goal {n}"),
            ("doc_period", "from {start}"),
            ("doc_people", " "),
            ("document_nonsense", "x"),
        ];
        let own = own.map(|(key, text)| (key.to_owned(), text.to_owned())).into();
        let words = Words::new(Language::En, &own);
        assert_eq!(words.get("doc_strategy"), "Our road", "an own heading");
        assert_eq!(words.fill("doc_outcome_n", &[("n", "2")]), "Goal 2", "its parameters are filled in");
        let period = words.fill("doc_period", &[("start", "May"), ("end", "June")]);
        assert_eq!(period, "May to June", "a wording that would lose the end is not used");
        assert_eq!(words.get("doc_people"), "People", "nor is one that shows nothing");
        assert_eq!(words.get("doc_risks"), "Risks", "the rest is ours");
    }

    #[test]
    fn a_brace_in_a_value_is_text() {
        let filled = plain().fill("doc_range", &[("min", "{max}"), ("max", "9")]);
        assert_eq!(filled, "{max} to 9", "a customer's braces must not pull in another value");
    }

    #[test]
    fn a_parameter_nobody_gave_stays_visible() {
        assert_eq!(plain().fill("doc_range", &[("min", "1")]), "1 to {max}", "not silently dropped");
    }

    #[test]
    fn every_word_of_every_picklist_has_a_message() {
        fn all<W: Word>(list: &str) {
            for &word in W::VARIANTS {
                let read = plain().word(list, word);
                assert!(!read.contains('_'), "{read} is a key, not a word people read");
            }
        }
        all::<PlanType>("plan_type");
        all::<ObjectiveStatus>("objective_status");
        all::<VerifiableOutcomeStage>("verifiable_outcome_stage");
        all::<InitiativeStatus>("initiative_status");
        all::<TaskStatus>("task_status");
        all::<SuccessTier>("success_tier");
        all::<Priority>("priority");
        all::<LifecycleStage>("lifecycle_stage");
    }
}
