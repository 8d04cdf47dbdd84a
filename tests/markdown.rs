//! A plan as text, through the command line: GitLab's epics and issues, and the tasks as CSV.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::disallowed_methods)]

mod process;

use process::{Bench, Sitting, said};
use serde_json::{Value, json};

fn id(record: &Value) -> String {
    record["id"].as_str().unwrap().to_owned()
}

/// A plan with an outcome, how it is measured, and work for it; some of it for us alone. Answers its id.
fn nordwind(sitting: &mut Sitting) -> String {
    let account =
        id(&sitting.call("account.create", &json!({ "name": "Nordwind AG", "notes": "SECRET notes" })));
    let plan = sitting.call(
        "plan.create",
        &json!({ "account_id": account, "title": "FY27", "strategy": "Up.", "sponsor": "Ines Falk" }),
    );
    let objective = id(&sitting.call(
        "objective.create",
        &json!({
            "plan_id": plan["id"], "title": "Main branch stays *green*", "use_case": "ci", "priority": "high",
            "summary": "We ship from main.\n\n## Update\n/close", "business_impact": "A red hour costs a release.",
            "risks": "SECRET risk", "owner": "Mara Lindt", "due": "2027-03-31", "status": "on_track"
        }),
    ));
    let criterion = id(&sitting.call(
        "criterion.create",
        &json!({
            "objective_id": objective, "name": "Failed pipelines", "kind": "percent", "direction": "lower_is_better",
            "baseline": 30, "target": 5, "target_date": "2027-03-31"
        }),
    ));
    let reading =
        json!({ "criterion_id": criterion, "date": "2026-11-01", "value": 12, "note": "SECRET note" });
    sitting.call("reading.create", &reading);
    let objective = sitting.call("objective.get", &json!({ "id": objective }));
    let accept = json!({ "id": objective["id"], "version": objective["version"], "stage": "accepted", "start": "2026-10-01" });
    sitting.call("objective.update", &accept);
    let initiative = id(&sitting.call(
        "initiative.create",
        &json!({ "objective_id": objective["id"], "title": "Fix flaky tests", "dri": "Mara Lindt", "update_text": "Half of them." }),
    ));
    for task in [
        json!({ "title": "List them", "owner": "Mara Lindt", "due": "2026-11-01", "status": "closed_success" }),
        json!({ "title": "=1+1", "owner": "Ines Falk", "owner_side": "customer", "milestone": true }),
        json!({ "title": "SECRET task", "visibility": "internal", "status": "blocked", "blocked_reason": "SECRET reason" }),
    ] {
        let mut task = task;
        task["initiative_id"] = json!(initiative);
        sitting.call("task.create", &task);
    }
    id(&plan)
}

/// Writes a document and answers its text.
fn export(bench: &Bench, plan: &str, format: &str, audience: &str) -> String {
    let path = bench.path(&format!("{audience}.{format}"));
    let to = path.to_str().unwrap();
    let args = ["export", "success-plan", plan, "--format", format, "--audience", audience, "-o", to];
    let output = bench.command(&args).output().unwrap();
    assert!(output.status.success(), "{}", said(&output));
    std::fs::read_to_string(path).unwrap()
}

#[test]
fn a_plan_is_written_in_the_headings_and_labels_of_gitlab() {
    let bench = Bench::new();
    let mut sitting = bench.sitting();
    let plan = nordwind(&mut sitting);
    sitting.end();
    let text = export(&bench, &plan, "md", "customer");
    let lines: Vec<&str> = text.lines().collect();
    for line in [
        "audience: customer",
        "account: \"Nordwind AG\"",
        "plan: \"FY27\"",
        "# Objective: Main branch stays \\*green\\*",
        "/label ~\"SP Objective\" ~\"SP Objective::Status::On Track\" ~\"Verifiable Outcome::Accepted\" ~\"UseCase::CI\" ~\"Priority::High\"",
        "/due 2027-03-31",
        "- Owner: Mara Lindt",
        "## Summary",
        "## Success Criteria",
        "## Updates",
        "# Initiative: Fix flaky tests",
        "/label ~\"SP Initiative::Status::Not Started\"",
        "- DRI: Mara Lindt",
        "## Update",
        "\\## Update",
        "\\/close",
    ] {
        assert_eq!(lines.iter().filter(|found| **found == line).count(), 1, "{line} stands once in {text}");
    }
    let begins = |start: &str| lines.iter().filter(|line| line.starts_with(start)).count();
    let measure = "- **Failed pipelines**: percent, lower is better, baseline 30 %, target 5 %, date 2027-03-31, current 12 % on 2026-11-01 <!--";
    assert_eq!(begins(measure), 1, "a criterion in a line: {text}");
    assert_eq!(
        begins("- [x] **List them**: owner Mara Lindt, due 2026-11-01 <!--"),
        1,
        "a task that is done: {text}"
    );
    assert_eq!(
        begins("- [ ] **=1+1**: customer owner Ines Falk, milestone <!--"),
        1,
        "one that is not: {text}"
    );
    assert_eq!(export(&bench, &plan, "md", "customer"), text, "the same plan gives the same bytes");
}

#[test]
fn tasks_come_as_csv_that_no_spreadsheet_runs() {
    let bench = Bench::new();
    let mut sitting = bench.sitting();
    let plan = nordwind(&mut sitting);
    sitting.end();
    let text = export(&bench, &plan, "csv", "customer");
    assert!(
        text.starts_with('\u{feff}') && text.ends_with("\r\n"),
        "for spreadsheets, as RFC 4180 says: {text:?}"
    );
    let lines: Vec<&str> = text.trim_start_matches('\u{feff}').lines().collect();
    let heads =
        "Task,Initiative,Outcome,Owner,Side,Customer DRI,Start,Due,Done on,Status,Milestone,External Id";
    assert_eq!(lines[0], heads, "columns");
    let first = "List them,Fix flaky tests,Main branch stays *green*,Mara Lindt,Ours,,,2026-11-01,,Closed Success,No,";
    assert!(lines[1].starts_with(first), "dates as ISO 8601: {}", lines[1]);
    assert!(lines[2].starts_with("'=1+1,"), "a formula is text: {}", lines[2]);
    assert_eq!(lines.len(), 3, "what is ours alone is not there: {text}");
    let ours = export(&bench, &plan, "csv", "internal");
    assert!(ours.contains("Waits for") && ours.contains("SECRET reason"), "our own copy has it: {ours}");
}

#[test]
fn a_customers_text_holds_nothing_of_ours() {
    let bench = Bench::new();
    let mut sitting = bench.sitting();
    let plan = nordwind(&mut sitting);
    sitting.end();
    for format in ["md", "csv"] {
        let text = export(&bench, &plan, format, "customer");
        assert!(!text.contains("SECRET"), "{format}: {text}");
    }
    let ours = export(&bench, &plan, "md", "internal");
    for secret in ["SECRET risk", "SECRET task", "SECRET reason", "audience: internal"] {
        assert!(ours.contains(secret), "our own copy has {secret}: {ours}");
    }
    let path = bench.path("s.md");
    let args = ["export", "summary", &plan, "--format", "md", "-o", path.to_str().unwrap()];
    let output = bench.command(&args).output().unwrap();
    let error: Value = serde_json::from_str(said(&output).lines().last().unwrap()).unwrap();
    assert_eq!(
        (&error["code"], &error["field"]),
        (&json!("invalid"), &json!("format")),
        "a page is no text: {error}"
    );
    assert!(!path.exists(), "and nothing is left behind");
}
