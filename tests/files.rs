//! What is written never takes the place of a workspace, nor unasked of what somebody else wrote; what is read is a file.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::disallowed_methods)]

mod process;

use std::{
    collections::BTreeMap,
    os::unix::fs::{PermissionsExt as _, symlink},
    path::{Path, PathBuf},
    process::Stdio,
};

use process::{Bench, said};
use serde_json::{Value, json};

/// The files of a folder and what is in them; of a link, where it leads. What SQLite keeps beside an open workspace comes
/// and goes by itself.
fn everything(folder: &Path) -> BTreeMap<PathBuf, Vec<u8>> {
    let mut found = BTreeMap::new();
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if ["n.cairn-wal", "n.cairn-shm"].iter().any(|name| path.ends_with(name)) {
            continue;
        }
        if path.is_dir() && !path.is_symlink() {
            found.extend(everything(&path));
        } else {
            let link = std::fs::read_link(&path).map(|to| to.into_os_string().into_encoded_bytes());
            found.insert(path.clone(), link.unwrap_or_else(|_| std::fs::read(&path).unwrap()));
        }
    }
    found
}

/// The sample, and every way to write a file from it.
struct WritersFixture {
    bench: Bench,
    writers: Vec<(&'static str, Value)>,
}

impl WritersFixture {
    fn new() -> Self {
        let bench = Bench::new();
        let mut sitting = bench.sitting();
        sitting.call("sample.add", &json!({}));
        let account = sitting.call("account.list", &json!({}))["items"][0]["id"].clone();
        let plan = sitting.call("plan.list", &json!({}))["items"][0]["id"].clone();
        let note = bench.path("note.txt");
        std::fs::write(&note, b"What was agreed").unwrap();
        let hash = sitting.call("blob.put", &json!({ "path": note }))["hash"].clone();
        let attachment = json!({ "account_id": account, "name": "note.txt", "hash": hash });
        let attachment = sitting.call("attachment.create", &attachment)["id"].clone();
        let template = sitting.call("template.list", &json!({}))["items"][0]["id"].clone();
        let checklist = sitting.call("checklist_template.list", &json!({}))["items"][0]["id"].clone();
        sitting.end();
        let document = |format| json!({ "document": "success-plan", "id": plan, "format": format });
        let writers = vec![
            ("document.export", document("pdf")),
            ("document.export", document("md")),
            ("document.export", document("csv")),
            ("document.export", document("xlsx")),
            ("template.export", json!({ "id": template })),
            ("checklist_template.export", json!({ "id": checklist })),
            ("blob.save", json!({ "hash": hash })),
            ("attachment.export", json!({ "id": attachment })),
            ("account.export", json!({ "id": account })),
            ("workspace.create", json!({})),
        ];
        Self { bench, writers }
    }

