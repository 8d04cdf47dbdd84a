//! The laws of the house, as tests over `cargo metadata` and the source tree.
//!
//! Owns what no compiler checks: who may import whom, how large a room may grow, where visible text
//! and platform calls may stand. Does not own behaviour, and starts nothing but cargo.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::disallowed_methods,
    reason = "a test reads the source tree and stops at the first surprise"
)]

#[path = "architecture/circles.rs"]
mod circles;
#[path = "architecture/pages.rs"]
mod pages;

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use serde_json::Value;

/// Every package of the workspace and the packages of the workspace it may build upon: the tree of
/// ARCHITECTURE.md. A new package is placed here before it compiles anything.
const MAY_IMPORT: &[(&str, &[&str])] = &[
    ("cairn-declare", &[]),
    ("cairn-domain", &["cairn-declare"]),
    ("cairn-migrations", &[]),
    ("cairn-wire", &["cairn-domain"]),
    ("cairn-store", &["cairn-domain", "cairn-migrations"]),
    ("cairn-documents", &["cairn-domain"]),
    ("cairn-exchange", &["cairn-domain", "cairn-documents"]),
    ("cairn-app", &["cairn-domain", "cairn-wire", "cairn-store", "cairn-documents", "cairn-exchange"]),
    ("cairn-devhost", &["cairn-wire", "cairn-app"]),
    ("cairn-testkit", &["cairn-app"]),
    ("cairn", &["cairn-domain", "cairn-wire", "cairn-app"]),
    ("cairn-benches", &["cairn-domain", "cairn-app", "cairn-wire"]),
    ("xtask", &[]),
];

/// Only tests may build upon this one.
const FOR_TESTS: &str = "cairn-testkit";

/// Engines, by the beginning of their crates' names, and the packages that may name them.
const ENGINES: &[(&str, &[&str])] = &[
    // The benches insert the same rows without the store, to race against it.
    ("sea-orm", &["cairn-store", "cairn-migrations", "cairn-benches"]),
    ("sqlx", &["cairn-store", "cairn-migrations"]),
    ("libsqlite3", &["cairn-store"]),
    ("typst", &["cairn-documents"]),
    ("rust-xlsxwriter", &["cairn-exchange", "cairn-testkit"]),
    ("calamine", &["cairn-exchange", "cairn-testkit"]),
    // The tests of the whole program write archives that no writer of workbooks would.
    ("zip", &["cairn-exchange", "cairn"]),
    ("tauri", &["cairn"]),
];

/// Where files of the machine are read or written, outside of the store: what a person named in one place, which knows
/// what it may replace; a new user's data folder; the place that was open last.
const FILES: &[&str] = &[
    "src-tauri/crates/app/src/file/mod.rs",
    "src-tauri/crates/app/src/context.rs",
    "src-tauri/src/paths.rs",
];

/// Files that may be longer than a room: tables, each with its reason.
const TABLES: &[&str] = &[
    // A line for each term of every picklist.
    "ui/src/lib/i18n/words.ts",
];

#[test]
fn imports_run_strictly_downward() {
    let packages = packages();
    let ours: BTreeSet<&str> = packages.iter().map(|package| text(package, "name")).collect();
    for package in &packages {
        let name = text(package, "name");
        let (_, allowed) = MAY_IMPORT
            .iter()
            .find(|(known, _)| *known == name)
            .unwrap_or_else(|| panic!("{name} has no place in the tree: add it to MAY_IMPORT"));
        for dependency in package["dependencies"].as_array().unwrap() {
            let target = text(dependency, "name");
            let for_tests = dependency["kind"] == "dev" && target == FOR_TESTS;
            if ours.contains(target) && !for_tests {
                assert!(allowed.contains(&target), "{name} may not import {target}");
            }
        }
    }
}

