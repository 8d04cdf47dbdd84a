//! The templates that come with the program: files that are part of it, read once.

use std::sync::LazyLock;

use cairn_domain::{Stored, Template};
use cairn_wire::Failure;

use super::file::TemplateFile;
use crate::{
    error::Result,
    library::{self, Library, Written},
};

/// The files, in the order in which they are offered.
const FILES: [&str; 9] = [
    include_str!("built_in/ultimate_onboarding.json"),
    include_str!("built_in/ci_adoption.json"),
    include_str!("built_in/ci_migration.json"),
    include_str!("built_in/security_adoption.json"),
    include_str!("built_in/agile_planning.json"),
    include_str!("built_in/ai_adoption.json"),
    include_str!("built_in/runner_fleet.json"),
    include_str!("built_in/platform_resiliency.json"),
    include_str!("built_in/accelerator_12_weeks.json"),
];

static ALL: LazyLock<Vec<Stored<Template>>> = LazyLock::new(|| library::from_files(&FILES));

impl Library for Template {
    fn built_in() -> &'static [Stored<Self>] {
        &ALL
    }

    fn read(text: &str) -> Result<Written<Self>, Failure> {
        let (id, version, record) = TemplateFile::read(text)?.into_record();
        Ok(Written { id, version, record, contents: Vec::new() })
    }

    fn text(Written { id, version, record, contents: _ }: Written<Self>) -> Result<String> {
        library::pretty(&TemplateFile::of(id, version, record))
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use std::collections::BTreeSet;

    use super::*;

    #[test]
    fn every_template_of_the_program_can_be_used() {
        for text in FILES {
            let begins: String = text.chars().take(120).collect();
            let file = TemplateFile::read(text).unwrap_or_else(|failure| panic!("{begins}: {failure:?}"));
            let (_, _, record) = file.into_record();
            assert!(!record.content.objectives.is_empty(), "{} leads nowhere", record.title);
            assert!(!record.summary.is_empty(), "{} does not say for whom it is", record.title);
        }
        let ids: BTreeSet<_> = Template::built_in().iter().map(|template| template.id).collect();
        assert_eq!(ids.len(), FILES.len(), "each has an id of its own");
    }
}
