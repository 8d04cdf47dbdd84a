//! Templates of plans through the command line: kept, copied, sent to a colleague.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::disallowed_methods)]

mod process;

use process::Bench;
use serde_json::{Value, json};

/// A template of one objective with a measure and two tasks, one after the other.
fn pilot() -> Value {
    json!({ "plan_type": "stage_adoption", "weeks": 12, "strategy": "Begin small.", "objectives": [{
        "key": "ship", "title": "Ship every week", "use_case": "ci", "start_day": 0, "due_day": 40,
        "criteria": [{ "key": "lead", "name": "Lead time", "direction": "lower_is_better", "target": 5, "target_day": 40 }],
        "initiatives": [{ "key": "pilot", "title": "Pilot with two teams", "due_day": 20, "tasks": [
            { "key": "choose", "title": "Choose the teams", "owner_side": "customer", "start_day": 0, "due_day": 4 },
            { "key": "build", "title": "Build the pipeline", "start_day": 5, "due_day": 14, "after": [{ "key": "choose" }] }
        ]}]
    }]})
}

fn made(bench: &Bench) -> Value {
    bench.call("template.create", &json!({ "title": "Pilot first", "content": pilot() }))
}

fn ids(bench: &Bench) -> Vec<Value> {
    let list = bench.call("template.list", &json!({}));
    list["items"].as_array().unwrap().iter().map(|one| one["id"].clone()).collect()
}

#[test]
fn what_comes_with_the_program_is_there_and_an_own_copy_is_made_of_it() {
    let bench = Bench::new();
    let list = bench.call("template.list", &json!({}));
    let first = &list["items"][0];
    assert_eq!(first["built_in"], true, "before a workspace is there: {first}");
    let copy = bench
        .call("template.update", &json!({ "id": first["id"], "version": first["version"], "title": "Ours" }));
    assert_ne!(copy["id"], first["id"], "the program's own stays");
    assert_eq!((&copy["title"], &copy["built_in"]), (&json!("Ours"), &json!(false)));
    assert_eq!(copy["content"], first["content"], "the copy holds what was copied");
    assert_eq!(bench.call("template.get", &json!({ "id": first["id"] })), *first, "untouched");
    assert_eq!(ids(&bench).len() as u64, list["total"].as_u64().unwrap() + 1);
    let refused = bench.refused("template.delete", &json!({ "id": first["id"] }));
    assert_eq!(refused["code"], "invalid_state", "it comes with the program: {refused}");
}

#[test]
fn a_change_counts_the_version_up_and_is_undone() {
    let bench = Bench::new();
    let template = made(&bench);
    assert_eq!(template["version"], 1);
    let mut content = pilot();
    content["weeks"] = json!(20);
    let change = json!({ "id": template["id"], "version": 1, "content": content });
    let changed = bench.call("template.update", &change);
    assert_eq!((&changed["version"], &changed["content"]["weeks"]), (&json!(2), &json!(20)));
    assert_eq!(bench.refused("template.update", &change)["code"], "conflict", "as read");
    bench.call("undo", &json!({}));
    let back = bench.call("template.get", &json!({ "id": template["id"] }));
    assert_eq!(back["content"]["weeks"], 12, "one undo");
    bench.call("template.delete", &json!({ "id": template["id"] }));
    assert!(!ids(&bench).contains(&template["id"]), "a deleted one is not offered");
    bench.call("template.restore", &json!({ "id": template["id"] }));
    assert!(ids(&bench).contains(&template["id"]), "and comes back");
    let hits = bench.call("search", &json!({ "text": "pilot first" }));
    assert_eq!(hits["items"][0]["kind"], "template", "it is found by its title");
    bench.assert_sound("after undo and restore");
}

