//! The second schema: contacts, attachments, the brand, the records whole, contents, preferences, search.

use sea_orm_migration::{prelude::*, sea_orm::Statement};

/// Runs the change.
#[derive(Debug)]
pub(crate) struct Migration;

impl MigrationName for Migration {
    fn name(&self) -> &'static str {
        "m0002_first_floor"
    }
}

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let db = manager.get_connection();
        // The old triggers speak of columns that are renamed here; they are made anew after every migration.
        let triggers = "SELECT name FROM sqlite_schema WHERE type = 'trigger'";
        for row in db.query_all_raw(Statement::from_string(db.get_database_backend(), triggers)).await? {
            let name: String = row.try_get_by_index(0)?;
            db.execute_unprepared(&format!("DROP TRIGGER \"{name}\"")).await?;
        }
        for part in [RECORDS, GROWN, TASK, JOURNAL, BESIDE] {
            db.execute_unprepared(part).await?;
        }
        Ok(())
    }

    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }
}

const RECORDS: &str = r"
CREATE TABLE brand (
    id TEXT PRIMARY KEY NOT NULL, version INTEGER NOT NULL,
    created_at TEXT NOT NULL, created_by TEXT NOT NULL,
    updated_at TEXT NOT NULL, updated_by TEXT NOT NULL, deleted_at TEXT,
    company TEXT NOT NULL DEFAULT '',
    logo TEXT,
    colour TEXT NOT NULL DEFAULT '',
    footer TEXT NOT NULL DEFAULT '',
    labels TEXT NOT NULL DEFAULT '{}'
) STRICT;

