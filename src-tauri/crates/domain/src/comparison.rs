//! Two contents of a plan field by field: what came, what went, what is said otherwise.

use std::collections::{BTreeMap, HashMap};

use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};
use ts_rs::TS;
use uuid::Uuid;

use crate::{
    id::RecordId,
    kind::Kind,
    plan_content::{Entry, PlanContent},
    record::Record,
};

/// What became of a record.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum ChangeWhat {
    /// It is in the later content only.
    Added,
    /// It is in the earlier content only.
    Removed,
    /// It is in both, and something is said otherwise.
    Changed,
}

/// A field on both sides, by its name on the wire.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize, TS)]
pub struct FieldChange {
    /// The field.
    pub field: String,
    /// The earlier value; null where it was empty or the record was not there.
    #[ts(type = "unknown")]
    pub from: Value,
    /// The later value; null where it is empty or the record is gone.
    #[ts(type = "unknown")]
    pub to: Value,
}

/// What became of one record.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize, TS)]
pub struct RecordChange {
    /// Its kind.
    pub kind: Kind,
    /// Its id.
    pub id: Uuid,
    /// Its name or title, the later one; of a dependency `predecessor > successor`.
    pub title: String,
    /// The titles of the records above it within the plan, topmost first.
    pub place: Vec<String>,
    /// What became of it.
    pub what: ChangeWhat,
    /// Its fields that differ; of one that came or went, all that are not null.
    pub fields: Vec<FieldChange>,
}

/// How many records came, went, or are said otherwise.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default, Serialize, Deserialize, TS)]
pub struct ChangeCounts {
    /// Records that came.
    pub added: usize,
    /// Records that went.
    pub removed: usize,
    /// Records in both that differ.
    pub changed: usize,
}

/// Two contents side by side.
#[derive(Clone, PartialEq, Debug, Default, Serialize, Deserialize, TS)]
pub struct Comparison {
    /// In the order of the later outline; what went stands where it stood.
    pub changes: Vec<RecordChange>,
    /// How many of each.
    pub counts: ChangeCounts,
    /// Titles of the records that the values name by id.
    pub names: BTreeMap<String, String>,
}

/// A record as it is compared.
struct Line {
    kind: Kind,
    id: Uuid,
    title: String,
    place: Vec<String>,
    fields: Map<String, Value>,
}

/// What leads from one content to the other. Empty where they say the same; the other way round, its mirror.
#[must_use]
pub fn compare(from: &PlanContent, to: &PlanContent) -> Comparison {
    let (before, after) = (lines(from), lines(to));
    let titles: HashMap<String, &str> =
        before.iter().chain(&after).map(|line| (line.id.to_string(), line.title.as_str())).collect();
    let was: HashMap<Uuid, &Line> = before.iter().map(|line| (line.id, line)).collect();
    let stands: HashMap<Uuid, usize> = after.iter().enumerate().map(|(at, line)| (line.id, at)).collect();

    // By their place in the later outline; what went follows what it followed.
    let mut found: Vec<((usize, usize), RecordChange)> = Vec::new();
    for (at, line) in after.iter().enumerate() {
        let change = match was.get(&line.id) {
            None => line.change(ChangeWhat::Added, differing(&Map::new(), &line.fields)),
            Some(was) => line.change(ChangeWhat::Changed, differing(&was.fields, &line.fields)),
        };
        if change.what == ChangeWhat::Added || !change.fields.is_empty() {
            found.push(((at, 0), change));
        }
    }
    let mut behind = 0;
    for (at, line) in before.iter().enumerate() {
        match stands.get(&line.id) {
            Some(place) => behind = *place,
            None => {
                let fields = differing(&line.fields, &Map::new());
                found.push(((behind, at + 1), line.change(ChangeWhat::Removed, fields)));
            }
        }
    }
    found.sort_by_key(|(place, _)| *place);
    let changes: Vec<RecordChange> = found.into_iter().map(|(_, change)| change).collect();

    let count = |what| changes.iter().filter(|change| change.what == what).count();
    let counts = ChangeCounts {
        added: count(ChangeWhat::Added),
        removed: count(ChangeWhat::Removed),
        changed: count(ChangeWhat::Changed),
    };
    let values = changes.iter().flat_map(|change| &change.fields).flat_map(|field| [&field.from, &field.to]);
    let ids = values.flat_map(|value| match value {
        Value::Array(list) => list.as_slice(),
        other => std::slice::from_ref(other),
    });
    let name = |id: &str| Some((id.to_owned(), (*titles.get(id)?).to_owned()));
    let names = ids.filter_map(Value::as_str).filter_map(name).collect();
    Comparison { changes, counts, names }
}

