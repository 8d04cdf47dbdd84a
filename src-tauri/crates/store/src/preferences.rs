//! How the window is set up: kept in the file, never journaled.

use sea_orm::{ConnectionTrait, Statement};
use serde_json::Value;

use crate::{
    error::{Result, StoreError},
    open::Store,
    rows::Rows,
};

/// One choice.
#[derive(Clone, Debug, PartialEq)]
pub struct StoredPreference {
    /// Its name.
    pub key: String,
    /// Its value.
    pub value: Value,
}

impl Rows<'_> {
    /// Every choice, by name.
    ///
    /// # Errors
    /// Only where the workspace cannot be read.
    pub async fn preferences(self) -> Result<Vec<StoredPreference>> {
        let db = self.db();
        let sql = "SELECT key, value FROM preference ORDER BY key";
        let rows = db.query_all_raw(Statement::from_string(db.get_database_backend(), sql)).await?;
        rows.iter()
            .map(|row| {
                let text: String = row.try_get_by_index(1)?;
                let value = serde_json::from_str(&text);
                let value = value.map_err(|why| StoreError::Corrupt(format!("preference: {why}")))?;
                Ok(StoredPreference { key: row.try_get_by_index(0)?, value })
            })
            .collect()
    }
}

impl Store {
    /// Keeps a choice over an earlier one; null forgets it.
    ///
    /// # Errors
    /// Where the workspace cannot be written.
    pub async fn save_preference(&self, preference: &StoredPreference) -> Result<()> {
        let StoredPreference { key, value } = preference;
        if value.is_null() {
            return self.run_kept("DELETE FROM preference WHERE key = ?", vec![key.into()]).await;
        }
        let sql = "INSERT OR REPLACE INTO preference (key, value) VALUES (?, ?)";
        self.run_kept(sql, vec![key.into(), value.to_string().into()]).await
    }
}
