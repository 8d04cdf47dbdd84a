//! The words of every list and every kind of record, as the window says them: their keys in the catalogue follow from theirs.

use std::fmt::Write as _;

use cairn_domain::{Kind, WORD_LISTS, WordList};

use super::fields::messages;

const PRELUDE: &str = r#"// Made from the lists of words and the kinds of record. Do not edit: run the bindings command of the README.
import { m } from "$lib/paraglide/messages.js";
import type * as W from "./wire";

export type Words<T extends string> = Record<T, () => string>;
"#;

/// The whole of `ui/src/lib/gen/words.ts`.
#[must_use]
pub fn words() -> String {
    let mut text = PRELUDE.to_owned();
    for (name, list) in WORD_LISTS.iter().filter(|(_, list)| is_said(list)) {
        let (first, rest) = name.split_at(1);
        let _ = writeln!(text, "\nexport const {}{rest}: Words<W.{name}> = {{", first.to_lowercase());
        for word in list.words {
            let _ = writeln!(text, "  {word}: m.{}_{word},", list.key());
        }
        text.push_str("};\n");
    }
    text.push_str(
        "\n/** What a record of each kind is called. */\nexport const kindWords: Words<W.Kind> = {\n",
    );
    for kind in Kind::ALL {
        let _ = writeln!(text, "  {kind}: m.kind_{kind},", kind = kind.word());
    }
    text.push_str(
        "};

/** How many there are, of each kind that a user knows by name: of one, and of several. */
export const countWords: Partial<Record<W.Kind, [one: () => string, many: (words: { count: string }) => string]>> = {
",
    );
    let messages = messages();
    for kind in Kind::ALL.iter().map(|kind| kind.word()) {
        if messages.contains_key(&format!("count_{kind}")) {
            let _ = writeln!(text, "  {kind}: [m.count_{kind}_one, m.count_{kind}],");
        }
    }
    text.push_str("};\n");
    text
}

/// True where the catalogue has the words of a list.
fn is_said(list: &WordList) -> bool {
    let messages = messages();
    list.words.iter().all(|word| messages.contains_key(&format!("{}_{word}", list.key())))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_lists_that_are_said_otherwise_are_without_words() {
        let silent: Vec<_> =
            WORD_LISTS.iter().filter(|(_, list)| !is_said(list)).map(|(name, _)| *name).collect();
        // As yes and no, as the state that an objective ends in, by what they come from, as a kind of record, by the calendar.
        assert_eq!(silent, ["YesNo", "Ending", "DayOffSource", "FollowedKind", "Weekday"]);
    }
}
