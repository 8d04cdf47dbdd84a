//! Numbers with what stands around them, and dates, as people write them.

use cairn_domain::read::{self, DateTerms, Mark, Number};
use chrono::NaiveDate;

/// A number of a text.
#[derive(Clone, PartialEq, Debug)]
pub(super) struct Figure {
    /// The number; yes is 1, no is 0.
    pub(super) number: f64,
    /// What stands before or behind it: `%`, `days`, `EUR`.
    pub(super) unit: String,
    /// True for yes and no.
    pub(super) yes_no: bool,
}

/// Why a text is no figure.
#[derive(Clone, Copy, PartialEq, Debug)]
pub(super) enum NoFigure {
    /// It is no number.
    NoNumber,
    /// It could as well be a year.
    NumberOrYear,
    /// It is one of these two, and nothing tells which.
    TwoWays([f64; 2]),
}

impl NoFigure {
    /// What is wrong with what was `said`.
    pub(super) fn message(self, said: &str) -> String {
        match self {
            Self::NoNumber => {
                format!("“{said}” is no number such as 95 or 5 %, and no date such as 2027-06-30.")
            }
            Self::NumberOrYear => format!(
                "“{said}” can be a number or a year; write “number” before it, or a date such as {said}-12-31."
            ),
            Self::TwoWays([thousands, fraction]) => format!(
                "“{said}” can be read in two ways, as {thousands} or as {fraction}; write it in one that cannot."
            ),
        }
    }
}

/// The mark of fractions, where the numbers of a text show together which it is.
pub(super) fn shown(text: &str) -> Option<Mark> {
    let mut numbers = Vec::new();
    let mut rest = text;
    while let Some(start) = rest.find(|c: char| c.is_ascii_digit()) {
        let begun = rest.get(start..).unwrap_or_default();
        let (digits, behind) = begun.split_at(run(begun));
        numbers.extend(read::number(bare(digits)));
        rest = behind;
    }
    Number::shown(numbers)
}

/// Reads a figure; signs such as `~` and `<` before it do not count. `decimal` decides what its marks leave open.
///
/// # Errors
/// Where it is no number, or could be two.
pub(super) fn figure(text: &str, decimal: Option<Mark>) -> Result<Figure, NoFigure> {
    let text = text.trim().trim_start_matches(['~', '≈', '<', '>', '≤', '≥', '=', ' ']);
    match text.to_lowercase().as_str() {
        "yes" | "true" | "done" => return Ok(Figure { number: 1.0, unit: String::new(), yes_no: true }),
        "no" | "false" => return Ok(Figure { number: 0.0, unit: String::new(), yes_no: true }),
        _ => {}
    }
    if let Some((sign, number)) = of_money(text) {
        return Ok(Figure { number: value(number, decimal)?, unit: sign, yes_no: false });
    }
    let start = text.find(|c: char| c.is_ascii_digit()).ok_or(NoFigure::NoNumber)?;
    let (before, rest) = text.split_at(start);
    let before = before.trim_end();
    let (before, minus) = match before.strip_suffix(['-', '−']) {
        Some(before) => (before, true),
        None => (before.strip_suffix(['+', '.']).unwrap_or(before), false),
    };
    // A word before a number is a currency, or the number is part of something else.
    if before.chars().count() > 3
        || before.contains(|c: char| c.is_whitespace() || c == '(')
        || counts_time(before)
    {
        return Err(NoFigure::NoNumber);
    }
    let (digits, after) = rest.split_at(run(rest));
    if goes_on(after) {
        return Err(NoFigure::NoNumber);
    }
    let (digits, after) = (bare(digits), after.trim().trim_end_matches(['.', ')']).trim_end());
    let (number, after) = match scaled(digits, after) {
        Some(scaled) => scaled,
        None => (read::number(digits).ok_or(NoFigure::NoNumber)?, after),
    };
    // Ten percent of fifty is neither ten nor fifty.
    if after
        .split(' ')
        .zip(after.split(' ').skip(1))
        .any(|(word, next)| word.eq_ignore_ascii_case("of") && next.starts_with(|c: char| c.is_ascii_digit()))
    {
        return Err(NoFigure::NoNumber);
    }
    let number = value(number, decimal)?;
    let unit = if before.is_empty() { after } else { before };
    Ok(Figure { number: if minus { -number } else { number }, unit: unit.to_owned(), yes_no: false })
}

