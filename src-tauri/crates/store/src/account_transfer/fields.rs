//! A row as its columns and values.

use sea_orm::QueryResult;

use super::Fields;
use crate::error::{Result, StoreError};

/// A JSON object of a row.
pub(super) fn fields(row: &QueryResult, index: usize) -> Result<Fields> {
    let text: String = row.try_get_by_index(index)?;
    serde_json::from_str(&text).map_err(|why| StoreError::Corrupt(why.to_string()))
}
