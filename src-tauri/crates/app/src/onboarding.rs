//! `onboarding.measures`: the facts of onboardings as they are recorded, and what follows from them.
//!
//! Owns which record says what. Does not own the measures: those are the domain's.

use std::collections::HashMap;

use cairn_domain::{
    Account, AccountId, Checklist, ChecklistId, ChecklistState, ChecklistStep, FollowedKind, Kind,
    LifecycleStage, Me, MeasureFact, OnboardingFacts, OnboardingTargets, Record as _, RecordId as _, Stored,
    Touchpoint, TouchpointType, Workshop, WorkshopState, measures as measured,
};
use cairn_store::{Query, Rows};
use cairn_wire::{Nothing, Onboarding, OnboardingOf, Onboardings, View};
use chrono::NaiveDate;

use crate::{context::Context, crud::views, error::Result, single_id::Single as _};

/// More accounts than anybody has.
const ALL: u64 = 1_000_000;

/// The targets that hold where nobody says others, as the handbook has them.
pub(crate) async fn handbook(_context: &Context, _request: Nothing) -> Result<OnboardingTargets> {
    Ok(OnboardingTargets::default())
}

/// The measures of one account, or of all of which the beginning is known.
pub(crate) async fn measures(context: &Context, request: OnboardingOf) -> Result<Onboardings> {
    let today = context.today().await?;
    let open = context.workspace().await?;
    let rows = open.store.rows();
    let accounts = match request.account_id {
        Some(id) => vec![rows.get::<Account>(id).await?],
        None => rows.list::<Account>(&Query { limit: Some(ALL), ..Query::default() }).await?.0,
    };
    let targets = rows.find::<Me>(Me::id()).await?.map(|me| me.record.onboarding_targets).unwrap_or_default();
    let mut met = met(rows, &accounts).await?;
    let mut runs = runs(rows, &accounts).await?;
    let mut items = Vec::new();
    for account in accounts {
        let mut facts = facts(&account, &met.remove(&account.id).unwrap_or_default());
        let run = runs.remove(&account.id);
        if let Some(run) = &run {
            run.tell(&mut facts);
        }
        if request.account_id.is_some() || facts.started.is_some() {
            items.push(onboarding(&account, run.as_ref(), &facts, &targets, today));
        }
    }
    Ok(Onboardings { items })
}

/// How the customer was met, and will be.
#[derive(Debug, Default)]
pub(crate) struct Met {
    pub(crate) touchpoints: Vec<Stored<Touchpoint>>,
    pub(crate) workshops: Vec<Stored<Workshop>>,
}

async fn met(rows: Rows<'_>, accounts: &[Stored<Account>]) -> Result<HashMap<AccountId, Met>> {
    let ids: Vec<_> = accounts.iter().map(|account| account.id.uuid()).collect();
    let mut by_account: HashMap<_, Met> = HashMap::new();
    for one in rows.under::<Touchpoint>(Kind::Account, ids.clone()).await? {
        by_account.entry(one.record.account_id).or_default().touchpoints.push(one);
    }
    for one in rows.under::<Workshop>(Kind::Account, ids).await? {
        by_account.entry(one.record.account_id).or_default().workshops.push(one);
    }
    Ok(by_account)
}

/// The measures of one account, by records that were read already.
pub(crate) fn of(
    account: &Stored<Account>,
    met: &Met,
    run: Option<&OnboardingChecklist>,
    targets: &[OnboardingTargets],
    today: NaiveDate,
) -> Onboarding {
    let mut facts = facts(account, met);
    if let Some(run) = run {
        run.tell(&mut facts);
    }
    onboarding(account, run, &facts, targets, today)
}

/// The checklist that an onboarding is worked through by.
pub(crate) struct OnboardingChecklist {
    checklist: View<Checklist>,
    /// The day on which it was over.
    ended: Option<NaiveDate>,
    /// The days of open steps that are calls or workshops, and follow none yet.
    meetings: Vec<NaiveDate>,
    /// The day of the open step that states the first value.
    value_due: Option<NaiveDate>,
}

/// The key of the step that states the first value, in the program's templates and in any other that wants a forecast.
const FIRST_VALUE: &str = "first_value";

/// True for a step that will be a meeting.
fn is_meeting(step: &ChecklistStep) -> bool {
    let kind = matches!(step.follows_kind, Some(FollowedKind::Touchpoint | FollowedKind::Workshop));
    kind && step.follows_id.is_none() && !step.is_over()
}

/// The primary checklist of each account that has one: that is its onboarding's. A hand-off or any other checklist is
/// not measured.
async fn runs(
    rows: Rows<'_>,
    accounts: &[Stored<Account>],
) -> Result<HashMap<AccountId, OnboardingChecklist>> {
    let ids: Vec<_> = accounts.iter().map(|account| account.id.uuid()).collect();
    let mut primary = rows.under::<Checklist>(Kind::Account, ids).await?;
    primary.retain(|checklist| checklist.record.is_primary);
    let mut runs = HashMap::new();
    for checklist in views(rows, primary).await? {
        let steps = rows.under::<ChecklistStep>(Kind::Checklist, [checklist.stored.id.uuid()]).await?;
        runs.insert(checklist.stored.record.account_id, OnboardingChecklist::of(checklist, &steps));
    }
    Ok(runs)
}

