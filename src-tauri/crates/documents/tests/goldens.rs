//! The printed success plan, kept as text and as pictures, for each reader and paper; each checked for PDF/UA-1.
#![allow(clippy::unwrap_used, clippy::expect_used)]

mod checks;
mod sample;

use cairn_documents::{
    Paper,
    success_plan::{Reader, SuccessPlan},
};
use checks::{looks_like, print};

const TITLE: &str = "Success plan FY27, Nordwind AG";

fn on(paper: Paper, plan: SuccessPlan) -> SuccessPlan {
    SuccessPlan { paper, ..plan }
}

#[test]
fn the_customers_copy_on_a4() {
    let printed = print(&sample::nordwind());
    printed.is_sound(TITLE);
    insta::assert_snapshot!(printed.layout());
    for (page, name) in [(1, "cover"), (2, "stand"), (5, "objective")] {
        looks_like(&printed, page, name);
    }
}

#[test]
fn the_customers_copy_on_letter() {
    let printed = print(&on(Paper::Letter, sample::nordwind()));
    printed.is_sound(TITLE);
    insta::assert_snapshot!(printed.layout());
    looks_like(&printed, 5, "objective_letter");
}

#[test]
fn our_copy_on_a4() {
    let printed = print(&sample::nordwind_internal());
    printed.is_sound(TITLE);
    insta::assert_snapshot!(printed.layout());
    looks_like(&printed, printed.rendered.pages, "internal");
}

#[test]
fn our_copy_on_letter() {
    let printed = print(&on(Paper::Letter, sample::nordwind_internal()));
    printed.is_sound(TITLE);
    insta::assert_snapshot!(printed.layout());
}

#[test]
fn a_screen_reader_hears_headings_table_headers_and_what_a_chart_says() {
    let mut plan = sample::nordwind();
    plan.objectives.truncate(1);
    let structure = print(&plan).structure();
    insta::assert_snapshot!(structure);
    assert!(!structure.contains("doc_"), "every label has its words");
}

#[test]
fn every_part_has_a_bookmark() {
    let plan = sample::nordwind();
    let bookmarks = print(&plan).bookmarks();
    let titles = plan.objectives.iter().map(|objective| objective.title.as_str());
    for title in titles.chain(["Where we stand", "Outcomes at a glance", "How we will know", "What we do"]) {
        assert!(
            bookmarks.iter().any(|bookmark| bookmark == title),
            "{title} can be jumped to: {bookmarks:?}"
        );
    }
}

#[test]
fn an_empty_plan_says_that_it_is_empty() {
    let printed = print(&sample::empty());
    printed.is_sound(TITLE);
    assert_eq!(printed.rendered.pages, 2, "a cover, and where we stand");
    let text = printed.text();
    assert!(
        text.contains("No outcomes have been written down yet."),
        "the page says why it is empty: {text}"
    );
    for label in ["Sponsor", "Period", "Architect", "Strategy", "Next due dates"] {
        assert!(!text.contains(label), "an empty field has no label: {label}");
    }
}

#[test]
fn thirty_objectives_each_have_their_page() {
    let mut plan = sample::nordwind();
    plan.objectives = (1..=30).map(|number| sample::objective(&format!("Outcome called {number}"))).collect();
    let printed = print(&plan);
    printed.is_sound(TITLE);
    let text = printed.text();
    assert!(text.contains("This outcome has no measure yet."), "an objective without criteria says so");
    assert!(printed.rendered.pages >= 32, "cover, where we stand, thirty pages: {}", printed.rendered.pages);
    assert!(text.contains("Outcome 30 Outcome called 30"), "the last one is there");
}

#[test]
fn the_same_plan_makes_the_same_bytes() {
    let (one, other) = (print(&sample::nordwind_internal()), print(&sample::nordwind_internal()));
    assert!(one.rendered.pdf == other.rendered.pdf, "a document can be compared by its bytes");
    let info = one.info();
    assert!(info.contains("CreationDate:    Mon Nov 23"), "its date is the plan's, not the clock's: {info}");
    assert!(info.contains("Creator:         Cairn"), "and its maker's name is fixed: {info}");
}

#[test]
fn what_is_ours_alone_is_in_our_copy_and_never_in_the_customers() {
    let ours = sample::nordwind_internal();
    let secrets = [
        "EUR 480 000",
        "Success tier Signature",
        "PR1",
        "Optimize & Renew",
        "Budget moved to the merger",
        "Two of five sites moved",
        "One toolchain for all sites",
        "Their CISO compares us",
        "Internal: not for the customer",
    ];
    let text = print(&ours).text();
    for secret in secrets {
        assert!(text.contains(secret), "our copy shows what is ours: {secret}");
    }
    let banners = text.matches("Internal: not for the customer").count();
    assert_eq!(banners, print(&ours).rendered.pages, "every page says whom it is not for");

    let customers = SuccessPlan { reader: Reader::Customer, ..ours };
    let printed = print(&customers);
    let (seen, told) = (printed.text(), printed.structure() + &printed.info());
    for secret in secrets {
        assert!(
            !seen.contains(secret) && !told.contains(secret),
            "the customer's copy has no place for it: {secret}"
        );
    }
    let input = serde_json::to_string(&customers).expect("the input is plain data");
    assert!(!input.contains("48000000"), "the input of a customer's copy cannot even carry it");
}

#[test]
fn risks_and_notes_that_a_reader_may_not_see_leave_no_trace() {
    let text = print(&sample::nordwind()).text();
    assert!(text.contains("Risks The pilot group"), "risks shown to the customer are there");
    assert!(!text.contains("Notes on the readings"), "without visible notes there is no heading for them");
    let mut plan = sample::nordwind();
    plan.objectives[1].risks.clear();
    assert!(!print(&plan).text().contains("Risks"), "without visible risks there is no heading for them");
}
