//! Both went on with an account: what each changed is kept, field by field, and nothing is lost.

use serde_json::{Value, json};

use crate::{
    Sender, all, colleague, counts,
    process::{Bench, Sitting},
};

/// Changes fields of a record as it stands.
fn update(sitting: &mut Sitting, kind: &str, id: &Value, changes: Value) {
    let version = sitting.call(&format!("{kind}.get"), &json!({ "id": id }))["version"].clone();
    let mut request = changes;
    request["id"] = id.clone();
    request["version"] = version;
    sitting.call(&format!("{kind}.update"), &request);
}

fn first(sitting: &mut Sitting, kind: &str, having: &str) -> Value {
    let all = all(sitting, kind);
    all.into_iter().find(|one| !one[having].is_null()).unwrap_or_else(|| panic!("no {kind} has {having}"))
}

/// The line of a preview about a field.
fn line<'a>(report: &'a Value, field: &str) -> &'a Value {
    let lines = report["lines"].as_array().unwrap();
    lines.iter().find(|line| line["field"] == field).unwrap_or_else(|| panic!("{field}: {report}"))
}

/// An account that Bea has as well, and both their workspaces.
fn both() -> (Sender, Bench) {
    let sender = Sender::new();
    sender.export();
    let bea = colleague();
    bea.call("import.apply", &sender.request());
    (sender, bea)
}

#[test]
fn what_either_changed_is_kept_and_of_what_both_did_a_choice_is_offered() {
    let (sender, bea) = both();
    let (mut anna, mut here) = (sender.bench.sitting(), bea.sitting());
    let account = json!(sender.account);
    update(
        &mut anna,
        "account",
        &account,
        json!({ "notes": "Met Ines", "city": "Kiel", "region": "North",
        "arr": { "minor": 4_000_000, "currency": "EUR" } }),
    );
    update(
        &mut here,
        "account",
        &account,
        json!({ "notes": "Met Ben", "industry": "Rail", "region": "South",
        "arr": { "minor": 5_000_000, "currency": "USD" } }),
    );
    let reading = first(&mut anna, "reading", "value");
    update(&mut anna, "reading", &reading["id"], json!({ "value": 41.5 }));
    let added = anna.call("task.create", &json!({ "account_id": account, "title": "Made by Anna" }));
    let own = here.call("task.create", &json!({ "account_id": account, "title": "Made by Bea" }));
    sender.export();

    let looked = here.call("import.preview", &sender.request());
    assert_eq!(counts(&looked)[..2], [1, 2], "one is new, account and reading change: {looked}");
    assert_eq!(looked["problems"], json!([]), "and nothing stands in the way");
    assert_eq!(line(&looked, "city")["what"], "changed", "there only: it comes");
    assert_eq!(line(&looked, "value")["what"], "changed", "also of a reading");
    let lines = looked["lines"].as_array().unwrap();
    assert!(lines.iter().all(|line| line["field"] != "industry"), "here only: it stays, and is no news");
    let region = line(&looked, "region");
    assert_eq!(
        (
            &region["what"],
            &region["from"],
            &region["to"],
            &region["choice"]["chosen"],
            &region["choice"]["both"]
        ),
        (&json!("conflict"), &json!("South"), &json!("North"), &json!("here"), &json!(false)),
        "both values are shown, and ours stays unless said"
    );
    assert_eq!(line(&looked, "notes")["choice"]["chosen"], "both", "of prose both are kept");
    assert_eq!(
        (&line(&looked, "arr.currency")["choice"]["key"], &line(&looked, "arr.currency")["from"]),
        (&json!(format!("{}.arr", sender.account)), &json!("USD")),
        "an amount is one field"
    );

    let mut choosing = sender.request();
    choosing["choices"] = json!({ "nobody.notes": "there" });
    assert_eq!(
        here.ask("import.apply", &choosing).unwrap_err()["field"],
        "choices",
        "a choice about nothing"
    );
    choosing["choices"] = json!({ region["choice"]["key"].as_str().unwrap(): "there" });
    let looked = here.call("import.preview", &choosing);
    assert_eq!(line(&looked, "region")["choice"]["chosen"], "there", "as chosen");
    here.call("import.apply", &choosing);
    let now = here.call("account.get", &json!({ "id": account }));
    assert_eq!(
        (&now["city"], &now["industry"], &now["region"], &now["arr"]["currency"], &now["notes"]),
        (
            &json!("Kiel"),
            &json!("Rail"),
            &json!("North"),
            &json!("USD"),
            &json!("Met Ben\n\n(Anna Alt, 2026-11-25)\nMet Ines")
        )
    );
    assert_eq!(here.call("reading.get", &json!({ "id": reading["id"] }))["value"], 41.5);
    assert!(
        here.call("task.get", &json!({ "id": own["id"] }))["deleted_at"].is_null(),
        "what is ours alone stays"
    );
    assert!(here.ask("task.get", &json!({ "id": added["id"] })).is_ok(), "and what is theirs came");
    let history = here.call("history", &json!({ "id": account })).to_string();
    assert!(
        history.contains("Met Ines") && history.contains("Met Ben"),
        "what each wrote stays in the history"
    );
    let twice = here.call("import.apply", &sender.request());
    assert_eq!(counts(&twice)[..2], [0, 0], "what was decided is not asked again: {twice}");
    here.end();
    bea.assert_sound("after both were brought together");

    // Home again: Anna changed nothing since, so all of it comes, and nothing is asked.
    let back = bea.path("back.cairn");
    bea.call("account.export", &json!({ "id": account, "path": back }));
    let home = json!({ "kind": "account", "path": back });
    let looked = anna.call("import.preview", &home);
    assert!(looked["lines"].as_array().unwrap().iter().all(|line| line["what"] != "conflict"), "{looked}");
    anna.call("import.apply", &home);
    let theirs = anna.call("account.get", &json!({ "id": account }));
    for field in ["notes", "city", "industry", "region", "arr"] {
        assert_eq!(theirs[field], now[field], "{field} is the same on both laptops");
    }
    anna.call("undo", &json!({}));
    assert_eq!(anna.call("account.get", &json!({ "id": account }))["notes"], "Met Ines", "one undo");
    anna.end();
    sender.bench.assert_sound("after it came home and was undone");
}