#[test]
fn only_the_owner_of_an_engine_names_it() {
    for package in packages() {
        let name = text(&package, "name");
        let is_foreign = |krate: &str| {
            ENGINES.iter().any(|(engine, owners)| krate.starts_with(engine) && !owners.contains(&name))
        };
        for dependency in package["dependencies"].as_array().unwrap() {
            let target = text(dependency, "name");
            assert!(!is_foreign(target), "{name} may not depend on {target}");
        }
        // A re-export would let a package name an engine that it does not depend upon.
        for file in files(folder_of(&package), &["rs"]) {
            for (number, line) in code_lines(&fs::read_to_string(&file).unwrap()) {
                let paths = line.match_indices("::").map(|(end, _)| last_word(&line[..end]));
                for path in paths.map(|word| word.replace('_', "-")) {
                    let engine = ENGINES.iter().any(|(engine, _)| path.starts_with(engine));
                    assert!(!(engine && is_foreign(&path)), "{}:{number} names {path}", shown(&file));
                }
            }
        }
    }
}

#[test]
fn files_are_read_and_written_in_few_places() {
    let shell = [
        "src-tauri/src",
        "src-tauri/crates/app/src",
        "src-tauri/crates/exchange/src",
        "src-tauri/crates/documents/src",
    ];
    for file in shell.iter().flat_map(|folder| files(root().join(folder), &["rs"])) {
        let source = fs::read_to_string(&file).unwrap();
        // Tests of a module stand behind it and write what they like.
        let source = source.split("#[cfg(test)]").next().unwrap();
        let touches = ["fs::", "tempfile", ".persist("].iter().any(|call| source.contains(call));
        let may = FILES.contains(&shown(&file).as_str());
        assert!(may || !touches, "{} reads or writes files: go through `app/src/file`", shown(&file));
    }
}

/// What an operation makes of records itself, and answers for the rules of: dates that hang on others, words that a customer gave,
/// places in an order, what a template was used for, and invented accounts.
const PUTS: [&str; 17] = [
    "checklist/anchors.rs",
    "checklist/follow.rs",
    "checklist/remove.rs",
    "checklist/resource.rs",
    "checklist/run.rs",
    "checklist/start.rs",
    "import/order.rs",
    "objective.rs",
    "sample/add_one.rs",
    "sample/customer.rs",
    "sample/large.rs",
    "sample/mod.rs",
    "shift.rs",
    "template/apply.rs",
    "template/follow.rs",
    "template/live.rs",
    "version/sign.rs",
];

#[test]
fn no_files_of_a_crate_use_each_other_in_a_circle() {
    for folder in crate_folders() {
        let sources = files(folder.clone(), &["rs"]);
        let circles = circles::Crate::read(&folder, &sources).circles();
        assert!(circles.is_empty(), "{}: who uses whom, in a circle: {circles:?}", shown(&folder));
    }
}

#[test]
fn records_change_one_way() {
    const WRITES: [&str; 7] =
        [".insert(", ".insert_many(", ".append(", ".update(", ".update_many(", ".delete::<", ".restore::<"];
    let app = root().join("src-tauri/crates/app/src");
    let mut puts = Vec::new();
    for file in files(app.clone(), &["rs"]) {
        let name = file.strip_prefix(&app).unwrap().display().to_string();
        let source: String = fs::read_to_string(&file).unwrap().split_whitespace().collect();
        let writes = WRITES.iter().find(|write| source.contains(&format!("tx{write}")));
        let may = name == "crud/change.rs";
        assert!(
            may || writes.is_none(),
            "{name} calls the store's own {writes:?}: go through `crud/change.rs`"
        );
        let calls = |put: &&str| ["tx,", "&muttx,"].iter().any(|tx| source.contains(&format!("{put}({tx}")));
        if ["put", "put_one", "put_new", "put_all"].iter().any(calls) {
            puts.push(name);
        }
    }
    puts.sort();
    assert_eq!(puts, PUTS, "who writes records by `put`, past the rules among them, says so here");
}

