//! A day as people and systems write it.

use chrono::{Datelike as _, NaiveDate};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{names, plain, relative};
use crate::words::DateOrder;

/// The years in which every day of a workspace lies, first and last: what lies outside is a slip of the hand.
pub const YEARS: (i32, i32) = (1900, 2200);

/// On which side of today a day without its year is looked for.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Way {
    /// Today or later: what is planned.
    #[default]
    Ahead,
    /// Today or before: what happened.
    Back,
}

/// What is known beside the text.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct DateTerms {
    /// Today where the user is; without it only whole dates are read.
    pub today: Option<NaiveDate>,
    /// How 03/04/2026 is read.
    pub order: Option<DateOrder>,
    /// Where a day without its year lies.
    pub way: Way,
}

/// Why a text is no day.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum NoDate {
    /// It means none, or one that does not exist.
    Nothing,
    /// Day and month could stand either way round.
    Either,
    /// It is one only with day and month the other way round.
    OtherOrder,
    /// Its year is outside of [`YEARS`].
    Year(i32),
}

/// Numbers and words of a text in their order, and what stands between them.
#[derive(Debug, Default)]
struct Parts {
    tokens: Vec<Token>,
    /// What stands behind each token, spaces left out.
    gaps: Vec<String>,
}

#[derive(PartialEq, Eq, Debug)]
enum Token {
    /// A number and how many digits it has.
    Number(u32, usize),
    Word(String),
}

/// The day that a text means. With points the day stands first everywhere.
///
/// # Errors
/// Why it means none.
pub fn date(text: &str, terms: &DateTerms) -> Result<NaiveDate, NoDate> {
    let text = plain(text).to_lowercase();
    if let Some(today) = terms.today
        && let Some(day) = relative::day(&text, today, terms.way)
    {
        return in_range(day);
    }
    let parts = Parts::of(without_time(&text)).ok_or(NoDate::Nothing)?;
    parts.day(terms)
}

/// The three numbers of a date in figures whose order nobody can tell by itself: `3/4/2026`, `03-04-26`.
#[must_use]
pub fn bare_parts(text: &str) -> Option<[u32; 2]> {
    let text = plain(text).to_lowercase();
    let parts = Parts::of(without_time(&text))?;
    match (parts.numbers().as_deref()?, parts.mark()?) {
        (&[(first, 1..=2), (second, 1..=2), (_, 2 | 4)], '/' | '-') => Some([first, second]),
        _ => None,
    }
}

fn in_range(day: NaiveDate) -> Result<NaiveDate, NoDate> {
    let (first, last) = YEARS;
    if (first..=last).contains(&day.year()) { Ok(day) } else { Err(NoDate::Year(day.year())) }
}

/// A text up to the time of day in it: `2026-03-04T00:00:00Z`, `3/4/2026, 11:33 AM`, `15.01.2027 14:30 Uhr`.
fn without_time(text: &str) -> &str {
    let Some((before, after)) = text.split_once(':') else { return text };
    let date = before.trim_end_matches(|c: char| c.is_ascii_digit());
    if before.len() - date.len() > 2 || date.len() == before.len() {
        return text;
    }
    let bare = date.trim_end();
    let behind_t = bare.strip_suffix('t').filter(|rest| rest.ends_with(|c: char| c.is_ascii_digit()));
    // No more than a few letters stand in a time: those of its half, of its zone.
    let is_time = after.chars().all(|c| c.is_alphanumeric() || matches!(c, ':' | '.' | '+' | '-' | ' '))
        && after.chars().filter(|c| c.is_alphabetic()).count() < 6;
    match behind_t {
        _ if !is_time => text,
        Some(rest) => rest,
        None if bare.len() < date.len() => bare.trim_end_matches(" at").trim_end_matches(" um"),
        None => text,
    }
}

impl Parts {
    /// None where something stands in the text that no date has.
    fn of(text: &str) -> Option<Self> {
        let mut parts = Self::default();
        let text = text.trim_end_matches([',', ')', ' ']);
        let mut rest = text;
        while let Some(c) = rest.chars().next() {
            let is_digit = c.is_ascii_digit();
            let is_mark = |c: char| matches!(c, '/' | '-' | '–' | '.' | ',' | ' ' | '\'' | '’');
            let same = |c: char| match (is_digit, c.is_ascii_digit()) {
                (true, digit) => digit,
                (false, true) => false,
                (false, false) => !is_mark(c),
            };
            if is_mark(c) {
                if c != ' ' {
                    let gap = if c == '–' { '-' } else { c };
                    parts.gaps.last_mut()?.push(gap);
                }
                rest = rest.get(c.len_utf8()..)?;
                continue;
            }
            let end = rest.find(|c| !same(c)).unwrap_or(rest.len());
            let (run, after) = rest.split_at(end);
            rest = after;
            let token = if is_digit {
                Token::Number(run.parse().ok()?, run.len())
            } else if run
                .chars()
                .all(|c| c.is_alphanumeric() || unicode_normalization::char::is_combining_mark(c))
            {
                Token::Word(names::folded(run))
            } else {
                return None;
            };
            parts.tokens.push(token);
            parts.gaps.push(String::new());
        }
        Some(parts)
    }

    /// The numbers, where there are no words.
    fn numbers(&self) -> Option<Vec<(u32, usize)>> {
        let number = |token: &Token| match token {
            Token::Number(number, length) => Some((*number, *length)),
            Token::Word(_) => None,
        };
        self.tokens.iter().map(number).collect()
    }

    /// The one mark that stands between all numbers.
    fn mark(&self) -> Option<char> {
        let (_, between) = self.gaps.split_last()?;
        let first = between.first()?;
        let mut marks = first.chars();
        match (marks.next(), marks.next()) {
            (Some(mark), None) if between.iter().all(|gap| gap == first) => Some(mark),
            _ => None,
        }
    }

