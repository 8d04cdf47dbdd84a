//! Days as systems write them. Which of 03/04/2026 is the month nobody can tell by one: by all of a file often, else it
//! is asked.

use cairn_domain::{
    DateOrder,
    read::{DateTerms, NoDate, YEARS, date, readings},
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

/// Whether a file has such days, and how they are read: as said, else in the only order that all of them can have. Where
/// several can be, or none, and it makes a difference, somebody has to say.
pub(super) fn found<'a>(texts: impl Iterator<Item = &'a str>, said: Option<DateOrder>) -> Option<Dates> {
    let mut orders = vec![DateOrder::Dmy, DateOrder::Mdy, DateOrder::Ymd];
    let (mut days, mut sample, mut is_open) = (Vec::new(), None::<&str>, false);
    for text in texts {
        // What no order makes a day is no date, and tells nothing of the others.
        let Some(readings) = readings(text).filter(|readings| !readings.is_empty()) else { continue };
        orders.retain(|order| readings.iter().any(|(one, _)| one == order));
        let differ = readings.iter().any(|(_, day)| Some(*day) != readings.first().map(|(_, day)| *day));
        if sample.is_none() || (differ && !is_open) {
            sample = Some(text.trim());
        }
        is_open |= differ;
        days.push(readings);
    }
    // Nothing hangs on which of several orders it is where each of the days is the same in all of them.
    let same = |readings: &Vec<(DateOrder, NaiveDate)>| {
        let mut left = readings.iter().filter(|(order, _)| orders.contains(order)).map(|(_, day)| day);
        let first = left.next();
        left.all(|day| Some(day) == first)
    };
    let told = orders.first().copied().filter(|_| days.iter().all(same));
    sample.map(|sample| Dates { order: said.or(told), sample: sample.to_owned() })
}

/// The day of a text; none while the order is to be asked, which is said once for the file.
///
/// # Errors
/// A sentence, where it is none, or one in another order.
pub(super) fn day(text: &str, order: Option<DateOrder>) -> Result<Option<NaiveDate>, String> {
    let terms = DateTerms { order, ..DateTerms::default() };
    // In a file of two orders none of its days can be trusted.
    if order.is_none() && readings(text).is_some_and(|readings| !readings.is_empty()) {
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
            let order = match order {
                Some(DateOrder::Dmy) => "day before month",
                Some(DateOrder::Ymd) => "year before month and day",
                Some(DateOrder::Mdy) | None => "month before day",
            };
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
        assert_eq!(order(&["27/01/15", "27-02-03"]), Some(None), "the year may stand first");
        assert_eq!(order(&["31/12/26"]), Some(None), "2031, or the last day of 2026");
        assert_eq!(
            order(&["27/01/15", "15/01/2027"]),
            Some(Some(DateOrder::Dmy)),
            "four digits are the year"
        );
        assert_eq!(order(&["15/01/27", "12/31/27"]), Some(None), "no order reads both");
        assert_eq!(order(&["03/04/27", "12/31/27"]), Some(Some(DateOrder::Mdy)), "no other reads the second");
        assert_eq!(order(&["27/01/15", "15/01/99"]), Some(Some(DateOrder::Dmy)), "99 is no day");
        assert_eq!(
            order(&["27/01/15", "99/01/15"]),
            Some(Some(DateOrder::Ymd)),
            "and here the year stands first"
        );
        assert_eq!(order(&["27. 1. 15."]), Some(None), "as Koreans write the year first, and Croats last");
        assert_eq!(
            order(&["31/12/2026", "99/99/2026"]),
            Some(Some(DateOrder::Dmy)),
            "what is no day tells nothing"
        );
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
        assert_eq!(day("27/01/15", Some(DateOrder::Ymd)), is(2027, 1, 15));
        assert_eq!(day("27-02-03", Some(DateOrder::Ymd)), is(2027, 2, 3));
        assert_eq!(day("27. 1. 15.", Some(DateOrder::Ymd)), is(2027, 1, 15));
        assert_eq!(day("27/01/15", None), Ok(None), "never 2015 unasked");
        assert!(day("99/99/2027", None).is_err(), "nothing to be asked");
        for (text, order) in
            [("31/12/2026", DateOrder::Mdy), ("12/31/2026", DateOrder::Dmy), ("15/31/27", DateOrder::Ymd)]
        {
            assert!(day(text, Some(order)).is_err(), "{text}");
        }
        assert!(day("30/02/2026", Some(DateOrder::Dmy)).is_err());
        assert!(day("next year", None).is_err());
        let slip = day("15/01/0027", Some(DateOrder::Dmy));
        assert!(slip.is_err_and(|why| why.contains("1900")), "a year of long ago is a slip of the hand");
        assert_eq!(day("03/04/2026", None), Ok(None), "that is asked once, not row by row");
    }
}
