//! Contents by their hash: kept in the file, never journaled, because a content never changes.

use cairn_domain::{Blob, Hash};
use sea_orm::{ConnectionTrait, Statement};

use crate::{
    error::{Result, StoreError},
    open::Store,
    rows::Rows,
    tx::Tx,
};

/// A content with its bytes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StoredBlob {
    /// What is known of it.
    pub about: Blob,
    /// Its bytes.
    pub bytes: Vec<u8>,
}

impl Rows<'_> {
    /// What is known of a content, if it is there.
    ///
    /// # Errors
    /// Only where the workspace cannot be read.
    pub async fn blob(self, hash: &Hash) -> Result<Option<Blob>> {
        let db = self.db();
        let sql = "SELECT media_type, size FROM blob WHERE hash = ?";
        let values = [String::from(hash.clone()).into()];
        let row =
            db.query_one_raw(Statement::from_sql_and_values(db.get_database_backend(), sql, values)).await?;
        row.map(|row| Ok(Blob { media_type: row.try_get_by_index(0)?, size: row.try_get_by_index(1)? }))
            .transpose()
    }

    /// A content.
    ///
    /// # Errors
    /// [`StoreError::NoBlob`].
    pub async fn blob_bytes(self, hash: &Hash) -> Result<StoredBlob> {
        let about = self.blob(hash).await?.ok_or(StoreError::NoBlob)?;
        let db = self.db();
        let values = [String::from(hash.clone()).into()];
        let sql = "SELECT bytes FROM blob WHERE hash = ?";
        let row =
            db.query_one_raw(Statement::from_sql_and_values(db.get_database_backend(), sql, values)).await?;
        let bytes = row.ok_or(StoreError::NoBlob)?.try_get_by_index(0)?;
        Ok(StoredBlob { about, bytes })
    }
}

impl Store {
    /// Keeps a content; the same content twice is kept once.
    ///
    /// # Errors
    /// Where the workspace cannot be written.
    pub async fn save_blob(&self, hash: &Hash, blob: StoredBlob) -> Result<()> {
        self.run_kept(KEEP, values(hash, blob)).await
    }
}

impl Tx {
    /// Keeps a content along with the record that names it.
    ///
    /// # Errors
    /// As [`Store::save_blob`].
    pub async fn save_blob(&self, hash: &Hash, blob: StoredBlob) -> Result<()> {
        let db = self.db();
        let statement = Statement::from_sql_and_values(db.get_database_backend(), KEEP, values(hash, blob));
        db.execute_raw(statement).await?;
        Ok(())
    }
}

const KEEP: &str =
    "INSERT INTO blob (hash, media_type, size, bytes) VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING";

fn values(hash: &Hash, blob: StoredBlob) -> Vec<sea_orm::Value> {
    let StoredBlob { about: Blob { media_type, size }, bytes } = blob;
    vec![String::from(hash.clone()).into(), media_type.into(), size.into(), bytes.into()]
}
