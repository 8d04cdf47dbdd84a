//! The one file that a workspace is: whole soon after each change, never played together with another file's log, and
//! never written once it is not the file that was opened.
//!
//! Owns what happens to the file beside its content. Does not own kills and full disks in general (`crash.rs`).
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::disallowed_methods, reason = "a test")]
#![cfg(unix)]

mod process;

use std::{
    fs,
    path::{Path, PathBuf},
    thread,
    time::Duration,
};

use process::{Bench, Sitting, said};
use serde_json::{Value, json};

fn make(sitting: &mut Sitting, name: &str) {
    sitting.call("account.create", &json!({ "name": name }));
}

fn names(list: &Value) -> Vec<String> {
    let mut names: Vec<String> =
        list["items"].as_array().unwrap().iter().map(|item| item["name"].as_str().unwrap().into()).collect();
    names.sort();
    names
}

fn accounts(bench: &Bench) -> Vec<String> {
    names(&bench.call("account.list", &json!({})))
}

fn log_of(file: &Path) -> PathBuf {
    file.with_file_name(format!("{}-wal", file.file_name().unwrap().to_str().unwrap()))
}

fn size(file: &Path) -> u64 {
    fs::metadata(file).map_or(0, |meta| meta.len())
}

/// Until the program has folded its log in; a change that comes behind this is not waited for.
fn wait_until_whole(bench: &Bench) {
    for _ in 0..600 {
        if size(&log_of(&bench.workspace)) == 0 {
            return;
        }
        thread::sleep(Duration::from_millis(50));
    }
    panic!("the log was never folded in");
}

/// A workspace whose program was killed while its newest change stood in the log alone, and an older copy of it.
fn killed(before: &[&str], after: &str) -> (Bench, PathBuf) {
    loop {
        let bench = Bench::new();
        let mut sitting = bench.sitting();
        before.iter().for_each(|name| make(&mut sitting, name));
        sitting.end();
        let copy = bench.path("older");
        fs::copy(&bench.workspace, &copy).unwrap();
        // Once more between the copy and the end, so that the log begins from another state than the copy.
        bench.call("account.create", &json!({ "name": "Between" }));
        let mut sitting = bench.sitting();
        make(&mut sitting, after);
        sitting.process.kill().unwrap();
        sitting.process.wait().unwrap();
        // On a machine that was busy for a second the log is in the file already.
        if size(&log_of(&bench.workspace)) > 0 {
            return (bench, copy);
        }
    }
}

#[test]
fn a_copy_of_the_file_has_everything_while_the_program_is_still_open() {
    let mut bench = Bench::new();
    let mut sitting = bench.sitting();
    let mut other = bench.sitting();
    let mut made = Vec::new();
    for n in 0..30 {
        make(&mut sitting, &format!("A{n:02}"));
        made.push(format!("A{n:02}"));
        if n % 10 == 0 {
            other.call("account.list", &json!({}));
            other.call("draft.save", &json!({ "record": "x", "field": "f", "text": format!("{n}") }));
        }
    }
    wait_until_whole(&bench);
    let copy = bench.path("copy.cairn");
    fs::copy(&bench.workspace, &copy).unwrap();
    make(&mut sitting, "Z");
    sitting.end();
    other.end();
    bench.workspace = copy;
    assert_eq!(accounts(&bench), made, "the file alone was copied, and nothing beside it");
    bench.assert_sound("a copy made while two programs had the file open");
}

#[test]
fn a_reader_that_stays_does_not_keep_the_file_from_becoming_whole() {
    let bench = Bench::new();
    let mut reader = bench.sitting();
    let mut sitting = bench.sitting();
    make(&mut sitting, "First");
    reader.call("account.list", &json!({}));
    make(&mut sitting, "Second");
    wait_until_whole(&bench);
    let copy = bench.path("copy.cairn");
    fs::copy(&bench.workspace, &copy).unwrap();
    assert_eq!(names(&reader.call("account.list", &json!({}))), ["First", "Second"], "both see all of it");
    sitting.end();
    reader.end();
}

#[test]
fn what_a_killed_program_left_in_its_log_is_there_and_nothing_is_set_aside() {
    let (bench, _) = killed(&["First"], "Last");
    let before = bench.files();
    assert_eq!(accounts(&bench), ["Between", "First", "Last"], "what was acknowledged stands in the log");
    assert_eq!(
        size(&log_of(&bench.workspace)),
        0,
        "it is folded in when the file is opened, by a reader as well"
    );
    assert_eq!(bench.files(), before, "its own log is no stranger");
    bench.assert_sound("after a kill");
}

