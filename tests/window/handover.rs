//! An account handed over and taken in by keyboard: the file, what would change, replaced, and taken back.

use cairn_testkit::Key;
use serde_json::json;

use crate::{
    is_accessible,
    keys::{enter, escape, press, run, type_over, undo},
    sample::{Sample, go},
};

#[tokio::test(flavor = "multi_thread")]
async fn an_account_is_written_to_a_file_and_replaces_what_is_here_only_when_told() {
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

    // Something is said otherwise here since, and something is here alone.
    let version = sample.call("account.get", &json!({ "id": account }))["version"].clone();
    sample.call("account.update", &json!({ "id": account, "version": version, "city": "Kiel" }));
    sample.call("task.create", &json!({ "account_id": account, "title": "Only on this laptop" }));
    run(&window, "Import an account that was handed over").await;
    window.tab_to("File to import", 4).await;
    window.keys(path).await;
    enter(&window).await;
    window.see("1 changed").await;
    window.see("Nothing can be imported until this is put right").await;
    window.see("Only here: goes to the trash").await;
    is_accessible(&window, "import-account").await;
    let replace = "Replace the account that is here: it becomes what the file says, and what is only here goes to the trash";
    window.tab_to(replace, 4).await;
    window.keys(" ").await;
    window.find("//dialog//button[normalize-space(.)=\"Apply\"]").await;
    window.tab_to("Apply", 8).await;
    press(&window, Key::Enter).await;
    window.gone("//dialog").await;
    window.gone("//*[normalize-space(.)=\"Only on this laptop\"]").await;
    assert_eq!(sample.call("account.get", &json!({ "id": account }))["city"], "Hamburg", "as the file says");

    undo(&window).await;
    window.find("//*[normalize-space(.)=\"Only on this laptop\"]").await;
    assert_eq!(sample.call("account.get", &json!({ "id": account }))["city"], "Kiel", "one undo");
    window.quit().await;
}
