//! Rows of a report that are no records but say something about those above them: subtotals, sums, counts.
//!
//! They are known by what they hold, wherever they stand. A row with an id of its own is a record, whatever it is called.

use std::collections::BTreeSet;

use cairn_domain::read::amount;

use super::table::Line;
use crate::workbook::cell::Cell;

/// What stands before or behind the name of a group that is summed up, in lower case.
const WORDS: [&str; 16] = [
    "total",
    "totals",
    "subtotal",
    "subtotals",
    "sum",
    "count",
    "average",
    "avg",
    "summe",
    "zwischensumme",
    "gesamt",
    "gesamtsumme",
    "anzahl",
    "totaal",
    "totale",
    "sous-total",
];
/// Those that stand before a number of rows.
const COUNTS: [&str; 2] = ["count", "anzahl"];
/// What no customer is called.
const NEVER_A_NAME: [&str; 8] = [
    "subtotal",
    "subtotals",
    "sub total",
    "sub-total",
    "grand total",
    "zwischensumme",
    "gesamtsumme",
    "sous-total",
];
/// Rows that are summed up at most, to be found again in a sum.
const GROUP_MAX: usize = 2_000;

/// The rows that sum up others, by their place among all. `keys` are the columns by which a record is known, `ids` those
/// of them that nothing but a record has.
pub(super) fn rows(lines: &[Line], keys: &[u32], ids: &[u32]) -> BTreeSet<usize> {
    let (mut found, mut above) = (BTreeSet::new(), Vec::new());
    for (at, line) in lines.iter().enumerate() {
        if is_summary(line, &above, keys, ids) {
            found.insert(at);
        } else {
            above.push(line);
        }
    }
    found
}

fn is_summary(line: &Line, above: &[&Line], keys: &[u32], ids: &[u32]) -> bool {
    if has(line, ids) {
        return false;
    }
    let said = says(line);
    let numbers: Vec<(u32, f64)> =
        line.cells.iter().filter_map(|(at, cell)| Some((*at, number(cell)?))).collect();
    let label = said.as_ref().map(|(at, _)| *at);
    let texts = line.cells.iter().filter(|(at, cell)| number(cell).is_none() && Some(**at) != label);
    let texts: Vec<(u32, String)> = texts.map(|(at, cell)| (*at, cell.told())).collect();
    if !has(line, keys) {
        return said.is_some() || (texts.is_empty() && !numbers.is_empty());
    }
    match said {
        Some((_, Said::Never)) => true,
        // What stands beside it says which group is summed up: its rows say the same.
        Some((_, Said::Maybe { counts })) => {
            let same = |line: &&&Line| texts.iter().all(|(at, text)| line.cell(*at).told() == *text);
            let group = above.iter().rev().take_while(same).take(GROUP_MAX);
            !numbers.is_empty() && sums_up(&numbers, group.copied(), counts)
        }
        None => false,
    }
}

/// How a row is called, if it is called as a sum is.
enum Said {
    /// As no customer is.
    Never,
    /// As a customer can be.
    Maybe {
        /// True where it counts rows.
        counts: bool,
    },
}

/// The column that calls it so, and how.
fn says(line: &Line) -> Option<(u32, Said)> {
    line.cells.iter().find_map(|(at, cell)| {
        let Cell::Text(text) = cell else { return None };
        let text = text.trim().trim_end_matches(':').to_lowercase();
        // “Total (12 records)”
        let text = text.split_once('(').map_or(text.as_str(), |(before, _)| before).trim_end();
        if NEVER_A_NAME.contains(&text) {
            return Some((*at, Said::Never));
        }
        let mut words = text.split_whitespace();
        let (first, last) = (words.next()?, words.next_back());
        let is_word = |word: &str| WORDS.contains(&word);
        let counts = [Some(first), last].into_iter().flatten().any(|word| COUNTS.contains(&word));
        (is_word(first) || last.is_some_and(is_word)).then_some((*at, Said::Maybe { counts }))
    })
}

/// True where the numbers are sums or means, or as it `counts` numbers, of the first rows of a group, which is read upwards.
fn sums_up<'a>(numbers: &[(u32, f64)], group: impl Iterator<Item = &'a Line>, counts: bool) -> bool {
    let mut sums = vec![0.0; numbers.len()];
    let mut counted = vec![0.0; numbers.len()];
    let is = |one: f64, other: f64| (one - other).abs() <= 0.005 * (1.0 + other.abs() * 1e-6);
    for (nth, line) in group.enumerate() {
        let rows = (nth + 1) as f64;
        let mut all = true;
        for (((at, said), sum), count) in numbers.iter().zip(&mut sums).zip(&mut counted) {
            if let Some(number) = line.cells.get(at).and_then(number) {
                *sum += number;
                *count += 1.0;
            }
            let mean = if *count > 0.0 { *sum / *count } else { f64::NAN };
            all &= is(*said, *sum) || is(*said, mean) || (counts && (is(*said, rows) || is(*said, *count)));
        }
        if all {
            return true;
        }
    }
    false
}

fn has(line: &Line, columns: &[u32]) -> bool {
    columns.iter().any(|at| !line.cell(*at).told().trim().is_empty())
}

fn number(cell: &Cell) -> Option<f64> {
    match cell {
        Cell::Number(number) => Some(*number),
        Cell::Text(text) if text.contains(|sign: char| sign.is_ascii_digit()) => {
            // One mark before three digits parts thousands here: sums and what they sum up are written alike.
            let (Ok(number) | Err([number, _])) = amount(text)?.number.decided(None);
            Some(number.value())
        }
        _ => None,
    }
}
