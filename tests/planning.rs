//! Measuring and planning, through the command line: one reading a day, weights, where the trend leads, what blocks
//! a task, tasks that come again, and days off of one's own.
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

/// The tasks beside one, in their order.
fn beside(bench: &Bench, task: &Value) -> Vec<Value> {
    let filter =
        json!({ "filter": { "initiative_id": task["initiative_id"] }, "sort": [{ "field": "position" }] });
    bench.call("task.list", &filter)["items"].as_array().unwrap().clone()
}

#[test]
fn finishing_a_recurring_task_makes_the_next_and_one_undo_takes_both_back() {
    let bench = Bench::new();
    let [_, objective] = objective(&bench);
    let weekly = json!({ "every": 1, "unit": "weeks", "times": 2 });
    let fields = json!({ "start": "2026-11-19", "due": "2026-11-20", "owner": "Ana", "recurrence": weekly });
    let first = task(&bench, &objective, &fields);
    let later = json!({ "initiative_id": first["initiative_id"], "title": "Write the report" });
    bench.call("task.create", &later);
    let done = json!({
        "id": first["id"], "version": 1, "status": "closed_success", "done_date": "2026-11-19"
    });
    let done = bench.call("task.update", &done);
    assert_eq!(done["recurrence"], Value::Null, "the series goes on with the next one");
    let all = beside(&bench, &first);
    let titles: Vec<&str> = all.iter().map(|task| task["title"].as_str().unwrap()).collect();
    assert_eq!(
        titles,
        ["Review the queue", "Review the queue", "Write the report"],
        "behind the one that is done"
    );
    let next = &all[1];
    assert_eq!(
        (&next["start"], &next["due"], &next["status"], &next["done_date"], &next["owner"]),
        (&json!("2026-11-26"), &json!("2026-11-27"), &json!("new"), &Value::Null, &json!("Ana")),
        "{next}"
    );
    assert_eq!(
        next["recurrence"],
        json!({
            "every": 1, "unit": "weeks", "working_days": true, "from": "2026-11-20", "until": null, "times": 1
        })
    );
    bench.call("undo", &json!({}));
    let all = beside(&bench, &first);
    assert_eq!((all.len(), &all[0]["status"]), (2, &json!("new")), "one undo takes the next one away");
    assert_eq!(all[0]["recurrence"]["times"], 2, "and the first is as it was");
    bench.call("redo", &json!({}));
    let version = bench.call("task.get", &json!({ "id": next["id"] }))["version"].clone();
    bench.call("task.update", &json!({ "id": next["id"], "version": version, "status": "closed_success" }));
    assert_eq!(beside(&bench, &first).len(), 3, "twice was asked for");
    bench.assert_sound("after tasks that came again");
}

#[test]
fn several_recurring_tasks_finished_at_once_each_have_a_next_one() {
    let bench = Bench::new();
    let [account, _] = objective(&bench);
    let mut items = Vec::new();
    for title in ["Call the sponsor", "Send the report"] {
        let fields = json!({
            "account_id": account, "title": title, "due": "2026-12-24", "owner_side": "customer",
            "recurrence": { "every": 1, "unit": "days" },
        });
        items.push(json!({ "id": bench.call("task.create", &fields)["id"], "version": 1 }));
    }
    let place = json!({
        "id": account, "version": 1, "country": "DE",
        "holidays": [{ "date": "2026-12-28", "name": "Works outing" }],
    });
    bench.call("account.update", &place);
    bench.call("task.update_many", &json!({ "items": items, "changes": { "status": "closed_success" } }));
    let open = bench.call("task.list", &json!({ "filter": { "status": "new" } }));
    let dues: Vec<&Value> = open["items"].as_array().unwrap().iter().map(|task| &task["due"]).collect();
    assert_eq!(
        dues,
        ["2026-12-29", "2026-12-29"],
        "over Christmas, the weekend and the customer's own day off"
    );
    bench.call("undo", &json!({}));
    assert_eq!(bench.call("task.list", &json!({}))["total"], 2, "one step");
    let version = bench.call("task.get", &json!({ "id": items[0]["id"] }))["version"].clone();
    let never =
        json!({ "id": items[0]["id"], "version": version, "recurrence": { "every": 0, "unit": "days" } });
    let refused = bench.refused("task.update", &never);
    assert_eq!(refused["details"], json!({ "reason": "out_of_range", "min": 1, "max": 999 }), "{refused}");
}

