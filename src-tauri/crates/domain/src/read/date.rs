//! A day as people and systems write it.

use chrono::{Datelike as _, NaiveDate};

use super::{names, plain, relative, way::Way};
use crate::words::DateOrder;

/// The years in which every day of a workspace lies, first and last: what lies outside is a slip of the hand.
pub const YEARS: (i32, i32) = (1900, 2200);

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
    /// Whether the year is called so: `2027 г.`
    has_year: bool,
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

/// The day that somebody types. They may write it in another order than their own where it can be no other day.
///
/// # Errors
/// Why it means none.
pub fn typed_date(text: &str, terms: &DateTerms) -> Result<NaiveDate, NoDate> {
    date(text, terms).or_else(|why| {
        let other = if terms.order == Some(DateOrder::Dmy) { DateOrder::Mdy } else { DateOrder::Dmy };
        let by = |order| date(text, &DateTerms { order, ..*terms });
        match (why, by(None)) {
            (NoDate::OtherOrder, Ok(only)) if by(Some(other)) == Ok(only) => Ok(only),
            _ => Err(why),
        }
    })
}

/// For a date in figures whose order cannot be told (`3/4/2026`, `26-03-04`), the days that it can mean, by the order.
/// None where it is no such date.
#[must_use]
pub fn readings(text: &str) -> Option<Vec<(DateOrder, NaiveDate)>> {
    let text = plain(text).to_lowercase();
    Parts::of(without_time(&text))?.bare_day().readings()
}

fn in_range(day: NaiveDate) -> Result<NaiveDate, NoDate> {
    let (first, last) = YEARS;
    if (first..=last).contains(&day.year()) { Ok(day) } else { Err(NoDate::Year(day.year())) }
}

/// The signs that Chinese, Japanese and Korean write behind the numbers of a date.
const EAST: [&str; 7] = ["年", "月", "日", "号", "년", "월", "일"];

/// What stands behind a year and says that it is one: Bulgarian and Russian, Ukrainian, Polish, Lithuanian, Latvian.
const YEAR: [&str; 10] = ["г", "год", "года", "р", "рік", "року", "r", "m", "g", "gada"];

