//! The documents of an account: its onboarding's report, one checklist, the briefs of a transition and of a hand-off.
//! What is read for each, redacted, and made into its input.

use cairn_documents::{
    Brand, Frame,
    onboarding::{Brief, Checklist, Meeting, OnboardingMeasures, Open, Report, Strategy, StrategyOutcome},
    success_plan::Author,
};
use cairn_domain::{
    self as domain, Account, AccountId, Audience, CommandPlan, Contact, Kind, Objective, Plan, PlanStatus,
    RecordId as _, Stored, Task, WorkshopState, is_for_customer,
};
use cairn_store::{Rows, StoreError};
use cairn_wire::{DocumentKind, LeftOut, LeftOutWhat, Onboarding, OpenItem};

use super::{
    account::Party,
    hand_off::hand_off,
    made::Document,
    redact::{self, Material, Part},
    request::{DocumentContext, DocumentRequest, Draft, language},
    run::Read,
};
use crate::{
    account_transfer::open_items,
    error::Result,
    onboarding::{self, Met},
};

/// Everything that is read of an account.
#[derive(Debug)]
struct Records {
    account: Stored<Account>,
    contacts: Vec<Stored<Contact>>,
    runs: Vec<Read>,
    met: Met,
    command_plan: Option<CommandPlan>,
    strategies: Vec<(Stored<Plan>, Vec<Stored<Objective>>)>,
    tasks: Vec<Stored<Task>>,
    unfinished: Vec<OpenItem>,
}

/// Reads an account for a document.
pub(super) async fn draft(
    rows: Rows<'_>,
    request: DocumentRequest,
    mut common: DocumentContext,
) -> Result<Draft> {
    let DocumentRequest { document, id, audience, paper, lang, sections: _, redact } = request;
    // A document that is never for a customer is made of all records.
    let whole = !document.entry().audiences.contains(&Audience::Customer);
    let mut records = match document {
        DocumentKind::Checklist => of_checklist(rows, domain::ChecklistId::from_uuid(id)).await?,
        _ => of_account(rows, AccountId::from_uuid(id), whole).await?,
    };
    let party = Party::from(&records.account.record);
    let (language, remark) = language(lang.as_deref(), party.language)?;
    let paper = common.paper(paper, party.paper);
    let measures = records.measures(&common).filter(|_| document == DocumentKind::Onboarding);
    let mut left_out = left_out(&records, document, audience);
    if audience == Audience::Customer && measures.is_some() {
        left_out.push(LeftOut { what: LeftOutWhat::Measures, items: Vec::new() });
    }
    let parts = records.parts();
    let material = Material { parts, me: &mut common.me, brand: &mut common.brand };
    left_out.extend(redact::redact(material, &redact, language));
    // Computed again, from the redacted records.
    let measures =
        measures.and_then(|_| records.measures(&common)).filter(|_| audience == Audience::Internal);
    let DocumentContext { today, me, brand, logo } = common;
    let domain::Brand { company, logo: _, colour, footer, labels } = brand;
    let Party { name, classification, team: _, language: _, paper: _, ours: _ } =
        Party::from(&records.account.record);
    let frame = Frame {
        id: id.to_string(),
        today,
        language,
        paper,
        internal: audience == Audience::Internal,
        account: name.to_owned(),
        title: String::new(),
        author: Author { name: me.name, title: me.title },
        brand: Brand { company, colour, footer, logo },
        classification: classification.map(str::to_owned),
        redacted: !redact.is_empty(),
        sealed: false,
        labels: labels.get(language.code()).cloned().unwrap_or_default(),
    };
    let input = records.into_input(document, frame, audience, measures)?;
    Ok(Draft { input, left_out, remarks: remark.into_iter().collect() })
}

async fn of_checklist(rows: Rows<'_>, id: domain::ChecklistId) -> Result<Records> {
    let list = rows.get::<domain::Checklist>(id).await?;
    if list.deleted_at.is_some() {
        return Err(StoreError::Deleted { kind: Kind::Checklist }.into());
    }
    let account = rows.get::<Account>(list.record.account_id).await?;
    let contacts = rows.under(Kind::Account, [account.id.uuid()]).await?;
    let runs = vec![Read::of(rows, list.id).await?];
    Ok(Records {
        account,
        contacts,
        runs,
        met: Met::default(),
        command_plan: None,
        strategies: Vec::new(),
        tasks: Vec::new(),
        unfinished: Vec::new(),
    })
}

