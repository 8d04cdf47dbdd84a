//! From rows and columns to a sheet: formats, widths, drop-downs, the frozen head.

use std::collections::HashMap;

use cairn_domain::{Kind, SheetCell, SheetColumn, WordList, WorkbookSheet, sheet_columns};
use rust_xlsxwriter::{
    Color, DataValidation, DataValidationErrorStyle, Format, FormatAlign, FormatBorder, Formula, Workbook,
    Worksheet, XlsxError,
};

use super::{
    cell::{Cell, excel_date, interim},
    hidden::Hidden,
    rows::{Names, Row},
};
use crate::tasks::looks_like_formula;
use cairn_documents::Words;

/// Empty rows below the records in which something can be chosen.
const ROOM: u32 = 500;
/// As wide as a number or a short word.
const SHORT: f64 = 13.0;
/// As wide as an id.
const ID: f64 = 38.0;

/// How sheets are written.
pub(super) struct Paper<'a> {
    words: Words<'a>,
    /// True in our own copy.
    ours: bool,
    classification: Option<String>,
    head: Format,
    text: Format,
    quoted: Format,
    date: Format,
    number: Format,
    percent: Format,
    id: Format,
    /// Where the titles of a kind stand: the sheet's name, the column's letter, the last row.
    titles: HashMap<Kind, (String, String, u32)>,
}

impl<'a> Paper<'a> {
    pub(super) fn new(words: Words<'a>, ours: bool, classification: Option<&str>) -> Self {
        let top = || Format::new().set_align(FormatAlign::Top);
        let text = || top().set_num_format("@");
        Self {
            words,
            ours,
            // `&` begins a code in a head line.
            classification: classification.map(|line| line.replace('&', "&&").chars().take(200).collect()),
            head: Format::new()
                .set_bold()
                .set_num_format("@")
                .set_background_color(Color::RGB(0x00EF_EDE8))
                .set_border_bottom(FormatBorder::Thin),
            quoted: text().set_quote_prefix(),
            text: text(),
            date: top().set_num_format("yyyy-mm-dd"),
            number: top().set_num_format("General"),
            percent: top().set_num_format("General\" %\""),
            id: text().set_font_color(Color::RGB(0x005D_656E)),
            titles: HashMap::new(),
        }
    }

    /// Writes a sheet of records.
    pub(super) fn sheet(
        &mut self,
        book: &mut Workbook,
        hidden: &mut Hidden,
        form: &WorkbookSheet,
        names: &Names,
        rows: &[Row],
    ) -> Result<(), XlsxError> {
        let name = self.words.get(form.key);
        hidden.sheet(&name, form.kind);
        let sheet = book.add_worksheet();
        sheet.set_name(&name)?;
        sheet.set_freeze_panes(1, 0)?;
        // On paper: across, as wide as the sheet, the headings on every page.
        sheet.set_landscape().set_print_fit_to_pages(1, 0).set_repeat_rows(0, 0)?;
        if let Some(line) = &self.classification {
            sheet.set_header(format!("&C{line}")).set_footer(format!("&C{line}"));
        }
        let columns: Vec<SheetColumn> =
            sheet_columns(form.kind).into_iter().filter(|column| self.ours || !column.ours).collect();
        let last = u32::try_from(rows.len()).unwrap_or(u32::MAX).saturating_add(ROOM).min(1_000_000);
        for (at, column) in (0..).zip(&columns) {
            let heading = self.words.get(&format!("workbook_column_{}", column.field));
            hidden.column(form.kind, &heading, column.field);
            sheet.set_column_width(at, self.width(column.holds))?;
            sheet.write_string_with_format(0, at, &heading, &self.head)?;
            self.choice(sheet, at, last, column.holds)?;
            let letter = rust_xlsxwriter::utility::column_number_to_name(at);
            if column.holds == SheetCell::Title {
                self.titles.insert(form.kind, (name.clone(), letter, last));
            }
        }
        let id_at = u16::try_from(columns.len()).unwrap_or(u16::MAX);
        let heading = self.words.get("workbook_column_id");
        hidden.column(form.kind, &heading, "id");
        sheet.set_column_width(id_at, ID)?;
        sheet.write_string_with_format(0, id_at, &heading, &self.head)?;
        for (at, row) in (1..).zip(rows) {
            let mut prints = Vec::with_capacity(columns.len());
            for (column_at, column) in (0..).zip(&columns) {
                let cell = row.cell(column, names);
                prints.push((column.field, cell.print()));
                self.write(sheet, at, column_at, &cell)?;
            }
            sheet.write_string_with_format(at, id_at, &row.id, &self.id)?;
            hidden.record(form.kind, row.id.clone(), &prints);
        }
        Ok(())
    }

