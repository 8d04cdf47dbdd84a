//! Accounts and contacts as lists (CSV, XLSX) of other systems.
//!
//! Owns how columns are known (by synonyms, in any order, or as somebody said) and what a cell of each can mean. What
//! a row is to the records of a workspace is found by whoever asked.

mod columns;
mod dates;
mod encoding;
mod footer;
mod forms;
mod line;
mod quotes;
mod summary;
mod table;
mod text;
mod value;
mod words;

use std::collections::{BTreeMap, BTreeSet};

use cairn_domain::{
    DateOrder, Kind,
    read::{Mark, Number, amount},
};

use crate::{Content, ParsedField, Row, RowError, RowPlace, Wording, workbook::cell::Cell};
use columns::{Column, Form, assign};
pub use dates::Dates;
pub use encoding::{ENCODINGS, EncodingSaid, encoding_named};
use line::{Head, Line};
use table::Table;
use value::Terms;

/// Most rows that are read: many times the largest book there is.
pub const ROWS_MAX: usize = 20_000;

/// Fields by which a record is known; without any of them a row is none.
const KEYS: [&str; 6] = ["name", "first_name", "last_name", "email", "id", "external_id"];
/// Those that nothing but a record has.
const IDS: [&str; 3] = ["id", "external_id", "email"];

/// What was said about a file beside what it holds.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Choices {
    /// What headings and values mean.
    pub wording: Wording,
    /// How days such as 03/04/2026 are read.
    pub dates: Option<DateOrder>,
    /// Rows that are records, whatever they look like.
    pub keep: Vec<RowPlace>,
}

/// A column of a file.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct ColumnSaid {
    /// As the file heads it.
    pub heading: String,
    /// The field it is taken for; none where it is passed over.
    pub field: Option<&'static str>,
    /// The first value that stands in it.
    pub sample: String,
}

/// A row that is no record.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct LeftOut {
    /// Where it stands.
    pub place: RowPlace,
    /// Its first words.
    pub words: String,
}

/// All that was read from a list.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct RecordList {
    /// Its rows, each a record.
    pub rows: Vec<Row>,
    /// What could not be read.
    pub row_errors: Vec<RowError>,
    /// Its columns, in the order of the file.
    pub columns: Vec<ColumnSaid>,
    /// Rows that sum up others, and what stands under them.
    pub left_out: Vec<LeftOut>,
    /// What was passed over: the block under the rows, further sheets.
    pub ignored: Vec<String>,
    /// The days that could be read in two ways, if there are any.
    pub dates: Option<Dates>,
}

/// A list that was opened and not yet understood.
#[derive(Debug)]
pub struct Opened {
    form: &'static Form,
    table: Table,
}

/// Opens a list of accounts or of contacts, or says why that cannot be done. `encoding` is what somebody said of a text.
///
/// # Errors
/// A sentence about the whole file.
pub fn open(kind: Kind, bytes: &[u8], encoding: Option<&str>) -> Result<Opened, String> {
    let form = forms::form(kind);
    let table = table::open(bytes, encoding, |heading| form.knows(heading))?;
    Ok(Opened { form, table })
}

/// What the headings of a list tell, before anybody said what it holds.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Look {
    /// Accounts or contacts; none where nobody can tell.
    pub kind: Option<Kind>,
    /// What tells this set of headings from others.
    pub key: String,
}

/// Looks at the headings of a list.
///
/// # Errors
/// As [`open`].
pub fn look(bytes: &[u8], encoding: Option<&str>) -> Result<Look, String> {
    let accounts = open(Kind::Account, bytes, encoding)?;
    let contacts = open(Kind::Contact, bytes, encoding)?;
    let fits = |opened: &Opened| opened.form.fits(&opened.table.heads);
    let kind = match (fits(&accounts), fits(&contacts)) {
        (accounts, contacts) if accounts > contacts => Some(Kind::Account),
        (accounts, contacts) if contacts > accounts => Some(Kind::Contact),
        _ => None,
    };
    Ok(Look { kind, key: accounts.key() })
}

/// The fields that a column of such a list can mean.
#[must_use]
pub fn fields(kind: Kind) -> Vec<&'static str> {
    forms::form(kind).columns.iter().map(|column| column.field).collect()
}

impl Opened {
    /// What tells this set of headings from others, in whatever order they stand.
    #[must_use]
    pub fn key(&self) -> String {
        let heads: BTreeSet<String> = self.table.heads.iter().map(|head| columns::bare(&head.text)).collect();
        let heads = heads.into_iter().collect::<Vec<_>>().join("\n");
        cairn_domain::fingerprint(&heads.into())
    }

