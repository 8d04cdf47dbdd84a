//! Touchpoints, workshops and the timeline, through the command line.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::disallowed_methods)]

mod process;

use process::Bench;
use serde_json::{Value, json};

fn id(record: &Value) -> String {
    record["id"].as_str().unwrap().to_owned()
}

/// Nordwind with two people, seen by Mara in Berlin on the morning of 25 November 2026.
struct Book {
    bench: Bench,
    account: String,
    ines: String,
    jon: String,
}

impl Book {
    fn new() -> Self {
        let bench = Bench::new();
        bench.call("me.update", &json!({ "version": 0, "name": "Mara Lindt", "zone": "Europe/Berlin" }));
        let account = id(&bench.call("account.create", &json!({ "name": "Nordwind AG" })));
        let contact =
            |name: &str| id(&bench.call("contact.create", &json!({ "account_id": account, "name": name })));
        let (ines, jon) = (contact("Ines Falk"), contact("Jon Berg"));
        Self { bench, account, ines, jon }
    }

    fn log(&self, mut fields: Value) -> Value {
        fields["account_id"] = json!(self.account);
        with_somebody(&mut fields);
        self.bench.call("touchpoint.log", &fields)
    }

    fn refused(&self, name: &str, mut fields: Value) -> Value {
        fields["account_id"] = json!(self.account);
        with_somebody(&mut fields);
        self.bench.refused(name, &fields)
    }

    fn last_met(&self, contact: &str) -> Value {
        self.bench.call("contact.get", &json!({ "id": contact }))["last_met"].clone()
    }

    fn last_touch(&self) -> Value {
        self.bench.call("account.get", &json!({ "id": self.account }))["last_touch"].clone()
    }

    /// Date, kind and title of each entry that matches.
    fn stream(&self, mut request: Value) -> Vec<String> {
        request["id"] = json!(self.account);
        let entries = self.bench.call("account.timeline", &request);
        let told = |entry: &Value| {
            ["date", "kind", "title"].map(|key| entry[key].as_str().unwrap_or_default()).join(" ")
        };
        entries["items"].as_array().unwrap().iter().map(told).collect()
    }
}

/// Somebody was there, where a touchpoint would else say nothing at all.
fn with_somebody(fields: &mut Value) {
    if ["notes", "contact_ids"].iter().all(|field| fields[field].is_null()) {
        fields["others"] = json!("Their platform team");
    }
}

#[test]
fn a_call_is_logged_with_its_actions_in_one_step_and_one_undo_takes_all_of_it_back() {
    let book = Book::new();
    let logged = book.log(json!({
        "notes": "## Cadence call\nRunners are slow.",
        "contact_ids": [book.ines],
        "actions": [
            { "title": "Send the sizing guide", "due": "2026-11-27" },
            { "title": "Name a test project", "owner_side": "customer", "owner": "Ines Falk" },
        ],
    }));
    let touchpoint = &logged["touchpoint"];
    assert_eq!(touchpoint["subject"], "Cadence call", "the first line of the notes: {logged}");
    assert_eq!(touchpoint["touchpoint_type"], "customer_call", "what is logged most");
    assert_eq!(touchpoint["held_on"], "2026-11-25", "today where Mara is");
    assert_eq!(touchpoint["our_attendees"], json!(["Mara Lindt"]), "she was there herself");
    assert_eq!(touchpoint["visibility"], "internal", "until somebody says otherwise");
    assert_eq!(logged["warnings"], json!([]), "something follows from it");
    let tasks = book.bench.call("task.list", &json!({ "filter": { "touchpoint_id": touchpoint["id"] } }));
    let told: Vec<_> = tasks["items"].as_array().unwrap().iter().map(|task| &task["owner"]).collect();
    assert_eq!(told, ["Mara Lindt", "Ines Falk"], "an action of ours without a name is mine: {tasks}");
    assert_eq!(tasks["items"][0]["visibility"], "internal", "a task outside a plan is ours");
    book.bench.call("undo", &json!({}));
    let left = book.bench.call("task.list", &json!({}))["total"].clone();
    assert_eq!((left, book.last_touch()), (json!(0), Value::Null), "one step in, one step out");
    book.bench.call("redo", &json!({}));
    assert_eq!(book.last_touch(), "2026-11-25", "and back");
}

