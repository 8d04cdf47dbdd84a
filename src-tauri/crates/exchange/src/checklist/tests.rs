//! What a list says, as Cairn and as people write it.

use serde_json::{Map, Value, json};

use super::*;
use crate::Content;

fn found(text: &str) -> ParsedFile {
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
    let parsed = found(text);
    assert_eq!(parsed.row_errors, [], "nothing is wrong");
    let rows: Vec<_> = parsed.rows.iter().map(said).collect();
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
    let parsed = found(text);
    assert_eq!(parsed.row_errors, [], "nothing is wrong");
    let rows = parsed.rows.iter().map(said);
    let told: Vec<_> =
        rows.map(|row| (row["title"].clone(), row["depth"].as_u64().unwrap_or_default())).collect();
    let expected = [("a", 0), ("b", 1), ("c", 2), ("d", 1), ("e", 0), ("f", 0)];
    assert_eq!(
        told,
        expected.map(|(title, depth)| (json!(title), depth)),
        "each under the one it stands under"
    );
    assert_eq!(said(&parsed.rows[2])["state"], "skipped", "what was given up");
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
        let parsed = found(&format!("- {line} <!-- cairn:step {id} {base} -->\n"));
        assert_eq!(parsed.row_errors, [], "{line}");
        let row = &parsed.rows[0];
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
        let parsed = found(text);
        assert_eq!(parsed.row_errors.len(), 1, "{text}: {:?}", parsed.row_errors);
        assert_eq!(parsed.row_errors[0].field.as_deref(), Some(field), "{text}");
        assert_eq!(parsed.row_errors[0].place.row, Some(1), "{text}");
        assert!(parsed.rows[0].broken, "{text}");
    }
    for text in ["", "# Title\n\nProse.\n", "\u{fffd}"] {
        assert_eq!(found(text).row_errors.len(), 1, "a text without a step says so: {text}");
    }
    assert!(
        found("---\nredacted: true\n---\n- [ ] a\n").rows.is_empty(),
        "a redacted copy does not come back"
    );
    let bytes = read(&[0xff, 0xfe, 0x00], &Wording::default());
    assert_eq!(bytes.row_errors.len(), 1, "no text at all");
}

#[test]
fn what_is_code_is_so_for_the_parser_and_what_is_never_closed_is_a_problem() {
    let titles = |text: &str| {
        let parsed = found(text);
        assert_eq!(parsed.row_errors, [], "{text}");
        parsed.rows.iter().filter_map(|row| row.title().map(str::to_owned)).collect::<Vec<_>>()
    };
    let inline = "# X\n\n```npm run test```\n- [ ] Z2\n- [ ] Z3\n\n```\nx\n```\n\n- [ ] Z4\n";
    assert_eq!(titles(inline), ["Z2", "Z3", "Z4"], "a line of code that ends in itself opens nothing");
    let longer = "- [ ] Z1\n\n````\n```\n- [ ] code\n```\n````\n\n```\n~~~\n- [ ] code\n```\n\nSo:\n\n    - [ ] code\n\n- [ ] Z2\n";
    assert_eq!(
        titles(longer),
        ["Z1", "Z2"],
        "a fence ends with marks of its own, as many; indented code is code"
    );
    for (text, line) in [
        ("# X\n\n- [ ] Z1\n<!-- left open\n- [ ] Z2\n", 4),
        ("---\naudience: customer\n---\n- [ ] Z1\n\n```\n- [ ] Z2\n", 6),
    ] {
        let parsed = found(text);
        assert_eq!(parsed.row_errors.len(), 1, "{text}: {:?}", parsed.row_errors);
        assert_eq!(parsed.row_errors[0].place.row, Some(line), "where it is opened");
        assert!(
            parsed.row_errors[0].message.contains("opened here and not closed"),
            "{:?}",
            parsed.row_errors
        );
    }
}

#[test]
fn what_is_no_step_is_said_of_the_step_above_or_told_with_its_lines() {
    let text = "# X\n\nIntro.\n\n- [ ] S6\n  why: because\n\n  - by whom\n- [ ] S7\nlazy\n\n| a | b |\n|---|---|\n| c | d |\n\n\
                * plain bullet\n> - [ ] quoted\n";
    let parsed = found(text);
    let notes: Vec<_> = parsed.rows.iter().map(|row| said(row)["note"].clone()).collect();
    assert_eq!(notes, [json!("why: because\n\n- by whom"), json!("lazy")], "below a step");
    assert_eq!(
        parsed.ignored,
        [
            "line 3: “Intro.”",
            "lines 12 to 14: “| a | b | |---|---| | c | d |”",
            "lines 16 to 17: “* plain bullet > - [ ] quoted”"
        ],
        "all else, by its lines"
    );
    let id = "0199f3a4-0000-7000-8000-000000000002";
    let written = format!(
        "# X\n\n<!-- cairn:checklist {id} -->\n- Contract: 2026-11-02\n\n## Meet\n\n> We share one picture.\n\n\
         - [ ] **A**: us <!-- cairn:step {id} title=1 -->\n  Ask Lea.\n"
    );
    let parsed = found(&written);
    assert_eq!(parsed.ignored, ["line 11: “Ask Lea.”"], "what Cairn wrote around its steps is its own");
    assert_eq!(parsed.rows[0].plain("note"), None, "and a step with an id keeps its note");
}

#[test]
fn two_steps_of_one_place_and_title_are_named() {
    let text = "## Meet\n\n- [ ] Call\n- [ ] Call\n\n## Agree\n\n- [ ] Call\n";
    let parsed = found(text);
    assert_eq!(parsed.row_errors.len(), 1, "{:?}", parsed.row_errors);
    assert_eq!((parsed.row_errors[0].place.row, parsed.row_errors[0].first), (Some(4), Some(3)));
    assert!(parsed.row_errors[0].message.contains("line 3 already"), "{:?}", parsed.row_errors);
}