    /// Reads its rows.
    #[must_use]
    pub fn read(self, choices: &Choices) -> RecordList {
        let Self { form, table } = self;
        let Table { sheet, heads, head_row, mut lines, mut footer, ignored, encoding: _, broken } = table;
        let mut record_list = RecordList { ignored, ..RecordList::default() };
        for (row, message) in broken {
            record_list.row_errors.push(RowError::at(
                &RowPlace { sheet: None, row: Some(row) },
                None,
                message,
            ));
        }
        let assigned = match assign(form, &heads, &choices.wording.columns) {
            Ok(assigned) => assigned,
            Err((field, message)) => {
                let place = RowPlace { sheet, row: Some(head_row) };
                record_list.row_errors.push(RowError::at(&place, field, message));
                record_list.columns = said(&heads, &[], &lines);
                return record_list;
            }
        };
        record_list.columns = said(&heads, &assigned, &lines);
        record_list.ignored.extend(unmeant(form, &heads, choices));
        let texts = lines.iter().flat_map(|line| {
            let days = assigned.iter().filter(|(_, column)| column.is_day());
            days.filter_map(|(at, _)| match line.cell(*at) {
                Cell::Text(text) => Some(text.as_str()),
                _ => None,
            })
        });
        record_list.dates = dates::found(texts, choices.dates);
        let order = record_list.dates.as_ref().and_then(|dates| dates.order);
        let missing = form.lacks(&assigned);
        if let Some((field, message)) = missing {
            let place = RowPlace { sheet: sheet.clone(), row: Some(head_row) };
            record_list.row_errors.push(RowError::at(&place, Some(field), message));
            // Each row would only say it again.
            return record_list;
        }
        let of = |fields: &[&str]| -> Vec<u32> {
            let is_one = |column: &&'static Column| fields.contains(&column.field);
            assigned.iter().filter(|(_, column)| is_one(column)).map(|(at, _)| *at).collect()
        };
        // A merged word is meant for all rows, a merged number is not so much for each.
        for (at, _) in assigned.iter().filter(|(_, column)| column.is_number()) {
            for line in lines.iter_mut().filter(|line| line.merged.contains(at)) {
                line.cells.remove(at);
                line.formulas.retain(|formula| formula != at);
            }
        }
        let place = |line: &Line| RowPlace { sheet: sheet.clone(), row: Some(line.number) };
        let is_kept = |line: &Line| choices.keep.iter().any(|kept| kept.covers(&place(line)));
        let totals = footer::take_sums(&mut footer);
        let foot: BTreeSet<u32> = totals.iter().map(|line| line.number).collect();
        lines.extend(footer.extract_if(.., |line| is_kept(line)));
        lines.extend(totals);
        lines.sort_by_key(|line| line.number);
        if let (Some(first), Some(last)) = (footer.first(), footer.last()) {
            record_list.ignored.push(footer::told("under the rows", first, last));
        }
        let those = |is_one: &dyn Fn(&Line) -> bool| -> BTreeSet<usize> {
            lines.iter().enumerate().filter(|(_, line)| is_one(line)).map(|(at, _)| at).collect()
        };
        let (foot, kept) = (those(&|line| foot.contains(&line.number)), those(&is_kept));
        let columns =
            summary::Columns { keys: of(&KEYS), ids: of(&IDS), amounts: of(&["arr"]), count: heads.len() };
        let summary::Found { out, doubtful } = summary::rows(&lines, &foot, &kept, &columns);
        let told = |line: &Line| LeftOut { place: place(line), words: footer::words(line) };
        record_list.left_out = out.iter().filter_map(|at| lines.get(*at)).chain(&footer).map(told).collect();
        let doubtful: BTreeMap<u32, String> =
            doubtful.into_iter().filter_map(|(at, asked)| Some((lines.get(at)?.number, asked))).collect();
        let mut at = 0..;
        lines.retain(|_| !at.next().is_some_and(|at| out.contains(&at)));
        let terms: Vec<Terms<'_>> = assigned
            .iter()
            .map(|(at, column)| Terms {
                column,
                heading: heads.iter().find(|head| head.at == *at).map_or("", |head| head.text.as_str()),
                order,
                decimal: decimal(&lines, *at),
            })
            .collect();
        let reading =
            Reading { form, heads: &heads, assigned: &assigned, terms: &terms, wording: &choices.wording };
        for line in &lines {
            match doubtful.get(&line.number) {
                Some(asked) => record_list.doubt(&reading, &place(line), line, asked),
                None => record_list.row(&reading, place(line), line),
            }
        }
        record_list
    }

