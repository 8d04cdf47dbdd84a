//! The plan on one page: exactly one, whatever the plan holds, and what is not told is said to be missing.
#![allow(clippy::unwrap_used, clippy::expect_used)]

mod checks;
mod sample;

use cairn_documents::{
    Paper,
    success_plan::{Criterion, SuccessPlan},
};
use cairn_domain::Direction;
use checks::{looks_like, print_summary};

const TITLE: &str = "Success plan FY27, Nordwind AG";

#[test]
fn a_plan_fits_a_page_on_either_paper_for_either_reader() {
    for plan in [sample::nordwind(), sample::nordwind_internal(), sample::branded(), sample::empty()] {
        for paper in [Paper::A4, Paper::Letter] {
            let printed = print_summary(&SuccessPlan { paper, ..plan.clone() });
            printed.is_sound(TITLE);
            assert_eq!(printed.rendered.pages, 1, "one page on {paper:?}");
            assert_eq!(printed.rendered.cut, [""; 0], "and nothing is cut");
        }
    }
}

#[test]
fn an_executive_finds_what_was_reached_confirmed_comes_next_and_is_needed() {
    let printed = print_summary(&sample::verified());
    let text = printed.text();
    for said in [
        "Cut the lead time from commit to production in half On Track Accepted 76 % 30 Jun 2027",
        "What the readings say • Findings older than 90 days rose from 40 to 46 findings, away from the target of 10 findings • Median lead time for changes fell from 20 to 12.5 days; 75 % of the way to 10 days",
        "3 “A developer who joins on Monday ships on Friday. We would not go back.” Confirmed by Ines Falk on 12 Nov 2026",
        "What is next",
    ] {
        assert!(text.contains(said), "{said}: {text}");
    }
    let needed = text.split("What we need from you").nth(1).unwrap();
    let late = needed.find("Cost report of the runners");
    assert!(
        late.is_some() && late < needed.find("Policies on 12 groups"),
        "what is late comes first: {needed}"
    );
    assert!(!needed.contains("Hands-on security lab"), "what we do ourselves is not asked for: {needed}");
    looks_like(&printed, 1, "summary_verified");
}

#[test]
fn one_to_forty_outcomes_with_all_parts_are_one_page() {
    for outcomes in [1, 2, 3, 5, 8, 13, 21, 30, 40] {
        for paper in [Paper::A4, Paper::Letter] {
            let printed = print_summary(&SuccessPlan { paper, ..sample::many(outcomes) });
            assert_eq!(printed.rendered.pages, 1, "{outcomes} outcomes on {paper:?}");
            let text = printed.text();
            for part in ["What the readings say", "What is next", "What we need from you"] {
                assert!(text.contains(part), "{outcomes} outcomes on {paper:?} still tell {part}: {text}");
            }
            let cut = text.contains(&format!("of {outcomes} outcomes are shown"));
            // Between the two, it is the paper that decides.
            if !(6..=9).contains(&outcomes) {
                assert_eq!(cut, outcomes > 9, "{outcomes} on {paper:?}: what is not shown is said: {text}");
            }
        }
    }
}

#[test]
fn no_measure_that_goes_the_wrong_way_is_left_out_however_many_go_well() {
    for outcomes in [1, 3, 12, 40] {
        let mut plan = sample::many(outcomes);
        let lost = |name: &str, latest: f64| {
            sample::read(sample::criterion(name, "days", (20.0, 10.0)), &[("2026-10-01", latest)])
        };
        let fine = |criterion: &Criterion| criterion.progress.is_none_or(|progress| progress >= 0.0);
        plan.objectives.iter_mut().for_each(|objective| objective.criteria.retain(fine));
        // The second measure of the last outcome, and one that went farther.
        let last = plan.objectives.last_mut().unwrap();
        last.criteria.push(lost("Time to restore", 21.0));
        last.criteria.push(lost("Change failure", 35.0));
        let printed = print_summary(&plan);
        assert_eq!(printed.rendered.pages, 1, "one page of {outcomes}");
        let text = printed.text();
        let [restore, failure] =
            ["Time to restore rose from 20 to 21 days, away", "Change failure rose from 20 to 35 days, away"]
                .map(|said| text.find(said));
        assert!(failure.is_some() && failure < restore, "both of {outcomes}, the worst first: {text}");
        if outcomes == 40 {
            assert!(text.contains("none of them moves the wrong way"), "what is not told is fine: {text}");
            assert!(text.contains("none of the others moves the wrong way"), "nor an outcome: {text}");
        }
    }
}

#[test]
fn the_number_of_an_outcome_says_the_wrong_way_whatever_its_target() {
    let mut plan = sample::many(1);
    let mut floor =
        sample::read(sample::criterion("Coverage", "points", (99.0, 95.0)), &[("2026-10-01", 80.0)]);
    (floor.direction, floor.target_min) = (Direction::InRange, Some(95.0));
    (floor.target, floor.progress) = (None, None);
    plan.objectives[0].criteria = vec![floor];
    let text = print_summary(&plan).text();
    assert!(text.contains("Coverage, from 99: the wrong way"), "the number: {text}");
    assert!(text.contains("Coverage fell from 99 to 80 points, below 95 points"), "the sentence: {text}");
}

#[test]
fn it_looks_as_it_was_kept() {
    let printed = print_summary(&sample::nordwind());
    insta::assert_snapshot!(printed.layout());
    looks_like(&printed, 1, "summary");
}

#[test]
fn four_hundred_outcomes_are_cut_to_a_page_that_says_so() {
    let printed = print_summary(&sample::years(400));
    printed.is_sound(TITLE);
    assert_eq!(printed.rendered.pages, 1, "one page");
    let said = printed.rendered.cut.iter().find(|cut| cut.contains("of 400 outcomes"));
    let said = said.expect("the report says how many are not shown");
    assert!(printed.text().contains(said.as_str()), "and so does the page: {}", printed.text());
}

#[test]
fn two_thousand_words_of_highlights_are_cut_and_named() {
    let plan = SuccessPlan { highlights: "A word and more. ".repeat(500), ..sample::years(60) };
    let printed = print_summary(&plan);
    printed.is_sound(TITLE);
    assert_eq!(printed.rendered.pages, 1, "one page");
    let cut = &printed.rendered.cut;
    assert!(cut.iter().any(|cut| cut.starts_with("“A word and more.")), "the report names it: {cut:?}");
    assert!(printed.text().contains("…"), "the page shows that there was more");
}

#[test]
fn titles_that_never_end_still_leave_one_page() {
    let mut plan = sample::nordwind();
    let long = "Onwards and upwards ".repeat(40);
    for objective in &mut plan.objectives {
        objective.title = long.clone();
        objective.owner = long.clone();
        objective.customer_owner = "Upwards".repeat(60);
    }
    (plan.title, plan.sponsor) = (long.clone(), long);
    let printed = print_summary(&plan);
    assert_eq!(printed.rendered.pages, 1, "one page");
    assert!(!printed.rendered.cut.is_empty(), "and says what it cut");
}

#[test]
fn what_is_ours_alone_is_not_on_a_customers_page() {
    let text = print_summary(&sample::nordwind()).text();
    assert!(!text.contains("Internal") && !text.contains("EUR"), "nothing of ours: {text}");
    let ours = print_summary(&sample::nordwind_internal()).text();
    assert!(ours.contains("Internal: not for the customer"), "ours says whom it is not for: {ours}");
}
