//! The journal against real files: what undo brings back, and that nothing can be written around it.
#![allow(clippy::unwrap_used, clippy::expect_used)]

use cairn_domain::{Account, AccountId, Plan, Stored};
use cairn_store::{Moment, OpHead, Store, StoreError, Way, sqlite_version};
use chrono::DateTime;
use serde_json::json;

async fn store() -> (tempfile::TempDir, Store) {
    let folder = tempfile::tempdir().unwrap();
    let store = Store::create(&folder.path().join("w.cairn")).await.unwrap();
    (folder, store)
}

fn head(name: &'static str) -> OpHead {
    let at = DateTime::from_timestamp_millis(1_763_888_400_000).unwrap();
    OpHead {
        name,
        request_id: None,
        actor: "Ana".into(),
        source: "window",
        moment: Moment { at, fixed: true },
    }
}

fn account(name: &str, seats: i64) -> Account {
    serde_json::from_value(json!({ "name": name, "licensed_seats": seats })).unwrap()
}

async fn add(store: &Store, record: Account) -> Stored<Account> {
    let mut tx = store.begin(head("account.create")).await.unwrap();
    let stored = tx.insert(None, record).await.unwrap();
    tx.commit(&()).await.unwrap();
    stored
}

async fn rename(store: &Store, id: AccountId, name: &str) {
    let mut tx = store.begin(head("account.update")).await.unwrap();
    let current = tx.current::<Account>(id, None).await.unwrap();
    let record = Account { name: name.into(), ..current.record.clone() };
    tx.update(current, record).await.unwrap();
    tx.commit(&()).await.unwrap();
}

async fn step(store: &Store, way: Way) -> Result<(), StoreError> {
    let (tx, _) = store.take_back(way, head("step"), None).await?;
    tx.commit(&()).await.map(drop)
}

#[test]
fn the_linked_sqlite_has_the_wal_reset_fix() {
    let parts: Vec<u32> = sqlite_version().split('.').map(|part| part.parse().unwrap()).collect();
    assert!(parts >= vec![3, 51, 3], "{} can corrupt a file that two connections write", sqlite_version());
}

#[tokio::test]
async fn an_operation_that_is_dropped_leaves_nothing() {
    let (_folder, store) = store().await;
    let mut tx = store.begin(head("account.create")).await.unwrap();
    let stored = tx.insert(None, account("Nordwind", 1)).await.unwrap();
    drop(tx);
    assert!(store.rows().find::<Account>(stored.id).await.unwrap().is_none(), "not committed, not there");
    assert_eq!(store.rows().last_op().await.unwrap(), 0, "nor is its operation");
}

#[tokio::test]
async fn a_new_change_after_an_undo_closes_the_way_forward() {
    let (_folder, store) = store().await;
    let first = add(&store, account("Nordwind", 1)).await;
    rename(&store, first.id, "Borealis").await;
    step(&store, Way::Undo).await.unwrap();
    rename(&store, first.id, "Aurora").await;
    let error = step(&store, Way::Redo).await.unwrap_err();
    assert!(matches!(error, StoreError::NoStep { what: "redo" }), "the undone name is past: {error:?}");
    step(&store, Way::Undo).await.unwrap();
    step(&store, Way::Undo).await.unwrap();
    let error = step(&store, Way::Undo).await.unwrap_err();
    assert!(matches!(error, StoreError::NoStep { what: "undo" }), "two changes were in force: {error:?}");
    assert!(store.rows().find::<Account>(first.id).await.unwrap().is_none(), "its making was undone last");
}

#[tokio::test]
async fn undoing_and_redoing_a_row_keeps_every_digit() {
    let (_folder, store) = store().await;
    let nordwind = add(&store, account("Nordwind", 7)).await;
    let mut tx = store.begin(head("plan.create")).await.unwrap();
    let plan: Plan =
        serde_json::from_value(json!({ "account_id": nordwind.id, "title": "FY27 'quoted' \u{1F3D4}" }))
            .unwrap();
    let plan = tx.insert(None, plan).await.unwrap();
    tx.commit(&()).await.unwrap();
    for _ in 0..2 {
        step(&store, Way::Undo).await.unwrap();
    }
    for _ in 0..2 {
        step(&store, Way::Redo).await.unwrap();
    }
    let back = store.rows().get::<Plan>(plan.id).await.unwrap();
    assert_eq!(back.record, plan.record, "every field is as it was");
    assert_eq!(back.created_at, plan.created_at, "and who made it when");
    assert!(back.version > plan.version, "a reader of the first row is stale now");
    assert_eq!(
        store.check(false).await.unwrap().damage,
        Vec::<String>::new(),
        "the journal agrees with the rows"
    );
}

#[tokio::test]
async fn a_write_without_an_operation_is_refused_by_the_file_itself() {
    let (folder, store) = store().await;
    let first = add(&store, account("Nordwind", 1)).await;
    store.close().await;
    let db = sea_orm::Database::connect(format!("sqlite://{}", folder.path().join("w.cairn").display()))
        .await
        .unwrap();
    use sea_orm::ConnectionTrait;
    let sql = format!("UPDATE account SET name = 'X', version = 9 WHERE id = '{}'", first.id);
    assert!(db.execute_unprepared(&sql).await.is_err(), "no operation is open");
    let sql = "INSERT INTO op (id, name, at, actor, source, hlc) VALUES ('x', 'x', 'x', 'x', 'window', 1)";
    db.execute_unprepared(sql).await.unwrap();
    let same = format!("UPDATE account SET name = 'X' WHERE id = '{}'", first.id);
    assert!(db.execute_unprepared(&same).await.is_err(), "a change must raise the version");
}

#[tokio::test]
async fn the_history_reads_lists_and_amounts_as_fields() {
    let (_folder, store) = store().await;
    let made =
        json!({ "name": "Nordwind", "other_sites": ["Kiel"], "arr": { "minor": 5, "currency": "EUR" } });
    let stored = add(&store, serde_json::from_value(made).unwrap()).await;
    let mut tx = store.begin(head("account.update")).await.unwrap();
    let current = tx.current::<Account>(stored.id, None).await.unwrap();
    let mut record = current.record.clone();
    record.other_sites.push("Oslo".into());
    tx.update(current, record).await.unwrap();
    tx.commit(&()).await.unwrap();
    let history = store.rows().history(&stored.id.to_string()).await.unwrap();
    let of = |entry: usize, field: &str| {
        let change = history[entry].changes.iter().find(|change| change.field == field).unwrap();
        (change.old.clone(), change.new.clone())
    };
    assert_eq!(of(0, "arr.minor"), (json!(null), json!(5)));
    assert_eq!(of(0, "arr.currency"), (json!(null), json!("EUR")));
    assert_eq!(of(1, "other_sites"), (json!(["Kiel"]), json!(["Kiel", "Oslo"])));
}
