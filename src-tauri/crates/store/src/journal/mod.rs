//! The journal: the one mechanism behind undo, redo, history, "changed since", audit and, later, sync.
//!
//! Its triggers are made from the entity list, so bulk updates and raw SQL cannot write around it; a write
//! without an open operation fails.

mod dates;
mod held;
mod history;
mod steps;
mod triggers;

pub use dates::DateMove;
pub(crate) use held::{hold_all, hold_identity, hold_word, is_for_good};
pub(crate) use history::unpacked;
pub use history::{JournalChange, JournalEntry};
pub use steps::{JournalStep, Way};
pub(crate) use triggers::{install, journaled, row_as_json, standing_triggers, wanted_triggers};
