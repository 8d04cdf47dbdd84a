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

/// Another workspace, or another instant.
fn run(workspace: &Path, now: &str, args: &[&str]) -> Value {
    let mut command = std::process::Command::new(env!("CARGO_BIN_EXE_cairn"));
    command.arg("--workspace").arg(workspace).args(["--now", now]).args(args);
    let output = command.output().unwrap();
    assert!(output.status.success(), "{args:?}: {}", said(&output));
    serde_json::from_slice(&output.stdout).unwrap()
}

const NOW: &str = "2026-11-25T09:00:00Z";

/// The same workspace at another instant.
fn at(bench: &Bench, now: &str, args: &[&str]) -> Value {
    run(&bench.workspace, now, args)
}

/// Deletes an account at an instant; how many backups were made before.
fn deletions(bench: &Bench, now: &str, account: &Value) -> usize {
    let request = json!({ "id": account["id"], "version": 1 }).to_string();
    at(bench, now, &["call", "account.delete", &request]);
    let list = at(bench, now, &["call", "backup.list", "{}"]);
    list["items"].as_array().unwrap().iter().filter(|one| one["reason"] == "deletion").count()
}

#[test]
fn what_a_restore_replaced_is_no_backup_of_what_is_there_now() {
    let (bench, backup) = with_backup();
    let path = json!({ "path": backup }).to_string();
    at(&bench, "2026-11-25T09:05:00Z", &["call", "backup.restore", &path]);
    // Of the same number as the newest operation of what was replaced.
    let third = at(&bench, "2026-11-25T09:06:00Z", &["call", "account.create", r#"{"name": "Third"}"#]);
    let status = at(&bench, "2026-11-25T09:06:00Z", &["call", "workspace.status", "{}"]);
    assert_eq!(status["backup"], "2026-11-25T09:00:00Z", "what was kept was not tried, and does not count");
    let tested = at(&bench, "2026-11-25T09:06:00Z", &["call", "backup.test", "{}"]);
    assert_eq!(tested["path"], json!(backup), "nor is it the newest that is tested");
    assert_eq!(deletions(&bench, "2026-11-25T09:07:00Z", &third), 1, "nothing else has what is deleted");
}

#[test]
fn a_clock_that_once_ran_ahead_ends_no_backups() {
    let bench = Bench::new();
    make(&bench, "First");
    at(&bench, "2030-01-01T00:00:00Z", &["backup"]);
    let second = at(&bench, "2026-11-25T10:00:00Z", &["call", "account.create", r#"{"name": "Second"}"#]);
    let status = at(&bench, "2026-11-25T10:00:00Z", &["call", "workspace.status", "{}"]);
    assert_eq!(status["backup"], Value::Null, "nobody says that it was backed up in a year to come");
    assert_eq!(deletions(&bench, "2026-11-25T12:00:00Z", &second), 1, "and before a deletion one is made");
}

#[test]
fn a_second_restore_of_the_same_instant_keeps_what_it_replaces_as_well() {
    let (bench, backup) = with_backup();
    let mut kept = Vec::new();
    for name in ["One", "Two"] {
        let restored = bench.call("backup.restore", &json!({ "path": backup }));
        kept.push(restored["kept"].as_str().unwrap().to_owned());
        make(&bench, name);
    }
    bench.call("backup.restore", &json!({ "path": kept[1] }));
    assert_eq!(names(&bench.call("account.list", &json!({}))), ["First", "One"], "what the second replaced");
    bench.call("backup.restore", &json!({ "path": kept[0] }));
    assert_eq!(names(&bench.call("account.list", &json!({}))), ["First", "Second"], "and the first");
    let twice: Vec<Value> = (0..2).map(|_| bench.call("backup.create", &json!({}))["path"].clone()).collect();
    assert_ne!(twice[0], twice[1], "a backup says that it was made only where it was");
}

#[test]
fn a_restore_where_a_log_waits_for_a_file_that_is_gone_brings_the_backup_alone() {
    let bench = Bench::new();
    make(&bench, "First");
    let copy = bench.path("copy.cairn");
    let log = loop {
        let mut sitting = bench.sitting();
        let _ = fs::remove_file(&copy);
        sitting.call("backup.create", &json!({ "path": copy }));
        sitting.call("account.create", &json!({ "name": "Bad" }));
        sitting.process.kill().unwrap();
        sitting.process.wait().unwrap();
        let log = fs::read(bench.path("n.cairn-wal")).unwrap_or_default();
        // On a machine that was busy for a second the log is in the file already.
        if !log.is_empty() {
            break log;
        }
        bench.call("undo", &json!({}));
    };
    fs::remove_file(&bench.workspace).unwrap();
    bench.call("backup.restore", &json!({ "path": copy }));
    assert_eq!(names(&bench.call("account.list", &json!({}))), ["First"], "the change after it is gone");
    assert_eq!(fs::read(bench.path("n.cairn-wal.set-aside")).unwrap(), log, "and stands beside it");
    bench.assert_sound("restored beside a log");
}

#[test]
fn a_file_that_hands_one_account_over_does_not_take_the_place_of_all() {
    let bench = Bench::new();
    let first = make(&bench, "First");
    make(&bench, "Second");
    let file = bench.path("first.cairn");
    let request = json!({ "id": first["id"], "path": file }).to_string();
    // Ids are made of the instant.
    at(&bench, "2026-11-25T10:00:00Z", &["call", "account.export", &request]);
    let refused = bench.refused("backup.restore", &json!({ "path": file }));
    assert_eq!((&refused["code"], &refused["field"]), (&json!("workspace_unreadable"), &json!("path")));
    assert!(refused["message"].as_str().unwrap().contains("import account"), "it says what helps: {refused}");
    assert_eq!(names(&bench.call("account.list", &json!({}))), ["First", "Second"]);
    // Whoever opens it as a workspace of their own has backups of it as of any other.
    let own = bench.path("own.cairn");
    fs::copy(&file, &own).unwrap();
    let run = |args: &[&str]| run(&own, NOW, args);
    let backup = run(&["backup"]);
    run(&["call", "account.create", r#"{"name": "Third"}"#]);
    run(&["restore", backup["path"].as_str().unwrap()]);
    assert_eq!(names(&run(&["call", "account.list", "{}"])), ["First"]);
}

#[test]
fn every_name_of_a_workspace_has_the_same_backups_and_no_other_file_counts() {
    let (bench, backup) = with_backup();
    let folder = backup.parent().unwrap();
    fs::write(folder.join("20261231T000000.000Z-9-asked.cairn"), "").unwrap();
    fs::write(folder.join("20251231T000000.000Z-9-asked.cairn"), "%PDF-1.7 of a plan, exported there")
        .unwrap();
    fs::hard_link(&bench.workspace, folder.join("20251130T000000.000Z-9-restore.cairn")).unwrap();
    assert_eq!(backups(&bench), [backup.as_path()], "empty, of another kind, and the workspace itself");
    let link = bench.path("ln.cairn");
    std::os::unix::fs::symlink(&bench.workspace, &link).unwrap();
    let list = run(&link, NOW, &["call", "backup.list", "{}"]);
    assert_eq!(list["items"][0]["path"], json!(backup), "by a link as well: {list}");
}

#[test]
fn the_second_place_is_known_from_every_folder_and_each_copy_has_its_own() {
    let (bench, backup) = with_backup();
    let disk = bench.path("disk");
    fs::create_dir(&disk).unwrap();
    let from = |folder: &Path, args: &[&str]| {
        let output = bench.command(args).current_dir(folder).output().unwrap();
        assert!(output.status.success(), "{}", said(&output));
        (serde_json::from_slice::<Value>(&output.stdout).unwrap(), said(&output))
    };
    let (list, _) = from(disk.parent().unwrap(), &["call", "backup.second_place", r#"{"path": "disk"}"#]);
    assert_eq!(list["second"]["folder"], json!(disk.canonicalize().unwrap()), "kept as the whole path");
    let (_, told) = from(Path::new("/"), &["backup"]);
    assert!(!told.contains("second place"), "it is found from elsewhere: {told}");
    for bad in [backup.parent().unwrap(), disk.parent().unwrap()] {
        let refused = bench.refused("backup.second_place", &json!({ "path": bad }));
        assert_eq!((&refused["code"], &refused["field"]), (&json!("invalid"), &json!("path")), "{refused}");
    }
    let copy = bench.path("elsewhere");
    fs::create_dir(&copy).unwrap();
    let copy = copy.join("n.cairn");
    fs::copy(&bench.workspace, &copy).unwrap();
    run(&copy, NOW, &["backup"]);
    assert_eq!(fs::read_dir(&disk).unwrap().count(), 2, "a copy does not thin the other's");
    fs::remove_dir_all(&disk).unwrap();
    let (_, told) = from(Path::new("/"), &["backup"]);
    assert!(told.contains("folder") && !told.contains("no workspace"), "what is away is a folder: {told}");
}

#[test]
fn what_cannot_be_restored_is_named_for_what_it_is() {
    let (bench, _) = with_backup();
    let letter = bench.path("letter.txt");
    fs::write(&letter, "a letter").unwrap();
    for (path, says) in [
        (letter.as_path(), "letter.txt is not"),
        (Path::new("/dev/zero"), "it is no file"),
        (bench.workspace.parent().unwrap(), "it is a folder"),
        (&bench.path("nope"), "No file is at"),
    ] {
        for command in ["backup.restore", "backup.test"] {
            let refused = bench.refused(command, &json!({ "path": path }));
            assert!(refused["message"].as_str().unwrap().contains(says), "{command}: {refused}");
            assert_eq!(refused["field"], "path", "{command}: {refused}");
        }
    }
}