#[test]
fn a_template_that_could_not_be_used_is_refused_by_its_place() {
    let bench = Bench::new();
    let before = ids(&bench).len();
    let refused = |change: &dyn Fn(&mut Value)| {
        let mut content = pilot();
        change(&mut content);
        bench.refused("template.create", &json!({ "title": "Wrong", "content": content }))
    };
    let tasks = "/objectives/0/initiatives/0/tasks";
    let unknown = refused(&|content| content["objectives"][0]["colour"] = json!("red"));
    assert_eq!(
        (&unknown["code"], &unknown["field"]),
        (&json!("unknown_field"), &json!("content.objectives[0].colour"))
    );
    let twice = refused(&|content| content.pointer_mut(tasks).unwrap()[1]["key"] = json!("choose"));
    assert_eq!(
        (&twice["code"], &twice["field"], &twice["details"]["reason"]),
        (&json!("invalid"), &json!("content.objectives[0].initiatives[0].tasks[1].key"), &json!("twice")),
    );
    let circle =
        refused(&|content| content.pointer_mut(tasks).unwrap()[0]["after"] = json!([{ "key": "build" }]));
    assert_eq!(circle["code"], "dependency_loop", "{circle}");
    assert_eq!(circle["details"]["path"].as_array().unwrap().len(), 3, "first > second > first: {circle}");
    let field = refused(&|content| {
        content["objectives"][0]["when"] = json!([{ "field": "weather", "is": ["sun"] }]);
    });
    assert_eq!(
        (&field["code"], &field["field"]),
        (&json!("invalid"), &json!("content.objectives[0].when[0].field")),
        "{field}"
    );
    assert_eq!(ids(&bench).len(), before, "nothing of them is kept");
}

#[test]
fn a_template_travels_as_a_file_and_a_later_version_changes_it_there() {
    let (bench, colleague) = (Bench::new(), Bench::new());
    let template = made(&bench);
    let path = bench.path("pilot.json");
    let write = || bench.call("template.export", &json!({ "id": template["id"], "path": path }));
    let take = || colleague.call("template.import", &json!({ "path": path }));
    write();
    let taken = take();
    assert_eq!(taken["what"], "new");
    assert_eq!(taken["template"]["content"], template["content"], "all of it arrives");
    assert_eq!(take()["what"], "same", "twice makes nothing twice");
    bench.call("template.update", &json!({ "id": template["id"], "version": 1, "title": "Pilot, better" }));
    write();
    let taken = take();
    assert_eq!((&taken["what"], &taken["template"]["id"]), (&json!("changed"), &template["id"]));
    colleague.call("undo", &json!({}));
    let back = colleague.call("template.get", &json!({ "id": template["id"] }));
    assert_eq!(back["title"], "Pilot first", "and one undo takes it back");
    std::fs::write(&path, "{ \"id\": 1").unwrap();
    let refused = colleague.refused("template.import", &json!({ "path": path }));
    assert_eq!(refused["code"], "invalid", "half a file: {refused}");
}

/// An account in Germany, where the customer keeps holidays that we do not.
#[test]
fn a_template_file_is_imported_as_every_file_is() {
    let bench = Bench::new();
    let template = made(&bench);
    let file = bench.path("pilot.json");
    let path = file.to_str().unwrap();
    let write = || bench.call("template.export", &json!({ "id": template["id"], "path": path }));
    write();
    let colleague = Bench::new();
    colleague.call("workspace.create", &json!({ "path": colleague.workspace }));
    let import = |more: &[&str]| {
        let output = colleague
            .command(&[&["import", "template", path, "--json"][..], more].concat())
            .output()
            .unwrap();
        // A preview with problems is a report that fails.
        let text = if output.stdout.is_empty() { output.stderr } else { output.stdout };
        let text = String::from_utf8(text).unwrap();
        (output.status.success(), serde_json::from_str::<Value>(text.lines().last().unwrap()).unwrap())
    };
    let counts = |report: &Value| {
        ["new", "changed", "same"].map(|key| report[key].as_u64().unwrap_or_else(|| panic!("{report}")))
    };
    let own = || ids(&colleague).into_iter().filter(|id| *id == template["id"]).count();
    assert_eq!(counts(&import(&["--dry-run"]).1), [1, 0, 0]);
    assert_eq!(own(), 0, "a preview takes nothing in");
    assert_eq!(counts(&import(&[]).1), [1, 0, 0]);
    assert_eq!((own(), counts(&import(&[]).1)), (1, [0, 0, 1]), "the same file is no news");
    bench.call("template.update", &json!({ "id": template["id"], "version": 1, "summary": "For two teams" }));
    write();
    let (_, report) = import(&[]);
    assert_eq!(
        (counts(&report), &report["lines"][0]["to"]),
        ([0, 1, 0], &json!("For two teams")),
        "{report}"
    );
    colleague.call("undo", &json!({}));
    let kept = colleague.call("template.get", &json!({ "id": template["id"] }));
    assert_ne!(kept["summary"], "For two teams", "one undo takes it back");
    let broken = std::fs::read_to_string(&file).unwrap().replacen("\"title\"", "\"headline\"", 1);
    std::fs::write(&file, broken).unwrap();
    let (done, report) = import(&["--dry-run"]);
    assert!(!done, "a problem stands in the way: {report}");
    assert_eq!(report["problems"].as_array().map(Vec::len), Some(1), "what is wrong is a problem: {report}");
    let (done, refused) = import(&[]);
    assert_eq!((done, &refused["code"]), (false, &json!("invalid")), "{refused}");
}

