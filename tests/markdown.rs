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
        json!({ "title": "List them", "owner": "Mara Lindt", "due": "2026-11-01", "done_date": "2026-11-25", "status": "closed_success" }),
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
        begins("- [x] **List them**: owner Mara Lindt, due 2026-11-01, done 2026-11-25 <!--"),
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
    let first = "List them,Fix flaky tests,Main branch stays *green*,Mara Lindt,Ours,,,2026-11-01,2026-11-25,Closed Success,No,";
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

/// The report of `cairn import plan-markdown`, or its error.
fn import(bench: &Bench, path: &str, more: &[&str]) -> Result<Value, Value> {
    let args = [&["import", "plan-markdown", path, "--json"], more].concat();
    let output = bench.command(&args).output().unwrap();
    // A preview with problems is a report that fails.
    match output.stdout.is_empty() {
        false => Ok(serde_json::from_slice(&output.stdout).unwrap()),
        true => Err(serde_json::from_str(said(&output).lines().last().unwrap()).unwrap()),
    }
}

fn counts(report: &Value) -> [u64; 4] {
    ["new", "changed", "same", "missing"].map(|key| report[key].as_u64().unwrap())
}

#[test]
fn an_untouched_text_is_all_the_same_and_an_edit_is_taken_back_by_one_undo() {
    let bench = Bench::new();
    let mut sitting = bench.sitting();
    let plan = nordwind(&mut sitting);
    sitting.end();
    for audience in ["internal", "customer"] {
        let text = export(&bench, &plan, "md", audience);
        let path = bench.path(&format!("{audience}.md"));
        let report = import(&bench, path.to_str().unwrap(), &[]).unwrap();
        // The plan, an objective, a criterion with its newest reading, an initiative, its tasks.
        let same = if audience == "internal" { 8 } else { 7 };
        assert_eq!(counts(&report), [0, 0, same, 0], "{audience}: {report} of {text}");
    }
    let text = export(&bench, &plan, "md", "customer");
    let edited = text
        .replace("# Objective: Main branch stays \\*green\\*", "# Objective: Main stays green")
        .replace("SP Objective::Status::On Track", "SP Objective::Status::Watchpoint")
        .replace(
            "- [x] **List them**: owner Mara Lindt, due 2026-11-01, done 2026-11-25",
            "- [ ] **List them**: due 2026-11-05",
        )
        .replace("Half of them.", "Most of them.");
    let edited = format!("{edited}- [ ] Tell the teams (due 2026-12-01, @ines)\n");
    let without: String =
        edited.lines().filter(|line| !line.contains("=1+1")).map(|line| format!("{line}\n")).collect();
    let path = bench.path("edited.md");
    std::fs::write(&path, without).unwrap();
    let dry = import(&bench, path.to_str().unwrap(), &["--dry-run"]).unwrap();
    assert_eq!(counts(&dry), [1, 3, 3, 1], "{dry}");
    assert_eq!(export(&bench, &plan, "md", "customer"), text, "a preview changes nothing");
    let report = import(&bench, path.to_str().unwrap(), &[]).unwrap();
    assert_eq!(report, dry, "the preview promised what was done");
    let fields: Vec<_> =
        report["lines"].as_array().unwrap().iter().filter_map(|line| line["field"].as_str()).collect();
    for field in ["title", "status", "due", "owner", "update_text"] {
        assert!(fields.contains(&field), "{field} is told: {report}");
    }
    let after = export(&bench, &plan, "md", "customer");
    assert!(after.contains("# Objective: Main stays green") && after.contains("Tell the teams"), "{after}");
    assert!(after.contains("=1+1"), "what is not in the text any more stays: {after}");
    assert!(
        export(&bench, &plan, "md", "internal").contains("SECRET risk"),
        "what the copy never held stays"
    );
    bench.call("undo", &json!({}));
    assert_eq!(export(&bench, &plan, "md", "customer"), text, "one undo");
    bench.assert_sound("after an import and its undo");
}

const BY_HAND: &str = "\
# Main branch stays green
~\"UseCase::CI\" ~\"SP Objective\" ~\"SP Objective::Status::On Track\"
/due 2027-03-31

