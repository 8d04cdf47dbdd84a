//! From what was promised before the sale to objectives, and from there to a close that holds by the rules.

use cairn_testkit::Window;
use serde_json::json;

use crate::{
    is_accessible, keys,
    sample::{Sample, go},
};

/// Picks a value of a list that opens under its button, in the detail pane or in a dialog.
pub(crate) async fn choose(window: &Window, list: &str, value: &str) {
    window
        .find(&format!("//*[contains(@class, \"pane\") or self::dialog]//button[@aria-label=\"{list}\"]"))
        .await
        .click()
        .await
        .unwrap();
    let option = window.find(&format!("//*[@role=\"option\"][normalize-space(.)=\"{value}\"]")).await;
    // The list is still coming up: what is under the pointer meanwhile is not the option.
    let mut tries = 0;
    while let Err(covered) = option.click().await {
        tries += 1;
        assert!(tries < 50, "{value} of {list} cannot be reached: {covered}");
        window.find("//*[@role=\"option\"]").await;
    }
    window.gone("//*[@role=\"option\"]").await;
}

/// Ticks the box with a label that begins so.
async fn tick(window: &Window, label: &str) {
    let xpath = format!("//dialog//label[starts-with(normalize-space(.), \"{label}\")]/input");
    window.find(&xpath).await.click().await.unwrap();
}

#[tokio::test(flavor = "multi_thread")]
async fn outcomes_of_the_command_plan_become_objectives_and_both_sides_tell_of_later_changes() {
    let sample = Sample::make();
    let account = sample.id("account.list", "name", "Halvorsen");
    let plan = json!({ "account_id": account, "title": "Plan of the promise" });
    let plan = sample.call("plan.create", &plan)["id"].as_str().unwrap().to_owned();
    let window = sample.open().await;
    go(&window, &format!("#/account/{account}/command-plan")).await;
    window.fill("Positive business outcomes", "Ship every week").await;
    window.fill("Required capabilities", "Pipeline templates").await;
    window.fill("Metrics", "Lead time").await;
    window.chord(&[]).await;
    window.press("Make objectives of outcomes").await;
    let to = window.find("//dialog//select").await;
    to.select_by_value(&plan).await.unwrap();
    tick(&window, "Ship every week").await;
    tick(&window, "Lead time").await;
    tick(&window, "Pipeline templates").await;
    is_accessible(&window, "to-objectives").await;
    window.press("Make objectives").await;

    window.see("Plan of the promise").await;
    window.find("//a[normalize-space(.)=\"Lead time\"]").await;
    window.find("//a[normalize-space(.)=\"Pipeline templates\"]").await;
    window.press("Ship every week").await;
    window.find("//*[contains(@class, \"pane\")]//a[normalize-space(.)=\"Ship every week\"]").await;
    window.enter("Objective", "Ship every second week").await;
    window.see("Taken as “Ship every week”; called otherwise in the plan since.").await;
    is_accessible(&window, "origin").await;

    window
        .find("//*[contains(@class, \"pane\")]//a[normalize-space(.)=\"Ship every week\"]")
        .await
        .click()
        .await
        .unwrap();
    window.see("Ship every second week").await;
    window.see("called otherwise in the plan since").await;
    let lines = window.field("Positive business outcomes").await.prop("value").await.unwrap();
    assert_eq!(lines.as_deref(), Some("Ship every week"), "the command plan keeps its own words");

    // One step back takes the objective's new title away, the next one what was made.
    keys::undo(&window).await;
    window.gone("//*[contains(., \"Taken as “Ship every week”; called otherwise\")]").await;
    window.quit().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn an_objective_is_closed_as_a_success_only_once_it_is_delivered_and_lost_only_with_a_reason() {
    let sample = Sample::make();
    let account = sample.id("account.list", "name", "Halvorsen");
    let of = json!({ "account_id": account, "title": "A plan to close" });
    let plan = sample.call("plan.create", &of)["id"].as_str().unwrap().to_owned();
    let of = json!({ "plan_id": plan, "title": "Halve the lead time" });
    let objective = sample.call("objective.create", &of)["id"].as_str().unwrap().to_owned();
    let window = sample.open().await;
    go(&window, &format!("#/plan/{plan}/objective/{objective}")).await;

    choose(&window, "Outcome stage", "Accepted").await;
    window.see("Not ready for Accepted").await;
    window.find("//button[contains(., \"in the customer's words\")]").await;
    is_accessible(&window, "not-acceptable").await;

    choose(&window, "Status", "Closed Success").await;
    window.see("closes as a success once its outcome is Delivered or Verified").await;
    is_accessible(&window, "closing").await;
    window.focused("Set the stage to Delivered").await;
    window.find("//dialog//button[normalize-space(.)=\"Close objective\"][@aria-disabled=\"true\"]").await;
    keys::escape(&window).await;

    choose(&window, "Status", "Closed Lost").await;
    window.fill("Summary of outcome", "The team moved on.").await;
    window.press("Close objective").await;
    window.find("//dialog//*[@role=\"alert\"]").await;
    window.press("Lack of Budget").await;
    window.press("Close objective").await;
    window.gone("//dialog").await;
    let closed = sample.call("objective.get", &json!({ "id": objective }));
    assert_eq!(
        (&closed["status"], &closed["close_reason"], &closed["summary_of_outcome"]),
        (&json!("closed_lost"), &json!("Lack of Budget"), &json!("The team moved on.")),
        "{closed}"
    );
    window.quit().await;
}