fn account(bench: &Bench) -> Value {
    bench.call("account.create", &json!({ "name": "Nordwind", "country": "DE", "hosting": "dedicated" }))["id"]
        .clone()
}

fn tasks(bench: &Bench) -> Vec<Value> {
    let list = bench.call("task.list", &json!({ "filter": { "deleted": false } }));
    list["items"].as_array().unwrap().clone()
}

fn titled<'a>(records: &'a [Value], title: &str) -> &'a Value {
    records.iter().find(|one| one["title"] == title).unwrap_or_else(|| panic!("no {title} in {records:?}"))
}

#[test]
fn a_template_makes_a_whole_plan_in_one_step() {
    let bench = Bench::new();
    let (account, template) = (account(&bench), made(&bench));
    // Christmas lies within the customer's first task.
    let ask = json!({ "template_id": template["id"], "account_id": account, "start": "2026-12-22", "title": "FY27" });
    let preview = bench.call("template.preview", &ask);
    assert_eq!(preview["plan_id"], Value::Null, "it is only looked at");
    let applied = bench.call("template.apply", &ask);
    let outline = bench.call("plan.outline", &json!({ "id": applied["plan_id"] }));
    assert_eq!(
        (&outline["plan"]["title"], &outline["plan"]["strategy"], &outline["plan"]["type"]),
        (&json!("FY27"), &json!("Begin small."), &json!("stage_adoption"))
    );
    assert_eq!(
        (&outline["plan"]["period_start"], &outline["plan"]["period_end"]),
        (&json!("2026-12-22"), &json!("2027-03-15")),
        "twelve weeks"
    );
    let made = tasks(&bench);
    let (first, second) = (titled(&made, "Choose the teams"), titled(&made, "Build the pipeline"));
    assert_eq!(
        (&first["start"], &first["due"], &first["owner_side"]),
        (&json!("2026-12-22"), &json!("2026-12-29"), &json!("customer")),
        "four working days on, over Christmas (Friday) and a weekend"
    );
    assert_eq!(
        second["start"], "2026-12-30",
        "the next working day after it, though our day five came sooner"
    );
    assert_eq!(outline["dependencies"][0]["predecessor_id"], first["id"], "and it waits for it");
    let criterion = &outline["objectives"][0]["criteria"][0]["criterion"];
    assert_eq!((&criterion["target"], &criterion["name"]), (&json!(5.0), &json!("Lead time")));
    assert!(criterion["target_date"].is_string(), "by a date: {criterion}");
    let (mut shown, parts) = (preview["made"].clone(), applied["made"].as_array().unwrap());
    for (shown, made) in shown.as_array_mut().unwrap().iter_mut().zip(parts) {
        assert!(made["id"].is_string(), "each part became a record: {made}");
        shown["id"] = made["id"].clone();
    }
    assert_eq!(shown, applied["made"], "what was previewed is what was made");
    bench.call("undo", &json!({}));
    for kind in ["plan", "objective", "criterion", "initiative", "task", "dependency"] {
        assert_eq!(
            bench.call(&format!("{kind}.list"), &json!({}))["total"],
            0,
            "one undo takes every {kind}"
        );
    }
    bench.call("redo", &json!({}));
    assert_eq!(tasks(&bench).len(), 2, "and one redo brings them back");
    bench.assert_sound("after a template");
}

