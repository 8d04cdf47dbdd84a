//! Records that both sides made and that cannot stand beside each other: two readings of one day, two versions of one
//! name, two dependencies between the same tasks. Each is new where the other is, so no field of theirs differs; one of
//! the two has to go.
//!
//! Pairs that stand in the file already are not looked for: they were lawful once. Does not own what is chosen.

use cairn_domain::{Kind, is_same};
use serde_json::Value;

use super::{
    Fields, Shelf, Transfer, TransferDifference,
    difference::{Fate, says_same, title_of},
};

/// A record of the transfer and one that is here alone, of which only one can be there.
#[derive(Clone, PartialEq, Debug)]
pub struct Clash {
    /// Their kind.
    pub kind: Kind,
    /// The field that is asked about.
    pub field: &'static str,
    /// The record that is here, by its id.
    pub here: String,
    /// The one in the transfer.
    pub there: String,
    /// What the one in the transfer is called, or what it says in the field.
    pub title: String,
    /// What each of them says: of a reading its value, of a version its note, of a dependency its lag.
    pub says: (Value, Value),
    /// True where no field of theirs says otherwise and nothing hangs under the one in the transfer: which of the two goes
    /// is all the same.
    pub alike: bool,
}

/// The kinds of which only one can be under what a column names; the column in which it is the same one, the field that
/// is asked about, and the one that tells both apart.
const ONE: [(Kind, &str, &str, &str, &str); 3] = [
    (Kind::Reading, "criterion_id", "date", "date", "value"),
    (Kind::PlanVersion, "plan_id", "name", "name", "note"),
    (Kind::Dependency, "successor_id", "predecessor_id", "lag_days", "lag_days"),
];

impl Transfer {
    /// The records of the transfer that are new and cannot stand beside one that is here alone.
    #[must_use]
    pub fn clashes(&self, difference: &TransferDifference) -> Vec<Clash> {
        let mut found = Vec::new();
        for (kind, of, by, field, says) in ONE {
            let Some(shelf) = self.shelf(kind) else { continue };
            let is_new = |id: &str| {
                difference.fates.iter().any(|(k, fate, new)| (*k, *fate) == (kind, Fate::New) && new == id)
            };
            let ours: Vec<(&String, &Fields)> = difference
                .only_here
                .iter()
                .filter(|((of, _), _)| *of == kind)
                .map(|((_, id), row)| (id, row))
                .collect();
            if ours.is_empty() {
                continue;
            }
            for (there, row) in shelf.rows.iter().filter(|(id, _)| is_new(id)) {
                let same = |ours: &&(&String, &Fields)| {
                    text(ours.1, of) == text(row, of) && is_same(text(ours.1, by), text(row, by))
                };
                found.extend(ours.iter().filter(same).map(|(here, ours)| Clash {
                    kind,
                    field,
                    here: (*here).clone(),
                    there: there.clone(),
                    title: self.title(shelf, row, by),
                    says: [*ours, row].map(|row| row.get(says).cloned().unwrap_or_default()).into(),
                    alike: says_same(shelf.table, ours, row) && self.with_all_under(kind, there).len() == 1,
                }));
            }
        }
        found
    }

    /// What a record is called, or else what it says in a field; a dependency is called as its two tasks are.
    fn title(&self, shelf: &Shelf, row: &Fields, field: &str) -> String {
        let task = |column| {
            let tasks = self.shelf(Kind::Task)?;
            tasks.rows.get(text(row, column)).map(|task| title_of(tasks.table, task))
        };
        if let (Some(before), Some(after)) = (task("predecessor_id"), task("successor_id")) {
            return format!("{before} → {after}");
        }
        let title = title_of(shelf.table, row);
        if title.is_empty() { text(row, field) } else { title }.to_owned()
    }

    /// A record and all that hangs under it.
    fn with_all_under(&self, kind: Kind, id: &str) -> Vec<(Kind, String)> {
        let mut found = vec![(kind, id.to_owned())];
        let mut at = 0;
        while let Some((above, id)) = found.get(at).cloned() {
            at += 1;
            for shelf in &self.shelves {
                for parent in shelf.table.parents.iter().filter(|parent| parent.kind == above) {
                    let under = shelf.rows.iter().filter(|(_, row)| text(row, parent.field) == id);
                    found.extend(under.map(|(id, _)| (shelf.table.kind, id.clone())));
                }
            }
        }
        found
    }

    /// Leaves a record behind, with all that hangs under it and what happened to them.
    pub fn leave_out(&mut self, difference: &mut TransferDifference, kind: Kind, id: &str) {
        for (kind, id) in self.with_all_under(kind, id) {
            if let Some(shelf) = self.shelf_mut(kind) {
                shelf.rows.remove(&id);
            }
            self.history.forget(&id);
            let before = difference.fates.len();
            difference.fates.retain(|(of, _, other)| *of != kind || *other != id);
            difference.lines.retain(|line| line.kind != kind || line.id != id);
            let count = difference.kinds.iter_mut().find(|count| count.kind == kind);
            if let Some(count) = count.filter(|_| difference.fates.len() < before) {
                count.new = count.new.saturating_sub(1);
            }
        }
    }
}

impl TransferDifference {
    /// A record that is here alone goes to the trash, though the account does not become what the file says.
    pub fn let_go(&mut self, kind: Kind, id: &str) {
        self.fates.push((kind, Fate::OnlyHere, id.to_owned()));
    }
}

fn text<'a>(row: &'a Fields, column: &str) -> &'a str {
    row.get(column).and_then(Value::as_str).unwrap_or_default()
}