#[test]
fn rooms_stay_small() {
    let rust = sources(&["rs", "typ"]).into_iter().map(|file| (file, 400));
    let front_end = ui_sources(&["svelte", "ts", "css"]).into_iter().map(|file| (file, 200));
    for (file, most) in rust.chain(front_end) {
        let name = shown(&file);
        let is_test = name.contains("tests/") || name.contains("/test/") || name.contains(".test.");
        if is_test || TABLES.contains(&name.as_str()) {
            continue;
        }
        let lines = fs::read_to_string(&file).unwrap().lines().count();
        assert!(lines <= most, "{name} has {lines} lines, {most} at most: split it by what it owns");
    }
}

#[test]
fn every_room_says_what_it_owns() {
    for file in sources(&["rs"]) {
        let first = fs::read_to_string(&file).unwrap();
        let first = first.lines().next().unwrap_or_default();
        assert!(first.starts_with("//! "), "{} begins without a header: {first}", shown(&file));
    }
}

/// docs/decisions/0031-raw-calls.md
#[test]
fn one_room_may_go_around_the_compiler() {
    // The workspace denies it, so that nothing compiles without one of these words. Not as they are: this is a room too.
    let words = ["allow", "expect", "warn"].map(|level| format!("{level}({}_code", "unsafe"));
    let may = |file: &PathBuf| {
        let source = fs::read_to_string(file).unwrap();
        code_lines(&source).any(|(_, line)| words.iter().any(|word| line.contains(word.as_str())))
    };
    let found: Vec<String> =
        sources(&["rs"]).iter().filter(|file| may(file)).map(|file| shown(file)).collect();
    assert_eq!(
        found,
        ["src-tauri/crates/store/src/raw.rs"],
        "the calls of SQLite that the driver does not have"
    );
    let manifest = fs::read_to_string(root().join("Cargo.toml")).unwrap();
    assert!(
        manifest.contains(&format!("{}_code = \"deny\"", "unsafe")),
        "everybody else is held by the compiler"
    );
}

#[test]
fn what_the_readme_says_is_missing_is_not_there() {
    let readme = fs::read_to_string(root().join("README.md")).unwrap();
    let (_, rest) = readme.split_once("It does not yet have ").expect("the README says what is missing");
    let (missing, _) = rest.split_once('.').unwrap();
    let missing: Vec<String> = missing
        .split([',', '\n'])
        .flat_map(|part| part.split(" or "))
        .map(|part| part.trim().trim_start_matches("a ").trim_end_matches('s').replace(' ', "-"))
        .filter(|part| !part.is_empty())
        .collect();
    assert!(missing.len() > 2, "{missing:?}");
    for folder in ["ui/src/features", "ui/src/screens", "src-tauri/crates/app/src"] {
        for entry in fs::read_dir(root().join(folder)).unwrap() {
            let name =
                entry.unwrap().file_name().into_string().unwrap().to_lowercase().replace(['_', ' '], "-");
            let is_there = missing.iter().find(|missing| name.starts_with(missing.as_str()));
            assert!(is_there.is_none(), "{folder}/{name} is there, and the README says that it is missing");
        }
    }
}

#[test]
fn every_migration_runs_in_a_transaction() {
    let mut found = 0;
    for file in files(root().join("migrations/src"), &["rs"]) {
        let source = fs::read_to_string(&file).unwrap();
        let migrations = source.matches("MigrationTrait for ").count();
        let spaceless: String = source.split_whitespace().collect();
        let transactional = spaceless.matches("fnuse_transaction(&self)->Option<bool>{Some(true)}").count();
        assert_eq!(migrations, transactional, "{}: SQLite migrates without one by default", shown(&file));
        found += migrations;
    }
    assert!(found > 0, "the law is about migrations that exist");
}

#[test]
fn only_the_host_folder_imports_the_platform() {
    let host = root().join("ui/src/lib/host");
    for file in ui_sources(&["svelte", "ts", "js"]) {
        if !file.starts_with(&host) {
            let source = fs::read_to_string(&file).unwrap();
            assert!(!source.contains("@tauri-apps/"), "{} goes around lib/host", shown(&file));
        }
    }
}

