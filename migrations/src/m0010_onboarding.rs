//! What is found out at the kickoff, the facts that an onboarding is measured by, and its targets.

use sea_orm_migration::prelude::*;

/// Runs the change.
#[derive(Debug)]
pub(crate) struct Migration;

impl MigrationName for Migration {
    fn name(&self) -> &'static str {
        "m0010_onboarding"
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
ALTER TABLE account ADD COLUMN provider TEXT;
ALTER TABLE account ADD COLUMN deployer TEXT;
ALTER TABLE account ADD COLUMN reference_architecture TEXT NOT NULL DEFAULT '';
ALTER TABLE account ADD COLUMN high_availability TEXT;
ALTER TABLE account ADD COLUMN air_gapped TEXT;
ALTER TABLE account ADD COLUMN backup_and_dr TEXT NOT NULL DEFAULT '';
ALTER TABLE account ADD COLUMN first_value_on TEXT;
ALTER TABLE account ADD COLUMN first_value_users INTEGER;
ALTER TABLE account ADD COLUMN first_value_evidence TEXT NOT NULL DEFAULT '';
ALTER TABLE account ADD COLUMN onboarded_on TEXT;
ALTER TABLE account ADD COLUMN onboarding_delay_reason TEXT NOT NULL DEFAULT '';
ALTER TABLE me ADD COLUMN onboarding_targets TEXT NOT NULL DEFAULT '[]';
CREATE TEMP TABLE grown (tbl TEXT PRIMARY KEY, defaults TEXT NOT NULL);
INSERT INTO grown VALUES
    ('me', '{"onboarding_targets":"[]"}'),
    ('account', '{"reference_architecture":"","backup_and_dr":"","first_value_evidence":"",
        "onboarding_delay_reason":""}');
UPDATE journal SET
    old = json_patch(grown.defaults, journal.old), new = json_patch(grown.defaults, journal.new)
FROM grown WHERE journal.tbl = grown.tbl AND journal.col IS NULL;
DROP TABLE grown;
"#;
