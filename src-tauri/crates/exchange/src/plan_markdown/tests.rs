//! Whole texts: as people write them, and what is wrong with some.

use serde_json::{Value, json};

use super::*;
use crate::Content;

/// Kind, line and plain fields of each record.
fn told(text: &str) -> Vec<(Kind, u32, Value)> {
    let PlanText { parsed, .. } = read(text.as_bytes());
    assert_eq!(parsed.row_errors, [], "{text}");
    let plain = |row: &Row| {
        let fields = row.fields.iter().filter_map(|said| match &said.content {
            Content::Plain(value) => Some((said.field.clone(), value.clone())),
            Content::Record(..) | Content::Records(..) | Content::Line(..) => None,
        });
        Value::Object(fields.collect())
    };
    parsed.rows.iter().map(|row| (row.kind, row.place.row.unwrap_or_default(), plain(row))).collect()
}

fn wrong(text: &str) -> Vec<(Option<u32>, Option<String>, String)> {
    let row_errors = read(text.as_bytes()).parsed.row_errors;
    row_errors
        .into_iter()
        .map(|row_error| (row_error.place.row, row_error.field, row_error.message))
        .collect()
}

const BY_HAND: &str = "\
# Main branch stays green

Labels: ~\"UseCase::CI\" ~\"SP Objective\" ~\"Verifiable Outcome::Accepted\" ~\"SP Objective::Status::On Track\" ~team::a
/due 2027-03-31
/assign @mara

Every red hour costs a release.

## Summary
We ship from main, and main is red.

### Risks
* The pilot group is not chosen.

## Success Criteria
* Failed pipelines: 30 % -> 5 % by 2027-03-31
1. Root causes shared
   - Baseline: 0
   - Target: 12

## Background
Since 2024.

# Fix flaky tests
~\"SP Initiative::Status::Watchpoint\"

## Update
Half of them.

## Next steps
- [x] List them (due 2026-11-01)
- [ ] Quarantine, @ines
";

#[test]
fn a_text_by_hand_is_taken_with_its_labels_in_any_order() {
    let told = told(BY_HAND);
    let kinds: Vec<_> = told.iter().map(|(kind, line, _)| (*kind, *line)).collect();
    let expected = [
        (Kind::Plan, 1),
        (Kind::Objective, 1),
        (Kind::Criterion, 16),
        (Kind::Criterion, 17),
        (Kind::Initiative, 24),
        (Kind::Task, 31),
        (Kind::Task, 32),
    ];
    assert_eq!(kinds, expected, "every record with its line");
    let objective = json!({
        "title": "Main branch stays green", "use_case": "ci", "stage": "accepted", "status": "on_track",
        "due": "2027-03-31", "owner": "@mara", "risks": "* The pilot group is not chosen.",
        "summary": "We ship from main, and main is red.\n\nEvery red hour costs a release.\n\n## Background\nSince 2024."
    });
    assert_eq!(told[1].2, objective, "nothing of it is dropped");
    assert_eq!(told[3].2["target"], json!(12.0), "facts below their bullet: {}", told[3].2);
    assert_eq!(told[4].2["status"], "watchpoint", "an issue is known by its label: {}", told[4].2);
    assert_eq!(
        (&told[5].2["status"], &told[5].2["due"]),
        (&json!("closed_success"), &json!("2026-11-01")),
        "done"
    );
    assert_eq!(
        (&told[6].2["owner"], &told[6].2["status"]),
        (&json!("@ines"), &Value::Null),
        "open, by somebody"
    );
}