#[test]
fn a_call_without_actions_is_questioned_and_a_note_is_not() {
    let book = Book::new();
    let asked = |kind: &str| {
        book.log(json!({ "touchpoint_type": kind, "subject": "Short talk" }))["warnings"].clone()
    };
    for kind in ["customer_call", "in_person_meeting", "ebr", "kickoff"] {
        assert_eq!(asked(kind), json!(["no_actions"]), "{kind}");
    }
    for kind in ["email", "update", "health_update", "enablement"] {
        assert_eq!(asked(kind), json!([]), "{kind}");
    }
}

#[test]
fn what_cannot_be_logged_is_refused_at_its_field_and_leaves_nothing_behind() {
    let book = Book::new();
    let other = id(&book.bench.call("account.create", &json!({ "name": "Aerion" })));
    let stranger = json!({ "account_id": other, "name": "Lea Moor" });
    let stranger = id(&book.bench.call("contact.create", &stranger));
    let ines = &book.ines;
    for (fields, field) in [
        (json!({}), "subject"),
        (json!({ "subject": "Call", "held_on": "2026-11-26" }), "held_on"),
        (json!({ "subject": "Call", "contact_ids": [stranger] }), "contact_ids"),
        (json!({ "subject": "Call", "contact_ids": [ines, ines] }), "contact_ids"),
        (
            json!({ "subject": "Call", "actions": [{ "title": "Send it" }, { "title": " " }] }),
            "actions[1].title",
        ),
        (
            json!({ "subject": "Call", "actions": [{ "title": "Send it", "when": "soon" }] }),
            "actions[0].when",
        ),
        (json!({ "subject": "Call", "colour": "red" }), "colour"),
    ] {
        let refusal = book.refused("touchpoint.log", fields);
        assert_eq!(refusal["field"], field, "{refusal}");
    }
    assert_eq!(book.bench.call("touchpoint.list", &json!({}))["total"], 0, "all or nothing");
    assert_eq!(book.bench.call("task.list", &json!({}))["total"], 0, "the first action too");
}

#[test]
fn people_were_met_by_meetings_and_workshops_they_attended_and_customers_are_touched_by_mails_too() {
    let book = Book::new();
    let (ines, jon) = (&book.ines, &book.jon);
    book.log(json!({ "subject": "Call", "held_on": "2026-10-01", "contact_ids": [ines, jon] }));
    book.log(json!({
        "subject": "Mail", "touchpoint_type": "email", "held_on": "2026-10-20", "contact_ids": [ines],
    }));
    book.log(json!({ "subject": "Note", "touchpoint_type": "update", "held_on": "2026-11-20" }));
    assert_eq!(book.last_met(ines), "2026-10-01", "a mail meets nobody");
    assert_eq!(book.last_touch(), "2026-10-20", "a note of ours touches nobody");
    let workshop = json!({ "account_id": book.account, "title": "Security lab", "invited_ids": [ines, jon] });
    let workshop = id(&book.bench.call("workshop.create", &workshop));
    // A quarter past eleven at night in Tokyo's morning: the day is the workshop's own.
    let time =
        json!({ "id": workshop, "starts_at": "2026-11-11T08:00", "zone": "Asia/Tokyo", "minutes": 90 });
    let scheduled = book.bench.call("workshop.schedule", &time);
    assert_eq!(scheduled["starts_at"], "2026-11-10T23:00:00Z", "{scheduled}");
    assert_eq!(scheduled["state"], "scheduled", "it has a time");
    assert_eq!(book.last_met(jon), "2026-10-01", "it was not held yet");
    let done = book.bench.call("workshop.done", &json!({ "id": workshop, "attended_ids": [jon] }));
    assert_eq!(done["state"], "done", "{done}");
    assert_eq!(book.last_met(jon), "2026-11-11", "he came");
    assert_eq!(book.last_met(ines), "2026-10-01", "she was only invited");
    assert_eq!(book.last_touch(), "2026-11-11", "in the workshop's zone");
    book.bench.call("workshop.delete", &json!({ "id": workshop }));
    assert_eq!(book.last_met(jon), "2026-10-01", "what is deleted was not");
}

