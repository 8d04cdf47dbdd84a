//! A workspace with some of everything that the list of today looks at, around a day, made of chance.
//!
//! Owns what stands in it. Days lie close to the limits that the rules know, titles and names repeat, and things are
//! deleted, changed at other times, and hang under what is over.

use std::path::Path;

use cairn_domain::{
    Account, Checklist, ChecklistStep, Contact, Criterion, Dependency, Initiative, Me, MeId, Objective, Plan,
    Reading, Record, RecordId as _, Stored, Task, Touchpoint, Workshop,
};
use cairn_store::{Moment, OpHead, Store, Tx};
use chrono::{DateTime, NaiveDate, TimeDelta, Utc};
use serde_json::{Value, json};
use uuid::Uuid;

/// Numbers that follow from a seed.
pub(crate) struct Chance(u64);

impl Chance {
    pub(crate) fn new(seed: u64) -> Self {
        Self(seed ^ 0x9e37_79b9_7f4a_7c15)
    }

    /// A number below another one.
    fn below(&mut self, end: usize) -> usize {
        // xorshift64*, which is enough for tests.
        self.0 ^= self.0 >> 12;
        self.0 ^= self.0 << 25;
        self.0 ^= self.0 >> 27;
        let high = self.0.wrapping_mul(0x2545_f491_4f6c_dd1d) >> 33;
        usize::try_from(high).unwrap() % end
    }

    fn one<T: Clone>(&mut self, of: &[T]) -> T {
        let at = self.below(of.len());
        of[at].clone()
    }

    fn often(&mut self) -> bool {
        self.below(4) > 0
    }
}

/// The zones that a user and a workshop can have: far apart, so that days differ.
const ZONES: [Option<&str>; 4] =
    [None, Some("Europe/Berlin"), Some("Pacific/Auckland"), Some("America/Los_Angeles")];
const TITLES: [&str; 4] = ["Ship weekly", "Write it down", "Ask them", "Äther"];

/// What was made.
struct Made<'a> {
    tx: &'a mut Tx,
    chance: &'a mut Chance,
    today: NaiveDate,
}

impl Made<'_> {
    async fn put<R: Record>(&mut self, record: Value) -> Stored<R> {
        let record: R = serde_json::from_value(record).unwrap();
        self.tx.insert(None, record).await.unwrap()
    }

    /// A day so far from today as one of these, or none.
    fn day(&mut self, away: &[i64]) -> Option<NaiveDate> {
        let days = self.chance.one(away);
        self.chance.often().then(|| self.today + TimeDelta::days(days))
    }

    fn title(&mut self) -> &'static str {
        self.chance.one(&TITLES)
    }

    fn word<'w>(&mut self, words: &[&'w str]) -> &'w str {
        self.chance.one(words)
    }

    fn due(&mut self) -> Option<NaiveDate> {
        self.day(&[-40, -2, -1, 0, 0, 1, 2, 6, 7, 8, 30])
    }
}

/// Makes a workspace with so many accounts, over three days before the instant.
pub(crate) async fn make(path: &Path, accounts: usize, now: DateTime<Utc>, chance: &mut Chance) {
    let store = Store::create(path).await.unwrap();
    for (at, days) in [90, 61, 60, 0].into_iter().enumerate() {
        let mut tx = begin(&store, now - TimeDelta::days(days)).await;
        let mut made = Made { tx: &mut tx, chance: &mut *chance, today: now.date_naive() };
        if at == 0 {
            me(&mut made).await;
        }
        for _ in 0..accounts.div_ceil(4) {
            account(&mut made).await;
        }
        tx.commit(&()).await.unwrap();
    }
    for days in [61, 59, 0] {
        let mut tx = begin(&store, now - TimeDelta::days(days)).await;
        disturb(&mut tx, chance, accounts).await;
        tx.commit(&()).await.unwrap();
    }
    store.close().await;
}

async fn begin(store: &Store, at: DateTime<Utc>) -> Tx {
    let moment = Moment { at, fixed: true };
    let head = OpHead { name: "sample.add", request_id: None, actor: "Test".into(), source: "cli", moment };
    store.begin(head).await.unwrap()
}

/// The id of who works here: it follows from its name.
pub(crate) fn me_id() -> MeId {
    MeId::from_uuid(Uuid::new_v5(&Uuid::NAMESPACE_OID, b"cairn:me"))
}

async fn me(made: &mut Made<'_>) {
    let zone = made.chance.one(&ZONES);
    let target =
        |tier: Value| json!({ "success_tier": tier, "time_to_onboard": 30, "not_engaged_after": 80 });
    let targets =
        if made.chance.often() { json!([target(Value::Null), target(json!("advanced"))]) } else { json!([]) };
    let me: Me = serde_json::from_value(json!({
        "name": "Test", "zone": zone, "onboarding_targets": targets,
    }))
    .unwrap();
    made.tx.insert(Some(me_id()), me).await.unwrap();
}

