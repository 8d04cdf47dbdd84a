//! What a template says otherwise than when a plan was made of it, seen on the plan as it is.
//!
//! Three sides meet: the parts as applied, the parts as they are now, and the records of the plan. A line stands
//! only where the template changed and the plan does not say so already. Who handles a line, by accepting or by
//! declining it, moves the parts as applied to what the template says now, so that it is not asked twice.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};
use serde_json::Value;
use ts_rs::TS;

use super::parts::{Fields, Part, PartId};
use crate::kind::Kind;

/// The records that parts became and that are not deleted: their fields as parts have them, once settled.
pub type Live = BTreeMap<PartId, Fields>;

/// What the template did.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
#[expect(missing_docs, reason = "the words say it")]
pub enum TemplateWhat {
    Added,
    Removed,
    Changed,
}

/// One difference, to be accepted or declined.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize, TS)]
pub struct TemplateLine {
    /// Names it among the lines of the plan.
    pub id: String,
    /// The part's key.
    pub key: String,
    /// The part's kind.
    pub kind: Kind,
    /// The part's name or title, as the plan has it, else as the template has it.
    pub title: String,
    /// What the template did.
    pub what: TemplateWhat,
    /// Which field changed; none where the whole part was added or removed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub field: Option<String>,
    /// What the template said when it was applied.
    #[ts(type = "unknown")]
    pub from: Value,
    /// What it says now.
    #[ts(type = "unknown")]
    pub to: Value,
    /// What the plan says.
    #[ts(type = "unknown")]
    pub yours: Value,
    /// The line that has to be accepted before, or with this one: the part that it hangs under is new too.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[ts(optional, as = "Option<Vec<String>>")]
    pub needs: Vec<String>,
}

/// Ends of a dependency: they are its name, not what is said of it.
const NAMING: [&str; 2] = ["predecessor", "successor"];
/// The field that says what a part hangs under.
const UNDER: &str = "under";

fn line_id((kind, key): &PartId, field: Option<&str>) -> String {
    let part = format!("{}/{key}", kind.word());
    field.map_or(part.clone(), |field| format!("{part}/{field}"))
}

fn by_id(parts: &[Part]) -> BTreeMap<PartId, &Part> {
    parts.iter().map(|part| (part.id(), part)).collect()
}

fn value(fields: &Fields, field: &str) -> Value {
    fields.get(field).cloned().unwrap_or_default()
}

/// The lines between the parts as applied and the parts as they are now, both settled.
#[must_use]
pub fn differences(applied: &[Part], now: &[Part], live: &Live) -> Vec<TemplateLine> {
    let (before, after) = (by_id(applied), by_id(now));
    let words = Words { before: &before, after: &after, live };
    let mut lines = Vec::new();
    let mut new: BTreeSet<PartId> = BTreeSet::new();
    for part in now {
        let id = part.id();
        match (before.get(&id), live.get(&id)) {
            (None, None) => {
                let needs = part.needs();
                if needs.iter().all(|need| live.contains_key(need) || new.contains(need)) {
                    let needs =
                        needs.iter().filter(|need| new.contains(*need)).map(|need| line_id(need, None));
                    let (what, to) = (TemplateWhat::Added, words.title(&id).into());
                    lines.push(TemplateLine { to, needs: needs.collect(), ..words.line(&id, what, None) });
                    new.insert(id);
                }
            }
            (Some(was), Some(own)) => {
                for field in part.fields.keys().filter(|field| !NAMING.contains(&field.as_str())) {
                    let (from, to) = (value(&was.fields, field), value(&part.fields, field));
                    let yours = value(own, field);
                    let home = part.needs().into_iter().next().filter(|_| field == UNDER);
                    let homeless =
                        home.as_ref().is_some_and(|home| !live.contains_key(home) && !new.contains(home));
                    if from == to || yours == to || homeless {
                        continue;
                    }
                    let needs =
                        home.iter().filter(|home| new.contains(*home)).map(|home| line_id(home, None));
                    lines.push(TemplateLine {
                        needs: needs.collect(),
                        from: words.said(field, from),
                        to: words.said(field, to),
                        yours: words.said(field, yours),
                        ..words.line(&id, TemplateWhat::Changed, Some(field))
                    });
                }
            }
            // Left out or deleted by the author, or declined: nothing is asked about it.
            (Some(_), None) | (None, Some(_)) => {}
        }
    }
    for part in applied {
        let id = part.id();
        let gone = |id: &PartId| !after.contains_key(id) && before.contains_key(id) && live.contains_key(id);
        if gone(&id) && !part.needs().iter().any(gone) {
            let (from, yours) = (part.title().into(), words.title(&id).into());
            let from = if part.kind == Kind::Dependency { Value::clone(&yours) } else { from };
            lines.push(TemplateLine { from, yours, ..words.line(&id, TemplateWhat::Removed, None) });
        }
    }
    lines
}

