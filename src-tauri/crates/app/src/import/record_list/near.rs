//! Names that are nearly the same: with another legal form, or with one sign added, left out or exchanged.
//!
//! Two names that differ by one sign share a spelling once a sign is taken out of each. So a name is looked up by its
//! spellings and not compared with every other.

use std::collections::HashMap;

use cairn_domain::{NAME_MAX, loosened};

/// Words that say the legal form and name nobody.
const FORMS: [&str; 30] = [
    "ab",
    "ag",
    "aps",
    "as",
    "asa",
    "bv",
    "co",
    "company",
    "corp",
    "corporation",
    "gmbh",
    "group",
    "holding",
    "inc",
    "incorporated",
    "kg",
    "limited",
    "llc",
    "llp",
    "ltd",
    "nv",
    "oy",
    "plc",
    "sa",
    "sarl",
    "sas",
    "se",
    "spa",
    "srl",
    "the",
];
/// In names shorter than this one sign makes another name.
const LETTERS_MIN: usize = 5;

/// Names longer than any record has are looked for as they stand.
const LETTERS_MAX: usize = NAME_MAX;
/// The base of the numbers that stand for spellings: odd and large, so that few are the same.
const BASE: u64 = 0x9e37_79b9_7f4a_7c15;

/// Names, each with what it names.
#[derive(Debug)]
pub(super) struct Near<T> {
    by_slip: HashMap<u64, T>,
}

impl<T> Default for Near<T> {
    fn default() -> Self {
        Self { by_slip: HashMap::new() }
    }
}

impl<T: Copy> Near<T> {
    /// Adds a name.
    pub(super) fn put(&mut self, name: &str, named: T) {
        for slip in slips(name) {
            self.by_slip.entry(slip).or_insert(named);
        }
    }

    /// What is named nearly so.
    pub(super) fn find(&self, name: &str) -> Option<&T> {
        slips(name).iter().find_map(|slip| self.by_slip.get(slip))
    }
}

/// The name, and the name without each of its signs, each as a number: as texts, they would take memory by the square
/// of its length.
fn slips(name: &str) -> Vec<u64> {
    let letters: Vec<u64> = bare(name).chars().map(|sign| u64::from(u32::from(sign)) + 1).collect();
    if letters.is_empty() {
        return Vec::new();
    }
    let add = |sum: u64, letter: u64| sum.wrapping_mul(BASE).wrapping_add(letter);
    let whole = letters.iter().fold(0, |sum, letter| add(sum, *letter));
    let mut slips = vec![whole];
    if !(LETTERS_MIN..=LETTERS_MAX).contains(&letters.len()) {
        return slips;
    }
    let mut before: Vec<u64> = vec![0];
    for letter in &letters {
        before.push(add(before.last().copied().unwrap_or_default(), *letter));
    }
    // From the last letter on: the number of what follows, and the power of the base that goes with its length.
    let (mut behind, mut worth) = (0_u64, 1_u64);
    for (letter, before) in letters.iter().zip(&before).rev() {
        slips.push(before.wrapping_mul(worth).wrapping_add(behind));
        behind = letter.wrapping_mul(worth).wrapping_add(behind);
        worth = worth.wrapping_mul(BASE);
    }
    slips
}

/// Letters and digits of the words that name.
fn bare(name: &str) -> String {
    let folded = loosened(name);
    let words = folded.split(|sign: char| !sign.is_alphanumeric() && sign != '.');
    let words: Vec<String> =
        words.map(|word| word.replace('.', "")).filter(|word| !word.is_empty()).collect();
    let naming: String = words.iter().filter(|word| !FORMS.contains(&word.as_str())).cloned().collect();
    if naming.is_empty() { words.concat() } else { naming }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_slip_or_another_legal_form_is_near_and_another_name_is_not() {
        let mut names = Near::default();
        names.put("Nordwind AG", 1);
        names.put("Harrow Optics", 2);
        names.put("ABB", 3);
        names.put("デンソー", 4);
        names.put("Straße AG", 5);
        for (name, found) in [
            ("Nordwind", Some(1)),
            ("The Nordwind Holding, Inc.", Some(1)),
            ("Nordwnd AG", Some(1)),
            ("Nordwinds", Some(1)),
            ("Nrodwind", Some(1)),
            ("nord-wind", Some(1)),
            ("Harrow Optic S.A.", Some(2)),
            ("Northwind", None),
            ("Südwind AG", None),
            ("ABC", None),
            ("A.B.B.", Some(3)),
            ("Ｈａｒｒｏｗ　Ｏｐｔｉｃｓ", Some(2)),
            ("Harrow\u{200b}Optics", Some(2)),
            ("ﾃﾞﾝｿｰ", Some(4)),
            ("Strasse AG", Some(5)),
        ] {
            assert_eq!(names.find(name).copied(), found, "{name}");
        }
    }

    #[test]
    fn a_long_name_costs_no_more_than_its_length() {
        let mut names = Near::default();
        let long = "x".repeat(900_000);
        names.put(&long, 1);
        assert_eq!(names.by_slip.len(), 1, "it is kept once");
        assert_eq!(names.find(&long), Some(&1), "and found as it stands");
        assert_eq!(names.find(&"x".repeat(899_999)), None, "slips are looked for in names that can be");
        names.put(&"Abc ".repeat(40), 2);
        assert_eq!(names.find(&"Abc ".repeat(40).replacen('b', "", 1)), Some(&2));
    }
}
