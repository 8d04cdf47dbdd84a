//! Somebody who waits for a long import sees how far it is and can end it: then nothing of it stays, and the next one
//! begins anew.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::disallowed_methods)]

use std::{fmt::Write as _, path::Path, sync::Arc, time::Duration};

use cairn_app::{App, Settings};
use cairn_wire::{Code, Failure, Source};
use serde_json::{Value, json};

async fn call(app: &Arc<App>, name: &str, request: Value) -> Result<Value, Failure> {
    Ok(app.call(Source::Window, name, request).await?.result)
}

fn list(path: &Path, rows: usize) {
    let mut text = String::from("Account Name,Renewal Date,Industry\n");
    for row in 1..=rows {
        writeln!(text, "Customer {row},2027-01-31,Energy").unwrap();
    }
    std::fs::write(path, text).unwrap();
}

#[tokio::test(flavor = "multi_thread")]
async fn a_long_import_tells_how_far_it_is_and_leaves_nothing_where_it_is_ended() {
    let folder = tempfile::tempdir().unwrap();
    let app = App::new(Settings::default(), Some(folder.path().join("w.cairn")));
    call(&app, "account.create", json!({ "name": "Nordwind" })).await.unwrap();
    let path = folder.path().join("long.csv");
    list(&path, 20_000);
    let request = json!({ "kind": "accounts", "path": path });

    let taking = tokio::spawn({
        let (app, request) = (Arc::clone(&app), request.clone());
        async move { call(&app, "import.apply", request).await }
    });
    // While the file is read no row has been seen.
    let mut seen = loop {
        let progress = call(&app, "import.progress", json!({})).await.unwrap();
        if progress["done"].as_u64().unwrap() > 0 {
            break progress;
        }
        if taking.is_finished() {
            panic!("it ended before it told anything: {:?}", taking.await);
        }
        tokio::time::sleep(Duration::from_millis(1)).await;
    };
    assert_eq!((&seen["running"], &seen["all"]), (&json!(true), &json!(20_000)), "{seen}");
    seen = call(&app, "import.cancel", json!({})).await.unwrap();
    assert!(seen["done"].as_u64().unwrap() < 20_000, "it was ended on the way: {seen}");
    let refused = taking.await.unwrap().unwrap_err();
    assert_eq!(refused.code, Code::Cancelled, "{}", refused.message);
    assert_eq!(call(&app, "import.progress", json!({})).await.unwrap()["running"], false, "it is over");
    assert_eq!(call(&app, "account.list", json!({})).await.unwrap()["total"], 1, "nothing of it stays");

    list(&path, 3);
    let report = call(&app, "import.apply", request).await.unwrap();
    assert_eq!(report["new"], 3, "the next import is not ended with it");
    app.close().await;
}
