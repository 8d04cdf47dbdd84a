//! What a customer may see of records: only what their declarations allow, whatever was there.
#![allow(clippy::unwrap_used)]

use cairn_domain::{
    Audience, ChecklistStep, CommandPlan, Criterion, ForCustomer, Objective, Reading, Record, Seen, Task,
    Touchpoint, is_for_customer,
};
use serde_json::{Value, json};

const ID: &str = "01a211ee-ea80-7000-8000-0f0000000002";

fn record<R: Record>(fields: Value) -> R {
    serde_json::from_value(fields).unwrap()
}

fn seen<R: ForCustomer>(record: R) -> R {
    Seen::of(record, Audience::Customer).unwrap().into_inner()
}

#[test]
fn what_is_ours_takes_one_value_whatever_was_there() {
    let outcome = |reason: &str, risks: &str| -> Objective {
        record(
            json!({ "plan_id": ID, "title": "Ship weekly", "summary": "Faster", "close_reason": reason, "risks": risks }),
        )
    };
    let (one, other) = (seen(outcome("sold", "They may merge")), seen(outcome("", "")));
    assert_eq!(one, other, "no comparison can tell of it");
    assert_eq!((one.title.as_str(), one.summary.as_str()), ("Ship weekly", "Faster"), "the rest is theirs");
    let weighed: Criterion = record(json!({ "objective_id": ID, "name": "Lead time", "weight": 5.0 }));
    let plain: Criterion = record(json!({ "objective_id": ID, "name": "Lead time" }));
    assert_eq!(seen(weighed), seen(plain));
}

#[test]
fn a_text_with_a_switch_is_seen_where_that_says_so() {
    let reading = |who: &str| -> Reading {
        record(
            json!({ "criterion_id": ID, "date": "2026-11-02", "value": 3.0, "note": "After the outage", "note_visibility": who }),
        )
    };
    assert_eq!(seen(reading("internal")).note, "");
    assert_eq!(seen(reading("customer")).note, "After the outage");
    let step = |who: &str| -> ChecklistStep {
        record(json!({
            "checklist_id": ID, "title": "Meet", "visibility": "customer", "guidance_for": who, "why": "They are new",
            "links": [{ "title": "How", "url": "https://example.org" }],
        }))
    };
    let hidden = seen(step("internal"));
    assert_eq!((hidden.why.as_str(), hidden.links.len()), ("", 0), "texts and lists alike");
    assert_eq!(seen(step("customer")).links.len(), 1);
}

#[test]
fn a_record_with_a_switch_of_its_own_is_seen_or_not_as_a_whole() {
    let task = |who: &str| -> Task { record(json!({ "title": "Ask legal", "visibility": who })) };
    assert!(!is_for_customer(&task("internal")));
    assert_eq!(seen(vec![task("internal"), task("customer"), task("internal")]).len(), 1);
    let ours = Seen::of(task("internal"), Audience::Internal).unwrap();
    assert_eq!(ours.title, "Ask legal", "our own copy has all of it");
    assert!(!is_for_customer(&CommandPlan::empty(ID.parse().unwrap())), "and some is never theirs");
}

#[test]
fn the_copy_of_a_copy_is_that_copy() {
    let call: Touchpoint = record(json!({
        "account_id": ID, "subject": "Review", "held_on": "2026-11-02", "notes": "Good", "visibility": "customer",
    }));
    let once = seen(call);
    assert_eq!(once.notes, "Good");
    assert_eq!(seen(once.clone()), once);
    let outcome: Objective = record(
        json!({ "plan_id": ID, "title": "Ship weekly", "risks": "Budget", "risks_visibility": "customer" }),
    );
    let once = seen(outcome);
    assert_eq!(seen(once.clone()), once);
    assert_eq!(once.risks, "Budget");
}
