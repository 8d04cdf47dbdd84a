//! `checklist.close`: the end of a checklist, whatever is left open.

use cairn_domain::{Checklist, Problem, Reason};
use cairn_wire::{CloseChecklist, View};

use super::run::Run;
use crate::{
    context::Context,
    crud::{checked, view},
    error::Result,
};

/// Closes it; where required steps are open, with the reason. `checklist.update` with `closed_on` null opens it again.
pub(crate) async fn close(context: &Context, request: CloseChecklist) -> Result<View<Checklist>> {
    let CloseChecklist { id, closed_on, reason } = request;
    let today = context.today().await?;
    let open = context.workspace_to_write().await?;
    let mut tx = context.begin(&open, "checklist.close").await?;
    let run = Run::of(tx.rows(), id).await?;
    run.still_open("id")?;
    let left = run.steps.iter().any(|step| step.record.required && !step.record.is_over());
    let reason = reason.unwrap_or_default().trim().to_owned();
    if left && reason.is_empty() {
        return Err(Problem::new("reason", Reason::NeededForChecklist).into());
    }
    let mut record = run.list.record.clone();
    record.closed_on = Some(closed_on.unwrap_or(today));
    if !reason.is_empty() {
        record.delay_reason = reason;
    }
    checked(tx.rows(), &record, Some(&run.list), today).await?;
    let stored = tx.update(run.list, record).await?;
    let shown = view(tx.rows(), stored).await?;
    context.commit(tx, shown).await
}