## Summary
We ship from main.

## Success Criteria
* Failed pipelines: 30 % -> 5 % by 2027-03-31, current 12 %

# Fix flaky tests
~\"SP Initiative::Status::Watchpoint\"

## Update
Half of them.

## Next steps
- [x] List them (due 2026-11-01)
";

#[test]
fn a_text_by_hand_makes_a_plan_and_is_known_again_by_its_titles() {
    let bench = Bench::new();
    let account = id(&bench.call("account.create", &json!({ "name": "Nordwind AG" })));
    let path = bench.path("Growth.md");
    std::fs::write(&path, BY_HAND).unwrap();
    let path = path.to_str().unwrap();
    let whose = import(&bench, path, &["--dry-run"]).unwrap();
    assert!(
        whose["problems"][0]["message"].as_str().unwrap().contains("account"),
        "it asks whose it is: {whose}"
    );
    let report = import(&bench, path, &["--account", "Nordwind AG"]).unwrap();
    assert_eq!(
        counts(&report),
        [6, 0, 0, 0],
        "plan, objective, criterion, reading, initiative, task: {report}"
    );
    let plans = bench.call("plan.list", &json!({ "filter": { "account_id": account } }));
    assert_eq!(plans["items"][0]["title"], "Growth", "without a head the file names the plan: {plans}");
    let again = import(&bench, path, &["--account", "Nordwind AG"]).unwrap();
    assert_eq!(counts(&again), [0, 0, 6, 0], "the same titles are the same records: {again}");
    let criteria = bench.call("criterion.list", &json!({}));
    assert_eq!(
        criteria["items"][0]["latest"],
        json!({ "date": "2026-11-25", "value": 12.0 }),
        "read today: {criteria}"
    );
    let task = &bench.call("task.list", &json!({}))["items"][0];
    assert_eq!(
        (&task["status"], &task["visibility"]),
        (&json!("closed_success"), &json!("customer")),
        "{task}"
    );
    bench.call("undo", &json!({}));
    assert_eq!(bench.call("plan.list", &json!({}))["total"], 0, "one undo takes all of it away");
}

#[test]
fn a_plan_goes_to_another_workspace_as_text() {
    let [from, to] = [Bench::new(), Bench::new()];
    let mut sitting = from.sitting();
    let plan = nordwind(&mut sitting);
    sitting.end();
    let text = export(&from, &plan, "md", "internal");
    to.call("account.create", &json!({ "name": "Nordwind AG" }));
    let path = from.path("internal.md");
    let report = import(&to, path.to_str().unwrap(), &[]).unwrap();
    assert_eq!(counts(&report), [8, 0, 0, 0], "the head names the account: {report}");
    let made = id(&to.call("plan.list", &json!({}))["items"][0]);
    let told = |text: String| {
        let lines = text
            .lines()
            .map(|line| line.split("<!-- cairn").next().unwrap_or_default().trim_end().to_owned());
        lines.filter(|line| !line.starts_with("plan_id")).collect::<Vec<_>>()
    };
    assert_eq!(told(export(&to, &made, "md", "internal")), told(text), "it says the same there");
    assert!(!export(&to, &made, "md", "customer").contains("SECRET"), "what was ours alone still is");
}

/// The ids that a text holds.
fn ids(text: &str) -> Vec<String> {
    let parts = text.split(|c: char| !(c.is_ascii_hexdigit() || c == '-'));
    parts.filter(|part| part.len() == 36 && part.matches('-').count() == 4).map(str::to_owned).collect()
}

