//! What was promised before the sale, through the command line: one command plan an account, and its outcomes as
//! objectives.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::disallowed_methods)]

mod process;

use process::Bench;
use serde_json::{Value, json};

fn id(record: &Value) -> String {
    record["id"].as_str().unwrap().to_owned()
}

/// An account with a plan, and a command plan of two outcomes.
fn promised(bench: &Bench) -> [String; 2] {
    let account = id(&bench.call("account.create", &json!({ "name": "Nordwind AG" })));
    let plan = id(&bench.call("plan.create", &json!({ "account_id": account, "title": "FY27" })));
    let lines = json!({
        "account_id": account, "why_now": "The old runners are out of support", "champion": "Ines Falk",
        "positive_business_outcomes": ["Ship every week", "Audit without a project"],
        "required_capabilities": ["Pipeline templates"],
        "metrics": ["Lead time", "Audit days"]
    });
    bench.call("command_plan.update", &lines);
    [account, plan]
}

fn count(bench: &Bench, kind: &str) -> u64 {
    bench.call(&format!("{kind}.list"), &json!({}))["total"].as_u64().unwrap()
}

#[test]
fn an_account_has_one_command_plan_made_when_it_is_first_filled() {
    let bench = Bench::new();
    let account = id(&bench.call("account.create", &json!({ "name": "Nordwind AG" })));
    let of = json!({ "account_id": account });
    let before = bench.call("command_plan.get", &of);
    assert_eq!(
        (&before["version"], &before["why_now"]),
        (&json!(0), &json!("")),
        "empty, and there: {before}"
    );
    let first =
        bench.call("command_plan.update", &json!({ "account_id": account, "why_now": "Audit in May" }));
    assert_eq!((&first["version"], &first["id"]), (&json!(1), &before["id"]), "{first}");
    let change = json!({ "account_id": account, "version": 1, "metrics": ["Lead time"] });
    let second = bench.call("command_plan.update", &change);
    assert_eq!((&second["id"], &second["why_now"]), (&first["id"], &json!("Audit in May")), "the same one");
    let stale = json!({ "account_id": account, "version": 1, "help": "None" });
    assert_eq!(bench.refused("command_plan.update", &stale)["code"], "conflict", "as read");
    let twice = json!({ "account_id": account, "metrics": ["Lead time", "Lead time"] });
    assert_eq!(
        bench.refused("command_plan.update", &twice)["details"]["reason"],
        "twice",
        "a line stands once"
    );
    let unknown = json!({ "account_id": account, "budget": "1" });
    assert_eq!(bench.refused("command_plan.update", &unknown)["code"], "unknown_field");
    let links = json!({ "account_id": account, "links": [] });
    assert_eq!(
        bench.refused("command_plan.update", &links)["field"],
        "links",
        "links come from objectives made"
    );
    let nobody = json!({ "account_id": "0199f3a4-0000-7000-8000-000000000001" });
    assert_eq!(bench.refused("command_plan.get", &nobody)["code"], "not_found");
}

#[test]
fn a_command_plan_is_searched_undone_and_has_a_history_as_every_record() {
    let bench = Bench::new();
    let [account, _] = promised(&bench);
    let hits = bench.call("search", &json!({ "text": "out of support" }));
    assert_eq!(
        (&hits["items"][0]["kind"], &hits["items"][0]["account_id"]),
        (&json!("command_plan"), &json!(account)),
        "{hits}"
    );
    assert_eq!(
        bench.call("search", &json!({ "text": "pipeline templ" }))["items"][0]["kind"],
        "command_plan"
    );
    let change = json!({ "account_id": account, "metrics": ["Lead time in days"] });
    let changed = bench.call("command_plan.update", &change);
    let history = bench.call("history", &json!({ "id": changed["id"] }));
    assert_eq!(history[1]["changes"][0]["field"], "metrics", "{history}");
    bench.call("undo", &json!({}));
    let read = bench.call("command_plan.get", &json!({ "account_id": account }));
    assert_eq!(read["metrics"], json!(["Lead time", "Audit days"]), "one undo brings the lines back");
    bench.call("undo", &json!({}));
    let read = bench.call("command_plan.get", &json!({ "account_id": account }));
    assert_eq!((&read["version"], &read["why_now"]), (&json!(0), &json!("")), "and one more the empty one");
    bench.call("redo", &json!({}));
    bench.assert_sound("after undo and redo");
}

