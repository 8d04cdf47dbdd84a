//! What of an account is not finished: both who gives it away and who takes it have to know.

use std::{cmp::Reverse, collections::HashMap};

use cairn_domain::{
    AccountId, Checklist, ChecklistStep, Initiative, Kind, NamesCustomers as _, Objective, Plan, PlanVersion,
    Record, RecordId as _, Signing, Stored, Task, Touchpoint, Workshop, WorkshopState,
};
use cairn_store::Rows;
use cairn_wire::OpenItem;
use chrono::NaiveDate;
use uuid::Uuid;

use crate::{error::Result, rules};

/// What records are called that others hang under, by their kind and id.
type Homes = HashMap<(Kind, Uuid), String>;

/// Objectives, initiatives and tasks that are not closed, steps that are not done, workshops to come, and the newest
/// version of a plan that is worked on and that nobody, or not everybody, signed. The soonest first.
pub(crate) async fn open_items(rows: Rows<'_>, account: AccountId) -> Result<Vec<OpenItem>> {
    let mut homes = Homes::new();
    let mut open = Vec::new();
    let mut tree = rows.tree(Kind::Account, [account.uuid()]);
    let plans = tree.kept(Plan::is_open).await?;
    for plan in &plans {
        open.extend(unsigned(rows, plan).await?);
    }
    called(&mut homes, &plans);
    let objectives: Vec<Stored<Objective>> = tree.all().await?;
    for Stored { id, record, .. } in objectives.iter().filter(|objective| objective.record.is_open()) {
        let of = home(&homes, record);
        open.push(item(record, id.uuid(), of, record.due, &record.owner));
    }
    for objective in &objectives {
        let plan = home(&homes, &objective.record);
        homes.insert((Kind::Objective, objective.id.uuid()), plan);
    }
    let initiatives: Vec<Stored<Initiative>> = tree.all().await?;
    for Stored { id, record, .. } in initiatives.iter().filter(|initiative| initiative.record.is_open()) {
        open.push(item(record, id.uuid(), home(&homes, record), record.due, &record.dri));
    }
    called(&mut homes, &initiatives);
    let touchpoints: Vec<Stored<Touchpoint>> = tree.all().await?;
    called(&mut homes, &touchpoints);
    let workshops: Vec<Stored<Workshop>> = tree.all().await?;
    for Stored { id, record, .. } in &workshops {
        if matches!(record.state, WorkshopState::Planned | WorkshopState::Scheduled | WorkshopState::Running)
        {
            open.push(item(record, id.uuid(), String::new(), record.day(), &record.host));
        }
    }
    called(&mut homes, &workshops);
    let mut tasks: Vec<Stored<Task>> = tree.all().await?;
    // The account's own stand behind what was planned and agreed.
    tasks.sort_by_key(|task| task.record.home.of::<AccountId>().is_some());
    for Stored { id, record, .. } in tasks.iter().filter(|task| task.record.is_open()) {
        open.push(item(record, id.uuid(), home(&homes, record), record.due, &record.owner));
    }
    let running = tree.kept(|list: &Checklist| list.closed_on.is_none()).await?;
    called(&mut homes, &running);
    let steps: Vec<Stored<ChecklistStep>> = tree.all().await?;
    // A step that follows a record is named as that record.
    let own = |step: &&Stored<ChecklistStep>| !step.record.is_over() && step.record.follows_id.is_none();
    for Stored { id, record, .. } in steps.iter().filter(own) {
        open.push(item(record, id.uuid(), home(&homes, record), record.due, &record.assignee));
    }
    open.sort_by_key(|item| (item.due.is_none(), item.due, item.kind));
    Ok(open)
}

/// The newest version of a plan, where a signature is missing.
async fn unsigned(rows: Rows<'_>, plan: &Stored<Plan>) -> Result<Option<OpenItem>> {
    let versions: Vec<Stored<PlanVersion>> = rows.under(Kind::Plan, [plan.id.uuid()]).await?;
    let Some(newest) = versions.into_iter().min_by_key(|version| Reverse(version.id)) else {
        return Ok(None);
    };
    let entries = rules::sign_offs(rows, newest.id).await?;
    let Signing { signed, past: _, asked } = Signing::of(entries, &plan.record.approvers);
    let nobody = signed.is_empty();
    let waits = asked.iter().map(|approver| approver.name.as_str()).collect::<Vec<_>>().join(", ");
    let found = nobody || !asked.is_empty();
    Ok(found.then(|| item(&newest.record, newest.id.uuid(), plan.record.title.clone(), None, &waits)))
}

fn called<R: Record>(homes: &mut Homes, records: &[Stored<R>]) {
    homes.extend(records.iter().map(|stored| ((R::KIND, stored.id.uuid()), stored.record.label())));
}

fn home<R: Record>(homes: &Homes, record: &R) -> String {
    let parent = record.parent();
    parent.and_then(|parent| homes.get(&parent)).cloned().unwrap_or_default()
}

fn item<R: Record>(record: &R, id: Uuid, of: String, due: Option<NaiveDate>, owner: &str) -> OpenItem {
    OpenItem { kind: R::KIND, id, title: record.label(), of, due, owner: owner.to_owned() }
}
