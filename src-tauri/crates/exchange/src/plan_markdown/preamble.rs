//! What stands between the heading of an epic or issue and its first section: quick actions, labels, a list of facts.

use cairn_domain::{Kind, markdown_facts};

use super::{
    facts::{uncommented, unmark},
    outline::{Veil, plain, veils},
};

/// A part's preamble, taken apart; each with its line.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub(super) struct Preamble {
    /// What the comment calls the record, and its id.
    pub(super) mark: Option<(u32, String, String)>,
    pub(super) labels: Vec<(u32, String)>,
    /// Quick actions by name, with what follows.
    pub(super) actions: Vec<(u32, String, String)>,
    /// `- Owner: Mara Lindt`, the key in lower case.
    pub(super) facts: Vec<(u32, String, String)>,
    /// Lines that mean nothing here.
    pub(super) others: Vec<String>,
}

/// What a due date may be called; it is written as a quick action.
pub(super) const DUE: [&str; 2] = ["due", "due date"];

/// True for a key that a list of facts may have, of whichever kind.
fn is_key(key: &str) -> bool {
    let kinds = [Kind::Objective, Kind::Initiative];
    DUE.contains(&key) || kinds.into_iter().flat_map(markdown_facts).any(|fact| fact.is_called(key))
}

pub(super) fn read(text: &str, first_line: u32) -> Preamble {
    let mut preamble = Preamble::default();
    let veils = veils(text);
    for ((at, line), number) in text.split('\n').enumerate().zip(first_line..) {
        if veils.get(&at) == Some(&Veil::Comment) {
            continue;
        }
        let line = match unmark(line) {
            Some((rest, (what, id))) => {
                preamble.mark = Some((number, what, id));
                rest
            }
            None => uncommented(line),
        };
        if line.is_empty() {
            continue;
        }
        if let Some(action) = line.strip_prefix('/') {
            let (name, rest) = action.split_once(' ').unwrap_or((action, ""));
            let found = labels(rest);
            if !name.starts_with("unlabel") {
                preamble.labels.extend(found.into_iter().map(|label| (number, label)));
            }
            preamble.actions.push((number, name.to_lowercase(), rest.trim().to_owned()));
            continue;
        }
        let bare = line.trim_start_matches(['-', '*', '+', ' ']);
        if let Some((key, value)) = fact(bare) {
            preamble.facts.push((number, key, value));
            continue;
        }
        let found = labels(&line);
        if found.is_empty() {
            preamble.others.push(line);
        } else {
            preamble.labels.extend(found.into_iter().map(|label| (number, label)));
        }
    }
    preamble
}

/// `Owner: Mara Lindt`, with or without bold.
fn fact(line: &str) -> Option<(String, String)> {
    let (key, value) = line.split_once(':')?;
    let key = key.trim_matches(['*', ' ']).to_lowercase();
    let value = value.strip_prefix("**").unwrap_or(value);
    is_key(&key).then(|| (key, plain(value)))
}

/// The labels of a line: `~"SP Objective" ~Urgent`.
fn labels(line: &str) -> Vec<String> {
    let (mut found, mut rest) = (Vec::new(), line);
    while let Some((before, after)) = rest.split_once('~') {
        rest = after;
        if !(before.is_empty() || before.ends_with([' ', ',', ':'])) {
            continue;
        }
        let (label, behind) = match after.strip_prefix('"') {
            Some(quoted) => quoted.split_once('"').unwrap_or((quoted, "")),
            None => after.split_at(after.find([' ', ',']).unwrap_or(after.len())),
        };
        // About 30 % is no label.
        if label.starts_with(|c: char| c.is_alphabetic()) {
            found.push(label.to_owned());
        }
        rest = behind;
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn labels_facts_and_quick_actions_are_told_from_prose() {
        let text = "\n<!-- cairn:objective 7 -->\n/label ~\"SP Objective\" ~\"UseCase::CI\" ~Urgent\n/due 2027-03-31\n\n- Owner: Lea\\, IT\n**Customer owner:** Ines\nLabels: ~Priority::High\nAbout ~30 % of them";
        let Preamble { mark, labels, actions, facts, others } = read(text, 10);
        assert_eq!(mark, Some((11, "objective".into(), "7".into())), "the record's id");
        let labels: Vec<_> = labels.iter().map(|(line, label)| (*line, label.as_str())).collect();
        assert_eq!(
            labels,
            [(12, "SP Objective"), (12, "UseCase::CI"), (12, "Urgent"), (17, "Priority::High")],
            "labels"
        );
        assert_eq!(actions[1], (13, "due".into(), "2027-03-31".into()), "quick actions");
        let facts: Vec<_> = facts.iter().map(|(_, key, value)| (key.as_str(), value.as_str())).collect();
        assert_eq!(facts, [("owner", "Lea, IT"), ("customer owner", "Ines")], "facts");
        assert_eq!(others, ["About ~30 % of them"], "the rest is prose");
    }
}
