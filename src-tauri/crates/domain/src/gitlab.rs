//! The words and marks of a success plan as GitLab keeps it, in epics and issues (`docs/practice.md`, GitLab's labels
//! and headings).
//!
//! Owns what writer and reader of that text must say alike: labels, headings, how an author's text is kept from
//! being taken for structure. Owns neither the text's layout nor its reading.

mod escape;

pub use escape::{Guard, guard, name, normalized, unguard};

use crate::columns::WordList;
use crate::words::{InitiativeStatus, Level, ObjectiveStatus, UseCase, VerifiableOutcomeStage, Word};

/// The label by which the viewer knows an objective's epic.
pub const OBJECTIVE_LABEL: &str = "SP Objective";

/// A picklist that is a scoped label: of one scope an epic or issue has one.
pub trait Label: Word {
    /// What stands before the last `::`.
    const SCOPE: &'static str;

    /// The term as GitLab writes it.
    #[must_use]
    fn term(self) -> String {
        term(self)
    }

    /// The whole label, such as `Verifiable Outcome::Accepted`.
    #[must_use]
    fn label(self) -> String {
        format!("{}::{}", Self::SCOPE, self.term())
    }

    /// The word of a term, in whatever case it is written.
    #[must_use]
    fn of_term(text: &str) -> Option<Self> {
        let text = text.trim();
        Self::VARIANTS.iter().copied().find(|word| word.term().eq_ignore_ascii_case(text))
    }
}

impl Label for ObjectiveStatus {
    const SCOPE: &'static str = "SP Objective::Status";
}

impl Label for VerifiableOutcomeStage {
    const SCOPE: &'static str = "Verifiable Outcome";
}

impl Label for InitiativeStatus {
    const SCOPE: &'static str = "SP Initiative::Status";
}

impl Label for Level {
    const SCOPE: &'static str = "Priority";
}

impl Label for UseCase {
    const SCOPE: &'static str = "UseCase";

    fn term(self) -> String {
        match self {
            Self::Ai | Self::Cd | Self::Ci | Self::Scm => self.word().to_ascii_uppercase(),
            Self::Dedicated
            | Self::DeveloperExperience
            | Self::Infrastructure
            | Self::Other
            | Self::Plan
            | Self::Security => term(self),
        }
    }
}

/// A word of any picklist as people write it: each part with a capital.
#[must_use]
pub fn term(word: impl Word) -> String {
    term_of(word.word())
}

/// The same of a word on the wire.
#[must_use]
pub fn term_of(word: &str) -> String {
    let capital = |part: &str| {
        part.get(..1).unwrap_or_default().to_ascii_uppercase() + part.get(1..).unwrap_or_default()
    };
    word.split('_').map(capital).collect::<Vec<_>>().join(" ")
}

/// The word of a term, in whatever case it is written.
#[must_use]
pub fn of_term<W: Word>(text: &str) -> Option<W> {
    W::VARIANTS.iter().copied().find(|word| term(*word).eq_ignore_ascii_case(text.trim()))
}

/// The same of a list that is known by its words.
#[must_use]
pub fn word_of_term(list: WordList, text: &str) -> Option<&'static str> {
    list.words.iter().copied().find(|word| term_of(word).eq_ignore_ascii_case(text.trim()))
}

#[cfg(test)]
mod tests {
    use strum::VariantArray as _;

    use super::*;

    #[test]
    fn labels_are_those_the_viewer_knows() {
        assert_eq!(ObjectiveStatus::OnTrack.label(), "SP Objective::Status::On Track", "an epic's status");
        assert_eq!(VerifiableOutcomeStage::Accepted.label(), "Verifiable Outcome::Accepted", "its stage");
        assert_eq!(
            InitiativeStatus::NotStarted.label(),
            "SP Initiative::Status::Not Started",
            "an issue's status"
        );
        let cases: Vec<_> = UseCase::VARIANTS.iter().map(|case| case.term()).collect();
        assert_eq!(
            cases.join(", "),
            "AI, CD, CI, Dedicated, Developer Experience, Infrastructure, Other, Plan, SCM, Security",
            "as the viewer writes them"
        );
    }

    #[test]
    fn every_label_is_read_as_the_word_it_was_written_for() {
        fn all<L: Label + PartialEq + std::fmt::Debug>() {
            for &word in L::VARIANTS {
                assert_eq!(L::of_term(&word.term().to_lowercase()), Some(word), "{}", word.label());
            }
        }
        all::<ObjectiveStatus>();
        all::<VerifiableOutcomeStage>();
        all::<InitiativeStatus>();
        all::<Level>();
        all::<UseCase>();
    }
}
