//! What a change of a checklist brings along, through whole processes: anchors that are reckoned, steps that go, calls
//! that are logged from their step, and which checklist is the account's onboarding.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::disallowed_methods)]

mod process;

use process::{Bench, Sitting};
use serde_json::{Value, json};

struct Started {
    sitting: Sitting,
    account: Value,
    template: Value,
    list: Value,
}

fn started(bench: &Bench, template: &Value, account: &Value) -> Started {
    let mut sitting = bench.sitting();
    let account = sitting.call("account.create", account)["id"].clone();
    let template = sitting.call("checklist_template.create", template)["id"].clone();
    let start =
        json!({ "account_id": account, "template_id": template, "anchors": { "contract": "2026-11-02" } });
    let list = sitting.call("checklist.start", &start)["id"].clone();
    Started { sitting, account, template, list }
}

impl Started {
    fn step(&mut self, title: &str) -> Value {
        let filter = json!({ "filter": { "checklist_id": self.list, "title": title } });
        self.sitting.call("checklist_step.list", &filter)["items"][0].clone()
    }

    fn list(&mut self) -> Value {
        self.sitting.call("checklist.get", &json!({ "id": self.list }))
    }
}

fn steps(steps: &Value) -> Value {
    json!({ "title": "Onboarding", "phases": [{ "title": "Meet", "steps": steps }] })
}

#[test]
fn an_anchor_that_is_reckoned_goes_along_until_somebody_says_its_day() {
    let bench = Bench::new();
    let mut template = steps(
        &json!([{ "key": "live", "title": "Go live", "offset_days": 0, "from": "anchor:go_live", "calendar": "calendar" }]),
    );
    template["anchors"] = json!([{ "key": "go_live", "from": "anchor:contract", "offset_days": 45 }]);
    let mut run = started(&bench, &template, &json!({ "name": "Nordwind AG" }));
    assert_eq!(run.list()["anchors"]["go_live"], "2026-12-17", "45 days after the contract");
    let later = json!({ "id": run.list, "anchors": { "contract": "2026-11-12" } });
    let preview = run.sitting.call("checklist.preview_anchor", &later);
    assert_eq!(preview["anchors"]["go_live"], "2026-12-27", "shown before it moves: {preview}");
    assert_eq!(preview["moves"][0]["new_due"], "2026-12-27", "with the step that hangs on it");
    assert_eq!(run.sitting.call("checklist.set_anchor", &later), preview, "what was shown is what is done");
    let own = json!({ "id": run.list, "anchors": { "go_live": "2027-01-20" } });
    run.sitting.call("checklist.set_anchor", &own);
    let back = json!({ "id": run.list, "anchors": { "contract": "2026-11-02" } });
    run.sitting.call("checklist.set_anchor", &back);
    assert_eq!(run.list()["anchors"]["go_live"], "2027-01-20", "a day that somebody said stays");
}

#[test]
fn a_step_that_goes_leaves_no_gap_and_shows_what_moves_first() {
    let bench = Bench::new();
    let template = steps(&json!([
        { "key": "a", "title": "A", "offset_days": 4, "from": "anchor:contract", "calendar": "calendar" },
        { "key": "b", "title": "B", "offset_days": 6, "from": "done:a", "calendar": "calendar" },
        { "key": "c", "title": "C", "offset_days": 3, "from": "due:b", "calendar": "calendar", "parent": "b" },
    ]));
    let mut run = started(&bench, &template, &json!({ "name": "Nordwind AG" }));
    let a = run.step("A")["id"].clone();
    run.sitting.call("checklist.tick", &json!({ "step_id": a, "done_on": "2026-11-10" }));
    assert_eq!(run.step("C")["due"], "2026-11-19", "six and three days after it was done");
    let b = run.step("B")["id"].clone();
    let preview = run.sitting.call("checklist.preview_remove", &json!({ "step_id": b }));
    assert_eq!(preview["moves"], json!([]), "what counted from it is as far from what that counted from");
    run.sitting.call("checklist_step.delete", &json!({ "id": b }));
    let c = run.step("C");
    assert_eq!(
        (&c["offset_from"], &c["offset_days"], &c["depth"]),
        (&json!("done:a"), &json!(9), &json!(0)),
        "it counts on, and stands where the other stood: {c}"
    );
    let moved = run.sitting.call("checklist.tick", &json!({ "step_id": a, "done_on": "2026-11-12" }));
    assert_eq!(moved["moves"][0]["new_due"], "2026-11-21", "and still moves with what it waits for");
    for _ in 0..2 {
        run.sitting.call("undo", &json!({}));
    }
    assert_eq!(run.step("C")["depth"], 1, "one undo brings the step and its place back");
    assert_eq!(run.step("C")["offset_from"], "due:b", "and what counted from it");
}

