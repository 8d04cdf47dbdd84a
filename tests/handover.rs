//! One account handed to a colleague as a file: written, taken in, given back, and what is refused.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::disallowed_methods)]

#[path = "handover/fields.rs"]
mod fields;
#[path = "handover/merged.rs"]
mod merged;
mod process;
#[path = "handover/random.rs"]
mod random;

use std::{path::PathBuf, process::Stdio, thread, time::Duration};

use process::{Bench, Sitting, fixture, said};
use serde_json::{Value, json};

/// The kinds that can be listed; the others are counted by what the file says.
const LISTED: [&str; 17] = [
    "account",
    "contact",
    "plan",
    "plan_version",
    "objective",
    "criterion",
    "reading",
    "initiative",
    "touchpoint",
    "workshop",
    "task",
    "dependency",
    "attachment",
    "template",
    "checklist_template",
    "checklist",
    "checklist_step",
];
/// Kinds that an account of the sample and what is added to it below have, and that have no list.
const COUNTED: [&str; 3] = ["command_plan", "sign_off", "template_use"];

fn id(value: &Value) -> String {
    value["id"].as_str().unwrap_or_else(|| panic!("{value}")).to_owned()
}

fn all(sitting: &mut Sitting, kind: &str) -> Vec<Value> {
    let every = json!({ "page": { "limit": 100_000, "offset": 0 } });
    let list = sitting.call(&format!("{kind}.list"), &every);
    let items = list["items"].as_array().unwrap().iter();
    items.filter(|item| item["built_in"] != true).cloned().collect()
}

fn count(answer: &Value, kind: &str) -> u64 {
    let kinds = answer["kinds"].as_array().unwrap();
    kinds.iter().find(|one| one["kind"] == kind).map_or(0, |one| one["count"].as_u64().unwrap())
}

/// A sender with the sample, and one account of it that has a record of every kind.
struct Sender {
    bench: Bench,
    account: String,
    plan: String,
    file: PathBuf,
}

impl Sender {
    fn new() -> Self {
        let bench = Bench::new();
        let mut sitting = bench.sitting();
        sitting.call("me.update", &json!({ "version": 0, "name": "Anna Alt" }));
        sitting.call("sample.add", &json!({}));
        let accounts = all(&mut sitting, "account");
        let account = id(accounts.iter().find(|one| one["name"] == "Nordwind AG").unwrap());
        let plan = sitting.call("plan.list", &json!({ "filter": { "account_id": account } }));
        let plan = id(&plan["items"][0]);
        sitting.call("account.update", &json!({ "id": account, "version": 1, "notes": "First" }));
        sitting.call("account.update", &json!({ "id": account, "version": 2, "notes": "Then" }));
        let note = bench.path("note.txt");
        std::fs::write(&note, b"What was agreed").unwrap();
        let blob = sitting.call("blob.put", &json!({ "path": note }));
        let attachment = json!({ "account_id": account, "name": "note.txt", "hash": blob["hash"] });
        sitting.call("attachment.create", &attachment);
        let template = sitting.call(
            "template.create",
            &json!({ "title": "Ours", "content": { "plan_type": "stage_adoption", "weeks": 4, "objectives": [
                { "key": "one", "title": "Ship", "start_day": 0, "due_day": 9 }
            ]}}),
        );
        let use_it = json!({ "template_id": template["id"], "plan_id": plan, "start": "2026-11-25" });
        sitting.call("template.apply", &use_it);
        let checklist = sitting.call(
            "checklist_template.create",
            &json!({ "title": "Ours too", "phases": [{ "title": "All", "steps": [
                { "key": "a", "title": "Write", "offset_days": 1, "from": "anchor:contract" }
            ]}]}),
        );
        let start = json!({ "account_id": account, "template_id": checklist["id"], "anchors": { "contract": "2026-11-02" } });
        sitting.call("checklist.start", &start);
        let frozen = sitting.call("plan.freeze", &json!({ "id": plan, "name": "Agreed" }));
        let sign = json!({ "version_id": frozen["id"], "person": "K", "on": "2026-11-24", "words": "Yes" });
        sitting.call("plan.sign_off", &sign);
        // In the trash, and yet named by somebody.
        let gone = sitting.call("contact.create", &json!({ "account_id": account, "name": "Left us" }));
        let stays = json!({ "account_id": account, "name": "Stays", "reports_to": gone["id"] });
        sitting.call("contact.create", &stays);
        sitting.call("contact.delete", &json!({ "id": gone["id"], "version": 1 }));
        sitting.end();
        let file = bench.path("nordwind.cairn");
        Self { bench, account, plan, file }
    }

