//! What stands after the worst moment: the program killed, two of them at once, a disk without room.
//!
//! Owns that what was acknowledged is there, nothing is there by half, and the file opens. Does not own a power
//! loss: a killed process leaves its writes to the system, a cut machine does not.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::disallowed_methods, reason = "a test")]
#![cfg(unix)]

mod process;

use std::{
    hash::{BuildHasher, Hasher, RandomState},
    io::{BufRead, BufReader, Write},
    path::Path,
    process::{Command, Stdio},
    thread,
    time::{Duration, Instant},
};

use process::{Bench, OLD_COPY, fixture, schema_of};
use serde_json::{Value, json};

const ROUNDS: usize = 20;

/// A random moment before `most`.
fn moment(most: Duration) -> Duration {
    let most = u64::try_from(most.as_micros()).unwrap().max(1);
    Duration::from_micros(RandomState::new().build_hasher().finish() % most)
}

/// Writes without end until it is killed: accounts by number, and in turn a plan that goes and comes back with
/// all that hangs under it.
fn write_until_killed(bench: &Bench, plan: &str, first: usize, after: Duration) -> Vec<Value> {
    let mut sitting = bench.sitting();
    let mut input = sitting.input.take().unwrap();
    let plan = plan.to_owned();
    let writer = thread::spawn(move || {
        for n in first.. {
            let turn = if n % 2 == 0 { "plan.delete" } else { "plan.restore" };
            let lines = [
                json!({ "name": "account.create", "request": { "name": format!("{n:06}") } }),
                json!({ "name": turn, "request": { "id": plan } }),
            ];
            if lines.iter().any(|line| writeln!(input, "{line}").is_err()) {
                return;
            }
        }
    });
    let mut lines = Vec::new();
    let mut line = String::new();
    sitting.output.read_line(&mut line).unwrap();
    lines.push(line);
    thread::sleep(after);
    sitting.process.kill().unwrap();
    // The end of the pipe: what was acknowledged before the end came stands in it.
    lines.extend(BufReader::new(&mut sitting.output).lines().map_while(Result::ok));
    writer.join().unwrap();
    lines.iter().filter_map(|line| serde_json::from_str(line).ok()).collect()
}

#[test]
fn a_killed_program_leaves_every_acknowledged_line_and_none_by_half() {
    let bench = Bench::new();
    let mut acknowledged = Vec::new();
    let plan = {
        let mut sitting = bench.sitting();
        let account = sitting.call("account.create", &json!({ "name": "Nordwind" }))["id"].clone();
        let plan = sitting.call("plan.create", &json!({ "account_id": account, "title": "P" }))["id"].clone();
        for n in 0..20 {
            let title = format!("Objective {n}");
            sitting.call("objective.create", &json!({ "plan_id": plan, "title": title }));
        }
        sitting.end();
        plan.as_str().unwrap().to_owned()
    };
    for round in 0..ROUNDS {
        let answers = write_until_killed(&bench, &plan, round * 100_000, moment(Duration::from_millis(300)));
        let made = answers.iter().filter(|answer| answer["result"]["name"].is_string());
        let before = acknowledged.len();
        acknowledged.extend(made.map(|answer| answer["result"]["id"].clone()));
        assert!(acknowledged.len() > before, "the kill of round {round} came in the middle of the writing");

        bench.assert_sound(&format!("after kill {round}"));
        let mut sitting = bench.sitting();
        for id in &acknowledged[before..] {
            sitting.call("account.get", &json!({ "id": id }));
        }
        let objectives = sitting.call("objective.list", &json!({}))["total"].clone();
        let deleted = sitting.call("plan.get", &json!({ "id": plan }))["deleted_at"].is_string();
        let whole = if deleted { json!(0) } else { json!(20) };
        assert_eq!(objectives, whole, "a plan goes with all its objectives, or with none (round {round})");
        if deleted {
            sitting.call("plan.restore", &json!({ "id": plan }));
        }
        sitting.end();
    }
    let total = bench.call("account.list", &json!({ "page": { "limit": 0, "offset": 0 } }))["total"].clone();
    let total = usize::try_from(total.as_u64().unwrap()).unwrap();
    let unanswered = total - 1 - acknowledged.len();
    assert!(unanswered <= ROUNDS, "at most the line in hand was done and not answered: {unanswered}");
}

