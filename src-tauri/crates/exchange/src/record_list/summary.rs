//! Rows of a report that are no records but say something about others: subtotals, sums, counts, and what groups are
//! headed by.
//!
//! They are known by what they hold, wherever they stand. A row with an id of its own is a record, whatever it is called.
//! Where a row can be either it is asked about, never taken in silence.

mod label;
mod sums;
mod unnamed;

use std::collections::{BTreeMap, BTreeSet};

use super::{decimal, line::Line, value::is_nothing};
use crate::workbook::cell::Cell;
use label::{Form, Label, Sort};
use sums::{Fit, Look};

/// Rows that are summed up at most, to be found again in a sum.
const GROUP_MAX: usize = 2_000;

/// What the columns of a list are, as far as it matters here.
pub(super) struct Columns {
    /// By which a record is known.
    pub(super) keys: Vec<u32>,
    /// Those of them that nothing but a record has.
    pub(super) ids: Vec<u32>,
    /// That hold amounts.
    pub(super) amounts: Vec<u32>,
    /// How many there are.
    pub(super) count: usize,
}

/// What was found, by the place of each row among all.
#[derive(Debug, Default)]
pub(super) struct Found {
    /// Rows that are no records.
    pub(super) out: BTreeSet<usize>,
    /// Rows that may be none, each with what is asked.
    pub(super) doubtful: BTreeMap<usize, String>,
}

/// Looks at all rows. `foot` are those that stand at the end of the list as its totals do, `kept` those that somebody
/// said are records.
pub(super) fn rows(
    lines: &[Line],
    foot: &BTreeSet<usize>,
    kept: &BTreeSet<usize>,
    columns: &Columns,
) -> Found {
    let labels: Vec<Option<Label>> =
        (0..).zip(lines).map(|(at, line)| label_of(at, line, kept, columns)).collect();
    let all: BTreeSet<u32> = lines.iter().flat_map(|line| line.cells.keys().copied()).collect();
    let marks = all.into_iter().filter_map(|at| Some((at, decimal(lines, at)?))).collect();
    let looks: Vec<Look<'_>> = lines
        .iter()
        .zip(&labels)
        .map(|(line, label)| Look {
            line,
            figures: sums::figures(line, label.as_ref().map(|label| label.at), &marks),
        })
        .collect();
    let mut search =
        Search { looks: &looks, labels: &labels, columns, out: BTreeSet::new(), fits: BTreeMap::new() };
    for (at, line) in lines.iter().enumerate().filter(|(at, _)| !kept.contains(at)) {
        let is_never = labels.get(at).is_some_and(|label| label.as_ref().is_some_and(|label| label.never));
        if is_never || search.is_keyless(at, line) {
            search.out.insert(at);
        }
    }
    // A total stands under its group, or over it.
    search.go(0..lines.len());
    search.go((0..lines.len()).rev());
    let mut found = search.settled(foot);
    unnamed::add(&mut found, &looks, &labels, kept, columns);
    found
}

/// How a row is called that has no id and that nobody kept.
fn label_of(at: usize, line: &Line, kept: &BTreeSet<usize>, columns: &Columns) -> Option<Label> {
    let label = label::of(line).filter(|_| !kept.contains(&at))?;
    // “Subtotal” in the column of ids is no id.
    let own = columns.ids.iter().any(|id| *id != label.at && has(line, *id));
    (!own).then_some(label)
}

/// A search through all rows.
struct Search<'a> {
    looks: &'a [Look<'a>],
    labels: &'a [Option<Label>],
    columns: &'a Columns,
    out: BTreeSet<usize>,
    /// How well the others fit that are called as sums are.
    fits: BTreeMap<usize, Fit>,
}

