//! Outcomes to their end, through the command line: verified by the customer, closed, checked for the viewer.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::disallowed_methods)]

mod process;

use process::Bench;
use serde_json::{Value, json};

fn id(record: &Value) -> String {
    record["id"].as_str().unwrap().to_owned()
}

/// An account with a plan of one objective that has all that Accepted needs, proposed, at version 1.
fn plan(bench: &Bench) -> [String; 3] {
    let account = id(&bench.call("account.create", &json!({ "name": "Nordwind AG" })));
    let plan = id(&bench.call("plan.create", &json!({ "account_id": account, "title": "FY27" })));
    let fields = json!({
        "plan_id": plan, "title": "Halve the lead time", "business_impact": "Two weeks less", "due": "2027-06-30"
    });
    let objective = id(&bench.call("objective.create", &fields));
    let measure = json!({
        "objective_id": objective, "name": "Lead time", "baseline": 20, "target": 10, "target_date": "2027-06-30"
    });
    bench.call("criterion.create", &measure);
    [account, plan, objective]
}

fn stage(bench: &Bench, objective: &str, version: i64, stage: &str) {
    bench.call("objective.update", &json!({ "id": objective, "version": version, "stage": stage }));
}

fn confirmation(objective: &str, version: i64) -> Value {
    json!({
        "id": objective, "version": version, "confirmed_by": "Ines Falk", "confirmed_on": "2026-11-20",
        "words": "We ship weekly now."
    })
}

#[test]
fn an_outcome_is_verified_by_its_own_command_alone() {
    let bench = Bench::new();
    let [_, plan, objective] = plan(&bench);
    stage(&bench, &objective, 1, "accepted");
    let early = bench.refused("objective.verify", &confirmation(&objective, 2));
    assert_eq!((&early["code"], &early["field"]), (&json!("invalid_state"), &json!("stage")), "{early}");
    stage(&bench, &objective, 2, "delivered");
    let by_hand = json!({
        "id": objective, "version": 3, "stage": "verified", "confirmed_by": "Ines Falk",
        "confirmed_on": "2026-11-20", "confirmed_words": "Yes"
    });
    let refused = bench.refused("objective.update", &by_hand);
    assert_eq!(refused["code"], "invalid_state", "{refused}");
    assert!(refused["message"].as_str().unwrap().contains("objective.verify"), "it says how: {refused}");
    let many = json!({ "items": [{ "id": objective, "version": 3 }], "changes": { "stage": "verified" } });
    assert_eq!(bench.refused("objective.update_many", &many)["code"], "invalid_state", "nor several at once");
    let new = json!({ "plan_id": plan, "title": "Fewer failures", "stage": "verified" });
    assert_eq!(bench.refused("objective.create", &new)["code"], "invalid_state", "nor from the start");

    let mut silent = confirmation(&objective, 3);
    silent["words"] = json!("  ");
    assert_eq!(bench.refused("objective.verify", &silent)["field"], "words", "the customer said something");
    let mut tomorrow = confirmation(&objective, 3);
    tomorrow["confirmed_on"] = json!("2026-11-26");
    assert_eq!(
        bench.refused("objective.verify", &tomorrow)["field"],
        "confirmed_on",
        "nobody confirms tomorrow"
    );
    assert_eq!(
        bench.refused("objective.verify", &confirmation(&objective, 2))["code"],
        "conflict",
        "as read"
    );
    let verified = bench.call("objective.verify", &confirmation(&objective, 3));
    assert_eq!(verified["stage"], "verified", "{verified}");
    assert_eq!(
        (&verified["confirmed_by"], &verified["confirmed_on"], &verified["confirmed_words"]),
        (&json!("Ines Falk"), &json!("2026-11-20"), &json!("We ship weekly now.")),
        "who, when and in which words are kept"
    );
}

