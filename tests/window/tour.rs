//! The sample, screen by screen: nothing for axe-core to find in either theme, and everything still there at 200 %.

use std::process::Command;

use cairn_testkit::Window;
use serde_json::{Value, json};

use crate::{NOW, program, shots, violations};

/// One call on the command line, beside the window.
fn call(workspace: &str, name: &str, request: &Value) -> Value {
    let output = Command::new(program())
        .args(["--workspace", workspace, "--now", NOW, "call", name, &request.to_string()])
        .output()
        .unwrap();
    assert!(output.status.success(), "{name}: {}", String::from_utf8_lossy(&output.stderr));
    serde_json::from_slice(&output.stdout).unwrap()
}

fn id_of(list: &Value, field: &str, text: &str) -> String {
    let items = list["items"].as_array().unwrap();
    let found = items.iter().find(|item| item[field].as_str().unwrap().contains(text));
    found.unwrap_or_else(|| panic!("the sample has {text}"))["id"].as_str().unwrap().to_owned()
}

/// Where the sample shows its best and its worst, and a word that stands there.
fn screens(workspace: &str) -> Vec<(&'static str, String, &'static str)> {
    let accounts = call(workspace, "account.list", &json!({}));
    let plans = call(workspace, "plan.list", &json!({}));
    let nordwind = id_of(&accounts, "name", "Nordwind");
    let plan = id_of(&plans, "title", "release faster");
    let filter = json!({ "filter": { "plan_id": plan } });
    let objective = call(workspace, "objective.list", &filter)["items"][0]["id"].as_str().unwrap().to_owned();
    let under = json!({ "filter": { "objective_id": objective } });
    let criterion = call(workspace, "criterion.list", &under)["items"][0]["id"].as_str().unwrap().to_owned();
    let initiative =
        call(workspace, "initiative.list", &under)["items"][0]["id"].as_str().unwrap().to_owned();
    let steps = json!({ "filter": { "initiative_id": initiative } });
    let task = call(workspace, "task.list", &steps)["items"][0]["id"].as_str().unwrap().to_owned();
    let contact = call(workspace, "contact.list", &json!({ "filter": { "account_id": nordwind } }));
    let contact = contact["items"][0]["id"].as_str().unwrap().to_owned();
    let empty = id_of(&plans, "title", "Stage adoption");
    vec![
        ("sample-portfolio", "#/portfolio".into(), "Nordwind AG"),
        ("sample-account", format!("#/account/{nordwind}"), "release faster"),
        ("sample-people", format!("#/account/{nordwind}/people"), "Ines Falk"),
        ("sample-contact", format!("#/account/{nordwind}/contact/{contact}"), "Reports to"),
        ("sample-command-plan", format!("#/account/{nordwind}/command-plan"), "For us alone"),
        ("sample-profile", format!("#/account/{nordwind}/profile"), "Account team"),
        ("sample-plan", format!("#/plan/{plan}"), "Cut the lead time"),
        ("sample-plan-pane", format!("#/plan/{plan}/plan/{plan}"), "Strategy"),
        ("sample-objective", format!("#/plan/{plan}/objective/{objective}"), "Impact, in the customer"),
        ("sample-criterion", format!("#/plan/{plan}/criterion/{criterion}"), "Readings"),
        ("sample-initiative", format!("#/plan/{plan}/initiative/{initiative}"), "Also serves"),
        ("sample-task", format!("#/plan/{plan}/task/{task}"), "Milestone"),
        ("sample-plan-without-objectives", format!("#/plan/{empty}"), "No objective yet"),
        ("sample-roadmap", format!("#/plan/{plan}/roadmap"), "Pilot: 5 services"),
        ("sample-document", format!("#/plan/{plan}/document"), "left out for the customer"),
        ("sample-settings", "#/settings".into(), "Working days"),
        ("sample-brand", "#/settings/brand".into(), "Company"),
        ("sample-words", "#/settings/words".into(), "Where we stand"),
        ("sample-window", "#/settings/window".into(), "Row height"),
        ("sample-workspace", "#/settings/workspace".into(), "Workspace"),
    ]
}

#[tokio::test(flavor = "multi_thread")]
async fn every_screen_of_the_sample_is_accessible_in_both_themes_and_whole_at_twice_the_size() {
    let home = tempfile::tempdir().unwrap();
    let workspace = home.path().join("sample.cairn").display().to_string();
    let made = Command::new(program()).args(["demo", &workspace, "--now", NOW]).output().unwrap();
    assert!(made.status.success(), "{}", String::from_utf8_lossy(&made.stderr));
    let arguments = ["--workspace", &workspace, "--now", NOW];
    let window = Window::start_with(program(), &arguments, &[], home.path(), &shots()).await;
    window.see("Nordwind AG").await;
    let mut found = Vec::new();
    for (name, place, word) in screens(&workspace) {
        window.resize(1280, 800).await;
        window.script("location.hash = arguments[0]", vec![json!(place)]).await;
        window.see(word).await;
        found.extend(violations(&window, name).await);
        window.resize(640, 400).await;
        window.see(word).await;
        window.shot(&format!("{name}-zoomed")).await;
        let wider =
            "const { scrollWidth, clientWidth } = document.documentElement; return scrollWidth - clientWidth";
        let wider = window.script(wider, vec![]).await;
        if wider != json!(0) {
            found.push(format!("{name} runs out of the window at 200 %: by {wider}"));
        }
    }
    window.quit().await;
    assert_eq!(found, Vec::<String>::new(), "on every screen of the sample");
}
