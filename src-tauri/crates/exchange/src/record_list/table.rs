//! A list as cells: its headings, wherever they begin, and the rows under them.

use super::{
    ROWS_MAX,
    columns::bare,
    encoding::EncodingSaid,
    footer,
    line::{Head, Line},
    text,
};
use crate::workbook::{cell::Cell, lines, open};

/// Rows that are looked at for the headings: reports begin with their title and filters.
const HEADS_WITHIN: usize = 30;

/// A list.
#[derive(Debug)]
pub(super) struct Table {
    pub(super) sheet: Option<String>,
    pub(super) heads: Vec<Head>,
    pub(super) head_row: u32,
    pub(super) lines: Vec<Line>,
    /// What stands under the rows.
    pub(super) footer: Vec<Line>,
    /// What was passed over, in words.
    pub(super) ignored: Vec<String>,
    /// How the bytes of a text were read, where that is worth a word.
    pub(super) encoding: Option<EncodingSaid>,
    /// Lines that cannot be read, with the reason.
    pub(super) broken: Vec<(u32, String)>,
}

/// Opens a workbook or a text. `known` tells a heading that means something, `encoding` is what somebody said of a text.
pub(super) fn open(
    bytes: &[u8],
    encoding: Option<&str>,
    known: impl Fn(&str) -> bool,
) -> Result<Table, String> {
    if bytes.starts_with(b"PK") {
        return workbook(bytes, known);
    }
    if bytes.starts_with(&[0xd0, 0xcf, 0x11, 0xe0]) {
        return Err("This is a workbook of the old form (XLS); save it as XLSX or CSV.".into());
    }
    let text::Read { lines, encoding, mut broken, wide, unread } = text::lines(bytes, encoding, &known)?;
    let mut table = table(None, lines, Vec::new(), known)?;
    if wide {
        table.ignored.push(format!("the columns behind the first {}", text::COLUMNS_MAX));
    }
    let of = |line: &Line| unread.iter().find(|(number, _)| *number == line.number);
    for line in table.lines.extract_if(.., |line| of(line).is_some()) {
        broken.extend(of(&line).cloned());
    }
    if let Some((number, why)) = unread.iter().find(|(number, _)| *number == table.head_row) {
        return Err(format!("Line {number}: {why}"));
    }
    Ok(Table { encoding, broken, ..table })
}

/// The sheet whose headings mean most; the others are named. One that is hidden is read where no other holds rows.
fn workbook(bytes: &[u8], known: impl Fn(&str) -> bool) -> Result<Table, String> {
    let mut book = open::open(bytes)?;
    let (mut sheets, mut hidden) = (Vec::new(), Vec::new());
    for open::SheetName { name, hidden: is_hidden } in open::sheets(&book) {
        if is_hidden && sheets.iter().any(|(_, _, lines): &(_, _, Vec<Line>)| !lines.is_empty()) {
            hidden.push(format!("the hidden sheet “{name}”"));
            continue;
        }
        let lines = lines::lines(&mut book, &name).map_err(|fault| format!("“{name}”: {}", fault.said()))?;
        let lines: Vec<Line> = lines.into_iter().map(of_sheet).collect();
        let score = lines.iter().take(HEADS_WITHIN).map(|line| score(line, &known)).max().unwrap_or(0);
        sheets.push((score, name, lines));
    }
    let best = sheets.iter().filter(|(_, _, lines)| !lines.is_empty()).map(|(score, ..)| *score).max();
    let found = sheets.iter().position(|(score, _, lines)| Some(*score) == best && !lines.is_empty());
    let Some(at) = found else {
        return Err("This workbook holds no rows.".into());
    };
    let (_, name, lines) = sheets.remove(at);
    let others = sheets.into_iter().filter(|(_, _, lines)| !lines.is_empty());
    let others = others.map(|(_, other, _)| format!("the sheet “{other}”")).chain(hidden).collect();
    table(Some(name), lines, others, known)
}

fn of_sheet(line: lines::Line) -> Line {
    let lines::Line { number, cells, formulas, currencies, merged } = line;
    Line { number, cells, formulas, is_text: false, currencies, merged }
}

/// How many cells of a row are headings that mean something.
fn score(line: &Line, known: impl Fn(&str) -> bool) -> usize {
    line.cells.values().filter(|cell| matches!(cell, Cell::Text(text) if known(text))).count()
}

fn table(
    sheet: Option<String>,
    mut lines: Vec<Line>,
    mut ignored: Vec<String>,
    known: impl Fn(&str) -> bool,
) -> Result<Table, String> {
    let scores = lines.iter().take(HEADS_WITHIN).map(|line| score(line, &known));
    // The first of the best; where nothing is known the first row, so that its columns can be named.
    let best = scores.enumerate().reduce(|best, next| if next.1 > best.1 { next } else { best });
    let (at, _) = best.ok_or("This list holds no rows.")?;
    let rest = lines.split_off(at + 1);
    let Some(heads) = lines.pop() else { return Err("This list holds no rows.".into()) };
    if let (Some(first), Some(last)) = (lines.first(), lines.last()) {
        ignored.push(footer::told("above the headings", first, last));
    }
    let head_row = heads.number;
    let named = heads.cells.iter().map(|(at, cell)| Head { at: *at, text: cell.told().trim().to_owned() });
    let heads: Vec<Head> = named.filter(|head| !bare(&head.text).is_empty()).collect();
    let mut lines = rest;
    let footer = footer::cut(&mut lines, head_row, heads.len());
    if lines.len() > ROWS_MAX {
        return Err(format!("This list has more than {ROWS_MAX} rows; that is too many to take in."));
    }
    Ok(Table { sheet, heads, head_row, lines, footer, ignored, encoding: None, broken: Vec::new() })
}
