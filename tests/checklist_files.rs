//! A checklist as a workbook and as Markdown, through whole processes: written, worked on elsewhere, brought back, taken
//! back.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::disallowed_methods)]

mod process;

use std::{path::PathBuf, process::Command};

use cairn_testkit::{Book, Cell, resave};
use process::{Bench, said};
use serde_json::{Value, json};

/// A checklist: dates from an anchor and from the day something was done, a step that is ours alone.
fn template() -> Value {
    json!({
        "title": "Onboarding",
        "phases": [
            { "title": "Meet", "gate": "We share one picture.", "steps": [
                { "key": "kickoff", "title": "Hold the kickoff", "offset_days": 10, "from": "anchor:contract",
                  "visibility": "customer" },
                { "key": "names", "title": "Name two teams", "offset_days": 3, "from": "done:kickoff", "visibility": "customer",
                  "owner_side": "customer", "role": "Lead of development", "required": false },
                { "key": "brief", "title": "Brief the manager", "offset_days": 2, "from": "done:names" }
            ]},
            { "title": "Agree", "steps": [
                { "key": "plan", "title": "Agree on the plan", "offset_days": 30, "from": "anchor:contract", "visibility": "customer",
                  "owner_side": "customer" }
            ]}
        ]
    })
}

struct ChecklistFixture {
    bench: Bench,
    list: String,
    file: PathBuf,
}

fn id(value: &Value) -> String {
    value["id"].as_str().unwrap().to_owned()
}

fn counts(report: &Value) -> [u64; 4] {
    ["new", "changed", "same", "missing"].map(|key| report[key].as_u64().unwrap())
}

impl ChecklistFixture {
    fn new(format: &str, audience: &str) -> Self {
        let bench = Bench::new();
        let account = id(&bench.call("account.create", &json!({ "name": "Nordwind AG", "country": "DE" })));
        let template = id(&bench.call("checklist_template.create", &template()));
        let start = json!({ "account_id": account, "template_id": template, "anchors": { "contract": "2026-11-02" } });
        let list = id(&bench.call("checklist.start", &start));
        let file = bench.path(&format!("list.{format}"));
        let desk = Self { bench, list, file };
        desk.export(format, audience, &[]);
        desk
    }

    fn export(&self, format: &str, audience: &str, more: &[&str]) {
        let words = ["export", "checklist", &self.list, "--format", format, "--audience", audience];
        let to = ["--force", "-o", self.file.to_str().unwrap()];
        let output = self.bench.command(&[&words[..], &to, more].concat()).output().unwrap();
        assert!(output.status.success(), "{}", said(&output));
    }

    fn import(&self, more: &[&str]) -> Result<Value, Value> {
        let words = ["import", "checklist", self.file.to_str().unwrap(), "--json"];
        let output = self.bench.command(&[&words[..], more].concat()).output().unwrap();
        // A preview with problems is a report that fails.
        if !output.stdout.is_empty() {
            return Ok(serde_json::from_slice(&output.stdout).unwrap());
        }
        Err(serde_json::from_str(said(&output).lines().last().unwrap()).unwrap())
    }

    fn preview(&self) -> Value {
        self.import(&["--dry-run"]).unwrap()
    }

    fn steps(&self) -> Vec<Value> {
        let filter = json!({ "filter": { "checklist_id": self.list } });
        self.bench.call("checklist_step.list", &filter)["items"].as_array().unwrap().clone()
    }

    /// The customer's report, as its reader sees it.
    fn report(&self) -> String {
        let list = self.bench.call("checklist.get", &json!({ "id": self.list }));
        let path = self.bench.path("report.pdf");
        let request =
            json!({ "document": "onboarding", "id": list["account_id"], "format": "pdf", "path": path });
        self.bench.call("document.export", &request);
        let text = Command::new("pdftotext").args([path.as_os_str(), "-raw".as_ref(), "-".as_ref()]).output();
        String::from_utf8(text.unwrap().stdout).unwrap().split_whitespace().collect::<Vec<_>>().join(" ")
    }

