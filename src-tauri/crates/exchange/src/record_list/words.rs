//! Words of the product's lists, and those that other systems have for them.

use cairn_domain::Word;

use super::columns::{Sort, bare};

/// A column of words of a list.
pub(super) const fn word<W: Word>() -> Sort {
    Sort::Word(word_of::<W>, words_of::<W>)
}

/// Words of other systems for those of the product.
const WORDS: &[(&str, &str)] = &[
    ("onboarding", "onboard"),
    ("alignment", "align"),
    ("kickoff", "align"),
    ("implementation", "enable"),
    ("enablement", "enable"),
    ("adoption", "enable"),
    ("adopt", "enable"),
    ("expansion", "expand"),
    ("growth", "expand"),
    ("optimizeandrenew", "optimizerenew"),
    ("optimizegrow", "optimizerenew"),
    ("optimizeandgrow", "optimizerenew"),
    ("renewal", "optimizerenew"),
    ("renew", "optimizerenew"),
    ("p1", "pr1"),
    ("p2", "pr2"),
    ("p3", "pr3"),
    ("p4", "pr4"),
    ("saas", "gitlabcom"),
    ("gitlabsaas", "gitlabcom"),
    ("selfmanaged", "selfmanagedonprem"),
    ("onprem", "selfmanagedonprem"),
    ("onpremise", "selfmanagedonprem"),
    ("onpremises", "selfmanagedonprem"),
    ("selfmanagedcloud", "smcloud"),
    ("selfmanagedhybrid", "smhybrid"),
    ("gitlabdedicated", "dedicated"),
    ("gitlabultimate", "ultimate"),
    ("gitlabpremium", "premium"),
    ("execsponsor", "executivesponsor"),
    ("sponsor", "executivesponsor"),
    ("administrator", "gitlabadmin"),
    ("admin", "gitlabadmin"),
    ("enduser", "user"),
    ("good", "green"),
    ("bad", "red"),
    ("promoter", "positive"),
    ("passive", "neutral"),
    ("detractor", "negative"),
];

fn word_of<W: Word>(text: &str) -> Option<&'static str> {
    let text = bare(text);
    let known = |text: &str| W::VARIANTS.iter().map(|variant| variant.word()).find(|word| bare(word) == text);
    known(&text).or_else(|| WORDS.iter().filter(|(said, _)| *said == text).find_map(|(_, word)| known(word)))
}

fn words_of<W: Word>() -> Vec<String> {
    W::VARIANTS.iter().map(|variant| variant.word().replace('_', " ")).collect()
}
