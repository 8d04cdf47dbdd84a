//! The measures of an onboarding hold for any facts, on any day.
#![allow(clippy::unwrap_used)]

use cairn_domain::{
    Kind, MeasureFact, MeasureState, OnboardingFacts, OnboardingTargets, SuccessTier, measures,
};
use chrono::{Days, NaiveDate};
use proptest::prelude::*;
use uuid::Uuid;

fn day(number: u64) -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 1, 1).unwrap() + Days::new(number)
}

fn fact(number: u64) -> MeasureFact {
    MeasureFact {
        date: day(number),
        kind: Kind::Touchpoint,
        id: Uuid::from_u128(u128::from(number)),
        title: String::new(),
        field: "held_on".into(),
    }
}

fn begun(start: u64) -> OnboardingFacts {
    OnboardingFacts {
        contract: Some(fact(start)),
        started: Some(fact(start)),
        open: true,
        ..OnboardingFacts::default()
    }
}

#[test]
fn the_handbooks_onboarding_is_measured_by_its_own_targets() {
    let facts = OnboardingFacts {
        calls: vec![fact(40), fact(20), fact(110)],
        kickoffs: vec![fact(20)],
        first_value: Some(fact(55)),
        active_users: Some(140),
        licensed_seats: Some(1_400),
        closed: Some(fact(56)),
        open: false,
        ..begun(10)
    };
    let found = measures(&facts, &OnboardingTargets::default(), day(200));
    let told = |one: &cairn_domain::Measured| (one.days, one.target, one.state);
    assert_eq!(
        told(&found.time_to_engage),
        (Some(10), 14, MeasureState::Met),
        "the first call, whatever its place"
    );
    assert_eq!(told(&found.kickoff), (Some(10), 14, MeasureState::Met), "the kickoff");
    assert_eq!(told(&found.second_call), (Some(30), 30, MeasureState::Met), "on the last day");
    assert_eq!(
        told(&found.time_to_first_value),
        (Some(45), 30, MeasureState::Missed),
        "late, and not forgotten"
    );
    assert_eq!(told(&found.time_to_onboard), (Some(46), 45, MeasureState::Missed), "by one day");
    assert!(found.is_late && !found.not_engaged, "it is over, and somebody should say why it was late");
    assert_eq!(found.time_to_engage.from, [fact(10), fact(20)], "the facts it came from");
}

#[test]
fn value_is_a_tenth_of_the_licences_or_what_somebody_shows() {
    let state = |active_users, evidence| {
        let licensed_seats = Some(1_405);
        let facts = OnboardingFacts {
            first_value: Some(fact(12)),
            active_users,
            licensed_seats,
            evidence,
            ..begun(10)
        };
        measures(&facts, &OnboardingTargets::default(), day(13)).time_to_first_value.state
    };
    assert_eq!(state(Some(140), false), MeasureState::OnTrack, "140 of 1405 is a little less");
    assert_eq!(state(Some(141), false), MeasureState::Met, "and 141 a little more");
    assert_eq!(state(None, true), MeasureState::Met, "stated by hand, with evidence");
}

#[test]
fn what_neither_goes_on_nor_is_over_owes_nothing() {
    let facts = OnboardingFacts { open: false, ..begun(0) };
    let found = measures(&facts, &OnboardingTargets::default(), day(1_000));
    assert_eq!(found.time_to_onboard.state, MeasureState::Unknown, "it was onboarded elsewhere");
    assert!(!found.is_late && !found.not_engaged, "and nobody is asked why");
}

#[test]
fn a_call_of_another_year_is_of_another_onboarding() {
    let kickoffs = vec![fact(10), fact(410)];
    let facts = OnboardingFacts {
        calls: vec![fact(10), fact(30), fact(410)],
        kickoffs: kickoffs.clone(),
        ..begun(400)
    };
    let found = measures(&facts, &OnboardingTargets::default(), day(415));
    assert_eq!(found.time_to_engage.days, Some(10), "met anew, ten days after it began");
    assert_eq!(found.kickoff.days, Some(10), "and kicked off anew");
    assert_eq!(found.second_call.days, None, "a second call is still to come");
    let early = OnboardingFacts { calls: vec![fact(390)], ..begun(400) };
    let early = measures(&early, &OnboardingTargets::default(), day(415));
    assert_eq!(early.time_to_engage.days, Some(0), "an introduction before the contract is at once");
}

#[test]
fn the_second_call_is_the_one_after_the_kickoff() {
    let facts =
        OnboardingFacts { calls: vec![fact(0), fact(12), fact(25)], kickoffs: vec![fact(12)], ..begun(0) };
    let found = measures(&facts, &OnboardingTargets::default(), day(26));
    assert_eq!(found.second_call.days, Some(25), "an introduction before it is not counted");
}

#[test]
fn what_was_not_reached_by_the_end_was_missed_where_it_was_worked_through_here() {
    let closed = |worked_through| {
        let facts = OnboardingFacts { closed: Some(fact(40)), open: false, worked_through, ..begun(0) };
        measures(&facts, &OnboardingTargets::default(), day(60)).time_to_first_value.state
    };
    assert_eq!(closed(true), MeasureState::Missed, "nobody stated a value in thirty days");
    assert_eq!(closed(false), MeasureState::Unknown, "of an onboarding elsewhere nothing is known");
}

