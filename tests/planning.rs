//! Measuring and planning, through the command line: one reading a day, weights, what blocks a task.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::disallowed_methods)]

mod process;

use process::Bench;
use serde_json::{Value, json};

fn id(record: &Value) -> String {
    record["id"].as_str().unwrap().to_owned()
}

/// An account with a plan of one objective.
fn objective(bench: &Bench) -> [String; 2] {
    let account = id(&bench.call("account.create", &json!({ "name": "Nordwind AG" })));
    let plan = id(&bench.call("plan.create", &json!({ "account_id": account, "title": "FY27" })));
    let objective = json!({ "plan_id": plan, "title": "Halve the lead time" });
    [account, id(&bench.call("objective.create", &objective))]
}

/// A criterion from 20 down to 10.
fn criterion(bench: &Bench, objective: &str, name: &str, weight: f64) -> String {
    let fields = json!({
        "objective_id": objective, "name": name, "direction": "lower_is_better", "baseline": 20, "target": 10,
        "weight": weight,
    });
    id(&bench.call("criterion.create", &fields))
}

fn reading(criterion: &str, date: &str, value: f64) -> Value {
    json!({ "criterion_id": criterion, "date": date, "value": value })
}

fn task(bench: &Bench, objective: &str, fields: &Value) -> Value {
    let initiative = json!({ "objective_id": objective, "title": "Templates" });
    let initiative = id(&bench.call("initiative.create", &initiative));
    let mut request = json!({ "initiative_id": initiative, "title": "Review the queue" });
    request.as_object_mut().unwrap().extend(fields.as_object().unwrap().clone());
    bench.call("task.create", &request)
}

#[test]
fn a_second_reading_of_a_day_is_refused_and_names_the_one_that_can_be_replaced() {
    let bench = Bench::new();
    let [_, objective] = objective(&bench);
    let lead = criterion(&bench, &objective, "Lead time", 1.0);
    let first = bench.call("reading.create", &reading(&lead, "2026-11-20", 12.0));
    let refused = bench.refused("reading.create", &reading(&lead, "2026-11-20", 11.0));
    assert_eq!((&refused["code"], &refused["field"]), (&json!("invalid"), &json!("date")), "{refused}");
    let details = json!({ "reason": "reading_that_day", "id": first["id"], "value": 12.0, "version": 1 });
    assert_eq!(refused["details"], details, "with all that replacing it needs");

    let replace = json!({ "id": first["id"], "version": 1, "value": 11, "date": "2026-11-20" });
    assert_eq!(bench.call("reading.update", &replace)["value"], 11.0, "which is an ordinary change");
    let other = bench.call("reading.create", &reading(&lead, "2026-11-23", 10.5));
    let moved = json!({ "id": other["id"], "version": 1, "date": "2026-11-20" });
    assert_eq!(
        bench.refused("reading.update", &moved)["details"]["reason"],
        "reading_that_day",
        "nor moved to"
    );
    let cycle = criterion(&bench, &objective, "Cycle time", 1.0);
    bench.call("reading.create", &reading(&cycle, "2026-11-20", 3.0));
    bench.call("reading.delete", &json!({ "id": first["id"] }));
    bench.call("reading.create", &reading(&lead, "2026-11-20", 9.0));
}

#[test]
fn the_criteria_of_an_objective_never_all_weigh_nothing() {
    let bench = Bench::new();
    let [_, own] = objective(&bench);
    let alone = json!({ "objective_id": own, "name": "Alone", "weight": 0 });
    let refused = bench.refused("criterion.create", &alone);
    assert_eq!((&refused["field"], &refused["details"]["reason"]), (&json!("weight"), &json!("no_weight")));
    let heavy = criterion(&bench, &own, "Lead time", 2.0);
    let light = criterion(&bench, &own, "Noise", 0.0);
    let no_weight = |name: &str, request: Value| {
        assert_eq!(bench.refused(name, &request)["details"]["reason"], "no_weight", "{name} {request}");
    };
    no_weight("criterion.update", json!({ "id": heavy, "version": 1, "weight": 0 }));
    let both = json!([{ "id": heavy, "version": 1 }, { "id": light, "version": 1 }]);
    no_weight("criterion.update_many", json!({ "items": both, "changes": { "weight": 0 } }));
    no_weight("criterion.delete", json!({ "id": heavy }));
    let [_, other] = objective(&bench);
    no_weight("criterion.move", json!({ "id": heavy, "version": 1, "parent": other }));
    no_weight("criterion.move", json!({ "id": light, "version": 1, "parent": other }));
    let renamed = json!({ "id": light, "version": 1, "name": "Noise level" });
    assert_eq!(bench.call("criterion.update", &renamed)["weight"], 0.0, "beside one that counts it may be 0");
    let gone = bench.call(
        "criterion.delete_many",
        &json!({ "items": [
        { "id": heavy, "version": 1 }, { "id": light, "version": 2 }
    ] }),
    );
    assert_eq!(gone.as_array().unwrap().len(), 2, "what goes together leaves nothing behind");
}

