//! An older workspace opened by today's program: whole processes over a file that schema 1's program left.
//!
//! Owns that nothing is lost on the way and that what came before can still be read, changed and taken back. Does
//! not own the file (`fixtures/schema-1/README.md`), nor what happens when the way is cut short (`crash.rs`).
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::disallowed_methods, reason = "a test")]

mod process;

use std::collections::{BTreeMap, BTreeSet};

use process::{Bench, OLD_COPY, SCHEMA, Sitting, fixture, fixture_of, schema_of};
use serde_json::{Map, Value, json};

/// The names that fields had in schema 1, by kind, and those they have today.
const RENAMED: &[(&str, &str, &str)] = &[
    ("objective", "risks_audience", "risks_visibility"),
    ("objective", "verifiable_outcome_stage", "stage"),
    ("reading", "note_audience", "note_visibility"),
    ("initiative", "audience", "visibility"),
    ("task", "audience", "visibility"),
];

/// What changes when a row is taken away and comes back.
const OF_THE_ROW: [&str; 3] = ["version", "updated_at", "updated_by"];

/// What schema 1's program answered.
fn shown() -> Value {
    serde_json::from_str(&std::fs::read_to_string(fixture("shown.json")).unwrap()).unwrap()
}

/// What the program of another schema answered.
fn shown_of(schema: u32) -> Value {
    serde_json::from_str(&std::fs::read_to_string(fixture_of(schema, "shown.json")).unwrap()).unwrap()
}

fn list<'a>(value: &'a Value, key: &str) -> &'a [Value] {
    value[key].as_array().unwrap()
}

fn text<'a>(value: &'a Value, key: &str) -> &'a str {
    value[key].as_str().unwrap()
}

/// A field's name today.
fn today<'a>(kind: &str, field: &'a str) -> &'a str {
    RENAMED.iter().find(|(of, old, _)| *of == kind && *old == field).map_or(field, |(_, _, new)| new)
}

/// A record of the old program under today's names.
fn renamed(kind: &str, view: &Value) -> Map<String, Value> {
    let fields = view.as_object().unwrap();
    fields.iter().map(|(field, value)| (today(kind, field).to_owned(), value.clone())).collect()
}

fn get(sitting: &mut Sitting, record: &Value) -> Value {
    match text(record, "kind") {
        "me" => sitting.call("me.get", &json!({})),
        kind => sitting.call(&format!("{kind}.get"), &json!({ "id": record["view"]["id"] })),
    }
}

/// Every value that the old program showed is shown today; only the named fields may differ.
fn assert_kept(sitting: &mut Sitting, records: &[Value], but: &[&str]) {
    assert!(!records.is_empty(), "a claim about no record says nothing");
    for record in records {
        let kind = text(record, "kind");
        let now = get(sitting, record);
        for (field, value) in renamed(kind, &record["view"]) {
            assert!(
                but.contains(&field.as_str()) || now.get(&field) == Some(&value),
                "{kind}.{field} was {value} and is {} ({})",
                now[&field],
                record["view"]["id"],
            );
        }
    }
}

#[test]
fn every_value_that_the_old_program_showed_is_shown_under_todays_names() {
    let (bench, shown) = (Bench::old(), shown());
    let mut sitting = bench.sitting();
    assert_kept(&mut sitting, list(&shown, "records"), &[]);
    for (kind, total) in shown["listed"].as_object().unwrap() {
        let listed = sitting.call(&format!("{kind}.list"), &json!({}));
        assert_eq!(&listed["total"], total, "as many {kind}s as before, and what is deleted stays so");
    }
    assert_eq!(
        sitting.call("draft.list", &json!({})),
        shown["drafts"],
        "what was typed and not saved is there"
    );
    let plan = &shown["outline"]["plan"]["id"];
    let outline = sitting.call("plan.outline", &json!({ "id": plan }));
    assert_eq!(list(&outline, "objectives").len(), 2, "the plan holds together");
    let found = sitting.call("search", &json!({ "text": "nordwind" }));
    assert!(found.to_string().contains("Nordwind SE"), "what was written before is found: {found}");
    sitting.end();
    assert_eq!(bench.files(), ["n.cairn", OLD_COPY], "the file, its copy, and nothing else");
    bench.assert_sound("after the upgrade");
}

