//! Checklists through whole processes: templates, runs, dates that count from each other, steps that follow records.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::disallowed_methods)]

mod process;

use process::{Bench, Sitting};
use serde_json::{Value, json};

/// Three phases: dates from an anchor, from a due date and from the day something was done.
fn template() -> Value {
    json!({
        "title": "Onboarding",
        "phases": [
            { "title": "Prepare", "gate": "You know who looks after you.", "steps": [
                { "key": "brief", "title": "Brief", "offset_days": 2, "from": "anchor:contract" },
                { "key": "agenda", "title": "Agenda", "offset_days": -2, "from": "due:kickoff", "required": false },
                { "key": "people", "title": "Names", "offset_days": 10, "from": "anchor:contract",
                  "owner_side": "customer", "visibility": "customer" }
            ]},
            { "title": "Meet", "steps": [
                { "key": "kickoff", "title": "Kickoff", "offset_days": 14, "from": "anchor:contract", "calendar": "calendar",
                  "visibility": "customer" },
                { "key": "notes", "title": "Notes", "offset_days": 1, "from": "done:kickoff", "parent": "kickoff" },
                { "key": "second", "title": "Second call", "offset_days": 5, "from": "due:notes" },
                { "key": "sm", "title": "Back up", "offset_days": 3, "from": "done:kickoff",
                  "when": [{ "field": "hosting", "not": ["gitlab_com"] }] }
            ]}
        ]
    })
}

struct Started {
    sitting: Sitting,
    account: String,
    template: String,
    list: String,
    steps: Value,
}

fn id(value: &Value) -> String {
    value["id"].as_str().unwrap().to_owned()
}

fn started(bench: &Bench) -> Started {
    let mut sitting = bench.sitting();
    let account = id(&sitting
        .call("account.create", &json!({ "name": "Nordwind AG", "country": "DE", "hosting": "gitlab_com" })));
    let template = id(&sitting.call("checklist_template.create", &template()));
    let made = sitting.call(
        "checklist.start",
        &json!({ "account_id": account, "template_id": template, "anchors": { "contract": "2026-11-02" } }),
    );
    Started { sitting, account, template, list: id(&made), steps: made["steps"].clone() }
}

impl Started {
    fn step(&self, title: &str) -> String {
        let steps = self.steps.as_array().unwrap();
        id(steps.iter().find(|step| step["title"] == title).unwrap_or_else(|| panic!("{title}")))
    }

    fn get(&mut self, title: &str) -> Value {
        let id = self.step(title);
        self.sitting.call("checklist_step.get", &json!({ "id": id }))
    }

    fn dues(&mut self) -> Value {
        let filter = json!({ "filter": { "checklist_id": self.list } });
        let listed = self.sitting.call("checklist_step.list", &filter);
        let items = listed["items"].as_array().unwrap().iter();
        items
            .map(|step| (step["title"].as_str().unwrap().to_owned(), step["due"].clone()))
            .collect::<serde_json::Map<_, _>>()
            .into()
    }

    fn list(&mut self) -> Value {
        self.sitting.call("checklist.get", &json!({ "id": self.list }))
    }
}

#[test]
fn the_programs_templates_are_listed_and_each_starts_with_every_step_dated() {
    let bench = Bench::new();
    let mut sitting = bench.sitting();
    let account = id(&sitting.call("account.create", &json!({ "name": "Nordwind AG" })));
    let templates = sitting.call("checklist_template.list", &json!({}));
    assert!(templates["total"].as_u64().unwrap() >= 9, "nine come with the program");
    for template in templates["items"].as_array().unwrap() {
        let title = &template["title"];
        assert_eq!(template["built_in"], true, "{title}");
        let start = json!({ "account_id": account, "template_id": template["id"], "anchors": { "contract": "2026-11-02" } });
        let made = sitting.call("checklist.start", &start);
        let steps = made["steps"].as_array().unwrap();
        assert!(steps.len() > 10, "{title} has {} steps", steps.len());
        for step in steps {
            for field in [
                "id",
                "title",
                "phase",
                "due",
                "state",
                "required",
                "provisional",
                "owner_side",
                "visibility",
            ] {
                assert!(!step[field].is_null(), "{title}: {field} of {step}");
            }
        }
    }
    sitting.end();
    bench.assert_sound("after nine checklists");
}