/// A text without the day of the week in brackets behind it: `1月15日(金)`.
fn without_weekday(text: &str) -> &str {
    let Some((before, day)) = text.strip_suffix(')').and_then(|text| text.rsplit_once('(')) else {
        return text;
    };
    let mut signs = day.chars();
    let is_sign = signs.next().is_some_and(names::is_weekday_sign) && signs.next().is_none();
    if is_sign || names::is_weekday(&names::folded(day)) { before.trim_end() } else { text }
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
    // A time has a few letters at most: am or pm, and a zone.
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
        // The apostrophe in the Ukrainian word for Friday does not end the word.
        let text = text.replace(['\'', '’', 'ʼ'], "’").replace("п’я", "пя");
        let text = without_weekday(text.trim_end_matches([',', ' '])).trim_end_matches([',', ')', ' ']);
        let mut rest = text;
        while let Some(c) = rest.chars().next() {
            let is_digit = c.is_ascii_digit();
            let is_mark = |c: char| matches!(c, '/' | '-' | '–' | '.' | ',' | ' ' | '’');
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
            if is_digit {
                parts.push(Token::Number(run.parse().ok()?, run.len()));
                continue;
            }
            let of_words = |c: char| c.is_alphanumeric() || unicode_normalization::char::is_combining_mark(c);
            if !run.chars().all(of_words) {
                return None;
            }
            let word = names::folded(run);
            // `15日金曜日`
            match word.split_at_checked(word.chars().next().map_or(0, char::len_utf8)) {
                Some((sign, day)) if EAST.contains(&sign) && names::is_weekday(day) => {
                    parts.push(Token::Word(sign.to_owned()));
                }
                _ if YEAR.contains(&word.as_str()) => parts.has_year = true,
                _ => parts.push(Token::Word(word)),
            }
        }
        Some(parts)
    }

    fn push(&mut self, token: Token) {
        self.tokens.push(token);
        self.gaps.push(String::new());
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

    /// Without days of the week, if there is no other word: `Fri 27/11/2026`.
    fn bare_day(mut self) -> Self {
        let is_day = |token: &Token| match token {
            Token::Number(..) => true,
            Token::Word(word) => names::is_weekday(word) && names::month(word).is_none(),
        };
        if self.tokens.iter().all(is_day) {
            let pairs = self.tokens.into_iter().zip(self.gaps);
            let numbers = pairs.filter(|(token, _)| matches!(token, Token::Number(..)));
            (self.tokens, self.gaps) = numbers.unzip();
        }
        self
    }

    fn day(self, terms: &DateTerms) -> Result<NaiveDate, NoDate> {
        let bare = self.bare_day();
        match (bare.readings(), bare.numbers()) {
            (Some(readings), _) => in_order(&readings, bare.order(terms.order)),
            (None, Some(numbers)) => figures(&numbers, bare.mark(), terms),
            (None, None) => bare.spelled(terms),
        }
    }

    /// The orders that a date in figures can have: with slashes or dashes, and, where the year has two digits, also
    /// with points if one stands behind the last number, as in Korea and in Croatia.
    fn orders(&self) -> Option<&'static [DateOrder]> {
        use DateOrder::{Dmy, Mdy, Ymd};
        let ends_with_point = self.gaps.last().is_some_and(|gap| gap == ".");
        match (self.numbers()?.as_slice(), self.mark()?) {
            ([(_, 1..=2), (_, 1..=2), (_, 4)], '/' | '-') => Some(&[Dmy, Mdy]),
            ([(_, 1..=2), (_, 1..=2), (_, 2)], '/' | '-') => Some(&[Dmy, Mdy, Ymd]),
            ([(_, 1..=2), (_, 1..=2), (_, 2)], '.') if ends_with_point => Some(&[Dmy, Ymd]),
            _ => None,
        }
    }

    /// The order to read by: the one that was said, if the date can have it. Else, whoever writes the year first writes
    /// the month before the day, and everybody else is taken to write the day first.
    fn order(&self, said: Option<DateOrder>) -> Option<DateOrder> {
        let said = said?;
        let is_one = self.orders().is_some_and(|orders| orders.contains(&said));
        Some(match said {
            _ if is_one => said,
            DateOrder::Ymd => DateOrder::Mdy,
            _ => DateOrder::Dmy,
        })
    }

    /// The days that such a date can mean.
    fn readings(&self) -> Option<Vec<(DateOrder, NaiveDate)>> {
        use DateOrder::{Dmy, Mdy, Ymd};
        let (orders, numbers) = (self.orders()?, self.numbers()?);
        let &[first @ (a, _), (b, _), last @ (c, _)] = numbers.as_slice() else { return None };
        let read = |order: DateOrder| match order {
            Dmy => day_of(last, b, a),
            Mdy => day_of(last, a, b),
            Ymd => day_of((first.0, 2), b, c),
        };
        Some(orders.iter().filter_map(|order| Some((*order, read(*order)?))).collect())
    }

    /// With a word in it: the name of the month, or the signs that Chinese, Japanese and Korean write behind numbers.
    fn spelled(self, terms: &DateTerms) -> Result<NaiveDate, NoDate> {
        let (mut numbers, mut words, mut word_at, mut east) = (Vec::new(), Vec::new(), 0, false);
        for token in self.tokens {
            match token {
                Token::Number(number, length) => numbers.push((number, length)),
                Token::Word(word) => match word.as_str() {
                    sign if EAST.contains(&sign) => east = true,
                    "st" | "nd" | "rd" | "th" | "er" | "of" | "the" | "de" | "del" | "den" | "le" | "am"
                    | "d" => {}
                    _ => {
                        words.push((word, numbers.len()));
                    }
                },
            }
        }
        // `Mar. 15 janv.` is a Tuesday: a day of the week is passed over where another word is the month.
        while words.len() > usize::from(!east) {
            let day = |(word, _): &(String, usize)| names::is_weekday(word);
            let only_day = |word: &(String, usize)| day(word) && names::month(&word.0).is_none();
            let at = words.iter().position(only_day).or_else(|| words.iter().position(day));
            words.remove(at.ok_or(NoDate::Nothing)?);
        }
        let month = match words.pop() {
            Some((word, at)) => {
                word_at = at;
                Some(names::month(&word).ok_or(NoDate::Nothing)?)
            }
            None => None,
        };
        match (month, numbers.as_slice()) {
            (None, &[year @ (_, 2 | 4), (month, 1..=2), (day, 1..=2)]) if east => of(year, month, day),
            (None, &[(month, 1..=2), (day, 1..=2)]) if east => without_year(terms, month, day),
            (Some(month), &[(day, 1..=2)]) => without_year(terms, month, day),
            // `2027. gada 15. janvāris`
            (Some(month), &[first @ (_, 4), (day, 1..=2)]) if word_at < 2 || self.has_year => {
                of(first, month, day)
            }
            (Some(month), &[(day, 1..=2), year @ (_, 2 | 4)]) if word_at < 2 => of(year, month, day),
            _ => Err(NoDate::Nothing),
        }
    }
}