async fn account(made: &mut Made<'_>) {
    let account = json!({
        "name": made.word(&["Nordwind AG", "Amber Energy", "Øst"]),
        "priority": made.word(&["pr1", "pr2", "pr3", "pr4"]),
        "sentiment": made.chance.often().then(|| made.word(&["green", "yellow", "red"])),
        "sentiment_date": made.day(&[-300, -91, -90, -89, 0]),
        "customer_since": made.day(&[-800, -366, -365, -61, -60, -31, -30]),
        "success_tier": made.word(&["essentials", "advanced"]),
        "public_sector": !made.chance.often(),
    });
    let account = made.put::<Account>(account).await.id;
    let account = json!(account);
    let mut people = Vec::new();
    for _ in 0..made.chance.below(4) {
        let persona = made.word(&["user", "champion", "gitlab_admin", "executive_sponsor"]);
        let person = json!({
            "account_id": account, "name": made.title(), "persona": made.chance.often().then_some(persona),
            "left_on": if made.chance.often() { None } else { made.day(&[-3]) },
        });
        people.push(json!(made.put::<Contact>(person).await.id));
    }
    let mut homes = vec![json!({ "account_id": account })];
    for _ in 0..made.chance.below(5) {
        homes.push(touchpoint(made, &account, &people).await);
    }
    for _ in 0..made.chance.below(4) {
        homes.push(workshop(made, &account, &people).await);
    }
    let mut follows = Vec::new();
    for _ in 0..made.chance.below(3) {
        plan(made, &account, &mut homes, &mut follows).await;
    }
    tasks(made, &homes, &mut follows).await;
    for home in &homes {
        for kind in ["touchpoint", "workshop"] {
            if let Some(id) = home.get(format!("{kind}_id")) {
                follows.push((kind, id.clone()));
            }
        }
    }
    for _ in 0..made.chance.below(3) {
        checklist(made, &account, &follows).await;
    }
}

async fn touchpoint(made: &mut Made<'_>, account: &Value, people: &[Value]) -> Value {
    const TYPES: [&str; 6] = ["customer_call", "in_person_meeting", "ebr", "email", "update", "enablement"];
    let held_on = made.day(&[0, -1, -2, -3, -13, -14, -15, -29, -31, -61, -91, -181, -366]);
    let touchpoint = json!({
        "account_id": account, "subject": made.title(), "touchpoint_type": made.word(&TYPES),
        "held_on": held_on.unwrap_or(made.today),
        "contact_ids": people.iter().filter(|_| made.chance.often()).collect::<Vec<_>>(),
    });
    json!({ "touchpoint_id": made.put::<Touchpoint>(touchpoint).await.id })
}

async fn workshop(made: &mut Made<'_>, account: &Value, people: &[Value]) -> Value {
    const STATES: [&str; 7] = ["planned", "scheduled", "scheduled", "running", "done", "done", "cancelled"];
    let day = made.day(&[-91, -61, -31, -15, -14, -13, -2, -1, 0, 1, 6, 7, 8, 9]);
    let hour = made.chance.one(&[0, 9, 12, 23]);
    let workshop = json!({
        "account_id": account, "title": made.title(), "state": made.word(&STATES), "host": "Ines Falk",
        "starts_at": day.and_then(|day| Some(day.and_hms_opt(hour, 30, 0)?.and_utc())),
        "zone": made.chance.one(&ZONES),
        "attended_ids": people.iter().filter(|_| made.chance.often()).collect::<Vec<_>>(),
    });
    json!({ "workshop_id": made.put::<Workshop>(workshop).await.id })
}

