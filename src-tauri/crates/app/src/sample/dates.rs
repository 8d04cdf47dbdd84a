//! Dates of the sample: `@-30T08:00:00Z` is an instant of that day, and `@-30` is thirty days before today, or the Friday before where that is a weekend.

use chrono::{Datelike as _, Days, NaiveDate, Weekday};
use serde_json::Value;

/// Puts a date in the place of every text that counts days from today.
pub(super) fn resolve_dates(value: &mut Value, today: NaiveDate) {
    match value {
        Value::String(text) => {
            let (counted, time) = text.split_at(text.find('T').unwrap_or(text.len()));
            if let Some(date) = day(counted, today) {
                *text = format!("{date}{time}");
            }
        }
        Value::Array(values) => values.iter_mut().for_each(|value| resolve_dates(value, today)),
        Value::Object(fields) => fields.values_mut().for_each(|value| resolve_dates(value, today)),
        Value::Null | Value::Bool(_) | Value::Number(_) => {}
    }
}

fn day(text: &str, today: NaiveDate) -> Option<NaiveDate> {
    let days: i64 = text.strip_prefix('@')?.parse().ok()?;
    let span = Days::new(days.unsigned_abs());
    match days {
        ..0 => {
            today.checked_sub_days(span).and_then(|day| day.checked_sub_days(Days::new(after_friday(day))))
        }
        0 => Some(today),
        1.. => {
            today.checked_add_days(span).and_then(|day| day.checked_add_days(Days::new(before_monday(day))))
        }
    }
}

/// Nobody works on a weekend: what lies there was done on the Friday before.
fn after_friday(day: NaiveDate) -> u64 {
    match day.weekday() {
        Weekday::Sat => 1,
        Weekday::Sun => 2,
        _ => 0,
    }
}

/// And will be done on the Monday after.
fn before_monday(day: NaiveDate) -> u64 {
    match after_friday(day) {
        0 => 0,
        days => 3 - days,
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn only_counted_days_become_dates() {
        let mut value =
            json!({ "due": "@7", "since": ["@-23"], "next": "@5", "name": "@anna", "title": "@" });
        resolve_dates(&mut value, NaiveDate::from_ymd_opt(2026, 11, 23).unwrap_or_default());
        let settled = json!({ "due": "2026-11-30", "since": ["2026-10-30"], "next": "2026-11-30", "name": "@anna", "title": "@" });
        assert_eq!(
            value, settled,
            "a name that begins with @ stays a name, and a Saturday becomes a Friday or a Monday"
        );
    }
}