async fn of_account(rows: Rows<'_>, id: AccountId, whole: bool) -> Result<Records> {
    let account = rows.get::<Account>(id).await?;
    if account.deleted_at.is_some() {
        return Err(StoreError::Deleted { kind: Kind::Account }.into());
    }
    let mut lists: Vec<Stored<domain::Checklist>> = rows.under(Kind::Account, [id.uuid()]).await?;
    lists.sort_by_key(onboarding::rank);
    let mut runs = Vec::with_capacity(lists.len());
    for list in lists {
        runs.push(Read::of(rows, list.id).await?);
    }
    let mut records = Records {
        contacts: rows.under(Kind::Account, [id.uuid()]).await?,
        met: Met {
            touchpoints: rows.under(Kind::Account, [id.uuid()]).await?,
            workshops: rows.under(Kind::Account, [id.uuid()]).await?,
        },
        account,
        runs,
        command_plan: None,
        strategies: Vec::new(),
        tasks: Vec::new(),
        unfinished: Vec::new(),
    };
    if whole {
        let promised = rows.find(CommandPlan::id_of(id)).await?;
        records.command_plan =
            promised.filter(|promised| promised.deleted_at.is_none()).map(|promised| promised.record);
        let plans: Vec<Stored<Plan>> = rows.under(Kind::Account, [id.uuid()]).await?;
        for plan in plans.into_iter().filter(|plan| is_worked_on(plan.record.status)) {
            let objectives = rows.under(Kind::Plan, [plan.id.uuid()]).await?;
            records.strategies.push((plan, objectives));
        }
        records.tasks = rows.under(Kind::Account, [id.uuid()]).await?;
        records.unfinished = open_items(rows, id).await?;
    }
    Ok(records)
}

fn is_worked_on(status: PlanStatus) -> bool {
    match status {
        PlanStatus::Draft | PlanStatus::Active => true,
        PlanStatus::Completed | PlanStatus::Archived => false,
    }
}

/// What this audience does not see.
fn left_out(records: &Records, document: DocumentKind, audience: Audience) -> Vec<LeftOut> {
    if audience == Audience::Internal {
        return Vec::new();
    }
    // A checklist that is itself the document is never left out as a whole.
    let of_many = document != DocumentKind::Checklist;
    let unseen = records.runs.iter().filter(|run| of_many && !run.is_seen());
    let items: Vec<String> = unseen.map(|run| run.list.record.title.clone()).collect();
    let mut list = Vec::from_iter(named(LeftOutWhat::Checklists, items));
    for one in records.runs.iter().flat_map(Read::left_out) {
        match list.iter_mut().find(|before| before.what == one.what) {
            Some(before) => before.items.extend(one.items),
            None => list.push(one),
        }
    }
    let hidden = meetings(&records.met).filter(|(_, theirs)| !theirs);
    let items: Vec<String> = hidden.map(|(meeting, _)| meeting.subject).collect();
    list.extend(named(LeftOutWhat::Meetings, items));
    list
}

fn named(what: LeftOutWhat, items: Vec<String>) -> Option<LeftOut> {
    (!items.is_empty()).then_some(LeftOut { what, items })
}

/// Every call, meeting and workshop that was held, and whether the customer sees it.
fn meetings(met: &Met) -> impl Iterator<Item = (Meeting, bool)> {
    let called = met.touchpoints.iter().map(|touchpoint| &touchpoint.record);
    let called = called.filter(|touchpoint| touchpoint.touchpoint_type.is_meeting()).map(|touchpoint| {
        let what = Some(touchpoint.touchpoint_type);
        let subject = touchpoint.subject.clone();
        (Meeting { on: touchpoint.held_on, what, subject }, is_for_customer(touchpoint))
    });
    let taught = met.workshops.iter().map(|workshop| &workshop.record);
    let taught = taught.filter(|workshop| workshop.state == WorkshopState::Done).filter_map(|workshop| {
        let meeting = Meeting { on: workshop.day()?, what: None, subject: workshop.title.clone() };
        Some((meeting, is_for_customer(workshop)))
    });
    called.chain(taught)
}

