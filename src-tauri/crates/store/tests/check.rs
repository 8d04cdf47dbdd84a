//! The check against real files: what it finds, what it does not take for damage, and that it always ends with an answer.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::disallowed_methods)]

use std::path::Path;

use cairn_domain::{Account, Blob, Hash};
use cairn_store::{Moment, OpHead, Store, StoreError, StoredBlob, check_copy, content_hash};
use chrono::DateTime;
use sea_orm::{ConnectionTrait as _, Database};
use serde_json::json;

fn head(name: &'static str) -> OpHead {
    let at = DateTime::from_timestamp_millis(1_763_888_400_000).unwrap();
    let moment = Moment { at, fixed: true };
    OpHead { name, request_id: None, actor: "Ana".into(), source: "window", moment }
}

async fn add(store: &Store, name: &str) {
    let account: Account = serde_json::from_value(json!({ "name": name, "licensed_seats": 5 })).unwrap();
    let mut tx = store.begin(head("account.create")).await.unwrap();
    tx.insert(None, account).await.unwrap();
    tx.commit(&()).await.unwrap();
}

async fn rename(store: &Store, to: &str) {
    let (found, _) = store.rows().list::<Account>(&cairn_store::Query::default()).await.unwrap();
    let mut tx = store.begin(head("account.update")).await.unwrap();
    let current = tx.current::<Account>(found[0].id, None).await.unwrap();
    let record = Account { name: to.into(), ..current.record.clone() };
    tx.update(current, record).await.unwrap();
    tx.commit(&()).await.unwrap();
}

/// A closed workspace with accounts, one of which was changed, and a content.
async fn workspace(folder: &Path) -> std::path::PathBuf {
    let path = folder.join("w.cairn");
    let store = Store::create(&path).await.unwrap();
    for n in 0..30 {
        add(&store, &format!("Account {n}")).await;
    }
    rename(&store, "Another name").await;
    let bytes = vec![42; 20_000];
    let hash = Hash::try_from(content_hash(&bytes)).unwrap();
    let about = Blob { media_type: "image/png".into(), size: 20_000 };
    store.save_blob(&hash, StoredBlob { about, bytes }).await.unwrap();
    store.close().await;
    path
}

async fn run(path: &Path, sql: &str) {
    let db = Database::connect(format!("sqlite://{}", path.display())).await.unwrap();
    db.execute_unprepared(sql).await.unwrap();
    db.close().await.unwrap();
}

#[tokio::test]
async fn what_was_changed_outside_is_found_where_it_is() {
    let folder = tempfile::tempdir().unwrap();
    let path = workspace(folder.path()).await;
    assert_eq!(check_copy(&path).await.unwrap().damage, Vec::<String>::new(), "a whole file");
    let whole = std::fs::read(&path).unwrap();
    for (sql, found) in [
        ("UPDATE blob SET bytes = zeroblob(20000)", "1 files are damaged"),
        (
            "UPDATE journal SET new = 'Else' WHERE col = 'name'",
            "1 values of account.name were changed outside",
        ),
        (
            "UPDATE journal SET new = json_set(new, '$.licensed_seats', 6) WHERE col IS NULL",
            "30 values of account.licensed_seats were changed outside",
        ),
        ("DELETE FROM journal WHERE col IS NULL", "30 rows of account were made outside"),
        ("DELETE FROM search_row WHERE n = 2", "The index of words"),
        ("DROP TRIGGER op_closes", "triggers are not as they should be"),
        ("UPDATE ctl SET op = 1", "An operation was left open"),
    ] {
        std::fs::write(&path, &whole).unwrap();
        run(&path, sql).await;
        let damage = check_copy(&path).await.unwrap().damage;
        assert!(damage.len() == 1 && damage[0].contains(found), "{sql}: {damage:?}");
    }
}

#[tokio::test]
async fn what_is_written_between_and_during_checks_is_no_damage() {
    let folder = tempfile::tempdir().unwrap();
    let store = Store::create(&folder.path().join("w.cairn")).await.unwrap();
    for round in 0..5 {
        add(&store, &format!("{round}")).await;
        rename(&store, &format!("{round} again")).await;
        let meanwhile = format!("{round} meanwhile");
        let (found, ()) = tokio::join!(store.check(false), add(&store, &meanwhile));
        assert_eq!(found.unwrap().damage, Vec::<String>::new(), "round {round}");
    }
    store.close().await;
}

#[tokio::test]
async fn whichever_page_is_damaged_the_check_ends_with_an_answer() {
    let folder = tempfile::tempdir().unwrap();
    let path = workspace(folder.path()).await;
    let whole = std::fs::read(&path).unwrap();
    let page = 4_096;
    let mut found = 0;
    for start in (page..whole.len()).step_by(page) {
        let mut bytes = whole.clone();
        bytes[start..start + page].fill(0x5a);
        std::fs::write(&path, bytes).unwrap();
        match check_copy(&path).await {
            Ok(findings) => found += usize::from(!findings.damage.is_empty()),
            Err(StoreError::Unreadable { .. }) => found += 1,
            Err(error) => panic!("page {}: {error:?}", start / page),
        }
    }
    let pages = whole.len() / page - 1;
    assert!(found * 10 >= pages * 9, "nearly every page holds something: {found} of {pages}");
}
