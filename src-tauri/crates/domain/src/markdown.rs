//! The Markdown file that people edit and bring back: which fields of a plan, an objective and an initiative have a heading,
//! and which stand in the list of facts above.
//!
//! Written by `cairn-documents`, read by `cairn-exchange`, both from here. What is called how, and in which order, is declared
//! beside each field; labels and quick actions are GitLab's ([`crate::gitlab`]).

use crate::{
    columns::{Holds, Means},
    declared::{Customer, Field},
    fields::fields_of,
    kind::Kind,
};

/// The headings that GitLab's viewer looks for: they are there though nothing stands under them.
const VIEWED: [&str; 4] = ["## Summary", "## Success Criteria", "## Updates", "## Update"];

/// The lists that stand among the sections: of which kind, where, and how they are called.
const LISTS: [(Kind, u8, MarkdownSection); 2] = [
    (
        Kind::Objective,
        10,
        MarkdownSection { field: "criteria", heading: "## Success Criteria", names: &[], declared: None },
    ),
    (
        Kind::Initiative,
        10,
        MarkdownSection {
            field: "tasks",
            heading: "## Tasks",
            names: &["to do", "todo", "next steps", "action items", "actions"],
            declared: None,
        },
    ),
];

/// A heading that means something, and what stands under it.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct MarkdownSection {
    /// The field, by its name on the wire; `criteria` or `tasks` of the lists.
    pub field: &'static str,
    /// The heading with its marks, `### Risks`.
    pub heading: &'static str,
    /// What else it may be called.
    pub names: &'static [&'static str],
    /// The field, unless it is a list.
    pub declared: Option<&'static Field>,
}

impl MarkdownSection {
    /// True where it is written though it is empty.
    #[must_use]
    pub fn is_viewed(&self) -> bool {
        VIEWED.contains(&self.heading)
    }

    /// True where a part without this heading is refused; the heading counts at its own level only. `## Updates` may be
    /// missing: nothing may have come of an outcome yet.
    #[must_use]
    pub fn is_needed(&self) -> bool {
        self.is_viewed() && self.heading != "## Updates"
    }

    /// How deep the heading is.
    #[must_use]
    pub fn level(&self) -> usize {
        self.heading.chars().take_while(|sign| *sign == '#').count()
    }

    /// True where a heading says this, in whatever case.
    #[must_use]
    pub fn is_called(&self, title: &str) -> bool {
        let own = self.heading.trim_start_matches(['#', ' ']);
        [own].iter().chain(self.names).any(|name| name.eq_ignore_ascii_case(title))
    }
}

/// A line of the list of facts, `- Owner: Mara Lindt`.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct MarkdownFact {
    /// The key as it is written.
    pub key: &'static str,
    /// What else it may be called.
    pub names: &'static [&'static str],
    /// The field.
    pub field: &'static Field,
}

impl MarkdownFact {
    /// True where a key says this, in whatever case.
    #[must_use]
    pub fn is_called(&self, key: &str) -> bool {
        [self.key].iter().chain(self.names).any(|name| name.eq_ignore_ascii_case(key))
    }
}

/// The sections of a kind, in order.
#[must_use]
pub fn markdown_sections(kind: Kind) -> Vec<MarkdownSection> {
    let declared = called(kind).filter(|(_, heading, ..)| heading.starts_with('#'));
    let declared = declared.map(|(place, heading, names, field)| {
        (place, MarkdownSection { field: field.name, heading, names, declared: Some(field) })
    });
    let lists = LISTS.iter().filter(|(of, ..)| *of == kind).map(|(_, place, list)| (*place, *list));
    let mut sections: Vec<_> = declared.chain(lists).collect();
    sections.sort_by_key(|(place, _)| *place);
    sections.into_iter().map(|(_, section)| section).collect()
}

/// The facts of a kind, in order.
#[must_use]
pub fn markdown_facts(kind: Kind) -> Vec<MarkdownFact> {
    let mut facts: Vec<_> = called(kind).filter(|(_, key, ..)| !key.starts_with('#')).collect();
    facts.sort_by_key(|(place, ..)| *place);
    facts.into_iter().map(|(_, key, names, field)| MarkdownFact { key, names, field }).collect()
}

fn called(kind: Kind) -> impl Iterator<Item = (u8, &'static str, &'static [&'static str], &'static Field)> {
    fields_of(kind).iter().filter_map(|field| {
        let called = field.markdown?;
        let (first, rest) = called.names.split_first()?;
        Some((called.place, *first, rest, field))
    })
}

impl Field {
    /// True where the field can be empty, a text or a day: a file that comes back without it clears it.
    #[must_use]
    pub fn empties(&self) -> bool {
        self.means == Means::Plain && matches!(self.holds, Holds::Text | Holds::Day)
    }

    /// True where a customer's copy may lack it, so that its absence there says nothing.
    #[must_use]
    pub fn may_be_hidden(&self) -> bool {
        matches!(self.customer, Customer::Never | Customer::By(_))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sections_stand_in_the_order_of_the_viewer() {
        let headings =
            |kind| -> Vec<_> { markdown_sections(kind).into_iter().map(|section| section.heading).collect() };
        assert_eq!(
            headings(Kind::Objective),
            [
                "## Summary",
                "### Successes",
                "### Risks",
                "### Business Impact",
                "## Success Criteria",
                "## Updates"
            ]
        );
        assert_eq!(headings(Kind::Initiative), ["## Update", "## Tasks"]);
        assert_eq!(headings(Kind::Plan), ["## Strategy", "## Highlights"]);
        let keys: Vec<_> = markdown_facts(Kind::Objective).into_iter().map(|fact| fact.key).collect();
        assert_eq!(keys, ["Owner", "Customer owner", "Start", "Risks for", "Close reason"]);
    }

    #[test]
    fn a_key_or_heading_says_one_field() {
        for kind in [Kind::Plan, Kind::Objective, Kind::Initiative] {
            for fact in markdown_facts(kind) {
                let named = [fact.key].into_iter().chain(fact.names.iter().copied());
                for name in named {
                    let of = markdown_facts(kind).into_iter().filter(|fact| fact.is_called(name)).count();
                    assert_eq!(of, 1, "{kind:?}: {name}");
                }
            }
            for section in markdown_sections(kind) {
                let name = section.heading.trim_start_matches(['#', ' ']);
                let of =
                    markdown_sections(kind).into_iter().filter(|section| section.is_called(name)).count();
                assert_eq!(of, 1, "{kind:?}: {name}");
            }
        }
    }
}
