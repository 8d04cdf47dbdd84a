//! Undo goes on around what somebody signed or confirmed, and never takes away who works here: whole processes.
//!
//! Owns what is passed over and what is not, and the entries that correct a sign-off or a confirmation. That any history
//! can be undone and redone is a property (`crates/app/tests/undo.rs`).
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::disallowed_methods)]

mod process;

use process::{Bench, Sitting, fixture_of};
use serde_json::{Value, json};

fn id(record: &Value) -> String {
    record["id"].as_str().unwrap().to_owned()
}

/// Takes back all that can be, and says what.
fn undo_all(sitting: &mut Sitting) -> Vec<String> {
    let mut names = Vec::new();
    loop {
        match sitting.ask("undo", &json!({})) {
            Ok(step) => names.push(step["name"].as_str().unwrap().to_owned()),
            // Said once, where what would come back does not fit; then it is passed over.
            Err(refused) if refused["field"] != Value::Null => {}
            Err(end) => {
                assert_eq!(end["code"], "invalid_state", "undo ends, it never fails: {end}");
                return names;
            }
        }
    }
}

/// An account with a plan, an objective and a frozen version of it.
fn frozen(sitting: &mut Sitting, name: &str) -> [String; 4] {
    let account = id(&sitting.call("account.create", &json!({ "name": name })));
    let plan = json!({ "account_id": account, "title": "FY27", "approvers": [{ "name": "Ines Falk" }] });
    let plan = id(&sitting.call("plan.create", &plan));
    let objective =
        id(&sitting.call("objective.create", &json!({ "plan_id": plan, "title": "Ship weekly" })));
    let version = id(&sitting.call("plan.freeze", &json!({ "id": plan, "name": "Kick-off" })));
    [account, plan, objective, version]
}

fn sign(sitting: &mut Sitting, version: &str) -> Value {
    let word =
        json!({ "version_id": version, "person": "Ines Falk", "on": "2026-11-24", "words": "Agreed." });
    sitting.call("plan.sign_off", &word)
}

#[test]
fn undo_goes_on_around_a_sign_off_and_the_signed_content_does_not_move() {
    let bench = Bench::new();
    let mut sitting = bench.sitting();
    let [account, plan, objective, version] = frozen(&mut sitting, "Nordwind AG");
    let other = id(&sitting.call("account.create", &json!({ "name": "Borealis" })));
    let contact = json!({ "account_id": other, "name": "Jon Berg" });
    sitting.call("contact.create", &contact);
    sitting.call("objective.update", &json!({ "id": objective, "version": 1, "title": "Ship daily" }));
    let signed = sign(&mut sitting, &version);

    let status = sitting.call("workspace.status", &json!({}));
    assert_eq!(status["undo"]["name"], "objective.update", "what was done before it is offered: {status}");
    assert_eq!(status["undo_count"], 4, "the sign-off, the freeze, the plan and its account stay");
    let undone = undo_all(&mut sitting);
    assert_eq!(undone, ["objective.update", "contact.create", "account.create", "objective.create"]);
    assert_eq!(sitting.call("account.list", &json!({}))["total"], 1, "the other customer's are gone");
    let stands = sitting.call("plan_version.get", &json!({ "id": version }));
    assert_eq!(
        (&stands["signed"], &stands["content"]),
        (&signed["signed"], &signed["content"]),
        "by its hash"
    );
    for (kind, id) in [("account", &account), ("plan", &plan)] {
        let kept = sitting.call(&format!("{kind}.get"), &json!({ "id": id }));
        assert_eq!(kept["deleted_at"], Value::Null, "what the signature stands on is there");
    }
    let since = json!({ "id": plan, "from": version, "to": "now" });
    let since = sitting.call("plan.compare", &since);
    assert_eq!(since["counts"]["removed"], 1, "the plan as it was signed still has its objective: {since}");
    for _ in undone {
        sitting.call("redo", &json!({}));
    }
    let back = sitting.call("objective.get", &json!({ "id": objective }));
    assert_eq!(back["title"], "Ship daily", "and every step comes back");
    assert_eq!(sitting.ask("redo", &json!({})).unwrap_err()["code"], "invalid_state", "to where it was");
    sitting.end();
    bench.assert_sound("around a signature and back");
}