#[test]
fn no_visible_text_stands_in_markup() {
    for file in ui_sources(&["svelte"]) {
        let found = visible_text(&fs::read_to_string(&file).unwrap());
        assert!(found.is_empty(), "{} has text outside messages/en.json: {found:?}", shown(&file));
    }
}

#[test]
fn text_in_markup_is_seen_and_expressions_are_not() {
    let clean = "<script>let a = 'Save';</script><!-- Save --><style>p::after { content: 'Save' }</style>
        <p title={m.save()} class=\"row\">{#if a > 1}{m.save({ n: '}' })} &middot; {a}{/if} · 3</p>";
    assert_eq!(visible_text(clean), Vec::<String>::new());
    assert_eq!(visible_text("<p>{a} Save</p>"), ["Save"], "a text node");
    assert_eq!(visible_text("<a aria-label=\"Go on\" href=\"x\">{a}</a>"), ["Go on"], "a spoken attribute");
    assert_eq!(visible_text("<p title=\"{n} plans\"></p>"), ["plans"], "text around an expression");
}

#[test]
fn the_catalogue_is_flat_sorted_and_says_each_thing_once() {
    let source = fs::read_to_string(root().join("messages/en.json")).unwrap();
    let Value::Object(messages) = serde_json::from_str(&source).unwrap() else { panic!("not an object") };
    let keys: Vec<_> = messages.keys().filter(|key| !key.starts_with('$')).collect();
    let mut sorted = keys.clone();
    sorted.sort();
    assert_eq!(keys, sorted, "keys stand in order, so that two people add to two places");
    for key in keys {
        let snake = key.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '_');
        assert!(snake, "{key} is not snake_case");
        assert!(messages[key].is_string(), "{key} is not a text");
        assert_eq!(source.matches(&format!("\n  \"{key}\":")).count(), 1, "{key} stands twice");
    }
}

#[test]
fn documents_and_the_catalogue_agree() {
    let source = fs::read_to_string(root().join("messages/en.json")).unwrap();
    let messages: Value = serde_json::from_str(&source).unwrap();
    let known: BTreeSet<&str> = messages.as_object().unwrap().keys().map(String::as_str).collect();
    let (mut named, mut families) = (BTreeSet::new(), BTreeSet::new());
    let pages = files(root().join("src-tauri/crates/documents"), &["rs", "typ"]);
    // A field says what paper calls it, and a file what it calls its columns.
    let others = ["domain", "exchange"].map(|name| root().join("src-tauri/crates").join(name).join("src"));
    for file in pages.into_iter().chain(others.into_iter().flat_map(|folder| files(folder, &["rs"]))) {
        let source = fs::read_to_string(&file).unwrap();
        let literals = source.split('"').skip(1).step_by(2).map(str::to_owned);
        for literal in literals.filter(|literal| literal.starts_with("doc_")) {
            // A key with a hole, such as one for each month, names every key that begins like it.
            match literal.split_once('{') {
                Some((family, _)) => families.insert(family.to_owned()),
                None => is_key(&literal) && named.insert(literal),
            };
        }
    }
    for key in &named {
        assert!(known.contains(key.as_str()), "documents say {key}, which messages/en.json does not know");
    }
    for key in known.iter().filter(|key| key.starts_with("doc_")) {
        let is_named = named.contains(*key) || families.iter().any(|family| key.starts_with(family));
        assert!(is_named, "{key} is in no document any more: delete it");
    }
}

#[test]
fn the_lock_file_holds_one_of_what_must_be_one() {
    let lock = fs::read_to_string(root().join("Cargo.lock")).unwrap();
    for (name, why) in [
        ("comemo", "a second copy makes typst's eviction a silent no-op"),
        ("libsqlite3-sys", "two SQLites in one process do not see each other's locks"),
    ] {
        assert_eq!(lock.matches(&format!("\nname = \"{name}\"\n")).count(), 1, "{why}");
    }
}

