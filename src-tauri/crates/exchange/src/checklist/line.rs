//! One step in a line of Markdown: its box, its name, its facts, and what its comment keeps.

use std::collections::BTreeMap;

use cairn_domain::{Audience, StepSide, StepState, Word as _, fingerprint};
use serde_json::Value;
use uuid::Uuid;

use super::empty;
use crate::plan_markdown::{
    date,
    facts::{Named, named, uncommented, unmark},
};

/// A line with a box.
pub(super) struct Boxed<'a> {
    state: StepState,
    said: &'a str,
}

/// A line of a list that begins with a box; GitLab marks with `~` what does not apply.
pub(super) fn boxed(line: &str) -> Option<Boxed<'_>> {
    let number = line.trim_start_matches(|c: char| c.is_ascii_digit());
    let behind = if number.len() < line.len() {
        number.strip_prefix(['.', ')'])
    } else {
        line.strip_prefix(['-', '*', '+'])
    }?;
    let inner = behind.trim_start().strip_prefix('[')?;
    let (sign, said) = inner.split_once(']')?;
    let state = match sign {
        " " | "" => StepState::Open,
        "x" | "X" => StepState::Done,
        "~" | "-" => StepState::Skipped,
        _ => return None,
    };
    (said.starts_with([' ', '\t']) && !said.trim().is_empty()).then(|| Boxed { state, said: said.trim() })
}

