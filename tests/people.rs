//! People who leave the customer, through the command line: what still names them, and handing it over.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::disallowed_methods)]

mod process;

use process::Bench;
use serde_json::{Value, json};

fn id(record: &Value) -> String {
    record["id"].as_str().unwrap().to_owned()
}

/// An account with Ines Falk, who is named in five places, two of them in finished work.
struct Named {
    bench: Bench,
    account: String,
    ines: String,
}

impl Named {
    fn new() -> Self {
        let bench = Bench::new();
        let account = id(&bench.call("account.create", &json!({ "name": "Nordwind AG" })));
        let ines = json!({ "account_id": account, "name": "Ines Falk" });
        let ines = id(&bench.call("contact.create", &ines));
        let plan = json!({ "account_id": account, "title": "FY27", "sponsor": "ines falk " });
        let plan = id(&bench.call("plan.create", &plan));
        let objective = json!({ "plan_id": plan, "title": "Ship weekly", "customer_owner": "Ines Falk" });
        let objective = id(&bench.call("objective.create", &objective));
        let initiative =
            json!({ "objective_id": objective, "title": "Templates", "customer_dri": "Jon Berg" });
        let initiative = id(&bench.call("initiative.create", &initiative));
        for (title, side, status) in [
            ("Pilot", "customer", "new"),
            ("Ours of that name", "ours", "new"),
            ("Kick off", "customer", "closed_success"),
        ] {
            let task = json!({
                "initiative_id": initiative, "title": title, "owner": "Ines Falk", "owner_side": side,
                "status": status,
            });
            bench.call("task.create", &task);
        }
        let old =
            json!({ "account_id": account, "title": "FY25", "sponsor": "Ines Falk", "status": "archived" });
        bench.call("plan.create", &old);
        Self { bench, account, ines }
    }

    fn leaves(&self) {
        self.bench.call("contact.update", &json!({ "id": self.ines, "version": 1, "left_on": "2026-11-20" }));
    }

    /// The one who takes over.
    fn jon(&self) -> String {
        id(&self.bench.call("contact.create", &json!({ "account_id": self.account, "name": "Jon Berg" })))
    }

    /// Kind, title and field of each place.
    fn places(&self) -> Vec<[String; 3]> {
        let places = self.bench.call("contact.places", &json!({ "account_id": self.account }));
        let word = |place: &Value, key: &str| place[key].as_str().unwrap().to_owned();
        places
            .as_array()
            .unwrap()
            .iter()
            .map(|place| [word(place, "kind"), word(place, "title"), word(place, "field")])
            .collect()
    }
}

fn three() -> Vec<[String; 3]> {
    [["plan", "FY27", "sponsor"], ["objective", "Ship weekly", "customer_owner"], ["task", "Pilot", "owner"]]
        .map(|place| place.map(str::to_owned))
        .to_vec()
}

#[test]
fn whoever_left_is_work_wherever_something_open_names_them() {
    let named = Named::new();
    assert_eq!(named.places(), Vec::<[String; 3]>::new(), "she is still there");
    named.leaves();
    assert_eq!(named.places(), three(), "finished work and our own Ines Falk are not meant");
    let follower = json!({ "account_id": named.account, "name": "INES FALK" });
    named.bench.call("contact.create", &follower);
    assert_eq!(named.places(), Vec::<[String; 3]>::new(), "somebody of that name is there again");
}

#[test]
fn what_somebody_left_is_handed_over_in_one_step_and_taken_back_in_one() {
    let named = Named::new();
    named.leaves();
    named.jon();
    let done = named.bench.call("contact.hand_over", &json!({ "id": named.ines, "to": " Jon Berg " }));
    assert_eq!(done["places"], 3, "{done}");
    assert_eq!(named.places(), Vec::<[String; 3]>::new());
    let plans = named.bench.call("plan.list", &json!({ "filter": { "title": "FY27" } }));
    assert_eq!(plans["items"][0]["sponsor"], "Jon Berg");
    let old = named.bench.call("plan.list", &json!({ "filter": { "title": "FY25" } }));
    assert_eq!(old["items"][0]["sponsor"], "Ines Falk", "what is over names whoever it was");
    named.bench.call("undo", &json!({}));
    assert_eq!(named.places(), three(), "one undo brings every place back");
}

