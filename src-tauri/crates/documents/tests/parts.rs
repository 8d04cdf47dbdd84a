//! The parts that can be chosen, and what every page has: brand, classification, own labels.
#![allow(clippy::unwrap_used, clippy::expect_used)]

mod checks;
mod sample;

use std::collections::BTreeSet;

use cairn_documents::{
    Brand, Paper,
    success_plan::{Agreement, Asked, Ended, Section, Signature, SuccessPlan, Version},
};
use cairn_domain::VerifiableOutcomeStage;
use checks::{looks_like, print};

const TITLE: &str = "Success plan FY27, Nordwind AG";

fn only(sections: impl IntoIterator<Item = Section>, plan: SuccessPlan) -> SuccessPlan {
    SuccessPlan { sections: sections.into_iter().collect(), ..plan }
}

#[test]
fn few_parts_and_all_but_few_are_sound_documents() {
    let all = Section::all();
    let mut plan = sample::nordwind_internal();
    plan.objectives.truncate(1);
    for one in &all {
        for other in all.range(one..) {
            let few = BTreeSet::from([*one, *other]);
            print(&only(few.clone(), plan.clone())).is_sound(TITLE);
            print(&only(&all - &few, plan.clone())).is_sound(TITLE);
        }
    }
    print(&only(all, plan)).is_sound(TITLE);
}

#[test]
fn what_is_not_chosen_is_not_there() {
    for (section, heading) in [
        (Section::WhereWeStand, "Outcomes at a glance"),
        (Section::Changes, "Since the version"),
        (Section::Timeline, "Timeline"),
        (Section::Objectives, "How we will know"),
        (Section::People, "Role in the plan"),
        (Section::SignOff, "Place and date"),
        (Section::Readings, "Readings 1 Cut the lead time"),
    ] {
        let text = print(&only([section], sample::nordwind())).text();
        assert!(text.contains(heading), "{section:?} alone is printed: {text}");
        let mut others = Section::all();
        others.remove(&section);
        let text = print(&only(others, sample::nordwind())).text();
        assert!(!text.contains(heading), "all but {section:?} is printed: {text}");
    }
    let cover = print(&only([], sample::nordwind()));
    assert_eq!(cover.rendered.pages, 1, "nothing chosen is the cover");
    let empty = print(&only([Section::People, Section::Readings], sample::empty()));
    assert!(empty.text().contains("This copy"), "what has nothing to say leaves the cover");
}

#[test]
fn people_stand_with_title_and_role_on_their_side() {
    let printed = print(&only([Section::People], sample::nordwind()));
    let text = printed.text();
    for said in [
        "Nordwind AG Name Title Role in the plan Ines Falk Chief Technology Officer Sponsor",
        "Jonas Reuter Head of Platform Owns outcome 1, leads initiatives",
        "Customer success Name Title Role in the plan Mara Lindt",
        "Architect, owns outcomes 1, 2, holds the security lab",
    ] {
        assert!(text.contains(said), "{said} stands there: {text}");
    }
    looks_like(&printed, 1, "people");
}

#[test]
fn every_reading_is_in_the_appendix_with_the_notes_that_may_be_seen() {
    let printed = print(&only([Section::Readings], sample::nordwind()));
    let text = printed.text();
    assert!(
        text.contains("5 Jan 2026 20 days") && text.contains("5 Oct 2026 Yes"),
        "with their units: {text}"
    );
    assert!(!text.contains("Note"), "without notes there is no column for them");
    looks_like(&printed, 1, "readings");
    let ours = print(&SuccessPlan {
        reader: cairn_documents::success_plan::Reader::Customer,
        ..sample::nordwind_internal()
    });
    assert!(
        ours.text().contains("9 Nov 2026 12.5 days The fifth pilot service is still by hand."),
        "with its note"
    );
}

#[test]
fn what_changed_since_the_last_version_is_told_fact_by_fact() {
    let printed = print(&only([Section::Changes], sample::nordwind()));
    printed.is_sound(TITLE);
    let text = printed.text();
    for said in [
        "Since the version “Agreed at the summer review” of 14 Jul 2026.",
        "Plan Highlights reworded",
        "Period ends 31 Dec 2026 31 Jan 2027",
        "Sponsor – Ines Falk, Chief Technology Officer",
        "Outcome Status Watchpoint On Track",
        "Readings 2 new, 1 corrected",
        "Due 18 Dec 2026 29 Jan 2027",
        "New by 20 Nov 2026, parts of it: 1",
        "Taken out by 30 Oct 2026",
    ] {
        assert!(text.contains(said), "{said} stands there: {text}");
    }
    assert!(!text.contains("a1") && !text.contains("Cost report"), "a place in a list is no fact: {text}");
    looks_like(&printed, 1, "changes");
    let mut same = sample::nordwind();
    same.agreement.changes = cairn_domain::Comparison::default();
    let empty = print(&only([Section::Changes], same)).text();
    assert!(empty.contains("This copy"), "where nothing changed there is no page for it: {empty}");
}

