//! Checklists: their templates, the runs of an account, and their steps.

use sea_orm_migration::prelude::*;

/// Runs the change.
#[derive(Debug)]
pub(crate) struct Migration;

impl MigrationName for Migration {
    fn name(&self) -> &'static str {
        "m0009_checklist"
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

// A checklist names its template without a foreign key: those of the program have no row. So does a step the record that
// it follows: it is of one kind or another.
const SCHEMA: &str = r"
CREATE TABLE checklist_template (
    id TEXT PRIMARY KEY NOT NULL, version INTEGER NOT NULL,
    created_at TEXT NOT NULL, created_by TEXT NOT NULL,
    updated_at TEXT NOT NULL, updated_by TEXT NOT NULL, deleted_at TEXT,
    title TEXT NOT NULL,
    summary TEXT NOT NULL DEFAULT '',
    anchors TEXT NOT NULL DEFAULT '[]',
    phases TEXT NOT NULL DEFAULT '[]'
) STRICT;
CREATE TABLE checklist (
    id TEXT PRIMARY KEY NOT NULL, version INTEGER NOT NULL,
    created_at TEXT NOT NULL, created_by TEXT NOT NULL,
    updated_at TEXT NOT NULL, updated_by TEXT NOT NULL, deleted_at TEXT,
    account_id TEXT NOT NULL REFERENCES account (id),
    title TEXT NOT NULL,
    template_id TEXT,
    template_version INTEGER NOT NULL DEFAULT 0,
    anchors TEXT NOT NULL DEFAULT '{}',
    phases TEXT NOT NULL DEFAULT '[]',
    is_primary INTEGER NOT NULL DEFAULT 0,
    started_on TEXT NOT NULL,
    closed_on TEXT,
    delay_reason TEXT NOT NULL DEFAULT '',
    applied TEXT,
    declined TEXT NOT NULL DEFAULT '[]'
) STRICT;
CREATE INDEX checklist_by_account ON checklist (account_id);
CREATE TABLE checklist_step (
    id TEXT PRIMARY KEY NOT NULL, version INTEGER NOT NULL,
    created_at TEXT NOT NULL, created_by TEXT NOT NULL,
    updated_at TEXT NOT NULL, updated_by TEXT NOT NULL, deleted_at TEXT,
    checklist_id TEXT NOT NULL REFERENCES checklist (id),
    phase TEXT NOT NULL DEFAULT '',
    key TEXT NOT NULL DEFAULT '',
    title TEXT NOT NULL,
    group_title TEXT NOT NULL DEFAULT '',
    why TEXT NOT NULL DEFAULT '',
    how TEXT NOT NULL DEFAULT '',
    links TEXT NOT NULL DEFAULT '[]',
    owner_side TEXT NOT NULL DEFAULT 'ours',
    role TEXT NOT NULL DEFAULT '',
    assignee TEXT NOT NULL DEFAULT '',
    contact_id TEXT REFERENCES contact (id),
    required INTEGER NOT NULL DEFAULT 1,
    visibility TEXT NOT NULL DEFAULT 'internal',
    evidence_wanted TEXT NOT NULL DEFAULT '',
    evidence TEXT NOT NULL DEFAULT '',
    depth INTEGER NOT NULL DEFAULT 0,
    offset_days INTEGER NOT NULL DEFAULT 0,
    offset_from TEXT,
    calendar TEXT NOT NULL DEFAULT 'working',
    due TEXT,
    state TEXT NOT NULL DEFAULT 'open',
    done_on TEXT,
    reason TEXT NOT NULL DEFAULT '',
    note TEXT NOT NULL DEFAULT '',
    follows_kind TEXT,
    follows_id TEXT,
    position TEXT NOT NULL
) STRICT;
CREATE INDEX checklist_step_by_checklist ON checklist_step (checklist_id);
CREATE INDEX checklist_step_by_followed ON checklist_step (follows_id) WHERE follows_id IS NOT NULL;
";