#[test]
fn a_version_keeps_the_name_it_was_signed_under_and_a_later_change_is_undone_as_ever() {
    let bench = Bench::new();
    let mut sitting = bench.sitting();
    let [_, _, _, version] = frozen(&mut sitting, "Nordwind AG");
    sitting.call("plan_version.update", &json!({ "id": version, "version": 1, "name": "Start" }));
    sign(&mut sitting, &version);
    let after = id(&sitting.call("account.create", &json!({ "name": "Later" })));
    assert_eq!(undo_all(&mut sitting), ["account.create", "objective.create"], "the renaming is passed over");
    assert_eq!(sitting.call("plan_version.get", &json!({ "id": version }))["name"], "Start");
    let gone = sitting.ask("account.get", &json!({ "id": after })).unwrap_err();
    assert_eq!(gone["code"], "not_found", "what came after the sign-off was taken back");
}

#[test]
fn an_account_that_was_deleted_and_restored_before_a_sign_off_is_not_deleted_by_an_undo() {
    let bench = Bench::new();
    let mut sitting = bench.sitting();
    let [account, _, _, version] = frozen(&mut sitting, "Nordwind AG");
    sitting.call("account.delete", &json!({ "id": account }));
    sitting.call("account.restore", &json!({ "id": account }));
    sign(&mut sitting, &version);
    sitting.call("account.delete", &json!({ "id": account }));
    assert_eq!(undo_all(&mut sitting)[0], "account.delete", "deleting it afterwards is taken back");
    let kept = sitting.call("account.get", &json!({ "id": account }));
    assert_eq!(kept["deleted_at"], Value::Null, "a signature never hangs under what is deleted");
    sitting.end();
    bench.assert_sound("after undoing around it");
}

#[test]
fn a_confirmed_outcome_keeps_what_it_was_measured_by_and_everything_else_is_undone() {
    let bench = Bench::new();
    let mut sitting = bench.sitting();
    let account = id(&sitting.call("account.create", &json!({ "name": "Nordwind AG" })));
    let plan = id(&sitting.call("plan.create", &json!({ "account_id": account, "title": "FY27" })));
    let objective = json!({ "plan_id": plan, "title": "Halve the lead time", "business_impact": "Much",
                            "start": "2026-01-01", "due": "2026-12-01" });
    let objective = id(&sitting.call("objective.create", &objective));
    let criterion = json!({ "objective_id": objective, "name": "Days", "baseline": 30, "target": 10,
                            "direction": "lower_is_better", "target_date": "2026-12-01" });
    let criterion = id(&sitting.call("criterion.create", &criterion));
    let reading = json!({ "criterion_id": criterion, "date": "2026-11-01", "value": 9 });
    sitting.call("reading.create", &reading);
    sitting.call("initiative.create", &json!({ "objective_id": objective, "title": "Runners" }));
    sitting.call("objective.update", &json!({ "id": objective, "version": 1, "stage": "accepted" }));
    sitting.call("objective.update", &json!({ "id": objective, "version": 2, "stage": "delivered" }));
    sitting.call("objective.update", &json!({ "id": objective, "version": 3, "priority": "high" }));
    let word = json!({ "id": objective, "version": 4, "confirmed_by": "Ines Falk", "confirmed_on": "2026-11-20",
                       "words": "We ship weekly now." });
    sitting.call("objective.verify", &word);
    sitting.call("account.create", &json!({ "name": "Borealis" }));
    let undone = undo_all(&mut sitting);
    assert_eq!(undone, ["account.create", "objective.update", "initiative.create"]);
    let stands = sitting.call("objective.get", &json!({ "id": objective }));
    assert_eq!((&stands["stage"], &stands["priority"]), (&json!("verified"), &Value::Null), "{stands}");
    assert_eq!(stands["outcome_progress"], 1.05, "its measures are there, and so is its basis: {stands}");
    sitting.end();
    bench.assert_sound("around a confirmation");
}