/// The one of several readings that is meant: by the order, else the only one.
fn in_order(readings: &[(DateOrder, NaiveDate)], order: Option<DateOrder>) -> Result<NaiveDate, NoDate> {
    let Some(&(_, first)) = readings.first() else { return Err(NoDate::Nothing) };
    let by = |wanted| readings.iter().find(|(order, _)| *order == wanted).map(|(_, day)| *day);
    match order {
        Some(order) => in_range(by(order).ok_or(NoDate::OtherOrder)?),
        None if readings.iter().all(|(_, day)| *day == first) => in_range(first),
        None => Err(NoDate::Either),
    }
}

/// A date in figures alone.
fn figures(numbers: &[(u32, usize)], mark: Option<char>, terms: &DateTerms) -> Result<NaiveDate, NoDate> {
    match (numbers, mark) {
        // `20270115`
        (&[(number, 8)], _) => of((number / 10_000, 4), number / 100 % 100, number % 100),
        (&[year @ (_, 4), (month, 1..=2), (day, 1..=2)], Some('-' | '/' | '.')) => of(year, month, day),
        (&[(day, 1..=2), (month, 1..=2), year @ (_, 2 | 4)], Some('.')) => of(year, month, day),
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

/// A day with its year.
fn of(year: (u32, usize), month: u32, day: u32) -> Result<NaiveDate, NoDate> {
    in_range(day_of(year, month, day).ok_or(NoDate::Nothing)?)
}

/// A day of the calendar, its year given with how many digits it has. What is meant by 69 was agreed on by POSIX.
fn day_of((year, digits): (u32, usize), month: u32, day: u32) -> Option<NaiveDate> {
    let year = match year {
        short if digits == 2 && short < 69 => 2000 + short,
        short if digits == 2 => 1900 + short,
        whole => whole,
    };
    NaiveDate::from_ymd_opt(i32::try_from(year).ok()?, month, day)
}

/// The nearest such day on the side that is looked to; 29 February may be eight years away.
fn without_year(terms: &DateTerms, month: u32, day: u32) -> Result<NaiveDate, NoDate> {
    let today = terms.today.ok_or(NoDate::Nothing)?;
    let days = (-8..=8).filter_map(|away| NaiveDate::from_ymd_opt(today.year() + away, month, day));
    let fits = |day: &NaiveDate| match terms.way {
        Way::Ahead => *day >= today,
        Way::Back => *day <= today,
        Way::Nearest => true,
    };
    let nearest = days.filter(fits).min_by_key(|day| (*day - today).num_days().abs());
    in_range(nearest.ok_or(NoDate::Nothing)?)
}
