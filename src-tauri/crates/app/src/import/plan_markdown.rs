//! A plan as Markdown: into the plan it is of, or a new one of an account.
//!
//! Which records it means is found as for every file; only here is known which plan, and what a customer's copy never
//! held.

use std::{collections::BTreeSet, path::Path};

use cairn_domain::{
    AccountId, Audience, Kind, Plan, PlanId, RecordId as _, Seen, Stored, gitlab::normalized,
};
use cairn_exchange::{
    Content, ParsedFile, Row, RowPlace,
    plan_markdown::{PlanText, shown},
};
use cairn_store::Tx;
use cairn_wire::{
    ImportReport, ImportRequest, ImportWhat, OutlineCriterion, OutlineInitiative, OutlineObjective,
    PlanOutline, RequestBody,
};
use serde_json::Value;
use uuid::Uuid;

use super::{
    Pass,
    known::Records,
    merge,
    record_list::{Accounts, Meant},
    report::{Report, line},
    sealed, write,
};
use crate::{error::Result, plan};

/// The plan that a text is taken into.
enum Target {
    /// The one that the text says it is of: its ids hold.
    Its(PlanId),
    /// Another one: its records are known by their titles.
    Other(PlanId),
    /// A new one of this account.
    New(AccountId),
}

/// Takes a text into its plan.
pub(super) async fn take(pass: Pass<'_>, tx: &mut Tx, text: &PlanText) -> Result<ImportReport> {
    let mut text = text.clone();
    let asks = sealed::open(tx.rows(), &mut text.parsed, pass.request).await?;
    let report = into(pass, tx, text).await?;
    Ok(ImportReport { asks, ..report })
}

async fn into(pass: Pass<'_>, tx: &mut Tx, text: PlanText) -> Result<ImportReport> {
    let request = pass.request;
    let PlanText { parsed, account, audience } = text;
    let mut parsed = pass.left.without(parsed);
    if parsed.rows.is_empty() {
        return Ok(Report::nowhere(parsed.row_errors, parsed.ignored, "This text holds no plan."));
    }
    let mut head = parsed.rows.remove(0);
    let stem = Path::new(&request.path).file_stem().map(|stem| stem.to_string_lossy().into_owned());
    let title = head.title().map(str::to_owned).or(stem).unwrap_or_default();
    let target = match target(tx, request, parsed.home, account, &title).await? {
        Ok(target) => target,
        Err(message) => return Ok(Report::nowhere(parsed.row_errors, parsed.ignored, &message)),
    };
    match target {
        Target::Its(id) => {
            let outline = plan::read(tx.rows(), id).await?;
            parsed.written = (audience == Some(Audience::Customer)).then(|| customers(&outline));
            cleared(&mut head, parsed.home.is_some());
            head.id = Some(id.uuid());
            parsed.rows.push(head);
            leave(&mut parsed.rows, &Records::of(outline)?, audience == Some(Audience::Internal));
            merge::into_plan(pass, tx, id, parsed, request.account_id).await
        }
        Target::Other(id) => {
            let outline = plan::read(tx.rows(), id).await?;
            parsed.written = (audience == Some(Audience::Customer)).then(|| customers(&outline));
            by_titles(&mut parsed);
            head.id = Some(id.uuid());
            parsed.rows.push(head);
            merge::into_plan(pass, tx, id, parsed, request.account_id).await
        }
        Target::New(account) => {
            by_titles(&mut parsed);
            let mut fields = RequestBody::new();
            fields.insert("account_id".into(), account.to_string().into());
            fields.insert("title".into(), title.clone().into());
            for said in head.fields {
                if let Content::Plain(value) = said.content {
                    fields.insert(said.field, value);
                }
            }
            let made: Stored<Plan> = write::insert(tx, fields, pass.today).await?;
            let mut report = merge::into_plan(pass, tx, made.id, parsed, Some(account)).await?;
            report.new += 1;
            report.lines.insert(0, line(ImportWhat::New, Kind::Plan, &RowPlace::default(), title));
            Ok(report)
        }
    }
}