impl Line {
    fn change(&self, what: ChangeWhat, fields: Vec<FieldChange>) -> RecordChange {
        let Self { kind, id, title, place, fields: _ } = self;
        RecordChange { kind: *kind, id: *id, title: title.clone(), place: place.clone(), what, fields }
    }
}

/// The fields whose values differ; an absent one counts as null.
fn differing(from: &Map<String, Value>, to: &Map<String, Value>) -> Vec<FieldChange> {
    let names = to.keys().chain(from.keys().filter(|key| !to.contains_key(*key)));
    let side = |fields: &Map<String, Value>, key: &str| fields.get(key).cloned().unwrap_or_default();
    names
        .map(|field| FieldChange { field: field.clone(), from: side(from, field), to: side(to, field) })
        .filter(|change| change.from != change.to)
        .collect()
}

/// The records in the order of the outline, dependencies last.
fn lines(content: &PlanContent) -> Vec<Line> {
    let PlanContent { plan, objectives, criteria, readings, initiatives, tasks, dependencies } = content;
    let criteria = grouped(criteria);
    let readings = grouped(readings);
    let initiatives = grouped(initiatives);
    let steps = grouped(tasks);
    let mut lines = vec![line(plan, &[])];
    for objective in objectives {
        let place = [objective.record.title.clone()];
        lines.push(line(objective, &[]));
        for criterion in under(&criteria, objective) {
            lines.push(line(criterion, &place));
            let place = [place.as_slice(), std::slice::from_ref(&criterion.record.name)].concat();
            lines.extend(under(&readings, criterion).iter().map(|reading| line(*reading, &place)));
        }
        for initiative in under(&initiatives, objective) {
            lines.push(line(initiative, &place));
            let place = [place.as_slice(), std::slice::from_ref(&initiative.record.title)].concat();
            lines.extend(under(&steps, initiative).iter().map(|task| line(*task, &place)));
        }
    }
    let titles: HashMap<_, &str> = tasks.iter().map(|task| (task.id, task.record.title.as_str())).collect();
    for dependency in dependencies {
        let title = |id| titles.get(id).copied().unwrap_or_default();
        let ends = (title(&dependency.record.predecessor_id), title(&dependency.record.successor_id));
        let title = format!("{} > {}", ends.0, ends.1);
        lines.push(Line { title, ..line(dependency, &[]) });
    }
    lines
}

fn line<R: Record>(entry: &Entry<R>, place: &[String]) -> Line {
    let fields = match serde_json::to_value(&entry.record) {
        Ok(Value::Object(fields)) => fields,
        _ => Map::new(),
    };
    Line { kind: R::KIND, id: entry.id.uuid(), title: entry.record.label(), place: place.to_vec(), fields }
}

type Groups<'a, R> = HashMap<Uuid, Vec<&'a Entry<R>>>;

fn grouped<R: Record>(entries: &[Entry<R>]) -> Groups<'_, R> {
    let mut groups = Groups::new();
    for entry in entries {
        if let Some((_, parent)) = entry.record.parent() {
            groups.entry(parent).or_default().push(entry);
        }
    }
    groups
}

fn under<'a, R: Record, P: Record>(groups: &'a Groups<'a, R>, parent: &Entry<P>) -> &'a [&'a Entry<R>] {
    groups.get(&parent.id.uuid()).map_or(&[], Vec::as_slice)
}
