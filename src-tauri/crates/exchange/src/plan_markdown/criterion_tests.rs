//! The wordings of baseline, target and date that people use.

use serde_json::{Value, json};

use super::{super::facts::named, *};
use crate::Content;

/// Name, fields and newest value of a line.
fn line(raw: &str) -> (String, Value, Option<(f64, Option<NaiveDate>)>) {
    let named = named(raw, is_fact);
    let Measured { fields, current, .. } = read(&named.facts, Some(Mark::Point), false);
    assert_eq!(fields.wrong, [], "{raw}");
    let said = fields.said.into_iter().map(|(field, content)| match content {
        Content::Plain(value) => (field, value),
        other => panic!("{field}: {other:?}"),
    });
    (named.name, Value::Object(said.collect()), current)
}

#[test]
fn every_common_wording_says_the_same() {
    let told = json!({
        "kind": "percent", "unit": "", "baseline": 30.0, "target": 5.0, "target_date": "2027-03-31"
    });
    for raw in [
        "**Failed pipelines**: percent, baseline 30 %, target 5 %, date 2027-03-31",
        "Failed pipelines: 30 % -> 5 % by 2027-03-31",
        "Failed pipelines: ~30 % → <5 %, by 31 March 2027",
        "Failed pipelines: baseline: 30 %, target: 5 %, date: 2027-03-31",
        "Failed pipelines: target 5% by 2027-03-31; baseline 30%",
        "Failed pipelines from 30 % to 5 % by 2027-03-31",
        "Failed pipelines (baseline 30 %, target 5 %, due 2027-03-31)",
        "**Failed pipelines** - baseline = 30 %, goal = 5 %, until 2027-03-31",
        "Failed pipelines, Baseline: 30 %, Target: 5 %, Target date: 2027-03-31",
        "Failed pipelines: baseline 30 % target 5 % by 2027-03-31",
    ] {
        let (name, said, _) = line(raw);
        let sorted = |value: &Value| {
            value
                .as_object()
                .map(|fields| fields.clone().into_iter().collect::<std::collections::BTreeMap<_, _>>())
        };
        assert_eq!((name.as_str(), sorted(&said)), ("Failed pipelines", sorted(&told)), "{raw}");
    }
}

#[test]
fn units_ranges_and_the_newest_value_are_read() {
    let (_, said, current) = line(
        "**Lead time**: duration in working days, lower is better, baseline 12, target 3, current 7 on 2026-11-01",
    );
    assert_eq!(said["unit"], "working days", "{said}");
    assert_eq!(said["direction"], "lower_is_better", "{said}");
    assert_eq!(current, Some((7.0, NaiveDate::from_ymd_opt(2026, 11, 1))), "with its day");
    let (_, said, _) = line("**Load**: number, in range, target 40 to 70, date 2027-03-31");
    assert_eq!((&said["target_min"], &said["target_max"]), (&json!(40.0), &json!(70.0)), "{said}");
    let (_, said, _) = line("**Load**: number, in range, target from 40");
    assert_eq!((&said["target_min"], &said["target_max"]), (&json!(40.0), &Value::Null), "{said}");
    let (_, said, current) = line("Lead time: 12 days -> 3 days (now 7 days)");
    assert_eq!((&said["kind"], &said["unit"]), (&json!("duration"), &json!("days")), "{said}");
    assert_eq!(current, Some((7.0, None)), "without a day");
    let (name, said, _) = line("12 new developers each run at least one pipeline unaided");
    assert_eq!(said, json!({}), "{name} is a name alone");
    let (_, said, _) = line("**Policy signed**: yes/no, baseline no, target yes");
    assert_eq!((&said["baseline"], &said["target"]), (&json!(0.0), &json!(1.0)), "{said}");
}

#[test]
fn what_cannot_be_read_is_named_by_its_field() {
    let wrong = |raw: &str| read(&named(raw, is_fact).facts, Some(Mark::Point), false).fields.wrong;
    let no_day = ("target_date".to_owned(), "“next spring” is no date; write it as 2027-03-31.".to_owned());
    assert_eq!(wrong("Failed pipelines: 30 % -> 5 % by next spring"), [no_day], "a bad date");
    assert_eq!(wrong("**A**: baseline much, target 5")[0].0, "baseline", "a bad number");
    assert_eq!(wrong("**A**: baseline 5, sometime")[0].0, "name", "what is no fact");
    assert_eq!(wrong("**A**: baseline 5, baseline 6")[0].0, "baseline", "said twice");
}

#[test]
fn a_target_that_is_a_time_is_its_date_and_no_target_is_none() {
    let said = |raw: &str| line(raw).1;
    for raw in [
        "**A**: target Q2 2027",
        "**A**: target H1 2027",
        "**A**: target by Q2 2027",
        "**A**: target June 2027",
    ] {
        let said = said(raw);
        assert_eq!((&said["target_date"], said.get("target")), (&json!("2027-06-30"), None), "{raw}: {said}");
    }
    for raw in ["**A**: target none", "**A**: target TBD"] {
        let said = said(raw);
        assert_eq!((said.get("target"), said.get("kind")), (Some(&Value::Null), None), "{raw}: {said}");
    }
    let range = said("**A**: target between 5 and 10");
    assert_eq!((&range["target_min"], &range["target_max"]), (&json!(5.0), &json!(10.0)), "{range}");
    assert_eq!(said("**A**: baseline 1500, target 2000")["target"], 2000.0, "bare numbers are counted");
    assert_eq!(said("**A**: number, target 2027")["target"], 2027.0, "its kind says what it is");
    assert_eq!(said("**A**: target 10 % by 2027")["target_date"], "2027-12-31", "a year by its last day");
    let ours = read(&["target 2027".to_owned()], Some(Mark::Point), true);
    assert_eq!(ours.fields.wrong, [], "what Cairn wrote is a number");
    for (raw, says) in [
        ("**A**: target 2027", "2027-12-31"),
        ("**A**: target Q2", "2027-06-30"),
        ("**A**: target FY27", "2027-06-30"),
        ("**A**: target within 10% of 50", "95 or 5 %"),
        ("**A**: target soon", "95 or 5 %"),
    ] {
        let wrong = read(&named(raw, is_fact).facts, Some(Mark::Point), false).fields.wrong;
        assert_eq!(wrong.len(), 1, "{raw}: {wrong:?}");
        assert!(wrong[0].0 == "target" && wrong[0].1.contains(says), "{raw} says what is taken: {wrong:?}");
    }
}

#[test]
fn a_fact_that_nobody_writes_is_one_problem_and_no_wait() {
    for long in ["→".repeat(30_000), "baseline 1 ".repeat(10_000)] {
        let wrong = read(&named(&format!("**x**: {long}"), is_fact).facts, None, false).fields.wrong;
        assert_eq!(wrong.len(), 1, "said once: {}", wrong.len());
        assert!(wrong[0].1.contains("2000 bytes"), "and why: {}", wrong[0].1);
    }
}
