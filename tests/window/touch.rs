//! A call is logged from anywhere by keyboard, with what follows from it, and stands in the account's stream.

use serde_json::json;

use crate::{
    is_accessible,
    keys::{enter, run, undo},
    outcomes::choose,
    sample::{Sample, go},
};

#[tokio::test(flavor = "multi_thread")]
async fn a_call_is_logged_from_anywhere_with_its_actions_and_one_undo_takes_all_back() {
    let sample = Sample::make();
    let nordwind = sample.id("account.list", "name", "Nordwind");
    let window = sample.open().await;
    go(&window, "#/today").await;
    window.see("Nordwind AG").await;
    window.keys("l").await;
    window.focused("Find a record or a verb").await;
    window.keys("nordw").await;
    window.find("//*[contains(@class, 'palette-item')][@data-selected][contains(., 'Nordwind AG')]").await;
    enter(&window).await;
    window.focused("Subject").await;
    window.keys("Runner budget").await;
    window.tab_to("Add an action", 30).await;
    window.keys("Ask for the invoice").await;
    enter(&window).await;
    window.find("//*[@role=\"group\"]//span[normalize-space(.)=\"Ask for the invoice\"]").await;
    window.keys("Send the price list").await;
    is_accessible(&window, "touch-log").await;
    window.press("Log").await;
    window.see("Logged “Runner budget”").await;

    let found = sample.call("touchpoint.list", &json!({ "filter": { "account_id": nordwind } }));
    let logged =
        found["items"].as_array().unwrap().iter().find(|one| one["subject"] == "Runner budget").unwrap();
    let filter = json!({ "filter": { "touchpoint_id": logged["id"] } });
    let tasks = sample.call("task.list", &filter);
    let titles: Vec<&str> =
        tasks["items"].as_array().unwrap().iter().map(|task| task["title"].as_str().unwrap()).collect();
    assert_eq!(titles, ["Ask for the invoice", "Send the price list"], "what was typed last goes along");

    go(&window, &format!("#/account/{nordwind}/timeline")).await;
    window.see("Runner budget").await;
    is_accessible(&window, "timeline").await;
    undo(&window).await;
    window.gone("//*[contains(normalize-space(.), \"Runner budget\")][not(*)][not(self::script)]").await;
    assert_eq!(sample.call("task.list", &filter)["total"], 0, "the actions went with it");
    window.quit().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn the_kickoff_form_keeps_what_was_found_out() {
    let sample = Sample::make();
    let nordwind = sample.id("account.list", "name", "Nordwind");
    let window = sample.open().await;
    window.see("Nordwind AG").await;
    run(&window, "Log a touchpoint for Nordwind").await;
    window.focused("Subject").await;
    choose(&window, "Type", "Kickoff").await;
    window.see("Tools").await;
    is_accessible(&window, "touch-kickoff").await;
    window.fill("Backup and recovery", "Nightly, tried in May").await;
    window.press("Log").await;
    window.see("Logged").await;
    let account = sample.call("account.get", &json!({ "id": nordwind }));
    assert_eq!(account["backup_and_dr"], "Nightly, tried in May");
    window.quit().await;
}
