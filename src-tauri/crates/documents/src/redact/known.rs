//! Who and what is to be taken away: the people and hosts that records name, and the phrases they are found by.

use std::collections::{BTreeMap, HashMap};

use super::{
    BETWEEN, Redact,
    address::authority,
    name::{Token, folded, is_address, is_ordinary, is_particle, is_role, tokens, without_genitive},
};

/// The people and hosts that the records name. Say them all before the first text.
#[derive(Clone, Debug, Default)]
pub struct RedactionTargets {
    people: Vec<Person>,
    hosts: Vec<String>,
    /// Who was said last by a record of theirs.
    last: Option<usize>,
}

#[derive(Clone, Debug)]
struct Person {
    name: String,
    words: Vec<String>,
    /// Whether the parts of the name name them too.
    parts: bool,
    email: Option<String>,
}

/// Who a phrase stands for.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) enum Whom {
    Person(usize),
    /// A part of several names.
    OneOf(Vec<usize>),
    Host(String),
}

/// Words that stand for somebody.
#[derive(Clone, Debug)]
pub(super) struct Phrase {
    words: Vec<String>,
    pub(super) whom: Whom,
    /// Whether it only counts with a capital.
    capital: bool,
}

/// What is searched for.
#[derive(Debug)]
pub(super) struct Index {
    /// By their first word.
    pub(super) phrases: HashMap<String, Vec<Phrase>>,
    /// Whose a mail address is, by number.
    pub(super) emails: BTreeMap<String, usize>,
    /// A name for each number.
    pub(super) people: Vec<String>,
}

impl RedactionTargets {
    /// Somebody's full name, from a record of theirs.
    pub fn person(&mut self, name: &str) {
        self.last = self.add(name);
    }

    /// The mail address of who was said last by a record of theirs.
    pub fn email(&mut self, email: &str) {
        let email = folded(email.trim());
        let person = self.last.and_then(|last| self.people.get_mut(last));
        if let Some(person) = person.filter(|_| !email.is_empty()) {
            person.email = Some(email);
        }
    }

    /// The people in a text that should name some: `Ines Falk, CTO; Jonas Reuter`. Titles and groups are nobody.
    pub fn people(&mut self, text: &str) {
        for piece in text.split([',', ';', '/', '&', '|', '+', '\n', '(', ')', '<', '>', '[', ']']) {
            for piece in piece.split(" and ").flat_map(|piece| piece.split(" und ")) {
                if !tokens(piece).iter().all(|token| is_role(&token.folded)) {
                    self.add(piece);
                }
            }
        }
    }

    /// A host, by its name or by an address on it, or the name of a site.
    pub fn host(&mut self, host: &str) {
        let host = authority(host).unwrap_or(host).trim();
        if host.chars().any(char::is_alphanumeric) {
            self.hosts.push(host.to_owned());
        }
    }

    /// Where they stand, unless that is no name.
    fn add(&mut self, name: &str) -> Option<usize> {
        let name = name.trim();
        // An address is found as one.
        if name.contains('@') || !name.chars().any(char::is_alphabetic) {
            return None;
        }
        let all = || tokens(name).into_iter().map(|token| token.folded);
        let words: Vec<String> = all().filter(|word| !is_address(word)).collect();
        let words = if words.is_empty() { all().collect() } else { words };
        let parts = words.len() > 1 && words.len() < 6 && !words.iter().any(|word| is_role(word));
        self.people.push(Person { name: name.to_owned(), words, parts, email: None });
        Some(self.people.len() - 1)
    }

    /// What a redactor searches by.
    pub(super) fn index(&self, what: Redact) -> Index {
        let mut phrases: HashMap<String, Vec<Phrase>> = HashMap::new();
        let mut put = |words: Vec<String>, whom: Whom, capital: bool| {
            if let Some(first) = words.first().cloned() {
                phrases.entry(first).or_default().push(Phrase { words, whom, capital });
            }
        };
        let (numbers, people) = self.numbered();
        let mut emails = BTreeMap::new();
        let mut parts: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
        if what.names {
            for (person, number) in self.people.iter().zip(&numbers) {
                put(person.words.clone(), Whom::Person(*number), false);
                if let Some(email) = &person.email {
                    emails.insert(email.clone(), *number);
                }
                let named = person.words.iter().filter(|word| word.chars().count() > 1 && !is_particle(word));
                for part in named.filter(|_| person.parts) {
                    let whose = parts.entry(part).or_default();
                    if !whose.contains(number) {
                        whose.push(*number);
                    }
                }
            }
            for (part, whose) in parts {
                let whom = match whose[..] {
                    [one] => Whom::Person(one),
                    _ => Whom::OneOf(whose),
                };
                put(vec![part.to_owned()], whom, is_ordinary(part));
            }
        }
        if what.hosts {
            for host in &self.hosts {
                let words = tokens(host).into_iter().map(|token| token.folded).collect();
                put(words, Whom::Host(host.clone()), false);
            }
        }
        Index { phrases, emails, people }
    }

    /// Each name's number, and the fullest name of each number. A name whose words are all in one other's is that
    /// person's.
    fn numbered(&self) -> (Vec<usize>, Vec<String>) {
        let fullest = |one: &Person| {
            let holds = |other: &&Person| {
                let within = one.words.iter().all(|word| other.words.contains(word));
                within && other.words.len() > one.words.len() && other.parts
            };
            let mut holders = self.people.iter().filter(holds).map(|other| &other.words);
            let first = holders.next();
            // Of two people who share the name it could be either: then it is somebody else.
            first.filter(|first| holders.all(|other| other == *first)).unwrap_or(&one.words).clone()
        };
        let (mut seen, mut names): (Vec<Vec<String>>, Vec<String>) = (Vec::new(), Vec::new());
        let numbers = self.people.iter().map(|person| {
            let words = fullest(person);
            seen.iter().position(|known| *known == words).unwrap_or_else(|| {
                let named = self.people.iter().find(|other| other.words == words).unwrap_or(person);
                names.push(named.name.clone());
                seen.push(words);
                seen.len() - 1
            })
        });
        (numbers.collect(), names)
    }
}

impl Phrase {
    /// Where the phrase ends, if it stands at the beginning of `tokens`.
    pub(super) fn end(&self, text: &str, tokens: &[Token]) -> Option<usize> {
        let here = tokens.get(..self.words.len())?;
        let last = self.words.len() - 1;
        let same = here.iter().zip(&self.words).enumerate().all(|(index, (token, word))| {
            token.folded == *word || (index == last && without_genitive(&token.folded) == Some(word))
        });
        let near = here.windows(2).all(|pair| match pair {
            [one, other] => text.get(one.end..other.start).is_some_and(|gap| gap.chars().count() <= BETWEEN),
            _ => true,
        });
        let told = !self.capital || here.first().is_some_and(|token| token.capital);
        (same && near && told).then(|| here.last().map(|token| token.end))?
    }
}
