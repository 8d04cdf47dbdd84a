//! Where a new record of a text stands: behind the one that it follows there, not behind all that was here before.

use std::collections::{BTreeSet, HashMap};

use cairn_domain::{Kind, RecordId as _, Stored};
use cairn_exchange::Row;
use cairn_store::Tx;
use uuid::Uuid;

use super::known::Records;
use crate::{
    crud::{Resource, between},
    error::Result,
};

/// Moves what was made under records that were here to its place in the text. What comes first in the text, or is all new,
/// stays as it was added: nothing says that it belongs before the others.
pub(super) async fn as_written<R: Resource>(
    tx: &mut Tx,
    rows: &[(&Row, Option<Uuid>)],
    records: &Records,
    made: &BTreeSet<Uuid>,
) -> Result<()> {
    for list in lists(R::KIND, rows, records) {
        behind::<R>(tx, &list, made).await?;
    }
    Ok(())
}

/// The records of a kind in the order of the text, those of each parent by themselves.
fn lists(kind: Kind, rows: &[(&Row, Option<Uuid>)], records: &Records) -> Vec<Vec<Uuid>> {
    let mut lists: HashMap<Option<Uuid>, Vec<Uuid>> = HashMap::new();
    for (row, _) in rows.iter().filter(|(row, _)| row.kind == kind && row.by_title) {
        if let Some(id) = row.place.row.and_then(|line| records.of_row(kind, line)) {
            let parent = records.get(kind, id).and_then(|known| known.parent);
            lists.entry(parent).or_default().push(id);
        }
    }
    lists.into_values().collect()
}

/// Puts each new record of one list behind the one that it follows there.
async fn behind<R: Resource>(tx: &mut Tx, list: &[Uuid], made: &BTreeSet<Uuid>) -> Result<()> {
    let Some(old) = list.iter().position(|id| !made.contains(id)) else { return Ok(()) };
    let pairs: Vec<[Uuid; 2]> = list[old..].windows(2).map(|pair| [pair[0], pair[1]]).collect();
    if !pairs.iter().any(|[_, id]| made.contains(id)) {
        return Ok(());
    }
    let first: Stored<R> = tx.current(R::Id::from_uuid(list[old]), None).await?;
    let Some((kind, parent)) = first.record.parent() else { return Ok(()) };
    let mut siblings = tx.rows().under::<R>(kind, [parent]).await?;
    for [after, id] in pairs {
        let (Some(before), Some(own)) = (at(&siblings, after), at(&siblings, id)) else { continue };
        if !made.contains(&id) || own == before + 1 {
            continue;
        }
        let moved = siblings.remove(own);
        let place = between(&mut siblings, Some(R::Id::from_uuid(after)))?;
        let mut record = moved.record.clone();
        if let (Some(position), Some(place)) = (record.position_mut(), place) {
            *position = place;
        }
        let moved = tx.update(moved, record).await?;
        let behind = at(&siblings, after).map_or(0, |before| before + 1);
        siblings.insert(behind, moved);
    }
    Ok(())
}

fn at<R: Resource>(siblings: &[Stored<R>], id: Uuid) -> Option<usize> {
    siblings.iter().position(|one| one.id.uuid() == id)
}
