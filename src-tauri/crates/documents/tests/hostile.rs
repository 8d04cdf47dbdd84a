//! Whatever is written in a field comes out as that text, or as a visible box and named; it never stops the print.
#![allow(clippy::unwrap_used, clippy::expect_used)]

mod checks;
mod sample;

use cairn_documents::success_plan::{Role, ServedBy, SuccessPlan, summary};
use cairn_domain::{Declared, InitiativeStatus};
use checks::{print, print_summary};
use proptest::prelude::*;

/// The text in every field of a record that takes one.
fn set(record: &mut impl Declared, text: &str) {
    record.edit_texts(&mut |_, place| *place = text.to_owned());
}

/// The text in every field that takes one.
fn everywhere(text: &str) -> SuccessPlan {
    let mut plan = sample::nordwind_internal();
    for field in [
        &mut plan.account,
        &mut plan.title,
        &mut plan.sponsor,
        &mut plan.strategy,
        &mut plan.highlights,
        &mut plan.author.name,
        &mut plan.author.title,
        &mut plan.brand.company,
        &mut plan.brand.footer,
    ] {
        *field = text.to_owned();
    }
    plan.classification = Some(text.to_owned());
    for person in &mut plan.people {
        person.roles = vec![Role::OutcomeOwner, Role::Other(text.to_owned())];
        for field in [&mut person.name, &mut person.title] {
            *field = text.to_owned();
        }
    }
    plan.objectives.truncate(1);
    for objective in &mut plan.objectives {
        set(&mut objective.record, text);
        for criterion in &mut objective.criteria {
            set(&mut criterion.record, text);
            criterion.readings.iter_mut().for_each(|reading| set(&mut reading.record, text));
        }
        objective.served_by = vec![ServedBy {
            title: text.to_owned(),
            status: InitiativeStatus::NotStarted,
            due: None,
            home: text.to_owned(),
        }];
        for initiative in &mut objective.initiatives {
            set(&mut initiative.record, text);
            initiative.tasks.iter_mut().for_each(|task| set(&mut task.record, text));
        }
    }
    if let cairn_documents::success_plan::Reader::Internal(internal) = &mut plan.reader {
        for closure in &mut internal.closures {
            for field in [&mut closure.objective, &mut closure.reason, &mut closure.outcome] {
                *field = text.to_owned();
            }
        }
        for note in &mut internal.notes {
            (note.about, note.text) = (text.to_owned(), text.to_owned());
        }
    }
    plan
}

#[test]
fn markup_is_text() {
    for text in [
        "#panic()",
        "$x$",
        "*a*",
        "@ref",
        "<label>",
        "_b_ and `c`",
        "= Title",
        "- item",
        "// comment",
        "\\u{41}",
        "#{1/0}",
        "[content](link)",
        "-> and <- and --- and ...",
        "\"quoted\" 'text'",
        "{name} and {title}",
        "a~b",
    ] {
        let printed = print(&everywhere(text));
        let letters = printed.letters();
        let wanted = text.replace(' ', "");
        let seen = letters.matches(&wanted).count();
        assert!(seen >= 20, "{text} stands as it was typed in every field, not {seen} times: {letters}");
        assert!(printed.rendered.missing.is_empty(), "the shipped fonts have all of {text}");
        printed.is_sound(&format!("{text}, {text}"));
    }
}

#[test]
fn an_unbroken_word_of_ten_thousand_letters_wraps_is_cut_and_named() {
    let word = "a".repeat(10_000);
    let printed = print(&everywhere(&word));
    let rendered = &printed.rendered;
    assert!(
        rendered.cut.iter().all(|cut| cut.contains("of its 100")),
        "each cut says how long it was: {:?}",
        rendered.cut
    );
    assert!(rendered.cut.iter().any(|cut| cut.contains("400")), "cells are cut: {:?}", rendered.cut);
    assert!(rendered.pages < 120, "a long word does not run away with the pages: {}", rendered.pages);
    assert!(printed.letters().contains(&"a".repeat(2_000)), "prose is not cut but broken over lines");
    printed.is_sound(&format!("{0}…, {0}…", "a".repeat(299)));
    assert_eq!(print_summary(&everywhere(&word)).rendered.pages, 1, "one page is one page");
}