#[test]
fn a_calendar_is_the_countrys_with_ones_own_changes_over_it() {
    let bench = Bench::new();
    let [account, _] = objective(&bench);
    let mine = json!({ "version": 0, "name": "Ana", "country": "DE", "holidays": [
        { "date": "2026-12-25", "name": "On call", "working": true }, { "date": "2026-12-24", "name": "Closed" }
    ] });
    bench.call("me.update", &mine);
    let days = |request: &Value| bench.call("calendar.year", request)["days"].as_array().unwrap().clone();
    let year = days(&json!({ "year": 2026 }));
    let of = |date: &str| year.iter().find(|day| day["date"] == date).unwrap().clone();
    assert_eq!(
        of("2026-12-24"),
        json!({ "date": "2026-12-24", "name": "Closed", "source": "own", "working": false })
    );
    assert_eq!((&of("2026-12-25")["source"], &of("2026-12-25")["working"]), (&json!("own"), &json!(true)));
    assert_eq!(
        (&of("2026-12-26")["source"], &of("2026-12-26")["working"]),
        (&json!("country"), &json!(false))
    );
    assert!(days(&json!({ "account_id": account, "year": 2026 })).is_empty(), "the account said no country");
    bench.call("account.update", &json!({ "id": account, "version": 1, "country": "JP" }));
    assert!(days(&json!({ "account_id": account, "year": 2026 })).len() > 10, "Japan has many");
    let twice = json!({ "version": 1, "holidays": [{ "date": "2026-12-24" }, { "date": "2026-12-24" }] });
    assert_eq!(bench.refused("me.update", &twice)["field"], "holidays", "a day is said once");
}

#[test]
fn a_lag_can_be_changed_later_and_what_is_done_holds_nobody_up() {
    let bench = Bench::new();
    let [_, objective] = objective(&bench);
    let first = task(&bench, &objective, &json!({ "start": "2026-11-23", "due": "2026-11-25" }));
    let second = task(&bench, &objective, &json!({ "start": "2026-11-26", "due": "2026-11-27" }));
    let link = json!({ "predecessor_id": first["id"], "successor_id": second["id"] });
    let link = bench.call("dependency.create", &link);
    let wish = json!({ "task_id": first["id"], "due": "2026-11-26" });
    let second_start = || bench.call("plan.preview_shift", &wish)["moves"][1]["new_start"].clone();
    assert_eq!(second_start(), "2026-11-27", "the next working day");
    let lag = json!({ "id": link["id"], "version": 1, "lag_days": 2 });
    assert_eq!(bench.call("dependency.update", &lag)["lag_days"], 2);
    assert_eq!(second_start(), "2026-12-01", "and two working days more");
    let back = json!({ "id": link["id"], "version": 2, "lag_days": -1 });
    assert_eq!(bench.refused("dependency.update", &back)["field"], "lag_days");
    let turned = json!({
        "id": link["id"], "version": 2, "predecessor_id": second["id"], "successor_id": first["id"]
    });
    assert_eq!(
        bench.refused("dependency.update", &turned)["details"]["reason"],
        "fixed",
        "it stays between the two"
    );

    let done = json!({ "id": first["id"], "version": 1, "status": "closed_success" });
    bench.call("task.update", &done);
    let shown = bench.call("plan.preview_shift", &wish);
    assert_eq!(shown["moves"].as_array().unwrap().len(), 1, "it is over: {shown}");
    let third = task(&bench, &objective, &json!({ "due": "2026-11-24" }));
    bench.call("dependency.create", &json!({ "predecessor_id": first["id"], "successor_id": third["id"] }));
}
