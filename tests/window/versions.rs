//! A plan is frozen, changed in two places and compared; then the version is signed.

use serde_json::json;

use crate::{
    is_accessible,
    sample::{Sample, go},
};

#[tokio::test(flavor = "multi_thread")]
async fn a_frozen_plan_shows_what_changed_since_and_a_signature_holds_it() {
    let sample = Sample::make();
    let plan = sample.id("plan.list", "title", "Stage adoption");
    sample.call("objective.create", &json!({ "plan_id": plan, "title": "Every team deploys itself" }));
    let account = sample.call("plan.get", &json!({ "id": plan }))["account_id"].clone();
    sample.call("contact.create", &json!({ "account_id": account, "name": "Ines Falk" }));
    let window = sample.open().await;
    go(&window, &format!("#/plan/{plan}/versions")).await;
    window.see("No version yet").await;
    window.press("Freeze this plan").await;
    window.fill("Name of the version", "Kick-off").await;
    window.fill("Agreed by", "Ines Falk").await;
    window.press("Freeze").await;
    window.see("Nothing is said otherwise.").await;

    // Two changes, from outside as well as any.
    let objective = sample.id("objective.list", "title", "Every team deploys itself");
    let current = sample.call("objective.get", &json!({ "id": objective }));
    let change =
        json!({ "id": objective, "version": current["version"], "owner": "Mara Lindt", "due": "2027-06-30" });
    sample.call("objective.update", &change);
    window.see("0 added, 1 changed, 0 removed").await;
    for (field, is) in [("Owner", "Mara Lindt"), ("Due", "30 Jun 2027")] {
        let row = format!("//tr[th[normalize-space(.)=\"{field}\"]][td[normalize-space(.)=\"{is}\"]]");
        window.find(&row).await;
    }
    is_accessible(&window, "versions-compared").await;

    window.press("Kick-off").await;
    window.press("Record a sign-off").await;
    window.see("A sign-off is kept: no undo takes it back").await;
    window.fill("Signed by", "Ines Falk").await;
    window.fill("In their words", "Agreed as it stands.").await;
    window.press("Sign off").await;
    window.see("It was signed").await;
    window.gone("//button[normalize-space(.)=\"Delete the version\"]").await;
    is_accessible(&window, "versions-signed").await;
    let signed = sample.call("plan_version.list", &json!({ "filter": { "plan_id": plan } }));
    assert_eq!(signed["items"][0]["signed"][0]["words"], "Agreed as it stands.", "{signed}");
    window.quit().await;
}
