//! `checklist.start`: a template becomes a checklist of an account, every step with its date.

use cairn_domain::{
    Account, AccountId, Calendars, Checklist, ChecklistState, ChecklistStep, ChecklistTemplate,
    ChecklistTemplateId, Kind, LeftOutPart, OffsetFrom, Position, Problem, Reason, Record as _,
    RecordId as _, StepDate, Stored, anchor_range, outline, step_dates,
};
use cairn_store::{Rows, StoreError, Tx};
use cairn_wire::{ChecklistStarted, StartChecklist};
use chrono::NaiveDate;

use super::{
    resource::none_primary,
    run::{Cause, ChecklistRun},
    upgrade::{keep, packed},
};
use crate::{
    context::Context,
    crud::{New, Resource as _, put_all, put_new},
    error::Result,
    library,
    onboarding::is_new,
    shift::calendars_with,
};

/// Starts it, as one step.
pub(crate) async fn start(context: &Context, request: StartChecklist) -> Result<ChecklistStarted> {
    let today = context.today().await?;
    let open = context.workspace_to_write().await?;
    let mut tx = context.begin(&open, "checklist.start").await?;
    let Started { run, dates, left_out } = begin(&mut tx, request, today).await?;
    let title = run.list.record.title.clone();
    let shown = ChecklistStarted { id: run.list.id, title, steps: run.lines_by(&dates), left_out };
    context.commit(tx, shown).await
}

/// A checklist that was just made.
pub(crate) struct Started {
    pub(crate) run: ChecklistRun,
    /// The dates of its steps, in their order.
    dates: Vec<StepDate>,
    /// What of the template does not fit.
    left_out: Vec<LeftOutPart>,
}

/// The inner verb.
pub(crate) async fn begin(tx: &mut Tx, request: StartChecklist, today: NaiveDate) -> Result<Started> {
    let StartChecklist { account_id, template_id, anchors, title, primary, started_on, again } = request;
    let (account, template) = both(tx.rows(), account_id, template_id).await?;
    let profile = library::profile(tx.rows(), account).await?;
    let (parts, left_out) = template.record.parts_for(&profile);
    template.record.check_gates(&parts)?;
    let anchors = template.record.anchors_from(&anchors, today)?;
    let (from, to) = anchor_range(today);
    if started_on.is_some_and(|day| !(from..=to).contains(&day)) {
        return Err(Problem::new("started_on", Reason::TooFar { from, to }).into());
    }
    let mut steps = outline(&parts)?;
    for step in &steps {
        let anchor = step.offset_from.as_ref().and_then(OffsetFrom::anchor);
        if let Some(key) = anchor.filter(|key| !anchors.contains_key(*key)) {
            let reason = Reason::NoAnchor { step: step.title.clone() };
            return Err(Problem::new(format!("anchors.{key}"), reason).into());
        }
    }
    let others: Vec<Stored<Checklist>> = tx.rows().under(Kind::Account, [account_id.uuid()]).await?;
    let under_way = if again { None } else { running(tx.rows(), &others, template_id).await? };
    if let Some(Stored { id, record, .. }) = under_way {
        let reason = Reason::RunsAlready { id, title: record.title };
        return Err(Problem::new("template_id", reason).into());
    }
    let mut phases = template.record.gates();
    phases.retain(|phase| steps.iter().any(|step| step.phase == phase.title));
    let (applied, content) = packed(&parts)?;
    let record = Checklist {
        account_id,
        title: title.unwrap_or_else(|| template.record.title.clone()),
        template_id: Some(template_id),
        template_version: template.version,
        anchors,
        phases,
        is_primary: primary.unwrap_or_else(|| is_onboarding(&profile.account, &others)),
        started_on: started_on.unwrap_or(today),
        closed_on: None,
        delay_reason: String::new(),
        applied: Some(applied),
        declined: Vec::new(),
    };
    record.check(today)?;
    keep(tx, &record, content).await?;
    if record.is_primary {
        none_primary(tx, others).await?;
    }
    let list = put_new(tx, New::placed(record)).await?;
    let calendars = calendars_with(tx.rows(), &profile.account).await?;
    let dates = dated(&mut steps, &list, &calendars)?;
    let steps = put_all(tx, steps).await?;
    Ok(Started { run: ChecklistRun { list, steps, calendars, cause: Cause::default() }, dates, left_out })
}

/// True where a checklist becomes the account's onboarding unless somebody says otherwise: the customer is new, and no
/// other one was it. A hand-off years later is none.
pub(super) fn is_onboarding(account: &Account, others: &[Stored<Checklist>]) -> bool {
    is_new(account) && !others.iter().any(|other| other.record.is_primary)
}

/// Account and template, both there.
pub(super) async fn both(
    rows: Rows<'_>,
    account_id: AccountId,
    template_id: ChecklistTemplateId,
) -> Result<(Stored<Account>, Stored<ChecklistTemplate>)> {
    let account = rows.get::<Account>(account_id).await?;
    if account.deleted_at.is_some() {
        return Err(StoreError::Deleted { kind: Kind::Account }.into());
    }
    let template = library::usable::<ChecklistTemplate>(rows, template_id).await?;
    let missing = StoreError::NotFound { kind: Kind::ChecklistTemplate, id: template_id.uuid() };
    Ok((account, template.ok_or(missing)?))
}

/// The checklist of a template that is under way.
pub(super) async fn running(
    rows: Rows<'_>,
    others: &[Stored<Checklist>],
    template: ChecklistTemplateId,
) -> Result<Option<Stored<Checklist>>> {
    let own: Vec<Stored<Checklist>> =
        others.iter().filter(|other| other.record.template_id == Some(template)).cloned().collect();
    let standings = Checklist::derive(rows, &own).await?;
    let mut found = own.into_iter().zip(standings);
    Ok(found.find(|(_, standing)| standing.state == ChecklistState::Running).map(|(other, _)| other))
}

/// Gives the steps their checklist, their places and their dates.
fn dated(
    steps: &mut [ChecklistStep],
    list: &Stored<Checklist>,
    calendars: &Calendars,
) -> Result<Vec<StepDate>, Problem> {
    let dates = step_dates(steps, &list.record.anchors, calendars)?;
    let mut place = Position::default();
    for (step, date) in steps.iter_mut().zip(&dates) {
        step.checklist_id = list.id;
        step.due = date.due;
        step.position = place.clone();
        place = Position::after(&place);
    }
    Ok(dates)
}
