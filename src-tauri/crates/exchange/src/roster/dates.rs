//! Days as systems write them. Which of 03/04/2026 is the month nobody can tell by one: by all of a file often, else it
//! is asked.

use cairn_domain::DateOrder;
use chrono::NaiveDate;

/// The days of a file that could be read in two ways.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Dates {
    /// How they are read; none where somebody has to say.
    pub order: Option<DateOrder>,
    /// One of them, as it stands there.
    pub sample: String,
}

/// Whether a file has such days, and how they are read: as said, else as those tell that can be read in one way only.
pub(super) fn found<'a>(texts: impl Iterator<Item = &'a str>, said: Option<DateOrder>) -> Option<Dates> {
    let (mut sample, mut dmy, mut mdy, mut open) = (None::<&str>, false, false, false);
    for text in texts {
        let Some([first, second, _]) = parts(text) else { continue };
        dmy |= first > 12;
        mdy |= second > 12;
        let is_open = first <= 12 && second <= 12 && first != second;
        if sample.is_none() || (is_open && !open) {
            sample = Some(text.trim());
        }
        open |= is_open;
    }
    let order = match (said, dmy, mdy) {
        (Some(said), ..) => Some(said),
        (None, true, false) => Some(DateOrder::Dmy),
        (None, false, true) => Some(DateOrder::Mdy),
        // Nothing hangs on it.
        (None, false, false) if !open => Some(DateOrder::Dmy),
        (None, ..) => None,
    };
    sample.map(|sample| Dates { order, sample: sample.to_owned() })
}

/// The day of a text; none while the order is to be asked, which is said once for the file.
///
/// # Errors
/// A sentence, where it is none, or one in another order.
pub(super) fn day(text: &str, order: Option<DateOrder>) -> Result<Option<NaiveDate>, String> {
    let none = || format!("“{}” is no date.", text.trim());
    let Some([first, second, year]) = parts(text) else {
        return crate::plan_markdown::date(date_of(text)).map(Some).ok_or_else(none);
    };
    let (day, month) = match order {
        Some(DateOrder::Dmy) => (first, second),
        Some(DateOrder::Mdy) => (second, first),
        Some(DateOrder::Ymd) | None => return Ok(None),
    };
    let year = i32::try_from(year).map_err(|_| none())?;
    NaiveDate::from_ymd_opt(year, month, day).map(Some).ok_or_else(|| match order {
        Some(DateOrder::Dmy) if second > 12 => other(text, "day before month"),
        Some(DateOrder::Mdy) if first > 12 => other(text, "month before day"),
        _ => none(),
    })
}

fn other(text: &str, order: &str) -> String {
    format!("“{}” is no date with the {order}.", text.trim())
}

/// A date without the time behind it: `2026-03-04T00:00:00Z`, `3/4/2026 11:33 AM`.
fn date_of(text: &str) -> &str {
    let text = text.trim();
    let bare = text.split_once('T').map_or(text, |(date, time)| {
        if time.starts_with(|c: char| c.is_ascii_digit()) { date } else { text }
    });
    match bare.split_once(' ') {
        Some((date, time)) if time.contains(':') => date,
        _ => bare,
    }
}

/// The numbers of `3/4/2026` and `03-04-26`; the year in full.
fn parts(text: &str) -> Option<[u32; 3]> {
    let text = date_of(text);
    let mark = text.chars().find(|c| !c.is_ascii_digit()).filter(|c| matches!(c, '/' | '-'))?;
    let parts: Vec<&str> = text.split(mark).collect();
    let &[first, second, year] = parts.as_slice() else { return None };
    let number = |part: &str| {
        let plain = !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
        if plain { part.parse::<u32>().ok() } else { None }
    };
    if first.len() > 2 || second.len() > 2 || !matches!(year.len(), 2 | 4) {
        return None;
    }
    let short = year.len() == 2;
    let year = number(year)?;
    // What is meant by 69 was agreed on by POSIX.
    let year = match year {
        short_year if short && short_year < 69 => 2000 + short_year,
        short_year if short => 1900 + short_year,
        whole => whole,
    };
    Some([number(first)?, number(second)?, year])
}

#[cfg(test)]
mod tests {
    use super::*;

    fn order(texts: &[&str]) -> Option<Option<DateOrder>> {
        found(texts.iter().copied(), None).map(|dates| dates.order)
    }

    #[test]
    fn the_order_is_asked_only_where_the_file_does_not_tell() {
        assert_eq!(order(&["2026-03-04", "4 March 2026"]), None, "these are one day each");
        assert_eq!(order(&["03/04/2026", "31/12/2026"]), Some(Some(DateOrder::Dmy)));
        assert_eq!(order(&["03/04/2026", "12/31/2026"]), Some(Some(DateOrder::Mdy)));
        assert_eq!(order(&["04/04/2026"]), Some(Some(DateOrder::Dmy)), "either way the same day");
        assert_eq!(order(&["03/04/2026", "05/06/2026"]), Some(None), "nobody can know");
        assert_eq!(order(&["13/04/2026", "04/13/2026"]), Some(None), "a file in two orders");
        let said = found(["31/12/2026"].into_iter(), Some(DateOrder::Mdy));
        assert_eq!(said.and_then(|dates| dates.order), Some(DateOrder::Mdy), "what was said holds");
    }

    #[test]
    fn days_are_read_in_that_order() {
        let is = |year, month, day| Ok(NaiveDate::from_ymd_opt(year, month, day));
        assert_eq!(day("3/4/2026 11:33 AM", Some(DateOrder::Mdy)), is(2026, 3, 4));
        assert_eq!(day("03-04-26", Some(DateOrder::Dmy)), is(2026, 4, 3));
        assert_eq!(day("2026-03-04T00:00:00.000Z", None), is(2026, 3, 4));
        assert_eq!(day("4.3.2026", None), is(2026, 3, 4), "points are the day first");
        assert_eq!(day("2026-03-04 00:00:00", None), is(2026, 3, 4));
        for (text, order) in [("31/12/2026", DateOrder::Mdy), ("12/31/2026", DateOrder::Dmy)] {
            assert!(day(text, Some(order)).is_err(), "{text}");
        }
        assert!(day("30/02/2026", Some(DateOrder::Dmy)).is_err());
        assert!(day("next year", None).is_err());
        assert_eq!(day("03/04/2026", None), Ok(None), "that is asked once, not row by row");
    }
}
