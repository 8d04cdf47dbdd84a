//! Countries by the names that the standard, people and the countries themselves give them.

use std::{collections::HashMap, sync::LazyLock};

use super::names;

/// What people write, where it is not the standard's name, nor that name up to its bracket.
const NAMES: [(&str, &str); 53] = [
    ("america", "US"),
    ("u s", "US"),
    ("u s a", "US"),
    ("united states", "US"),
    ("u k", "GB"),
    ("uk", "GB"),
    ("britain", "GB"),
    ("great britain", "GB"),
    ("united kingdom", "GB"),
    ("england", "GB"),
    ("scotland", "GB"),
    ("wales", "GB"),
    ("northern ireland", "GB"),
    ("republic of ireland", "IE"),
    ("holland", "NL"),
    ("bosnia", "BA"),
    ("brunei", "BN"),
    ("burma", "MM"),
    ("myanmar burma", "MM"),
    ("cape verde", "CV"),
    ("caribbean netherlands", "BQ"),
    ("congo brazzaville", "CG"),
    ("republic of congo", "CG"),
    ("congo kinshasa", "CD"),
    ("congo drc", "CD"),
    ("dr congo", "CD"),
    ("drc", "CD"),
    ("czech republic", "CZ"),
    ("east timor", "TL"),
    ("heard mcdonald islands", "HM"),
    ("hong kong sar", "HK"),
    ("hong kong sar china", "HK"),
    ("ivory coast", "CI"),
    ("laos", "LA"),
    ("macao sar china", "MO"),
    ("macau", "MO"),
    ("macedonia", "MK"),
    ("cocos islands", "CC"),
    ("north korea", "KP"),
    ("south korea", "KR"),
    ("palestinian territories", "PS"),
    ("pitcairn islands", "PN"),
    ("russia", "RU"),
    ("saint helena", "SH"),
    ("swaziland", "SZ"),
    ("syria", "SY"),
    ("turkey", "TR"),
    ("u s outlying islands", "UM"),
    ("uae", "AE"),
    ("us virgin islands", "VI"),
    ("vatican", "VA"),
    ("vatican city", "VA"),
    ("vietnam", "VN"),
];

/// From a name's words to the two letters of the country.
static COUNTRIES: LazyLock<HashMap<Vec<String>, &'static str>> = LazyLock::new(|| {
    let mut countries = HashMap::new();
    let mut short: HashMap<_, Vec<&'static str>> = HashMap::new();
    for country in rust_iso3166::ALL {
        countries.insert(words(country.name), country.alpha2);
        if let Some((name, _)) = country.name.split_once(" (") {
            short.entry(words(name)).or_default().push(country.alpha2);
        }
    }
    for (name, code) in NAMES {
        countries.insert(words(name), code);
    }
    // A short name that two countries share, such as Korea, means neither.
    for (name, codes) in short {
        if let [code] = codes.as_slice() {
            countries.entry(name).or_insert(code);
        }
    }
    for (name, code) in names::countries() {
        countries.entry(words(name)).or_insert(code);
    }
    countries
});

/// The words of a name, whatever their order: `Korea, Republic of` is the Republic of Korea.
fn words(name: &str) -> Vec<String> {
    let folded = names::folded(&name.replace(['’', '\''], ""));
    let words =
        folded.split(|c: char| !c.is_alphanumeric()).filter(|word| !matches!(*word, "" | "the" | "and"));
    let mut words: Vec<String> =
        words.map(|word| if word == "st" { "saint".to_owned() } else { word.to_owned() }).collect();
    words.sort_unstable();
    words
}

/// The two letters of the country that a text names.
pub(crate) fn country(text: &str) -> Option<&'static str> {
    let code = text.trim().to_uppercase();
    let by_code = rust_iso3166::from_alpha2(&code).or_else(|| rust_iso3166::from_alpha3(&code));
    by_code.map(|country| country.alpha2).or_else(|| COUNTRIES.get(&words(text)).copied())
}
