//! The facts of a task: who does it, by when, how it is going.

use cairn_domain::{Audience, Level, Side, TaskStatus, Word, WordList, gitlab, gitlab::Label as _};

use super::{criterion::no_date, said::Fields, value::date};

/// What begins a fact of a task; where one begins another, the longer stands first.
const KEYS: [(&str, Key); 21] = [
    ("customer owner", Key::CustomerOwner),
    ("customer dri", Key::CustomerDri),
    ("milestone risk", Key::MilestoneRisk),
    ("waits for", Key::WaitsFor),
    ("blocked by", Key::WaitsFor),
    ("assigned to", Key::Owner),
    ("assignee", Key::Owner),
    ("finished", Key::Done),
    ("priority", Key::Priority),
    ("due date", Key::Due),
    ("start date", Key::Start),
    ("done on", Key::Done),
    ("status", Key::Status),
    ("owner", Key::Owner),
    ("start", Key::Start),
    ("until", Key::Due),
    ("done", Key::Done),
    ("dri", Key::Owner),
    ("due", Key::Due),
    ("by", Key::Due),
    ("from", Key::Start),
];

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Key {
    Owner,
    CustomerOwner,
    CustomerDri,
    Start,
    Due,
    Done,
    Status,
    Priority,
    MilestoneRisk,
    WaitsFor,
}

/// The key a text begins with, and what follows it.
fn key(text: &str) -> Option<(Key, &str)> {
    KEYS.iter().find_map(|(word, key)| {
        let (head, rest) = text.split_at_checked(word.len())?;
        let ends = rest.is_empty() || rest.starts_with([' ', ':', '=']);
        (head.eq_ignore_ascii_case(word) && ends).then(|| (*key, value(rest)))
    })
}

/// Behind the key one sign; what the text itself begins with stays.
fn value(rest: &str) -> &str {
    let rest = rest.strip_prefix([':', '=']).unwrap_or(rest);
    rest.strip_prefix(' ').unwrap_or(rest)
}

/// True where a text can only be meant as a fact of a task.
pub(super) fn is_fact(text: &str) -> bool {
    let text = text.trim();
    match key(text) {
        Some((Key::Start | Key::Due | Key::Done, rest)) => {
            rest.starts_with(|c: char| c.is_ascii_digit()) || date(rest).is_some()
        }
        Some((Key::Status, rest)) => gitlab::of_term::<TaskStatus>(rest).is_some(),
        Some((Key::Priority | Key::MilestoneRisk, rest)) => Level::of_term(rest).is_some(),
        Some((Key::Owner | Key::CustomerOwner | Key::CustomerDri | Key::WaitsFor, rest)) => !rest.is_empty(),
        None => is_flag(text).is_some() || handle(text).is_some() || date(text).is_some(),
    }
}

fn is_flag(text: &str) -> Option<&'static str> {
    ["milestone", "internal"].into_iter().find(|flag| text.eq_ignore_ascii_case(flag))
}

/// Somebody as GitLab names them.
pub(super) fn handle(text: &str) -> Option<&str> {
    let name = text.trim();
    (name.len() > 1 && name.starts_with('@') && !name.contains(char::is_whitespace)).then_some(name)
}

/// Reads the facts. In bold lines each must be one.
pub(super) fn read(facts: &[String]) -> Fields {
    let mut fields = Fields::default();
    for fact in facts {
        // A name keeps the blanks around it: only what reads it may drop them.
        match (key(fact), is_flag(fact.trim()), handle(fact), date(fact)) {
            (Some((key, rest)), ..) => say(&mut fields, key, rest),
            (None, Some("internal"), ..) => fields.say("visibility", Audience::Internal.word()),
            (None, Some(_), ..) => fields.say("milestone", true),
            (None, None, Some(name), _) => fields.or("owner", name),
            (None, None, None, Some(day)) => fields.say("due", day.to_string()),
            (None, None, None, None) => {
                fields.refuse("title", format!("“{fact}” says nothing of a task that Cairn knows."));
            }
        }
    }
    fields
}