#[test]
fn a_workshop_has_a_time_of_its_zone_before_it_is_scheduled_and_is_held_only_once_that_has_come() {
    let book = Book::new();
    let made = json!({ "account_id": book.account, "title": "CI basics", "invited_ids": [book.ines] });
    let workshop = id(&book.bench.call("workshop.create", &made));
    let refused = |name: &str, mut fields: Value| {
        fields["id"] = json!(workshop);
        let refusal = book.bench.refused(name, &fields);
        assert_eq!(refusal["code"], "invalid", "{refusal}");
        refusal["field"].clone()
    };
    assert_eq!(refused("workshop.update", json!({ "version": 1, "state": "scheduled" })), "starts_at");
    assert_eq!(refused("workshop.done", json!({})), "starts_at", "nobody knows when");
    assert_eq!(refused("workshop.schedule", json!({ "starts_at": "tomorrow" })), "starts_at");
    let skipped = json!({ "starts_at": "2027-03-28T02:30", "zone": "Europe/Berlin" });
    assert_eq!(refused("workshop.schedule", skipped), "starts_at", "the clocks skip that hour");
    let zoned =
        book.bench.call("workshop.schedule", &json!({ "id": workshop, "starts_at": "2026-12-01T09:30" }));
    assert_eq!(zoned["zone"], "Europe/Berlin", "mine, where the customer has none: {zoned}");
    assert_eq!(zoned["starts_at"], "2026-12-01T08:30:00Z", "an hour before by the world's clock");
    assert_eq!(refused("workshop.done", json!({})), "starts_at", "it lies ahead");
    let held = json!({ "id": workshop, "starts_at": "2026-11-20T09:30" });
    let held = book.bench.call("workshop.done", &held);
    assert_eq!(
        held["attended_ids"],
        json!([book.ines]),
        "whoever was invited came, unless somebody says else"
    );
    let again = json!({ "id": workshop, "starts_at": "2026-12-01T09:30" });
    let again = book.bench.refused("workshop.schedule", &again);
    assert_eq!(again["code"], "invalid_state", "what was held is not planned again: {again}");
}

#[test]
fn the_dates_of_a_checklist_that_moved_are_one_entry_of_the_timeline_and_none_once_undone() {
    let book = Book::new();
    let step = |key: &str, from: &str| json!({ "key": key, "title": key, "offset_days": 1, "from": from });
    let phase =
        json!({ "title": "P", "steps": [step("brief", "anchor:contract"), step("notes", "due:brief")] });
    let template = book.bench.call("checklist_template.create", &json!({ "title": "T", "phases": [phase] }));
    let start = json!({
        "account_id": book.account, "template_id": template["id"], "anchors": { "contract": "2026-11-02" },
    });
    let list = id(&book.bench.call("checklist.start", &start));
    let moves = || book.stream(json!({ "kinds": ["date_change"] }));
    assert_eq!(moves(), [""; 0], "a first date is no move");
    let days = json!({ "id": list, "anchors": { "contract": "2026-11-09" } });
    book.bench.call("checklist.set_anchor", &days);
    let told = book.bench.call("account.timeline", &json!({ "id": book.account }))["items"].clone();
    let entry = &told[0];
    let facts = ["title", "record", "old", "new", "others", "visibility"].map(|key| entry[key].clone());
    let wanted = json!(["brief", "checklist_step", "2026-11-03", "2026-11-10", 1, "internal"]);
    assert_eq!(json!(facts), wanted, "told by the first, with how many others: {told}");
    book.bench.call("undo", &json!({}));
    assert_eq!(moves(), [""; 0], "what was undone did not happen");
}

