//! The people page: who takes part, with title and role, the customer's side first.

use std::collections::BTreeSet;

use cairn_domain::Side;

use super::{Person, Role, SuccessPlan, sheet::People};
use crate::{
    parts::{Cell, Table, table},
    text::Copyist,
};

/// The page; `None` if nobody is named.
pub(super) fn people(copyist: &mut Copyist, plan: &SuccessPlan) -> Option<People> {
    let sides: Vec<Table> =
        [Side::Customer, Side::Ours].into_iter().filter_map(|side| of_side(copyist, plan, side)).collect();
    (!sides.is_empty()).then(|| People { heading: copyist.words.get("doc_people"), sides })
}

fn of_side(copyist: &mut Copyist, plan: &SuccessPlan, side: Side) -> Option<Table> {
    let words = copyist.words;
    let named = plan.people.iter().filter(|person| person.side == side && !person.name.trim().is_empty());
    let rows = named
        .map(|person| {
            let roles: Vec<String> =
                person.roles.iter().map(|held| role(copyist, plan, person, held)).collect();
            vec![
                Cell::text(copyist.title(&person.name)).strong(),
                Cell::text(copyist.cell(&person.title)),
                Cell::text(copyist.cell(&capital(&roles.join(", ")))),
            ]
        })
        .collect();
    let heading = match side {
        Side::Customer => copyist.running(&plan.account),
        Side::Ours if plan.brand.company.trim().is_empty() => words.get("doc_us"),
        Side::Ours => copyist.running(&plan.brand.company),
    };
    let table = table(words, "", &["doc_person", "doc_person_title", "doc_person_role"], rows)?;
    Some(Table { heading, ..table })
}

/// A role in words; an owner of outcomes is told which, where their names agree.
fn role(copyist: &Copyist, plan: &SuccessPlan, person: &Person, role: &Role) -> String {
    let words = copyist.words;
    match role {
        Role::Sponsor => words.get("doc_role_sponsor"),
        Role::Architect => words.get("doc_role_architect"),
        Role::OutcomeOwner => {
            let name = person.name.trim();
            let owned: BTreeSet<usize> = (1..)
                .zip(&plan.objectives)
                .filter(|(_, objective)| {
                    [&objective.owner, &objective.customer_owner]
                        .into_iter()
                        .any(|owner| owner.trim() == name)
                })
                .map(|(number, _)| number)
                .collect();
            match owned.len() {
                0 => words.get("doc_role_owner"),
                1 => words.fill("doc_role_owner_of_one", &[("number", &listed(&owned))]),
                _ => words.fill("doc_role_owner_of", &[("numbers", &listed(&owned))]),
            }
        }
        Role::InitiativeOwner => words.get("doc_role_initiatives"),
        Role::TaskOwner => words.get("doc_role_tasks"),
        Role::Other(role) => role.clone(),
    }
}

/// With a capital first letter, as the beginning of a cell.
fn capital(text: &str) -> String {
    let mut rest = text.chars();
    rest.next().map(|first| first.to_uppercase().chain(rest).collect()).unwrap_or_default()
}

fn listed(numbers: &BTreeSet<usize>) -> String {
    numbers.iter().map(ToString::to_string).collect::<Vec<_>>().join(", ")
}
