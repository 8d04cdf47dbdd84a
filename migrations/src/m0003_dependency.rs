//! The third schema: tasks that wait for each other.

use sea_orm_migration::prelude::*;

/// Runs the change.
#[derive(Debug)]
pub(crate) struct Migration;

impl MigrationName for Migration {
    fn name(&self) -> &'static str {
        "m0003_dependency"
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

const SCHEMA: &str = r"
CREATE TABLE dependency (
    id TEXT PRIMARY KEY NOT NULL, version INTEGER NOT NULL,
    created_at TEXT NOT NULL, created_by TEXT NOT NULL,
    updated_at TEXT NOT NULL, updated_by TEXT NOT NULL, deleted_at TEXT,
    predecessor_id TEXT NOT NULL REFERENCES task (id),
    successor_id TEXT NOT NULL REFERENCES task (id),
    lag_days INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE INDEX dependency_by_predecessor ON dependency (predecessor_id);
CREATE INDEX dependency_by_successor ON dependency (successor_id);
";
