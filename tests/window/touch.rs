//! A call is logged from anywhere by keyboard, with what follows from it, and stands in the account's stream.

use cairn_testkit::Window;
use serde_json::json;

use crate::{
    is_accessible,
    keys::{enter, escape, run, submit, type_over, undo},
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
    window.tab_to("Notes", 20).await;
    window.keys("Two runners more, paid from the pilot.").await;
    window.tab_to("Add an action", 30).await;
    window.keys("Ask for the invoice").await;
    enter(&window).await;
    window.find("//*[@role=\"group\"]//span[normalize-space(.)=\"Ask for the invoice\"]").await;
    window.keys("Send the price list").await;
    is_accessible(&window, "touch-log").await;
    submit(&window).await;
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
    window.fill("Notes", "They run everything themselves.").await;
    submit(&window).await;
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

/// What stands in a field.
async fn value(window: &Window, label: &str) -> String {
    window.field(label).await.prop("value").await.unwrap().unwrap_or_default()
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_typed_into_a_call_outlives_esc_and_a_call_that_says_nothing_is_not_logged() {
    let sample = Sample::make();
    let nordwind = sample.id("account.list", "name", "Nordwind");
    let calls = || sample.call("touchpoint.list", &json!({ "filter": { "account_id": nordwind } }));
    let before = calls()["total"].clone();
    let window = sample.open().await;
    go(&window, &format!("#/account/{nordwind}")).await;
    window.see("release faster").await;
    run(&window, "Log a touchpoint for Nordwind").await;
    window.focused("Subject").await;
    for _ in 0..2 {
        enter(&window).await;
    }
    submit(&window).await;
    window.see("Say what was said or who was there.").await;
    assert_eq!(calls()["total"], before, "Return twice logs nothing, and nothing empty is logged");

    window.fill("Subject", "Runner budget").await;
    window.fill("Notes", "Two runners more.").await;
    window.fill("Add an action", "Ask for the invoice").await;
    escape(&window).await;
    window.see("What you typed is kept").await;
    run(&window, "Log a touchpoint for Nordwind").await;
    window.see("You began this before.").await;
    is_accessible(&window, "touch-again").await;
    for (label, typed) in [
        ("Subject", "Runner budget"),
        ("Notes", "Two runners more."),
        ("Add an action", "Ask for the invoice"),
    ] {
        assert_eq!(value(&window, label).await, typed, "one Esc loses nothing: {label}");
    }
    submit(&window).await;
    window.see("Logged “Runner budget”").await;
    window.press("Open").await;
    window.find("//section[@aria-label=\"Touchpoint\"]").await;

    // A long text in a field is laid aside by Esc, and can be put back.
    window.field("Notes").await.click().await.unwrap();
    window.keys(" Paid from the pilot.").await;
    escape(&window).await;
    window.see("Kept, and not saved:").await;
    assert_eq!(value(&window, "Notes").await, "Two runners more.", "the record's own text stands there");
    window.press("Put it back").await;
    window.gone("//*[normalize-space(.)=\"Kept, and not saved:\"]").await;
    submit(&window).await;
    let logged = sample.id("touchpoint.list", "subject", "Runner budget");
    let notes = || sample.call("touchpoint.get", &json!({ "id": logged }))["notes"].clone();
    for _ in 0..100 {
        if notes() != "Two runners more." {
            break;
        }
        tokio::time::sleep(std::time::Duration::from_millis(50)).await;
    }
    assert_eq!(notes(), "Two runners more. Paid from the pilot.", "as if it had never been taken out");
    run(&window, "Log a touchpoint for Nordwind").await;
    window.focused("Subject").await;
    window.gone("//dialog//*[contains(., \"You began this before\")]").await;
    // The pane of what was logged has a subject too: the one with the focus is the dialog's.
    let begins = window.script("return document.activeElement.value", vec![]).await;
    assert_eq!(begins, json!(""), "what was logged is not offered again");
    window.quit().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_letter_changes_no_status_and_a_name_that_is_nobodys_is_asked_about() {
    let sample = Sample::make();
    let plan = sample.plan("release faster");
    let task = sample.id("task.list", "title", "Cost report by runner group");
    let kept = || sample.call("task.get", &json!({ "id": task }));
    let before = kept();
    let window = sample.open().await;
    go(&window, &format!("{plan}/task/{task}")).await;
    window
        .find("//*[contains(@class, \"pane\")]//button[@aria-label=\"Status\"]")
        .await
        .click()
        .await
        .unwrap();
    window.find("//*[@role=\"option\"][normalize-space(.)=\"Blocked\"]").await;
    escape(&window).await;
    window.gone("//*[@role=\"option\"]").await;
    window.focused("Status").await;
    window.keys("b").await;
    // What follows comes after whatever the letter did.
    let owned_by = async |name: &str| {
        for _ in 0..100 {
            if kept()["owner"] == name {
                break;
            }
            tokio::time::sleep(std::time::Duration::from_millis(50)).await;
        }
        assert_eq!(kept()["owner"], name, "who does it");
    };
    window.field("Owner").await.click().await.unwrap();
    type_over(&window, "kere").await;
    window.find("//*[@role=\"option\"][@aria-selected=\"true\"][contains(., \"Kerem Wolff\")]").await;
    enter(&window).await;
    owned_by("Kerem Wolff").await;
    let once = before["version"].as_i64().unwrap() + 1;
    assert_eq!(
        (&kept()["status"], &kept()["version"]),
        (&before["status"], &json!(once)),
        "the stray letter changed nothing"
    );

    type_over(&window, "kerz").await;
    enter(&window).await;
    window.see("Nobody here is called “kerz”.").await;
    is_accessible(&window, "name-asked").await;
    owned_by("Kerem Wolff").await;
    window.press("Keep “kerz” as typed").await;
    owned_by("kerz").await;
    window.quit().await;
}
