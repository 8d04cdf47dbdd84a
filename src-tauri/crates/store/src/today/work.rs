//! Tasks and objectives by the day they are due: how many, the first of them in the order of the list, and the tasks
//! that are worth a look without such a day.

use std::{collections::HashMap, ops::RangeInclusive};

use cairn_domain::{Kind, Side, TaskId, TaskStatus};
use chrono::NaiveDate;
use sea_orm::{QueryResult, Value};
use uuid::Uuid;

use super::{
    Sector, WorkPlace, head_at, homes, listed,
    sql::{OPEN_OBJECTIVE, OPEN_PLAN, OPEN_TASK},
};
use crate::{
    error::Result,
    rows::Rows,
    touch::{id_at, word_at, word_or_none},
};

/// The days that divide work by its urgency.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct WorkDays {
    /// Where the user is.
    pub today: NaiveDate,
    /// The last day that counts as soon.
    pub soon: NaiveDate,
}

/// How much work is due, by when.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct DueCounts {
    /// Before today.
    pub late: u64,
    /// Today.
    pub today: u64,
    /// On the days after today.
    pub soon: Vec<(NaiveDate, u64)>,
}

/// A task, or an objective, that is not over, in a plan that is worked on or in none.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct DueWork {
    /// Which of both it is.
    pub kind: Kind,
    /// Its id.
    pub id: Uuid,
    /// Its version.
    pub version: i64,
    /// Its title.
    pub title: String,
    /// Who does it.
    pub owner: String,
    /// On which side they are.
    pub side: Side,
    /// How a task is going; none for an objective.
    pub status: Option<TaskStatus>,
    /// Why a task is blocked.
    pub blocked_reason: String,
    /// By when.
    pub due: Option<NaiveDate>,
    /// What the talk was about in which a task was agreed.
    pub talk: Option<String>,
    /// Where it stands.
    pub place: WorkPlace,
}

/// A task that another one waits for.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Before {
    /// Its title.
    pub title: String,
    /// How it is going.
    pub status: TaskStatus,
    /// The day it was done.
    pub done_date: Option<NaiveDate>,
}

/// Why a task is worth a look that is not due soon.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Look {
    /// It is blocked.
    Blocked,
    /// Something that it waited for was done on one of these days.
    Freed(RangeInclusive<NaiveDate>),
    /// It was agreed in a talk, without a day.
    Agreed,
}

/// What is read of a task, with the place in which it stands.
fn tasks() -> String {
    format!(
        "SELECT t.id, t.version, t.title, t.owner, t.owner_side, t.status, t.blocked_reason, t.due, {},
            p.id, a.id, a.name, a.public_sector, a.success_tier
        FROM task AS t
        LEFT JOIN plan AS p ON p.id = {} AND p.deleted_at IS NULL
        JOIN account AS a ON a.id = {} AND a.deleted_at IS NULL",
        homes::talk(),
        homes::above(Kind::Plan),
        homes::above(Kind::Account),
    )
}
/// The same of an objective.
const OBJECTIVES: &str = "SELECT o.id, o.version, o.title, o.owner, 'ours', NULL, '', o.due,
        NULL, p.id, a.id, a.name, a.public_sector, a.success_tier
    FROM objective AS o
    JOIN plan AS p ON p.id = o.plan_id AND p.deleted_at IS NULL
    JOIN account AS a ON a.id = p.account_id AND a.deleted_at IS NULL";

