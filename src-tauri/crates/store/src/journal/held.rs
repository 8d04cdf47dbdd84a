//! What no undo takes back: what a customer signed or confirmed, what that rests on, and who works here.
//!
//! Held operations are marked when they are committed, so that finding the next step asks for nothing else
//! (`steps`). What an operation rests on is found by the rows that it touched, whatever command it was.

use std::collections::BTreeSet;

use cairn_domain::Kind;
use sea_orm::{ConnectionTrait, DatabaseTransaction, Statement, Value};
use serde_json::json;

use crate::{
    error::Result,
    tables::{Table, tables},
};

/// The customer's word, and the entries that correct it.
const FOR_GOOD: [&str; 6] = [
    "plan.sign_off",
    "sign_off.withdraw",
    "sign_off.correct",
    "objective.verify",
    "objective.withdraw_verification",
    "objective.correct_verification",
];

/// True for a command that is answered by a second entry, and never by an undo.
pub(crate) fn is_for_good(name: &str) -> bool {
    FOR_GOOD.contains(&name)
}

/// Marks a customer's word, and every earlier operation without which it could not stand.
pub(crate) async fn hold_word(tx: &DatabaseTransaction, op: i64) -> Result<()> {
    for measured in basis(tx, op).await? {
        hold(tx, measured).await?;
    }
    hold(tx, op).await
}

/// Marks an operation, and every earlier one without which it could not stand.
pub(crate) async fn hold(tx: &DatabaseTransaction, op: i64) -> Result<()> {
    let (mut held, mut next) = (BTreeSet::new(), vec![op]);
    while let Some(op) = next.pop() {
        if !held.insert(op) {
            continue;
        }
        run(tx, "UPDATE op SET held = 1 WHERE n = ?", [op.into()]).await?;
        next.extend(before(tx, op).await?);
        for table in tables() {
            next.extend(above(tx, op, table).await?);
        }
    }
    Ok(())
}

/// Marks the operations that say who works here where nobody was named before, unless they do something else as well:
/// then they can be taken back, all but that (`steps::reverse`).
pub(crate) async fn hold_identity(tx: &DatabaseTransaction) -> Result<()> {
    let sql = "UPDATE op SET held = 1
               WHERE n IN (SELECT op FROM journal WHERE row_id IN (SELECT id FROM me)
                           AND (kind = 'insert' OR (col = 'name' AND old = '')))
               AND NOT EXISTS (SELECT 1 FROM journal AS other WHERE other.op = op.n AND other.tbl <> 'me')";
    run(tx, sql, []).await
}

/// Marks what was done before operations were marked.
pub(crate) async fn hold_all(tx: &DatabaseTransaction) -> Result<()> {
    hold_identity(tx).await?;
    let sql = "SELECT n FROM op WHERE n > 0 AND held = 0 AND name IN (SELECT value FROM json_each(?))";
    for op in numbers(tx, sql, [json!(FOR_GOOD).to_string().into()]).await? {
        hold_word(tx, op).await?;
    }
    Ok(())
}

/// What a confirmed outcome was measured by: an undo that took it away would leave the word without its reason.
async fn basis(tx: &DatabaseTransaction, op: i64) -> Result<Vec<i64>> {
    let sql = "WITH own (id) AS (SELECT row_id FROM journal WHERE op = ?1 AND tbl = 'objective'),
                   measure (id) AS (SELECT id FROM criterion WHERE objective_id IN own)
               SELECT DISTINCT op FROM journal WHERE op > 0 AND op < ?1 AND row_id IN (
                   SELECT id FROM measure UNION SELECT id FROM reading WHERE criterion_id IN measure)";
    numbers(tx, sql, [op.into()]).await
}

/// Earlier operations that wrote what this one wrote: the same field, or the row as a whole.
async fn before(tx: &DatabaseTransaction, op: i64) -> Result<Vec<i64>> {
    let sql =
        "SELECT DISTINCT below.op FROM journal AS own JOIN journal AS below ON below.row_id = own.row_id
               WHERE own.op = ?1 AND below.op > 0 AND below.op < ?1
               AND (own.kind <> 'update' OR below.kind <> 'update' OR below.col = own.col)";
    numbers(tx, sql, [op.into()]).await
}

/// Earlier operations that made the records under which this one wrote, or brought them back; of a version that
/// bears something, all that changed it.
async fn above(tx: &DatabaseTransaction, op: i64, table: &Table) -> Result<Vec<i64>> {
    let name = table.name();
    let mut found = Vec::new();
    for parent in &table.parents {
        let above = parent.id("t");
        let which = if parent.kind == Kind::PlanVersion {
            ""
        } else {
            "AND (kind <> 'update' OR col = 'deleted_at')"
        };
        let sql = format!(
            "SELECT DISTINCT op FROM journal WHERE op > 0 AND op < ?1 {which} AND row_id IN (
                 SELECT {above} FROM {name} AS t WHERE t.id IN (SELECT row_id FROM journal WHERE op = ?1 AND tbl = '{name}'))"
        );
        found.extend(numbers(tx, &sql, [op.into()]).await?);
    }
    Ok(found)
}

async fn numbers<const N: usize>(
    tx: &DatabaseTransaction,
    sql: &str,
    values: [Value; N],
) -> Result<Vec<i64>> {
    let rows =
        tx.query_all_raw(Statement::from_sql_and_values(tx.get_database_backend(), sql, values)).await?;
    rows.iter().map(|row| Ok(row.try_get_by_index(0)?)).collect()
}

async fn run<const N: usize>(tx: &DatabaseTransaction, sql: &str, values: [Value; N]) -> Result<()> {
    tx.execute_raw(Statement::from_sql_and_values(tx.get_database_backend(), sql, values)).await?;
    Ok(())
}
