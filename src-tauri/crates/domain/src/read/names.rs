//! Months and days of the week by their names, in the languages of the customers we have met so far.
//!
//! The names come from the locales of the C library. A name that is one month here and another there is none: of
//! `listopad` nobody can tell whether it is Polish or Croatian. English has the first word.

use std::{
    collections::{HashMap, HashSet, hash_map::Entry},
    sync::LazyLock,
};

use pure_rust_locales::{
    bg_BG, ca_ES, cs_CZ, da_DK, de_AT, de_CH, de_DE, el_GR, en_US, es_ES, es_MX, et_EE, fi_FI, fr_BE, fr_CH,
    fr_FR, hr_HR, hu_HU, it_CH, it_IT, ja_JP, ko_KR, lt_LT, lv_LV, nb_NO, nl_BE, nl_NL, pl_PL, pt_BR, pt_PT,
    ro_RO, ru_RU, sk_SK, sl_SI, sv_SE, tr_TR, uk_UA, zh_CN, zh_TW,
};
use unicode_normalization::UnicodeNormalization as _;

/// The names of one language: months in full and short, those of some languages in a second form; days likewise.
type Language = [Option<&'static [&'static str]>; 6];

macro_rules! languages {
    ($($locale:ident),+ $(,)?) => {[$([
        Some($locale::LC_TIME::MON),
        Some($locale::LC_TIME::ABMON),
        $locale::LC_TIME::ALT_MON,
        $locale::LC_TIME::AB_ALT_MON,
        Some($locale::LC_TIME::DAY),
        Some($locale::LC_TIME::ABDAY),
    ]),+]};
}

/// English stands first.
static LANGUAGES: [Language; 28] = languages!(
    en_US, de_DE, de_AT, fr_FR, es_ES, it_IT, pt_PT, nl_NL, sv_SE, nb_NO, da_DK, fi_FI, pl_PL, cs_CZ, sk_SK,
    hu_HU, ro_RO, hr_HR, sl_SI, bg_BG, el_GR, ru_RU, uk_UA, tr_TR, lt_LT, lv_LV, et_EE, ca_ES,
);

/// The languages whose months are numbers, for their days of the week.
static EASTERN: [Language; 4] = languages!(ja_JP, ko_KR, zh_CN, zh_TW);

/// The names of months that the locales lack: the Slovak genitives, and what Czechs shorten June and July to.
const MORE_MONTHS: [&[&str]; 2] = [
    &[
        "januára",
        "februára",
        "marca",
        "apríla",
        "mája",
        "júna",
        "júla",
        "augusta",
        "septembra",
        "októbra",
        "novembra",
        "decembra",
    ],
    &["", "", "", "", "", "čvn", "čvc"],
];

/// And of days of the week: the second half of `sexta-feira`, what Turkish and Polish phones write, and the Ukrainian
/// Friday without its apostrophe.
const MORE_DAYS: [&str; 7] = ["feira", "pzt", "cmt", "pt", "śr", "wt", "пятниця"];

/// From a folded name to its month; none where languages disagree.
static MONTHS: LazyLock<HashMap<String, Option<u32>>> = LazyLock::new(|| {
    let mut months = HashMap::new();
    let mut english = HashSet::new();
    let more = MORE_MONTHS.map(|names| [Some(names), None, None, None, None, None]);
    for (at, [long, short, other, short_other, ..]) in LANGUAGES.iter().chain(&more).enumerate() {
        for names in [long, short, other, short_other].into_iter().flatten() {
            for (month, name) in (1..).zip(names.iter()) {
                let Some(name) = word(name) else { continue };
                if at == 0 {
                    english.insert(name.clone());
                }
                match months.entry(name) {
                    Entry::Vacant(free) => {
                        free.insert(Some(month));
                    }
                    Entry::Occupied(taken) if english.contains(taken.key()) => {}
                    Entry::Occupied(mut taken) => {
                        if *taken.get() != Some(month) {
                            taken.insert(None);
                        }
                    }
                }
            }
        }
    }
    months
});