    fn step(&self, title: &str) -> Value {
        self.steps().into_iter().find(|step| step["title"] == title).unwrap_or_else(|| panic!("{title}"))
    }

    /// The steps without what every change leaves.
    fn content(&self) -> Vec<Value> {
        let mut steps = self.steps();
        for step in &mut steps {
            let fields = step.as_object_mut().unwrap();
            fields.retain(|key, _| !["version", "updated_at", "updated_by"].contains(&key.as_str()));
        }
        steps
    }

    fn edit(&self, change: impl FnOnce(&mut Book)) {
        let mut book = Book::read(&self.file);
        change(&mut book);
        book.save(&self.file);
    }

    fn rewrite(&self, change: impl FnOnce(String) -> String) {
        let text = std::fs::read_to_string(&self.file).unwrap();
        let changed = change(text.clone());
        assert_ne!(text, changed, "there is something to change in {text}");
        std::fs::write(&self.file, changed).unwrap();
    }
}

#[test]
fn an_untouched_file_of_either_form_is_all_the_same() {
    for format in ["xlsx", "md"] {
        for (audience, steps) in [("customer", 3), ("internal", 4)] {
            let desk = ChecklistFixture::new(format, audience);
            let before = desk.steps();
            let report = desk.preview();
            assert_eq!(counts(&report), [0, 0, steps, 0], "{format} {audience}: {report}");
            assert_eq!(report["problems"], json!([]), "{format} {audience}");
            assert_eq!(report["ignored"], json!([]), "{format} {audience}");
            assert_eq!(report["checklist_id"], desk.list.as_str(), "which it is of");
            desk.import(&[]).unwrap();
            assert_eq!(desk.steps(), before, "{format} {audience}: taking it in changes nothing");
            let first = std::fs::read(&desk.file).unwrap();
            desk.export(format, audience, &[]);
            assert!(first == std::fs::read(&desk.file).unwrap(), "{format}: the same bytes");
        }
    }
}

#[test]
fn a_list_that_libreoffice_saved_is_all_the_same() {
    for (audience, steps) in [("customer", 3), ("internal", 4)] {
        let desk = ChecklistFixture::new("xlsx", audience);
        let before = std::fs::read(&desk.file).unwrap();
        resave(&desk.file);
        assert!(before != std::fs::read(&desk.file).unwrap(), "it writes workbooks in its own words");
        let report = desk.preview();
        assert_eq!(counts(&report), [0, 0, steps, 0], "{audience}: {report}");
        assert_eq!(report["problems"], json!([]), "{audience}: {report}");
    }
}

#[test]
fn a_ticked_box_ticks_its_step_and_moves_what_waits_for_it_as_one_step() {
    let desk = ChecklistFixture::new("md", "customer");
    let before = desk.content();
    desk.rewrite(|text| text.replace("- [ ] **Hold the kickoff**", "- [x] **Hold the kickoff**"));
    let preview = desk.preview();
    assert_eq!(preview["problems"], json!([]), "{preview}");
    let told: Vec<_> =
        preview["lines"].as_array().unwrap().iter().map(|line| line["title"].as_str().unwrap()).collect();
    for title in ["Hold the kickoff", "Name two teams", "Brief the manager"] {
        assert!(told.contains(&title), "{title} changes or moves, also where it is ours alone: {preview}");
    }
    assert!(!told.contains(&"Agree on the plan"), "what waits for nothing stays: {preview}");
    assert_eq!(desk.content(), before, "a preview changes nothing");
    let report = desk.import(&[]).unwrap();
    assert_eq!(report, preview, "what was promised is done");
    let kickoff = desk.step("Hold the kickoff");
    assert_eq!(kickoff["state"], "done", "{kickoff}");
    assert!(kickoff["done_on"].is_string(), "on the day it came back: {kickoff}");
    let moved = desk.step("Name two teams");
    assert_ne!(
        moved["due"],
        before.iter().find(|step| step["title"] == "Name two teams").unwrap()["due"],
        "dates follow"
    );
    assert!(moved["offset_from"].is_string(), "and still hang on what they hung on: {moved}");
    assert_eq!(counts(&desk.preview())[1], 0, "what came in once is not news");
    desk.bench.call("undo", &json!({}));
    assert_eq!(desk.content(), before, "one undo brings all of it back");
    desk.bench.assert_sound("after an import and its undo");
}

