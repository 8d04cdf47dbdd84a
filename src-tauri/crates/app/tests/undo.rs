//! Undo to the very beginning, whatever was done: all that is left is what somebody signed or confirmed and what that
//! stands on, and redo brings everything else back.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::disallowed_methods)]

use std::{collections::BTreeSet, path::Path, sync::Arc};

use cairn_app::{App, Clock, Settings};
use cairn_wire::{Failure, Source};
use proptest::prelude::*;
use serde_json::{Map, Value, json};

const KINDS: [&str; 10] = [
    "account",
    "contact",
    "plan",
    "plan_version",
    "objective",
    "criterion",
    "reading",
    "initiative",
    "task",
    "dependency",
];

struct Book {
    app: Arc<App>,
    /// Ids by kind, in the order in which they were made.
    made: Map<String, Value>,
    /// What was signed and what was confirmed, as it was then.
    said: BTreeSet<String>,
}

impl Book {
    fn at(path: &Path) -> Self {
        let clock = Clock::Fixed("2026-11-24T09:00:00Z".parse().unwrap());
        let app = App::new(Settings { clock, ..Settings::default() }, Some(path.to_owned()));
        Self { app, made: Map::new(), said: BTreeSet::new() }
    }

    async fn call(&self, name: &str, request: Value) -> Result<Value, Failure> {
        self.app.call(Source::CommandLine, name, request).await.map(|answer| answer.result)
    }

    fn one(&self, kind: &str, which: usize) -> Value {
        let ids = self.made.get(kind).and_then(Value::as_array).cloned().unwrap_or_default();
        if ids.is_empty() { Value::Null } else { ids[which % ids.len()].clone() }
    }

    async fn make(&mut self, kind: &str, name: &str, request: Value) {
        if let Ok(made) = self.call(name, request).await {
            let ids = self.made.entry(kind).or_insert_with(|| json!([]));
            ids.as_array_mut().unwrap().push(made["id"].clone());
        }
    }

    async fn change(&self, kind: &str, which: usize, change: Value) {
        let id = self.one(kind, which);
        let Ok(now) = self.call(&format!("{kind}.get"), json!({ "id": id })).await else { return };
        let mut request = json!({ "id": id, "version": now["version"] });
        request.as_object_mut().unwrap().extend(change.as_object().unwrap().clone());
        // What the rules refuse is not done.
        let _ = self.call(&format!("{kind}.update"), request).await;
    }

    /// Does one thing of many; what is refused is not done.
    async fn act(&mut self, (what, which, value): (u8, usize, u8)) {
        let of = |kind: &str| self.one(kind, which);
        let name = format!("N{value}");
        match what {
            0 => self.make("account", "account.create", json!({ "name": name })).await,
            1 => {
                self.make("contact", "contact.create", json!({ "account_id": of("account"), "name": name }))
                    .await;
            }
            2 => {
                self.make("plan", "plan.create", json!({ "account_id": of("account"), "title": name })).await;
            }
            3 => {
                let objective = json!({ "plan_id": of("plan"), "title": name, "business_impact": "Much",
                                        "start": "2026-01-01", "due": "2026-12-01" });
                self.make("objective", "objective.create", objective).await;
            }
            4 => {
                let criterion = json!({ "objective_id": of("objective"), "name": name, "baseline": 1, "target": 9,
                                        "target_date": "2026-12-01", "weight": value % 2 });
                self.make("criterion", "criterion.create", criterion).await;
            }
            5 => {
                let date = format!("2026-11-{:02}", value % 3 + 1);
                let reading = json!({ "criterion_id": of("criterion"), "date": date, "value": value });
                self.make("reading", "reading.create", reading).await;
            }
            6 => {
                let initiative = json!({ "objective_id": of("objective"), "title": name });
                self.make("initiative", "initiative.create", initiative).await;
            }
            7 => {
                self.make("task", "task.create", json!({ "initiative_id": of("initiative"), "title": name }))
                    .await;
            }
            8 => {
                let (one, other) = (of("task"), self.one("task", usize::from(value)));
                let link = json!({ "predecessor_id": one, "successor_id": other });
                self.make("dependency", "dependency.create", link).await;
            }
            9 => {
                self.make(
                    "plan_version",
                    "plan.freeze",
                    json!({ "id": of("plan"), "name": format!("V{}", value % 2) }),
                )
                .await;
            }
            10 => self.change("plan_version", which, json!({ "name": name })).await,
            11 | 12 => {
                let kind = KINDS[usize::from(value) % KINDS.len()];
                let verb = if what == 11 { "delete" } else { "restore" };
                let _ = self.call(&format!("{kind}.{verb}"), json!({ "id": of(kind) })).await;
            }
            13 => {
                self.change(
                    "objective",
                    which,
                    json!({ "stage": if value % 2 == 0 { "accepted" } else { "delivered" } }),
                )
                .await;
            }
            14 => self.change("task", which, json!({ "title": name })).await,
            15 => self.change("account", which, json!({ "name": name })).await,
            16 => {
                let word = json!({ "version_id": of("plan_version"), "person": name, "on": "2026-11-20" });
                if let Ok(version) = self.call("plan.sign_off", word).await {
                    self.said.insert(signed(&version));
                }
            }
            17 => {
                let id = of("objective");
                let now = self.call("objective.get", json!({ "id": id })).await.unwrap_or_default();
                let word = json!({ "id": id, "version": now["version"], "confirmed_by": name,
                                   "confirmed_on": "2026-11-20", "words": "Yes" });
                if let Ok(objective) = self.call("objective.verify", word).await {
                    self.said.insert(confirmed(&objective));
                }
            }
            18 => drop(self.call("undo", json!({})).await),
            _ => drop(self.call("redo", json!({})).await),
        }
    }

