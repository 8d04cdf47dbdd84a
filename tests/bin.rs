//! What was deleted: listed, counted, and brought back by the rules of every door; whole processes.
//!
//! Does not own undo (`held.rs`).
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::disallowed_methods)]

mod process;

use process::{Bench, Sitting};
use serde_json::{Value, json};

fn id(record: &Value) -> String {
    record["id"].as_str().unwrap().to_owned()
}

fn make(sitting: &mut Sitting, kind: &str, request: &Value) -> String {
    id(&sitting.call(&format!("{kind}.create"), request))
}

fn delete(sitting: &mut Sitting, kind: &str, id: &str) {
    sitting.call(&format!("{kind}.delete"), &json!({ "id": id }));
}

fn restore(sitting: &mut Sitting, kind: &str, id: &str) -> Result<Value, Value> {
    sitting.ask(&format!("{kind}.restore"), &json!({ "id": id }))
}

/// Ids of an account, a plan, an objective, an initiative.
fn plan(sitting: &mut Sitting, name: &str) -> [String; 4] {
    let account = make(sitting, "account", &json!({ "name": name }));
    let plan = make(sitting, "plan", &json!({ "account_id": account, "title": "FY27" }));
    let objective = make(sitting, "objective", &json!({ "plan_id": plan, "title": "Ship weekly" }));
    let initiative = make(sitting, "initiative", &json!({ "objective_id": objective, "title": "Runners" }));
    [account, plan, objective, initiative]
}

/// Refused as a state, about `field`, and nothing came back.
fn assert_refused(sitting: &mut Sitting, kind: &str, id: &str, field: &str) {
    let refused = restore(sitting, kind, id).unwrap_err();
    assert_eq!((&refused["code"], &refused["field"]), (&json!("invalid_state"), &json!(field)), "{refused}");
    let still = sitting.call(&format!("{kind}.get"), &json!({ "id": id }));
    assert_ne!(still["deleted_at"], Value::Null, "it stays deleted: {still}");
}

#[test]
fn a_reading_does_not_come_back_beside_another_of_its_day() {
    let bench = Bench::new();
    let mut sitting = bench.sitting();
    let [_, _, objective, _] = plan(&mut sitting, "Nordwind AG");
    let criterion = make(&mut sitting, "criterion", &json!({ "objective_id": objective, "name": "Days" }));
    let read = |value: u8| json!({ "criterion_id": criterion, "date": "2026-11-02", "value": value });
    let first = make(&mut sitting, "reading", &read(1));
    delete(&mut sitting, "reading", &first);
    let second = make(&mut sitting, "reading", &read(2));
    assert_refused(&mut sitting, "reading", &first, "date");
    // With its criterion both come and go: they agree with each other as they did.
    delete(&mut sitting, "criterion", &criterion);
    restore(&mut sitting, "criterion", &criterion).unwrap();
    delete(&mut sitting, "reading", &second);
    restore(&mut sitting, "reading", &first).expect("once the day is free it comes back");
}

#[test]
fn a_dependency_does_not_come_back_where_it_would_close_a_loop_nor_does_a_task_that_brings_one() {
    let bench = Bench::new();
    let mut sitting = bench.sitting();
    let [_, plan, _, initiative] = plan(&mut sitting, "Nordwind AG");
    let task = |sitting: &mut Sitting, title: &str| {
        make(sitting, "task", &json!({ "initiative_id": initiative, "title": title }))
    };
    let [a, b, c] = ["A", "B", "C"].map(|title| task(&mut sitting, title));
    let link = |from: &str, to: &str| json!({ "predecessor_id": from, "successor_id": to });
    let one = make(&mut sitting, "dependency", &link(&a, &b));
    delete(&mut sitting, "dependency", &one);
    let back = make(&mut sitting, "dependency", &link(&b, &a));
    let refused = restore(&mut sitting, "dependency", &one).unwrap_err();
    assert_eq!(refused["code"], "dependency_loop", "{refused}");
    assert_eq!(refused["details"]["path"].as_array().unwrap().len(), 3, "the way round is named: {refused}");
    delete(&mut sitting, "dependency", &back);
    restore(&mut sitting, "dependency", &one).expect("without the other it fits");

    // A waits for C through B, once B is back: its links come along.
    make(&mut sitting, "dependency", &link(&b, &c));
    delete(&mut sitting, "task", &b);
    make(&mut sitting, "dependency", &link(&c, &a));
    let refused = restore(&mut sitting, "task", &b).unwrap_err();
    assert_eq!(refused["code"], "dependency_loop", "what comes along is held to the rules too: {refused}");
    let preview = sitting.ask("plan.critical_path", &json!({ "id": plan }));
    assert!(preview.is_ok(), "and the plan can still be reckoned with: {preview:?}");
}

