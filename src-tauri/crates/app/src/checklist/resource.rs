//! What the three kinds of record add to the commands of all: computed fields, and rules that need other records.

use std::collections::BTreeMap;

use cairn_domain::{
    Checklist, ChecklistId, ChecklistStep, ChecklistStepId, ChecklistTemplate, Contact, Kind, OffsetFrom,
    Problem, Reason, RecordId as _, Standing, StepFile, StepStanding, Stored, TemplateOrigin, check_anchors,
    step_dates, step_standings,
};
use cairn_store::{Query, Rows, Tx};

use super::{
    remove::bridge,
    run::{Cause, write_dates_of},
};
use crate::{
    crud::{Resource, put_one},
    error::Result,
    rules::{known_content, standing},
    shift::calendars,
};

impl Resource for ChecklistTemplate {
    /// Whatever has a row in the workspace is the user's own.
    async fn derive(_rows: Rows<'_>, records: &[Stored<Self>]) -> Result<Vec<TemplateOrigin>> {
        Ok(vec![TemplateOrigin { built_in: false }; records.len()])
    }

    /// A file that a step names is in the workspace.
    async fn validate_related(&self, rows: Rows<'_>, _before: Option<&Stored<Self>>) -> Result<()> {
        for (step, at) in self.steps() {
            known_files(rows, &format!("{at}.files"), &step.files).await?;
        }
        Ok(())
    }
}

/// Refuses a file whose content is not in the workspace.
async fn known_files(rows: Rows<'_>, field: &str, files: &[StepFile]) -> Result<()> {
    for (at, StepFile { name: _, hash }) in files.iter().enumerate() {
        known_content(rows, &format!("{field}[{at}]"), hash).await?;
    }
    Ok(())
}

/// True where a step of a checklist other than `own` has a key: asked of the index, as a long list adds many steps.
async fn another(rows: Rows<'_>, list: ChecklistId, key: &str, own: Option<ChecklistStepId>) -> Result<bool> {
    let filter = [("checklist_id", list.to_string()), ("key", key.to_owned())];
    let filter = filter.map(|(field, text)| (field.to_owned(), text.into())).into_iter().collect();
    let query = Query { filter, limit: Some(2), ..Query::default() };
    let (found, _) = rows.list::<ChecklistStep>(&query).await?;
    Ok(found.iter().any(|step| Some(step.id) != own))
}

/// The steps of some checklists, by checklist, in their order.
async fn steps_of(
    rows: Rows<'_>,
    lists: impl IntoIterator<Item = ChecklistId> + Send,
) -> Result<BTreeMap<ChecklistId, Vec<Stored<ChecklistStep>>>> {
    let ids: Vec<_> = lists.into_iter().map(cairn_domain::RecordId::uuid).collect();
    let mut steps: BTreeMap<ChecklistId, Vec<Stored<ChecklistStep>>> = BTreeMap::new();
    for step in rows.under::<ChecklistStep>(Kind::Checklist, ids).await? {
        steps.entry(step.record.checklist_id).or_default().push(step);
    }
    Ok(steps)
}

impl Resource for Checklist {
    async fn derive(rows: Rows<'_>, records: &[Stored<Self>]) -> Result<Vec<Standing>> {
        let steps = steps_of(rows, records.iter().map(|list| list.id)).await?;
        let of = |list: &Stored<Self>| {
            Standing::of(&list.record, steps.get(&list.id).map(Vec::as_slice).unwrap_or_default())
        };
        Ok(records.iter().map(of).collect())
    }

    /// Anchors lie within some years of its start, and a phase with steps stays.
    async fn validate_related(&self, rows: Rows<'_>, before: Option<&Stored<Self>>) -> Result<()> {
        if before.is_none_or(|before| before.record.anchors != self.anchors) {
            check_anchors(&self.anchors, self.started_on)?;
        }
        let Some(before) = before.filter(|before| before.record.phases != self.phases) else { return Ok(()) };
        for step in rows.under::<ChecklistStep>(Kind::Checklist, [before.id.uuid()]).await? {
            let phase = step.record.phase;
            if !phase.is_empty() && !self.phases.iter().any(|kept| kept.title == phase) {
                return Err(Problem::new("phases", Reason::NoPart { key: phase }).into());
            }
        }
        Ok(())
    }

    /// Only one checklist of an account is the primary one; and dates follow the anchors.
    async fn bring_along(tx: &mut Tx, stored: Stored<Self>, before: Option<&Self>) -> Result<Stored<Self>> {
        if stored.record.is_primary && stored.deleted_at.is_none() {
            let mut others: Vec<Stored<Self>> =
                tx.rows().under(Kind::Account, [stored.record.account_id.uuid()]).await?;
            others.retain(|other| other.id != stored.id);
            none_primary(tx, others).await?;
        }
        if before.is_none_or(|before| before.anchors != stored.record.anchors) {
            write_dates_of(tx, stored.id, Cause { anchors: true, ..Cause::default() }).await?;
        }
        Ok(stored)
    }
}

