//! The sixth schema: versions of a plan, sign-offs on them, and who is asked to sign.

use sea_orm_migration::prelude::*;

/// Runs the change.
#[derive(Debug)]
pub(crate) struct Migration;

impl MigrationName for Migration {
    fn name(&self) -> &'static str {
        "m0006_plan_version"
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
CREATE TABLE plan_version (
    id TEXT PRIMARY KEY NOT NULL, version INTEGER NOT NULL,
    created_at TEXT NOT NULL, created_by TEXT NOT NULL,
    updated_at TEXT NOT NULL, updated_by TEXT NOT NULL, deleted_at TEXT,
    plan_id TEXT NOT NULL REFERENCES plan (id),
    name TEXT NOT NULL,
    frozen_on TEXT NOT NULL,
    agreed_by TEXT NOT NULL DEFAULT '',
    note TEXT NOT NULL DEFAULT '',
    content TEXT NOT NULL
) STRICT;
CREATE INDEX plan_version_by_plan ON plan_version (plan_id);

CREATE TABLE sign_off (
    id TEXT PRIMARY KEY NOT NULL, version INTEGER NOT NULL,
    created_at TEXT NOT NULL, created_by TEXT NOT NULL,
    updated_at TEXT NOT NULL, updated_by TEXT NOT NULL, deleted_at TEXT,
    version_id TEXT NOT NULL REFERENCES plan_version (id),
    person TEXT NOT NULL,
    signed_on TEXT NOT NULL,
    words TEXT NOT NULL
) STRICT;
CREATE INDEX sign_off_by_version ON sign_off (version_id);

ALTER TABLE plan ADD COLUMN approvers TEXT NOT NULL DEFAULT '[]';
-- Plans that come back from the journal have today's columns.
UPDATE journal SET old = json_set(old, '$.approvers', '[]'), new = json_set(new, '$.approvers', '[]')
WHERE tbl = 'plan' AND col IS NULL;
";
