//! A time of day: `9`, `9:30`, `0930`, `14.15`, `1pm`, `noon`.

use chrono::NaiveTime;

use super::plain;

/// The time that a text means.
#[must_use]
pub fn time(text: &str) -> Option<NaiveTime> {
    let text = plain(text).to_lowercase();
    match text.as_str() {
        "noon" | "midday" => return NaiveTime::from_hms_opt(12, 0, 0),
        "midnight" => return NaiveTime::from_hms_opt(0, 0, 0),
        _ => {}
    }
    let half = |ends: [&str; 4]| ends.iter().find_map(|end| text.strip_suffix(end));
    let (figures, half) = match (half(["a.m.", "a.m", "am", "a"]), half(["p.m.", "p.m", "pm", "p"])) {
        (Some(figures), _) => (figures, Some(0)),
        (None, Some(figures)) => (figures, Some(12)),
        (None, None) => (text.strip_suffix("uhr").or_else(|| text.strip_suffix('h')).unwrap_or(&text), None),
    };
    let figures = figures.trim();
    let is_digits = |part: &str, most: usize| {
        (1..=most).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_digit())
    };
    let (hour, minute) = match figures.split_once([':', '.', 'h', ' ']) {
        Some((hour, minute)) if is_digits(hour, 2) && minute.len() == 2 && is_digits(minute, 2) => {
            (hour, minute)
        }
        Some(_) => return None,
        None if is_digits(figures, 2) => (figures, "0"),
        None if is_digits(figures, 4) => figures.split_at(figures.len() - 2),
        None => return None,
    };
    let (hour, minute): (u32, u32) = (hour.parse().ok()?, minute.parse().ok()?);
    let hour = match half {
        Some(half) if (1..=12).contains(&hour) => hour % 12 + half,
        Some(_) => return None,
        None => hour,
    };
    NaiveTime::from_hms_opt(hour, minute, 0)
}