CREATE TABLE contact (
    id TEXT PRIMARY KEY NOT NULL, version INTEGER NOT NULL,
    created_at TEXT NOT NULL, created_by TEXT NOT NULL,
    updated_at TEXT NOT NULL, updated_by TEXT NOT NULL, deleted_at TEXT,
    account_id TEXT NOT NULL REFERENCES account (id),
    name TEXT NOT NULL,
    title TEXT NOT NULL DEFAULT '',
    persona TEXT,
    influence TEXT,
    sentiment TEXT,
    reports_to TEXT REFERENCES contact (id),
    email TEXT NOT NULL DEFAULT '',
    phone TEXT NOT NULL DEFAULT '',
    left_on TEXT,
    notes TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX contact_by_account ON contact (account_id);

CREATE TABLE attachment (
    id TEXT PRIMARY KEY NOT NULL, version INTEGER NOT NULL,
    created_at TEXT NOT NULL, created_by TEXT NOT NULL,
    updated_at TEXT NOT NULL, updated_by TEXT NOT NULL, deleted_at TEXT,
    reading_id TEXT REFERENCES reading (id),
    objective_id TEXT REFERENCES objective (id),
    task_id TEXT REFERENCES task (id),
    account_id TEXT REFERENCES account (id),
    name TEXT NOT NULL,
    hash TEXT NOT NULL,
    visibility TEXT NOT NULL DEFAULT 'internal'
) STRICT;
CREATE INDEX attachment_by_reading ON attachment (reading_id);
CREATE INDEX attachment_by_objective ON attachment (objective_id);
CREATE INDEX attachment_by_task ON attachment (task_id);
CREATE INDEX attachment_by_account ON attachment (account_id);
";

const GROWN: &str = r#"
ALTER TABLE me ADD COLUMN working_week TEXT NOT NULL
    DEFAULT '["monday","tuesday","wednesday","thursday","friday"]';
ALTER TABLE me ADD COLUMN leave TEXT NOT NULL DEFAULT '[]';
ALTER TABLE me ADD COLUMN fiscal_year_start INTEGER;
ALTER TABLE me ADD COLUMN paper TEXT;
ALTER TABLE me ADD COLUMN date_order TEXT;

ALTER TABLE account ADD COLUMN segment TEXT NOT NULL DEFAULT '';
ALTER TABLE account ADD COLUMN region TEXT NOT NULL DEFAULT '';
ALTER TABLE account ADD COLUMN industry TEXT NOT NULL DEFAULT '';
ALTER TABLE account ADD COLUMN subdivision TEXT NOT NULL DEFAULT '';
ALTER TABLE account ADD COLUMN city TEXT NOT NULL DEFAULT '';
ALTER TABLE account ADD COLUMN other_sites TEXT NOT NULL DEFAULT '[]';
ALTER TABLE account ADD COLUMN document_language TEXT NOT NULL DEFAULT '';
ALTER TABLE account ADD COLUMN paper TEXT;
ALTER TABLE account ADD COLUMN public_sector INTEGER NOT NULL DEFAULT 0;
ALTER TABLE account ADD COLUMN classification TEXT NOT NULL DEFAULT '';
ALTER TABLE account ADD COLUMN sentiment TEXT;
ALTER TABLE account ADD COLUMN sentiment_date TEXT;
ALTER TABLE account ADD COLUMN sentiment_reason TEXT NOT NULL DEFAULT '';
ALTER TABLE account ADD COLUMN fiscal_year_start INTEGER;
ALTER TABLE account ADD COLUMN customer_since TEXT;
ALTER TABLE account ADD COLUMN hosting TEXT;
ALTER TABLE account ADD COLUMN product_version TEXT NOT NULL DEFAULT '';
ALTER TABLE account ADD COLUMN tool_stack TEXT NOT NULL DEFAULT '[]';
ALTER TABLE account ADD COLUMN account_team TEXT NOT NULL DEFAULT '[]';
ALTER TABLE account ADD COLUMN links TEXT NOT NULL DEFAULT '[]';
ALTER TABLE account ADD COLUMN notes TEXT NOT NULL DEFAULT '';
ALTER TABLE account ADD COLUMN sample INTEGER NOT NULL DEFAULT 0;

ALTER TABLE objective RENAME COLUMN risks_audience TO risks_visibility;
ALTER TABLE objective RENAME COLUMN verifiable_outcome_stage TO stage;
ALTER TABLE objective ADD COLUMN confirmed_by TEXT NOT NULL DEFAULT '';
ALTER TABLE objective ADD COLUMN confirmed_on TEXT;
ALTER TABLE objective ADD COLUMN confirmed_words TEXT NOT NULL DEFAULT '';

ALTER TABLE criterion ADD COLUMN interim_targets TEXT NOT NULL DEFAULT '[]';
ALTER TABLE criterion ADD COLUMN source TEXT NOT NULL DEFAULT 'manual';

ALTER TABLE reading RENAME COLUMN note_audience TO note_visibility;

ALTER TABLE initiative RENAME COLUMN audience TO visibility;
ALTER TABLE initiative ADD COLUMN also_serves TEXT NOT NULL DEFAULT '[]';
"#;

/// A task can now hang under an account, so its initiative may be empty; SQLite changes that by a new table.
const TASK: &str = r"
CREATE TABLE task_grown (
    id TEXT PRIMARY KEY NOT NULL, version INTEGER NOT NULL,
    created_at TEXT NOT NULL, created_by TEXT NOT NULL,
    updated_at TEXT NOT NULL, updated_by TEXT NOT NULL, deleted_at TEXT,
    initiative_id TEXT REFERENCES initiative (id),
    account_id TEXT REFERENCES account (id),
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
    milestone_risk TEXT,
    blocked_reason TEXT NOT NULL DEFAULT '',
    visibility TEXT NOT NULL DEFAULT 'internal',
    position TEXT NOT NULL
) STRICT;
INSERT INTO task_grown (
    id, version, created_at, created_by, updated_at, updated_by, deleted_at, initiative_id, title, owner,
    owner_side, customer_dri, start, due, done_date, status, priority, milestone, visibility, position
) SELECT
    id, version, created_at, created_by, updated_at, updated_by, deleted_at, initiative_id, title, owner,
    owner_side, customer_dri, start, due, done_date, status, priority, milestone, audience, position
FROM task;
DROP TABLE task;
ALTER TABLE task_grown RENAME TO task;
CREATE INDEX task_by_initiative ON task (initiative_id);
CREATE INDEX task_by_account ON task (account_id);
";

/// What was done before is undone and shown by today's names, and rows that come back have today's columns.
const JOURNAL: &str = r#"
UPDATE journal SET col = 'risks_visibility' WHERE tbl = 'objective' AND col = 'risks_audience';
UPDATE journal SET col = 'stage' WHERE tbl = 'objective' AND col = 'verifiable_outcome_stage';
UPDATE journal SET col = 'note_visibility' WHERE tbl = 'reading' AND col = 'note_audience';
UPDATE journal SET col = 'visibility' WHERE tbl IN ('initiative', 'task') AND col = 'audience';

CREATE TEMP TABLE grown (tbl TEXT PRIMARY KEY, defaults TEXT NOT NULL);
INSERT INTO grown VALUES
    ('me', '{"working_week":"[\"monday\",\"tuesday\",\"wednesday\",\"thursday\",\"friday\"]","leave":"[]"}'),
    ('account', '{"segment":"","region":"","industry":"","subdivision":"","city":"","other_sites":"[]",
        "document_language":"","public_sector":0,"classification":"","sentiment_reason":"",
        "product_version":"","tool_stack":"[]","account_team":"[]","links":"[]","notes":"","sample":0}'),
    ('objective', '{"confirmed_by":"","confirmed_words":""}'),
    ('criterion', '{"interim_targets":"[]","source":"manual"}'),
    ('initiative', '{"also_serves":"[]"}'),
    ('task', '{"blocked_reason":""}');
UPDATE journal SET
    old = json_patch(grown.defaults, journal.old), new = json_patch(grown.defaults, journal.new)
FROM grown WHERE journal.tbl = grown.tbl AND journal.col IS NULL;
DROP TABLE grown;

UPDATE journal SET
    old = json_remove(
        json_set(old, '$.risks_visibility', old ->> '$.risks_audience', '$.stage', old ->> '$.verifiable_outcome_stage'),
        '$.risks_audience', '$.verifiable_outcome_stage'),
    new = json_remove(
        json_set(new, '$.risks_visibility', new ->> '$.risks_audience', '$.stage', new ->> '$.verifiable_outcome_stage'),
        '$.risks_audience', '$.verifiable_outcome_stage')
WHERE tbl = 'objective' AND col IS NULL;
UPDATE journal SET
    old = json_remove(json_set(old, '$.note_visibility', old ->> '$.note_audience'), '$.note_audience'),
    new = json_remove(json_set(new, '$.note_visibility', new ->> '$.note_audience'), '$.note_audience')
WHERE tbl = 'reading' AND col IS NULL;
UPDATE journal SET
    old = json_remove(json_set(old, '$.visibility', old ->> '$.audience'), '$.audience'),
    new = json_remove(json_set(new, '$.visibility', new ->> '$.audience'), '$.audience')
WHERE tbl IN ('initiative', 'task') AND col IS NULL;
"#;

/// What stands beside the records: contents by hash, the window's choices, and the index of words.
const BESIDE: &str = r"
CREATE TABLE blob (
    hash TEXT PRIMARY KEY NOT NULL,
    media_type TEXT NOT NULL,
    size INTEGER NOT NULL,
    bytes BLOB NOT NULL
) STRICT;

CREATE TABLE preference (
    key TEXT PRIMARY KEY NOT NULL,
    value TEXT NOT NULL
) STRICT;

-- Derived from the records: the words of each, folded; `search_row` gives a record its row in the index.
CREATE TABLE search_row (
    n INTEGER PRIMARY KEY NOT NULL,
    row_id TEXT NOT NULL UNIQUE,
    tbl TEXT NOT NULL
) STRICT;
CREATE VIRTUAL TABLE search USING fts5 (
    title, body, tokenize = 'unicode61 remove_diacritics 2', prefix = '1 2 3'
);
INSERT INTO search (search, rank) VALUES ('rank', 'bm25(8.0, 1.0)');
";
