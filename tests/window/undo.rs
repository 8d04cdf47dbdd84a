//! Undo in the window: it goes on around a sign-off, stays in the room, leads there on request, and never takes away
//! who works here.

use cairn_testkit::Window;
use serde_json::json;

use crate::{
    is_accessible,
    keys::{enter, redo, undo},
    program,
    sample::{Sample, go},
    shots,
};

async fn place(window: &Window) -> String {
    window.script("return location.hash", vec![]).await.as_str().unwrap().to_owned()
}

#[tokio::test(flavor = "multi_thread")]
async fn after_a_sign_off_what_was_done_before_for_another_customer_is_undone_and_the_sign_off_corrected() {
    let sample = Sample::make();
    let plan = sample.id("plan.list", "title", "Stage adoption");
    let version = sample.call("plan.freeze", &json!({ "id": plan, "name": "Kick-off" }))["id"].clone();
    let account = sample.call("plan.get", &json!({ "id": plan }))["account_id"].clone();
    sample.call("contact.create", &json!({ "account_id": account, "name": "Ines Falk" }));
    let other = sample.id("account.list", "name", "Halvorsen");
    let city = || sample.call("account.get", &json!({ "id": other }))["city"].clone();
    let before = city();
    let window = sample.open().await;
    go(&window, &format!("#/account/{other}/profile")).await;
    window.enter("City", "Tromsø").await;
    // Saved once the other door sees it.
    let begun = std::time::Instant::now();
    while city() != "Tromsø" && begun.elapsed() < std::time::Duration::from_secs(60) {
        tokio::task::yield_now().await;
    }
    assert_eq!(city(), "Tromsø");

    let room = format!("#/plan/{plan}/versions/plan_version/{}", version.as_str().unwrap());
    go(&window, &room).await;
    window.press("Record a sign-off").await;
    window.fill("Signed by", "Ines Falk").await;
    // They need not have said anything.
    window.field("In their words").await.click().await.unwrap();
    window.press("Sign off").await;
    window.see("It was signed").await;

    undo(&window).await;
    window.see("Undone: changed Port Authority of Halvorsen").await;
    assert_eq!(place(&window).await, room, "one stays in the room");
    // While the message stands.
    window.press("Go there").await;
    window.find("//h1[contains(., \"Halvorsen\")] | //nav//*[contains(., \"Halvorsen\")]").await;
    assert!(place(&window).await.contains(&other), "the message leads there");
    assert_eq!(city(), before, "what was done before the sign-off is taken back");
    let signed = sample.call("plan_version.get", &json!({ "id": version }));
    assert_eq!(signed["signed"][0]["person"], "Ines Falk", "around the sign-off");
    redo(&window).await;
    window.see("Done again: changed Port Authority of Halvorsen").await;

    go(&window, &room).await;
    window.press("Correct…").await;
    window.press("Correct").await;
    window.see("This cannot be empty.").await;
    window.fill("Why", "She signed with words").await;
    window.fill("In their words", "Agreed as it stands.").await;
    is_accessible(&window, "sign-off-corrected").await;
    window.press("Correct").await;
    window.see("Corrected: She signed with words").await;
    window.see("“Agreed as it stands.”").await;
    window.press("Withdraw…").await;
    window.fill("Why", "Signed for another plan").await;
    window.press("Withdraw").await;
    window.see("Withdrawn on 23 Nov 2026: Signed for another plan").await;
    is_accessible(&window, "sign-off-withdrawn").await;
    let entries = sample.call("plan_version.get", &json!({ "id": version }));
    assert_eq!(entries["signed"], json!([]), "nothing stands");
    assert_eq!(entries["past"].as_array().unwrap().len(), 3, "and all of it is kept: {entries}");
    window.quit().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_confirmation_is_withdrawn_with_a_reason_and_both_are_kept() {
    let sample = Sample::make();
    let verified = sample.call("objective.list", &json!({ "filter": { "stage": "delivered" } }));
    let objective = verified["items"][0].clone();
    let word = json!({ "id": objective["id"], "version": objective["version"], "confirmed_by": "Ines Falk",
                       "confirmed_on": "2026-11-20", "words": "It holds." });
    sample.call("objective.verify", &word);
    let [plan, id] = [&objective["plan_id"], &objective["id"]].map(|id| id.as_str().unwrap().to_owned());
    let window = sample.open().await;
    go(&window, &format!("#/plan/{plan}/objective/{id}")).await;
    window.press("Withdraw the confirmation…").await;
    window.fill("Why", "The figures were wrong").await;
    is_accessible(&window, "verification-withdrawn").await;
    window.press("Withdraw").await;
    window.see("Withdrawn on 23 Nov 2026: The figures were wrong").await;
    let now = sample.call("objective.get", &json!({ "id": id }));
    assert_eq!(
        (&now["stage"], &now["past_confirmations"][0]["words"]),
        (&json!("delivered"), &json!("It holds."))
    );
    window.quit().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn undo_never_leads_to_the_first_start_and_leaves_a_room_only_when_it_is_gone() {
    let home = tempfile::tempdir().unwrap();
    let window = Window::start(program(), home.path(), &shots()).await;
    window.focused("Your name").await;
    window.keys("Ana Lind").await;
    enter(&window).await;
    window.see("Add the first account").await;
    undo(&window).await;
    window.see("Nothing to undo.").await;
    window.see("Add the first account").await;

    window.press("Add the first account").await;
    window.focused("Name of the customer").await;
    window.keys("Nordwind AG").await;
    enter(&window).await;
    window.see("Start a success plan").await;
    undo(&window).await;
    window.see("Undone: added Nordwind AG").await;
    window.see("Add the first account").await;
    assert_eq!(place(&window).await, "#/portfolio", "the account's room is gone with it");
    undo(&window).await;
    window.see("Nothing to undo.").await;
    redo(&window).await;
    window.see("Done again: added Nordwind AG").await;
    assert_eq!(place(&window).await, "#/portfolio", "one stays");
    window.press("Go there").await;
    window.see("Start a success plan").await;
    window.quit().await;
}
