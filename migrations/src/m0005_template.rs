//! The fifth schema: templates of plans, and which plan was made of which.

use sea_orm_migration::prelude::*;

/// Runs the change.
#[derive(Debug)]
pub(crate) struct Migration;

impl MigrationName for Migration {
    fn name(&self) -> &'static str {
        "m0005_template"
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

// A use names a template without a foreign key: those of the program have no row.
const SCHEMA: &str = r"
CREATE TABLE template (
    id TEXT PRIMARY KEY NOT NULL, version INTEGER NOT NULL,
    created_at TEXT NOT NULL, created_by TEXT NOT NULL,
    updated_at TEXT NOT NULL, updated_by TEXT NOT NULL, deleted_at TEXT,
    title TEXT NOT NULL,
    summary TEXT NOT NULL DEFAULT '',
    content TEXT NOT NULL DEFAULT '{}'
) STRICT;
CREATE TABLE template_use (
    id TEXT PRIMARY KEY NOT NULL, version INTEGER NOT NULL,
    created_at TEXT NOT NULL, created_by TEXT NOT NULL,
    updated_at TEXT NOT NULL, updated_by TEXT NOT NULL, deleted_at TEXT,
    plan_id TEXT NOT NULL REFERENCES plan (id),
    template_id TEXT NOT NULL,
    template_version INTEGER NOT NULL,
    start TEXT NOT NULL,
    parts TEXT NOT NULL DEFAULT '[]',
    records TEXT NOT NULL DEFAULT '{}',
    declined TEXT NOT NULL DEFAULT '[]'
) STRICT;
CREATE INDEX template_use_by_plan ON template_use (plan_id);
";
