//! Addresses in a text: with a scheme, of mail, IP addresses, and names of hosts.

use std::{
    borrow::Cow,
    net::{Ipv4Addr, Ipv6Addr},
    sync::LazyLock,
};

use linkify::{LinkFinder, LinkKind};

/// Endings of host names beside those of countries, which have two letters.
const ENDINGS: &str = " ac ai app arpa biz bund cloud com corp dev digital edu eu example gov home info int intern internal \
                       intra intranet invalid io it lan local localdomain mil name net onion online org priv private \
                       site tech test ";
/// Letters of a scheme at most.
const SCHEME_MAX: usize = 20;

/// An address, and where it ends.
pub(super) enum Address {
    Host { host: String, end: usize },
    Email { local: String, host: String, end: usize },
}

/// The address that begins at a place; `begins` says whether a word begins there.
pub(super) fn address(text: &str, at: usize, begins: bool) -> Option<Address> {
    let rest = text.get(at..)?;
    if !begins {
        // Only an IPv6 address begins with what is no letter and no digit.
        return if rest.starts_with("::") { ip(rest, at) } else { None };
    }
    link(rest, at).or_else(|| ip(rest, at)).or_else(|| host(rest, at))
}

/// The host of an address with a scheme.
pub(super) fn authority(url: &str) -> Option<&str> {
    let (scheme, rest) = url.trim().split_once("://")?;
    let scheme_like = scheme.len() <= SCHEME_MAX
        && scheme.starts_with(|c: char| c.is_ascii_alphabetic())
        && scheme.chars().all(|c| c.is_ascii_alphanumeric() || matches!(c, '+' | '-' | '.'));
    if !scheme_like {
        return None;
    }
    let authority = rest.split(['/', '?', '#', '\\']).next()?;
    let host = authority.rsplit('@').next()?;
    if host.starts_with('[') {
        return host.trim_start_matches('[').split(']').next();
    }
    host.split(':').next()
}

/// The link or mail address that a text begins with, as a reader of it would see where it ends.
fn link(rest: &str, at: usize) -> Option<Address> {
    static FINDER: LazyLock<LinkFinder> = LazyLock::new(|| {
        let mut finder = LinkFinder::new();
        finder.email_domain_must_have_dot(false);
        finder
    });
    let word = rest.split(|c: char| c.is_whitespace() || matches!(c, '\u{ab}' | '\u{bb}')).next()?;
    let plain = without_brackets(word);
    let link = FINDER.links(&plain).next().filter(|link| link.start() == 0)?;
    let (whole, end) = (word.get(..link.end())?, at + link.end());
    match link.kind() {
        LinkKind::Email => {
            let (local, host) = whole.rsplit_once('@')?;
            Some(Address::Email { local: local.to_owned(), host: host.to_owned(), end })
        }
        _ => authority(whole).map(|host| Address::Host { host: host.to_owned(), end }),
    }
}

/// A word whose link has an address in brackets for its host, which the finder does not know: as long, with a name there.
fn without_brackets(word: &str) -> Cow<'_, str> {
    let inside = word.split_once("://[").and_then(|(before, rest)| {
        let from = before.len() + "://".len();
        let to = from + rest.find(']')? + "[]".len();
        word.get(from..to).filter(|host| host.trim_matches(['[', ']']).parse::<Ipv6Addr>().is_ok())
    });
    inside.map_or(Cow::Borrowed(word), |host| word.replacen(host, &"x".repeat(host.len()), 1).into())
}

fn run(text: &str, of: impl Fn(char) -> bool) -> &str {
    let end = text.find(|c| !of(c)).unwrap_or(text.len());
    &text[..end]
}

fn ip(rest: &str, at: usize) -> Option<Address> {
    let found = |host: &str| Some(Address::Host { host: host.to_owned(), end: at + host.len() });
    let six = run(rest, |c| c.is_ascii_hexdigit() || matches!(c, ':' | '.'));
    for six in [six, six.trim_end_matches(['.', ':'])] {
        if six.matches(':').count() >= 2 && six.len() > 2 && six.parse::<Ipv6Addr>().is_ok() {
            return found(six);
        }
    }
    let four = run(rest, |c| c.is_ascii_digit() || c == '.').trim_end_matches('.');
    // Zeros in front are no number to the parser, and an address all the same.
    let plain: Vec<&str> = four.split('.').map(|part| part.trim_start_matches('0')).collect();
    let plain: Vec<&str> = plain.iter().map(|part| if part.is_empty() { "0" } else { *part }).collect();
    if plain.len() == 4 && !four.contains("..") && plain.join(".").parse::<Ipv4Addr>().is_ok() {
        return found(four);
    }
    None
}

fn host(rest: &str, at: usize) -> Option<Address> {
    let whole =
        run(rest, |c| c.is_alphanumeric() || matches!(c, '.' | '-' | '_')).trim_end_matches(['.', '-', '_']);
    let labels: Vec<&str> = whole.split('.').collect();
    let ending = labels.last()?;
    let told =
        ending.chars().count() >= 2 && ending.chars().all(char::is_alphabetic) || ending.starts_with("xn--");
    if labels.len() < 2 || labels.iter().any(|label| label.is_empty()) || !told {
        return None;
    }
    // Two sentences without a space between them are no host: "done.Then".
    let sentence = ending.starts_with(char::is_uppercase) && ending.contains(char::is_lowercase);
    let ending = ending.to_lowercase();
    let likely = labels.len() > 2
        || ENDINGS.contains(&format!(" {ending} "))
        || ending.len() == 2 && !is_file(&ending);
    (likely && !(sentence && labels.len() == 2))
        .then(|| Address::Host { host: whole.to_owned(), end: at + whole.len() })
}

/// Endings of files of two letters that are no country's.
fn is_file(ending: &str) -> bool {
    matches!(ending, "js" | "ts" | "kt" | "go" | "rb" | "hs" | "db" | "gz" | "xz" | "vb")
}
