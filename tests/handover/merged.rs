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

#[test]
fn two_texts_too_long_for_one_field_are_chosen_about_and_none_is_dropped_unasked() {
    let (sender, bea) = both();
    let account = json!(sender.account);
    let (ours, theirs) = ("m".repeat(15_000), "c".repeat(15_000));
    let (mut anna, mut here) = (sender.bench.sitting(), bea.sitting());
    update(&mut anna, "account", &account, json!({ "notes": theirs }));
    update(&mut here, "account", &account, json!({ "notes": ours }));
    sender.export();
    let key = format!("{}.notes", sender.account);
    let looked = here.call("import.preview", &sender.request());
    let problem = &looked["problems"][0];
    assert_eq!(problem["field"], "choices", "somebody has to say which stays: {looked}");
    for part in [key.as_str(), "15000", "20000", "here", "there"] {
        assert!(problem["message"].as_str().unwrap().contains(part), "{part}: {problem}");
    }
    assert_eq!(here.ask("import.apply", &sender.request()).unwrap_err()["code"], "invalid");
    let choosing = |choice: &str| {
        let mut request = sender.request();
        request["choices"] = json!({ key.as_str(): choice });
        request
    };
    let refused = here.ask("import.apply", &choosing("both")).unwrap_err();
    assert_eq!(refused["field"], "choices", "both have no room, and `both` is not another word for ours");
    let kept = here.call("import.apply", &choosing("here"));
    let notes = |sitting: &mut Sitting| {
        sitting.call("account.get", &json!({ "id": account }))["notes"].as_str().unwrap().to_owned()
    };
    assert_eq!(notes(&mut here), ours);
    let twice = here.call("import.apply", &sender.request());
    assert_eq!(counts(&twice)[..2], [0, 0], "what was decided is not asked again: {twice}");
    let same = |report: &Value| report["same"].as_u64().unwrap();
    assert_eq!(same(&twice), same(&kept), "and what says otherwise is not the same: {twice}");
    here.call("import.apply", &choosing("there"));
    assert_eq!(notes(&mut here), theirs, "said again it is done");
    anna.end();
    here.end();
    bea.assert_sound("after a choice was made twice");
}

#[test]
fn of_two_records_of_which_only_one_can_be_somebody_says_which() {
    let (sender, bea) = both();
    let (mut anna, mut here) = (sender.bench.sitting(), bea.sitting());
    let criterion = first(&mut anna, "reading", "value")["criterion_id"].clone();
    let mut made = Vec::new();
    for (sitting, value, note) in [(&mut anna, 3, "Anna's"), (&mut here, 9, "Bea's")] {
        let day = json!({ "criterion_id": criterion, "date": "2026-11-11", "value": value });
        let reading = sitting.call("reading.create", &day);
        let version = json!({ "id": sender.plan, "name": "Kick-off", "note": note });
        made.push([reading["id"].clone(), sitting.call("plan.freeze", &version)["id"].clone()]);
    }
    let sign = json!({ "version_id": made[0][1], "person": "K", "on": "2026-11-24", "words": "Yes" });
    anna.call("plan.sign_off", &sign);
    let added = anna.call("task.create", &json!({ "account_id": sender.account, "title": "Made by Anna" }));
    sender.export();
    let looked = here.call("import.preview", &sender.request());
    let problems = looked["problems"].as_array().unwrap();
    assert_eq!(problems.len(), 2, "each pair is asked about: {looked}");
    assert!(problems.iter().all(|problem| problem["field"] == "choices"), "{looked}");
    let day = line(&looked, "date");
    assert_eq!((&day["from"], &day["to"]), (&json!(9.0), &json!(3.0)), "both values are shown: {day}");
    assert_eq!(
        here.ask("import.apply", &sender.request()).unwrap_err()["code"],
        "invalid",
        "nothing unasked"
    );

    let keys =
        [format!("{}.date", made[0][0].as_str().unwrap()), format!("{}.name", made[0][1].as_str().unwrap())];
    let mut choosing = sender.request();
    choosing["choices"] = json!({ keys[0].as_str(): "both", keys[1].as_str(): "here" });
    assert_eq!(here.ask("import.apply", &choosing).unwrap_err()["field"], "choices", "only one can be");
    choosing["choices"][&keys[0]] = json!("there");
    here.call("import.apply", &choosing);
    let of_day = |sitting: &mut Sitting| {
        let list = sitting.call("reading.list", &json!({ "filter": { "criterion_id": criterion } }));
        let items = list["items"].as_array().unwrap().iter();
        items.filter(|one| one["date"] == "2026-11-11").map(|one| one["value"].clone()).collect::<Vec<_>>()
    };
    assert_eq!(of_day(&mut here), [json!(3.0)], "theirs, as it was said");
    let kept = here.call("reading.get", &json!({ "id": made[1][0] }));
    assert_ne!(kept["deleted_at"], Value::Null, "and ours stands in the bin");
    let versions = here.call("plan_version.list", &json!({ "filter": { "plan_id": sender.plan } }));
    let named: Vec<&Value> =
        versions["items"].as_array().unwrap().iter().filter(|one| one["name"] == "Kick-off").collect();
    assert_eq!((named.len(), &named[0]["id"]), (1, &made[1][1]), "ours, as it was said: {versions}");
    assert!(here.ask("task.get", &json!({ "id": added["id"] })).is_ok(), "and what else is new came");
    here.call("undo", &json!({}));
    assert_eq!(of_day(&mut here), [json!(9.0)], "one undo");
    anna.end();
    here.end();
    bea.assert_sound("after pairs were chosen from");
}