#[test]
fn a_checklist_knows_its_dates_and_what_does_not_fit_is_left_out() {
    let bench = Bench::new();
    let mut run = started(&bench);
    let dues = run.dues();
    assert_eq!(dues["Brief"], "2026-11-04", "two working days after a Monday");
    assert_eq!(dues["Kickoff"], "2026-11-16", "fourteen calendar days");
    assert_eq!(dues["Agenda"], "2026-11-12", "two working days before that");
    assert_eq!(dues["Notes"], "2026-11-17", "forecast from the day the kickoff is due");
    assert_eq!(dues["Second call"], "2026-11-24", "and what counts from a forecast is one");
    assert!(dues.get("Back up").is_none(), "not for this hosting");
    for (title, provisional) in
        [("Notes", true), ("Second call", true), ("Kickoff", false), ("Agenda", false)]
    {
        assert_eq!(run.get(title)["provisional"], provisional, "{title}");
    }
    let preview = json!({ "template_id": run.template, "account_id": run.account });
    let preview = run.sitting.call("checklist_template.preview", &preview);
    assert_eq!(preview["left_out"][0]["title"], "Back up", "{preview}");
    assert_eq!(preview["left_out"][0]["why"]["reason"], "condition", "with its reason");
    assert_eq!(preview["runs_already"], run.list.as_str(), "and that one is under way");
}

#[test]
fn ten_working_days_over_a_holiday_end_on_the_right_day_in_the_country_of_the_account() {
    let bench = Bench::new();
    let mut sitting = bench.sitting();
    let template = json!({ "title": "T", "phases": [{ "title": "P", "steps": [
        { "key": "a", "title": "Theirs", "offset_days": 10, "from": "anchor:contract", "owner_side": "customer" },
        { "key": "b", "title": "Partner's", "offset_days": 10, "from": "anchor:contract", "owner_side": "partner" },
        { "key": "c", "title": "Ours", "offset_days": 10, "from": "anchor:contract" }
    ]}]});
    let template = id(&sitting.call("checklist_template.create", &template));
    // Between: in Germany 25 December and 1 January, in Britain 28 December too, in place of the 26th, a Saturday.
    for (country, theirs) in [("DE", "2027-01-04"), ("GB", "2027-01-05"), ("JP", "2026-12-31")] {
        let name = format!("In {country}");
        let account = id(&sitting.call("account.create", &json!({ "name": name, "country": country })));
        let start = json!({ "account_id": account, "template_id": template, "anchors": { "contract": "2026-12-17" } });
        let made = sitting.call("checklist.start", &start);
        assert_eq!(made["steps"][0]["due"], theirs, "the days of {country}");
        assert_eq!(made["steps"][1]["due"], theirs, "a partner's days are those of the customer's country");
        assert_eq!(made["steps"][2]["due"], "2026-12-31", "ours without a country: Monday to Friday");
    }
}

#[test]
fn a_late_tick_moves_what_hangs_on_it_and_one_undo_brings_every_date_back() {
    let bench = Bench::new();
    let mut run = started(&bench);
    let before = run.dues();
    let kickoff = run.step("Kickoff");
    let late = json!({ "step_id": kickoff, "done_on": "2026-11-20" });
    let preview = run.sitting.call("checklist.preview_tick", &late);
    let moves = preview["moves"].as_array().unwrap();
    assert_eq!(moves.len(), 2, "{preview}");
    assert_eq!(
        moves[0],
        json!({ "id": run.step("Notes"), "title": "Notes", "old_due": "2026-11-17", "new_due": "2026-11-23",
            "why": { "reason": "after_done", "step": "Kickoff" } }),
        "every date that moves, with its reason"
    );
    assert_eq!(run.dues(), before, "a preview changes nothing");
    let ticked = run.sitting.call("checklist.tick", &late);
    assert_eq!((&ticked["state"], &ticked["moves"]), (&json!("done"), &preview["moves"]), "as it was shown");
    assert_eq!(run.dues()["Second call"], "2026-11-30", "and what hangs on that");
    assert_eq!(run.get("Notes")["provisional"], false, "what it waited for is done");
    run.sitting.call("undo", &json!({}));
    assert_eq!(run.dues(), before, "one step back");
    assert_eq!(run.get("Kickoff")["state"], "open", "with the tick");
    run.sitting.end();
    bench.assert_sound("after a tick was undone");
}