#[test]
fn parts_that_do_not_fit_or_are_not_wanted_are_named_and_not_made() {
    let bench = Bench::new();
    let account = account(&bench);
    let mut content = pilot();
    let mut other = content["objectives"][0].clone();
    other["key"] = json!("racks");
    other["title"] = json!("Run it on their racks");
    other["when"] = json!([{ "field": "hosting", "is": ["self_managed_on_prem"] }]);
    (other["criteria"], other["initiatives"]) = (json!([]), json!([]));
    content["objectives"].as_array_mut().unwrap().push(other);
    let template = bench.call("template.create", &json!({ "title": "Two", "content": content }));
    let mut ask = json!({
        "template_id": template["id"], "account_id": account, "start": "2026-12-01", "without": ["choose"]
    });
    let preview = bench.call("template.preview", &ask);
    let left: Vec<_> = preview["left_out"]
        .as_array()
        .unwrap()
        .iter()
        .map(|one| (&one["key"], &one["why"]["reason"]))
        .collect();
    assert_eq!(
        left,
        [
            (&json!("racks"), &json!("condition")),
            (&json!("choose"), &json!("choice")),
            (&json!("choose>build"), &json!("above")),
        ],
        "with the reason of each: {preview}"
    );
    bench.call("template.apply", &ask);
    assert_eq!(tasks(&bench).len(), 1, "and not made");
    ask["without"] = json!(["nobody"]);
    let refused = bench.refused("template.apply", &ask);
    assert_eq!((&refused["field"], &refused["details"]["reason"]), (&json!("without"), &json!("no_part")));
    let plan = bench.call("plan.list", &json!({}))["items"][0]["id"].clone();
    for (wrong, field) in
        [(json!({ "account_id": account, "plan_id": plan }), "plan_id"), (json!({}), "account_id")]
    {
        let mut ask = json!({ "template_id": template["id"], "start": "2026-12-01" });
        ask.as_object_mut().unwrap().extend(wrong.as_object().unwrap().clone());
        assert_eq!(bench.refused("template.apply", &ask)["field"], field, "one home, and one only");
    }
    let more = bench.call(
        "template.apply",
        &json!({ "template_id": template["id"], "plan_id": plan, "start": "2027-01-11" }),
    );
    assert_eq!(more["plan_id"], plan, "into the plan that is there");
    assert_eq!(bench.call("objective.list", &json!({}))["total"], 2, "beside what it holds");
    assert_eq!(
        bench.call("plan.get", &json!({ "id": plan }))["period_start"],
        "2026-12-01",
        "whose period stays"
    );
}

