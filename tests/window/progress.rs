//! What moves a plan on: a day is read once, the outcome's arithmetic opens, and what repeats comes again.

use cairn_testkit::Window;
use serde_json::{Value, json};

use crate::{
    is_accessible,
    keys::undo,
    sample::{Sample, go},
};

fn id(record: &Value) -> String {
    record["id"].as_str().unwrap().to_owned()
}

/// An objective with two criteria, of which one is measured, and a weekly task.
struct Weekly {
    plan: String,
    objective: String,
    measured: String,
    initiative: String,
}

impl Weekly {
    fn make(sample: &Sample) -> Self {
        let account = id(&sample.call("account.create", &json!({ "name": "Sable Rail" })));
        let plan = id(&sample.call("plan.create", &json!({ "account_id": account, "title": "Ship weekly" })));
        let objective = json!({ "plan_id": plan, "title": "Halve the lead time" });
        let objective = id(&sample.call("objective.create", &objective));
        let criterion = |name: &str, weight: u32| {
            let criterion = json!({
                "objective_id": objective, "name": name, "weight": weight, "direction": "lower_is_better",
                "baseline": 20, "target": 10, "target_date": "2027-03-31",
            });
            id(&sample.call("criterion.create", &criterion))
        };
        let measured = criterion("Lead time in days", 3);
        criterion("Rework in days", 1);
        let initiative = json!({ "objective_id": objective, "title": "Look every week" });
        let initiative = id(&sample.call("initiative.create", &initiative));
        let task = json!({
            "initiative_id": initiative, "title": "Read the dashboard", "due": "2026-11-23",
            "recurrence": { "every": 1, "unit": "weeks" },
        });
        sample.call("task.create", &task);
        Self { plan, objective, measured, initiative }
    }

    /// Status and due date of each task, by date.
    fn tasks(&self, sample: &Sample) -> Vec<(String, String)> {
        let tasks = sample.call("task.list", &json!({ "filter": { "initiative_id": self.initiative } }));
        let word = |task: &Value, key: &str| task[key].as_str().unwrap().to_owned();
        let tasks = tasks["items"].as_array().unwrap().iter();
        let mut tasks: Vec<_> = tasks.map(|task| (word(task, "due"), word(task, "status"))).collect();
        tasks.sort();
        tasks
    }
}

async fn read(window: &Window, value: &str) {
    window.enter("New value", value).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_day_is_read_once_the_arithmetic_opens_and_a_weekly_task_comes_again() {
    let sample = Sample::make();
    let weekly = Weekly::make(&sample);
    let window = sample.open().await;
    go(&window, &format!("#/plan/{}/criterion/{}", weekly.plan, weekly.measured)).await;
    read(&window, "17").await;
    window.find("//td[normalize-space(.)=\"17\"]").await;
    read(&window, "15").await;
    window.see("There is a reading of 17 on 23 Nov 2026: replace it by 15?").await;
    is_accessible(&window, "replace-reading").await;
    window.press("Replace").await;
    window.gone("//dialog").await;
    window.find("//td[normalize-space(.)=\"15\"]").await;
    let readings = sample.call("reading.list", &json!({ "filter": { "criterion_id": weekly.measured } }));
    assert_eq!(readings["total"], 1, "one day, one reading: {readings}");

    go(&window, &format!("#/plan/{}/objective/{}", weekly.plan, weekly.objective)).await;
    window.find("//summary[normalize-space(.)=\"How 50 % comes about\"]").await.click().await.unwrap();
    for (row, last) in [
        ("Lead time in days", "50 %"),
        ("Rework in days", "not measured, does not count"),
        ("Outcome progress", "50 %"),
    ] {
        let xpath =
            format!("//tr[th[normalize-space(.)=\"{row}\"]]/td[last()][normalize-space(.)=\"{last}\"]");
        window.find(&xpath).await;
    }
    window.see("Work progress, kept apart: 0 of 1 tasks done, 0 %.").await;
    is_accessible(&window, "arithmetic").await;

    let before = weekly.tasks(&sample);
    window.find("//input[@aria-label=\"Done: Read the dashboard\"]").await.click().await.unwrap();
    window.find("(//a[normalize-space(.)=\"Read the dashboard\"])[2]").await;
    let both =
        [("2026-11-23", "closed_success"), ("2026-11-30", "new")].map(|(due, is)| (due.into(), is.into()));
    assert_eq!(weekly.tasks(&sample), both, "the next one is there as soon as this one is done");
    undo(&window).await;
    window.gone("(//a[normalize-space(.)=\"Read the dashboard\"])[2]").await;
    assert_eq!(weekly.tasks(&sample), before, "one undo takes the tick and the next one back");
    window.quit().await;
}
