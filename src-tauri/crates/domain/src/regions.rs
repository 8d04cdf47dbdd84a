//! Which region of a country keeps whose holidays, and which texts name no region at all.
//!
//! Owns the tree of regions. The days themselves are those of `holidays.rs`.

use std::collections::HashMap;
use std::sync::LazyLock;

use crate::{
    place::Country,
    problem::{Problem, Reason},
};

const TABLE: &str = include_str!("../data/regions.txt");

/// Regions by ISO 3166-2 that are countries by ISO 3166-1 as well, under which the table has their days.
const COUNTRIES: [(&str, &str); 9] = [
    ("CN-HK", "HK"),
    ("CN-MO", "MO"),
    ("CN-TW", "TW"),
    ("NL-AW", "AW"),
    ("NL-BQ1", "BQ"),
    ("NL-BQ2", "BQ"),
    ("NL-BQ3", "BQ"),
    ("NL-CW", "CW"),
    ("NL-SX", "SX"),
];

/// The most codes that a refusal names.
const NAMED: usize = 6;

/// Which region lies in which, as far as it matters for holidays. All codes within a country are the second halves of
/// ISO 3166-2.
#[derive(Default)]
struct Tree {
    /// By the whole code of a region of the table, the parts in it that keep its days.
    held: HashMap<&'static str, Vec<&'static str>>,
    /// By the whole code of a region without days of its own, its parts that have some.
    mixed: HashMap<&'static str, Vec<&'static str>>,
    /// By the whole code of a part, the region of the table in which it lies.
    within: HashMap<String, &'static str>,
}

static TREE: LazyLock<Tree> = LazyLock::new(|| {
    let mut tree = Tree::default();
    for line in TABLE.lines().filter(|line| !line.starts_with('#')) {
        let mut words = line.split(' ');
        let (Some(region), Some(word)) = (words.next(), words.next()) else { continue };
        let Some((country, code)) = region.split_once('-') else { continue };
        let parts: Vec<&str> = words.collect();
        if word == "holds" {
            tree.within.extend(parts.iter().map(|part| (format!("{country}-{part}"), code)));
            tree.held.insert(region, parts);
        } else {
            tree.mixed.insert(region, parts);
        }
    }
    tree
});

fn whole(country: &Country, region: &str) -> String {
    format!("{}-{region}", country.code())
}

/// The region whose holidays are kept in a region: the one in which it lies, or itself.
pub(crate) fn keeping<'a>(country: &Country, region: &'a str) -> &'a str {
    TREE.within.get(&whole(country, region)).copied().unwrap_or(region)
}

/// What lies in a region and keeps its holidays.
#[must_use]
pub fn parts_of(country: &Country, region: &str) -> &'static [&'static str] {
    TREE.held.get(whole(country, region).as_str()).map_or(&[], Vec::as_slice)
}

/// Whether parts of a region keep days of their own, so that nothing can be said of the region.
pub(crate) fn is_mixed(country: &Country, region: &str) -> bool {
    TREE.mixed.contains_key(whole(country, region).as_str())
}

/// Refuses a region that is no part of the country, or whose own parts keep different holidays. `known` are the regions
/// to suggest.
///
/// # Errors
/// What would be accepted, about `subdivision`.
pub(crate) fn check(country: &Country, region: &str, known: &[&str]) -> Result<(), Problem> {
    let code = whole(country, region);
    let few = |codes: &[&str]| codes.iter().take(NAMED).map(|&code| code.to_owned()).collect();
    let reason = if rust_iso3166::iso3166_2::from_code(&code).is_none() {
        let listed: Vec<&str> = country.regions().iter().map(|region| region.code).collect();
        let such = few(if known.is_empty() { &listed } else { known });
        Reason::NoRegion { country: country.code().to_owned(), such }
    } else if let Some((_, country)) = COUNTRIES.iter().find(|(region, _)| *region == code) {
        Reason::RegionIsCountry { country: (*country).to_owned() }
    } else if let Some(parts) = TREE.mixed.get(code.as_str()) {
        Reason::MixedRegion { parts: few(parts) }
    } else {
        return Ok(());
    };
    Err(Problem::new("subdivision", reason))
}
