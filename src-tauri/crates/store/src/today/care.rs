//! Accounts that were judged, plans in which nothing changed, and criteria that contradict themselves.

use std::collections::HashMap;

use cairn_domain::{AccountId, AccountSentiment, Criterion, CriterionId, PlanId, Priority, Stored};
use chrono::{DateTime, NaiveDate, Utc};
use sea_orm::QueryResult;

use super::sql::OPEN_PLAN;
use crate::{
    error::Result,
    rows::{CHUNK, Rows, of_ids},
    touch::{id_at, word_or_none},
};

/// What is read of how an account is cared for.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct AccountCare {
    /// Its id.
    pub id: AccountId,
    /// Its version.
    pub version: i64,
    /// Its name.
    pub name: String,
    /// When it was made.
    pub created_at: DateTime<Utc>,
    /// How much attention it gets.
    pub priority: Option<Priority>,
    /// How it is judged.
    pub sentiment: Option<AccountSentiment>,
    /// When it was judged so.
    pub sentiment_date: Option<NaiveDate>,
    /// Since when they are a customer.
    pub customer_since: Option<NaiveDate>,
}

/// An open plan in which nothing changed for some time.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct QuietPlan {
    /// Its id.
    pub id: PlanId,
    /// Its version.
    pub version: i64,
    /// Its title.
    pub title: String,
    /// Its account.
    pub account_id: AccountId,
    /// When anything of it was changed last.
    pub changed: DateTime<Utc>,
}

impl Rows<'_> {
    /// The accounts that have a priority or were judged.
    ///
    /// # Errors
    /// Only where the workspace cannot be read.
    pub async fn judged_accounts(self) -> Result<Vec<AccountCare>> {
        let sql = "SELECT id, version, name, created_at, priority, sentiment, sentiment_date, customer_since FROM account
            WHERE deleted_at IS NULL
            AND (priority IS NOT NULL OR sentiment IS NOT NULL OR sentiment_date IS NOT NULL)";
        let care = |row: &QueryResult| {
            Ok(AccountCare {
                id: id_at(row, 0)?,
                version: row.try_get_by_index(1)?,
                name: row.try_get_by_index(2)?,
                created_at: row.try_get_by_index(3)?,
                priority: word_or_none(row, 4)?,
                sentiment: word_or_none(row, 5)?,
                sentiment_date: row.try_get_by_index(6)?,
                customer_since: row.try_get_by_index(7)?,
            })
        };
        self.ask(sql, []).await?.iter().map(care).collect()
    }

    /// The open plans in which nothing was changed on `day` or later.
    ///
    /// # Errors
    /// Only where the workspace cannot be read.
    pub async fn quiet_plans(self, day: NaiveDate) -> Result<Vec<QuietPlan>> {
        // An instant is kept as text that begins with its day.
        let sql = format!(
            "SELECT * FROM (SELECT p.id, p.version, p.title, p.account_id, max(p.updated_at,
                coalesce((SELECT max(o.updated_at) FROM objective AS o
                    WHERE o.plan_id = p.id AND o.deleted_at IS NULL), ''),
                {}, {}, {}, {}) AS changed
             FROM plan AS p WHERE p.deleted_at IS NULL AND {OPEN_PLAN} AND p.updated_at < ?1) WHERE changed < ?1",
            newest("criterion AS n ON n.objective_id = o.id"),
            newest("criterion AS c ON c.objective_id = o.id AND c.deleted_at IS NULL
                    CROSS JOIN reading AS n ON n.criterion_id = c.id"),
            newest("initiative AS n ON n.objective_id = o.id"),
            newest("initiative AS i ON i.objective_id = o.id AND i.deleted_at IS NULL
                    CROSS JOIN task AS n ON n.home_kind = 'initiative' AND n.home_id = i.id"),
        );
        let plan = |row: &QueryResult| {
            Ok(QuietPlan {
                id: id_at(row, 0)?,
                version: row.try_get_by_index(1)?,
                title: row.try_get_by_index(2)?,
                account_id: id_at(row, 3)?,
                changed: row.try_get_by_index(4)?,
            })
        };
        self.ask(&sql, [day.into()]).await?.iter().map(plan).collect()
    }

    /// The criteria of open plans whose target lies on the other side of the baseline than the direction leads to,
    /// each with its account and its plan. One with a range is among them where its target lies below.
    ///
    /// # Errors
    /// Only where the workspace cannot be read.
    pub async fn contradicting_criteria(self) -> Result<Vec<(Stored<Criterion>, AccountId, PlanId)>> {
        let sql = format!(
            "SELECT c.id, p.account_id, p.id FROM criterion AS c
             JOIN objective AS o ON o.id = c.objective_id AND o.deleted_at IS NULL
             JOIN plan AS p ON p.id = o.plan_id AND p.deleted_at IS NULL
             WHERE c.deleted_at IS NULL AND {OPEN_PLAN} AND c.target <> c.baseline AND
                (c.target > c.baseline) = (c.direction = 'lower_is_better')"
        );
        let mut places = HashMap::new();
        for row in self.ask(&sql, []).await? {
            places.insert(id_at::<CriterionId>(&row, 0)?, (id_at(&row, 1)?, id_at(&row, 2)?));
        }
        let ids: Vec<String> = places.keys().map(ToString::to_string).collect();
        let mut found = Vec::with_capacity(ids.len());
        for some in ids.chunks(CHUNK) {
            for one in of_ids::<Criterion>(&self.db(), some.iter().map(String::as_str)).await? {
                if let Some((account, plan)) = places.remove(&one.id) {
                    found.push((one, account, plan));
                }
            }
        }
        Ok(found)
    }
}

/// The newest change of what hangs below the objectives of the plan `p`.
fn newest(below: &str) -> String {
    format!(
        "coalesce((SELECT max(n.updated_at) FROM objective AS o CROSS JOIN {below}
            WHERE o.plan_id = p.id AND o.deleted_at IS NULL AND n.deleted_at IS NULL), '')"
    )
}
