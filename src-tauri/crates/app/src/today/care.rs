//! Accounts and plans that nobody looked after for too long.

use cairn_domain::{
    AccountId, Kind, RecordId as _, TouchpointType,
    today::{Cared, QUIET_DAYS, plan_quiet, wrong_way},
};
use cairn_store::AccountCare;

use super::{
    asked::Asked,
    found::{Found, Subject, Whereabouts},
};
use crate::error::Result;

/// Accounts by the rhythm of their priority.
pub(super) async fn accounts(asked: &Asked<'_>) -> Result<Found> {
    let mut found = Found::default();
    let judged = asked.rows.judged_accounts().await?;
    let rhythm = |account: &&AccountCare| Cared::rhythm(account.priority, account.sentiment).is_some();
    let called: Vec<AccountId> = judged.iter().filter(rhythm).map(|account| account.id).collect();
    let mut last_calls = asked.rows.last_talks(&called, TouchpointType::is_call).await?;
    for (account, day) in asked.rows.last_workshops(&called).await? {
        last_calls.entry(account).and_modify(|last| *last = day.max(*last)).or_insert(day);
    }
    let last_reviews = asked.rows.last_talks(&called, |word| word == TouchpointType::Ebr).await?;
    for account in judged {
        let AccountCare {
            id,
            version,
            name,
            created_at,
            priority,
            sentiment,
            sentiment_date,
            customer_since,
        } = account;
        let cared = Cared {
            priority,
            sentiment,
            sentiment_date,
            since: customer_since.unwrap_or_else(|| created_at.date_naive()),
            last_call: last_calls.get(&id).copied(),
            last_ebr: last_reviews.get(&id).copied(),
        };
        for finding in cared.findings(asked.today) {
            let subject = Subject { kind: Kind::Account, id: id.uuid(), version, title: name.clone() };
            found.add(subject, Whereabouts::of(id), "", finding);
        }
    }
    Ok(found)
}

/// Open plans in which nothing changed.
pub(super) async fn plans(asked: &Asked<'_>) -> Result<Found> {
    let mut found = Found::default();
    for plan in asked.rows.quiet_plans(asked.ago(QUIET_DAYS)).await? {
        if let Some(finding) = plan_quiet(plan.changed.date_naive(), asked.today) {
            let home = Whereabouts { plan: Some(plan.id), ..Whereabouts::of(plan.account_id) };
            let (id, version) = (plan.id.uuid(), plan.version);
            found.add(Subject { kind: Kind::Plan, id, version, title: plan.title }, home, "", finding);
        }
    }
    Ok(found)
}

/// Criteria of open plans that contradict themselves.
pub(super) async fn criteria(asked: &Asked<'_>) -> Result<Found> {
    let mut found = Found::default();
    for (criterion, account, plan) in asked.rows.contradicting_criteria().await? {
        if let Some(finding) = wrong_way(&criterion.record) {
            let home = Whereabouts { plan: Some(plan), ..Whereabouts::of(account) };
            found.add(Subject::of(&criterion), home, "", finding);
        }
    }
    Ok(found)
}