#[test]
fn the_timeline_is_one_stream_newest_first_by_kind_by_word_and_by_day() {
    let book = Book::new();
    let call = |name: &str, fields: Value| book.bench.call(name, &fields);
    let plan = id(&call("plan.create", json!({ "account_id": book.account, "title": "FY27" })));
    let objective = json!({ "plan_id": plan, "title": "Ship weekly", "due": "2027-03-01" });
    let objective = id(&call("objective.create", objective));
    let criterion = json!({ "objective_id": objective, "name": "Lead time", "baseline": 20, "target": 5 });
    let criterion = id(&call("criterion.create", criterion));
    let reading =
        json!({ "criterion_id": criterion, "date": "2026-11-02", "value": 12, "note": "Measured café" });
    call("reading.create", reading);
    book.log(json!({ "subject": "Kickoff", "touchpoint_type": "kickoff", "held_on": "2026-10-05",
        "contact_ids": [book.ines], "actions": [{ "title": "Send deck" }] }));
    let workshop = json!({ "account_id": book.account, "title": "Security lab" });
    let workshop = id(&call("workshop.create", workshop));
    call("workshop.schedule", json!({ "id": workshop, "starts_at": "2026-12-10T09:00" }));
    call("objective.update", json!({ "id": objective, "version": 1, "due": "2027-04-01" }));
    call("objective.update", json!({ "id": objective, "version": 2, "due": "2027-05-01" }));
    call("undo", json!({}));
    let all = [
        "2026-12-10 workshop Security lab",
        "2026-11-25 date_change Ship weekly",
        "2026-11-02 reading Lead time",
        "2026-10-05 touchpoint Kickoff",
    ];
    assert_eq!(book.stream(json!({})), all, "a first date is no move, and neither is one that was undone");
    let two = json!({ "kinds": ["reading", "touchpoint"] });
    assert_eq!(book.stream(two), all[2..], "by kind");
    assert_eq!(book.stream(json!({ "search": "CAFE measured" })), all[2..3], "every word, by its letters");
    assert_eq!(book.stream(json!({ "search": "falk" })), all[3..], "whoever was there is found");
    assert_eq!(book.stream(json!({ "from": "2026-11-01", "to": "2026-11-30" })), all[1..3], "by day");
    assert_eq!(book.stream(json!({ "page": { "limit": 1, "offset": 1 } })), all[1..2], "by pages");
    let entries = call("account.timeline", json!({ "id": book.account }))["items"].clone();
    assert_eq!((&entries[1]["old"], &entries[1]["new"]), (&json!("2027-03-01"), &json!("2027-04-01")));
    assert_eq!(entries[1]["visibility"], "internal", "what was meant before is no customer's");
    assert_eq!((&entries[3]["actions"], &entries[3]["open_actions"]), (&json!(1), &json!(1)), "{entries}");
    assert_eq!(entries[2]["plan_id"], json!(plan), "so that it can be opened");
    call("redo", json!({}));
    assert_eq!(
        book.stream(json!({ "kinds": ["date_change"] })).len(),
        2,
        "what is brought back counts again"
    );
}

