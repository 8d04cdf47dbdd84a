//! What a kind of record adds to the commands of all: its computed fields, and rules that need other records.

use std::future::Future;

use cairn_domain::{Record, Stored};
use cairn_store::{Rows, Tx};
use cairn_wire::View;
use chrono::NaiveDate;

use crate::error::Result;

/// A record with commands.
pub(crate) trait Resource: Record {
    /// Computes the derived fields of some records, in their order.
    fn derive(
        rows: Rows<'_>,
        records: &[Stored<Self>],
    ) -> impl Future<Output = Result<Vec<Self::Derived>>> + Send;

    /// The rules that need other records. `before` is the record as it stands, if it does.
    fn validate_related(
        &self,
        _rows: Rows<'_>,
        _before: Option<&Stored<Self>>,
    ) -> impl Future<Output = Result<()>> + Send {
        async { Ok(()) }
    }

    /// What a change of `before` into this brings along: the next task of a series, once one is done.
    fn next_occurrence(
        &mut self,
        _rows: Rows<'_>,
        _before: &Stored<Self>,
        _today: NaiveDate,
    ) -> impl Future<Output = Result<Option<Self>>> + Send {
        async { Ok(None) }
    }

    /// What a change of this kind brings along in other records, and in itself, once it is written: the dates of a
    /// checklist. `before` is what it was, if it was there. Answers the record as it is then.
    fn bring_along(
        _tx: &mut Tx,
        stored: Stored<Self>,
        _before: Option<&Self>,
    ) -> impl Future<Output = Result<Stored<Self>>> + Send {
        async { Ok(stored) }
    }

    /// The rules of what a record leaves behind when it goes: those of its siblings. It is gone from `rows`.
    fn validate_siblings(&self, _rows: Rows<'_>) -> impl Future<Output = Result<()>> + Send {
        async { Ok(()) }
    }
}

/// Views of some records, in their order.
pub(crate) async fn views<R: Resource>(rows: Rows<'_>, records: Vec<Stored<R>>) -> Result<Vec<View<R>>> {
    let derived = R::derive(rows, &records).await?;
    Ok(records.into_iter().zip(derived).map(|(stored, derived)| View { stored, derived }).collect())
}

/// The view of one record.
pub(crate) async fn view<R: Resource>(rows: Rows<'_>, stored: Stored<R>) -> Result<View<R>> {
    let mut derived = R::derive(rows, std::slice::from_ref(&stored)).await?;
    match derived.pop() {
        Some(derived) => Ok(View { stored, derived }),
        None => Err(cairn_store::StoreError::Corrupt("a record has no computed fields".into()).into()),
    }
}