#[test]
fn back_and_forth_only_what_is_new_comes() {
    let (sender, bea) = both();
    let account = json!(sender.account);
    let (mut anna, mut here) = (sender.bench.sitting(), bea.sitting());
    for round in 0..3 {
        update(&mut anna, "account", &account, json!({ "city": format!("Kiel {round}") }));
        update(&mut here, "account", &account, json!({ "industry": format!("Rail {round}") }));
        sender.export();
        let looked = here.call("import.preview", &sender.request());
        assert!(looked["lines"].as_array().unwrap().iter().all(|line| line["what"] == "changed"), "{looked}");
        here.call("import.apply", &sender.request());
        let back = bea.path(&format!("{round}.cairn"));
        here.call("account.export", &json!({ "id": account, "path": back }));
        anna.call("import.apply", &json!({ "kind": "account", "path": back }));
        for sitting in [&mut anna, &mut here] {
            let now = sitting.call("account.get", &json!({ "id": account }));
            assert_eq!(
                (&now["city"], &now["industry"]),
                (&json!(format!("Kiel {round}")), &json!(format!("Rail {round}")))
            );
        }
    }
    anna.end();
    here.end();
}

#[test]
fn the_command_line_says_what_both_changed_and_takes_the_files_where_told() {
    let (sender, bea) = both();
    let account = json!(sender.account);
    let mut sittings = [(sender.bench.sitting(), "North"), (bea.sitting(), "South")];
    for (sitting, region) in &mut sittings {
        update(sitting, "account", &account, json!({ "region": region }));
    }
    sittings.into_iter().for_each(|(sitting, _)| sitting.end());
    sender.export();
    let run = |more: &[&str]| {
        let file = sender.file.to_str().unwrap();
        let output = bea.command(&[&["import", "account", file][..], more].concat()).output().unwrap();
        String::from_utf8(output.stdout).unwrap()
    };
    let told = run(&["--dry-run"]);
    assert!(told.contains(": region \"South\" -> \"North\" (stays as it is here)"), "{told}");
    run(&["--take-conflicts"]);
    assert_eq!(bea.call("account.get", &json!({ "id": account }))["region"], "North", "as it was told");
}