#[test]
fn a_link_comes_back_with_the_last_of_its_two_tasks() {
    let bench = Bench::new();
    let mut sitting = bench.sitting();
    let [.., initiative] = plan(&mut sitting, "Nordwind AG");
    let task = |sitting: &mut Sitting, title: &str| {
        make(sitting, "task", &json!({ "initiative_id": initiative, "title": title }))
    };
    let [a, b] = ["A", "B"].map(|title| task(&mut sitting, title));
    let link = make(&mut sitting, "dependency", &json!({ "predecessor_id": a, "successor_id": b }));
    delete(&mut sitting, "task", &a);
    delete(&mut sitting, "task", &b);
    restore(&mut sitting, "task", &a).unwrap();
    let waits = sitting.call("dependency.get", &json!({ "id": link }));
    assert_ne!(waits["deleted_at"], Value::Null, "no link to a task that is not there");
    restore(&mut sitting, "task", &b).unwrap();
    let back = sitting.call("dependency.get", &json!({ "id": link }));
    assert_eq!(back["deleted_at"], Value::Null, "with the other it is as it was");

    delete(&mut sitting, "dependency", &link);
    delete(&mut sitting, "task", &a);
    restore(&mut sitting, "task", &a).unwrap();
    let gone = sitting.call("dependency.get", &json!({ "id": link }));
    assert_ne!(gone["deleted_at"], Value::Null, "what was deleted by itself stays so");
    delete(&mut sitting, "task", &b);
    let refused = restore(&mut sitting, "dependency", &link).unwrap_err();
    assert_eq!(
        refused["code"], "invalid_state",
        "nor back to a deleted task, whichever end it is: {refused}"
    );
}

#[test]
fn weights_people_versions_and_steps_come_back_only_where_they_fit() {
    let bench = Bench::new();
    let mut sitting = bench.sitting();
    let [account, plan, objective, _] = plan(&mut sitting, "Nordwind AG");
    // A criterion that weighs nothing, where none is left that does.
    let weighed = |weight: u8| json!({ "objective_id": objective, "name": "Days", "weight": weight });
    let heavy = make(&mut sitting, "criterion", &weighed(1));
    let light = make(&mut sitting, "criterion", &weighed(0));
    delete(&mut sitting, "criterion", &light);
    delete(&mut sitting, "criterion", &heavy);
    assert_refused(&mut sitting, "criterion", &light, "weight");
    // Two who would report to each other.
    let person = |name: &str| json!({ "account_id": account, "name": name });
    let [ines, tom] = ["Ines Falk", "Tom Brandt"].map(|name| make(&mut sitting, "contact", &person(name)));
    let under =
        |id: &str, version: u8, boss: &str| json!({ "id": id, "version": version, "reports_to": boss });
    sitting.call("contact.update", &under(&ines, 1, &tom));
    delete(&mut sitting, "contact", &ines);
    let circle = sitting.ask("contact.update", &under(&tom, 1, &ines));
    if circle.is_ok() {
        assert_refused(&mut sitting, "contact", &ines, "reports_to");
    } else {
        restore(&mut sitting, "contact", &ines).unwrap();
    }
    // Two versions of one name.
    let freeze = json!({ "id": plan, "name": "Kick-off" });
    let version = id(&sitting.call("plan.freeze", &freeze));
    delete(&mut sitting, "plan_version", &version);
    sitting.call("plan.freeze", &freeze);
    assert_refused(&mut sitting, "plan_version", &version, "name");
    // A step of a checklist that was closed since.
    let template = sitting.call("checklist_template.list", &json!({}))["items"][0]["id"].clone();
    let started = json!({ "account_id": account, "template_id": template,
                          "anchors": { "contract": "2026-11-02", "kickoff": "2026-11-09" } });
    sitting.call("checklist.start", &started);
    let list = sitting.call("checklist.list", &json!({}))["items"][0].clone();
    let step = id(&sitting.call("checklist_step.list", &json!({}))["items"][0]);
    delete(&mut sitting, "checklist_step", &step);
    let closed = json!({ "id": list["id"], "version": list["version"], "reason": "Not needed" });
    if sitting.ask("checklist.close", &closed).is_ok() {
        assert_refused(&mut sitting, "checklist_step", &step, "checklist_id");
    }
    sitting.end();
    bench.assert_sound("after what was refused");
}