impl Rows<'_> {
    /// How many tasks and objectives are due, up to the last day that counts as soon.
    ///
    /// What is there hangs under what is there: deletion takes along what hangs below. So it is enough to leave out
    /// what stands in plans that are over, of which there are few tasks that are not.
    ///
    /// # Errors
    /// Only where the workspace cannot be read.
    pub async fn due_counts(self, days: WorkDays, sector: Sector) -> Result<DueCounts> {
        let mut counts = DueCounts::default();
        let (tasks, objectives) = (tasks_counted(sector), objectives_counted(sector));
        let values = || [Value::from(days.today), days.soon.into()];
        let (tasks, objectives) =
            tokio::try_join!(self.ask(&tasks, values()), self.ask(&objectives, values()))?;
        for row in tasks.iter().chain(&objectives) {
            let (due, count): (Option<NaiveDate>, i64) = (row.try_get_by_index(0)?, row.try_get_by_index(1)?);
            counts.add(due, count.unsigned_abs(), days.today);
        }
        Ok(counts)
    }

    /// The first tasks and as many objectives that are due on some days, each in the order of the list: by day, by
    /// account, by title.
    ///
    /// # Errors
    /// Only where the workspace cannot be read.
    pub async fn due_work(
        self,
        days: &RangeInclusive<NaiveDate>,
        sector: Sector,
        most: u64,
    ) -> Result<Vec<DueWork>> {
        let most = i64::try_from(most).unwrap_or(i64::MAX);
        let values = || [Value::from(*days.start()), (*days.end()).into(), most.into()];
        let (tasks, objectives) = (tasks_due(sector), objectives_due(sector));
        let (tasks, objectives) =
            tokio::try_join!(self.ask(&tasks, values()), self.ask(&objectives, values()))?;
        let mut found = works(Kind::Task, &tasks)?;
        found.extend(works(Kind::Objective, &objectives)?);
        Ok(found)
    }

    /// The tasks that are worth a look for one reason, and are due after a day or on none.
    ///
    /// # Errors
    /// Only where the workspace cannot be read.
    pub async fn tasks_to_look_at(
        self,
        look: &Look,
        after: NaiveDate,
        sector: Sector,
    ) -> Result<Vec<DueWork>> {
        let days = match look {
            Look::Blocked | Look::Agreed => None,
            Look::Freed(days) => Some(days),
        };
        let sql = tasks_looked_at(look, sector);
        let (from, to) = days.map(|days| (*days.start(), *days.end())).unzip();
        works(Kind::Task, &self.ask(&sql, [after.into(), from.into(), to.into()]).await?)
    }

    /// The tasks that some tasks wait for, by the one that waits.
    ///
    /// # Errors
    /// Only where the workspace cannot be read.
    pub async fn tasks_before(self, ids: &[TaskId]) -> Result<HashMap<TaskId, Vec<Before>>> {
        let sql = "SELECT d.successor_id, b.title, b.status, b.done_date FROM dependency AS d
            JOIN task AS b ON b.id = d.predecessor_id
            WHERE d.successor_id IN (SELECT value FROM json_each(?1)) AND d.deleted_at IS NULL AND b.deleted_at IS NULL";
        let mut before: HashMap<TaskId, Vec<Before>> = HashMap::new();
        for row in self.ask(sql, [listed(ids)]).await? {
            before.entry(id_at(&row, 0)?).or_default().push(Before {
                title: row.try_get_by_index(1)?,
                status: word_at(&row, 2)?,
                done_date: row.try_get_by_index(3)?,
            });
        }
        Ok(before)
    }
}

impl DueCounts {
    fn add(&mut self, due: Option<NaiveDate>, count: u64, today: NaiveDate) {
        match due {
            None => self.late += count,
            Some(day) if day == today => self.today += count,
            Some(day) => match self.soon.iter_mut().find(|(known, _)| *known == day) {
                Some((_, known)) => *known += count,
                None => self.soon.push((day, count)),
            },
        }
    }
}

/// A condition that leaves out the public sector, where that is asked for.
fn private(sector: Sector, column: &str) -> String {
    match sector {
        Sector::Every => String::new(),
        Sector::Private => format!("AND NOT {column}"),
    }
}

/// The plans of which nothing counts: those that are over, and, where it is left out, those of the public sector.
fn left_out(sector: Sector) -> String {
    let over = format!("SELECT p.id FROM plan AS p WHERE NOT ({OPEN_PLAN})");
    match sector {
        Sector::Every => over,
        Sector::Private => format!(
            "{over} UNION SELECT p.id FROM account AS a CROSS JOIN plan AS p ON p.account_id = a.id WHERE a.public_sector"
        ),
    }
}

/// The first tasks that are due on some days. The order is that of the list, so that an index leads to them.
fn tasks_due(sector: Sector) -> String {
    let private = private(sector, "a.public_sector");
    format!(
        "{} WHERE {OPEN_TASK} AND t.due BETWEEN ?1 AND ?2 AND (p.id IS NULL OR {OPEN_PLAN}) {private}
         ORDER BY t.due, a.name, t.title, t.id LIMIT ?3",
        tasks()
    )
}

fn objectives_due(sector: Sector) -> String {
    let private = private(sector, "a.public_sector");
    format!(
        "{OBJECTIVES} WHERE {OPEN_OBJECTIVE} AND o.due BETWEEN ?1 AND ?2 AND {OPEN_PLAN} {private}
         ORDER BY o.due, a.name, o.title, o.id LIMIT ?3"
    )
}