#[test]
fn undo_never_takes_away_who_works_here() {
    let bench = Bench::new();
    let mut sitting = bench.sitting();
    sitting.call("me.update", &json!({ "version": 0, "name": "Ana" }));
    let status = sitting.call("workspace.status", &json!({}));
    assert_eq!(
        (&status["undo"], &status["undo_count"]),
        (&Value::Null, &json!(0)),
        "nothing to undo: {status}"
    );
    assert_eq!(sitting.ask("undo", &json!({})).unwrap_err()["code"], "invalid_state");
    sitting.call("account.create", &json!({ "name": "Nordwind AG" }));
    sitting.call("me.update", &json!({ "version": 1, "name": "Anna" }));
    assert_eq!(undo_all(&mut sitting), ["me.update", "account.create"], "a change of it is a step like any");
    let me = sitting.call("me.get", &json!({}));
    assert_eq!(me["name"], "Ana", "back to the name that was there first, and no further: {me}");
}

#[test]
fn a_name_that_was_said_later_than_the_rest_is_not_undone_either() {
    let bench = Bench::new();
    let mut sitting = bench.sitting();
    sitting.call("me.update", &json!({ "version": 0, "country": "AT" }));
    sitting.call("me.update", &json!({ "version": 1, "name": "Ana" }));
    assert_eq!(undo_all(&mut sitting), Vec::<String>::new(), "without a name the window would begin anew");
    assert_eq!(sitting.call("me.get", &json!({}))["name"], "Ana");
}

#[test]
fn undoing_the_sample_leaves_who_works_here_though_it_came_along() {
    let bench = Bench::new();
    let mut sitting = bench.sitting();
    sitting.call("sample.add", &json!({}));
    let me = sitting.call("me.get", &json!({}))["name"].clone();
    assert_ne!(me, "", "the sample brought somebody");
    sitting.call("undo", &json!({}));
    assert_eq!(sitting.call("account.list", &json!({}))["total"], 0, "the accounts are gone");
    assert_eq!(sitting.call("me.get", &json!({}))["name"], me, "who works here is not");
    sitting.call("redo", &json!({}));
    assert_eq!(sitting.call("account.list", &json!({}))["total"], 6, "and they come back beside it");
    sitting.end();
    bench.assert_sound("after the sample went and came");
}

