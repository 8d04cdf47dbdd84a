//! The fourth schema: the command plan of an account.

use sea_orm_migration::prelude::*;

/// Runs the change.
#[derive(Debug)]
pub(crate) struct Migration;

impl MigrationName for Migration {
    fn name(&self) -> &'static str {
        "m0004_command_plan"
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
CREATE TABLE command_plan (
    id TEXT PRIMARY KEY NOT NULL, version INTEGER NOT NULL,
    created_at TEXT NOT NULL, created_by TEXT NOT NULL,
    updated_at TEXT NOT NULL, updated_by TEXT NOT NULL, deleted_at TEXT,
    account_id TEXT NOT NULL REFERENCES account (id),
    why_now TEXT NOT NULL DEFAULT '',
    why_gitlab TEXT NOT NULL DEFAULT '',
    why_anything TEXT NOT NULL DEFAULT '',
    primary_value_driver TEXT NOT NULL DEFAULT '',
    solution TEXT NOT NULL DEFAULT '',
    primary_capability TEXT NOT NULL DEFAULT '',
    metrics TEXT NOT NULL DEFAULT '[]',
    economic_buyer TEXT NOT NULL DEFAULT '',
    decision_process TEXT NOT NULL DEFAULT '',
    decision_criteria TEXT NOT NULL DEFAULT '',
    partners TEXT NOT NULL DEFAULT '',
    paper_process TEXT NOT NULL DEFAULT '',
    identify_pain TEXT NOT NULL DEFAULT '',
    champion TEXT NOT NULL DEFAULT '',
    competition TEXT NOT NULL DEFAULT '',
    before_scenarios TEXT NOT NULL DEFAULT '',
    negative_consequences TEXT NOT NULL DEFAULT '',
    positive_business_outcomes TEXT NOT NULL DEFAULT '[]',
    required_capabilities TEXT NOT NULL DEFAULT '[]',
    close_plan TEXT NOT NULL DEFAULT '',
    risks TEXT NOT NULL DEFAULT '',
    help TEXT NOT NULL DEFAULT '',
    links TEXT NOT NULL DEFAULT '[]'
) STRICT;
CREATE INDEX command_plan_by_account ON command_plan (account_id);
";
