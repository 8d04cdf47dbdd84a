//! Targets: those of the onboarding in the settings, which hold at once, and one of a criterion that turns the way round.

use serde_json::{Value, json};

use crate::{
    is_accessible,
    keys::{enter, type_over, undo},
    sample::{Sample, go},
};

#[tokio::test(flavor = "multi_thread")]
async fn a_target_of_a_tier_holds_at_once_and_an_empty_one_is_as_practice_says() {
    let sample = Sample::make();
    let account = json!({
        "name": "Sable Rail", "success_tier": "essentials", "customer_since": "2026-11-13",
        "lifecycle_stage": "onboard",
    });
    let account = sample.call("account.create", &account)["id"].clone();
    let kickoff = || {
        let found = sample.call("onboarding.measures", &json!({ "account_id": account }));
        let kickoff = &found["items"][0]["kickoff"];
        (kickoff["target"].clone(), kickoff["state"].clone())
    };
    assert_eq!(kickoff(), (json!(14), json!("on_track")), "as practice says");
    let window = sample.open().await;
    go(&window, "#/settings").await;
    window.see("Onboarding targets").await;
    window.field("Essentials: Kickoff").await.click().await.unwrap();
    is_accessible(&window, "settings-targets").await;
    type_over(&window, "5").await;
    enter(&window).await;
    window.find("//*[@data-field='onboarding_targets']//*[contains(., 'Saved')]").await;
    assert_eq!(kickoff(), (json!(5), json!("behind")), "ten days without one");
    type_over(&window, "5000").await;
    enter(&window).await;
    window.see("It must be from 0 to").await;
    type_over(&window, "").await;
    window.keys(&char::from(cairn_testkit::Key::Backspace).to_string()).await;
    enter(&window).await;
    window.gone("//*[@data-field='onboarding_targets']//*[@role='alert']").await;
    let me = || sample.call("me.get", &json!({}))["onboarding_targets"].clone();
    for _ in 0..100 {
        if me() == json!([]) {
            break;
        }
        tokio::time::sleep(std::time::Duration::from_millis(50)).await;
    }
    assert_eq!(me(), json!([]), "a tier that says nothing has no line");
    assert_eq!(kickoff(), (json!(14), json!("on_track")), "and practice holds again");
    go(&window, "#/today").await;
    undo(&window).await;
    window.see("Undone").await;
    assert_ne!(me(), Value::Array(Vec::new()), "one undo takes it back");
    window.quit().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_target_that_turns_the_way_round_is_taken_with_its_direction() {
    let sample = Sample::make();
    let criterion = sample.id("criterion.list", "name", "Median lead time for changes");
    let get = |sample: &Sample| sample.call("criterion.get", &json!({ "id": criterion }));
    let before = get(&sample);
    assert_eq!(before["direction"], "lower_is_better");
    let objective = sample.call("objective.get", &json!({ "id": before["objective_id"] }));
    let window = sample.open().await;
    let plan = objective["plan_id"].as_str().unwrap();
    go(&window, &format!("#/plan/{plan}/criterion/{criterion}")).await;
    window.field("Target").await.click().await.unwrap();
    type_over(&window, "30").await;
    enter(&window).await;
    window.see("the numbers go the other way than “Lower is better” says").await;
    assert_eq!(get(&sample)["target"], before["target"], "nothing is turned unasked");
    is_accessible(&window, "target-turned").await;
    window.press("Save, as “Higher is better”").await;
    window.gone("//button[starts-with(normalize-space(.), \"Save, as\")]").await;
    window.gone("//*[@aria-label=\"Target\"][@aria-invalid]").await;
    let after = get(&sample);
    assert_eq!((&after["target"], &after["direction"]), (&json!(30.0), &json!("higher_is_better")));
    go(&window, "#/today").await;
    undo(&window).await;
    window.see("Undone").await;
    assert_eq!(get(&sample)["direction"], "lower_is_better", "one undo takes both back");
    window.quit().await;
}