#[test]
fn the_bin_names_what_was_deleted_under_whom_by_whom_when_and_how_much_came_along() {
    let bench = Bench::new();
    let mut sitting = bench.sitting();
    sitting.call("me.update", &json!({ "version": 0, "name": "Ana Lind" }));
    let [account, plan, objective, initiative] = plan(&mut sitting, "Nordwind AG");
    for title in ["Install", "Roll out"] {
        make(&mut sitting, "task", &json!({ "initiative_id": initiative, "title": title }));
    }
    make(&mut sitting, "contact", &json!({ "account_id": account, "name": "Ines Falk" }));
    let weight = sitting.call("bin.preview", &json!({ "kind": "account", "ids": [account] }));
    let all = json!([
        { "kind": "contact", "count": 1 }, { "kind": "plan", "count": 1 }, { "kind": "objective", "count": 1 },
        { "kind": "initiative", "count": 1 }, { "kind": "task", "count": 2 }
    ]);
    assert_eq!(weight["under"], all, "what would go is known before it goes");

    let first = id(&sitting.call("task.list", &json!({}))["items"][0]);
    delete(&mut sitting, "task", &first);
    delete(&mut sitting, "objective", &objective);
    let [other, ..] = self::plan(&mut sitting, "Borealis");
    delete(&mut sitting, "account", &other);
    let bin = sitting.call("bin.list", &json!({}));
    assert_eq!(bin["total"], 3, "a row for what was deleted, not for what went along: {bin}");
    let of = |kind: &str| {
        let found = bin["items"].as_array().unwrap().iter().find(|entry| entry["kind"] == kind);
        found.unwrap_or_else(|| panic!("no {kind} in {bin}")).clone()
    };
    let gone = of("objective");
    assert_eq!(
        (&gone["title"], &gone["place"], &gone["account"], &gone["deleted_by"], &gone["command"]),
        (
            &json!("Ship weekly"),
            &json!(["Nordwind AG", "FY27"]),
            &json!("Nordwind AG"),
            &json!("Ana Lind"),
            &json!("objective.delete")
        )
    );
    assert_eq!(gone["deleted_at"], "2026-11-25T09:00:00Z");
    let along = json!([{ "kind": "initiative", "count": 1 }, { "kind": "task", "count": 1 }]);
    assert_eq!(gone["under"], along, "the task that was deleted before it is not its own");
    assert_eq!(of("task")["under"], json!([]));

    let ask = |sitting: &mut Sitting, query: Value| sitting.call("bin.list", &query)["total"].clone();
    assert_eq!(ask(&mut sitting, json!({ "kind": "account" })), 1);
    assert_eq!(ask(&mut sitting, json!({ "account_id": account })), 2);
    assert_eq!(
        ask(&mut sitting, json!({ "search": "nórdwind INSTALL" })),
        1,
        "in what it is called and hangs under"
    );
    assert_eq!(ask(&mut sitting, json!({ "search": "nordwind lind" })), 2, "and in who did it");
    let page = sitting.call("bin.list", &json!({ "page": { "limit": 1, "offset": 1 } }));
    assert_eq!((page["items"].as_array().unwrap().len(), &page["total"]), (1, &json!(3)));

    let refused = restore(&mut sitting, "task", &first).unwrap_err();
    assert_eq!(refused["code"], "invalid_state", "what it hangs under comes first: {refused}");
    restore(&mut sitting, "objective", &objective).unwrap();
    restore(&mut sitting, "task", &first).unwrap();
    restore(&mut sitting, "account", &other).unwrap();
    assert_eq!(ask(&mut sitting, json!({})), 0, "and the bin is empty");
    let outline = sitting.call("plan.outline", &json!({ "id": plan }));
    assert_eq!(
        outline["objectives"][0]["initiatives"][0]["tasks"].as_array().unwrap().len(),
        2,
        "all of it is back"
    );
}

