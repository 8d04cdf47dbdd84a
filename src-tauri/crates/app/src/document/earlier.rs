//! The last version of a plan, as a document tells of it: what changed since, who signed, and who is asked to.
//!
//! Read as records, so that they are redacted as all others; what the audience may see of them is decided afterwards.

use cairn_documents::success_plan::{Agreement, Asked, Ended, Signature, Version};
use cairn_domain::{
    Approver, Audience, Comparison, Kind, PlanContent, PlanId, PlanVersion, RecordId as _, SignEntry,
    SignOff, Signing, Stored, compare, is_same,
};
use cairn_store::Rows;
use cairn_wire::PlanOutline;

use crate::{
    error::Result,
    rules,
    version::{kept, of_outline, seen_by},
};

/// The last version of a plan, with what it kept and who signed it.
#[derive(Debug)]
pub(super) struct Earlier {
    pub(super) version: PlanVersion,
    pub(super) content: PlanContent,
    pub(super) signed: Vec<SignEntry>,
}

/// Reads the version that was frozen last, if there is one.
pub(super) async fn earlier(rows: Rows<'_>, plan: PlanId) -> Result<Option<Earlier>> {
    let versions: Vec<Stored<PlanVersion>> = rows.under(Kind::Plan, [plan.uuid()]).await?;
    // Of one day the one that was made last: ids grow.
    let Some(last) = versions.into_iter().max_by_key(|version| (version.record.frozen_on, version.id)) else {
        return Ok(None);
    };
    let content = kept(rows, &last.record).await?;
    let signed = rules::sign_offs(rows, last.id).await?;
    Ok(Some(Earlier { version: last.record, content, signed }))
}

/// What the document says of that version, to an audience that sees the plan as `outline` has it.
pub(super) fn agreement(outline: &PlanOutline, earlier: Option<Earlier>, audience: Audience) -> Agreement {
    let approvers = &outline.plan.stored.record.approvers;
    let Some(Earlier { version, content, signed }) = earlier else {
        let asked = approvers.iter().map(asked).collect();
        return Agreement { version: None, changes: Comparison::default(), signed: Vec::new(), asked };
    };
    let PlanVersion { plan_id: _, name, frozen_on, agreed_by, note: _, content: _ } = version;
    let seen = |content| seen_by(content, audience);
    let changes = seen(content).zip(seen(of_outline(outline)));
    let changes = changes.map(|(before, now)| compare(&before, &now)).unwrap_or_default();
    let Signing { signed: _, past: _, asked: open } = Signing::of(signed.clone(), approvers);
    Agreement {
        version: Some(Version { name, frozen_on, agreed_by }),
        changes,
        signed: signatures(&signed, approvers),
        asked: open.iter().map(asked).collect(),
    }
}

/// What is said beside the document of approvers who are asked to sign and left the customer. The page itself tells
/// nobody when somebody left.
pub(super) fn gone(outline: &PlanOutline, earlier: Option<&Earlier>) -> Vec<String> {
    let signed = earlier.map(|earlier| earlier.signed.clone()).unwrap_or_default();
    let Signing { asked, .. } = Signing::of(signed, &outline.plan.stored.record.approvers);
    let left = |Approver { name, .. }: Approver| {
        let named = outline.contacts.iter().map(|contact| &contact.stored.record);
        let days = named.filter(|contact| contact.is_named(&name)).map(|contact| contact.left_on);
        // Somebody of the same name who has not left can sign.
        let on = days.collect::<Option<Vec<_>>>()?.into_iter().max()?;
        Some(format!(
            "{name} is asked to sign, and left on {on}: hand that over, or take it out of the plan's approvers."
        ))
    };
    asked.into_iter().filter_map(left).collect()
}

fn asked(approver: &Approver) -> Asked {
    let Approver { name, role } = approver;
    Asked { name: name.clone(), role: role.clone() }
}

/// Every sign-off in its order; one that stands no more says since when and why.
fn signatures(entries: &[SignEntry], approvers: &[Approver]) -> Vec<Signature> {
    let ended =
        |id| entries.iter().find(|entry| entry.record.amends == Some(id)).map(|entry| ended(&entry.record));
    let signed = entries.iter().filter(|entry| !entry.record.withdrawn);
    signed.map(|entry| signature(entry.record.clone(), ended(entry.id), approvers)).collect()
}

fn ended(by: &SignOff) -> Ended {
    Ended { withdrawn: by.withdrawn.then_some(by.signed_on), reason: by.reason.clone() }
}

fn signature(signed: SignOff, ended: Option<Ended>, approvers: &[Approver]) -> Signature {
    let SignOff { version_id: _, person, signed_on, words, amends: _, withdrawn: _, reason: _ } = signed;
    let approver = approvers.iter().find(|approver| is_same(&approver.name, &person));
    let role = approver.map(|approver| approver.role.clone()).unwrap_or_default();
    Signature { person, role, on: signed_on, words, ended }
}
