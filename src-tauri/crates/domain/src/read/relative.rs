//! Days by their distance from today: `tomorrow`, `fri`, `+2w`, `end of next month`, `3 weeks ago`.

use chrono::{Datelike as _, Days, Months, NaiveDate};

use super::{names, way::Way};

/// The day that such words mean; they stand in small letters.
pub(super) fn day(text: &str, today: NaiveDate, way: Way) -> Option<NaiveDate> {
    let text = text.split(' ').filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ");
    match text.as_str() {
        "today" | "tod" | "now" => return Some(today),
        "tomorrow" | "tom" | "tmr" => return today.succ_opt(),
        "yesterday" => return today.pred_opt(),
        "eow" => return end_of("week", today),
        "eom" => return end_of("month", today),
        "eoq" => return end_of("quarter", today),
        "eoy" => return end_of("year", today),
        _ => {}
    }
    if let Some(rest) = text.strip_prefix("end of ") {
        let rest = rest.trim_start_matches("the ").trim_start_matches("this ");
        return match rest.strip_prefix("next ") {
            Some(unit) => end_of(unit, start_of_next(unit, today)?),
            None => end_of(rest, today),
        };
    }
    if let Some(rest) = text.strip_prefix("next ") {
        return start_of_next(rest, today).or_else(|| weekday(rest, today, Side::After));
    }
    if let Some(rest) = text.strip_prefix("last ") {
        return weekday(rest, today, Side::Before);
    }
    let side = match way {
        Way::Ahead => Side::After,
        Way::Back => Side::Until,
        Way::Nearest => Side::Either,
    };
    weekday(text.strip_prefix("this ").unwrap_or(&text), today, side).or_else(|| shifted(&text, today))
}

/// On which side of today a day of the week lies.
#[derive(Clone, Copy)]
enum Side {
    After,
    Until,
    Before,
    Either,
}

fn weekday(word: &str, today: NaiveDate, side: Side) -> Option<NaiveDate> {
    let wanted = names::weekday(&names::folded(word))?;
    let ahead = (wanted + 7 - today.weekday().num_days_from_sunday()) % 7;
    let back = (7 - ahead) % 7;
    let whole = |days: u32| u64::from(if days == 0 { 7 } else { days });
    match side {
        Side::After => today.checked_add_days(Days::new(whole(ahead))),
        Side::Either if ahead < back => today.checked_add_days(Days::new(u64::from(ahead))),
        Side::Until | Side::Either => today.checked_sub_days(Days::new(u64::from(back))),
        Side::Before => today.checked_sub_days(Days::new(whole(back))),
    }
}

/// The first day of the week, month, quarter or year after this one.
fn start_of_next(unit: &str, today: NaiveDate) -> Option<NaiveDate> {
    match unit {
        "week" => weekday("monday", today, Side::After),
        "month" | "quarter" | "year" => end_of(unit, today)?.succ_opt(),
        _ => None,
    }
}

/// The last day of the week's work, of the month, the quarter or the year; of a month or quarter by its name, the next
/// one.
fn end_of(unit: &str, today: NaiveDate) -> Option<NaiveDate> {
    let last = |year: i32, month: u32| {
        let first = NaiveDate::from_ymd_opt(year, month, 1)?;
        first.checked_add_months(Months::new(1))?.pred_opt()
    };
    let coming = |month: u32| {
        let day = last(today.year(), month)?;
        if day < today { last(today.year() + 1, month) } else { Some(day) }
    };
    match unit {
        "week" => {
            let friday = 4 - i64::from(today.weekday().num_days_from_monday());
            let friday = if friday < 0 { friday + 7 } else { friday };
            today.checked_add_days(Days::new(u64::try_from(friday).ok()?))
        }
        "month" => last(today.year(), today.month()),
        "quarter" => last(today.year(), today.month0() / 3 * 3 + 3),
        "year" => last(today.year(), 12),
        "q1" => coming(3),
        "q2" => coming(6),
        "q3" => coming(9),
        "q4" => coming(12),
        name => coming(names::month(&names::folded(name))?),
    }
}

/// `+2w`, `-3d`, `in 2 weeks`, `3 weeks ago`.
fn shifted(text: &str, today: NaiveDate) -> Option<NaiveDate> {
    let (rest, back) =
        match (text.strip_prefix('+').or_else(|| text.strip_prefix("in ")), text.strip_suffix(" ago")) {
            (Some(rest), None) => (rest, false),
            (None, Some(rest)) => (rest, true),
            (None, None) => (text.strip_prefix(['-', '−'])?, true),
            (Some(_), Some(_)) => return None,
        };
    let rest = rest.trim();
    let end = rest.find(|c: char| !c.is_ascii_digit()).unwrap_or(rest.len());
    let (count, unit) = rest.split_at(end);
    let count: u32 = Some(count).filter(|count| (1..=4).contains(&count.len()))?.parse().ok()?;
    let unit = unit.trim();
    let days = match unit {
        "" | "d" | "day" | "days" => Some(u64::from(count)),
        "w" | "wk" | "wks" | "week" | "weeks" => Some(u64::from(count) * 7),
        _ => None,
    };
    let months = match unit {
        "m" | "mo" | "month" | "months" => Some(count),
        "q" | "quarter" | "quarters" => Some(count * 3),
        "y" | "yr" | "year" | "years" => Some(count * 12),
        _ => None,
    };
    match (days, months, back) {
        (Some(days), _, false) => today.checked_add_days(Days::new(days)),
        (Some(days), _, true) => today.checked_sub_days(Days::new(days)),
        (None, Some(months), false) => today.checked_add_months(Months::new(months)),
        (None, Some(months), true) => today.checked_sub_months(Months::new(months)),
        (None, None, _) => None,
    }
}
