//! Who does what, on which side, in one short text.

use cairn_domain::Side;

use super::{Initiative, Objective, Task};
use crate::{parts::said, text::Copyist};

/// Who does a task. Without a name, the side: the customer by the account's name, we by our team's.
pub(super) fn task(copyist: &mut Copyist, task: &Task, account: &str) -> String {
    let owner = copyist.cell(&task.owner);
    let with = copyist.cell(&task.customer_dri);
    let owner = match (owner.is_empty(), task.owner_side) {
        (false, _) => owner,
        (true, Side::Customer) if !with.is_empty() => return with,
        (true, Side::Customer) => copyist.running(account),
        (true, Side::Ours) => copyist.words.get("doc_us"),
    };
    together(copyist, &[owner, with])
}

/// Who drives an initiative.
pub(super) fn initiative(copyist: &mut Copyist, initiative: &Initiative) -> String {
    let people = [copyist.cell(&initiative.dri), copyist.cell(&initiative.customer_dri)];
    together(copyist, &people)
}

/// Who owns an objective.
pub(super) fn objective(copyist: &mut Copyist, objective: &Objective) -> String {
    let people = [copyist.cell(&objective.owner), copyist.cell(&objective.customer_owner)];
    together(copyist, &people)
}

fn together(copyist: &Copyist, people: &[String; 2]) -> String {
    match said(people)[..] {
        [one, other] if one != other => copyist.words.fill("doc_who_with", &[("who", one), ("with", other)]),
        [one, ..] => one.to_owned(),
        [] => String::new(),
    }
}