fn tasks_looked_at(look: &Look, sector: Sector) -> String {
    let private = private(sector, "a.public_sector");
    let which = match look {
        Look::Blocked => "t.status = 'blocked' AND (t.due > ?1 OR t.due IS NULL)",
        Look::Freed(_) => {
            "(t.due > ?1 OR t.due IS NULL) AND t.id IN (
                SELECT d.successor_id FROM dependency AS d JOIN task AS b ON b.id = d.predecessor_id
                WHERE d.deleted_at IS NULL AND b.deleted_at IS NULL AND b.done_date BETWEEN ?2 AND ?3)"
        }
        Look::Agreed => &format!("t.due IS NULL AND {}", homes::is_agreed()),
    };
    format!("{} WHERE {OPEN_TASK} AND {which} AND (p.id IS NULL OR {OPEN_PLAN}) {private}", tasks())
}

/// How many tasks are late, under no day, and how many are due on each of the days until soon.
fn tasks_counted(sector: Sector) -> String {
    let private = private(sector, "a.public_sector");
    let account = homes::above(Kind::Account);
    let outside = format!(
        "EXISTS (SELECT 1 FROM account AS a WHERE a.deleted_at IS NULL {private} AND a.id = {account})"
    );
    let counts = homes::is_in_other_plan(&left_out(sector), &outside);
    by_day("task AS t", "t.due", &format!("{OPEN_TASK} AND {counts}"))
}

/// The same of objectives.
fn objectives_counted(sector: Sector) -> String {
    let left_out = left_out(sector);
    by_day("objective AS o", "o.due", &format!("{OPEN_OBJECTIVE} AND o.plan_id NOT IN ({left_out})"))
}

/// Counts by day. What is late, which may be most, is counted together: grouping takes as long as finding it.
fn by_day(table: &str, due: &str, which: &str) -> String {
    format!(
        "SELECT NULL, count(*) FROM {table} WHERE {which} AND {due} < ?1
         UNION ALL SELECT {due}, count(*) FROM {table} WHERE {which} AND {due} BETWEEN ?1 AND ?2 GROUP BY {due}"
    )
}

fn works(kind: Kind, rows: &[QueryResult]) -> Result<Vec<DueWork>> {
    let work = |row: &QueryResult| {
        let plan: Option<String> = row.try_get_by_index(9)?;
        Ok(DueWork {
            kind,
            id: id_at(row, 0)?,
            version: row.try_get_by_index(1)?,
            title: row.try_get_by_index(2)?,
            owner: row.try_get_by_index(3)?,
            side: word_at(row, 4)?,
            status: word_or_none(row, 5)?,
            blocked_reason: row.try_get_by_index(6)?,
            due: row.try_get_by_index(7)?,
            talk: row.try_get_by_index(8)?,
            place: WorkPlace {
                plan_id: plan.map(|_| id_at(row, 9)).transpose()?,
                account_id: id_at(row, 10)?,
                account: head_at(row, 11)?,
            },
        })
    };
    rows.iter().map(work).collect()
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a test")]
mod tests {
    use sea_orm::{ConnectionTrait as _, Statement};

    use super::*;
    use crate::open::Store;

    #[tokio::test]
    async fn no_statement_about_work_looks_at_every_task_or_objective() {
        let folder = tempfile::tempdir().unwrap();
        let store = Store::create(&folder.path().join("n.cairn")).await.unwrap();
        let day = NaiveDate::default();
        let looks = [Look::Blocked, Look::Freed(day..=day), Look::Agreed];
        for sector in [Sector::Every, Sector::Private] {
            let mut all = vec![
                tasks_counted(sector),
                objectives_counted(sector),
                tasks_due(sector),
                objectives_due(sector),
            ];
            all.extend(looks.iter().map(|look| tasks_looked_at(look, sector)));
            for sql in all {
                let explain = format!("EXPLAIN QUERY PLAN {sql}");
                let values: Vec<Value> = vec![day.into(), day.into(), 9_i64.into()];
                let db = store.readers();
                let statement = Statement::from_sql_and_values(db.get_database_backend(), explain, values);
                for row in db.query_all_raw(statement).await.unwrap() {
                    let step: String = row.try_get_by_index(3).unwrap();
                    // Of these there are few: plans and accounts, and the links between tasks.
                    let few = ["p", "a", "d"].map(|alias| format!("SCAN {alias}"));
                    let whole = step.starts_with("SCAN ")
                        && !few.iter().any(|few| step == *few || step.starts_with(&format!("{few} ")));
                    let by_index = step.starts_with("SCAN t USING INDEX task_blocked_by_due");
                    assert!(!whole || by_index, "{step} in {sql}");
                }
            }
        }
        store.close().await;
    }
}
