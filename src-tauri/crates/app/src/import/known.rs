//! The records here that a file is compared with, and which of them a name means.

use std::collections::{BTreeSet, HashMap};

use cairn_domain::{Kind, Record, RecordId as _, Stored};
use cairn_wire::{OutlineCriterion, OutlineInitiative, OutlineObjective, PlanOutline, View};
use serde_json::{Map, Value};
use uuid::Uuid;

use crate::error::Result;

/// A record that is here: of the plan or checklist that the file is about.
#[derive(Debug)]
pub(super) struct ExistingRecord {
    pub(super) kind: Kind,
    pub(super) title: String,
    pub(super) parent: Option<Uuid>,
    pub(super) fields: Map<String, Value>,
}

/// All these records by their ids, and the names by which a file may mean them.
#[derive(Debug, Default)]
pub(super) struct Records {
    known: HashMap<Uuid, ExistingRecord>,
    /// In the plan's order.
    order: Vec<Uuid>,
    here: HashMap<(Kind, String), BTreeSet<Uuid>>,
    /// By their criterion.
    readings: HashMap<Option<Uuid>, Vec<Uuid>>,
    in_file: HashMap<(Kind, String), BTreeSet<Uuid>>,
    /// The record of each row of the file.
    rows: HashMap<(Kind, u32), Uuid>,
}

impl Records {
    /// The records of a plan.
    pub(super) fn of(outline: PlanOutline) -> Result<Self> {
        let mut records = Self::default();
        records.add(&outline.plan)?;
        for OutlineObjective { objective, criteria, initiatives } in outline.objectives {
            records.add(&objective)?;
            for OutlineCriterion { criterion, readings } in criteria {
                records.add(&criterion)?;
                readings.iter().try_for_each(|reading| records.add(reading))?;
            }
            for OutlineInitiative { initiative, tasks } in initiatives {
                records.add(&initiative)?;
                tasks.iter().try_for_each(|task| records.add(task))?;
            }
        }
        outline.dependencies.iter().try_for_each(|dependency| records.add(dependency))?;
        Ok(records)
    }

    fn add<R: Record>(&mut self, view: &View<R>) -> Result<()> {
        self.put(&view.stored)
    }

    /// Adds a record, made or changed by the file.
    pub(super) fn put<R: Record>(&mut self, stored: &Stored<R>) -> Result<()> {
        let id = stored.id.uuid();
        let fields = match serde_json::to_value(&stored.record)? {
            Value::Object(fields) => fields,
            _ => Map::new(),
        };
        let title = match R::KIND {
            Kind::Dependency => {
                ["predecessor_id", "successor_id"].map(|field| self.title_of(&fields, field)).join(" > ")
            }
            _ => stored.record.label(),
        };
        let parent = stored.record.parent().map(|(_, id)| id);
        self.here.entry((R::KIND, title.clone())).or_default().insert(id);
        if self.known.insert(id, ExistingRecord { kind: R::KIND, title, parent, fields }).is_none() {
            self.order.push(id);
            if R::KIND == Kind::Reading {
                self.readings.entry(parent).or_default().push(id);
            }
        }
        Ok(())
    }

    fn title_of(&self, fields: &Map<String, Value>, field: &str) -> String {
        let id = fields.get(field).and_then(Value::as_str).and_then(|id| id.parse().ok());
        id.and_then(|id: Uuid| self.known.get(&id)).map(|known| known.title.clone()).unwrap_or_default()
    }

    /// A record of the plan.
    pub(super) fn get(&self, kind: Kind, id: Uuid) -> Option<&ExistingRecord> {
        self.known.get(&id).filter(|known| known.kind == kind)
    }

    /// All records of the plan, in its order.
    pub(super) fn all(&self) -> impl Iterator<Item = (Uuid, &ExistingRecord)> {
        self.order.iter().filter_map(|id| Some((*id, self.known.get(id)?)))
    }

    /// The file calls a record so.
    pub(super) fn called(&mut self, kind: Kind, title: &str, id: Uuid) {
        self.in_file.entry((kind, title.trim().to_owned())).or_default().insert(id);
    }

    /// A row of the file stands for a record.
    pub(super) fn stands(&mut self, kind: Kind, row: Option<u32>, id: Uuid) {
        if let Some(row) = row {
            self.rows.insert((kind, row), id);
        }
    }

    /// The record that a row of the file stands for.
    pub(super) fn of_row(&self, kind: Kind, row: u32) -> Option<Uuid> {
        self.rows.get(&(kind, row)).copied()
    }

    /// The reading of a criterion on a day; without a day, the newest one.
    pub(super) fn reading(&self, criterion: Option<Uuid>, day: Option<&str>) -> Option<Uuid> {
        let of = self.readings.get(&criterion).map(Vec::as_slice).unwrap_or_default();
        let of = of.iter().filter_map(|id| Some((id, self.get(Kind::Reading, *id)?)));
        let dated = of.filter_map(|(id, known)| Some((known.fields.get("date")?.as_str()?, *id)));
        let mut fitting = dated.filter(|(date, _)| day.is_none_or(|day| day == *date)).collect::<Vec<_>>();
        fitting.sort_unstable();
        fitting.last().map(|(_, id)| *id)
    }

    /// The record that a text means: an id, what the file calls it, or what it is called here.
    ///
    /// # Errors
    /// A sentence where it means none, or several.
    pub(super) fn meant(&self, kind: Kind, text: &str) -> Result<Uuid, String> {
        if let Ok(id) = text.parse::<Uuid>() {
            let known = self.get(kind, id).map(|_| id);
            return known.ok_or_else(|| format!("The plan has no {} with the External Id {id}.", noun(kind)));
        }
        let key = (kind, text.to_owned());
        let found = self.in_file.get(&key).or_else(|| self.here.get(&key));
        match found.map(|ids| ids.iter().collect::<Vec<_>>()).as_deref() {
            Some([id]) => Ok(**id),
            None | Some([]) => Err(format!("The plan has no {} called “{text}”.", noun(kind))),
            Some(_) => Err(format!(
                "Several of the plan are called “{text}”; write the External Id of the {}.",
                noun(kind)
            )),
        }
    }

    /// The record of a title under a parent.
    pub(super) fn under(&self, kind: Kind, parent: Option<Uuid>, title: &str) -> Option<Uuid> {
        let ids = self.here.get(&(kind, title.to_owned()))?;
        ids.iter().copied().find(|id| self.get(kind, *id).is_some_and(|known| known.parent == parent))
    }
}

/// A kind as sentences name it.
pub(super) fn noun(kind: Kind) -> &'static str {
    match kind {
        Kind::Criterion => "KPI",
        Kind::ChecklistStep => "step",
        other => other.word(),
    }
}
