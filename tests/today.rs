//! What needs somebody today, through the command line: every row says its reason, and goes once it is done.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::disallowed_methods)]

mod process;

use std::process::Command;

use process::Bench;
use serde_json::{Value, json};

/// Reason, urgency and title of every row, in order.
fn rows(bench: &Bench) -> Vec<[String; 3]> {
    let today = bench.call("today.list", &json!({}));
    assert_eq!(today["today"], "2026-11-25", "the day of the tests is a Wednesday");
    let word = |item: &Value, key: &str| item[key].as_str().unwrap().to_owned();
    let items = today["items"].as_array().unwrap().iter();
    items.map(|item| ["reason", "urgency", "title"].map(|key| word(item, key))).collect()
}

fn id(record: &Value) -> String {
    record["id"].as_str().unwrap().to_owned()
}

/// An account with a plan, and the id of an initiative in it.
fn plan(bench: &Bench) -> [String; 3] {
    let account = id(&bench.call("account.create", &json!({ "name": "Nordwind AG" })));
    let plan = id(&bench.call("plan.create", &json!({ "account_id": account, "title": "FY27" })));
    let objective = json!({ "plan_id": plan, "title": "Ship weekly", "due": "2026-11-27" });
    let objective = id(&bench.call("objective.create", &objective));
    let initiative = json!({ "objective_id": objective, "title": "Templates" });
    [account, plan, id(&bench.call("initiative.create", &initiative))]
}

#[test]
fn work_stands_in_the_order_of_its_urgency_and_goes_with_its_plan() {
    let bench = Bench::new();
    let [account, plan, initiative] = plan(&bench);
    let task = |fields: Value| {
        let mut task = json!({ "initiative_id": initiative });
        task.as_object_mut().unwrap().extend(fields.as_object().unwrap().clone());
        id(&bench.call("task.create", &task))
    };
    task(json!({ "title": "Far ahead", "due": "2027-03-01" }));
    task(json!({ "title": "For today", "due": "2026-11-25" }));
    let theirs =
        json!({ "title": "Theirs", "due": "2026-11-24", "owner_side": "customer", "owner": "Ines Falk" });
    task(theirs);
    let late = task(json!({ "title": "Very late", "due": "2026-10-01" }));
    task(json!({ "title": "Stuck", "status": "blocked", "blocked_reason": "No runner" }));
    bench.call(
        "task.create",
        &json!({ "account_id": account, "title": "Ask for the chart", "due": "2026-11-26" }),
    );
    let said = [
        ["late", "late", "Very late"],
        ["waiting_on_customer", "late", "Theirs"],
        ["due", "today", "For today"],
        ["due", "soon", "Ask for the chart"],
        ["due", "soon", "Ship weekly"],
        ["blocked", "watch", "Stuck"],
    ];
    assert_eq!(rows(&bench), said);

    let items = bench.call("today.list", &json!({}))["items"].clone();
    let first = json!({
        "id": late, "kind": "task", "account": "Nordwind AG", "account_id": account, "plan_id": plan,
        "due": "2026-10-01", "days": 55, "version": 1,
    });
    for (key, value) in first.as_object().unwrap() {
        assert_eq!(&items[0][key], value, "{key} of {}", items[0]);
    }
    assert_eq!((&items[1]["owner"], &items[5]["detail"]), (&json!("Ines Falk"), &json!("No runner")));

    let done = json!({ "id": late, "version": 1, "status": "closed_success", "done_date": "2026-11-25" });
    bench.call("task.update", &done);
    assert_eq!(rows(&bench)[0][2], "Theirs", "what is done is no concern");
    bench.call("plan.update", &json!({ "id": plan, "version": 1, "status": "archived" }));
    assert_eq!(rows(&bench), [["due", "soon", "Ask for the chart"]], "nor is a plan that is over");
}

#[test]
fn a_task_can_begin_once_all_that_it_waited_for_is_done() {
    let bench = Bench::new();
    let [_, _, initiative] = plan(&bench);
    let task = |title: &str| {
        let task = json!({ "initiative_id": initiative, "title": title, "due": "2027-02-01" });
        id(&bench.call("task.create", &task))
    };
    let [choose, build, show] = ["Choose the teams", "Build it", "Show it"].map(task);
    for before in [&choose, &build] {
        bench.call("dependency.create", &json!({ "predecessor_id": before, "successor_id": show }));
    }
    let done = |id: &str, on: &str| {
        let done = json!({ "id": id, "version": 1, "status": "closed_success", "done_date": on });
        bench.call("task.update", &done);
    };
    done(&choose, "2026-11-23");
    assert_eq!(rows(&bench), [["due", "soon", "Ship weekly"]], "one of two is not all");
    done(&build, "2026-11-24");
    let items = bench.call("today.list", &json!({}))["items"].clone();
    assert_eq!(
        (&items[1]["reason"], &items[1]["title"], &items[1]["detail"]),
        (&json!("unblocked"), &json!("Show it"), &json!("Build it")),
        "{items}"
    );
}

