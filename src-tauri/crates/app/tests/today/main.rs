//! The list of today against a second opinion: the whole workspace read into memory, and every record asked.
//!
//! Owns that the list, its pages, its count, the days ahead and what is told of say the same as that plain reading, over
//! workspaces made of chance and over the sample.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::disallowed_methods)]

mod care;
mod plain;
mod random;
mod snapshot;
mod steps;
mod touch;
mod work;

use std::{collections::BTreeSet, path::Path, sync::Arc};

use cairn_app::{App, Clock, Settings};
use cairn_domain::today::{TodayReason, Urgency};
use cairn_store::Store;
use cairn_wire::{Source, Today, TodayCount, TodayDay, TodayItem, TodayReminders};
use chrono::{DateTime, TimeDelta, Utc};
use proptest::prelude::*;
use random::Chance;
use serde::de::DeserializeOwned;
use serde_json::{Value, json};

/// The evening in Europe, so that it is another day elsewhere: a Wednesday.
const NOW: &str = "2026-11-25T21:00:00Z";

fn now() -> DateTime<Utc> {
    NOW.parse().unwrap()
}

async fn ask<T: DeserializeOwned>(app: &Arc<App>, name: &str, request: Value) -> T {
    let answer = app.call(Source::CommandLine, name, request).await.unwrap();
    serde_json::from_value(answer.result).unwrap()
}

async fn plainly(path: &Path, at: DateTime<Utc>) -> Vec<TodayItem> {
    let store = Store::open(path).await.unwrap();
    let items = plain::items(store.rows(), at).await;
    store.close().await;
    items
}

/// Everything that the commands answer agrees with the plain reading, which is answered.
async fn agreed(path: &Path, at: DateTime<Utc>) -> Vec<TodayItem> {
    let all = plainly(path, at).await;
    let settings = Settings { clock: Clock::Fixed(at), ..Settings::default() };
    let app = App::new(settings, Some(path.to_owned()));
    lists(&app, &all).await;
    let count: TodayCount = ask(&app, "today.count", json!({})).await;
    assert_eq!(count, counted(&all), "list and count agree");
    days(&app, &all).await;
    reminders(&app, &all).await;
    app.close().await;
    all
}

/// The list, whole, by urgency and in pages.
async fn lists(app: &Arc<App>, all: &[TodayItem]) {
    let most = json!({ "limit": 100_000 });
    let whole: Today = ask(app, "today.list", json!({ "page": most })).await;
    assert_eq!(whole.items, all, "the same rows in the same order");
    assert_eq!(whole.total, size(all));
    let first: Today = ask(app, "today.list", json!({})).await;
    assert_eq!(first.items, all[..all.len().min(200)], "the first 200 unless said");
    for urgency in Urgency::ALL {
        let own: Vec<TodayItem> = all.iter().filter(|item| item.urgency == urgency).cloned().collect();
        let asked: Today = ask(app, "today.list", json!({ "urgency": urgency, "page": most })).await;
        assert_eq!(asked.items, own, "{urgency:?} alone");
        assert_eq!(asked.total, size(&own), "and as many");
    }
    for (offset, limit) in [(0, 1), (1, 3), (all.len() / 3, 7), (all.len() / 2, all.len()), (all.len(), 5)] {
        let page = json!({ "page": { "limit": limit, "offset": offset } });
        let part: Today = ask(app, "today.list", page).await;
        let wanted: Vec<_> = all.iter().skip(offset).take(limit).cloned().collect();
        assert_eq!((part.items, part.total), (wanted, size(all)), "{limit} from {offset} on");
    }
}

/// The days ahead: what begins at a time first, then as the list stands.
async fn days(app: &Arc<App>, all: &[TodayItem]) {
    let days: Vec<TodayDay> = ask(app, "today.week", json!({ "limit": 3 })).await;
    let whole: Today = ask(app, "today.list", json!({})).await;
    assert_eq!(days.len(), 8, "today and a week");
    for (ahead, one) in days.into_iter().enumerate() {
        let day = whole.today + TimeDelta::days(i64::try_from(ahead).unwrap());
        let mut falls: Vec<_> = all.iter().filter(|item| item.due == Some(day)).cloned().collect();
        falls.sort_by_key(|item| (item.starts_at.is_none(), item.starts_at));
        let wanted = TodayDay { day, total: size(&falls), items: falls.into_iter().take(3).collect() };
        assert_eq!(one, wanted, "what falls on {day}");
    }
}

/// What is told of without being asked.
async fn reminders(app: &Arc<App>, all: &[TodayItem]) {
    let told: TodayReminders = ask(app, "today.reminders", json!({})).await;
    let private: Vec<TodayItem> = all.iter().filter(|item| !item.public_sector).cloned().collect();
    assert_eq!(told.count, counted(&private), "nothing is automatic for the public sector");
    let needed = |item: &&TodayItem| Urgency::NOW.contains(&item.urgency);
    let tells = |item: &&TodayItem| matches!(item.reason, TodayReason::Unblocked | TodayReason::WorkshopNext);
    let mut wanted: Vec<TodayItem> = private.iter().filter(needed).take(3).cloned().collect();
    for item in private.iter().filter(tells) {
        if !wanted.contains(item) {
            wanted.push(item.clone());
        }
    }
    assert_eq!(told.items, wanted);
}

fn counted(all: &[TodayItem]) -> TodayCount {
    let of = |urgency| u64::try_from(all.iter().filter(|item| item.urgency == urgency).count()).unwrap();
    TodayCount { late: of(Urgency::Late), today: of(Urgency::Today) }
}

fn size(items: &[TodayItem]) -> u64 {
    u64::try_from(items.len()).unwrap()
}

fn run<T>(work: impl Future<Output = T>) -> T {
    tokio::runtime::Builder::new_multi_thread().worker_threads(2).enable_all().build().unwrap().block_on(work)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 16, max_shrink_iters: 0, ..ProptestConfig::default() })]

    #[test]
    fn what_is_asked_of_the_file_is_what_a_plain_reading_finds(seed: u64) {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("n.cairn");
        run(async {
            random::make(&path, 4, now(), &mut Chance::new(seed)).await;
            agreed(&path, now()).await;
        });
    }
}

#[test]
fn list_and_count_agree_over_every_reason_there_is() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("n.cairn");
    let all = run(async {
        random::make(&path, 120, now(), &mut Chance::new(7)).await;
        agreed(&path, now()).await
    });
    let reasons: BTreeSet<TodayReason> = all.iter().map(|item| item.reason).collect();
    let kinds: BTreeSet<_> = all.iter().map(|item| item.kind).collect();
    assert_eq!(reasons.len(), REASONS, "a reason that never occurs is compared with nothing: {reasons:?}");
    assert_eq!(kinds.len(), 10, "every kind that can be on the list: {kinds:?}");
}

/// How many reasons there are.
const REASONS: usize = 19;

#[test]
fn list_and_count_agree_over_the_sample_as_it_grows_old() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("n.cairn");
    run(async {
        let settings = Settings { clock: Clock::Fixed(now()), ..Settings::default() };
        let app = App::new(settings, Some(path.clone()));
        let _: Value = ask(&app, "sample.add", json!({})).await;
        app.close().await;
        for days in [0, 1, 20, 70, 400] {
            let all = agreed(&path, now() + TimeDelta::days(days)).await;
            assert!(all.len() > 20, "{days} days later there is something to compare");
        }
    });
}