#[test]
fn what_is_wrong_is_said_by_its_line() {
    let epic = |body: &str| format!("# Objective: A\n\n/label ~\"SP Objective\"\n\n{body}");
    let one = |text: &str| {
        let wrong = wrong(text);
        assert_eq!(wrong.len(), 1, "{wrong:?}");
        wrong
            .into_iter()
            .next()
            .map(|(line, field, message)| (line, field.unwrap_or_default(), message))
            .unwrap_or_default()
    };
    let (line, field, message) = one(&epic("## Summary\nx\n"));
    assert_eq!((line, field.as_str()), (Some(1), "criteria"), "{message}");
    assert!(message.contains("## Success Criteria"), "it names the heading: {message}");
    let (line, field, message) = one(&epic("## Summary\nx\n## Success Criteria\n## Summary\ny\n"));
    assert_eq!((line, field.as_str()), (Some(8), "summary"), "{message}");
    assert!(message.contains("line 5"), "it names the first: {message}");
    let whole = "## Summary\n## Success Criteria\n";
    let (line, field, message) = one(&format!("# Objective: A\n~\"SP Objective::Status::Fine\"\n{whole}"));
    assert_eq!((line, field.as_str()), (Some(2), "status"), "{message}");
    assert!(message.contains("Watchpoint"), "it names what there is: {message}");
    let (line, field, message) = one(&format!("# Objective: A\n\n/due next week\n{whole}"));
    assert_eq!((line, field.as_str()), (Some(3), "due"), "{message}");
    let (line, field, message) = one(&format!("# Objective: A\n{whole}- Lead time: baseline x, target 3\n"));
    assert_eq!((line, field.as_str()), (Some(4), "baseline"), "{message}");
    let (line, field, message) = one(&format!("# Objective: A\n{whole}# Objective: A\n{whole}"));
    assert_eq!((line, field.as_str()), (Some(4), "title"), "{message}");
    let two = "~\"SP Objective::Status::Concern\" ~\"SP Objective::Status::On Track\"";
    let (line, field, message) = one(&format!("# Objective: A\n{two}\n{whole}"));
    assert_eq!((line, field.as_str()), (Some(2), "status"), "{message}");
    assert_eq!(
        wrong(&format!("# Initiative: B\n## Update\n# Objective: A\n{whole}"))[0].1.as_deref(),
        Some("objective_id")
    );
    assert_eq!(wrong("Some notes.")[0].0, None, "a text that is no plan");
    assert!(read(&[0xff, 0xfe, 0]).parsed.row_errors[0].message.contains("UTF-8"), "no text at all");
}

#[test]
fn the_head_tells_the_plan() {
    let head = "---\naccount: \"Nord \\\"W\\\" AG\"\nplan: 'FY27'\naudience: customer\nperiod_start: 2026-02-01\nplan_id: 0199f3a4-0000-7000-8000-000000000001\n---\n";
    let text = format!(
        "\u{feff}{}",
        format!("{head}# Success Plan\n\n## Strategy\nUp.\n\n{BY_HAND}").replace('\n', "\r\n")
    );
    let PlanText { parsed, account, audience } = read(text.as_bytes());
    assert_eq!(
        (account.as_deref(), audience),
        (Some("Nord \"W\" AG"), Some(Audience::Customer)),
        "whose, for whom"
    );
    assert!(parsed.home.is_some(), "which");
    let plan = &parsed.rows[0];
    assert_eq!((plan.title(), plan.plain("strategy")), (Some("FY27"), Some(&json!("Up."))), "its own fields");
    assert_eq!(parsed.rows[1].place.row, Some(13), "lines count from the head of the file");
}

#[test]
fn what_stands_beside_the_sections_of_the_plan_is_kept_in_its_strategy() {
    let text = "Before all.\n\n# Success Plan\n\nMust not vanish.\n\n- [ ] a box\n\n## Strategy\n\nUp.\n\n## Stakeholders\n\n\
                | Name | Role |\n|---|---|\n| Ann | CTO |\n\n# Objective: A\n\n## Summary\n\ns\n\n## Success Criteria\n\n- C\n";
    let told = told(text);
    let strategy = told[0].2["strategy"].as_str().unwrap_or_default();
    assert!(strategy.starts_with("Up.\n\nBefore all."), "behind the strategy itself: {strategy}");
    for kept in ["Must not vanish.", "- [ ] a box", "## Stakeholders", "| Ann | CTO |"] {
        assert!(strategy.contains(kept), "{kept}: {strategy}");
    }
    let none = super::read(text.replace("## Strategy\n\nUp.\n\n", "").as_bytes());
    assert!(none.parsed.rows[0].plain("strategy").is_some(), "without a strategy it is one");
}

