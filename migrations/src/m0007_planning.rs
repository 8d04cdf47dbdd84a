//! Tasks that come again, and holidays of one's own.

use sea_orm_migration::prelude::*;

/// Runs the change.
#[derive(Debug)]
pub(crate) struct Migration;

impl MigrationName for Migration {
    fn name(&self) -> &'static str {
        "m0007_planning"
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

/// The columns, and their defaults in the rows that the journal holds as a whole.
const SCHEMA: &str = r#"
ALTER TABLE task ADD COLUMN recurrence TEXT;
ALTER TABLE me ADD COLUMN holidays TEXT NOT NULL DEFAULT '[]';
ALTER TABLE account ADD COLUMN holidays TEXT NOT NULL DEFAULT '[]';
UPDATE journal SET
    old = json_patch('{"holidays":"[]"}', old), new = json_patch('{"holidays":"[]"}', new)
WHERE tbl IN ('me', 'account') AND col IS NULL;
"#;
