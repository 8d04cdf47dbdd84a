//! Files that belong to a step of a checklist.

use sea_orm_migration::prelude::*;

/// Runs the change.
#[derive(Debug)]
pub(crate) struct Migration;

impl MigrationName for Migration {
    fn name(&self) -> &'static str {
        "m0011_step_files"
    }
}

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager.get_connection().execute_unprepared(SCHEMA).await.map(drop)
    }

    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }
}

/// The column, empty in every row that is there.
const SCHEMA: &str = "
ALTER TABLE attachment ADD COLUMN checklist_step_id TEXT REFERENCES checklist_step (id);
CREATE INDEX attachment_by_checklist_step ON attachment (checklist_step_id);
";