#[test]
fn an_older_copy_put_back_after_a_kill_opens_as_it_was_and_the_log_is_set_aside() {
    let (bench, copy) = killed(&["First", "Second"], "Last");
    let log = fs::read(log_of(&bench.workspace)).unwrap();
    fs::copy(&copy, &bench.workspace).unwrap();
    let output = bench.run("account.list", &json!({}));
    assert!(output.status.success(), "{}", said(&output));
    assert_eq!(
        names(&serde_json::from_slice(&output.stdout).unwrap()),
        ["First", "Second"],
        "the copy as it was"
    );
    let aside = bench.path("n.cairn-wal.set-aside");
    assert!(said(&output).contains(&aside.display().to_string()), "it is named: {}", said(&output));
    assert_eq!(fs::read(&aside).unwrap(), log, "and it is whole, should somebody want it");
    bench.call("account.create", &json!({ "name": "Third" }));
    assert_eq!(accounts(&bench), ["First", "Second", "Third"], "work goes on from the copy");
    bench.assert_sound("with an older copy put back");
}

#[test]
fn a_write_is_the_first_thing_done_with_an_older_copy_and_it_is_not_mixed_with_the_log() {
    let (bench, copy) = killed(&["First"], "Last");
    fs::copy(&copy, &bench.workspace).unwrap();
    bench.call("account.create", &json!({ "name": "Third" }));
    assert_eq!(accounts(&bench), ["First", "Third"], "nothing of the log came in");
    bench.assert_sound("after a write over an older copy");
}

#[test]
fn a_copy_of_the_same_moment_takes_the_log_that_goes_with_it() {
    let (bench, _) = killed(&["First"], "Last");
    let same = bench.path("same");
    fs::copy(&bench.workspace, &same).unwrap();
    fs::remove_file(&bench.workspace).unwrap();
    fs::rename(&same, &bench.workspace).unwrap();
    assert_eq!(
        accounts(&bench),
        ["Between", "First", "Last"],
        "it is the file and its log, whatever the inode"
    );
}

#[test]
fn a_workspace_is_made_beside_a_log_of_another_file_and_keeps_what_is_put_in() {
    let (other, _) = killed(&["Theirs"], "Theirs too");
    let bench = Bench::new();
    fs::copy(log_of(&other.workspace), log_of(&bench.workspace)).unwrap();
    fs::write(bench.path("n.cairn-shm"), vec![7; 32_768]).unwrap();
    let output = bench.run("account.create", &json!({ "name": "Ours" }));
    assert!(output.status.success(), "{}", said(&output));
    assert!(said(&output).contains("n.cairn-wal.set-aside"), "it is said: {}", said(&output));
    assert_eq!(accounts(&bench), ["Ours"], "what was acknowledged is there");
    assert_eq!(
        size(&bench.path("n.cairn-wal.set-aside")),
        size(&log_of(&other.workspace)),
        "and theirs is kept"
    );
    bench.assert_sound("made beside a stranger");
}

#[test]
fn a_workspace_is_opened_beside_a_log_of_another_file_and_stays_what_it_is() {
    let (other, _) = killed(&["Theirs"], "Theirs too");
    for fresh in [true, false] {
        let bench = Bench::new();
        bench.call("workspace.create", &json!({ "path": bench.workspace }));
        if !fresh {
            bench.call("account.create", &json!({ "name": "Ours" }));
        }
        let ours = accounts(&bench);
        fs::copy(log_of(&other.workspace), log_of(&bench.workspace)).unwrap();
        bench.call("account.create", &json!({ "name": "Ours too" }));
        let all = accounts(&bench);
        assert_eq!(all, [ours, vec!["Ours too".to_owned()]].concat(), "nothing of theirs came in ({fresh})");
        bench.assert_sound("opened beside a stranger");
    }
}

#[test]
fn a_second_stranger_gets_a_number_and_the_first_is_not_written_over() {
    let (other, _) = killed(&["Theirs"], "Theirs too");
    let bench = Bench::new();
    bench.call("account.create", &json!({ "name": "Ours" }));
    for _ in 0..2 {
        fs::copy(log_of(&other.workspace), log_of(&bench.workspace)).unwrap();
        assert_eq!(accounts(&bench), ["Ours"]);
    }
    let aside = ["n.cairn-wal.set-aside", "n.cairn-wal.set-aside-1"];
    assert!(aside.iter().all(|name| size(&bench.path(name)) > 0), "{:?}", bench.files());
}

