//! Dates of the sample: `@-30` is thirty days before today.

use chrono::{Days, NaiveDate};
use serde_json::Value;

/// Puts a date in the place of every text that counts days from today.
pub(super) fn settle(value: &mut Value, today: NaiveDate) {
    match value {
        Value::String(text) => {
            if let Some(date) = day(text, today) {
                *text = date.to_string();
            }
        }
        Value::Array(values) => values.iter_mut().for_each(|value| settle(value, today)),
        Value::Object(fields) => fields.values_mut().for_each(|value| settle(value, today)),
        Value::Null | Value::Bool(_) | Value::Number(_) => {}
    }
}

fn day(text: &str, today: NaiveDate) -> Option<NaiveDate> {
    let days: i64 = text.strip_prefix('@')?.parse().ok()?;
    let span = Days::new(days.unsigned_abs());
    if days < 0 { today.checked_sub_days(span) } else { today.checked_add_days(span) }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn only_counted_days_become_dates() {
        let mut value = json!({ "due": "@7", "since": ["@-23"], "name": "@anna", "title": "@" });
        settle(&mut value, NaiveDate::from_ymd_opt(2026, 11, 23).unwrap_or_default());
        let settled = json!({ "due": "2026-11-30", "since": ["2026-10-31"], "name": "@anna", "title": "@" });
        assert_eq!(value, settled, "a name that begins with @ stays a name");
    }
}
