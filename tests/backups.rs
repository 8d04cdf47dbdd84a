//! Backups: made, tried, thinned and put back, through whole processes.
//!
//! Owns that a backup has everything, that none is there by half, and that a restore can be taken back. Does not own
//! which backups go when there are many (`store/src/backup/thin.rs`).
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::disallowed_methods, reason = "a test")]
#![cfg(unix)]

mod process;

use std::{
    fs,
    path::{Path, PathBuf},
};

use process::{Bench, fixture, said};
use serde_json::{Value, json};

fn names(list: &Value) -> Vec<&str> {
    let mut names: Vec<&str> =
        list["items"].as_array().unwrap().iter().map(|item| item["name"].as_str().unwrap()).collect();
    names.sort_unstable();
    names
}

fn make(bench: &Bench, name: &str) -> Value {
    bench.call("account.create", &json!({ "name": name }))
}

fn backups(bench: &Bench) -> Vec<PathBuf> {
    let list = bench.call("backup.list", &json!({}));
    list["items"].as_array().unwrap().iter().map(|item| item["path"].as_str().unwrap().into()).collect()
}

/// Two accounts, of which the backup has one.
fn with_backup() -> (Bench, PathBuf) {
    let bench = Bench::new();
    make(&bench, "First");
    let made = bench.command(&["backup"]).output().unwrap();
    assert!(made.status.success(), "{}", said(&made));
    let made: Value = serde_json::from_slice(&made.stdout).unwrap();
    make(&bench, "Second");
    (bench, made["path"].as_str().unwrap().into())
}

#[test]
fn a_backup_is_a_workspace_with_everything_that_can_be_opened_elsewhere() {
    let (mut bench, backup) = with_backup();
    assert_eq!(backups(&bench), [backup.as_path()], "it is listed");
    let at = bench.call("workspace.status", &json!({}))["backup"].clone();
    assert_eq!(at, "2026-11-25T09:00:00Z", "and the status says when");
    bench.workspace = bench.path("elsewhere.cairn");
    fs::copy(&backup, &bench.workspace).unwrap();
    assert_eq!(names(&bench.call("account.list", &json!({}))), ["First"], "the file alone was copied");
    bench.assert_sound("a backup");
}

#[test]
fn a_backup_is_made_while_another_program_writes_and_has_one_state_of_it() {
    let bench = Bench::new();
    let mut sitting = bench.sitting();
    for n in 0..20 {
        sitting.call("account.create", &json!({ "name": format!("{n:02}") }));
    }
    let copy = bench.path("copy.cairn");
    let output = bench.command(&["backup", "-o"]).arg(&copy).output().unwrap();
    assert!(output.status.success(), "{}", said(&output));
    sitting.call("account.create", &json!({ "name": "later" }));
    let tried = bench.call("backup.test", &json!({ "path": copy }));
    assert_eq!(tried["ok"], true, "{tried}");
    let again = bench.command(&["backup", "-o"]).arg(&copy).output().unwrap();
    assert_eq!(again.status.code(), Some(1), "what stands there is not written over");
    let error: Value = serde_json::from_str(said(&again).lines().last().unwrap()).unwrap();
    assert_eq!((&error["code"], &error["field"]), (&json!("invalid"), &json!("path")), "{error}");
    sitting.end();
}

#[test]
fn a_restore_brings_back_the_backup_and_can_itself_be_taken_back() {
    let (bench, backup) = with_backup();
    let output = bench.command(&["restore"]).arg(&backup).output().unwrap();
    assert!(output.status.success(), "{}", said(&output));
    let restored: Value = serde_json::from_slice(&output.stdout).unwrap();
    assert_eq!(names(&bench.call("account.list", &json!({}))), ["First"], "the workspace is the backup");
    bench.assert_sound("after a restore");
    make(&bench, "Third");

    let kept = restored["kept"].as_str().unwrap();
    assert!(backups(&bench).contains(&kept.into()), "what was replaced is a backup among the others");
    bench.call("backup.restore", &json!({ "path": kept }));
    assert_eq!(names(&bench.call("account.list", &json!({}))), ["First", "Second"], "nothing was lost by it");
    assert_eq!(bench.call("undo", &json!({}))["name"], "account.create", "and undo goes on where it was");
    bench.assert_sound("after the restore was taken back");
}

