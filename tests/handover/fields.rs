//! Whatever field of whatever kind was changed meanwhile, it arrives.

use serde_json::{Value, json};

use crate::{LISTED, Sender, all, colleague, id};

/// Set by the program, or by what else happens to the record.
const FIXED: [&str; 10] = [
    "id",
    "version",
    "created_at",
    "created_by",
    "updated_at",
    "updated_by",
    "deleted_at",
    "derived",
    "position",
    "sample",
];

/// Values that a field could have instead of the one that it has.
fn others(now: &Value) -> Vec<Value> {
    match now {
        Value::String(text) => vec![json!(format!("{text} x")), json!("2026-11-20"), json!("Yes")],
        Value::Number(number) => {
            let number = number.as_f64().unwrap();
            vec![json!(number + 0.25), json!(number as i64 + 1), json!(number as i64 - 1)]
        }
        Value::Bool(flag) => vec![json!(!flag)],
        Value::Array(list) => vec![json!(["x"]), json!(list.iter().skip(1).collect::<Vec<_>>())],
        Value::Object(_) => vec![Value::Null],
        Value::Null => vec![
            json!("Something"),
            json!("2026-11-20"),
            json!(0.5),
            json!(3),
            json!({ "minor": 5, "currency": "EUR" }),
        ],
    }
}

fn bare(record: &Value) -> Value {
    let mut record = record.clone();
    for field in ["version", "updated_at", "updated_by"] {
        record.as_object_mut().unwrap().shift_remove(field);
    }
    // Whoever they reported to is in the bin and stayed there.
    if record["name"] == "Stays" {
        record["reports_to"] = Value::Null;
    }
    record
}

#[test]
fn a_change_of_any_field_of_any_kind_replaces_what_is_here() {
    let sender = Sender::new();
    sender.export();
    let bea = colleague();
    bea.call("import.apply", &sender.request());
    let (mut there, mut here) = (sender.bench.sitting(), bea.sitting());
    for other in all(&mut there, "account") {
        if id(&other) != sender.account {
            there.call("account.delete", &json!({ "id": other["id"] }));
        }
    }
    // What one workspace calls its library stays there.
    let kinds = LISTED.iter().filter(|kind| !kind.contains("template"));
    let mut changed = Vec::new();
    for kind in kinds.clone() {
        for record in all(&mut there, kind).iter().take(3) {
            for (field, now) in
                record.as_object().unwrap().iter().filter(|(key, _)| !FIXED.contains(&key.as_str()))
            {
                for value in others(now) {
                    let version =
                        there.call(&format!("{kind}.get"), &json!({ "id": record["id"] }))["version"].clone();
                    let change = json!({ "id": record["id"], "version": version, field.as_str(): value });
                    if there.ask(&format!("{kind}.update"), &change).is_ok() {
                        changed.push(format!("{kind}.{field}"));
                        break;
                    }
                }
            }
        }
    }
    for known in
        ["reading.value", "criterion.weight", "account.arr", "task.title", "contact.name", "objective.risks"]
    {
        assert!(changed.iter().any(|field| field == known), "{known} is tried: {changed:?}");
    }
    sender.export();
    here.call("import.apply", &sender.replacing());
    for kind in kinds {
        let sorted = |mut list: Vec<Value>| {
            list.retain(|one| one["name"] != "Südwind");
            list.sort_by_key(id);
            list.iter().map(bare).collect::<Vec<_>>()
        };
        assert_eq!(
            sorted(all(&mut here, kind)),
            sorted(all(&mut there, kind)),
            "{kind} arrives as it stands there"
        );
    }
    here.end();
    bea.assert_sound("after every field was replaced");
}