    fn export(&self) -> Value {
        let _ = std::fs::remove_file(&self.file);
        self.bench.call("account.export", &json!({ "id": self.account, "path": self.file }))
    }

    fn request(&self) -> Value {
        json!({ "kind": "account", "path": self.file })
    }

    fn replacing(&self) -> Value {
        json!({ "kind": "account", "path": self.file, "replace": true })
    }
}

/// A colleague with an account of their own.
fn colleague() -> Bench {
    let bench = Bench::at("2026-11-26T09:00:00Z");
    let mut sitting = bench.sitting();
    sitting.call("me.update", &json!({ "version": 0, "name": "Bea Neu" }));
    sitting.call("account.create", &json!({ "name": "Südwind" }));
    sitting.end();
    bench
}

fn counts(report: &Value) -> [u64; 4] {
    ["new", "changed", "same", "missing"]
        .map(|key| report[key].as_u64().unwrap_or_else(|| panic!("{report}")))
}

#[test]
fn every_record_arrives_as_it_was_with_its_contents_and_nothing_else_does() {
    let sender = Sender::new();
    let exported = sender.export();
    let bea = colleague();
    let preview = bea.call("import.preview", &sender.request());
    assert_eq!(bea.call("account.list", &json!({}))["total"], 1, "a preview takes nothing in");
    let taken = bea.call("import.apply", &sender.request());
    assert_eq!(preview, taken, "and promises what is done");
    assert_eq!(
        (&taken["handed"]["name"], &taken["handed"]["made_by"]),
        (&json!("Nordwind AG"), &json!("Anna Alt"))
    );
    assert_eq!(taken["handed"]["open"], exported["open"], "both are told the same");

    let (mut here, mut there) = (bea.sitting(), sender.bench.sitting());
    // The account alone, for the comparison.
    for other in all(&mut there, "account") {
        if id(&other) != sender.account {
            there.call("account.delete", &json!({ "id": other["id"] }));
        }
    }
    for kind in LISTED {
        let theirs: Vec<Value> = all(&mut there, kind);
        let mut ours: Vec<Value> = all(&mut here, kind);
        ours.retain(|one| one["name"] != "Südwind");
        assert_eq!(count(&exported, kind), theirs.len() as u64, "{kind}: all of the account is in the file");
        assert!(!theirs.is_empty(), "{kind} is tried");
        let sorted = |mut list: Vec<Value>| {
            list.sort_by_key(id);
            for one in &mut list {
                // Whoever they reported to is in the bin and stayed there.
                if one["name"] == "Stays" {
                    one["reports_to"] = Value::Null;
                }
            }
            list
        };
        assert_eq!(sorted(ours), sorted(theirs), "{kind} arrives as it was");
    }
    for kind in COUNTED {
        assert!(count(&exported, kind) > 0, "{kind} is tried: {exported}");
    }
    let version = id(&all(&mut here, "plan_version")[0]);
    let compare = json!({ "id": sender.plan, "from": version, "to": "now" });
    assert_eq!(
        here.call("plan.compare", &compare),
        there.call("plan.compare", &compare),
        "its content is here"
    );
    for attachment in all(&mut here, "attachment") {
        let hash = json!({ "hash": attachment["hash"] });
        assert_eq!(here.call("blob.get", &hash), there.call("blob.get", &hash), "byte by byte");
    }
    assert_eq!(here.call("me.get", &json!({}))["name"], "Bea Neu", "whose laptop it is does not travel");
    assert_eq!(here.call("search", &json!({ "text": "Nordwind" }))["items"][0]["kind"], "account", "found");
    here.end();
    bea.assert_sound("after a hand-over");
    sender.bench.assert_sound("the sender's own");
}

