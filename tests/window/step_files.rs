//! Files that a step needs: seen where the step is, taken away and brought back by keyboard.

use std::time::{Duration, Instant};

use cairn_testkit::{Key, Window};
use serde_json::{Value, json};
use tokio::time::sleep;

use crate::{
    is_accessible,
    keys::{press, undo},
    sample::{Sample, go},
};

/// A template whose first step needs a file, and a customer on whom it is started.
fn started() -> (Sample, Value, Value) {
    let sample = Sample::make();
    let path = sample.home().join("Kickoff agenda.txt");
    std::fs::write(&path, b"Who, what, until when.").unwrap();
    let kept = sample.call("blob.put", &json!({ "path": path }));
    let step = json!({ "key": "kickoff", "title": "Hold the kickoff", "offset_days": 7, "from": "anchor:contract",
        "files": [{ "name": kept["name"], "hash": kept["hash"] }] });
    let template = json!({ "title": "Short onboarding", "phases": [{ "title": "Meet", "steps": [step] }] });
    let template = sample.call("checklist_template.create", &template)["id"].clone();
    let account = sample.call("account.create", &json!({ "name": "Sable Rail" }))["id"].clone();
    let start =
        json!({ "account_id": account, "template_id": template, "anchors": { "contract": "2026-11-13" } });
    sample.call("checklist.start", &start);
    (sample, account, template)
}

const REMOVE: &str = "//button[@aria-label='Remove Kickoff agenda.txt']";

async fn remove(window: &Window) {
    window.find(REMOVE).await;
    window.tab_to("Remove Kickoff agenda.txt", 80).await;
    press(window, Key::Enter).await;
    window.gone(REMOVE).await;
}

#[tokio::test]
async fn a_file_of_a_step_is_taken_off_the_step_and_comes_back_by_undo() {
    let (sample, account, _) = started();
    let window = sample.open().await;
    go(&window, &format!("#/account/{}/onboarding", account.as_str().unwrap())).await;
    window.see("Hold the kickoff").await;
    window.keys("j").await;
    window.focused("Hold the kickoff").await;
    window.keys("o").await;
    window.find("//button[@aria-label='Save Kickoff agenda.txt as']").await;
    is_accessible(&window, "step-files").await;
    remove(&window).await;
    undo(&window).await;
    window.find(REMOVE).await;
    window.quit().await;
}

#[tokio::test]
async fn a_template_has_the_files_of_its_steps_and_lets_them_go() {
    let (sample, _, template) = started();
    let window = sample.open().await;
    go(&window, &format!("#/library/{}", template.as_str().unwrap())).await;
    window.see("Hold the kickoff").await;
    window.tab_to("Hold the kickoff 7 working days after Contract Internal", 60).await;
    press(&window, Key::Enter).await;
    window.find(REMOVE).await;
    is_accessible(&window, "template-step-files").await;
    remove(&window).await;
    // The row goes at once, and the template is written then.
    let kept = || sample.call("checklist_template.get", &json!({ "id": template }));
    let is_written = || kept()["phases"][0]["steps"][0]["files"] == json!([]);
    let deadline = Instant::now() + Duration::from_secs(20);
    while !is_written() {
        assert!(Instant::now() < deadline, "the template has none any more: {}", kept());
        sleep(Duration::from_millis(50)).await;
    }
    undo(&window).await;
    window.find(REMOVE).await;
    window.quit().await;
}
