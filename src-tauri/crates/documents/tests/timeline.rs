//! The printed timeline: which pages it takes, what it says, and what a screen reader hears of it.
#![allow(clippy::unwrap_used, clippy::expect_used)]

mod checks;
mod sample;

use std::collections::BTreeSet;

use cairn_documents::success_plan::{Objective, Section, SuccessPlan};
use cairn_domain::TaskStatus;
use checks::{Printed, looks_like, print};

const TITLE: &str = "Success plan FY27, Nordwind AG";

fn only_timeline(plan: SuccessPlan) -> SuccessPlan {
    SuccessPlan { sections: BTreeSet::from([Section::Timeline]), ..plan }
}

fn of(objectives: Vec<Objective>) -> Printed {
    let printed = print(&only_timeline(SuccessPlan { objectives, ..sample::empty() }));
    printed.is_sound(TITLE);
    printed
}

#[test]
fn a_plan_of_a_year_is_one_page_laid_across_and_says_what_it_finds() {
    let printed = print(&only_timeline(sample::nordwind()));
    printed.is_sound(TITLE);
    assert_eq!(printed.rendered.pages, 1, "one page");
    assert!(printed.info().contains("841.89 x 595.276"), "laid across: {}", printed.info());
    let finding = "1 Feb 2026 to 30 Sep 2027, 1 of 6 steps done, 1 overdue, 1 blocked. Next: Hands-on security lab, \
                   11 Dec 2026.";
    assert!(printed.text().contains(finding), "the finding stands over it: {}", printed.text());
    let spoken = printed.spoken();
    assert_eq!(spoken, [format!("Timeline. {finding}")], "and is heard in place of the bars");
    assert!(printed.structure().contains("Working"), "the table has headers");
    looks_like(&printed, 1, "timeline");
}

#[test]
fn without_a_date_it_says_so() {
    let printed = of(vec![sample::objective("One"), sample::objective("Two")]);
    let text = printed.text();
    assert!(text.contains("Nothing in this plan has a date yet."), "it says why there are no bars: {text}");
    assert!(!text.contains("Q1") && !text.contains("today"), "no empty axis: {text}");
}

#[test]
fn a_plan_of_one_day_has_its_month() {
    let mut objective = sample::objective("One");
    objective.due = Some(sample::day("2026-11-25"));
    let text = of(vec![objective]).text();
    assert!(text.contains("Nov") && text.contains(" 25 Nov 2026. "), "its month and its day: {text}");
}

#[test]
fn what_is_done_ends_on_the_day_it_was_done() {
    let mut task = sample::task("Pilot", TaskStatus::ClosedSuccess, "Platform", "2026-12-31");
    (task.start, task.done_date) = (Some(sample::day("2026-11-02")), Some(sample::day("2026-11-11")));
    let mut objective = sample::objective("One");
    objective.initiatives = vec![sample::plain_initiative("Move", vec![task])];
    let text = of(vec![objective]).text();
    assert!(text.contains("2 Nov 26 11 Nov 26 8"), "start, the day it was done, eight working days: {text}");
    assert!(!text.contains("Dec"), "the day it was due does not stretch the axis: {text}");
}

#[test]
fn many_years_are_an_overview_and_then_the_quarters_in_which_something_runs() {
    let mut plan = sample::years(20);
    plan.objectives[3].initiatives[0].tasks.clear();
    let printed = print(&only_timeline(plan));
    printed.is_sound(TITLE);
    let bookmarks = printed.bookmarks();
    let quarters = bookmarks.iter().filter(|title| title.starts_with("Quarter ")).count();
    assert_eq!(quarters, 21, "every quarter of the five years has a page: {bookmarks:?}");
    assert!(
        printed.page(1).contains("2024 2025 2026 2027 2028"),
        "the overview has years: {}",
        printed.page(1)
    );
    let second = printed.page(2);
    assert!(
        second.contains("Quarter 1, 2024") && second.contains("What Who Status"),
        "with its table: {second}"
    );
    assert!(!second.contains("region 12"), "only what runs in it: {second}");
}

#[test]
fn a_slip_of_the_pen_by_a_thousand_years_does_not_fill_a_library() {
    let mut plan = sample::years(3);
    plan.objectives[0].initiatives[0].start = Some(sample::day("1026-01-01"));
    plan.objectives[1].due = Some(sample::day("9999-12-31"));
    let printed = print(&only_timeline(plan));
    printed.is_sound(TITLE);
    assert!(printed.rendered.pages <= 30, "{} pages", printed.rendered.pages);
    let said = "Of the timeline’s quarters the 24 nearest to today are shown.";
    assert_eq!(printed.rendered.cut, [said], "what is left out is said");
}

#[test]
fn four_hundred_outcomes_repeat_the_table_on_every_page() {
    let objectives = (0..400).map(|number| {
        let mut objective = sample::objective(&format!("Outcome called {number}"));
        objective.start = Some(sample::day("2026-11-01") + chrono::Days::new(number % 90));
        objective.due = objective.start.map(|start| start + chrono::Days::new(60));
        objective
    });
    let printed = of(objectives.collect());
    let pages = printed.rendered.pages;
    assert!((8..40).contains(&pages), "a page holds a dozen rows at least: {pages}");
    for page in 1..=pages {
        let text = printed.page(page);
        assert!(
            text.contains("What Who Status Start Due Working days"),
            "page {page} has the table's header: {text}"
        );
        assert!(text.contains("Jan"), "page {page} has the axis: {text}");
    }
    assert!(printed.page(pages).contains("400 Outcome called 399"), "and the last is there");
}

#[test]
fn nearly_a_hundred_tasks_stand_on_two_pages_and_what_is_drawn_together_is_said() {
    let mut number = 0;
    let objectives = (0..6).map(|outcome| {
        let initiatives = (0..3).map(|work| {
            let tasks = (0..if work == 0 { 6 } else { 5 }).map(|step| {
                number += 1;
                let status = match step {
                    0..2 => TaskStatus::ClosedSuccess,
                    2 => TaskStatus::WorkInProgress,
                    _ => TaskStatus::New,
                };
                let mut task =
                    sample::task(&format!("Step called {number}"), status, "Platform team", "2027-02-01");
                let start = sample::day("2026-09-01") + chrono::Days::new(20 * step + outcome);
                (task.start, task.due) = (Some(start), Some(start + chrono::Days::new(150)));
                task.milestone = step == 4 && work == 0;
                task
            });
            sample::plain_initiative(&format!("Work {outcome}.{work}"), tasks.collect())
        });
        {
            let mut it = sample::objective(&format!("Outcome {outcome}"));
            it.initiatives = initiatives.collect();
            it
        }
    });
    let printed = of(objectives.collect());
    assert_eq!(number, 96, "as many steps as a year has");
    assert_eq!(printed.rendered.pages, 2, "two pages: {}", printed.text());
    let text = printed.text();
    assert!(text.contains("Steps that are done or have not begun are drawn together."), "it is said: {text}");
    assert!(text.contains("2 steps done"), "with their number: {text}");
    assert!(text.contains("36 of 96 steps done"), "and all are counted: {text}");
    assert!(
        text.contains("Step called 3 ") && text.contains("Step called 5 "),
        "what runs and milestones stay: {text}"
    );
}
