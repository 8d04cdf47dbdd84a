//! A plan as a workbook in the window: exported, edited by another program, previewed, taken in, taken back.

use cairn_testkit::{Book, Key};

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
    window.see("Nothing can be imported until this is put right").await;
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
