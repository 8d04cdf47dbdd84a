//! Both sides went on: one row of both, as is chosen of each field that differs.

use std::collections::HashSet;

use cairn_domain::Kind;

use super::{
    Transfer,
    difference::{Fate, FieldChange, TransferDifference},
    moved::Moved,
};

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

impl Transfer {
    /// Puts both sides' changes into the rows that travel, as `choose` says of each field that differs; what is here
    /// alone stays. The difference is then that between what is here and what will be.
    pub fn merge(&mut self, difference: &mut TransferDifference, choose: impl Fn(&FieldChange) -> Chosen) {
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