#[test]
fn what_was_done_here_meanwhile_is_not_undone_by_an_older_copy() {
    for format in ["md", "xlsx"] {
        let desk = ChecklistFixture::new(format, "customer");
        desk.bench.call("checklist.tick", &json!({ "step_id": desk.step("Hold the kickoff")["id"] }));
        let report = desk.preview();
        assert_eq!(
            counts(&report)[..2],
            [0, 0],
            "{format}: an empty box nobody touched says nothing: {report}"
        );
        let skipped = desk.step("Agree on the plan");
        desk.bench.call("checklist.skip", &json!({ "step_id": skipped["id"], "reason": "Not this year" }));
        match format {
            "md" => desk.rewrite(|text| text.replace("- [ ] **Agree", "- [x] **Agree")),
            _ => desk.edit(|book| {
                let steps = book.sheet("Steps");
                let row = steps.row("Title", "Agree on the plan");
                *steps.cell(row, "State") = "Done".into();
            }),
        }
        let report = desk.import(&[]).unwrap();
        let line = &report["lines"][0];
        assert_eq!(
            (&line["what"], &line["field"]),
            (&json!("conflict"), &json!("state")),
            "{format}: {report}"
        );
        assert_eq!(
            desk.step("Agree on the plan")["reason"],
            "Not this year",
            "{format}: what stands here stays"
        );
        desk.import(&["--take-conflicts"]).unwrap();
        assert_eq!(desk.step("Agree on the plan")["state"], "done", "{format}: said, the file's is taken");
    }
}

#[test]
fn a_workbook_brings_back_dates_people_new_steps_and_states() {
    let desk = ChecklistFixture::new("xlsx", "customer");
    let before = desk.content();
    let mut book = Book::read(&desk.file);
    let heads = book.sheet("Steps").rows[0].clone();
    for ours in ["Who sees it", "Reason", "Note"] {
        assert!(!heads.contains(&ours.into()), "{ours} is ours alone");
    }
    desk.edit(|book| {
        let steps = book.sheet("Steps");
        *steps.cell(1, "Done on") = Cell::Date("2026-11-12".parse().unwrap());
        *steps.cell(2, "Done by") = "Lea Brandt".into();
        *steps.cell(2, "State") = "Blocked".into();
        *steps.cell(3, "Due") = Cell::Date("2027-01-15".parse().unwrap());
        *steps.cell(3, "May still move") = "Yes".into();
        steps.add(&[("Title", "Invite the second team".into()), ("Phase", "Agree".into())]);
    });
    let report = desk.import(&[]).unwrap();
    assert_eq!(counts(&report)[0], 1, "{report}");
    let kickoff = desk.step("Hold the kickoff");
    assert_eq!(
        (&kickoff["state"], &kickoff["done_on"]),
        (&json!("done"), &json!("2026-11-12")),
        "a day ticks"
    );
    let names = desk.step("Name two teams");
    assert_eq!((&names["assignee"], &names["state"]), (&json!("Lea Brandt"), &json!("blocked")));
    assert!(names["reason"].as_str().unwrap().starts_with("Said in a copy that came back on"), "{names}");
    let plan = desk.step("Agree on the plan");
    assert_eq!(
        (&plan["due"], &plan["offset_from"]),
        (&json!("2027-01-15"), &Value::Null),
        "a date of its own"
    );
    let new = desk.step("Invite the second team");
    assert_eq!(
        (&new["phase"], &new["visibility"]),
        (&json!("Agree"), &json!("customer")),
        "they find it again"
    );
    desk.bench.call("undo", &json!({}));
    assert_eq!(desk.content(), before, "one undo brings all of it back");
}