impl Search<'_> {
    /// True where nothing tells which record a row is, and it is called a sum or holds nothing but figures.
    fn is_keyless(&self, at: usize, line: &Line) -> bool {
        let Some(label) = self.labels.get(at) else { return false };
        let of_label = label.as_ref().map(|label| label.at);
        let names = |key: &&u32| {
            let cell = line.cell(**key);
            let says = label.is_some() && (label::is_bare(&cell.told()) || counts(cell));
            has(line, **key) && !says
        };
        // What stands in the column of ids and is a word for sums names nobody.
        let in_ids = of_label.is_some_and(|at| self.columns.ids.contains(&at));
        let mut keys = self.columns.keys.iter().filter(|key| !(in_ids && of_label == Some(**key)));
        if keys.clone().any(|key| names(&key)) {
            return false;
        }
        if label.is_some() {
            // “Total” in the place of the name can be one.
            return !keys.any(|key| of_label == Some(*key));
        }
        let figures = self.looks.get(at).map_or(0, |look| look.figures.len());
        figures > 0 && figures == line.cells.values().filter(|cell| !is_silent(cell)).count()
    }

    /// Looks at each row with those that were passed before it.
    fn go(&mut self, places: impl Iterator<Item = usize>) {
        let mut passed: Vec<usize> = Vec::new();
        for at in places {
            if self.out.contains(&at) {
                continue;
            }
            let Some(label) = self.labels.get(at).and_then(Option::as_ref) else {
                passed.push(at);
                continue;
            };
            let found = self.fit(at, label, &passed);
            if found == Fit::Sum {
                self.out.insert(at);
                self.fits.insert(at, found);
            } else {
                let best = self.fits.entry(at).or_insert(found);
                *best = found.max(*best);
                passed.push(at);
            }
        }
    }

    /// How well a row fits those that were passed: all of them, or without those that may be sums themselves.
    fn fit(&self, at: usize, label: &Label, passed: &[usize]) -> Fit {
        let Some(look) = self.looks.get(at) else { return Fit::None };
        let texts: Vec<(u32, String)> = texts(look.line, label).collect();
        // What stands beside it says which group is summed up: its rows say the same.
        let same = |line: &&Look<'_>| texts.iter().all(|(at, text)| line.line.cell(*at).told() == *text);
        let is_sure = |at: &&usize| self.fits.get(at).is_none_or(|fit| *fit == Fit::None);
        let amounts = &self.columns.amounts;
        let fit = |group: Vec<&Look<'_>>| {
            sums::fit(&look.figures, group.into_iter().take(GROUP_MAX), label.sort, amounts)
        };
        let of = |at: &usize| self.looks.get(*at);
        let all = || passed.iter().rev().take(GROUP_MAX).filter_map(of);
        let sure = || passed.iter().rev().take(GROUP_MAX).filter(is_sure).filter_map(of);
        let found = fit(all().take_while(same).collect()).max(fit(sure().take_while(same).collect()));
        // A text of its own speaks for a record, and against it that the figures are those of others.
        let whatever = || fit(all().collect()).max(fit(sure().collect()));
        match found {
            Fit::None if !texts.is_empty() && label.sort == Sort::Sum && whatever() == Fit::Sum => {
                Fit::Partly
            }
            Fit::Sum if label.sort == Sort::Extreme => Fit::Partly,
            found => found,
        }
    }

    /// What the rows come to that are called as sums are.
    fn settled(self, foot: &BTreeSet<usize>) -> Found {
        let Self { looks, labels, columns: _, out, fits } = self;
        let label = |at: &usize| labels.get(*at).and_then(Option::as_ref);
        // What one row of a report is called its other sums are called too.
        let known: BTreeSet<(Form, &str)> = fits
            .iter()
            .filter(|(_, fit)| **fit == Fit::Sum)
            .filter_map(|(at, _)| label(at).map(|label| (label.form, label.word)))
            .collect();
        // One customer can be called “… Total” and be like the row above; two are groups.
        let single = |at: &usize| fits.get(at) == Some(&Fit::Single);
        let like = |one: &Label| {
            let same = |at: &&usize| {
                single(at) && label(at).is_some_and(|other| (other.form, other.word) == (one.form, one.word))
            };
            one.form == Form::Last && fits.keys().filter(same).nth(1).is_some()
        };
        let mut found = Found { out, ..Found::default() };
        for (at, fit) in &fits {
            let Some(label) = label(at) else { continue };
            let is_known = known.contains(&(label.form, label.word));
            let Some(line) = looks.get(*at).map(|look| look.line) else { continue };
            let is_whole = label.form == Form::Whole;
            // In a report with sums a bare “Total” is one, if not of what stands here.
            let is_bare = is_whole && !found.out.is_empty() && texts(line, label).next().is_none();
            let follows = is_whole && at.checked_sub(1).is_some_and(|before| found.out.contains(&before));
            let is_foot = foot.contains(at);
            // The row above says that it is of this group.
            let above = at.checked_sub(1).and_then(|before| looks.get(before)).map(|look| look.line);
            let is_of_above = above.is_some_and(|above| {
                !label.group.is_empty()
                    && above.cells.values().any(|cell| cell.told().trim().to_lowercase() == label.group)
            });
            match fit {
                Fit::Sum => {}
                Fit::Single if is_known || follows || is_foot || is_of_above || like(label) => {
                    found.out.insert(*at);
                }
                Fit::None if !is_known && !is_foot && !is_bare => {}
                Fit::Single | Fit::Partly | Fit::None => {
                    let name = line.cell(label.at).told();
                    found.doubtful.insert(*at, asked(&name, "a sum of other rows"));
                }
            }
        }
        found
    }
}

/// What stands in a row beside its figures and what it is called.
fn texts(line: &Line, label: &Label) -> impl Iterator<Item = (u32, String)> {
    let but = label.at;
    let is_text = move |(at, cell): &(&u32, &Cell)| {
        **at != but && !is_silent(cell) && !counts(cell) && !sums::is_figure(cell)
    };
    line.cells.iter().filter(is_text).map(|(at, cell)| (*at, cell.told()))
}

/// What is asked of a row that may be no record.
fn asked(name: &str, like: &str) -> String {
    format!(
        "“{}” reads like {like}, and could be a record of its own: leave the row out (`--skip-row`), or keep it \
         (`--keep-row`).",
        name.trim()
    )
}

fn has(line: &Line, column: u32) -> bool {
    !is_silent(line.cell(column))
}

/// True for a cell that says nothing.
fn is_silent(cell: &Cell) -> bool {
    let told = cell.told();
    told.trim().is_empty() || is_nothing(&told)
}

/// True for `2 records`: a number of something.
fn counts(cell: &Cell) -> bool {
    let Cell::Text(text) = cell else { return false };
    let mut words = text.split_whitespace();
    let (Some(count), Some(word), None) = (words.next(), words.next(), words.next()) else { return false };
    count.chars().all(|sign| sign.is_ascii_digit()) && word.chars().all(char::is_alphabetic)
}
