//! What a task or a file hangs under is there: held by the file itself, looked for by the check, found by filters.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::disallowed_methods)]

use std::path::{Path, PathBuf};

use cairn_domain::{
    Account, AccountId, Attachment, Home, Kind, Plan, Record, RecordId as _, Stored, Task, Touchpoint,
};
use cairn_store::{Moment, OpHead, Query, Sort, Store, StoreError, Tx, Way, check_copy};
use chrono::DateTime;
use sea_orm::{ConnectionTrait as _, Database, DbErr};
use serde_json::{Value, json};
use uuid::Uuid;

const NOBODY: &str = "01a211ee-ea80-7000-8000-ffffffffffff";

fn head(name: &'static str) -> OpHead {
    let at = DateTime::from_timestamp_millis(1_763_888_400_000).unwrap();
    let moment = Moment { at, fixed: true };
    OpHead { name, request_id: None, actor: "Ana".into(), source: "window", moment }
}

async fn put<R: Record>(tx: &mut Tx, fields: Value) -> Stored<R> {
    tx.append::<R>(serde_json::from_value(fields).unwrap()).await.unwrap()
}

/// A closed workspace: an account with a task of its own, which has a file, and a call in which another was agreed.
async fn workspace(folder: &Path) -> PathBuf {
    let path = folder.join("w.cairn");
    let store = Store::create(&path).await.unwrap();
    let mut tx = store.begin(head("account.create")).await.unwrap();
    let account = put::<Account>(&mut tx, json!({ "name": "Nordwind" })).await.id;
    let call = json!({ "account_id": account, "subject": "Review", "held_on": "2026-11-02" });
    let call = put::<Touchpoint>(&mut tx, call).await.id;
    let task = put::<Task>(&mut tx, json!({ "account_id": account, "title": "Own" })).await.id;
    put::<Task>(&mut tx, json!({ "touchpoint_id": call, "title": "Agreed" })).await;
    put::<Attachment>(&mut tx, json!({ "task_id": task, "name": "a.pdf", "hash": "0".repeat(64) })).await;
    tx.commit(&()).await.unwrap();
    store.close().await;
    path
}

/// Statements as another program would run them, in an operation that is left open.
async fn run(path: &Path, sql: &str) -> Result<(), DbErr> {
    let db = Database::connect(format!("sqlite://{}", path.display())).await.unwrap();
    let done = db.execute_unprepared(sql).await.map(drop);
    db.close().await.unwrap();
    done
}

/// The sentence with which the file refused.
async fn refused(path: &Path, sql: &str) -> String {
    run(path, sql).await.expect_err(sql).to_string()
}

#[tokio::test]
async fn the_file_itself_refuses_a_home_that_is_not_there_and_keeps_one_that_is_lived_in() {
    let folder = tempfile::tempdir().unwrap();
    let path = workspace(folder.path()).await;
    let op = "UPDATE ctl SET op = (SELECT max(n) FROM op);";
    for sql in [
        format!("UPDATE task SET home_id = '{NOBODY}', version = version + 1"),
        // The id is there, under another kind.
        "UPDATE task SET home_kind = 'workshop', version = version + 1".to_owned(),
        "UPDATE task SET home_kind = 'reading', version = version + 1".to_owned(),
        "UPDATE attachment SET home_kind = '', version = version + 1".to_owned(),
        format!(
            "INSERT INTO attachment (id, version, created_at, created_by, updated_at, updated_by, home_kind, home_id, name, hash)
             SELECT 'new', 1, created_at, '', updated_at, '', 'task', '{NOBODY}', name, hash FROM attachment"
        ),
        "DELETE FROM touchpoint".to_owned(),
        "DELETE FROM task WHERE home_kind = 'account'".to_owned(),
    ] {
        let said = refused(&path, &format!("{op} {sql}")).await;
        assert!(said.contains("hangs under one that is not there"), "{sql}: {said}");
    }
    run(
        &path,
        &format!(
            "{op} DELETE FROM attachment; DELETE FROM task; DELETE FROM touchpoint; UPDATE ctl SET op = NULL"
        ),
    )
    .await
    .expect("from below, where nothing is left under them");
}