#[test]
fn a_customers_copy_tells_no_time_of_making_and_is_matched_by_names_where_nobody_can_open_it() {
    let [bench, other] = [Bench::new(), Bench::at("2026-11-26T09:00:00Z")];
    let mut sitting = bench.sitting();
    let plan = nordwind(&mut sitting);
    sitting.end();
    let last_op = || bench.call("workspace.status", &json!({}))["last_op"].clone();
    let before = last_op();
    let ours = ids(&export(&bench, &plan, "md", "internal"));
    assert!(ours.contains(&plan), "our own copy has the ids as they are");
    for format in ["md", "csv"] {
        let text = export(&bench, &plan, format, "customer");
        let sealed = ids(&text);
        assert!(sealed.len() > 1 && sealed.iter().all(|id| !ours.contains(id)), "{format}: {text}");
        let time = &plan[..8];
        assert!(!text.contains(time), "{format}: the millisecond of a record is not there: {text}");
        assert_eq!(export(&bench, &plan, format, "customer"), text, "the same day gives the same bytes");
    }
    assert_eq!(last_op(), before, "and nothing is written for it");

    let mut sitting = other.sitting();
    let there = nordwind(&mut sitting);
    sitting.end();
    export(&bench, &plan, "md", "customer");
    let path = bench.path("customer.md");
    let path = path.to_str().unwrap();
    let asked = import(&other, path, &["--dry-run"]).unwrap();
    assert_eq!(asked["asks"], json!(["by_name"]), "another workspace asks: {asked}");
    assert!(
        asked["problems"][0]["message"].as_str().unwrap().contains("by_name"),
        "and says what for: {asked}"
    );
    assert_eq!(
        import(&other, path, &[]).unwrap_err()["code"],
        "invalid",
        "and takes nothing until it is told"
    );
    let taken = import(&other, path, &["--by-name", "--dry-run"]).unwrap();
    assert_eq!(counts(&taken), [0, 0, 7, 0], "by their names they are the same records: {taken}");
    assert_eq!(taken["plan_id"], json!(there), "of the plan of that name");
    // A day that somebody changed opens nothing either.
    let text = std::fs::read_to_string(path).unwrap();
    let spoilt = bench.path("spoilt.md");
    std::fs::write(&spoilt, text.replace("sealed: 2026-11-25", "sealed: 2026-11-24")).unwrap();
    let asked = import(&bench, spoilt.to_str().unwrap(), &["--dry-run"]).unwrap();
    assert_eq!(asked["asks"], json!(["by_name"]), "{asked}");
}

#[test]
fn what_people_write_around_lists_is_kept_and_what_they_hide_is_not_taken() {
    let bench = Bench::new();
    bench.call("account.create", &json!({ "name": "Nordwind AG" }));
    let text = BY_HAND
        .replace(
            "* Failed pipelines",
            "We measure from the first of the month.\n\n| KPI | Source |\n|---|---|\n| Lead time | GitLab |\n\n\
             - [x] Policy signed\n- Cost: under 10% by Q2 2027\n- Uptime: goal of 95%\n* Failed pipelines",
        )
        .replace(
            "- [x] List them",
            "Agreed in the call.\n\n```\n- [ ] no task\n```\n<!--\n- [ ] hidden task\n-->\n\
             - [~] Ask the vendor <!-- SECRET not now -->\n  - [ ] Call them\n- [x] List them",
        );
    let path = bench.path("Growth.md");
    std::fs::write(&path, text).unwrap();
    import(&bench, path.to_str().unwrap(), &["--account", "Nordwind AG"]).unwrap();
    let objective = bench.call("objective.list", &json!({}))["items"][0].clone();
    let summary = objective["summary"].as_str().unwrap();
    for kept in ["We measure from the first of the month.", "| Lead time | GitLab |"] {
        assert!(summary.contains(kept), "{kept}: {summary}");
    }
    let criteria = bench.call("criterion.list", &json!({}));
    let of = |name: &str| {
        let items = criteria["items"].as_array().unwrap();
        items.iter().find(|one| one["name"] == name).unwrap_or_else(|| panic!("{name}: {criteria}")).clone()
    };
    let signed = of("Policy signed");
    assert_eq!(
        (&signed["kind"], &signed["latest"]["value"]),
        (&json!("yes_no"), &json!(1.0)),
        "a tick is a yes"
    );
    let cost = of("Cost");
    assert_eq!(
        (&cost["direction"], &cost["target"], &cost["target_date"], &cost["unit"]),
        (&json!("lower_is_better"), &json!(10.0), &json!("2027-06-30"), &json!("")),
        "a bound has its direction, a quarter is its last day: {cost}"
    );
    assert_eq!((&of("Uptime")["target"], &of("Uptime")["unit"]), (&json!(95.0), &json!("")), "no unit “of”");
    let initiative = bench.call("initiative.list", &json!({}))["items"][0].clone();
    let update = initiative["update_text"].as_str().unwrap();
    assert!(update.contains("Agreed in the call.") && update.contains("- [ ] no task"), "{update}");
    let tasks = bench.call("task.list", &json!({ "sort": [{ "field": "position" }] }));
    let told: Vec<_> =
        tasks["items"].as_array().unwrap().iter().map(|task| (&task["title"], &task["status"])).collect();
    let expected = [("Ask the vendor", "closed"), ("Call them", "new"), ("List them", "closed_success")];
    let expected = expected.map(|(title, status)| (json!(title), json!(status)));
    assert_eq!(
        told,
        expected.iter().map(|(a, b)| (a, b)).collect::<Vec<_>>(),
        "in their place, and none that was hidden"
    );
}