#[test]
fn what_happened_stays_readable_and_one_undo_takes_all_of_it_back() {
    let sender = Sender::new();
    sender.export();
    let bea = colleague();
    bea.call("import.apply", &sender.request());
    let mut sitting = bea.sitting();
    let history = sitting.call("history", &json!({ "id": sender.account }));
    let entries = history.as_array().unwrap();
    let said = |entry: &Value| (entry["name"].clone(), entry["by"].clone(), entry["elsewhere"].clone());
    assert_eq!(said(&entries[0]), (json!("sample.add"), json!("Anna Alt"), json!(true)), "{history}");
    assert_eq!(
        entries[2]["changes"],
        json!([{ "field": "notes", "old": "First", "new": "Then" }]),
        "field by field: {history}"
    );
    let last = entries.last().unwrap();
    assert_eq!(said(last), (json!("import.apply"), json!("Bea Neu"), json!(false)), "then it came here");
    assert_eq!(last["changes"], json!([]), "as it was");

    let status = sitting.call("workspace.status", &json!({}));
    assert_eq!(
        (&status["undo"]["name"], &status["undo"]["title"], &status["undo_count"]),
        (&json!("import.apply"), &json!("Nordwind AG"), &json!(2)),
        "what Anna did is nothing that can be undone here"
    );
    sitting.call("undo", &json!({}));
    assert_eq!(all(&mut sitting, "account").len(), 1, "all of it is gone");
    for kind in ["plan", "task", "contact", "attachment", "checklist_step", "template"] {
        assert_eq!(all(&mut sitting, kind), Vec::<Value>::new(), "{kind}");
    }
    sitting.call("redo", &json!({}));
    sitting.call("task.create", &json!({ "account_id": sender.account, "title": "Call" }));
    sitting.call("undo", &json!({}));
    sitting.call("undo", &json!({}));
    let again = sitting.call("import.apply", &sender.request());
    assert!(again["new"].as_u64().unwrap() > 50, "and can come again: {again}");
    sitting.end();
    bea.assert_sound("after undo, redo and once more");
}

#[test]
fn the_same_file_twice_is_the_same_and_a_newer_one_replaces_only_when_told() {
    let sender = Sender::new();
    sender.export();
    let bea = colleague();
    let first = counts(&bea.call("import.apply", &sender.request()));
    let twice = bea.call("import.apply", &sender.request());
    assert_eq!(counts(&twice), [0, 0, first[0], 0], "twice is the same");
    let status = bea.call("workspace.status", &json!({}));
    assert_eq!(status["last_op"], 3, "and no step that an undo would do nothing about");
    assert_eq!(
        counts(&sender.bench.call("import.apply", &sender.request())),
        [0, 0, first[0], 0],
        "at home too"
    );

    // Both go on.
    let contacts = bea.call("contact.list", &json!({}));
    let stays = contacts["items"].as_array().unwrap().iter().find(|one| one["name"] == "Stays").unwrap();
    sender.bench.call("contact.delete", &json!({ "id": stays["id"] }));
    let update = |bench: &Bench, notes: &str| {
        let version = bench.call("account.get", &json!({ "id": sender.account }))["version"].clone();
        bench.call("account.update", &json!({ "id": sender.account, "version": version, "notes": notes }));
    };
    update(&sender.bench, "From Anna");
    update(&bea, "From Bea");
    bea.call("task.create", &json!({ "account_id": sender.account, "title": "Only here" }));
    sender.export();
    let looked = bea.call("import.preview", &sender.request());
    assert_eq!(looked["asks"], json!(["replace"]), "{looked}");
    assert_eq!(counts(&looked), [0, 1, first[0] - 2, 2], "what it would do is said");
    assert!(
        looked["lines"].as_array().unwrap().iter().all(|line| line["what"] != "gone"),
        "unasked nothing goes"
    );
    let looked = bea.call("import.preview", &sender.replacing());
    let lines = looked["lines"].as_array().unwrap();
    let line =
        |what: &str| lines.iter().find(|line| line["what"] == what).unwrap_or_else(|| panic!("{looked}"));
    assert_eq!(
        (&line("changed")["field"], &line("changed")["from"], &line("changed")["to"]),
        (&json!("notes"), &json!("From Bea"), &json!("From Anna"))
    );
    assert_eq!(line("gone")["title"], "Stays", "what would go is named: {looked}");
    assert_eq!(bea.call("account.get", &json!({ "id": sender.account }))["notes"], "From Bea", "untouched");

    let taken = bea.call("import.apply", &sender.replacing());
    assert_eq!(counts(&taken), [0, 1, first[0] - 2, 2]);
    let mut sitting = bea.sitting();
    let notes = |sitting: &mut Sitting| {
        sitting.call("account.get", &json!({ "id": sender.account }))["notes"].clone()
    };
    assert_eq!(notes(&mut sitting), "From Anna");
    let titles =
        |sitting: &mut Sitting| all(sitting, "task").iter().filter(|one| one["title"] == "Only here").count();
    assert_eq!(titles(&mut sitting), 0, "what is here alone goes to the bin");
    assert_eq!(
        counts(&sitting.call("import.preview", &sender.request())),
        [0, 0, first[0] - 1, 0],
        "now the same"
    );
    let history = sitting.call("history", &json!({ "id": sender.account }));
    // In the order of the clocks: all that Anna did was a day before.
    let by: Vec<&Value> = history.as_array().unwrap().iter().map(|entry| &entry["by"]).collect();
    assert_eq!(
        by,
        ["Anna Alt", "Anna Alt", "Anna Alt", "Anna Alt", "Bea Neu", "Bea Neu", "Bea Neu"],
        "{history}"
    );
    sitting.call("undo", &json!({}));
    assert_eq!((notes(&mut sitting), titles(&mut sitting)), (json!("From Bea"), 1), "one undo");
    sitting.end();
    bea.assert_sound("after a replacement was undone");

    // Home again, with what Bea did.
    let back = bea.path("back.cairn");
    bea.call("account.export", &json!({ "id": sender.account, "path": back }));
    let home = json!({ "kind": "account", "path": back, "replace": true });
    let report = sender.bench.call("import.apply", &home);
    assert_eq!(
        counts(&report)[..2],
        [1, 2],
        "a task is new, the account changed, a contact is out of the trash"
    );
    sender.bench.assert_sound("after it came home");
}