/// In this order an account's checklists are read: its onboarding's first.
pub(crate) fn rank(one: &Stored<Checklist>) -> (bool, NaiveDate, ChecklistId) {
    (!one.record.is_primary, one.record.started_on, one.id)
}

impl OnboardingChecklist {
    /// A checklist with its steps.
    pub(crate) fn of(checklist: View<Checklist>, steps: &[Stored<ChecklistStep>]) -> Self {
        let ended = checklist.derived.ended_on(&checklist.stored.record, steps);
        let meetings = steps
            .iter()
            .map(|step| &step.record)
            .filter(|step| is_meeting(step))
            .filter_map(|step| step.due)
            .collect();
        let states = |step: &&ChecklistStep| step.key == FIRST_VALUE && !step.is_over();
        let value_due = steps.iter().map(|step| &step.record).find(states).and_then(|step| step.due);
        Self { checklist, ended, meetings, value_due }
    }

    /// What the checklist says goes before what the account says.
    fn tell(&self, facts: &mut OnboardingFacts) {
        let View { stored, derived } = &self.checklist;
        let said = |date: NaiveDate, field: &str| MeasureFact {
            date,
            kind: Kind::Checklist,
            id: stored.id.uuid(),
            title: stored.record.label(),
            field: field.into(),
        };
        if let Some(day) = stored.record.anchors.get("contract") {
            facts.contract = Some(said(*day, "anchors"));
        }
        facts.started = Some(said(stored.record.started_on, "started_on"));
        let field = if stored.record.closed_on.is_some() { "closed_on" } else { "done_on" };
        facts.closed = self.ended.map(|day| said(day, field));
        facts.worked_through = true;
        facts.open = derived.state == ChecklistState::Running;
        facts.last_step = derived.ends_on;
        facts.planned.extend(&self.meetings);
        facts.value_due = self.value_due;
    }
}

/// True while a customer is being onboarded, as their stage says.
pub(crate) fn is_new(account: &Account) -> bool {
    matches!(account.lifecycle_stage, LifecycleStage::Align | LifecycleStage::Onboard)
}

/// What is recorded of one account's onboarding.
fn facts(account: &Stored<Account>, met: &Met) -> OnboardingFacts {
    let Met { touchpoints, workshops } = met;
    let of_account = |day: Option<NaiveDate>, field: &str| {
        day.map(|date| MeasureFact {
            date,
            kind: Kind::Account,
            id: account.id.uuid(),
            title: account.record.name.clone(),
            field: field.into(),
        })
    };
    let held = |touchpoint: &Stored<Touchpoint>| MeasureFact {
        date: touchpoint.record.held_on,
        kind: Kind::Touchpoint,
        id: touchpoint.id.uuid(),
        title: touchpoint.record.label(),
        field: "held_on".into(),
    };
    let taught = |workshop: &Stored<Workshop>| {
        let date = workshop.record.day().filter(|_| workshop.record.state == WorkshopState::Done)?;
        let (kind, id, title) = (Kind::Workshop, workshop.id.uuid(), workshop.record.label());
        Some(MeasureFact { date, kind, id, title, field: "starts_at".into() })
    };
    let ahead = |workshop: &Stored<Workshop>| {
        let open = matches!(workshop.record.state, WorkshopState::Scheduled | WorkshopState::Running);
        workshop.record.day().filter(|_| open)
    };
    let record = &account.record;
    let contract = of_account(record.customer_since, "customer_since");
    let calls = touchpoints.iter().filter(|one| one.record.touchpoint_type.is_call()).map(held);
    let kickoffs = touchpoints.iter().filter(|one| one.record.touchpoint_type == TouchpointType::Kickoff);
    OnboardingFacts {
        started: contract.clone(),
        contract,
        calls: calls.chain(workshops.iter().filter_map(taught)).collect(),
        planned: workshops.iter().filter_map(ahead).collect(),
        kickoffs: kickoffs.map(held).collect(),
        first_value: of_account(record.first_value_on, "first_value_on"),
        active_users: record.first_value_users,
        licensed_seats: record.licensed_seats,
        evidence: !record.first_value_evidence.trim().is_empty(),
        closed: of_account(record.onboarded_on, "onboarded_on"),
        worked_through: false,
        open: is_new(record) && record.onboarded_on.is_none(),
        last_step: None,
        value_due: None,
    }
}

fn onboarding(
    account: &Stored<Account>,
    run: Option<&OnboardingChecklist>,
    facts: &OnboardingFacts,
    targets: &[OnboardingTargets],
    today: NaiveDate,
) -> Onboarding {
    let targets = OnboardingTargets::of(targets, account.record.success_tier);
    let measures = measured(facts, &targets, today);
    let said = run.map(|run| &run.checklist.stored.record.delay_reason);
    let said = said.filter(|said| !said.trim().is_empty());
    let delay_reason = said.unwrap_or(&account.record.onboarding_delay_reason).clone();
    Onboarding {
        account_id: account.id,
        account: account.record.name.clone(),
        open: facts.open,
        needs_reason: measures.is_late && delay_reason.trim().is_empty(),
        delay_reason,
        measures,
    }
}
