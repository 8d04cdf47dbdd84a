//! The brief of a hand-off, checked for PDF/UA-1: what is recorded answers, what is not leaves room.
#![allow(clippy::unwrap_used, clippy::expect_used)]

mod checks;
mod sample;

use cairn_documents::{
    hand_off::{self, HandOff, Risk, Touch, Training, Unfinished},
    onboarding::Brief,
};
use cairn_domain::{Kind, Sentiment, TouchpointType, UseCase};
use checks::{Printed, keep_preview, looks_like};
use chrono::NaiveDate;
use sample::onboarding::{bare_brief, brief};

fn print(input: &HandOff) -> Printed {
    keep_preview(&hand_off::brief(input).expect("a brief always prints"))
}

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn of(brief: Brief) -> HandOff {
    HandOff {
        brief,
        touches: Vec::new(),
        cadence: None,
        trainings: Vec::new(),
        use_cases: Vec::new(),
        risks: Vec::new(),
        open: Vec::new(),
    }
}

fn whole() -> HandOff {
    HandOff {
        touches: vec![Touch {
            on: day("2026-11-18"),
            what: TouchpointType::CustomerCall,
            subject: "Cadence call".into(),
            sentiment: Some(Sentiment::Positive),
        }],
        cadence: Some(14),
        trainings: vec![Training { on: day("2026-10-06"), what: "Runners for teams".into() }],
        use_cases: vec![UseCase::Ci, UseCase::Security],
        risks: vec![Risk {
            outcome: "Halve the lead time".into(),
            risks: "Two positions are **open**.".into(),
        }],
        open: vec![
            Unfinished {
                kind: Kind::Task,
                title: "Send the slides".into(),
                of: "Cadence call".into(),
                owner: "Mara Lindt".into(),
                due: Some(day("2026-11-20")),
            },
            Unfinished {
                kind: Kind::ChecklistStep,
                title: "Hold the second call".into(),
                of: String::new(),
                owner: String::new(),
                due: None,
            },
        ],
        ..of(brief())
    }
}

#[test]
fn the_questions_of_who_takes_over_are_answered_by_what_is_recorded() {
    let printed = print(&whole());
    printed.is_sound("Account hand-off, Nordwind AG");
    looks_like(&printed, 1, "hand_off");
    looks_like(&printed, printed.rendered.pages, "hand_off_open");
    let text = printed.text();
    for said in [
        "A meeting every 14 days",
        "Cadence call",
        "Jonas Reuter",
        "Runners for teams",
        "Two positions are open.",
        "Task of Cadence call",
        "overdue",
        "Hold the second call",
    ] {
        assert!(text.contains(said), "{said}: {text}");
    }
    let groups = ["Communication", "Documentation", "Usage", "Licence", "Other", "Still open"];
    let places: Vec<_> = groups.map(|group| text.find(group)).into();
    assert!(places.is_sorted() && places[0].is_some(), "in the order of the list: {text}");
    assert!(text.contains("How do they use the shared project? Note"), "no record can tell: {text}");
    assert!(!text.contains("which do they need? Note Where"), "what is recorded needs no room: {text}");
}

#[test]
fn of_what_nobody_recorded_every_question_has_room_for_an_answer() {
    let printed = print(&of(bare_brief()));
    printed.is_sound("Account hand-off, Nordwind AG");
    let text = printed.text();
    assert!(text.contains("Nothing is open."), "{text}");
    assert!(text.matches("Note").count() > 12, "room at each question: {text}");
}
