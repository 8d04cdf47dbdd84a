//! The checklists of which something may be on the list of today, and what their steps follow.

use std::collections::HashSet;

use cairn_domain::{Checklist, FollowedKind, Stored, WorkshopState};
use chrono::NaiveDate;
use uuid::Uuid;

use super::{listed, sql::OPEN_STEP};
use crate::{
    error::Result,
    rows::{CHUNK, Rows, of_ids},
    touch::{id_at, word_at, words},
};

/// Which checklists are asked for, of those that are not closed.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Pressing {
    /// Those with an open step that is due on this day or before; without it those with any open step.
    pub due_by: Option<NaiveDate>,
    /// And the first ones of an account that were begun before this day.
    pub begun_before: NaiveDate,
}

impl Rows<'_> {
    /// The checklists that are not closed and of which something may press. Where every step is over, nothing does.
    ///
    /// # Errors
    /// Only where the workspace cannot be read.
    pub async fn pressing_checklists(self, which: Pressing) -> Result<Vec<Stored<Checklist>>> {
        let step = |more: &str| {
            format!("EXISTS (SELECT 1 FROM checklist_step AS s WHERE s.checklist_id = k.id AND {more})")
        };
        let due = match which.due_by {
            Some(_) => step(&format!("{OPEN_STEP} AND s.due <= ?1")),
            None => step(OPEN_STEP),
        };
        let left = format!("({} OR NOT {})", step(OPEN_STEP), step("s.deleted_at IS NULL"));
        let sql = format!(
            "SELECT k.id FROM checklist AS k WHERE k.deleted_at IS NULL AND k.closed_on IS NULL
             AND ({due} OR (k.is_primary AND k.started_on < ?2 AND {left}))"
        );
        let values = [which.due_by.into(), which.begun_before.into()];
        let rows = self.ask(&sql, values).await?;
        let ids: Vec<String> =
            rows.iter().map(|row| row.try_get_by_index(0)).collect::<std::result::Result<_, _>>()?;
        let mut found = Vec::with_capacity(ids.len());
        for some in ids.chunks(CHUNK) {
            found.extend(of_ids(&self.db(), some.iter().map(String::as_str)).await?);
        }
        Ok(found)
    }

    /// Of some records that steps follow, those that are on the list by a day of their own: tasks and objectives that
    /// have one, workshops in some states, touchpoints.
    ///
    /// # Errors
    /// Only where the workspace cannot be read.
    pub async fn dated_by_themselves(
        self,
        ids: &[Uuid],
        counts: fn(WorkshopState) -> bool,
    ) -> Result<HashSet<(FollowedKind, Uuid)>> {
        let sql = "WITH asked AS (SELECT value FROM json_each(?1))
            SELECT 'task', id FROM task WHERE deleted_at IS NULL AND due IS NOT NULL AND id IN asked
            UNION ALL
            SELECT 'objective', id FROM objective WHERE deleted_at IS NULL AND due IS NOT NULL AND id IN asked
            UNION ALL
            SELECT 'workshop', id FROM workshop
                WHERE deleted_at IS NULL AND id IN asked AND +state IN (SELECT value FROM json_each(?2))
            UNION ALL
            SELECT 'touchpoint', id FROM touchpoint WHERE deleted_at IS NULL AND id IN asked";
        let states = serde_json::json!(words(counts)).to_string();
        let rows = self.ask(sql, [listed(ids), states.into()]).await?;
        rows.iter().map(|row| Ok((word_at(row, 0)?, id_at(row, 1)?))).collect()
    }
}
