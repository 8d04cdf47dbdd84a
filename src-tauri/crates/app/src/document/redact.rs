//! Redaction of a whole plan: names of people and hosts leave its records before any document is made of them, so
//! that no format and no part of one is forgotten (docs/decisions/0015-redaction.md).
//!
//! Which texts a record has, and which of them name people or hosts, is declared beside its fields. Owns which records a
//! document is made of, and in which order.

use cairn_documents::{Language, Redact, RedactionTargets, Redactor, Taken};
use cairn_domain::{
    Account, Brand, Checklist, ChecklistStep, CommandPlan, Contact, Declared, Edit, Field, Me, Objective,
    Plan, PlanContent, Record, Sort, Task, Touchpoint, Workshop,
};
use cairn_wire::{
    LeftOut, LeftOutWhat, OpenItem, OutlineCriterion, OutlineInitiative, OutlineObjective, PlanOutline,
    Redaction, View,
};

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
    let mut known = RedactionTargets::default();
    material.edit_texts(&mut |field, text| match field.sort {
        Sort::OwnName => known.person(text),
        Sort::Email => known.email(text),
        Sort::Host | Sort::Link => known.host(text),
        Sort::Person => known.people(text),
        _ if field.people => known.people(text),
        _ => {}
    });
    let labels = material.brand.labels.get(language.code()).cloned().unwrap_or_default();
    let mut redactor = Redactor::new(what, &known, language, &labels);
    material.edit_texts(&mut |field, text| {
        // A code, such as a key or a colour, names nobody.
        if field.sort != Sort::Code {
            *text = redactor.text(text);
        }
    });
    let Taken { names, hosts } = redactor.taken();
    [(LeftOutWhat::Names, names), (LeftOutWhat::Hosts, hosts)]
        .into_iter()
        .filter(|(_, items)| !items.is_empty())
        .map(|(what, items)| LeftOut { what, items })
        .collect()
}

impl Material<'_> {
    /// Shows every text.
    fn edit_texts(&mut self, edit: Edit<'_>) {
        let Self { parts, me, brand } = self;
        for part in parts {
            match part {
                Part::Plan(outline) => of_outline(outline, edit),
                Part::CommandPlan(plan) => plan.edit_texts(edit),
                Part::Earlier(earlier) => of_earlier(earlier, edit),
                Part::Account(account) => account.edit_texts(edit),
                Part::Contact(contact) => contact.edit_texts(edit),
                Part::Strategy(plan) => plan.edit_texts(edit),
                Part::Objective(objective) => objective.edit_texts(edit),
                Part::Task(task) => task.edit_texts(edit),
                Part::Checklist(checklist) => checklist.edit_texts(edit),
                Part::Step(step) => step.edit_texts(edit),
                Part::Touchpoint(touchpoint) => touchpoint.edit_texts(edit),
                Part::Workshop(workshop) => workshop.edit_texts(edit),
                Part::Open(item) => of_open(item, edit),
            }
        }
        me.edit_texts(edit);
        brand.edit_texts(edit);
    }
}

fn of_outline(outline: &mut PlanOutline, edit: Edit<'_>) {
    let PlanOutline { account, contacts, dependencies: _, plan, objectives } = outline;
    of_view(plan, edit);
    for OutlineObjective { objective, criteria, initiatives } in objectives {
        of_view(objective, edit);
        for OutlineCriterion { criterion, readings } in criteria {
            of_view(criterion, edit);
            readings.iter_mut().for_each(|reading| of_view(reading, edit));
        }
        for OutlineInitiative { initiative, tasks } in initiatives {
            of_view(initiative, edit);
            tasks.iter_mut().for_each(|task| of_view(task, edit));
        }
    }
    contacts.iter_mut().for_each(|contact| of_view(contact, edit));
    of_view(account, edit);
}

fn of_view<R: Record>(view: &mut View<R>, edit: Edit<'_>) {
    view.stored.record.edit_texts(edit);
}

fn of_earlier(earlier: &mut Earlier, edit: Edit<'_>) {
    let Earlier { version, content, signed } = earlier;
    version.edit_texts(edit);
    signed.iter_mut().for_each(|entry| entry.record.edit_texts(edit));
    let PlanContent { plan, objectives, criteria, readings, initiatives, tasks, dependencies: _ } = content;
    plan.record.edit_texts(edit);
    objectives.iter_mut().for_each(|entry| entry.record.edit_texts(edit));
    criteria.iter_mut().for_each(|entry| entry.record.edit_texts(edit));
    readings.iter_mut().for_each(|entry| entry.record.edit_texts(edit));
    initiatives.iter_mut().for_each(|entry| entry.record.edit_texts(edit));
    tasks.iter_mut().for_each(|entry| entry.record.edit_texts(edit));
}

/// What is open of several kinds, in the words of their titles and owners.
fn of_open(item: &mut OpenItem, edit: Edit<'_>) {
    let OpenItem { kind: _, id: _, title, of, due: _, owner } = item;
    for (name, text) in [("owner", owner), ("title", title), ("title", of)] {
        let declared = |field: &&'static Field| field.name == name;
        if let Some(field) = Task::FIELDS.iter().find(declared) {
            edit(field, text);
        }
    }
}
