//! Whether the figures of a row are those of other rows, taken together.

use std::collections::BTreeMap;

use cairn_domain::read::{self, Mark};

use super::{super::line::Line, label::Sort};
use crate::workbook::cell::Cell;

/// A number that stands in a row.
#[derive(Clone, Copy, PartialEq, Debug)]
pub(super) struct Figure {
    pub(super) at: u32,
    pub(super) value: f64,
    /// What its last digit counts: 1000 in `33k`, 0.01 in `100.45`.
    unit: f64,
    /// True for a share: those of several rows have no sum.
    pub(super) is_share: bool,
}

/// How well the figures of a row fit, the better the greater.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub(super) enum Fit {
    /// They are nothing of other rows.
    None,
    /// Some are, some are not.
    Partly,
    /// They are those of a single row.
    Single,
    /// They are those of several rows.
    Sum,
}

/// The figures of a row, but of one column. `marks` part the fractions of columns that show which does.
pub(super) fn figures(line: &Line, but: Option<u32>, marks: &BTreeMap<u32, Mark>) -> Vec<Figure> {
    let cells = line.cells.iter().filter(|(at, _)| Some(**at) != but);
    cells.filter_map(|(at, cell)| figure(*at, cell, marks.get(at).copied())).collect()
}

/// True for a cell that holds a number.
pub(super) fn is_figure(cell: &Cell) -> bool {
    figure(0, cell, None).is_some()
}

/// A cell as a number.
fn figure(at: u32, cell: &Cell, mark: Option<Mark>) -> Option<Figure> {
    match cell {
        // A cell of a spreadsheet holds all its digits, whatever it shows.
        Cell::Number(value) => Some(Figure { at, value: *value, unit: 0.0, is_share: false }),
        Cell::Text(text) => {
            let (value, is_share) = value(text, mark)?;
            Some(Figure { at, value, unit: unit(text, value, mark), is_share })
        }
        _ => None,
    }
}

/// A text as a number, and whether it is a share.
fn value(text: &str, mark: Option<Mark>) -> Option<(f64, bool)> {
    if !text.contains(|sign: char| sign.is_numeric()) {
        return None;
    }
    let is_share = text.trim_end().ends_with('%');
    let number = if is_share { read::number(text)? } else { read::amount(text)?.number };
    // One mark before three digits parts thousands where the column does not tell: sums and what they sum up are written
    // alike.
    let (Ok(number) | Err([number, _])) = number.decided(mark);
    Some((number.value(), is_share))
}

/// By how much a text changes with its last digit.
fn unit(text: &str, is: f64, mark: Option<Mark>) -> f64 {
    let Some((at, digit)) = text.char_indices().rev().find(|(_, sign)| sign.is_ascii_digit()) else {
        return 0.0;
    };
    let (before, after) = (text.get(..at).unwrap_or_default(), text.get(at + 1..).unwrap_or_default());
    let other = if digit == '1' { '2' } else { '1' };
    let steps = digit.to_digit(10).unwrap_or_default().abs_diff(other.to_digit(10).unwrap_or_default());
    let changed = value(&format!("{before}{other}{after}"), mark);
    changed.map_or(0.0, |(changed, _)| (changed - is).abs() / f64::from(steps.max(1)))
}

impl Figure {
    /// True where it is written in thousands or with a fraction, as what was rounded is.
    fn is_rounded(&self) -> bool {
        self.unit > 0.0 && !(0.999..999.0).contains(&self.unit)
    }
}

/// What is known of one column of a group.
struct Column {
    said: Figure,
    sum: f64,
    count: f64,
    least: f64,
    most: f64,
    /// What rounding can have taken from the sum.
    slack: f64,
    holds: f64,
    below_zero: bool,
}

/// How one figure fits.
#[derive(Clone, Copy, PartialEq, Eq)]
enum One {
    /// It is what is said.
    Fits,
    /// It would be, had whole numbers been rounded.
    Nearly,
    /// It tells nothing.
    Silent,
    Misses,
}

impl Column {
    const fn new(said: Figure) -> Self {
        let (least, most) = (f64::INFINITY, f64::NEG_INFINITY);
        Self {
            said,
            sum: 0.0,
            count: 0.0,
            least,
            most,
            slack: said.unit / 2.0,
            holds: 0.0,
            below_zero: false,
        }
    }

    fn add(&mut self, line: &Look<'_>) {
        if line.line.cells.contains_key(&self.said.at) {
            self.holds += 1.0;
        }
        if let Some(figure) = line.figures.iter().find(|figure| figure.at == self.said.at) {
            self.sum += figure.value;
            self.count += 1.0;
            self.least = self.least.min(figure.value);
            self.most = self.most.max(figure.value);
            self.slack += figure.unit / 2.0;
            self.below_zero |= figure.value < 0.0;
        }
    }