#[tokio::test]
async fn the_check_finds_a_home_that_is_not_there() {
    let folder = tempfile::tempdir().unwrap();
    let path = workspace(folder.path()).await;
    assert_eq!(check_copy(&path).await.unwrap().damage, Vec::<String>::new(), "a whole file");
    let forget = format!(
        "DROP TRIGGER home_task_update; DROP TRIGGER version_task_grows;
         UPDATE ctl SET op = (SELECT max(n) FROM op);
         UPDATE task SET home_id = '{NOBODY}' WHERE home_kind = 'touchpoint'; UPDATE ctl SET op = NULL"
    );
    run(&path, &forget).await.unwrap();
    let damage = check_copy(&path).await.unwrap().damage;
    let lost = |line: &&String| *line == "A row of task hangs under a record that is not there.";
    assert_eq!(damage.iter().filter(lost).count(), 1, "{damage:?}");
}

#[tokio::test]
async fn a_home_that_is_not_there_or_deleted_is_refused_as_one() {
    let folder = tempfile::tempdir().unwrap();
    let store = Store::open(&workspace(folder.path()).await).await.unwrap();
    let nobody: AccountId = NOBODY.parse().unwrap();
    let mut tx = store.begin(head("task.create")).await.unwrap();
    let (tasks, _) = tx.rows().list::<Task>(&Query::default()).await.unwrap();
    let homeless = Task { home: Home::under(nobody), ..tasks[0].record.clone() };
    let error = tx.insert(None, homeless.clone()).await.unwrap_err();
    assert!(
        matches!(error, StoreError::NotFound { kind: Kind::Account, id } if id == nobody.uuid()),
        "{error}"
    );
    let error = tx.update(tasks[0].clone(), homeless).await.unwrap_err();
    assert!(matches!(error, StoreError::Database(_)), "as a foreign key refuses: {error}");
    drop(tx);
    let mut tx = store.begin(head("account.delete")).await.unwrap();
    let (accounts, _) = tx.rows().list::<Account>(&Query::default()).await.unwrap();
    tx.delete::<Account>(accounts[0].id, None).await.unwrap();
    let error = tx.insert(None, Task { home: Home::under(accounts[0].id), ..tasks[0].record.clone() }).await;
    assert!(matches!(error, Err(StoreError::ParentDeleted { kind: Kind::Account })), "{error:?}");
    let (left, _) = tx.rows().list::<Task>(&Query::default()).await.unwrap();
    let (files, _) = tx.rows().list::<Attachment>(&Query::default()).await.unwrap();
    assert_eq!((left.len(), files.len()), (0, 0), "what hangs under it went along, however deep");
    tx.restore::<Account>(accounts[0].id).await.unwrap();
    let (back, _) = tx.rows().list::<Task>(&Query::default()).await.unwrap();
    assert_eq!(back.len(), 2, "and comes back with it");
    drop(tx);
    store.close().await;
}

#[tokio::test]
async fn a_list_is_filtered_and_sorted_by_the_keys_of_the_wire_and_by_nothing_else_of_a_home() {
    let folder = tempfile::tempdir().unwrap();
    let store = Store::open(&workspace(folder.path()).await).await.unwrap();
    let rows = store.rows();
    let (accounts, _) = rows.list::<Account>(&Query::default()).await.unwrap();
    let titles = async |field: &str, value: Value| {
        let filter = [(field.to_owned(), value)].into_iter().collect();
        let (found, total) = rows.list::<Task>(&Query { filter, ..Query::default() }).await?;
        assert_eq!(found.len() as u64, total);
        Ok::<_, StoreError>(found.into_iter().map(|task| task.record.title).collect::<Vec<_>>())
    };
    assert_eq!(titles("account_id", json!(accounts[0].id)).await.unwrap(), ["Own"]);
    assert_eq!(titles("account_id", Value::Null).await.unwrap(), ["Agreed"], "that has another home");
    assert_eq!(titles("workshop_id", Value::Null).await.unwrap().len(), 2);
    assert_eq!(titles("workshop_id", json!(accounts[0].id)).await.unwrap(), Vec::<String>::new());
    for field in ["home", "home_id", "home_kind", "reading_id"] {
        let refused = titles(field, Value::Null).await;
        assert!(matches!(refused, Err(StoreError::UnknownField { .. })), "{field}: {refused:?}");
    }
    let refused = titles("account_id", json!([1])).await;
    assert!(matches!(refused, Err(StoreError::BadFilter { .. })), "{refused:?}");
    for (field, first) in [("account_id", "Agreed"), ("touchpoint_id", "Own")] {
        let sort = vec![Sort { field: field.to_owned(), descending: false }];
        let (found, _) = rows.list::<Task>(&Query { sort, ..Query::default() }).await.unwrap();
        assert_eq!(found[0].record.title, first, "by {field}, what has none first");
    }
    store.close().await;
}

