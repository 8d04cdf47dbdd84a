//! Dates that push others, through the command line: previews, one step, loops named.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::disallowed_methods)]

mod process;

use process::Bench;
use serde_json::{Value, json};

fn id(record: &Value) -> String {
    record["id"].as_str().unwrap().to_owned()
}

/// A plan whose tasks are `A`, `B` and `C`, each three working days, one after the other.
fn chain(bench: &Bench) -> [String; 3] {
    let account = id(&bench.call("account.create", &json!({ "name": "Nordwind AG" })));
    let plan = json!({ "account_id": account, "title": "FY27", "period_start": "2026-11-01", "period_end": "2026-12-31" });
    let plan = id(&bench.call("plan.create", &plan));
    let objective =
        id(&bench.call("objective.create", &json!({ "plan_id": plan, "title": "Halve the lead time" })));
    let initiative =
        id(&bench.call("initiative.create", &json!({ "objective_id": objective, "title": "Templates" })));
    let make = |title: &str, start: &str, due: &str| {
        let request = json!({ "initiative_id": initiative, "title": title, "start": start, "due": due });
        id(&bench.call("task.create", &request))
    };
    let tasks = [
        make("A", "2026-11-23", "2026-11-25"),
        make("B", "2026-11-26", "2026-11-30"),
        make("C", "2026-12-01", "2026-12-03"),
    ];
    for (predecessor, successor) in [(0, 1), (1, 2)] {
        bench.call(
            "dependency.create",
            &json!({ "predecessor_id": tasks[predecessor], "successor_id": tasks[successor] }),
        );
    }
    tasks
}

fn dates(bench: &Bench, task: &str) -> (Value, Value) {
    let task = bench.call("task.get", &json!({ "id": task }));
    (task["start"].clone(), task["due"].clone())
}

#[test]
fn every_date_that_moves_is_shown_before_it_moves_and_one_undo_brings_all_back() {
    let bench = Bench::new();
    let [a, b, c] = chain(&bench);
    let wish = json!({ "task_id": a, "start": "2026-11-24" });
    let shown = bench.call("plan.preview_shift", &wish);
    let moves = shown["moves"].as_array().unwrap();
    let titles: Vec<&str> = moves.iter().map(|moved| moved["title"].as_str().unwrap()).collect();
    assert_eq!(titles, ["A", "B", "C"], "the task itself first, then what it pushes");
    assert_eq!(
        (&moves[1]["old_start"], &moves[1]["new_start"], &moves[1]["new_due"]),
        (&json!("2026-11-26"), &json!("2026-11-27"), &json!("2026-12-01")),
        "the next working day after the 26th, three working days long over the weekend"
    );
    assert_eq!(moves[1]["why"], json!({ "reason": "after", "predecessor": "A" }), "with the reason");
    assert_eq!(dates(&bench, &b).0, "2026-11-26", "a preview moves nothing");

    assert_eq!(bench.call("plan.shift", &wish), shown, "what was shown is what is done");
    assert_eq!(dates(&bench, &c), (json!("2026-12-02"), json!("2026-12-04")), "to the end of the chain");
    bench.call("undo", &json!({}));
    assert_eq!(dates(&bench, &a), (json!("2026-11-23"), json!("2026-11-25")), "one undo");
    assert_eq!(dates(&bench, &c), (json!("2026-12-01"), json!("2026-12-03")), "brings every date back");
}

#[test]
fn a_task_can_be_moved_alone_and_a_new_end_alone_changes_its_length() {
    let bench = Bench::new();
    let [a, b, _] = chain(&bench);
    bench.call("plan.shift", &json!({ "task_id": a, "due": "2026-12-11", "only": true }));
    assert_eq!(dates(&bench, &a), (json!("2026-11-23"), json!("2026-12-11")), "it is longer");
    assert_eq!(dates(&bench, &b).0, "2026-11-26", "and pushes nobody");
}

#[test]
fn a_milestone_stays_and_is_named_and_dates_outside_of_the_plan_are_told() {
    let bench = Bench::new();
    let [a, b, _] = chain(&bench);
    bench.call("task.update", &json!({ "id": b, "version": 1, "milestone": true }));
    let shown = bench.call("plan.preview_shift", &json!({ "task_id": a, "start": "2026-12-30" }));
    assert_eq!(shown["moves"].as_array().unwrap().len(), 1, "the milestone does not move");
    assert_eq!(shown["fixed"][0]["title"], "B", "it is named");
    assert_eq!(shown["outside"], json!([a]), "and the plan ends before the task does");
}

#[test]
fn a_loop_is_refused_by_name_the_moment_it_would_arise() {
    let bench = Bench::new();
    let [a, b, c] = chain(&bench);
    let refused = bench.refused("dependency.create", &json!({ "predecessor_id": c, "successor_id": a }));
    assert_eq!(refused["code"], "dependency_loop", "{refused}");
    assert_eq!(refused["details"]["path"], json!(["C", "A", "B", "C"]), "the titles in order");
    let twice = bench.refused("dependency.create", &json!({ "predecessor_id": a, "successor_id": b }));
    assert_eq!(twice["details"]["reason"], "twice", "{twice}");
    let own = bench.refused("dependency.create", &json!({ "predecessor_id": a, "successor_id": a }));
    assert_eq!(own["code"], "dependency_loop", "a task does not wait for itself");
    let negative = json!({ "predecessor_id": a, "successor_id": c, "lag_days": -1 });
    assert_eq!(bench.refused("dependency.create", &negative)["field"], "lag_days", "no time machine");
}

#[test]
fn a_dependency_stays_within_its_plan_and_goes_with_its_tasks() {
    let bench = Bench::new();
    let [a, b, _] = chain(&bench);
    let [other, ..] = chain(&bench);
    let across = bench.refused("dependency.create", &json!({ "predecessor_id": other, "successor_id": a }));
    assert_eq!(across["details"]["reason"], "elsewhere", "{across}");
    bench.call("task.delete", &json!({ "id": b }));
    assert_eq!(bench.call("dependency.list", &json!({}))["total"], 2, "only the other plan's are left");
    bench.call("undo", &json!({}));
    assert_eq!(bench.call("dependency.list", &json!({}))["total"], 4, "and they come back with the task");
}

#[test]
fn the_customers_work_steps_over_the_customers_holidays_and_ours_over_our_leave() {
    let bench = Bench::new();
    let [a, b, c] = chain(&bench);
    let account = bench.call("account.list", &json!({}))["items"][0].clone();
    let place = json!({ "id": account["id"], "version": 1, "country": "DE", "subdivision": "BY" });
    bench.call("account.update", &place);
    bench.call("task.update", &json!({ "id": b, "version": 1, "owner_side": "customer" }));
    let leave =
        json!({ "version": 0, "name": "Ana", "leave": [{ "from": "2027-01-11", "to": "2027-01-15" }] });
    bench.call("me.update", &leave);
    bench.call("plan.shift", &json!({ "task_id": a, "start": "2026-12-30", "due": "2027-01-05" }));
    assert_eq!(dates(&bench, &b).0, "2027-01-07", "Epiphany is a holiday in Bavaria");
    assert_eq!(dates(&bench, &c).0, "2027-01-18", "and the week after B ends, we are away");
}
