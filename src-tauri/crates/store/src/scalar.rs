//! One value of a query.

use sea_orm::{ConnectionTrait, Statement};

use crate::error::Result;

/// The first column of the first row, if there is a row with a value.
pub(crate) async fn scalar<T: sea_orm::TryGetable>(
    db: &impl ConnectionTrait,
    sql: &str,
    values: impl IntoIterator<Item = sea_orm::Value>,
) -> Result<Option<T>> {
    let row =
        db.query_one_raw(Statement::from_sql_and_values(db.get_database_backend(), sql, values)).await?;
    Ok(match row {
        Some(row) => row.try_get_by_index(0)?,
        None => None,
    })
}