#[test]
fn every_kind_that_can_be_deleted_stands_in_the_bin_and_comes_back_as_it_was() {
    let bench = Bench::new();
    let mut sitting = bench.sitting();
    sitting.call("sample.add", &json!({}));
    let commands = bench.command(&["commands"]).output().unwrap();
    let commands = String::from_utf8(commands.stdout).unwrap();
    let names: Vec<&str> = commands.lines().filter_map(|line| line.split_whitespace().next()).collect();
    let kinds: Vec<&str> = names.iter().filter_map(|name| name.strip_suffix(".delete")).collect();
    assert!(kinds.len() >= 16, "{kinds:?}");
    for kind in kinds {
        assert!(names.contains(&&*format!("{kind}.restore")), "what can delete a {kind} can bring it back");
        let list = sitting.call(&format!("{kind}.list"), &json!({ "page": { "limit": 1000 } }));
        let own = |record: &&Value| {
            record["built_in"] != true && record["signed"].as_array().is_none_or(Vec::is_empty)
        };
        let Some(record) = list["items"].as_array().unwrap().iter().find(own).cloned() else { continue };
        if let Err(refused) = sitting.ask(&format!("{kind}.delete"), &json!({ "id": record["id"] })) {
            assert_eq!(refused["code"], "invalid", "a rule of what is left: {refused}");
            continue;
        }
        let bin = sitting.call("bin.list", &json!({ "kind": kind }));
        assert_eq!(bin["items"][0]["id"], record["id"], "a deleted {kind} stands in the bin: {bin}");
        let mut back = restore(&mut sitting, kind, record["id"].as_str().unwrap()).unwrap();
        let mut record = record;
        for view in [&mut back, &mut record] {
            for field in ["version", "updated_at", "updated_by"] {
                view.as_object_mut().unwrap().remove(field);
            }
        }
        assert_eq!(back, record, "and comes back as it was");
    }
    sitting.end();
    bench.assert_sound("after every kind went and came");
}

#[test]
fn an_account_comes_back_with_all_that_hung_under_it_record_by_record() {
    let bench = Bench::new();
    let mut sitting = bench.sitting();
    sitting.call("sample.add", &json!({}));
    let all = |sitting: &mut Sitting| {
        let kinds = [
            "contact",
            "touchpoint",
            "workshop",
            "plan",
            "plan_version",
            "objective",
            "criterion",
            "reading",
            "initiative",
            "task",
            "dependency",
            "attachment",
            "checklist",
            "checklist_step",
        ];
        let page = json!({ "page": { "limit": 10_000 } });
        let mut found = Vec::new();
        for kind in kinds {
            for mut item in sitting.call(&format!("{kind}.list"), &page)["items"].as_array().unwrap().clone()
            {
                for field in ["version", "updated_at", "updated_by"] {
                    item.as_object_mut().unwrap().remove(field);
                }
                found.push(item);
            }
        }
        found
    };
    let before = all(&mut sitting);
    for account in sitting.call("account.list", &json!({}))["items"].as_array().unwrap().clone() {
        delete(&mut sitting, "account", account["id"].as_str().unwrap());
    }
    assert_eq!(all(&mut sitting), Vec::<Value>::new());
    let bin = sitting.call("bin.list", &json!({}));
    assert_eq!(bin["total"], 6, "an account with all that hung under it is one row");
    for entry in bin["items"].as_array().unwrap() {
        restore(&mut sitting, "account", entry["id"].as_str().unwrap()).unwrap();
    }
    assert_eq!(all(&mut sitting), before, "every record, as it was");
    sitting.end();
    bench.assert_sound("after six accounts went and came");
}

#[test]
fn what_went_along_is_found_by_its_own_name_as_that_which_carries_it() {
    let bench = Bench::new();
    let mut sitting = bench.sitting();
    let [account, _, _, initiative] = plan(&mut sitting, "Nordwind AG");
    let task = make(&mut sitting, "task", &json!({ "initiative_id": initiative, "title": "Security lab" }));
    let alone =
        make(&mut sitting, "task", &json!({ "initiative_id": initiative, "title": "Security audit" }));
    delete(&mut sitting, "task", &alone);
    let found = |sitting: &mut Sitting, search: &str| {
        let list = sitting.call("bin.list", &json!({ "search": search }));
        let ids: Vec<String> = list["items"].as_array().unwrap().iter().map(id).collect();
        assert_eq!(list["total"], ids.len(), "{list}");
        ids
    };
    assert_eq!(found(&mut sitting, "security lab"), Vec::<String>::new(), "it is not deleted yet");
    delete(&mut sitting, "account", &account);
    assert_eq!(found(&mut sitting, "lab"), [account.as_str()], "and nothing else has it");
    for search in ["security lab", "runners", "ship weekly"] {
        assert!(found(&mut sitting, search).contains(&account), "{search} comes back with its account");
    }
    assert_eq!(found(&mut sitting, "runners lab"), Vec::<String>::new(), "words of two names are no name");
    restore(&mut sitting, "account", &account).unwrap();
    assert_eq!(sitting.call("task.get", &json!({ "id": task }))["deleted_at"], Value::Null);
}