impl Records {
    /// Every record that holds text, for the redaction.
    fn parts(&mut self) -> Vec<Part<'_>> {
        let Self { account, contacts, runs, met, command_plan, strategies, tasks, unfinished } = self;
        let mut parts = vec![Part::Account(&mut account.record)];
        parts.extend(contacts.iter_mut().map(|contact| Part::Contact(&mut contact.record)));
        parts.extend(command_plan.as_mut().map(Part::CommandPlan));
        for (plan, objectives) in strategies {
            parts.push(Part::Strategy(&mut plan.record));
            parts.extend(objectives.iter_mut().map(|objective| Part::Objective(&mut objective.record)));
        }
        for Read { list, steps, .. } in runs {
            parts.push(Part::Checklist(&mut list.record));
            parts.extend(steps.iter_mut().map(|step| Part::Step(&mut step.record)));
        }
        let Met { touchpoints, workshops } = met;
        parts.extend(touchpoints.iter_mut().map(|touchpoint| Part::Touchpoint(&mut touchpoint.record)));
        parts.extend(workshops.iter_mut().map(|workshop| Part::Workshop(&mut workshop.record)));
        parts.extend(tasks.iter_mut().map(|task| Part::Task(&mut task.record)));
        parts.extend(unfinished.iter_mut().map(Part::Open));
        parts
    }

    /// The measures, where the beginning of the onboarding is known.
    fn measures(&self, common: &DocumentContext) -> Option<OnboardingMeasures> {
        let run = self.runs.first().map(Read::measured);
        let targets = &common.me.onboarding_targets;
        let of = onboarding::of(&self.account, &self.met, run.as_ref(), targets, common.today);
        let Onboarding { measures, delay_reason, .. } = of;
        (!measures.time_to_onboard.from.is_empty()).then_some(OnboardingMeasures { measures, delay_reason })
    }

    fn into_input(
        self,
        document: DocumentKind,
        frame: Frame,
        audience: Audience,
        measures: Option<OnboardingMeasures>,
    ) -> Result<Box<dyn Document>> {
        let Self { account, contacts, runs, met, command_plan, strategies, tasks, unfinished } = self;
        Ok(match document {
            DocumentKind::Checklist => {
                let run = runs.first().map(|run| run.run(audience));
                let run = run.ok_or(StoreError::Deleted { kind: Kind::Checklist })?;
                let frame = Frame { title: run.title.clone(), ..frame };
                Box::new(Checklist { frame, run })
            }
            DocumentKind::TransitionBrief | DocumentKind::Account => {
                let objectives: Vec<Objective> = strategies
                    .iter()
                    .flat_map(|(_, objectives)| objectives)
                    .map(|objective| objective.record.clone())
                    .collect();
                let brief = Brief {
                    frame,
                    customer: Box::new(account.record),
                    contacts: contacts.into_iter().map(|contact| contact.record).collect(),
                    command_plan: command_plan.map(Box::new),
                    strategies: strategies.into_iter().map(strategy).collect(),
                    runs: runs
                        .iter()
                        .filter(|run| run.list.record.closed_on.is_none())
                        .map(|run| run.run(audience))
                        .collect(),
                    open: tasks.into_iter().filter_map(open).collect(),
                };
                match document {
                    DocumentKind::Account => Box::new(hand_off(brief, &objectives, met, unfinished)),
                    _ => Box::new(brief),
                }
            }
            DocumentKind::Onboarding | DocumentKind::SuccessPlan | DocumentKind::Summary => {
                let met = meetings(&met).filter(|(_, theirs)| audience == Audience::Internal || *theirs);
                let mut meetings: Vec<Meeting> = met.map(|(meeting, _)| meeting).collect();
                meetings.sort_by_key(|meeting| meeting.on);
                // For the customer, a checklist of which they see no step is not there at all, with neither title nor
                // days.
                let runs = runs.iter().filter(|run| audience == Audience::Internal || run.is_seen());
                let runs = runs.map(|run| run.run(audience)).collect();
                Box::new(Report { frame, runs, meetings, measures })
            }
        })
    }
}

fn strategy((plan, objectives): (Stored<Plan>, Vec<Stored<Objective>>)) -> Strategy {
    let outcome = |objective: Stored<Objective>| StrategyOutcome {
        title: objective.record.title,
        status: objective.record.status,
        owner: objective.record.owner,
        due: objective.record.due,
    };
    Strategy {
        title: plan.record.title,
        strategy: plan.record.strategy,
        outcomes: objectives.into_iter().map(outcome).collect(),
    }
}

fn open(task: Stored<Task>) -> Option<Open> {
    let task = task.record;
    (!task.is_over()).then_some(Open { title: task.title, owner: task.owner, due: task.due })
}
