//! Both sides went on: which of them changed a field since the last state that they shared, and one row of both.
//!
//! What they shared is read from the journals: the operations that are known to both by their ids. Does not own what is
//! chosen where both changed the same.

use std::collections::{BTreeMap, HashMap, HashSet};

use cairn_domain::Kind;
use serde_json::Value;

use super::{FieldChange, Fields, Parcel, ParcelDifference, difference::Fate, history::History};

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

/// What both sides know, by record: the entries of the operations that they share, oldest first.
pub(super) struct Shared<'a>(HashMap<&'a str, Vec<&'a Fields>>);

impl<'a> Shared<'a> {
    pub(super) fn of(here: &History, there: &'a History) -> Self {
        let id = |op: &Fields| op.get("id").and_then(Value::as_str).map(str::to_owned);
        let known: HashSet<String> = here.ops().iter().filter_map(id).collect();
        let number = |fields: &Fields, key: &str| fields.get(key).and_then(Value::as_i64);
        let shared = there.ops().iter().filter(|op| id(op).is_some_and(|id| known.contains(&id)));
        let clocks: HashMap<i64, i64> =
            shared.filter_map(|op| Some((number(op, "n")?, number(op, "hlc")?))).collect();
        let clock = |entry: &Fields| number(entry, "op").and_then(|op| clocks.get(&op).copied());
        let mut entries: HashMap<&str, Vec<&Fields>> = HashMap::new();
        for entry in there.entries().iter().filter(|entry| clock(entry).is_some()) {
            let row = entry.get("row_id").and_then(Value::as_str).unwrap_or_default();
            entries.entry(row).or_default().push(entry);
        }
        for entries in entries.values_mut() {
            // Stable: entries of one operation stay in their order.
            entries.sort_by_key(|entry| clock(entry));
        }
        Self(entries)
    }

    /// What a column said when both sides last knew it, if they did.
    pub(super) fn value(&self, row: &str, column: &str) -> Option<Value> {
        let said = |entry: &&Fields| {
            let new = entry.get("new").cloned().unwrap_or_default();
            match (entry.get("kind").and_then(Value::as_str)?, entry.get("col").and_then(Value::as_str)) {
                ("update", Some(changed)) if changed == column => Some(new),
                ("insert", _) => serde_json::from_str::<Fields>(new.as_str()?).ok()?.get(column).cloned(),
                _ => None,
            }
        };
        self.0.get(row)?.iter().rev().find_map(said)
    }
}

/// Who moved a value away from what both knew.
pub(super) fn moved(shared: Option<&Value>, here: &Value, there: &Value) -> Moved {
    match shared {
        Some(shared) if shared == here => Moved::There,
        Some(shared) if shared == there => Moved::Here,
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

impl Parcel {
    /// Puts both sides' changes into the rows that travel, as `choose` says of each field that differs; what is here
    /// alone stays. The difference is then that between what is here and what will be.
    pub fn merge(&mut self, difference: &mut ParcelDifference, choose: impl Fn(&FieldChange) -> Chosen) {
        let mut same: HashSet<(Kind, String)> = HashSet::new();
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
                same.insert((kind, id));
            }
        }
        for count in &mut difference.kinds {
            let same = same.iter().filter(|(kind, _)| *kind == count.kind).count();
            let same = u32::try_from(same).unwrap_or(u32::MAX);
            (count.changed, count.same) =
                (count.changed.saturating_sub(same), count.same.saturating_add(same));
        }
        difference.fates.retain(|(kind, fate, id)| match fate {
            Fate::New => true,
            Fate::Changed => !same.contains(&(*kind, id.clone())),
            Fate::OnlyHere => false,
        });
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn whoever_left_the_shared_value_moved() {
        let (old, new, other) = (json!("a"), json!("b"), json!("c"));
        assert_eq!(moved(Some(&old), &old, &new), Moved::There, "only there");
        assert_eq!(moved(Some(&old), &new, &old), Moved::Here, "only here");
        assert_eq!(moved(Some(&old), &new, &other), Moved::Both, "both");
        assert_eq!(moved(None, &new, &other), Moved::Both, "nothing is known to both");
    }
}