#[test]
fn an_account_that_is_handed_over_is_read_and_worked_with_like_any_other_workspace() {
    let sender = Sender::new();
    sender.export();
    let before = std::fs::read(&sender.file).unwrap();
    let bea = colleague();
    bea.call("import.preview", &sender.request());
    assert_eq!(std::fs::read(&sender.file).unwrap(), before, "the file that was given is never written");
    assert_eq!(
        sender.bench.files(),
        ["n.cairn", "nordwind.cairn", "note.txt"],
        "and nothing is left beside it"
    );
    let opened = Bench::at("2026-11-27T09:00:00Z");
    std::fs::copy(&sender.file, &opened.workspace).unwrap();
    opened.assert_sound("the file itself");
    assert_eq!(opened.call("account.list", &json!({}))["total"], 1);
    opened.call("task.create", &json!({ "account_id": sender.account, "title": "Made in the file" }));
    let taken = bea.call("import.apply", &json!({ "kind": "account", "path": opened.workspace }));
    assert!(taken["new"].as_u64().unwrap() > 50, "what was changed in it comes along");
    let found = bea.call("search", &json!({ "text": "Made in the file" }));
    assert_eq!(found["items"].as_array().unwrap().len(), 1);
}

#[test]
fn what_is_no_hand_over_is_refused_by_its_code_and_changes_nothing() {
    let sender = Sender::new();
    sender.export();
    let bea = colleague();
    let refused = |path: &PathBuf| {
        let error = bea.refused("import.apply", &json!({ "kind": "account", "path": path }));
        assert_eq!(error["field"], "path", "{error}");
        assert_eq!(bea.call("workspace.status", &json!({}))["last_op"], 2, "{error}");
        error["code"].as_str().unwrap().to_owned()
    };
    let bad = sender.bench.path("bad.cairn");
    let write = |bytes: &[u8]| std::fs::write(&bad, bytes).unwrap();
    let good = std::fs::read(&sender.file).unwrap();
    assert_eq!(refused(&sender.bench.path("nothing.cairn")), "io");
    assert_eq!(refused(&sender.bench.path(".")), "workspace_unreadable", "a folder");
    write(b"");
    assert_eq!(refused(&bad), "workspace_unreadable", "an empty file");
    write(b"Name,Country\nNordwind,DE\n");
    assert_eq!(refused(&bad), "workspace_unreadable", "a list");
    write(&good[..good.len() / 2]);
    assert_eq!(refused(&bad), "workspace_unreadable", "half a file");
    let mut torn = good.clone();
    let middle = torn.len() / 2;
    torn[middle..middle + 20_000].fill(7);
    write(&torn);
    assert_eq!(refused(&bad), "workspace_unreadable", "a damaged file");
    // SQLite's file format, section 1.3: `user_version` stands at 60, `application_id` at 68.
    let mut newer = good.clone();
    newer[60..64].copy_from_slice(&99_u32.to_be_bytes());
    write(&newer);
    assert_eq!(refused(&bad), "workspace_newer");
    let mut other = good.clone();
    other[68..72].copy_from_slice(&7_u32.to_be_bytes());
    write(&other);
    assert_eq!(refused(&bad), "workspace_unreadable", "a database of another program");
    assert_eq!(refused(&sender.bench.workspace), "invalid", "a whole workspace");
    let empty = Bench::new();
    empty.call("workspace.create", &json!({ "path": empty.workspace }));
    assert_eq!(refused(&empty.workspace), "invalid", "a workspace without an account");
    empty.call("account.create", &json!({ "name": "Acme" }));
    assert_eq!(refused(&empty.workspace), "invalid", "a workspace of one account is no hand-over either");
    for kind in ["account", "accounts", "workbook"] {
        let error = bea.refused("import.preview", &json!({ "kind": kind, "path": empty.workspace }));
        let message = error["message"].as_str().unwrap();
        assert!(message.contains("whole workspace") && message.contains("cairn restore"), "{kind}: {error}");
    }

    let request = json!({ "id": sender.account, "path": sender.file });
    let error = sender.bench.refused("account.export", &request);
    assert_eq!((&error["code"], &error["field"]), (&json!("invalid"), &json!("path")), "never over a file");
    let request = json!({ "id": sender.account, "path": "/nowhere/at/all.cairn" });
    assert_eq!(sender.bench.refused("account.export", &request)["code"], "io");
    sender.bench.call("account.delete", &json!({ "id": sender.account }));
    let request = json!({ "id": sender.account, "path": sender.bench.path("x.cairn") });
    assert_eq!(sender.bench.refused("account.export", &request)["code"], "invalid_state");
    assert!(!sender.bench.path("x.cairn").exists(), "nothing half is left");
}

