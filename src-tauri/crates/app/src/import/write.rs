//! One record of a file, made or changed as a request would: by the rules of every door.

use std::collections::HashMap;

use cairn_domain::{Kind, Position, Problem, Reason, RecordId as _, Stored};
use cairn_store::{StoreError, Tx};
use cairn_wire::{Create, Request as _, RequestBody, Update};
use chrono::NaiveDate;
use uuid::Uuid;

use crate::{
    crud::{Along, New, Resource, Written, make, write},
    error::{AppError, Result},
};

/// True where a rule refused, which is a matter of one row.
pub(super) const fn is_refusal(error: &AppError) -> bool {
    matches!(
        error,
        AppError::Request(_)
            | AppError::Rule(_)
            | AppError::Store(
                StoreError::NotFound { .. } | StoreError::ParentDeleted { .. } | StoreError::Deleted { .. },
            )
    )
}

/// Changes fields of a record, as a request would; answers it as it is then.
pub(super) async fn update<R: Resource>(
    tx: &mut Tx,
    id: Uuid,
    changes: RequestBody,
    today: NaiveDate,
) -> Result<Stored<R>> {
    change(tx, id, changes, today).await.map(|written| written.stored)
}

/// As [`update`], with what the change made.
pub(super) async fn change<R: Resource>(
    tx: &mut Tx,
    id: Uuid,
    mut changes: RequestBody,
    today: NaiveDate,
) -> Result<Written<R>> {
    if let Some((home, _)) = R::PARENTS.iter().find(|(home, _)| changes.contains_key(*home)) {
        return Err(Problem::new(*home, Reason::Fixed).into());
    }
    let current = tx.current::<R>(R::Id::from_uuid(id), None).await?;
    changes.insert("id".into(), id.to_string().into());
    changes.insert("version".into(), current.version.into());
    let record = Update::<R>::parse(changes)?.apply(&current.record)?;
    write(tx, current, record, today, Along::Later).await
}

/// The last position that an import gave under each parent: looking it up takes as long as there are siblings.
#[derive(Debug, Default)]
pub(super) struct Ends(HashMap<(Kind, Kind, Uuid), Position>);

impl Ends {
    /// As [`insert`], for one of many.
    pub(super) async fn insert<R: Resource>(
        &mut self,
        tx: &mut Tx,
        fields: RequestBody,
        today: NaiveDate,
    ) -> Result<Stored<R>> {
        let mut record: R = Create::<R>::parse(fields)?.into_record(today)?;
        let home = record.parent().map(|(kind, id)| (R::KIND, kind, id));
        let last = home.and_then(|home| self.0.get(&home)).map(Position::after);
        let mut placed = false;
        if let (Some(next), Some(place)) = (last, record.position_mut()) {
            *place = next;
            placed = true;
        }
        let new = if placed { New::placed(record) } else { New::last(record) };
        let mut stored = make(tx, new, today, Along::Later).await?;
        if let (Some(home), Some(place)) = (home, stored.record.position_mut()) {
            self.0.insert(home, place.clone());
        }
        Ok(stored)
    }

    /// Forgets the positions, once a change may have moved something.
    pub(super) fn forget(&mut self) {
        self.0.clear();
    }
}

/// Adds a record behind its siblings, as a request would.
pub(super) async fn insert<R: Resource>(
    tx: &mut Tx,
    fields: RequestBody,
    today: NaiveDate,
) -> Result<Stored<R>> {
    let record: R = Create::<R>::parse(fields)?.into_record(today)?;
    make(tx, New::last(record), today, Along::Later).await
}