#[test]
fn a_task_of_a_call_is_a_task_as_any_other() {
    let book = Book::new();
    let action = json!([{ "title": "Share the audit", "owner_side": "customer", "owner": "Ines Falk" }]);
    let logged = book.log(json!({ "subject": "Call", "actions": action }));
    let task = &logged["actions"][0];
    let found = book.bench.call("search", &json!({ "text": "audit" }))["items"][0].clone();
    assert_eq!(
        (&found["id"], &found["account"]),
        (&task["id"], &json!("Nordwind AG")),
        "found where it belongs"
    );
    let weekly = json!({ "id": task["id"], "version": 1, "due": "2026-11-27",
        "recurrence": { "every": 1, "unit": "weeks" } });
    book.bench.call("task.update", &weekly);
    let done =
        json!({ "id": task["id"], "version": 2, "status": "closed_success", "done_date": "2026-11-23" });
    book.bench.call("task.update", &done);
    let tasks =
        book.bench.call("task.list", &json!({ "filter": { "touchpoint_id": task["touchpoint_id"] } }));
    assert_eq!(tasks["total"], 2, "it comes again under the same call: {tasks}");
    book.bench.call("contact.update", &json!({ "id": book.ines, "version": 1, "left_on": "2026-11-20" }));
    let places = book.bench.call("contact.places", &json!({ "account_id": book.account }));
    assert_eq!(places[0]["title"], "Share the audit", "and is handed over when she leaves: {places}");
    book.bench.call("touchpoint.delete", &json!({ "id": logged["touchpoint"]["id"] }));
    assert_eq!(
        book.bench.call("task.list", &json!({}))["total"],
        0,
        "with the call goes what was agreed in it"
    );
    let homes =
        json!({ "title": "Lost", "account_id": book.account, "touchpoint_id": task["touchpoint_id"] });
    assert_eq!(book.bench.refused("task.create", &homes)["field"], "touchpoint_id", "a task has one home");
}

#[test]
fn a_kickoff_says_what_was_found_out_and_whom_one_met_in_the_same_step() {
    let book = Book::new();
    let stack = json!([{ "area": "ci", "tool": "Jenkins", "satisfaction": "low", "appetite": "high", "contract_end": "2027-06-30" }]);
    let logged = book.log(json!({
        "touchpoint_type": "kickoff", "subject": "Kickoff", "contact_ids": [book.ines],
        "people": [{ "name": "Lea Moor", "title": "Head of Security", "persona": "security_lead" }],
        "learned": { "hosting": "sm_cloud", "provider": "aws", "air_gapped": "no", "tool_stack": stack },
        "actions": [{ "title": "Send the deck" }],
    }));
    let lea = &logged["people"][0];
    assert_eq!(lea["persona"], "security_lead", "{logged}");
    assert_eq!(logged["touchpoint"]["contact_ids"], json!([book.ines, lea["id"]]), "she was there");
    assert_eq!(logged["warnings"], json!([]), "three are known, and something follows");
    let account = book.bench.call("account.get", &json!({ "id": book.account }));
    assert_eq!(account["tool_stack"], stack, "{account}");
    assert_eq!((&account["provider"], &account["air_gapped"]), (&json!("aws"), &json!("no")));
    book.bench.call("undo", &json!({}));
    let account = book.bench.call("account.get", &json!({ "id": book.account }));
    let people = book.bench.call("contact.list", &json!({}))["total"].clone();
    assert_eq!((&account["provider"], people), (&Value::Null, json!(2)), "one step takes all of it back");
    for (fields, field) in [
        (json!({ "learned": { "provider": "moon" } }), "learned.provider"),
        (json!({ "learned": { "moon": "aws" } }), "learned.moon"),
        (json!({ "learned": { "licensed_seats": -1 } }), "learned.licensed_seats"),
        (json!({ "people": [{ "name": "" }] }), "people[0].name"),
    ] {
        let mut fields = fields;
        fields["subject"] = json!("Kickoff");
        assert_eq!(book.refused("touchpoint.log", fields)["field"], field);
    }
    let stale = book.refused(
        "touchpoint.log",
        json!({ "subject": "Kickoff", "learned": { "version": 9, "city": "Kiel" } }),
    );
    assert_eq!(stale["code"], "conflict", "somebody else found something out meanwhile: {stale}");
}

#[test]
fn a_kickoff_that_leaves_fewer_than_two_people_is_questioned() {
    let book = Book::new();
    book.bench.call("contact.update", &json!({ "id": book.jon, "version": 1, "left_on": "2026-11-20" }));
    let kickoff = json!({ "touchpoint_type": "kickoff", "subject": "Kickoff", "actions": [{ "title": "Send the deck" }] });
    assert_eq!(book.log(kickoff)["warnings"], json!(["few_contacts"]), "who left is no contact any more");
}

