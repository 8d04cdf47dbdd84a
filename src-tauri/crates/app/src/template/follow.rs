//! `template.diff` and `template.accept`: what a template says otherwise since a plan was made of it.

use std::collections::BTreeSet;

use cairn_domain::{
    Account, Kind, Part, Plan, PlanId, Problem, Reason, RecordId, Steps, Stored, Template, TemplateLine,
    TemplateUse, differences, handled, with_dates, with_needed,
};
use cairn_store::{Rows, StoreError, Tx};
use cairn_wire::{AcceptTemplate, Code, Failure, OfPlan, TemplateDiff, TemplateUsed};
use chrono::NaiveDate;

use super::live;
use crate::{context::Context, crud::put_one, error::Result, library, shift::calendars};

/// One template of a plan, then and now.
struct Compared {
    usage: Stored<TemplateUse>,
    /// The template, if it is still there.
    template: Option<Stored<Template>>,
    /// Its parts for the account as they are now, in days.
    now: Vec<Part>,
    /// The same in dates.
    dated: Vec<Part>,
    /// What differs; their ids are those within this use.
    lines: Vec<TemplateLine>,
}

impl Compared {
    /// Every template of a plan, oldest use first.
    async fn of(rows: Rows<'_>, plan: PlanId) -> Result<Vec<Self>> {
        let plan = rows.get::<Plan>(plan).await?;
        if plan.deleted_at.is_some() {
            return Err(StoreError::Deleted { kind: Kind::Plan }.into());
        }
        let uses: Vec<Stored<TemplateUse>> = rows.under(Kind::Plan, [plan.id.uuid()]).await?;
        if uses.is_empty() {
            return Ok(Vec::new());
        }
        let account = rows.get::<Account>(plan.record.account_id).await?;
        let calendars = calendars(rows, account.id).await?;
        let profile = library::profile(rows, account).await?;
        let mut compared = Vec::new();
        for usage in uses {
            let template = library::usable::<Template>(rows, usage.record.template_id).await?;
            let mut now = match &template {
                Some(template) => template.record.content.parts_for(&profile).0,
                None => usage.record.parts.clone(),
            };
            if !usage.record.parts.iter().any(|part| part.kind == Kind::Plan) {
                now.retain(|part| part.kind != Kind::Plan);
            }
            let start = usage.record.start;
            let applied = with_dates(&usage.record.parts, start, &calendars);
            let dated = with_dates(&now, start, &calendars);
            let lines = differences(&applied, &dated, &live::live(rows, &usage.record).await?);
            compared.push(Self { usage, template, now, dated, lines });
        }
        Ok(compared)
    }

    /// A line's id within the plan: two templates may have parts of one key.
    fn id(&self, line: &str) -> String {
        format!("{}/{line}", self.usage.id)
    }

    /// Those of some ids that are lines of this use.
    fn own(&self, ids: &BTreeSet<String>) -> BTreeSet<String> {
        let lines = self.lines.iter().map(|line| &line.id);
        lines.filter(|line| ids.contains(&self.id(line))).cloned().collect()
    }

    fn shown(&self) -> (Vec<TemplateLine>, TemplateUsed) {
        let whole = |line: &TemplateLine| TemplateLine {
            id: self.id(&line.id),
            needs: line.needs.iter().map(|need| self.id(need)).collect(),
            ..line.clone()
        };
        let TemplateUse { plan_id: _, template_id, template_version, start, parts: _, records: _, declined } =
            self.usage.record.clone();
        let used = TemplateUsed {
            id: self.usage.id,
            template_id,
            title: self.template.as_ref().map(|one| one.record.title.clone()).unwrap_or_default(),
            followed_version: template_version,
            version: self.template.as_ref().map(|one| one.version),
            start,
            declined,
        };
        (self.lines.iter().map(whole).collect(), used)
    }

    /// Does what was decided. True where anything was.
    async fn decide(
        self,
        tx: &mut Tx,
        accept: &BTreeSet<String>,
        decline: &BTreeSet<String>,
        today: NaiveDate,
    ) -> Result<bool> {
        let accepted = with_needed(&self.lines, &self.own(accept), &self.usage.record.parts);
        let declined = self.own(decline);
        if let Some(line) =
            self.lines.iter().find(|one| accepted.contains(&one.id) && declined.contains(&one.id))
        {
            return Err(Problem::new("decline", Reason::Twice { what: line.title.clone() }).into());
        }
        let Self { usage, template, now, dated, lines } = self;
        let (done, left): (Vec<TemplateLine>, Vec<TemplateLine>) =
            lines.into_iter().partition(|line| accepted.contains(&line.id) || declined.contains(&line.id));
        if done.is_empty() {
            return Ok(false);
        }
        let mut record = usage.record.clone();
        let Steps { make, change, remove } = Steps::of(&done, &accepted, &dated);
        for part in &make {
            live::make(tx, part, record.plan_id, &mut record.records, today).await?;
        }
        for (part, fields) in &change {
            if let Some(id) = record.record_of(part) {
                live::change(tx, (part.0, id), fields, &record.records, today).await?;
            }
        }
        for part in &remove {
            if let Some(id) = record.record_of(part) {
                live::remove(tx, part, id).await?;
            }
        }
        record.parts = handled(&record.parts, &now, &done, &left);
        record.declined.extend(declined);
        record.declined.sort();
        record.declined.dedup();
        if let (true, Some(template)) = (left.is_empty(), template) {
            record.template_version = template.version;
        }
        put_one(tx, usage, record).await?;
        Ok(true)
    }
}

async fn read(rows: Rows<'_>, plan: PlanId) -> Result<TemplateDiff> {
    let compared = Compared::of(rows, plan).await?;
    let (lines, uses): (Vec<_>, Vec<_>) = compared.iter().map(Compared::shown).unzip();
    Ok(TemplateDiff { lines: lines.into_iter().flatten().collect(), uses })
}

/// What differs.
pub(crate) async fn diff(context: &Context, OfPlan { plan_id }: OfPlan) -> Result<TemplateDiff> {
    let open = context.workspace().await?;
    read(open.store.rows(), plan_id).await
}

/// Takes lines over and puts lines aside, as one step, and answers what is left.
pub(crate) async fn accept(context: &Context, request: AcceptTemplate) -> Result<TemplateDiff> {
    let AcceptTemplate { plan_id, lines, decline } = request;
    let today = context.today().await?;
    let open = context.workspace_to_write().await?;
    let mut tx = context.begin(&open, "template.accept").await?;
    let compared = Compared::of(tx.rows(), plan_id).await?;
    let [accepted, declined] = [lines, decline].map(BTreeSet::from_iter);
    let known: BTreeSet<String> =
        compared.iter().flat_map(|one| one.lines.iter().map(|line| one.id(&line.id))).collect();
    for (field, ids) in [("lines", &accepted), ("decline", &declined)] {
        if !ids.is_subset(&known) {
            let message = "The template and the plan do not differ there (any more).";
            return Err(Failure::new(Code::NotFound, message).about(field).into());
        }
    }
    let mut any = false;
    for one in compared {
        any |= one.decide(&mut tx, &accepted, &declined, today).await?;
    }
    let left = read(tx.rows(), plan_id).await?;
    if any { context.commit(tx, left).await } else { Ok(left) }
}
