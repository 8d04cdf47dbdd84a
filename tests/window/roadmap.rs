//! The roadmap: a date moved by keys and by hand, with all that it pushes shown first; a loop named; several
//! tasks moved at once; a baseline under the bars.

use cairn_testkit::{Key, Window};
use serde_json::{Value, json};

use crate::{
    is_accessible,
    keys::{enter, escape, press, type_over, undo},
    sample::{Sample, go},
};

/// A plan of three tasks in a row, and a milestone behind them.
struct Chain {
    plan: String,
    tasks: Vec<String>,
}

fn id(record: &Value) -> String {
    record["id"].as_str().unwrap().to_owned()
}

impl Chain {
    fn make(sample: &Sample) -> Self {
        let account = id(&sample.call("account.create", &json!({ "name": "Lindqvist Optik" })));
        let plan = json!({
            "account_id": account, "title": "First release",
            "period_start": "2026-11-01", "period_end": "2027-03-31",
        });
        let plan = id(&sample.call("plan.create", &plan));
        let objective = json!({ "plan_id": plan, "title": "One pipeline" });
        let objective = id(&sample.call("objective.create", &objective));
        let initiative = json!({ "objective_id": objective, "title": "Move the first service" });
        let initiative = id(&sample.call("initiative.create", &initiative));
        let dates = [
            ("Alpha", Some("2026-11-23"), "2026-11-25"),
            ("Beta", Some("2026-11-26"), "2026-11-30"),
            ("Gamma", Some("2026-12-01"), "2026-12-03"),
            ("Release day", None, "2026-12-04"),
        ];
        let tasks: Vec<String> = dates
            .into_iter()
            .map(|(title, start, due)| {
                let task = json!({
                    "initiative_id": initiative, "title": title, "start": start, "due": due,
                    "milestone": start.is_none(),
                });
                id(&sample.call("task.create", &task))
            })
            .collect();
        for pair in tasks.windows(2) {
            let link = json!({ "predecessor_id": pair[0], "successor_id": pair[1] });
            sample.call("dependency.create", &link);
        }
        Self { plan, tasks }
    }

    fn start(&self, sample: &Sample, task: usize) -> Value {
        sample.call("task.get", &json!({ "id": self.tasks[task] }))["start"].clone()
    }
}

/// Puts a baseline and the critical path on the sample's roadmap.
pub(crate) fn lay_over(sample: &Sample) {
    let plan = sample.id("plan.list", "title", "release faster");
    let task = |title: &str| sample.id("task.list", "title", title);
    let version = id(&sample.call("plan.freeze", &json!({ "id": plan, "name": "Signed in November" })));
    let moved = json!({ "task_ids": [task("Wave 2: 20")], "working_days": 8 });
    sample.call("plan.shift_many", &moved);
    for (key, value) in
        [("roadmap_critical", json!(true)), ("roadmap_baselines", json!({ (plan.as_str()): [version] }))]
    {
        sample.call("preference.save", &json!({ "key": key, "value": value }));
    }
}

async fn open(sample: &Sample, chain: &Chain) -> Window {
    let window = sample.open().await;
    go(&window, &format!("#/plan/{}/roadmap", chain.plan)).await;
    window.focused("Roadmap").await;
    window.see("Release day").await;
    window
}

/// Selects the first task: under its objective and its initiative.
async fn select_first(window: &Window) {
    press(window, Key::Home).await;
    for _ in 0..2 {
        press(window, Key::Down).await;
    }
    selected(window, "Alpha").await;
}

async fn selected(window: &Window, title: &str) {
    window
        .find(&format!("//*[@role=\"row\"][@aria-selected=\"true\"]//*[normalize-space(.)=\"{title}\"]"))
        .await;
}

/// The question about what a move pushes.
const PANEL: &str = "//section[@aria-label=\"What this moves\"]";

