//! `touchpoint.log`: a call, a meeting or a mail with what was agreed in it and what was found out, as one step.

use cairn_domain::{
    Account, AccountId, Contact, FollowedKind, Kind, Problem, Record as _, RecordId as _, Side, Stored, Task,
    Touchpoint, TouchpointType,
};
use cairn_store::{Rows, Tx};
use cairn_wire::{
    Failure, LogWarning, Logged, LoggedAction, MetPerson, RequestBody, TouchpointLog, learned, within_learned,
};
use chrono::NaiveDate;

use crate::{
    checklist,
    context::Context,
    crud::{Along, New, make, view, views, write_whole},
    error::{AppError, Result},
};

/// Regular contacts that should be known after a kickoff (`docs/practice.md`, Onboarding).
const CONTACTS_WANTED: usize = 2;

/// Logs a touchpoint; its actions are tasks whose home it is. What should be there and is not is questioned, not
/// refused.
pub(crate) async fn log(context: &Context, request: TouchpointLog) -> Result<Logged> {
    let TouchpointLog { touchpoint, names_us, actions, people, learned, step_id } = request;
    let me = context.me().await?;
    let today = context.today_of(me);
    let me = me.map(|me| me.record.name.clone()).unwrap_or_default();
    let mut touchpoint: Touchpoint = touchpoint.into_record(today)?;
    if !names_us && !me.trim().is_empty() {
        touchpoint.our_attendees = vec![me.clone()];
    }
    // Before the workspace is made: a refused request leaves nothing behind.
    touchpoint.check(today)?;
    let open = context.workspace_to_write().await?;
    let mut tx = context.begin(&open, "touchpoint.log").await?;
    let account = touchpoint.account_id;
    if let Some(fields) = learned {
        learn(&mut tx, account, fields, today).await?;
    }
    let mut met = Vec::with_capacity(people.len());
    for (at, person) in people.into_iter().enumerate() {
        let contact = contact(person, account)?;
        contact.check(today).map_err(|problem| within("people", at, problem))?;
        let contact = make(&mut tx, New::last(contact), today, Along::Now).await?;
        touchpoint.contact_ids.push(contact.id);
        met.push(contact);
    }
    let logged = make(&mut tx, New::last(touchpoint), today, Along::Now).await?;
    let mut agreed = Vec::with_capacity(actions.len());
    for (at, action) in actions.into_iter().enumerate() {
        let task = task(action, &logged.id, &me)?;
        task.check(today).map_err(|problem| within("actions", at, problem))?;
        agreed.push(make(&mut tx, New::last(task), today, Along::Now).await?);
    }
    if let Some(step) = step_id {
        checklist::attach(&mut tx, step, (FollowedKind::Touchpoint, logged.id.uuid()), account, today)
            .await?;
    }
    let answer = Logged {
        warnings: questions(tx.rows(), &logged.record, agreed.len()).await?,
        touchpoint: view(tx.rows(), logged).await?,
        actions: views(tx.rows(), agreed).await?,
        people: views(tx.rows(), met).await?,
    };
    context.commit(tx, answer).await
}

/// Changes what is known of the account.
async fn learn(tx: &mut Tx, account: AccountId, fields: RequestBody, today: NaiveDate) -> Result<()> {
    let standing = tx.rows().get::<Account>(account).await?.version;
    let update = learned(fields, account, standing)?;
    let current = tx.current::<Account>(account, Some(update.version)).await?;
    let record = update.apply(&current.record).map_err(within_learned)?;
    let about = |error: AppError| AppError::from(within_learned(Failure::from(error)));
    write_whole(tx, current, record, today, Along::Now).await.map(drop).map_err(about)
}

/// What should be there after such a touchpoint and is not.
async fn questions(rows: Rows<'_>, touchpoint: &Touchpoint, actions: usize) -> Result<Vec<LogWarning>> {
    let mut questions = Vec::new();
    if touchpoint.touchpoint_type.is_call() && actions == 0 {
        questions.push(LogWarning::NoActions);
    }
    if touchpoint.touchpoint_type == TouchpointType::Kickoff {
        let contacts: Vec<Stored<Contact>> =
            rows.under(Kind::Account, [touchpoint.account_id.uuid()]).await?;
        if contacts.iter().filter(|contact| contact.record.left_on.is_none()).count() < CONTACTS_WANTED {
            questions.push(LogWarning::FewContacts);
        }
    }
    Ok(questions)
}

/// The task that an action becomes: internal, as every task outside a plan.
fn task(action: LoggedAction, home: &impl serde::Serialize, me: &str) -> Result<Task> {
    let LoggedAction { title, owner_side, owner, due } = action;
    let mine = owner_side == Side::Ours && owner.trim().is_empty();
    Ok(serde_json::from_value(serde_json::json!({
        "touchpoint_id": home,
        "title": title,
        "owner_side": owner_side,
        "owner": if mine { me } else { &owner },
        "due": due,
    }))?)
}

/// The contact that somebody becomes.
fn contact(person: MetPerson, account: AccountId) -> Result<Contact> {
    let MetPerson { name, title, persona } = person;
    let fields =
        serde_json::json!({ "account_id": account, "name": name, "title": title, "persona": persona });
    Ok(serde_json::from_value(fields)?)
}

fn within(list: &str, at: usize, problem: Problem) -> Problem {
    let Problem { field, reason } = problem;
    Problem::new(format!("{list}[{at}].{field}"), reason)
}
