//! `template.preview` and `template.apply`: a plan out of a template, or more objectives for one.

use std::collections::{BTreeMap, BTreeSet};

use cairn_domain::{
    Account, AccountId, Kind, LeftOutPart, PLAN_KEY, Part, PartId, Plan, Problem, Reason, Record, RecordId,
    Stored, Template, TemplateContent, TemplateUse, with_dates,
};
use cairn_store::{Rows, StoreError};
use cairn_wire::{ApplyTemplate, Create, MadePart, Request as _, RequestBody, TemplateMade};
use chrono::NaiveDate;
use serde_json::json;

use super::live::{self, Records};
use crate::{
    context::Context,
    crud::{Along, New, make, put_new},
    error::Result,
    library,
    shift::calendars,
};

/// A template, ready to be made for an account from a day on.
struct Ready {
    template: Stored<Template>,
    account: AccountId,
    /// The plan that is there already, if it goes into one.
    plan: Option<Stored<Plan>>,
    /// What fits the account, in days.
    parts: Vec<Part>,
    /// What of it is made, in dates.
    chosen: Vec<Part>,
    left_out: Vec<LeftOutPart>,
}

impl Ready {
    async fn read(rows: Rows<'_>, request: &ApplyTemplate) -> Result<Self> {
        let ApplyTemplate { template_id, account_id, plan_id, start, title: _, without } = request;
        let template = library::usable::<Template>(rows, *template_id).await?;
        let template =
            template.ok_or(StoreError::NotFound { kind: Kind::Template, id: template_id.uuid() })?;
        let (account, plan) = match (account_id, plan_id) {
            (Some(account), None) => (*account, None),
            (None, Some(plan)) => {
                let plan = present::<Plan>(rows, *plan).await?;
                (plan.record.account_id, Some(plan))
            }
            (None, None) => return Err(Problem::new("account_id", Reason::Empty).into()),
            (Some(_), Some(_)) => {
                let other = "account_id".to_owned();
                return Err(Problem::new("plan_id", Reason::SecondHome { other }).into());
            }
        };
        let of = library::profile(rows, present::<Account>(rows, account).await?).await?;
        let content = &template.record.content;
        let keys: BTreeSet<String> = without.iter().cloned().collect();
        let known: BTreeSet<String> = content.parts().into_iter().map(|part| part.key).collect();
        if let Some(key) = keys.iter().find(|key| !known.contains(*key) || *key == PLAN_KEY) {
            return Err(Problem::new("without", Reason::NoPart { key: key.clone() }).into());
        }
        let (mut parts, mut left_out) = content.parts_for(&of);
        if plan.is_some() {
            // A plan that is there keeps its own direction and period.
            parts.retain(|part| part.kind != Kind::Plan);
        }
        let dated = with_dates(&parts, *start, &calendars(rows, account).await?);
        let (chosen, more) = TemplateContent::without(&dated, &keys);
        left_out.extend(more);
        Ok(Self { template, account, plan, parts, chosen, left_out })
    }

    /// What is called what, and lies when.
    fn shown(&self, title: &str, plan: Option<&Stored<Plan>>, records: &Records) -> TemplateMade {
        let head = self.chosen.iter().find(|part| part.kind == Kind::Plan);
        let period = |field: &str| head.and_then(|part| date(part, field));
        let titles: BTreeMap<PartId, &str> =
            self.chosen.iter().map(|part| (part.id(), part.title())).collect();
        TemplateMade {
            plan_id: plan.map(|plan| plan.id),
            title: plan.map_or(title, |plan| &plan.record.title).to_owned(),
            period_start: plan.map_or_else(|| period("period_start"), |plan| plan.record.period_start),
            period_end: plan.map_or_else(|| period("period_end"), |plan| plan.record.period_end),
            made: self
                .chosen
                .iter()
                .filter(|part| part.kind != Kind::Plan)
                .map(|part| made(part, &titles, records))
                .collect(),
            left_out: self.left_out.clone(),
        }
    }
}

/// A record that is there and not deleted.
async fn present<R: Record>(rows: Rows<'_>, id: R::Id) -> Result<Stored<R>, StoreError> {
    let stored = rows.get::<R>(id).await?;
    if stored.deleted_at.is_some() {
        return Err(StoreError::Deleted { kind: R::KIND });
    }
    Ok(stored)
}

fn date(part: &Part, field: &str) -> Option<NaiveDate> {
    part.text(field).parse().ok()
}

fn made(part: &Part, titles: &BTreeMap<PartId, &str>, records: &Records) -> MadePart {
    let of = |field| titles.get(&(Kind::Task, part.text(field).to_owned())).copied().unwrap_or_default();
    let title = match part.kind {
        Kind::Dependency => format!("{} > {}", of("predecessor"), of("successor")),
        _ => part.title().to_owned(),
    };
    MadePart {
        kind: part.kind,
        key: part.key.clone(),
        title,
        under: part.fields.contains_key("under").then(|| part.text("under").to_owned()),
        start: date(part, "start"),
        due: date(part, if part.kind == Kind::Criterion { "target_date" } else { "due" }),
        side: part.text("owner_side").parse().ok(),
        id: records.get(&TemplateUse::name_of(&part.id())).copied(),
    }
}

/// What a template would make, and what it would leave out.
pub(crate) async fn preview(context: &Context, request: ApplyTemplate) -> Result<TemplateMade> {
    let open = context.workspace().await?;
    let ready = Ready::read(open.store.rows(), &request).await?;
    let title = request.title.as_deref().unwrap_or(&ready.template.record.title);
    Ok(ready.shown(title, ready.plan.as_ref(), &Records::new()))
}

/// Makes it, as one step.
pub(crate) async fn apply(context: &Context, request: ApplyTemplate) -> Result<TemplateMade> {
    let today = context.today().await?;
    let open = context.workspace_to_write().await?;
    let mut tx = context.begin(&open, "template.apply").await?;
    let ready = Ready::read(tx.rows(), &request).await?;
    let mut records = Records::new();
    let plan = match ready.plan.clone() {
        Some(plan) => plan,
        None => {
            let title = request.title.as_deref().unwrap_or(&ready.template.record.title);
            let head = ready.chosen.iter().find(|part| part.kind == Kind::Plan);
            let mut body: RequestBody =
                head.map(|part| part.fields.clone()).unwrap_or_default().into_iter().collect();
            body.insert("account_id".into(), json!(ready.account));
            body.insert("title".into(), title.into());
            let plan =
                make(&mut tx, New::last(Create::<Plan>::parse(body)?.into_record(today)?), today, Along::Now)
                    .await?;
            records.insert(TemplateUse::name_of(&(Kind::Plan, PLAN_KEY.to_owned())), plan.id.uuid());
            plan
        }
    };
    for part in &ready.chosen {
        live::make(&mut tx, part, plan.id, &mut records, today).await?;
    }
    let shown = ready.shown(&plan.record.title, Some(&plan), &records);
    let usage = TemplateUse {
        plan_id: plan.id,
        template_id: ready.template.id,
        template_version: ready.template.version,
        start: request.start,
        parts: ready.parts,
        records,
        declined: Vec::new(),
    };
    put_new(&mut tx, New::placed(usage)).await?;
    context.commit(tx, shown).await
}