    /// All that the records say, deleted or not; how often they were changed and when is no part of it.
    async fn state(&self) -> BTreeSet<String> {
        let mut all = BTreeSet::new();
        for kind in KINDS {
            for deleted in [false, true] {
                let query = json!({ "filter": { "deleted": deleted }, "page": { "limit": 10_000 } });
                let list = self.call(&format!("{kind}.list"), query).await.unwrap();
                for item in list["items"].as_array().unwrap() {
                    let mut item = item.clone();
                    for field in ["version", "updated_at", "updated_by"] {
                        item.as_object_mut().unwrap().remove(field);
                    }
                    all.insert(format!("{kind} {item}"));
                }
            }
        }
        all
    }

    async fn listed(&self, kind: &str) -> Vec<Value> {
        let query = json!({ "page": { "limit": 10_000 } });
        self.call(&format!("{kind}.list"), query).await.unwrap()["items"].as_array().unwrap().clone()
    }

    /// What is signed and what is confirmed.
    async fn for_good(&self) -> BTreeSet<String> {
        let versions = self.listed("plan_version").await;
        let objectives = self.listed("objective").await;
        let versions = versions.iter().filter(|version| version["signed"] != json!([])).map(signed);
        let objectives =
            objectives.iter().filter(|objective| objective["stage"] == "verified").map(confirmed);
        versions.chain(objectives).collect()
    }
}

fn signed(version: &Value) -> String {
    json!([version["id"], version["name"], version["content"]]).to_string()
}

fn confirmed(objective: &Value) -> String {
    json!([objective["id"], objective["confirmed_by"], objective["confirmed_words"]]).to_string()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 6, ..ProptestConfig::default() })]

    #[test]
    fn undo_to_the_beginning_leaves_only_what_is_signed_and_redo_brings_back_all(
        acts in proptest::collection::vec((0..20_u8, 0..4_usize, any::<u8>()), 10..50)
    ) {
        let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build().unwrap();
        runtime.block_on(async {
            let folder = tempfile::tempdir().unwrap();
            let mut book = Book::at(&folder.path().join("w.cairn"));
            book.call("me.update", json!({ "version": 0, "name": "Ana" })).await.unwrap();
            for what in [0, 2, 3, 4, 5, 6, 7, 7, 9] {
                book.act((what, 0, 3)).await;
            }
            for act in acts {
                book.act(act).await;
            }
            let before = book.state().await;
            let for_good = book.said.clone();
            let mut undone = 0;
            loop {
                match book.call("undo", json!({})).await {
                    Ok(_) => undone += 1,
                    // Said once, where what it would bring back does not fit; then it is passed over.
                    Err(refused) if refused.code == cairn_wire::Code::InvalidState && refused.field.is_some() => {}
                    Err(end) => {
                        prop_assert_eq!(end.code, cairn_wire::Code::InvalidState, "{:?}", end);
                        break;
                    }
                }
                prop_assert!(undone < 500, "it ends");
            }
            prop_assert_eq!(book.for_good().await, for_good.clone(), "the customer's word stands as it was given");
            prop_assert_eq!(book.call("me.get", json!({})).await.unwrap()["name"].clone(), json!("Ana"), "so do I");
            if for_good.is_empty() {
                prop_assert_eq!(book.state().await, BTreeSet::new(), "nothing was signed, nothing is left");
            }
            for _ in 0..undone {
                prop_assert!(book.call("redo", json!({})).await.is_ok(), "every step comes back");
            }
            prop_assert_eq!(book.state().await, before, "and all is as it was");
            let check = book.call("workspace.check", json!({})).await.unwrap();
            prop_assert_eq!(check["ok"].clone(), json!(true), "{}", check);
            book.app.close().await;
            Ok(())
        })?;
    }
}
