//! The palette finds anything by a few letters, and what is done to many rows is one step.

use cairn_testkit::{Key, Window};
use serde_json::{Value, json};

use crate::{
    keys::{ask, enter, escape, press, run, undo},
    sample::{Sample, go},
};

/// Waits for a hit whose marked letters are `hit`, and gives the line it stands in.
async fn marked(window: &Window, hit: &str) -> String {
    let line = format!("//*[contains(@class, 'palette-item')][.//mark[normalize-space(.)=\"{hit}\"]]");
    window.find(&line).await.prop("textContent").await.unwrap().unwrap()
}

/// What the window's title says: where it is.
async fn title(window: &Window, place: &str) {
    window.find(&format!("//title[starts-with(., \"{place}\")]")).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn the_palette_finds_names_in_any_script_and_words_in_notes_and_leads_there() {
    let sample = Sample::make();
    let window = sample.open().await;
    window.see("Nordwind AG").await;

    ask(&window, "北風").await;
    let line = marked(&window, "北風").await;
    assert!(line.contains("北風商事株式会社"), "two letters are enough: {line}");
    enter(&window).await;
    title(&window, "北風商事株式会社").await;

    ask(&window, "nordwind").await;
    let first = "(//*[contains(@class, 'palette-item')])[1][@data-selected][contains(., 'Nordwind AG')]";
    window.find(&format!("{first}[contains(., 'Account')]")).await;
    enter(&window).await;
    title(&window, "Nordwind AG").await;

    // From another account's room, by a common word and in any order.
    go(&window, &sample.account("北風")).await;
    title(&window, "北風商事株式会社").await;
    ask(&window, "pdf nordwind").await;
    window.find(&format!("{first}[starts-with(normalize-space(.), 'Export')]")).await;
    escape(&window).await;

    ask(&window, "stocktaking").await;
    let line = marked(&window, "stocktaking").await;
    window.shot("palette-stocktaking").await;
    assert!(
        line.contains("The week of the") && line.contains("Nordwind AG"),
        "with its surroundings: {line}"
    );
    enter(&window).await;
    // A reading is seen at what it measures.
    window.focused("Success criterion").await;
    let name = "return document.querySelector('.pane textarea').value";
    assert_eq!(window.script(name, vec![]).await, json!("Median lead time for changes"));
    window.quit().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn the_palette_runs_verbs_and_changes_the_look() {
    let sample = Sample::make();
    let window = sample.open().await;
    window.see("Nordwind AG").await;
    run(&window, "Go to Settings").await;
    title(&window, "You").await;
    let ground = "return getComputedStyle(document.body).backgroundColor";
    let mut grounds = Vec::new();
    for theme in ["Dark", "Light"] {
        run(&window, &format!("Theme: {theme}")).await;
        window.find(&format!("/html[@data-theme=\"{}\"]", theme.to_lowercase())).await;
        grounds.push(window.script(ground, vec![]).await);
    }
    assert_eq!(grounds, [json!("rgb(19, 21, 23)"), json!("rgb(246, 245, 242)")], "the page follows");
    window.quit().await;
}

/// The tasks of an initiative in their order, with what is asked of each.
fn tasks(sample: &Sample, initiative: &str, field: &str) -> Vec<Value> {
    let list = sample.call("task.list", &json!({ "filter": { "initiative_id": initiative } }));
    list["items"].as_array().unwrap().iter().map(|task| task[field].clone()).collect()
}

#[tokio::test(flavor = "multi_thread")]
async fn three_tasks_change_in_one_step_and_a_row_moves_by_a_key() {
    let sample = Sample::make();
    let window = sample.open().await;
    let initiative = sample.id("initiative.list", "title", "Right-size the runner fleet");
    go(&window, &sample.plan("release faster")).await;
    window.see("Cost report by runner group").await;

    let walk = "const row = [...document.querySelectorAll('a.open')].find((a) => a.textContent.startsWith(arguments[0]));
                row.scrollIntoView(); row.focus()";
    window.script(walk, vec![json!("Cost report by runner group")]).await;
    for _ in 0..2 {
        window.hold(&[Key::Shift.into(), Key::Down.into()]).await;
    }
    window.see("3 selected").await;
    let before = tasks(&sample, &initiative, "status");
    window.keys("b").await;
    window.focused("Set Status").await;
    enter(&window).await;
    window.find("//*[@role=\"option\"][normalize-space(.)=\"Closed\"]").await;
    window.keys("c").await;
    press(&window, Key::Down).await;
    window.find("//*[@role=\"option\"][@data-highlighted][normalize-space(.)=\"Closed\"]").await;
    enter(&window).await;
    window.see("Changed Cost report by runner group and 2 more.").await;
    let [done, over] = ["closed_success", "closed"];
    assert_eq!(tasks(&sample, &initiative, "status"), [done, done, over, over, over], "all three");
    window.focused("Set Status").await;
    escape(&window).await;
    window.focused("Switch to the new runner groups, selected").await;
    undo(&window).await;
    window.see("Undone: changed Cost report by runner group and others").await;
    assert_eq!(tasks(&sample, &initiative, "status"), before, "one undo for all three");

    window.script(walk, vec![json!("Measure queue times")]).await;
    let before = tasks(&sample, &initiative, "title");
    window.hold(&[Key::Alt.into(), Key::Down.into()]).await;
    window.see("place 3 of 5").await;
    window.focused("Measure queue times by runner group").await;
    let mut moved = before.clone();
    moved.swap(1, 2);
    assert_eq!(tasks(&sample, &initiative, "title"), moved, "one place down");
    undo(&window).await;
    window.see("Undone: moved Measure queue times").await;
    assert_eq!(tasks(&sample, &initiative, "title"), before, "and back");
    window.quit().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn the_sample_goes_in_one_step_and_comes_back_in_one() {
    let sample = Sample::make();
    let window = sample.open().await;
    window.see("Nordwind AG").await;
    window.tab_to("Remove the sample", 20).await;
    enter(&window).await;
    window.see("Add the first account").await;
    window.focused("main").await;
    undo(&window).await;
    window.see("Nordwind AG").await;
    assert_eq!(sample.call("account.list", &json!({}))["items"].as_array().unwrap().len(), 6, "all of it");
    window.quit().await;
}
