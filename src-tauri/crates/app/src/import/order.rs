//! Where a new record of a text stands: behind the one that it follows in the text, not behind all that was here.

use std::{
    collections::{BTreeSet, HashMap, HashSet},
    ops::Bound::{Excluded, Unbounded},
};

use cairn_domain::{Kind, Position, RecordId as _, Stored};
use cairn_exchange::Row;
use cairn_store::Tx;
use uuid::Uuid;

use super::known::Records;
use crate::{
    crud::{Resource, put_one},
    error::Result,
};

/// Moves new records among those that were here to their place in the text. What stands first in the text, or has only
/// new neighbours, stays where it was added: nothing says that it belongs in front.
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
    let runs = runs(list, made);
    let Some((first, _)) = runs.first() else { return Ok(()) };
    let first: Stored<R> = tx.current(R::Id::from_uuid(*first), None).await?;
    let Some((kind, parent)) = first.record.parent() else { return Ok(()) };
    let siblings = tx.rows().under::<R>(kind, [parent]).await?;
    let moving: HashSet<Uuid> = runs.iter().flat_map(|(_, run)| run).copied().collect();
    let (mut new, mut places) = (HashMap::new(), HashMap::new());
    let mut taken = BTreeSet::new();
    for mut one in siblings {
        let id = one.id.uuid();
        if moving.contains(&id) {
            new.insert(id, one);
        } else if let Some(place) = one.record.position_mut() {
            taken.insert(place.clone());
            places.insert(id, place.clone());
        }
    }
    for (after, run) in runs {
        let Some(lower) = places.get(&after) else { continue };
        // Where nothing follows, they stand there already: they were added in the order of the text.
        let Some(upper) = taken.range((Excluded(lower), Unbounded)).next() else { continue };
        let between = Position::spread(lower, upper, run.len());
        for (id, place) in run.iter().zip(between) {
            let Some(one) = new.remove(id) else { continue };
            let mut record = one.record.clone();
            if let Some(position) = record.position_mut() {
                *position = place;
            }
            put_one(tx, one, record).await?;
        }
    }
    Ok(())
}

/// Each record that was here, with the new ones that follow it in the text.
fn runs(list: &[Uuid], made: &BTreeSet<Uuid>) -> Vec<(Uuid, Vec<Uuid>)> {
    let mut runs: Vec<(Uuid, Vec<Uuid>)> = Vec::new();
    for id in list {
        match runs.last_mut() {
            Some((_, run)) if made.contains(id) => run.push(*id),
            None if made.contains(id) => {}
            _ => runs.push((*id, Vec::new())),
        }
    }
    runs.retain(|(_, run)| !run.is_empty());
    runs
}
