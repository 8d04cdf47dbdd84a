//! Redaction: names of people and of hosts, wherever they stand in a text, give way to marks such as `[person 1]`.
//!
//! Owns how a text is searched and what stands in its place: the same mark for the same person or host throughout
//! one redactor. Does not know which records hold names: whoever asks for it says them all first ([`RedactionTargets`]).
//! Where it cannot be sure it takes rather too much away than too little.

mod address;
mod known;
mod mark;
mod name;

use std::collections::{BTreeMap, BTreeSet};

use self::{
    address::{Address, address},
    known::{Index, Whom},
    name::{Token, tokens},
};
pub use self::{known::RedactionTargets, mark::redaction_mark};
use crate::{Language, words::Words};

/// Most characters that may stand between two words of a name: a space, a hyphen, marks of emphasis.
const BETWEEN: usize = 4;

/// What is taken away.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct Redact {
    /// Names of people, and e-mail addresses.
    pub names: bool,
    /// Hosts: their names, addresses with a scheme, IP addresses, sites.
    pub hosts: bool,
}

/// Takes names away, text by text.
#[derive(Debug)]
pub struct Redactor<'a> {
    what: Redact,
    words: Words<'a>,
    index: Index,
    hosts: BTreeMap<String, usize>,
    /// The people who were found in a text.
    taken: BTreeSet<usize>,
    /// Mail addresses of nobody known.
    emails_taken: BTreeSet<String>,
}

/// What a redactor took away, for whoever looks the document through: a line each, mark and original.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Taken {
    /// People in the order of their numbers, then mail addresses of nobody known.
    pub names: Vec<String>,
    /// Hosts, in the order of their numbers.
    pub hosts: Vec<String>,
}

impl<'a> Redactor<'a> {
    /// A redactor of all that is known. `labels` are the reader's own words for the marks.
    pub fn new(
        what: Redact,
        known: &RedactionTargets,
        language: Language,
        labels: &'a BTreeMap<String, String>,
    ) -> Self {
        Self {
            what,
            words: Words::new(language, labels),
            index: known.index(what),
            hosts: BTreeMap::new(),
            taken: BTreeSet::new(),
            emails_taken: BTreeSet::new(),
        }
    }

    /// What was taken away so far.
    pub fn taken(&self) -> Taken {
        let line = |mark: String, original: &str| format!("{mark} {original}");
        let mut hosts: Vec<_> = self.hosts.iter().collect();
        hosts.sort_by_key(|(_, number)| **number);
        let people =
            self.taken.iter().filter_map(|one| Some(line(self.person(*one), self.index.people.get(*one)?)));
        let email = self.words.get("doc_redacted_email");
        let emails = self.emails_taken.iter().map(|address| line(email.clone(), address));
        Taken {
            names: people.chain(emails).collect(),
            hosts: hosts.into_iter().map(|(host, number)| line(self.host(*number), host)).collect(),
        }
    }

    fn person(&self, number: usize) -> String {
        self.words.fill("doc_redacted_person", &[("n", &(number + 1).to_string())])
    }

    fn host(&self, number: usize) -> String {
        self.words.fill("doc_redacted_host", &[("n", &(number + 1).to_string())])
    }

    /// The text without what is to be taken away.
    pub fn text(&mut self, text: &str) -> String {
        if !(self.what.names || self.what.hosts) {
            return text.to_owned();
        }
        let tokens = tokens(text);
        let mut page = Page { out: String::with_capacity(text.len()), last: None };
        let (mut at, mut next) = (0, 0);
        while at < text.len() {
            while tokens.get(next).is_some_and(|token| token.start < at) {
                next += 1;
            }
            let begins = tokens.get(next).filter(|token| token.start == at);
            let found = self.address_at(text, at, begins.is_some()).or_else(|| {
                begins?;
                self.phrase_at(text, &tokens[next..])
            });
            match found {
                Some((mark, end)) => {
                    page.mark(mark, text.get(end..).unwrap_or_default());
                    at = end;
                }
                None => {
                    // A word as a whole, so that nothing is found in the middle of one.
                    let end = begins.map_or_else(|| at + width(text, at), |token| token.end);
                    page.out.push_str(text.get(at..end).unwrap_or_default());
                    at = end;
                }
            }
        }
        page.out
    }

    fn address_at(&mut self, text: &str, at: usize, begins: bool) -> Option<(String, usize)> {
        match address(text, at, begins)? {
            Address::Host { host, end } if self.what.hosts => Some((self.host_mark(&host), end)),
            Address::Email { local, host, end } => {
                let whole = text.get(at..end)?;
                if self.what.names {
                    let known = self.index.emails.get(&name::folded(whole)).copied();
                    let mark = match known {
                        Some(person) => {
                            self.taken.insert(person);
                            self.person(person)
                        }
                        None => {
                            self.emails_taken.insert(whole.to_owned());
                            self.words.get("doc_redacted_email")
                        }
                    };
                    return Some((mark, end));
                }
                Some((format!("{local}@{}", self.host_mark(&host)), end))
            }
            Address::Host { .. } => None,
        }
    }

    fn host_mark(&mut self, host: &str) -> String {
        let next = self.hosts.len();
        let number = *self.hosts.entry(name::folded(host)).or_insert(next);
        self.host(number)
    }

    fn phrase_at(&mut self, text: &str, tokens: &[Token]) -> Option<(String, usize)> {
        let first = tokens.first()?;
        let candidates = [Some(first.folded.as_str()), name::without_genitive(&first.folded)];
        let phrases =
            candidates.into_iter().flatten().filter_map(|word| self.index.phrases.get(word)).flatten();
        let found = phrases.filter_map(|phrase| Some((phrase.end(text, tokens)?, &phrase.whom)));
        // The longest, and of those the first: a full name before a part of one.
        let longest = found.reduce(|best, next| if next.0 > best.0 { next } else { best });
        let (end, whom) = longest.map(|(end, whom)| (end, whom.clone()))?;
        let mark = match whom {
            Whom::Person(person) => {
                self.taken.insert(person);
                self.person(person)
            }
            Whom::OneOf(people) => {
                self.taken.extend(people);
                self.words.get("doc_redacted_name")
            }
            Whom::Host(host) => self.host_mark(&host),
        };
        Some((mark, end))
    }
}

/// A text as it comes out.
struct Page {
    out: String,
    /// The mark written last, and where it ends.
    last: Option<(String, usize)>,
}

impl Page {
    fn mark(&mut self, mark: String, rest: &str) {
        // "Falk Ines" is one person, not two.
        let again = self.last.as_ref().is_some_and(|(last, end)| {
            let between = self.out.get(*end..).unwrap_or_default();
            *last == mark && between.chars().all(char::is_whitespace)
        });
        if again {
            self.out.truncate(self.last.as_ref().map_or(0, |(_, end)| *end));
        } else {
            self.out.push_str(&mark);
        }
        let end = self.out.len();
        // In Markdown a bracket before a colon or a bracket is a link, and would be gone.
        if rest.starts_with([':', '(']) {
            self.out.push(' ');
        }
        self.last = Some((mark, end));
    }
}

fn width(text: &str, at: usize) -> usize {
    text.get(at..).and_then(|rest| rest.chars().next()).map_or(1, char::len_utf8)
}

#[cfg(test)]
mod tests;
