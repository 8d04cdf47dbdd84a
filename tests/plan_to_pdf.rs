//! The first thread through the command line: whole processes, a real file, a PDF that other programs read.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::disallowed_methods)]

use std::{
    path::{Path, PathBuf},
    process::{Command, Output},
};

use serde_json::{Value, json};
use tempfile::TempDir;

/// A workspace that does not exist yet, and the program beside it.
struct Bench {
    folder: TempDir,
}

impl Bench {
    fn new() -> Self {
        Self { folder: tempfile::tempdir().unwrap() }
    }

    fn file(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    fn cairn(&self, workspace: &Path, args: &[&str]) -> Output {
        Command::new(env!("CARGO_BIN_EXE_cairn"))
            .arg("--workspace")
            .arg(workspace)
            .args(["--now", "2026-11-23T09:00:00Z"])
            .args(args)
            .env("XDG_DATA_HOME", self.folder.path())
            .output()
            .unwrap()
    }

    fn call(&self, name: &str, request: &Value) -> Value {
        let output = self.cairn(&self.file("n.cairn"), &["call", name, &request.to_string()]);
        assert!(output.status.success(), "{name} {request}: {}", String::from_utf8_lossy(&output.stderr));
        serde_json::from_slice(&output.stdout).expect("stdout is the result and nothing else")
    }

    fn refused(&self, name: &str, request: &str) -> Value {
        let output = self.cairn(&self.file("n.cairn"), &["call", name, request]);
        failure(&output)
    }

    /// A plan with one objective, one criterion and a reading that went the wrong way.
    fn plan(&self) -> [String; 4] {
        let id = |value: Value| value["id"].as_str().unwrap().to_owned();
        let account = id(self.call("account.create", &json!({ "name": "Nordwind AG" })));
        let plan = id(self.call("plan.create", &json!({ "account_id": account, "title": "FY27" })));
        let objective =
            id(self.call("objective.create", &json!({ "plan_id": plan, "title": "Halve the lead time" })));
        let criterion = id(self.call(
            "criterion.create",
            &json!({ "objective_id": objective, "name": "Lead time", "unit": "days", "direction": "lower_is_better",
                     "baseline": 20, "target": 10, "target_date": "2027-06-30" }),
        ));
        self.call("reading.create", &json!({ "criterion_id": criterion, "date": "2026-10-15", "value": 22 }));
        [account, plan, objective, criterion]
    }
}

/// The error that a refused call prints last.
fn failure(output: &Output) -> Value {
    assert_eq!(output.status.code(), Some(1), "refused is exit 1: {output:?}");
    assert!(output.stdout.is_empty(), "nothing but a result may stand on stdout");
    let stderr = String::from_utf8_lossy(&output.stderr);
    serde_json::from_str(stderr.lines().last().unwrap_or_default())
        .expect("the last line on stderr is the error")
}

#[test]
fn a_plan_goes_from_the_keyboard_to_the_customers_pdf() {
    let bench = Bench::new();
    let [account, plan, objective, criterion] = bench.plan();
    let read = bench.call("criterion.get", &json!({ "id": criterion }));
    assert_eq!(read["progress"], -0.2, "22 days is two of ten the wrong way");
    assert_eq!(
        bench.call("objective.get", &json!({ "id": objective }))["outcome_progress"],
        -0.2,
        "its one measure"
    );
    assert_eq!(bench.call("account.get", &json!({ "id": account }))["version"], 1, "nobody changed it");

    let pdf = bench.file("p.pdf");
    let output = bench.cairn(
        &bench.file("n.cairn"),
        &["export", "success-plan", &plan, "--format", "pdf", "-o", pdf.to_str().unwrap()],
    );
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let info = Command::new("pdfinfo").arg(&pdf).output().unwrap();
    let info = String::from_utf8_lossy(&info.stdout);
    assert!(info.contains("Tagged:          yes"), "a screen reader needs the tags: {info}");
    assert!(info.contains("Title:           FY27, Nordwind AG"), "the window of the reader shows it: {info}");
    assert!(
        Command::new("qpdf").arg("--check").arg(&pdf).output().unwrap().status.success(),
        "the file is sound"
    );
}

#[test]
fn undo_and_redo_go_several_steps_across_restarts_and_the_check_agrees() {
    let bench = Bench::new();
    let [account, _, _, criterion] = bench.plan();
    for _ in 0..2 {
        bench.call("undo", &json!({}));
    }
    assert_eq!(
        bench.refused("criterion.get", &format!("{{\"id\":\"{criterion}\"}}"))["code"],
        "not_found",
        "undone"
    );
    for _ in 0..2 {
        bench.call("redo", &json!({}));
    }
    assert_eq!(
        bench.call("criterion.get", &json!({ "id": criterion }))["progress"],
        -0.2,
        "the reading came back too"
    );
    assert_eq!(bench.refused("redo", "{}")["code"], "invalid_state", "nothing is left to redo");

    let renamed =
        bench.call("account.update", &json!({ "id": account, "version": 1, "name": "Nordwind SE" }));
    assert_eq!(renamed["version"], 2, "a change raises the version");
    bench.call("undo", &json!({}));
    assert_eq!(
        bench.call("account.get", &json!({ "id": account }))["name"],
        "Nordwind AG",
        "the old name is back"
    );
    let history = bench.call("history", &json!({ "id": account }));
    let names: Vec<_> = history.as_array().unwrap().iter().map(|entry| entry["name"].clone()).collect();
    assert_eq!(names, ["account.create", "account.update", "undo"], "every operation stands in the history");
    assert_eq!(
        history[1]["changes"][0],
        json!({ "field": "name", "old": "Nordwind AG", "new": "Nordwind SE" }),
        "old and new"
    );

    let output = bench.cairn(&bench.file("n.cairn"), &["check"]);
    assert!(output.status.success(), "the check finds nothing: {}", String::from_utf8_lossy(&output.stdout));
}

#[test]
fn deleting_an_objective_takes_what_hangs_under_it_and_restore_brings_it_back() {
    let bench = Bench::new();
    let [_, plan, objective, criterion] = bench.plan();
    let deleted = bench.call("objective.delete", &json!({ "id": objective }));
    assert!(deleted["deleted_at"].is_string(), "a deleted record says when");
    for kind in ["objective", "criterion", "reading"] {
        assert_eq!(bench.call(&format!("{kind}.list"), &json!({}))["total"], 0, "no {kind} is listed");
    }
    bench.call("objective.restore", &json!({ "id": objective }));
    assert_eq!(
        bench.call("criterion.get", &json!({ "id": criterion }))["progress"],
        -0.2,
        "with its reading"
    );
    let outline = bench.call("plan.outline", &json!({ "id": plan }));
    assert_eq!(
        outline["objectives"][0]["criteria"][0]["readings"][0]["value"], 22.0,
        "the outline has the whole plan"
    );
}

#[test]
fn a_request_sent_twice_is_done_once() {
    let bench = Bench::new();
    let request = json!({ "name": "Nordwind AG", "request_id": "a" });
    let (first, second) = (bench.call("account.create", &request), bench.call("account.create", &request));
    assert_eq!(first, second, "the second answer is the first one");
    assert_eq!(bench.call("account.list", &json!({}))["total"], 1, "and nothing was made twice");
}

#[test]
fn lists_filter_sort_and_page() {
    let bench = Bench::new();
    for (name, priority) in [("Borealis", "pr1"), ("Aurora", "pr2"), ("Cirrus", "pr1")] {
        bench.call("account.create", &json!({ "name": name, "priority": priority }));
    }
    let first = bench.call(
        "account.list",
        &json!({ "filter": { "priority": "pr1" }, "sort": [{ "field": "name", "descending": true }], "page": { "limit": 1 } }),
    );
    assert_eq!(
        (first["total"].clone(), first["items"][0]["name"].clone()),
        (json!(2), json!("Cirrus")),
        "{first}"
    );
    assert_eq!(
        bench.refused("account.list", r#"{"filter":{"colour":"red"}}"#)["code"],
        "unknown_field",
        "no such field"
    );
}

#[test]
fn bad_input_gets_a_code_a_sentence_and_the_field_and_changes_nothing() {
    let bench = Bench::new();
    let [account, plan, objective, criterion] = bench.plan();
    let long = "x".repeat(10_000);
    let cases: Vec<(&str, String, &str, &str)> = vec![
        ("account.create", r#"{"name":"  "}"#.into(), "invalid", "name"),
        ("account.create", format!(r#"{{"name":"{long}"}}"#), "invalid", "name"),
        ("account.create", "{}".into(), "invalid", "name"),
        ("account.create", r#"{"name":"A","colour":"red"}"#.into(), "unknown_field", "colour"),
        ("account.create", r#"{"name":"A","renewal_date":"2027-02-30"}"#.into(), "invalid", "renewal_date"),
        ("account.create", r#"{"name":"A","country":"XX"}"#.into(), "invalid", "country"),
        ("account.create", r#"{"name":"A","time_zone":"Mars/Olympus"}"#.into(), "invalid", "time_zone"),
        ("account.create", r#"{"name":"A","arr":{"minor":-1,"currency":"EUR"}}"#.into(), "invalid", "arr"),
        (
            "account.create",
            r#"{"name":"A","arr":{"minor":1,"currency":"ZZZ"}}"#.into(),
            "invalid",
            "arr.currency",
        ),
        ("account.create", "{".into(), "invalid", "request"),
        ("account.create", "[]".into(), "invalid", "request"),
        ("account.fly", "{}".into(), "unknown_command", ""),
        ("account.get", format!(r#"{{"id":"{plan}"}}"#), "not_found", "id"),
        ("account.update", format!(r#"{{"id":"{account}","version":7,"name":"B"}}"#), "conflict", "version"),
        ("plan.create", format!(r#"{{"account_id":"{plan}","title":"T"}}"#), "not_found", "account_id"),
        (
            "objective.create",
            format!(r#"{{"plan_id":"{plan}","title":"T","start":"2027-02-01","due":"2027-01-31"}}"#),
            "invalid",
            "due",
        ),
        (
            "objective.update",
            format!(r#"{{"id":"{objective}","version":1,"status":"closed_success"}}"#),
            "invalid_state",
            "status",
        ),
        (
            "criterion.update",
            format!(r#"{{"id":"{criterion}","version":1,"target":30}}"#),
            "invalid",
            "target",
        ),
        (
            "reading.create",
            format!(r#"{{"criterion_id":"{criterion}","date":"2026-11-24","value":1}}"#),
            "invalid",
            "date",
        ),
        ("reading.create", format!(r#"{{"criterion_id":"{criterion}","value":NaN}}"#), "invalid", "request"),
        (
            "reading.create",
            format!(r#"{{"criterion_id":"{criterion}","value":1e999}}"#),
            "invalid",
            "request",
        ),
    ];
    let before = bench.call("workspace.status", &json!({}))["last_op"].clone();
    for (name, request, code, field) in cases {
        let error = bench.refused(name, &request);
        assert_eq!(error["code"], code, "{name} {request}: {error}");
        assert_eq!(error["field"].as_str().unwrap_or_default(), field, "{name} {request}: {error}");
        assert!(error["message"].as_str().is_some_and(|text| text.ends_with('.')), "a sentence: {error}");
    }
    assert_eq!(bench.call("workspace.status", &json!({}))["last_op"], before, "nothing was changed");
}

#[test]
fn a_path_that_is_no_workspace_says_what_it_is() {
    let bench = Bench::new();
    let list = |path: &Path| failure(&bench.cairn(path, &["call", "account.list"]))["code"].clone();
    assert_eq!(list(&bench.file("none.cairn")), "workspace_missing", "a read makes no workspace");
    assert!(!bench.file("none.cairn").exists(), "and leaves no file");
    assert_eq!(list(bench.folder.path()), "workspace_unreadable", "a folder");
    std::fs::write(bench.file("letter.cairn"), "Dear customer").unwrap();
    assert_eq!(list(&bench.file("letter.cairn")), "workspace_unreadable", "not a database");

    let refused = bench.refused("account.create", r#"{"name":""}"#);
    assert_eq!(refused["code"], "invalid", "the name is looked at first");
    assert!(!bench.file("n.cairn").exists(), "a refused request makes no workspace");
    let nowhere =
        bench.cairn(&bench.file("no/folder/n.cairn"), &["call", "account.create", r#"{"name":"A"}"#]);
    assert_eq!(failure(&nowhere)["code"], "workspace_missing", "the folder must be there");
}

/// Writes a number into the header of a closed database file, as another program would have left it.
fn patch_header(file: &Path, offset: usize, number: u32) {
    let mut bytes = std::fs::read(file).unwrap();
    bytes[offset..offset + 4].copy_from_slice(&number.to_be_bytes());
    std::fs::write(file, bytes).unwrap();
}

#[test]
fn a_workspace_of_a_newer_program_or_a_database_of_another_one_is_left_alone() {
    // Where SQLite keeps `user_version` and `application_id` (its file format, section 1.3).
    for (offset, number, code) in [(60, 9_999, "workspace_newer"), (68, 1, "workspace_unreadable")] {
        let bench = Bench::new();
        bench.plan();
        patch_header(&bench.file("n.cairn"), offset, number);
        let before = std::fs::read(bench.file("n.cairn")).unwrap();
        assert_eq!(bench.refused("account.list", "{}")["code"], code, "reading");
        assert_eq!(bench.refused("account.create", r#"{"name":"B"}"#)["code"], code, "writing");
        assert_eq!(std::fs::read(bench.file("n.cairn")).unwrap(), before, "nothing was changed");
    }
}

#[test]
fn an_update_that_changes_nothing_is_no_step_to_undo() {
    let bench = Bench::new();
    let [account, ..] = bench.plan();
    let before = bench.call("workspace.status", &json!({}))["last_op"].clone();
    let same = bench.call("account.update", &json!({ "id": account, "version": 1, "name": "Nordwind AG" }));
    assert_eq!(same["version"], 1, "nothing changed, so no reader is stale");
    assert_eq!(
        bench.call("workspace.status", &json!({}))["last_op"],
        before,
        "and undo still means the last change"
    );
}

#[test]
fn what_is_internal_is_in_our_copy_and_not_in_the_customers() {
    let bench = Bench::new();
    let [account, plan, objective, criterion] = bench.plan();
    bench.call(
        "account.update",
        &json!({ "id": account, "version": 1, "arr": { "minor": 98_765_400, "currency": "EUR" }, "priority": "pr1",
                 "renewal_date": "2027-03-09" }),
    );
    bench.call("objective.update", &json!({ "id": objective, "version": 1, "risks": "Sponsorleaves" }));
    bench.call(
        "reading.create",
        &json!({ "criterion_id": criterion, "date": "2026-11-20", "value": 18, "note": "Secretnote" }),
    );
    let id = |value: Value| value["id"].as_str().unwrap().to_owned();
    let open =
        id(bench.call("initiative.create", &json!({ "objective_id": objective, "title": "Openwork" })));
    bench.call(
        "initiative.create",
        &json!({ "objective_id": objective, "title": "Hiddenwork", "visibility": "internal" }),
    );
    for (title, audience, status) in [
        ("Opentask", "customer", "closed_success"),
        ("Hiddentask", "internal", "new"),
        ("Hiddentoo", "internal", "new"),
    ] {
        bench.call(
            "task.create",
            &json!({ "initiative_id": open, "title": title, "visibility": audience, "status": status }),
        );
    }
    let read = |audience: &str| {
        let pdf = bench.file(&format!("{audience}.pdf"));
        let to = pdf.to_str().unwrap();
        let export = ["export", "success-plan", &plan, "--format", "pdf", "--audience", audience, "-o", to];
        let output = bench.cairn(&bench.file("n.cairn"), &export);
        assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
        let text = Command::new("pdftotext").args(["-layout", to, "-"]).output().unwrap();
        String::from_utf8_lossy(&text.stdout).into_owned()
    };
    let (ours, theirs) = (read("internal"), read("customer"));
    for secret in
        ["Sponsorleaves", "Secretnote", "Hiddenwork", "Hiddentask", "Hiddentoo", "987", "9 Mar 2027"]
    {
        assert!(ours.contains(secret), "our copy shows {secret}: {ours}");
        assert!(!theirs.contains(secret), "the customer's copy must not show {secret}: {theirs}");
    }
    assert!(theirs.contains("Openwork") && theirs.contains("Opentask"), "what is theirs is there: {theirs}");
    assert!(theirs.contains("100 % of the tasks"), "the share is of the tasks they see: {theirs}");
    assert!(ours.contains("33 % of the tasks"), "ours is of all: {ours}");
}

#[test]
fn a_read_only_workspace_can_be_read_and_refuses_to_be_written() {
    let bench = Bench::new();
    let [account, ..] = bench.plan();
    let file = bench.file("n.cairn");
    let mut mode = std::fs::metadata(&file).unwrap().permissions();
    mode.set_readonly(true);
    std::fs::set_permissions(&file, mode).unwrap();
    assert_eq!(bench.call("account.get", &json!({ "id": account }))["name"], "Nordwind AG", "it can be read");
    assert_eq!(
        bench.refused("account.create", r#"{"name":"B"}"#)["code"],
        "read_only",
        "it cannot be written"
    );
}

#[test]
fn a_pdf_that_cannot_be_written_leaves_no_half_file() {
    let bench = Bench::new();
    let [_, plan, ..] = bench.plan();
    let folder = bench.file("out");
    std::fs::create_dir(&folder).unwrap();
    for (path, code) in [(folder.clone(), "io"), (bench.file("no/folder/p.pdf"), "io")] {
        let output = bench.cairn(
            &bench.file("n.cairn"),
            &["export", "success-plan", &plan, "--format", "pdf", "-o", path.to_str().unwrap()],
        );
        let error = failure(&output);
        assert_eq!((error["code"].as_str(), error["field"].as_str()), (Some(code), Some("path")), "{error}");
    }
    let left: Vec<_> =
        std::fs::read_dir(bench.folder.path()).unwrap().map(|entry| entry.unwrap().file_name()).collect();
    assert!(!left.iter().any(|name| name.to_string_lossy().contains("partial")), "no half file: {left:?}");
}

#[test]
fn batch_answers_each_line_and_goes_on_after_a_refusal() {
    use std::{io::Write as _, process::Stdio};
    let bench = Bench::new();
    let mut child = Command::new(env!("CARGO_BIN_EXE_cairn"))
        .arg("--workspace")
        .arg(bench.file("n.cairn"))
        .arg("batch")
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    let lines =
        "{\"name\":\"account.create\",\"request\":{\"name\":\"A\"}}\nnot json\n{\"name\":\"account.list\"}\n";
    child.stdin.take().unwrap().write_all(lines.as_bytes()).unwrap();
    let output = child.wait_with_output().unwrap();
    let answers: Vec<Value> = String::from_utf8_lossy(&output.stdout)
        .lines()
        .map(|line| serde_json::from_str(line).unwrap())
        .collect();
    assert_eq!(answers[0]["result"]["name"], "A", "{answers:?}");
    assert_eq!(answers[1]["error"]["code"], "invalid", "{answers:?}");
    assert_eq!(answers[2]["result"]["total"], 1, "{answers:?}");
}
