//! Which fields of an onboarding's records hold text, and which of those name people or hosts.

use cairn_domain::{Checklist, ChecklistPhase, ChecklistStep, StepFile, StepLink, Touchpoint, Workshop};
use cairn_wire::OpenItem;

use super::records::{See, Text, any, people};

pub(super) fn see_checklist(checklist: &mut Checklist, see: See<'_>) {
    let Checklist {
        account_id: _,
        title,
        template_id: _,
        template_version: _,
        anchors: _,
        phases,
        is_primary: _,
        started_on: _,
        closed_on: _,
        delay_reason,
        applied: _,
        declined: _,
    } = checklist;
    any(see, [title, delay_reason]);
    for ChecklistPhase { title, gate } in phases {
        any(see, [title, gate]);
    }
}

pub(super) fn see_step(step: &mut ChecklistStep, see: See<'_>) {
    let ChecklistStep {
        checklist_id: _,
        phase,
        key: _,
        title,
        group_title,
        why,
        how,
        links,
        files,
        owner_side: _,
        role,
        assignee,
        contact_id: _,
        required: _,
        visibility: _,
        guidance_for: _,
        evidence_wanted,
        evidence,
        depth: _,
        offset_days: _,
        offset_from: _,
        calendar: _,
        due: _,
        state: _,
        done_on: _,
        reason,
        note,
        follows_kind: _,
        follows_id: _,
        position: _,
    } = step;
    people(see, [assignee]);
    any(see, [phase, title, group_title, why, how, role, evidence_wanted, evidence, reason, note]);
    for StepLink { title, url } in links {
        any(see, [title]);
        see(Text::Host(url));
    }
    for StepFile { name, hash: _ } in files {
        any(see, [name]);
    }
}

pub(super) fn see_touchpoint(touchpoint: &mut Touchpoint, see: See<'_>) {
    let Touchpoint {
        account_id: _,
        touchpoint_type: _,
        subject,
        held_on: _,
        our_attendees,
        contact_ids: _,
        others,
        sponsor_present: _,
        sentiment: _,
        notes,
        meeting_type,
        visibility: _,
    } = touchpoint;
    for name in our_attendees {
        people(see, [name]);
    }
    people(see, [others]);
    any(see, [subject, notes, meeting_type]);
}

pub(super) fn see_workshop(workshop: &mut Workshop, see: See<'_>) {
    let Workshop {
        account_id: _,
        title,
        workshop_type,
        state: _,
        starts_at: _,
        zone: _,
        minutes: _,
        place,
        host,
        invited_ids: _,
        attended_ids: _,
        goal,
        objective_id: _,
        visibility: _,
    } = workshop;
    people(see, [host]);
    any(see, [title, workshop_type, place, goal]);
}

pub(super) fn see_open(item: &mut OpenItem, see: See<'_>) {
    let OpenItem { kind: _, id: _, title, of, due: _, owner } = item;
    people(see, [owner]);
    any(see, [title, of]);
}