    /// How the bytes of a text were read, where that is worth a word.
    #[must_use]
    pub fn encoding(&self) -> Option<&EncodingSaid> {
        self.table.encoding.as_ref()
    }
}

/// What is needed to read a row.
struct Reading<'a> {
    form: &'static Form,
    heads: &'a [Head],
    assigned: &'a [(u32, &'static Column)],
    terms: &'a [Terms<'a>],
    wording: &'a Wording,
}

impl RecordList {
    /// A row that may be no record: what it holds is not looked into before that is said.
    fn doubt(&mut self, reading: &Reading<'_>, place: &RowPlace, line: &Line, asked: &str) {
        let (before, rows) = (self.row_errors.len(), self.rows.len());
        self.row(reading, place.clone(), line);
        self.row_errors.truncate(before);
        self.rows.iter_mut().skip(rows).for_each(|row| row.broken = true);
        self.row_errors.push(RowError { doubt: true, ..RowError::at(place, Some("name"), asked) });
    }

    fn row(&mut self, reading: &Reading<'_>, place: RowPlace, line: &Line) {
        let Reading { form, heads, assigned, terms, wording } = reading;
        let before = self.row_errors.len();
        let mut fields = Vec::new();
        for ((at, column), terms) in assigned.iter().zip(*terms) {
            let said = line.cell(*at);
            let meant = wording.meant(column.field, said);
            let cell = meant.as_ref().unwrap_or(said);
            let mut refuse = |message: String| {
                let row_error = RowError::at(&place, Some(column.field), message);
                self.row_errors.push(row_error.over(&said.told(), column.sort.words()));
            };
            if line.formulas.contains(at) {
                refuse("The cell is a formula; put its value there instead.".to_owned());
                continue;
            }
            match value::meaning(cell, terms, line.currencies.get(at)) {
                // What is empty says nothing: a list of another system seldom holds all that is known here.
                Ok(None) => {}
                Ok(Some(value)) => fields.push(ParsedField {
                    field: column.field.to_owned(),
                    content: Content::Plain(value),
                    untouched: false,
                    shrunk: false,
                    base: None,
                }),
                Err(message) => refuse(message),
            }
        }
        let beyond = line.cells.keys().any(|at| !heads.iter().any(|head| head.at == *at));
        if beyond && line.is_text {
            let message = "This row has more cells than there are columns; is a quotation mark missing?";
            self.row_errors.push(RowError::at(&place, None, message));
        }
        let broken = self.row_errors.len() > before;
        if broken || !fields.is_empty() {
            self.rows.push(Row { kind: form.kind, place, id: None, by_title: true, broken, fields });
        }
    }
}

/// The mark of fractions that the amounts of a column show together.
fn decimal(lines: &[Line], at: u32) -> Option<Mark> {
    let texts = lines.iter().filter_map(|line| match line.cell(at) {
        Cell::Text(text) => Some(text.as_str()),
        _ => None,
    });
    Number::shown(texts.filter_map(|text| amount(text).map(|amount| amount.number)))
}

/// What was said of words that this file has not, in words.
fn unmeant(form: &Form, heads: &[Head], choices: &Choices) -> Vec<String> {
    let Wording { columns: named, values } = &choices.wording;
    let is_head = |name: &String| heads.iter().any(|head| columns::bare(&head.text) == columns::bare(name));
    let is_field = |field: &String| form.columns.iter().any(|column| column.field == field);
    let heads = named.keys().filter(|name| !is_head(name));
    let fields = values.keys().filter(|field| !is_field(field));
    heads
        .map(|name| format!("what was said of “{name}”, which is no heading of this file"))
        .chain(fields.map(|field| format!("what was said of “{field}”, which is no field of such a list")))
        .collect()
}

fn said(heads: &[Head], assigned: &[(u32, &'static Column)], lines: &[Line]) -> Vec<ColumnSaid> {
    let one = |head: &Head| {
        let field = assigned.iter().find(|(at, _)| *at == head.at).map(|(_, column)| column.field);
        let told = lines.iter().map(|line| line.cell(head.at).told());
        let sample = told.map(|text| text.trim().to_owned()).find(|text| !text.is_empty());
        let sample = sample.unwrap_or_default().chars().take(60).collect();
        ColumnSaid { heading: head.text.clone(), field, sample }
    };
    heads.iter().map(one).collect()
}

#[cfg(test)]
mod sheet_tests;
#[cfg(test)]
mod summary_tests;
#[cfg(test)]
mod tests;
