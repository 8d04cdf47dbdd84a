//! What each kind of record adds: how its computed fields are made, and which rules are its own.

use std::collections::BTreeSet;

use cairn_domain::{
    Account, AccountId, Attachment, Bare, Blob, Brand, CommandPlan, Contact, Criterion, CriterionId,
    CriterionLink, Dependency, Initiative, Kind, LastMet, LastTouch, LinkChange, Me, Measure, Objective,
    Plan, PlanVersion, Progress, Reading, RecordId, Signing, Stored, Taken, TakenLine, TakenOutcome, Task,
    Template, TemplateOrigin, Touchpoint, Workshop,
};
use cairn_store::Rows;
use chrono::NaiveDate;

use super::{Resource, recurrence};
use crate::{error::Result, plan_tree::PlanTree, rules};

/// Records without computed fields; those with a rule among others name it.
macro_rules! bare {
    ($($record:ty $(: $rule:path)?),+ $(,)?) => {$(
        impl Resource for $record {
            async fn derive(_rows: Rows<'_>, records: &[Stored<Self>]) -> Result<Vec<Bare>> {
                Ok(vec![Bare {}; records.len()])
            }

            $(async fn validate_related(&self, rows: Rows<'_>, before: Option<&Stored<Self>>) -> Result<()> {
                $rule(self, rows, before).await
            })?
        }
    )+};
}
bare!(
    Me: rules::me,
    Brand: rules::brand,
    Touchpoint: rules::touchpoint,
    Workshop: rules::workshop,
    Dependency: rules::dependency,
    Initiative: rules::initiative,
);

impl Resource for Account {
    async fn derive(rows: Rows<'_>, records: &[Stored<Self>]) -> Result<Vec<LastTouch>> {
        let ids: Vec<AccountId> = records.iter().map(|account| account.id).collect();
        let days = rows.last_touches(&ids).await?;
        Ok(ids.iter().map(|id| LastTouch { last_touch: days.get(id).copied() }).collect())
    }

    async fn validate_related(&self, rows: Rows<'_>, before: Option<&Stored<Self>>) -> Result<()> {
        rules::account(self, rows, before).await
    }
}

impl Resource for Contact {
    async fn derive(rows: Rows<'_>, records: &[Stored<Self>]) -> Result<Vec<LastMet>> {
        let accounts: BTreeSet<AccountId> = records.iter().map(|contact| contact.record.account_id).collect();
        let days = rows.last_meetings(&accounts.into_iter().collect::<Vec<_>>()).await?;
        Ok(records.iter().map(|contact| LastMet { last_met: days.get(&contact.id).copied() }).collect())
    }

    async fn validate_related(&self, rows: Rows<'_>, before: Option<&Stored<Self>>) -> Result<()> {
        rules::contact(self, rows, before).await
    }
}

impl Resource for Task {
    async fn derive(_rows: Rows<'_>, records: &[Stored<Self>]) -> Result<Vec<Bare>> {
        Ok(vec![Bare {}; records.len()])
    }

    async fn validate_related(&self, rows: Rows<'_>, before: Option<&Stored<Self>>) -> Result<()> {
        rules::task(self, rows, before).await
    }

    async fn next_occurrence(
        &mut self,
        rows: Rows<'_>,
        before: &Stored<Self>,
        today: NaiveDate,
    ) -> Result<Option<Self>> {
        recurrence::next_occurrence(self, rows, before, today).await
    }
}

impl Resource for Attachment {
    async fn derive(rows: Rows<'_>, records: &[Stored<Self>]) -> Result<Vec<Blob>> {
        let mut blobs = Vec::with_capacity(records.len());
        for attachment in records {
            // A content that is gone is shown as empty: the record still says what was there.
            blobs.push(rows.blob(&attachment.record.hash).await?.unwrap_or_default());
        }
        Ok(blobs)
    }

    async fn validate_related(&self, rows: Rows<'_>, _before: Option<&Stored<Self>>) -> Result<()> {
        rules::known_content(rows, "hash", &self.hash).await.map(drop)
    }
}

impl Resource for Reading {
    async fn derive(_rows: Rows<'_>, records: &[Stored<Self>]) -> Result<Vec<Bare>> {
        Ok(vec![Bare {}; records.len()])
    }

    async fn validate_related(&self, rows: Rows<'_>, before: Option<&Stored<Self>>) -> Result<()> {
        rules::reading(self, rows, before).await
    }
}

