//! How dates of some records were moved: what of the journal is in force and changed a day that was set.

use cairn_domain::Kind;
use chrono::{DateTime, Utc};
use sea_orm::{ConnectionTrait, Statement};
use serde_json::json;

use crate::{error::Result, rows::Rows};

/// The columns that hold a day or a time somebody counts on.
const DATES: [&str; 7] =
    ["due", "start", "target_date", "renewal_date", "period_start", "period_end", "starts_at"];

/// One date of one record, moved or taken away.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DateMove {
    /// The operation's number.
    pub op: i64,
    /// When it was moved.
    pub at: DateTime<Utc>,
    /// Who moved it, by name.
    pub by: String,
    /// The kind of the record.
    pub kind: Kind,
    /// The record.
    pub id: String,
    /// Which of its dates.
    pub field: String,
    /// The date it had.
    pub old: String,
    /// The date it was given; none where it was taken away.
    pub new: Option<String>,
}

impl Rows<'_> {
    /// The moves of dates of some records that are in force, newest first. A date that is set for the first time is no
    /// move, and neither is one that was undone.
    ///
    /// # Errors
    /// Only where the workspace cannot be read.
    pub async fn date_moves(self, ids: &[String]) -> Result<Vec<DateMove>> {
        let sql = "WITH RECURSIVE chain (root, n, depth) AS (
                       SELECT n, n, depth FROM op WHERE depth = 0 AND EXISTS (SELECT 1 FROM op u WHERE u.undoes = op.n)
                       UNION ALL SELECT root, op.n, op.depth FROM op JOIN chain ON op.undoes = chain.n),
                   undone (n) AS (SELECT root FROM chain GROUP BY root HAVING max(depth) % 2 = 1)
                   SELECT o.n, o.at, o.actor, j.tbl, j.row_id, j.col, CAST(j.old AS TEXT), CAST(j.new AS TEXT)
                   FROM journal AS j JOIN op AS o ON o.n = j.op
                   WHERE j.row_id IN (SELECT value FROM json_each(?1))
                   AND j.col IN (SELECT value FROM json_each(?2))
                   AND j.old IS NOT NULL AND o.depth = 0 AND o.n NOT IN (SELECT n FROM undone)
                   ORDER BY j.n DESC";
        let values = [json!(ids).to_string().into(), json!(DATES).to_string().into()];
        let db = self.db();
        let rows =
            db.query_all_raw(Statement::from_sql_and_values(db.get_database_backend(), sql, values)).await?;
        let mut moves = Vec::with_capacity(rows.len());
        for row in rows {
            let table: String = row.try_get_by_index(3)?;
            let Ok(kind) = table.parse() else { continue };
            moves.push(DateMove {
                op: row.try_get_by_index(0)?,
                at: row.try_get_by_index(1)?,
                by: row.try_get_by_index(2)?,
                kind,
                id: row.try_get_by_index(4)?,
                field: row.try_get_by_index(5)?,
                old: row.try_get_by_index(6)?,
                new: row.try_get_by_index(7)?,
            });
        }
        Ok(moves)
    }
}