    fn write(&self, sheet: &mut Worksheet, row: u32, column: u16, cell: &Cell) -> Result<(), XlsxError> {
        match cell {
            // An empty cell has the column's format all the same: what is typed there as text stays one.
            Cell::Empty => sheet.write_blank(row, column, &self.text),
            Cell::Text(text) | Cell::Named(text) => self.text(sheet, row, column, text),
            Cell::Date(date) => match excel_date(*date) {
                Some(date) => sheet.write_datetime_with_format(row, column, &date, &self.date),
                None => self.text(sheet, row, column, &date.to_string()),
            },
            Cell::Number(number) => sheet.write_number_with_format(row, column, *number, &self.number),
            Cell::Percent(number) => sheet.write_number_with_format(row, column, *number, &self.percent),
            Cell::Flag(flag) => self.text(sheet, row, column, &self.yes_no(*flag)),
            Cell::Word(list, word) => self.text(sheet, row, column, &self.word(*list, word)),
            Cell::Interim(targets) => self.text(sheet, row, column, &interim(targets)),
        }
        .map(drop)
    }

    fn text<'s>(
        &self,
        sheet: &'s mut Worksheet,
        row: u32,
        column: u16,
        text: &str,
    ) -> Result<&'s mut Worksheet, XlsxError> {
        let format = if looks_like_formula(text) { &self.quoted } else { &self.text };
        sheet.write_string_with_format(row, column, text, format)
    }

    fn word(&self, list: WordList, word: &str) -> String {
        self.words.get(&format!("{}_{word}", list.key()))
    }

    /// How wide a column is, in characters.
    fn width(&self, holds: SheetCell) -> f64 {
        match holds {
            SheetCell::Title | SheetCell::Record(_) | SheetCell::Records(_) => 42.0,
            SheetCell::Prose => 50.0,
            SheetCell::Name | SheetCell::Interim => 22.0,
            SheetCell::Date => 12.0,
            SheetCell::Number | SheetCell::Measure | SheetCell::Flag | SheetCell::Shown => SHORT,
            SheetCell::Word(list) => {
                let longest = list.words.iter().map(|word| self.word(list, word).chars().count()).max();
                // The longest word, and room for the arrow of the list.
                SHORT.max(longest.unwrap_or_default() as f64 + 3.0)
            }
        }
    }

    fn yes_no(&self, flag: bool) -> String {
        self.words.get(if flag { "workbook_yes" } else { "workbook_no" })
    }

    /// What can be chosen in a column. A title may also be written by hand, as an id.
    fn choice(&self, sheet: &mut Worksheet, at: u16, last: u32, holds: SheetCell) -> Result<(), XlsxError> {
        let list = match holds {
            SheetCell::Word(list) => {
                let words: Vec<String> = list.words.iter().map(|word| self.word(list, word)).collect();
                DataValidation::new().allow_list_strings(&words)?
            }
            SheetCell::Flag | SheetCell::Shown => {
                DataValidation::new().allow_list_strings(&[self.yes_no(true), self.yes_no(false)])?
            }
            SheetCell::Record(kind) => {
                let Some((name, letter, last)) = self.titles.get(&kind) else { return Ok(()) };
                let name = name.replace('\'', "''");
                let range = Formula::new(format!("='{name}'!${letter}$2:${letter}${last}"));
                let free = DataValidationErrorStyle::Information;
                DataValidation::new().allow_list_formula(range).set_error_style(free)
            }
            SheetCell::Title
            | SheetCell::Name
            | SheetCell::Prose
            | SheetCell::Date
            | SheetCell::Number
            | SheetCell::Measure
            | SheetCell::Records(_)
            | SheetCell::Interim => return Ok(()),
        };
        sheet.add_data_validation(1, at, last, at, &list).map(drop)
    }
}