#[test]
fn a_sign_off_is_corrected_and_withdrawn_by_entries_that_are_all_kept() {
    let bench = Bench::new();
    let mut sitting = bench.sitting();
    let [_, plan, _, version] = frozen(&mut sitting, "Nordwind AG");
    let silent = json!({ "version_id": version, "person": "Ines Falk", "on": "2026-11-24" });
    let signed = sitting.call("plan.sign_off", &silent);
    assert_eq!(signed["signed"][0]["words"], "", "nobody has to say anything");
    assert_eq!(signed["asked"], json!([]));
    let first = id(&signed["signed"][0]);

    let unsaid = sitting.ask("sign_off.correct", &json!({ "id": first, "reason": " ", "on": "2026-11-20" }));
    let unsaid = unsaid.unwrap_err();
    assert_eq!((&unsaid["code"], &unsaid["field"]), (&json!("invalid"), &json!("reason")), "{unsaid}");
    let corrected =
        json!({ "id": first, "reason": "It was the Friday", "on": "2026-11-20", "words": "Agreed." });
    let corrected = sitting.call("sign_off.correct", &corrected);
    let stands = &corrected["signed"][0];
    assert_eq!(
        (&stands["person"], &stands["signed_on"], &stands["words"], &stands["amends"]),
        (&json!("Ines Falk"), &json!("2026-11-20"), &json!("Agreed."), &json!(first)),
        "what is not said stays: {corrected}"
    );
    assert_eq!(corrected["past"][0]["signed_on"], "2026-11-24", "the first is kept");
    let again = sitting.ask("sign_off.withdraw", &json!({ "id": first, "reason": "x" })).unwrap_err();
    assert_eq!((&again["code"], &again["details"]["reason"]), (&json!("invalid_state"), &json!("amended")));

    let withdrawn = json!({ "id": stands["id"], "reason": "Signed for another plan" });
    let withdrawn = sitting.call("sign_off.withdraw", &withdrawn);
    assert_eq!(withdrawn["signed"], json!([]), "nothing stands");
    assert_eq!(withdrawn["asked"][0]["name"], "Ines Falk", "so she is asked again");
    assert_eq!(withdrawn["past"].as_array().unwrap().len(), 3, "and all three entries are kept: {withdrawn}");
    let last = &withdrawn["past"][2];
    assert_eq!((&last["withdrawn"], &last["signed_on"]), (&json!(true), &json!("2026-11-25")), "today");
    assert_eq!(undo_all(&mut sitting), ["objective.create"], "no entry is taken back");
    let delete = sitting.ask("plan_version.delete", &json!({ "id": version })).unwrap_err();
    assert_eq!(delete["details"]["reason"], "signed", "what bore a signature is kept as it was");
    sign(&mut sitting, &version);

    let pdf = bench.path("plan.pdf");
    let export = json!({ "document": "success-plan", "id": plan, "format": "pdf", "audience": "customer", "path": pdf });
    sitting.call("document.export", &export);
    let text = std::process::Command::new("pdftotext").arg(&pdf).arg("-").output().unwrap();
    let text = String::from_utf8(text.stdout).unwrap();
    let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
    for line in ["Corrected: It was the Friday", "Withdrawn on 25 Nov 2026: Signed for another plan"] {
        assert!(text.contains(line), "the sign-off page tells of it: {line} in {text}");
    }
    sitting.end();
    bench.assert_sound("entries upon entries");
}

#[test]
fn the_signed_paper_is_a_file_of_the_sign_off() {
    let bench = Bench::new();
    let mut sitting = bench.sitting();
    let [.., version] = frozen(&mut sitting, "Nordwind AG");
    let signed = sign(&mut sitting, &version);
    let path = bench.path("signed.txt");
    std::fs::write(&path, "Ines Falk").unwrap();
    let blob = sitting.call("blob.put", &json!({ "path": path }));
    let file =
        json!({ "sign_off_id": signed["signed"][0]["id"], "name": "signed.txt", "hash": blob["hash"] });
    let file = sitting.call("attachment.create", &file);
    assert_eq!(file["visibility"], "internal", "ours unless said otherwise");
    sitting.call("undo", &json!({}));
    assert_eq!(sitting.call("attachment.list", &json!({}))["total"], 0, "a file is a step like any");
}

