//! A file that hands an account over is looked at before it is read: it holds tables of a workspace and nothing else,
//! and no number from which nothing can go on.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::disallowed_methods)]

use std::{path::Path, time::Duration};

use cairn_domain::{Account, AccountId, Stored};
use cairn_store::{Moment, OpHead, Store, StoreError, TransferFile};
use chrono::DateTime;
use sea_orm::{ConnectionTrait as _, Database};
use serde_json::json;

const AT: i64 = 1_763_888_400_000;

fn head(name: &'static str) -> OpHead {
    let at = DateTime::from_timestamp_millis(AT).unwrap();
    OpHead {
        name,
        request_id: None,
        actor: "Ana".into(),
        source: "window",
        moment: Moment { at, fixed: true },
    }
}

async fn workspace(path: &Path, name: &str) -> (Store, Stored<Account>) {
    let store = Store::create(path).await.unwrap();
    let record: Account = serde_json::from_value(json!({ "name": name })).unwrap();
    let mut tx = store.begin(head("account.create")).await.unwrap();
    let stored = tx.insert(None, record).await.unwrap();
    tx.commit(&()).await.unwrap();
    (store, stored)
}

/// A file that hands an account over, with something done to it past all that the program would do.
async fn tampered(folder: &Path, sql: &str) -> std::path::PathBuf {
    let path = folder.join("handed.cairn");
    let (store, _) = workspace(&path, "Nordwind").await;
    store.close().await;
    let file = Database::connect(format!("sqlite://{}", path.display())).await.unwrap();
    file.execute_unprepared(sql).await.unwrap();
    file.close().await.unwrap();
    path
}

async fn refused(sql: &str) -> String {
    let folder = tempfile::tempdir().unwrap();
    let path = tampered(folder.path(), sql).await;
    // What would never end must not be begun: the limit is far beyond what reading the file takes.
    let opened = tokio::time::timeout(Duration::from_secs(60), TransferFile::open(&path)).await;
    match opened.unwrap_or_else(|_| panic!("{sql} holds the reader up")) {
        Err(StoreError::Unreadable { why, path: named }) => {
            assert_eq!(named, path.display().to_string(), "the file is named: {why}");
            why
        }
        Err(other) => panic!("{sql}: {other:?}"),
        Ok(_) => panic!("{sql} comes in"),
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn what_would_run_is_refused() {
    let endless = "WITH RECURSIVE n (x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM n) SELECT * FROM n";
    for (sql, why) in [
        (format!("CREATE VIEW endless AS {endless}"), "view"),
        (format!("ALTER TABLE contact RENAME TO other; CREATE VIEW contact AS {endless}"), "view"),
        (format!("PRAGMA user_version = 3; CREATE VIEW more AS {endless}"), "view"),
        ("CREATE TRIGGER mine AFTER INSERT ON op BEGIN DELETE FROM account; END".into(), "made"),
        ("CREATE TABLE mine (id TEXT)".into(), "made"),
        ("ALTER TABLE account ADD COLUMN mine TEXT".into(), "made"),
        ("DROP TRIGGER journal_account_insert".into(), "made"),
        ("CREATE VIRTUAL TABLE mine USING fts5 (text)".into(), "made"),
        ("CREATE INDEX mine ON account (name)".into(), "made"),
    ] {
        let said = refused(&sql).await;
        assert!(said.contains(why), "{sql}: {said}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn numbers_and_instants_that_no_workspace_writes_are_refused() {
    let past = |sql: &str| {
        format!("DROP TRIGGER version_account_grows; {sql};
                 CREATE TRIGGER version_account_grows BEFORE UPDATE ON account WHEN NEW.version <= OLD.version BEGIN SELECT RAISE(ABORT, 'a change must raise the version'); END")
    };
    assert!(
        refused(&past("UPDATE account SET version = 9223372036854775807")).await.contains("version"),
        "the last"
    );
    assert!(refused(&past("UPDATE account SET version = 0")).await.contains("version"), "none");
    assert!(refused("UPDATE op SET at = 'soon', result = result").await.contains("instant"), "no instant");
    assert!(refused("UPDATE op SET depth = -1").await.contains("history"), "undone less than never");
    assert!(refused("UPDATE op SET undoes = n").await.contains("history"), "an undo of itself");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_clock_at_the_end_of_time_does_not_end_writing() {
    let folder = tempfile::tempdir().unwrap();
    for clock in [9_223_372_036_854_775_806_i64, i64::MAX, i64::MIN, -1] {
        let path = tampered(folder.path(), &format!("UPDATE op SET hlc = {clock}")).await;
        let mine = folder.path().join("mine.cairn");
        let (store, own) = workspace(&mine, "Südwind").await;
        let file = TransferFile::open(&path).await.unwrap();
        let account: AccountId = file.accounts().await.unwrap().0[0].id;
        let transfer = file.transfer(account).await.unwrap();
        let mut tx = store.begin(head("import.apply")).await.unwrap();
        let difference = tx.compare(account, &transfer).await.unwrap();
        tx.receive(transfer, &difference, &file).await.unwrap();
        tx.commit(&()).await.unwrap();
        file.close().await;
        for name in ["Once", "Twice"] {
            let mut tx = store.begin(head("account.update")).await.unwrap();
            let current = tx.current::<Account>(own.id, None).await.unwrap();
            let record = Account { name: name.into(), ..current.record.clone() };
            tx.update(current, record).await.unwrap();
            tx.commit(&()).await.expect("writing goes on");
        }
        assert_eq!(store.check(false).await.unwrap().damage, Vec::<String>::new(), "{clock}");
        store.close().await;
        std::fs::remove_file(path).unwrap();
        std::fs::remove_file(mine).unwrap();
    }
}
