//! Talks and workshops around today, and the people who should be met.

use std::ops::RangeInclusive;

use cairn_domain::{
    AccountId, Contact, Kind, Stored, TouchpointId, TouchpointType, Word as _, Workshop, WorkshopState,
};
use chrono::{DateTime, NaiveDate, Utc};
use sea_orm::{
    QueryResult,
    sea_query::{Expr, ExprTrait as _},
};
use serde_json::json;

use crate::{
    error::Result,
    rows::Rows,
    tables::table_of,
    touch::{id_at, words},
};

/// What is read of a touchpoint.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Talk {
    /// Its id.
    pub id: TouchpointId,
    /// Its version.
    pub version: i64,
    /// What it was about.
    pub subject: String,
    /// With which customer.
    pub account_id: AccountId,
    /// The day.
    pub held_on: NaiveDate,
}

impl Rows<'_> {
    /// The touchpoints of some types on some days.
    ///
    /// # Errors
    /// Only where the workspace cannot be read.
    pub async fn talks(
        self,
        days: &RangeInclusive<NaiveDate>,
        counts: fn(TouchpointType) -> bool,
    ) -> Result<Vec<Talk>> {
        let sql = "SELECT id, version, subject, account_id, held_on FROM touchpoint
            WHERE deleted_at IS NULL AND held_on BETWEEN ?1 AND ?2
            AND +touchpoint_type IN (SELECT value FROM json_each(?3))";
        let types = json!(words(counts)).to_string();
        let rows = self.ask(sql, [(*days.start()).into(), (*days.end()).into(), types.into()]).await?;
        let talk = |row: &QueryResult| {
            Ok(Talk {
                id: id_at(row, 0)?,
                version: row.try_get_by_index(1)?,
                subject: row.try_get_by_index(2)?,
                account_id: id_at(row, 3)?,
                held_on: row.try_get_by_index(4)?,
            })
        };
        rows.iter().map(talk).collect()
    }

    /// The workshops in some states that begin within some time.
    ///
    /// # Errors
    /// Only where the workspace cannot be read.
    pub async fn workshops_within(
        self,
        states: &[WorkshopState],
        times: RangeInclusive<DateTime<Utc>>,
    ) -> Result<Vec<Stored<Workshop>>> {
        let mut select = table_of(Kind::Workshop).select();
        select.and_where(Expr::col("deleted_at").is_null());
        select.and_where(Expr::col("state").is_in(states.iter().map(|state| state.word())));
        select.and_where(Expr::col("starts_at").between(*times.start(), *times.end()));
        self.read(&select).await
    }

    /// The people who are still there and of whom it is said what they mean to us.
    ///
    /// # Errors
    /// Only where the workspace cannot be read.
    pub async fn people_who_matter(self) -> Result<Vec<Stored<Contact>>> {
        let mut select = table_of(Kind::Contact).select();
        select.and_where(Expr::col("deleted_at").is_null());
        select.and_where(Expr::col("persona").is_not_null());
        select.and_where(Expr::col("left_on").is_null());
        self.read(&select).await
    }
}