#[test]
fn steps_of_running_checklists_that_name_somebody_who_left_are_handed_over_with_the_rest() {
    let named = Named::new();
    let jon = named.jon();
    let list = |title: &str| {
        id(&named.bench.call("checklist.create", &json!({ "account_id": named.account, "title": title })))
    };
    let (running, closed) = (list("Running"), list("Closed"));
    let step = |list: &str, title: &str, more: Value| {
        let mut step = json!({ "checklist_id": list, "title": title, "owner_side": "customer" });
        step.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
        id(&named.bench.call("checklist_step.create", &step))
    };
    let by_name = step(&running, "Name two people", json!({ "assignee": "Ines Falk" }));
    let by_contact = step(&running, "Open the network", json!({ "contact_id": named.ines }));
    step(&running, "Ours of that name", json!({ "assignee": "Ines Falk", "owner_side": "ours" }));
    step(&running, "Over", json!({ "assignee": "Ines Falk", "state": "done", "done_on": "2026-11-20" }));
    step(&closed, "Closed with it", json!({ "assignee": "Ines Falk" }));
    named.bench.call("checklist.close", &json!({ "id": closed, "reason": "They stopped." }));
    named.leaves();
    let own = |place: &[String; 3]| place[0] == "checklist_step";
    let steps: Vec<[String; 3]> = named.places().into_iter().filter(own).collect();
    let wanted = ["Name two people", "Open the network"]
        .map(|title| ["checklist_step", title, "assignee"].map(str::to_owned));
    assert_eq!(steps, wanted, "by name, or by the contact that they point at");
    let done = named.bench.call("contact.hand_over", &json!({ "id": named.ines, "to": "Jon Berg" }));
    assert_eq!(done["places"], 5, "with the three of the plan: {done}");
    for (step, contact) in [(by_name, Value::Null), (by_contact, json!(jon))] {
        let step = named.bench.call("checklist_step.get", &json!({ "id": step }));
        assert_eq!((&step["assignee"], &step["contact_id"]), (&json!("Jon Berg"), &contact), "{step}");
    }
}

#[test]
fn some_places_are_handed_over_and_one_that_is_not_there_refuses_all() {
    let named = Named::new();
    named.leaves();
    named.jon();
    let places = named.bench.call("contact.places", &json!({ "account_id": named.account }));
    let first = json!({ "id": places[0]["id"], "field": "sponsor" });
    let wrong = json!({ "id": places[1]["id"], "field": "sponsor" });
    let both = json!({ "id": named.ines, "to": "Jon Berg", "places": [first.clone(), wrong] });
    let refused = named.bench.refused("contact.hand_over", &both);
    assert_eq!((&refused["code"], &refused["field"]), (&json!("invalid"), &json!("places")), "{refused}");
    assert_eq!(named.places(), three(), "nothing was half done");
    let one = json!({ "id": named.ines, "to": "Jon Berg", "places": [first] });
    assert_eq!(named.bench.call("contact.hand_over", &one)["places"], 1);
    assert_eq!(named.places(), three()[1..].to_vec());
}

#[test]
fn nothing_is_handed_to_a_name_that_is_nobodys_unless_somebody_says_that_it_is_meant() {
    let named = Named::new();
    named.leaves();
    named.jon();
    let gone = json!({ "account_id": named.account, "name": "Kerem Aydin", "left_on": "2026-11-01" });
    named.bench.call("contact.create", &gone);
    let to = |name: &str, as_typed: bool| json!({ "id": named.ines, "to": name, "as_typed": as_typed });
    for name in ["kere", "Jon", "Kerem Aydin", "Ines Falk"] {
        let refused = named.bench.refused("contact.hand_over", &to(name, false));
        assert_eq!((&refused["code"], &refused["field"]), (&json!("invalid"), &json!("to")), "{refused}");
        assert_eq!(refused["details"], json!({ "reason": "nobody", "name": name }), "it names the value");
    }
    assert_eq!(named.places(), three(), "seven records once went to “kere”");
    let done = named.bench.call("contact.hand_over", &to("Platform team", true));
    assert_eq!(done["places"], 3, "a name that is meant: {done}");
    named.bench.call("undo", &json!({}));
    assert_eq!(
        named.bench.call("contact.hand_over", &to("  ", false))["places"],
        3,
        "and nobody at all leaves it open"
    );
}

