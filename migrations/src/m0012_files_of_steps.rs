//! Files that a step of a checklist needs, by the contents that they name; and an index of words that is put in order
//! less often, so that a change costs less.

use sea_orm_migration::prelude::*;

/// Runs the change.
#[derive(Debug)]
pub(crate) struct Migration;

impl MigrationName for Migration {
    fn name(&self) -> &'static str {
        "m0012_files_of_steps"
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

/// The column, and its default in the rows that the journal holds as a whole; sixteen parts of the index to a merge,
/// where FTS5 takes four unless told (its documentation, section 6.1).
const SCHEMA: &str = r#"
ALTER TABLE checklist_step ADD COLUMN files TEXT NOT NULL DEFAULT '[]';
UPDATE journal SET old = json_patch('{"files":"[]"}', old), new = json_patch('{"files":"[]"}', new)
WHERE tbl = 'checklist_step' AND col IS NULL;
INSERT INTO search (search, rank) VALUES ('automerge', 16);
"#;
