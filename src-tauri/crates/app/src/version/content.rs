//! A plan's content: read from the records, packed to be kept, and read back from what was kept.

use cairn_domain::{
    Blob, Entry, Hash, Kind, PLAN_CONTENT_TYPE, Plan, PlanContent, PlanId, PlanVersion, Record,
    RecordId as _, Stored,
};
use cairn_store::{Rows, StoredBlob};

use crate::{blob::hash_of, error::Result};

/// The content as the records say it now.
pub(crate) async fn now(rows: Rows<'_>, plan: PlanId) -> Result<PlanContent> {
    let objectives = entries(rows.under(Kind::Plan, [plan.uuid()]).await?);
    let criteria = entries(rows.under(Kind::Objective, ids(&objectives)).await?);
    let readings = entries(rows.under(Kind::Criterion, ids(&criteria)).await?);
    let initiatives = entries(rows.under(Kind::Objective, ids(&objectives)).await?);
    let tasks = entries(rows.under(Kind::Initiative, ids(&initiatives)).await?);
    let dependencies = entries(rows.under(Kind::Task, ids(&tasks)).await?);
    let plan = rows.get::<Plan>(plan).await?.into();
    Ok(PlanContent { plan, objectives, criteria, readings, initiatives, tasks, dependencies })
}

fn entries<R: Record>(records: Vec<Stored<R>>) -> Vec<Entry<R>> {
    records.into_iter().map(Entry::from).collect()
}

fn ids<R: Record>(entries: &[Entry<R>]) -> Vec<uuid::Uuid> {
    entries.iter().map(|entry| entry.id.uuid()).collect()
}

/// The content as bytes, with the hash that names them.
pub(crate) fn packed(content: PlanContent) -> Result<(Hash, StoredBlob)> {
    let bytes = content.to_bytes()?;
    let size = i64::try_from(bytes.len()).unwrap_or(i64::MAX);
    let about = Blob { media_type: PLAN_CONTENT_TYPE.to_owned(), size };
    Ok((hash_of(&bytes)?, StoredBlob { about, bytes }))
}

/// The content that a version kept.
pub(crate) async fn kept(rows: Rows<'_>, version: &PlanVersion) -> Result<PlanContent> {
    Ok(PlanContent::from_bytes(&rows.blob_bytes(&version.content).await?.bytes)?)
}