#[tokio::test]
async fn the_journal_tells_a_home_by_its_key_and_a_step_over_another_kind_is_taken_back() {
    let folder = tempfile::tempdir().unwrap();
    let store = Store::open(&workspace(folder.path()).await).await.unwrap();
    let (tasks, _) = store.rows().list::<Task>(&Query::default()).await.unwrap();
    let (calls, _) = store.rows().list::<Touchpoint>(&Query::default()).await.unwrap();
    let own = tasks.iter().find(|task| task.record.title == "Own").unwrap().clone();
    let account = own.record.home.get().unwrap().1;
    let mut tx = store.begin(head("task.move")).await.unwrap();
    tx.update(own.clone(), Task { home: Home::under(calls[0].id), ..own.record.clone() }).await.unwrap();
    tx.commit(&()).await.unwrap();
    let history = store.rows().history(&own.id.to_string()).await.unwrap();
    let mut changes: Vec<_> =
        history[1].changes.iter().map(|one| (one.field.as_str(), &one.old, &one.new)).collect();
    changes.sort_by_key(|(field, ..)| *field);
    let (account, call) = (json!(account), json!(calls[0].id));
    let nothing = Value::Null;
    assert_eq!(changes, [("account_id", &account, &nothing), ("touchpoint_id", &nothing, &call)]);
    for (way, home) in [(Way::Undo, "account_id"), (Way::Redo, "touchpoint_id"), (Way::Undo, "account_id")] {
        let (tx, _) = store.take_back(way, head("undo"), None).await.unwrap();
        tx.commit(&()).await.unwrap();
        let now = serde_json::to_value(store.rows().get::<Task>(own.id).await.unwrap()).unwrap();
        assert!(now[home].is_string(), "{way:?}: {now}");
    }
    // The making of all of it, files below tasks below calls, is one step too.
    store.take_back(Way::Undo, head("undo"), None).await.unwrap().0.commit(&()).await.unwrap();
    assert!(store.rows().find::<Task>(own.id).await.unwrap().is_none());
    store.take_back(Way::Redo, head("redo"), None).await.unwrap().0.commit(&()).await.unwrap();
    assert!(store.rows().find::<Task>(own.id).await.unwrap().is_some());
    assert_eq!(store.check(false).await.unwrap().damage, Vec::<String>::new());
    store.close().await;
}

#[tokio::test]
async fn one_walk_finds_all_below_in_the_order_of_their_homes_and_what_is_above() {
    let folder = tempfile::tempdir().unwrap();
    let store = Store::open(&workspace(folder.path()).await).await.unwrap();
    let rows = store.rows();
    let (accounts, _) = rows.list::<Account>(&Query::default()).await.unwrap();
    let account = accounts[0].id.uuid();
    let mut tree = rows.tree(Kind::Account, [account]);
    let titles =
        |tasks: &[Stored<Task>]| tasks.iter().map(|task| task.record.title.clone()).collect::<Vec<_>>();
    let tasks: Vec<Stored<Task>> = tree.all().await.unwrap();
    assert_eq!(titles(&tasks), ["Own", "Agreed"]);
    let files: Vec<Stored<Attachment>> = tree.all().await.unwrap();
    assert_eq!(files.len(), 1, "two levels down");
    assert_eq!(tree.all::<Plan>().await.unwrap().len(), 0);
    let mut tree = rows.tree(Kind::Account, [account]).without(Kind::Touchpoint);
    assert_eq!(titles(&tree.all().await.unwrap()), ["Own"]);
    let mut tree = rows.tree(Kind::Account, [account]);
    assert_eq!(titles(&tree.kept(|task: &Task| task.title != "Own").await.unwrap()), ["Agreed"]);
    assert_eq!(tree.all::<Attachment>().await.unwrap().len(), 0, "what is left out has nothing below it");
    let file = (Kind::Attachment, files[0].id.uuid());
    assert_eq!(rows.above(file, Kind::Account).await.unwrap(), Some(account));
    assert_eq!(rows.above(file, Kind::Task).await.unwrap(), Some(tasks[0].id.uuid()));
    assert_eq!(rows.above(file, Kind::Plan).await.unwrap(), None);
    assert_eq!(rows.above((Kind::Task, Uuid::nil()), Kind::Account).await.unwrap(), None);
    store.close().await;
}
