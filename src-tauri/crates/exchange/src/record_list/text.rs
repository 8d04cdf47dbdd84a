//! A text with separators as rows: its separator, and the line that each row begins at.

use std::{cmp::Reverse, collections::BTreeMap};

use csv::{ByteRecord, ReaderBuilder, StringRecord};

use super::{
    ROWS_MAX,
    encoding::{self, Decoded, EncodingSaid},
    line::Line,
    quotes::{self, Part},
};
use crate::{
    limits::{self, LINE_MAX},
    workbook::cell::Cell,
};

/// Most columns that are looked at.
pub(super) const COLUMNS_MAX: usize = 200;
/// Most lines, of which a row can have several.
const LINES_MAX: usize = 500_000;
/// Rows by which the separator is found.
const TRIED: usize = 20;
const SEPARATORS: [u8; 4] = [b',', b';', b'\t', b'|'];

/// A text as rows.
#[derive(Debug, Default)]
pub(super) struct Read {
    /// Those that hold something.
    pub(super) lines: Vec<Line>,
    /// How its bytes were read, where that is worth a word.
    pub(super) encoding: Option<EncodingSaid>,
    /// Lines that cannot be read, with the reason.
    pub(super) broken: Vec<(u32, String)>,
    /// True where rows have more columns than are looked at.
    pub(super) wide: bool,
    /// Rows of `lines` that hold what is no text, with the reason.
    pub(super) unread: Vec<(u32, String)>,
}

/// Why a row is none that can be read: signs that no text has, or an encoding that the rest of the file has not.
/// `strange` are such lines, each as it reads in the likeliest.
fn unread(line: &Line, strange: &[(u32, String)]) -> Option<String> {
    let mut texts =
        line.cells.values().filter_map(|cell| if let Cell::Text(text) = cell { Some(text) } else { None });
    let control = |sign: char| sign < ' ' && !matches!(sign, '\n' | '\r' | '\t' | '\u{b}' | '\u{c}');
    if !strange.is_empty() && texts.clone().any(|text| text.contains(char::REPLACEMENT_CHARACTER)) {
        let reads =
            strange.iter().find(|(number, _)| *number >= line.number).map_or("", |(_, text)| text.as_str());
        return Some(format!(
            "This row is not written in UTF-8, as the rest of the file is; as windows-1252 it would be “{reads}”. Write \
             it in UTF-8, or leave the row out."
        ));
    }
    let sign = texts.find_map(|text| text.chars().find(|sign| control(*sign)))?;
    let code = u32::from(sign);
    Some(format!(
        "This row holds a sign that is no text (U+{code:04X}); take it out of the file, or leave the row out."
    ))
}

/// True for a text in seven bits whose letters are hidden between `+` and `-`: `K+APY-ln`.
fn utf7(text: &str) -> bool {
    let is_hidden = |part: &str| {
        let Some((run, _)) = part.split_once('-') else { return false };
        let digit = |sign: char| match sign {
            'A'..='Z' => Some(u32::from(sign) - 65),
            'a'..='z' => Some(u32::from(sign) - 71),
            '0'..='9' => Some(u32::from(sign) + 4),
            '+' => Some(62),
            '/' => Some(63),
            _ => None,
        };
        let Some(digits) = run.chars().map(digit).collect::<Option<Vec<u32>>>() else { return false };
        // A number of a phone is no letter.
        if digits.len() < 3 || digits.len() > 200 || run.chars().all(|sign| !sign.is_ascii_uppercase()) {
            return false;
        }
        let bits: Vec<u32> =
            digits.iter().flat_map(|six| (0..6).rev().map(move |at| six >> at & 1)).collect();
        let (units, rest) = bits.as_chunks::<16>();
        let units: Vec<u16> =
            units.iter().map(|unit| unit.iter().fold(0, |sum, bit| sum << 1 | *bit as u16)).collect();
        rest.len() < 6
            && rest.iter().all(|bit| *bit == 0)
            && String::from_utf16(&units)
                .is_ok_and(|text| text.chars().all(|sign| !sign.is_ascii() && sign.is_alphabetic()))
    };
    text.is_ascii() && text.split('+').skip(1).any(is_hidden)
}

