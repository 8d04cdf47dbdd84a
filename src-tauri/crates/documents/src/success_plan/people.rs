//! Who does what, on which side, in one short text.

use cairn_domain::Side;

use super::{Initiative, Objective, Task};
use crate::{parts::said, text::TextFitter};

/// Who does a task. Without a name, the side: the customer by the account's name, we by our team's.
pub(super) fn task(fitter: &mut TextFitter, task: &Task, account: &str) -> String {
    let owner = fitter.cell(&task.owner);
    let with = fitter.cell(&task.customer_dri);
    let owner = match (owner.is_empty(), task.owner_side) {
        (false, _) => owner,
        (true, Side::Customer) if !with.is_empty() => return with,
        (true, Side::Customer) => fitter.running(account),
        (true, Side::Ours) => fitter.words.get("doc_us"),
    };
    together(fitter, &[owner, with])
}

/// Who drives an initiative.
pub(super) fn initiative(fitter: &mut TextFitter, initiative: &Initiative) -> String {
    let people = [fitter.cell(&initiative.dri), fitter.cell(&initiative.customer_dri)];
    together(fitter, &people)
}

/// Who owns an objective.
pub(super) fn objective(fitter: &mut TextFitter, objective: &Objective) -> String {
    let people = [fitter.cell(&objective.owner), fitter.cell(&objective.customer_owner)];
    together(fitter, &people)
}

fn together(fitter: &TextFitter, people: &[String; 2]) -> String {
    match said(people)[..] {
        [one, other] if one != other => fitter.words.fill("doc_who_with", &[("who", one), ("with", other)]),
        [one, ..] => one.to_owned(),
        [] => String::new(),
    }
}