#[test]
fn comments_of_the_author_are_in_no_prose_but_that_of_our_own_copy() {
    let text = "# Objective: A <!-- hid0 -->\n\n<!-- hid1 -->\nAbove. <!-- hid2 -->\n\n## Summary\n\nBefore <!-- hid3 -->\n\n<!-- hid4\nsecret -->\n\n\
                ## Success Criteria\n\n- C\n\n## Tasks\n\n- [ ] T <!-- hid5 -->\n\n`<!-- shown -->`\n";
    let told = told(text);
    assert_eq!(told[1].2["title"], "A", "nor is the space before one in a title");
    let summary = told[1].2["summary"].as_str().unwrap_or_default();
    assert!(!summary.contains("hid") && !summary.contains("secret"), "{summary}");
    assert!(summary.contains("Above.") && summary.contains("`<!-- shown -->`"), "{summary}");
    let ours = format!("---\naudience: internal\n---\n{text}");
    let ours = super::read(ours.as_bytes()).parsed.rows;
    assert!(ours[1].plain("summary").is_some_and(|said| said.to_string().contains("hid3")), "ours keeps it");
}

#[test]
fn what_is_never_closed_is_a_problem_and_indented_code_is_no_task() {
    let plan = |tasks: &str| {
        format!(
            "# Objective: A\n\n## Summary\n\n## Success Criteria\n\n# Initiative: I\n\n## Update\n\n## Tasks\n\n{tasks}"
        )
    };
    for open in ["<!-- open", "```", "<script>"] {
        let wrong = wrong(&plan(&format!("- [ ] T1\n\n{open}\n- [ ] T2\n")));
        assert_eq!(wrong.len(), 1, "{open}: {wrong:?}");
        assert_eq!(wrong[0].0, Some(15), "its line: {wrong:?}");
    }
    assert_eq!(wrong("<!-- open\n# Objective: A\n")[0].0, Some(1), "where it hides all");
    let told = told(&plan("- [ ] T1\n\nSo:\n\n    - [ ] code\n"));
    assert_eq!(told.iter().filter(|row| row.0 == Kind::Task).count(), 1, "{told:?}");
    assert!(told[2].2["update_text"].to_string().contains("- [ ] code"), "it is kept: {told:?}");
}

#[test]
fn a_comment_that_never_ends_is_read_in_one_go() {
    let text =
        format!("# Objective: A\n\n## Summary\n\n## Success Criteria\n\n- x {}\n", "<!-- a".repeat(100_000));
    let begun = std::time::Instant::now();
    let rows = super::read(text.as_bytes()).parsed.rows;
    assert_eq!(rows.len(), 3, "plan, objective, criterion");
    assert!(begun.elapsed().as_secs() < 10, "{:?}", begun.elapsed());
}

#[test]
fn a_box_that_says_another_status_than_its_line_is_told() {
    let said = |line: &str| {
        let text = format!(
            "# Objective: A\n\n## Summary\n\n## Success Criteria\n\n# Initiative: I\n\n## Update\n\n## Tasks\n\n{line}\n"
        );
        super::read(text.as_bytes()).parsed.boxes.get(&13).copied()
    };
    use cairn_domain::TaskStatus::{Closed, ClosedSuccess, New};
    for (line, box_says) in [
        ("- [x] **T**: status Blocked", Some(ClosedSuccess)),
        ("- [x] **T**: status Closed", None),
        ("- [ ] **T**: status Closed", Some(New)),
        ("- [ ] **T**: status Work In Progress", None),
        ("- [~] **T**: status Work In Progress", Some(Closed)),
        ("- [~] **T**: status Closed", None),
        ("- [x] **T**", None),
        ("- **T**: status Closed", None),
    ] {
        assert_eq!(said(line), box_says, "{line}");
    }
}
