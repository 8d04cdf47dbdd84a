//! Accounts and plans that nobody looked after for too long.

use std::collections::HashMap;

use cairn_domain::{
    Account, NamesCustomers as _, PlanId,
    today::{Cared, plan_quiet, wrong_way},
};
use chrono::{DateTime, NaiveDate, Utc};

use crate::{
    plain::{Home, List},
    touch::Contacted,
};

/// Accounts by the rhythm of their priority.
pub(crate) fn accounts(list: &mut List<'_>, contacted: &Contacted, today: NaiveDate) {
    for account in list.snapshot.accounts.values() {
        let Account { priority, sentiment, sentiment_date, customer_since, .. } = account.record;
        let cared = Cared {
            priority,
            sentiment,
            sentiment_date,
            since: customer_since.unwrap_or_else(|| account.created_at.date_naive()),
            last_call: contacted.last_call.get(&account.id).copied(),
            last_ebr: contacted.last_ebr.get(&account.id).copied(),
        };
        for finding in cared.findings(today) {
            list.add(account, Home::of(account.id), "", finding);
        }
    }
}

/// Open plans in which nothing changed.
pub(crate) fn plans(list: &mut List<'_>, today: NaiveDate) {
    let last = changes(list);
    for plan in list.snapshot.plans.values().filter(|plan| plan.record.is_open()) {
        let changed = last.get(&plan.id).copied().unwrap_or(plan.updated_at);
        if let Some(finding) = plan_quiet(changed.date_naive(), today) {
            let home = Home { plan: Some(plan.id), ..Home::of(plan.record.account_id) };
            list.add(plan, home, "", finding);
        }
    }
}

/// Criteria of open plans that contradict themselves.
pub(crate) fn criteria(list: &mut List<'_>) {
    for criterion in list.snapshot.criteria.values() {
        let home = list.snapshot.criterion(criterion.id);
        let (Some(home), Some(finding)) = (home, wrong_way(&criterion.record)) else { continue };
        let is_open = home
            .plan
            .and_then(|plan| list.snapshot.plans.get(&plan))
            .is_some_and(|plan| plan.record.is_open());
        if is_open {
            list.add(criterion, home, "", finding);
        }
    }
}

/// When something of each plan was changed last.
fn changes(list: &List<'_>) -> HashMap<PlanId, DateTime<Utc>> {
    let snapshot = list.snapshot;
    let mut last = HashMap::new();
    let mut note = |home: Option<Home>, at: DateTime<Utc>| {
        if let Some(plan) = home.and_then(|home| home.plan) {
            let latest = last.entry(plan).or_insert(at);
            *latest = at.max(*latest);
        }
    };
    snapshot.plans.values().for_each(|plan| note(snapshot.plan(plan.id), plan.updated_at));
    snapshot.objectives.values().for_each(|one| note(snapshot.plan(one.record.plan_id), one.updated_at));
    snapshot
        .criteria
        .values()
        .for_each(|one| note(snapshot.objective(one.record.objective_id), one.updated_at));
    snapshot
        .readings
        .iter()
        .for_each(|one| note(snapshot.criterion(one.record.criterion_id), one.updated_at));
    snapshot
        .initiatives
        .values()
        .for_each(|one| note(snapshot.objective(one.record.objective_id), one.updated_at));
    snapshot.tasks.values().for_each(|one| note(snapshot.task(&one.record), one.updated_at));
    last
}
