//! Strange values in every field of every command: whatever is said, the answer is one that its sender can act on.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::disallowed_methods)]

mod process;

use std::{
    collections::BTreeSet,
    io::{BufRead as _, Write as _},
    process::Stdio,
};

use process::{Bench, Sitting};
use serde_json::{Map, Value, json};

/// What somebody could send in place of a value.
fn strange() -> Vec<Value> {
    vec![
        Value::Null,
        json!(true),
        json!(-1),
        json!(0),
        json!(u64::MAX),
        json!(1_u64 << 63),
        json!(i64::MIN),
        json!(i64::MAX),
        json!(1e300),
        json!(-1e308),
        json!(1e15),
        json!(5e-324),
        json!(0.5),
        json!(""),
        json!(" "),
        json!("NaN"),
        json!("\u{0}"),
        json!("a\u{0}b"),
        json!("\u{1F4A9}"),
        json!("\u{202e}x\u{feff}"),
        json!("\u{e4}\u{308}"),
        json!("x".repeat(30_000)),
        json!("0199f3a4-0000-7000-8000-00000000aaaa"),
        json!("00000000-0000-0000-0000-000000000000"),
        json!("+262142-12-31"),
        json!("-262143-01-01"),
        json!("9999-12-31"),
        json!("0000-00-00"),
        json!("2026-02-30"),
        json!("2026-11-24T25:61"),
        json!("%"),
        json!("' OR 1=1 --"),
        json!("/dev/zero"),
        json!("/"),
        json!([]),
        json!([null]),
        json!([1, "2", {}]),
        json!({}),
        json!({ "minor": i64::MAX, "currency": "EUR" }),
        json!({ "minor": 1, "currency": "" }),
        json!({ "limit": 1_u64 << 63, "offset": 0 }),
        json!({ "limit": 1, "offset": u64::MAX }),
        json!([{ "field": "name", "descending": true }, { "field": "id" }]),
        nested(100),
    ]
}

/// Lists in lists.
fn nested(depth: usize) -> Value {
    (0..depth).fold(json!("x"), |inner, _| json!([inner]))
}

/// The fields of every request, by its type, as the front end's types list them.
fn fields(source: &str, request: &str) -> BTreeSet<String> {
    let name: String = request.chars().take_while(|letter| letter.is_alphanumeric()).collect();
    // Create<Fields, ..> and the like hold the fields of a record.
    let inner: Vec<&str> =
        request.split(['<', '>', ',', ' ', '|', '"']).filter(|part| !part.is_empty()).collect();
    let mut found = BTreeSet::new();
    for part in inner.iter().chain([&name.as_str()]) {
        let Some(start) = source.find(&format!("export type {part} = ")) else { continue };
        let body = source[start..].split("\nexport ").next().unwrap();
        for line in body.lines() {
            let line = line.trim();
            if let Some((key, _)) = line.split_once(':')
                && key
                    .trim_end_matches('?')
                    .chars()
                    .all(|letter| letter.is_ascii_lowercase() || letter == '_')
            {
                found.insert(key.trim_end_matches('?').to_owned());
            }
        }
    }
    found.extend(["id", "version", "request_id"].map(str::to_owned));
    found.remove("");
    found
}

/// A request that is right as far as can be known: ids that are there, by the names of the fields that hold them.
fn ground(ids: &Map<String, Value>, command: &str) -> Map<String, Value> {
    let kind = command.split('.').next().unwrap();
    let mut request = Map::new();
    for (of, id) in ids {
        request.insert(format!("{of}_id"), id.clone());
    }
    if let Some(id) = ids.get(kind) {
        request.insert("id".into(), id.clone());
    }
    for (key, value) in
        [("name", json!("N")), ("title", json!("T")), ("value", json!(1)), ("date", json!("2026-11-20"))]
    {
        request.insert(key.into(), value);
    }
    request
}

/// The answer to a request in which keys that are not of it were left out, one by one.
fn settled(sitting: &mut Sitting, command: &str, mut request: Map<String, Value>) -> Map<String, Value> {
    for _ in 0..40 {
        match sitting.ask(command, &Value::Object(request.clone())) {
            Err(error) if error["code"] == "unknown_field" => {
                let key = error["field"].as_str().unwrap_or_default().to_owned();
                if request.shift_remove(&key).is_none() {
                    break;
                }
            }
            _ => break,
        }
    }
    request
}

