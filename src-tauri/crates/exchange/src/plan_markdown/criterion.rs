//! The facts of a success criterion: kind, direction, baseline, target, date and the newest value.

use cairn_domain::{CriterionKind, Direction, Word as _, gitlab, read::Mark};
use chrono::NaiveDate;
use serde_json::Value;

use super::{
    bound::{bound, worded},
    facts::LOOSE_MAX,
    said::Fields,
    value::{Figure, NoFigure, figure},
    when::{by_when, is_time, nothing, without_by, year},
};

/// A criterion's fields, and its newest value.
#[derive(Debug, Default)]
pub(super) struct Measured {
    pub(super) fields: Fields,
    /// The value, and the day it was read where the text says it.
    pub(super) current: Option<(f64, Option<NaiveDate>)>,
    figures: Vec<Figure>,
    /// True for a line that Cairn wrote.
    ours: bool,
    /// What is known of the mark of fractions.
    decimal: Option<Mark>,
    /// Which way is better, as a bound such as "under 10 %" tells.
    bound: Option<Direction>,
}

/// Where it is only asked whether something is a number, it does not matter which.
const POINT: Option<Mark> = Some(Mark::Point);

const ARROWS: [&str; 4] = ["→", "->", "=>", "⇒"];
/// What begins a fact, longest first where one begins another.
const KEYS: [(&str, Key); 17] = [
    ("target date", Key::Date),
    ("baseline", Key::Baseline),
    ("current", Key::Current),
    ("target", Key::Target),
    ("latest", Key::Current),
    ("today", Key::Current),
    ("until", Key::Date),
    ("start value", Key::Baseline),
    ("from", Key::From),
    ("goal", Key::Target),
    ("date", Key::Date),
    ("due", Key::Date),
    ("now", Key::Current),
    ("by", Key::Date),
    ("on", Key::On),
    ("as of", Key::On),
    ("to", Key::To),
];

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Key {
    Baseline,
    Target,
    Date,
    Current,
    From,
    To,
    On,
}

/// True where a text can only be meant as a fact.
pub(super) fn is_fact(text: &str) -> bool {
    let bare = clean(text);
    let keyed = key(bare).is_some_and(|(key, rest)| match key {
        Key::Baseline | Key::Target => true,
        Key::Date | Key::Current | Key::From => {
            rest.starts_with(|c: char| c.is_ascii_digit() || "~<>≤≥≈-−€$£".contains(c))
                || by_when(rest).is_some()
        }
        // Too common a word to begin with.
        Key::To | Key::On => false,
    });
    keyed
        || worded(bare).is_some()
        || kind_of(bare).is_some()
        || gitlab::of_term::<Direction>(bare).is_some()
        || arrow(bare)
            .is_some_and(|(at, _)| bare.get(..at).is_some_and(|before| figure(before, POINT).is_ok()))
}

/// Reads the facts; a fact that means nothing here is refused. `decimal` decides what the marks of a number leave open;
/// `ours` is true for a line that Cairn wrote.
pub(super) fn read(facts: &[String], decimal: Option<Mark>, ours: bool) -> Measured {
    let mut measured = Measured { decimal, ours, ..Measured::default() };
    for fact in facts {
        let bare = clean(fact);
        // A unit is taken as it is written.
        if let Some((kind, unit)) = kind_of(fact) {
            measured.fields.say("kind", kind.word());
            measured.fields.say("unit", unit);
        } else if let Some(direction) = gitlab::of_term::<Direction>(bare) {
            measured.fields.say("direction", direction.word());
        } else if bare.len() > LOOSE_MAX {
            // Looking for one fact behind another in it would take its square.
            let begins: String = bare.chars().take(40).collect();
            let message = format!(
                "“{begins}…” is longer than {LOOSE_MAX} bytes, which no baseline, target or date is."
            );
            measured.fields.refuse("name", message);
        } else if !measured.chain(bare) {
            measured
                .fields
                .refuse("name", format!("“{bare}” is no baseline, target, date or current value."));
        }
    }
    measured.guess();
    measured
}

fn clean(text: &str) -> &str {
    text.trim().trim_start_matches('(').trim_end_matches(['.', ')'])
}

/// The key a text begins with, and what follows it.
fn key(text: &str) -> Option<(Key, &str)> {
    KEYS.iter().find_map(|(word, key)| {
        let (head, rest) = text.split_at_checked(word.len())?;
        let ends = rest.is_empty() || rest.starts_with([' ', ':', '=']);
        (head.eq_ignore_ascii_case(word) && ends).then(|| (*key, value(rest)))
    })
}

/// What a key says: `target: 5`, `goal of 95 %`, `baseline was 30 %`.
fn value(rest: &str) -> &str {
    let rest = rest.trim_start_matches([':', '=', ' ']);
    ["of ", "is ", "was ", "will be "]
        .iter()
        .find_map(|word| rest.strip_prefix(word))
        .unwrap_or(rest)
        .trim_start()
}

