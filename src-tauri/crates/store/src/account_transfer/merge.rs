//! Both sides went on: which of them changed a field since they last said the same, and one row of both.
//!
//! Read from the journals: a side that once had what the other says now moved on. No clock is asked, as two laptops have
//! two. Does not own what is chosen where both changed the same.

use std::collections::{BTreeMap, HashMap, HashSet};

use cairn_domain::Kind;
use serde_json::Value;

use super::{FieldChange, Fields, ParcelDifference, Transfer, difference::Fate, history::History};

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
    fn and(self, other: Self) -> Self {
        if self == other { self } else { Self::Both }
    }
}

/// What a field becomes.
#[derive(Clone, PartialEq, Debug)]
pub enum Chosen {
    /// What it says here.
    Here,
    /// What it says there.
    There,
    /// A text made of both.
    Text(String),
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

/// The parts of an amount move together: twelve euros are not twelve dollars.
pub(super) fn couple(lines: &mut [FieldChange]) {
    let base = |line: &FieldChange| {
        line.field.as_deref().and_then(|field| field.split('.').next()).map(str::to_owned)
    };
    let mut of: BTreeMap<Option<String>, Moved> = BTreeMap::new();
    for line in lines.iter() {
        of.entry(base(line)).and_modify(|moved| *moved = moved.and(line.moved)).or_insert(line.moved);
    }
    for line in lines {
        line.moved = of.get(&base(line)).copied().unwrap_or(Moved::Both);
    }
}

impl Transfer {
    /// Puts both sides' changes into the rows that travel, as `choose` says of each field that differs; what is here
    /// alone stays. The difference is then that between what is here and what will be.
    pub fn merge(&mut self, difference: &mut ParcelDifference, choose: impl Fn(&FieldChange) -> Chosen) {
        let mut stay: HashSet<(Kind, String)> = HashSet::new();
        for ((kind, id), here) in std::mem::take(&mut difference.here) {
            let Some(there) = self.shelf_mut(kind).and_then(|shelf| shelf.rows.get_mut(&id)) else {
                continue;
            };
            let mut row = here;
            let mut changed = false;
            for line in difference.lines.iter().filter(|line| line.kind == kind && line.id == id) {
                // What was decided is kept, and with it what the other side said in the history.
                changed |= line.moved == Moved::Both;
                let value = match choose(line) {
                    Chosen::Here => continue,
                    Chosen::There => there.get(&line.column).cloned().unwrap_or_default(),
                    Chosen::Text(text) => text.into(),
                };
                row.insert(line.column.clone(), value);
                changed = true;
            }
            // Its version grows over both.
            for column in ["version", "updated_at", "updated_by"] {
                row.insert(column.into(), there.get(column).cloned().unwrap_or_default());
            }
            *there = row;
            if !changed {
                stay.insert((kind, id));
            }
        }
        for count in &mut difference.kinds {
            // They stay as they are here, and say otherwise all the same.
            let stays = stay.iter().filter(|(kind, _)| *kind == count.kind).count();
            count.changed = count.changed.saturating_sub(u32::try_from(stays).unwrap_or(u32::MAX));
        }
        difference.fates.retain(|(kind, fate, id)| match fate {
            Fate::New => true,
            Fate::Changed => !stay.contains(&(*kind, id.clone())),
            Fate::OnlyHere => false,
        });
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
