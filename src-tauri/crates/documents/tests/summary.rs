//! The plan on one page: exactly one, whatever the plan holds, and what is not told is said to be missing.
#![allow(clippy::unwrap_used, clippy::expect_used)]

mod checks;
mod sample;

use cairn_documents::{Paper, success_plan::SuccessPlan};
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