/// How parts are named to a person.
struct Words<'a> {
    before: &'a BTreeMap<PartId, &'a Part>,
    after: &'a BTreeMap<PartId, &'a Part>,
    live: &'a Live,
}

impl Words<'_> {
    fn line(&self, id: &PartId, what: TemplateWhat, field: Option<&str>) -> TemplateLine {
        TemplateLine {
            id: line_id(id, field),
            key: id.1.clone(),
            kind: id.0,
            title: self.title(id),
            what,
            field: field.map(str::to_owned),
            from: Value::Null,
            to: Value::Null,
            yours: Value::Null,
            needs: Vec::new(),
        }
    }

    /// The name or title; of a dependency those of both tasks.
    fn title(&self, id: &PartId) -> String {
        if let (Kind::Dependency, Some((first, second))) = (id.0, id.1.split_once('>')) {
            let of = |key: &str| self.title(&(Kind::Task, key.to_owned()));
            return format!("{} > {}", of(first), of(second));
        }
        let field = if id.0 == Kind::Criterion { "name" } else { "title" };
        let own = self.live.get(id).and_then(|fields| fields.get(field)).and_then(Value::as_str);
        let part = self.after.get(id).or_else(|| self.before.get(id)).map(|part| part.title());
        own.or(part).unwrap_or_default().to_owned()
    }

    /// A value as it is read: titles in the place of keys.
    fn said(&self, field: &str, value: Value) -> Value {
        let titled = |key: &str| {
            let known =
                [Kind::Objective, Kind::Initiative, Kind::ChecklistStep].map(|kind| (kind, key.to_owned()));
            let known = known.iter().find(|id| self.before.contains_key(*id) || self.after.contains_key(*id));
            known.map_or_else(|| key.to_owned(), |id| self.title(id))
        };
        match (field, value) {
            (UNDER, Value::String(key)) => titled(&key).into(),
            ("also_serves", Value::Array(keys)) => {
                keys.iter().filter_map(Value::as_str).map(titled).collect::<Vec<_>>().into()
            }
            (_, value) => value,
        }
    }
}

/// The chosen lines with those that go along: what a new part hangs under, and, before a part is removed, the
/// moves of what hangs under it and stays.
#[must_use]
pub fn with_needed(lines: &[TemplateLine], chosen: &BTreeSet<String>, applied: &[Part]) -> BTreeSet<String> {
    let before = by_id(applied);
    let mut all = chosen.clone();
    loop {
        let mut more = BTreeSet::new();
        for line in lines {
            if all.contains(&line.id) {
                more.extend(line.needs.iter().cloned());
            } else if line.field.as_deref() == Some(UNDER) {
                let mut above =
                    before.get(&(line.kind, line.key.clone())).and_then(|part| part.needs().pop());
                while let Some(id) = above {
                    if all.contains(&line_id(&id, None)) {
                        more.insert(line.id.clone());
                    }
                    above = before.get(&id).and_then(|part| part.needs().pop());
                }
            }
        }
        let known = all.len();
        all.extend(more);
        if all.len() == known {
            return all;
        }
    }
}

