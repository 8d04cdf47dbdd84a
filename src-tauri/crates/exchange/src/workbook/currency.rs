//! The currency that the format of a number shows: `[$€-407] #,##0.00`, `"$"#,##0`.

use cairn_domain::read::currencies;

/// What a number is shown with.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(crate) struct Shown {
    /// The sign or code.
    pub(crate) sign: String,
    /// The currency of the country that the format is of, where it tells one.
    pub(crate) likely: Option<&'static str>,
}

/// Countries of formats whose sign is another currency's too: by number, by letters, and their currency.
const COUNTRIES: [(&[u32], &str, &str); 17] = [
    (&[0x409], "us", "USD"),
    (&[0x809], "gb", "GBP"),
    (&[0xc09], "au", "AUD"),
    (&[0x1009, 0xc0c], "ca", "CAD"),
    (&[0x1409], "nz", "NZD"),
    (&[0x1004, 0x4809], "sg", "SGD"),
    (&[0xc04, 0x3c09], "hk", "HKD"),
    (&[0x404], "tw", "TWD"),
    (&[0x80a], "mx", "MXN"),
    (&[0x2c0a], "ar", "ARS"),
    (&[0x340a], "cl", "CLP"),
    (&[0x240a], "co", "COP"),
    (&[0x411], "jp", "JPY"),
    (&[0x804], "cn", "CNY"),
    (&[0x406], "dk", "DKK"),
    (&[0x41d], "se", "SEK"),
    (&[0x414, 0x814], "no", "NOK"),
];

impl Shown {
    /// Of a format's code; none where it shows no currency.
    pub(super) fn of(code: &str) -> Option<Self> {
        let mut signs = code.chars();
        while let Some(sign) = signs.next() {
            let until = |signs: &mut std::str::Chars<'_>, end: char| -> String {
                signs.by_ref().take_while(|sign| *sign != end).collect()
            };
            let found = match sign {
                // Numbers above zero come first.
                ';' => return None,
                '[' => {
                    let inner = until(&mut signs, ']');
                    let Some(inner) = inner.strip_prefix('$') else { continue };
                    let (sign, country) = inner.split_once('-').unwrap_or((inner, ""));
                    return known(sign).map(|sign| Self { sign, likely: likely(country) });
                }
                '"' => until(&mut signs, '"'),
                '\\' => signs.next().into_iter().collect(),
                // What stands behind these is as wide as a sign, or fills the cell.
                '_' | '*' => {
                    signs.next();
                    continue;
                }
                sign if sign == '$' || !sign.is_ascii() => sign.to_string(),
                _ => continue,
            };
            if let Some(sign) = found.split_whitespace().find_map(known) {
                return Some(Self { sign, likely: None });
            }
        }
        None
    }
}

fn known(sign: &str) -> Option<String> {
    currencies(sign).map(|_| sign.trim().to_owned())
}

fn likely(country: &str) -> Option<&'static str> {
    let number = u32::from_str_radix(country, 16).ok().map(|number| number & 0xffff);
    let letters = country.rsplit('-').next().unwrap_or_default().to_lowercase();
    let is_it = |(numbers, known, _): &&(&[u32], &str, &str)| {
        number.is_some_and(|number| numbers.contains(&number)) || *known == letters
    };
    COUNTRIES.iter().find(is_it).map(|(.., code)| *code)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_format_tells_the_currency_that_it_shows() {
        let shown = |code: &str| Shown::of(code).map(|shown| (shown.sign, shown.likely));
        let sign = |sign: &str, likely| Some((sign.to_owned(), likely));
        assert_eq!(shown("[$$-409]#,##0.00"), sign("$", Some("USD")));
        assert_eq!(shown("[$$-en-AU]#,##0.00"), sign("$", Some("AUD")), "with the country in letters");
        assert_eq!(shown("#,##0.00 [$€-407]"), sign("€", None));
        assert_eq!(shown("#,##0.00 [$KWD]"), sign("KWD", None));
        assert_eq!(shown("\"$\"#,##0_);[Red](\"$\"#,##0)"), sign("$", None));
        assert_eq!(shown("_-* #,##0.00\\ \"€\"_-;-* #,##0.00\\ \"€\"_-"), sign("€", None));
        assert_eq!(shown("£#,##0"), sign("£", None));
        for code in
            ["General", "#,##0.00", "[$-407]d. mmmm yyyy", "[Red]0", "0.00%", "#,##0;[$€-407]0", "0\" h\""]
        {
            assert_eq!(shown(code), None, "{code}");
        }
    }
}