#[test]
fn an_anchor_shows_every_date_that_moves_before_it_does_and_what_is_done_stays() {
    let bench = Bench::new();
    let mut run = started(&bench);
    let brief = run.step("Brief");
    run.sitting.call("checklist.tick", &json!({ "step_id": brief }));
    let before = run.dues();
    let ask = json!({ "id": run.list, "anchors": { "contract": "2026-11-09" } });
    let preview = run.sitting.call("checklist.preview_anchor", &ask);
    let titles: Vec<&str> =
        preview["moves"].as_array().unwrap().iter().map(|moved| moved["title"].as_str().unwrap()).collect();
    assert_eq!(titles, ["Agenda", "Names", "Kickoff", "Notes", "Second call"], "all but what is done");
    assert_eq!(run.dues(), before, "a preview changes nothing");
    assert_eq!(run.sitting.call("checklist.set_anchor", &ask), preview, "what was shown is what is done");
    let dues = run.dues();
    assert_eq!(
        (&dues["Kickoff"], &dues["Brief"]),
        (&json!("2026-11-23"), &json!("2026-11-04")),
        "done stays"
    );
    run.sitting.call("undo", &json!({}));
    assert_eq!(run.dues(), before, "one undo brings every date back");
    assert_eq!(run.list()["anchors"]["contract"], "2026-11-02", "and the anchor");
}

#[test]
fn a_gate_waits_for_what_is_required_and_the_checklist_completes() {
    let bench = Bench::new();
    let mut run = started(&bench);
    assert_eq!(run.get("Kickoff")["gated"], true, "two required steps are open before it");
    assert_eq!(run.list()["progress"][1]["open"], false, "the phase waits");
    let [brief, names] = ["Brief", "Names"].map(|title| run.step(title));
    run.sitting.call("checklist.tick", &json!({ "step_id": brief }));
    let refused = run.sitting.ask("checklist.skip", &json!({ "step_id": names, "reason": " " })).unwrap_err();
    assert_eq!(refused["field"], "reason", "a step is skipped with a reason: {refused}");
    run.sitting.call("checklist.skip", &json!({ "step_id": names, "reason": "They are known" }));
    assert_eq!(run.get("Kickoff")["gated"], false, "the agenda is not required");
    for title in ["Kickoff", "Notes"] {
        let step = run.step(title);
        run.sitting.call("checklist.tick", &json!({ "step_id": step }));
    }
    let second = run.step("Second call");
    let blocked = json!({ "step_id": second, "reason": "They have no room" });
    assert_eq!(run.sitting.call("checklist.block", &blocked)["state"], "blocked", "and says why");
    let list = run.list();
    assert_eq!((&list["state"], &list["ends_on"]), (&json!("running"), &run.dues()["Second call"]), "{list}");
    run.sitting.call("checklist.reopen", &json!({ "step_id": second }));
    run.sitting.call("checklist.tick", &json!({ "step_id": second }));
    let list = run.list();
    assert_eq!((&list["state"], &list["ends_on"]), (&json!("complete"), &json!(null)), "{list}");
    run.sitting.call("checklist.close", &json!({ "id": run.list }));
    let refused = run.sitting.ask("checklist.reopen", &json!({ "step_id": second })).unwrap_err();
    assert_eq!(refused["code"], "invalid_state", "closed is closed: {refused}");
    assert_eq!(run.list()["state"], "closed", "until somebody opens it again");
}
