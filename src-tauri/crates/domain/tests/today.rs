//! What needs somebody today, by example and by property.
#![allow(clippy::unwrap_used, clippy::expect_used)]

use cairn_domain::{
    AccountSentiment, OnboardingTargets, Persona, Priority, WorkingCalendar,
    today::{
        Cared, Doer, Freed, Planned, TodayReason, Urgency, onboarding, plan_quiet, recap_owed, unmet,
        workshop,
    },
};
use chrono::{Days, NaiveDate};
use proptest::prelude::*;

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

/// A Monday.
fn today() -> NaiveDate {
    day("2026-11-23")
}

fn ours(due: Option<&str>) -> Planned {
    Planned { doer: Doer::Us, due: due.map(day), blocked: None, freed: None, gate: None }
}

fn said(planned: &Planned) -> Option<(TodayReason, Urgency)> {
    planned.finding(today()).map(|finding| (finding.reason, finding.urgency))
}

#[test]
fn work_is_late_due_soon_or_not_yet_anybodys_concern() {
    let by = |due: &str| said(&ours(Some(due)));
    assert_eq!(by("2026-11-22"), Some((TodayReason::Late, Urgency::Late)));
    assert_eq!(by("2026-11-23"), Some((TodayReason::Due, Urgency::Today)));
    assert_eq!(by("2026-11-30"), Some((TodayReason::Due, Urgency::Soon)), "a week ahead");
    assert_eq!(by("2026-12-01"), None);
    assert_eq!(said(&ours(None)), None, "what has no day is never late");
    assert_eq!(ours(Some("2026-11-21")).finding(today()).unwrap().days, Some(2));
}

#[test]
fn what_others_do_is_waited_for_and_what_is_blocked_says_by_what() {
    let customers = Planned { doer: Doer::Customer, ..ours(Some("2026-11-24")) };
    assert_eq!(said(&customers), Some((TodayReason::WaitingOnCustomer, Urgency::Soon)));
    let partners = Planned { doer: Doer::Partner, ..ours(Some("2026-11-20")) };
    assert_eq!(said(&partners), Some((TodayReason::WaitingOnPartner, Urgency::Late)));
    let blocked = Planned { blocked: Some("No runner yet".into()), ..ours(None) };
    let finding = blocked.finding(today()).unwrap();
    assert_eq!((finding.reason, finding.urgency), (TodayReason::Blocked, Urgency::Watch));
    assert_eq!(finding.detail, "No runner yet");
}

#[test]
fn what_can_begin_is_news_for_a_week() {
    let freed = |on: &str| Planned {
        freed: Some(Freed { by: "Choose the teams".into(), on: day(on) }),
        ..ours(Some("2026-12-20"))
    };
    assert_eq!(said(&freed("2026-11-23")), Some((TodayReason::Unblocked, Urgency::Watch)));
    assert_eq!(freed("2026-11-23").finding(today()).unwrap().detail, "Choose the teams");
    assert_eq!(said(&freed("2026-11-15")), None);
    let late = Planned { due: Some(day("2026-11-20")), ..freed("2026-11-23") };
    assert_eq!(said(&late), Some((TodayReason::Late, Urgency::Late)), "late says more");
}

#[test]
fn what_waits_for_a_gate_is_told_in_time_and_why() {
    let behind = |due: &str| Planned { gate: Some("Access is granted".into()), ..ours(Some(due)) };
    let gated = |due: &str| said(&behind(due));
    assert_eq!(gated("2026-11-24"), Some((TodayReason::WaitingOnGate, Urgency::Soon)), "before it is late");
    assert_eq!(gated("2026-11-23"), Some((TodayReason::WaitingOnGate, Urgency::Today)));
    assert_eq!(behind("2026-11-24").finding(today()).unwrap().detail, "Access is granted", "with the gate");
    assert_eq!(gated("2026-12-24"), None, "what is far away is nobody's concern yet");
    assert_eq!(gated("2026-11-20"), Some((TodayReason::Late, Urgency::Late)), "late says more");
    let customers = Planned { doer: Doer::Customer, ..behind("2026-11-24") };
    assert_eq!(said(&customers).unwrap().0, TodayReason::WaitingOnGate, "whoever is to do it");
}

#[test]
fn a_workshop_comes_and_one_that_went_by_asks_what_became_of_it() {
    let at = |on: &str| workshop(day(on), today()).map(|finding| (finding.reason, finding.urgency));
    assert_eq!(at("2026-11-23"), Some((TodayReason::WorkshopNext, Urgency::Today)));
    assert_eq!(at("2026-11-26"), Some((TodayReason::WorkshopNext, Urgency::Soon)));
    assert_eq!(at("2026-11-19"), Some((TodayReason::WorkshopOpen, Urgency::Late)));
    assert_eq!(at("2026-12-24"), None);
}

