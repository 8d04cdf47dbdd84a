//! A task and a file hang under one record, named by its kind and its id, where each kind had a column of its own.

use sea_orm_migration::{prelude::*, sea_orm::Statement};

/// Runs the change.
#[derive(Debug)]
pub(crate) struct Migration;

impl MigrationName for Migration {
    fn name(&self) -> &'static str {
        "m0015_home"
    }
}

/// The tables, and the kinds in whose columns their rows had a home.
const HOMES: [(&str, &[&str]); 2] = [
    ("task", &["initiative", "account", "touchpoint", "workshop"]),
    (
        "attachment",
        &["reading", "objective", "task", "account", "touchpoint", "workshop", "checklist_step", "sign_off"],
    ),
];

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let db = manager.get_connection();
        // The old triggers speak of columns that go here; they are made anew after every migration.
        drop_all(db, "TRIGGER", "type = 'trigger'").await?;
        for (table, kinds) in HOMES {
            let names_a_home = kinds.iter().map(|kind| format!("instr(sql, '{kind}_id')"));
            let names_a_home = names_a_home.collect::<Vec<_>>().join(" OR ");
            let which = format!("type = 'index' AND tbl_name = '{table}' AND ({names_a_home})");
            drop_all(db, "INDEX", &which).await?;
            let whens: String =
                kinds.iter().map(|kind| format!(" WHEN {kind}_id IS NOT NULL THEN '{kind}'")).collect();
            let ids: Vec<String> = kinds.iter().map(|kind| format!("{kind}_id")).collect();
            let pair = format!(
                "ALTER TABLE {table} ADD COLUMN home_kind TEXT NOT NULL DEFAULT '';
                 ALTER TABLE {table} ADD COLUMN home_id TEXT NOT NULL DEFAULT '';
                 UPDATE {table} SET home_kind = CASE{whens} ELSE '' END, home_id = coalesce({}, '');",
                ids.join(", ")
            );
            db.execute_unprepared(&pair).await?;
            for id in ids {
                db.execute_unprepared(&format!("ALTER TABLE {table} DROP COLUMN {id}")).await?;
            }
        }
        db.execute_unprepared(INDICES).await.map(drop)
    }

    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }
}

async fn drop_all(db: &SchemaManagerConnection<'_>, what: &str, which: &str) -> Result<(), DbErr> {
    let sql = format!("SELECT name FROM sqlite_schema WHERE {which}");
    for row in db.query_all_raw(Statement::from_string(db.get_database_backend(), sql)).await? {
        let name: String = row.try_get_by_index(0)?;
        db.execute_unprepared(&format!("DROP {what} \"{name}\"")).await?;
    }
    Ok(())
}

/// By the home and the place in it; and, for the list of today, what is due with where it stands (`m0014_today`).
///
/// The journal stays: a home is told there by its key on the wire, as it was (`store/src/home.rs`).
const INDICES: &str = r"
CREATE INDEX task_by_home ON task (home_kind, home_id, position);
CREATE INDEX attachment_by_home ON attachment (home_kind, home_id);
CREATE INDEX task_open_by_due ON task (due, home_kind, home_id)
    WHERE deleted_at IS NULL AND status IN ('new', 'work_in_progress', 'blocked');
";
