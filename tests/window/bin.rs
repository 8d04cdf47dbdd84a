//! An account is deleted after a question that counts what goes along, found in the bin, and comes back as it was.

use cairn_testkit::{Key, Window};
use serde_json::{Value, json};

use crate::{
    is_accessible,
    keys::run,
    sample::{Sample, go},
};

/// Every record of the workspace but for how often it was changed, and when.
fn all(sample: &Sample) -> Vec<Value> {
    let kinds = [
        "account",
        "contact",
        "touchpoint",
        "workshop",
        "plan",
        "plan_version",
        "objective",
        "criterion",
        "reading",
        "initiative",
        "task",
        "dependency",
        "checklist",
        "checklist_step",
    ];
    let mut found = Vec::new();
    for kind in kinds {
        let list = sample.call(&format!("{kind}.list"), &json!({ "page": { "limit": 10_000 } }));
        for item in list["items"].as_array().unwrap() {
            let mut item = item.clone();
            for field in ["version", "updated_at", "updated_by"] {
                item.as_object_mut().unwrap().remove(field);
            }
            found.push(item);
        }
    }
    found
}

/// Presses the verb by its key: what is above it on the page may still grow.
async fn ask_to_delete(window: &Window) {
    let verb = window.find("//button[normalize-space(.)=\"Delete the account\"]").await;
    verb.send_keys(&char::from(Key::Enter).to_string()).await.unwrap();
}

#[tokio::test(flavor = "multi_thread")]
async fn a_deleted_account_stands_in_the_bin_and_comes_back_with_all_that_hung_under_it() {
    let sample = Sample::make();
    let account = sample.id("account.list", "name", "Nordwind AG");
    let before = all(&sample);
    let weight = sample.call("bin.preview", &json!({ "kind": "account", "ids": [account] }));
    let tasks =
        weight["under"].as_array().unwrap().iter().find(|of| of["kind"] == "task").unwrap()["count"].clone();
    let window = sample.open().await;
    go(&window, &format!("#/account/{account}")).await;
    ask_to_delete(&window).await;
    window.see("Delete Nordwind AG?").await;
    window.see(&format!("{tasks} tasks")).await;
    is_accessible(&window, "delete-account").await;
    window.find("//dialog//button[normalize-space(.)=\"Cancel\"]").await.click().await.unwrap();
    window.gone("//dialog[@open]").await;
    assert_eq!(all(&sample), before, "nothing goes before somebody said so");

    ask_to_delete(&window).await;
    window.find("//dialog//button[normalize-space(.)=\"Delete\"]").await.click().await.unwrap();
    window.see("Deleted Nordwind AG.").await;
    assert_eq!(sample.call("account.list", &json!({}))["total"], 5, "it is gone");

    run(&window, "Go to Bin").await;
    window.see("What was deleted stands here").await;
    window.fill("Search the bin", "nordwind").await;
    let row = "//tr[th[contains(., \"Nordwind AG\")]]";
    window.find(&format!("{row}[td[contains(., \"{tasks} tasks\")]]")).await;
    is_accessible(&window, "bin").await;
    window.press("Restore Nordwind AG").await;
    window.see("Restored Nordwind AG.").await;
    // While the message stands.
    window.press("Go there").await;
    window.find("//main//*[contains(., \"release faster\")]").await;
    assert_eq!(all(&sample), before, "every record is back as it was");

    // What one customer may not see of the others is not there on a screen that they look at.
    go(&window, "#/bin").await;
    window.see("What was deleted stands here").await;
    crate::keys::safe(&window).await;
    window.gone("//p[contains(., \"What was deleted stands here\")]").await;
    window.quit().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn what_would_break_a_rule_is_refused_beside_its_row() {
    let sample = Sample::make();
    let plan = sample.id("plan.list", "title", "release faster");
    let freeze = json!({ "id": plan, "name": "Before the review" });
    let version = sample.call("plan.freeze", &freeze)["id"].clone();
    sample.call("plan_version.delete", &json!({ "id": version }));
    sample.call("plan.freeze", &freeze);
    let window = sample.open().await;
    go(&window, "#/bin").await;
    window.press("Restore Before the review").await;
    window.find("//tr//*[@role=\"alert\"]").await;
    is_accessible(&window, "bin-refused").await;
    window.quit().await;
}
