//! What an audience will not see, as a list to look through before a document goes out.

use cairn_domain::{Audience, CommandPlan, PlanVersion, is_for_customer};
use cairn_wire::{LeftOut, LeftOutWhat, OutlineCriterion, OutlineInitiative, OutlineObjective, PlanOutline};

use super::account::{Ours, Party};

/// What a document of the plan leaves out for `audience`; nothing of what is empty is named.
pub(super) fn left_out(
    outline: &PlanOutline,
    command_plan: Option<&CommandPlan>,
    version: Option<&PlanVersion>,
    audience: Audience,
) -> Vec<LeftOut> {
    if audience == Audience::Internal {
        return Vec::new();
    }
    let mut list = facts(outline, command_plan, version);
    list.extend(records(outline));
    list
}

fn facts(
    outline: &PlanOutline,
    command_plan: Option<&CommandPlan>,
    version: Option<&PlanVersion>,
) -> Vec<LeftOut> {
    let Ours { tier, priority, stage: _, segment, sentiment, arr, renewal_date, notes } =
        Party::from(&outline.account.stored.record).ours;
    let standing = tier.is_some() || priority.is_some() || !segment.is_empty();
    [
        (LeftOutWhat::Arr, arr.is_some()),
        (LeftOutWhat::Standing, standing),
        (LeftOutWhat::Sentiment, sentiment.is_some()),
        (LeftOutWhat::Renewal, renewal_date.is_some()),
        (LeftOutWhat::AccountNotes, !notes.trim().is_empty()),
        (
            LeftOutWhat::CommandPlan,
            command_plan.is_some_and(|plan| *plan != CommandPlan::empty(plan.account_id)),
        ),
        (LeftOutWhat::VersionNotes, version.is_some_and(|version| !version.note.trim().is_empty())),
    ]
    .into_iter()
    .filter(|(_, there)| *there)
    .map(|(what, _)| LeftOut { what, items: Vec::new() })
    .collect()
}

fn records(outline: &PlanOutline) -> impl Iterator<Item = LeftOut> {
    let (mut reasons, mut risks, mut initiatives, mut tasks, mut notes) =
        (Vec::new(), Vec::new(), Vec::new(), Vec::new(), Vec::new());
    for OutlineObjective { objective, criteria, initiatives: work } in &outline.objectives {
        let record = &objective.stored.record;
        if !record.close_reason.is_empty() {
            reasons.push(record.title.clone());
        }
        if !record.risks.is_empty() && record.risks_visibility == Audience::Internal {
            risks.push(record.title.clone());
        }
        for OutlineCriterion { criterion, readings } in criteria {
            let hidden = readings
                .iter()
                .map(|reading| &reading.stored.record)
                .filter(|reading| !reading.note.is_empty() && reading.note_visibility == Audience::Internal);
            let name = &criterion.stored.record.name;
            notes.extend(hidden.map(|reading| format!("{name}, {}", reading.date)));
        }
        for OutlineInitiative { initiative, tasks: steps } in work {
            let whole = !is_for_customer(&initiative.stored.record);
            if whole {
                initiatives.push(initiative.stored.record.title.clone());
            }
            let hidden =
                steps.iter().map(|task| &task.stored.record).filter(|task| whole || !is_for_customer(*task));
            tasks.extend(hidden.map(|task| task.title.clone()));
        }
    }
    [
        (LeftOutWhat::CloseReasons, reasons),
        (LeftOutWhat::Risks, risks),
        (LeftOutWhat::Initiatives, initiatives),
        (LeftOutWhat::Tasks, tasks),
        (LeftOutWhat::ReadingNotes, notes),
    ]
    .into_iter()
    .filter(|(_, items)| !items.is_empty())
    .map(|(what, items)| LeftOut { what, items })
}
