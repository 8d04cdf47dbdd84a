//! The wordings of baseline, target and date that people use.

use serde_json::{Value, json};

use super::{super::facts::named, *};
use crate::Content;

/// Name, fields and newest value of a line.
fn line(raw: &str) -> (String, Value, Option<(f64, Option<NaiveDate>)>) {
    let named = named(raw, is_fact);
    let Measured { fields, current, .. } = read(&named.facts, Some(Mark::Point));
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
    let wrong = |raw: &str| read(&named(raw, is_fact).facts, Some(Mark::Point)).fields.wrong;
    let no_day = ("target_date".to_owned(), "“next spring” is no date; write it as 2027-03-31.".to_owned());
    assert_eq!(wrong("Failed pipelines: 30 % -> 5 % by next spring"), [no_day], "a bad date");
    assert_eq!(wrong("**A**: baseline much, target 5")[0].0, "baseline", "a bad number");
    assert_eq!(wrong("**A**: baseline 5, sometime")[0].0, "name", "what is no fact");
    assert_eq!(wrong("**A**: baseline 5, baseline 6")[0].0, "baseline", "said twice");
}
