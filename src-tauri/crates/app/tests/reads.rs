//! A command names the kinds of record that its answer is made of, and the window asks again when one of them changes:
//! what is not named may change nothing, or the window shows what is no longer so.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::disallowed_methods)]

use std::{collections::BTreeSet, path::Path, sync::Arc};

use cairn_app::{App, Clock, Settings};
use cairn_domain::Kind;
use cairn_wire::{Access, CommandInfo, Source, commands};
use serde_json::{Value, json};

/// Commands that set documents or write files; the kinds they name are asked for by nobody twice.
const ELSEWHERE: [&str; 11] = [
    "document.export",
    "document.preview",
    "account.export",
    "template.export",
    "checklist_template.export",
    "attachment.export",
    "blob.save",
    "import.preview",
    "backup.create",
    "backup.list",
    "backup.test",
];
/// Of each kind, so many records stand for all.
const FEW: usize = 3;

async fn call(app: &Arc<App>, name: &str, request: &Value) -> Option<(Value, Vec<Kind>)> {
    let answer = app.call(Source::CommandLine, name, request.clone()).await.ok()?;
    Some((answer.result, answer.changed))
}

fn open(path: &Path) -> Arc<App> {
    let clock = Clock::Fixed("2026-11-24T09:00:00Z".parse().unwrap());
    App::new(Settings { clock, ..Settings::default() }, Some(path.to_owned()))
}

/// The ids of a kind's records, some or all.
async fn ids(app: &Arc<App>, kind: Kind) -> Vec<Value> {
    let list = call(app, &format!("{}.list", kind.word()), &json!({})).await;
    let items = list.map(|(list, _)| list["items"].as_array().cloned().unwrap_or_default());
    items.unwrap_or_default().into_iter().map(|item| item["id"].clone()).collect()
}

/// Every kind that any command names.
fn kinds() -> BTreeSet<Kind> {
    commands().iter().flat_map(|command| command.reads).copied().collect()
}

/// A question, with what was answered.
struct Asked {
    command: CommandInfo,
    request: Value,
    answer: Value,
}

/// Every reading command with every request that it answers.
async fn questions(app: &Arc<App>) -> Vec<Asked> {
    let mut requests = vec![json!({}), json!({ "query": "gate" })];
    let accounts = ids(app, Kind::Account).await;
    for kind in kinds() {
        for id in ids(app, kind).await.into_iter().take(FEW) {
            requests.extend([
                json!({ "id": id }),
                json!({ "kind": kind.word(), "id": id }),
                json!({ "id": id, "version": 1, "done_on": "2026-11-23" }),
                json!({ "id": id, "anchors": { "contract": "2026-03-02" } }),
                json!({ "id": id, "from": "2026-01-01", "to": "2026-12-31" }),
                json!({ "id": id, "from": "now", "to": "now" }),
                json!({ "version_id": id }),
                json!({ "task_id": id, "due": "2027-01-15" }),
                json!({ "plan_id": id }),
                json!({ "account_id": id }),
                json!({ "account_id": id, "year": 2026 }),
            ]);
            let account = &accounts[0];
            requests.push(json!({ "template_id": id, "account_id": account }));
            requests.push(
                json!({ "template_id": id, "account_id": account, "anchors": { "contract": "2026-11-02" } }),
            );
        }
    }
    let mut asked = Vec::new();
    for command in commands() {
        if command.access != Access::Read || ELSEWHERE.contains(&command.name) {
            continue;
        }
        for request in &requests {
            if let Some((answer, _)) = call(app, command.name, request).await {
                let (command, request) = (command.clone(), request.clone());
                asked.push(Asked { command, request, answer });
            }
        }
    }
    asked
}

#[tokio::test(flavor = "multi_thread")]
async fn what_a_command_does_not_name_changes_nothing_in_its_answer() {
    let folder = tempfile::tempdir().unwrap();
    let whole = folder.path().join("whole.cairn");
    let app = open(&whole);
    call(&app, "sample.add", &json!({})).await.expect("the sample");
    let asked = questions(&app).await;
    app.close().await;
    let names: BTreeSet<_> = asked.iter().map(|one| one.command.name).collect();
    assert!(names.len() > 60, "most commands are asked: {names:?}");
    let mut wrong = Vec::new();
    for kind in kinds() {
        let path = folder.path().join(format!("without-{}.cairn", kind.word()));
        std::fs::copy(&whole, &path).unwrap();
        let app = open(&path);
        let mut changed = Vec::new();
        for id in ids(&app, kind).await {
            if let Some((_, more)) =
                call(&app, &format!("{}.delete", kind.word()), &json!({ "id": id })).await
            {
                changed.extend(more);
            }
        }
        for Asked { command, request, answer } in &asked {
            if changed.is_empty() || command.reads.iter().any(|read| changed.contains(read)) {
                continue;
            }
            let now = call(&app, command.name, request).await.map(|(answer, _)| answer);
            if now.as_ref() != Some(answer) {
                wrong.push(format!(
                    "{} is made of {kind:?} too, and does not name it: {request}",
                    command.name
                ));
            }
        }
        app.close().await;
    }
    assert_eq!(wrong, Vec::<String>::new());
}
