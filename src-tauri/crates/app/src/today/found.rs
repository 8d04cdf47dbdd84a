//! What was found so far, and the order in which it is shown.

use std::cmp::Ordering;

use cairn_domain::{
    AccountId, ChecklistId, Kind, PlanId, Record, RecordId, Stored,
    today::{Finding, Urgency},
};
use cairn_store::{AccountHead, Sector};
use cairn_wire::TodayItem;
use chrono::{DateTime, Utc};
use uuid::Uuid;

use super::asked::Asked;
use crate::error::Result;

/// Where a record stands.
#[derive(Clone, Copy, Debug)]
pub(super) struct Whereabouts {
    pub(super) account: AccountId,
    pub(super) plan: Option<PlanId>,
    pub(super) checklist: Option<ChecklistId>,
}

impl Whereabouts {
    /// Right under an account.
    pub(super) fn of(account: AccountId) -> Self {
        Self { account, plan: None, checklist: None }
    }
}

/// What a row of the list is about.
pub(super) struct Subject {
    pub(super) kind: Kind,
    pub(super) id: Uuid,
    pub(super) version: i64,
    pub(super) title: String,
}

impl Subject {
    pub(super) fn of<R: Record>(stored: &Stored<R>) -> Self {
        let (id, title) = (stored.id.uuid(), stored.record.label());
        Self { kind: R::KIND, id, version: stored.version, title }
    }
}

/// A row of the list, with what sorts it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Ranked {
    pub(super) rank: (Urgency, i64),
    pub(super) item: TodayItem,
}

impl Ranked {
    pub(super) fn urgency(&self) -> Urgency {
        self.rank.0
    }

    /// The most urgent first, and of those the one that is late longest; the rest by account and title.
    pub(super) fn cmp_place(&self, other: &Self) -> Ordering {
        fn key(one: &Ranked) -> ((Urgency, i64), &String, &String, Uuid) {
            (one.rank, &one.item.account, &one.item.title, one.item.id)
        }
        key(self).cmp(&key(other))
    }
}

/// The list in the making, before the accounts are named.
#[derive(Default)]
pub(super) struct Found(Vec<Ranked>);

impl Found {
    /// Adds what was found about a record.
    pub(super) fn add(&mut self, subject: Subject, home: Whereabouts, owner: &str, finding: Finding) {
        self.add_at(subject, home, owner, None, finding);
    }

    /// As [`Found::add`], for what begins at a time.
    pub(super) fn add_at(
        &mut self,
        subject: Subject,
        home: Whereabouts,
        owner: &str,
        starts_at: Option<DateTime<Utc>>,
        finding: Finding,
    ) {
        let mut one = ranked(subject, home, owner, finding);
        one.item.starts_at = starts_at;
        self.0.push(one);
    }

    /// With what else was found, behind it.
    pub(super) fn and(mut self, more: Self) -> Self {
        self.0.extend(more.0);
        self
    }

    /// What is as urgent as is wanted, with the accounts' names; a record whose account is gone is nobody's concern.
    pub(super) async fn settled(self, asked: &Asked<'_>, wanted: &[Urgency]) -> Result<Vec<Ranked>> {
        let mut all = self.0;
        all.retain(|one| wanted.contains(&one.urgency()));
        let mut ids: Vec<AccountId> = all.iter().map(|one| one.item.account_id).collect();
        ids.sort_unstable();
        ids.dedup();
        let heads = if ids.is_empty() { Default::default() } else { asked.rows.account_heads(&ids).await? };
        all.retain_mut(|one| {
            let head = heads.get(&one.item.account_id);
            head.inspect(|head| one.name(head)).is_some_and(|head| counts(head, asked.sector))
        });
        Ok(all)
    }
}

impl Ranked {
    /// Says whose it is.
    pub(super) fn name(&mut self, head: &AccountHead) {
        self.item.account.clone_from(&head.name);
        self.item.public_sector = head.public_sector;
    }
}

fn counts(head: &AccountHead, sector: Sector) -> bool {
    match sector {
        Sector::Every => true,
        Sector::Private => !head.public_sector,
    }
}

/// A row about a record, before its account is named.
pub(super) fn ranked(subject: Subject, home: Whereabouts, owner: &str, finding: Finding) -> Ranked {
    let rank = finding.rank();
    let Subject { kind, id, version, title } = subject;
    let Finding { reason, urgency, due, days, limit, detail } = finding;
    let item = TodayItem {
        reason,
        urgency,
        kind,
        id,
        version,
        title,
        account_id: home.account,
        account: String::new(),
        public_sector: false,
        plan_id: home.plan,
        checklist_id: home.checklist,
        starts_at: None,
        owner: owner.to_owned(),
        due,
        days,
        limit,
        detail,
    };
    Ranked { rank, item }
}
