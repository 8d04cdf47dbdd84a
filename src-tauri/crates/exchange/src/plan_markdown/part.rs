//! One record with a heading of its own: the plan, an epic or an issue, with its sections.

use std::ops::Range;

use cairn_domain::{Kind, MarkdownSection, markdown_sections};

use super::{
    outline::{Heading, Lines},
    said::place,
};
use crate::RowError;

/// What a heading of the first level opens.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum What {
    Plan,
    Objective,
    Initiative,
}

impl What {
    pub(super) fn kind(self) -> Kind {
        match self {
            Self::Plan => Kind::Plan,
            Self::Objective => Kind::Objective,
            Self::Initiative => Kind::Initiative,
        }
    }

    fn forms(self) -> Vec<MarkdownSection> {
        markdown_sections(self.kind())
    }
}

/// A section of a part.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) struct Section {
    /// Which; none is text under a heading of its author's.
    pub(super) form: Option<MarkdownSection>,
    /// The line of its heading.
    pub(super) line: u32,
    /// Its text, as it stands in the file; with the heading where that is its author's.
    pub(super) body: Range<usize>,
}

/// A record with its sections.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) struct Part {
    pub(super) what: What,
    pub(super) title: String,
    pub(super) line: u32,
    /// From its heading to its first section.
    pub(super) preamble: Range<usize>,
    pub(super) sections: Vec<Section>,
}

/// The part that begins with `head`; `rest` are the headings of lower level up to `end`.
pub(super) fn part(
    (what, title): (What, String),
    (head_start, head_end): (usize, usize),
    rest: &[Heading],
    end: usize,
    lines: &Lines,
) -> Part {
    let forms = what.forms();
    let known = |heading: &Heading| {
        let name = heading.title.trim().trim_end_matches(':');
        let is = |form: &&MarkdownSection| {
            // What must be there is read literally, at its own level; the viewer would not see it elsewhere.
            let level = if form.is_needed() { heading.level == form.level() } else { heading.level <= 4 };
            level && form.is_called(name)
        };
        forms.iter().find(is).copied()
    };
    let mut sections: Vec<Section> = Vec::new();
    let mut preamble_end = end;
    for heading in rest {
        let form = known(heading);
        if form.is_none() && heading.level > 2 {
            continue;
        }
        match sections.last_mut() {
            Some(before) => before.body.end = heading.start,
            None => preamble_end = heading.start,
        }
        let start = if form.is_some() { heading.end } else { heading.start };
        sections.push(Section { form, line: lines.line(heading.start), body: start..end });
    }
    Part { what, title, line: lines.line(head_start), preamble: head_end..preamble_end, sections }
}

impl Part {
    /// What is wrong with its headings.
    pub(super) fn check(&self, row_errors: &mut Vec<RowError>) {
        for (at, section) in self.sections.iter().enumerate() {
            let Some(form) = section.form else { continue };
            let first = self.sections.iter().take(at).find(|before| before.form == Some(form));
            if let Some(first) = first {
                let message =
                    format!("“{}” stands in line {} already; one is too many.", form.heading, first.line);
                row_errors.push(RowError::at(&place(section.line), Some(form.field), message));
            }
        }
        let missing = |form: &MarkdownSection| form.is_needed() && self.section(form.field).is_none();
        for form in self.what.forms().into_iter().filter(missing) {
            let message = format!("“{}” has no heading “{}”.", self.title, form.heading);
            row_errors.push(RowError::at(&place(self.line), Some(form.field), message));
        }
    }

    pub(super) fn section(&self, field: &str) -> Option<&Section> {
        self.sections.iter().find(|section| section.form.is_some_and(|form| form.field == field))
    }

    /// What stands under headings of the author's own.
    pub(super) fn others(&self) -> impl Iterator<Item = &Section> {
        self.sections.iter().filter(|section| section.form.is_none())
    }
}