#[test]
fn a_box_added_between_two_is_a_task_between_them() {
    let bench = Bench::new();
    bench.call("account.create", &json!({ "name": "Nordwind AG" }));
    let path = bench.path("Growth.md");
    let take = |steps: &str| {
        std::fs::write(&path, BY_HAND.replace("- [x] List them", steps)).unwrap();
        import(&bench, path.to_str().unwrap(), &["--account", "Nordwind AG"]).unwrap();
        let tasks = bench.call("task.list", &json!({ "sort": [{ "field": "position" }] }));
        let titles =
            tasks["items"].as_array().unwrap().iter().map(|task| task["title"].as_str().unwrap().to_owned());
        titles.collect::<Vec<_>>()
    };
    take("- [ ] First\n- [ ] Second\n- [x] List them");
    let told = take(
        "- [ ] New before\n- [ ] First\n  - [ ] Under it\n  - [ ] Under it too\n- [ ] Second\n- [x] List them",
    );
    assert_eq!(
        told,
        ["First", "Under it", "Under it too", "Second", "List them", "New before"],
        "behind what they follow in the text; what follows nothing comes last"
    );
    bench.call("undo", &json!({}));
    assert_eq!(bench.call("task.list", &json!({}))["total"], 3, "one undo takes them away");
}

#[test]
fn nothing_is_taken_from_a_text_with_a_fault() {
    let bench = Bench::new();
    bench.call("account.create", &json!({ "name": "Nordwind AG" }));
    let path = bench.path("bad.md");
    let whose = ["--account", "Nordwind AG"];
    for (line, field, from, to) in [
        (1, "criteria", "## Success Criteria\n", ""),
        (8, "summary", "## Success Criteria", "## Summary\nAgain.\n\n## Success Criteria"),
        (2, "status", "Status::On Track", "Status::Fine"),
        (3, "due", "/due 2027-03-31", "/due next spring"),
        (9, "target_date", "by 2027-03-31", "by 2027-02-30"),
        (1, "stage", "~\"SP Objective\"", "~\"SP Objective\" ~\"Verifiable Outcome::Verified\""),
    ] {
        std::fs::write(&path, BY_HAND.replace(from, to)).unwrap();
        let error = import(&bench, path.to_str().unwrap(), &whose).unwrap_err();
        let problems = &error["details"]["problems"];
        assert_eq!(error["code"], "invalid", "{error}");
        assert_eq!((&problems[0]["row"], &problems[0]["field"]), (&json!(line), &json!(field)), "{error}");
        assert_eq!(problems.as_array().unwrap().len(), 1, "one fault is told once: {error}");
        assert_eq!(bench.call("plan.list", &json!({}))["total"], 0, "nothing of it is there");
    }
    std::fs::write(&path, "# Shopping\n\nMilk.\n").unwrap();
    let report = import(&bench, path.to_str().unwrap(), &["--account", "Nordwind AG", "--dry-run"]).unwrap();
    assert!(!report["problems"].as_array().unwrap().is_empty(), "a text that is no plan: {report}");
}

/// Writes a copy of the plan, changes it, and takes it in.
fn edited(bench: &Bench, plan: &str, audience: &str, change: impl Fn(&str) -> String) -> Value {
    let text = change(&export(bench, plan, "md", audience));
    let path = bench.path("edited.md");
    std::fs::write(&path, text).unwrap();
    import(bench, path.to_str().unwrap(), &[]).unwrap()
}