/// True for what stands before the number of a quarter, a half, a week or a year: `Q2`, `H1`, `FY27`.
fn counts_time(before: &str) -> bool {
    ["q", "h", "hy", "fy", "cw", "kw", "w"].iter().any(|word| before.eq_ignore_ascii_case(word))
}

/// Digits without the marks of a sentence behind them.
fn bare(digits: &str) -> &str {
    digits.trim_end_matches(['.', ',', '\'', '’'])
}

fn value(number: Number, decimal: Option<Mark>) -> Result<f64, NoFigure> {
    match number.decided(decimal) {
        Ok(number) => Ok(number.value()),
        Err(two) => Err(NoFigure::TwoWays(two.map(|number| number.value()))),
    }
}

/// True where the number is not over: a power, or an exponent.
fn goes_on(after: &str) -> bool {
    let mut signs = after.chars();
    match signs.next() {
        Some('e' | 'E') => signs.next().is_some_and(|c| c.is_ascii_digit() || c == '-' || c == '+'),
        Some(first) => !first.is_ascii() && first.is_numeric(),
        None => false,
    }
}

/// A number with what it is counted in, such as thousands, and the unit behind; a single `m` or `b` is a unit.
fn scaled<'a>(digits: &str, after: &'a str) -> Option<(Number, &'a str)> {
    let (scale, unit) = after.split_once(' ').unwrap_or((after, ""));
    let is_scale = !scale.is_empty() && !matches!(scale, "%" | "m" | "mm" | "b" | "M" | "B");
    let number = is_scale.then(|| read::number(&format!("{digits} {scale}"))).flatten()?;
    Some((number, unit.trim_start()))
}

/// An amount of money, and its sign as the unit.
fn of_money(text: &str) -> Option<(String, Number)> {
    let amount = read::amount(text.trim_end_matches(['.', ')']))?;
    amount.currencies.map(|_| (amount.sign, amount.number))
}

/// How long the digits at the start of a text are, with the marks between them. A space parts thousands where three
/// digits follow it.
fn run(text: &str) -> usize {
    let bytes_behind = |at: usize| text.get(at..).unwrap_or_default();
    let parts = |at: usize, space: char| {
        let behind = bytes_behind(at + space.len_utf8());
        behind.chars().take_while(char::is_ascii_digit).count() == 3
    };
    let goes_on = |(at, c): &(usize, char)| match c {
        '0'..='9' | '.' | ',' | '\'' | '’' => true,
        ' ' | '\u{a0}' | '\u{202f}' | '\u{2009}' => parts(*at, *c),
        _ => false,
    };
    text.char_indices().take_while(goes_on).last().map_or(0, |(at, c)| at + c.len_utf8())
}