#[test]
fn an_outcome_becomes_an_objective_once_with_its_lines_as_criteria() {
    let bench = Bench::new();
    let [account, plan] = promised(&bench);
    let request = json!({ "account_id": account, "plan_id": plan, "outcomes": [
        { "outcome": "Ship every week", "metrics": ["Lead time"], "capabilities": ["Pipeline templates"] },
        "Audit without a project"
    ]});
    let made = bench.call("command_plan.to_objectives", &request);
    assert_eq!((&made["made"], &made["criteria_made"]), (&json!(2), &json!(2)), "{made}");
    assert_eq!(made["objectives"][0]["title"], "Ship every week", "in the words of the sale");
    let criteria =
        bench.call("criterion.list", &json!({ "filter": { "objective_id": id(&made["objectives"][0]) } }));
    assert_eq!(
        (&criteria["items"][0]["name"], &criteria["items"][0]["kind"], &criteria["items"][1]["kind"]),
        (&json!("Lead time"), &json!("number"), &json!("yes_no")),
        "a metric is counted, a capability is there or not: {criteria}"
    );
    let again = bench.call("command_plan.to_objectives", &request);
    assert_eq!(
        (&again["made"], &again["criteria_made"]),
        (&json!(0), &json!(0)),
        "twice makes nothing twice"
    );
    assert_eq!(again["objectives"][0]["id"], made["objectives"][0]["id"], "it answers what is there");
    assert_eq!((count(&bench, "objective"), count(&bench, "criterion")), (2, 2), "nothing was made twice");
    let more = json!({ "account_id": account, "plan_id": plan, "outcomes": [
        { "outcome": "Audit without a project", "metrics": ["Audit days"] }
    ]});
    assert_eq!(
        bench.call("command_plan.to_objectives", &more)["criteria_made"],
        1,
        "what was left out can follow"
    );
    bench.call("undo", &json!({}));
    bench.call("undo", &json!({}));
    assert_eq!((count(&bench, "objective"), count(&bench, "criterion")), (0, 0), "each time is one step");
    let read = bench.call("command_plan.get", &json!({ "account_id": account }));
    assert_eq!(read["taken"], json!([]), "and the links go along");
    assert_eq!(bench.call("command_plan.to_objectives", &request)["made"], 2, "so they can be made anew");
}

#[test]
fn a_later_change_on_either_side_is_shown_and_never_copied() {
    let bench = Bench::new();
    let [account, plan] = promised(&bench);
    let request = json!({ "account_id": account, "plan_id": plan, "outcomes": [
        { "outcome": "Ship every week", "metrics": ["Lead time"] }
    ]});
    let objective = bench.call("command_plan.to_objectives", &request)["objectives"][0].clone();
    let taken = || bench.call("command_plan.get", &json!({ "account_id": account }))["taken"][0].clone();
    let link = taken();
    assert_eq!(
        (&link["objective_id"], &link["plan_id"], &link["line_changed"], &link["record_changed"]),
        (&objective["id"], &json!(plan), &json!(false), &json!(false)),
        "{link}"
    );
    bench
        .call("objective.update", &json!({ "id": objective["id"], "version": 1, "title": "Ship every day" }));
    let link = taken();
    assert_eq!((&link["title"], &link["record_changed"]), (&json!("Ship every day"), &json!(true)), "{link}");
    let reworded =
        json!({ "account_id": account, "positive_business_outcomes": ["Ship weekly"], "metrics": [] });
    let read = bench.call("command_plan.update", &reworded);
    assert_eq!(read["taken"][0]["line_changed"], true, "the line is another: {read}");
    assert_eq!(read["taken"][0]["criteria"][0]["line_changed"], true, "and the metric is gone");
    let kept = bench.call("objective.get", &json!({ "id": objective["id"] }));
    assert_eq!(kept["title"], "Ship every day", "nothing was copied");
    bench.call("objective.delete", &json!({ "id": objective["id"] }));
    assert_eq!(taken(), Value::Null, "a deleted objective is not shown");
}

#[test]
fn outcomes_go_into_a_plan_of_their_account_and_are_lines_of_the_command_plan() {
    let bench = Bench::new();
    let [account, plan] = promised(&bench);
    let other = id(&bench.call("account.create", &json!({ "name": "Borea" })));
    let foreign = id(&bench.call("plan.create", &json!({ "account_id": other, "title": "FY27" })));
    let ask =
        |plan: &str, outcomes: Value| json!({ "account_id": account, "plan_id": plan, "outcomes": outcomes });
    let elsewhere = bench.refused("command_plan.to_objectives", &ask(&foreign, json!(["Ship every week"])));
    assert_eq!(
        (&elsewhere["field"], &elsewhere["details"]["reason"]),
        (&json!("plan_id"), &json!("elsewhere"))
    );
    let unsaid = bench.refused("command_plan.to_objectives", &ask(&plan, json!(["Ship every week", "Fly"])));
    assert_eq!(unsaid["field"], "outcomes", "nobody promised that: {unsaid}");
    assert_eq!(count(&bench, "objective"), 0, "and nothing is made of the rest");
    let none = json!({ "account_id": other, "plan_id": foreign, "outcomes": ["Ship every week"] });
    assert_eq!(
        bench.refused("command_plan.to_objectives", &none)["code"],
        "not_found",
        "nothing was promised there"
    );
}
