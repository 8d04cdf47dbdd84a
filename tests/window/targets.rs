//! Onboarding targets in the settings: said for a tier, they hold at once.

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