fn say(fields: &mut Fields, key: Key, said: &str) {
    let day = |fields: &mut Fields, field: &str| match date(said) {
        Some(day) => fields.say(field, day.to_string()),
        None => fields.refuse(field, no_date(said)),
    };
    let level = |fields: &mut Fields, field: &str| match Level::of_term(said) {
        Some(level) => fields.say(field, level.word()),
        None => fields.refuse(field, no_word::<Level>(said)),
    };
    match key {
        Key::Owner => {
            fields.say("owner", said);
            fields.say("owner_side", Side::Ours.word());
        }
        Key::CustomerOwner => {
            fields.say("owner", said);
            fields.say("owner_side", Side::Customer.word());
        }
        Key::CustomerDri => fields.say("customer_dri", said),
        Key::Start => day(fields, "start"),
        Key::Due => day(fields, "due"),
        Key::Done => day(fields, "done_date"),
        Key::Status => match gitlab::of_term::<TaskStatus>(said) {
            Some(status) => fields.say("status", status.word()),
            None => fields.refuse("status", no_word::<TaskStatus>(said)),
        },
        Key::Priority => level(fields, "priority"),
        Key::MilestoneRisk => level(fields, "milestone_risk"),
        Key::WaitsFor => fields.say("blocked_reason", said),
    }
}

/// Why a word is none of its list.
pub(super) fn no_word<W: Word>(said: &str) -> String {
    no_word_of(W::LIST, said)
}

/// The same of a list that is known by its words.
pub(super) fn no_word_of(list: WordList, said: &str) -> String {
    let words: Vec<_> = list.words.iter().map(|word| gitlab::term_of(word)).collect();
    format!("“{said}” is none of {}.", words.join(", "))
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};

    use super::{super::facts::named, *};
    use crate::Content;

    fn line(raw: &str) -> (String, Value) {
        let named = named(raw, is_fact);
        let Fields { said, wrong, .. } = read(&named.facts);
        assert_eq!(wrong, [], "{raw}");
        let said = said.into_iter().filter_map(|(field, content)| match content {
            Content::Plain(value) => Some((field, value)),
            Content::Record(..) | Content::Records(..) | Content::Line(..) => None,
        });
        (named.name, Value::Object(said.collect()))
    }

    #[test]
    fn a_task_is_read_as_cairn_and_as_people_write_it() {
        let (name, said) = line(
            "**Move: the runners**: customer owner Lea\\, IT, start 2026-11-01, due 2026-11-20, status Blocked, milestone, waits for the cost report, internal",
        );
        let told = json!({
            "owner": "Lea, IT", "owner_side": "customer", "start": "2026-11-01", "due": "2026-11-20",
            "status": "blocked", "milestone": true, "blocked_reason": "the cost report", "visibility": "internal"
        });
        assert_eq!((name.as_str(), said), ("Move: the runners", told), "all facts");
        for raw in [
            "Move the runners (owner: @mara, due 2026-11-20)",
            "Move the runners - @mara - 2026-11-20",
            "Move the runners, @mara, by 20 Nov 2026",
        ] {
            let (name, said) = line(&raw.replace(" - 2026", ", 2026"));
            assert_eq!(
                (name.as_str(), &said["owner"], &said["due"]),
                ("Move the runners", &json!("@mara"), &json!("2026-11-20")),
                "{raw}"
            );
        }
        let alone = "Decide: build by hand, or buy (both cost)";
        assert_eq!(line(alone), (alone.to_owned(), json!({})), "a title is a title");
    }

    #[test]
    fn what_is_wrong_is_named_by_its_field() {
        let wrong = |raw: &str| read(&named(raw, is_fact).facts).wrong;
        assert_eq!(wrong("**A**: due 2026-13-01")[0].0, "due", "no such day");
        assert_eq!(wrong("A (due 2026-13-01)")[0].0, "due", "without bold as well");
        assert_eq!(wrong("**A**: status Nearly")[0].0, "status", "no such word");
        assert_eq!(wrong("**A**: perhaps")[0].0, "title", "no fact");
    }
}
