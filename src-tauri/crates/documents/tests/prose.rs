//! The author's prose on the page: bold, italic, lists and links, long and deep, in every place for prose.
#![allow(clippy::unwrap_used, clippy::expect_used)]

mod checks;
mod sample;

use cairn_documents::success_plan::SuccessPlan;
use cairn_domain::{Declared as _, Sort};
use checks::{print, print_summary};

const TITLE: &str = "Success plan FY27, Nordwind AG";

/// A plan with a text in every place for prose.
fn everywhere(text: &str) -> SuccessPlan {
    let mut plan = sample::nordwind();
    plan.objectives.truncate(1);
    let objective = &mut plan.objectives[0];
    objective.edit_texts(&mut |field, place| {
        if field.sort == Sort::Prose {
            *place = text.into();
        }
    });
    plan.strategy = text.into();
    plan.highlights = text.into();
    plan
}

#[test]
fn what_the_author_marked_is_seen_and_heard() {
    let text = "First **delivery**, then _findings_:\n\n- templates once\n- waves, see \
                [the board](https://example.org/board)\n\n1. pilot\n2. the rest";
    let printed = print(&everywhere(text));
    printed.is_sound(TITLE);
    let seen = printed.text();
    for wanted in
        ["First delivery, then findings:", "• templates once", "• waves, see the board", "2. the rest"]
    {
        assert_eq!(seen.matches(wanted).count(), 6, "{wanted}, in all six places: {seen}");
    }
    let structure = printed.structure();
    for tag in ["L (block)", "/ListNumbering /Decimal", "Link (inline)"] {
        assert!(structure.contains(tag), "a screen reader hears {tag}: {structure}");
    }
    print_summary(&everywhere(text)).is_sound(TITLE);
}

#[test]
fn what_an_author_hid_in_a_comment_is_not_printed() {
    let text = "Seen <!-- hidden one --> and seen.\n\n<!-- hidden two\n\nhidden three\n--> after it\n\n<b>kept</b> <!- kept";
    let seen = print(&everywhere(text)).text();
    assert!(!seen.contains("hidden"), "in a line, over lines, in blocks: {seen}");
    for kept in ["Seen and seen.", "after it", "kept"] {
        assert!(seen.contains(kept), "{kept}: what only looks like one is text: {seen}");
    }
}

#[test]
fn two_thousand_words_wrap_over_pages() {
    let text = "Every word of it is meant. ".repeat(400);
    let printed = print(&everywhere(&text));
    printed.is_sound(TITLE);
    assert_eq!(printed.rendered.cut, [""; 0], "nothing is cut");
    let whole = text.trim().replace(' ', "");
    // A footer and a header stand between two pages.
    let words = printed.letters().matches("Everywordofitismeant.").count();
    assert!(words >= 6 * 400 - 2 * printed.rendered.pages, "{words} sentences of {}", whole.len());
}

#[test]
fn deep_and_broken_marks_stand_as_far_as_they_make_sense() {
    for text in [
        "- ".repeat(300) + "x",
        "> ".repeat(300) + "x",
        "**a _b **c _d".into(),
        "[x](javascript:alert(1)) ![y](file:///etc/passwd) <script>z</script>".into(),
        "[]() [ ](https://example.org) <https://example.org>".into(),
        "# a\n## b\n```\ncode\n  more\n```\n---\n| a | b |".into(),
        "99999999999. a\n0. b\n- [ ] c".into(),
    ] {
        print(&everywhere(&text)).is_sound(TITLE);
    }
}