/// Does something to the open file, and looks that nothing more is written and nothing is lost.
fn moved(what: &str, happens: impl Fn(&Bench)) {
    let mut bench = Bench::new();
    let mut sitting = bench.sitting();
    make(&mut sitting, "First");
    make(&mut sitting, "Second");
    wait_until_whole(&bench);
    fs::copy(&bench.workspace, bench.path("earlier")).unwrap();
    make(&mut sitting, "Third");
    happens(&bench);
    let there = fs::read(&bench.workspace).ok();
    for _ in 0..2 {
        let refused = sitting.ask("account.create", &json!({ "name": "Nowhere" })).unwrap_err();
        assert_eq!(refused["code"], "workspace_moved", "{what}: {refused}");
        assert!(refused["message"].as_str().unwrap().contains("copy"), "it says what helps: {refused}");
    }
    let draft = json!({ "record": "x", "field": "f", "text": "typed" });
    assert_eq!(
        sitting.ask("draft.save", &draft).unwrap_err()["code"],
        "workspace_moved",
        "{what}: drafts as well"
    );
    let status = sitting.call("workspace.status", &json!({}));
    assert_eq!(status["workspace"]["moved"], true, "{what}: the window is told");
    assert_eq!(status["workspace"]["read_only"], true, "{what}: and offers no change");
    assert_eq!(
        names(&sitting.call("account.list", &json!({}))),
        ["First", "Second", "Third"],
        "{what}: it is read"
    );

    let copy = bench.path("saved.cairn");
    sitting.call("backup.create", &json!({ "path": copy }));
    sitting.end();
    assert_eq!(fs::read(&bench.workspace).ok(), there, "{what}: what stands there was not touched");
    bench.workspace = copy;
    assert_eq!(
        accounts(&bench),
        ["First", "Second", "Third"],
        "{what}: the copy has all that was acknowledged"
    );
    bench.assert_sound(what);
}

#[test]
fn an_open_file_that_is_moved_is_not_written_and_can_be_saved_as_a_copy() {
    moved("moved", |bench| fs::rename(&bench.workspace, bench.path("elsewhere")).unwrap());
}

#[test]
fn an_open_file_that_is_removed_is_not_written_and_can_be_saved_as_a_copy() {
    moved("removed", |bench| fs::remove_file(&bench.workspace).unwrap());
}

#[test]
fn an_open_file_that_is_replaced_is_not_written_and_what_took_its_place_is_not_damaged() {
    moved("replaced", |bench| fs::rename(bench.path("earlier"), &bench.workspace).unwrap());
}

#[test]
fn an_open_file_whose_log_is_removed_is_not_written_into_nothing() {
    moved("without its log", |bench| fs::remove_file(log_of(&bench.workspace)).unwrap());
}

/// Which copies are written over the open file: one from before, one that others went on with, a backup of this sitting.
const COPIES: [&str; 3] = ["older", "newer", "backup"];