#[test]
fn a_changed_template_is_offered_line_by_line_and_an_own_edit_is_shown() {
    let bench = Bench::new();
    let (account, template) = (account(&bench), made(&bench));
    let plan = bench.call(
        "template.apply",
        &json!({ "template_id": template["id"], "account_id": account, "start": "2027-01-11" }),
    )["plan_id"]
        .clone();
    let diff = || bench.call("template.diff", &json!({ "plan_id": plan }));
    assert_eq!(diff()["lines"], json!([]), "a plan just made does not differ");
    let build = titled(&tasks(&bench), "Build the pipeline").clone();
    bench.call("task.update", &json!({ "id": build["id"], "version": 1, "title": "Build ours" }));
    let mut content = pilot();
    let steps = content.pointer_mut("/objectives/0/initiatives/0/tasks").unwrap();
    steps[1]["title"] = json!("Build the shared pipeline");
    steps[1]["due_day"] = json!(16);
    steps.as_array_mut().unwrap().push(
        json!({ "key": "show", "title": "Show it", "start_day": 17, "due_day": 17, "after": [{ "key": "build" }] }),
    );
    content["objectives"][0]["criteria"] = json!([]);
    bench.call("template.update", &json!({ "id": template["id"], "version": 1, "content": content }));
    let found = diff();
    let line = |what: &str, field: Value| {
        let lines = found["lines"].as_array().unwrap();
        let same =
            |line: &&Value| line["what"] == what && line.get("field").unwrap_or(&Value::Null) == &field;
        lines.iter().find(same).unwrap_or_else(|| panic!("{what} {field}: {found}")).clone()
    };
    assert_eq!(found["lines"].as_array().unwrap().len(), 5, "title, due, task, link, criterion: {found}");
    let title = line("changed", json!("title"));
    assert_eq!(
        (&title["from"], &title["to"], &title["yours"]),
        (&json!("Build the pipeline"), &json!("Build the shared pipeline"), &json!("Build ours")),
        "three sides, so that nothing is overwritten unseen"
    );
    assert_eq!(line("changed", json!("due"))["to"], "2027-02-02", "as a date of this plan");
    let removed = line("removed", Value::Null);
    assert_eq!((&removed["kind"], &removed["key"]), (&json!("criterion"), &json!("lead")));
    let link = found["lines"].as_array().unwrap().iter().find(|line| line["kind"] == "dependency").unwrap();
    // The link alone: the task it joins comes along.
    let left = bench.call(
        "template.accept",
        &json!({ "plan_id": plan, "lines": [link["id"]], "decline": [title["id"], removed["id"]] }),
    );
    assert_eq!(left["lines"].as_array().unwrap().len(), 1, "only the date is left: {left}");
    let now = tasks(&bench);
    assert_eq!(titled(&now, "Build ours")["id"], build["id"], "the own edit stays");
    let show = titled(&now, "Show it");
    assert_eq!(bench.call("dependency.list", &json!({}))["total"], 2);
    assert_eq!(bench.call("criterion.list", &json!({}))["total"], 1, "what the template dropped stays");
    assert_eq!(
        bench.call("initiative.get", &json!({ "id": show["initiative_id"] }))["title"],
        "Pilot with two teams"
    );
    let gone = bench.refused("template.accept", &json!({ "plan_id": plan, "lines": [title["id"]] }));
    assert_eq!((&gone["code"], &gone["field"]), (&json!("not_found"), &json!("lines")), "it was handled");
    bench.call("undo", &json!({}));
    assert_eq!(diff()["lines"], found["lines"], "one undo, and all is asked again");
    let all: Vec<_> = found["lines"].as_array().unwrap().iter().map(|line| line["id"].clone()).collect();
    let left = bench.call("template.accept", &json!({ "plan_id": plan, "lines": all }));
    assert_eq!((&left["lines"], &left["uses"][0]["followed_version"]), (&json!([]), &json!(2)));
    assert_eq!(bench.call("criterion.list", &json!({}))["total"], 0, "accepted, it goes");
    bench.assert_sound("after a diff");
}

#[test]
fn a_line_of_a_template_is_refused_where_the_same_change_by_hand_would_be() {
    let bench = Bench::new();
    let (account, template) = (account(&bench), made(&bench));
    let apply = json!({ "template_id": template["id"], "account_id": account, "start": "2027-01-11" });
    let plan = bench.call("template.apply", &apply)["plan_id"].clone();
    let lead = bench.call("criterion.list", &json!({}))["items"][0].clone();
    let own = json!({ "objective_id": lead["objective_id"], "name": "Mood", "weight": 0 });
    bench.call("criterion.create", &own);
    let by_hand = bench.refused("criterion.delete", &json!({ "id": lead["id"] }));
    let mut content = pilot();
    content["objectives"][0]["criteria"] = json!([]);
    content["objectives"][0]["title"] = json!("Ship every day");
    bench.call("template.update", &json!({ "id": template["id"], "version": 1, "content": content }));
    let found = bench.call("template.diff", &json!({ "plan_id": plan }));
    let all: Vec<_> = found["lines"].as_array().unwrap().iter().map(|line| line["id"].clone()).collect();
    assert_eq!(all.len(), 2, "a title, and a criterion that goes: {found}");
    let refused = bench.refused("template.accept", &json!({ "plan_id": plan, "lines": all }));
    assert_eq!((&refused["code"], &refused["field"]), (&json!("invalid"), &json!("weight")), "{refused}");
    assert_eq!(refused["reason"], by_hand["reason"], "what is left would weigh nothing");
    assert_eq!(
        bench.call("template.diff", &json!({ "plan_id": plan }))["lines"],
        found["lines"],
        "nothing is done"
    );
    assert_eq!(bench.call("criterion.list", &json!({}))["total"], 2);
    bench.assert_sound("after a line that was refused");
}

