//! The first schema: the records of a success plan, the journal, and drafts.

use sea_orm_migration::prelude::*;

/// Runs the change.
#[derive(Debug)]
pub(crate) struct Migration;

impl MigrationName for Migration {
    fn name(&self) -> &'static str {
        "m0001_success_plan"
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

/// Raw SQL, because the query builder knows no REAL or ANY for STRICT tables.
const SCHEMA: &str = r"
CREATE TABLE me (
    id TEXT PRIMARY KEY NOT NULL, version INTEGER NOT NULL,
    created_at TEXT NOT NULL, created_by TEXT NOT NULL,
    updated_at TEXT NOT NULL, updated_by TEXT NOT NULL, deleted_at TEXT,
    name TEXT NOT NULL DEFAULT '',
    title TEXT NOT NULL DEFAULT '',
    email TEXT NOT NULL DEFAULT '',
    zone TEXT,
    country TEXT
) STRICT;

CREATE TABLE account (
    id TEXT PRIMARY KEY NOT NULL, version INTEGER NOT NULL,
    created_at TEXT NOT NULL, created_by TEXT NOT NULL,
    updated_at TEXT NOT NULL, updated_by TEXT NOT NULL, deleted_at TEXT,
    name TEXT NOT NULL,
    success_tier TEXT,
    priority TEXT,
    lifecycle_stage TEXT NOT NULL DEFAULT 'align',
    country TEXT,
    time_zone TEXT,
    arr_minor INTEGER,
    arr_currency TEXT,
    renewal_date TEXT,
    subscription_plan TEXT,
    licensed_seats INTEGER
) STRICT;

CREATE TABLE plan (
    id TEXT PRIMARY KEY NOT NULL, version INTEGER NOT NULL,
    created_at TEXT NOT NULL, created_by TEXT NOT NULL,
    updated_at TEXT NOT NULL, updated_by TEXT NOT NULL, deleted_at TEXT,
    account_id TEXT NOT NULL REFERENCES account (id),
    title TEXT NOT NULL,
    type TEXT NOT NULL DEFAULT 'roi_success_plan',
    status TEXT NOT NULL DEFAULT 'draft',
    period_start TEXT,
    period_end TEXT,
    strategy TEXT NOT NULL DEFAULT '',
    highlights TEXT NOT NULL DEFAULT '',
    sponsor TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX plan_by_account ON plan (account_id);

CREATE TABLE objective (
    id TEXT PRIMARY KEY NOT NULL, version INTEGER NOT NULL,
    created_at TEXT NOT NULL, created_by TEXT NOT NULL,
    updated_at TEXT NOT NULL, updated_by TEXT NOT NULL, deleted_at TEXT,
    plan_id TEXT NOT NULL REFERENCES plan (id),
    title TEXT NOT NULL,
    summary TEXT NOT NULL DEFAULT '',
    successes TEXT NOT NULL DEFAULT '',
    risks TEXT NOT NULL DEFAULT '',
    risks_audience TEXT NOT NULL DEFAULT 'internal',
    business_impact TEXT NOT NULL DEFAULT '',
    use_case TEXT,
    priority TEXT,
    status TEXT NOT NULL DEFAULT 'not_started',
    verifiable_outcome_stage TEXT NOT NULL DEFAULT 'proposed',
    owner TEXT NOT NULL DEFAULT '',
    customer_owner TEXT NOT NULL DEFAULT '',
    start TEXT,
    due TEXT,
    close_reason TEXT NOT NULL DEFAULT '',
    summary_of_outcome TEXT NOT NULL DEFAULT '',
    position TEXT NOT NULL
) STRICT;
CREATE INDEX objective_by_plan ON objective (plan_id);

CREATE TABLE criterion (
    id TEXT PRIMARY KEY NOT NULL, version INTEGER NOT NULL,
    created_at TEXT NOT NULL, created_by TEXT NOT NULL,
    updated_at TEXT NOT NULL, updated_by TEXT NOT NULL, deleted_at TEXT,
    objective_id TEXT NOT NULL REFERENCES objective (id),
    name TEXT NOT NULL,
    kind TEXT NOT NULL DEFAULT 'number',
    unit TEXT NOT NULL DEFAULT '',
    direction TEXT NOT NULL DEFAULT 'higher_is_better',
    baseline REAL,
    target REAL,
    target_min REAL,
    target_max REAL,
    target_date TEXT,
    weight REAL NOT NULL DEFAULT 1.0,
    position TEXT NOT NULL
) STRICT;
CREATE INDEX criterion_by_objective ON criterion (objective_id);

CREATE TABLE reading (
    id TEXT PRIMARY KEY NOT NULL, version INTEGER NOT NULL,
    created_at TEXT NOT NULL, created_by TEXT NOT NULL,
    updated_at TEXT NOT NULL, updated_by TEXT NOT NULL, deleted_at TEXT,
    criterion_id TEXT NOT NULL REFERENCES criterion (id),
    date TEXT NOT NULL,
    value REAL NOT NULL,
    note TEXT NOT NULL DEFAULT '',
    note_audience TEXT NOT NULL DEFAULT 'internal',
    evidence TEXT NOT NULL DEFAULT '',
    who TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX reading_by_criterion ON reading (criterion_id, date);

CREATE TABLE initiative (
    id TEXT PRIMARY KEY NOT NULL, version INTEGER NOT NULL,
    created_at TEXT NOT NULL, created_by TEXT NOT NULL,
    updated_at TEXT NOT NULL, updated_by TEXT NOT NULL, deleted_at TEXT,
    objective_id TEXT NOT NULL REFERENCES objective (id),
    title TEXT NOT NULL,
    update_text TEXT NOT NULL DEFAULT '',
    dri TEXT NOT NULL DEFAULT '',
    customer_dri TEXT NOT NULL DEFAULT '',
    due TEXT,
    status TEXT NOT NULL DEFAULT 'not_started',
    audience TEXT NOT NULL DEFAULT 'customer',
    position TEXT NOT NULL
) STRICT;
CREATE INDEX initiative_by_objective ON initiative (objective_id);

CREATE TABLE task (
    id TEXT PRIMARY KEY NOT NULL, version INTEGER NOT NULL,
    created_at TEXT NOT NULL, created_by TEXT NOT NULL,
    updated_at TEXT NOT NULL, updated_by TEXT NOT NULL, deleted_at TEXT,
    initiative_id TEXT NOT NULL REFERENCES initiative (id),
    title TEXT NOT NULL,
    owner TEXT NOT NULL DEFAULT '',
    owner_side TEXT NOT NULL DEFAULT 'ours',
    customer_dri TEXT NOT NULL DEFAULT '',
    start TEXT,
    due TEXT,
    done_date TEXT,
    status TEXT NOT NULL DEFAULT 'new',
    priority TEXT,
    milestone INTEGER NOT NULL DEFAULT 0,
    audience TEXT NOT NULL DEFAULT 'customer',
    position TEXT NOT NULL
) STRICT;
CREATE INDEX task_by_initiative ON task (initiative_id);

-- One row per operation; its id is the request's, so a request sent twice is found here. `depth` counts how
-- often it was undone and redone: 0 is a change, odd an undo, even a redo.
CREATE TABLE op (
    n INTEGER PRIMARY KEY NOT NULL,
    id TEXT NOT NULL UNIQUE,
    name TEXT NOT NULL,
    at TEXT NOT NULL,
    actor TEXT NOT NULL,
    source TEXT NOT NULL,
    device INTEGER NOT NULL DEFAULT 0,
    hlc INTEGER NOT NULL,
    undoes INTEGER REFERENCES op (n),
    depth INTEGER NOT NULL DEFAULT 0,
    result TEXT
) STRICT;
CREATE INDEX op_by_undoes ON op (undoes);

-- One row per changed field, or per row made or removed (then `col` is null and the row stands as JSON).
CREATE TABLE journal (
    n INTEGER PRIMARY KEY NOT NULL,
    op INTEGER NOT NULL REFERENCES op (n),
    tbl TEXT NOT NULL,
    row_id TEXT NOT NULL,
    kind TEXT NOT NULL,
    col TEXT,
    old ANY,
    new ANY
) STRICT;
CREATE INDEX journal_by_op ON journal (op);
CREATE INDEX journal_by_row ON journal (row_id, n);

-- The open operation. Empty between operations, so that a write outside of one fails.
CREATE TABLE ctl (
    one INTEGER PRIMARY KEY NOT NULL CHECK (one = 1),
    op INTEGER
) STRICT;
INSERT INTO ctl (one, op) VALUES (1, NULL);

-- What is typed and not committed. Not journaled, never synced.
CREATE TABLE draft (
    record TEXT NOT NULL,
    field TEXT NOT NULL,
    text TEXT NOT NULL,
    at TEXT NOT NULL,
    PRIMARY KEY (record, field)
) STRICT;
";