#[test]
fn who_signed_stands_with_their_words_and_who_is_asked_has_a_line() {
    for paper in [Paper::A4, Paper::Letter] {
        let printed = print(&SuccessPlan { paper, ..only([Section::SignOff], sample::nordwind()) });
        printed.is_sound(TITLE);
        let text = printed.text();
        let signed = "Ines Falk Sponsor 16 Jul 2026 “This is what we bought it for. Agreed.”";
        assert!(text.contains(signed), "who, when, in which words: {text}");
        assert!(text.contains("The plan has changed since."), "of what the words were said: {text}");
        assert_eq!(text.matches("Signature Place and date").count(), 2, "two are asked: {text}");
        if paper == Paper::A4 {
            looks_like(&printed, 1, "sign_off");
        }
    }
    let mut plan = only([Section::SignOff], sample::nordwind());
    plan.agreement.changes = cairn_domain::Comparison::default();
    assert!(print(&plan).text().contains("which this copy repeats"), "a copy of the version itself says so");
    plan.agreement = cairn_documents::success_plan::Agreement::default();
    assert!(print(&plan).text().contains("This copy"), "without anybody there is no page");
}

#[test]
fn a_signature_that_stands_no_more_says_why_and_is_nobodys_agreement() {
    let mut plan = only([Section::SignOff], sample::nordwind());
    let withdrawn = Some(sample::day("2026-07-20"));
    plan.agreement.signed[0].ended = Some(Ended { withdrawn, reason: "Signed for another plan".into() });
    let text = print(&plan).text();
    assert!(
        text.contains("Withdrawn on 20 Jul 2026: Signed for another plan"),
        "it is still to be seen: {text}"
    );
    assert!(!text.contains("Agreed by Ines Falk"), "what was taken back is no agreement: {text}");
    plan.agreement.signed[0].ended = Some(Ended { withdrawn: None, reason: "It was the Friday".into() });
    assert!(
        print(&plan).text().contains("Corrected: It was the Friday"),
        "nor is it hidden that one was corrected"
    );
}

#[test]
fn an_initiative_of_another_outcome_is_named_with_its_home() {
    let text = print(&only([Section::Objectives], sample::nordwind())).text();
    let said = "serves this outcome too; at home under “Cut the lead time from commit to production in half”";
    assert!(text.contains(said), "the third outcome names it: {text}");
}

#[test]
fn a_house_prints_on_its_own_paper() {
    for paper in [Paper::A4, Paper::Letter] {
        let printed = print(&SuccessPlan { paper, ..sample::branded() });
        printed.is_sound(TITLE);
        assert_eq!(printed.rendered.remarks, [""; 0], "nothing to remark");
        assert!(
            printed.spoken().iter().any(|said| said == "Logo of Steinmann Success"),
            "the logo has words"
        );
        for page in 1..=printed.rendered.pages {
            let text = printed.page(page);
            let marks = text.matches("VS-NUR FÜR DEN DIENSTGEBRAUCH").count();
            assert!(marks >= 2, "page {page} is classified above and below: {text}");
            assert!(
                text.contains("Steinmann Success GmbH, Hafenstrasse 1"),
                "page {page} has the house's line"
            );
        }
        if paper == Paper::A4 {
            looks_like(&printed, 1, "branded");
        }
    }
}

#[test]
fn the_one_page_is_classified_too_and_a_missing_line_is_remarked_on() {
    let printed = checks::print_summary(&sample::branded());
    let marks = printed.text().matches("VS-NUR FÜR DEN DIENSTGEBRAUCH").count();
    assert!(marks >= 2, "above and below: {}", printed.text());
    let printed = print(&SuccessPlan { classification: Some(String::new()), ..sample::nordwind() });
    let said = "The account is of the public sector and has no classification line.";
    assert_eq!(printed.rendered.remarks, [said], "whoever looks it through is told");
}

#[test]
fn only_who_signed_is_said_to_have_agreed() {
    let told = |agreed_by: &str, signed: &[&str], asked: &[&str]| {
        let signature = |person: &&str| Signature {
            person: (*person).into(),
            role: String::new(),
            on: sample::day("2026-11-12"),
            words: String::new(),
            ended: None,
        };
        let agreement = Agreement {
            version: Some(Version {
                name: "Kick-off".into(),
                frozen_on: sample::day("2026-11-10"),
                agreed_by: agreed_by.into(),
            }),
            signed: signed.iter().map(signature).collect(),
            asked: asked.iter().map(|name| Asked { name: (*name).into(), role: String::new() }).collect(),
            ..Agreement::default()
        };
        print(&only([Section::SignOff], SuccessPlan { agreement, ..sample::nordwind() })).text()
    };
    let text = told("Ines Falk", &[], &["Ines Falk"]);
    assert!(!text.contains("Agreed by"), "nobody signed: {text}");
    assert!(
        text.contains("is what is to be signed") && text.contains("To be agreed by Ines Falk."),
        "{text}"
    );
    let text = told("Ines Falk and Tom Brandt", &["ines falk"], &["Lea Brandt"]);
    assert!(
        text.contains("Agreed by ines falk. To be agreed by Tom Brandt, Lea Brandt."),
        "each once: {text}"
    );
    let text = told("Ines Falk; Tom Brandt", &["Tom Brandt", "Ines Falk"], &[]);
    assert!(
        text.contains("Agreed by Tom Brandt, Ines Falk.") && !text.contains("To be agreed"),
        "all: {text}"
    );
    let text = told("", &["Ines Falk"], &[]);
    assert!(
        text.contains("Agreed by Ines Falk.") && !text.contains("To be agreed"),
        "nobody was named: {text}"
    );
}