/// The measure of an account in words: days, target, state.
fn told(onboarding: &Value, measure: &str) -> String {
    let one = &onboarding[measure];
    format!("{} of {} {}", one["days"], one["target"], one["state"].as_str().unwrap())
}

#[test]
fn an_onboarding_is_measured_by_what_is_recorded_with_the_records_that_say_so() {
    let book = Book::new();
    let change = |version: i64, mut fields: Value| {
        fields["id"] = json!(book.account);
        fields["version"] = json!(version);
        book.bench.call("account.update", &fields)
    };
    let measures = || {
        let found = book.bench.call("onboarding.measures", &json!({ "account_id": book.account }));
        found["items"][0].clone()
    };
    assert_eq!(told(&measures(), "time_to_engage"), "null of 14 unknown", "nobody knows since when");
    change(
        1,
        json!({ "customer_since": "2026-11-03", "licensed_seats": 200, "lifecycle_stage": "onboard", "success_tier": "signature" }),
    );
    assert_eq!(told(&measures(), "time_to_engage"), "null of 14 behind", "22 days without a call");
    assert_eq!(measures()["needs_reason"], true, "somebody should say why");
    book.log(json!({ "subject": "Offer", "touchpoint_type": "email", "held_on": "2026-11-04" }));
    let first =
        book.log(json!({ "subject": "Kickoff", "touchpoint_type": "kickoff", "held_on": "2026-11-13" }));
    let found = measures();
    assert_eq!(told(&found, "time_to_engage"), "10 of 14 met", "a mail engages nobody: {found}");
    assert_eq!(told(&found, "kickoff"), "10 of 14 met");
    assert_eq!(
        found["time_to_engage"]["from"][1]["id"], first["touchpoint"]["id"],
        "the record that says so"
    );
    assert_eq!(found["time_to_engage"]["from"][0]["field"], "customer_since", "and since when");
    assert_eq!(told(&found, "second_call"), "null of 30 on_track");
    change(2, json!({ "first_value_on": "2026-11-20", "first_value_users": 19 }));
    assert_eq!(told(&measures(), "time_to_first_value"), "null of 30 on_track", "19 of 200 is no tenth");
    change(3, json!({ "first_value_evidence": "The pilot shipped by pipeline." }));
    assert_eq!(told(&measures(), "time_to_first_value"), "17 of 30 met", "stated by hand, with evidence");
    change(4, json!({ "onboarded_on": "2026-11-24" }));
    assert_eq!(told(&measures(), "time_to_onboard"), "21 of 45 met");
    let targets = json!([{ "success_tier": "signature", "time_to_onboard": 20 }]);
    let handbook = book.bench.call("onboarding.handbook", &json!({}));
    assert_eq!((&handbook["kickoff"], &handbook["time_to_onboard"]), (&json!(14), &json!(45)), "{handbook}");
    book.bench.call("me.update", &json!({ "version": 1, "onboarding_targets": targets }));
    let found = measures();
    assert_eq!(told(&found, "time_to_onboard"), "21 of 20 missed", "by the target of its tier");
    assert_eq!(found["needs_reason"], true, "that was late");
    change(5, json!({ "onboarding_delay_reason": "Holidays." }));
    assert_eq!(measures()["needs_reason"], false, "now it is said");
    let wrong =
        book.bench.refused("me.update", &json!({ "version": 2, "onboarding_targets": [{ "kickoff": -1 }] }));
    assert_eq!(wrong["field"], "onboarding_targets", "{wrong}");
}

