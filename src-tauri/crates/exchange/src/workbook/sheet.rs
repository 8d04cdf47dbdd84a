//! One sheet: its headings, then a record a row.

use std::collections::BTreeMap;

use cairn_domain::{SheetCell, fingerprint};
use serde_json::Value;
use uuid::Uuid;

use super::{
    cell::Cell,
    columns::{Column, SheetForm, Sort, bare},
    hidden::Kept,
    lines::{Line, lines, place},
    open::OpenWorkbook,
};
use crate::{Content, ParsedField, ParsedFile, Row, RowError, Wording};

/// Reads a sheet into what was parsed.
pub(super) fn read(
    book: &mut OpenWorkbook<'_>,
    name: &str,
    form: &SheetForm,
    kept: &Kept,
    wording: &Wording,
    parsed: &mut ParsedFile,
) {
    let lines = match lines(book, name) {
        Ok(lines) => lines,
        Err(fault) => {
            parsed.row_errors.push(RowError::at(&place(name, None), None, fault.said()));
            return;
        }
    };
    let mut lines = lines.into_iter();
    let Some(heads) = lines.next() else { return };
    let columns = columns(&heads, name, form, kept, &wording.columns, parsed);
    for line in lines {
        let reading = Reading { sheet: name, form, kept, columns: &columns, wording };
        reading.row(&line, parsed);
    }
}

/// A column of the file that means something here.
struct KnownColumn<'f> {
    at: u32,
    column: &'f Column,
}

/// Which column is which; one that means nothing is named.
fn columns<'f>(
    heads: &Line,
    sheet: &str,
    form: &'f SheetForm,
    kept: &Kept,
    names: &BTreeMap<String, String>,
    parsed: &mut ParsedFile,
) -> Vec<KnownColumn<'f>> {
    let mut known: Vec<KnownColumn<'f>> = Vec::new();
    for (at, cell) in &heads.cells {
        let heading = cell.told().trim().to_owned();
        let own =
            names.iter().find(|(name, _)| bare(name) == bare(&heading)).map(|(_, field)| field.as_str());
        let is_it = |column: &&Column| match own {
            Some(field) => column.is_called(field),
            None => kept.is_column(form.kind, &heading, column),
        };
        match form.columns.iter().find(is_it) {
            None => parsed.ignored.push(format!("{sheet}: {heading}")),
            Some(column) if known.iter().any(|before| before.column.field == column.field) => {
                let message = format!("The column “{heading}” stands twice; take one out.");
                parsed.row_errors.push(RowError::at(
                    &place(sheet, Some(heads.number)),
                    Some(column.field),
                    message,
                ));
            }
            Some(column) => known.push(KnownColumn { at: *at, column }),
        }
    }
    known
}

struct Reading<'a> {
    sheet: &'a str,
    form: &'a SheetForm,
    kept: &'a Kept,
    columns: &'a [KnownColumn<'a>],
    wording: &'a Wording,
}

impl Reading<'_> {
    fn row(&self, line: &Line, parsed: &mut ParsedFile) {
        let place = place(self.sheet, Some(line.number));
        let known = |at: &u32| self.columns.iter().any(|known| known.at == *at);
        if !line.cells.keys().any(known) {
            return;
        }
        let before = parsed.row_errors.len();
        let mut contents = Vec::new();
        for KnownColumn { at, column } in self.columns {
            let said = line.cell(*at);
            let meant = self.wording.meant(column.field, said);
            let cell = meant.as_ref().unwrap_or(said);
            let mut refuse = |message: String| {
                let row_error = RowError::at(&place, Some(column.field), message);
                parsed.row_errors.push(row_error.over(&said.told(), column.sort.words()));
            };
            if line.formulas.contains(at) {
                let name = format!("{}!{}{}", self.sheet, letters(*at), line.number);
                refuse(format!("{name} is a formula; put its value there instead."));
                continue;
            }
            match cell.meaning(column.sort) {
                Ok(content) => contents.push((*column, cell.clone(), content)),
                Err(message) => refuse(message),
            }
        }
        let id = contents.iter().find_map(|(column, _, content)| match (column.sort, content) {
            (Sort::Id, Content::Plain(Value::String(id))) => id.parse().ok(),
            _ => None,
        });
        let broken = parsed.row_errors.len() > before;
        contents.retain(|(column, _, content)| {
            // Without the hidden sheet nobody can tell a cell that was emptied from one that never showed its value.
            let shows = self.kept.is_known() || !is_empty(content);
            shows && !matches!(column.sort, Sort::Id | Sort::Field(SheetCell::Shown))
        });
        let said = |(column, cell, content): (&Column, Cell, Content)| self.said(column, &cell, content, id);
        let fields = contents.into_iter().map(said).collect();
        parsed.rows.push(Row { kind: self.form.kind, place, id, by_title: false, broken, fields });
    }

    fn said(&self, column: &Column, cell: &Cell, content: Content, id: Option<Uuid>) -> ParsedField {
        let base = self.kept.base(self.form.kind, id, column.field);
        // What names other records is compared as it is written: a title may have changed meanwhile.
        let print = match &content {
            Content::Plain(value) => fingerprint(value),
            Content::Record(..) | Content::Records(..) | Content::Line(..) => {
                fingerprint(&cell.told().trim().into())
            }
        };
        let untouched = base.is_some_and(|base| *base == print);
        let plain = matches!(content, Content::Plain(_));
        let shrunk =
            matches!(column.sort, Sort::Field(SheetCell::Number | SheetCell::Measure)) && cell.is_fraction();
        let base = base.filter(|_| plain).cloned();
        ParsedField { field: column.field.to_owned(), content, untouched, shrunk, base }
    }
}

/// True where a cell says nothing.
fn is_empty(content: &Content) -> bool {
    match content {
        Content::Plain(value) => value.is_null() || value.as_str() == Some(""),
        Content::Record(_, text) => text.is_empty(),
        Content::Records(_, texts) => texts.is_empty(),
        Content::Line(..) => false,
    }
}

/// A column as spreadsheets call it: A, B, ... Z, AA.
fn letters(column: u32) -> String {
    let mut name = String::new();
    let mut left = column + 1;
    while left > 0 {
        left -= 1;
        name.insert(0, char::from(b'A' + u8::try_from(left % 26).unwrap_or_default()));
        left /= 26;
    }
    name
}

#[cfg(test)]
mod tests {
    use super::letters;

    #[test]
    fn columns_are_called_as_spreadsheets_call_them() {
        assert_eq!([0, 25, 26, 701, 702].map(letters), ["A", "Z", "AA", "ZZ", "AAA"]);
    }
}
