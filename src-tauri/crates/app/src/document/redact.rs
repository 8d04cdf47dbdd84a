//! Redaction of a whole plan: names of people and hosts leave its records before any document is made of them, so
//! that no format and no part of one is forgotten (docs/decisions/0015-redaction.md).

mod earlier;
mod onboarding;
mod records;

use cairn_documents::{Known, Language, Redact, Redactor, Taken};
use cairn_domain::{
    Account, Brand, Checklist, ChecklistStep, CommandPlan, Contact, Me, Objective, Plan, Task, Touchpoint,
    Workshop,
};
use cairn_wire::{LeftOut, LeftOutWhat, OpenItem, PlanOutline, Redaction};

use self::records::Text;
use super::earlier::Earlier;

/// Everything that a document is made of and that holds text.
pub(super) struct Material<'a> {
    /// The records, those that stand first on the page first: who is named first gets the first number.
    pub(super) parts: Vec<Part<'a>>,
    pub(super) me: &'a mut Me,
    pub(super) brand: &'a mut Brand,
}

/// Records that a document is made of.
pub(super) enum Part<'a> {
    Plan(&'a mut PlanOutline),
    CommandPlan(&'a mut CommandPlan),
    Earlier(&'a mut Earlier),
    Account(&'a mut Account),
    Contact(&'a mut Contact),
    Strategy(&'a mut Plan),
    Objective(&'a mut Objective),
    Task(&'a mut Task),
    Checklist(&'a mut Checklist),
    Step(&'a mut ChecklistStep),
    Touchpoint(&'a mut Touchpoint),
    Workshop(&'a mut Workshop),
    Open(&'a mut OpenItem),
}

/// Takes names and hosts out of every text; answers what was taken.
pub(super) fn redact(mut material: Material<'_>, asked: &[Redaction], language: Language) -> Vec<LeftOut> {
    let what = Redact { names: asked.contains(&Redaction::Names), hosts: asked.contains(&Redaction::Hosts) };
    if what == Redact::default() {
        return Vec::new();
    }
    let mut known = Known::default();
    material.see(&mut |text| match text {
        Text::Person { name, email } => known.person(name, email),
        Text::People(text) => known.people(text),
        Text::Host(text) => known.host(text),
        Text::Any(_) => {}
    });
    let labels = material.brand.labels.get(language.code()).cloned().unwrap_or_default();
    let mut redactor = Redactor::new(what, &known, language, &labels);
    material.see(&mut |text| {
        let mut through = |text: &mut String| *text = redactor.text(text);
        match text {
            Text::Person { name, email } => {
                through(name);
                through(email);
            }
            Text::People(text) | Text::Host(text) | Text::Any(text) => through(text),
        }
    });
    let Taken { names, hosts } = redactor.taken();
    [(LeftOutWhat::Names, names), (LeftOutWhat::Hosts, hosts)]
        .into_iter()
        .filter(|(_, items)| !items.is_empty())
        .map(|(what, items)| LeftOut { what, items })
        .collect()
}