#[test]
fn a_plan_saved_as_a_template_makes_the_same_plan_again_without_what_is_one_customers() {
    let bench = Bench::new();
    let (account, template) = (account(&bench), made(&bench));
    let apply = |template: &Value, start: &str| {
        let ask =
            json!({ "template_id": template["id"], "account_id": account, "start": start, "title": "Plan" });
        let plan = bench.call("template.apply", &ask)["plan_id"].clone();
        bench.call("plan.outline", &json!({ "id": plan }))
    };
    let first = apply(&template, "2027-01-11");
    let objective = &first["objectives"][0]["objective"];
    bench.call(
        "objective.update",
        &json!({ "id": objective["id"], "version": 1, "owner": "Mira Sand", "risks": "Their CISO leaves",
                 "business_impact": "We lose a day", "summary": "What Nordwind needs",
                 "title": "Nordwind releases weekly" }),
    );
    let criterion = &first["objectives"][0]["criteria"][0]["criterion"];
    bench.call(
        "reading.create",
        &json!({ "criterion_id": criterion["id"], "date": "2026-11-20", "value": 30 }),
    );
    let saved =
        bench.call("plan.save_as_template", &json!({ "id": first["plan"]["id"], "title": "What worked" }));
    assert_eq!(
        (&saved["title"], &saved["version"], &saved["built_in"]),
        (&json!("What worked"), &json!(1), &json!(false))
    );
    for word in ["Mira Sand", "CISO", "lose a day", "2026-11-20", "Nordwind"] {
        assert!(!saved.to_string().contains(word), "{word} is this customer's: {saved}");
    }
    assert_eq!(saved["content"]["objectives"][0]["title"], "[customer] releases weekly");
    let again = apply(&saved, "2027-01-11");
    let dates = |outline: &Value| -> Vec<Value> {
        let tasks = &outline["objectives"][0]["initiatives"][0]["tasks"];
        let shown = |task: &Value| json!([task["title"], task["start"], task["due"], task["owner_side"]]);
        tasks.as_array().unwrap().iter().map(shown).collect()
    };
    assert_eq!(dates(&again), dates(&first), "the same days from the same start");
    assert_eq!(again["dependencies"].as_array().unwrap().len(), 1, "and what waits for what");
    assert_eq!(again["plan"]["period_end"], first["plan"]["period_end"]);
}

#[test]
fn every_template_of_the_program_makes_a_plan() {
    let bench = Bench::new();
    let account = account(&bench);
    let list = bench.call("template.list", &json!({}));
    assert!(list["total"].as_u64().unwrap() >= 9, "eight and the accelerator");
    for template in list["items"].as_array().unwrap() {
        let ask = json!({ "template_id": template["id"], "account_id": account, "start": "2027-01-11" });
        let applied = bench.call("template.apply", &ask);
        assert!(applied["made"].as_array().unwrap().len() > 10, "{} is a plan", template["title"]);
        let diff = bench.call("template.diff", &json!({ "plan_id": applied["plan_id"] }));
        assert_eq!(diff["lines"], json!([]), "{}: just made, it does not differ", template["title"]);
    }
    bench.assert_sound("after all templates");
}

#[test]
fn what_is_no_template_is_told_what_one_is() {
    let bench = Bench::new();
    made(&bench);
    let file = bench.path("list.csv");
    std::fs::write(&file, "Name,Country\nNordwind,DE\n").unwrap();
    let report = bench.refused("import.apply", &json!({ "kind": "template", "path": file }));
    let message = report["message"].as_str().unwrap();
    assert!(message.contains("JSON file") && message.contains("template.export"), "{report}");
}
