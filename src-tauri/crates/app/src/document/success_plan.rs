//! The success plan as one audience may see it: an allow-list of fields (`docs/data-rules.md`, What is never in a
//! customer's document).

use cairn_documents::{
    Brand, Language,
    success_plan::{
        Author, Closure, Criterion, Initiative, Internal, Note, Objective, Reader, Reading, Section,
        ServedBy, SuccessPlan, Task, TaskLink,
    },
};
use cairn_domain::{
    self as domain, Audience, Calendars, CommandPlan, ObjectiveId, Paper, PlanVersion, Seen, Stored,
    TeamMember, work_progress,
};
use cairn_wire::{OutlineCriterion, OutlineInitiative, OutlineObjective, PlanOutline};
use chrono::NaiveDate;

use super::{
    account::{Ours, Party},
    earlier::{self, Earlier},
    people::{TitleSources, people},
    request::DocumentContext,
};

/// What the page needs beside the plan's own records.
#[derive(Debug)]
pub(super) struct Setting {
    pub(super) common: DocumentContext,
    pub(super) language: Language,
    pub(super) paper: Paper,
    pub(super) sections: Option<Vec<Section>>,
    /// What was promised before the sale; only our own copy is told.
    pub(super) command_plan: Option<CommandPlan>,
    /// Where titles of our own people come from.
    pub(super) team: Vec<TeamMember>,
    /// True where names or hosts were to be taken out.
    pub(super) redacted: bool,
    /// The plan's last version.
    pub(super) earlier: Option<Earlier>,
    /// Whose days count for whom.
    pub(super) calendars: Calendars,
}

/// The document's input.
pub(super) fn input(outline: Seen<PlanOutline>, audience: Audience, setting: Setting) -> SuccessPlan {
    let outline = outline.into_inner();
    let version = setting.earlier.as_ref().map(|earlier| &earlier.version);
    let reader = match audience {
        Audience::Customer => Reader::Customer,
        Audience::Internal => {
            Reader::Internal(Box::new(internal(&outline, setting.command_plan.clone(), version)))
        }
    };
    let served = served(&outline);
    let agreement = earlier::agreement(&outline, setting.earlier, audience);
    let PlanOutline { account, contacts, dependencies: _, plan, objectives } = outline;
    let Party { name: customer, classification, team: _, language: _, paper: _, ours: _ } =
        Party::from(&account.stored.record);
    let Setting { common, language, paper, sections, command_plan: _, team, redacted, earlier: _, calendars } =
        setting;
    let DocumentContext { today, me, brand, logo } = common;
    let domain::Brand { company, logo: _, colour, footer, labels } = brand;
    let domain::Plan {
        account_id: _,
        title,
        r#type,
        status: _,
        period_start,
        period_end,
        strategy,
        highlights,
        sponsor,
        approvers: _,
    } = plan.stored.record;
    let mut input = SuccessPlan {
        plan_id: plan.stored.id,
        today,
        calendars,
        language,
        paper,
        reader,
        redacted,
        sealed: false,
        account: customer.to_owned(),
        title,
        plan_type: r#type,
        period_start,
        period_end,
        sponsor,
        author: Author { name: me.name.clone(), title: me.title.clone() },
        strategy,
        highlights,
        outcome_progress: plan.derived.outcome_progress,
        objectives: objectives.into_iter().map(|part| objective(part, &served, today)).collect(),
        agreement,
        people: Vec::new(),
        brand: Brand { company, colour, footer, logo },
        classification: classification.map(str::to_owned),
        sections: sections.map_or_else(Section::all, |sections| sections.into_iter().collect()),
        labels: labels.get(language.code()).cloned().unwrap_or_default(),
    };
    let known = TitleSources { contacts: &contacts, team: &team, me: &me };
    input.people = people(&input, &known);
    input
}

/// The initiatives that serve an objective they do not live under.
fn served(outline: &PlanOutline) -> Vec<(ObjectiveId, ServedBy)> {
    let mut served = Vec::new();
    for part in &outline.objectives {
        let home = &part.objective.stored.record.title;
        let initiatives = part.initiatives.iter().map(|part| &part.initiative.stored.record);
        for initiative in initiatives {
            for id in &initiative.also_serves {
                let line = ServedBy {
                    title: initiative.title.clone(),
                    status: initiative.status,
                    due: initiative.due,
                    home: home.clone(),
                };
                served.push((*id, line));
            }
        }
    }
    served
}