#[test]
fn what_was_hidden_from_the_customer_stays_hidden() {
    let (bench, shown) = (Bench::old(), shown());
    let plan = text(&shown["outline"]["plan"], "id");
    let pages = |audience: &str| {
        let pdf = bench.path("p.pdf");
        let words = ["export", "success-plan", plan, "--format", "pdf", "--audience", audience, "-o"];
        let output = bench.command(&words).arg(&pdf).output().unwrap();
        assert!(output.status.success(), "{}", process::said(&output));
        let text = std::process::Command::new("pdftotext").arg(&pdf).arg("-").output().unwrap();
        String::from_utf8(text.stdout).unwrap()
    };
    let (ours, theirs) = (pages("internal"), pages("customer"));
    for hidden in ["Renewal groundwork", "Sound out the sponsor", "Faster pipelines"] {
        assert!(ours.contains(hidden), "our own copy has {hidden}");
        assert!(!theirs.contains(hidden), "{hidden} was internal before the upgrade");
    }
    assert!(theirs.contains("Licences end in May."), "what was open stays open");
}

#[test]
fn the_old_file_stands_beside_the_new_one_as_it_was() {
    let (bench, shown) = (Bench::old(), shown());
    assert_eq!(schema_of(&bench.workspace), 1, "the fixture is what it says");
    bench.call("account.list", &json!({}));
    assert_eq!(schema_of(&bench.workspace), SCHEMA, "it was brought up to date");

    let copy = bench.path(OLD_COPY);
    assert_eq!(schema_of(&copy), 1, "the copy was made before the change");
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        let rights = std::fs::metadata(&copy).unwrap().permissions().mode() & 0o777;
        assert_eq!(rights, 0o600, "it holds customers' data, so it is its owner's alone");
    }
    let mut again = Bench::new();
    again.workspace = again.path("from-copy.cairn");
    std::fs::copy(&copy, &again.workspace).unwrap();
    let mut sitting = again.sitting();
    assert_kept(&mut sitting, list(&shown, "records"), &[]);
    sitting.end();
    again.assert_sound("the copy, opened in its turn");
}

#[test]
fn a_copy_of_an_earlier_upgrade_is_never_written_over() {
    let bench = Bench::old();
    let first = bench.path(OLD_COPY);
    std::fs::write(&first, "kept by hand").unwrap();
    bench.call("account.list", &json!({}));
    assert_eq!(std::fs::read(&first).unwrap(), b"kept by hand", "it may be the only copy of something");
    assert_eq!(schema_of(&bench.path(&format!("{OLD_COPY}-1"))), 1, "this one got a number");
}

#[test]
fn every_step_made_before_the_upgrade_can_be_undone_and_redone() {
    let (bench, shown) = (Bench::old(), shown());
    let mut sitting = bench.sitting();
    let step = |status: &Value, way: &str| (status[way]["name"].clone(), status[way]["id"].clone());
    let status = sitting.call("workspace.status", &json!({}));
    for way in ["undo", "redo"] {
        assert_eq!(step(&status, way), step(&shown["status"], way), "the next {way} is the one it was");
    }
    let steps = shown["status"]["undo_count"].as_i64().unwrap();
    assert_eq!(status["undo_count"], steps - 1, "no step was lost; who works here is none any more");

    for _ in list(&shown, "undone").iter().chain([&Value::Null]) {
        sitting.call("redo", &json!({}));
    }
    assert_kept(&mut sitting, list(&shown, "undone"), &OF_THE_ROW);

    let mut undone = 0;
    while sitting.ask("undo", &json!({})).is_ok() {
        undone += 1;
    }
    assert_eq!(undone, 39, "32 that stood but for who works here, and 8 that came back");
    for kind in shown["listed"].as_object().unwrap().keys() {
        assert_eq!(sitting.call(&format!("{kind}.list"), &json!({}))["total"], 0, "no {kind} is left");
    }
    for _ in 0..undone {
        sitting.call("redo", &json!({}));
    }
    assert_kept(&mut sitting, list(&shown, "undone"), &OF_THE_ROW);
    assert_kept(&mut sitting, list(&shown, "records"), &OF_THE_ROW);
    sitting.end();
    bench.assert_sound("after every step back and forth");
}

/// What one operation changed: a field's value before and after.
type Changes = BTreeMap<String, (Value, Value)>;

/// The entries of a history, each with its fields by name. A record that was made has more fields today than
/// then, so an entry of a making is compared by the fields of then.
fn entries(history: &Value) -> Vec<(Value, Changes)> {
    let entry = |entry: &Value| {
        let head = json!([entry["op"], entry["name"], entry["at"], entry["by"], entry["undoes"]]);
        let changes = list(entry, "changes").iter();
        let change = |change: &Value| {
            (text(change, "field").to_owned(), (change["old"].clone(), change["new"].clone()))
        };
        (head, changes.map(change).collect())
    };
    history.as_array().unwrap().iter().map(entry).collect()
}

