//! Lists of other systems in the window: what they do not tell is asked, columns are said, the book comes in and goes.

use crate::{
    is_accessible, keys,
    sample::{Sample, go},
};

/// An account that no sample knows, with a day that could be two, a heading that nobody knows, and no currency.
const ACCOUNTS: &str = "Kunde;ARR;Renewal Date;CSM\nHarrow Optics;120000;03/04/2027;Mara Lindt\n\"Confidential Information\";;;\n";
const CONTACTS: &str = "Name,Email,Title\nAda Quill,ada@harrow.example,CTO\n";

#[tokio::test(flavor = "multi_thread")]
async fn a_book_comes_in_from_a_list_after_what_it_does_not_tell_was_said() {
    let sample = Sample::make();
    let home = tempfile::tempdir().unwrap();
    let (accounts, contacts) = (home.path().join("book.csv"), home.path().join("people.csv"));
    std::fs::write(&accounts, ACCOUNTS).unwrap();
    std::fs::write(&contacts, CONTACTS).unwrap();
    let window = sample.open().await;
    go(&window, "#/portfolio").await;
    window.press("Import accounts…").await;
    window.fill("File to import", accounts.to_str().unwrap()).await;
    window.press("Show what would change").await;
    window.see("No column is known to hold the name").await;
    window.see("Columns: 3 of 4 are understood").await;
    is_accessible(&window, "import-list-open").await;
    let means = "//dialog//select[starts-with(@aria-label, \"Kunde\")]";
    window.find(means).await.select_by_value("name").await.unwrap();
    window.see("Columns: 4 of 4 are understood").await;
    window.find("//dialog//label[contains(., \"the month first\")]/input").await.click().await.unwrap();
    window.gone("//dialog//*[contains(., \"can be read in two ways\")]").await;
    window.see("Amounts such as 120000 name no currency").await;
    window.fill("Currency of amounts that name none", "EUR").await;
    window.press("Show what would change").await;
    window.gone("//dialog//*[contains(., \"name no currency\")]").await;
    window.see("1 new").await;
    window.see("under the rows, line 3").await;
    is_accessible(&window, "import-list").await;
    window.press("Apply").await;
    window.gone("//dialog").await;
    window.find("//a[normalize-space(.)=\"Harrow Optics\"]").await;
    let account = sample.id("account.list", "name", "Harrow Optics");
    let shown = sample.call("account.get", &serde_json::json!({ "id": account }));
    assert_eq!((&shown["renewal_date"], &shown["arr"]["minor"]), (&"2027-03-04".into(), &12_000_000.into()));

    go(&window, &format!("#/account/{account}/people")).await;
    window.press("Import contacts…").await;
    window.fill("File to import", contacts.to_str().unwrap()).await;
    window.press("Show what would change").await;
    window.see("1 new").await;
    window.press("Apply").await;
    window.gone("//dialog").await;
    window.see("Ada Quill").await;
    keys::undo(&window).await;
    window.gone("//*[normalize-space(.)=\"Ada Quill\"]").await;
    window.quit().await;
}

/// A tier that nobody knows twice, a sum, and a company that is here under nearly the same name.
const MIXED: &str = "Name,Tier,Seats\nHarrow Optics,Signature,10\nQuill Press,Gold,5\nBorea Labs,Gold,6\nSable Yards,Advanced,-3\nSubtotal,,18\n";

#[tokio::test(flavor = "multi_thread")]
async fn a_bad_row_is_skipped_a_value_is_explained_and_the_rest_comes_in() {
    let sample = Sample::make();
    let home = tempfile::tempdir().unwrap();
    let file = home.path().join("mixed.csv");
    std::fs::write(&file, MIXED).unwrap();
    let window = sample.open().await;
    go(&window, "#/portfolio").await;
    window.press("Import accounts…").await;
    window.fill("File to import", file.to_str().unwrap()).await;
    window.press("Show what would change").await;
    window.see("2 rows: 3, 4").await;
    window.see("Rows that are fine: 1.").await;
    window.see("Left out: 1").await;
    is_accessible(&window, "import-causes").await;
    let means = "//dialog//select[@aria-label=\"“Gold” means\"]";
    window.find(means).await.select_by_value("advanced").await.unwrap();
    window.gone(means).await;
    window.see("Rows that are fine: 3.").await;
    window.press("Leave out the rows with a problem").await;
    window.see("3 new").await;
    window.see("Left out: 2").await;
    window.press("Take back what was skipped").await;
    window.see("Rows that are fine: 3.").await;
    window.press("Skip it").await;
    window.see("Left out: 2").await;
    is_accessible(&window, "import-skipped").await;
    // What was taken for a sum is a customer after all.
    window
        .find("//dialog//summary[starts-with(normalize-space(.), \"Left out\")]")
        .await
        .click()
        .await
        .unwrap();
    let keep = "//dialog//button[starts-with(@aria-label, \"Keep row 6\")]";
    window.find(keep).await.click().await.unwrap();
    window.gone(keep).await;
    window.see("Left out: 1").await;
    window.see("4 new").await;
    window.press("Apply").await;
    window.gone("//dialog").await;
    for name in ["Harrow Optics", "Quill Press", "Borea Labs", "Subtotal"] {
        window.find(&format!("//a[normalize-space(.)=\"{name}\"]")).await;
    }
    window.gone("//a[normalize-space(.)=\"Sable Yards\"]").await;
    let account = sample.id("account.list", "name", "Quill Press");
    let shown = sample.call("account.get", &serde_json::json!({ "id": account }));
    assert_eq!(shown["success_tier"], "advanced", "what was said of one value holds for its rows");
    window.quit().await;
}
