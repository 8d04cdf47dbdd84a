//! Amounts and whole numbers as systems and people write them.

/// An amount, and its currency as it is written there: a sign, or three letters.
#[derive(Clone, PartialEq, Debug)]
pub(super) struct Amount {
    pub(super) number: f64,
    pub(super) currency: Option<String>,
}

const SIGNS: [(&str, &str); 4] = [("€", "EUR"), ("$", "USD"), ("£", "GBP"), ("¥", "JPY")];

/// Reads `€ 120.000,50`, `USD 1,200,000`, `$1.2M`, `(1,200)`.
pub(super) fn amount(text: &str) -> Option<Amount> {
    let text = text.trim();
    let (inner, minus) = match text.strip_prefix('(').and_then(|rest| rest.strip_suffix(')')) {
        Some(inner) => (inner, true),
        None => (text, false),
    };
    let start = inner.find(|c: char| c.is_ascii_digit())?;
    let end = inner.rfind(|c: char| c.is_ascii_digit())? + 1;
    let (before, digits) = (inner.get(..start)?.trim(), inner.get(start..end)?);
    let after = inner.get(end..)?.trim();
    let (before, minus) = match before.strip_suffix(['-', '−']).or_else(|| before.strip_prefix(['-', '−']))
    {
        Some(rest) => (rest.trim(), true),
        None => (before, minus),
    };
    let (times, after) = times(after);
    let currency = match (currency(before), currency(after)) {
        (Some(one), None) if after.is_empty() => Some(one),
        (None, Some(one)) if before.is_empty() => Some(one),
        (None, None) if before.is_empty() && after.is_empty() => None,
        _ => return None,
    };
    let number = number(digits)? * times;
    Some(Amount { number: if minus { -number } else { number }, currency })
}

/// The currency that a text is: its sign, or its three letters.
pub(super) fn currency(text: &str) -> Option<String> {
    let text = text.trim();
    if let Some((_, code)) = SIGNS.iter().find(|(sign, _)| *sign == text) {
        return Some((*code).to_owned());
    }
    (text.len() == 3 && text.bytes().all(|byte| byte.is_ascii_uppercase())).then(|| text.to_owned())
}

/// Thousands and millions.
fn times(after: &str) -> (f64, &str) {
    let word: String = after.chars().take_while(|c| c.is_alphabetic()).collect();
    let times = match word.as_str() {
        "k" | "K" => 1e3,
        "m" | "M" | "Mio" | "mn" => 1e6,
        _ => return (1.0, after),
    };
    (times, after.get(word.len()..).unwrap_or_default().trim_start_matches('.').trim())
}

/// A number with its marks: of point and comma the last one parts the fraction; one alone before three digits parts
/// thousands, since no currency has three digits behind the mark that a list would write.
pub(super) fn number(text: &str) -> Option<f64> {
    let text: String =
        text.trim().chars().filter(|c| !c.is_whitespace() && !matches!(c, '\'' | '’')).collect();
    let decimal = match (text.rfind('.'), text.rfind(',')) {
        (Some(point), Some(comma)) => Some(if point > comma { '.' } else { ',' }),
        (Some(_), None) => lone(&text, '.'),
        (None, Some(_)) => lone(&text, ','),
        (None, None) => None,
    };
    let kept = text.chars().filter_map(|c| match c {
        '.' | ',' if Some(c) == decimal => Some('.'),
        '.' | ',' => None,
        other => Some(other),
    });
    let kept: String = kept.collect();
    kept.parse().ok().filter(|number: &f64| number.is_finite())
}

fn lone(text: &str, mark: char) -> Option<char> {
    let (_, behind) = text.split_once(mark)?;
    let many = behind.contains(mark);
    (!many && behind.len() != 3).then_some(mark)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_amount_is_read_as_every_system_writes_it() {
        let read = |text| amount(text).map(|amount| (amount.number, amount.currency.unwrap_or_default()));
        let is = |number, currency: &str| Some((number, currency.to_owned()));
        assert_eq!(read("120000"), is(120_000.0, ""), "bare");
        assert_eq!(read("€ 120.000,50"), is(120_000.5, "EUR"), "as in Germany");
        assert_eq!(read("USD 1,200,000"), is(1_200_000.0, "USD"), "as Salesforce does");
        assert_eq!(read("$1.2M"), is(1_200_000.0, "USD"), "short");
        assert_eq!(read("120k EUR"), is(120_000.0, "EUR"), "shorter");
        assert_eq!(read("1'250.00 CHF"), is(1_250.0, "CHF"), "as in Switzerland");
        assert_eq!(read("120.000"), is(120_000.0, ""), "three digits are thousands");
        assert_eq!(read("12,5"), is(12.5, ""), "one is a fraction");
        assert_eq!(read("(1,200)"), is(-1_200.0, ""), "as accountants write less than nothing");
        assert_eq!(read("-5 EUR"), is(-5.0, "EUR"), "or with a sign");
        for text in ["about 12", "tbd", "1.2 per seat", ""] {
            assert_eq!(read(text), None, "{text}");
        }
    }
}
