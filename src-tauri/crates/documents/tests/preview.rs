//! The preview: the same pages as the file, as pictures, and quick to set again.
#![allow(clippy::unwrap_used, clippy::expect_used)]

mod checks;
mod sample;

use cairn_documents::success_plan::{preview, render, summary};

#[test]
fn every_page_is_a_picture_and_the_file_is_the_same_as_without_a_look_at_it() {
    let plan = sample::branded();
    let preview = preview(&plan).unwrap();
    for page in 0..preview.pages() {
        let svg = preview.svg(page).expect("a page within the document");
        assert!(
            svg.starts_with("<svg") && svg.contains("viewBox"),
            "page {page} is a picture: {}",
            &svg[..80]
        );
        assert!(
            !svg.contains("http://") || svg.contains("http://www.w3.org"),
            "that asks for nothing outside"
        );
    }
    assert!(preview.svg(preview.pages()).is_none(), "there is none after the last");
    let (printed, rendered) = (preview.print().unwrap(), render(&plan).unwrap());
    assert!(printed == rendered, "the file and its report are the same");
}

#[test]
fn the_preview_reports_what_the_file_does() {
    let mut plan = sample::nordwind();
    plan.objectives[0].owner = "pre\u{10fffd}post".into();
    plan.objectives[0].initiatives[0].title = "x".repeat(900);
    plan.brand.colour = "none".into();
    let preview = preview(&plan).unwrap();
    let rendered = preview.print().unwrap();
    assert_eq!(preview.missing(), rendered.missing, "what no font has");
    assert_eq!(preview.cut(), rendered.cut, "what was cut");
    assert_eq!(preview.remarks(), rendered.remarks, "and the rest");
    assert!(
        !rendered.missing.is_empty() && !rendered.cut.is_empty() && !rendered.remarks.is_empty(),
        "all of it"
    );
}

#[test]
fn a_summary_has_one_picture() {
    let preview = summary::preview(&sample::nordwind()).unwrap();
    assert_eq!(preview.pages(), 1, "one page");
    assert!(preview.svg(0).is_some() && preview.svg(1).is_none(), "and one picture");
}