/// Writes over the open file, as `cp` does, which leaves it its identity; answers what was acknowledged.
fn written_over(copy: &str, folded: bool) -> (Bench, Sitting, Vec<String>, Vec<u8>) {
    let bench = Bench::new();
    bench.call("account.create", &json!({ "name": "First" }));
    let other = bench.path("other.cairn");
    fs::copy(&bench.workspace, &other).unwrap();
    if copy == "newer" {
        let mut theirs = std::process::Command::new(env!("CARGO_BIN_EXE_cairn"));
        theirs.arg("--workspace").arg(&other).args(["call", "account.create", r#"{"name": "Theirs"}"#]);
        assert!(theirs.output().unwrap().status.success());
    }
    let mut sitting = bench.sitting();
    make(&mut sitting, "Second");
    if copy == "backup" {
        fs::remove_file(&other).unwrap();
        sitting.call("backup.create", &json!({ "path": other }));
        make(&mut sitting, "Third");
    }
    if folded {
        wait_until_whole(&bench);
    }
    let made = names(&sitting.call("account.list", &json!({})));
    let over = fs::read(&other).unwrap();
    fs::write(&bench.workspace, &over).unwrap();
    (bench, sitting, made, over)
}

#[test]
fn an_open_file_that_is_written_over_in_place_is_not_written_any_more() {
    for copy in COPIES {
        let (bench, mut sitting, _, over) = written_over(copy, true);
        for _ in 0..2 {
            let refused = sitting.ask("account.create", &json!({ "name": "Nowhere" })).unwrap_err();
            assert_eq!(refused["code"], "workspace_moved", "{copy}: {refused}");
            assert!(refused["message"].as_str().unwrap().contains("written over"), "{copy}: {refused}");
        }
        let status = sitting.call("workspace.status", &json!({}));
        assert_eq!(status["workspace"]["moved"], true, "{copy}: the window is told");
        let copied = sitting.ask("backup.create", &json!({ "path": bench.path("saved.cairn") })).unwrap_err();
        assert_eq!(copied["code"], "workspace_moved", "{copy}: nothing whole is open: {copied}");
        sitting.end();
        assert!(fs::read(&bench.workspace).unwrap() == over, "{copy}: what was put there was not touched");
        bench.assert_sound(copy);
        bench.call("account.create", &json!({ "name": "Later" }));
        bench.assert_sound("worked in again");
    }
}

#[test]
fn a_file_written_over_while_its_newest_changes_stand_in_the_log_is_never_mixed_with_them() {
    for copy in COPIES {
        let (bench, mut sitting, mut made, over) = written_over(copy, false);
        if sitting.ask("account.create", &json!({ "name": "After" })).is_ok() {
            assert_eq!(copy, "older", "only the very file that the log goes with is the same file");
            made.insert(0, "After".into());
            sitting.end();
            assert_eq!(accounts(&bench), made, "and then nothing that was acknowledged is lost");
        } else {
            sitting.end();
            assert!(
                fs::read(&bench.workspace).unwrap() == over,
                "{copy}: what was put there was not touched"
            );
        }
        bench.assert_sound(copy);
    }
}

#[test]
fn a_file_written_over_before_anything_was_changed_is_not_written_nor_one_that_is_no_workspace() {
    let bench = Bench::new();
    bench.call("account.create", &json!({ "name": "First" }));
    let older = fs::read(&bench.workspace).unwrap();
    bench.call("account.create", &json!({ "name": "Second" }));
    for over in [older.as_slice(), b"a letter to a customer"] {
        let whole = fs::read(&bench.workspace).unwrap();
        let mut sitting = bench.sitting();
        assert_eq!(names(&sitting.call("account.list", &json!({}))), ["First", "Second"]);
        fs::write(&bench.workspace, over).unwrap();
        let refused = sitting.ask("account.create", &json!({ "name": "Nowhere" })).unwrap_err();
        // What is no database at all may be found out by who reads first.
        let codes = ["workspace_moved", "workspace_unreadable"];
        assert!(codes.contains(&refused["code"].as_str().unwrap()), "{refused}");
        sitting.end();
        assert!(fs::read(&bench.workspace).unwrap() == over, "it is as it was put there");
        fs::write(&bench.workspace, whole).unwrap();
    }
}

#[test]
fn what_others_write_and_what_changes_nothing_in_the_file_does_not_stop_anybody() {
    let bench = Bench::new();
    let (mut one, mut other) = (bench.sitting(), bench.sitting());
    let mut made = Vec::new();
    for n in 0..4 {
        for (sitting, who) in [(&mut one, "one"), (&mut other, "other")] {
            make(sitting, &format!("{n} {who}"));
            made.push(format!("{n} {who}"));
        }
        // In turns with and without a log that was folded in by either of the two, or by a third.
        if n % 2 == 0 {
            wait_until_whole(&bench);
        }
        bench.call("account.create", &json!({ "name": format!("{n} third") }));
        made.push(format!("{n} third"));
        let touched = fs::File::options().append(true).open(&bench.workspace).unwrap();
        touched.set_modified(std::time::SystemTime::now()).unwrap();
    }
    made.sort();
    assert_eq!(names(&one.call("account.list", &json!({}))), made, "all of it is there");
    one.end();
    other.end();
    assert_eq!(accounts(&bench), made);
    bench.assert_sound("after three programs in turns");
}

/// What a program has locked of the workspace and of the memory that its connections share, as Linux tells it:
/// `<n>: POSIX ADVISORY <READ or WRITE> <process> <device>:<inode> <first byte> <last byte>`.
#[cfg(target_os = "linux")]
fn locks(bench: &Bench, process: u32) -> Vec<String> {
    use std::os::unix::fs::MetadataExt as _;
    let memory = log_of(&bench.workspace).with_file_name("n.cairn-shm");
    let files = [&bench.workspace, &memory].map(|file| format!(":{}", fs::metadata(file).unwrap().ino()));
    let all = fs::read_to_string("/proc/locks").unwrap();
    let of = |words: &Vec<&str>| {
        words[4] == process.to_string() && files.iter().any(|file| words[5].ends_with(file))
    };
    // A reading holds one of these bytes of the memory for its own time, and may be under way when it is looked.
    let passes = |words: &Vec<&str>| (120..128).contains(&words[6].parse::<u32>().unwrap_or(0));
    let lines = all.lines().map(|line| line.split_whitespace().collect());
    let lines = lines.filter(of).filter(|words| !passes(words));
    let mut held: Vec<String> = lines.map(|words: Vec<&str>| words[1..].join(" ")).collect();
    held.sort();
    held
}

#[cfg(target_os = "linux")]
#[test]
fn the_open_file_read_as_any_file_stays_locked_against_others() {
    let bench = Bench::new();
    let mut sitting = bench.sitting();
    make(&mut sitting, "First");
    let id = sitting.call("account.list", &json!({}))["items"][0]["id"].clone();
    wait_until_whole(&bench);
    let before = locks(&bench, sitting.process.id());
    assert!(before.len() >= 2, "the file and the memory are locked: {before:?}");
    let hard_link = bench.path("link.cairn");
    fs::hard_link(&bench.workspace, &hard_link).unwrap();
    let own = [&bench.workspace, &hard_link, &log_of(&bench.workspace).with_file_name("n.cairn-shm")];
    // Twice: what was kept open by the first time is used by the second.
    for path in own.iter().chain(&own) {
        for kind in [json!(null), json!("account"), json!("accounts"), json!("workbook")] {
            let asked = sitting.ask("import.preview", &json!({ "kind": kind, "path": path }));
            assert!(
                asked.as_ref().map_or(true, |report| report["fine"] == 0 && report["new"] == 0),
                "{} is nothing to import as {kind}: {asked:?}",
                path.display()
            );
        }
        let asked = sitting.ask("account.export", &json!({ "id": id, "path": path }));
        asked.expect_err("nothing is written over it");
        assert_eq!(locks(&bench, sitting.process.id()), before, "after {}", path.display());
    }
    make(&mut sitting, "Second");
    sitting.end();
    assert_eq!(accounts(&bench), ["First", "Second"]);
}

#[test]
fn a_rollback_journal_of_another_file_is_set_aside_and_the_workspace_is_written() {
    let bench = Bench::new();
    let journal = bench.path("n.cairn-journal");
    let foreign = [&[0xd9, 0xd5, 0x05, 0xf9, 0x20, 0xa1, 0x63, 0xd7][..], &[7; 2_000]].concat();
    for name in ["First", "Second"] {
        fs::write(&journal, &foreign).unwrap();
        let made = bench.run("account.create", &json!({ "name": name }));
        assert!(made.status.success(), "made beside it, or opened: {}", said(&made));
    }
    assert_eq!(accounts(&bench), ["First", "Second"]);
    assert_eq!(fs::read(bench.path("n.cairn-journal.set-aside")).unwrap(), foreign, "and it is kept");
    bench.assert_sound("beside a journal of another file");
}

#[test]
fn a_link_that_leads_elsewhere_is_another_file() {
    let mut bench = Bench::new();
    bench.call("account.create", &json!({ "name": "First" }));
    let (real, other) = (bench.path("real.cairn"), bench.path("other.cairn"));
    fs::rename(&bench.workspace, &real).unwrap();
    fs::copy(&real, &other).unwrap();
    std::os::unix::fs::symlink(&real, &bench.workspace).unwrap();
    let mut sitting = bench.sitting();
    make(&mut sitting, "Second");
    fs::remove_file(&bench.workspace).unwrap();
    std::os::unix::fs::symlink(&other, &bench.workspace).unwrap();
    let refused = sitting.ask("account.create", &json!({ "name": "Third" })).unwrap_err();
    assert_eq!(refused["code"], "workspace_moved", "{refused}");
    sitting.end();
    bench.workspace = real;
    assert_eq!(accounts(&bench), ["First", "Second"], "what was acknowledged is where it was");
}

#[test]
fn what_a_killed_program_left_on_the_way_is_swept_and_nothing_of_anybody_elses() {
    let bench = Bench::new();
    let mut ended = std::process::Command::new("true").spawn().unwrap();
    ended.wait().unwrap();
    let left = format!(".cairn-{}-aB3xyz.partial", ended.id());
    let (log, running) = (format!("{left}-wal"), format!(".cairn-{}-aB3xyz.partial", std::process::id()));
    let others = [".tmpaB3xyz", ".cairn-notes.partial", "mine.partial", running.as_str()];
    for name in others.iter().copied().chain([left.as_str(), log.as_str()]) {
        fs::write(bench.path(name), "words of a customer").unwrap();
    }
    make(&mut bench.sitting(), "First");
    accounts(&bench);
    assert!(
        ![left, log].iter().any(|name| bench.path(name).exists()),
        "what nobody works on goes, with its log"
    );
    assert!(
        others.iter().all(|name| bench.path(name).exists()),
        "what somebody works on, or is not ours, stays"
    );
}

/// The program where its folder can only be read, if such a mount may be made here.
fn on_a_read_only_mount(bench: &Bench, args: &[&str]) -> Option<std::process::Output> {
    let folder = bench.workspace.parent().unwrap();
    let mount = "mount --bind \"$0\" \"$0\" && mount -o remount,bind,ro \"$0\" || exit 77; exec \"$@\"";
    let command = bench.command(args);
    let output = std::process::Command::new("unshare")
        .args(["--user", "--map-root-user", "--mount", "sh", "-c", mount])
        .arg(folder)
        .arg(command.get_program())
        .args(command.get_args())
        .output();
    let output = output.ok().filter(|output| {
        !matches!(output.status.code(), Some(77 | 1) if output.stdout.is_empty()
        && !said(output).contains("\"code\""))
    });
    if output.is_none() {
        eprintln!("not tried: nobody may mount a folder to be read alone here");
    }
    output
}

#[test]
fn a_workspace_on_a_read_only_mount_is_read_whatever_its_own_rights_say() {
    let bench = Bench::new();
    bench.call("account.create", &json!({ "name": "First" }));
    let Some(listed) = on_a_read_only_mount(&bench, &["call", "account.list"]) else { return };
    assert!(listed.status.success(), "{}", said(&listed));
    assert_eq!(
        names(&serde_json::from_slice(&listed.stdout).unwrap()),
        ["First"],
        "the file says 0600, the mount ro"
    );
    let refused =
        on_a_read_only_mount(&bench, &["call", "account.create", "{\"name\": \"Second\"}"]).unwrap();
    assert!(said(&refused).contains("\"read_only\""), "{}", said(&refused));

    let (killed, _) = killed(&["First"], "Last");
    let listed = on_a_read_only_mount(&killed, &["call", "account.list"]).unwrap();
    // What the killed program left in the shared memory is enough for some systems to read the log as well.
    match serde_json::from_slice(&listed.stdout) {
        Ok(list) => assert_eq!(names(&list), ["Between", "First", "Last"], "all of it, or none"),
        Err(_) => {
            assert!(said(&listed).contains("-wal"), "else it is said what is missing: {}", said(&listed));
        }
    }
    assert_eq!(accounts(&killed), ["Between", "First", "Last"], "and nothing was lost by trying");
}

#[test]
fn rights_are_called_rights() {
    use std::os::unix::fs::PermissionsExt as _;
    let bench = Bench::new();
    bench.call("account.create", &json!({ "name": "First" }));
    let folder = bench.workspace.parent().unwrap();
    fs::set_permissions(folder, fs::Permissions::from_mode(0o555)).unwrap();
    if fs::write(bench.path("probe"), "").is_ok() {
        eprintln!("not tried: the system lets this user do everything");
        fs::set_permissions(folder, fs::Permissions::from_mode(0o755)).unwrap();
        return;
    }
    assert_eq!(accounts(&bench), ["First"], "a file that could be written, in a folder that cannot");
    assert_eq!(bench.refused("account.create", &json!({ "name": "B" }))["code"], "read_only");
    fs::set_permissions(folder, fs::Permissions::from_mode(0o755)).unwrap();
    fs::set_permissions(&bench.workspace, fs::Permissions::from_mode(0o000)).unwrap();
    let refused = bench.refused("account.list", &json!({}));
    assert_eq!(refused["code"], "io", "{refused}");
    assert!(refused["message"].as_str().unwrap().contains("rights"), "not that it is no database: {refused}");
}
