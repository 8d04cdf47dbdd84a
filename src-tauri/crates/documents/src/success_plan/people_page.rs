//! The people page: who takes part, with title and role, the customer's side first.

use std::collections::BTreeSet;

use cairn_domain::Side;

use super::{Person, Role, SuccessPlan, pages::People};
use crate::{
    parts::{Cell, Table, table},
    text::TextFitter,
};

/// The page; `None` if nobody is named.
pub(super) fn people(fitter: &mut TextFitter, plan: &SuccessPlan) -> Option<People> {
    let sides: Vec<Table> =
        [Side::Customer, Side::Ours].into_iter().filter_map(|side| of_side(fitter, plan, side)).collect();
    (!sides.is_empty()).then(|| People { heading: fitter.words.get("doc_people"), sides })
}

fn of_side(fitter: &mut TextFitter, plan: &SuccessPlan, side: Side) -> Option<Table> {
    let words = fitter.words;
    let named = plan.people.iter().filter(|person| person.side == side && !person.name.trim().is_empty());
    let rows = named
        .map(|person| {
            let roles: Vec<String> =
                person.roles.iter().map(|held| role(fitter, plan, person, held)).collect();
            vec![
                Cell::text(fitter.title(&person.name)).strong(),
                Cell::text(fitter.cell(&person.title)),
                Cell::text(fitter.cell(&capital(&roles.join(", ")))),
            ]
        })
        .collect();
    let heading = match side {
        Side::Customer => fitter.running(&plan.account),
        Side::Ours if plan.brand.company.trim().is_empty() => words.get("doc_us"),
        Side::Ours => fitter.running(&plan.brand.company),
    };
    let table = table(words, "", &["doc_person", "doc_person_title", "doc_person_role"], rows)?;
    Some(Table { heading, ..table })
}

/// A role in words; an owner of outcomes is told which, where their names agree.
fn role(fitter: &TextFitter, plan: &SuccessPlan, person: &Person, role: &Role) -> String {
    let words = fitter.words;
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
