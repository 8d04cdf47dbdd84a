//! The customer-safe screen: what is not for the customer's eyes is not on it, whatever room is open, also
//! after a restart.

use cairn_testkit::Window;
use serde_json::json;

use crate::{
    keys::{ask, escape, safe},
    sample::{Sample, go},
};

/// Waits for `word`, then holds that none of `hidden` can be read anywhere in the window.
async fn shows_only(window: &Window, place: &str, word: &str, hidden: &[&str]) {
    go(window, place).await;
    window.see(word).await;
    let text = "return document.title + ' ' + document.body.innerText";
    let text = window.script(text, vec![]).await;
    for secret in hidden {
        assert!(!text.as_str().unwrap().contains(secret), "{place} shows {secret}: {text}");
    }
}

const OTHERS: &[&str] = &["北風", "Halvorsen", "Brücke", "Panadería", "واحة"];
const STANDING: &[&str] = &[
    "ARR",
    "1.25",
    "1,250",
    "Signature",
    "PR1",
    "Sentiment",
    "Renewal",
    "Account notes",
    "Seen by",
    "Delete the",
];

#[tokio::test(flavor = "multi_thread")]
async fn the_customer_safe_screen_hides_what_is_ours_in_every_room_and_after_a_restart() {
    let sample = Sample::make();
    let [own, other, plan] =
        [sample.account("Nordwind"), sample.account("北風"), sample.plan("release faster")];
    let task =
        format!("{plan}/task/{}", sample.id("task.list", "title", "Review with the architecture board"));
    let window = sample.open().await;
    // Another account is among the recent ones.
    go(&window, &other).await;
    window.see("導入計画").await;
    go(&window, &format!("{own}/profile")).await;
    window.see("Sentiment").await;
    go(&window, &own).await;
    window.see("ARR").await;

    safe(&window).await;
    window.find("//footer//button[contains(., \"Customer-safe screen\")]").await;
    let all = [OTHERS, STANDING].concat();
    let rooms = |window: Window| {
        let (own, other, plan, all) = (own.clone(), other.clone(), plan.clone(), all.clone());
        let task = task.clone();
        async move {
            shows_only(&window, "#/portfolio", "your book of customers is not shown", &all).await;
            shows_only(&window, &other, "no other account is shown", &all).await;
            shows_only(&window, &own, "release faster", &all).await;
            shows_only(&window, &format!("{own}/profile"), "Industry", &all).await;
            shows_only(
                &window,
                &format!("{own}/people"),
                "Ines Falk",
                &[OTHERS, &["Champion", "Positive", "left "]].concat(),
            )
            .await;
            let internal = [&all[..], &["Ask product when component versioning ships"]].concat();
            shows_only(&window, &plan, "Move 40 services", &internal).await;
            let of_task = [&internal[..], &["Milestone risk", "Waits for", "Priority"]].concat();
            shows_only(&window, &task, "Milestone", &of_task).await;
            shows_only(&window, &format!("{plan}/roadmap"), "Move 40 services", &internal).await;
            // What is for us alone has no room of its own either.
            shows_only(
                &window,
                &format!("{own}/command-plan"),
                "release faster",
                &[OTHERS, &["For us alone", "MEDDPPICC"]].concat(),
            )
            .await;
            window
        }
    };
    let window = rooms(window).await;

    // The pages and what stands beside them are the customer's too.
    go(&window, &format!("{plan}/document")).await;
    window.see("Fit width").await;
    window.gone("//*[normalize-space(.)=\"For whom\"]").await;
    window.find("//label[normalize-space(.)=\"Text\"]").await.click().await.unwrap();
    window.see("Retire the copied scripts").await;
    window.gone("//a[contains(., \"Ask product when component versioning ships\")]").await;

    // The palette finds nothing of anybody else, and no word of a note.
    ask(&window, "北風").await;
    window.see("Nothing found for “北風”").await;
    escape(&window).await;
    ask(&window, "stocktaking").await;
    window.see("Nothing found for “stocktaking”").await;
    escape(&window).await;
    window.quit().await;

    let again = sample.open().await;
    again.find("//footer//button[contains(., \"Customer-safe screen\")]").await;
    let again = rooms(again).await;
    safe(&again).await;
    again.gone("//footer//button[contains(., \"Customer-safe screen\")]").await;
    go(&again, &own).await;
    again.see("ARR").await;
    go(&again, "#/portfolio").await;
    again.see("Halvorsen").await;

    // The document room holds the screen by itself: what is left out has no titles there until somebody asks.
    let title = "//details//li[contains(., \"Ask product when component versioning ships\")]";
    go(&again, &format!("{plan}/document")).await;
    again.find("//summary[contains(., \"left out for the customer\")]").await.click().await.unwrap();
    again.find("//details[@open]//li").await;
    again.gone(title).await;
    again.press("Name them, nobody else is looking").await;
    again.find(title).await;
    assert_eq!(again.script("return localStorage.getItem('cairn.safe')", vec![]).await, json!(null));
    again.quit().await;
}
