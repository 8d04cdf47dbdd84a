//! A file that hands an account over may come from anybody: what breaks a rule, or would break what is here, is refused
//! with the record named, and nothing is taken in.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::disallowed_methods)]

use std::{path::Path, sync::Arc};

use cairn_app::{App, Clock, Settings};
use cairn_domain::{
    Account, Checklist, ChecklistStep, Contact, Criterion, Dependency, Initiative, Objective, Plan, Reading,
    Record, Stored, Task, Touchpoint, Workshop,
};
use cairn_store::{Moment, OpHead, Store, Tx};
use cairn_wire::{Failure, Source};
use serde::de::DeserializeOwned;
use serde_json::{Value, json};

const NOW: &str = "2026-11-24T09:00:00Z";

fn open(path: &Path) -> Arc<App> {
    App::new(
        Settings { clock: Clock::Fixed(NOW.parse().unwrap()), ..Settings::default() },
        Some(path.to_owned()),
    )
}

async fn call(app: &Arc<App>, name: &str, request: Value) -> Result<Value, Failure> {
    Ok(app.call(Source::CommandLine, name, request).await?.result)
}

/// Adds a record by its columns alone: no rule is asked.
async fn put<R: Record + DeserializeOwned>(tx: &mut Tx, fields: Value) -> Stored<R> {
    let record: R = serde_json::from_value(fields).unwrap();
    tx.insert(None, record).await.unwrap()
}

/// A whole account, and what `strange` makes of it.
async fn file(path: &Path, strange: impl AsyncFnOnce(&mut Tx, &Made)) {
    let store = Store::create(path).await.unwrap();
    let moment = Moment { at: "2026-11-20T09:00:00Z".parse().unwrap(), fixed: true };
    let head = OpHead {
        name: "account.export",
        request_id: None,
        actor: "Mallory".into(),
        source: "window",
        moment,
    };
    let mut tx = store.begin(head).await.unwrap();
    let account = put::<Account>(&mut tx, json!({ "name": "Nordwind" })).await;
    let plan = put::<Plan>(&mut tx, json!({ "account_id": account.id, "title": "FY27", "period_start": "2026-11-01", "period_end": "2027-10-31" })).await;
    let objective = put::<Objective>(&mut tx, json!({ "plan_id": plan.id, "title": "Ship" })).await;
    let criterion = put::<Criterion>(&mut tx, json!({ "objective_id": objective.id, "name": "Days" })).await;
    let initiative =
        put::<Initiative>(&mut tx, json!({ "objective_id": objective.id, "title": "Pilot" })).await;
    let mut tasks = Vec::new();
    for title in ["One", "Two", "Three"] {
        tasks.push(put::<Task>(&mut tx, json!({ "initiative_id": initiative.id, "title": title })).await);
    }
    let made = Made { account, plan, objective, criterion, tasks };
    strange(&mut tx, &made).await;
    tx.commit(&()).await.unwrap();
    store.close().await;
}

struct Made {
    account: Stored<Account>,
    plan: Stored<Plan>,
    objective: Stored<Objective>,
    criterion: Stored<Criterion>,
    tasks: Vec<Stored<Task>>,
}

/// What is said of a file that something strange was put into.
async fn said(strange: impl AsyncFnOnce(&mut Tx, &Made)) -> (String, String) {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("strange.cairn");
    file(&path, strange).await;
    let app = open(&folder.path().join("mine.cairn"));
    call(&app, "account.create", json!({ "name": "Südwind" })).await.unwrap();
    let request = json!({ "kind": "account", "path": path });
    let preview = call(&app, "import.preview", request.clone()).await.unwrap();
    let problem = preview["problems"].get(0).cloned().unwrap_or_default();
    let refused = call(&app, "import.apply", request).await;
    if problem.is_null() {
        refused.unwrap();
    } else {
        assert_eq!(refused.unwrap_err().code, cairn_wire::Code::Invalid, "{problem}");
        assert_eq!(call(&app, "account.list", json!({})).await.unwrap()["total"], 1, "nothing came in");
    }
    app.close().await;
    let text = |key: &str| problem[key].as_str().unwrap_or_default().to_owned();
    (text("field"), text("message"))
}

async fn change<R: Record + Record>(tx: &mut Tx, stored: &Stored<R>, change: impl FnOnce(&mut R)) {
    let mut record = stored.record.clone();
    change(&mut record);
    let current = tx.current::<R>(stored.id, None).await.unwrap();
    tx.update(current, record).await.unwrap();
}

#[tokio::test(flavor = "multi_thread")]
async fn a_lawful_account_comes_in() {
    assert_eq!(said(async |_, _| {}).await, (String::new(), String::new()), "nothing is strange about it");
}