/// Reads a date as every door does, but only whole ones: what could be two days is none.
pub(crate) fn date(text: &str) -> Option<NaiveDate> {
    let text = text.trim().trim_end_matches(['.', ',', ')']);
    read::date(text, &DateTerms::default()).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_figure_is_read_with_what_stands_around_it() {
        let read = |text| figure(text, Some(Mark::Point)).map(|figure| (figure.number, figure.unit)).ok();
        let is = |number, unit: &str| Some((number, unit.to_owned()));
        assert_eq!(read("~30 %"), is(30.0, "%"), "about 30 %");
        assert_eq!(read("<5%"), is(5.0, "%"), "under 5 %");
        assert_eq!(read("-2.5 days"), is(-2.5, "days"), "below zero");
        assert_eq!(read("12,500"), is(12500.0, ""), "thousands");
        assert_eq!(read("0,5 h"), is(0.5, "h"), "a decimal comma");
        assert_eq!(read("0,750 s"), is(0.75, "s"), "0 is no thousand");
        assert_eq!(read("12500,500 s"), is(12_500.5, "s"), "nor are five digits before a mark");
        assert_eq!(read("1 250 builds"), is(1_250.0, "builds"), "thousands by a space");
        assert_eq!(read("1'250.5 CHF"), is(1_250.5, "CHF"), "as in Switzerland");
        assert_eq!(read("$1.2M"), is(1_200_000.0, "$"), "millions of money");
        assert_eq!(read("1.2 m"), is(1.2, "m"), "of no money they are metres");
        assert_eq!(read("15.01.2027"), None, "a day is no number");
        assert_eq!(read("1,234,567.5"), is(1_234_567.5, ""), "millions");
        assert_eq!(read("EUR 40"), is(40.0, "EUR"), "a currency before it");
        assert_eq!(read("€40"), is(40.0, "€"), "or its sign");
        assert_eq!(read("yes"), is(1.0, ""), "yes");
        assert_eq!(read("the best of 3"), None, "a number inside a sentence is none");
        assert_eq!(read("tbd"), None, "no number");
        for when in ["Q2", "H1 2027", "FY27", "Q 2", "10% of 50", "5 of 7 teams"] {
            assert_eq!(read(when), None, "{when} is no figure with a unit");
        }
        assert_eq!(read("5 of the teams"), is(5.0, "of the teams"), "a unit of words is one");
        assert_eq!(read("1.2k builds"), is(1_200.0, "builds"), "thousands in a letter");
        assert_eq!(read("3 million users"), is(3_000_000.0, "users"), "millions in a word");
        for other in ["10²", "1e3", "(5)", "2,5E-3"] {
            assert_eq!(
                read(other),
                None,
                "{other} is a way of writing that is not read, and no number with a unit"
            );
        }
    }

    #[test]
    fn what_could_be_two_numbers_is_decided_by_the_others_of_the_text_or_refused() {
        let read = |text, decimal| figure(text, decimal).map(|figure| figure.number);
        let two = NoFigure::TwoWays([1250.0, 1.25]);
        assert_eq!(read("1.250 ms", None), Err(two), "a German thousand, or a fraction");
        assert_eq!(read("€12,500", None), Err(NoFigure::TwoWays([12_500.0, 12.5])), "money as well");
        assert_eq!(read("1.250 ms", shown("from 3,5 to 2,75")), Ok(1250.0), "commas part fractions there");
        assert_eq!(read("12,500", shown("GitLab 17.4 by 31.12.2027")), Ok(12_500.0), "and points there");
        assert_eq!(shown("3,5 and 2.75"), None, "a text that shows both shows nothing");
        assert_eq!(read("1.250,5 ms", None), Ok(1250.5), "two marks tell by themselves");
        let said = two.message("1.250");
        assert!(said.contains("1250") && said.contains("1.25"), "both are said: {said}");
    }

    #[test]
    fn a_date_is_read_unless_it_could_be_two() {
        let day = NaiveDate::from_ymd_opt(2027, 3, 31);
        for text in [
            "2027-03-31",
            "2027/3/31",
            "31.3.2027",
            "31 March 2027",
            "Mar 31, 2027",
            "31st March 2027",
            "31-Mar-2027",
            "31.3.27",
            "31. März 2027",
        ] {
            assert_eq!(date(text), day, "{text}");
        }
        for text in ["03/04/2027", "2027-13-01", "2027-02-30", "Q1 2027", "next week", "31.3.0027", ""] {
            assert_eq!(date(text), None, "{text}");
        }
    }
}
