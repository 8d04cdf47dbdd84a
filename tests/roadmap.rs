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

    let mut in_sight = wish.clone();
    in_sight["among"] = json!([c]);
    let seen = bench.call("plan.preview_shift", &in_sight);
    let titles: Vec<&Value> = seen["moves"].as_array().unwrap().iter().map(|moved| &moved["title"]).collect();
    assert_eq!(titles, ["A", "C"], "a bar under a hand needs no more than what is in sight");

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

fn plan_of(bench: &Bench, task: &str) -> Value {
    let task = bench.call("task.get", &json!({ "id": task }));
    let initiative = bench.call("initiative.get", &json!({ "id": task["initiative_id"] }));
    bench.call("objective.get", &json!({ "id": initiative["objective_id"] }))["plan_id"].clone()
}

#[test]
fn the_critical_path_says_how_much_room_each_task_has_and_over_which_links_a_delay_goes_on() {
    let bench = Bench::new();
    let [a, b, c] = chain(&bench);
    let initiative = bench.call("task.get", &json!({ "id": a }))["initiative_id"].clone();
    let aside =
        json!({ "initiative_id": initiative, "title": "D", "start": "2026-11-23", "due": "2026-11-24" });
    let d = id(&bench.call("task.create", &aside));
    let loose =
        bench.call("dependency.create", &json!({ "predecessor_id": d, "successor_id": c, "lag_days": 1 }));
    bench.call(
        "task.update",
        &json!({ "id": a, "version": 1, "status": "closed_success", "done_date": "2026-11-23" }),
    );
    let found = bench.call("plan.critical_path", &json!({ "id": plan_of(&bench, &a) }));
    let room = |task: &str| {
        let tasks = found["tasks"].as_array().unwrap();
        let one = tasks.iter().find(|one| one["id"] == task).unwrap();
        (one["slack_days"].clone(), one["critical"].clone())
    };
    assert_eq!(room(&a), (json!(null), json!(false)), "what is done has no room to speak of");
    assert_eq!(room(&b), (json!(0), json!(true)), "C starts the day after it, and the plan ends with C");
    assert_eq!(room(&c), (json!(0), json!(true)), "the last one");
    assert_eq!(room(&d), (json!(3), json!(false)), "until Friday: then a day of lag, then C");
    let tight = found["tight"].as_array().unwrap();
    assert_eq!(tight.len(), 1, "only B hands a delay on: {found}");
    assert!(!tight.contains(&loose["id"]), "D does not");
    assert_eq!(found["end"], "2026-12-03", "against which room is counted");
}

#[test]
fn several_tasks_move_together_with_what_they_push_as_one_step() {
    let bench = Bench::new();
    let [a, b, c] = chain(&bench);
    let ask = json!({ "task_ids": [a, b], "working_days": 2 });
    let shown = bench.call("plan.preview_shift_many", &ask);
    let why: Vec<&Value> =
        shown["moves"].as_array().unwrap().iter().map(|moved| &moved["why"]["reason"]).collect();
    assert_eq!(why, ["asked", "asked", "after"], "two were asked for, C is pushed");
    assert_eq!(bench.call("plan.shift_many", &ask), shown, "what was shown is what is done");
    assert_eq!(dates(&bench, &a), (json!("2026-11-25"), json!("2026-11-27")));
    assert_eq!(dates(&bench, &b), (json!("2026-11-30"), json!("2026-12-02")), "over the weekend");
    assert_eq!(dates(&bench, &c).0, "2026-12-03", "pushed by B");
    bench.call("undo", &json!({}));
    assert_eq!(dates(&bench, &a).0, "2026-11-23", "one undo");
    assert_eq!(dates(&bench, &c).0, "2026-12-01", "for all of them");

    bench.call("plan.shift_many", &json!({ "task_ids": [a, b], "working_days": 2, "only": true }));
    assert_eq!(dates(&bench, &c).0, "2026-12-01", "alone they push nobody");
    let [other, ..] = chain(&bench);
    let mixed = bench.refused("plan.shift_many", &json!({ "task_ids": [a, other], "working_days": 1 }));
    assert_eq!(mixed["field"], "task_ids", "tasks of two plans do not move together: {mixed}");
    let none = bench.refused("plan.shift_many", &json!({ "task_ids": [], "working_days": 1 }));
    assert_eq!(none["field"], "task_ids", "{none}");
    let far = bench.refused("plan.shift_many", &json!({ "task_ids": [a], "working_days": 9_000 }));
    assert_eq!(far["field"], "working_days", "{far}");
}

#[test]
fn several_tasks_get_one_last_day_and_what_that_pushes_is_shown_before() {
    let bench = Bench::new();
    let [a, b, c] = chain(&bench);
    let ask = json!({ "task_ids": [a, b], "due": "2026-12-04" });
    let shown = bench.call("plan.preview_shift_many", &ask);
    let pushed: Vec<&Value> = shown["moves"].as_array().unwrap().iter().map(|moved| &moved["id"]).collect();
    assert!(pushed.contains(&&json!(c)), "C waits for B: {shown}");
    assert_eq!(bench.call("plan.shift_many", &ask), shown, "what was shown is what is done");
    assert_eq!(dates(&bench, &a).1, "2026-12-04", "the day that was asked for");
    assert_eq!(dates(&bench, &c).0.as_str().map(|day| day > "2026-12-04"), Some(true), "C comes after B");
    bench.call("undo", &json!({}));
    let both =
        bench.refused("plan.shift_many", &json!({ "task_ids": [a], "working_days": 1, "due": "2026-12-04" }));
    assert_eq!(both["field"], "due", "one of the two: {both}");
    let neither = bench.refused("plan.shift_many", &json!({ "task_ids": [a] }));
    assert_eq!(neither["field"], "working_days", "{neither}");
}

#[test]
fn days_off_are_each_sides_own() {
    let bench = Bench::new();
    let [a, ..] = chain(&bench);
    let plan = plan_of(&bench, &a);
    let account = bench.call("account.list", &json!({}))["items"][0].clone();
    let place = json!({ "id": account["id"], "version": 1, "country": "DE", "subdivision": "BY" });
    bench.call("account.update", &place);
    let off = bench.call("plan.days_off", &json!({ "id": plan, "from": "2027-01-04", "to": "2027-01-10" }));
    assert_eq!(off["ours"], json!(["2027-01-09", "2027-01-10"]), "our weekend");
    assert_eq!(off["customer"], json!(["2027-01-06", "2027-01-09", "2027-01-10"]), "theirs, and Epiphany");
    let back = json!({ "id": plan, "from": "2027-01-04", "to": "2027-01-03" });
    assert_eq!(bench.refused("plan.days_off", &back)["field"], "to", "a span has an end");
}
