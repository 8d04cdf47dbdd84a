//! The workspace's own secret: made with the file, never journaled, never part of what leaves it.

use sea_orm::{ConnectionTrait, Statement};

use crate::{
    error::{Result, StoreError},
    rows::Rows,
};

/// A secret's length, in bytes.
pub const SECRET_LEN: usize = 32;

impl Rows<'_> {
    /// The secret. Two workspaces have different ones, a copy of a workspace has the same.
    ///
    /// # Errors
    /// Where the workspace cannot be read, or somebody took it out.
    pub async fn secret(self) -> Result<[u8; SECRET_LEN]> {
        let db = self.db();
        let sql = Statement::from_string(db.get_database_backend(), "SELECT bytes FROM secret");
        let row = db.query_one_raw(sql).await?;
        let bytes: Option<Vec<u8>> = row.map(|row| row.try_get_by_index(0)).transpose()?;
        bytes.and_then(|bytes| bytes.try_into().ok()).ok_or(StoreError::NoSecret)
    }
}
