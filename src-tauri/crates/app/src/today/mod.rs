//! `today.list`: what needs somebody today, and why.
//!
//! Owns which records are asked about and where each stands. What is urgent, and for which reason, is the domain's.

mod book;
mod care;
mod steps;
mod touch;
mod work;

use cairn_domain::{
    AccountId, ChecklistId, PlanId, Record, RecordId, Stored, WorkingCalendar, today::Finding,
};
use cairn_wire::{Nothing, Today, TodayItem};
use chrono::{DateTime, Utc};

use crate::{
    context::Context,
    error::Result,
    today::{book::Book, touch::Contacted},
};

/// Everything that needs somebody, the most urgent first.
pub(crate) async fn list(context: &Context, _: Nothing) -> Result<Today> {
    let me = context.me().await?;
    let today = context.today_of(me);
    let zone = me.and_then(|me| me.record.zone).or(context.app.settings.guess.zone);
    let me = me.map(|me| me.record.clone()).unwrap_or_default();
    let calendar = WorkingCalendar::new(&me.working_week, []);
    let open = context.workspace().await?;
    let rows = open.store.rows();
    let book = Book::read(rows).await?;
    let last_met = rows.last_meetings(&book.accounts.keys().copied().collect::<Vec<_>>()).await?;
    let mut items = List { book: &book, found: Vec::new() };
    let contacted = Contacted::of(&book);
    work::objectives(&mut items, today);
    work::tasks(&mut items, today);
    steps::checklists(&mut items, &me.onboarding_targets, today);
    touch::workshops(&mut items, zone, today);
    touch::recaps(&mut items, &contacted, &calendar, today);
    touch::people(&mut items, &last_met, today);
    care::accounts(&mut items, &contacted, today);
    care::plans(&mut items, today);
    care::criteria(&mut items);
    let mut found = items.found;
    found.sort_by(|(one, at), (other, of)| {
        (one.rank(), &at.account, &at.title, at.id).cmp(&(other.rank(), &of.account, &of.title, of.id))
    });
    Ok(Today { today, items: found.into_iter().map(|(_, item)| item).collect() })
}

/// Where a record stands.
#[derive(Clone, Copy, Debug)]
struct Home {
    account: AccountId,
    plan: Option<PlanId>,
    checklist: Option<ChecklistId>,
}

impl Home {
    /// Right under an account.
    fn of(account: AccountId) -> Self {
        Self { account, plan: None, checklist: None }
    }
}

/// The list in the making.
struct List<'a> {
    book: &'a Book,
    found: Vec<(Finding, TodayItem)>,
}

impl List<'_> {
    /// Adds what was found about a record; one whose account is gone is nobody's concern.
    fn add<R: Record>(&mut self, record: &Stored<R>, home: Home, owner: &str, finding: Finding) {
        self.add_at(record, home, owner, None, finding);
    }

    /// As [`List::add`], for what begins at a time.
    fn add_at<R: Record>(
        &mut self,
        record: &Stored<R>,
        home: Home,
        owner: &str,
        starts_at: Option<DateTime<Utc>>,
        finding: Finding,
    ) {
        let Some(account) = self.book.accounts.get(&home.account) else { return };
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
