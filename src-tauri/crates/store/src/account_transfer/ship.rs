//! Sending: an account into a file of its own, which is a workspace that holds nothing else.

use std::path::Path;

use cairn_domain::{AccountId, Hash, Kind};
use sea_orm::TransactionTrait;

use super::Transfer;
use crate::{
    blank::Blank,
    error::{Result, StoreError},
    open::Store,
    rows::Rows,
    tx::{OpHead, Tx},
};

/// What went into a file.
#[derive(Debug)]
pub struct Shipped {
    /// How many records of each kind.
    pub counts: Vec<(Kind, u32)>,
    /// The contents.
    pub contents: Vec<Hash>,
}

impl Store {
    /// Writes an account, its history and its contents to a file where none is. It appears under its name only when it
    /// is whole.
    ///
    /// # Errors
    /// [`StoreError::NotFound`], [`StoreError::Deleted`], [`StoreError::Exists`], and as [`Store::create`].
    pub async fn ship(&self, account: AccountId, path: &Path, head: OpHead) -> Result<Shipped> {
        // One state of the workspace, whatever others write meanwhile.
        let state = self.readers().begin().await?;
        let rows = Rows::within(&state);
        if rows.get::<cairn_domain::Account>(account).await?.deleted_at.is_some() {
            return Err(StoreError::Deleted { kind: Kind::Account });
        }
        let transfer: Transfer = rows.transfer(&account.to_string()).await?;
        let shipped = Shipped { counts: transfer.counts(), contents: transfer.contents().to_vec() };
        let blank = Blank::at(path).await?;
        let mut tx = Tx::open(blank.writer().begin().await?, head, None).await?;
        let difference = tx.rows().difference(&account.to_string(), &transfer).await?;
        tx.arrive(transfer, &difference, rows).await?;
        tx.commit(&()).await?;
        blank.place().await?;
        Ok(shipped)
    }
}
