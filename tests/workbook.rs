//! A plan as a workbook, through whole processes: written, edited by another program, brought back, taken back.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::disallowed_methods)]

mod process;

use std::path::PathBuf;

use cairn_testkit::{Book, Cell, resave};
use process::{Bench, said};
use serde_json::{Value, json};

/// The sample, its largest plan, and that plan's workbook.
struct WorkbookFixture {
    bench: Bench,
    plan: Value,
    file: PathBuf,
}

impl WorkbookFixture {
    fn new(audience: &str) -> Self {
        let bench = Bench::new();
        bench.call("sample.add", &json!({}));
        let plans = bench.call("plan.list", &json!({}))["items"].as_array().unwrap().clone();
        let size = |plan: &Value| bench.call("plan.outline", &json!({ "id": plan["id"] })).to_string().len();
        let plan = plans.iter().max_by_key(|plan| size(plan)).unwrap().clone();
        let file = bench.path("plan.xlsx");
        let desk = Self { bench, plan, file };
        desk.export(&desk.plan, audience);
        desk
    }

    fn export(&self, plan: &Value, audience: &str) {
        self.export_as(plan, audience, "xlsx", &[]);
    }

    fn export_as(&self, plan: &Value, audience: &str, format: &str, more: &[&str]) {
        let words = ["export", "success-plan", plan["id"].as_str().unwrap(), "--format", format];
        let to = ["--audience", audience, "--force", "-o", self.file.to_str().unwrap()];
        let output = self.bench.command(&[&words[..], &to[..], more].concat()).output().unwrap();
        assert!(output.status.success(), "{}", said(&output));
    }

    fn edit(&self, change: impl FnOnce(&mut Book)) {
        let mut book = Book::read(&self.file);
        change(&mut book);
        book.save(&self.file);
    }

    fn import(&self, more: &[&str]) -> Result<Value, Value> {
        self.import_as("workbook", more)
    }