#[test]
fn a_confirmation_cannot_be_undone_nor_what_it_stands_on() {
    let bench = Bench::new();
    let [_, _, objective] = plan(&bench);
    stage(&bench, &objective, 1, "accepted");
    stage(&bench, &objective, 2, "delivered");
    bench.call("objective.verify", &confirmation(&objective, 3));
    let status = bench.call("workspace.status", &json!({}));
    assert_eq!(status["undo"], Value::Null, "no step is offered: {status}");
    assert_eq!(bench.refused("undo", &json!({}))["code"], "invalid_state", "nor taken");
    for change in [json!({ "stage": "delivered" }), json!({ "confirmed_words": "Nearly." })] {
        let mut request = json!({ "id": objective, "version": 4 });
        request.as_object_mut().unwrap().extend(change.as_object().unwrap().clone());
        assert_eq!(bench.refused("objective.update", &request)["code"], "invalid_state", "{request}");
    }
    let again = bench.refused("objective.verify", &confirmation(&objective, 4));
    assert_eq!(again["details"]["reason"], "confirmed", "once is for good: {again}");
    bench.call("objective.update", &json!({ "id": objective, "version": 4, "title": "Ship weekly" }));
    bench.call("undo", &json!({}));
    let read = bench.call("objective.get", &json!({ "id": objective }));
    assert_eq!(
        (&read["title"], &read["stage"]),
        (&json!("Halve the lead time"), &json!("verified")),
        "what came after the confirmation can be undone"
    );
    bench.assert_sound("after the undo");
}

#[test]
fn an_objective_closes_with_what_came_of_it_and_as_a_success_only_once_delivered() {
    let bench = Bench::new();
    let [_, _, objective] = plan(&bench);
    let close = |version: i64, status: &str, reason: Value, summary: &str| json!({ "id": objective, "version": version, "status": status, "reason": reason, "outcome_summary": summary });
    let early = bench.refused("objective.close", &close(1, "closed_success", Value::Null, "Done"));
    assert_eq!(early["code"], "invalid_state", "not delivered: {early}");
    for status in ["closed_lost", "closed"] {
        let refused = bench.refused("objective.close", &close(1, status, Value::Null, "Nothing came of it"));
        assert_eq!((&refused["code"], &refused["field"]), (&json!("invalid"), &json!("reason")), "{refused}");
        let refused = bench.refused("objective.close", &close(1, status, json!("Not a priority"), " "));
        assert_eq!(refused["field"], "outcome_summary", "{refused}");
    }
    let open = bench.refused("objective.close", &close(1, "on_track", Value::Null, "Going well"));
    assert_eq!(
        (&open["code"], &open["field"]),
        (&json!("invalid"), &json!("status")),
        "that is no end: {open}"
    );
    stage(&bench, &objective, 1, "accepted");
    stage(&bench, &objective, 2, "delivered");
    let silent = bench.refused("objective.close", &close(3, "closed_success", Value::Null, ""));
    assert_eq!(silent["field"], "outcome_summary", "a success says what came of it: {silent}");
    let closed = bench.call("objective.close", &close(3, "closed_success", Value::Null, "Lead time halved"));
    assert_eq!(
        (&closed["status"], &closed["stage"], &closed["summary_of_outcome"]),
        (&json!("closed_success"), &json!("delivered"), &json!("Lead time halved")),
        "status and stage stay apart"
    );
    bench.call("undo", &json!({}));
    let read = bench.call("objective.get", &json!({ "id": objective }));
    assert_eq!(read["status"], "not_started", "closing is one step back");
    let now = read["version"].as_i64().unwrap();
    let lost =
        bench.call("objective.close", &close(now, "closed_lost", json!("Lack of budget"), "Stopped in May"));
    assert_eq!(lost["close_reason"], "Lack of budget", "{lost}");
}

#[test]
fn the_viewer_check_names_what_keeps_an_objective_out_of_the_report() {
    let bench = Bench::new();
    let [_, plan, objective] = plan(&bench);
    let check = |id: &str| bench.call("objective.viewer_check", &json!({ "id": id }));
    assert_eq!(check(&objective), json!({ "appears": false, "missing": ["use_case", "summary"] }));
    let change = json!({ "id": objective, "version": 1, "use_case": "ci", "summary": "Ship weekly" });
    bench.call("objective.update", &change);
    assert_eq!(check(&objective), json!({ "appears": true, "missing": [] }));
    let bare = id(&bench.call("objective.create", &json!({ "plan_id": plan, "title": "GitLab CI" })));
    assert_eq!(check(&bare)["missing"], json!(["use_case", "due", "summary", "criteria"]));
    let hints = bench.call("objective.smart_check", &json!({ "id": bare }));
    assert_eq!(hints["hints"][0], json!({ "part": "specific", "missing": ["title", "summary"] }), "{hints}");
}