#[test]
fn a_confirmation_is_corrected_and_withdrawn_and_what_was_said_is_kept() {
    let bench = Bench::new();
    let mut sitting = bench.sitting();
    let [_, _, objective, _] = frozen(&mut sitting, "Nordwind AG");
    let early = json!({ "id": objective, "version": 1, "reason": "x" });
    let early = sitting.ask("objective.withdraw_verification", &early).unwrap_err();
    assert_eq!((&early["code"], &early["field"]), (&json!("invalid_state"), &json!("stage")), "{early}");
    let fields = json!({ "id": objective, "version": 1, "business_impact": "Much", "start": "2026-01-01",
                         "due": "2026-12-01" });
    sitting.call("objective.update", &fields);
    let criterion = json!({ "objective_id": objective, "name": "Days", "baseline": 30, "target": 10,
                            "direction": "lower_is_better", "target_date": "2026-12-01" });
    sitting.call("criterion.create", &criterion);
    sitting.call("objective.update", &json!({ "id": objective, "version": 2, "stage": "accepted" }));
    sitting.call("objective.update", &json!({ "id": objective, "version": 3, "stage": "delivered" }));
    let word = json!({ "id": objective, "version": 4, "confirmed_by": "Ines Falk", "confirmed_on": "2026-11-20",
                       "words": "Nearly." });
    sitting.call("objective.verify", &word);
    let better = json!({ "id": objective, "version": 5, "confirmed_by": "Ines Falk", "confirmed_on": "2026-11-23",
                         "words": "Yes.", "reason": "She said so on Monday" });
    let corrected = sitting.call("objective.correct_verification", &better);
    assert_eq!((&corrected["stage"], &corrected["confirmed_words"]), (&json!("verified"), &json!("Yes.")));
    let withdraw = json!({ "id": objective, "version": 6, "reason": "The figures were wrong" });
    let withdrawn = sitting.call("objective.withdraw_verification", &withdraw);
    assert_eq!((&withdrawn["stage"], &withdrawn["confirmed_by"]), (&json!("delivered"), &json!("")));
    let past = json!([
        { "by": "Ines Falk", "on": "2026-11-20", "words": "Nearly.", "withdrawn": false,
          "reason": "She said so on Monday", "ended_on": "2026-11-25" },
        { "by": "Ines Falk", "on": "2026-11-23", "words": "Yes.", "withdrawn": true,
          "reason": "The figures were wrong", "ended_on": "2026-11-25" }
    ]);
    assert_eq!(withdrawn["past_confirmations"], past, "both are kept, with the reasons");
    let rewrite = json!({ "id": objective, "version": 7, "past_confirmations": [] });
    let rewrite = sitting.ask("objective.update", &rewrite).unwrap_err();
    assert_eq!(rewrite["code"], "invalid_state", "no change rewrites what was said: {rewrite}");
    undo_all(&mut sitting);
    let kept = sitting.call("objective.get", &json!({ "id": objective }));
    assert_eq!(kept["past_confirmations"], past, "nor does an undo");
    sitting.end();
    bench.assert_sound("after two corrections");
}

#[test]
fn what_was_signed_before_the_upgrade_is_passed_over_and_the_rest_is_undone() {
    let bench = Bench::before_trust();
    let shown: Value =
        serde_json::from_str(&std::fs::read_to_string(fixture_of(12, "shown.json")).unwrap()).unwrap();
    let mut sitting = bench.sitting();
    for record in shown["records"].as_array().unwrap() {
        let (kind, view) = (record["kind"].as_str().unwrap(), &record["view"]);
        let request = match kind {
            "me" | "brand" => json!({}),
            "command_plan" => json!({ "account_id": view["account_id"] }),
            _ => json!({ "id": view["id"] }),
        };
        let now = sitting.call(&format!("{kind}.get"), &request);
        for (field, value) in view.as_object().unwrap() {
            // A sign-off has an id and more to say since; what it said then it says still.
            if field != "signed" {
                assert_eq!(&now[field], value, "{kind}.{field} is what the old program showed");
            }
        }
    }
    let status = sitting.call("workspace.status", &json!({}));
    assert_eq!(status["undo"]["name"], shown["status"]["undo"]["name"], "the next step is the one it was");
    assert!(
        status["undo_count"].as_i64().unwrap() > shown["status"]["undo_count"].as_i64().unwrap(),
        "what lies before the sign-off can be undone now: {status}"
    );
    undo_all(&mut sitting);
    let versions = sitting.call("plan_version.list", &json!({}))["items"].clone();
    assert_eq!(versions.as_array().unwrap().len(), 1, "the signed version stands: {versions}");
    assert_eq!(versions[0]["name"], "Kick-off 2026", "under the name it was signed under");
    let objectives = sitting.call("objective.list", &json!({}))["items"].clone();
    assert_eq!(objectives[0]["stage"], "verified", "and the confirmed outcome");
    assert_eq!(sitting.call("me.get", &json!({}))["name"], "Jördis Æsir", "and who works here");
    sitting.end();
    bench.assert_sound("after undoing what was done before the upgrade");
}