#[test]
fn a_box_holds_over_the_status_that_cairn_wrote_behind_it() {
    const STATES: [&str; 5] = ["new", "work_in_progress", "blocked", "closed_success", "closed"];
    const BOXES: [&str; 3] = [" ", "x", "~"];
    let bench = Bench::new();
    let mut sitting = bench.sitting();
    let plan = nordwind(&mut sitting);
    let initiative = sitting.call("initiative.list", &json!({}))["items"][0]["id"].clone();
    for state in STATES {
        for sign in BOXES {
            let task = json!({
                "initiative_id": initiative, "title": format!("{state} then {sign}."), "status": state,
                "blocked_reason": if state == "blocked" { "the cost report" } else { "" }
            });
            sitting.call("task.create", &task);
        }
    }
    sitting.end();
    for audience in ["internal", "customer"] {
        let report = edited(&bench, &plan, audience, |text| {
            let line = |line: &str| match BOXES.iter().find(|sign| line.contains(&format!(" then {sign}.**")))
            {
                Some(sign) => format!("- [{sign}{}", &line[4..]),
                // The sign is no Markdown in a name.
                None if line.contains(" then \\~.**") => format!("- [~{}", &line[4..]),
                None => line.to_owned(),
            };
            text.lines().map(line).collect::<Vec<_>>().join("\n")
        });
        assert_eq!(report["problems"], json!([]), "{audience}: {report}");
        let tasks = bench.call("task.list", &json!({}));
        for state in STATES {
            let is_over = state.starts_with("closed");
            for (sign, expected) in [
                (" ", if is_over { "new" } else { state }),
                ("x", if is_over { state } else { "closed_success" }),
                ("~", "closed"),
            ] {
                let title = format!("{state} then {sign}.");
                let task = tasks["items"].as_array().unwrap().iter().find(|task| task["title"] == title);
                assert_eq!(task.unwrap()["status"], expected, "{audience}: {title}");
            }
        }
        bench.call("undo", &json!({}));
    }
}

#[test]
fn a_box_and_a_status_that_nobody_wrote_together_are_asked_about() {
    let bench = Bench::new();
    let mut sitting = bench.sitting();
    let plan = nordwind(&mut sitting);
    sitting.end();
    let text = export(&bench, &plan, "md", "customer");
    let path = bench.path("edited.md");
    let text = text.replace("- [x] **List them**:", "- [x] **List them**: status Work In Progress,");
    std::fs::write(&path, format!("{text}- [~] **New**: status Blocked\n")).unwrap();
    let report = import(&bench, path.to_str().unwrap(), &["--dry-run"]).unwrap();
    let problems = report["problems"].as_array().unwrap();
    assert_eq!(problems.len(), 2, "{report}");
    for (problem, says) in
        problems.iter().zip(["“[x]” and “status Work In Progress”", "“[~]” and “status Blocked”"])
    {
        assert!(problem["row"].is_number() && problem["field"] == "status", "its line: {report}");
        assert!(problem["message"].as_str().unwrap().contains(says), "box and status: {report}");
    }
}

#[test]
fn what_an_author_hid_leaves_in_no_copy_for_the_customer_and_stays_when_it_comes_back() {
    let bench = Bench::new();
    let mut sitting = bench.sitting();
    let plan = nordwind(&mut sitting);
    let objective = sitting.call("objective.list", &json!({}))["items"][0].clone();
    let summary = "We ship. <!-- SECRET one -->\n\n<!-- SECRET\ntwo -->\n\n`<!-- shown -->`";
    let change = json!({ "id": objective["id"], "version": objective["version"], "summary": summary });
    sitting.call("objective.update", &change);
    sitting.end();
    let text = export(&bench, &plan, "md", "customer");
    assert!(!text.contains("SECRET") && text.contains("`<!-- shown -->`"), "{text}");
    assert!(export(&bench, &plan, "md", "internal").contains("SECRET one"), "our own copy keeps it");
    let path = bench.path("customer.md");
    let report = import(&bench, path.to_str().unwrap(), &["--dry-run"]).unwrap();
    assert_eq!(counts(&report)[1], 0, "nobody edited anything: {report}");
    let sheet = bench.path("plan.xlsx");
    let args = ["export", "success-plan", &plan, "--format", "xlsx", "-o", sheet.to_str().unwrap()];
    assert!(bench.command(&args).output().unwrap().status.success());
    let book = cairn_testkit::Book::read(&sheet);
    assert!(!format!("{book:?}").contains("SECRET"), "nor does the workbook have it");
    let report = bench.call("import.preview", &json!({ "path": sheet, "kind": "workbook" }));
    assert_eq!(report["changed"], 0, "and it comes back as it was: {report}");
}

