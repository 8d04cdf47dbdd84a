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

#[tokio::test(flavor = "multi_thread")]
async fn a_workshop_is_made_scheduled_in_its_zone_and_held() {
    let sample = Sample::make();
    let account = sample.id("account.list", "name", "Nordwind");
    let window = sample.open().await;
    go(&window, &format!("#/account/{account}")).await;
    window.see("release faster").await;
    run(&window, "New workshop for Nordwind").await;
    window.focused("Title").await;
    window.keys("Runner costs").await;
    enter(&window).await;
    window.fill("Date", "2026-12-09").await;
    window.fill("Time", "9:30").await;
    window.press("Schedule").await;
    window.see("9 Dec 2026, 09:30 (Europe/Berlin)").await;
    let id = sample.id("workshop.list", "title", "Runner costs");
    let kept = || sample.call("workshop.get", &json!({ "id": id }));
    assert_eq!(
        (&kept()["state"], &kept()["starts_at"]),
        (&"scheduled".into(), &"2026-12-09T08:30:00Z".into())
    );

    window.fill("Date", "2026-11-20").await;
    window.press("It was held").await;
    window.gone("//button[normalize-space(.)=\"Schedule\"]").await;
    assert_eq!((&kept()["state"], &kept()["starts_at"]), (&"done".into(), &"2026-11-20T08:30:00Z".into()));
    let ines_was_there = "//fieldset[legend[.=\"Attended\"]]//label[contains(., \"Ines Falk\")]/input";
    window.find(ines_was_there).await.click().await.unwrap();
    let ines = sample.id("contact.list", "name", "Ines Falk");
    let met = || sample.call("contact.get", &json!({ "id": ines }))["last_met"].clone();
    for _ in 0..40 {
        if met() == "2026-11-20" {
            break;
        }
        tokio::time::sleep(std::time::Duration::from_millis(100)).await;
    }
    assert_eq!(met(), "2026-11-20", "who attended was met that day");
    window.quit().await;
}