#[test]
fn a_dependency_that_both_made_comes_once_and_is_asked_about_only_where_the_two_differ() {
    let (sender, bea) = both();
    let (mut anna, mut here) = (sender.bench.sitting(), bea.sitting());
    let objective = json!({ "plan_id": sender.plan, "title": "One pipeline" });
    let objective = anna.call("objective.create", &objective)["id"].clone();
    let initiative = json!({ "objective_id": objective, "title": "Move the first" });
    let initiative = anna.call("initiative.create", &initiative)["id"].clone();
    let task = |title: &str| json!({ "initiative_id": initiative, "title": title });
    let tasks: Vec<Value> =
        ["Draw", "Build", "Try"].map(|title| anna.call("task.create", &task(title))["id"].clone()).into();
    sender.export();
    here.call("import.apply", &sender.request());

    let link = |of: [usize; 2], lag: i64| json!({ "predecessor_id": tasks[of[0]], "successor_id": tasks[of[1]], "lag_days": lag });
    let make = |sitting: &mut Sitting, lag| {
        sitting.call("dependency.create", &link([0, 1], 0));
        sitting.call("dependency.create", &link([1, 2], lag))["id"].as_str().unwrap().to_owned()
    };
    let made = make(&mut anna, 2);
    make(&mut here, 5);
    anna.call("task.create", &task("Made by Anna"));
    sender.export();

    let looked = here.call("import.preview", &sender.request());
    let problems = looked["problems"].as_array().unwrap();
    assert_eq!(problems.len(), 1, "the same twice is no question: {looked}");
    let message = problems[0]["message"].as_str().unwrap();
    assert!(message.contains("“Build → Try”") && message.contains("say 2 and 5"), "{message}");
    let mut choosing = sender.request();
    choosing["choices"] = json!({ format!("{made}.lag_days"): "there" });
    here.call("import.apply", &choosing);
    let all_links = all(&mut here, "dependency");
    let ours = all_links.iter().filter(|one| tasks.contains(&one["successor_id"]));
    let mut lags: Vec<i64> = ours.map(|one| one["lag_days"].as_i64().unwrap()).collect();
    lags.sort_unstable();
    assert_eq!(lags, [0, 2], "one of each pair, the second as it was said");
    let titles: Vec<Value> = all(&mut here, "task").iter().map(|task| task["title"].clone()).collect();
    assert!(titles.contains(&json!("Made by Anna")), "and what else is new came: {titles:?}");
    anna.end();
    here.end();
    bea.assert_sound("after both made the same dependency");
}
