//! Numbers with what stands around them, and dates, as people write them.

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
    let end =
        rest.find(|c: char| !c.is_ascii_digit() && !matches!(c, '.' | ',' | '\'')).unwrap_or(rest.len());
    let (digits, after) = rest.split_at(end);
    let kept = digits.trim_end_matches(['.', ',', '\'']);
    let number: f64 = bare(kept).parse().ok()?;
    let after = after.trim().trim_end_matches(['.', ')']).trim_end();
    let unit = if before.is_empty() { after } else { before };
    Some(Figure { number: if minus { -number } else { number }, unit: unit.to_owned(), yes_no: false })
}

/// Digits with a point: commas that part thousands go, one that is a decimal mark becomes a point.
fn bare(digits: &str) -> String {
    let digits = digits.replace('\'', "");
    let groups: Vec<&str> = digits.split(',').collect();
    let thousands =
        groups.iter().skip(1).all(|group| group.split('.').next().is_some_and(|group| group.len() == 3));
    if groups.len() == 2 && !thousands { digits.replace(',', ".") } else { digits.replace(',', "") }
}

/// Reads a date: `2027-03-31`, `2027/3/31`, `31.3.2027`, `31 March 2027`, `Mar 31, 2027`. What could be two days is
/// none.
pub(crate) fn date(text: &str) -> Option<NaiveDate> {
    let text = text.trim().trim_end_matches(['.', ',', ')']).trim();
    if let Ok(date) = text.parse() {
        return Some(date);
    }
    let parts: Vec<&str> = text.split([' ', ',', '.', '/', '-']).filter(|part| !part.is_empty()).collect();
    let &[first, second, third] = parts.as_slice() else { return None };
    let year_first = first.len() == 4 && first.bytes().all(|byte| byte.is_ascii_digit());
    let (year, month, day) = match (month(first), month(second)) {
        (Some(month), _) => (third, month, second),
        (None, Some(month)) if year_first => (first, month, third),
        (None, Some(month)) => (third, month, first),
        (None, None) if year_first && !text.contains(' ') => (first, second.parse().ok()?, third),
        (None, None) if text.contains('.') && !text.contains('/') => (third, second.parse().ok()?, first),
        (None, None) => return None,
    };
    let day = day.trim_end_matches(|c: char| c.is_ascii_alphabetic()).parse().ok()?;
    NaiveDate::from_ymd_opt(year.parse().ok().filter(|year| *year >= 1900)?, month, day)
}

fn month(text: &str) -> Option<u32> {
    const MONTHS: [&str; 12] = [
        "january",
        "february",
        "march",
        "april",
        "may",
        "june",
        "july",
        "august",
        "september",
        "october",
        "november",
        "december",
    ];
    let text = text.to_lowercase();
    let at = MONTHS.iter().position(|month| text.len() >= 3 && month.starts_with(&text))?;
    u32::try_from(at + 1).ok()
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
        ] {
            assert_eq!(date(text), day, "{text}");
        }
        for text in ["03/04/2027", "2027-13-01", "2027-02-30", "Q1 2027", "next week", "31.3.27", ""] {
            assert_eq!(date(text), None, "{text}");
        }
    }
}