/// Waits until the row of a task says a date.
async fn says(window: &Window, title: &str, date: &str) {
    window
        .find(&format!(
            "//*[@role=\"row\"][.//*[normalize-space(.)=\"{title}\"]]//*[normalize-space(.)=\"{date}\"]"
        ))
        .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_date_moved_by_keys_shows_what_it_pushes_first_and_one_undo_brings_every_date_back() {
    let sample = Sample::make();
    let chain = Chain::make(&sample);
    let window = open(&sample, &chain).await;
    select_first(&window).await;

    press(&window, Key::Right).await;
    window.find(PANEL).await;
    window.see("2 other dates move along; 1 milestone keeps its date").await;
    window.see("starts after Alpha").await;
    window.see("fixed, though Gamma ends too late for it").await;
    is_accessible(&window, "roadmap-cascade").await;
    escape(&window).await;
    window.gone(PANEL).await;
    assert_eq!(chain.start(&sample, 0), "2026-11-23", "Cancel leaves everything where it is");

    press(&window, Key::Right).await;
    window.find(PANEL).await;
    window.press("Only this").await;
    window.gone(PANEL).await;
    says(&window, "Alpha", "24 Nov").await;
    assert_eq!(chain.start(&sample, 1), "2026-11-26", "Only this pushes nobody");
    undo(&window).await;
    says(&window, "Alpha", "23 Nov").await;

    select_first(&window).await;
    press(&window, Key::Right).await;
    window.find(PANEL).await;
    enter(&window).await;
    window.gone(PANEL).await;
    says(&window, "Gamma", "2 Dec").await;
    assert_eq!(chain.start(&sample, 1), "2026-11-27", "Apply moves what follows");
    assert_eq!(chain.start(&sample, 3), json!(null), "and never a milestone");
    undo(&window).await;
    says(&window, "Gamma", "1 Dec").await;
    for (task, start) in ["2026-11-23", "2026-11-26", "2026-12-01"].into_iter().enumerate() {
        assert_eq!(chain.start(&sample, task), start, "one undo brings every date back");
    }
    window.quit().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_bar_dragged_by_hand_asks_before_it_pushes_others() {
    let sample = Sample::make();
    let chain = Chain::make(&sample);
    let window = open(&sample, &chain).await;
    // A week shows a day wide enough to be hit.
    window.keys("=").await;
    window.find("//label[normalize-space(.)=\"Week\"]//*[self::input][@type=\"radio\"]").await;
    select_first(&window).await;
    let middle = "const bars = [...document.querySelectorAll('.surface rect.bar')];
                  const { left, top, width, height } = bars[0].getBoundingClientRect();
                  return [left + width / 2, top + height / 2]";
    let at = window.script(middle, vec![]).await;
    let (x, y) = (at[0].as_f64().unwrap(), at[1].as_f64().unwrap());
    window.drag((x, y), (x + 22.0, y)).await;
    window.find(PANEL).await;
    window.see("2 other dates move along; 1 milestone keeps its date").await;
    assert_eq!(chain.start(&sample, 0), "2026-11-23", "nothing moves before the answer");
    window
        .find(&format!("{PANEL}//button[starts-with(normalize-space(.), \"Apply\")]"))
        .await
        .click()
        .await
        .unwrap();
    window.gone(PANEL).await;
    says(&window, "Gamma", "2 Dec").await;
    undo(&window).await;
    says(&window, "Alpha", "23 Nov").await;
    assert_eq!(chain.start(&sample, 2), "2026-12-01", "one undo");
    window.quit().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_loop_is_refused_by_name_and_several_tasks_move_as_one_step() {
    let sample = Sample::make();
    let chain = Chain::make(&sample);
    let window = open(&sample, &chain).await;
    select_first(&window).await;
    for _ in 0..2 {
        press(&window, Key::Down).await;
    }
    selected(&window, "Gamma").await;
    window.keys("l").await;
    window.focused("What follows? Type its name").await;
    window.keys("Alpha").await;
    window.see("Alpha (Move the first service)").await;
    enter(&window).await;
    window.see("This would make a loop of dependencies: Gamma > Alpha > Beta > Gamma.").await;
    escape(&window).await;

    // Gamma and the milestone before it in the selection: two at once, by two working days.
    window.focused("Roadmap").await;
    window.keys("x").await;
    press(&window, Key::Up).await;
    window.keys("x").await;
    window.see("2 selected").await;
    window.keys("b").await;
    window.press("Move by working days").await;
    window.focused("Move by working days").await;
    window.keys("2").await;
    enter(&window).await;
    window.see("2 tasks 2 working days later").await;
    window.see("fixed, though Gamma ends too late for it").await;
    enter(&window).await;
    window.gone(PANEL).await;
    says(&window, "Gamma", "3 Dec").await;
    assert_eq!(chain.start(&sample, 1), "2026-11-30", "Beta went along");
    undo(&window).await;
    says(&window, "Gamma", "1 Dec").await;
    assert_eq!(chain.start(&sample, 1), "2026-11-26", "and came back with it");

    window.keys("c").await;
    window.see("Slack").await;
    window.quit().await;
}

/// Where the bars begin, and those of the version under them: as asked for, or as they are after five seconds. A version is
/// read before it is drawn, and a bar is on its way for a moment.
async fn drawn(window: &Window, done: impl Fn(&[Value], &[Value]) -> bool) -> (Vec<Value>, Vec<Value>) {
    let under = "const all = name => [...document.querySelectorAll(`.surface rect.${name}`)]
                     .map(bar => Math.round(bar.getBoundingClientRect().left));
                 return [all('bar'), all('stood')]";
    let mut left = 100;
    loop {
        let found = window.script(under, vec![]).await;
        let all = |at: usize| found[at].as_array().unwrap().clone();
        let (bars, stood) = (all(0), all(1));
        if done(&bars, &stood) || left == 0 {
            return (bars, stood);
        }
        left -= 1;
        tokio::time::sleep(std::time::Duration::from_millis(50)).await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_baseline_frozen_here_lies_under_the_bars_and_says_how_far_they_moved() {
    let sample = Sample::make();
    let chain = Chain::make(&sample);
    let window = open(&sample, &chain).await;
    window.press("Baselines").await;
    window.see("No version of this plan is frozen yet").await;
    let freeze = window.find("//button[normalize-space(.)=\"Freeze a baseline…\"]").await;
    // The panel is still coming up: what is under the pointer meanwhile is not the button.
    while freeze.click().await.is_err() {
        window.find("//button[normalize-space(.)=\"Freeze a baseline…\"]").await;
    }
    window.fill("Name of the version", "Kick-off").await;
    window.press("Freeze").await;
    window.gone("//dialog").await;
    window.see("Baseline: Kick-off").await;
    let over = |bars: &[Value], stood: &[Value]| bars.iter().all(|bar| stood.contains(bar));
    let (bars, stood) = drawn(&window, over).await;
    assert_eq!(bars.len(), 3, "the three tasks");
    assert!(
        bars.iter().all(|bar| stood.contains(bar)),
        "each bar stands over where it stood: {bars:?} {stood:?}"
    );

    let alpha = "//*[@role=\"row\"]//*[normalize-space(.)=\"Alpha\"]";
    window.find(alpha).await.click().await.unwrap();
    selected(&window, "Alpha").await;
    press(&window, Key::Right).await;
    window.find(PANEL).await;
    enter(&window).await;
    window.gone(PANEL).await;
    says(&window, "Gamma", "2 Dec").await;
    says(&window, "Gamma", "+1").await;
    let gone = |now: &[Value], _: &[Value]| now.iter().zip(&bars).all(|(now, then)| now != then);
    let (moved, still) = drawn(&window, gone).await;
    assert_eq!(still, stood, "the baseline stays");
    assert!(moved.iter().zip(&bars).all(|(now, then)| now != then), "the bars do not: {bars:?} {moved:?}");
    is_accessible(&window, "roadmap-baseline").await;
    window.quit().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_date_typed_beside_the_outline_shows_what_it_pushes_and_what_it_contradicts() {
    let sample = Sample::make();
    let chain = Chain::make(&sample);
    let window = sample.open().await;
    go(&window, &format!("#/plan/{}/task/{}", chain.plan, chain.tasks[0])).await;
    window.see("Alpha").await;
    window.tab_to("Due", 60).await;
    type_over(&window, "2026-11-30").await;
    enter(&window).await;
    window.see("2 other dates move along").await;
    window.see("fixed, though Gamma ends too late for it").await;
    is_accessible(&window, "task-moves").await;
    window.press("Move all of them").await;
    window.gone("//dialog").await;
    assert_eq!(chain.start(&sample, 1), "2026-12-01", "what waits for it moved along");
    window.see("1 task begins before what it waits for is over").await;

    window.tab_to("Due", 60).await;
    type_over(&window, "2026-12-02").await;
    enter(&window).await;
    window.see("2 other dates move along").await;
    window.press("Only this").await;
    window.gone("//dialog").await;
    window.see("2 tasks begin before what they wait for is over").await;
    assert_eq!(chain.start(&sample, 1), "2026-12-01", "alone");
    window.quit().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn one_last_day_for_several_tasks_shows_what_it_pushes_before_any_of_them_gets_it() {
    let sample = Sample::make();
    let chain = Chain::make(&sample);
    let window = sample.open().await;
    go(&window, &format!("#/plan/{}", chain.plan)).await;
    window.see("Release day").await;
    window.tab_to("Alpha", 90).await;
    window.keys("x").await;
    press(&window, Key::Down).await;
    window.keys("x").await;
    window.see("2 selected").await;
    let ask = async || {
        window.press("Due").await;
        window.focused("Set Due").await;
        window.keys("2026-12-09").await;
        enter(&window).await;
        window.see("2 tasks: other dates move along").await;
    };
    let due = |task: usize| sample.call("task.get", &json!({ "id": chain.tasks[task] }))["due"].clone();
    ask().await;
    window.see("2 other dates move along").await;
    window.see("starts after Alpha").await;
    is_accessible(&window, "tasks-move").await;
    escape(&window).await;
    window.gone("//dialog").await;
    assert_eq!(
        (due(0), due(1)),
        (json!("2026-11-25"), json!("2026-11-30")),
        "nothing, as long as nobody says so"
    );

    ask().await;
    window.press("Move all of them").await;
    window.gone("//dialog").await;
    assert_eq!(due(0), "2026-12-09");
    assert_eq!(chain.start(&sample, 1), "2026-12-10", "the second waits for the first, as it was shown");
    undo(&window).await;
    window.gone("//*[normalize-space(.)=\"9 Dec\"]").await;
    assert_eq!((due(0), due(1)), (json!("2026-11-25"), json!("2026-11-30")), "one step");
    window.quit().await;
}
