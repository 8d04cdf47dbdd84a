//! One line of a list: a name, and facts behind it.

use super::outline::plain;

/// Longest line, in bytes, in which facts are looked for without a bold name before them.
const LOOSE_MAX: usize = 2_000;

/// A line of a list, taken apart; everything still as Markdown.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) struct Item {
    /// In which line of the file it begins.
    pub(super) line: u32,
    /// The id in its comment, and what the comment calls it.
    pub(super) mark: Option<(String, String)>,
    /// The state of its box, if it has one.
    pub(super) ticked: Option<bool>,
    /// What it says, in one line.
    pub(super) raw: String,
}

/// A name and the facts that follow it.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(crate) struct Named {
    /// Plain text.
    pub(crate) name: String,
    /// Plain text each.
    pub(crate) facts: Vec<String>,
    /// True where the name is set off in bold, so that what follows can only be facts.
    pub(crate) bold: bool,
}

/// The lines of the lists in a section; a line below another belongs to it where `nested` says so.
pub(super) fn items(body: &str, first_line: u32, nested: bool) -> Vec<Item> {
    let mut items: Vec<Item> = Vec::new();
    let mut gap = true;
    for (line, number) in body.split('\n').zip(first_line..) {
        let start = line.trim_start();
        let inner = line.len() - start.len() >= 2;
        match (bullet(start), items.last_mut()) {
            (Some(said), Some(last)) if inner && nested => {
                last.raw.push_str(", ");
                last.raw.push_str(said.trim());
            }
            (Some(said), _) => {
                let (ticked, raw) = tick(said);
                items.push(Item { line: number, mark: None, ticked, raw: raw.trim().to_owned() });
            }
            (None, Some(last)) if !start.is_empty() && (!gap || inner) => {
                last.raw.push(' ');
                last.raw.push_str(start.trim_end());
            }
            (None, _) => {}
        }
        gap = start.is_empty();
    }
    for item in &mut items {
        if let Some((said, mark)) = unmark(&item.raw) {
            (item.raw, item.mark) = (said, Some(mark));
        }
    }
    items.retain(|item| !item.raw.is_empty());
    items
}

/// What stands behind a list's mark.
fn bullet(line: &str) -> Option<&str> {
    let number = line.trim_start_matches(|c: char| c.is_ascii_digit());
    let behind = match number.len() < line.len() {
        true => number.strip_prefix(['.', ')']),
        false => line.strip_prefix(['-', '*', '+', '•']),
    }?;
    (behind.is_empty() || behind.starts_with([' ', '\t'])).then_some(behind)
}

/// A box and what stands behind it.
fn tick(said: &str) -> (Option<bool>, &str) {
    let said = said.trim_start();
    for (mark, done) in [("[ ]", false), ("[x]", true), ("[X]", true)] {
        if let Some(rest) = said.strip_prefix(mark) {
            return (Some(done), rest);
        }
    }
    (None, said)
}

/// Takes out the comment that names the record: `<!-- cairn:task 0199.. -->`.
pub(crate) fn unmark(line: &str) -> Option<(String, (String, String))> {
    // One that a name holds has a backslash before it.
    let (before, rest) = line.rsplit_once("<!-- cairn:").filter(|(before, _)| !before.ends_with('\\'))?;
    let (mark, after) = rest.split_once("-->")?;
    let (what, id) = mark.trim().split_once(' ')?;
    let said = format!("{} {}", before.trim_end(), after.trim_start()).trim().to_owned();
    Some((said, (what.to_owned(), id.trim().to_owned())))
}

/// Splits at signs that no backslash takes back: a comma or semicolon with a space behind it.
pub(super) fn parts(raw: &str) -> Vec<&str> {
    let (mut parts, mut from, mut escaped) = (Vec::new(), 0, false);
    for (at, c) in raw.char_indices() {
        let next = raw.get(at + c.len_utf8()..).unwrap_or_default();
        let ends = next.is_empty() || next.starts_with([' ', '\t']);
        let entity = || c == ';' && raw.get(from..at).is_some_and(ends_in_entity);
        if !escaped && ends && (c == ',' || c == ';') && !entity() {
            parts.extend(raw.get(from..at));
            from = at + c.len_utf8();
        }
        escaped = c == '\\' && !escaped;
    }
    parts.extend(raw.get(from..));
    parts.into_iter().map(str::trim).filter(|part| !part.is_empty()).collect()
}

/// True before the semicolon of `&#9;` or `&amp;`.
fn ends_in_entity(text: &str) -> bool {
    let name = text.rsplit_once('&').map(|(_, name)| name);
    name.is_some_and(|name| !name.is_empty() && name.bytes().all(|c| c == b'#' || c.is_ascii_alphanumeric()))
}