/// Where the next key or arrow begins, behind at least one character.
fn next_key(text: &str) -> usize {
    let word = |at: usize| text.get(at..).is_some_and(|rest| key(rest).is_some() || worded(rest).is_some());
    let starts = text.char_indices().filter(|(at, _)| *at > 0);
    let mut after_space =
        starts.filter(|(at, _)| text.get(..*at).is_some_and(|before| before.ends_with([' ', '('])));
    let by_key = after_space.find(|(at, _)| word(*at)).map(|(at, _)| at);
    let by_arrow = arrow(text).map(|(at, _)| at);
    [by_key, by_arrow].into_iter().flatten().min().unwrap_or(text.len())
}

fn arrow(text: &str) -> Option<(usize, usize)> {
    ARROWS.iter().filter_map(|sign| text.find(sign).map(|at| (at, sign.len()))).min()
}

fn kind_of(text: &str) -> Option<(CriterionKind, &str)> {
    const WORDS: [(&str, CriterionKind); 7] = [
        ("number", CriterionKind::Number),
        ("percent", CriterionKind::Percent),
        ("count", CriterionKind::Count),
        ("duration", CriterionKind::Duration),
        ("money", CriterionKind::Money),
        ("yes/no", CriterionKind::YesNo),
        ("yes or no", CriterionKind::YesNo),
    ];
    WORDS.iter().find_map(|(word, kind)| {
        let rest = text.strip_prefix(word)?;
        let unit = rest.strip_prefix(" in ").or_else(|| rest.strip_prefix(" of "));
        if rest.is_empty() { Some((*kind, "")) } else { unit.map(|unit| (*kind, unit)) }
    })
}

impl Measured {
    /// What a box before a criterion says: one without figures asks yes or no, and a tick answers it. False where a tick
    /// says of a figure that it was reached, and not which it was.
    pub(super) fn boxed(&mut self, ticked: bool) -> bool {
        let kind = self.fields.text("kind").map(str::to_owned);
        let asks =
            kind.as_deref().map_or(self.figures.is_empty(), |kind| kind == CriterionKind::YesNo.word());
        if asks {
            self.fields.or("kind", CriterionKind::YesNo.word());
            self.fields.or("target", 1.0);
            if ticked && self.current.is_none() {
                self.current = Some((1.0, None));
            }
        }
        asks || !ticked || self.current.is_some()
    }

    /// Reads one fact after another: `30 % -> 5 % by 2027-03-31`. False where it begins with none.
    fn chain(&mut self, text: &str) -> bool {
        let mut rest = text.trim();
        let mut first = true;
        while !rest.is_empty() {
            let (key, behind) = match key(rest) {
                Some((key, behind)) => (Some(key), behind),
                None => match arrow(rest).filter(|(at, _)| *at == 0) {
                    Some((_, length)) => (Some(Key::To), rest.get(length..).unwrap_or_default().trim_start()),
                    None if worded(rest).is_some() => (Some(Key::Target), rest),
                    None => (None, rest),
                },
            };
            let end = if key == Some(Key::Target) { target_end(behind) } else { next_key(behind) };
            let (said, after) = behind.split_at(end);
            let said = said.trim().trim_end_matches(['(', ',']).trim_end();
            let arrow_follows = arrow(after).is_some_and(|(at, _)| at == 0);
            match key {
                Some(key) => self.fact(key, said),
                None if first && arrow_follows => self.number("baseline", said),
                None => return false,
            }
            first = false;
            rest = after.trim_start();
        }
        !first
    }

    fn fact(&mut self, key: Key, said: &str) {
        match key {
            Key::Baseline | Key::From => self.number("baseline", said),
            // A quarter is when, and not how much.
            Key::Target | Key::To if is_time(said) => self.day("target_date", without_by(said)),
            Key::Target | Key::To => self.target(said),
            Key::Date => self.day("target_date", said),
            Key::Current => {
                // The day is the next fact.
                if nothing(said) {
                    return;
                }
                if let Some(number) = self.figure("value", said) {
                    self.current = Some((number, None));
                }
            }
            Key::On => match (by_when(said), &mut self.current) {
                (Some(day), Some((_, on))) => *on = Some(day),
                (Some(_), None) => self.day("target_date", said),
                (None, _) => self.fields.refuse("date", no_date(said)),
            },
        }
    }