/// What accepting some lines does to the plan, in this order.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct Steps {
    /// Parts to be made, parents first.
    pub make: Vec<Part>,
    /// Fields to be written.
    pub change: BTreeMap<PartId, Fields>,
    /// Records to be deleted, with what hangs under them.
    pub remove: Vec<PartId>,
}

impl Steps {
    /// The steps of the accepted lines; `now` is settled.
    #[must_use]
    pub fn of(lines: &[TemplateLine], accepted: &BTreeSet<String>, now: &[Part]) -> Self {
        let mut steps = Self::default();
        let chosen = |id: &PartId| accepted.contains(&line_id(id, None));
        let mut new: BTreeSet<PartId> = BTreeSet::new();
        let after = by_id(now);
        for line in lines.iter().filter(|line| accepted.contains(&line.id)) {
            let id = (line.kind, line.key.clone());
            match (line.what, &line.field) {
                (TemplateWhat::Added, _) => drop(new.insert(id)),
                (TemplateWhat::Changed, Some(field)) => {
                    let to = after.get(&id).map(|part| value(&part.fields, field)).unwrap_or_default();
                    steps.change.entry(id).or_default().insert(field.clone(), to);
                }
                (TemplateWhat::Removed, _) if chosen(&id) => steps.remove.push(id),
                (TemplateWhat::Changed | TemplateWhat::Removed, _) => {}
            }
        }
        steps.make = now.iter().filter(|part| new.contains(&part.id())).cloned().collect();
        steps
    }
}

/// The parts as applied once the `done` lines are handled and the `open` ones are not. None is settled.
///
/// A date may come from other fields (whose days count, what the task waits for), so a field without a line of its
/// own may still speak otherwise: with nothing open about a part it is the template's part as a whole, and with
/// nothing open at all the template's parts as they are now.
#[must_use]
pub fn handled(applied: &[Part], now: &[Part], done: &[TemplateLine], open: &[TemplateLine]) -> Vec<Part> {
    if open.is_empty() {
        return now.to_vec();
    }
    let after = by_id(now);
    let mut parts = applied.to_vec();
    for line in done {
        let id = (line.kind, line.key.clone());
        match (line.what, after.get(&id)) {
            (TemplateWhat::Added, Some(part)) => parts.push((*part).clone()),
            (TemplateWhat::Changed, Some(part)) => {
                let whole = !open.iter().any(|line| (line.kind, &line.key) == (id.0, &id.1));
                let field = as_day(line.field.as_deref().unwrap_or_default());
                if let Some(own) = parts.iter_mut().find(|part| part.id() == id) {
                    if whole {
                        own.fields.clone_from(&part.fields);
                    } else {
                        own.fields.insert(field.to_owned(), value(&part.fields, field));
                    }
                }
            }
            (TemplateWhat::Removed, _) => forget(&mut parts, id, &after),
            (TemplateWhat::Added | TemplateWhat::Changed, None) => {}
        }
    }
    parts
}

/// Drops a part, and what needs it and is gone too.
fn forget(parts: &mut Vec<Part>, id: PartId, after: &BTreeMap<PartId, &Part>) {
    let mut gone = vec![id];
    while let Some(id) = gone.pop() {
        parts.retain(|part| part.id() != id);
        let orphans =
            parts.iter().filter(|part| !after.contains_key(&part.id()) && part.needs().contains(&id));
        gone.extend(orphans.map(Part::id).collect::<Vec<_>>());
    }
}

/// The field of a template that a date comes from.
fn as_day(field: &str) -> &str {
    match field {
        "start" => "start_day",
        "due" => "due_day",
        "target_date" => "target_day",
        "period_end" => "weeks",
        other => other,
    }
}
