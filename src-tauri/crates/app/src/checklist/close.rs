//! `checklist.close`: the end of a checklist, whatever is left open.

use cairn_domain::{Account, Checklist, OnboardingTargets, Problem, Reason};
use cairn_wire::{CloseChecklist, View};

use super::run::ChecklistRun;
use crate::{
    context::Context,
    crud::{Along, Written, view, write_whole},
    error::Result,
};

/// Closes it. A reason is needed where required steps are open or the onboarding took too long. `checklist.update` with
/// `closed_on` null opens it again.
pub(crate) async fn close(context: &Context, request: CloseChecklist) -> Result<View<Checklist>> {
    let CloseChecklist { id, closed_on, reason } = request;
    let today = context.today().await?;
    let targets = context.me().await?.map(|me| me.record.onboarding_targets.clone()).unwrap_or_default();
    let open = context.workspace_to_write().await?;
    let mut tx = context.begin(&open, "checklist.close").await?;
    let run = ChecklistRun::of(tx.rows(), id).await?;
    run.still_open("id")?;
    let left = run.steps.iter().any(|step| step.record.required && !step.record.is_over());
    let reason = reason.unwrap_or_default().trim().to_owned();
    if left && reason.is_empty() {
        return Err(Problem::new("reason", Reason::NeededForChecklist).into());
    }
    let mut record = run.list.record.clone();
    let closed_on = closed_on.unwrap_or(today);
    record.closed_on = Some(closed_on);
    if !reason.is_empty() {
        record.delay_reason = reason;
    }
    let account = tx.rows().get::<Account>(record.account_id).await?.record;
    let days = OnboardingTargets::of(&targets, account.success_tier).time_to_onboard;
    let said = [&record.delay_reason, &account.onboarding_delay_reason];
    if record.is_primary
        && (closed_on - record.started_on).num_days() > days
        && said.iter().all(|why| why.trim().is_empty())
    {
        return Err(Problem::new("reason", Reason::NeededForDelay { days }).into());
    }
    let Written { stored, .. } = write_whole(&mut tx, run.list, record, today, Along::Now).await?;
    let shown = view(tx.rows(), stored).await?;
    context.commit(tx, shown).await
}