    fn is_sum(&self) -> bool {
        is(self.said.value, self.sum)
    }

    fn fit(&self, sort: Sort, rows: f64, is_amount: bool) -> One {
        let said = self.said.value;
        let counts = || is(said, rows) || (self.holds > 0.0 && is(said, self.holds));
        let fits = match sort {
            Sort::Sum if self.count == 0.0 => counts(),
            Sort::Sum => self.is_sum(),
            Sort::Count => counts() || self.is_sum(),
            Sort::Mean if self.count == 0.0 => false,
            Sort::Mean => (said - self.sum / self.count).abs() <= 0.005 + self.said.unit / 2.0,
            Sort::Extreme => is(said, self.least) || is(said, self.most),
        };
        if self.said.is_share {
            return One::Silent;
        }
        if fits {
            return One::Fits;
        }
        let near = sort == Sort::Sum && (said - self.sum).abs() <= self.slack + 1e-9;
        match near {
            true if self.said.is_rounded() => One::Fits,
            true => One::Nearly,
            // A mean that weighs its rows, or what else lies between them.
            false if !is_amount && rows > 1.0 && (self.least..=self.most).contains(&said) => One::Silent,
            false => One::Misses,
        }
    }
}

fn is(one: f64, other: f64) -> bool {
    (one - other).abs() <= 0.005 * (1.0 + other.abs() * 1e-6)
}

/// A row, as it is compared with others.
pub(super) struct Look<'a> {
    pub(super) line: &'a Line,
    pub(super) figures: Vec<Figure>,
}

/// How well figures are those of the first rows of a group, which is read away from the row.
pub(super) fn fit<'a>(
    figures: &[Figure],
    group: impl Iterator<Item = &'a Look<'a>>,
    sort: Sort,
    amounts: &[u32],
) -> Fit {
    let mut columns: Vec<Column> = figures.iter().copied().map(Column::new).collect();
    let (mut best, mut rows) = (Fit::None, 0.0);
    for line in group {
        rows += 1.0;
        columns.iter_mut().for_each(|column| column.add(line));
        let one = |column: &Column| column.fit(sort, rows, amounts.contains(&column.said.at));
        let fits: Vec<One> = columns.iter().map(one).collect();
        let told =
            columns.iter().zip(&fits).any(|(column, one)| *one == One::Fits && column.said.value != 0.0);
        let whole = !fits.iter().any(|one| matches!(one, One::Misses | One::Nearly));
        let is_near = |(column, one): (&Column, &One)| {
            *one == One::Nearly && (amounts.is_empty() || amounts.contains(&column.said.at))
        };
        let near = told || columns.iter().zip(&fits).any(is_near);
        let found = match (told && whole, rows > 1.0) {
            (true, true) => return Fit::Sum,
            (true, false) => Fit::Single,
            (false, true) if near => Fit::Partly,
            _ => Fit::None,
        };
        best = best.max(found);
    }
    best
}

/// True where all of several figures are exact sums of the rows right before, without a word that says so: where those
/// rows are told apart by more than their figures, or the figures do not all grow alike.
pub(super) fn is_told_by_figures<'a>(
    figures: &[Figure],
    group: impl Iterator<Item = &'a Look<'a>>,
    says_more: impl Fn(&Look<'_>) -> bool,
) -> bool {
    let figures: Vec<Figure> = figures.iter().copied().filter(|figure| figure.value != 0.0).collect();
    if figures.len() < 2 || figures.iter().any(|figure| figure.is_share) {
        return false;
    }
    let mut columns: Vec<Column> = figures.iter().copied().map(Column::new).collect();
    let (mut rows, mut all_say_more, mut alike) = (0, true, true);
    for line in group {
        rows += 1;
        columns.iter_mut().for_each(|column| column.add(line));
        all_say_more &= says_more(line);
        alike &= is_alike(&figures, line);
        if rows > 1 && columns.iter().all(|column| column.is_sum() && column.count > 1.0) {
            return all_say_more || !alike;
        }
        let beyond = |column: &Column| !column.below_zero && column.sum > column.said.value + 0.01;
        if columns.iter().any(beyond) {
            return false;
        }
    }
    false
}

/// True where the figures of a row have the same shares of each other as those that are said.
fn is_alike(figures: &[Figure], line: &Look<'_>) -> bool {
    let shares = figures.iter().filter_map(|said| {
        let here = line.figures.iter().find(|figure| figure.at == said.at)?;
        Some(here.value / said.value)
    });
    let shares: Vec<f64> = shares.collect();
    shares.windows(2).all(|two| matches!(two, [one, other] if (one - other).abs() < 1e-9))
}