fn objective(part: OutlineObjective, served: &[(ObjectiveId, ServedBy)], today: NaiveDate) -> Objective {
    let OutlineObjective { objective, criteria, initiatives } = part;
    let Stored { id, record, .. } = objective.stored;
    let own = served.iter().filter(|(of, _)| *of == id);
    let initiatives: Vec<Initiative> = initiatives.into_iter().map(initiative).collect();
    Objective {
        id,
        record,
        outcome_progress: objective.derived.outcome_progress,
        // Of the tasks this reader sees: a share of hidden ones would tell of them, and not add up on the page.
        work_progress: work_progress(
            initiatives.iter().flat_map(|initiative| &initiative.tasks).map(|task| task.status),
        ),
        criteria: criteria.into_iter().map(|part| criterion(part, today)).collect(),
        initiatives,
        served_by: own.map(|(_, line)| line.clone()).collect(),
    }
}

fn criterion(part: OutlineCriterion, today: NaiveDate) -> Criterion {
    let OutlineCriterion { criterion, readings } = part;
    let reading = |Stored { id, record, .. }: Stored<domain::Reading>| Reading { id, record };
    Criterion {
        id: criterion.stored.id,
        record: criterion.stored.record,
        progress: criterion.derived.progress,
        // A day that went by was no forecast: the readings are too old to give one.
        projected: criterion.derived.projected.filter(|day| *day >= today),
        readings: readings.into_iter().map(|part| reading(part.stored)).collect(),
    }
}

fn initiative(part: OutlineInitiative) -> Initiative {
    let OutlineInitiative { initiative, tasks } = part;
    let task = |Stored { id, record, .. }: Stored<domain::Task>| Task { id, record };
    let tasks: Vec<Task> = tasks.into_iter().map(|part| task(part.stored)).collect();
    let Stored { id, record, .. } = initiative.stored;
    // It begins with the first step that this reader sees.
    Initiative { id, record, start: tasks.iter().filter_map(|task| task.start).min(), tasks }
}

/// What only we may read.
fn internal(
    outline: &PlanOutline,
    command_plan: Option<CommandPlan>,
    version: Option<&PlanVersion>,
) -> Internal {
    let Party { name, ours, classification: _, team: _, language: _, paper: _ } =
        Party::from(&outline.account.stored.record);
    let Ours { arr, tier, priority, stage, renewal_date, notes: about, segment: _, sentiment: _ } = ours;
    let closed = |part: &&OutlineObjective| {
        let objective = &part.objective.stored.record;
        !(objective.close_reason.trim().is_empty() && objective.summary_of_outcome.trim().is_empty())
    };
    let closure = |part: &OutlineObjective| {
        let objective = &part.objective.stored.record;
        Closure {
            objective: objective.title.clone(),
            reason: objective.close_reason.clone(),
            outcome: objective.summary_of_outcome.clone(),
        }
    };
    let notes = outline.objectives.iter().flat_map(|part| &part.criteria).flat_map(|part| {
        let about = &part.criterion.stored.record.name;
        let written = part
            .readings
            .iter()
            .map(|reading| &reading.stored.record)
            .filter(|reading| !reading.note.is_empty());
        written.map(move |reading| Note {
            about: format!("{about}, {}", reading.date),
            text: reading.note.clone(),
        })
    });
    let about_account =
        (!about.trim().is_empty()).then(|| Note { about: name.to_owned(), text: about.to_owned() });
    let about_version = version
        .filter(|version| !version.note.trim().is_empty())
        .map(|version| Note { about: version.name.clone(), text: version.note.clone() });
    let dependencies = outline
        .dependencies
        .iter()
        .map(|part| TaskLink { id: part.stored.id, record: part.stored.record.clone() });
    Internal {
        command_plan: command_plan.map(Box::new),
        arr,
        tier,
        priority,
        stage: Some(stage),
        renewal_date,
        closures: outline.objectives.iter().filter(closed).map(closure).collect(),
        notes: about_account.into_iter().chain(about_version).chain(notes).collect(),
        dependencies: dependencies.collect(),
    }
}
