//! The sample, screen by screen: nothing for axe-core to find in either theme, and everything still there at 200 %.

use serde_json::{Value, json};

use crate::{
    roadmap::lay_over,
    sample::{Sample, go},
    violations,
};

/// Where the sample shows its best and its worst, and a word that stands there.
pub(crate) fn screens(sample: &Sample) -> Vec<(&'static str, String, &'static str)> {
    let first = |list: &str, filter: Value| {
        let found = sample.call(list, &json!({ "filter": filter }));
        found["items"][0]["id"].as_str().unwrap().to_owned()
    };
    let nordwind = sample.id("account.list", "name", "Nordwind");
    let plan = sample.id("plan.list", "title", "release faster");
    let objective = first("objective.list", json!({ "plan_id": plan }));
    let criterion = first("criterion.list", json!({ "objective_id": objective }));
    let initiative = first("initiative.list", json!({ "objective_id": objective }));
    let task = first("task.list", json!({ "initiative_id": initiative }));
    let contact = first("contact.list", json!({ "account_id": nordwind }));
    let list = first("checklist.list", json!({}));
    let step = first("checklist_step.list", json!({ "checklist_id": list }));
    let onboarded = sample.call("checklist.get", &json!({ "id": list }))["account_id"].clone();
    let onboarded = onboarded.as_str().unwrap();
    let call = first("touchpoint.list", json!({ "account_id": nordwind }));
    let workshop = first("workshop.list", json!({ "account_id": nordwind }));
    let empty = sample.id("plan.list", "title", "Stage adoption");
    vec![
        ("sample-today", "#/today".into(), "Monday"),
        ("sample-runs", "#/portfolio/onboarding".into(), "Onboardings"),
        ("sample-portfolio", "#/portfolio".into(), "Nordwind AG"),
        ("sample-account", format!("#/account/{nordwind}"), "release faster"),
        ("sample-people", format!("#/account/{nordwind}/people"), "Ines Falk"),
        ("sample-contact", format!("#/account/{nordwind}/contact/{contact}"), "Reports to"),
        ("sample-timeline", format!("#/account/{nordwind}/timeline"), "CI basics"),
        ("sample-touchpoint", format!("#/account/{nordwind}/touchpoint/{call}"), "Held on"),
        ("sample-workshop", format!("#/account/{nordwind}/workshop/{workshop}"), "Place or link"),
        ("sample-onboarding", format!("#/account/{onboarded}/onboarding"), "Time to engage"),
        ("sample-step", format!("#/account/{onboarded}/checklist_step/{step}"), "Counts from"),
        ("sample-command-plan", format!("#/account/{nordwind}/command-plan"), "For us alone"),
        ("sample-documents", format!("#/account/{nordwind}/documents"), "Documents"),
        ("sample-profile", format!("#/account/{nordwind}/profile"), "Account team"),
        ("sample-plan", format!("#/plan/{plan}"), "Cut the lead time"),
        ("sample-plan-pane", format!("#/plan/{plan}/plan/{plan}"), "Strategy"),
        ("sample-objective", format!("#/plan/{plan}/objective/{objective}"), "Impact, in the customer"),
        ("sample-criterion", format!("#/plan/{plan}/criterion/{criterion}"), "Readings"),
        ("sample-initiative", format!("#/plan/{plan}/initiative/{initiative}"), "Also serves"),
        ("sample-task", format!("#/plan/{plan}/task/{task}"), "Milestone"),
        ("sample-plan-without-objectives", format!("#/plan/{empty}"), "No objective yet"),
        ("sample-roadmap", format!("#/plan/{plan}/roadmap"), "Pilot: 5 services"),
        ("sample-versions", format!("#/plan/{plan}/versions"), "Business review, first half"),
        ("sample-document", format!("#/plan/{plan}/document"), "left out for the customer"),
        ("sample-library", "#/library".into(), "With Cairn"),
        ("sample-bin", "#/bin".into(), "Nothing is deleted"),
        ("sample-template", "#/library/0199f3a4-884e-7c5d-a3df-becef34d5ed2".into(), "Comes with Cairn"),
        (
            "sample-checklist-template",
            "#/library/0199f3b2-8d71-7c60-8a74-8a4be5f24c7b".into(),
            "Comes with Cairn",
        ),
        ("sample-settings", "#/settings".into(), "Working days"),
        ("sample-brand", "#/settings/brand".into(), "Company"),
        ("sample-words", "#/settings/words".into(), "Where we stand"),
        ("sample-window", "#/settings/window".into(), "Row height"),
        ("sample-workspace", "#/settings/workspace".into(), "Workspace"),
    ]
}

#[tokio::test(flavor = "multi_thread")]
async fn every_screen_of_the_sample_is_accessible_in_both_themes_and_whole_at_twice_the_size() {
    let sample = Sample::make();
    lay_over(&sample);
    let window = sample.open().await;
    window.see("Nordwind AG").await;
    let mut found = Vec::new();
    for (name, place, word) in screens(&sample) {
        window.resize(1280, 800).await;
        go(&window, &place).await;
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