#[test]
fn a_verified_outcome_says_who_confirmed_it_when_and_in_which_words() {
    let mut plan = only([Section::Objectives], sample::nordwind());
    let objective = &mut plan.objectives[0];
    (objective.stage, objective.confirmed_on) =
        (VerifiableOutcomeStage::Verified, Some(sample::day("2026-11-12")));
    (objective.confirmed_by, objective.confirmed_words) = ("Ines Falk".into(), "We ship in days now.".into());
    let text = print(&plan).text();
    assert!(text.contains("Confirmed by Ines Falk on 12 Nov 2026 We ship in days now."), "as said: {text}");
}

#[test]
fn a_logo_that_cannot_be_read_is_left_out_and_said() {
    let broken: [&[u8]; 4] =
        [b"", b"\x89PNG\r\n\x1a\nbroken", b"<svg xmlns='http://www.w3.org/2000/svg'><path", b"hello"];
    for logo in broken {
        let brand = Brand { logo: Some(logo.into()), ..sample::branded().brand };
        let printed = print(&SuccessPlan { brand, ..sample::branded() });
        printed.is_sound(TITLE);
        let remarks = &printed.rendered.remarks;
        assert!(
            remarks.len() == 1 && remarks[0].contains("it is left out"),
            "the report says so: {remarks:?}"
        );
        assert!(printed.page(1).contains("Steinmann Success"), "the name stands in its place");
    }
}

#[test]
fn a_logo_of_every_kind_is_printed() {
    for (kind, logo) in sample::logos() {
        let brand = Brand { logo: Some(logo), ..Brand::default() };
        let printed = print(&only([], SuccessPlan { brand, ..sample::nordwind() }));
        printed.is_sound(TITLE);
        assert_eq!(printed.rendered.remarks, [""; 0], "{kind} is read");
        assert_eq!(printed.spoken(), ["Logo"], "{kind} is there");
    }
}

#[test]
fn a_colour_too_light_to_read_is_darkened_and_what_is_no_colour_is_said() {
    let with = |colour: &str| {
        let brand = Brand { colour: colour.into(), ..Brand::default() };
        print(&only([Section::WhereWeStand], SuccessPlan { brand, ..sample::nordwind() })).rendered.remarks
    };
    assert_eq!(with("#2456c9"), [""; 0], "a dark one is used as it is");
    let said = "The colour #ffcc00 is too light to be read on white; #917300, a darker tone of it, is used.";
    assert_eq!(with("#ffcc00"), [said], "a light one is darker on paper");
    let said = "“blue” is no colour such as #2456c9; the program’s own is used.";
    assert_eq!(with("blue"), [said], "a word is no colour");
}

#[test]
fn own_labels_stand_in_place_of_ours_and_unknown_ones_nowhere() {
    let own = [
        ("doc_where_we_stand", "The year in short"),
        ("doc_outcome_n", "Goal"),
        ("document_nonsense", "Nonsense"),
    ];
    let labels = own.map(|(key, text)| (key.to_owned(), text.to_owned())).into();
    let printed = print(&SuccessPlan { labels, ..sample::nordwind() });
    printed.is_sound(TITLE);
    let text = printed.text();
    assert!(text.contains("The year in short") && !text.contains("Where we stand"), "an own heading: {text}");
    assert!(text.contains("Outcome 1 Cut the lead"), "a wording without the number is not used");
    assert!(!text.contains("Nonsense"), "an unknown label is nowhere");
}

proptest::proptest! {
    #![proptest_config(proptest::prelude::ProptestConfig { cases: 32, ..Default::default() })]

    #[test]
    fn a_damaged_logo_never_stops_the_print(
        kind in 0_usize..4,
        at in proptest::prelude::any::<proptest::sample::Index>(),
        byte in proptest::prelude::any::<u8>(),
        short in proptest::prelude::any::<bool>(),
    ) {
        let mut logo = sample::logos()[kind].1.clone();
        let at = at.index(logo.len());
        logo[at] = byte;
        if short {
            logo.truncate(at);
        }
        let brand = Brand { logo: Some(logo), ..Brand::default() };
        let plan = only([], SuccessPlan { brand, ..sample::empty() });
        let rendered = cairn_documents::success_plan::render(&plan);
        proptest::prop_assert!(rendered.is_ok(), "{rendered:?}");
    }
}
