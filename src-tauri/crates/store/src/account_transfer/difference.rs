//! What a transfer would change where it arrives: row by row, field by field.

use std::collections::BTreeMap;

use cairn_domain::Kind;
use serde_json::{Value, json};

use super::{
    Fields, NAMED, Transfer,
    moved::{Moved, Said, moved},
};
use crate::{
    error::Result,
    journal::{journaled, unpacked},
    rows::Rows,
    tables::Table,
};

/// What becomes of a record, or of one of its fields.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Fate {
    /// The record is not here, and is added.
    New,
    /// A field says otherwise here.
    Changed,
    /// The record is here alone.
    OnlyHere,
}

/// A record that is not the same, or one of its fields.
#[derive(Clone, PartialEq, Debug)]
pub struct FieldChange {
    /// What becomes of it.
    pub fate: Fate,
    /// The kind of the record.
    pub kind: Kind,
    /// Its id.
    pub id: String,
    /// Its name or title; empty where its kind has none.
    pub title: String,
    /// The field that changes.
    pub field: Option<String>,
    /// What it says here.
    pub here: Value,
    /// What it says in the transfer.
    pub there: Value,
    /// Who changed the field since both shared a value of it.
    pub moved: Moved,
    /// Where the field is kept.
    pub(super) column: String,
}

/// How many records of a kind are what.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct KindCount {
    /// The kind.
    pub kind: Kind,
    /// Added.
    pub new: u32,
    /// Changed, or out of the trash again.
    pub changed: u32,
    /// The same.
    pub same: u32,
    /// Here alone.
    pub only_here: u32,
}

/// What a transfer would change.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct TransferDifference {
    /// The kinds that it holds or would touch, parents before children.
    pub kinds: Vec<KindCount>,
    /// Every record and field that is not the same, in the same order.
    pub lines: Vec<FieldChange>,
    pub(super) fates: Vec<(Kind, Fate, String)>,
    /// The rows that say otherwise, as they are here.
    pub(super) here: BTreeMap<(Kind, String), Fields>,
    /// The rows that are here alone.
    pub(super) only_here: BTreeMap<(Kind, String), Fields>,
}

impl TransferDifference {
    /// True where something that is here would not stay as it is.
    #[must_use]
    pub fn replaces(&self) -> bool {
        self.kinds.iter().any(|count| count.changed + count.only_here > 0)
    }

    /// The records of a kind that come, or come to be otherwise, by their ids.
    pub fn arriving(&self, kind: Kind) -> impl Iterator<Item = &str> {
        let fates = self.fates.iter().filter(move |(of, fate, _)| *of == kind && *fate != Fate::OnlyHere);
        fates.map(|(.., id)| id.as_str())
    }

    /// True where all of it is here.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.fates.is_empty()
    }
}

impl Rows<'_> {
    /// What a transfer would change here. A template of the same id stays as it is here: it is a library's, not the
    /// account's.
    pub(super) async fn difference(self, account: &str, transfer: &Transfer) -> Result<TransferDifference> {
        let here = self.transfer(account).await?;
        let known = self.history_of(transfer.ids()).await?;
        let said = [Said::of(&known), Said::of(&transfer.history)];
        let mut found = TransferDifference::default();
        for shelf in &transfer.shelves {
            let (table, kind) = (shelf.table, shelf.table.kind);
            let (library, live) = (NAMED.contains(&kind), here.shelf(kind));
            let mut count = KindCount { kind, new: 0, changed: 0, same: 0, only_here: 0 };
            // In the trash, or under another account.
            let ids: Vec<&String> = shelf.rows.keys().collect();
            let elsewhere =
                self.chosen(table, "id IN (SELECT value FROM json_each(?1))", [json!(ids)]).await?;
            for (id, there) in &shelf.rows {
                let now = live.and_then(|live| live.rows.get(id)).or_else(|| elsewhere.get(id));
                let fate = match now {
                    None => Some(Fate::New),
                    Some(_) if library => None,
                    Some(now) => {
                        let lines = changes(table, id, (now, there), &said);
                        let changed = !lines.is_empty();
                        if changed {
                            found.here.insert((kind, id.clone()), now.clone());
                        }
                        found.lines.extend(lines);
                        changed.then_some(Fate::Changed)
                    }
                };
                match fate {
                    None => count.same += 1,
                    Some(Fate::New) => {
                        count.new += 1;
                        found.lines.push(line(table, Fate::New, id, there));
                    }
                    Some(_) => count.changed += 1,
                }
                found.fates.extend(fate.map(|fate| (kind, fate, id.clone())));
            }
            let rows = live.filter(|_| !library).into_iter().flat_map(|live| &live.rows);
            for (id, now) in rows.filter(|(id, _)| !shelf.rows.contains_key(*id)) {
                count.only_here += 1;
                found.lines.push(line(table, Fate::OnlyHere, id, now));
                found.fates.push((kind, Fate::OnlyHere, id.clone()));
                found.only_here.insert((kind, id.clone()), now.clone());
            }
            if count.new + count.changed + count.same + count.only_here > 0 {
                found.kinds.push(count);
            }
        }
        Ok(found)
    }
}

/// The name or title of a row; empty where its kind has none.
pub(super) fn title_of<'a>(table: &Table, row: &'a Fields) -> &'a str {
    table.label.and_then(|label| row.get(label)).and_then(Value::as_str).unwrap_or_default()
}

fn line(table: &Table, fate: Fate, id: &str, row: &Fields) -> FieldChange {
    FieldChange {
        fate,
        kind: table.kind,
        id: id.to_owned(),
        title: title_of(table, row).to_owned(),
        field: None,
        here: Value::Null,
        there: Value::Null,
        moved: Moved::Both,
        column: String::new(),
    }
}

/// True where two rows differ in nothing that anybody said, whatever their ids are.
pub(super) fn says_same(table: &Table, one: &Fields, other: &Fields) -> bool {
    let mut said = journaled(table).filter(|column| !column.name.starts_with("created_"));
    said.all(|column| one.get(&column.name) == other.get(&column.name))
}

/// The fields of a row that say otherwise in the transfer.
fn changes(
    table: &Table,
    id: &str,
    (here, there): (&Fields, &Fields),
    said: &[Said<'_>; 2],
) -> Vec<FieldChange> {
    let read = |column: &str, value: Value| unpacked(table, column, value);
    let value = |fields: &Fields, column: &str| read(column, fields.get(column).cloned().unwrap_or_default());
    let changes = journaled(table).filter_map(|column| {
        let name = column.name.as_str();
        let (before, after) = (value(here, name), value(there, name));
        if before == after {
            return None;
        }
        let had = |side: &Said<'_>, value: &Value| side.had(id, name, value, |value| read(name, value));
        let [said_here, said_there] = said;
        // Nothing is lost: what is in the bin here and lives there comes back.
        let moved = if name == "deleted_at" {
            Moved::There
        } else {
            moved(had(said_here, &after), had(said_there, &before))
        };
        let (field, column) = (Some(table.field(name)), name.to_owned());
        let whole = line(table, Fate::Changed, id, there);
        Some(FieldChange { field, here: before, there: after, moved, column, ..whole })
    });
    let mut changes: Vec<FieldChange> = changes.collect();
    couple(&mut changes);
    changes
}

/// The parts of an amount move together: twelve euros are not twelve dollars.
fn couple(lines: &mut [FieldChange]) {
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
