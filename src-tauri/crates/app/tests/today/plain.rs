//! The rule of the list of today as one reads it: the whole workspace in memory, every record asked.

use cairn_domain::{
    AccountId, ChecklistId, Me, PlanId, Record, RecordId as _, Stored, WorkingCalendar, today::Finding,
};
use cairn_store::Rows;
use cairn_wire::TodayItem;
use chrono::{DateTime, Utc};

use crate::{care, random::me_id, snapshot::WorkspaceSnapshot, steps, touch, touch::Contacted, work};

/// Everything that needs somebody at an instant, the most urgent first.
pub(crate) async fn items(rows: Rows<'_>, now: DateTime<Utc>) -> Vec<TodayItem> {
    let me = rows.find::<Me>(me_id()).await.unwrap().map(|me| me.record).unwrap_or_default();
    let today = me.zone.map_or(now.date_naive(), |zone| zone.date_at(now));
    let calendar = WorkingCalendar::new(&me.working_week, []);
    let snapshot = WorkspaceSnapshot::read(rows).await;
    let accounts: Vec<_> = snapshot.accounts.keys().copied().collect();
    let last_met = rows.last_meetings(&accounts).await.unwrap();
    let mut items = List { snapshot: &snapshot, found: Vec::new() };
    let contacted = Contacted::of(&snapshot);
    work::objectives(&mut items, today);
    work::tasks(&mut items, today);
    steps::checklists(&mut items, &me.onboarding_targets, today);
    touch::workshops(&mut items, me.zone, today);
    touch::recaps(&mut items, &contacted, &calendar, today);
    touch::people(&mut items, &last_met, today);
    care::accounts(&mut items, &contacted, today);
    care::plans(&mut items, today);
    care::criteria(&mut items);
    let mut found = items.found;
    found.sort_by(|(one, at), (other, of)| {
        (one.rank(), &at.account, &at.title, at.id).cmp(&(other.rank(), &of.account, &of.title, of.id))
    });
    found.into_iter().map(|(_, item)| item).collect()
}

/// Where a record stands.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Home {
    pub(crate) account: AccountId,
    pub(crate) plan: Option<PlanId>,
    pub(crate) checklist: Option<ChecklistId>,
}

impl Home {
    /// Right under an account.
    pub(crate) fn of(account: AccountId) -> Self {
        Self { account, plan: None, checklist: None }
    }
}

/// The list in the making.
pub(crate) struct List<'a> {
    pub(crate) snapshot: &'a WorkspaceSnapshot,
    pub(crate) found: Vec<(Finding, TodayItem)>,
}

impl List<'_> {
    /// Adds what was found about a record; one whose account is gone is nobody's concern.
    pub(crate) fn add<R: Record>(&mut self, record: &Stored<R>, home: Home, owner: &str, finding: Finding) {
        self.add_at(record, home, owner, None, finding);
    }

    /// As [`List::add`], for what begins at a time.
    pub(crate) fn add_at<R: Record>(
        &mut self,
        record: &Stored<R>,
        home: Home,
        owner: &str,
        starts_at: Option<DateTime<Utc>>,
        finding: Finding,
    ) {
        let Some(account) = self.snapshot.accounts.get(&home.account) else { return };
        let item = TodayItem {
            reason: finding.reason,
            urgency: finding.urgency,
            kind: R::KIND,
            id: record.id.uuid(),
            version: record.version,
            title: record.record.label(),
            account_id: home.account,
            account: account.record.name.clone(),
            public_sector: account.record.public_sector,
            plan_id: home.plan,
            checklist_id: home.checklist,
            starts_at,
            owner: owner.to_owned(),
            due: finding.due,
            days: finding.days,
            limit: finding.limit,
            detail: finding.detail.clone(),
        };
        self.found.push((finding, item));
    }
}
