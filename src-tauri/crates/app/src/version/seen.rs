//! A plan's content as one audience may see it, to be compared.

use cairn_domain::{Audience, Objective, PlanContent, Seen};

/// The content as `audience` may see it; none where that is nothing.
pub(crate) fn seen_by(mut content: PlanContent, audience: Audience) -> Option<Seen<PlanContent>> {
    if audience == Audience::Customer {
        content.objectives.iter_mut().for_each(|entry| without_standing(&mut entry.record));
    }
    Seen::of(content, audience)
}

/// Clears what a comparison for the customer does not show: how we rank an outcome, and their own confirmation, which
/// has its place on the page.
fn without_standing(objective: &mut Objective) {
    objective.use_case = None;
    objective.priority = None;
    objective.confirmed_by.clear();
    objective.confirmed_on = None;
    objective.confirmed_words.clear();
}
