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
