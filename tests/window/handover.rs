//! An account handed over and taken in by keyboard: the file, what both changed, replaced, and taken back.

use std::process::Command;

use cairn_testkit::Key;
use serde_json::json;

use crate::{
    is_accessible,
    keys::{enter, escape, press, run, type_over, undo},
    program,
    sample::{Sample, go},
};

#[tokio::test(flavor = "multi_thread")]
async fn an_account_is_written_to_a_file_and_comes_together_with_what_is_here() {
    let sample = Sample::make();
    let account = sample.id("account.list", "name", "Nordwind");
    let file = sample.home().join("nordwind.cairn");
    let path = file.to_str().unwrap();
    let window = sample.open().await;
    go(&window, &format!("#/account/{account}")).await;
    window.see("Hand over the account…").await;

    run(&window, "Hand over Nordwind").await;
    window.tab_to("File for your colleague", 4).await;
    type_over(&window, path).await;
    enter(&window).await;
    window.see("The file is written.").await;
    window.see("Still open:").await;
    is_accessible(&window, "hand-over").await;
    assert!(file.exists(), "it is there");
    assert!(file.with_extension("pdf").exists(), "and the brief beside it");
    escape(&window).await;
    window.gone("//dialog").await;

    // Both go on: the colleague in the file, and somebody here.
    let theirs = json!({ "id": account, "city": "Bremen", "region": "North" });
    let version = sample.call("account.get", &json!({ "id": account }))["version"].clone();
    let change = |changes: serde_json::Value| {
        let mut request = changes;
        request["version"] = version.clone();
        request
    };
    let there = change(theirs).to_string();
    // At another time, as ids are made of it.
    let arguments = ["--workspace", path, "--now", "2026-11-24T10:00:00Z", "call", "account.update", &there];
    assert!(
        Command::new(program()).args(arguments).output().unwrap().status.success(),
        "the file is worked with"
    );
    sample.call("account.update", &change(json!({ "id": account, "city": "Kiel", "industry": "Rail" })));
    sample.call("task.create", &json!({ "account_id": account, "title": "Only on this laptop" }));
    run(&window, "Import an account that was handed over").await;
    window.tab_to("File to import", 4).await;
    window.keys(path).await;
    enter(&window).await;
    window.see("1 changed").await;
    window.see("Not in the file: stays").await;
    is_accessible(&window, "import-account").await;
    let city = "//dialog//select[starts-with(@aria-label, \"City of Nordwind\")]";
    window.find(city).await;
    // It stands far below the counts, under the verbs of the dialog.
    let show = "document.querySelector('dialog select[aria-label^=\"City of Nordwind\"]').scrollIntoView({ block: 'center' })";
    window.script(show, vec![]).await;
    window.find(city).await.select_by_value("there").await.unwrap();
    window.find(&format!("{city}[./option[@value=\"there\"]]")).await;
    window.find("//dialog//button[normalize-space(.)=\"Apply\"][not(@aria-disabled)]").await;
    window.press("Apply").await;
    window.gone("//dialog").await;
    let field = |name: &str| sample.call("account.get", &json!({ "id": account }))[name].clone();
    assert_eq!(field("city"), "Bremen", "as it was chosen");
    assert_eq!(field("region"), "North", "changed there only");
    assert_eq!(field("industry"), "Rail", "changed here only");
    window.find("//*[normalize-space(.)=\"Only on this laptop\"]").await;

    // As a whole, and taken back.
    run(&window, "Import an account that was handed over").await;
    window.tab_to("File to import", 4).await;
    window.keys(path).await;
    enter(&window).await;
    let replace = "Replace the account that is here instead: it becomes what the file says, and what is only here goes to the bin";
    window.see(replace).await;
    window.tab_to(replace, 8).await;
    window.keys(" ").await;
    window.see("Only here: goes to the bin").await;
    window.find("//dialog//button[normalize-space(.)=\"Apply\"][not(@aria-disabled)]").await;
    window.tab_to("Apply", 8).await;
    press(&window, Key::Enter).await;
    window.gone("//dialog").await;
    window.gone("//*[normalize-space(.)=\"Only on this laptop\"]").await;

    undo(&window).await;
    window.find("//*[normalize-space(.)=\"Only on this laptop\"]").await;
    assert_eq!(field("industry"), "Rail", "one undo");
    window.quit().await;
}
