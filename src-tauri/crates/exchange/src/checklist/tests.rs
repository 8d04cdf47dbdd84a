//! What a list says, as Cairn and as people write it.

use serde_json::{Map, Value, json};

use super::*;
use crate::Content;

fn found(text: &str) -> Findings {
    read(text.as_bytes(), &Wording::default())
}

fn said(row: &Row) -> Value {
    let plain = row.fields.iter().filter_map(|said| match &said.content {
        Content::Plain(value) => Some((said.field.clone(), value.clone())),
        Content::Record(..) | Content::Records(..) | Content::Line(..) => None,
    });
    Value::Object(plain.collect::<Map<_, _>>())
}

#[test]
fn a_list_that_people_wrote_is_steps_in_their_phases() {
    let text = "# Onboarding\n\n## Meet\n\nSome prose.\n\n- [ ] Hold the kickoff (due 2026-11-20)\n* [x] Name two teams, @lea\n\
                \n**Figures**\n\n1. [~] **Measure**: partner, optional\n\n```\n- [ ] in a fence\n```\n";
    let findings = found(text);
    assert_eq!(findings.troubles, [], "nothing is wrong");
    let rows: Vec<_> = findings.rows.iter().map(said).collect();
    assert_eq!(
        rows,
        [
            json!({ "title": "Hold the kickoff", "due": "2026-11-20", "phase": "Meet", "group_title": "" }),
            json!({ "title": "Name two teams", "assignee": "@lea", "state": "done", "phase": "Meet", "group_title": "" }),
            json!({ "title": "Measure", "owner_side": "partner", "required": false, "state": "skipped", "phase": "Meet",
                    "group_title": "Figures" }),
        ],
        "each as it is meant"
    );
}

#[test]
fn boxes_below_boxes_keep_their_depth_and_hidden_ones_are_none() {
    let text = "- [ ] a <!-- not now, due 2027-01-01 -->\n  - [ ] b\n      - [-] c\n  - [ ] d\n- [ ] e\n\n<!--\n- [ ] hidden\n\n- [ ] too\n-->\n\n\
                <!-- - [ ] one line -->\n- [ ] f\n";
    let findings = found(text);
    assert_eq!(findings.troubles, [], "nothing is wrong");
    let rows = findings.rows.iter().map(said);
    let told: Vec<_> =
        rows.map(|row| (row["title"].clone(), row["depth"].as_u64().unwrap_or_default())).collect();
    let expected = [("a", 0), ("b", 1), ("c", 2), ("d", 1), ("e", 0), ("f", 0)];
    assert_eq!(
        told,
        expected.map(|(title, depth)| (json!(title), depth)),
        "each under the one it stands under"
    );
    assert_eq!(said(&findings.rows[2])["state"], "skipped", "what was given up");
}

#[test]
fn a_line_that_keeps_what_it_was_written_from_tells_what_was_edited() {
    let id = "0199f3a4-0000-7000-8000-000000000002";
    let print = |value: Value| fingerprint(&value);
    let base = format!(
        "title={};state={};owner_side={};due={}",
        print(json!("Hold the kickoff")),
        print(json!("open")),
        print(json!("ours")),
        print(json!("2026-11-20"))
    );
    let edited = |line: &str| {
        let findings = found(&format!("- {line} <!-- cairn:step {id} {base} -->\n"));
        assert_eq!(findings.troubles, [], "{line}");
        let row = &findings.rows[0];
        assert_eq!(row.id, id.parse().ok(), "which it is");
        let touched = row.fields.iter().filter(|said| !said.untouched).map(|said| said.field.clone());
        touched.collect::<Vec<_>>().join(" ")
    };
    assert_eq!(edited("[ ] **Hold the kickoff**: us, due 2026-11-20"), "", "as it was written");
    assert_eq!(edited("[x] **Hold the kickoff**: us, due 2026-11-20"), "state", "a ticked box");
    assert_eq!(
        edited("[ ] **Hold the kickoff**: us, due 2026-11-20, done 2026-11-19"),
        "done_on state",
        "a day"
    );
    assert_eq!(edited("[ ] **Hold the kickoff**: us"), "due", "a fact that was taken out");
    assert_eq!(edited("[ ] **Kickoff**: us, expected 2026-11-21"), "title due", "two facts");
}

#[test]
fn what_cannot_be_read_is_named_with_its_line_and_field() {
    for (text, field) in [
        ("- [ ] **A**: due 2026-13-01\n", "due"),
        ("- [ ] **A**: perhaps\n", "title"),
        ("- [ ] **A**: us, partner\n", "owner_side"),
        ("- [ ] **A**: us <!-- cairn:step 7 -->\n", "id"),
    ] {
        let findings = found(text);
        assert_eq!(findings.troubles.len(), 1, "{text}: {:?}", findings.troubles);
        assert_eq!(findings.troubles[0].field.as_deref(), Some(field), "{text}");
        assert_eq!(findings.troubles[0].place.row, Some(1), "{text}");
        assert!(findings.rows[0].broken, "{text}");
    }
    for text in ["", "# Title\n\nProse.\n", "\u{fffd}"] {
        assert_eq!(found(text).troubles.len(), 1, "a text without a step says so: {text}");
    }
    assert!(
        found("---\nredacted: true\n---\n- [ ] a\n").rows.is_empty(),
        "a redacted copy does not come back"
    );
    let bytes = read(&[0xff, 0xfe, 0x00], &Wording::default());
    assert_eq!(bytes.troubles.len(), 1, "no text at all");
}
