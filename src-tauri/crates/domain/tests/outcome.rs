//! What an outcome lacks, and what a confirmation holds, on the records alone.
#![allow(clippy::unwrap_used)]

use cairn_domain::{Criterion, Objective, Reason, Smart, VerifiableOutcomeStage};
use chrono::NaiveDate;
use serde_json::{Value, json};

fn objective(fields: &Value) -> Objective {
    let mut whole =
        json!({ "plan_id": "0199f3a4-0000-7000-8000-000000000001", "title": "Halve the lead time" });
    whole.as_object_mut().unwrap().extend(fields.as_object().unwrap().clone());
    serde_json::from_value(whole).unwrap()
}

fn criterion(fields: &Value) -> Criterion {
    let mut whole = json!({ "objective_id": "0199f3a4-0000-7000-8000-000000000002", "name": "Lead time" });
    whole.as_object_mut().unwrap().extend(fields.as_object().unwrap().clone());
    serde_json::from_value(whole).unwrap()
}

fn measured() -> Criterion {
    criterion(&json!({ "baseline": 20, "target": 10, "target_date": "2027-06-30" }))
}

fn whole() -> Objective {
    objective(&json!({
        "summary": "Ship weekly", "use_case": "ci", "due": "2027-06-30", "owner": "Mara", "customer_owner": "Ines",
        "business_impact": "Two weeks less", "status": "on_track"
    }))
}

#[test]
fn the_viewer_shows_an_objective_that_has_labels_date_summary_and_measured_criteria() {
    assert_eq!(whole().viewer_gaps(&[measured()]), Vec::<&str>::new(), "nothing is missing");
    assert_eq!(
        objective(&json!({})).viewer_gaps(&[]),
        ["use_case", "due", "summary", "criteria"],
        "each thing that is missing is named"
    );
    let bare = [measured(), criterion(&json!({}))];
    assert_eq!(
        whole().viewer_gaps(&bare),
        ["baseline", "target", "target_date"],
        "one bare criterion is enough"
    );
    let lost = Objective { status: cairn_domain::ObjectiveStatus::ClosedLost, ..whole() };
    assert_eq!(lost.viewer_gaps(&[measured()]), ["status"], "the viewer has no label for a lost objective");
}

#[test]
fn a_range_is_a_target_once_it_has_an_end() {
    let range = |fields: &Value| {
        let mut criterion = criterion(fields);
        criterion.direction = cairn_domain::Direction::InRange;
        criterion
    };
    let none = range(&json!({ "baseline": 9, "target": 1, "target_date": "2027-06-30" }));
    assert_eq!(whole().viewer_gaps(&[none]), ["target"], "a range without an end is none");
    let floor = range(&json!({ "baseline": 9, "target_min": 1, "target_date": "2027-06-30" }));
    assert_eq!(whole().viewer_gaps(&[floor]), Vec::<&str>::new(), "a floor is one");
    let closed =
        range(&json!({ "baseline": 9, "target_min": 1, "target_max": 2, "target_date": "2027-06-30" }));
    assert_eq!(whole().viewer_gaps(&[closed]), Vec::<&str>::new(), "both ends are a target");
}

#[test]
fn smart_hints_name_exactly_what_each_letter_misses() {
    assert_eq!(whole().smart_gaps(&[measured()], 1), vec![], "a whole objective gets no hint");
    let said = |hints: Vec<cairn_domain::SmartHint>| -> Vec<(Smart, String)> {
        hints.into_iter().map(|hint| (hint.part, hint.missing.join(" "))).collect()
    };
    let bare = objective(&json!({ "title": "GitLab CI" }));
    assert_eq!(
        said(bare.smart_gaps(&[], 0)),
        [
            (Smart::Specific, "title summary".to_owned()),
            (Smart::Measurable, "criteria".to_owned()),
            (Smart::Achievable, "initiatives owner customer_owner".to_owned()),
            (Smart::Relevant, "business_impact use_case".to_owned()),
            (Smart::TimeBound, "due".to_owned()),
        ],
        "a tool's name is no outcome"
    );
    let undated = criterion(&json!({ "baseline": 20, "target": 10 }));
    assert_eq!(
        said(whole().smart_gaps(&[undated], 1)),
        [(Smart::TimeBound, "target_date".to_owned())],
        "a criterion's missing date is about time, not about measure"
    );
}

#[test]
fn only_a_delivered_outcome_is_verified_and_only_with_who_and_in_which_words() {
    let day = NaiveDate::from_ymd_opt(2026, 11, 20).unwrap();
    let verify =
        |objective: Objective, by: &str, words: &str| objective.verified(by.into(), day, words.into());
    let accepted = objective(&json!({ "stage": "accepted" }));
    assert_eq!(verify(accepted, "Ines", "Yes").unwrap_err().reason, Reason::NotDeliveredYet, "not yet");
    let delivered = objective(&json!({ "stage": "delivered" }));
    assert_eq!(verify(delivered.clone(), " ", "Yes").unwrap_err().field, "confirmed_by", "somebody said it");
    assert_eq!(verify(delivered.clone(), "Ines", "").unwrap_err().field, "words", "they said something");
    let verified = verify(delivered.clone(), "Ines", "Yes").unwrap();
    assert_eq!(verified.stage, VerifiableOutcomeStage::Verified, "now it is");
    assert_eq!(verify(verified.clone(), "Li", "No").unwrap_err().reason, Reason::Confirmed, "once");
    assert_eq!(
        delivered.check_confirmation(Some(&verified)).unwrap_err().reason,
        Reason::Confirmed,
        "for good"
    );
    assert_eq!(
        verified.check_confirmation(Some(&delivered)).unwrap_err().reason,
        Reason::OnlyByVerify,
        "no ordinary change makes a confirmation"
    );
    let renamed = Objective { title: "Ship weekly".into(), ..verified.clone() };
    assert_eq!(renamed.check_confirmation(Some(&verified)), Ok(()), "what was not confirmed can change");
}