#[test]
fn bad_input_is_said_by_row_and_field_and_nothing_is_taken_in() {
    let desk = ChecklistFixture::new("xlsx", "internal");
    let before = desk.steps();
    desk.edit(|book| {
        let steps = book.sheet("Steps");
        *steps.cell(1, "Due") = "soon".into();
        *steps.cell(2, "State") = "Nearly".into();
        *steps.cell(3, "Phase") = "Agree".into();
        *steps.cell(4, "Done on") = Cell::Date("2999-01-01".parse().unwrap());
        steps.add(&[("Title", "Nowhere".into()), ("Phase", "No such phase".into())]);
    });
    let report = desk.preview();
    let problems: Vec<String> = report["problems"]
        .as_array()
        .unwrap()
        .iter()
        .map(|one| format!("{} {} {}", one["row"], one["field"].as_str().unwrap_or_default(), one["message"]))
        .collect();
    for expected in ["2 due", "3 state", "4 phase \"A step moves", "5 done_on", "6 phase"] {
        assert!(
            problems.iter().any(|told| told.starts_with(expected)),
            "{expected} is missing: {problems:#?}"
        );
    }
    assert!(
        problems
            .iter()
            .any(|told| told.contains("No such phase, which is not there; there are: Meet, Agree")),
        "what would be accepted: {problems:#?}"
    );
    let refused = desk.import(&[]).unwrap_err();
    assert_eq!(refused["code"], "invalid", "{refused}");
    assert_eq!(desk.steps(), before, "nothing was taken in");
    for (text, message) in [
        ("- [ ] A step\n", "name the checklist"),
        (
            "<!-- cairn:checklist 01a20976-fb2e-7000-8002-26ffeee29fde -->\n- [ ] A step\n",
            "not in this workspace",
        ),
        ("Nothing\n", "This text has no step"),
    ] {
        std::fs::write(&desk.file, text).unwrap();
        let report = desk.preview();
        let said = report["problems"][0]["message"].as_str().unwrap();
        assert!(said.contains(message), "{text}: {report}");
    }
    desk.export("md", "internal", &["--redact", "names"]);
    let said = desk.preview()["problems"][0]["message"].to_string();
    assert!(said.contains("Names or hosts were taken out"), "a redacted copy does not come back: {said}");
}

#[test]
fn a_list_that_lost_its_ids_is_known_by_its_titles() {
    let desk = ChecklistFixture::new("md", "customer");
    std::fs::write(&desk.file, "## Meet\n\n- [x] Hold the kickoff, done 2026-11-12\n- [ ] Order cake\n")
        .unwrap();
    let report = desk.import(&["--checklist", &desk.list]).unwrap();
    assert_eq!(counts(&report)[0], 1, "{report}");
    assert_eq!(desk.step("Hold the kickoff")["done_on"], "2026-11-12");
    assert_eq!(
        desk.step("Order cake")["visibility"],
        "internal",
        "by hand, and so ours until somebody shows it"
    );
}

#[test]
fn a_step_that_follows_a_record_is_not_ticked_by_a_file() {
    let desk = ChecklistFixture::new("md", "internal");
    let step = desk.step("Hold the kickoff");
    let list = desk.bench.call("checklist.get", &json!({ "id": desk.list }));
    let task = json!({ "account_id": list["account_id"], "title": "Kickoff" });
    let task = desk.bench.call("task.create", &task);
    desk.bench.call("checklist.follow", &json!({ "step_id": step["id"], "kind": "task", "id": task["id"] }));
    desk.rewrite(|text| text.replace("- [ ] **Hold the kickoff**", "- [x] **Hold the kickoff**"));
    let report = desk.preview();
    assert_eq!(report["problems"][0]["field"], "state", "{report}");
}

