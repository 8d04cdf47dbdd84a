//! `onboarding.portfolio`: all checklists at once, who is behind and why.

use std::collections::HashMap;

use cairn_domain::{
    Account, AccountId, Checklist, ChecklistState, ChecklistStep, Forecast, Kind, Measures,
    OnboardingTargets, RecordId as _, Standing, Stored,
    runs::{MeasureQuarters, OpenSpan, RunDelay, RunPlace, burn_down, place},
};
use cairn_store::Query;
use cairn_wire::{LateStep, Nothing, OnboardingOf, RunOverview, RunPortfolio};
use chrono::NaiveDate;

use crate::{context::Context, error::Result, onboarding};

/// More checklists than anybody starts.
const ALL: u64 = 1_000_000;

/// Every checklist that is worked on, the one that is behind longest first.
pub(crate) async fn portfolio(context: &Context, _: Nothing) -> Result<RunPortfolio> {
    let today = context.today().await?;
    let open = context.workspace().await?;
    let rows = open.store.rows();
    let all = Query { limit: Some(ALL), ..Query::default() };
    let accounts = rows.list::<Account>(&all).await?.0;
    let accounts: HashMap<AccountId, Account> =
        accounts.into_iter().map(|account| (account.id, account.record)).collect();
    let targets = context.me().await?.map(|me| me.record.onboarding_targets.clone()).unwrap_or_default();
    let lists = rows.list::<Checklist>(&all).await?.0;
    let mut steps: HashMap<_, Vec<Stored<ChecklistStep>>> = HashMap::new();
    for step in rows.under::<ChecklistStep>(Kind::Checklist, lists.iter().map(|list| list.id.uuid())).await? {
        steps.entry(step.record.checklist_id).or_default().push(step);
    }
    let (mut runs, mut spans) = (Vec::new(), Vec::new());
    for list in &lists {
        let steps = steps.get(&list.id).map(Vec::as_slice).unwrap_or_default();
        let run = PortfolioChecklist::of(list, steps);
        spans.extend(run.spans());
        let Some(account) = accounts.get(&list.record.account_id) else { continue };
        if run.standing.state == ChecklistState::Running {
            let targets = OnboardingTargets::of(&targets, account.success_tier);
            runs.push(run.overview(&account.name, &targets, today));
        }
    }
    let behind = |run: &RunOverview| run.late.first().map_or(0, |step| step.days);
    runs.sort_by(|one, other| {
        (behind(other), &one.account, &one.title, one.id).cmp(&(
            behind(one),
            &other.account,
            &other.title,
            other.id,
        ))
    });
    let measured = onboarding::measures(context, OnboardingOf::default()).await?.items;
    let measured: Vec<Measures> = measured.into_iter().map(|one| one.measures).collect();
    Ok(RunPortfolio {
        runs,
        burn_down: burn_down(&spans, today),
        quarters: MeasureQuarters::of(&measured),
        targets: OnboardingTargets::of(&targets, None),
    })
}

/// One checklist with its steps.
struct PortfolioChecklist<'a> {
    list: &'a Stored<Checklist>,
    steps: &'a [Stored<ChecklistStep>],
    standing: Standing,
}

impl<'a> PortfolioChecklist<'a> {
    fn of(list: &'a Stored<Checklist>, steps: &'a [Stored<ChecklistStep>]) -> Self {
        Self { list, steps, standing: Standing::of(&list.record, steps) }
    }

    /// When each required step was open. A step that was skipped has no day of its own: the day of its last change is
    /// taken.
    fn spans(&self) -> impl Iterator<Item = OpenSpan> {
        let closed = self.list.record.closed_on;
        self.steps.iter().filter(|step| step.record.required).map(move |step| {
            let over =
                step.record.is_over().then(|| step.record.done_on.unwrap_or(step.updated_at.date_naive()));
            let to = over.into_iter().chain(closed).min();
            OpenSpan { from: self.list.record.started_on, to }
        })
    }

    fn overview(&self, account: &str, targets: &OnboardingTargets, today: NaiveDate) -> RunOverview {
        let RunPlace { phase, late } = place(&self.list.record, self.steps, today);
        let late: Vec<LateStep> = late
            .into_iter()
            .filter_map(|at| {
                let step = self.steps.get(at)?;
                let due = step.record.due?;
                Some(LateStep {
                    id: step.id,
                    title: step.record.title.clone(),
                    due,
                    days: (today - due).num_days(),
                    owner_side: step.record.owner_side,
                    reason: step.record.reason.clone(),
                })
            })
            .collect();
        let record = &self.list.record;
        let forecast = self.standing.ends_on.map(|last| Forecast::of(last, today));
        // Only the account's onboarding is measured by the target of one.
        let beyond = |day: NaiveDate| {
            record.is_primary.then(|| (day - record.started_on).num_days() - targets.time_to_onboard)
        };
        let days = (today - record.started_on).num_days();
        let delay = RunDelay {
            step: late.first().map_or(0, |step| step.days),
            run: beyond(today),
            end: forecast.map(|forecast| forecast.ends_on).and_then(beyond),
        };
        RunOverview {
            id: self.list.id,
            title: record.title.clone(),
            account_id: record.account_id,
            account: account.to_owned(),
            is_primary: record.is_primary,
            days,
            state: delay.state(targets.stuck_after),
            not_engaged: days > targets.not_engaged_after,
            phase,
            required_total: self.standing.required_total,
            required_over: self.standing.required_over,
            ends_on: forecast.map(|forecast| forecast.ends_on),
            all_late: forecast.is_some_and(|forecast| forecast.all_late),
            late,
            delay_reason: record.delay_reason.clone(),
        }
    }
}
