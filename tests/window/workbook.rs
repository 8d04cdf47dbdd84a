//! A plan as a file in the window, a workbook and Markdown: exported, edited elsewhere, previewed, taken in, taken back.

use cairn_testkit::{Book, Key};
use serde_json::json;

use crate::{
    is_accessible,
    sample::{Sample, go},
};

#[tokio::test(flavor = "multi_thread")]
async fn a_workbook_goes_out_is_edited_comes_back_after_a_preview_and_is_taken_back() {
    let sample = Sample::make();
    let plan = sample.id("plan.list", "title", "release faster");
    let home = tempfile::tempdir().unwrap();
    let file = home.path().join("plan.xlsx");
    let path = file.to_str().unwrap();
    let window = sample.open().await;
    go(&window, &format!("#/plan/{plan}/document")).await;
    window.find("//label[normalize-space(.)=\"Excel\"]").await.click().await.unwrap();
    window.fill("Excel file", path).await;
    window.press("Export").await;
    window.see("The file is written.").await;

    let mut book = Book::read(&file);
    let objectives = book.sheet("Objectives");
    *objectives.cell(1, "Title") = "Renamed in the workbook".into();
    objectives.add(&[("Title", "Made in the workbook".into())]);
    *objectives.cell(1, "Due") = "soon".into();
    book.save(&file);

    go(&window, &format!("#/plan/{plan}")).await;
    window.press("Import").await;
    window.fill("File to import", path).await;
    window.press("Show what would change").await;
    window.see("These stand in the way").await;
    window.see("“soon” is no date").await;
    is_accessible(&window, "import-problems").await;

    *book.sheet("Objectives").cell(1, "Due") = cairn_testkit::Cell::Date("2027-06-30".parse().unwrap());
    book.save(&file);
    window.press("Show what would change").await;
    window.see("1 new").await;
    window.see("Renamed in the workbook").await;
    is_accessible(&window, "import").await;
    window.press("Apply").await;
    window.gone("//dialog").await;
    window.find("//a[normalize-space(.)=\"Renamed in the workbook\"]").await;
    window.find("//a[normalize-space(.)=\"Made in the workbook\"]").await;

    window.chord(&[Key::Control.into(), 'z']).await;
    window.gone("//a[normalize-space(.)=\"Renamed in the workbook\"]").await;
    window.gone("//a[normalize-space(.)=\"Made in the workbook\"]").await;
    window.quit().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn markdown_that_nobody_touched_is_all_the_same_and_one_changed_line_is_one_change() {
    let sample = Sample::make();
    let plan = sample.id("plan.list", "title", "release faster");
    let objective = sample.id("objective.list", "title", "Cut the lead time");
    let title = sample.call("objective.get", &json!({ "id": objective }))["title"].clone();
    let title = title.as_str().unwrap();
    let home = tempfile::tempdir().unwrap();
    let file = home.path().join("plan.md");
    let path = file.to_str().unwrap();
    let window = sample.open().await;
    go(&window, &format!("#/plan/{plan}/document")).await;
    window.find("//label[normalize-space(.)=\"Markdown\"]").await.click().await.unwrap();
    window.fill("Markdown file", path).await;
    window.press("Export").await;
    window.see("The file is written.").await;

    go(&window, &format!("#/plan/{plan}")).await;
    window.press("Import").await;
    window.fill("File to import", path).await;
    window.press("Show what would change").await;
    window.see("0 new · 0 changed").await;
    window.gone("//dialog//button[normalize-space(.)=\"Apply\"]").await;

    let text = std::fs::read_to_string(&file).unwrap();
    let heading = format!("# Objective: {title}\n");
    assert!(text.contains(&heading), "the heading that GitLab reads: {text}");
    std::fs::write(&file, text.replace(&heading, "# Objective: Renamed in a text editor\n")).unwrap();
    window.press("Show what would change").await;
    window.see("0 new · 1 changed").await;
    window.find("//dialog//td[normalize-space(.)=\"Renamed in a text editor\"]").await;
    is_accessible(&window, "import-markdown").await;
    window.press("Apply").await;
    window.gone("//dialog").await;
    window.find("//a[normalize-space(.)=\"Renamed in a text editor\"]").await;
    window.chord(&[Key::Control.into(), 'z']).await;
    window.find(&format!("//a[normalize-space(.)=\"{title}\"]")).await;
    window.quit().await;
}