#[test]
fn a_forecast_beyond_the_target_is_behind_before_the_target_is() {
    let facts = OnboardingFacts { last_step: Some(day(60)), ..begun(0) };
    let found = measures(&facts, &OnboardingTargets::default(), day(5)).time_to_onboard;
    assert_eq!(
        (found.state, found.forecast),
        (MeasureState::Behind, Some(day(60))),
        "the steps say so today"
    );
    let late = measures(&facts, &OnboardingTargets::default(), day(70)).time_to_onboard;
    assert_eq!(
        (late.state, late.forecast),
        (MeasureState::Stuck, Some(day(70))),
        "and it cannot end in the past"
    );
}

#[test]
fn what_is_planned_says_when_the_first_calls_will_be() {
    let forecasts = |calls: &[u64]| {
        let facts = OnboardingFacts {
            planned: vec![day(40), day(10)],
            calls: calls.iter().copied().map(fact).collect(),
            ..begun(0)
        };
        let found = measures(&facts, &OnboardingTargets::default(), day(12));
        [found.time_to_engage, found.kickoff, found.second_call].map(|one| (one.forecast, one.state))
    };
    let (soon, late) = (MeasureState::OnTrack, MeasureState::Behind);
    assert_eq!(
        forecasts(&[]),
        [(Some(day(12)), soon), (Some(day(12)), soon), (Some(day(40)), late)],
        "what was planned for a day that is over can be held today at the earliest"
    );
    assert_eq!(
        forecasts(&[8]),
        [(None, MeasureState::Met), (Some(day(12)), soon), (Some(day(12)), soon)],
        "after the first call the next one planned is the second"
    );
}

#[test]
fn the_step_that_states_the_first_value_says_when_it_is_expected() {
    let found = |due, today| {
        let facts = OnboardingFacts { value_due: Some(day(due)), ..begun(0) };
        let found = measures(&facts, &OnboardingTargets::default(), day(today)).time_to_first_value;
        (found.forecast, found.state)
    };
    assert_eq!(found(30, 5), (Some(day(30)), MeasureState::OnTrack), "on the last day");
    assert_eq!(found(31, 5), (Some(day(31)), MeasureState::Behind), "a day too late, as it looks now");
    assert_eq!(found(20, 25), (Some(day(25)), MeasureState::OnTrack), "never in the past");
}

#[test]
fn a_tier_has_its_own_targets_or_those_of_all_or_the_handbooks() {
    let all = OnboardingTargets { time_to_engage: 20, ..OnboardingTargets::default() };
    let signature = OnboardingTargets {
        success_tier: Some(SuccessTier::Signature),
        time_to_engage: 7,
        ..OnboardingTargets::default()
    };
    let of = |tier| OnboardingTargets::of(&[all.clone(), signature.clone()], tier).time_to_engage;
    assert_eq!(of(Some(SuccessTier::Signature)), 7, "its own");
    assert_eq!((of(Some(SuccessTier::Advanced)), of(None)), (20, 20), "those of all");
    assert_eq!(OnboardingTargets::of(&[signature], None).time_to_engage, 14, "the handbook's");
}

prop_compose! {
    fn any_facts()(
        start in 0u64..100,
        calls in proptest::collection::vec(0u64..400, 0..6),
        value in proptest::option::of(0u64..400),
        closed in proptest::option::of(0u64..400),
        last in proptest::option::of(0u64..400),
        planned in proptest::collection::vec(0u64..400, 0..4),
        value_due in proptest::option::of(0u64..400),
        open in any::<bool>(),
    ) -> OnboardingFacts {
        OnboardingFacts {
            calls: calls.iter().copied().map(fact).collect(),
            kickoffs: calls.first().copied().map(fact).into_iter().collect(),
            first_value: value.map(fact),
            evidence: true,
            closed: closed.map(fact),
            open: open && closed.is_none(),
            last_step: last.map(day),
            planned: planned.into_iter().map(day).collect(),
            value_due: value_due.map(day),
            ..begun(start)
        }
    }
}

fn place(state: MeasureState) -> u8 {
    match state {
        MeasureState::OnTrack => 0,
        MeasureState::Behind => 1,
        MeasureState::Stuck => 2,
        MeasureState::Met | MeasureState::Missed | MeasureState::Unknown => 3,
    }
}

proptest! {
    #[test]
    fn what_is_reached_is_met_or_missed_by_its_days_and_stays_so(facts in any_facts(), today in 400u64..600) {
        let targets = OnboardingTargets::default();
        let (now, later) = (measures(&facts, &targets, day(today)), measures(&facts, &targets, day(today + 50)));
        let pairs = [
            (&now.time_to_engage, &later.time_to_engage),
            (&now.time_to_first_value, &later.time_to_first_value),
            (&now.time_to_onboard, &later.time_to_onboard),
            (&now.kickoff, &later.kickoff),
            (&now.second_call, &later.second_call),
        ];
        for (one, after) in pairs {
            match one.days {
                Some(days) => {
                    let expected = if days <= one.target { MeasureState::Met } else { MeasureState::Missed };
                    prop_assert!(days >= 0 && one.forecast.is_none());
                    prop_assert_eq!((one.state, one.from.len()), (expected, 2));
                    prop_assert_eq!((one, one.state), (after, after.state), "time changes nothing");
                }
                None => prop_assert!(place(after.state) >= place(one.state), "what is open never gets better by waiting"),
            }
            prop_assert!(one.forecast.is_none_or(|end| end >= day(today)), "nothing ends in the past");
        }
        prop_assert!(!now.not_engaged || facts.open);
    }
}
