//! A field of a comparison on paper: its label, and both of its values in words.
//!
//! Prose is not told twice: that it was reworded is said, what it says now stands in its place in the document.

use cairn_domain::{Field, FieldChange, Kind, Means, RecordChange, RecordId as _, Sort, fields_of};
use chrono::NaiveDate;
use serde_json::Value;

use super::super::{Criterion, SuccessPlan};
use crate::text::TextFitter;

/// What no line is worth: a place among siblings, ids of what a record hangs under, and what the stage says already.
const PASSED_OVER: [&str; 9] = [
    "position",
    "account_id",
    "plan_id",
    "touchpoint_id",
    "workshop_id",
    "confirmed_by",
    "confirmed_on",
    "confirmed_words",
    "past_confirmations",
];
/// Longest value that is told whole, in characters; anything longer is prose.
const VALUE_MAX: usize = 80;

/// How the fields of a plan's records read.
pub(super) struct Fields<'a> {
    plan: &'a SuccessPlan,
}

impl<'a> Fields<'a> {
    pub(super) fn of(plan: &'a SuccessPlan) -> Self {
        Self { plan }
    }

    /// The day by which what came or went was to be there.
    pub(super) fn due(&self, fitter: &TextFitter, change: &RecordChange) -> String {
        let due = change.fields.iter().find(|field| ["due", "target_date"].contains(&field.field.as_str()));
        let day = due.and_then(|field| day(&field.to).or_else(|| day(&field.from)));
        day.map(|day| fitter.words.fill("doc_change_due", &[("date", &fitter.words.date(day))]))
            .unwrap_or_default()
    }

    /// Label, earlier and later value; `None` for what is passed over.
    pub(super) fn told(
        &self,
        fitter: &mut TextFitter,
        change: &RecordChange,
        field: &FieldChange,
    ) -> Option<[String; 3]> {
        if PASSED_OVER.contains(&field.field.as_str()) {
            return None;
        }
        let words = fitter.words;
        let label = words.get(&label(change.kind, &field.field));
        if is_prose(declared(change.kind, &field.field), &field.from, &field.to) {
            let key = match (is_empty(&field.from), is_empty(&field.to)) {
                (true, _) => "doc_change_written",
                (_, true) => "doc_change_emptied",
                _ => "doc_change_reworded",
            };
            return Some([label, String::new(), words.get(key)]);
        }
        let mut value = |value| self.value(fitter, change, &field.field, value);
        Some([label, value(&field.from), value(&field.to)])
    }

    /// The criterion that changed, as it is now.
    fn criterion(&self, change: &RecordChange) -> Option<&'a Criterion> {
        let criteria = self.plan.objectives.iter().flat_map(|objective| &objective.criteria);
        criteria.into_iter().find(|criterion| criterion.id.uuid() == change.id)
    }

    fn value(&self, fitter: &mut TextFitter, change: &RecordChange, field: &str, value: &Value) -> String {
        let (words, declared) = (fitter.words, declared(change.kind, field));
        if let Some(day) = day(value) {
            return words.date(day);
        }
        match value {
            Value::Null => words.get("doc_none"),
            Value::Bool(true) => words.get("doc_yes"),
            Value::Bool(false) => words.get("doc_no"),
            Value::Number(number) => {
                let number = number.as_f64().unwrap_or_default();
                match (declared.map(|field| field.sort), self.criterion(change)) {
                    (Some(Sort::Measure), Some(criterion)) => {
                        let unit = fitter.cell(&criterion.unit);
                        words.measured(criterion.kind, number, &unit)
                    }
                    _ => words.number(number),
                }
            }
            Value::String(text) if text.is_empty() => words.get("doc_none"),
            Value::String(text) => {
                match (declared.map(|field| field.means), self.plan.agreement.changes.names.get(text)) {
                    (Some(Means::Word(list)), _) => words.get(&format!("{}_{text}", list.key())),
                    (_, Some(title)) => fitter.cell(title),
                    (_, None) => fitter.cell(text),
                }
            }
            Value::Array(items) if items.is_empty() => words.get("doc_none"),
            Value::Array(items) => {
                let items: Vec<String> =
                    items.iter().map(|item| self.value(fitter, change, field, item)).collect();
                items.join("; ")
            }
            Value::Object(parts) => {
                let parts: Vec<String> = parts
                    .values()
                    .filter(|part| !is_empty(part))
                    .map(|part| self.value(fitter, change, field, part))
                    .collect();
                parts.join(", ")
            }
        }
    }
}

/// Empty on the page.
fn is_empty(value: &Value) -> bool {
    match value {
        Value::Null => true,
        Value::String(text) => text.trim().is_empty(),
        Value::Array(items) => items.is_empty(),
        Value::Bool(_) | Value::Number(_) | Value::Object(_) => false,
    }
}

/// True where a value is no short one: prose by its field, or a text too long for a cell, or how a series goes on.
fn is_prose(field: Option<&Field>, from: &Value, to: &Value) -> bool {
    let long = |value: &Value| {
        value.as_str().is_some_and(|text| text.chars().count() > VALUE_MAX || text.contains('\n'))
    };
    field.is_some_and(|field| field.sort == Sort::Prose || field.name == "recurrence")
        || long(from)
        || long(to)
}

fn day(value: &Value) -> Option<NaiveDate> {
    value.as_str()?.parse().ok()
}

/// What is declared of a field.
fn declared(kind: Kind, name: &str) -> Option<&'static Field> {
    fields_of(kind).iter().find(|field| field.name == name)
}

/// The label of a field, by its key in the catalogue.
fn label(kind: Kind, name: &str) -> String {
    let own = declared(kind, name).and_then(|field| field.paper);
    own.map_or_else(|| format!("workbook_column_{name}"), str::to_owned)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use cairn_domain::{Criterion, Dependency, Initiative, Objective, Plan, Record, Task};
    use serde_json::json;

    use super::*;
    use crate::{language::Language, words::Words};

    #[test]
    fn every_field_of_every_record_has_a_label_or_is_passed_over() {
        fn all<R: Record>(parents: &Value) {
            let mut record = json!({ "title": "x", "name": "x" });
            record.as_object_mut().unwrap().extend(parents.as_object().unwrap().clone());
            record
                .as_object_mut()
                .unwrap()
                .retain(|key, _| R::REQUIRED.contains(&key.as_str()) || parents.get(key).is_some());
            let record: R = serde_json::from_value(record).unwrap();
            for field in serde_json::to_value(record).unwrap().as_object().unwrap().keys() {
                let key = label(R::KIND, field);
                let read = Words::of(Language::En).get(&key);
                assert!(
                    read != key || PASSED_OVER.contains(&field.as_str()),
                    "say how {field} of {:?} is called on paper",
                    R::KIND
                );
            }
        }
        let id = "0199f3a4-0000-7000-8000-000000000002";
        all::<Plan>(&json!({ "account_id": id }));
        all::<Objective>(&json!({ "plan_id": id }));
        all::<Criterion>(&json!({ "objective_id": id }));
        all::<Initiative>(&json!({ "objective_id": id }));
        all::<Task>(&json!({ "initiative_id": id }));
        all::<Dependency>(&json!({ "predecessor_id": id, "successor_id": id }));
    }
}