#[test]
fn the_history_of_before_speaks_todays_names() {
    let (bench, shown) = (Bench::old(), shown());
    let mut sitting = bench.sitting();
    for record in list(&shown, "records") {
        let kind = text(record, "kind");
        let now = entries(&sitting.call("history", &json!({ "id": record["view"]["id"] })));
        let then = entries(&record["history"]);
        assert_eq!(now.len(), then.len(), "{kind}: every operation is still there");
        for ((now, fields), (then, changed)) in now.iter().zip(&then) {
            assert_eq!(now, then, "{kind}: who did what and when");
            for (field, values) in changed {
                assert_eq!(fields.get(today(kind, field)), Some(values), "{kind}.{field} in {then}");
            }
            for (of, old, _) in RENAMED {
                assert!(*of != kind || !fields.contains_key(*old), "{kind}: {old} is no field any more");
            }
        }
    }
}

#[test]
fn every_record_of_before_can_be_changed() {
    let (bench, shown) = (Bench::old(), shown());
    let mut sitting = bench.sitting();
    for record in list(&shown, "records").iter().filter(|record| record["view"]["deleted_at"].is_null()) {
        let (kind, view) = (text(record, "kind"), &record["view"]);
        let field = ["title", "name", "note"].into_iter().find(|field| view.get(*field).is_some()).unwrap();
        let mut request = json!({ "id": view["id"], "version": view["version"], field: "Changed" });
        if kind == "me" {
            request.as_object_mut().unwrap().remove("id");
        }
        let changed = sitting.call(&format!("{kind}.update"), &request);
        assert_eq!(changed[field], "Changed", "{kind}");
    }
    sitting.end();
    bench.assert_sound("after changing everything");
}

#[test]
fn a_request_that_the_old_program_did_is_not_done_again() {
    let (bench, shown) = (Bench::old(), shown());
    // The operation's id is the request's; the first record of operation 2 is an account.
    let account = text(&list(&shown, "records")[1]["view"], "id").to_owned();
    let request_id = account.replace("-020000000002", "-020000000001");
    let again = bench.call("account.create", &json!({ "name": "Nordwind AG", "request_id": request_id }));
    assert_eq!(again["id"], account.as_str(), "it answers with what it made then");
    assert_eq!(
        bench.call("account.list", &json!({}))["total"],
        shown["listed"]["account"],
        "and makes nothing"
    );
}

#[test]
fn a_newer_file_is_refused_and_untouched() {
    let bench = Bench::old();
    bench.call("account.list", &json!({}));
    let mut bytes = std::fs::read(&bench.workspace).unwrap();
    let newer = schema_of(&bench.workspace) + 1;
    bytes[60..64].copy_from_slice(&newer.to_be_bytes());
    std::fs::write(&bench.workspace, &bytes).unwrap();
    for (name, request) in [("account.list", json!({})), ("account.create", json!({ "name": "B" }))] {
        let error = bench.refused(name, &request);
        assert_eq!(error["code"], "workspace_newer", "{error}");
    }
    assert_eq!(std::fs::read(&bench.workspace).unwrap(), bytes, "not a byte was changed");
    let copies = bench.files().into_iter().filter(|name| name.contains("before-schema")).count();
    assert_eq!(copies, 1, "and no other copy was put beside it");
}

#[test]
fn an_old_file_that_cannot_be_written_says_what_to_do() {
    let bench = Bench::old();
    let mut rights = std::fs::metadata(&bench.workspace).unwrap().permissions();
    rights.set_readonly(true);
    std::fs::set_permissions(&bench.workspace, rights).unwrap();
    let before = std::fs::read(&bench.workspace).unwrap();
    let error = bench.refused("account.list", &json!({}));
    assert_eq!(error["code"], "read_only", "{error}");
    assert!(text(&error, "message").contains("open the copy"), "the way out is in the sentence: {error}");
    assert_eq!(std::fs::read(&bench.workspace).unwrap(), before, "not a byte was changed");
    assert_eq!(bench.files(), ["n.cairn"], "and nothing was put beside it");
}

