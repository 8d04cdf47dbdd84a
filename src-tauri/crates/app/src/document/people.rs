//! Who works on a plan: everybody the plan names, with the title their record has and what they do in it.

use cairn_documents::success_plan::{Person, Role, SuccessPlan};
use cairn_domain::{Contact, Me, Side, TeamMember, is_same};
use cairn_wire::View;

use super::account::name_and_title;

/// Where titles come from.
pub(super) struct TitleSources<'a> {
    pub(super) contacts: &'a [View<Contact>],
    pub(super) team: &'a [TeamMember],
    pub(super) me: &'a Me,
}

/// The people of the plan as this audience sees it: the sponsor first, then the architect, then by their first task.
pub(super) fn people(plan: &SuccessPlan, known: &TitleSources<'_>) -> Vec<Person> {
    let mut found = Found { people: Vec::new(), known };
    found.add(&plan.sponsor, Side::Customer, Role::Sponsor);
    found.add(&known.me.name, Side::Ours, Role::Architect);
    for objective in &plan.objectives {
        found.add(&objective.owner, Side::Ours, Role::OutcomeOwner);
        found.add(&objective.customer_owner, Side::Customer, Role::OutcomeOwner);
        for initiative in &objective.initiatives {
            found.add(&initiative.dri, Side::Ours, Role::InitiativeOwner);
            found.add(&initiative.customer_dri, Side::Customer, Role::InitiativeOwner);
            for task in &initiative.tasks {
                found.add(&task.owner, task.owner_side, Role::TaskOwner);
                found.add(&task.customer_dri, Side::Customer, Role::TaskOwner);
            }
        }
    }
    found.people
}

struct Found<'a> {
    people: Vec<Person>,
    known: &'a TitleSources<'a>,
}

impl Found<'_> {
    fn add(&mut self, name: &str, side: Side, role: Role) {
        let name = name.trim();
        if name.is_empty() {
            return;
        }
        let contact = self.known.contact(name, side);
        let name = contact.map_or(name, |(known, _)| known);
        let same = |person: &&mut Person| person.side == side && is_same(&person.name, name);
        match self.people.iter_mut().find(same) {
            Some(person) if person.roles.contains(&role) => {}
            Some(person) => person.roles.push(role),
            None => {
                let title =
                    contact.map_or_else(|| self.known.title(name, side), |(_, title)| title.to_owned());
                self.people.push(Person { name: name.to_owned(), title, roles: vec![role], side });
            }
        }
    }
}

impl TitleSources<'_> {
    /// The name and the title of the contact that a name means, written with a title or without.
    fn contact(&self, name: &str, side: Side) -> Option<(&str, &str)> {
        let meant = |contact: &&View<Contact>| contact.stored.record.is_named(name);
        let contact = self.contacts.iter().find(meant).filter(|_| side == Side::Customer);
        contact.map(|contact| name_and_title(&contact.stored.record))
    }

    /// The title of one of us.
    fn title(&self, name: &str, side: Side) -> String {
        let title = match side {
            Side::Customer => None,
            Side::Ours if is_same(&self.me.name, name) => Some(self.me.title.clone()),
            Side::Ours => {
                self.team.iter().find(|member| is_same(&member.name, name)).map(|member| member.role.clone())
            }
        };
        title.unwrap_or_default()
    }
}