#[test]
fn the_sample_answers_the_three_times_and_shows_who_is_stuck() {
    let bench = Bench::new();
    bench.call("sample.add", &json!({}));
    let found = bench.call("onboarding.measures", &json!({}));
    let items = found["items"].as_array().unwrap();
    let of = |stage: &str| {
        let accounts = bench.call("account.list", &json!({ "filter": { "lifecycle_stage": stage } }));
        let id = accounts["items"][0]["id"].clone();
        items.iter().find(|item| item["account_id"] == id).unwrap()
    };
    let enabled = of("enable");
    for measure in ["time_to_engage", "time_to_first_value", "time_to_onboard", "kickoff", "second_call"] {
        assert!(enabled[measure]["days"].is_i64(), "{measure}: {enabled}");
        assert_eq!(enabled[measure]["from"].as_array().unwrap().len(), 2, "{measure} has its facts");
    }
    let stuck = of("align");
    assert_eq!(stuck["time_to_engage"]["state"], "stuck", "nobody answers there: {stuck}");
    assert_eq!(stuck["needs_reason"], false, "and the sample says why");
    assert_eq!(of("onboard")["kickoff"]["state"], "met", "another began well");
}

#[test]
fn the_primary_checklist_says_when_an_onboarding_began_and_when_it_will_be_over() {
    let book = Book::new();
    let call = |name: &str, fields: Value| book.bench.call(name, &fields);
    call(
        "account.update",
        json!({ "id": book.account, "version": 1, "customer_since": "2025-01-01", "lifecycle_stage": "expand" }),
    );
    let template = json!({ "title": "Onboarding", "phases": [{ "title": "Meet", "steps": [
        { "key": "kickoff", "title": "Kickoff", "offset_days": 5, "from": "anchor:contract" },
        { "key": "first_value", "title": "State the value", "offset_days": 28, "from": "anchor:contract",
            "calendar": "calendar" },
        { "key": "review", "title": "Review", "offset_days": 100, "from": "anchor:contract", "calendar": "calendar" },
    ] }] });
    let template = call("checklist_template.create", template)["id"].clone();
    let start = json!({ "account_id": book.account, "template_id": template, "primary": true,
        "anchors": { "contract": "2026-11-16" } });
    let list = call("checklist.start", start);
    let measures = || {
        let found = book.bench.call("onboarding.measures", &json!({ "account_id": book.account }));
        found["items"][0].clone()
    };
    let found = measures();
    assert_eq!(
        found["kickoff"]["from"][0]["date"], "2026-11-16",
        "its contract goes before the account's: {found}"
    );
    assert_eq!(found["time_to_onboard"]["from"][0]["date"], "2026-11-25", "it began today");
    let end =
        &list["steps"].as_array().unwrap().iter().find(|step| step["title"] == "Review").unwrap()["due"];
    assert_eq!(&found["time_to_onboard"]["forecast"], end, "its last required step");
    assert_eq!(found["time_to_onboard"]["state"], "behind", "which is later than 45 days");
    assert_eq!(found["time_to_first_value"]["forecast"], "2026-12-14", "the step that states it");
    for step in list["steps"].as_array().unwrap() {
        call("checklist.tick", json!({ "step_id": step["id"], "done_on": "2026-11-25" }));
    }
    let done = measures();
    assert_eq!(told(&done, "time_to_onboard"), "0 of 45 met", "all that is required is done: {done}");
    assert_eq!(done["open"], false, "so that it is over");
}

#[test]
fn a_touchpoint_says_what_was_said_or_who_was_there_or_that_nobody_answered() {
    let book = Book::new();
    let call = |fields: Value| {
        let mut call = json!({ "account_id": book.account, "subject": "Budget" });
        call.as_object_mut().unwrap().extend(fields.as_object().unwrap().clone());
        call
    };
    for silent in [
        json!({}),
        json!({ "notes": " \n" }),
        json!({ "others": " " }),
        json!({ "touchpoint_type": "email" }),
    ] {
        for command in ["touchpoint.log", "touchpoint.create"] {
            let refused = book.bench.refused(command, &call(silent.clone()));
            assert_eq!(refused["field"], "notes", "at the field that is missing first: {refused}");
            assert_eq!(refused["details"]["reason"], "needed_to_log", "{command} {silent}: {refused}");
        }
    }
    for said in [
        json!({ "notes": "Two runners more" }),
        json!({ "others": "Their CFO" }),
        json!({ "contact_ids": [book.ines] }),
    ] {
        book.bench.call("touchpoint.log", &call(said));
    }
    let met = json!({ "people": [{ "name": "Lea Moor" }] });
    book.bench.call("touchpoint.log", &call(met));
    let rung = book.bench.call("touchpoint.log", &call(json!({ "touchpoint_type": "no_answer" })));
    assert_eq!(rung["warnings"], json!([]), "nothing follows from a call that nobody took");
    let id = &rung["touchpoint"]["id"];
    let silenced = json!({ "id": id, "version": 1, "touchpoint_type": "customer_call" });
    let refused = book.bench.refused("touchpoint.update", &silenced);
    assert_eq!(refused["field"], "notes", "nor does one become silent: {refused}");
}

