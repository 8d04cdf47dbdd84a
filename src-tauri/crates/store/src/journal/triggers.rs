//! The triggers: derived schema, made anew after every migration.

use std::collections::BTreeMap;

use cairn_domain::Holds;
use sea_orm::{ConnectionTrait, Statement, TransactionSession, TransactionTrait};

use crate::{
    error::Result,
    home::{HOME_ID, HOME_KIND, RowValue},
    tables::{Table, UNJOURNALED, tables},
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
        for value in journaled(table) {
            let (column, (old, new)) = (&value.name, (value.of("OLD"), value.of("NEW")));
            add(
                format!("journal_{name}_update_{column}"),
                format!("AFTER UPDATE OF {} ON {name} WHEN {old} IS NOT {new}", value.columns()),
                &journal("update", "NEW", &format!("'{column}'"), &old, &new),
            );
        }
        keep_homes(table, &mut add);
        add(
            format!("version_{name}_grows"),
            format!("BEFORE UPDATE ON {name} WHEN NEW.version <= OLD.version"),
            "SELECT RAISE(ABORT, 'a change must raise the version')",
        );
    }
    triggers
}

/// A home is a record that is there: the schema cannot say so of a key that names several tables. Refused as a foreign key
/// refuses.
fn keep_homes(table: &Table, add: &mut impl FnMut(String, String, &str)) {
    const REFUSED: &str = "SELECT RAISE(ABORT, 'a record hangs under one that is not there')";
    let (name, Some(homeless)) = (table.name(), table.is_homeless("NEW")) else { return };
    for (how, when) in
        [("insert", "INSERT".to_owned()), ("update", format!("UPDATE OF {HOME_KIND}, {HOME_ID}"))]
    {
        let when = format!("BEFORE {when} ON {name} WHEN {homeless}");
        add(format!("home_{name}_{how}"), when, REFUSED);
    }
    // What the step that is taken back had made goes along with its home, behind it.
    let goes_too = "SELECT 1 FROM journal AS j WHERE j.row_id = t.id AND j.kind = 'insert'
         AND j.op = (SELECT undoes FROM op WHERE n = (SELECT op FROM ctl))";
    for home in table.parents.iter().map(|parent| parent.kind.word()) {
        let under =
            format!("SELECT 1 FROM {name} AS t WHERE t.{HOME_KIND} = '{home}' AND t.{HOME_ID} = OLD.id");
        let when = format!("BEFORE DELETE ON {home} WHEN EXISTS ({under} AND NOT EXISTS ({goes_too}))");
        add(format!("home_{name}_{home}_stays"), when, REFUSED);
    }
}

/// The values whose changes are recorded one by one.
pub(crate) fn journaled(table: &Table) -> impl Iterator<Item = &RowValue> {
    table.values.iter().filter(|value| value.name != "id" && !UNJOURNALED.contains(&value.name.as_str()))
}

/// A row as a JSON object. SQLite writes floats with 15 digits, which loses some: 17 keep every one.
pub(crate) fn row_as_json(table: &Table, row: &str) -> String {
    let pairs: Vec<String> = table
        .values
        .iter()
        .map(|value| {
            let (name, of) = (&value.name, value.of(row));
            if value.holds == Holds::Real {
                format!("'{name}', iif({of} IS NULL, NULL, json(format('%!.17g', {of})))")
            } else {
                format!("'{name}', {of}")
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