/// The countries of these languages by their own names, with their two letters.
pub(super) fn countries() -> impl Iterator<Item = (&'static str, &'static str)> {
    macro_rules! named {
        ($($locale:ident),+ $(,)?) => {
            [$($locale::LC_ADDRESS::COUNTRY_NAME.zip($locale::LC_ADDRESS::COUNTRY_ABTWO)),+]
        };
    }
    named!(
        de_DE, de_AT, de_CH, fr_FR, fr_BE, fr_CH, nl_BE, nl_NL, es_ES, es_MX, it_IT, it_CH, pt_PT, pt_BR,
        sv_SE, nb_NO, da_DK, fi_FI, pl_PL, cs_CZ, sk_SK, hu_HU, ro_RO, hr_HR, sl_SI, bg_BG, el_GR, ru_RU,
        uk_UA, tr_TR, lt_LT, lv_LV, et_EE, ja_JP, ko_KR, zh_CN,
    )
    .into_iter()
    .flatten()
}

/// Folded names of days of the week.
static DAYS: LazyLock<HashSet<String>> = LazyLock::new(|| {
    let days = LANGUAGES.iter().chain(&EASTERN).flat_map(|[.., long, short]| [long, short]);
    let names = days.flatten().flat_map(|names| names.iter());
    names.copied().chain(MORE_DAYS).filter_map(word).collect()
});

/// The word by which a name is known: `de març` by its last. None where it has figures in it.
fn word(name: &str) -> Option<String> {
    let last = name.rsplit([' ', '’', '\'']).next().unwrap_or_default();
    let folded = folded(last);
    let whole = folded.chars().count() > 1 && folded.chars().all(char::is_alphabetic);
    whole.then_some(folded)
}

/// A word without capitals and accents, since people leave both out.
pub(super) fn folded(text: &str) -> String {
    let bare =
        text.trim_matches('.').nfd().filter(|c| !unicode_normalization::char::is_combining_mark(*c)).nfc();
    bare.flat_map(char::to_lowercase).collect()
}

/// Whether a word is the beginning of a name, three letters at least, or the name with the ending of a case.
fn is_form(word: &str, name: &str) -> bool {
    const ENDING: usize = 2;
    let (length, known) = (word.chars().count(), name.chars().count());
    let begins = length >= 3 && name.starts_with(word);
    begins || (known > 3 && length <= known + ENDING && word.starts_with(name))
}

/// The one month that a word means as the beginning of a name (`avr.`), or as a name with the ending of a case
/// (`januára`); in whatever language, but all have to agree.
fn declined(word: &str) -> Option<u32> {
    let meant = MONTHS.iter().filter(|(name, _)| is_form(word, name));
    let months: HashSet<Option<u32>> = meant.map(|(_, month)| *month).collect();
    match months.into_iter().collect::<Vec<_>>().as_slice() {
        [one] => *one,
        _ => None,
    }
}

/// Position of the one English name that begins with a word of three letters at least.
fn begun(names: Option<&'static [&'static str]>, word: &str) -> Option<u32> {
    let begins = |name: &&str| name.to_lowercase().starts_with(word);
    let at = names?.iter().position(|name| word.len() >= 3 && begins(name))?;
    u32::try_from(at).ok()
}

/// The month that a folded word names, 1 for January.
pub(super) fn month(word: &str) -> Option<u32> {
    let english = || begun(LANGUAGES[0][0], word).map(|at| at + 1);
    MONTHS.get(word).copied().unwrap_or_else(|| english().or_else(|| declined(word)))
}

/// The month that a text means, 1 for January: by its name, or by its number.
#[must_use]
pub fn month_of(text: &str) -> Option<u32> {
    let text = folded(&super::plain(text));
    text.parse().ok().filter(|month| (1..=12).contains(month)).or_else(|| month(&text))
}

/// Whether a folded word names a day of the week, or begins such a name.
pub(super) fn is_weekday(word: &str) -> bool {
    let mut week = word.chars();
    // `周五`
    let chinese = matches!(week.next(), Some('周' | '週')) && week.next().is_some_and(is_weekday_sign);
    DAYS.contains(word) || (chinese && week.next().is_none()) || DAYS.iter().any(|day| is_form(word, day))
}

/// Whether a sign stands for a day of the week by itself, as in `1月15日(金)`.
pub(super) fn is_weekday_sign(sign: char) -> bool {
    "日月火水木金土一二三四五六일월화수목금토".contains(sign)
}

/// The day of the week that an English word names, 0 for Sunday.
pub(super) fn weekday(word: &str) -> Option<u32> {
    begun(LANGUAGES[0][4], word)
}
