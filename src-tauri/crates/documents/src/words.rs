//! The words on the page: the message catalogue, one file per language, shared with the window.

use std::{collections::HashMap, sync::LazyLock};

use cairn_domain::Word;
use serde::{Deserialize, Serialize};

/// A language a document can be in.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Language {
    /// English.
    #[default]
    En,
}

type Catalogue = HashMap<String, String>;

static EN: LazyLock<Catalogue> = LazyLock::new(|| {
    let text = include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/../../../messages/en.json"));
    // A broken catalogue cannot land: the tests look up every word. Here it would only show the keys.
    serde_json::from_str(text).unwrap_or_default()
});

impl Language {
    /// The BCP 47 code, for the file's language and the engine's hyphenation.
    pub(crate) const fn code(self) -> &'static str {
        match self {
            Self::En => "en",
        }
    }

    /// The message under `key`; the key itself if there is none, which no test lets pass.
    pub(crate) fn get(self, key: &str) -> String {
        let Self::En = self;
        EN.get(key).map_or_else(|| key.to_owned(), Clone::clone)
    }

    /// The message with its `{name}` parameters filled in. One pass: a brace inside a value stays a brace.
    pub(crate) fn fill(self, key: &str, values: &[(&str, &str)]) -> String {
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
    pub(crate) fn word(self, list: &str, word: impl Word) -> String {
        self.get(&format!("{list}_{}", word.word()))
    }
}

#[cfg(test)]
mod tests {
    use cairn_domain::{
        InitiativeStatus, LifecycleStage, ObjectiveStatus, PlanType, Priority, SuccessTier, TaskStatus,
        VerifiableOutcomeStage,
    };

    use super::*;

    #[test]
    fn a_brace_in_a_value_is_text() {
        let filled = Language::En.fill("doc_range", &[("min", "{max}"), ("max", "9")]);
        assert_eq!(filled, "{max} to 9", "a customer's braces must not pull in another value");
    }

    #[test]
    fn a_parameter_nobody_gave_stays_visible() {
        assert_eq!(Language::En.fill("doc_range", &[("min", "1")]), "1 to {max}", "not silently dropped");
    }

    #[test]
    fn every_word_of_every_picklist_has_a_message() {
        fn all<W: Word>(list: &str) {
            for &word in W::VARIANTS {
                let read = Language::En.word(list, word);
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