/// What a line says of a step.
#[derive(Default)]
pub(super) struct Step {
    pub(super) id: Option<Uuid>,
    /// The fingerprints of the fields that the line was written from, where it keeps them.
    pub(super) base: Option<BTreeMap<String, String>>,
    pub(super) said: Vec<(&'static str, Value)>,
    pub(super) wrong: Vec<(&'static str, String)>,
}

/// What a field holds that a line was written without.
pub(super) fn unwritten(field: &str) -> Value {
    match field {
        "required" => true.into(),
        "visibility" => Audience::Customer.word().into(),
        _ => Value::Null,
    }
}

/// Reads a line. A line that Cairn wrote says all that such a line can: what was taken out of it is cleared.
pub(super) fn step(boxed: &Boxed<'_>, audience: Option<Audience>) -> Step {
    let mut step = Step::default();
    let mut raw = boxed.said.to_owned();
    if let Some((said, (what, mark))) = unmark(boxed.said) {
        let mut parts = mark.splitn(2, ' ');
        let id = parts.next().unwrap_or_default();
        match id.parse() {
            Ok(id) if what == "step" => step.id = Some(id),
            _ => step.wrong.push(("id", format!("“{what} {id}” names no step."))),
        }
        let prints = parts.next().unwrap_or_default().split(';').filter_map(|part| part.split_once('='));
        let base: BTreeMap<_, _> =
            prints.map(|(field, print)| (field.trim().to_owned(), print.trim().to_owned())).collect();
        (raw, step.base) = (said, Some(base).filter(|base| !base.is_empty()));
    }
    let Named { name, facts, .. } = named(&uncommented(&raw), is_fact);
    step.say("title", name.into());
    let mut blocked = false;
    for fact in &facts {
        step.fact(fact, &mut blocked);
    }
    if step.base.is_some() {
        let ours = audience == Some(Audience::Internal);
        for (field, value) in [
            ("role", empty()),
            ("assignee", empty()),
            ("due", Value::Null),
            ("done_on", Value::Null),
            ("required", true.into()),
        ] {
            step.or(field, value);
        }
        if ours {
            step.or("reason", empty());
            step.or("visibility", Audience::Customer.word().into());
        }
    }
    let state = step.state(boxed.state, blocked);
    // An empty box that nobody can tell from one that was emptied says nothing.
    if step.base.is_some() || state != StepState::Open {
        step.say("state", state.word().into());
    }
    if step.id.is_none() && audience == Some(Audience::Internal) {
        step.or("visibility", Audience::Internal.word().into());
    }
    step
}

/// What begins a fact; where one begins another, the longer stands first.
const KEYS: [(&str, &str); 14] = [
    ("assigned to", "assignee"),
    ("assignee", "assignee"),
    ("expected", "due"),
    ("due date", "due"),
    ("finished", "done_on"),
    ("because", "reason"),
    ("done on", "done_on"),
    ("reason", "reason"),
    ("until", "due"),
    ("owner", "assignee"),
    ("role", "role"),
    ("done", "done_on"),
    ("due", "due"),
    ("by", "due"),
];

/// The field that a text says, and what it says of it.
fn key(text: &str) -> Option<(&'static str, &str)> {
    KEYS.iter().find_map(|(word, field)| {
        let (head, rest) = text.split_at_checked(word.len())?;
        let ends = rest.starts_with([' ', ':', '=']);
        let value = rest.strip_prefix([':', '=']).unwrap_or(rest);
        (head.eq_ignore_ascii_case(word) && ends).then(|| (*field, value.strip_prefix(' ').unwrap_or(value)))
    })
}

fn side(text: &str) -> Option<StepSide> {
    match text.to_ascii_lowercase().as_str() {
        "us" | "ours" => Some(StepSide::Ours),
        "customer" => Some(StepSide::Customer),
        "partner" => Some(StepSide::Partner),
        _ => None,
    }
}

/// A fact that is one word.
fn flag(text: &str) -> Option<(&'static str, Value)> {
    match text.to_ascii_lowercase().as_str() {
        "optional" => Some(("required", false.into())),
        "required" => Some(("required", true.into())),
        "internal" => Some(("visibility", Audience::Internal.word().into())),
        _ => None,
    }
}

fn handle(text: &str) -> bool {
    text.len() > 1 && text.starts_with('@') && !text.contains(char::is_whitespace)
}

/// True where a text can only be meant as a fact of a step.
fn is_fact(text: &str) -> bool {
    let text = text.trim();
    match key(text) {
        Some(("due" | "done_on", said)) => date(said).is_some(),
        Some((_, said)) => !said.is_empty(),
        None => {
            side(text).is_some()
                || flag(text).is_some()
                || text.eq_ignore_ascii_case("blocked")
                || handle(text)
                || date(text).is_some()
        }
    }
}

impl Step {
    fn say(&mut self, field: &'static str, value: Value) {
        match self.said.iter().find(|(known, _)| *known == field) {
            Some((_, before)) if *before != value => {
                self.wrong.push((field, "This is said twice.".to_owned()));
            }
            Some(_) => {}
            None => self.said.push((field, value)),
        }
    }

    fn or(&mut self, field: &'static str, value: Value) {
        if !self.said.iter().any(|(known, _)| *known == field) {
            self.said.push((field, value));
        }
    }

    fn fact(&mut self, fact: &str, blocked: &mut bool) {
        let bare = fact.trim();
        match (key(fact), side(bare), flag(bare)) {
            (Some((field @ ("due" | "done_on"), said)), ..) => match date(said) {
                Some(day) => self.say(field, day.to_string().into()),
                None => self.wrong.push((field, format!("“{said}” is no date such as 2027-03-31."))),
            },
            (Some((field, said)), ..) => self.say(field, said.into()),
            (None, Some(side), _) => self.say("owner_side", side.word().into()),
            (None, None, Some((field, value))) => self.say(field, value),
            (None, None, None) if bare.eq_ignore_ascii_case("blocked") => *blocked = true,
            (None, None, None) if handle(bare) => self.say("assignee", bare.into()),
            (None, None, None) => match date(bare) {
                Some(day) => self.say("due", day.to_string().into()),
                None => {
                    self.wrong.push(("title", format!("“{fact}” says nothing of a step that Cairn knows.")));
                }
            },
        }
    }

    /// What the box and the facts say together: a day written behind an empty box ticks it, an emptied box of a step
    /// that was done takes its day along.
    fn state(&mut self, boxed: StepState, blocked: bool) -> StepState {
        let done = self.said.iter_mut().find(|(field, _)| *field == "done_on");
        let written = done.as_ref().is_some_and(|(_, value)| {
            let before = self.base.as_ref().map(|base| base.get("done_on").cloned());
            !value.is_null() && before.is_none_or(|before| before != Some(fingerprint(value)))
        });
        match boxed {
            StepState::Open if written => StepState::Done,
            StepState::Open | StepState::Skipped | StepState::Blocked => {
                if let Some((_, value)) = done {
                    *value = Value::Null;
                }
                if boxed == StepState::Open && blocked { StepState::Blocked } else { boxed }
            }
            StepState::Done => StepState::Done,
        }
    }
}
