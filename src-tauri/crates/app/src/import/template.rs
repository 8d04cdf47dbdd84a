//! A template that a colleague exported.

use cairn_domain::{Kind, RecordId as _, Template};
use cairn_exchange::{Place, Trouble};
use cairn_store::Tx;
use cairn_wire::{ImportLine, ImportReport, ImportWhat, TakenAs};
use chrono::NaiveDate;
use serde_json::Value;

use super::report::{Report, line};
use crate::{
    error::{AppError, Result},
    library::{self, Library as _, Taken},
};

/// Takes a template in. What is wrong in the file is a problem with its place in the file.
pub(super) async fn take(tx: &mut Tx, bytes: &[u8], today: NaiveDate) -> Result<ImportReport> {
    let mut report = Report::default();
    let place = Place::default();
    let read = std::str::from_utf8(bytes).map(Template::read);
    match read {
        Err(_) => report.trouble(Trouble::of_file("This file is no text in UTF-8.")),
        Ok(Err(failure)) => report.refused(&place, failure),
        Ok(Ok(written)) => match library::take(tx, written, today).await {
            Err(error @ (AppError::Rule(_) | AppError::Request(_))) => report.refused(&place, error.into()),
            Err(error) => return Err(error),
            Ok(taken) => told(&mut report, taken),
        },
    }
    Ok(report.into_report(None, Vec::new()))
}

fn told(report: &mut Report, Taken { what, stored, before }: Taken<Template>) {
    let place = Place::default();
    let title = stored.record.title.clone();
    match what {
        TakenAs::New => report.made(Kind::Template, &place, title),
        TakenAs::Same => report.seen(),
        TakenAs::Changed => {
            report.seen();
            for (field, from, to) in before.iter().flat_map(|before| differences(before, &stored.record)) {
                let whole = line(ImportWhat::Changed, Kind::Template, &place, title.clone());
                report.field(stored.id.uuid(), ImportLine { field: Some(field.into()), from, to, ..whole });
            }
        }
    }
}

/// Fields that differ; of the content only that it does, which its own diff tells line by line.
fn differences(before: &Template, after: &Template) -> Vec<(&'static str, Value, Value)> {
    let Template { title, summary, content } = before;
    let mut found = Vec::new();
    for (field, from, to) in [("title", title, &after.title), ("summary", summary, &after.summary)] {
        if from != to {
            found.push((field, from.as_str().into(), to.as_str().into()));
        }
    }
    if *content != after.content {
        found.push(("content", Value::Null, Value::Null));
    }
    found
}
