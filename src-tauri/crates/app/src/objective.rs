//! `objective.verify` with its correction and withdrawal, `objective.close`, and what an objective is checked for.

use cairn_domain::{
    Initiative, Kind, Objective, ObjectiveId, Problem, Reason, Record, RecordId, Stored, Term,
    outcome_progress, outcome_terms,
};
use cairn_wire::{
    Arithmetic, ById, CloseObjective, CorrectVerification, CriterionTerm, SmartCheck, VerifyObjective, View,
    ViewerCheck, WithdrawVerification,
};
use chrono::NaiveDate;

use crate::{
    context::Context,
    crud::{Along, put_one, view, write_whole},
    error::{AppError, Result},
    plan_tree::PlanTree,
    rules::criteria_of,
};

/// Marks an outcome as confirmed by the customer. No undo takes this back (`store`, journal).
pub(crate) async fn verify(context: &Context, request: VerifyObjective) -> Result<View<Objective>> {
    let VerifyObjective { id, version, confirmed_by, confirmed_on, words } = request;
    let today = context.today().await?;
    let open = context.workspace_to_write().await?;
    let mut tx = context.begin(&open, "objective.verify").await?;
    let current = tx.current::<Objective>(id, Some(version)).await?;
    let (by, words) = (confirmed_by.trim().to_owned(), words.trim().to_owned());
    let verified = current.record.clone().verified(by, confirmed_on, words)?;
    // By its own rules alone: those of an ordinary change refuse exactly this.
    verified.check(today)?;
    let stored = put_one(&mut tx, current, verified).await?;
    let shown = view(tx.rows(), stored).await?;
    context.commit(tx, shown).await
}

/// Takes a confirmation back; it is kept with the reason. No undo takes this back either.
pub(crate) async fn withdraw(context: &Context, request: WithdrawVerification) -> Result<View<Objective>> {
    let WithdrawVerification { id, version, reason } = request;
    let reason = reason.trim().to_owned();
    amend(context, "objective.withdraw_verification", (id, version), |objective, today| {
        objective.unverified(reason, today)
    })
    .await
}

/// Puts another confirmation in place of one, which is kept with the reason.
pub(crate) async fn correct(context: &Context, request: CorrectVerification) -> Result<View<Objective>> {
    let CorrectVerification { id, version, confirmed_by, confirmed_on, words, reason } = request;
    let [by, words, reason] = [confirmed_by, words, reason].map(|text| text.trim().to_owned());
    amend(context, "objective.correct_verification", (id, version), |objective, today| {
        objective.verified_anew(by, confirmed_on, words, reason, today)
    })
    .await
}

async fn amend(
    context: &Context,
    name: &'static str,
    (id, version): (ObjectiveId, i64),
    to: impl FnOnce(Objective, NaiveDate) -> Result<Objective, Problem>,
) -> Result<View<Objective>> {
    let today = context.today().await?;
    let open = context.workspace_to_write().await?;
    let mut tx = context.begin(&open, name).await?;
    let current = tx.current::<Objective>(id, Some(version)).await?;
    let amended = to(current.record.clone(), today)?;
    amended.check(today)?;
    let stored = put_one(&mut tx, current, amended).await?;
    let shown = view(tx.rows(), stored).await?;
    context.commit(tx, shown).await
}

/// Ends an objective, with what came of it.
pub(crate) async fn close(context: &Context, request: CloseObjective) -> Result<View<Objective>> {
    let CloseObjective { id, version, status, reason, outcome_summary } = request;
    let today = context.today().await?;
    let open = context.workspace_to_write().await?;
    let mut tx = context.begin(&open, "objective.close").await?;
    let current = tx.current::<Objective>(id, Some(version)).await?;
    let mut closed = current.record.clone();
    closed.status = status.into();
    if let Some(reason) = reason {
        closed.close_reason = reason.trim().to_owned();
    }
    closed.summary_of_outcome = outcome_summary.trim().to_owned();
    let closed = write_whole(&mut tx, current, closed, today, Along::Now).await.map_err(as_asked)?;
    let stored = closed.stored;
    if stored.record.summary_of_outcome.is_empty() {
        return Err(Problem::new("outcome_summary", Reason::NeededToClose).into());
    }
    let shown = view(tx.rows(), stored).await?;
    context.commit(tx, shown).await
}

/// A refusal names the field as the request calls it.
fn as_asked(error: AppError) -> AppError {
    match error {
        AppError::Rule(Problem { field, reason }) => {
            let field = match field.as_str() {
                "close_reason" => "reason".into(),
                "summary_of_outcome" => "outcome_summary".into(),
                _ => field,
            };
            AppError::Rule(Problem { field, reason })
        }
        other => other,
    }
}

/// Whether GitLab's success-plan viewer would show the objective, and what it misses.
pub(crate) async fn viewer_check(context: &Context, ById { id }: ById<Objective>) -> Result<ViewerCheck> {
    let open = context.workspace().await?;
    let rows = open.store.rows();
    let objective = rows.get::<Objective>(id).await?;
    let missing = objective.record.viewer_gaps(&criteria_of(rows, id).await?);
    let missing: Vec<String> = missing.into_iter().map(str::to_owned).collect();
    Ok(ViewerCheck { appears: missing.is_empty(), missing })
}

/// How its two measures come about.
pub(crate) async fn arithmetic(context: &Context, ById { id }: ById<Objective>) -> Result<Arithmetic> {
    let open = context.workspace().await?;
    let rows = open.store.rows();
    let objective = rows.get::<Objective>(id).await?;
    let under = PlanTree::objectives(rows, std::slice::from_ref(&objective)).await?;
    let criteria = under.criteria.get(&id).map_or(&[][..], Vec::as_slice);
    let measured: Vec<_> = criteria
        .iter()
        .map(|criterion| (criterion.record.weight, under.measure_of(criterion).progress))
        .collect();
    let terms = outcome_terms(&measured);
    let lines = criteria.iter().zip(&measured).zip(&terms).map(
        |((criterion, &(weight, progress)), &Term { share, product })| CriterionTerm {
            id: criterion.id,
            name: criterion.record.name.clone(),
            progress,
            weight,
            share,
            product,
        },
    );
    let counted = measured.iter().filter(|(_, progress)| progress.is_some());
    let tasks = under.tasks_of(id);
    Ok(Arithmetic {
        criteria: lines.collect(),
        weights: counted.map(|(weight, _)| weight).sum(),
        sum: outcome_progress(measured.iter().copied()),
        tasks,
        work_progress: tasks.progress(),
    })
}

/// What the objective lacks to be SMART.
pub(crate) async fn smart_check(context: &Context, ById { id }: ById<Objective>) -> Result<SmartCheck> {
    let open = context.workspace().await?;
    let rows = open.store.rows();
    let objective = rows.get::<Objective>(id).await?;
    let own: Vec<Stored<Initiative>> = rows.under(Kind::Objective, [id.uuid()]).await?;
    let ways = own.len() + rows.serving(&[id.uuid()]).await?.len();
    Ok(SmartCheck { hints: objective.record.smart_gaps(&criteria_of(rows, id).await?, ways) })
}