    fn day(mut self, terms: &DateTerms) -> Result<NaiveDate, NoDate> {
        // `Fri 27/11/2026`
        if let [Token::Word(word), Token::Number(..), ..] = self.tokens.as_slice()
            && names::is_weekday(word)
            && names::month(word).is_none()
        {
            self.tokens.remove(0);
            self.gaps.remove(0);
        }
        match self.numbers() {
            Some(numbers) => figures(&numbers, self.mark(), terms),
            None => self.spelled(terms),
        }
    }

    /// With a word in it: the name of the month, or the signs that Chinese, Japanese and Korean write behind numbers.
    fn spelled(self, terms: &DateTerms) -> Result<NaiveDate, NoDate> {
        let (mut numbers, mut words, mut word_at, mut east) = (Vec::new(), Vec::new(), 0, false);
        for token in self.tokens {
            match token {
                Token::Number(number, length) => numbers.push((number, length)),
                Token::Word(word) => match word.as_str() {
                    "年" | "月" | "日" | "号" | "년" | "월" | "일" => east = true,
                    "st" | "nd" | "rd" | "th" | "er" | "of" | "the" | "de" | "del" | "den" | "le" | "am" => {}
                    _ => {
                        words.push((word, numbers.len()));
                    }
                },
            }
        }
        // `Mar. 15 janv.` is a Tuesday: a day of the week is passed over where another word is the month.
        while words.len() > 1 {
            let at = words.iter().position(|(word, _)| names::is_weekday(word)).ok_or(NoDate::Nothing)?;
            words.remove(at);
        }
        let month = match words.pop() {
            Some((word, at)) if !east => {
                word_at = at;
                Some(names::month(&word).ok_or(NoDate::Nothing)?)
            }
            Some(_) => return Err(NoDate::Nothing),
            None => None,
        };
        match (month, numbers.as_slice()) {
            (None, &[year @ (_, 2 | 4), (month, 1..=2), (day, 1..=2)]) => of(year, month, day),
            (None, &[(month, 1..=2), (day, 1..=2)]) => without_year(terms, month, day),
            (Some(month), &[(day, 1..=2)]) => without_year(terms, month, day),
            (Some(month), &[first @ (_, 4), (day, 1..=2)]) if word_at < 2 => of(first, month, day),
            (Some(month), &[(day, 1..=2), year @ (_, 2 | 4)]) if word_at < 2 => of(year, month, day),
            _ => Err(NoDate::Nothing),
        }
    }
}

/// A date in figures alone.
fn figures(numbers: &[(u32, usize)], mark: Option<char>, terms: &DateTerms) -> Result<NaiveDate, NoDate> {
    match (numbers, mark) {
        // `20270115`
        (&[(number, 8)], _) => of((number / 10_000, 4), number / 100 % 100, number % 100),
        (&[year @ (_, 4), (month, 1..=2), (day, 1..=2)], Some('-' | '/' | '.')) => of(year, month, day),
        (&[(day, 1..=2), (month, 1..=2), year @ (_, 2 | 4)], Some('.')) => of(year, month, day),
        (&[(first, 1..=2), (second, 1..=2), year @ (_, 2 | 4)], Some('/' | '-')) => match terms.order {
            Some(DateOrder::Ymd) if year.1 == 2 => of((first, 2), second, year.0),
            order => {
                let (day, month) = ordered(order, first, second)?;
                of(year, month, day)
            }
        },
        (&[(day, 1..=2), (month, 1..=2)], Some('.')) => without_year(terms, month, day),
        (&[(first, 1..=2), (second, 1..=2)], Some('/' | '-')) => {
            let (day, month) = ordered(terms.order, first, second)?;
            without_year(terms, month, day)
        }
        _ => Err(NoDate::Nothing),
    }
}

/// Day and month of two numbers. Where the year stands first the month stands before the day.
fn ordered(order: Option<DateOrder>, first: u32, second: u32) -> Result<(u32, u32), NoDate> {
    let (day, month) = match order {
        Some(DateOrder::Dmy) => (first, second),
        Some(DateOrder::Mdy | DateOrder::Ymd) => (second, first),
        None if first > 12 => (first, second),
        None if second > 12 => (second, first),
        None if first == second => (first, second),
        None => return Err(NoDate::Either),
    };
    if month > 12 && day <= 12 { Err(NoDate::OtherOrder) } else { Ok((day, month)) }
}

/// A day with its year, given with how many digits it has. What is meant by 69 was agreed on by POSIX.
fn of((year, digits): (u32, usize), month: u32, day: u32) -> Result<NaiveDate, NoDate> {
    let year = match year {
        short if digits == 2 && short < 69 => 2000 + short,
        short if digits == 2 => 1900 + short,
        whole => whole,
    };
    let year = i32::try_from(year).map_err(|_| NoDate::Nothing)?;
    in_range(NaiveDate::from_ymd_opt(year, month, day).ok_or(NoDate::Nothing)?)
}

/// The nearest such day on the side that is looked to; 29 February may be eight years away.
fn without_year(terms: &DateTerms, month: u32, day: u32) -> Result<NaiveDate, NoDate> {
    let today = terms.today.ok_or(NoDate::Nothing)?;
    let days = (0..=8).filter_map(|away| {
        let year = match terms.way {
            Way::Ahead => today.year() + away,
            Way::Back => today.year() - away,
        };
        NaiveDate::from_ymd_opt(year, month, day)
    });
    let fits = |day: &NaiveDate| match terms.way {
        Way::Ahead => *day >= today,
        Way::Back => *day <= today,
    };
    let day = days.into_iter().find(fits).ok_or(NoDate::Nothing)?;
    in_range(day)
}