#[test]
fn a_sponsor_who_is_named_with_a_title_is_handed_over_to_the_title_of_who_follows() {
    let named = Named::new();
    let bench = &named.bench;
    let plan = bench.call("plan.list", &json!({ "filter": { "title": "FY27" } }))["items"][0].clone();
    let titled = json!({ "id": plan["id"], "version": plan["version"], "sponsor": "Ines Falk, Chief Technology Officer",
        "approvers": [{ "name": "Ines Falk, CTO", "role": "Sponsor" }] });
    bench.call("plan.update", &titled);
    let jon = json!({ "account_id": named.account, "name": "Jon Berg", "title": "VP Platform" });
    bench.call("contact.create", &jon);
    named.leaves();
    assert!(
        named.places().contains(&["plan", "FY27", "approvers"].map(str::to_owned)),
        "{:?}",
        named.places()
    );
    let request =
        json!({ "document": "success-plan", "id": plan["id"], "format": "pdf", "path": bench.path("p.pdf") });
    let remarks = bench.call("document.export", &request)["remarks"].to_string();
    assert!(remarks.contains("Ines Falk, CTO is asked to sign, and left on 2026-11-20"), "{remarks}");
    let done = bench.call("contact.hand_over", &json!({ "id": named.ines, "to": "jon berg" }));
    assert_eq!(done["places"], 4, "the sponsor, the approver, and what names her alone: {done}");
    let plan = bench.call("plan.get", &json!({ "id": plan["id"] }));
    assert_eq!(plan["sponsor"], "Jon Berg, VP Platform", "as it was written, with his title");
    assert_eq!(plan["approvers"][0]["name"], "Jon Berg, VP Platform");
    let objective = bench.call("objective.list", &json!({}))["items"][0].clone();
    assert_eq!(objective["customer_owner"], "jon berg", "a name alone stays a name alone");
}

#[test]
fn whoever_left_was_not_met_and_does_not_sign_after_that_day() {
    let named = Named::new();
    let bench = &named.bench;
    let plan = bench.call("plan.list", &json!({ "filter": { "title": "FY27" } }))["items"][0]["id"].clone();
    let version = bench.call("plan.freeze", &json!({ "id": plan, "name": "Agreed" }))["id"].clone();
    let met = |day: &str| {
        json!({ "account_id": named.account, "touchpoint_type": "customer_call", "subject": "Call", "held_on": day,
            "contact_ids": [named.ines], "notes": "Said." })
    };
    let early = bench.call("touchpoint.create", &met("2026-11-24"));
    named.leaves();
    let refused = bench.refused("touchpoint.log", &met("2026-11-25"));
    assert_eq!(
        (&refused["field"], &refused["details"]["reason"]),
        (&json!("contact_ids"), &json!("had_left")),
        "{refused}"
    );
    let message = refused["message"].as_str().unwrap();
    assert!(
        message.contains("Ines Falk, who left on 2026-11-20") && message.contains("2026-11-25"),
        "{message}"
    );
    bench.call("touchpoint.log", &met("2026-11-20"));
    let change = json!({ "id": early["id"], "version": early["version"], "subject": "The call" });
    bench.call("touchpoint.update", &change);

    let sign = |person: &str, day: &str| json!({ "version_id": version, "person": person, "on": day });
    for person in ["Ines Falk", "ines falk, CTO"] {
        let refused = bench.refused("plan.sign_off", &sign(person, "2026-11-25"));
        assert_eq!(
            (&refused["field"], &refused["details"]["reason"]),
            (&json!("person"), &json!("had_left")),
            "{person}: {refused}"
        );
    }
    bench.call("plan.sign_off", &sign("Ines Falk", "2026-11-20"));
    bench.call("plan.sign_off", &sign("Anybody Else", "2026-11-25"));
    bench
        .call("contact.create", &json!({ "account_id": named.account, "name": "Ines Falk", "title": "CFO" }));
    bench.call("plan.sign_off", &sign("Ines Falk, CFO", "2026-11-25"));
}

#[test]
fn a_mail_address_that_reaches_nobody_is_refused_where_it_is_new() {
    let named = Named::new();
    let contact = json!({ "account_id": named.account, "name": "Ada", "email": "not-an-email" });
    let refused = named.bench.refused("contact.create", &contact);
    assert_eq!((&refused["field"], &refused["details"]["reason"]), (&json!("email"), &json!("no_mail")));
    assert!(refused["message"].as_str().unwrap().contains("ada@acme.example"), "what is accepted: {refused}");
}
