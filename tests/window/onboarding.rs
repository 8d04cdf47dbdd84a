//! An onboarding by keyboard: started from a template, worked through to complete, with a day moved in the middle.

use cairn_testkit::{Key, Window};
use serde_json::{Value, json};

use crate::{
    is_accessible,
    keys::{enter, escape, press, run, type_over, undo},
    sample::{Sample, go},
};

/// A short onboarding whose dates hang on the contract and on the kickoff.
fn template() -> Value {
    let step = |key: &str, title: &str, days: i64, from: &str, more: Value| {
        let mut step =
            json!({ "key": key, "title": title, "offset_days": days, "from": from, "calendar": "calendar" });
        step.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
        step
    };
    json!({ "title": "Short onboarding", "phases": [
        { "title": "Meet", "gate": "We know your goals.", "steps": [
            step("kickoff", "Hold the kickoff", 7, "anchor:contract", json!({ "visibility": "customer" })),
            step("recap", "Send the summary", 1, "done:kickoff", json!({})) ] },
        { "title": "Settle", "steps": [
            step("second", "Hold the second call", 14, "done:kickoff", json!({ "visibility": "customer" })),
            step("close", "Close the onboarding", 45, "anchor:contract", json!({})) ] }
    ]})
}

/// The row of a step.
fn row(title: &str) -> String {
    format!("//li[.//a[contains(@class, \"open\")][normalize-space(.)=\"{title}\"]]")
}

/// Walks down to the step with this title, and has it.
async fn walk_to(window: &Window, title: &str) {
    press(window, Key::Home).await;
    for _ in 0..12 {
        if window.settled().await.name.starts_with(title) {
            return;
        }
        press(window, Key::Down).await;
    }
    window.focused(title).await;
}

/// Ticks the step that has the focus; where other dates move, they are accepted.
async fn tick(window: &Window, title: &str, moves: bool) {
    walk_to(window, title).await;
    window.keys(" ").await;
    if moves {
        window.focused("Tick").await;
        enter(window).await;
        window.gone("//dialog").await;
    }
    window.find(&format!("{}//input[@type=\"checkbox\"][@aria-label=\"Done: {title}\"]", row(title))).await;
    window.focused(title).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn an_onboarding_goes_from_the_kickoff_to_complete_by_keyboard_and_a_moved_day_comes_back() {
    let sample = Sample::make();
    let account = sample.call("account.create", &json!({ "name": "Sable Rail" }))["id"].clone();
    let account = account.as_str().unwrap().to_owned();
    sample.call("checklist_template.create", &template());
    let window = sample.open().await;
    go(&window, &format!("#/account/{account}/onboarding")).await;
    window.see("No checklist yet").await;
    is_accessible(&window, "onboarding-none").await;

    run(&window, "Start a checklist for Sable").await;
    window.focused("Template").await;
    window.tab_to("Contract", 2).await;
    window.keys("2026-11-16").await;
    window.see("last date 31 Dec").await;
    is_accessible(&window, "onboarding-start").await;
    enter(&window).await;
    window.gone("//dialog").await;
    window.see("0 of 2").await;
    let dates = || {
        let list = sample.call("checklist_step.list", &json!({ "page": { "limit": 1000 } }));
        let own = list["items"].as_array().unwrap().iter().filter(|step| step["offset_from"].is_string());
        own.map(|step| (step["title"].as_str().unwrap().to_owned(), step["due"].as_str().unwrap().to_owned()))
            .filter(|(title, _)| {
                ["Send the summary", "Hold the second call", "Close the onboarding"].contains(&title.as_str())
            })
            .collect::<Vec<_>>()
    };
    let at_first = dates();

    // The next step by Return, one deeper by Tab, and a tick that moves what hangs on it.
    window.keys("j").await;
    walk_to(&window, "Hold the kickoff").await;
    enter(&window).await;
    window.focused("Next step").await;
    window.keys("Book the room").await;
    press(&window, Key::Tab).await;
    enter(&window).await;
    window.find(&row("Book the room")).await;
    escape(&window).await;
    window.focused("Book the room").await;
    window.keys("s").await;
    window.focused("Reason").await;
    window.keys("They come by video").await;
    enter(&window).await;
    window.see("They come by video").await;
    window.focused("Book the room").await;
    is_accessible(&window, "onboarding-steps").await;
    tick(&window, "Hold the kickoff", false).await;

    // The contract is a week later: every date is shown first, and one undo brings all of them back.
    run(&window, "Change the days that Short").await;
    window.focused("Contract").await;
    type_over(&window, "2026-11-20").await;
    window.see("1 date moves").await;
    is_accessible(&window, "onboarding-days").await;
    enter(&window).await;
    window.gone("//dialog").await;
    window.see("The days are changed").await;
    assert_ne!(dates(), at_first, "what hangs on the contract moved");
    undo(&window).await;
    window.see("Undone").await;
    assert_eq!(dates(), at_first, "and is where it was");

    go(&window, &format!("#/account/{account}/onboarding")).await;
    window.keys("j").await;
    tick(&window, "Send the summary", false).await;
    window.find("//*[contains(@class, \"good\")][contains(., \"We know your goals\")]").await;
    tick(&window, "Hold the second call", false).await;
    tick(&window, "Close the onboarding", false).await;
    window.see("Complete").await;
    is_accessible(&window, "onboarding-complete").await;
    let run = sample.call("checklist.list", &json!({ "filter": { "account_id": account } }));
    assert_eq!(run["items"][0]["state"], "complete", "{run}");
    window.quit().await;
}