    /// Every writer is refused a place, and nothing is changed.
    fn none_writes(&self, path: &Path, why: &str) {
        let mut sitting = self.bench.sitting();
        for (name, request) in &self.writers {
            for force in [false, true] {
                let mut request = request.clone();
                request["path"] = json!(path);
                if force && !matches!(*name, "account.export" | "workspace.create") {
                    request["force"] = json!(true);
                }
                let error = sitting.ask(name, &request).expect_err(why);
                assert_eq!(
                    (&error["code"], &error["field"]),
                    (&json!("invalid"), &json!("path")),
                    "{why}: {name} to {}: {error}",
                    path.display()
                );
            }
        }
        sitting.end();
    }
}

#[test]
fn no_writer_replaces_a_workspace_or_what_belongs_to_one_however_it_is_called() {
    let desk = WritersFixture::new();
    let bench = &desk.bench;
    let other = bench.path("other.cairn");
    assert!(bench.command(&["demo", other.to_str().unwrap()]).output().unwrap().status.success());
    let plain = bench.path("a folder");
    std::fs::create_dir(&plain).unwrap();
    symlink(&bench.workspace, bench.path("link.pdf")).unwrap();
    symlink("link.pdf", bench.path("link to link.pdf")).unwrap();
    symlink("other.cairn-wal", bench.path("dangling.pdf")).unwrap();
    symlink(bench.path(""), bench.path("folder")).unwrap();
    std::fs::hard_link(&bench.workspace, bench.path("hard.pdf")).unwrap();
    std::fs::write(bench.path("other.cairn-journal.txt"), b"mine").unwrap();
    let places = [
        ("the open one", bench.workspace.clone()),
        ("by another way", plain.join("../n.cairn")),
        ("by a dot", bench.path("./n.cairn")),
        ("another one", other.clone()),
        ("a link", bench.path("link.pdf")),
        ("a link to a link", bench.path("link to link.pdf")),
        ("a hard link", bench.path("hard.pdf")),
        ("a link to a log that is not there", bench.path("dangling.pdf")),
        ("through a link to the folder", bench.path("folder").join("n.cairn")),
        ("its log", bench.path("n.cairn-wal")),
        ("its index", bench.path("n.cairn-shm")),
        ("its journal", bench.path("n.cairn-journal")),
        ("its log in other letters", bench.path("n.cairn-WAL")),
        ("another's log", bench.path("other.cairn-wal")),
        ("the log of a link", bench.path("link.pdf-wal")),
    ];
    let before = everything(&bench.path(""));
    for (why, path) in places {
        desk.none_writes(&path, why);
    }
    let after = everything(&bench.path(""));
    assert_eq!(after.keys().collect::<Vec<_>>(), before.keys().collect::<Vec<_>>(), "nothing is left behind");
    for (path, bytes) in before {
        assert!(after[&path] == bytes, "{} was written", path.display());
    }
    bench.assert_sound("after all of it");
}

#[test]
fn a_log_is_known_by_what_is_in_it_too() {
    let desk = WritersFixture::new();
    let mut sitting = desk.bench.sitting();
    sitting.call("account.create", &json!({ "name": "In the log" }));
    for (file, name) in [("n.cairn-wal", "log.pdf"), ("n.cairn-shm", "index.pdf")] {
        let link = desk.bench.path(name);
        std::fs::hard_link(desk.bench.path(file), &link).unwrap();
        let mut request = desk.writers[0].1.clone();
        request["path"] = json!(link);
        request["force"] = json!(true);
        assert_eq!(sitting.ask("document.export", &request).unwrap_err()["field"], "path", "{file}");
        std::fs::remove_file(link).unwrap();
    }
    sitting.end();
    desk.bench.assert_sound("after its log was aimed at");
}

#[test]
fn the_command_lines_export_refuses_a_workspace_even_by_force() {
    let desk = WritersFixture::new();
    let plan = desk.writers[0].1["id"].as_str().unwrap().to_owned();
    let before = std::fs::read(&desk.bench.workspace).unwrap();
    for name in ["n.cairn", "./n.cairn"] {
        let output = desk
            .bench
            .command(&["export", "success-plan", &plan, "--format", "pdf", "--force", "-o", name])
            .current_dir(desk.bench.path(""))
            .output()
            .unwrap();
        let error: Value = serde_json::from_str(said(&output).lines().last().unwrap()).unwrap();
        assert_eq!((&error["code"], &error["field"]), (&json!("invalid"), &json!("path")), "{error}");
        assert_eq!(error["details"]["reason"], "is_workspace", "{error}");
    }
    assert_eq!(std::fs::read(&desk.bench.workspace).unwrap(), before, "it is as it was");
}

#[test]
fn another_ones_file_is_replaced_only_by_force_and_an_own_one_unless_it_was_changed() {
    let desk = WritersFixture::new();
    let file = desk.bench.path("out.file");
    let writers =
        desk.writers.iter().filter(|(name, _)| !matches!(*name, "account.export" | "workspace.create"));
    for (name, request) in writers {
        std::fs::write(&file, b"Somebody's thesis").unwrap();
        let mut request = request.clone();
        request["path"] = json!(file);
        let error = desk.bench.refused(name, &request);
        assert_eq!((&error["code"], &error["field"]), (&json!("invalid"), &json!("path")), "{name}: {error}");
        assert_eq!(error["details"]["reason"], "file_there", "{name}: {error}");
        assert_eq!(std::fs::read(&file).unwrap(), b"Somebody's thesis", "{name}");
        let mut forced = request.clone();
        forced["force"] = json!(true);
        desk.bench.call(name, &forced);
        // What it wrote itself it writes again, in a process of its own.
        desk.bench.call(name, &request);
        if request["format"] == "pdf" {
            continue;
        }
        let mut edited = std::fs::read(&file).unwrap();
        edited.push(b'!');
        std::fs::write(&file, edited).unwrap();
        assert_eq!(
            desk.bench.refused(name, &request)["details"]["reason"],
            "file_there",
            "{name}: edited since"
        );
    }
    let account = &desk.writers[8].1["id"];
    let over = json!({ "id": account, "path": file, "force": true });
    assert_eq!(
        desk.bench.refused("account.export", &over)["code"],
        "unknown_field",
        "a hand-over never replaces"
    );
    std::fs::write(&file, b"").unwrap();
    let mut request = desk.writers[0].1.clone();
    request["path"] = json!(file);
    desk.bench.call("document.export", &request);
}

#[test]
fn a_file_keeps_its_rights_and_a_link_stays_a_link() {
    let desk = WritersFixture::new();
    let (file, link) = (desk.bench.path("private.pdf"), desk.bench.path("link.pdf"));
    let mut request = desk.writers[0].1.clone();
    request["path"] = json!(file);
    desk.bench.call("document.export", &request);
    let rights = |path: &Path| std::fs::metadata(path).unwrap().permissions().mode() & 0o777;
    for mode in [0o600, 0o640, 0o755] {
        std::fs::set_permissions(&file, std::fs::Permissions::from_mode(mode)).unwrap();
        desk.bench.call("document.export", &request);
        assert_eq!(rights(&file), mode, "as somebody set them");
    }
    symlink("private.pdf", &link).unwrap();
    std::fs::write(&file, b"").unwrap();
    request["path"] = json!(link);
    desk.bench.call("document.export", &request);
    assert_eq!(std::fs::read_link(&link).unwrap(), Path::new("private.pdf"), "written through");
    assert!(std::fs::read(&file).unwrap().starts_with(b"%PDF"), "to where it leads");
    assert_eq!(rights(&file), 0o755, "whose rights stay");
    std::fs::remove_file(&file).unwrap();
    desk.bench.call("document.export", &request);
    assert!(file.exists() && link.is_symlink(), "also where nothing stood yet");
    symlink("circle", desk.bench.path("circle")).unwrap();
    request["path"] = json!(desk.bench.path("circle"));
    assert_eq!(desk.bench.refused("document.export", &request)["field"], "path", "a link to itself");
}

#[test]
fn what_is_no_file_is_neither_read_nor_written() {
    let desk = WritersFixture::new();
    let pipe = desk.bench.path("pipe");
    assert!(std::process::Command::new("mkfifo").arg(&pipe).status().unwrap().success());
    let large = desk.bench.path("large");
    std::fs::File::create(&large).unwrap().set_len(3_000_000_000).unwrap();
    let readers = [
        ("blob.put", json!({})),
        ("template.import", json!({})),
        ("checklist_template.import", json!({})),
        ("workspace.open", json!({})),
        ("import.preview", json!({ "kind": "accounts" })),
        ("import.apply", json!({ "kind": "workbook" })),
        ("import.apply", json!({ "kind": "template" })),
        ("import.apply", json!({ "kind": "account" })),
    ];
    for path in [Path::new("/dev/zero"), Path::new("/dev/null"), &pipe, &large, &desk.bench.path("")] {
        for (name, request) in &readers {
            let mut request = request.clone();
            request["path"] = json!(path);
            let error = desk.bench.refused(name, &request);
            let code = error["code"].as_str().unwrap();
            assert!(matches!(code, "invalid" | "workspace_unreadable"), "{name} {}: {error}", path.display());
        }
        let map = path.to_str().unwrap();
        let list = desk.bench.path("note.txt");
        let output = desk
            .bench
            .command(&["import", "accounts", list.to_str().unwrap(), "--map", map])
            .stdin(Stdio::null())
            .output()
            .unwrap();
        assert_eq!(output.status.code(), Some(1), "{map}: {output:?}");
    }
    for path in [Path::new("/dev/null"), &pipe] {
        for (name, request) in &desk.writers {
            let mut request = request.clone();
            request["path"] = json!(path);
            assert_eq!(desk.bench.refused(name, &request)["field"], "path", "{name} to {}", path.display());
        }
    }
}

#[test]
fn a_folder_that_is_not_there_is_named_and_nothing_else_is() {
    let desk = WritersFixture::new();
    let backup = ("backup.create", json!({}));
    let writers = desk.writers.iter().filter(|(name, _)| *name != "workspace.create");
    for (name, request) in writers.chain([&backup]) {
        let mut request = request.clone();
        let path = desk.bench.path("no folder").join("file.cairn");
        request["path"] = json!(path);
        let error = desk.bench.refused(name, &request);
        let message = error["message"].as_str().unwrap();
        let is_said = message.starts_with("There is no folder ") && message.contains("/no folder;");
        assert!(is_said && error["code"] == "io" && error["field"] == "path", "{name}: {error}");
    }
}

#[test]
fn what_a_killed_program_left_of_a_document_is_swept_by_the_next_one_there() {
    let desk = WritersFixture::new();
    let folder = desk.bench.path("out");
    std::fs::create_dir(&folder).unwrap();
    let mut ended = std::process::Command::new("true").spawn().unwrap();
    ended.wait().unwrap();
    let left = folder.join(format!(".cairn-{}-aB3xyz.partial", ended.id()));
    std::fs::write(&left, "words of a customer").unwrap();
    let (name, mut request) = desk.writers[1].clone();
    request["path"] = json!(folder.join("plan.md"));
    desk.bench.call(name, &request);
    let names: Vec<_> = std::fs::read_dir(&folder).unwrap().map(|entry| entry.unwrap().file_name()).collect();
    assert_eq!(names, ["plan.md"], "the document, and nothing on its way");
}
