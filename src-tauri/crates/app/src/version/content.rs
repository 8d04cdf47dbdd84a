//! A plan's content: read from the records, packed to be kept, and read back from what was kept.

use cairn_domain::{
    Blob, Entry, Hash, Kind, PLAN_CONTENT_TYPE, Plan, PlanContent, PlanId, PlanVersion, Record,
    RecordId as _, Stored,
};
use cairn_store::{Rows, StoredBlob};
use cairn_wire::{OutlineCriterion, OutlineInitiative, OutlineObjective, PlanOutline, View};

use crate::{blob::hash_of, error::Result};

/// The content as the records say it now.
pub(crate) async fn now(rows: Rows<'_>, plan: PlanId) -> Result<PlanContent> {
    let mut tree = rows.tree(Kind::Plan, [plan.uuid()]);
    Ok(PlanContent {
        plan: rows.get::<Plan>(plan).await?.into(),
        objectives: entries(tree.all().await?),
        criteria: entries(tree.all().await?),
        readings: entries(tree.all().await?),
        initiatives: entries(tree.all().await?),
        tasks: entries(tree.all().await?),
        dependencies: entries(tree.all().await?),
    })
}

/// The content of a plan that is read already.
pub(crate) fn of_outline(outline: &PlanOutline) -> PlanContent {
    let PlanOutline { account: _, contacts: _, dependencies, plan, objectives } = outline;
    let mut content = PlanContent {
        plan: entry(plan),
        objectives: Vec::new(),
        criteria: Vec::new(),
        readings: Vec::new(),
        initiatives: Vec::new(),
        tasks: Vec::new(),
        dependencies: dependencies.iter().map(entry).collect(),
    };
    for OutlineObjective { objective, criteria, initiatives } in objectives {
        content.objectives.push(entry(objective));
        for OutlineCriterion { criterion, readings } in criteria {
            content.criteria.push(entry(criterion));
            content.readings.extend(readings.iter().map(entry));
        }
        for OutlineInitiative { initiative, tasks } in initiatives {
            content.initiatives.push(entry(initiative));
            content.tasks.extend(tasks.iter().map(entry));
        }
    }
    content
}

fn entry<R: Record + Clone>(view: &View<R>) -> Entry<R> {
    Entry { id: view.stored.id, record: view.stored.record.clone() }
}

fn entries<R: Record>(records: Vec<Stored<R>>) -> Vec<Entry<R>> {
    records.into_iter().map(Entry::from).collect()
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