#[test]
fn the_arithmetic_of_an_objective_can_be_opened_with_its_work_beside_it() {
    let bench = Bench::new();
    let [_, objective] = objective(&bench);
    let lead = criterion(&bench, &objective, "Lead time", 3.0);
    let cycle = criterion(&bench, &objective, "Cycle time", 1.0);
    criterion(&bench, &objective, "Nobody looked", 5.0);
    bench.call("reading.create", &reading(&lead, "2026-11-20", 15.0));
    bench.call("reading.create", &reading(&cycle, "2026-11-20", 10.0));
    task(&bench, &objective, &json!({ "status": "closed_success" }));
    task(&bench, &objective, &json!({ "status": "closed" }));
    task(&bench, &objective, &json!({}));
    let shown = bench.call("objective.arithmetic", &json!({ "id": objective }));
    let term = |index: usize, key: &str| shown["criteria"][index][key].clone();
    assert_eq!(
        (term(0, "progress"), term(0, "share"), term(0, "product")),
        (json!(0.5), json!(0.75), json!(0.375))
    );
    assert_eq!(
        (term(1, "progress"), term(1, "share"), term(1, "product")),
        (json!(1.0), json!(0.25), json!(0.25))
    );
    assert_eq!(
        (term(2, "progress"), term(2, "share")),
        (Value::Null, Value::Null),
        "not measured, not counted"
    );
    assert_eq!((&shown["weights"], &shown["sum"]), (&json!(4.0), &json!(0.625)), "{shown}");
    assert_eq!(shown["tasks"], json!({ "done": 1, "open": 1, "dropped": 1 }));
    let seen = bench.call("objective.get", &json!({ "id": objective }));
    assert_eq!(
        (&seen["outcome_progress"], &seen["work_progress"]),
        (&shown["sum"], &shown["work_progress"]),
        "what the arithmetic ends with is what is shown elsewhere"
    );
}

#[test]
fn a_task_is_blocked_only_with_a_reason() {
    let bench = Bench::new();
    let [_, objective] = objective(&bench);
    let made = task(&bench, &objective, &json!({}));
    let silent = json!({ "id": made["id"], "version": 1, "status": "blocked" });
    let refused = bench.refused("task.update", &silent);
    assert_eq!(
        (&refused["field"], &refused["details"]["reason"]),
        (&json!("blocked_reason"), &json!("needed_to_block")),
        "{refused}"
    );
    let told = json!({ "id": made["id"], "version": 1, "status": "blocked", "blocked_reason": "No runner" });
    bench.call("task.update", &told);
    let silenced = json!({ "id": made["id"], "version": 2, "blocked_reason": "" });
    assert_eq!(bench.refused("task.update", &silenced)["field"], "blocked_reason", "while it is blocked");
    bench.call(
        "task.update",
        &json!({ "id": made["id"], "version": 2, "status": "new", "blocked_reason": "" }),
    );
}

#[test]
fn the_trend_of_the_readings_says_when_the_target_is_reached_and_what_comes_next_on_the_way() {
    let bench = Bench::new();
    let [_, objective] = objective(&bench);
    let fields = json!({
        "objective_id": objective, "name": "Lead time", "direction": "lower_is_better", "baseline": 20, "target": 10,
        "interim_targets": [{ "date": "2026-12-31", "value": 15 }, { "date": "2026-10-01", "value": 18 }],
    });
    let lead = id(&bench.call("criterion.create", &fields));
    for (date, value) in [("2026-10-12", 20.0), ("2026-10-26", 18.6), ("2026-11-09", 17.2)] {
        bench.call("reading.create", &reading(&lead, date, value));
    }
    let shown = bench.call("criterion.get", &json!({ "id": lead }));
    assert_eq!(shown["projected"], "2027-01-20", "seven tenths a week leave 7.2 for 72 days: {shown}");
    assert_eq!(shown["next_interim"], json!({ "date": "2026-12-31", "value": 15.0, "met": false }));
    bench.call("reading.create", &reading(&lead, "2026-11-23", 21.0));
    let odd = bench.call("criterion.get", &json!({ "id": lead }));
    assert!(odd["projected"].is_string(), "one odd reading does not turn the way round: {odd}");
}
