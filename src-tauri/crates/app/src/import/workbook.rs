//! A plan's workbook, edited elsewhere.

use cairn_domain::{Kind, ObjectiveId, PlanId, RecordId as _};
use cairn_exchange::{ParsedFile, Row, RowError};
use cairn_store::{Rows, Tx};
use cairn_wire::ImportReport;
use uuid::Uuid;

use super::{Pass, merge, plan_markdown, report::Report, sealed};
use crate::{error::Result, plan};

/// Takes a workbook into the plan it is of.
pub(super) async fn take(pass: Pass<'_>, tx: &mut Tx, parsed: &ParsedFile) -> Result<ImportReport> {
    let request = pass.request;
    let mut parsed = parsed.clone();
    let asks = sealed::open(tx.rows(), &mut parsed, request).await?;
    let mut parsed = pass.left.without(parsed);
    let said = match parsed.home {
        Some(plan) => Some(plan),
        None => plan_of_rows(tx.rows(), &parsed.rows).await?,
    };
    let plan = match (request.plan_id, said) {
        (Some(asked), Some(said)) if asked.uuid() != said => {
            parsed.row_errors.push(RowError::of_file("This workbook is of another plan."));
            asked
        }
        (Some(asked), _) => asked,
        (None, Some(said)) => PlanId::from_uuid(said),
        (None, None) => {
            return Ok(Report::nowhere(
                parsed.row_errors,
                parsed.ignored,
                "This workbook does not tell which plan it is of; name the plan.",
            ));
        }
    };
    if request.plan_id.is_none() && tx.rows().find::<cairn_domain::Plan>(plan).await?.is_none() {
        return Ok(Report::nowhere(
            parsed.row_errors,
            parsed.ignored,
            "The plan of this workbook is not in this workspace.",
        ));
    }
    // Only a customer's copy is sealed, and what that never held is not missing from it.
    if !asks.is_empty() {
        parsed.written = Some(plan_markdown::customers(&plan::read(tx.rows(), plan).await?));
    }
    let report = merge::into_plan(pass, tx, plan, parsed, request.account_id).await?;
    Ok(ImportReport { asks, ..report })
}
/// The plan that the first known objective of a workbook belongs to.
async fn plan_of_rows(rows: Rows<'_>, said: &[Row]) -> Result<Option<Uuid>> {
    let objectives = said.iter().filter(|row| row.kind == Kind::Objective).filter_map(|row| row.id);
    for id in objectives {
        if let Some(found) = rows.find::<cairn_domain::Objective>(ObjectiveId::from_uuid(id)).await? {
            return Ok(Some(found.record.plan_id.uuid()));
        }
    }
    Ok(None)
}
