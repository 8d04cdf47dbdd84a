//! A row of the file is written as a request would write it.

use cairn_domain::{RecordId as _, fingerprint};
use cairn_exchange::{ParsedField, Row};
use cairn_wire::{Failure, ImportLine, ImportWhat, OnConflict, RequestBody};
use serde_json::Value;
use uuid::Uuid;

use super::{
    super::{
        report::{Made, line},
        write::{change, is_refusal},
    },
    Merge,
};
use crate::{
    crud::{Resource, Written},
    error::{AppError, Result},
};

impl Merge<'_> {
    /// Makes a record as a request would; a refusal is told, and makes none.
    pub(super) async fn make<R: Resource>(&mut self, row: &Row, fields: RequestBody) -> Result<Option<Uuid>> {
        match self.ends.insert::<R>(self.tx, fields.clone(), self.pass.today).await {
            Ok(stored) => {
                let id = stored.id.uuid();
                self.records.put(&stored)?;
                let title =
                    self.records.get(R::KIND, id).map(|known| known.title.clone()).unwrap_or_default();
                self.records.called(R::KIND, &title, id);
                self.stands(row, id);
                self.made.insert(id);
                self.report.made(Made { kind: R::KIND, title, fields, ..Made::at(&row.place) });
                Ok(Some(id))
            }
            Err(error) => self.refused(row, error).map(|()| None),
        }
    }

    /// Changes a record as a request would.
    pub(super) async fn change<R: Resource>(
        &mut self,
        row: &Row,
        id: Uuid,
        values: Vec<(&ParsedField, Value)>,
    ) -> Result<()> {
        let Some(known) = self.records.get(R::KIND, id) else { return Ok(()) };
        let is_made = self.made.contains(&id);
        let title = known.title.clone();
        let (mut changes, mut conflicts) = (RequestBody::new(), Vec::new());
        for (said, value) in values {
            let current = known.fields.get(&said.field).unwrap_or(&Value::Null);
            let print = fingerprint(current);
            if fingerprint(&value) == print {
                continue;
            }
            if said.base.as_ref().is_some_and(|base| *base != print)
                && self.pass.request.conflicts == OnConflict::Keep
            {
                let whole = line(ImportWhat::Conflict, R::KIND, &row.place, title.clone());
                let field = Some(said.field.clone());
                conflicts.push(ImportLine { field, from: current.clone(), to: value, ..whole });
                continue;
            }
            changes.insert(said.field.clone(), value);
        }
        if !is_made {
            self.report.seen();
        }
        if !changes.is_empty() {
            match change::<R>(self.tx, id, changes, self.pass.today).await {
                Ok(Written { stored, next, changed: _ }) => {
                    let before =
                        self.records.get(R::KIND, id).map(|known| known.fields.clone()).unwrap_or_default();
                    self.records.put(&stored)?;
                    let after =
                        self.records.get(R::KIND, id).map(|known| known.fields.clone()).unwrap_or_default();
                    // Beside what the file says, what follows from it: the day on which a task was done.
                    for (field, to) in after.into_iter().filter(|_| !is_made) {
                        let from = before.get(&field).cloned().unwrap_or_default();
                        if from != to {
                            let whole = line(ImportWhat::Changed, R::KIND, &row.place, title.clone());
                            self.report.field(id, ImportLine { field: Some(field), from, to, ..whole });
                        }
                    }
                    if let Some(next) = next {
                        self.ends.forget();
                        let title = next.record.label();
                        self.report.made(Made { kind: R::KIND, title, ..Made::at(&row.place) });
                    }
                }
                Err(error) => self.refused(row, error)?,
            }
        }
        conflicts.into_iter().for_each(|line| self.report.field(id, line));
        Ok(())
    }

    /// A refusal is a problem of the row; anything else ends the import.
    fn refused(&mut self, row: &Row, error: AppError) -> Result<()> {
        if !is_refusal(&error) {
            return Err(error);
        }
        self.report.refused_row(row, Failure::from(error));
        Ok(())
    }
}
