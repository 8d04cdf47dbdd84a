//! Names that are nearly the same: another legal form, a sign more, less or exchanged.
//!
//! Two names with one slip between them have a spelling in common once a sign is taken out of each, so that no name has
//! to be held against every other.

use std::collections::HashMap;

use cairn_domain::folded;

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
/// Names shorter than this differ by what they are.
const LETTERS_MIN: usize = 5;

/// Names, each with what it names.
#[derive(Debug)]
pub(super) struct Near<T> {
    by_slip: HashMap<String, T>,
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

/// A name as it stands, and with each of its signs taken out.
fn slips(name: &str) -> Vec<String> {
    let bare = bare(name);
    let letters: Vec<char> = bare.chars().collect();
    let without =
        |at: usize| letters.iter().enumerate().filter(|(n, _)| *n != at).map(|(_, sign)| *sign).collect();
    let many = if letters.len() < LETTERS_MIN { 0 } else { letters.len() };
    let slips = (0..many).map(without);
    std::iter::once(bare.clone()).filter(|bare| !bare.is_empty()).chain(slips).collect()
}

/// Letters and digits of the words that name.
fn bare(name: &str) -> String {
    let folded = folded(name);
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
        ] {
            assert_eq!(names.find(name).copied(), found, "{name}");
        }
    }
}