/// docs/decisions/0003-two-programs.md
#[test]
#[cfg(target_os = "linux")]
fn the_command_line_is_linked_without_a_browser_engine() {
    let names = |program: &str| {
        let bytes = fs::read(program).unwrap();
        bytes.windows(13).any(|window| window == b"libwebkit2gtk")
    };
    assert!(names(env!("CARGO_BIN_EXE_cairn-window")), "the window needs one");
    assert!(!names(env!("CARGO_BIN_EXE_cairn")), "something under cli names something of the window");
}

#[test]
fn every_dependency_has_its_reason_on_the_page() {
    let page = fs::read_to_string(root().join("docs/decisions/0002-dependencies.md")).unwrap();
    let ours = |name: &str| name.starts_with("cairn");
    let mut named = BTreeSet::new();
    for package in packages() {
        let dependencies = package["dependencies"].as_array().unwrap();
        named.extend(dependencies.iter().map(|dependency| text(dependency, "name").to_owned()));
    }
    let front_end = fs::read_to_string(root().join("ui/package.json")).unwrap();
    let front_end: Value = serde_json::from_str(&front_end).unwrap();
    for list in ["dependencies", "devDependencies"] {
        named.extend(front_end[list].as_object().unwrap().keys().cloned());
    }
    for name in named.iter().filter(|name| !ours(name)) {
        assert!(
            page.contains(&format!("`{name}`")),
            "docs/decisions/0002-dependencies.md does not name {name}"
        );
    }
    for name in page.lines().filter(|line| line.starts_with("| `")).flat_map(|line| {
        let cell = line.split('|').nth(1).unwrap_or_default();
        cell.split('`').skip(1).step_by(2)
    }) {
        assert!(named.contains(name), "{name} is no dependency any more: take it off the page");
    }
}

/// The packages of the workspace as `cargo metadata` describes them, dependencies not resolved.
fn packages() -> Vec<Value> {
    let cargo = std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
    let words = ["metadata", "--no-deps", "--format-version", "1"];
    let output = Command::new(cargo).args(words).current_dir(root()).output().unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let metadata: Value = serde_json::from_slice(&output.stdout).unwrap();
    metadata["packages"].as_array().unwrap().clone()
}

/// The sources of every crate of the program.
fn crate_folders() -> Vec<PathBuf> {
    let crates = fs::read_dir(root().join("src-tauri/crates")).unwrap();
    let mut folders: Vec<_> = crates.map(|entry| entry.unwrap().path().join("src")).collect();
    folders.push(root().join("src-tauri/src"));
    folders.sort();
    folders
}

fn text<'a>(value: &'a Value, key: &str) -> &'a str {
    value[key].as_str().unwrap()
}

/// Where a package's sources are; the root package shares its folder with everybody else's.
fn folder_of(package: &Value) -> PathBuf {
    let folder = Path::new(text(package, "manifest_path")).parent().unwrap().to_path_buf();
    if folder == root() { folder.join("src-tauri/src") } else { folder }
}

/// The checkout. Read when the test runs: clones may share one build folder, and with it this program.
fn root() -> PathBuf {
    std::env::var_os("CARGO_MANIFEST_DIR").map(PathBuf::from).expect("cargo names the package's folder")
}

/// A path as people write it: below the checkout, with forward slashes.
fn shown(file: &Path) -> String {
    file.strip_prefix(root()).unwrap_or(file).to_string_lossy().replace('\\', "/")
}

/// Files of the Rust side.
fn sources(endings: &[&str]) -> Vec<PathBuf> {
    let folders = ["src-tauri", "migrations", "tests", "benches"];
    folders.iter().flat_map(|folder| files(root().join(folder), endings)).collect()
}