#[test]
fn a_workspace_that_is_damaged_or_gone_is_restored_all_the_same() {
    for gone in [true, false] {
        let (bench, backup) = with_backup();
        if gone {
            fs::remove_file(&bench.workspace).unwrap();
        } else {
            fs::write(&bench.workspace, "this was a workspace once").unwrap();
        }
        let restored = bench.call("backup.restore", &json!({ "path": backup }));
        assert_eq!(restored["kept"].is_null(), gone, "what was damaged is kept: {restored}");
        assert_eq!(names(&bench.call("account.list", &json!({}))), ["First"]);
        bench.assert_sound("restored from nothing");
    }
}

#[test]
fn a_restore_waits_for_who_has_the_file_open_and_then_names_them() {
    let (bench, backup) = with_backup();
    let mut other = bench.sitting();
    other.call("account.create", &json!({ "name": "Third" }));
    let refused = bench.refused("backup.restore", &json!({ "path": backup }));
    assert_eq!(refused["code"], "workspace_locked", "{refused}");
    if cfg!(target_os = "linux") {
        let process = format!("process {}", other.process.id());
        assert!(refused["message"].as_str().unwrap().contains(&process), "it says who: {refused}");
    }
    assert_eq!(
        names(&other.call("account.list", &json!({}))),
        ["First", "Second", "Third"],
        "nothing was changed"
    );
    other.end();
    bench.call("backup.restore", &json!({ "path": backup }));
    assert_eq!(names(&bench.call("account.list", &json!({}))), ["First"], "once they are gone it is done");
}

#[test]
fn in_one_sitting_work_goes_on_in_what_was_restored() {
    let (bench, backup) = with_backup();
    let mut sitting = bench.sitting();
    sitting.call("account.create", &json!({ "name": "Third" }));
    let restored = sitting.call("backup.restore", &json!({ "path": backup }));
    assert_eq!(names(&sitting.call("account.list", &json!({}))), ["First"]);
    sitting.call("account.create", &json!({ "name": "Fourth" }));
    sitting.call("backup.restore", &json!({ "path": restored["kept"] }));
    assert_eq!(names(&sitting.call("account.list", &json!({}))), ["First", "Second", "Third"]);
    sitting.end();
    bench.assert_sound("after two restores in one sitting");
}

#[test]
fn what_is_no_backup_is_refused_and_nothing_is_touched() {
    let (bench, backup) = with_backup();
    let whole = fs::read(&backup).unwrap();
    let bad = bench.path("bad.cairn");
    let mut newer = whole.clone();
    newer[60..64].copy_from_slice(&99_u32.to_be_bytes());
    let mut torn = whole.clone();
    torn[8_192..20_000].fill(7);
    for (bytes, code) in [
        (&b"a letter"[..], "workspace_unreadable"),
        (&whole[..whole.len() / 2], "workspace_unreadable"),
        (&torn, "workspace_unreadable"),
        (&newer, "workspace_newer"),
    ] {
        fs::write(&bad, bytes).unwrap();
        let refused = bench.refused("backup.restore", &json!({ "path": bad }));
        assert_eq!(refused["code"], code, "{refused}");
        assert_eq!(
            names(&bench.call("account.list", &json!({}))),
            ["First", "Second"],
            "the workspace stays"
        );
    }
    let missing = bench.refused("backup.restore", &json!({ "path": bench.path("nowhere") }));
    assert_eq!((&missing["code"], &missing["field"]), (&json!("io"), &json!("path")), "{missing}");
    assert_eq!(backups(&bench).len(), 1, "nothing was kept, because nothing was replaced");
}

