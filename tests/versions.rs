//! A plan frozen, compared and signed, through processes of the built program.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::disallowed_methods)]

mod process;

use process::{Bench, Sitting};
use serde_json::{Value, json};

fn id(record: &Value) -> String {
    record["id"].as_str().unwrap().to_owned()
}

/// A plan with an approver, an objective that says some internal things, and a task for either audience.
struct Agreed {
    plan: String,
    objective: String,
    task: String,
    secret: String,
}

fn agreed(sitting: &mut Sitting) -> Agreed {
    let account = id(&sitting.call("account.create", &json!({ "name": "Nordwind AG" })));
    let approvers = json!([{ "name": "Ines Falk", "role": "VP Engineering" }, { "name": "Tom Brandt" }]);
    let plan = json!({ "account_id": account, "title": "FY27", "approvers": approvers });
    let plan = id(&sitting.call("plan.create", &plan));
    let objective =
        json!({ "plan_id": plan, "title": "Ship weekly", "start": "2026-12-01", "due": "2027-03-31" });
    let objective = id(&sitting.call("objective.create", &objective));
    let initiative = json!({ "objective_id": objective, "title": "Runners" });
    let initiative = id(&sitting.call("initiative.create", &initiative));
    let task = json!({ "initiative_id": initiative, "title": "Install", "start": "2026-12-01", "due": "2026-12-04" });
    let task = id(&sitting.call("task.create", &task));
    let secret = json!({ "initiative_id": initiative, "title": "Ask legal", "visibility": "internal" });
    let secret = id(&sitting.call("task.create", &secret));
    Agreed { plan, objective, task, secret }
}

fn freeze(sitting: &mut Sitting, plan: &str, name: &str) -> String {
    id(&sitting.call("plan.freeze", &json!({ "id": plan, "name": name })))
}

/// Changes a record as it stands.
fn change(sitting: &mut Sitting, kind: &str, id: &str, fields: &Value) {
    let version = sitting.call(&format!("{kind}.get"), &json!({ "id": id }))["version"].clone();
    let mut request = json!({ "id": id, "version": version });
    request.as_object_mut().unwrap().extend(fields.as_object().unwrap().clone());
    sitting.call(&format!("{kind}.update"), &request);
}

#[test]
fn a_frozen_plan_is_compared_with_what_became_of_it_field_by_field() {
    let bench = Bench::new();
    let mut sitting = bench.sitting();
    let Agreed { plan, objective, task, .. } = agreed(&mut sitting);
    let kick_off =
        json!({ "id": plan, "name": " Kick-off ", "agreed_by": "Ines Falk, Tom Brandt", "note": "By call" });
    let version = sitting.call("plan.freeze", &kick_off);
    assert_eq!(
        (&version["name"], &version["frozen_on"], &version["agreed_by"]),
        (&json!("Kick-off"), &json!("2026-11-25"), &json!("Ines Falk, Tom Brandt")),
        "dated today: {version}"
    );
    let version = id(&version);
    let since = json!({ "id": plan, "from": version, "to": "now" });
    let same = sitting.call("plan.compare", &since);
    assert_eq!(same["changes"], json!([]), "nothing was said otherwise yet");

    change(&mut sitting, "objective", &objective, &json!({ "due": "2027-04-30", "status": "on_track" }));
    sitting.call("task.delete", &json!({ "id": task }));
    sitting.end();
    let changed = bench.call("plan.compare", &since);
    assert_eq!(changed["counts"], json!({ "added": 0, "removed": 1, "changed": 1 }), "{changed}");
    let fields = json!([
        { "field": "status", "from": "not_started", "to": "on_track" },
        { "field": "due", "from": "2027-03-31", "to": "2027-04-30" }
    ]);
    let first = &changed["changes"][0];
    assert_eq!(
        (&first["kind"], &first["title"], &first["what"]),
        (&json!("objective"), &json!("Ship weekly"), &json!("changed"))
    );
    assert_eq!(first["fields"], fields, "what was and what is, in the wire's names");
    let second = &changed["changes"][1];
    assert_eq!((&second["title"], &second["what"]), (&json!("Install"), &json!("removed")));
    assert_eq!(second["place"], json!(["Ship weekly", "Runners"]), "where it stood");

    let later = id(&bench.call("plan.freeze", &json!({ "id": plan, "name": "Review" })));
    let back = bench.call("plan.compare", &json!({ "id": plan, "from": later, "to": version }));
    assert_eq!(
        back["counts"],
        json!({ "added": 1, "removed": 0, "changed": 1 }),
        "any two, either way round"
    );
    bench.assert_sound("contents of versions lie beside the records");
}

