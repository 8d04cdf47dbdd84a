//! When something is reached, as people write it beside figures: a day, or a month, quarter, half or year by its last day.

use chrono::{Months, NaiveDate};

use super::value::date;

/// What stands before a time and says no more than that it is one.
const BY: [&str; 7] = ["by the end of ", "by end of ", "end of ", "by ", "until ", "in ", "during "];

/// A day, or the last day of a month, a quarter, a half or a year: `Q2 2027`, `2027-H1`, `June 2027`, `end of 2027`.
pub(super) fn by_when(text: &str) -> Option<NaiveDate> {
    date(text).or_else(|| span(text)).or_else(|| last_of(year(without_end(text))?, 12))
}

/// True where a target can only be meant as a time.
pub(super) fn is_time(text: &str) -> bool {
    let bare = without_by(text);
    span(bare).is_some() || date(bare).is_some() || bare.len() < text.trim().len() && by_when(bare).is_some()
}

/// A time without the word before it: `by Q2 2027`.
pub(super) fn without_by(text: &str) -> &str {
    let text = text.trim();
    let word =
        BY.iter().find(|word| text.get(..word.len()).is_some_and(|head| head.eq_ignore_ascii_case(word)));
    word.map_or(text, |word| text.get(word.len()..).unwrap_or_default().trim_start())
}

fn without_end(text: &str) -> &str {
    let text = text.trim();
    let end = text.get(..7).is_some_and(|head| head.eq_ignore_ascii_case("end of "));
    if end { text.get(7..).unwrap_or_default().trim_start() } else { text }
}

/// A year by itself.
pub(super) fn year(text: &str) -> Option<i32> {
    let text = text.trim().trim_end_matches(['.', ',', ')']);
    text.parse().ok().filter(|year| text.len() == 4 && (1900..=2200).contains(year))
}

/// True for what says that there is no value, or none yet.
pub(super) fn nothing(text: &str) -> bool {
    let text = text.trim().trim_end_matches(['.', ',']);
    ["none", "tbd", "tba", "t.b.d", "n/a", "-", "–", "—", "?", "open", "to be defined", "to be determined"]
        .iter()
        .any(|word| text.eq_ignore_ascii_case(word))
}

/// The last day of a part of a year: a quarter, a half, a month by its name.
fn span(text: &str) -> Option<NaiveDate> {
    let parts: Vec<&str> = without_end(text).split([' ', '/', '-']).filter(|part| !part.is_empty()).collect();
    let &[first, second] = parts.as_slice() else { return None };
    let (part, year) = match (year(first), year(second)) {
        (None, Some(year)) => (first, year),
        (Some(year), None) => (second, year),
        _ => return None,
    };
    let lower = part.to_ascii_lowercase();
    let nth = |sign: char, most: u32| {
        lower.strip_prefix(sign)?.parse::<u32>().ok().filter(|nth| (1..=most).contains(nth))
    };
    if let Some(quarter) = nth('q', 4) {
        return last_of(year, quarter * 3);
    }
    if let Some(half) = nth('h', 2) {
        return last_of(year, half * 6);
    }
    // A month by its number would be a day or a range as well.
    let named = part.starts_with(char::is_alphabetic);
    let first = named.then(|| date(&format!("1 {part} {year}"))).flatten()?;
    first.checked_add_months(Months::new(1))?.pred_opt()
}

fn last_of(year: i32, month: u32) -> Option<NaiveDate> {
    NaiveDate::from_ymd_opt(year, month, 1)?.checked_add_months(Months::new(1))?.pred_opt()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_part_of_a_year_is_its_last_day() {
        let day = |text: &str| by_when(text).map(|day| day.to_string()).unwrap_or_default();
        for (text, last) in [
            ("Q2 2027", "2027-06-30"),
            ("2027-Q4", "2027-12-31"),
            ("end of Q1 2027", "2027-03-31"),
            ("H1 2027", "2027-06-30"),
            ("2027 H2", "2027-12-31"),
            ("June 2027", "2027-06-30"),
            ("Feb 2028", "2028-02-29"),
            ("2027", "2027-12-31"),
            ("end of 2027", "2027-12-31"),
            ("2027-03-31", "2027-03-31"),
            ("Q5 2027", ""),
            ("H3 2027", ""),
            ("Q2", ""),
            ("05 2027", ""),
            ("20 2027", ""),
            ("", ""),
        ] {
            assert_eq!(day(text), last, "{text}");
        }
    }

    #[test]
    fn a_target_is_a_time_only_where_it_can_be_nothing_else() {
        for time in ["Q2 2027", "by Q2 2027", "June 2027", "in 2027", "by end of 2027", "2027-06-30"] {
            assert!(is_time(time), "{time}");
        }
        for other in ["2027", "5 %", "Q2", "5 by Q2 2027", "in range", "yes", ""] {
            assert!(!is_time(other), "{other}");
        }
    }
}