#[test]
fn two_programs_that_write_at_once_both_get_all_of_theirs() {
    let bench = Bench::new();
    bench.call("account.create", &json!({ "name": "First" }));
    thread::scope(|scope| {
        for writer in ["left", "right"] {
            let mut sitting = bench.sitting();
            scope.spawn(move || {
                for n in 0..100 {
                    let made = sitting.call("account.create", &json!({ "name": format!("{writer} {n}") }));
                    let request = json!({ "id": made["id"], "version": 1, "country": "AT" });
                    sitting.call("account.update", &request);
                }
                sitting.end();
            });
        }
    });
    let everything = json!({ "filter": { "country": "AT" }, "page": { "limit": 300, "offset": 0 } });
    let listed = bench.call("account.list", &everything);
    let names = |writer: &str| {
        let items = listed["items"].as_array().unwrap().iter();
        items.filter(|item| item["name"].as_str().unwrap().starts_with(writer)).count()
    };
    assert_eq!((names("left"), names("right")), (100, 100), "nobody's work was lost");
    assert_eq!(bench.call("workspace.status", &json!({}))["last_op"], 401, "each change is one operation");
    bench.assert_sound("after two writers");
}

#[test]
fn a_program_killed_while_it_upgrades_leaves_a_file_that_opens_with_everything() {
    let bench = Bench::old();
    let whole = bench.call("account.list", &json!({}));
    // The first run has the program to read from the disk as well, so the second says how long an upgrade takes.
    bench.put_old();
    let start = Instant::now();
    bench.call("account.list", &json!({}));
    let took = start.elapsed();
    let mut between = 0;
    for round in 0..ROUNDS {
        bench.put_old();
        // Twice in the same upgrade: what the first kill left must not stop the second attempt.
        for _ in 0..2 {
            let mut process = bench
                .command(&["call", "account.list"])
                .stdout(Stdio::null())
                .stderr(Stdio::null())
                .spawn()
                .unwrap();
            thread::sleep(moment(took));
            process.kill().unwrap();
            process.wait().unwrap();
            let begun = bench.files().len() > 1;
            between += usize::from(begun && schema_of(&bench.workspace) == 1);
        }
        assert_eq!(bench.call("account.list", &json!({})), whole, "everything is there (round {round})");
        bench.assert_sound(&format!("after kill {round}"));
        let copy = bench.path(OLD_COPY);
        assert_eq!(
            schema_of(&copy),
            1,
            "the copy is of the old file, however often it began (round {round})"
        );
        assert_eq!(bench.files(), ["n.cairn", OLD_COPY], "and nothing else is left lying");
    }
    assert!(between > 0, "some kill has to come while the upgrade runs");
}

/// Runs this test again, by its name, on a disk without room; `None` is the run that does so.
///
/// The disk is a small one of its own, mounted where nobody else sees it. Where that is not allowed, or `limit`
/// says so, it is a limit on how large a file may grow, which is told apart by its code.
fn on_a_full_disk(test: &str, kilobytes: u32, limit: bool) -> Option<(Bench, &'static str)> {
    const INSIDE: &str = "CAIRN_TEST_FULL_DISK";
    if let Some(folder) = std::env::var_os(INSIDE) {
        return Some((Bench::in_folder(Path::new(&folder)), if limit { "io" } else { "disk_full" }));
    }
    let folder = tempfile::tempdir().unwrap();
    let mut shell = if limit {
        // Without the trap the system would end the program that grows a file too far.
        let mut shell = Command::new("sh");
        shell.args(["-c", &format!("trap '' XFSZ; ulimit -f {}; exec \"$@\"", kilobytes * 2), "sh"]);
        shell
    } else {
        let mut shell = Command::new("unshare");
        let mount = format!("mount -t tmpfs -o size={kilobytes}k none \"$0\" && exec \"$@\"");
        shell.args(["--user", "--map-root-user", "--mount", "sh", "-c", &mount]).arg(folder.path());
        let may_mount =
            Command::new("unshare").args(["--user", "--map-root-user", "--mount", "true"]).output();
        if !may_mount.is_ok_and(|output| output.status.success()) {
            eprintln!("not tried: nobody may mount a small disk here");
            return None;
        }
        shell
    };
    let output = shell
        .arg(std::env::current_exe().unwrap())
        .args(["--exact", test, "--nocapture"])
        .env(INSIDE, folder.path())
        .output()
        .unwrap();
    assert!(output.status.success(), "{}{}", String::from_utf8_lossy(&output.stdout), process::said(&output));
    None
}

