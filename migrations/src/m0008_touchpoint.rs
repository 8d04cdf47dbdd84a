//! Calls, meetings and mails; workshops; tasks and files whose home one of them is.

use sea_orm_migration::prelude::*;

/// Runs the change.
#[derive(Debug)]
pub(crate) struct Migration;

impl MigrationName for Migration {
    fn name(&self) -> &'static str {
        "m0008_touchpoint"
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

/// The new columns may be empty, so that rows in the journal need no default.
const SCHEMA: &str = r"
CREATE TABLE touchpoint (
    id TEXT PRIMARY KEY NOT NULL, version INTEGER NOT NULL,
    created_at TEXT NOT NULL, created_by TEXT NOT NULL,
    updated_at TEXT NOT NULL, updated_by TEXT NOT NULL, deleted_at TEXT,
    account_id TEXT NOT NULL REFERENCES account (id),
    touchpoint_type TEXT NOT NULL DEFAULT 'customer_call',
    subject TEXT NOT NULL,
    held_on TEXT NOT NULL,
    our_attendees TEXT NOT NULL DEFAULT '[]',
    contact_ids TEXT NOT NULL DEFAULT '[]',
    others TEXT NOT NULL DEFAULT '',
    sponsor_present INTEGER NOT NULL DEFAULT 0,
    sentiment TEXT,
    notes TEXT NOT NULL DEFAULT '',
    meeting_type TEXT NOT NULL DEFAULT '',
    visibility TEXT NOT NULL DEFAULT 'internal'
) STRICT;
CREATE INDEX touchpoint_by_account ON touchpoint (account_id, touchpoint_type, held_on);

CREATE TABLE workshop (
    id TEXT PRIMARY KEY NOT NULL, version INTEGER NOT NULL,
    created_at TEXT NOT NULL, created_by TEXT NOT NULL,
    updated_at TEXT NOT NULL, updated_by TEXT NOT NULL, deleted_at TEXT,
    account_id TEXT NOT NULL REFERENCES account (id),
    title TEXT NOT NULL,
    workshop_type TEXT NOT NULL DEFAULT '',
    state TEXT NOT NULL DEFAULT 'planned',
    starts_at TEXT,
    zone TEXT,
    minutes INTEGER,
    place TEXT NOT NULL DEFAULT '',
    host TEXT NOT NULL DEFAULT '',
    invited_ids TEXT NOT NULL DEFAULT '[]',
    attended_ids TEXT NOT NULL DEFAULT '[]',
    goal TEXT NOT NULL DEFAULT '',
    objective_id TEXT REFERENCES objective (id),
    visibility TEXT NOT NULL DEFAULT 'internal'
) STRICT;
CREATE INDEX workshop_by_account ON workshop (account_id);

ALTER TABLE task ADD COLUMN touchpoint_id TEXT REFERENCES touchpoint (id);
ALTER TABLE task ADD COLUMN workshop_id TEXT REFERENCES workshop (id);
CREATE INDEX task_by_touchpoint ON task (touchpoint_id);
CREATE INDEX task_by_workshop ON task (workshop_id);
ALTER TABLE attachment ADD COLUMN touchpoint_id TEXT REFERENCES touchpoint (id);
ALTER TABLE attachment ADD COLUMN workshop_id TEXT REFERENCES workshop (id);
CREATE INDEX attachment_by_touchpoint ON attachment (touchpoint_id);
CREATE INDEX attachment_by_workshop ON attachment (workshop_id);
";