/// The rows of a text. `known` tells a heading that means something, `said` is the encoding that somebody named.
pub(super) fn lines(bytes: &[u8], said: Option<&str>, known: impl Fn(&str) -> bool) -> Result<Read, String> {
    let none = || "This file is no list (CSV or XLSX) that can be read.".to_owned();
    let Decoded { text, said: encoding, strange } = encoding::decoded(bytes, said)?;
    // MS-DOS ends a text so.
    let text = text.trim_end_matches('\u{1a}').to_owned();
    if utf7(&text) {
        return Err("This text is written in UTF-7, which is not read; save it as CSV in UTF-8.".into());
    }
    if text.contains('\0') {
        return Err(none());
    }
    limits::lines(&text)?;
    if text.lines().nth(LINES_MAX).is_some() {
        return Err(format!("This list has more than {LINES_MAX} lines; that is too many to take in."));
    }
    let (separator, start) = match told(&text) {
        Some((separator, start)) => (separator, start),
        None => (guessed(&text, &known), 0),
    };
    let mut read = Read { encoding, ..Read::default() };
    let mut place = LineCounter { text: &text, at: 0, line: 1 };
    for part in quotes::parts(&text, start, separator)? {
        let (from, to) = match part {
            Part::Rows(from, to) => (from, to),
            Part::Open(at) => {
                let message = "A quotation mark is opened here and not closed; close it, or take it out.";
                read.broken.push((place.line_of(at), message.to_owned()));
                continue;
            }
        };
        let mut reader = reader(separator, text.get(from..to).unwrap_or_default());
        let mut record = ByteRecord::new();
        while reader.read_byte_record(&mut record).map_err(|_| none())? {
            let at = record.position().map_or(0, |position| position.byte());
            let number = place.line_of(from + usize::try_from(at).unwrap_or(usize::MAX));
            read.wide |= record.iter().skip(COLUMNS_MAX).any(|cell| !cell.is_empty());
            let cells = record.iter().take(COLUMNS_MAX).map(String::from_utf8_lossy);
            let cells = (0..).zip(cells).filter(|(_, text)| !text.trim().is_empty());
            let cells = cells.map(|(at, text)| (at, Cell::Text(text.into_owned()))).collect();
            let line = Line { number, cells, is_text: true, ..Line::default() };
            if line.cells.is_empty() {
                continue;
            }
            if let Some(why) = unread(&line, &strange) {
                read.unread.push((number, why));
            }
            read.lines.push(line);
            // Headings and what stands around the rows are no rows, but few.
            if read.lines.len() > ROWS_MAX + 100 {
                let open = read
                    .broken
                    .first()
                    .map(|(line, _)| format!(" In line {line} a quotation mark is opened and not closed."));
                let open = open.unwrap_or_default();
                return Err(format!(
                    "This list has more than {ROWS_MAX} rows; that is too many to take in.{open}"
                ));
            }
        }
    }
    Ok(read)
}

/// The separator that the first line tells (`sep=;`), and where the next line begins.
fn told(text: &str) -> Option<(u8, usize)> {
    let end = text.find('\n')?;
    let first = text.get(..end)?.trim_end_matches('\r').trim_matches('"');
    let separator = first.strip_prefix("sep=").or_else(|| first.strip_prefix("SEP="))?;
    match separator.as_bytes() {
        [one] => Some((*one, end + 1)),
        _ => None,
    }
}

/// The separator that parts the first rows best.
fn guessed(text: &str, known: &impl Fn(&str) -> bool) -> u8 {
    let tried = SEPARATORS.into_iter().map(|separator| (parted(separator, text, known), separator));
    // The first of the best: a comma where nothing parts the rows.
    tried
        .reduce(|best, next| if next.0 > best.0 { next } else { best })
        .map_or(b',', |(_, separator)| separator)
}

/// How well a separator parts the first rows: the most headings that a row has, then how few rows have not as many
/// columns as most have, then how many columns these are. None where it parts nothing.
///
/// Headings come first: titles and amounts can have as many commas each as rows have semicolons.
fn parted(
    separator: u8,
    text: &str,
    known: &impl Fn(&str) -> bool,
) -> Option<(usize, Reverse<usize>, usize)> {
    let mut reader = reader(separator, head(text));
    let rows = reader.records().take(TRIED).filter_map(Result::ok);
    let rows: Vec<_> = rows.filter(|row| row.iter().any(|cell| !cell.trim().is_empty())).collect();
    let first = |row: &StringRecord| row.iter().take(COLUMNS_MAX).filter(|cell| known(cell)).count();
    let headings = rows.iter().map(first).max()?;
    let mut alike = BTreeMap::<usize, usize>::new();
    for row in rows.iter().filter(|row| row.len() > 1) {
        *alike.entry(row.len()).or_default() += 1;
    }
    let (columns, most) = alike.into_iter().max_by_key(|(columns, rows)| (*rows, *columns))?;
    Some((headings, Reverse(rows.len() - most), columns))
}

/// What the separator is found by: more than enough for the first rows, and no more.
fn head(text: &str) -> &str {
    let mut end = text.len().min(LINE_MAX);
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    text.get(..end).unwrap_or_default()
}

fn reader(separator: u8, text: &str) -> csv::Reader<&[u8]> {
    ReaderBuilder::new().delimiter(separator).has_headers(false).flexible(true).from_reader(text.as_bytes())
}

/// Counts lines on the way through a text.
struct LineCounter<'a> {
    text: &'a str,
    at: usize,
    line: u32,
}

impl LineCounter<'_> {
    /// The line of the first sign at or behind a byte that is no line end: the reader skips empty lines and tells
    /// where they began.
    fn line_of(&mut self, byte: usize) -> u32 {
        let bytes = self.text.as_bytes();
        let begins = |at: &usize| !matches!(bytes.get(*at), Some(b'\r' | b'\n'));
        let to = (byte.min(bytes.len())..bytes.len()).find(begins).unwrap_or(bytes.len());
        while self.at < to {
            let here = bytes.get(self.at);
            let after = bytes.get(self.at + 1);
            if here == Some(&b'\n') || (here == Some(&b'\r') && after != Some(&b'\n')) {
                self.line += 1;
            }
            self.at += 1;
        }
        self.line
    }
}