#[tokio::test(flavor = "multi_thread")]
async fn every_record_of_a_file_obeys_the_rules_of_every_door() {
    let (field, message) =
        said(async |tx, made| change(tx, &made.plan, |plan| plan.title = " ".into()).await).await;
    assert_eq!(field, "title", "an empty title: {message}");
    let (field, message) = said(async |tx, made| {
        change(tx, &made.objective, |objective| {
            objective.stage = cairn_domain::VerifiableOutcomeStage::Verified;
        })
        .await;
    })
    .await;
    assert_eq!(field, "confirmed_by", "verified by nobody: {message}");
    assert!(message.contains("“Ship”"), "the record is named: {message}");
    let (field, message) = said(async |tx, made| {
        put::<Reading>(tx, json!({ "criterion_id": made.criterion.id, "date": "2026-11-20", "value": 2e15 }))
            .await;
    })
    .await;
    assert_eq!(field, "value", "a number that cannot be kept: {message}");
    let (field, message) = said(async |tx, made| {
        change(tx, &made.criterion, |criterion| criterion.weight = -1.0).await;
    })
    .await;
    assert_eq!(field, "weight", "a weight below nothing: {message}");
}

#[tokio::test(flavor = "multi_thread")]
async fn what_a_record_of_a_file_names_is_of_the_same_account() {
    let (field, message) = said(async |tx, made| {
        let stranger = made.plan.id;
        put::<Touchpoint>(tx, json!({ "account_id": made.account.id, "subject": "Call", "held_on": "2026-11-20", "contact_ids": [stranger] })).await;
    })
    .await;
    assert!(message.contains("“Call”"), "who was met is nobody of theirs: {field}: {message}");
    let (field, message) = said(async |tx, made| {
        put::<Workshop>(tx, json!({ "account_id": made.account.id, "title": "Kickoff", "zone": "UTC", "invited_ids": [made.plan.id] })).await;
    })
    .await;
    assert!(message.contains("“Kickoff”"), "nor who is invited: {field}: {message}");
    let (field, message) = said(async |tx, made| {
        let plan = put::<Plan>(tx, json!({ "account_id": made.account.id, "title": "FY28" })).await;
        let other = put::<Objective>(tx, json!({ "plan_id": plan.id, "title": "Other" })).await;
        put::<Initiative>(
            tx,
            json!({ "objective_id": made.objective.id, "title": "Astray", "also_serves": [other.id] }),
        )
        .await;
    })
    .await;
    assert_eq!(field, "also_serves", "of another plan: {message}");
}

#[tokio::test(flavor = "multi_thread")]
async fn nothing_in_a_file_leads_back_to_itself() {
    let (field, message) = said(async |tx, made| {
        for (before, after) in [(0, 1), (1, 2), (2, 0)] {
            let [before, after] = [before, after].map(|at: usize| made.tasks[at].id);
            put::<Dependency>(tx, json!({ "predecessor_id": before, "successor_id": after })).await;
        }
    })
    .await;
    assert!(
        field == "predecessor_id" && message.contains("One"),
        "tasks that wait for each other: {message}"
    );
    let (field, message) = said(async |tx, made| {
        let one = put::<Contact>(tx, json!({ "account_id": made.account.id, "name": "Ines" })).await;
        let two = json!({ "account_id": made.account.id, "name": "Ben", "reports_to": one.id });
        let two = put::<Contact>(tx, two).await;
        change(tx, &one, |contact| contact.reports_to = Some(two.id)).await;
    })
    .await;
    assert_eq!(field, "reports_to", "people who report to each other: {message}");
    let (field, message) = said(async |tx, made| {
        let list = put::<Checklist>(tx, json!({ "account_id": made.account.id, "title": "Start", "started_on": "2026-11-20" })).await;
        for (key, from) in [("a", "due:b"), ("b", "due:a")] {
            let step = json!({ "checklist_id": list.id, "title": key, "key": key, "offset_days": 1, "offset_from": from });
            put::<ChecklistStep>(tx, step).await;
        }
    })
    .await;
    assert_eq!(field, "offset_from", "steps that count from each other: {message}");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_day_of_another_age_does_not_come_in_and_a_title_that_looks_like_one_does() {
    let day = "0027-01-15".parse().unwrap();
    let (field, message) =
        said(async |tx, made| change(tx, &made.tasks[0], |task| task.due = Some(day)).await).await;
    assert_eq!(field, "due", "no door takes it: {message}");
    for part in ["“One”", "0027-01-15", "1900", "2200"] {
        assert!(message.contains(part), "{part}: {message}");
    }
    let renewal = "9027-01-01".parse().unwrap();
    let (field, message) = said(async |tx, made| {
        change(tx, &made.account, |account| account.renewal_date = Some(renewal)).await;
    })
    .await;
    assert_eq!(field, "renewal_date", "{message}");
    let titled = said(async |tx, made| {
        change(tx, &made.tasks[0], |task| task.title = "0027-01-15".into()).await;
    });
    assert_eq!(titled.await, (String::new(), String::new()), "a title is no day");
}
