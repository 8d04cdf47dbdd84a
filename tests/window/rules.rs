//! For which accounts a step of a template is meant: said by keyboard, and shown for an account before it is saved.

use serde_json::json;

use crate::{
    is_accessible,
    keys::{enter, undo},
    sample::{Sample, go},
};

const DIALOG: &str = "//*[@role='dialog' or self::dialog]";

#[tokio::test(flavor = "multi_thread")]
async fn a_condition_of_a_step_is_shown_for_an_account_before_it_is_saved() {
    let sample = Sample::make();
    let step = |key: &str, title: &str, from: &str| json!({ "key": key, "title": title, "offset_days": 3, "from": from });
    let steps = [
        step("backup", "Try a restore", "anchor:contract"),
        step("report", "Report the restore", "due:backup"),
    ];
    let template = json!({ "title": "Care of a server", "phases": [{ "title": "Run", "steps": steps }] });
    let template = sample.call("checklist_template.create", &template)["id"].clone();
    sample.call("account.create", &json!({ "name": "Aare Rail", "hosting": "gitlab_com" }));
    let when = || {
        let kept = sample.call("checklist_template.get", &json!({ "id": template }));
        kept["phases"][0]["steps"][1]["when"].clone()
    };

    let window = sample.open().await;
    go(&window, &format!("#/library/{}", template.as_str().unwrap())).await;
    window.see("Report the restore").await;
    window.tab_to("Report the restore 3 working days after Try a restore, due Internal", 60).await;
    enter(&window).await;
    window.tab_to("For which accounts: Report the restore", 40).await;
    enter(&window).await;
    window.see("Every account gets this step.").await;
    window.focused("Add a condition").await;
    enter(&window).await;
    window.focused("Field of the account").await;
    window.see("Choose a value for each condition.").await;
    window.tab_to("Self-managed on-prem", 12).await;
    window.keys(" ").await;
    window.see("Aare Rail does not get this step.").await;
    window.see("No longer there: Report the restore").await;
    is_accessible(&window, "template-rule").await;
    window.tab_to("Save", 12).await;
    enter(&window).await;
    window.gone(DIALOG).await;
    assert_eq!(when()[0]["field"], "hosting", "it is kept");
    undo(&window).await;
    window.see("every account").await;
    assert_eq!(when(), json!([]), "and one undo takes it back");
    window.quit().await;
}
