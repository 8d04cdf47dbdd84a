//! Checklists by keyboard: steps that are other records, what a newer template says, and dates that are shown before they
//! move.

use cairn_testkit::{Key, Window};
use serde_json::{Value, json};

use crate::{
    is_accessible,
    keys::{enter, escape, press, type_over, undo},
    sample::{Sample, go},
};

/// An onboarding whose dates hang on the contract and on the kickoff.
fn phases(recap: i64, talk: &str, notes: Option<&str>) -> Value {
    let step = |key: &str, title: &str, days: i64, from: &str| json!({ "key": key, "title": title, "offset_days": days, "from": from, "calendar": "calendar" });
    let mut steps = vec![
        step("kickoff", "Hold the kickoff", 7, "anchor:contract"),
        step("recap", "Send the summary", recap, "done:kickoff"),
        step("talk", talk, 14, "done:kickoff"),
    ];
    steps.extend(notes.map(|title| step("notes", title, 2, "done:kickoff")));
    json!([{ "title": "Meet", "steps": steps }])
}

/// A customer with that onboarding under way since 13 November.
struct Started {
    sample: Sample,
    account: Value,
    template: Value,
}

impl Started {
    fn new() -> Self {
        let sample = Sample::make();
        let account = sample.call("account.create", &json!({ "name": "Sable Rail" }))["id"].clone();
        let template =
            json!({ "title": "Short onboarding", "phases": phases(1, "Hold the second call", None) });
        let template = sample.call("checklist_template.create", &template)["id"].clone();
        let start = json!({
            "account_id": account, "template_id": template, "anchors": { "contract": "2026-11-13" },
        });
        sample.call("checklist.start", &start);
        Self { sample, account, template }
    }

    /// The window on its list, with the first step in focus.
    async fn open(&self) -> Window {
        let window = self.sample.open().await;
        go(&window, &format!("#/account/{}/onboarding", self.account.as_str().unwrap())).await;
        window.see("Hold the kickoff").await;
        window.keys("j").await;
        window.focused("Hold the kickoff").await;
        window
    }

    /// A field of each step, in order.
    fn all(&self, field: &str) -> Vec<Value> {
        let lists = self.sample.call("checklist.list", &json!({ "filter": { "account_id": self.account } }));
        let filter = json!({ "filter": { "checklist_id": lists["items"][0]["id"] } });
        let steps = self.sample.call("checklist_step.list", &filter);
        steps["items"].as_array().unwrap().iter().map(|step| step[field].clone()).collect()
    }
}

/// Opens the step that has the focus and goes to what its pane calls `name`.
async fn in_pane(window: &Window, name: &str) {
    window.keys("o").await;
    window.find("//section[contains(@class, 'pane')]//textarea[@aria-label='Title']").await;
    window.tab_to(name, 60).await;
}

/// Walks down to the step with this title from the first one.
async fn walk_to(window: &Window, title: &str) {
    for _ in 0..12 {
        if window.settled().await.name == title {
            return;
        }
        press(window, Key::Down).await;
    }
    window.focused(title).await;
}

/// Lets the step that has the focus follow the one record of a kind; `back` is how far that stands before touchpoints.
async fn follow(window: &Window, title: &str, kind: &str, back: usize) {
    in_pane(window, "Follow a record…").await;
    enter(window).await;
    window.see(&format!("{title} is done once that is done.")).await;
    window.tab_to("Touchpoint", 4).await;
    for _ in 0..back {
        press(window, Key::Left).await;
    }
    window.focused(kind).await;
}

/// The title of a step in its list, as it is drawn where nothing is left to do, or where something is.
fn row(title: &str, over: bool) -> String {
    let drawn = "contains(concat(' ', @class, ' '), ' muted ')";
    let drawn = if over { drawn.to_owned() } else { format!("not({drawn})") };
    format!(
        "//li[contains(@class, 'step')]//a[contains(@class, 'open')][{drawn}][normalize-space(.)=\"{title}\"]"
    )
}