#[test]
fn the_customers_comparison_tells_nothing_of_what_is_internal() {
    let bench = Bench::new();
    let mut sitting = bench.sitting();
    let Agreed { plan, objective, secret, task } = agreed(&mut sitting);
    let version = freeze(&mut sitting, &plan, "Kick-off");
    change(&mut sitting, "objective", &objective, &json!({ "risks": "They may merge", "priority": "high" }));
    change(&mut sitting, "task", &secret, &json!({ "title": "Ask legal again", "due": "2026-12-09" }));
    change(&mut sitting, "task", &task, &json!({ "blocked_reason": "Their firewall", "due": "2026-12-11" }));
    let since = |audience: &str| json!({ "id": plan, "from": version, "to": "now", "audience": audience });
    let ours = sitting.call("plan.compare", &since("internal")).to_string();
    let theirs = sitting.call("plan.compare", &since("customer"));
    for marker in ["They may merge", "Ask legal", "Their firewall"] {
        assert!(ours.contains(marker), "we see {marker}");
        assert!(!theirs.to_string().contains(marker), "the customer does not see {marker}: {theirs}");
    }
    let fields = &theirs["changes"][0]["fields"];
    assert_eq!(fields, &json!([{ "field": "due", "from": "2026-12-04", "to": "2026-12-11" }]), "{theirs}");
    change(&mut sitting, "task", &secret, &json!({ "visibility": "customer" }));
    let shown = sitting.call("plan.compare", &since("customer"));
    assert_eq!(shown["counts"]["added"], 1, "what they may see since is new to them: {shown}");
}

#[test]
fn a_version_is_a_baseline_of_dates() {
    let bench = Bench::new();
    let mut sitting = bench.sitting();
    let Agreed { plan, task, objective, .. } = agreed(&mut sitting);
    let version = freeze(&mut sitting, &plan, "Kick-off");
    change(&mut sitting, "task", &task, &json!({ "title": "Install runners", "due": "2026-12-18" }));
    let baseline = sitting.call("plan.baseline", &json!({ "version_id": version }));
    let bars = json!([
        { "kind": "objective", "id": objective, "title": "Ship weekly", "start": "2026-12-01", "due": "2027-03-31" },
        { "kind": "task", "id": task, "title": "Install", "start": "2026-12-01", "due": "2026-12-04" }
    ]);
    assert_eq!(baseline["bars"], bars, "as it was, and only what had dates");
    assert_eq!((&baseline["name"], &baseline["frozen_on"]), (&json!("Kick-off"), &json!("2026-11-25")));
}

