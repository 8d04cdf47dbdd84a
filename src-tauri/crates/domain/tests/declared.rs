//! What is declared of a field holds for every kind: its name, how long its text may be, and who decides who sees it.
#![allow(clippy::unwrap_used)]

use std::collections::BTreeSet;

use cairn_domain::{
    Account, Attachment, Brand, Checklist, ChecklistStep, ChecklistTemplate, CommandPlan, Contact, Criterion,
    Customer, Dependency, Initiative, Me, NAME_MAX, Objective, Plan, PlanVersion, Reading, Reason, Record,
    SignOff, Sort, TEXT_MAX, Task, Template, TemplateUse, Touchpoint, Workshop, fields_of,
};
use serde_json::{Map, Value, json};

/// Longest address of the web.
const URL_MAX: usize = 2_000;

/// The kinds, each with what its shortest record says.
macro_rules! with_kinds {
    ($each:ident) => {
        let (id, hash) = ("01a211ee-ea80-7000-8000-0f0000000002", "0".repeat(64));
        $each::<Me>(&json!({}));
        $each::<Brand>(&json!({}));
        $each::<Account>(&json!({ "name": "N" }));
        $each::<Contact>(&json!({ "account_id": id, "name": "N" }));
        $each::<Touchpoint>(&json!({ "account_id": id, "subject": "S", "held_on": "2026-11-02" }));
        $each::<Workshop>(&json!({ "account_id": id, "title": "T" }));
        $each::<CommandPlan>(&json!({ "account_id": id }));
        $each::<Plan>(&json!({ "account_id": id, "title": "T" }));
        $each::<PlanVersion>(&json!({ "plan_id": id, "name": "N", "frozen_on": "2026-11-02", "content": hash }));
        $each::<SignOff>(&json!({ "version_id": id, "person": "P", "signed_on": "2026-11-02" }));
        $each::<Objective>(&json!({ "plan_id": id, "title": "T" }));
        $each::<Criterion>(&json!({ "objective_id": id, "name": "N" }));
        $each::<Reading>(&json!({ "criterion_id": id, "date": "2026-11-02", "value": 1.0 }));
        $each::<Initiative>(&json!({ "objective_id": id, "title": "T" }));
        $each::<Task>(&json!({ "initiative_id": id, "title": "T" }));
        $each::<Dependency>(&json!({ "predecessor_id": id, "successor_id": id }));
        $each::<Attachment>(&json!({ "account_id": id, "name": "N", "hash": hash }));
        $each::<Template>(&json!({ "title": "T" }));
        $each::<TemplateUse>(
            &json!({ "plan_id": id, "template_id": id, "template_version": 1, "start": "2026-11-02" }),
        );
        $each::<ChecklistTemplate>(&json!({ "title": "T" }));
        $each::<Checklist>(&json!({ "account_id": id, "title": "T", "started_on": "2026-11-02" }));
        $each::<ChecklistStep>(&json!({ "checklist_id": id, "title": "T" }));
    };
}

fn read<R: Record>(fields: &Map<String, Value>) -> Option<R> {
    serde_json::from_value(Value::Object(fields.clone())).ok()
}

/// A record with a text in a field, which may hold one, several, or several by two keys.
fn with_text<R: Record>(shortest: &Value, field: &str, text: &str) -> R {
    let ways = [json!(text), json!([text]), json!({ "en": { "key": text } })];
    let read = |value: Value| {
        let mut fields = shortest.as_object().unwrap().clone();
        fields.insert(field.to_owned(), value);
        read::<R>(&fields)
    };
    ways.into_iter().find_map(read).unwrap_or_else(|| panic!("{} {field} holds a text", R::KIND.word()))
}

#[test]
fn every_field_is_declared_once_under_the_name_that_requests_use() {
    fn each<R: Record>(shortest: &Value) {
        let record: R = read(shortest.as_object().unwrap()).unwrap();
        let kept = serde_json::to_value(&record).unwrap();
        let kept: BTreeSet<&str> = kept.as_object().unwrap().keys().map(String::as_str).collect();
        let declared: Vec<&str> = fields_of(R::KIND).iter().map(|field| field.name).collect();
        assert_eq!(declared.iter().copied().collect::<BTreeSet<_>>(), kept, "{}", R::KIND.word());
        assert_eq!(declared.len(), kept.len(), "{} says no field twice", R::KIND.word());
    }
    with_kinds!(each);
}

#[test]
fn a_text_of_any_kind_may_be_as_long_as_its_sort_and_no_longer_and_what_is_required_is_not_blank() {
    fn each<R: Record>(shortest: &Value) {
        for field in fields_of(R::KIND) {
            let max = match field.sort {
                Sort::Value | Sort::Measure | Sort::Parts => continue,
                Sort::Prose => TEXT_MAX,
                Sort::Link => URL_MAX,
                _ => NAME_MAX,
            };
            let refused = |text: &str| {
                let refused = with_text::<R>(shortest, field.name, text).check_texts().err();
                refused.map(|problem| (problem.field, problem.reason))
            };
            assert_eq!(refused(&"ä".repeat(max)), None, "{} {}", R::KIND.word(), field.name);
            let name = field.name.to_owned();
            assert_eq!(refused(&"ä".repeat(max + 1)), Some((name.clone(), Reason::TooLong { max })));
            assert_eq!(refused(" \u{a0}"), field.required.then_some((name, Reason::Empty)));
        }
    }
    with_kinds!(each);
}

#[test]
fn who_sees_a_field_is_said_by_a_field_that_nobody_of_the_customer_sees() {
    fn each<R: Record>(_: &Value) {
        for field in fields_of(R::KIND) {
            let Customer::By(by) = field.customer else { continue };
            let switch = fields_of(R::KIND).iter().find(|field| field.name == by).unwrap();
            assert_eq!(switch.customer, Customer::Never, "{} {by}", R::KIND.word());
            assert_eq!(switch.sort, Sort::Value);
        }
    }
    with_kinds!(each);
}

#[test]
fn a_record_is_found_by_the_texts_that_are_declared_and_by_those_of_its_parts() {
    let plan: Plan = serde_json::from_value(json!({
        "account_id": "01a211ee-ea80-7000-8000-0f0000000002", "title": "Not here: it is the title",
        "strategy": "Fewer tools", "approvers": [{ "name": "Ada Quill", "role": "CFO" }],
    }))
    .unwrap();
    let mut found = cairn_domain::Declared::searched(&plan);
    found.retain(|text| !text.is_empty());
    assert_eq!(found, ["Fewer tools", "Ada Quill"]);
}