#[test]
fn what_no_page_can_carry_is_taken_out_and_the_rest_stays() {
    let printed = print(&everywhere("a\u{0}b\u{7}c\u{feff}d\u{202e}e\u{2067}f\u{fffc}g\u{ffff}h\ti"));
    assert!(printed.text().contains("abcdefgh i"), "only what is no text is gone: {}", printed.text());
    assert!(printed.rendered.missing.is_empty(), "nothing is left that a font would have to have");
}

#[test]
fn a_character_that_no_font_has_becomes_a_box_and_is_named() {
    let printed = print(&everywhere("pre\u{10fffd}post"));
    assert_eq!(printed.rendered.missing, ['\u{10fffd}'], "the report names it once");
    let text = printed.text();
    assert!(text.contains("pre\u{25a1}post"), "the page shows where it was: {text}");
    printed.is_sound("pre\u{25a1}post, pre\u{25a1}post");
}

#[test]
fn other_scripts_print_with_this_machines_fonts_or_as_boxes() {
    for text in [
        "\u{5e9}\u{5dc}\u{5d5}\u{5dd}",
        "\u{645}\u{631}\u{62d}\u{628}\u{627}",
        "\u{5317}\u{98a8}",
        "\u{1f600}",
        "\u{e2a}\u{e27}",
    ] {
        let printed = print(&everywhere(text));
        let missing = &printed.rendered.missing;
        let seen = printed.text();
        for c in text.chars() {
            let named = missing.contains(&c);
            assert!(
                seen.contains(c) || (named && seen.contains('\u{25a1}')),
                "{c:?} is there, or is a box and named: {seen}"
            );
        }
    }
}

#[test]
fn blank_titles_have_a_name() {
    for blank in ["", "   ", "\u{200b}", "\u{feff}\n"] {
        let printed = print(&everywhere(blank));
        printed.is_sound("Untitled, Untitled");
    }
}

#[test]
fn a_megabyte_in_every_field_is_cut_to_what_a_page_holds() {
    let text = "Every word of it. ".repeat(60_000);
    let printed = print_summary(&everywhere(&text));
    assert_eq!(printed.rendered.pages, 1, "one page is one page");
    assert!(!printed.rendered.cut.is_empty(), "and the report says what was cut");
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 12, max_shrink_iters: 8, ..ProptestConfig::default() })]

    #[test]
    fn any_text_in_every_field_prints(text in any::<String>()) {
        let rendered = cairn_documents::success_plan::render(&everywhere(&text));
        prop_assert!(rendered.is_ok(), "{text:?}: {rendered:?}");
        let pages = summary::render(&everywhere(&text)).map(|rendered| rendered.pages);
        prop_assert!(matches!(pages, Ok(1)), "{text:?} on one page: {pages:?}");
    }

    #[test]
    fn any_numbers_and_dates_print(
        values in prop::collection::vec((any::<f64>(), 0_i64..40_000), 0..6),
        aims in prop::array::uniform4(prop::option::of(any::<f64>())),
        progress in prop::option::of(any::<f64>()),
        goal in prop::option::of(-20_000_i64..80_000),
        kind in 0_usize..6,
        direction in 0_usize..3,
    ) {
        use cairn_domain::{CriterionKind, Direction};
        use strum::VariantArray;
        let mut plan = sample::nordwind();
        let epoch = sample::day("1970-01-01");
        let date = |days| epoch + chrono::Duration::days(days);
        let criterion = &mut plan.objectives[0].criteria[0];
        criterion.readings =
            values.iter().map(|(value, days)| sample::reading(date(*days), *value)).collect();
        [criterion.baseline, criterion.target, criterion.target_min, criterion.target_max] = aims;
        (criterion.progress, criterion.target_date) = (progress, goal.map(date));
        (criterion.kind, criterion.direction) = (CriterionKind::VARIANTS[kind], Direction::VARIANTS[direction]);
        plan.objectives[0].outcome_progress = progress;
        plan.outcome_progress = progress;
        let rendered = cairn_documents::success_plan::render(&plan);
        prop_assert!(rendered.is_ok(), "{rendered:?}");
    }
}