#[test]
fn an_older_file_is_brought_up_to_date_on_its_copy() {
    let old = Bench::new();
    std::fs::copy(fixture("workspace.cairn"), old.path("old.cairn")).unwrap();
    let before = std::fs::read(old.path("old.cairn")).unwrap();
    let accounts = Bench::old();
    let names = accounts.call("account.list", &json!({}));
    let bea = colleague();
    let request = json!({ "kind": "account", "path": old.path("old.cairn") });
    let refused = bea.refused("import.apply", &request);
    assert_eq!(refused["code"], "invalid", "it is read: {refused}");
    assert!(refused["message"].as_str().unwrap().contains("whole workspace"), "{names}: {refused}");
    assert_eq!(std::fs::read(old.path("old.cairn")).unwrap(), before, "and stays as it is");
    assert_eq!(old.files(), ["old.cairn"]);
}

#[test]
fn the_command_line_writes_looks_and_takes_in() {
    let sender = Sender::new();
    let file = sender.file.to_str().unwrap();
    let output = sender.bench.command(&["export", "account", &sender.account, "-o", file]).output().unwrap();
    assert!(output.status.success(), "{}", said(&output));
    let bea = colleague();
    let import = |more: &[&str]| {
        let output = bea.command(&[&["import", "account", file][..], more].concat()).output().unwrap();
        assert!(output.status.success(), "{}", said(&output));
        String::from_utf8(output.stdout).unwrap()
    };
    let looked = import(&["--dry-run"]);
    assert!(looked.contains("account: Nordwind AG, handed over by Anna Alt on 2026-11-25"), "{looked}");
    assert!(looked.contains("\naccount: 1 new, 0 changed, 0 same, 0 only here\n"), "{looked}");
    assert!(looked.contains("\nopen: "), "{looked}");
    let counts: Value = serde_json::from_str(&import(&["--dry-run", "--json"])).unwrap();
    assert!(counts["new"].as_u64().unwrap() > 50, "{counts}");
    import(&[]);
    assert!(import(&["--replace"]).starts_with("0 new, 0 changed,"), "twice is the same");
    let only_here = bea.call("task.create", &json!({ "account_id": sender.account, "title": "Only here" }));
    assert!(import(&["--replace"]).contains("\nto the bin: task Only here"), "it is told");
    let found = bea.call("task.get", &json!({ "id": only_here["id"] }));
    assert!(found["deleted_at"].is_string(), "and goes, also where nothing else changes");
}

#[test]
fn a_program_killed_while_it_takes_an_account_in_leaves_all_of_it_or_nothing() {
    let sender = Sender::new();
    sender.export();
    let bea = colleague();
    let whole = bea.call("import.preview", &sender.request())["new"].clone();
    let mut halves = [0, 0];
    for round in 0..12_u32 {
        let request = sender.request().to_string();
        let mut process = bea
            .command(&["call", "import.apply", &request])
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .unwrap();
        thread::sleep(Duration::from_millis(u64::from(round) * 40));
        process.kill().unwrap();
        process.wait().unwrap();
        let seen = bea.call("import.preview", &sender.request());
        assert!(seen["new"] == whole || seen["same"] == whole, "all or nothing: {seen}");
        bea.assert_sound("after a kill");
        let there = seen["same"] == whole;
        halves[usize::from(there)] += 1;
        if there {
            bea.call("undo", &json!({}));
        }
    }
    assert!(halves[0] > 0, "some kill has to come before the end: {halves:?}");
}