    fn target(&mut self, said: &str) {
        let said = match bound(said) {
            Some((way, value)) => {
                self.bound = Some(way);
                value
            }
            None => said,
        };
        let lower = said.to_lowercase();
        let between = lower.strip_prefix("between ").and_then(|rest| rest.split_once(" and "));
        let ends = if let Some((min, max)) = between {
            Some((Some(min.to_owned()), Some(max.to_owned())))
        } else if let Some(rest) = lower.strip_prefix("from ") {
            Some((Some(rest.to_owned()), None))
        } else if let Some(rest) = lower.strip_prefix("up to ") {
            Some((None, Some(rest.to_owned())))
        } else {
            [" to ", "–", " - "].iter().find_map(|sign| said.split_once(sign)).and_then(|(min, max)| {
                figure(min, POINT)
                    .ok()
                    .zip(figure(max, POINT).ok())
                    .map(|_| (Some(min.to_owned()), Some(max.to_owned())))
            })
        };
        let Some((min, max)) = ends else { return self.number("target", said) };
        for (field, said) in [("target_min", min), ("target_max", max)] {
            match said {
                Some(said) => self.number(field, &said),
                None => self.fields.say(field, Value::Null),
            }
        }
        self.fields.or("direction", Direction::InRange.word());
    }

    fn number(&mut self, field: &str, said: &str) {
        if nothing(said) {
            return self.fields.say(field, Value::Null);
        }
        if field == "target" && year(said).is_some() && !self.counts() {
            return self.fields.refuse(field, NoFigure::NumberOrYear.message(said));
        }
        if let Some(number) = self.figure(field, said) {
            self.fields.say(field, number);
        }
    }

    /// True where the line is one of Cairn's, says its kind, or counts in bare numbers: then a bare number is no year.
    fn counts(&self) -> bool {
        self.ours || self.fields.has("kind") || self.figures.iter().any(|figure| figure.unit.is_empty())
    }

    fn figure(&mut self, field: &str, said: &str) -> Option<f64> {
        match figure(said, self.decimal) {
            Ok(figure) => {
                let number = figure.number;
                self.figures.push(figure);
                Some(number)
            }
            Err(no) => {
                self.fields.refuse(field, no.message(said));
                None
            }
        }
    }

    fn day(&mut self, field: &str, said: &str) {
        match by_when(said) {
            Some(day) => self.fields.say(field, day.to_string()),
            None => self.fields.refuse(field, no_date(said)),
        }
    }

    /// Kind and unit as the figures tell them, where the text does not.
    fn guess(&mut self) {
        const TIMES: [&str; 10] =
            ["h", "hour", "min", "minute", "second", "day", "d", "week", "month", "year"];
        if self.fields.has("kind") || self.figures.is_empty() {
            return;
        }
        let unit =
            self.figures.iter().map(|figure| figure.unit.trim()).find(|unit| !unit.is_empty()).unwrap_or("");
        let lower = unit.to_lowercase();
        let (kind, unit) = if self.figures.iter().any(|figure| figure.yes_no) {
            (Some(CriterionKind::YesNo), "")
        } else if unit == "%" || lower == "percent" {
            (Some(CriterionKind::Percent), "")
        } else if TIMES.contains(&lower.trim_end_matches('s')) {
            (Some(CriterionKind::Duration), unit)
        } else if let Some((_, code)) =
            [("€", "EUR"), ("$", "USD"), ("£", "GBP")].iter().find(|(sign, _)| *sign == unit)
        {
            (Some(CriterionKind::Money), *code)
        } else {
            (None, unit)
        };
        let unit = unit.to_owned();
        if let Some(kind) = kind {
            self.fields.say("kind", kind.word());
        }
        if kind.is_some() || !unit.is_empty() {
            self.fields.say("unit", unit);
        }
    }

    /// Which way is better as a bound tells it, or baseline and target, where the text does not.
    pub(super) fn way(&self) -> Option<Direction> {
        let number = |field: &str| {
            self.fields.said.iter().find(|(known, _)| known == field).and_then(|(_, content)| match content {
                crate::Content::Plain(value) => value.as_f64(),
                crate::Content::Record(..) | crate::Content::Records(..) | crate::Content::Line(..) => None,
            })
        };
        if self.bound.is_some() {
            return self.bound;
        }
        let lower = number("target")? < number("baseline")?;
        Some(if lower { Direction::LowerIsBetter } else { Direction::HigherIsBetter })
    }
}

/// A range's own `to` and `from` are no next fact.
fn target_end(text: &str) -> usize {
    let skip = ["from ", "up to "]
        .iter()
        .find_map(|word| text.to_lowercase().starts_with(word).then_some(word.len()));
    let bounded = worded(text).map(|(_, value)| text.len() - value.len());
    let from = skip.or(bounded).unwrap_or(0);
    let end = from + next_key(text.get(from..).unwrap_or_default());
    let behind = text.get(end..).unwrap_or_default();
    match behind.strip_prefix("to ") {
        Some(rest) => text.len() - rest.len() + next_key(rest),
        None => end,
    }
}

pub(super) fn no_date(said: &str) -> String {
    format!("“{said}” is no date; write it as 2027-03-31.")
}

#[cfg(test)]
#[path = "criterion_tests.rs"]
mod tests;