#[test]
fn an_account_and_a_plan_that_nobody_looked_after_are_named() {
    let bench = Bench::new();
    let account = json!({
        "name": "Nordwind AG", "priority": "pr1", "customer_since": "2024-02-01",
        "sentiment": "green", "sentiment_date": "2026-07-01",
    });
    bench.call("account.create", &account);
    let said: Vec<String> = rows(&bench).into_iter().map(|[reason, ..]| reason).collect();
    assert_eq!(said, ["call_overdue", "ebr_overdue", "sentiment_old"], "a first priority without a call");
    let [_, _, _] = plan(&bench);
    let later = Command::new(env!("CARGO_BIN_EXE_cairn"))
        .arg("--workspace")
        .arg(&bench.workspace)
        .args(["--now", "2027-02-01T09:00:00Z", "call", "today.list", "{}"])
        .output()
        .unwrap();
    let later: Value = serde_json::from_slice(&later.stdout).unwrap();
    let quiet = |item: &Value| item["reason"] == "plan_quiet" && item["days"] == 68;
    assert!(later["items"].as_array().is_some_and(|items| items.iter().any(quiet)), "after 60 days: {later}");
}

#[test]
fn workshops_come_recaps_are_owed_and_a_sponsor_is_not_forgotten() {
    let bench = Bench::new();
    let account = id(&bench.call("account.create", &json!({ "name": "Nordwind AG", "priority": "pr1" })));
    let sponsor = json!({ "account_id": account, "name": "Ines Falk", "persona": "executive_sponsor" });
    let sponsor = id(&bench.call("contact.create", &sponsor));
    let talk = |kind: &str, subject: &str, on: &str, people: &[&String]| {
        let talk = json!({
            "account_id": account, "touchpoint_type": kind, "subject": subject, "held_on": on,
            "contact_ids": people, "others": "Their team", "actions": [],
        });
        bench.call("touchpoint.log", &talk);
    };
    talk("in_person_meeting", "Board day", "2026-04-01", &[&sponsor]);
    talk("customer_call", "Cadence", "2026-11-23", &[]);
    let workshop = json!({
        "account_id": account, "title": "Runner fleet", "state": "scheduled",
        "starts_at": "2026-11-27T08:00:00Z", "zone": "Europe/Berlin", "minutes": 90,
    });
    bench.call("workshop.create", &workshop);
    let said = [
        ["recap_owed", "late", "Cadence"],
        ["workshop_next", "soon", "Runner fleet"],
        ["person_unmet", "watch", "Ines Falk"],
    ];
    assert_eq!(rows(&bench), said, "the day after the call is over");
    let items = bench.call("today.list", &json!({}))["items"].clone();
    assert_eq!(items[1]["starts_at"], "2026-11-27T08:00:00Z", "{items}");
    talk("email", "What we agreed", "2026-11-24", &[]);
    assert_eq!(rows(&bench).len(), 2, "a mail is the recap");
}

#[test]
fn steps_are_due_wait_for_the_customer_and_go_when_they_are_ticked() {
    let bench = Bench::new();
    let account = id(&bench.call("account.create", &json!({ "name": "Nordwind AG" })));
    let step = |key: &str, title: &str, days: i64, from: &str, side: &str| {
        json!({ "key": key, "title": title, "offset_days": days, "from": from, "calendar": "calendar",
                "owner_side": side })
    };
    let template = json!({ "title": "Two phases", "phases": [
        { "title": "Begin", "gate": "Everybody is welcome.", "steps": [
            step("hello", "Say hello", 0, "anchor:contract", "ours"),
            step("access", "Give access", 1, "anchor:contract", "customer"),
        ] },
        { "title": "Work", "steps": [step("plan", "Draft the plan", 2, "anchor:contract", "ours")] },
    ] });
    let template = id(&bench.call("checklist_template.create", &template));
    let start = json!({
        "account_id": account, "template_id": template, "anchors": { "contract": "2026-11-25" }, "title": "Onboarding",
    });
    let made = bench.call("checklist.start", &start);
    let said = [
        ["due", "today", "Say hello"],
        ["waiting_on_customer", "soon", "Give access"],
        ["waiting_on_gate", "soon", "Draft the plan"],
    ];
    assert_eq!(rows(&bench), said, "what stands behind the gate is told before it is late");
    let gated = bench.call("today.list", &json!({}))["items"][2]["detail"].clone();
    assert_eq!(gated, "Everybody is welcome.", "with what it waits for");
    let item = bench.call("today.list", &json!({}))["items"][0].clone();
    assert_eq!((&item["kind"], &item["checklist_id"]), (&json!("checklist_step"), &made["id"]), "{item}");
    bench.call("checklist.tick", &json!({ "step_id": item["id"] }));
    assert_eq!(rows(&bench)[0][2], "Give access");

    let runs = bench.call("onboarding.portfolio", &json!({}));
    let run = &runs["runs"][0];
    assert_eq!(
        (&run["account"], &run["phase"], &run["required_over"], &run["required_total"], &run["late"]),
        (&json!("Nordwind AG"), &json!("Begin"), &json!(1), &json!(3), &json!([])),
        "{runs}"
    );
    assert_eq!(runs["burn_down"], json!([{ "day": "2026-11-25", "open": 2 }]));
    assert_eq!(runs["quarters"]["time_to_engage"], json!([]), "nobody was met: {runs}");
    let call = json!({ "account_id": run["account_id"], "touchpoint_type": "kickoff", "subject": "Kickoff",
        "held_on": "2026-11-25", "others": "Their team" });
    bench.call("touchpoint.log", &call);
    let runs = bench.call("onboarding.portfolio", &json!({}));
    let quarter = json!([{ "from": "2026-10-01", "accounts": 1, "median_days": 0, "in_time": 1 }]);
    assert_eq!(runs["quarters"]["time_to_engage"], quarter, "met on the day it began: {runs}");
    assert_eq!(runs["quarters"]["time_to_onboard"], json!([]), "it is not over");
}
