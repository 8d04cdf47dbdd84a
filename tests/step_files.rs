//! Files that steps of a checklist need: named by a template, had by its checklists, carried to a colleague.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::disallowed_methods)]

mod process;

use process::{Bench, Sitting};
use serde_json::{Value, json};

const AGENDA: &[u8] = b"Who, what, until when.";

/// A template whose one step needs a file.
fn template(hash: &Value) -> Value {
    json!({ "title": "Kickoff", "phases": [{ "title": "Meet", "steps": [
        { "key": "agenda", "title": "Send the agenda", "offset_days": 2, "from": "anchor:contract",
          "files": [{ "name": "agenda.txt", "hash": hash }] }
    ]}]})
}

fn put(bench: &Bench, sitting: &mut Sitting, name: &str, content: &[u8]) -> Value {
    std::fs::write(bench.path(name), content).unwrap();
    sitting.call("blob.put", &json!({ "path": bench.path(name) }))["hash"].clone()
}

/// A checklist of the template, and its one step.
fn started(sitting: &mut Sitting, template: &Value) -> (Value, Value) {
    let account = sitting.call("account.create", &json!({ "name": "Nordwind AG" }));
    let asked = json!({ "account_id": account["id"], "template_id": template["id"], "anchors": { "contract": "2026-11-02" } });
    let list = sitting.call("checklist.start", &asked);
    let step = sitting.call("checklist_step.get", &json!({ "id": list["steps"][0]["id"] }));
    (list, step)
}

#[test]
fn a_step_names_the_files_of_its_template_and_hands_them_out() {
    let bench = Bench::new();
    let mut sitting = bench.sitting();
    let hash = put(&bench, &mut sitting, "agenda.txt", AGENDA);
    let made = sitting.call("checklist_template.create", &template(&hash));
    let (_, step) = started(&mut sitting, &made);
    assert_eq!(step["files"], json!([{ "name": "agenda.txt", "hash": hash }]), "as the template says");
    let out = bench.path("copy.txt");
    sitting.call("blob.save", &json!({ "hash": step["files"][0]["hash"], "path": out }));
    assert_eq!(std::fs::read(&out).unwrap(), AGENDA, "what went in comes out");
    let found = sitting.call("search", &json!({ "text": "agenda.txt" }));
    assert!(found.to_string().contains(step["id"].as_str().unwrap()), "and it is found by its name: {found}");
    sitting.end();
    bench.assert_sound("with files of steps");
}

#[test]
fn another_file_of_the_template_is_offered_to_a_checklist_under_way() {
    let bench = Bench::new();
    let mut sitting = bench.sitting();
    let hash = put(&bench, &mut sitting, "agenda.txt", AGENDA);
    let made = sitting.call("checklist_template.create", &template(&hash));
    let (list, step) = started(&mut sitting, &made);
    let newer = put(&bench, &mut sitting, "newer.txt", b"Who, what, until when, and why.");
    let phases = template(&newer)["phases"].clone();
    sitting.call("checklist_template.update", &json!({ "id": made["id"], "version": 1, "phases": phases }));
    let diff = sitting.call("checklist.diff", &json!({ "id": list["id"] }));
    let lines = diff["lines"].as_array().unwrap();
    assert_eq!((lines.len(), &lines[0]["field"]), (1, &json!("files")), "{diff}");
    sitting.call("checklist.accept", &json!({ "id": list["id"], "lines": [lines[0]["id"]] }));
    let files = |sitting: &mut Sitting| {
        sitting.call("checklist_step.get", &json!({ "id": step["id"] }))["files"][0]["hash"].clone()
    };
    assert_eq!(files(&mut sitting), newer, "the step has the newer one");
    sitting.call("undo", &json!({}));
    assert_eq!(files(&mut sitting), hash, "and one undo brings the other back");
    sitting.end();
}

#[test]
fn a_file_that_is_not_in_the_workspace_is_refused_where_it_is_named() {
    let bench = Bench::new();
    let mut sitting = bench.sitting();
    let hash = put(&bench, &mut sitting, "agenda.txt", AGENDA);
    let nowhere = json!("0".repeat(64));
    let refused = sitting.ask("checklist_template.create", &template(&nowhere)).unwrap_err();
    assert_eq!(refused["field"], "phases[0].steps[0].files[0]", "by its place: {refused}");
    let made = sitting.call("checklist_template.create", &template(&hash));
    let (_, step) = started(&mut sitting, &made);
    let mut asked = json!({ "id": step["id"], "version": 1, "files": [{ "name": "", "hash": hash }] });
    assert_eq!(sitting.ask("checklist_step.update", &asked).unwrap_err()["field"], "files", "without a name");
    asked["files"] = json!([{ "name": "n", "hash": nowhere }]);
    let refused = sitting.ask("checklist_step.update", &asked).unwrap_err();
    assert_eq!(refused["field"], "files[0]", "nor in a checklist: {refused}");
    sitting.end();
}

#[test]
fn a_template_carries_its_files_to_a_colleague() {
    let (ours, theirs) = (Bench::new(), Bench::new());
    let mut sitting = ours.sitting();
    let hash = put(&ours, &mut sitting, "agenda.txt", AGENDA);
    let made = sitting.call("checklist_template.create", &template(&hash));
    let file = ours.path("kickoff.json");
    sitting.call("checklist_template.export", &json!({ "id": made["id"], "path": file }));
    sitting.end();

    let mut sitting = theirs.sitting();
    let taken = sitting.call("checklist_template.import", &json!({ "path": file }));
    assert_eq!(taken["what"], "new", "{taken}");
    let (_, step) = started(&mut sitting, &taken["template"]);
    let out = theirs.path("copy.txt");
    sitting.call("blob.save", &json!({ "hash": step["files"][0]["hash"], "path": out }));
    assert_eq!(std::fs::read(&out).unwrap(), AGENDA, "word for word");

    let mut written: Value = serde_json::from_slice(&std::fs::read(&file).unwrap()).unwrap();
    written["contents"][0]["base64"] = json!("bm90IGl0");
    std::fs::write(&file, written.to_string()).unwrap();
    let refused = sitting.ask("checklist_template.import", &json!({ "path": file })).unwrap_err();
    assert_eq!(refused["field"], "contents[0]", "what is not what its name says: {refused}");
    written.as_object_mut().unwrap().shift_remove("contents");
    written["id"] = json!("019ab000-0000-7000-8000-000000000001");
    written["phases"][0]["steps"][0]["files"][0]["hash"] = json!("1".repeat(64));
    std::fs::write(&file, written.to_string()).unwrap();
    let refused = sitting.ask("checklist_template.import", &json!({ "path": file })).unwrap_err();
    assert_eq!(refused["field"], "phases[0].steps[0].files[0]", "what it does not carry: {refused}");
    sitting.end();
    theirs.assert_sound("after what a colleague sent");
}
