//! The documents of a plan: everything that is read for one, redacted, and made into its input.

use cairn_domain::{CommandPlan, Kind, PlanId, RecordId as _, Seen};
use cairn_store::{Rows, StoreError};
use cairn_wire::DocumentKind;

use super::{
    account::Party,
    earlier, left_out,
    made::{Document, Summary},
    redact::{self, Material, Part},
    request::{DocumentContext, DocumentRequest, Draft, language, no_copy},
    success_plan::{self, Setting},
};
use crate::{error::Result, plan, shift::calendars_with};

/// Reads a plan for a document.
pub(super) async fn draft(
    rows: Rows<'_>,
    request: DocumentRequest,
    mut common: DocumentContext,
) -> Result<Draft> {
    let DocumentRequest { document, id, audience, paper, lang, sections, redact } = request;
    let id = PlanId::from_uuid(id);
    let mut outline = plan::read(rows, id).await?;
    if outline.plan.stored.deleted_at.is_some() {
        return Err(StoreError::Deleted { kind: Kind::Plan }.into());
    }
    let promised = rows.find(CommandPlan::id_of(outline.account.stored.id)).await?;
    let mut command_plan =
        promised.filter(|promised| promised.deleted_at.is_none()).map(|promised| promised.record);
    let whole = document == DocumentKind::SuccessPlan;
    // Read for the summary too: whoever is named only in it is redacted everywhere else.
    let mut earlier = earlier::earlier(rows, id).await?;
    let calendars = calendars_with(rows, &outline.account.stored.record).await?;
    let account = Party::from(&outline.account.stored.record);
    let team = account.team.to_vec();
    // The summary has no page to sign on.
    let gone = if whole { earlier::gone(&outline, earlier.as_ref()) } else { Vec::new() };
    let (language, remark) = language(lang.as_deref(), account.language)?;
    let paper = common.paper(paper, account.paper);
    let version = earlier.as_ref().map(|earlier| &earlier.version);
    let mut left_out = left_out::left_out(&outline, command_plan.as_ref(), version, audience);
    // Before anything is made of the records.
    let parts = std::iter::once(Part::Plan(&mut outline))
        .chain(command_plan.as_mut().map(Part::CommandPlan))
        .chain(earlier.as_mut().map(Part::Earlier))
        .collect();
    let material = Material { parts, me: &mut common.me, brand: &mut common.brand };
    left_out.extend(redact::redact(material, &redact, language));
    let redacted = !redact.is_empty();
    let setting =
        Setting { common, language, paper, sections, command_plan, team, redacted, earlier, calendars };
    let outline = Seen::of(outline, audience).ok_or_else(no_copy)?;
    let input = success_plan::input(outline, audience, setting);
    let input: Box<dyn Document> = if whole { Box::new(input) } else { Box::new(Summary(input)) };
    Ok(Draft { input, left_out, remarks: remark.into_iter().chain(gone).collect() })
}
