//! What is found after an operation is what stands in the file then, whatever it wrote on the way.
#![allow(clippy::unwrap_used, clippy::expect_used)]

use cairn_domain::Account;
use cairn_store::{Moment, OpHead, Store};
use chrono::DateTime;
use serde_json::json;

fn head() -> OpHead {
    let at = DateTime::from_timestamp_millis(1_763_888_400_000).unwrap();
    OpHead {
        name: "account.create",
        request_id: None,
        actor: "Ana".into(),
        source: "window",
        moment: Moment { at, fixed: true },
    }
}

fn account(name: &str) -> Account {
    serde_json::from_value(json!({ "name": name })).unwrap()
}

async fn found(store: &Store, text: &str) -> usize {
    store.rows().search(text, 10).await.unwrap().len()
}

#[tokio::test]
async fn one_operation_that_writes_deletes_and_restores_leaves_the_words_of_its_end() {
    let folder = tempfile::tempdir().unwrap();
    let store = Store::create(&folder.path().join("w.cairn")).await.unwrap();
    let mut tx = store.begin(head()).await.unwrap();
    let kept = tx.insert(None, account("Nordwind")).await.unwrap();
    tx.update(kept.clone(), account("Borealis")).await.unwrap();
    let gone = tx.insert(None, account("Aurora")).await.unwrap();
    tx.delete::<Account>(gone.id, None).await.unwrap();
    let back = tx.insert(None, account("Fjord Energy")).await.unwrap();
    tx.delete::<Account>(back.id, None).await.unwrap();
    tx.restore::<Account>(back.id).await.unwrap();
    let many = tx.insert_many(vec![account("Harrow"), account("Quill")]).await.unwrap();
    let first = many[0].clone();
    tx.update_many(vec![(first, account("Tarn"))]).await.unwrap();
    tx.commit(&()).await.unwrap();
    for (text, count) in [
        ("Nordwind", 0),
        ("Borealis", 1),
        ("Aurora", 0),
        ("Fjord", 1),
        ("Harrow", 0),
        ("Tarn", 1),
        ("Quill", 1),
    ] {
        assert_eq!(found(&store, text).await, count, "{text}");
    }
    let mut tx = store.begin(head()).await.unwrap();
    let same = tx.current::<Account>(kept.id, None).await.unwrap();
    let mut record = same.record.clone();
    record.licensed_seats = Some(7);
    tx.update(same, record).await.unwrap();
    tx.commit(&()).await.unwrap();
    assert_eq!(found(&store, "Borealis").await, 1, "a change without words leaves them where they stand");

    let mut tx = store.begin(head()).await.unwrap();
    tx.delete::<Account>(kept.id, None).await.unwrap();
    tx.commit(&()).await.unwrap();
    assert_eq!(found(&store, "Borealis").await, 0, "what is deleted is not found");
    let mut tx = store.begin(head()).await.unwrap();
    let back = tx.restore::<Account>(kept.id).await.unwrap();
    let record = back.record.clone();
    tx.update(back, record).await.unwrap();
    tx.commit(&()).await.unwrap();
    assert_eq!(found(&store, "Borealis").await, 1, "what comes back is, though no word of it changed since");

    let mut tx = store.begin(head()).await.unwrap();
    let current = tx.current::<Account>(kept.id, None).await.unwrap();
    let named = tx.update(current, account("Hesperia")).await.unwrap();
    let mut record = named.record.clone();
    record.licensed_seats = Some(9);
    tx.update(named, record).await.unwrap();
    tx.commit(&()).await.unwrap();
    assert_eq!(found(&store, "Hesperia").await, 1, "a second change does not forget the words of the first");
    assert_eq!(found(&store, "Borealis").await, 0, "nor keep those before it");
}
