//! Rows that no word tells from records: what heads a group, and sums that are called as their group is.

use std::collections::{BTreeMap, BTreeSet};

use super::{
    super::line::Line,
    Columns, Found, GROUP_MAX, asked, has, is_silent,
    label::Label,
    sums::{self, Look},
};
use crate::workbook::cell::Cell;

/// Adds them to what was found.
pub(super) fn add(
    found: &mut Found,
    looks: &[Look<'_>],
    labels: &[Option<Label>],
    kept: &BTreeSet<usize>,
    columns: &Columns,
) {
    let group = |at: &usize| labels.get(*at)?.as_ref().map(|label| (label.group.clone(), *at));
    // The last sum of each group.
    let groups: BTreeMap<String, usize> =
        found.out.iter().filter_map(group).filter(|(name, _)| !name.is_empty()).collect();
    let mut passed: Vec<&Look<'_>> = Vec::new();
    for (at, look) in looks.iter().enumerate() {
        if found.out.contains(&at) || found.doubtful.contains_key(&at) {
            continue;
        }
        let is_open = !kept.contains(&at) && !labels.get(at).is_some_and(Option::is_some);
        let heading = heading(look.line, columns).filter(|_| is_open);
        if let Some(heading) = &heading {
            let is_summed = groups.get(&heading.group).is_some_and(|row| *row > at);
            if is_summed {
                found.out.insert(at);
                continue;
            }
            if heading.is_said {
                found.doubtful.insert(at, asked(&heading.text, "the heading of a group"));
                continue;
            }
        }
        let group = passed.iter().rev().take(GROUP_MAX).copied();
        if is_open && is_sum(look, group, columns) {
            let name = columns.keys.iter().map(|key| look.line.cell(*key).told());
            let name = name.into_iter().find(|name| !name.trim().is_empty()).unwrap_or_default();
            found.doubtful.insert(at, asked(&name, "a sum of the rows above it"));
        }
        passed.push(look);
    }
}

/// True where all figures of a row are sums of those above it, and nothing else tells it from a sum.
fn is_sum<'a>(look: &Look<'_>, group: impl Iterator<Item = &'a Look<'a>>, columns: &Columns) -> bool {
    let texts = |look: &Look<'_>| {
        let mut cells = look.line.cells.iter();
        cells.any(|(at, cell)| !columns.keys.contains(at) && !is_silent(cell) && !sums::is_figure(cell))
    };
    let is_bare = !texts(look);
    let has_id = columns.ids.iter().any(|id| has(look.line, *id));
    !has_id && sums::is_told_by_figures(&look.figures, group, |row| is_bare && texts(row))
}

/// What a heading of a group says.
struct Heading {
    text: String,
    group: String,
    /// True where it reads like one, whatever stands under it.
    is_said: bool,
}

/// A row with a single text in it, as it would head a group: `Region: EMEA`, `EMEA (12 records)`.
fn heading(line: &Line, columns: &Columns) -> Option<Heading> {
    let mut cells = line.cells.values().filter(|cell| !is_silent(cell));
    let (Some(Cell::Text(text)), None) = (cells.next(), cells.next()) else { return None };
    if columns.count < 2 {
        return None;
    }
    let text = text.trim().to_owned();
    let counted = text
        .split_once(" (")
        .filter(|(_, rest)| rest.starts_with(|sign: char| sign.is_ascii_digit()) && rest.ends_with(')'));
    let bare = counted.map_or(text.as_str(), |(bare, _)| bare);
    let parted = bare.split_once(": ").map(|(_, group)| group.trim()).filter(|group| !group.is_empty());
    let group = parted.unwrap_or(bare).to_lowercase();
    Some(Heading { is_said: counted.is_some() || parted.is_some(), group, text })
}
