//! What makes a customer's copy safe: a secret of the workspace's own, and for whom a step's advice is; and the part of
//! the country in which the user works, since holidays differ by it; and how what is signed or confirmed is corrected by a
//! second entry and carries a file, and which steps no undo takes back; and indices by
//! which a step's key and the last place among siblings are found at once, however many there are; and a name for each
//! write-ahead log, so that one that belongs to another file is told apart.

use sea_orm_migration::prelude::*;

/// Runs the change.
#[derive(Debug)]
pub(crate) struct Migration;

impl MigrationName for Migration {
    fn name(&self) -> &'static str {
        "m0013_trust"
    }
}

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let db = manager.get_connection();
        for part in [SECRET, GUIDANCE, REGION, SIGNED, CONFIRMED, JOURNAL, PLACES, LOG] {
            db.execute_unprepared(part).await?;
        }
        Ok(())
    }

    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }
}

/// One secret, which seals the ids in a customer's copy (`app/src/seal.rs`). It is made here, so that no export writes;
/// it is not of the journal, and no hand-over takes it along. SQLite's generator is ChaCha20, seeded by the system.
const SECRET: &str = r"
CREATE TABLE secret (one INTEGER PRIMARY KEY CHECK (one = 1), bytes BLOB NOT NULL CHECK (length(bytes) = 32)) STRICT;
INSERT INTO secret (one, bytes) VALUES (1, randomblob(32));
";

/// Who reads why and how a step is done: us, until somebody says otherwise.
const GUIDANCE: &str = r#"
ALTER TABLE checklist_step ADD COLUMN guidance_for TEXT NOT NULL DEFAULT 'internal';
UPDATE journal SET old = json_patch('{"guidance_for":"internal"}', old), new = json_patch('{"guidance_for":"internal"}', new)
WHERE tbl = 'checklist_step' AND col IS NULL;
"#;

/// Where the user works within their country; empty where nobody said.
const REGION: &str = r#"
ALTER TABLE me ADD COLUMN subdivision TEXT NOT NULL DEFAULT '';
UPDATE journal SET old = json_patch('{"subdivision":""}', old), new = json_patch('{"subdivision":""}', new)
WHERE tbl = 'me' AND col IS NULL;
"#;

/// A sign-off that stands instead of an earlier one, or takes it back; and the files of a sign-off.
const SIGNED: &str = r"
ALTER TABLE sign_off ADD COLUMN amends TEXT REFERENCES sign_off (id);
ALTER TABLE sign_off ADD COLUMN withdrawn INTEGER NOT NULL DEFAULT 0;
ALTER TABLE sign_off ADD COLUMN reason TEXT NOT NULL DEFAULT '';
UPDATE journal SET old = json_set(old, '$.withdrawn', 0, '$.reason', ''),
    new = json_set(new, '$.withdrawn', 0, '$.reason', '')
WHERE tbl = 'sign_off' AND col IS NULL;
ALTER TABLE attachment ADD COLUMN sign_off_id TEXT REFERENCES sign_off (id);
CREATE INDEX attachment_by_sign_off ON attachment (sign_off_id);
";

/// What was confirmed of an outcome once, and why it is so no more.
const CONFIRMED: &str = r"
ALTER TABLE objective ADD COLUMN past_confirmations TEXT NOT NULL DEFAULT '[]';
UPDATE journal SET old = json_set(old, '$.past_confirmations', '[]'), new = json_set(new, '$.past_confirmations', '[]')
WHERE tbl = 'objective' AND col IS NULL;
";

/// An operation that no undo takes back (the store fills it for what was done before), and the way from a deleted row
/// to its deletion.
const JOURNAL: &str = r"
ALTER TABLE op ADD COLUMN held INTEGER NOT NULL DEFAULT 0;
CREATE INDEX journal_by_deletion ON journal (row_id, op) WHERE col = 'deleted_at';
";

/// An index by the parent alone is a part of one by the parent and the place.
const PLACES: &str = r#"
DROP INDEX checklist_step_by_checklist;
CREATE INDEX checklist_step_by_place ON checklist_step (checklist_id, position);
CREATE INDEX checklist_step_by_key ON checklist_step (checklist_id, key);
DROP INDEX task_by_initiative;
CREATE INDEX task_by_place ON task (initiative_id, position);
"#;

/// The log that was begun last, and the one that the file had before it.
const LOG: &str = r"
ALTER TABLE ctl ADD COLUMN log_name TEXT NOT NULL DEFAULT '';
ALTER TABLE ctl ADD COLUMN log_before TEXT NOT NULL DEFAULT '';
";