async fn plan(
    made: &mut Made<'_>,
    account: &Value,
    homes: &mut Vec<Value>,
    follows: &mut Vec<(&'static str, Value)>,
) {
    let status = made.word(&["draft", "active", "active", "completed", "archived"]);
    let plan = json!({ "account_id": account, "title": made.title(), "status": status });
    let plan = made.put::<Plan>(plan).await.id;
    for _ in 0..made.chance.below(4) {
        let status =
            made.word(&["not_started", "on_track", "watchpoint", "concern", "closed_success", "closed"]);
        let objective = json!({
            "plan_id": plan, "title": made.title(), "status": status, "due": made.due(), "owner": "Ines Falk",
        });
        let objective = made.put::<Objective>(objective).await.id;
        follows.push(("objective", json!(objective)));
        for _ in 0..made.chance.below(3) {
            let direction = made.word(&["higher_is_better", "lower_is_better", "in_range"]);
            let ends = [None, Some(1.0), Some(2.0), Some(2.5)];
            let criterion = json!({
                "objective_id": objective, "name": made.title(), "direction": direction,
                "baseline": made.chance.one(&ends), "target": made.chance.one(&ends),
            });
            let criterion = made.put::<Criterion>(criterion).await.id;
            if made.chance.often() {
                made.put::<Reading>(json!({ "criterion_id": criterion, "date": made.today, "value": 1.0 }))
                    .await;
            }
        }
        for _ in 0..made.chance.below(3) {
            let initiative = json!({ "objective_id": objective, "title": made.title() });
            homes.push(json!({ "initiative_id": made.put::<Initiative>(initiative).await.id }));
        }
    }
}

async fn tasks(made: &mut Made<'_>, homes: &[Value], follows: &mut Vec<(&'static str, Value)>) {
    let mut tasks = Vec::new();
    for home in homes {
        for _ in 0..made.chance.below(4) {
            let status =
                made.word(&["new", "new", "work_in_progress", "blocked", "closed_success", "closed"]);
            let mut task = home.clone();
            task["title"] = made.title().into();
            task["status"] = status.into();
            task["due"] = json!(made.due());
            task["owner_side"] = made.word(&["ours", "ours", "customer"]).into();
            task["blocked_reason"] = "No runner".into();
            task["done_date"] = json!(made.day(&[-9, -8, -7, -6, -1, 0]));
            tasks.push(made.put::<Task>(task).await.id);
        }
    }
    for pair in tasks.windows(2).step_by(2) {
        let link = json!({ "predecessor_id": pair[0], "successor_id": pair[1] });
        made.put::<Dependency>(link).await;
    }
    follows.extend(tasks.into_iter().map(|task| ("task", json!(task))));
}

async fn checklist(made: &mut Made<'_>, account: &Value, follows: &[(&'static str, Value)]) {
    let checklist = json!({
        "account_id": account, "title": made.title(), "is_primary": made.chance.often(),
        "started_on": made.day(&[-29, -31, -44, -46, -79, -81, -91]).unwrap_or(made.today),
        "closed_on": if made.chance.often() { None } else { Some(made.today) },
        "phases": [{ "title": "Begin", "gate": "Everybody is welcome." }, { "title": "Work" }],
    });
    let checklist = made.put::<Checklist>(checklist).await.id;
    let all_over = !made.chance.often();
    for number in 0..made.chance.below(7) {
        let state = made.word(if all_over {
            &["done", "skipped"]
        } else {
            &["open", "open", "blocked", "done", "skipped"]
        });
        let followed = (!made.chance.often() && !follows.is_empty()).then(|| made.chance.one(follows));
        let step = json!({
            "checklist_id": checklist, "title": made.title(), "key": format!("s{number}"), "state": state,
            "phase": made.word(&["Begin", "Work", ""]), "required": made.chance.often(), "due": made.due(),
            "owner_side": made.word(&["ours", "ours", "customer", "partner"]), "assignee": "Ines Falk",
            "done_on": made.day(&[-9, -7, -1, 0]), "reason": "No runner",
            "offset_from": (number > 0).then(|| format!("done:s{}", number - 1)),
            "follows_kind": followed.as_ref().map(|(kind, _)| *kind),
            "follows_id": followed.map(|(_, id)| id),
        });
        made.put::<ChecklistStep>(step).await;
    }
}

/// Deletes some records with what hangs under them, and changes some others.
async fn disturb(tx: &mut Tx, chance: &mut Chance, accounts: usize) {
    for _ in 0..accounts.div_ceil(4) {
        touch::<Task>(tx, chance).await;
        touch::<Objective>(tx, chance).await;
        touch::<Initiative>(tx, chance).await;
        touch::<Plan>(tx, chance).await;
        touch::<Reading>(tx, chance).await;
        touch::<Touchpoint>(tx, chance).await;
        touch::<Workshop>(tx, chance).await;
        touch::<Dependency>(tx, chance).await;
        touch::<ChecklistStep>(tx, chance).await;
    }
    if !chance.often() {
        touch::<Account>(tx, chance).await;
    }
}

/// Deletes a record of a kind, or writes it anew.
async fn touch<R: Record>(tx: &mut Tx, chance: &mut Chance) {
    let all = tx.rows().list::<R>(&cairn_store::Query::default()).await.unwrap().0;
    if all.is_empty() {
        return;
    }
    let one = chance.one(&all);
    if chance.often() {
        let record = one.record.clone();
        tx.update(one, record).await.unwrap();
    } else {
        tx.delete::<R>(one.id, None).await.unwrap();
    }
}