#[test]
fn a_task_that_was_given_up_before_it_began_keeps_its_start() {
    let bench = Bench::new();
    let mut sitting = bench.sitting();
    let plan = nordwind(&mut sitting);
    let initiative = sitting.call("initiative.list", &json!({}))["items"][0]["id"].clone();
    let task = json!({ "initiative_id": initiative, "title": "Later", "start": "2026-12-31" });
    sitting.call("task.create", &task);
    sitting.end();
    let report = edited(&bench, &plan, "customer", |text| text.replace("- [ ] **Later**", "- [~] **Later**"));
    assert_eq!(counts(&report)[1], 1, "{report}");
    let tasks = bench.call("task.list", &json!({}));
    let later =
        tasks["items"].as_array().unwrap().iter().find(|task| task["title"] == "Later").unwrap().clone();
    assert_eq!((&later["status"], &later["start"]), (&json!("closed"), &json!("2026-12-31")), "{later}");
}

#[test]
fn new_lines_between_many_stand_where_they_are_written() {
    let bench = Bench::new();
    bench.call("account.create", &json!({ "name": "Acme" }));
    let path = bench.path("long.md");
    let text = |names: &[String]| {
        let lines: String =
            names.iter().map(|name| format!("- **{name}**: baseline 1, target 2\n")).collect();
        format!("# Objective: A\n\n## Summary\n\ns\n\n## Success Criteria\n\n{lines}")
    };
    let old: Vec<String> = (0..5).map(|n| format!("Old {n}")).collect();
    let long = path.to_str().unwrap().to_owned();
    std::fs::write(&path, text(&old)).unwrap();
    import(&bench, &long, &["--account", "Acme"]).unwrap();
    let mut all = Vec::new();
    for old in &old {
        all.push(old.clone());
        all.extend((0..40).map(|n| format!("{old}, new {n}")));
    }
    std::fs::write(&path, text(&all)).unwrap();
    let report = import(&bench, &long, &["--account", "Acme"]).unwrap();
    assert_eq!(counts(&report)[0], 200, "{report}");
    let list = bench.call("criterion.list", &json!({ "page": { "limit": 1000 } }));
    let mut here: Vec<&Value> = list["items"].as_array().unwrap().iter().collect();
    here.sort_by_key(|one| one["position"].as_str().unwrap());
    let names: Vec<&str> = here.iter().map(|one| one["name"].as_str().unwrap()).collect();
    assert_eq!(names, all, "each behind the one that it follows in the text");
    let again = import(&bench, &long, &["--account", "Acme"]).unwrap();
    assert_eq!(counts(&again)[..2], [0, 0], "and stays there: {again}");
}

#[test]
fn only_rows_that_are_taken_in_alone_are_called_fine() {
    let bench = Bench::new();
    bench.call("account.create", &json!({ "name": "Acme" }));
    let path = bench.path("hand.md");
    let text = "# Objective: A\n\n## Summary\n\ns\n\n## Success Criteria\n\n- C\n\n# Initiative: I1\n\n## Tasks\n\n\
                - [ ] T1: due 2026-13-45\n- [ ] T2\n";
    let faulty = text.replace("# Initiative: I1\n", "# Initiative: I1\n\n/due some day\n");
    for text in [text, faulty.as_str()] {
        std::fs::write(&path, text).unwrap();
        let path = path.to_str().unwrap();
        let looked = import(&bench, path, &["--account", "Acme", "--dry-run"]).unwrap();
        let alone = import(&bench, path, &["--account", "Acme", "--dry-run", "--skip-problems"]).unwrap();
        assert!(!looked["problems"].as_array().unwrap().is_empty(), "{looked}");
        assert_eq!(alone["problems"], json!([]), "{alone}");
        assert_eq!(
            looked["fine"], alone["fine"],
            "a task under what is left out is not fine: {looked} {alone}"
        );
        let refused = import(&bench, path, &["--account", "Acme"]).unwrap_err();
        assert_eq!(refused["details"]["fine"], alone["fine"], "and a refusal says the same: {refused}");
    }
    std::fs::write(&path, "# Objective: A\n\n## Success Criteria\n\n- C\n").unwrap();
    let nowhere = import(&bench, path.to_str().unwrap(), &["--dry-run"]).unwrap();
    assert_eq!(
        nowhere["fine"], 0,
        "nothing goes in alone where the file as a whole is not placed: {nowhere}"
    );
}

