//! A plan's workbook, edited elsewhere.

use cairn_domain::{Kind, ObjectiveId, PlanId, RecordId as _};
use cairn_exchange::{Findings, Row, Trouble};
use cairn_store::{Rows, Tx};
use cairn_wire::ImportReport;
use uuid::Uuid;

use super::{Pass, merge, plan_markdown, report::Report, sealed};
use crate::{error::Result, plan};

/// Takes a workbook into the plan it is of.
pub(super) async fn take(pass: Pass<'_>, tx: &mut Tx, findings: &Findings) -> Result<ImportReport> {
    let request = pass.request;
    let mut findings = findings.clone();
    let asks = sealed::open(tx.rows(), &mut findings, request).await?;
    let mut findings = pass.left.without(findings);
    let said = match findings.home {
        Some(plan) => Some(plan),
        None => plan_of_rows(tx.rows(), &findings.rows).await?,
    };
    let plan = match (request.plan_id, said) {
        (Some(asked), Some(said)) if asked.uuid() != said => {
            findings.troubles.push(Trouble::of_file("This workbook is of another plan."));
            asked
        }
        (Some(asked), _) => asked,
        (None, Some(said)) => PlanId::from_uuid(said),
        (None, None) => {
            return Ok(Report::nowhere(
                findings.troubles,
                findings.ignored,
                "This workbook does not tell which plan it is of; name the plan.",
            ));
        }
    };
    if request.plan_id.is_none() && tx.rows().find::<cairn_domain::Plan>(plan).await?.is_none() {
        return Ok(Report::nowhere(
            findings.troubles,
            findings.ignored,
            "The plan of this workbook is not in this workspace.",
        ));
    }
    // Only a customer's copy is sealed, and what that never held is not missing from it.
    if !asks.is_empty() {
        findings.written = Some(plan_markdown::customers(&plan::read(tx.rows(), plan).await?));
    }
    let report = merge::into_plan(pass, tx, plan, findings, request.account_id).await?;
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
