//! What the list of today asks the file for: the records that may need somebody, and no others.
//!
//! Owns the statements and the words in them. Does not own what is urgent: a caller says which days and which
//! statuses count, and decides over what it is given.

mod care;
mod checklists;
mod homes;
mod met;
mod sql;
mod work;

pub use care::{AccountCare, QuietPlan};
pub use checklists::Pressing;
pub use met::Talk;
pub use work::{Before, DueCounts, DueWork, Look, WorkDays};

use std::collections::HashMap;

use cairn_domain::{AccountId, PlanId, SuccessTier};
use sea_orm::{ConnectionTrait, QueryResult, Statement, Value};
use serde::Serialize;
use serde_json::json;

use crate::{
    error::Result,
    rows::Rows,
    touch::{id_at, word_or_none},
};

/// Whose records count.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Sector {
    /// Those of every account.
    Every,
    /// Not those of the public sector.
    Private,
}

/// What a row of the list says of an account.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct AccountHead {
    /// Its name.
    pub name: String,
    /// True where it is of the public sector.
    pub public_sector: bool,
    /// The service level it bought.
    pub success_tier: Option<SuccessTier>,
}

/// The account, and the plan, in which a piece of work stands.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct WorkPlace {
    /// The account.
    pub account_id: AccountId,
    /// What is said of it.
    pub account: AccountHead,
    /// The plan, if it stands in one.
    pub plan_id: Option<PlanId>,
}

impl Rows<'_> {
    /// What the list says of some accounts, of those that are not deleted.
    ///
    /// # Errors
    /// Only where the workspace cannot be read.
    pub async fn account_heads(self, ids: &[AccountId]) -> Result<HashMap<AccountId, AccountHead>> {
        let sql = "SELECT id, name, public_sector, success_tier FROM account
                   WHERE deleted_at IS NULL AND id IN (SELECT value FROM json_each(?1))";
        let rows = self.ask(sql, [listed(ids)]).await?;
        rows.iter().map(|row| Ok((id_at(row, 0)?, head_at(row, 1)?))).collect()
    }

    /// The rows of a statement.
    async fn ask(self, sql: &str, values: impl IntoIterator<Item = Value>) -> Result<Vec<QueryResult>> {
        let db = self.db();
        Ok(db.query_all_raw(Statement::from_sql_and_values(db.get_database_backend(), sql, values)).await?)
    }
}

/// Some ids as a parameter, for `json_each`.
fn listed(ids: &[impl Serialize]) -> Value {
    json!(ids).to_string().into()
}

/// Name, sector and tier, from a column on.
fn head_at(row: &QueryResult, at: usize) -> Result<AccountHead> {
    Ok(AccountHead {
        name: row.try_get_by_index(at)?,
        public_sector: row.try_get_by_index(at + 1)?,
        success_tier: word_or_none(row, at + 2)?,
    })
}
