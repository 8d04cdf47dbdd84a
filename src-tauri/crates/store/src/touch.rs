//! When customers and their people were last in touch: the newest day among touchpoints and done workshops.
//!
//! Asks the file for the newest days alone, so that a list of two thousand accounts reads no notes.

use std::{collections::HashMap, hash::Hash, str::FromStr};

use cairn_domain::{AccountId, ContactId, TouchpointType, Word, Zone};
use chrono::{DateTime, NaiveDate, Utc};
use sea_orm::{ConnectionTrait, QueryResult, Statement};
use serde_json::json;

use crate::{
    error::{Result, StoreError},
    rows::Rows,
};

/// The newest day of each.
type Days<K> = HashMap<K, NaiveDate>;

impl Rows<'_> {
    /// The last call, meeting, mail or done workshop of each account that had one.
    ///
    /// # Errors
    /// Only where the workspace cannot be read.
    pub async fn last_touches(self, accounts: &[AccountId]) -> Result<Days<AccountId>> {
        let mut days = self.last_talks(accounts, TouchpointType::is_touch).await?;
        for done in self.done_workshops(accounts).await? {
            newest(&mut days, done.account, done.day);
        }
        Ok(days)
    }

    /// The last meeting or done workshop that each contact of some accounts attended.
    ///
    /// # Errors
    /// Only where the workspace cannot be read.
    pub async fn last_meetings(self, accounts: &[AccountId]) -> Result<Days<ContactId>> {
        let sql =
            "SELECT value, max(held_on) FROM touchpoint, json_each(contact_ids) WHERE deleted_at IS NULL
                   AND account_id IN (SELECT value FROM json_each(?1))
                   AND touchpoint_type IN (SELECT value FROM json_each(?2)) GROUP BY value";
        let mut days = Days::new();
        for row in self.asked(sql, accounts, TouchpointType::is_meeting).await? {
            newest(&mut days, id_at(&row, 0)?, row.try_get_by_index(1)?);
        }
        for done in self.done_workshops(accounts).await? {
            for contact in done.attended {
                newest(&mut days, contact, done.day);
            }
        }
        Ok(days)
    }

    /// The newest touchpoint of some types with each account that had one.
    ///
    /// # Errors
    /// Only where the workspace cannot be read.
    pub async fn last_talks(
        self,
        accounts: &[AccountId],
        counts: fn(TouchpointType) -> bool,
    ) -> Result<Days<AccountId>> {
        let sql = "SELECT account_id, max(held_on) FROM touchpoint WHERE deleted_at IS NULL
                   AND account_id IN (SELECT value FROM json_each(?1))
                   AND touchpoint_type IN (SELECT value FROM json_each(?2)) GROUP BY account_id";
        let mut days = Days::new();
        for row in self.asked(sql, accounts, counts).await? {
            newest(&mut days, id_at(&row, 0)?, row.try_get_by_index(1)?);
        }
        Ok(days)
    }

    /// The newest workshop that was held with each account that had one, by the day in its own zone.
    ///
    /// # Errors
    /// Only where the workspace cannot be read.
    pub async fn last_workshops(self, accounts: &[AccountId]) -> Result<Days<AccountId>> {
        let mut days = Days::new();
        for done in self.done_workshops(accounts).await? {
            newest(&mut days, done.account, done.day);
        }
        Ok(days)
    }

    async fn done_workshops(self, accounts: &[AccountId]) -> Result<Vec<Done>> {
        let sql = "SELECT account_id, starts_at, zone, attended_ids FROM workshop WHERE deleted_at IS NULL
                   AND account_id IN (SELECT value FROM json_each(?1))
                   AND state = 'done' AND starts_at IS NOT NULL";
        self.asked(sql, accounts, |_| false).await?.iter().map(Done::read).collect()
    }

    /// The rows of a statement that takes the accounts and the types that count.
    async fn asked(
        self,
        sql: &str,
        accounts: &[AccountId],
        counts: fn(TouchpointType) -> bool,
    ) -> Result<Vec<QueryResult>> {
        let values = [json!(accounts).to_string().into(), json!(words(counts)).to_string().into()];
        let db = self.db();
        Ok(db.query_all_raw(Statement::from_sql_and_values(db.get_database_backend(), sql, values)).await?)
    }
}

/// What counts of a workshop that was held.
struct Done {
    account: AccountId,
    day: NaiveDate,
    attended: Vec<ContactId>,
}

impl Done {
    fn read(row: &QueryResult) -> Result<Self> {
        let at: DateTime<Utc> = row.try_get_by_index(1)?;
        let zone: Option<String> = row.try_get_by_index(2)?;
        let zone = zone.and_then(|name| Zone::try_from(name).ok());
        let attended: String = row.try_get_by_index(3)?;
        Ok(Self {
            account: id_at(row, 0)?,
            day: zone.map_or(at.date_naive(), |zone| zone.date_at(at)),
            attended: serde_json::from_str(&attended).unwrap_or_default(),
        })
    }
}

/// The words of a list that count.
pub(crate) fn words<W: Word>(counts: fn(W) -> bool) -> Vec<&'static str> {
    W::VARIANTS.iter().filter(|word| counts(**word)).map(|word| word.word()).collect()
}

/// An id that stands in a column.
pub(crate) fn id_at<T: FromStr>(row: &QueryResult, index: usize) -> Result<T> {
    let text: String = row.try_get_by_index(index)?;
    text.parse().map_err(|_| StoreError::Corrupt(format!("{text} is no id")))
}

/// A word of a list that stands in a column.
pub(crate) fn word_at<W: Word>(row: &QueryResult, index: usize) -> Result<W> {
    let text: String = row.try_get_by_index(index)?;
    text.parse().map_err(|_| StoreError::Corrupt(format!("{text} is no word of its list")))
}

/// As [`word_at`], of a column that may be empty.
pub(crate) fn word_or_none<W: Word>(row: &QueryResult, index: usize) -> Result<Option<W>> {
    let text: Option<String> = row.try_get_by_index(index)?;
    text.map(|_| word_at(row, index)).transpose()
}

fn newest<K: Eq + Hash>(days: &mut Days<K>, of: K, day: NaiveDate) {
    days.entry(of).and_modify(|known| *known = day.max(*known)).or_insert(day);
}
