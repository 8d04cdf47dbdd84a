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

    /// What a change of a step would move.
    fn look(&mut self, title: &str, mut changes: Value) -> Result<Value, Value> {
        let step = self.get(title);
        for key in ["id", "version"] {
            changes[key] = step[key].clone();
        }
        self.sitting.ask("checklist.preview_step", &changes)
    }

    /// What would move if this was done with a step.
    fn look_at(&mut self, title: &str, mut done: Value) -> Result<Value, Value> {
        done["step_id"] = json!(self.step(title));
        self.sitting.ask("checklist.preview_change", &done)
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
        assert_eq!(made["steps"][2]["due"], theirs, "ours wait for them too, as onboarding is done together");
    }
}

#[test]
fn a_late_tick_moves_what_hangs_on_it_and_one_undo_brings_every_date_back() {
    let bench = Bench::new();
    let mut run = started(&bench);
    let before = run.dues();
    let kickoff = run.step("Kickoff");
    let late = json!({ "step_id": kickoff, "done_on": "2026-11-20" });
    let preview = run.look("Kickoff", json!({ "state": "done", "done_on": "2026-11-20" })).unwrap();
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

#[test]
fn what_cannot_be_is_refused_by_its_field_and_nothing_is_half_started() {
    let bench = Bench::new();
    let mut run = started(&bench);
    let wrong = |change: &dyn Fn(&mut Value)| {
        let mut made = template();
        change(&mut made);
        made
    };
    let cases: [(Value, &str, &str); 7] = [
        (
            wrong(&|one| one["phases"][0]["steps"][0]["colour"] = "red".into()),
            "unknown_field",
            "phases[0].steps[0].colour",
        ),
        (
            wrong(&|one| one["phases"][0]["steps"][0]["from"] = "anchor:moon".into()),
            "invalid",
            "phases[0].steps[0].from",
        ),
        (
            wrong(&|one| one["phases"][0]["steps"][0]["from"] = "done:nobody".into()),
            "invalid",
            "phases[0].steps[0].from",
        ),
        (
            wrong(&|one| one["phases"][1]["steps"][0]["from"] = "due:second".into()),
            "offset_loop",
            "phases[1].steps[0].from",
        ),
        (
            wrong(&|one| one["phases"][1]["steps"][3]["when"][0]["field"] = "weather".into()),
            "invalid",
            "phases[1].steps[3].when[0].field",
        ),
        (
            wrong(&|one| {
                one["phases"][0]["steps"][0]["required"] = false.into();
                one["phases"][0]["steps"][2]["required"] = false.into();
            }),
            "invalid",
            "phases[0].gate",
        ),
        (
            wrong(&|one| one["phases"][1]["steps"][1]["parent"] = "brief".into()),
            "invalid",
            "phases[1].steps[1].parent",
        ),
    ];
    for (template, code, field) in cases {
        let refused = run.sitting.ask("checklist_template.create", &template).unwrap_err();
        assert_eq!((&refused["code"], &refused["field"]), (&json!(code), &json!(field)), "{refused}");
        assert!(refused["message"].as_str().unwrap().len() > 10, "in a sentence: {refused}");
    }
    let looped = wrong(&|one| one["phases"][1]["steps"][0]["from"] = "due:second".into());
    let refused = run.sitting.ask("checklist_template.create", &looped).unwrap_err();
    let path: Vec<&str> =
        refused["details"]["path"].as_array().unwrap().iter().map(|title| title.as_str().unwrap()).collect();
    assert_eq!((path.len(), path.first()), (4, path.last()), "the way round, by titles: {refused}");

    let start = |anchors: Value, again: bool| json!({ "account_id": run.account, "template_id": run.template, "anchors": anchors, "again": again });
    let requests = [
        (start(json!({}), true), "invalid", "anchors.contract"),
        (start(json!({ "contract": "2062-11-02" }), true), "invalid", "anchors.contract"),
        (start(json!({ "contract": "1926-11-02" }), true), "invalid", "anchors.contract"),
        (start(json!({ "contract": "2026-11-02", "moon": "2026-11-02" }), true), "invalid", "anchors.moon"),
        (start(json!({ "contract": "2026-11-02" }), false), "invalid_state", "template_id"),
    ];
    for (request, code, field) in requests {
        let refused = run.sitting.ask("checklist.start", &request).unwrap_err();
        assert_eq!((&refused["code"], &refused["field"]), (&json!(code), &json!(field)), "{refused}");
    }
    let mine = json!({ "filter": { "account_id": run.account } });
    assert_eq!(run.sitting.call("checklist.list", &mine)["total"], 1, "nothing is half started");
    let again = start(json!({ "contract": "2026-11-02" }), true);
    run.sitting.call("checklist.start", &again);
    assert_eq!(run.sitting.call("checklist.list", &mine)["total"], 2, "unless a second is meant");
    let primary = json!({ "filter": { "account_id": run.account, "is_primary": true } });
    assert_eq!(
        run.sitting.call("checklist.list", &primary)["items"][0]["id"],
        run.list.as_str(),
        "one is primary"
    );

    let gated = json!({ "title": "Gated", "phases": [{ "title": "P", "gate": "Backed up", "steps": [
        { "key": "a", "title": "Back up", "offset_days": 1, "from": "anchor:contract",
          "when": [{ "field": "hosting", "not": ["gitlab_com"] }] }
    ]}]});
    let gated = id(&run.sitting.call("checklist_template.create", &gated));
    let request =
        json!({ "account_id": run.account, "template_id": gated, "anchors": { "contract": "2026-11-02" } });
    let refused = run.sitting.ask("checklist.start", &request).unwrap_err();
    assert_eq!(refused["details"]["reason"], "gate_shut", "nobody could open it for this account: {refused}");
}

#[test]
fn a_condition_asks_for_the_use_cases_of_open_plans_and_a_rule_is_looked_at_before_it_is_saved() {
    let bench = Bench::new();
    let mut run = started(&bench);
    let plan = json!({ "account_id": run.account, "title": "FY27" });
    let plan = id(&run.sitting.call("plan.create", &plan));
    let objective = |used: &str| json!({ "plan_id": plan, "title": used, "use_case": used });
    run.sitting.call("objective.create", &objective("ci"));
    run.sitting.call("objective.create", &objective("security"));
    let when = |rule: Value| {
        let mut phases = template()["phases"].clone();
        phases[0]["steps"][0]["when"] = json!([rule]);
        phases
    };
    let left = |run: &mut Started, rule: Value| {
        let look = json!({ "template_id": run.template, "account_id": run.account, "phases": when(rule) });
        let preview = run.sitting.ask("checklist_template.preview", &look)?;
        let left = preview["left_out"].as_array().unwrap().iter();
        Ok::<Vec<Value>, Value>(left.map(|part| part["title"].clone()).collect())
    };
    let both = json!(["Brief", "Back up"]).as_array().unwrap().clone();
    let rule = |how: &str, of: &[&str]| json!({ "field": "use_case", how: of });
    assert_eq!(
        left(&mut run, rule("is", &["security", "ai"])).unwrap(),
        ["Back up"],
        "one of them is enough"
    );
    assert_eq!(left(&mut run, rule("is", &["cd"])).unwrap(), both, "it has none of these");
    assert_eq!(left(&mut run, rule("not", &["ci"])).unwrap(), both, "it has one of these");
    let refused = left(&mut run, rule("is", &["gardening"])).unwrap_err();
    assert_eq!(refused["field"], "phases[0].steps[0].when[0].is", "no such use case: {refused}");
    let refused = left(&mut run, json!({ "field": "colour", "is": ["red"] })).unwrap_err();
    assert_eq!(refused["code"], "invalid", "no such field: {refused}");
    let saved = run.sitting.call("checklist_template.get", &json!({ "id": run.template }));
    assert_eq!(saved["phases"][0]["steps"][0]["when"], json!([]), "a look saves nothing");

    let change = json!({ "id": run.template, "version": 1, "phases": when(rule("is", &["ci"])) });
    run.sitting.call("checklist_template.update", &change);
    let lines = |run: &mut Started| {
        let diff = run.sitting.call("checklist.diff", &json!({ "id": run.list }));
        diff["lines"].as_array().unwrap().iter().map(|line| line["id"].clone()).collect::<Vec<_>>()
    };
    assert_eq!(lines(&mut run), [] as [Value; 0], "they have it");
    run.sitting.call("plan.update", &json!({ "id": plan, "version": 1, "status": "archived" }));
    assert_eq!(lines(&mut run), ["checklist_step/brief"], "of a plan that is over nothing counts");
}

#[test]
fn a_file_belongs_to_a_step_goes_with_it_and_comes_back() {
    let bench = Bench::new();
    let mut run = started(&bench);
    std::fs::write(bench.path("notes.txt"), b"What was agreed").unwrap();
    let kept = run.sitting.call("blob.put", &json!({ "path": bench.path("notes.txt") }));
    let brief = run.step("Brief");
    let file = json!({ "checklist_step_id": brief, "name": "notes.txt", "hash": kept["hash"] });
    let file = run.sitting.call("attachment.create", &file);
    let files = |run: &mut Started| {
        run.sitting.call("attachment.list", &json!({ "filter": { "checklist_step_id": brief } }))["total"]
            .clone()
    };
    assert_eq!((&file["size"], files(&mut run)), (&json!(15), json!(1)), "{file}");
    let twice =
        json!({ "checklist_step_id": brief, "account_id": run.account, "name": "n", "hash": kept["hash"] });
    let refused = run.sitting.ask("attachment.create", &twice).unwrap_err();
    assert_eq!(refused["details"]["reason"], "second_home", "one record only: {refused}");
    run.sitting.call("checklist_step.delete", &json!({ "id": brief }));
    assert_eq!(files(&mut run), 0, "it goes with its step");
    run.sitting.call("undo", &json!({}));
    assert_eq!(files(&mut run), 1, "and comes back with it");
    run.sitting.end();
    bench.assert_sound("with a file of a step");
}

#[test]
fn dates_that_would_count_from_each_other_are_refused_where_they_are_made() {
    let bench = Bench::new();
    let mut run = started(&bench);
    let before = run.dues();
    let notes = run.get("Notes");
    let kickoff = run.get("Kickoff");
    let change = json!({ "id": kickoff["id"], "version": kickoff["version"], "offset_from": "due:notes" });
    let refused = run.sitting.ask("checklist_step.update", &change).unwrap_err();
    assert_eq!(refused["code"], "offset_loop", "{refused}");
    assert_eq!(refused["details"]["path"], json!(["Kickoff", "Notes", "Kickoff"]), "by its path");
    assert_eq!(run.dues(), before, "and nothing moved");
    let change = json!({ "id": notes["id"], "version": notes["version"], "offset_days": 4 });
    let changed = run.sitting.call("checklist_step.update", &change);
    assert_eq!(changed["due"], "2026-11-20", "a plain edit dates anew, and says so");
    assert_eq!(run.dues()["Second call"], "2026-11-27", "with what counts from it");
    let pinned = json!({ "step_id": notes["id"], "due": "2026-12-01" });
    let own = json!({ "due": "2026-12-01", "offset_from": null, "offset_days": 0 });
    let preview = run.look("Notes", own).unwrap();
    let by_verb = run.look_at("Notes", json!({ "what": "set_due", "day": "2026-12-01" })).unwrap();
    assert_eq!(by_verb, preview, "a date of its own counts from nothing: the core says it");
    assert_eq!(preview["moves"][0]["new_due"], "2026-12-08", "{preview}");
    run.sitting.call("checklist.set_due", &pinned);
    run.sitting
        .call("checklist.set_anchor", &json!({ "id": run.list, "anchors": { "contract": "2026-11-03" } }));
    assert_eq!(run.dues()["Notes"], "2026-12-01", "a date of its own counts from nothing");
}

#[test]
fn every_change_of_a_step_shows_the_dates_that_move_before_it_is_made_and_nothing_where_none_does() {
    let bench = Bench::new();
    let mut run = started(&bench);
    let days = |preview: &Value| -> Vec<String> {
        let moves = preview["moves"].as_array().unwrap().iter();
        moves.map(|moved| format!("{} {}", moved["title"].as_str().unwrap(), moved["new_due"])).collect()
    };
    let [kickoff, brief] = ["Kickoff", "Brief"].map(|title| run.step(title));
    run.sitting.call("checklist.tick", &json!({ "step_id": kickoff, "done_on": "2026-11-20" }));
    let open = json!({ "state": "open", "done_on": null });
    let back = [r#"Notes "2026-11-17""#, r#"Second call "2026-11-24""#];
    let before = run.dues();
    let preview = run.look("Kickoff", open.clone()).unwrap();
    assert_eq!(days(&preview), back, "what waited for it goes back");
    assert_eq!(run.dues(), before, "and a look moves nothing");
    let skipped = json!({ "state": "skipped", "done_on": null, "reason": "They met before." });
    assert_eq!(days(&run.look("Kickoff", skipped).unwrap()), back, "what is skipped was never done");
    for what in [json!({ "what": "reopen" }), json!({ "what": "skip", "reason": "They met before." })] {
        assert_eq!(days(&run.look_at("Kickoff", what).unwrap()), back, "and the verb is not spelt out");
    }
    let silent = run.look_at("Kickoff", json!({ "what": "skip" })).unwrap_err();
    assert_eq!(silent["field"], "reason", "refused as it would be: {silent}");
    assert_eq!(run.dues(), before, "still a look");
    let done = run.sitting.call("checklist.reopen", &json!({ "step_id": kickoff }));
    assert_eq!(days(&done), back, "as it was shown");
    let ticked = run.look_at("Kickoff", json!({ "what": "tick", "day": "2026-11-20" })).unwrap();
    let set = json!({ "state": "done", "done_on": "2026-11-20" });
    assert_eq!(ticked, run.look("Kickoff", set).unwrap(), "a tick is its state and its day");
    let future = run.look_at("Kickoff", json!({ "what": "tick", "day": "2026-12-24" })).unwrap_err();
    assert_eq!(future["field"], "done_on", "{future}");

    let moved = run.look("Notes", json!({ "offset_days": 4 })).unwrap();
    assert_eq!(days(&moved), [r#"Notes "2026-11-20""#, r#"Second call "2026-11-27""#], "its own date first");
    let moved = run.look("Notes", json!({ "offset_from": "anchor:contract" })).unwrap();
    assert_eq!(days(&moved), [r#"Notes "2026-11-03""#, r#"Second call "2026-11-10""#], "from elsewhere");
    let moved = run.look("Second call", json!({ "calendar": "calendar" })).unwrap();
    assert_eq!(days(&moved), [r#"Second call "2026-11-22""#], "in other days");
    for still in [json!({ "title": "The brief" }), json!({ "state": "blocked", "reason": "No order form." })]
    {
        assert_eq!(run.look("Brief", still).unwrap()["moves"], json!([]), "nothing hangs on that");
    }
    let refused = run.look("Kickoff", json!({ "offset_from": "due:notes" })).unwrap_err();
    assert_eq!(refused["code"], "offset_loop", "refused as the change would be: {refused}");
    let refused = run.look("Kickoff", json!({ "offset_from": "anchor:launch" })).unwrap_err();
    assert_eq!(refused["field"], "offset_from", "{refused}");
    let refused = run.look("Kickoff", json!({ "state": "done", "done_on": "2026-12-24" })).unwrap_err();
    assert_eq!(refused["field"], "done_on", "in the future: {refused}");

    let held = json!({ "account_id": run.account, "touchpoint_type": "kickoff", "subject": "K", "notes": "Met", "held_on": "2026-11-18" });
    let held = run.sitting.call("touchpoint.create", &held);
    let follow = json!({ "step_id": kickoff, "kind": "touchpoint", "id": held["id"] });
    let preview = run.sitting.call("checklist.preview_follow", &follow);
    assert_eq!(days(&preview), [r#"Notes "2026-11-19""#, r#"Second call "2026-11-26""#], "{preview}");
    assert_eq!(run.sitting.call("checklist.follow", &follow)["moves"], preview["moves"], "as it was shown");
    let none = json!({ "step_id": brief, "kind": "task", "id": held["id"] });
    let refused = run.sitting.ask("checklist.preview_follow", &none).unwrap_err();
    assert_eq!(refused["field"], "id", "no such task: {refused}");
    run.sitting.end();
    bench.assert_sound("after previews");
}

#[test]
fn a_step_follows_the_record_that_it_is() {
    let bench = Bench::new();
    let mut run = started(&bench);
    let task = run.sitting.call("task.create", &json!({ "account_id": run.account, "title": "Hold it" }));
    let kickoff = run.step("Kickoff");
    let follow = json!({ "step_id": kickoff, "kind": "task", "id": task["id"] });
    run.sitting.call("checklist.follow", &follow);
    let refused = run.sitting.ask("checklist.tick", &json!({ "step_id": kickoff })).unwrap_err();
    assert_eq!(refused["details"]["reason"], "follows_record", "it changes with the task: {refused}");
    let done =
        json!({ "id": task["id"], "version": 1, "status": "closed_success", "done_date": "2026-11-19" });
    run.sitting.call("task.update", &done);
    let step = run.get("Kickoff");
    assert_eq!((&step["state"], &step["done_on"]), (&json!("done"), &json!("2026-11-19")), "{step}");
    assert_eq!(run.dues()["Notes"], "2026-11-20", "and moves what waits for it");
    run.sitting.call("undo", &json!({}));
    assert_eq!(run.get("Kickoff")["state"], "open", "one undo takes both back");
    assert_eq!(run.dues()["Notes"], "2026-11-17", "with the dates");
    let held = json!({ "account_id": run.account, "touchpoint_type": "kickoff", "subject": "K", "notes": "Met", "held_on": "2026-11-18" });
    let held = run.sitting.call("touchpoint.create", &held);
    run.sitting
        .call("checklist.follow", &json!({ "step_id": kickoff, "kind": "touchpoint", "id": held["id"] }));
    assert_eq!(run.get("Kickoff")["done_on"], "2026-11-18", "what is logged was held");
    run.sitting.call("checklist.follow", &json!({ "step_id": kickoff }));
    run.sitting.call("checklist.reopen", &json!({ "step_id": kickoff }));
    run.sitting.end();
    bench.assert_sound("after steps followed records");
}

#[test]
fn a_newer_template_is_offered_line_by_line() {
    let bench = Bench::new();
    let mut run = started(&bench);
    let ask = json!({ "id": run.list });
    assert_eq!(
        run.sitting.call("checklist.diff", &ask)["lines"],
        json!([]),
        "what was just made does not differ"
    );
    let mut newer = template();
    newer["phases"][0]["steps"][0]["offset_days"] = 3.into();
    newer["phases"][1]["steps"].as_array_mut().unwrap().remove(2);
    let added = json!({ "key": "thanks", "title": "Thank them", "offset_days": 1, "from": "done:kickoff", "parent": "kickoff" });
    newer["phases"][1]["steps"].as_array_mut().unwrap().insert(1, added);
    newer["phases"][1]["steps"][0]["title"] = "First talk".into();
    let change = json!({ "id": run.template, "version": 1, "phases": newer["phases"] });
    run.sitting.call("checklist_template.update", &change);
    let diff = run.sitting.call("checklist.diff", &ask);
    let lines = diff["lines"].as_array().unwrap();
    let ids: Vec<&str> = lines.iter().map(|line| line["id"].as_str().unwrap()).collect();
    assert_eq!(
        ids,
        [
            "checklist_step/brief/offset_days",
            "checklist_step/kickoff/title",
            "checklist_step/thanks",
            "checklist_step/second"
        ],
        "{diff}"
    );
    let take = json!({ "id": run.list, "lines": [ids[0], ids[2]], "decline": [ids[1]] });
    let preview = run.sitting.call("checklist.preview_accept", &take);
    let shown: Vec<_> = preview["moves"].as_array().unwrap().iter().map(|moved| &moved["new_due"]).collect();
    assert_eq!(shown, ["2026-11-05"], "what has a date moves, and is shown before: {preview}");
    assert_eq!(run.dues()["Brief"], "2026-11-04", "a look takes nothing over");
    let left = run.sitting.call("checklist.accept", &take);
    assert_eq!(left["lines"].as_array().unwrap().len(), 1, "one is left to say: {left}");
    let dues = run.dues();
    assert_eq!(dues["Brief"], "2026-11-05", "taken over, and dated");
    assert_eq!(dues["Thank them"], "2026-11-17", "a new step has its date");
    assert!(dues.get("Kickoff").is_some(), "declined: the own title stays");
    let filter = json!({ "filter": { "checklist_id": run.list, "phase": "Meet" } });
    let listed = run.sitting.call("checklist_step.list", &filter);
    let titles: Vec<&str> =
        listed["items"].as_array().unwrap().iter().map(|step| step["title"].as_str().unwrap()).collect();
    assert_eq!(titles, ["Kickoff", "Thank them", "Notes", "Second call"], "in its place");
    assert_eq!(listed["items"][1]["depth"], 1, "under the kickoff");
    run.sitting.call("checklist.accept", &json!({ "id": run.list, "lines": [ids[3]] }));
    let list = run.list();
    assert_eq!(list["template_version"], 2, "all is said: {list}");
    assert!(run.dues().get("Second call").is_none(), "what the template gave up is gone");
    run.sitting.call("undo", &json!({}));
    assert!(run.dues().get("Second call").is_some(), "and comes back");
}

#[test]
fn an_outline_is_arranged_with_what_stands_under_a_step() {
    let bench = Bench::new();
    let mut run = started(&bench);
    let [kickoff, notes, second, brief] =
        ["Kickoff", "Notes", "Second call", "Brief"].map(|title| run.step(title));
    let added = run.sitting.call(
        "checklist.add_step",
        &json!({ "checklist_id": run.list, "title": "Parking", "after": kickoff }),
    );
    assert_eq!((&added["phase"], &added["depth"]), (&json!("Meet"), &json!(0)), "beside the one before");
    let order = |run: &mut Started| -> Vec<String> {
        let filter = json!({ "filter": { "checklist_id": run.list, "phase": "Meet" } });
        let listed = run.sitting.call("checklist_step.list", &filter);
        let shown = |step: &Value| {
            format!(
                "{}{}",
                "-".repeat(step["depth"].as_u64().unwrap() as usize),
                step["title"].as_str().unwrap()
            )
        };
        listed["items"].as_array().unwrap().iter().map(shown).collect()
    };
    assert_eq!(
        order(&mut run),
        ["Kickoff", "-Notes", "Parking", "Second call"],
        "behind what stands under it"
    );
    run.sitting.call("checklist.indent_step", &json!({ "step_id": second, "by": 1 }));
    assert_eq!(order(&mut run), ["Kickoff", "-Notes", "Parking", "-Second call"], "one deeper");
    run.sitting.call("checklist.move_step", &json!({ "step_id": kickoff, "after": second }));
    assert_eq!(
        order(&mut run),
        ["Parking", "-Second call", "Kickoff", "-Notes"],
        "with what stands under it"
    );
    run.sitting.call("checklist.move_step", &json!({ "step_id": kickoff, "after": null }));
    assert_eq!(order(&mut run), ["Kickoff", "-Notes", "Parking", "-Second call"], "and first again");
    run.sitting.call("checklist.move_step", &json!({ "step_id": kickoff, "after": added["id"] }));
    assert_eq!(
        order(&mut run),
        ["Parking", "-Second call", "Kickoff", "-Notes"],
        "never between a step and what stands under it"
    );
    run.sitting.call("checklist.move_step", &json!({ "step_id": kickoff, "after": null }));
    let refused =
        run.sitting.ask("checklist.move_step", &json!({ "step_id": kickoff, "after": notes })).unwrap_err();
    assert_eq!(refused["field"], "after", "not under itself: {refused}");
    run.sitting.call("checklist.move_step", &json!({ "step_id": notes, "after": brief }));
    assert_eq!(run.get("Notes")["phase"], "Prepare", "to the phase of the step before");

    let list = run.list.clone();
    let add = |depth: i64| json!({ "checklist_id": list, "title": "Room", "after": second, "depth": depth });
    let deeper = run.sitting.call("checklist.add_step", &add(2));
    assert_eq!(deeper["depth"], 2, "as deep as it is asked for");
    run.sitting.call("undo", &json!({}));
    assert_eq!(order(&mut run), ["Kickoff", "Parking", "-Second call"], "in one step");
    for depth in [-1, 3] {
        let refused = run.sitting.ask("checklist.add_step", &add(depth)).unwrap_err();
        assert_eq!(refused["field"], "depth", "one deeper than the step before at most: {refused}");
    }
}

#[test]
fn the_sample_shows_checklists_in_three_states() {
    let bench = Bench::new();
    let mut sitting = bench.sitting();
    sitting.call("sample.add", &json!({}));
    let lists = sitting.call("checklist.list", &json!({}));
    let states: Vec<&str> =
        lists["items"].as_array().unwrap().iter().map(|list| list["state"].as_str().unwrap()).collect();
    assert_eq!(states.iter().filter(|state| **state == "running").count(), 2, "{states:?}");
    assert_eq!(states.iter().filter(|state| **state == "closed").count(), 1, "{states:?}");
    let late = sitting
        .call("checklist_step.list", &json!({ "filter": { "state": "open" }, "page": { "limit": 500 } }));
    let today = "2026-11-25";
    let late =
        late["items"].as_array().unwrap().iter().filter(|step| step["due"].as_str().unwrap() < today).count();
    assert!(late > 0, "one of them is behind");
    sitting.end();
    bench.assert_sound("with the sample");
}
