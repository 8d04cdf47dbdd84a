//! A template that a colleague exported.

use cairn_domain::{ChecklistTemplate, RecordId as _, Template};
use cairn_exchange::RowPlace;
use cairn_store::Tx;
use cairn_wire::{Failure, ImportLine, ImportReport, ImportWhat, TakenAs};
use chrono::NaiveDate;
use serde_json::Value;

use super::report::{Made, Report, line};
use crate::{
    error::{AppError, Result},
    library::{self, Taken, Written},
};

/// Takes a template in. What is wrong in the file is a problem with its place in the file.
pub(super) async fn take(
    tx: &mut Tx,
    read: Result<&Written<Template>, &Failure>,
    today: NaiveDate,
) -> Result<ImportReport> {
    match read {
        Ok(written) => taken(tx, written, today).await,
        Err(failure) => {
            let mut report = Report::default();
            report.refused(&RowPlace::default(), failure.clone());
            Ok(report.into_report(None, Vec::new()))
        }
    }
}

/// Takes a template of a plan or of a checklist in.
pub(super) async fn taken<R: Told>(
    tx: &mut Tx,
    written: &Written<R>,
    today: NaiveDate,
) -> Result<ImportReport> {
    let mut report = Report::default();
    match library::take(tx, written.clone(), today).await {
        Err(error @ (AppError::Rule(_) | AppError::Request(_))) => {
            report.refused(&RowPlace::default(), error.into());
        }
        Err(error) => return Err(error),
        Ok(taken) => told(&mut report, taken),
    }
    Ok(report.into_report(None, Vec::new()))
}

/// A kind of template, by what is told of it.
pub(super) trait Told: library::Library {
    /// Fields that differ; of the content only that it does, which its own diff tells line by line.
    fn differences(before: &Self, after: &Self) -> Vec<(&'static str, Value, Value)>;
}

fn told<R: Told>(report: &mut Report, Taken { what, stored, before }: Taken<R>) {
    let place = RowPlace::default();
    let title = stored.record.label();
    match what {
        TakenAs::New => report.made(Made { kind: R::KIND, title, ..Made::at(&place) }),
        TakenAs::Same => report.seen(),
        TakenAs::Changed => {
            report.seen();
            for (field, from, to) in before.iter().flat_map(|before| R::differences(before, &stored.record)) {
                let whole = line(ImportWhat::Changed, R::KIND, &place, title.clone());
                report.field(stored.id.uuid(), ImportLine { field: Some(field.into()), from, to, ..whole });
            }
        }
    }
}

impl Told for Template {
    fn differences(before: &Self, after: &Self) -> Vec<(&'static str, Value, Value)> {
        let Self { title, summary, content } = before;
        let texts = [("title", title, &after.title), ("summary", summary, &after.summary)];
        changed(&texts, *content != after.content)
    }
}

impl Told for ChecklistTemplate {
    fn differences(before: &Self, after: &Self) -> Vec<(&'static str, Value, Value)> {
        let texts = [("title", &before.title, &after.title)];
        let rest = Self { title: after.title.clone(), ..before.clone() };
        changed(&texts, rest != *after)
    }
}

fn changed(texts: &[(&'static str, &String, &String)], content: bool) -> Vec<(&'static str, Value, Value)> {
    let texts = texts.iter().filter(|(_, from, to)| from != to);
    let mut found: Vec<_> =
        texts.map(|(field, from, to)| (*field, from.as_str().into(), to.as_str().into())).collect();
    if content {
        found.push(("content", Value::Null, Value::Null));
    }
    found
}
