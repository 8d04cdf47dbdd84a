//! Which side changed a field since they last said the same.
//!
//! Read from the journals: a side that once had what the other says now moved on. No clock is asked, as two laptops have
//! two. Does not own what is chosen where both changed the same.

use std::collections::HashMap;

use serde_json::Value;

use super::{Fields, history::History};

/// Who changed a field since both sides shared a value of it.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Moved {
    /// Only here.
    Here,
    /// Only there.
    There,
    /// Both, or nobody knows.
    Both,
}

impl Moved {
    /// Of an amount's two parts.
    pub(super) fn and(self, other: Self) -> Self {
        if self == other { self } else { Self::Both }
    }
}

/// All values that a side's history says a field had, by record.
pub(super) struct Said<'a>(HashMap<&'a str, Vec<&'a Fields>>);

impl<'a> Said<'a> {
    pub(super) fn of(history: &'a History) -> Self {
        let mut entries: HashMap<&str, Vec<&Fields>> = HashMap::new();
        for entry in history.entries() {
            let row = entry.get("row_id").and_then(Value::as_str).unwrap_or_default();
            entries.entry(row).or_default().push(entry);
        }
        Self(entries)
    }

    /// Whether a column of a record ever had a value; `read` reads what the column holds.
    pub(super) fn had(&self, row: &str, column: &str, value: &Value, read: impl Fn(Value) -> Value) -> bool {
        let said = |entry: &&Fields| {
            let side = |side: &str| entry.get(side).cloned().unwrap_or_default();
            ["old", "new"].map(side).into_iter().any(|side| match entry.get("col").and_then(Value::as_str) {
                Some(changed) => changed == column && read(side) == *value,
                // A row made or removed as a whole.
                None => {
                    let row = side.as_str().and_then(|row| serde_json::from_str::<Fields>(row).ok());
                    row.and_then(|row| row.get(column).cloned()).is_some_and(|side| read(side) == *value)
                }
            })
        };
        self.0.get(row).is_some_and(|entries| entries.iter().any(said))
    }
}

/// Who moved on: the side that once had what the other says now. Where each had it, or neither, nobody can know.
pub(super) fn moved(here_had_theirs: bool, there_had_ours: bool) -> Moved {
    match (here_had_theirs, there_had_ours) {
        (true, false) => Moved::Here,
        (false, true) => Moved::There,
        _ => Moved::Both,
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn whoever_once_had_what_the_other_says_moved_on() {
        let history = History::default();
        let said = Said::of(&history);
        assert!(!said.had("r", "c", &json!("a"), |value| value), "nothing is known of it");
        assert_eq!(moved(false, true), Moved::There, "there had what is here");
        assert_eq!(moved(true, false), Moved::Here, "here had what is there");
        assert_eq!(moved(false, false), Moved::Both, "each says something new");
        assert_eq!(moved(true, true), Moved::Both, "back and forth");
    }
}
