//! Somebody leaves the customer: what still names them is listed as work, and goes over to somebody else.

use serde_json::json;

use crate::{
    is_accessible,
    keys::undo,
    sample::{Sample, go},
};

#[tokio::test(flavor = "multi_thread")]
async fn what_names_somebody_who_left_is_listed_and_handed_over_in_one_step() {
    let sample = Sample::make();
    let account = sample.call("account.create", &json!({ "name": "Sable Rail" }))["id"].clone();
    let person = |name: &str| {
        let person = json!({ "account_id": account, "name": name });
        sample.call("contact.create", &person)["id"].as_str().unwrap().to_owned()
    };
    let [leaver, _] = [person("Runa Holt"), person("Jon Berg")];
    let plan = json!({ "account_id": account, "title": "Ship weekly", "sponsor": "Runa Holt" });
    let plan = sample.call("plan.create", &plan)["id"].clone();
    let objective = json!({ "plan_id": plan, "title": "Halve the lead time", "customer_owner": "Runa Holt" });
    let objective = sample.call("objective.create", &objective)["id"].clone();
    let named = || {
        let plan = sample.call("plan.get", &json!({ "id": plan }));
        let objective = sample.call("objective.get", &json!({ "id": objective }));
        [plan["sponsor"].clone(), objective["customer_owner"].clone()]
    };
    let account = account.as_str().unwrap();
    let window = sample.open().await;
    go(&window, &format!("#/account/{account}/contact/{leaver}")).await;
    window.enter("Left on", "2026-11-20").await;
    window.see("Runa Holt left. Still named here: 2").await;
    is_accessible(&window, "left-contact").await;

    go(&window, &format!("#/account/{account}")).await;
    window.find("//li[a[normalize-space(.)=\"Ship weekly\"]][contains(., \"sponsor\") or contains(., \"Sponsor\")]").await;
    is_accessible(&window, "left-account").await;
    window.press("Hand over…").await;
    window.fill("To whom", "Jon Berg").await;
    is_accessible(&window, "hand-over").await;
    window.find("//dialog//button[normalize-space(.)=\"Hand over\"]").await.click().await.unwrap();
    window.see("Handed over to Jon Berg: 2.").await;
    window.gone("//*[contains(., \"Still named here\")]").await;
    assert_eq!(named(), ["Jon Berg", "Jon Berg"], "the sponsor and the owner are somebody who is there");
    undo(&window).await;
    window.see("Runa Holt left. Still named here: 2").await;
    assert_eq!(named(), ["Runa Holt", "Runa Holt"], "one undo takes all of it back");
    window.quit().await;
}
