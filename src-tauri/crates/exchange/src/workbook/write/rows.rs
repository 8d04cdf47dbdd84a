//! The rows of each sheet: a record's fields as they are on the wire, with the names of the records that they name.

use std::collections::HashMap;

use cairn_domain::{CriterionKind, Kind, RecordId, SheetCell, SheetColumn};
use serde::Serialize;
use serde_json::Value;

use super::cell::Cell;
use crate::WriteError;
use cairn_documents::{
    onboarding::ShownChecklist,
    success_plan::{Internal, SuccessPlan},
};

/// One row.
pub(super) struct Row {
    pub(super) id: String,
    fields: Value,
    /// What its values measure.
    measures: Option<CriterionKind>,
}

impl Row {
    fn of(id: impl RecordId, record: &impl Serialize) -> Result<Self, WriteError> {
        Ok(Self { id: id.to_string(), fields: serde_json::to_value(record)?, measures: None })
    }

    fn measuring(self, kind: CriterionKind) -> Self {
        Self { measures: Some(kind), ..self }
    }

    /// The cell in a column.
    pub(super) fn cell(&self, column: &SheetColumn, names: &Names) -> Cell {
        let value = self.fields.get(column.field).unwrap_or(&Value::Null);
        match (column.holds, value) {
            (_, Value::Null) => Cell::Empty,
            (SheetCell::Record(kind), Value::String(id)) => Cell::Named(names.name(kind, id)),
            (SheetCell::Records(kind), Value::Array(ids)) => Cell::Named(names.all(kind, ids).join("\n")),
            (SheetCell::Word(list), Value::String(word)) => Cell::Word(list, word.clone()),
            (SheetCell::Date, Value::String(day)) => day.parse().map_or(Cell::Empty, Cell::Date),
            (SheetCell::Measure, Value::Number(_)) if self.measures == Some(CriterionKind::Percent) => {
                value.as_f64().map_or(Cell::Empty, Cell::Percent)
            }
            (SheetCell::Interim, targets) => {
                serde_json::from_value(targets.clone()).map_or(Cell::Empty, Cell::Interim)
            }
            (_, Value::String(text)) => Cell::text(text),
            (_, Value::Number(number)) => number.as_f64().map_or(Cell::Empty, Cell::Number),
            (_, Value::Bool(flag)) => Cell::Flag(*flag),
            (_, Value::Array(_) | Value::Object(_)) => Cell::Empty,
        }
    }
}

/// By which words a record is meant: its title where no other of its kind has the same, else its id.
#[derive(Default)]
pub(super) struct Names {
    counts: HashMap<(Kind, String), u32>,
    titles: HashMap<String, (usize, String)>,
}

impl Names {
    /// The names of a plan's records.
    pub(super) fn of(plan: &SuccessPlan) -> Self {
        let mut names = Self::default();
        for objective in &plan.objectives {
            names.add(Kind::Objective, objective.id, &objective.title);
            for criterion in &objective.criteria {
                names.add(Kind::Criterion, criterion.id, &criterion.name);
            }
            for initiative in &objective.initiatives {
                names.add(Kind::Initiative, initiative.id, &initiative.title);
                for task in &initiative.tasks {
                    names.add(Kind::Task, task.id, &task.title);
                }
            }
        }
        names
    }

    fn add(&mut self, kind: Kind, id: impl RecordId, title: &str) {
        *self.counts.entry((kind, title.to_owned())).or_default() += 1;
        let place = self.titles.len();
        self.titles.insert(id.to_string(), (place, title.to_owned()));
    }

    /// The words by which a record is meant.
    fn name(&self, kind: Kind, id: &str) -> String {
        // A title with blanks around it or over several lines would not be found again.
        let plain =
            |title: &&String| !title.is_empty() && title.trim() == *title && !title.contains(['\n', '\r']);
        let alone = |title: &&String| self.counts.get(&(kind, (*title).clone())) == Some(&1);
        let title = self.titles.get(id).map(|(_, title)| title);
        title.filter(plain).filter(alone).map_or_else(|| id.to_owned(), Clone::clone)
    }

    /// The words by which each of those that the plan has is meant, in the plan's order.
    fn all(&self, kind: Kind, ids: &[Value]) -> Vec<String> {
        let ids = ids.iter().filter_map(Value::as_str);
        let mut known: Vec<_> = ids.filter_map(|id| Some((self.titles.get(id)?.0, id))).collect();
        known.sort_unstable();
        known.into_iter().map(|(_, id)| self.name(kind, id)).collect()
    }
}

/// The rows of a kind in a plan, parents in their order.
pub(super) fn of_plan(
    plan: &SuccessPlan,
    kind: Kind,
    ours: Option<&Internal>,
) -> Result<Vec<Row>, WriteError> {
    let objectives = || plan.objectives.iter();
    let criteria = || objectives().flat_map(|objective| &objective.criteria);
    let initiatives = || objectives().flat_map(|objective| &objective.initiatives);
    match kind {
        Kind::Objective => objectives().map(|it| Row::of(it.id, &it.record)).collect(),
        Kind::Criterion => criteria().map(|it| Ok(Row::of(it.id, &it.record)?.measuring(it.kind))).collect(),
        Kind::Reading => criteria()
            .flat_map(|criterion| criterion.readings.iter().map(|it| (criterion.kind, it)))
            .map(|(kind, it)| Ok(Row::of(it.id, &it.record)?.measuring(kind)))
            .collect(),
        Kind::Initiative => initiatives().map(|it| Row::of(it.id, &it.record)).collect(),
        Kind::Task => initiatives().flat_map(|it| &it.tasks).map(|it| Row::of(it.id, &it.record)).collect(),
        Kind::Dependency => {
            let links = ours.into_iter().flat_map(|ours| &ours.dependencies);
            links.map(|it| Row::of(it.id, &it.record)).collect()
        }
        _ => Ok(Vec::new()),
    }
}

/// The steps of a checklist.
pub(super) fn of_checklist(run: &ShownChecklist) -> Result<Vec<Row>, WriteError> {
    run.steps()
        .map(|it| {
            let mut row = Row::of(it.id, &it.record)?;
            if let Some(fields) = row.fields.as_object_mut() {
                fields.insert("provisional".into(), it.provisional.into());
            }
            Ok(row)
        })
        .collect()
}
