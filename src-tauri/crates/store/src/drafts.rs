//! Drafts: what is typed and not committed. Kept in the file, never journaled.

use chrono::{DateTime, Utc};
use sea_orm::{ConnectionTrait, Statement, Value};

use crate::{error::Result, open::Store, rows::Rows};

/// A kept draft.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StoredDraft {
    /// The record's id, or a name for one that is not made yet.
    pub record: String,
    /// The field.
    pub field: String,
    /// The text so far.
    pub text: String,
    /// When it was last typed into.
    pub at: DateTime<Utc>,
}

impl Rows<'_> {
    /// Every draft, newest first.
    ///
    /// # Errors
    /// Only where the workspace cannot be read.
    pub async fn drafts(self) -> Result<Vec<StoredDraft>> {
        let db = self.db();
        let sql = "SELECT record, field, text, at FROM draft ORDER BY at DESC, record, field";
        let rows = db.query_all_raw(Statement::from_string(db.get_database_backend(), sql)).await?;
        rows.iter()
            .map(|row| {
                Ok(StoredDraft {
                    record: row.try_get_by_index(0)?,
                    field: row.try_get_by_index(1)?,
                    text: row.try_get_by_index(2)?,
                    at: row.try_get_by_index(3)?,
                })
            })
            .collect()
    }
}

impl Store {
    /// Keeps a draft, over an earlier one of the same field.
    ///
    /// # Errors
    /// Where the workspace cannot be written.
    pub async fn save_draft(&self, draft: &StoredDraft) -> Result<()> {
        let StoredDraft { record, field, text, at } = draft;
        let values = vec![record.into(), field.into(), text.into(), (*at).into()];
        self.run_kept("INSERT OR REPLACE INTO draft (record, field, text, at) VALUES (?, ?, ?, ?)", values)
            .await
    }

    /// Drops a draft, if it is there.
    ///
    /// # Errors
    /// Where the workspace cannot be written.
    pub async fn drop_draft(&self, record: &str, field: &str) -> Result<()> {
        self.run_kept("DELETE FROM draft WHERE record = ? AND field = ?", vec![record.into(), field.into()])
            .await
    }

    /// One statement about what is kept beside the records.
    pub(crate) async fn run_kept(&self, sql: &str, values: Vec<Value>) -> Result<()> {
        let tx = self.writer().await?.begin().await?;
        tx.execute_raw(Statement::from_sql_and_values(tx.get_database_backend(), sql, values)).await?;
        tx.commit().await
    }
}