/// Takes the mark of the primary one from these checklists of an account.
pub(super) async fn none_primary(tx: &mut Tx, lists: Vec<Stored<Checklist>>) -> Result<()> {
    for list in lists.into_iter().filter(|list| list.record.is_primary) {
        let record = Checklist { is_primary: false, ..list.record.clone() };
        put_one(tx, list, record).await?;
    }
    Ok(())
}

/// Why a phase that is not there cannot be meant.
pub(super) fn no_phase(key: &str, list: &Checklist) -> Reason {
    let known = list.phases.iter().map(|phase| phase.title.clone()).collect();
    Reason::NoPhase { key: key.to_owned(), known }
}

impl Resource for ChecklistStep {
    async fn derive(rows: Rows<'_>, records: &[Stored<Self>]) -> Result<Vec<StepStanding>> {
        let mut lists: Vec<ChecklistId> = records.iter().map(|step| step.record.checklist_id).collect();
        lists.sort_unstable();
        lists.dedup();
        let steps = steps_of(rows, lists).await?;
        let mut standings = BTreeMap::new();
        for (id, steps) in &steps {
            let list = rows.get::<Checklist>(*id).await?.record;
            let calendars = calendars(rows, list.account_id).await?;
            let dates = step_dates(steps, &list.anchors, &calendars)?;
            let found = step_standings(&list.phases, steps, &dates, &calendars);
            standings.extend(steps.iter().map(|step| step.id).zip(found));
        }
        Ok(records.iter().map(|step| standings.get(&step.id).copied().unwrap_or_default()).collect())
    }

    /// A step stands in a phase of its checklist, counts from something that is there, and no other step has its key.
    async fn validate_related(&self, rows: Rows<'_>, before: Option<&Stored<Self>>) -> Result<()> {
        let Some(list) = rows.find::<Checklist>(self.checklist_id).await?.map(|list| list.record) else {
            return Ok(());
        };
        let was = standing(before).map(|before| &before.record);
        if !self.phase.is_empty() && !list.phases.iter().any(|phase| phase.title == self.phase) {
            return Err(Problem::new("phase", no_phase(&self.phase, &list)).into());
        }
        if let (Some(was), Some(kind), Some(_)) = (was, self.follows_kind, self.follows_id)
            && was.state != self.state
        {
            return Err(Problem::new("state", Reason::FollowsRecord { kind }).into());
        }
        if list.closed_on.is_some() && was.is_none_or(|was| was.state != self.state) {
            return Err(Problem::new("checklist_id", Reason::ChecklistClosed).into());
        }
        if let Some(contact) = self.contact_id.filter(|id| was.is_none_or(|was| was.contact_id != Some(*id)))
            && rows.get::<Contact>(contact).await?.record.account_id != list.account_id
        {
            return Err(Problem::new("contact_id", Reason::Elsewhere).into());
        }
        if was.is_none_or(|was| was.files != self.files) {
            known_files(rows, "files", &self.files).await?;
        }
        if was.is_some_and(|was| was.key == self.key && was.offset_from == self.offset_from) {
            return Ok(());
        }
        let own = before.map(|before| before.id);
        let is_another = async |key: &str| another(rows, self.checklist_id, key, own).await;
        let known = match &self.offset_from {
            None => true,
            Some(OffsetFrom::Anchor(key)) => list.anchors.contains_key(key),
            Some(OffsetFrom::Due(key) | OffsetFrom::Done(key)) => *key == self.key || is_another(key).await?,
        };
        if let (false, Some(from)) = (known, &self.offset_from) {
            let key = String::from(from.clone());
            return Err(Problem::new("offset_from", Reason::NoPart { key }).into());
        }
        if !self.key.is_empty() && is_another(&self.key).await? {
            return Err(Problem::new("key", Reason::Twice { what: self.key.clone() }).into());
        }
        Ok(())
    }

    /// The step's own date may change too. A step that is gone leaves no gap.
    async fn bring_along(tx: &mut Tx, stored: Stored<Self>, before: Option<&Self>) -> Result<Stored<Self>> {
        if stored.deleted_at.is_some() {
            bridge(tx, &stored).await?;
        } else if before.is_none_or(|before| !before.is_dated_as(&stored.record)) {
            let cause = Cause { steps: [stored.id].into(), anchors: false };
            write_dates_of(tx, stored.record.checklist_id, cause).await?;
        }
        Ok(tx.rows().get(stored.id).await?)
    }
}
