//! The triggers: derived schema, made anew after every migration.

use std::collections::BTreeMap;

use cairn_domain::Holds;
use sea_orm::{ConnectionTrait, Statement, TransactionSession, TransactionTrait};

use crate::{
    error::Result,
    tables::{Column, Table, UNJOURNALED, tables},
};

/// Every trigger by its name.
pub(crate) fn wanted_triggers() -> BTreeMap<String, String> {
    let mut triggers = BTreeMap::new();
    let mut add = |name: String, when: String, body: &str| {
        let sql = format!("CREATE TRIGGER {name} {when} BEGIN {body}; END");
        triggers.insert(name, sql);
    };
    // An operation is open from its first row until its result is written.
    add("op_opens".into(), "AFTER INSERT ON op".into(), "UPDATE ctl SET op = NEW.n");
    add("op_closes".into(), "AFTER UPDATE OF result ON op".into(), "UPDATE ctl SET op = NULL");
    for table in tables() {
        let name = table.name();
        let journal = |kind: &str, row: &str, col: &str, old: &str, new: &str| {
            format!(
                "INSERT INTO journal (op, tbl, row_id, kind, col, old, new)
                 VALUES ((SELECT op FROM ctl), '{name}', {row}.id, '{kind}', {col}, {old}, {new})"
            )
        };
        let (old, new) = (row_as_json(table, "OLD"), row_as_json(table, "NEW"));
        add(
            format!("journal_{name}_insert"),
            format!("AFTER INSERT ON {name}"),
            &journal("insert", "NEW", "NULL", "NULL", &new),
        );
        add(
            format!("journal_{name}_delete"),
            format!("AFTER DELETE ON {name}"),
            &journal("delete", "OLD", "NULL", &old, "NULL"),
        );
        for column in journaled(table) {
            let column = &column.name;
            add(
                format!("journal_{name}_update_{column}"),
                format!("AFTER UPDATE OF {column} ON {name} WHEN OLD.{column} IS NOT NEW.{column}"),
                &journal(
                    "update",
                    "NEW",
                    &format!("'{column}'"),
                    &format!("OLD.{column}"),
                    &format!("NEW.{column}"),
                ),
            );
        }
        add(
            format!("version_{name}_grows"),
            format!("BEFORE UPDATE ON {name} WHEN NEW.version <= OLD.version"),
            "SELECT RAISE(ABORT, 'a change must raise the version')",
        );
    }
    triggers
}

/// The columns whose changes are recorded one by one.
pub(crate) fn journaled(table: &Table) -> impl Iterator<Item = &Column> {
    table.columns.iter().filter(|column| column.name != "id" && !UNJOURNALED.contains(&column.name.as_str()))
}

/// A row as a JSON object. SQLite writes floats with 15 digits, which loses some: 17 keep every one.
pub(crate) fn row_as_json(table: &Table, row: &str) -> String {
    let pairs: Vec<String> = table
        .columns
        .iter()
        .map(|Column { name, holds }| {
            if *holds == Holds::Real {
                format!("'{name}', iif({row}.{name} IS NULL, NULL, json(format('%!.17g', {row}.{name})))")
            } else {
                format!("'{name}', {row}.{name}")
            }
        })
        .collect();
    format!("json_object({})", pairs.join(", "))
}

/// The triggers that stand in the file.
pub(crate) async fn standing_triggers(db: &impl ConnectionTrait) -> Result<BTreeMap<String, String>> {
    let sql = "SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'";
    let rows = db.query_all_raw(Statement::from_string(db.get_database_backend(), sql)).await?;
    rows.iter().map(|row| Ok((row.try_get_by_index(0)?, row.try_get_by_index(1)?))).collect()
}

/// Drops what stands and makes every trigger, in one transaction.
pub(crate) async fn install(writer: &(impl ConnectionTrait + TransactionTrait)) -> Result<()> {
    let tx = writer.begin().await?;
    for name in standing_triggers(&tx).await?.keys() {
        tx.execute_unprepared(&format!("DROP TRIGGER \"{name}\"")).await?;
    }
    for sql in wanted_triggers().values() {
        tx.execute_unprepared(sql).await?;
    }
    tx.commit().await?;
    Ok(())
}