#[test]
fn a_task_that_waits_in_a_customers_copy_waits_in_another_workspace_too() {
    let [bench, other] = [Bench::new(), Bench::at("2026-11-26T09:00:00Z")];
    let mut sitting = bench.sitting();
    let plan = nordwind(&mut sitting);
    let initiative = id(&sitting.call("initiative.list", &json!({}))["items"][0]);
    let task = json!({ "initiative_id": initiative, "title": "Open the proxy", "status": "blocked", "blocked_reason": "SECRET" });
    let task = id(&sitting.call("task.create", &task));
    sitting.end();
    other.call("account.create", &json!({ "name": "Nordwind AG" }));
    export(&bench, &plan, "md", "customer");
    let path = bench.path("customer.md");
    let path = path.to_str().unwrap();
    let report = import(&other, path, &["--by-name"]).unwrap();
    assert_eq!(report["problems"], json!([]), "nobody there can know the reason: {report}");
    let tasks = other.call("task.list", &json!({ "filter": { "title": "Open the proxy" } }));
    let waits = &tasks["items"][0];
    assert_eq!(
        (&waits["status"], &waits["blocked_reason"]),
        (&json!("blocked"), &json!("Said in a copy that came back on 26 Nov 2026")),
        "it says where that was said"
    );
    let same = import(&bench, path, &[]).unwrap();
    assert_eq!(counts(&same)[1], 0, "at home the copy changes nothing: {same}");
    let task = bench.call("task.get", &json!({ "id": task }));
    assert_eq!(task["blocked_reason"], "SECRET", "least of all the reason");
    let by_hand = bench.path("hand.md");
    std::fs::write(&by_hand, "# Objective: B\n\n## Success Criteria\n\n- C\n\n# Initiative: I\n\n## Tasks\n\n- [ ] **T**: status Blocked\n").unwrap();
    let asked =
        import(&other, by_hand.to_str().unwrap(), &["--account", "Nordwind AG", "--dry-run"]).unwrap();
    assert!(asked["problems"].to_string().contains("is needed to call the task blocked"), "no copy: {asked}");
}

#[test]
fn the_tasks_of_a_plan_as_csv_are_known_in_every_door() {
    let bench = Bench::new();
    let mut sitting = bench.sitting();
    let plan = nordwind(&mut sitting);
    sitting.end();
    let before = bench.call("workspace.status", &json!({}))["last_op"].clone();
    for audience in ["customer", "internal"] {
        let text = export(&bench, &plan, "csv", audience);
        for (name, text) in [("as written", text.clone()), ("as saved again", text.replace(',', ";"))] {
            let path = bench.path("tasks.csv");
            std::fs::write(&path, text).unwrap();
            for kind in
                ["accounts", "contacts", "workbook", "plan-markdown", "checklist", "template", "account"]
            {
                let error = bench.refused("import.apply", &json!({ "kind": kind, "path": path }));
                let message = error["message"].as_str().unwrap();
                assert!(
                    message.contains("tasks of a plan")
                        && message.contains(".xlsx")
                        && error["field"] == "path",
                    "{name}, {audience}, {kind}: what it is and what comes back instead: {error}"
                );
            }
        }
    }
    assert_eq!(bench.call("workspace.status", &json!({}))["last_op"], before, "and nothing is made of it");
}