#[test]
fn a_call_that_is_logged_from_its_step_is_that_step_and_one_undo_takes_both_back() {
    let bench = Bench::new();
    let template = steps(&json!([
        { "key": "kickoff", "title": "Kickoff", "offset_days": 5, "from": "anchor:contract", "follows": "touchpoint" },
        { "key": "notes", "title": "Notes", "offset_days": 2, "from": "done:kickoff", "calendar": "calendar" },
    ]));
    let mut run = started(&bench, &template, &json!({ "name": "Nordwind AG" }));
    let step = run.step("Kickoff")["id"].clone();
    let call = json!({ "account_id": run.account, "touchpoint_type": "kickoff", "subject": "Kickoff",
        "held_on": "2026-11-18", "others": "Their team", "step_id": step });
    let other = run.sitting.call("account.create", &json!({ "name": "Falkenberg" }))["id"].clone();
    let mut elsewhere = call.clone();
    elsewhere["account_id"] = other;
    let refused = run.sitting.ask("touchpoint.log", &elsewhere).unwrap_err();
    assert_eq!(refused["field"], "step_id", "a call of another customer is no step of this one: {refused}");
    run.sitting.call("touchpoint.log", &call);
    let kickoff = run.step("Kickoff");
    assert_eq!((&kickoff["state"], &kickoff["done_on"]), (&json!("done"), &json!("2026-11-18")), "{kickoff}");
    assert_eq!(run.step("Notes")["due"], "2026-11-20", "what waits for it moved along");
    let measures = run.sitting.call("onboarding.measures", &json!({ "account_id": run.account }));
    assert_eq!(measures["items"][0]["kickoff"]["days"], 16, "and the measures know it: {measures}");
    run.sitting.call("undo", &json!({}));
    assert_eq!(run.step("Kickoff")["state"], "open", "one undo takes both back");
}

#[test]
fn an_onboarding_that_took_too_long_is_closed_with_a_reason_and_never_in_the_future() {
    let bench = Bench::new();
    let template = steps(&json!([{ "key": "a", "title": "A", "offset_days": 4, "from": "anchor:contract" }]));
    let mut run = started(&bench, &template, &json!({ "name": "Nordwind AG" }));
    let (version, step) = (run.list()["version"].clone(), run.step("A")["id"].clone());
    run.sitting
        .call("checklist.update", &json!({ "id": run.list, "version": version, "started_on": "2026-09-01" }));
    run.sitting.call("checklist.tick", &json!({ "step_id": step }));
    let close = |more: Value| {
        let mut close = json!({ "id": run.list });
        close.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
        close
    };
    let (silent, future) =
        (close(json!({})), close(json!({ "closed_on": "2030-01-01", "reason": "Holidays" })));
    let told = close(json!({ "reason": "Their administrator was ill" }));
    let refused = run.sitting.ask("checklist.close", &silent).unwrap_err();
    assert_eq!((&refused["field"], &refused["details"]["days"]), (&json!("reason"), &json!(45)), "{refused}");
    let refused = run.sitting.ask("checklist.close", &future).unwrap_err();
    assert_eq!(refused["field"], "closed_on", "nothing ends in the future: {refused}");
    assert_eq!(run.sitting.call("checklist.close", &told)["state"], "closed", "with its reason it is");
}

#[test]
fn a_new_customers_first_checklist_is_the_onboarding_and_no_later_one_is() {
    let bench = Bench::new();
    let template = steps(&json!([{ "key": "a", "title": "A", "offset_days": 4, "from": "anchor:contract" }]));
    let mut run = started(&bench, &template, &json!({ "name": "Nordwind AG", "lifecycle_stage": "onboard" }));
    assert_eq!(run.list()["is_primary"], true, "nothing had to be said");
    run.sitting.call("checklist.close", &json!({ "id": run.list, "reason": "They wait for their budget" }));
    let again = json!({ "account_id": run.account, "template_id": run.template, "again": true,
        "anchors": { "contract": "2026-11-20" } });
    let preview = run.sitting.call(
        "checklist_template.preview",
        &json!({ "account_id": run.account,
        "template_id": run.template, "anchors": { "contract": "2026-11-20" } }),
    );
    assert_eq!(preview["primary"], false, "the dialog says so before");
    run.sitting.call("checklist.start", &again);
    let found = run.sitting.call("onboarding.measures", &json!({ "account_id": run.account }));
    assert_eq!(
        found["items"][0]["time_to_onboard"]["from"][0]["id"], run.list,
        "a later checklist does not take the onboarding's place: {found}"
    );
    let old = json!({ "name": "Falkenberg", "lifecycle_stage": "expand" });
    let old = run.sitting.call("account.create", &old)["id"].clone();
    let start =
        json!({ "account_id": old, "template_id": run.template, "anchors": { "contract": "2026-11-20" } });
    let handed = run.sitting.call("checklist.start", &start)["id"].clone();
    let handed = run.sitting.call("checklist.get", &json!({ "id": handed }));
    assert_eq!(handed["is_primary"], false, "a customer of years is not onboarded by a hand-off");
}