#[test]
fn each_document_comes_in_its_own_formats_and_the_brief_for_us_alone() {
    let desk = ChecklistFixture::new("md", "customer");
    let list = desk.bench.call("checklist.get", &json!({ "id": desk.list }));
    let account = list["account_id"].as_str().unwrap();
    let path = desk.bench.path("out.pdf");
    for (document, id, audience) in [
        ("onboarding", account, "customer"),
        ("onboarding", account, "internal"),
        ("checklist", desk.list.as_str(), "customer"),
        ("transition-brief", account, "internal"),
        ("account", account, "internal"),
    ] {
        let request =
            json!({ "document": document, "id": id, "format": "pdf", "audience": audience, "path": path });
        let written = desk.bench.call("document.export", &request);
        assert!(written["pages"].as_u64().unwrap() > 0, "{document}: {written}");
        for format in ["csv", "md", "xlsx"].into_iter().filter(|_| document != "checklist") {
            let mut other = request.clone();
            other["format"] = format.into();
            assert_eq!(
                desk.bench.refused("document.export", &other)["field"],
                "format",
                "{document} {format}"
            );
        }
        let preview = json!({ "document": document, "id": id, "audience": audience, "pages": [0] });
        let drawn = desk.bench.call("document.preview", &preview);
        assert_eq!(drawn["drawn"].as_array().unwrap().len(), 1, "{document} can be looked at");
    }
    let brief = json!({ "document": "transition-brief", "id": account, "format": "pdf", "path": path });
    let refused = desk.bench.refused("document.export", &brief);
    assert_eq!((&refused["code"], &refused["field"]), (&json!("invalid"), &json!("audience")), "{refused}");
    let unknown = json!({ "document": "checklist", "id": account, "format": "pdf", "path": path });
    assert_eq!(desk.bench.refused("document.export", &unknown)["code"], "not_found", "an id of another kind");
}

#[test]
fn a_phase_is_complete_for_the_customer_only_when_it_is_for_us() {
    let desk = ChecklistFixture::new("md", "customer");
    let phase = |state: &str| format!("We share one picture. 1 of 1 {state}");
    let tick = |title: &str| {
        desk.bench.call("checklist.tick", &json!({ "step_id": desk.step(title)["id"] }));
    };
    tick("Hold the kickoff");
    let text = desk.report();
    assert!(text.contains(&phase("under way")), "a step that they do not see is open: {text}");
    assert!(!text.contains("Brief the manager"), "and stays unseen: {text}");
    tick("Brief the manager");
    let text = desk.report();
    assert!(text.contains(&phase("complete")), "and now it is over: {text}");
}

#[test]
fn a_long_list_of_new_steps_is_looked_at_and_taken_in_row_by_row() {
    let desk = ChecklistFixture::new("md", "internal");
    let text = std::fs::read_to_string(&desk.file).unwrap();
    let steps: String = (0..300).map(|n| format!("- [ ] Step number {n}\n")).collect();
    std::fs::write(&desk.file, format!("{text}\n## Meet\n\n{steps}")).unwrap();
    assert_eq!(counts(&desk.import(&["--dry-run"]).unwrap())[0], 300);
    assert_eq!(counts(&desk.import(&[]).unwrap())[0], 300, "each has a key and a place of its own");
    assert_eq!(counts(&desk.import(&["--dry-run"]).unwrap())[0], 0, "by their titles they are there");
}

#[test]
fn a_list_by_hand_is_the_same_list_the_second_time_and_nothing_of_it_vanishes() {
    let desk = ChecklistFixture::new("md", "internal");
    let text = "# Mine\n\nIntro.\n\n## Meet\n\n- [~] Call\n  Ask Lea first.\n\n## Agree\n\n- [ ] Call\n";
    std::fs::write(&desk.file, text).unwrap();
    let report = desk.import(&["--checklist", &desk.list]).unwrap();
    assert_eq!(counts(&report)[0], 2, "one title in two phases is two steps: {report}");
    assert_eq!(report["ignored"], json!(["line 3: “Intro.”"]), "what is no step is told: {report}");
    let call = desk.step("Call");
    assert_eq!(call["note"], "Ask Lea first.", "{call}");
    let reason = call["reason"].as_str().unwrap();
    assert!(reason.starts_with("Said in a list that was taken in on"), "no copy went out: {reason}");
    let again = desk.import(&["--checklist", &desk.list, "--dry-run"]).unwrap();
    assert_eq!(counts(&again)[..2], [0, 0], "the same steps again: {again}");
}