/// Hand-written files of the front end.
fn ui_sources(endings: &[&str]) -> Vec<PathBuf> {
    let made = ["ui/src/lib/gen/", "ui/src/lib/paraglide/"];
    let mut found = files(root().join("ui/src"), endings);
    found.retain(|file| !made.iter().any(|folder| shown(file).starts_with(folder)));
    assert!(!found.is_empty(), "a law over no file holds nothing");
    found
}

/// Every file below a folder with one of the endings, in order.
fn files(folder: impl AsRef<Path>, endings: &[&str]) -> Vec<PathBuf> {
    let Ok(entries) = fs::read_dir(folder.as_ref()) else { return Vec::new() };
    let mut paths: Vec<_> = entries.map(|entry| entry.unwrap().path()).collect();
    paths.sort();
    let mut found = Vec::new();
    for path in paths {
        if path.is_dir() {
            found.extend(files(&path, endings));
        } else if path.extension().is_some_and(|ending| endings.iter().any(|wanted| ending == *wanted)) {
            found.push(path);
        }
    }
    found
}

/// The lines that are not comments, with their numbers.
fn code_lines(source: &str) -> impl Iterator<Item = (usize, &str)> {
    let lines = source.lines().enumerate().map(|(index, line)| (index + 1, line));
    lines.filter(|(_, line)| !line.trim_start().starts_with("//"))
}

fn last_word(text: &str) -> &str {
    let start = text.rfind(|c: char| !c.is_alphanumeric() && c != '_').map_or(0, |at| at + 1);
    text.get(start..).unwrap_or_default()
}

/// Does a string literal look like a document's message key?
fn is_key(literal: &str) -> bool {
    literal.strip_prefix("doc_").is_some_and(|rest| {
        !rest.is_empty() && rest.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '_')
    })
}

/// Text of a Svelte file that a person would see or hear and that comes from no expression: text
/// nodes, and the attributes that are shown or spoken.
fn visible_text(source: &str) -> Vec<String> {
    const SPOKEN: [&str; 6] =
        ["alt", "aria-description", "aria-label", "aria-roledescription", "placeholder", "title"];
    let markup = ["<script", "</script>", "<style", "</style>", "<!--", "-->"]
        .chunks(2)
        .fold(source.to_owned(), |text, ends| without(&text, ends[0], ends[1]));
    let markup = without_expressions(&markup);
    let mut found = Vec::new();
    for piece in markup.split('<') {
        let (tag, shown) = piece.split_once('>').unwrap_or(("", piece));
        found.push(shown.to_owned());
        let pieces: Vec<_> = tag.split('"').collect();
        for pair in pieces.chunks_exact(2) {
            let name = pair[0].trim_end().trim_end_matches('=').rsplit([' ', '\n', '\t']).next();
            if name.is_some_and(|name| SPOKEN.contains(&name)) {
                found.push(pair[1].to_owned());
            }
        }
    }
    found.retain_mut(|text| {
        *text = without(text, "&", ";").trim().to_owned();
        text.contains(char::is_alphabetic)
    });
    found
}

/// The text without every stretch from `open` to the next `close`.
fn without(text: &str, open: &str, close: &str) -> String {
    let mut rest = text;
    let mut kept = String::new();
    while let Some((before, after)) = rest.split_once(open) {
        let Some((_, tail)) = after.split_once(close) else { break };
        kept.push_str(before);
        rest = tail;
    }
    kept + rest
}

/// Drops `{...}` with everything in it. A brace or an angle inside a string of the expression counts
/// for nothing.
fn without_expressions(markup: &str) -> String {
    let mut kept = String::new();
    let (mut depth, mut quote) = (0_u32, None);
    for c in markup.chars() {
        match (depth, quote, c) {
            (0, _, '{') => depth = 1,
            (0, _, _) => kept.push(c),
            (_, Some(open), _) => {
                if c == open {
                    quote = None;
                }
            }
            (_, None, '\'' | '"' | '`') => quote = Some(c),
            (_, None, '{') => depth += 1,
            (_, None, '}') => depth -= 1,
            (_, None, _) => {}
        }
    }
    kept
}