#[test]
fn where_nobody_answered_nobody_was_met() {
    let book = Book::new();
    let rung = json!({ "account_id": book.account, "subject": "Rang twice", "touchpoint_type": "no_answer",
        "contact_ids": [book.ines], "held_on": "2026-11-20" });
    book.bench.call("touchpoint.log", &rung);
    let ines = book.bench.call("contact.get", &json!({ "id": book.ines }));
    assert_eq!(ines["last_met"], Value::Null, "she was not met: {ines}");
    let account = book.bench.call("account.get", &json!({ "id": book.account }));
    assert_eq!(account["last_touch"], Value::Null, "and heard nothing of us: {account}");
}

#[test]
fn what_was_agreed_is_a_task_of_the_account_and_stays_in_sight_without_a_day() {
    let book = Book::new();
    let own = json!({ "account_id": book.account, "title": "Own", "due": "2027-03-01" });
    let own = book.bench.call("task.create", &own);
    assert_eq!(own["owner"], "Mara Lindt", "what I make for us is mine: {own}");
    let theirs = json!({ "account_id": book.account, "title": "Theirs", "owner_side": "customer" });
    assert_eq!(book.bench.call("task.create", &theirs)["owner"], "", "what is theirs is not");
    let nobodys = json!({ "account_id": book.account, "title": "Nobody's", "owner": "" });
    assert_eq!(book.bench.call("task.create", &nobodys)["owner"], "", "nor what I say is nobody's");
    book.log(json!({ "subject": "Budget", "actions": [
        { "title": "Send the offer" },
        { "title": "Sign it", "owner_side": "customer", "owner": "Ines Falk", "due": "2026-11-24" },
    ] }));
    let workshop = json!({ "account_id": book.account, "title": "Runner lab" });
    let workshop = id(&book.bench.call("workshop.create", &workshop));
    book.bench.call("task.create", &json!({ "workshop_id": workshop, "title": "Size the runners" }));
    let of = json!({ "account_id": book.account });
    let titles = |list: &Value, key: &str| -> Vec<String> {
        list.as_array().unwrap().iter().map(|one| one[key].as_str().unwrap().to_owned()).collect()
    };
    let tasks = book.bench.call("account.tasks", &of);
    let wanted = ["Own", "Theirs", "Nobody's", "Send the offer", "Sign it", "Size the runners"];
    assert_eq!(titles(&tasks, "title"), wanted, "one's own, then what was agreed");
    assert_eq!(tasks[4]["owner"], "Ines Falk", "as it was said: {tasks}");
    let today = book.bench.call("today.list", &json!({}));
    let agreed: Vec<[&Value; 2]> = today["items"]
        .as_array()
        .unwrap()
        .iter()
        .filter(|item| item["reason"] == "agreed")
        .map(|item| [&item["title"], &item["detail"]])
        .collect();
    let wanted = [["Send the offer", "Budget"], ["Size the runners", "Runner lab"]]
        .map(|pair| pair.map(|word| json!(word)));
    assert_eq!(
        agreed,
        wanted.each_ref().map(|[title, talk]| [title, talk]),
        "with the talk it is from: {today}"
    );
}