#[test]
fn a_sign_off_stands_and_holds_the_version_it_is_on() {
    let bench = Bench::new();
    let mut sitting = bench.sitting();
    let Agreed { plan, .. } = agreed(&mut sitting);
    let version = freeze(&mut sitting, &plan, "Kick-off");
    let waiting = sitting.call("plan_version.get", &json!({ "id": version }));
    assert_eq!(waiting["signed"], json!([]));
    assert_eq!(waiting["asked"][1], json!({ "name": "Tom Brandt", "role": "" }), "all approvers are asked");

    let mut words = json!({ "version_id": version, "person": "ines falk ", "on": "2026-11-24", "words": "Agreed as it is." });
    let signed = sitting.call("plan.sign_off", &words);
    assert_eq!(
        (&signed["signed"][0]["person"], &signed["signed"][0]["signed_on"], &signed["signed"][0]["words"]),
        (&json!("ines falk"), &json!("2026-11-24"), &json!("Agreed as it is.")),
        "who, when, which words: {signed}"
    );
    assert_eq!(
        signed["asked"],
        json!([{ "name": "Tom Brandt", "role": "" }]),
        "a name is the same in any case"
    );

    let twice = sitting.ask("plan.sign_off", &words).unwrap_err();
    assert_eq!((&twice["field"], &twice["details"]["reason"]), (&json!("person"), &json!("twice")));
    words["person"] = json!("Tom Brandt");
    words["on"] = json!("2026-11-26");
    let tomorrow = sitting.ask("plan.sign_off", &words).unwrap_err();
    assert_eq!((&tomorrow["field"], &tomorrow["details"]["reason"]), (&json!("on"), &json!("after_today")));
    words["on"] = json!("2026-11-25");
    let delete = sitting.ask("plan_version.delete", &json!({ "id": version })).unwrap_err();
    assert_eq!((&delete["code"], &delete["details"]["reason"]), (&json!("invalid_state"), &json!("signed")));
    let rename = json!({ "id": version, "version": 1, "name": "Start" });
    assert_eq!(sitting.ask("plan_version.update", &rename).unwrap_err()["details"]["reason"], "signed");
    let unknown = sitting.ask("sign_off.delete", &json!({ "id": version })).unwrap_err();
    assert_eq!(unknown["code"], "unknown_command", "no command reaches a sign-off");
}

#[test]
fn freezing_is_one_step_and_refuses_an_empty_or_a_doubled_name() {
    let bench = Bench::new();
    let mut sitting = bench.sitting();
    let Agreed { plan, .. } = agreed(&mut sitting);
    let empty = sitting.ask("plan.freeze", &json!({ "id": plan, "name": "  " })).unwrap_err();
    assert_eq!((&empty["code"], &empty["field"]), (&json!("invalid"), &json!("name")));
    let version = freeze(&mut sitting, &plan, "Kick-off");
    let doubled = sitting.ask("plan.freeze", &json!({ "id": plan, "name": "kick-OFF" })).unwrap_err();
    assert_eq!((&doubled["field"], &doubled["details"]["reason"]), (&json!("name"), &json!("twice")));

    let of_plan = json!({ "filter": { "plan_id": plan } });
    let list = |sitting: &mut Sitting| sitting.call("plan_version.list", &of_plan)["total"].clone();
    assert_eq!(sitting.call("undo", &json!({}))["name"], "plan.freeze");
    assert_eq!(list(&mut sitting), 0, "taken back");
    sitting.call("redo", &json!({}));
    assert_eq!(list(&mut sitting), 1, "and brought again");
    let since = json!({ "id": plan, "from": version, "to": "now" });
    assert_eq!(sitting.call("plan.compare", &since)["changes"], json!([]), "its content outlived the undo");

    change(&mut sitting, "plan_version", &version, &json!({ "name": "Start", "note": "Agreed by mail" }));
    let renamed = sitting.call("plan_version.get", &json!({ "id": version }));
    assert_eq!(
        (&renamed["name"], &renamed["note"]),
        (&json!("Start"), &json!("Agreed by mail")),
        "while unsigned"
    );
    let agreed = json!({ "id": version, "version": renamed["version"], "agreed_by": "Nobody" });
    let agreed = sitting.ask("plan_version.update", &agreed).unwrap_err();
    assert_eq!((&agreed["field"], &agreed["details"]["reason"]), (&json!("agreed_by"), &json!("fixed")));

    let other = json!({ "account_id": id(&sitting.call("account.create", &json!({ "name": "Other" }))), "title": "P" });
    let other = id(&sitting.call("plan.create", &other));
    let strange = json!({ "id": other, "from": version, "to": "now" });
    assert_eq!(
        sitting.ask("plan.compare", &strange).unwrap_err()["field"],
        "from",
        "a version of another plan"
    );
    sitting.call("plan_version.delete", &json!({ "id": version }));
    assert_eq!(list(&mut sitting), 0, "an unsigned one can be deleted");
    sitting.call("undo", &json!({}));
    assert_eq!(list(&mut sitting), 1, "and comes back");
}
