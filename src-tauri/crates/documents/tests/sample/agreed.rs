//! What became of the sample plan since its last version, and who signed that.

use cairn_documents::success_plan::{Agreement, Asked, Signature, Version};
use cairn_domain::Comparison;
use serde_json::{Value, json};

use super::day;

const LEAD: &str = "Cut the lead time from commit to production in half";
const MOVE: &str = "Move 40 services to shared pipeline templates";

fn change(what: &str, kind: &str, place: &[&str], title: &str, fields: &[(&str, Value, Value)]) -> Value {
    let fields: Vec<Value> =
        fields.iter().map(|(field, from, to)| json!({ "field": field, "from": from, "to": to })).collect();
    let id = "0199f3a4-0000-7000-8000-000000000002";
    json!({ "kind": kind, "id": id, "title": title, "place": place, "what": what, "fields": fields })
}

/// A version of the summer, signed by one of three, and a plan that moved on.
pub(crate) fn agreement() -> Agreement {
    let none = || Value::Null;
    let criterion = "Median lead time for changes";
    let security = "Find and fix security findings before they ship";
    let changes = json!({
        "changes": [
            change("changed", "plan", &[], "Success plan FY27", &[
                ("highlights", json!("Before."), json!("After.")),
                ("period_end", json!("2026-12-31"), json!("2027-01-31")),
                ("sponsor", json!(""), json!("Ines Falk, Chief Technology Officer")),
            ]),
            change("changed", "objective", &[], LEAD, &[
                ("status", json!("watchpoint"), json!("on_track")),
                ("position", json!("a0"), json!("a1")),
            ]),
            change("changed", "criterion", &[LEAD], criterion, &[("target", json!(12.0), json!(10.0))]),
            change("added", "reading", &[LEAD, criterion], "2026-09-07", &[("value", none(), json!(14.0))]),
            change("added", "reading", &[LEAD, criterion], "2026-11-09", &[("value", none(), json!(12.5))]),
            change("changed", "reading", &[LEAD, criterion], "2026-05-04", &[("value", json!(18), json!(17.5))]),
            change("changed", "task", &[LEAD, MOVE], "Wave 1: 15 services", &[
                ("due", json!("2026-12-18"), json!("2027-01-29")),
                ("status", json!("new"), json!("work_in_progress")),
                ("owner", json!("Jonas Reuter"), json!("Platform team")),
            ]),
            change("added", "initiative", &[LEAD], "Runner fleet guidance and right-sizing", &[
                ("due", none(), json!("2026-11-20")),
            ]),
            change("added", "task", &[LEAD, "Runner fleet guidance and right-sizing"], "Cost report", &[]),
            change("removed", "initiative", &[security], "Weekly triage of findings", &[
                ("due", json!("2026-10-30"), none()),
            ]),
        ],
        "counts": { "added": 4, "removed": 1, "changed": 5 },
        "names": {},
    });
    let changes: Comparison = serde_json::from_value(changes).expect("a comparison of the sample");
    Agreement {
        version: Some(Version {
            name: "Agreed at the summer review".into(),
            frozen_on: day("2026-07-14"),
            agreed_by: "Ines Falk and Jonas Reuter".into(),
        }),
        changes,
        signed: vec![Signature {
            person: "Ines Falk".into(),
            role: "Sponsor".into(),
            on: day("2026-07-16"),
            words: "This is what we bought it for. Agreed.".into(),
            ended: None,
        }],
        asked: ["Jonas Reuter, Head of Platform", "Lea Brandt, Head of Application Security"]
            .into_iter()
            .filter_map(|asked| asked.split_once(", "))
            .map(|(name, role)| Asked { name: name.into(), role: role.into() })
            .collect(),
    }
}
