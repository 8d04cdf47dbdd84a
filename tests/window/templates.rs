//! Templates in the window: a plan out of one, what it says otherwise later, and a template out of a plan.

use cairn_testkit::{Key, Window};
use serde_json::{Value, json};

use crate::{
    is_accessible, keys,
    sample::{Sample, go},
};

/// A template of one objective with three tasks.
fn content(build: &str, show: &str) -> Value {
    json!({ "weeks": 12, "objectives": [{ "key": "ship", "title": "Ship every week", "due_day": 40,
        "criteria": [{ "key": "lead", "name": "Lead time in days", "target": 5, "target_day": 40 }],
        "initiatives": [{ "key": "pilot", "title": "Pilot with two teams", "due_day": 20, "tasks": [
            { "key": "choose", "title": "Choose the teams", "start_day": 0, "due_day": 4 },
            { "key": "build", "title": build, "start_day": 5, "due_day": 9, "after": [{ "key": "choose" }] },
            { "key": "show", "title": show, "start_day": 10, "due_day": 10, "owner_side": "customer" }
        ]}]
    }]})
}

async fn decide(window: &Window, title: &str, decision: &str) {
    let xpath = format!("//dialog//select[starts-with(@aria-label, \"{title}\")]");
    window.find(&xpath).await.select_by_value(decision).await.unwrap();
}

#[tokio::test(flavor = "multi_thread")]
async fn a_plan_comes_out_of_a_template_and_its_later_changes_are_decided_line_by_line() {
    let sample = Sample::make();
    let account = sample.call("account.create", &json!({ "name": "Sable Rail" }))["id"].clone();
    let request = json!({ "title": "Pilot first", "content": content("Build the pipeline", "Show it") });
    let template = sample.call("template.create", &request);
    let window = sample.open().await;
    go(&window, &format!("#/account/{}", account.as_str().unwrap())).await;
    window.press("From a template…").await;
    window.see("Objectives: 1, criteria: 1, tasks: 3").await;
    is_accessible(&window, "from-template").await;
    let box_of = "//dialog//label[contains(., \"Choose the teams\")]/input";
    window.find(box_of).await.click().await.unwrap();
    window.see("Objectives: 1, criteria: 1, tasks: 2").await;
    window.fill("Title of the plan", "Rails to weekly").await;
    window.press("Create plan").await;
    window.see("Rails to weekly").await;
    window.find("//a[normalize-space(.)=\"Ship every week\"]").await;
    window.gone("//dialog").await;

    let change = json!({
        "id": template["id"], "version": 1, "content": content("Build one for all", "Show it to everybody")
    });
    sample.call("template.update", &change);
    window.see("The template has changed. Differences: 2.").await;
    window.press("Look at the differences").await;
    is_accessible(&window, "template-diff").await;
    decide(&window, "Build the pipeline", "accept").await;
    decide(&window, "Show it", "decline").await;
    window.press("Apply").await;
    window.gone("//dialog").await;
    window.gone("//*[contains(., \"The template has changed\")]").await;
    let titles = || {
        let tasks = sample.call("task.list", &json!({ "page": { "limit": 1000 } }));
        let titles = tasks["items"].as_array().unwrap().iter().map(|task| task["title"].clone());
        titles.collect::<Vec<Value>>()
    };
    assert!(titles().contains(&json!("Build one for all")), "what was taken over is in the plan");
    assert!(titles().contains(&json!("Show it")), "what was declined is not");
    assert!(!titles().contains(&json!("Choose the teams")), "nor what was not wanted");
    keys::undo(&window).await;
    window.see("The template has changed. Differences: 2.").await;
    assert!(titles().contains(&json!("Build the pipeline")), "and one undo takes the decision back");
    window.quit().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_plan_becomes_a_template_that_is_worded_anew_and_one_of_the_programs_is_copied() {
    let sample = Sample::make();
    let plan = sample.id("plan.list", "title", "release faster");
    let window = sample.open().await;
    go(&window, &format!("#/plan/{plan}/plan/{plan}")).await;
    window.press("Save as a template…").await;
    window.fill("Name of the template", "What worked").await;
    window.press("Save template").await;
    window.see("Days are working days after the start").await;
    is_accessible(&window, "template-own").await;
    let first = window.find("//tbody/tr[1]//input[@aria-label=\"Title\"]").await;
    first.clear().await.unwrap();
    let typed = format!("Release every week{}", char::from(Key::Enter));
    first.send_keys(&typed).await.unwrap();
    window.see("Version 2").await;
    let own = sample.call("template.list", &json!({}));
    let own = own["items"].as_array().unwrap().iter().find(|one| one["title"] == "What worked").unwrap();
    assert_eq!(own["content"]["objectives"][0]["title"], "Release every week", "{own}");
    go(&window, "#/library").await;
    window.see("Yours").await;
    is_accessible(&window, "library").await;
    window.find("//a[starts-with(normalize-space(.), \"CI adoption\")]").await.click().await.unwrap();
    window.see("Comes with Cairn").await;
    window.press("Make a copy of my own").await;
    window.see("Version 1").await;
    window.press("Delete template").await;
    window.see("With Cairn").await;
    window.quit().await;
}
