//! One line of a list: a name, and facts behind it; and what stands around the lists.

use super::outline::{Veil, plain, shown, veils};

/// Longest line, in bytes, in which facts are looked for without a bold name before them.
pub(super) const LOOSE_MAX: usize = 2_000;

/// A line of a list, taken apart; everything still as Markdown.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) struct Item {
    /// In which line of the file it begins.
    pub(super) line: u32,
    /// The id in its comment, and what the comment calls it.
    pub(super) mark: Option<(String, String)>,
    /// The state of its box, if it has one.
    pub(super) ticked: Option<Tick>,
    /// What it says, in one line.
    pub(super) raw: String,
}

/// The state of a box.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Tick {
    Open,
    Done,
    /// GitLab's mark for what does not apply, and others' for what was given up.
    Dropped,
}

/// A section of lists, taken apart.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub(super) struct Listed {
    pub(super) items: Vec<Item>,
    /// What belongs to no item, line by line as it stands there: prose, tables, headings, code.
    pub(super) rest: String,
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

/// The lists of a section; a line below another belongs to it where `nested` says so, unless it has a box of its own.
/// What stands in code or in a comment is no list.
pub(super) fn listed(body: &str, first_line: u32, nested: bool) -> Listed {
    let mut items: Vec<Item> = Vec::new();
    let mut rest: Vec<&str> = Vec::new();
    let veils = veils(body);
    // Whether a line may still belong to the last item.
    let (mut gap, mut open) = (true, false);
    for ((at, line), number) in body.split('\n').enumerate().zip(first_line..) {
        let veil = veils.get(&at);
        if veil == Some(&Veil::Comment) {
            continue;
        }
        let start = line.trim_start();
        let inner = line.len() - start.len() >= 2;
        let said = if veil.is_none() { bullet(start) } else { None };
        let (ticked, raw) = said.map_or((None, start), tick);
        match (said, items.last_mut()) {
            (Some(_), Some(last)) if inner && nested && open && ticked.is_none() => {
                last.raw.push_str(", ");
                last.raw.push_str(raw.trim());
            }
            (Some(_), _) => {
                items.push(Item { line: number, mark: None, ticked, raw: raw.trim().to_owned() });
                open = true;
            }
            (None, _) if start.is_empty() => {
                if !open && rest.last().is_some_and(|line| !line.is_empty()) {
                    rest.push("");
                }
            }
            (None, Some(last)) if open && veil.is_none() && (!gap || inner) && !is_structure(start) => {
                last.raw.push(' ');
                last.raw.push_str(start.trim_end());
            }
            (None, _) => {
                if open && !rest.is_empty() {
                    rest.push("");
                }
                rest.push(line);
                open = false;
            }
        }
        gap = start.is_empty();
    }
    for item in &mut items {
        if let Some((said, mark)) = unmark(&item.raw) {
            (item.raw, item.mark) = (said, Some(mark));
        }
        item.raw = uncommented(&item.raw);
    }
    items.retain(|item| !item.raw.is_empty());
    Listed { items, rest: shown(&rest.join("\n")).trim_end().to_owned() }
}

/// True for a line that goes on with no item, though nothing parts it from one: a heading, a row of a table, a quotation.
fn is_structure(start: &str) -> bool {
    let signs = start.bytes().take_while(|byte| *byte == b'#').count();
    let heading = (1..=6).contains(&signs) && start.get(signs..).is_some_and(|rest| rest.starts_with(' '));
    heading || start.starts_with(['|', '>'])
}

/// A line without its comments; a sign that a backslash takes back begins none.
pub(crate) fn uncommented(raw: &str) -> String {
    let (mut said, mut rest) = (String::new(), raw);
    while let Some((before, after)) = rest.split_once("<!--") {
        let escaped = before.len() - before.trim_end_matches('\\').len();
        if escaped % 2 == 1 {
            said.push_str(before);
            said.push_str("<!--");
            rest = after;
            continue;
        }
        // Where none ends, none of those behind it does.
        let Some((_, behind)) = after.split_once("-->") else { break };
        said.push_str(before.trim_end());
        rest = behind;
    }
    said.push_str(rest);
    said.trim().to_owned()
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
fn tick(said: &str) -> (Option<Tick>, &str) {
    let said = said.trim_start();
    let marks = [
        ("[ ]", Tick::Open),
        ("[x]", Tick::Done),
        ("[X]", Tick::Done),
        ("[~]", Tick::Dropped),
        ("[-]", Tick::Dropped),
    ];
    for (mark, tick) in marks {
        if let Some(rest) =
            said.strip_prefix(mark).filter(|rest| rest.is_empty() || rest.starts_with([' ', '\t']))
        {
            return (Some(tick), rest);
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
            let items = listed(body, 3, nested).items;
            items.into_iter().map(|item| (item.line, item.ticked, item.raw)).collect::<Vec<_>>()
        };
        let first = [(4, Some(Tick::Open), "a b".to_owned()), (6, Some(Tick::Done), "c".to_owned())];
        assert_eq!(
            told(true),
            [&first[..], &[(7, None, "d, e".to_owned())]].concat(),
            "what is below belongs above"
        );
        let apart = [(7, None, "d".to_owned()), (8, None, "e".to_owned())];
        assert_eq!(told(false), [&first[..], &apart].concat(), "or stands by itself");
        let Listed { items, rest } = listed(body, 1, true);
        assert_eq!(items[1].mark, Some(("task".into(), "7".into())), "its id");
        assert_eq!(rest, "Intro\n\nEnd", "what belongs to none is kept");
    }

    #[test]
    fn what_stands_around_a_list_is_kept_and_what_is_hidden_is_no_list() {
        let body = "- a <!-- not yet, due 2027-01-01 -->\n### Later\n- [~] b\n| x | y |\n\n<!--\n- [ ] hidden\n-->\n\n\
                    ```\n- [ ] code\n```\n- [-] c\n  - [ ] d\n\n<!-- - e -->\n~~~\n- f\n~~~\n- g \\<!-- h -->\n";
        let Listed { items, rest } = listed(body, 1, true);
        let told: Vec<_> = items.iter().map(|item| (item.line, item.ticked, item.raw.as_str())).collect();
        let expected = [
            (1, None, "a"),
            (3, Some(Tick::Dropped), "b"),
            (13, Some(Tick::Dropped), "c"),
            (14, Some(Tick::Open), "d"),
            (20, None, "g \\<!-- h -->"),
        ];
        assert_eq!(told, expected, "neither code nor comments, and a box below a box is one of its own");
        for kept in ["### Later", "| x | y |", "```\n- [ ] code\n```", "~~~\n- f\n~~~"] {
            assert!(rest.contains(kept), "{kept} is kept: {rest}");
        }
        assert!(!rest.contains("hidden") && !rest.contains("- e"), "a comment is nobody's text: {rest}");
    }
}