/// Where a sign that no backslash takes back first stands.
fn find(raw: &str, sign: &str) -> Option<usize> {
    let mut escaped = false;
    for (at, c) in raw.char_indices() {
        if !escaped && raw.get(at..).is_some_and(|rest| rest.starts_with(sign)) {
            return Some(at);
        }
        escaped = c == '\\' && !escaped;
    }
    None
}

/// Parts a line into name and facts. `is_fact` knows the facts of this kind of line; it only decides where no
/// bold name does.
pub(crate) fn named(raw: &str, is_fact: impl Fn(&str) -> bool) -> Named {
    let told = |raw: &str| parts(raw).into_iter().map(plain).collect::<Vec<_>>();
    let bold = raw.strip_prefix("**").and_then(|rest| Some((rest, find(rest, "**")?)));
    if let Some((rest, end)) = bold {
        let (name, behind) =
            (rest.get(..end).unwrap_or_default(), rest.get(end + 2..).unwrap_or_default().trim());
        let name = plain(name);
        // `**Name:** facts` is as common as `**Name**: facts`.
        let (name, facts) = match behind.strip_prefix(':') {
            Some(facts) => (name, facts),
            None if behind.is_empty() => (name, behind),
            None => {
                let name = name.strip_suffix(':').map(str::to_owned).unwrap_or(name);
                (name, behind.trim_start_matches(['-', '–', '—', ',', '(']))
            }
        };
        return Named { name, facts: told(facts), bold: true };
    }
    // A line that long is no name with facts, and looking for them would take its square.
    if raw.len() > LOOSE_MAX {
        return Named { name: plain(raw), facts: Vec::new(), bold: false };
    }
    let all_facts = |facts: &[String]| !facts.is_empty() && facts.iter().all(|fact| is_fact(fact));
    let inside = raw.strip_suffix(')').and_then(|rest| rest.rsplit_once('('));
    if let Some((name, inner)) = inside
        && all_facts(&told(inner))
    {
        return Named { name: plain(name), facts: told(inner), bold: false };
    }
    for sign in [":", " – ", " — ", " - ", ", ", " | ", " "] {
        let mut from = 0;
        while let Some(at) = raw.get(from..).and_then(|rest| find(rest, sign)).map(|at| from + at) {
            let (name, behind) =
                (raw.get(..at).unwrap_or_default(), raw.get(at + sign.len()..).unwrap_or_default());
            let facts = told(behind);
            // The first part must be one; what follows it is then meant as one.
            if !name.trim().is_empty() && facts.first().is_some_and(|fact| is_fact(fact)) {
                return Named { name: plain(name), facts, bold: false };
            }
            from = at + sign.len();
        }
    }
    Named { name: plain(raw), facts: Vec::new(), bold: false }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn is_fact(fact: &str) -> bool {
        fact.starts_with("due")
    }

    fn taken(raw: &str) -> (String, Vec<String>) {
        let Named { name, facts, .. } = named(raw, is_fact);
        (name, facts)
    }

    #[test]
    fn a_name_and_its_facts_are_told_apart_in_every_common_form() {
        let apart = ("Move: a".to_owned(), vec!["due x".to_owned(), "y".to_owned()]);
        assert_eq!(taken("**Move: a**: due x, y"), apart, "as Cairn writes it");
        assert_eq!(taken("**Move: a:** due x; y"), apart, "the colon inside the bold");
        assert_eq!(taken("Move: a: due x, y"), apart, "without bold");
        assert_eq!(taken("Move: a - due x, y"), apart, "with a dash");
        assert_eq!(taken("Move: a (due x)"), ("Move: a".into(), vec!["due x".into()]), "in brackets");
        assert_eq!(taken("Move (phase 2): all"), ("Move (phase 2): all".into(), vec![]), "a name alone");
        assert_eq!(taken("**a\\*\\*b:**"), ("a**b:".into(), vec![]), "a name that is hard to set");
    }

    #[test]
    fn lists_of_every_kind_are_read_line_by_line() {
        let body = "Intro\n- [ ] a\n  b\n* [x] c <!-- cairn:task 7 -->\n1. d\n   - e\n\nEnd\n";
        let told = |nested| {
            let items = items(body, 3, nested);
            items.into_iter().map(|item| (item.line, item.ticked, item.raw)).collect::<Vec<_>>()
        };
        let first = [(4, Some(false), "a b".to_owned()), (6, Some(true), "c".to_owned())];
        assert_eq!(
            told(true),
            [&first[..], &[(7, None, "d, e".to_owned())]].concat(),
            "what is below belongs above"
        );
        let apart = [(7, None, "d".to_owned()), (8, None, "e".to_owned())];
        assert_eq!(told(false), [&first[..], &apart].concat(), "or stands by itself");
        assert_eq!(items(body, 1, true)[1].mark, Some(("task".into(), "7".into())), "its id");
    }
}
