//! Indices by which the list of today finds what is due, what is blocked and who was met, without looking at the rest.

use sea_orm_migration::prelude::*;

/// Runs the change.
#[derive(Debug)]
pub(crate) struct Migration;

impl MigrationName for Migration {
    fn name(&self) -> &'static str {
        "m0014_today"
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

/// What is over is in no index of work. The statements repeat the conditions word for word (`store/src/today/sql.rs`):
/// by them SQLite knows that an index has all that is asked for.
const SCHEMA: &str = r"
CREATE INDEX task_open_by_due ON task (due, initiative_id)
    WHERE deleted_at IS NULL AND status IN ('new', 'work_in_progress', 'blocked');
CREATE INDEX task_blocked_by_due ON task (due) WHERE deleted_at IS NULL AND status = 'blocked';
CREATE INDEX objective_open_by_due ON objective (due, plan_id)
    WHERE deleted_at IS NULL AND status IN ('not_started', 'on_track', 'watchpoint', 'concern');
CREATE INDEX touchpoint_by_day ON touchpoint (held_on) WHERE deleted_at IS NULL;
CREATE INDEX workshop_by_state ON workshop (state, starts_at) WHERE deleted_at IS NULL;
";