#[test]
fn a_recap_is_owed_within_a_working_day_until_something_was_sent() {
    let calendar = WorkingCalendar::default();
    let owed = |held: &str, sent: Option<&str>| {
        recap_owed(day(held), sent.map(day), &calendar, today())
            .map(|finding| (finding.urgency, finding.due.unwrap()))
    };
    assert_eq!(owed("2026-11-20", None), Some((Urgency::Today, today())), "Friday's is owed on Monday");
    assert_eq!(owed("2026-11-18", None), Some((Urgency::Late, day("2026-11-19"))));
    assert_eq!(owed("2026-11-18", Some("2026-11-18")), None);
    assert_eq!(
        owed("2026-11-18", Some("2026-11-17")).unwrap().0,
        Urgency::Late,
        "a mail before it says nothing"
    );
    assert_eq!(owed("2026-11-02", None), None, "nobody sends a recap after three weeks");
}

#[test]
fn an_account_is_overdue_by_the_rhythm_of_its_priority() {
    let cared = Cared {
        priority: Some(Priority::Pr2),
        sentiment: Some(AccountSentiment::Green),
        sentiment_date: Some(day("2026-08-01")),
        since: day("2024-02-01"),
        last_call: Some(day("2026-10-15")),
        last_ebr: Some(day("2026-05-04")),
    };
    let said =
        |cared: &Cared| cared.findings(today()).iter().map(|finding| finding.reason).collect::<Vec<_>>();
    assert_eq!(said(&cared), [TodayReason::SentimentOld], "39 days are fine for the second priority");
    let first = Cared { priority: Some(Priority::Pr1), sentiment_date: None, ..cared };
    assert_eq!(said(&first), [TodayReason::CallOverdue]);
    assert_eq!(first.findings(today())[0].days, Some(39));
    let red = Cared { sentiment: Some(AccountSentiment::Red), sentiment_date: None, ..cared };
    assert_eq!(said(&red), [TodayReason::CallOverdue], "a red account is treated as one of the first");
    let digital = Cared { priority: Some(Priority::Pr4), last_call: None, last_ebr: None, ..first };
    assert_eq!(said(&digital), []);
    let never = Cared { last_ebr: None, last_call: Some(today()), ..first };
    assert_eq!(said(&never), [TodayReason::EbrOverdue], "a customer for years without a review");
    let new = Cared { since: day("2026-11-02"), last_call: None, ..never };
    assert_eq!(said(&new), [], "and a new one is not late yet");
}

#[test]
fn plans_people_and_onboardings_have_their_limits() {
    let ago = |days: u64| today() - Days::new(days);
    assert!(plan_quiet(ago(60), today()).is_none());
    assert_eq!(plan_quiet(ago(61), today()).unwrap().limit, Some(60));
    assert!(unmet(Persona::ExecutiveSponsor, ago(180), today()).is_none());
    assert_eq!(unmet(Persona::Champion, ago(91), today()).unwrap().days, Some(91));
    assert!(unmet(Persona::User, ago(900), today()).is_none(), "nobody has to meet every user");
    let usual = OnboardingTargets::default();
    assert!(onboarding(ago(45), &usual, today()).is_none());
    assert_eq!(onboarding(ago(46), &usual, today()).unwrap().reason, TodayReason::OnboardingLong);
    let away = onboarding(ago(91), &usual, today()).unwrap();
    assert_eq!((away.reason, away.urgency), (TodayReason::NotEngaged, Urgency::Late));
    let patient = OnboardingTargets { time_to_onboard: 60, ..usual };
    assert!(onboarding(ago(46), &patient, today()).is_none(), "the account's own targets count");
}

proptest! {
    #[test]
    fn an_earlier_day_is_never_less_urgent(first in -400_i64..400, later in 0_i64..400) {
        let by = |days: i64| Planned { due: Some(today() + chrono::Duration::days(days)), ..ours(None) };
        let of = |planned: &Planned| planned.finding(today()).map_or((Urgency::Watch, i64::MAX), |it| it.rank());
        prop_assert!(of(&by(first)) <= of(&by(first + later)));
    }

    #[test]
    fn work_is_as_urgent_as_its_day_says_whatever_else_is_known_of_it(
        days in -40_i64..40, doer in 0..3_usize, blocked: bool, freed in prop::option::of(0_i64..12), gate: bool,
    ) {
        let due = today() + chrono::Duration::days(days);
        let planned = Planned {
            doer: [Doer::Us, Doer::Customer, Doer::Partner][doer],
            due: Some(due),
            blocked: blocked.then(|| "No runner".to_owned()),
            freed: freed.map(|ago| Freed { by: "Before".into(), on: today() - chrono::Duration::days(ago) }),
            gate: gate.then(|| "Signed".to_owned()),
        };
        let said = planned.finding(today()).map(|finding| finding.urgency);
        let by_day = Urgency::ALL
            .into_iter()
            .find(|one| one.due_days(today()).is_some_and(|days| days.contains(&due)));
        prop_assert_eq!(said.filter(|urgency| *urgency != Urgency::Watch), by_day);
    }
}