/// Where a text belongs; a sentence where nothing tells.
async fn target(
    tx: &Tx,
    request: &ImportRequest,
    said: Option<Uuid>,
    account: Option<String>,
    title: &str,
) -> Result<std::result::Result<Target, String>> {
    let rows = tx.rows();
    let said = match said {
        Some(id) => rows.find::<Plan>(PlanId::from_uuid(id)).await?.filter(|plan| plan.deleted_at.is_none()),
        None => None,
    };
    if let Some(asked) = request.plan_id {
        let other = said.as_ref().is_some_and(|said| said.id != asked);
        return Ok(if other {
            Err("This text is of another plan.".to_owned())
        } else {
            Ok(Target::Its(asked))
        });
    }
    if let Some(said) = said
        && request.account_id.is_none_or(|account| account == said.record.account_id)
    {
        return Ok(Ok(Target::Its(said.id)));
    }
    let account = match (request.account_id, account) {
        (Some(account), _) => account,
        (None, Some(name)) => match Accounts::of(rows).await?.by_name(&name, None) {
            Meant::One(id) => id,
            Meant::None => {
                return Ok(Err(format!("No account is called “{name}”; name the account it is for.")));
            }
            Meant::Several => {
                return Ok(Err(format!("Several accounts are called “{name}”; name one by its id.")));
            }
        },
        (None, None) => {
            let message = "This text does not tell whose plan it is; name the account or the plan it is for.";
            return Ok(Err(message.to_owned()));
        }
    };
    let plans: Vec<Stored<Plan>> = rows.under(Kind::Account, [account.uuid()]).await?;
    let same = plans.iter().find(|plan| plan.record.title == title);
    Ok(Ok(same.map_or(Target::New(account), |plan| Target::Other(plan.id))))
}

/// In another plan the ids of a text mean nothing.
fn by_titles(parsed: &mut ParsedFile) {
    for row in &mut parsed.rows {
        (row.id, row.by_title) = (None, true);
    }
}

/// The head of a text that Cairn wrote holds every fact there is, so one that was taken out is cleared.
fn cleared(head: &mut Row, whole: bool) {
    if whole {
        let texts = ["strategy", "highlights", "sponsor"].map(|field| (field, Value::from("")));
        let days = ["period_start", "period_end"].map(|field| (field, Value::Null));
        for (field, value) in texts.into_iter().chain(days) {
            if head.plain(field).is_none() {
                head.say(field, value);
            }
        }
    }
}

/// Takes back differences that nobody made: blank lines around a prose, and comments of its author that a customer's
/// copy does not hold (`ours` is the text with them).
fn leave(rows: &mut [Row], records: &Records, ours: bool) {
    let bare = |text: &str| if ours { normalized(text) } else { normalized(&shown(&normalized(text))) };
    for row in rows {
        let Some(known) = row.id.and_then(|id| records.get(row.kind, id)) else { continue };
        for said in &mut row.fields {
            let here = known.fields.get(&said.field).and_then(Value::as_str);
            said.untouched = match (&said.content, here) {
                (Content::Plain(Value::String(text)), Some(here)) => bare(text) == bare(here),
                _ => false,
            };
        }
    }
}

/// The records that a customer's copy of the plan holds.
pub(super) fn customers(outline: &PlanOutline) -> BTreeSet<Uuid> {
    let mut ids = BTreeSet::new();
    let seen = Seen::of(outline.objectives.clone(), Audience::Customer);
    for OutlineObjective { objective, criteria, initiatives } in seen.iter().flat_map(|seen| seen.iter()) {
        ids.insert(objective.stored.id.uuid());
        for OutlineCriterion { criterion, readings } in criteria {
            ids.insert(criterion.stored.id.uuid());
            ids.extend(readings.iter().map(|reading| reading.stored.id.uuid()));
        }
        for OutlineInitiative { initiative, tasks } in initiatives {
            ids.insert(initiative.stored.id.uuid());
            ids.extend(tasks.iter().map(|task| task.stored.id.uuid()));
        }
    }
    ids
}