impl Resource for CommandPlan {
    /// What became of the outcomes, as it stands now.
    async fn derive(rows: Rows<'_>, records: &[Stored<Self>]) -> Result<Vec<Taken>> {
        let mut derived = Vec::with_capacity(records.len());
        for Stored { record, .. } in records {
            let mut taken = Vec::new();
            for link in &record.links {
                let Some(objective) = rows.find::<Objective>(link.objective_id).await? else { continue };
                if objective.deleted_at.is_some() {
                    continue;
                }
                let mut criteria = Vec::new();
                for CriterionLink { line, criterion_id } in &link.criteria {
                    let found = rows.find::<Criterion>(*criterion_id).await?;
                    let Some(criterion) = found.filter(|found| found.deleted_at.is_none()) else { continue };
                    let lines = record.metrics.iter().chain(&record.required_capabilities);
                    criteria.push(TakenLine {
                        change: LinkChange::of(line, lines, &criterion.record.name),
                        line: line.clone(),
                        criterion_id: *criterion_id,
                        name: criterion.record.name,
                    });
                }
                let outcomes = record.positive_business_outcomes.iter();
                taken.push(TakenOutcome {
                    change: LinkChange::of(&link.outcome, outcomes, &objective.record.title),
                    outcome: link.outcome.clone(),
                    objective_id: link.objective_id,
                    plan_id: objective.record.plan_id,
                    title: objective.record.title,
                    criteria,
                });
            }
            derived.push(Taken { taken });
        }
        Ok(derived)
    }
}

impl Resource for Template {
    /// What has a row is the user's own.
    async fn derive(_rows: Rows<'_>, records: &[Stored<Self>]) -> Result<Vec<TemplateOrigin>> {
        Ok(vec![TemplateOrigin { built_in: false }; records.len()])
    }
}

impl Resource for Criterion {
    async fn derive(rows: Rows<'_>, records: &[Stored<Self>]) -> Result<Vec<Measure>> {
        let ids = records.iter().map(|criterion| criterion.id.uuid());
        let readings = PlanTree::readings(rows, ids).await?;
        let of = |id: CriterionId| readings.get(&id).map_or(&[][..], Vec::as_slice);
        Ok(records.iter().map(|criterion| PlanTree::measure(&criterion.record, of(criterion.id))).collect())
    }

    async fn validate_related(&self, rows: Rows<'_>, before: Option<&Stored<Self>>) -> Result<()> {
        rules::criterion(self, rows, before).await
    }

    async fn validate_siblings(&self, rows: Rows<'_>) -> Result<()> {
        rules::criterion_left(self, rows).await
    }
}

impl Resource for Objective {
    async fn derive(rows: Rows<'_>, records: &[Stored<Self>]) -> Result<Vec<Progress>> {
        let under = PlanTree::objectives(rows, records).await?;
        Ok(records.iter().map(|objective| under.objective_progress(objective.id)).collect())
    }

    async fn validate_related(&self, rows: Rows<'_>, before: Option<&Stored<Self>>) -> Result<()> {
        rules::objective(self, rows, before).await
    }
}

impl Resource for PlanVersion {
    /// Who signed, and which approvers of the plan as it stands have not.
    async fn derive(rows: Rows<'_>, records: &[Stored<Self>]) -> Result<Vec<Signing>> {
        let mut derived = Vec::with_capacity(records.len());
        for version in records {
            let plan = rows.get::<Plan>(version.record.plan_id).await?.record;
            derived.push(Signing::of(rules::sign_offs(rows, version.id).await?, &plan.approvers));
        }
        Ok(derived)
    }

    async fn validate_related(&self, rows: Rows<'_>, before: Option<&Stored<Self>>) -> Result<()> {
        rules::plan_version(self, rows, before).await
    }
}

impl Resource for Plan {
    async fn derive(rows: Rows<'_>, records: &[Stored<Self>]) -> Result<Vec<Progress>> {
        let plans = records.iter().map(|plan| plan.id.uuid());
        let objectives: Vec<Stored<Objective>> = rows.under(Kind::Plan, plans).await?;
        let under = PlanTree::objectives(rows, &objectives).await?;
        let of = |plan: &Stored<Self>| {
            let own: Vec<_> = objectives
                .iter()
                .filter(|objective| objective.record.plan_id == plan.id)
                .map(|objective| objective.id)
                .collect();
            under.plan_progress(&own)
        };
        Ok(records.iter().map(of).collect())
    }
}
