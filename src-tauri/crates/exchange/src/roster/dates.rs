//! Days as systems write them. Which of 03/04/2026 is the month nobody can tell by one: by all of a file often, else it
//! is asked.

use cairn_domain::{
    DateOrder,
    read::{DateTerms, NoDate, YEARS, bare_parts, date},
};
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
        let Some([first, second]) = bare_parts(text) else { continue };
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
    let terms = DateTerms { order, ..DateTerms::default() };
    // In a file of two orders none of its days can be trusted.
    if order.is_none() && bare_parts(text).is_some() {
        return Ok(None);
    }
    date(text, &terms).map(Some).or_else(|why| match why {
        NoDate::Either => Ok(None),
        NoDate::Nothing => Err(format!("“{}” is no date.", text.trim())),
        NoDate::Year(year) => {
            let (first, last) = YEARS;
            Err(format!("“{}” is in the year {year}; a date lies from {first} to {last}.", text.trim()))
        }
        NoDate::OtherOrder => {
            let order = if order == Some(DateOrder::Dmy) { "day before month" } else { "month before day" };
            Err(format!("“{}” is no date with the {order}.", text.trim()))
        }
    })
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
        let slip = day("15/01/0027", Some(DateOrder::Dmy));
        assert!(slip.is_err_and(|why| why.contains("1900")), "a year of long ago is a slip of the hand");
        assert_eq!(day("03/04/2026", None), Ok(None), "that is asked once, not row by row");
    }
}