/// Writes until there is no room, and looks at what stands then.
fn fill_and_look(bench: &Bench, code: &str) {
    let plan = {
        let mut sitting = bench.sitting();
        let account = sitting.call("account.create", &json!({ "name": "Nordwind" }))["id"].clone();
        let plan = sitting.call("plan.create", &json!({ "account_id": account, "title": "P" }))["id"].clone();
        sitting.end();
        plan.as_str().unwrap().to_owned()
    };
    let long = "Words ".repeat(1_000);
    let mut done = 0;
    let mut sitting = bench.sitting();
    let error = loop {
        let request = json!({ "plan_id": plan, "title": format!("Objective {done}"), "summary": long });
        match sitting.ask("objective.create", &request) {
            Ok(_) => done += 1,
            Err(error) => break error,
        }
        assert!(done < 10_000, "the disk has to be full some time");
    };
    assert_eq!(error["code"], code, "{error}");
    let count = |value: Value| usize::try_from(value["total"].as_u64().unwrap()).unwrap();
    assert_eq!(
        count(sitting.call("objective.list", &json!({}))),
        done,
        "nothing of the refused change is there"
    );
    drop(sitting);

    // Who opens the file folds its log in, which may leave room enough; else a process of its own is refused as well.
    let output = bench.run("objective.create", &json!({ "plan_id": plan, "title": "T", "summary": long }));
    if output.status.success() {
        done += 1;
    } else {
        let said = process::said(&output);
        assert!(said.contains(&format!("\"code\":\"{code}\"")), "{said}");
    }
    assert_eq!(count(bench.call("objective.list", &json!({}))), done, "and the file still opens");
    bench.assert_sound("on a full disk");
}

/// Takes the last byte of room.
fn stuff(bench: &Bench) {
    let mut ballast = std::fs::File::create(bench.path("ballast")).unwrap();
    for size in [4_096, 1] {
        while ballast.write_all(&vec![1; size]).is_ok() {}
    }
}

#[test]
fn on_a_full_disk_nothing_is_changed_and_the_file_opens() {
    let this = "on_a_full_disk_nothing_is_changed_and_the_file_opens";
    let Some((bench, code)) = on_a_full_disk(this, 6_000, false) else { return };
    // Room for what SQLite keeps twice while it folds its log into the file.
    std::fs::write(bench.path("ballast"), vec![1; 3_000_000]).unwrap();
    fill_and_look(&bench, code);
    std::fs::remove_file(bench.path("ballast")).unwrap();
    bench.call("account.create", &json!({ "name": "There is room again" }));

    // Nobody has the file open now, and there is no room to open it as one that changes.
    stuff(&bench);
    let listed = bench.call("objective.list", &json!({}));
    bench.assert_sound("without a byte of room");
    let refused = bench.refused("account.create", &json!({ "name": "B" }));
    assert_eq!(refused["code"], code, "{refused}");

    let before = bench.files();
    let plan = listed["items"][0]["plan_id"].as_str().unwrap();
    let words = ["export", "success-plan", plan, "--format", "pdf", "-o"];
    let output = bench.command(&words).arg(bench.path("p.pdf")).output().unwrap();
    assert_eq!(output.status.code(), Some(1), "there is no room for the document: {output:?}");
    let error: Value = serde_json::from_str(process::said(&output).lines().last().unwrap()).unwrap();
    assert_eq!(error["code"], code, "{error}");
    assert_eq!(bench.files(), before, "no half file stands anywhere");

    let account = bench.call("account.list", &json!({}))["items"][0]["id"].as_str().unwrap().to_owned();
    let output =
        bench.command(&["export", "account", &account, "-o"]).arg(bench.path("a.cairn")).output().unwrap();
    assert_eq!(output.status.code(), Some(1), "nor for a copy of the account: {output:?}");
    let names = std::fs::read_dir(bench.workspace.parent().unwrap()).unwrap();
    let hidden =
        names.map(|entry| entry.unwrap().file_name()).find(|name| name.to_string_lossy().starts_with('.'));
    assert_eq!(hidden, None, "nothing of a customer's is left under a name that nobody looks at");

    std::fs::remove_file(bench.path("ballast")).unwrap();
    bench.call("account.create", &json!({ "name": "B" }));
    bench.assert_sound("with room once more");
}