#[test]
fn a_backup_that_is_damaged_is_found_out_when_it_is_tried() {
    let (bench, backup) = with_backup();
    assert_eq!(bench.call("backup.test", &json!({}))["ok"], true, "the newest is whole");
    let mut bytes = fs::read(&backup).unwrap();
    let middle = bytes.len() / 2;
    bytes[middle..middle + 4_096].fill(0x55);
    fs::write(&backup, bytes).unwrap();
    let tried = bench.call("backup.test", &json!({}));
    assert_eq!(tried["ok"], false, "{tried}");
    assert!(!tried["damage"].as_array().unwrap().is_empty(), "it says what: {tried}");
    let empty = Bench::new();
    make(&empty, "First");
    assert_eq!(
        empty.refused("backup.test", &json!({}))["code"],
        "not_found",
        "where there is none it is said"
    );
}

#[test]
fn before_much_is_deleted_there_is_a_backup_and_not_one_for_each_time() {
    let bench = Bench::new();
    let ids: Vec<Value> = (0..6).map(|n| make(&bench, &format!("{n}"))["id"].clone()).collect();
    let many = |ids: &[Value]| {
        let items: Vec<Value> = ids.iter().map(|id| json!({ "id": id, "version": 1 })).collect();
        bench.call("account.delete_many", &json!({ "items": items }))
    };
    assert_eq!(bench.call("workspace.status", &json!({}))["backup"], Value::Null, "nobody claims one before");
    many(&ids[..2]);
    many(&ids[2..4]);
    let list = bench.call("backup.list", &json!({}));
    assert_eq!(list["items"].as_array().unwrap().len(), 1, "a young one is enough: {list}");
    assert_eq!(list["items"][0]["reason"], "deletion", "it says why: {list}");
    let restored = bench.path("restored.cairn");
    fs::copy(list["items"][0]["path"].as_str().unwrap(), &restored).unwrap();
    assert_eq!(
        bench.call("backup.test", &json!({ "path": restored }))["ok"],
        true,
        "it was made before, and is whole"
    );
}

#[test]
fn a_second_place_gets_each_backup_and_one_that_is_away_stops_nothing() {
    let (bench, first) = with_backup();
    let disk = bench.path("disk");
    let refused = bench.refused("backup.second_place", &json!({ "path": disk }));
    assert_eq!((&refused["code"], &refused["field"]), (&json!("invalid"), &json!("path")), "{refused}");
    fs::create_dir(&disk).unwrap();
    let list = bench.call("backup.second_place", &json!({ "path": disk }));
    assert_eq!(list["second"]["newest"], list["items"][0]["at"], "the newest goes there at once: {list}");
    let there = |file: &Path| {
        let folders: Vec<_> = fs::read_dir(&disk).unwrap().map(|entry| entry.unwrap().path()).collect();
        assert_eq!(folders.len(), 1, "one folder for one workspace");
        fs::read(folders[0].join(file.file_name().unwrap())).ok()
    };
    assert_eq!(there(&first).unwrap().len(), fs::read(&first).unwrap().len(), "all of it");
    fs::rename(&disk, bench.path("unplugged")).unwrap();
    let made = bench.call("backup.create", &json!({}));
    assert!(Path::new(made["path"].as_str().unwrap()).is_file(), "the first place has it: {made}");
    let list = bench.call("backup.list", &json!({}));
    assert_eq!(list["second"]["there"], false, "and it is said that the second is away: {list}");
    let none = bench.call("backup.second_place", &json!({ "path": null }));
    assert_eq!(none["second"], Value::Null);
}

#[test]
fn a_backup_of_an_older_schema_is_restored_and_brought_up_to_date() {
    let (bench, _) = with_backup();
    let old = bench.path("old.cairn");
    fs::copy(fixture("workspace.cairn"), &old).unwrap();
    bench.call("backup.restore", &json!({ "path": old }));
    assert!(!names(&bench.call("account.list", &json!({}))).is_empty(), "what the old program kept is there");
    bench.assert_sound("restored from an older schema");
    assert_eq!(
        fs::read(&old).unwrap(),
        fs::read(fixture("workspace.cairn")).unwrap(),
        "the backup stays as it is"
    );
}
