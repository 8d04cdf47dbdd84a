//! Numbers with what stands around them, and dates, as people write them.

use cairn_domain::read::{self, DateTerms, Mark};
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

/// Reads a figure; signs such as `~` and `<` before it do not count.
pub(super) fn figure(text: &str) -> Option<Figure> {
    let text = text.trim().trim_start_matches(['~', '≈', '<', '>', '≤', '≥', '=', ' ']);
    match text.to_lowercase().as_str() {
        "yes" | "true" | "done" => return Some(Figure { number: 1.0, unit: String::new(), yes_no: true }),
        "no" | "false" | "none" => return Some(Figure { number: 0.0, unit: String::new(), yes_no: true }),
        _ => {}
    }
    if let Some(amount) = in_millions(text) {
        return Some(amount);
    }
    let start = text.find(|c: char| c.is_ascii_digit())?;
    let (before, rest) = text.split_at(start);
    let before = before.trim_end();
    let (before, minus) = match before.strip_suffix(['-', '−']) {
        Some(before) => (before, true),
        None => (before.strip_suffix(['+', '.']).unwrap_or(before), false),
    };
    // A word before a number is a currency, or the number is part of something else.
    if before.chars().count() > 3 || before.contains(char::is_whitespace) {
        return None;
    }
    let (digits, after) = rest.split_at(run(rest));
    let digits = digits.trim_end_matches(['.', ',', '\'', '’']);
    let number = read::number(digits)?.decided(Some(Mark::Point)).ok()?.value();
    let after = after.trim().trim_end_matches(['.', ')']).trim_end();
    let unit = if before.is_empty() { after } else { before };
    Some(Figure { number: if minus { -number } else { number }, unit: unit.to_owned(), yes_no: false })
}

/// An amount of money in millions and the like, with its sign as the unit.
fn in_millions(text: &str) -> Option<Figure> {
    let amount = read::amount(text.trim_end_matches(['.', ')']))?;
    let number = amount.number.decided(Some(Mark::Point)).ok()?.value();
    amount.currencies.map(|_| Figure { number, unit: amount.sign, yes_no: false })
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
        let read = |text| figure(text).map(|figure| (figure.number, figure.unit));
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
