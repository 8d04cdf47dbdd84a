//! The templates that come with the program: files that are part of it, read once.

use std::sync::LazyLock;

use cairn_domain::{Stored, Template, TemplateId, TemplateOrigin};
use cairn_wire::View;
use chrono::DateTime;

use super::file::TemplateFile;

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

static ALL: LazyLock<Vec<Stored<Template>>> = LazyLock::new(|| {
    let read = FILES.iter().map(|text| TemplateFile::read(text));
    read.filter_map(|file| match file {
        Ok(file) => Some(stored(file)),
        Err(failure) => {
            log::error!("A template of the program cannot be read: {failure:?}");
            None
        }
    })
    .collect()
});

/// All of them, in their order.
pub(super) fn all() -> &'static [Stored<Template>] {
    &ALL
}

/// One of them.
pub(super) fn find(id: TemplateId) -> Option<&'static Stored<Template>> {
    all().iter().find(|template| template.id == id)
}

/// As it is shown.
pub(super) fn view(stored: Stored<Template>) -> View<Template> {
    View { stored, derived: TemplateOrigin { built_in: true } }
}

/// Nobody made it, and no day is known on which they did.
fn stored(file: TemplateFile) -> Stored<Template> {
    let (id, version, record) = file.into_record();
    Stored {
        id,
        version,
        created_at: DateTime::UNIX_EPOCH,
        created_by: String::new(),
        updated_at: DateTime::UNIX_EPOCH,
        updated_by: String::new(),
        deleted_at: None,
        record,
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
        let ids: BTreeSet<_> = all().iter().map(|template| template.id).collect();
        assert_eq!(ids.len(), FILES.len(), "each has an id of its own");
    }
}