#[tokio::test(flavor = "multi_thread")]
async fn a_step_that_is_a_call_or_a_workshop_shows_the_state_of_that() {
    let started = Started::new();
    let call = json!({
        "account_id": started.account, "touchpoint_type": "kickoff", "subject": "First call",
        "held_on": "2026-11-18", "others": "Their team",
    });
    let call = started.sample.call("touchpoint.create", &call);
    let workshop = json!({ "account_id": started.account, "title": "Pipelines by example" });
    let workshop = started.sample.call("workshop.create", &workshop);
    let window = started.open().await;

    follow(&window, "Hold the kickoff", "Touchpoint", 0).await;
    window.see("2 dates move.").await;
    is_accessible(&window, "checklist-follow").await;
    window.tab_to("Follow", 4).await;
    enter(&window).await;
    window.gone("//dialog").await;
    window.find(&row("Hold the kickoff", true)).await;
    assert_eq!(started.all("done_on")[0], "2026-11-18", "done on the day of the call");
    assert_eq!(started.all("due")[1], "2026-11-19", "and what waits for it counts from there");

    let account = started.account.as_str().unwrap();
    go(&window, &format!("#/account/{account}/touchpoint/{}", call["id"].as_str().unwrap())).await;
    window.tab_to("Held on", 60).await;
    type_over(&window, "2026-11-17").await;
    enter(&window).await;
    window.see("Steps of a checklist that follow this changed with it").await;
    window.press("Look at them").await;
    window.find(&row("Hold the kickoff", true)).await;
    assert_eq!(started.all("due")[1], "2026-11-18", "another day of the call is another day of its step");

    go(&window, &format!("#/account/{}/onboarding", started.account.as_str().unwrap())).await;
    window.keys("j").await;
    walk_to(&window, "Hold the second call").await;
    follow(&window, "Hold the second call", "Workshop", 1).await;
    window.tab_to("Follow", 3).await;
    enter(&window).await;
    window.gone("//dialog").await;
    window.find(&row("Hold the second call", false)).await;
    let held = json!({ "id": workshop["id"], "version": 1, "state": "cancelled" });
    started.sample.call("workshop.update", &held);
    window
        .find("//li[contains(@class, \"step\")][contains(., \"Hold the second call\")]//*[normalize-space(.)=\"Skipped\"]")
        .await;
    assert_eq!(started.all("state")[2], "skipped", "a workshop that is called off is not waited for");
    window.quit().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn what_a_newer_template_says_is_taken_over_in_parts_and_one_undo_takes_it_back() {
    let started = Started::new();
    let window = started.open().await;
    let newer = phases(3, "Hold the review", Some("Write the minutes"));
    started
        .sample
        .call("checklist_template.update", &json!({ "id": started.template, "version": 1, "phases": newer }));
    window.see("The template has changed. Differences: 3.").await;
    window.tab_back_to("Look at the differences", 12).await;
    enter(&window).await;
    window.see("What the template says otherwise").await;
    window.tab_to("Send the summary, Days after: what to do", 12).await;
    // Once down is to take over, twice to keep what is here.
    press(&window, Key::Down).await;
    window.see("1 date moves.").await;
    window.tab_to("Hold the second call, Title: what to do", 3).await;
    press(&window, Key::Down).await;
    press(&window, Key::Down).await;
    window.tab_to("Write the minutes, new in the template: what to do", 3).await;
    press(&window, Key::Down).await;
    is_accessible(&window, "checklist-diff").await;
    window.tab_to("Apply", 5).await;
    enter(&window).await;
    window.gone("//dialog").await;
    window.find("//li[contains(@class, \"step\")]//a[.=\"Write the minutes\"]").await;
    window.gone("//*[contains(., \"The template has changed\")]").await;
    assert_eq!(started.all("due")[1], "2026-11-23", "as it was shown: three days after the kickoff");
    let titles = started.all("title");
    assert!(titles.contains(&json!("Write the minutes")), "what was taken over is there: {titles:?}");
    assert!(titles.contains(&json!("Hold the second call")), "what was declined is not: {titles:?}");
    undo(&window).await;
    window.see("The template has changed. Differences: 3.").await;
    assert!(!started.all("title").contains(&json!("Write the minutes")), "one undo takes the decision back");
    window.quit().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn dates_are_shown_before_a_step_is_opened_again_or_counts_from_another_day() {
    let started = Started::new();
    let window = started.open().await;
    let at_first = started.all("due");
    // Due on the 20th and done on the 23rd: what waits for it moves.
    window.keys(" ").await;
    window.focused("Tick").await;
    window.see("2 dates move.").await;
    enter(&window).await;
    window.find(&row("Hold the kickoff", true)).await;
    window.focused("Hold the kickoff").await;
    let ticked = started.all("due");
    assert_ne!(ticked, at_first, "it was late");

    window.keys("r").await;
    window.focused("Open again").await;
    window.see("2 dates move.").await;
    is_accessible(&window, "checklist-reopen").await;
    escape(&window).await;
    window.focused("Hold the kickoff").await;
    assert_eq!(started.all("state")[0], "done", "looking changes nothing");
    window.keys("r").await;
    window.focused("Open again").await;
    enter(&window).await;
    window.find(&row("Hold the kickoff", false)).await;
    assert_eq!(started.all("due"), at_first, "as it was shown");
    undo(&window).await;
    window.find(&row("Hold the kickoff", true)).await;
    assert_eq!(started.all("due"), ticked, "one undo takes all of it back");

    window.keys("j").await;
    walk_to(&window, "Send the summary").await;
    in_pane(&window, "Days after").await;
    type_over(&window, "4").await;
    enter(&window).await;
    window.focused("Move the dates").await;
    is_accessible(&window, "checklist-edit").await;
    escape(&window).await;
    window.focused("Days after").await;
    assert_eq!(started.all("due"), ticked, "given up");
    type_over(&window, "4").await;
    enter(&window).await;
    window.focused("Move the dates").await;
    enter(&window).await;
    window.see("27 Nov 2026").await;
    assert_eq!(started.all("due")[1], "2026-11-27", "four days after the 23rd");
    window.quit().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_step_that_is_ticked_in_today_shows_what_moves_first_and_stays_where_that_is_given_up() {
    let started = Started::new();
    let window = started.sample.open().await;
    go(&window, "#/today").await;
    window.see("Hold the kickoff").await;
    window.press("Done: Hold the kickoff").await;
    window.focused("Tick").await;
    window.see("2 dates move.").await;
    escape(&window).await;
    window.gone("//dialog").await;
    assert_eq!(started.all("state")[0], "open", "given up");
    window.press("Done: Hold the kickoff").await;
    window.focused("Tick").await;
    enter(&window).await;
    window.gone("//dialog").await;
    window.gone("//a[normalize-space(.)=\"Hold the kickoff\"]").await;
    assert_eq!(started.all("state")[0], "done", "and done");
    window.quit().await;
}