#[test]
fn no_strange_value_in_any_field_of_any_command_is_a_fault_of_the_program() {
    let bench = Bench::new();
    let root = std::env::var_os("CARGO_MANIFEST_DIR").map(std::path::PathBuf::from).unwrap();
    let types = std::fs::read_to_string(root.join("ui/src/lib/gen/wire.ts")).unwrap();
    // In a folder of its own: some of the values are names of files.
    let batch = &mut bench.command(&["batch"]);
    batch.current_dir(bench.path("")).stdin(Stdio::piped()).stdout(Stdio::piped());
    let mut process = batch.spawn().unwrap();
    let (input, output) = (process.stdin.take(), process.stdout.take().unwrap());
    let mut sitting = Sitting { process, input, output: std::io::BufReader::new(output) };
    sitting.call("sample.add", &json!({}));
    let mut commands = sitting_commands(&bench);
    // What takes records away comes last, so that the others have some.
    commands.sort_by_key(|(name, _)| name.contains("delete") || name.ends_with(".remove") || name == "undo");
    let mut ids = Map::new();
    for command in commands.iter().filter_map(|(name, _)| name.strip_suffix(".list")) {
        if let Ok(list) = sitting.ask(&format!("{command}.list"), &json!({ "page": { "limit": 1 } }))
            && let Some(id) = list["items"].get(0).map(|item| item["id"].clone())
        {
            ids.insert(command.to_owned(), id);
        }
    }
    let mut faults = Vec::new();
    let mut asked = 0;
    // What opens another workspace or makes one would lead the rest astray.
    let stays =
        |name: &str| !matches!(name, "workspace.open" | "workspace.create" | "sample.add" | "sample.remove");
    for (turn, (name, request)) in commands.iter().filter(|(name, _)| stays(name)).enumerate() {
        let whole = settled(&mut sitting, name, ground(&ids, name));
        let fields = fields(&types, request);
        for (at, field) in fields.iter().enumerate() {
            for (which, value) in strange().into_iter().enumerate() {
                // Every field meets some of the values, and every value some fields of each command: all of them
                // would take many minutes.
                if (turn + at + which) % 8 != 0 {
                    continue;
                }
                let mut request = whole.clone();
                request.insert(field.clone(), value.clone());
                asked += 1;
                if let Err(error) = sitting.ask(name, &Value::Object(request))
                    && error["code"] == "internal"
                {
                    faults.push(format!(
                        "{name} {field} = {}",
                        value.to_string().chars().take(60).collect::<String>()
                    ));
                }
            }
        }
    }
    sitting.end();
    assert!(asked > 3_000, "most fields are tried: {asked}");
    assert_eq!(faults, Vec::<String>::new(), "a fault of ours is never the sender's to see");
    bench.assert_sound("after whatever was taken");
}

/// The commands by name, with their requests' types, as the program lists them.
fn sitting_commands(bench: &Bench) -> Vec<(String, String)> {
    let output = bench.command(&["commands", "--json"]).output().unwrap();
    let list: Vec<Value> = serde_json::from_slice(&output.stdout).unwrap();
    let text = |value: &Value| value.as_str().unwrap().to_owned();
    list.iter().map(|command| (text(&command["name"]), text(&command["request"]))).collect()
}

#[test]
fn a_line_that_cannot_be_read_does_not_end_a_batch() {
    let bench = Bench::new();
    let mut process = bench.command(&["batch"]).stdin(Stdio::piped()).stdout(Stdio::piped()).spawn().unwrap();
    let mut input = process.stdin.take().unwrap();
    let deep = format!("{}1{}", "[".repeat(100_000), "]".repeat(100_000));
    let long = format!(
        "{{\"name\": \"account.list\", \"request\": {{\"request_id\": \"{}\"}}}}",
        "x".repeat(2_000_000)
    );
    let lines: [&[u8]; 9] = [
        b"\xff\xfe\xfd",
        b"{\"name\": \"account.create\", \"request\": {\"name\": \"\xc3\x28\"}}",
        br#"{"name": "account.create", "request": {"name": "\ud83d"}}"#,
        br#"{"name": "account.create", "request": {"name": NaN}}"#,
        b"\0",
        b"[]",
        deep.as_bytes(),
        long.as_bytes(),
        br#"{"name": "account.create", "request": {"name": "Nordwind"}}"#,
    ];
    let lines: Vec<Vec<u8>> = lines.iter().map(|line| line.to_vec()).collect();
    let count = lines.len();
    let writer = std::thread::spawn(move || {
        for line in lines {
            input.write_all(&line).unwrap();
            input.write_all(b"\n").unwrap();
        }
    });
    let answers: Vec<Value> = std::io::BufReader::new(process.stdout.take().unwrap())
        .lines()
        .map(|line| serde_json::from_str(&line.unwrap()).unwrap())
        .collect();
    writer.join().unwrap();
    assert!(process.wait().unwrap().success(), "the batch ends well");
    assert_eq!(answers.len(), count, "each line has its answer: {answers:?}");
    let (last, others) = answers.split_last().unwrap();
    for answer in others {
        assert_eq!(answer["error"]["code"], "invalid", "{answer}");
    }
    assert_eq!(last["result"]["name"], "Nordwind", "and the next is done");
}