    fn import_as(&self, kind: &str, more: &[&str]) -> Result<Value, Value> {
        let words = ["import", kind, self.file.to_str().unwrap(), "--json"];
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

    /// Every problem of the file as `sheet row field message`.
    fn problems(&self) -> Vec<String> {
        let report = self.preview();
        let refused = self.import(&[]).unwrap_err();
        assert_eq!(refused["code"], "invalid", "what has problems is not taken in: {refused}");
        assert_eq!(refused["details"]["problems"], report["problems"], "and says the same");
        let text = |value: &Value| value.as_str().map_or_else(|| value.to_string(), str::to_owned);
        let told =
            |problem: &Value| ["sheet", "row", "field", "message"].map(|key| text(&problem[key])).join(" ");
        report["problems"].as_array().unwrap().iter().map(told).collect()
    }

    fn outline(&self) -> Value {
        self.bench.call("plan.outline", &json!({ "id": self.plan["id"] }))
    }
}

/// A plan without what every change leaves: versions, and when and by whom.
fn content(outline: &Value) -> String {
    let text = serde_json::to_string_pretty(outline).unwrap();
    let left = ["\"version\"", "\"updated_at\"", "\"updated_by\""];
    text.lines().filter(|line| !left.iter().any(|word| line.contains(word))).collect::<Vec<_>>().join("\n")
}

fn counts(report: &Value) -> [u64; 4] {
    ["new", "changed", "same", "missing"].map(|key| report[key].as_u64().unwrap())
}

#[test]
fn an_untouched_workbook_of_any_plan_is_all_the_same() {
    let desk = WorkbookFixture::new("internal");
    let plans = desk.bench.call("plan.list", &json!({}))["items"].as_array().unwrap().clone();
    let mut rows = 0;
    for plan in &plans {
        for audience in ["customer", "internal"] {
            desk.export(plan, audience);
            let report = desk.preview();
            let [new, changed, same, missing] = counts(&report);
            assert_eq!([new, changed, missing], [0, 0, 0], "{audience}: {report}");
            assert_eq!(report["problems"], json!([]), "{audience}: {report}");
            assert_eq!(report["ignored"], json!([]), "{audience}: {report}");
            rows += same;
            // As another program saves it, without formats.
            desk.edit(|_| {});
            assert_eq!(counts(&desk.preview()), [0, 0, same, 0], "{audience}: saved by another program");
        }
    }
    assert!(rows > 100, "the sample has plans to speak of: {rows}");
    let before = desk.outline();
    desk.import(&[]).unwrap();
    assert_eq!(desk.outline(), before, "taking it in changes nothing");
}

#[test]
fn a_workbook_that_libreoffice_saved_is_all_the_same() {
    let desk = WorkbookFixture::new("internal");
    let [_, _, rows, _] = counts(&desk.preview());
    resave(&desk.file);
    let report = desk.preview();
    assert_eq!(counts(&report), [0, 0, rows, 0], "{report}");
    assert_eq!(report["problems"], json!([]), "{report}");
}

#[test]
fn the_same_plan_gives_the_same_bytes() {
    let desk = WorkbookFixture::new("internal");
    let first = std::fs::read(&desk.file).unwrap();
    desk.export(&desk.plan, "internal");
    assert!(first == std::fs::read(&desk.file).unwrap(), "nothing of the moment is in it");
}

#[test]
fn edits_are_previewed_taken_in_as_one_step_and_taken_back() {
    let desk = WorkbookFixture::new("internal");
    let before = desk.outline();
    let mut titles = Vec::new();
    desk.edit(|book| {
        let tasks = book.sheet("Tasks");
        *tasks.cell(1, "Title") = "=1+1, said the customer".into();
        *tasks.cell(1, "Due") = Cell::Date("2027-11-30".parse().unwrap());
        *tasks.cell(1, "Done on") = Cell::Empty;
        tasks.rows.remove(2);
        let kpis = book.sheet("KPIs");
        *kpis.cell(1, "Weight") = 2.5.into();
        let objectives = book.sheet("Objectives");
        objectives.add(&[("Title", "Fewer night calls".into()), ("Owner", "Mara Lind".into())]);
        titles.extend(objectives.rows[0].clone());
        let initiatives = book.sheet("Initiatives");
        initiatives.add(&[("Title", "On-call handbook".into()), ("Objective", "Fewer night calls".into())]);
        let tasks = book.sheet("Tasks");
        let text = |text: &str| Cell::from(text);
        tasks.add(&[
            ("Title", text("Write it")),
            ("Initiative", text("On-call handbook")),
            ("Status", text("new")),
        ]);
        for row in &mut tasks.rows {
            row.reverse();
        }
    });
    let preview = desk.preview();
    assert_eq!(preview["problems"], json!([]), "{preview}");
    let [new, changed, _, missing] = counts(&preview);
    assert_eq!([new, changed, missing], [3, 2, 1], "{preview}");
    assert_eq!(desk.outline(), before, "a preview changes nothing");
    let lines = preview["lines"].as_array().unwrap();
    let due = lines.iter().find(|line| line["field"] == "due").unwrap();
    assert_eq!(
        (&due["what"], &due["sheet"], &due["row"], &due["to"]),
        (&json!("changed"), &json!("Tasks"), &json!(2), &json!("2027-11-30"))
    );

    let report = desk.import(&[]).unwrap();
    assert_eq!(report, preview, "what was promised is done");
    let after = desk.outline().to_string();
    for told in ["=1+1, said the customer", "Fewer night calls", "On-call handbook", "Write it", "2027-11-30"]
    {
        assert!(after.contains(told), "{told} came in");
    }
    let again = desk.preview();
    assert_eq!(counts(&again)[1], 0, "what came in once is not news: {again}");
    desk.bench.call("undo", &json!({}));
    assert_eq!(content(&desk.outline()), content(&before), "one undo brings all of it back");
    desk.bench.assert_sound("after an import and its undo");
}

#[test]
fn bad_input_is_said_by_sheet_row_and_field_and_nothing_is_taken_in() {
    let desk = WorkbookFixture::new("internal");
    let before = desk.outline();
    desk.edit(|book| {
        let tasks = book.sheet("Tasks");
        *tasks.cell(1, "Due") = "soon".into();
        *tasks.cell(2, "Title") = Cell::Formula("=1+1".into());
        *tasks.cell(3, "Status") = "Nearly".into();
        *tasks.cell(4, "External Id") = "01a20976-fb2e-7000-8002-26ffeee29fde".into();
        *tasks.cell(5, "External Id") = "my task".into();
        let twin = tasks.cell(6, "External Id").clone();
        *tasks.cell(7, "External Id") = twin;
        *tasks.cell(8, "Title") = Cell::Empty;
        tasks.add(&[("Title", "Nowhere".into()), ("Initiative", "No such thing".into())]);
        *book.sheet("KPIs").cell(1, "Target") = "a lot".into();
        book.sheet("KPI readings").rows[0][0] = "My own column".into();
    });
    let problems = desk.problems();
    for expected in [
        "Tasks 2 due “soon” is no date",
        "Tasks 3 title Tasks!B3 is a formula",
        "Tasks 4 status “Nearly” is none of: new",
        "Tasks 5 id No task has this External Id",
        "Tasks 6 id “my task” is no External Id",
        "Tasks 8 id This External Id stands in row 7 already",
        "Tasks 9 title title must not be empty",
        "KPIs 2 target “a lot” is no number",
        "initiative_id The plan has no initiative called “No such thing”",
    ] {
        assert!(problems.iter().any(|told| told.contains(expected)), "{expected} is missing: {problems:#?}");
    }
    let report = desk.preview();
    assert_eq!(report["ignored"], json!(["KPI readings: My own column"]), "what is passed over is named");
    assert_eq!(desk.outline(), before, "nothing was taken in");
}

#[test]
fn missing_sheets_and_columns_leave_what_they_held() {
    let desk = WorkbookFixture::new("internal");
    let before = desk.outline();
    desk.edit(|book| {
        book.sheets.retain(|sheet| ["Tasks", "Comments"].contains(&sheet.name.as_str()));
        let tasks = book.sheet("Tasks");
        let (id, title) = (tasks.column("External Id"), tasks.column("Title"));
        tasks.rows = tasks.rows.iter().map(|row| vec![row[title].clone(), row[id].clone()]).collect();
        *tasks.cell(1, "Title") = "Renamed elsewhere".into();
    });
    let refused = desk.preview();
    assert_eq!(
        refused["problems"][0]["message"], "This workbook does not tell which plan it is of; name the plan.",
        "a workbook without its hidden sheet and its objectives"
    );
    let plan = desk.plan["id"].as_str().unwrap();
    let report = desk.import(&["--plan", plan]).unwrap();
    assert_eq!(counts(&report)[1], 1, "one title: {report}");
    assert_eq!(counts(&report)[3], 0, "nothing is missing: {report}");
    let after = desk.outline().to_string();
    assert!(after.contains("Renamed elsewhere"));
    desk.bench.call("undo", &json!({}));
    assert_eq!(content(&desk.outline()), content(&before), "and the rest stayed");
}

#[test]
fn a_value_changed_here_since_is_not_overwritten_in_silence() {
    let desk = WorkbookFixture::new("customer");
    let objective = desk.outline()["objectives"][0]["objective"].clone();
    let title = objective["title"].as_str().unwrap().to_owned();
    let change = json!({ "id": objective["id"], "version": objective["version"], "title": "Changed in Cairn",
                         "owner": "Changed too" });
    desk.bench.call("objective.update", &change);
    desk.edit(|book| {
        let objectives = book.sheet("Objectives");
        let row = objectives.row("Title", &title);
        *objectives.cell(row, "Title") = "Changed in the workbook".into();
    });
    let report = desk.preview();
    let lines = report["lines"].as_array().unwrap();
    assert_eq!(lines.len(), 1, "the owner, untouched in the workbook, is no news: {report}");
    assert_eq!(
        (&lines[0]["what"], &lines[0]["from"], &lines[0]["to"]),
        (&json!("conflict"), &json!("Changed in Cairn"), &json!("Changed in the workbook"))
    );
    desk.import(&[]).unwrap();
    let now = |desk: &WorkbookFixture| desk.outline()["objectives"][0]["objective"]["title"].clone();
    assert_eq!(now(&desk), "Changed in Cairn", "unless said, what stands here stays");
    desk.import(&["--take-conflicts"]).unwrap();
    assert_eq!(now(&desk), "Changed in the workbook", "said, the workbook's is taken");
}

#[test]
fn a_customers_workbook_holds_and_changes_only_what_they_may_see() {
    let desk = WorkbookFixture::new("customer");
    let mut book = Book::read(&desk.file);
    assert!(!book.sheets.iter().any(|sheet| sheet.name == "Dependencies"), "what waits for what is ours");
    let heads = book.sheet("Tasks").rows[0].clone();
    for ours in ["Who sees it", "Milestone risk", "Priority"] {
        assert!(!heads.contains(&ours.into()), "{ours} is ours alone");
    }
    let outline = desk.outline();
    let initiatives = outline["objectives"]
        .as_array()
        .unwrap()
        .iter()
        .flat_map(|objective| objective["initiatives"].as_array().unwrap().clone());
    let hidden: Vec<Value> = initiatives
        .flat_map(|initiative| initiative["tasks"].as_array().unwrap().clone())
        .filter(|task| task["visibility"] == "internal")
        .collect();
    assert!(!hidden.is_empty(), "the sample has tasks that are ours alone");
    for task in &hidden {
        let id: Cell = task["id"].as_str().unwrap().into();
        assert!(!book.sheets.iter().flat_map(|sheet| &sheet.rows).flatten().any(|cell| *cell == id));
    }
    let report = desk.preview();
    assert_eq!(counts(&report)[3], 0, "what it never held is not missing: {report}");
}

#[test]
fn a_redacted_copy_never_writes_its_marks_over_names() {
    let desk = WorkbookFixture::new("internal");
    let before = desk.outline();
    let redact = ["--redact", "names,hosts"];
    desk.export_as(&desk.plan, "internal", "xlsx", &redact);
    let kept = std::fs::read(&desk.file).unwrap();
    for (kind, format) in [("workbook", "xlsx"), ("plan-markdown", "md")] {
        desk.export_as(&desk.plan, "internal", format, &redact);
        let report = desk.import_as(kind, &["--dry-run"]).unwrap();
        let message = report["problems"][0]["message"].as_str().unwrap();
        assert!(message.starts_with("Names or hosts were taken out of this copy"), "{kind}: {report}");
        let refused = desk.import_as(kind, &["--take-conflicts"]).unwrap_err();
        assert_eq!(refused["code"], "invalid", "{kind}: {refused}");
    }
    // Another program dropped the sheet that says so.
    std::fs::write(&desk.file, kept).unwrap();
    desk.edit(|book| book.sheets.retain(|sheet| sheet.name != "_cairn"));
    let report = desk.preview();
    let marked = |problem: &Value| problem["message"].as_str().unwrap().contains("stands for a name");
    let problems = report["problems"].as_array().unwrap();
    assert!(problems.iter().any(|problem| marked(problem) && problem["row"].is_u64()), "{report}");
    desk.import(&[]).unwrap_err();
    assert_eq!(desk.outline(), before, "nothing came in");
}

#[test]
fn what_belongs_elsewhere_now_is_said_by_row_and_not_passed_over() {
    let desk = WorkbookFixture::new("internal");
    let before = desk.outline();
    desk.edit(|book| {
        let objectives = book.sheet("Objectives");
        let titles: Vec<Cell> = [1, 2].map(|row| objectives.cell(row, "Title").clone()).into();
        for sheet in ["KPIs", "Initiatives"] {
            let sheet = book.sheet(sheet);
            let other = titles.iter().find(|title| **title != *sheet.cell(1, "Objective")).unwrap();
            *sheet.cell(1, "Objective") = other.clone();
        }
        let initiatives = book.sheet("Initiatives");
        let other = initiatives.cell(initiatives.rows.len() - 1, "Title").clone();
        *book.sheet("Tasks").cell(1, "Initiative") = other;
        let kpis = book.sheet("KPIs");
        let other = kpis.cell(kpis.rows.len() - 1, "Name").clone();
        *book.sheet("KPI readings").cell(1, "KPI") = other;
    });
    let problems = desk.problems();
    for expected in [
        "KPIs 2 objective_id",
        "Initiatives 2 objective_id",
        "Tasks 2 initiative_id",
        "KPI readings 2 criterion_id",
    ] {
        assert!(
            problems.iter().any(|told| told.starts_with(expected)),
            "{expected} is missing: {problems:#?}"
        );
    }
    assert_eq!(desk.outline(), before, "and nothing was moved");
}

#[test]
fn a_percentage_that_a_spreadsheet_made_a_hundredth_of_is_questioned() {
    let desk = WorkbookFixture::new("internal");
    let mut row = 0;
    desk.edit(|book| {
        let kpis = book.sheet("KPIs");
        row = kpis.row("Kind", "Percent");
        *kpis.cell(row, "Target") = 0.3.into();
        let name = kpis.cell(row, "Name").clone();
        let readings = book.sheet("KPI readings");
        let date = Cell::Date("2026-11-24".parse().unwrap());
        readings.add(&[("KPI", name), ("Date", date), ("Value", 1.0.into())]);
        // What is no percentage may be a fraction.
        *book.sheet("KPIs").cell(row, "Weight") = 0.5.into();
    });
    let problems = desk.problems();
    assert_eq!(problems.len(), 2, "{problems:#?}");
    let target = format!("KPIs {} target 0.3 in a percent column could be 30 % or 0.3 %", row + 1);
    assert!(problems.iter().any(|told| told.starts_with(&target)), "{problems:#?}");
    assert!(
        problems.iter().any(|told| told.contains("value 1 in a percent column could be 100 %")),
        "{problems:#?}"
    );
    desk.edit(|book| {
        *book.sheet("KPIs").cell(row, "Target") = "0.3 %".into();
        let readings = book.sheet("KPI readings");
        let last = readings.rows.len() - 1;
        *readings.cell(last, "Value") = 100.0.into();
    });
    let report = desk.import(&[]).unwrap();
    let target = report["lines"].as_array().unwrap().iter().find(|line| line["field"] == "target").unwrap();
    assert_eq!(target["to"], 0.3, "said with the sign it is meant: {report}");
}

#[test]
fn the_account_and_further_names_of_columns_are_said_on_the_command_line() {
    let desk = WorkbookFixture::new("internal");
    desk.edit(|book| {
        book.sheets.retain(|sheet| sheet.name == "Tasks" || sheet.name == "_cairn");
        let tasks = book.sheet("Tasks");
        let title = tasks.column("Title");
        tasks.rows[0][title] = "Was zu tun ist".into();
        *tasks.cell(1, "Was zu tun ist") = "Renamed by its own column".into();
    });
    assert_eq!(counts(&desk.preview())[1], 0, "a heading that nobody knows is passed over");
    let map = desk.bench.path("map.json");
    std::fs::write(&map, json!({ "Was zu tun ist": "title" }).to_string()).unwrap();
    let map = ["--map", map.to_str().unwrap()];
    let accounts = desk.bench.call("account.list", &json!({}))["items"].as_array().unwrap().clone();
    let (mine, others): (Vec<_>, Vec<_>) =
        accounts.iter().partition(|account| account["id"] == desk.plan["account_id"]);
    let import = |account: &Value| {
        let named = ["--account", account["name"].as_str().unwrap()];
        desk.import(&[&map[..], &named].concat())
    };
    let refused = import(others[0]).unwrap_err();
    assert_eq!(refused["field"], "account_id", "the workbook is of another account's plan: {refused}");
    let report = import(mine[0]).unwrap();
    assert_eq!(counts(&report)[1], 1, "{report}");
    assert!(desk.outline().to_string().contains("Renamed by its own column"));
}

#[test]
fn a_sheet_of_a_hundred_thousand_rows_is_refused_and_no_workbook_is_none() {
    let desk = WorkbookFixture::new("customer");
    desk.edit(|book| {
        let tasks = book.sheet("Tasks");
        let row = tasks.rows[1].clone();
        tasks.rows.extend(std::iter::repeat_n(row, 100_000));
    });
    let report = desk.preview();
    let message = "This sheet has more than 20000 rows; that is too many to take in.";
    assert_eq!(report["problems"][0]["message"], message, "{:?}", report["problems"]);
    std::fs::write(&desk.file, b"PK\x03\x04 nothing").unwrap();
    assert_eq!(
        desk.preview()["problems"][0]["message"],
        "This is no workbook (XLSX) that can be read.",
        "a file that is none is said to be none"
    );
}

#[test]
fn a_customer_can_say_why_a_task_is_blocked_where_they_choose_that_it_is() {
    let desk = WorkbookFixture::new("customer");
    let tasks = Book::read(&desk.file).sheet("Tasks").clone();
    let column = |heading: &str| tasks.column(heading);
    assert!(
        tasks.rows.iter().skip(1).all(|row| row[column("Waits for")] == Cell::Empty),
        "what we wrote there is not theirs to read"
    );
    let row = tasks.rows.iter().position(|row| row[column("Status")] == "New".into()).unwrap();
    desk.edit(|book| *book.sheet("Tasks").cell(row, "Status") = "Blocked".into());
    let told = desk.problems();
    let place = format!("Tasks {} blocked_reason", row + 1);
    assert!(told.iter().any(|one| one.starts_with(&place)), "it needs a reason: {told:?}");
    desk.edit(|book| *book.sheet("Tasks").cell(row, "Waits for") = "Our proxy is not open yet".into());
    let report = desk.import(&[]).unwrap();
    assert_eq!(counts(&report)[1], 1, "{report}");
    let shown = desk.outline().to_string();
    assert!(shown.contains("\"blocked_reason\":\"Our proxy is not open yet\""), "the reason came along");
}

#[test]
fn a_row_with_a_problem_is_left_out_with_what_hangs_on_it_where_somebody_says_so() {
    let desk = WorkbookFixture::new("internal");
    let before = counts(&desk.preview());
    desk.edit(|book| {
        book.sheet("Objectives").add(&[("Title", "Made here".into())]);
        book.sheet("Objectives").add(&[("Title", "Faulty".into()), ("Due", "soon".into())]);
        book.sheet("Initiatives")
            .add(&[("Objective", "Faulty".into()), ("Title", "Under the faulty one".into())]);
        book.sheet("Initiatives")
            .add(&[("Objective", "Made here".into()), ("Title", "Under the good one".into())]);
        *book.sheet("Objectives").cell(1, "Due") = "some day".into();
    });
    let refused = desk.import(&[]).unwrap_err();
    assert!(refused["message"].as_str().unwrap().contains("--skip-problems"), "{refused}");
    let report = desk.import(&["--skip-problems"]).unwrap();
    assert_eq!((report["new"].as_u64(), report["skipped"].as_u64()), (Some(2), Some(3)), "{report}");
    assert_eq!(counts(&report)[3], 0, "a row that is left out is not missing: {report}");
    assert_eq!(counts(&report)[2], before[2] - 1, "the rest is as it was");
    let outline = desk.outline().to_string();
    assert!(outline.contains("Under the good one"), "what is fine is there");
    assert!(
        !outline.contains("Under the faulty one") && !outline.contains("\"Faulty\""),
        "nothing is half applied"
    );
}

#[test]
fn a_file_that_cairn_wrote_is_what_it_is_in_whichever_door_it_is_put() {
    let desk = WorkbookFixture::new("internal");
    for kind in ["accounts", "contacts", "checklist", "template", "plan-markdown"] {
        let report = desk.import_as(kind, &["--dry-run"]).unwrap_or_else(|why| panic!("{kind}: {why}"));
        assert_eq!((&report["kind"], &report["problems"]), (&json!("workbook"), &json!([])), "{kind}");
    }
    desk.export_as(&desk.plan, "internal", "md", &[]);
    let report = desk.import_as("contacts", &["--dry-run"]).unwrap();
    assert_eq!(report["kind"], "plan-markdown", "{report}");
    let account = desk.plan["account_id"].as_str().unwrap().to_owned();
    let file = desk.bench.path("handed.cairn");
    let file = file.to_str().unwrap();
    let output = desk.bench.command(&["export", "account", &account, "-o", file]).output().unwrap();
    assert!(output.status.success(), "{}", said(&output));
    let output = desk.bench.command(&["import", "accounts", file, "--dry-run", "--json"]).output().unwrap();
    let report: Value =
        serde_json::from_slice(&output.stdout).unwrap_or_else(|_| panic!("{}", said(&output)));
    assert_eq!(report["kind"], "account", "{report}");
}

#[test]
fn the_format_of_a_document_follows_from_the_ending_of_its_file() {
    let desk = WorkbookFixture::new("internal");
    for (name, begins) in
        [("plan.pdf", &b"%PDF"[..]), ("plan.XLSX", b"PK"), ("plan.md", b"---"), ("plan.csv", b"\xef\xbb\xbf")]
    {
        let file = desk.bench.path(name);
        let words =
            ["export", "success-plan", desk.plan["id"].as_str().unwrap(), "-o", file.to_str().unwrap()];
        let output = desk.bench.command(&words).output().unwrap();
        assert!(output.status.success(), "{name}: {}", said(&output));
        let bytes = std::fs::read(&file).unwrap();
        assert!(bytes.starts_with(begins) || name == "plan.csv", "{name} holds what its ending says");
    }
    let none = desk.bench.path("plan");
    let words = ["export", "success-plan", desk.plan["id"].as_str().unwrap(), "-o", none.to_str().unwrap()];
    assert_eq!(
        desk.bench.command(&words).output().unwrap().status.code(),
        Some(2),
        "without an ending it is asked"
    );
}
