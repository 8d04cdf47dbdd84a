//! Records that a file has said something of already, and what a row changes.

use std::collections::{HashMap, HashSet};

use cairn_domain::{Kind, RecordId as _, Stored, fingerprint, is_same};
use cairn_exchange::{Row, RowError, RowPlace};
use cairn_store::Tx;
use cairn_wire::{ImportLine, ImportWhat, RequestBody};
use serde_json::Value;
use uuid::Uuid;

use super::super::{
    Pass,
    report::{Made, Report, line},
    write::{insert, is_refusal, update},
};
use crate::{crud::Resource, error::Result};

/// Writes the rows of a list, each record once.
pub(super) struct Seen<'a> {
    pub(super) pass: Pass<'a>,
    pub(super) tx: &'a mut Tx,
    pub(super) report: &'a mut Report,
    rows: HashMap<Uuid, (RowPlace, RequestBody)>,
    made: HashSet<Uuid>,
}

impl<'a> Seen<'a> {
    pub(super) fn new(pass: Pass<'a>, tx: &'a mut Tx, report: &'a mut Report) -> Self {
        Self { pass, tx, report, rows: HashMap::new(), made: HashSet::new() }
    }

    /// A problem of a row.
    pub(super) fn row_error(&mut self, row: &Row, field: &str, message: impl Into<String>) {
        self.report.row_error(RowError::at(&row.place, Some(field), message));
    }

    /// A problem with a value of a row, of which can be said what it means.
    pub(super) fn unknown(&mut self, row: &Row, field: &str, value: &str, message: impl Into<String>) {
        self.report.row_error(RowError::at(&row.place, Some(field), message).over(value, Vec::new()));
    }

    /// Makes the record of a row; `near` is called nearly so.
    pub(super) async fn make<R: Resource>(
        &mut self,
        row: &Row,
        fields: RequestBody,
        near: Option<String>,
    ) -> Result<Option<Stored<R>>> {
        self.pass.watch.step()?;
        match insert::<R>(self.tx, fields.clone(), self.pass.today).await {
            Ok(stored) => {
                let (kind, title, said) = (R::KIND, stored.record.label(), fields.clone());
                self.report.made(Made { kind, title, fields: said, near, ..Made::at(&row.place) });
                self.rows.insert(stored.id.uuid(), (row.place.clone(), fields));
                self.made.insert(stored.id.uuid());
                Ok(Some(stored))
            }
            Err(error) if is_refusal(&error) => {
                self.report.refused_row(row, error.into());
                Ok(None)
            }
            Err(error) => Err(error),
        }
    }

    /// Changes the record that a row stands for. A second row of the same record may add to the first, and not
    /// contradict it.
    pub(super) async fn change<R: Resource>(
        &mut self,
        row: &Row,
        current: Stored<R>,
        mut fields: RequestBody,
    ) -> Result<Option<Stored<R>>> {
        self.pass.watch.step()?;
        let id = current.id.uuid();
        match self.rows.get_mut(&id) {
            Some((first, said)) => {
                let otherwise = fields
                    .iter()
                    .find(|(field, value)| said.get(*field).is_some_and(|said| !is_same_value(said, value)));
                if let Some((field, _)) = otherwise {
                    let (noun, field) = (noun(R::KIND), field.clone());
                    let first = first.row;
                    let message = format!(
                        "This {noun} stands in line {} already, which says otherwise.",
                        first.unwrap_or_default()
                    );
                    self.report.row_error(RowError::at(&row.place, Some(&field), message).after(first));
                    return Ok(None);
                }
                fields.retain(|field, _| !said.contains_key(field));
                said.extend(fields.clone());
            }
            None => {
                self.rows.insert(id, (row.place.clone(), fields.clone()));
                self.report.seen();
            }
        }
        let before = serde_json::to_value(&current.record)?;
        let here = |field: &str| before.get(field).cloned().unwrap_or_default();
        let changes: RequestBody =
            fields.into_iter().filter(|(field, value)| !is_said(field, value, &here(field))).collect();
        if changes.is_empty() {
            return Ok(Some(current));
        }
        let title = current.record.label();
        match update::<R>(self.tx, id, changes.clone(), self.pass.today).await {
            Ok(stored) => {
                let after = serde_json::to_value(&stored.record)?;
                let is_made = self.made.contains(&id);
                for field in changes.keys().filter(|_| !is_made) {
                    let to = after.get(field).cloned().unwrap_or_default();
                    self.told::<R>(row, id, &title, field, (here(field), to));
                }
                Ok(Some(stored))
            }
            Err(error) if is_refusal(&error) => {
                self.report.refused_row(row, error.into());
                Ok(None)
            }
            Err(error) => Err(error),
        }
    }

    /// Reports a field that is set once all rows were read; not of a record that the file itself made.
    pub(super) fn later<R: Resource>(
        &mut self,
        row: &Row,
        before: &Stored<R>,
        field: &str,
        values: (Value, Value),
    ) {
        let id = before.id.uuid();
        if !self.made.contains(&id) {
            self.told::<R>(row, id, &before.record.label(), field, values);
        }
    }

    fn told<R: Resource>(&mut self, row: &Row, id: Uuid, title: &str, field: &str, values: (Value, Value)) {
        let whole = line(ImportWhat::Changed, R::KIND, &row.place, title.to_owned());
        let (from, to) = values;
        self.report.field(id, ImportLine { field: Some(field.to_owned()), from, to, ..whole });
    }
}

/// True where a record says this already. Names that look the same are one name: the spelling that is here stays.
fn is_said(field: &str, value: &Value, here: &Value) -> bool {
    let is_name = field == "name" && is_same_value(value, here);
    is_name || fingerprint(value) == fingerprint(here)
}

/// Texts that differ only in case say the same.
fn is_same_value(one: &Value, other: &Value) -> bool {
    match (one.as_str(), other.as_str()) {
        (Some(one), Some(other)) => is_same(one, other),
        _ => fingerprint(one) == fingerprint(other),
    }
}

fn noun(kind: Kind) -> &'static str {
    if kind == Kind::Contact { "contact" } else { "account" }
}