#[test]
fn numbers_are_kept_or_refused_with_their_field_and_what_is_kept_can_be_undone() {
    let bench = Bench::new();
    let mut sitting = bench.sitting();
    let account = sitting.call("account.create", &json!({ "name": "Nordwind" }))["id"].clone();
    let plan = json!({ "account_id": account, "title": "P", "period_start": "2026-11-01", "period_end": "2027-10-31" });
    let plan = sitting.call("plan.create", &plan)["id"].clone();
    let objective = sitting.call("objective.create", &json!({ "plan_id": plan, "title": "O" }))["id"].clone();
    let criterion = json!({ "objective_id": objective, "name": "C", "baseline": 0, "target": 10 });
    let criterion = sitting.call("criterion.create", &criterion)["id"].clone();
    for value in [1e300, -1e300, 1.000_000_1e15, f64::MAX, f64::MIN] {
        let reading = json!({ "criterion_id": criterion, "value": value });
        let error = sitting.ask("reading.create", &reading).unwrap_err();
        assert_eq!(
            (&error["code"], &error["field"]),
            (&json!("invalid"), &json!("value")),
            "{value}: {error}"
        );
        for field in ["baseline", "target", "target_min", "target_max", "weight"] {
            let change = json!({ "id": criterion, "version": 1, field: value });
            let error = sitting.ask("criterion.update", &change).unwrap_err();
            assert_eq!(
                (&error["code"], &error["field"]),
                (&json!("invalid"), &json!(field)),
                "{value}: {error}"
            );
        }
    }
    for (day, value) in [(1, 1e15), (2, -1e15), (3, 5e-324), (4, 0.1), (5, 123_456_789.123_456_78)] {
        let date = format!("2026-11-0{day}");
        let made = json!({ "criterion_id": criterion, "value": value, "date": date });
        let id = sitting.call("reading.create", &made)["id"].clone();
        sitting.call("reading.update", &json!({ "id": id, "version": 1, "value": 7 }));
        sitting.call("undo", &json!({}));
        let now = sitting.call("reading.get", &json!({ "id": id }));
        assert_eq!(now["value"].as_f64(), Some(value), "as it was, to the last digit");
    }
    for position in ["\u{1F4A9}", "800", "zz", "\u{0}"] {
        let task = json!({ "account_id": account, "title": "T", "position": position });
        let error = sitting.ask("task.create", &task).unwrap_err();
        assert_eq!((&error["code"], &error["field"]), (&json!("invalid"), &json!("position")), "{error}");
    }
    for (request, field) in [
        (json!({ "name": "a\u{0}b" }), "name"),
        (json!({ "name": "N", "notes": "\u{0}" }), "notes"),
        (json!({ "name": "N", "links": [{ "title": "T", "url": "https://x/\u{0}" }] }), "links[0].url"),
    ] {
        let error = sitting.ask("account.create", &request).unwrap_err();
        assert_eq!((&error["code"], &error["field"]), (&json!("invalid"), &json!(field)), "{error}");
    }
    for page in [json!({ "limit": 1_u64 << 63 }), json!({ "limit": 1, "offset": u64::MAX })] {
        let error = sitting.ask("account.list", &json!({ "page": page })).unwrap_err();
        assert_eq!(error["code"], "invalid", "{error}");
        assert!(error["field"].as_str().unwrap().starts_with("page."), "{error}");
    }
    sitting.end();
    bench.assert_sound("after numbers of every size");
}