/// Twice, with room between, so that whatever a refused change leaves behind has its effect on what comes later.
#[test]
fn what_is_acknowledged_after_the_disk_was_full_is_there_after_a_kill() {
    let this = "what_is_acknowledged_after_the_disk_was_full_is_there_after_a_kill";
    let Some((bench, code)) = on_a_full_disk(this, 12_000, false) else { return };
    let mut sitting = bench.sitting();
    let mut made = Vec::new();
    let long = "Words ".repeat(1_000);
    for round in 0..2 {
        for n in 0..5 {
            let name = format!("{round} {n}");
            sitting.call("account.create", &json!({ "name": name, "notes": "Short" }));
            made.push(name);
        }
        stuff(&bench);
        for n in 0..3 {
            let request = json!({ "name": format!("refused {round} {n}"), "notes": long });
            let refused = sitting.ask("account.create", &request).unwrap_err();
            assert_eq!(refused["code"], code, "{refused}");
            let draft = json!({ "record": "x", "field": format!("f{n}"), "text": long });
            assert_eq!(sitting.ask("draft.save", &draft).unwrap_err()["code"], code, "a draft as well");
        }
        std::fs::remove_file(bench.path("ballast")).unwrap();
    }
    for n in 0..20 {
        let name = format!("after {n:02}");
        sitting.call("account.create", &json!({ "name": name }));
        made.push(name);
    }
    sitting.process.kill().unwrap();
    sitting.process.wait().unwrap();
    let listed = bench.call("account.list", &json!({}));
    let mut names: Vec<_> = listed["items"].as_array().unwrap().iter().map(|item| &item["name"]).collect();
    names.sort_by_key(|name| name.to_string());
    made.sort();
    assert_eq!(
        names,
        made.iter().collect::<Vec<_>>(),
        "all that was acknowledged, and nothing that was refused"
    );
    bench.assert_sound("after a full disk and a kill");
}

#[test]
fn where_a_file_may_not_grow_nothing_is_changed_and_the_file_opens() {
    let this = "where_a_file_may_not_grow_nothing_is_changed_and_the_file_opens";
    let Some((bench, code)) = on_a_full_disk(this, 3_000, true) else { return };
    fill_and_look(&bench, code);
}

#[test]
fn without_room_for_a_copy_an_old_file_is_left_as_it_was() {
    let this = "without_room_for_a_copy_an_old_file_is_left_as_it_was";
    let Some((bench, code)) = on_a_full_disk(this, 400, false) else { return };
    bench.put_old();
    let error = bench.refused("account.list", &json!({}));
    assert_eq!(error["code"], code, "{error}");
    assert_eq!(
        std::fs::read(&bench.workspace).unwrap(),
        std::fs::read(fixture("workspace.cairn")).unwrap(),
        "not a byte was changed"
    );
    assert_eq!(bench.files(), ["n.cairn"], "and no half copy is left lying");
}
