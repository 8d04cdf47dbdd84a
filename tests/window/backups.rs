//! Backups from the settings: made, tried, restored and taken back; and what is said once the file is not where it was.

use serde_json::json;

use crate::{
    is_accessible,
    sample::{Sample, go},
};

#[tokio::test(flavor = "multi_thread")]
async fn a_backup_is_made_and_tried_and_a_restore_can_be_taken_back() {
    let sample = Sample::make();
    let window = sample.open().await;
    go(&window, "#/settings/workspace").await;
    window.find("//footer//a[normalize-space(.)=\"No backup yet\"]").await;
    window.press("Back up now").await;
    window.find("//footer//a[starts-with(normalize-space(.), \"Backed up \")]").await;
    window.find("//ul[@aria-label=\"Backups\"]/li[contains(., \"By hand\")]").await;
    window.press("Test the newest").await;
    window.see("everything in it is whole").await;
    is_accessible(&window, "backups").await;

    sample.call("account.create", &json!({ "name": "Made since" }));
    let restore = "//ul[@aria-label=\"Backups\"]/li[contains(., \"By hand\")]//button";
    window.find(restore).await.click().await.unwrap();
    window.see("What is there now is kept among the backups").await;
    is_accessible(&window, "backup-restore").await;
    window.find("//dialog//button[normalize-space(.)=\"Restore\"]").await.click().await.unwrap();
    window.see("The backup is restored.").await;
    let names =
        || sample.call("account.list", &json!({ "filter": { "name": "Made since" } }))["total"].clone();
    assert_eq!(names(), json!(0), "the workspace is what it was then");

    window.press("Take it back").await;
    window
        .find("//ul[@aria-label=\"Backups\"][count(li[contains(., \"What a restore replaced\")]) = 2]")
        .await;
    assert_eq!(names(), json!(1), "and nothing was lost by it");
    window.quit().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_file_that_is_moved_while_it_is_open_is_told_at_once() {
    let sample = Sample::make();
    let window = sample.open().await;
    window.see("Nordwind").await;
    let file = sample.home().join("sample.cairn");
    std::fs::rename(&file, sample.home().join("elsewhere.cairn")).unwrap();
    window.see("was moved, removed or replaced while it was open").await;
    window.find("//section[@role=\"alert\"]//button[normalize-space(.)=\"Save a copy\"]").await;
    is_accessible(&window, "workspace-moved").await;
    assert!(!file.exists(), "nothing was made in its place");
    window.quit().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_file_that_is_written_over_while_it_is_open_is_told_and_offers_no_copy() {
    let [sample, other] = [Sample::make(), Sample::make()];
    let window = sample.open().await;
    window.see("Nordwind").await;
    let over = std::fs::read(other.home().join("sample.cairn")).unwrap();
    std::fs::write(sample.home().join("sample.cairn"), over).unwrap();
    window.see("Another program wrote over the workspace file while it was open").await;
    window.gone("//section[@role=\"alert\"]//button").await;
    is_accessible(&window, "workspace-overwritten").await;
    window.quit().await;
}