#[test]
fn what_needs_somebody_is_the_same_as_before_there_were_indices_for_it() {
    let shown = shown_of(13);
    for then in list(&shown, "today") {
        let bench = Bench::new();
        std::fs::copy(fixture_of(13, "workspace.cairn"), &bench.workspace).unwrap();
        let mut command = std::process::Command::new(env!("CARGO_BIN_EXE_cairn"));
        command.arg("--workspace").arg(&bench.workspace).args(["--now", text(then, "now")]);
        let output = command.args(["call", "today.list"]).output().unwrap();
        assert!(output.status.success(), "{}", process::said(&output));
        let now: Value = serde_json::from_slice(&output.stdout).unwrap();
        let answer = &then["answer"];
        assert_eq!((&now["today"], &now["items"]), (&answer["today"], &answer["items"]), "row by row");
        assert_eq!(now["total"], list(answer, "items").len(), "and as many as there are");
        assert_eq!(schema_of(&bench.workspace), SCHEMA, "it was brought up to date");
        bench.assert_sound("after the upgrade");
    }
}

#[test]
fn a_task_and_a_file_keep_their_home_and_all_that_happened_to_it() {
    let (bench, shown) = (Bench::before_homes(), shown_of(14));
    let mut sitting = bench.sitting();
    let records = list(&shown, "records");
    let homes: BTreeSet<&str> = records
        .iter()
        .flat_map(|record| record["view"].as_object().unwrap())
        .filter(|(field, value)| field.ends_with("_id") && value.is_string())
        .map(|(field, _)| field.as_str())
        .collect();
    assert_eq!(homes.len(), 9, "every home of both is among them: {homes:?}");
    assert_kept(&mut sitting, records, &[]);
    for record in records {
        let history = sitting.call("history", &json!({ "id": record["view"]["id"] }));
        assert_eq!(history, record["history"], "word by word, in the same order");
    }
    let account = &shown["account"];
    for (name, request, then) in [
        ("account.timeline", json!({ "id": account }), "timeline"),
        ("account.tasks", json!({ "account_id": account }), "tasks"),
        ("today.list", json!({}), "today"),
        ("bin.list", json!({}), "bin"),
    ] {
        assert_eq!(sitting.call(name, &request), shown[then], "{name}");
    }
    sitting.end();
    bench.assert_sound("after the upgrade");
}

#[test]
fn steps_over_homes_that_were_taken_before_are_undone_and_redone() {
    let (bench, shown) = (Bench::before_homes(), shown_of(14));
    let mut sitting = bench.sitting();
    let undone = list(&shown, "undone");
    for _ in undone {
        sitting.call("redo", &json!({}));
    }
    assert_kept(&mut sitting, undone, &OF_THE_ROW);
    let moved = |sitting: &mut Sitting| {
        sitting.call("task.list", &json!({ "filter": { "title": "Roll out" } }))["items"][0]["initiative_id"]
            .clone()
    };
    let there = moved(&mut sitting);
    let mut steps = 0;
    while sitting.ask("undo", &json!({})).is_ok() {
        steps += 1;
    }
    assert!(steps > 15, "all but what a signature rests on: {steps}");
    assert_ne!(moved(&mut sitting), there, "a move of before goes back to the home of before");
    assert_eq!(
        sitting.call("attachment.list", &json!({}))["total"],
        0,
        "the files were put in behind the signature"
    );
    for _ in 0..steps {
        sitting.call("redo", &json!({}));
    }
    assert_eq!(moved(&mut sitting), there);
    assert_kept(&mut sitting, undone, &OF_THE_ROW);
    assert_kept(&mut sitting, list(&shown, "records"), &OF_THE_ROW);
    sitting.end();
    bench.assert_sound("after every step back and forth");
}

#[test]
fn an_account_that_the_program_of_before_handed_over_arrives_with_every_home() {
    let (bench, shown) = (Bench::at("2026-12-01T09:00:00Z"), shown_of(14));
    bench.call("account.create", &json!({ "name": "Here before" }));
    let file = json!({ "kind": "account", "path": fixture_of(14, "account.cairn") });
    bench.call("import.apply", &file);
    let mut sitting = bench.sitting();
    let travels = |record: &&Value| record["view"]["deleted_at"].is_null();
    let records: Vec<Value> = list(&shown, "records").iter().filter(travels).cloned().collect();
    assert_kept(&mut sitting, &records, &[]);
    for record in &records {
        let now = entries(&sitting.call("history", &json!({ "id": record["view"]["id"] })));
        let then = entries(&record["history"]);
        assert!(now.len() >= then.len(), "its history came along");
        for ((_, now), (_, then)) in now.iter().zip(&then) {
            assert_eq!(now, then, "and names each home as it did");
        }
    }
    let again = sitting.call("import.preview", &file);
    assert_eq!(again["problems"], json!([]), "{again}");
    sitting.end();
    bench.assert_sound("after it arrived");
}
