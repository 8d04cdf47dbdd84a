//! `today.list`: what needs somebody today, and why.
//!
//! Owns which records are asked about and where each stands. What is urgent, and for which reason, is the domain's.

mod book;
mod care;
mod work;

use cairn_domain::{AccountId, PlanId, Record, RecordId, Stored, today::Finding};
use cairn_wire::{Nothing, Today, TodayItem};

use crate::{context::Context, error::Result, today::book::Book};

/// Everything that needs somebody, the most urgent first.
pub(crate) async fn list(context: &Context, _: Nothing) -> Result<Today> {
    let today = context.today().await?;
    let open = context.workspace().await?;
    let book = Book::read(open.store.rows()).await?;
    let mut items = List { book: &book, found: Vec::new() };
    work::objectives(&mut items, today);
    work::tasks(&mut items, today);
    care::accounts(&mut items, today);
    care::plans(&mut items, today);
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
}

/// The list in the making.
struct List<'a> {
    book: &'a Book,
    found: Vec<(Finding, TodayItem)>,
}

impl List<'_> {
    /// Adds what was found about a record; one whose account is gone is nobody's concern.
    fn add<R: Record>(&mut self, record: &Stored<R>, home: Home, owner: &str, finding: Finding) {
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
            plan_id: home.plan,
            owner: owner.to_owned(),
            due: finding.due,
            days: finding.days,
            limit: finding.limit,
            detail: finding.detail.clone(),
        };
        self.found.push((finding, item));
    }
}
