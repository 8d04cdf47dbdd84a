//! The conditions that several statements share. Their words are those of the domain, which a test compares.
//!
//! Where such a condition is also that of an index, it has to stand here exactly as it does there.

/// A task of which something is left to do.
pub(super) const OPEN_TASK: &str =
    "t.deleted_at IS NULL AND t.status IN ('new', 'work_in_progress', 'blocked')";
/// An objective that is worked towards.
pub(super) const OPEN_OBJECTIVE: &str =
    "o.deleted_at IS NULL AND o.status IN ('not_started', 'on_track', 'watchpoint', 'concern')";
/// A plan that is worked on.
pub(super) const OPEN_PLAN: &str = "p.status IN ('draft', 'active')";
/// A step of which something is left to do.
pub(super) const OPEN_STEP: &str = "s.deleted_at IS NULL AND s.state IN ('open', 'blocked')";

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a test")]
mod tests {
    use cairn_domain::{
        ChecklistStep, NamesCustomers, Objective, ObjectiveStatus, Plan, PlanStatus, Record, StepState, Task,
        TaskStatus, Word,
    };
    use serde_json::json;

    use super::*;

    /// The condition names exactly the words of a record that is open.
    fn agrees<R: Record + NamesCustomers, W: Word + PartialEq>(condition: &str, field: &str) {
        const NO_ID: &str = "00000000-0000-7000-8000-000000000000";
        for word in W::VARIANTS {
            let record = json!({
                "title": "One", "plan_id": NO_ID, "account_id": NO_ID, "checklist_id": NO_ID, field: word.word(),
            });
            let record: R = serde_json::from_value(record).unwrap();
            let named = condition.contains(&format!("'{}'", word.word()));
            assert_eq!(named, record.is_open(), "{condition} and {}", word.word());
        }
    }

    #[test]
    fn what_is_open_in_a_statement_is_open_in_the_domain() {
        agrees::<Task, TaskStatus>(OPEN_TASK, "status");
        agrees::<Objective, ObjectiveStatus>(OPEN_OBJECTIVE, "status");
        agrees::<Plan, PlanStatus>(OPEN_PLAN, "status");
        agrees::<ChecklistStep, StepState>(OPEN_STEP, "state");
    }
}
