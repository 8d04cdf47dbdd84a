//! How numbers, money and dates are written on the page.

use cairn_domain::{CriterionKind, Money};
use chrono::{Datelike, NaiveDate};

use crate::words::Words;

/// From here on a number is written as a power of ten: more digits would not fit a column, nor be exact.
const LARGE: f64 = 1e12;

impl Words<'_> {
    /// A number without trailing zeros, thousands apart: two decimals, below 1 three significant digits.
    /// Empty if not finite.
    pub(crate) fn number(self, value: f64) -> String {
        if !value.is_finite() {
            return String::new();
        }
        let size = value.abs();
        if size >= LARGE || (size > 0.0 && size < 1e-8) {
            return format!("{value:.3e}").replace('.', &self.get("doc_decimal_mark"));
        }
        let decimals =
            if size >= 1.0 || size == 0.0 { 2 } else { (2 - size.log10().floor() as i32).max(2) as usize };
        let text = format!("{value:.decimals$}");
        let text = text.trim_end_matches('0').trim_end_matches('.');
        let (sign, digits) = text.strip_prefix('-').map_or(("", text), |digits| ("-", digits));
        let (whole, fraction) = digits.split_once('.').unwrap_or((digits, ""));
        let sign = if digits == "0" { "" } else { sign };
        let mark = if fraction.is_empty() { String::new() } else { self.get("doc_decimal_mark") };
        format!("{sign}{}{mark}{fraction}", self.grouped(whole))
    }

    fn grouped(self, whole: &str) -> String {
        let mark = self.get("doc_group_mark");
        let mut text = String::new();
        for (index, digit) in whole.chars().enumerate() {
            if index > 0 && (whole.len() - index).is_multiple_of(3) {
                text.push_str(&mark);
            }
            text.push(digit);
        }
        text
    }

    /// A share of the way as whole percent, signed. Short of the target it never reads 100 %.
    pub(crate) fn progress(self, share: f64) -> String {
        if !share.is_finite() {
            return String::new();
        }
        let percent = (share * 100.0).round();
        let percent = if share < 1.0 { percent.min(99.0) } else { percent };
        let number = if percent > 999.0 {
            "> 999".to_owned()
        } else if percent < -999.0 {
            "< -999".to_owned()
        } else {
            self.number(percent)
        };
        self.fill("doc_percent", &[("n", &number)])
    }

    /// A criterion's value without its unit, for a column: `30 %`, `Yes`, `12.5`.
    pub(crate) fn value(self, kind: CriterionKind, value: f64) -> String {
        match kind {
            CriterionKind::YesNo if value == 0.0 => self.get("doc_no"),
            CriterionKind::YesNo => self.get("doc_yes"),
            CriterionKind::Percent => self.fill("doc_percent", &[("n", &self.number(value))]),
            CriterionKind::Number | CriterionKind::Count | CriterionKind::Duration | CriterionKind::Money => {
                self.number(value)
            }
        }
    }

    /// As [`Self::value`], short enough for a narrow column or an axis: `1.25 M`.
    pub(crate) fn short(self, kind: CriterionKind, value: f64) -> String {
        let (key, unit) = match value.abs() {
            size if size >= LARGE => return self.number(value),
            size if size >= 1e9 => ("doc_billions", 1e9),
            size if size >= 1e6 => ("doc_millions", 1e6),
            size if size >= 1e5 => ("doc_thousands", 1e3),
            _ => return self.value(kind, value),
        };
        self.fill(key, &[("n", &self.number(value / unit))])
    }

    /// A criterion's value with its unit, for a sentence: `12.5 days`.
    pub(crate) fn measured(self, kind: CriterionKind, value: f64, unit: &str) -> String {
        let number = self.value(kind, value);
        match kind {
            CriterionKind::YesNo | CriterionKind::Percent => number,
            _ if unit.is_empty() => number,
            _ => self.fill("doc_measured", &[("n", &number), ("unit", unit)]),
        }
    }

    /// An amount with its currency: `EUR 1 250 000`. Cents only where there are any.
    pub(crate) fn money(self, money: Money) -> String {
        let digits = usize::from(money.minor_digits());
        let unit = 10_u64.pow(u32::from(money.minor_digits()));
        let (whole, rest) = (money.minor.unsigned_abs() / unit, money.minor.unsigned_abs() % unit);
        let sign = if money.minor < 0 { "-" } else { "" };
        let fraction = if rest == 0 {
            String::new()
        } else {
            format!("{}{rest:0digits$}", self.get("doc_decimal_mark"))
        };
        let amount = format!("{sign}{}{fraction}", self.grouped(&whole.to_string()));
        self.fill("doc_money", &[("currency", money.currency.code()), ("amount", &amount)])
    }

    /// A calendar date: `30 Jun 2027`.
    #[must_use]
    pub fn date(self, date: NaiveDate) -> String {
        let (day, year) = (date.day().to_string(), date.year().to_string());
        self.fill("doc_date", &[("day", &day), ("month", &self.month(date)), ("year", &year)])
    }

    /// As [`Self::date`], for a narrow column: `30 Jun 27`.
    pub(crate) fn short_date(self, date: NaiveDate) -> String {
        let (day, year) = (date.day().to_string(), format!("{:02}", date.year().rem_euclid(100)));
        self.fill("doc_date", &[("day", &day), ("month", &self.month(date)), ("year", &year)])
    }

    /// A month's short name.
    pub(crate) fn month(self, date: NaiveDate) -> String {
        self.get(&format!("doc_month_{:02}", date.month()))
    }

    /// From one day to another, either of which may be open; empty if both are.
    pub(crate) fn period(self, start: Option<NaiveDate>, end: Option<NaiveDate>) -> String {
        match (start, end) {
            (Some(start), Some(end)) => {
                self.fill("doc_period", &[("start", &self.date(start)), ("end", &self.date(end))])
            }
            (Some(start), None) => self.fill("doc_period_from", &[("start", &self.date(start))]),
            (None, Some(end)) => self.fill("doc_period_to", &[("end", &self.date(end))]),
            (None, None) => String::new(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language::Language;

    #[test]
    fn numbers_have_no_trailing_zeros_and_thin_groups() {
        let number = |value| Words::of(Language::En).number(value);
        assert_eq!(number(12.50), "12.5", "trailing zeros say nothing");
        assert_eq!(number(20.0), "20", "a whole number has no point");
        assert_eq!(number(-0.001_234), "-0.00123", "three significant digits below one");
        assert_eq!(number(1_234_567.891), "1\u{202f}234\u{202f}567.89", "groups of three");
        assert_eq!(number(-0.0), "0", "zero has no sign");
        assert_eq!(number(1e300), "1.000e300", "does not fill the page with digits");
        assert_eq!(number(f64::NAN), "", "not a number is no number");
    }

    #[test]
    fn progress_is_signed_and_does_not_round_up_to_done() {
        let progress = |share| Words::of(Language::En).progress(share);
        assert_eq!(progress(0.75), "75 %", "whole percent");
        assert_eq!(progress(-0.08), "-8 %", "the wrong way is said");
        assert_eq!(progress(0.999), "99 %", "not done is not 100 %");
        assert_eq!(progress(1.12), "112 %", "past the target is said");
        assert_eq!(progress(-0.001), "0 %", "no minus before zero");
        assert_eq!(progress(1e9), "> 999 %", "a column is narrow");
    }

    #[test]
    fn money_shows_cents_only_where_there_are_any() {
        let money = |minor, code: &str| {
            let money = serde_json::from_value(serde_json::json!({"minor": minor, "currency": code}));
            money.map(|money| Words::of(Language::En).money(money)).unwrap_or_default()
        };
        assert_eq!(money(125_000_000, "EUR"), "EUR 1\u{202f}250\u{202f}000", "whole euro");
        assert_eq!(money(1_205, "EUR"), "EUR 12.05", "cents are kept");
        assert_eq!(money(1_205, "JPY"), "JPY 1\u{202f}205", "yen has no minor unit");
    }
}
